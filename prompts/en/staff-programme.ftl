# The coordinators' desk: programmes, who may join, approval, the team.

flow-programme = the programme
flow-programme_name = the programme's name
flow-programme_dates = the programme's dates
flow-programme_zone = the programme's time zone
flow-programme_plan = the programme's rhythm
flow-programme_new = the new programme
flow-programme_clone = the copy of the programme
flow-joining = how people join
flow-welcome = the words of welcome
flow-seat = a role in the team
flow-ask_more = your question to an applicant
flow-answer_more = your answer to the coordinators

command-programme = The programme: open, close, change, copy, new
command-team = Who runs this programme
command-switch = Go to another programme
phrases-programme = show the programme, new programme, create a programme, close the programme, archive the programme, open the programme, programme settings
phrases-team = show the team, change the team, who runs this programme, who owns this programme
phrases-switch = switch programme, change programme, another programme, other programme

# The programme

programme-title = <b>{ $programme }</b> · { $stage ->
    [draft] not open yet
    [open] open for joining
    [closed] closed for joining
   *[other] archived
}
programme-when = { $span } · { $zone }
span-both = { $starts } to { $ends }
span-from = from { $starts }, no end set
span-until = until { $ends }
span-none = no dates set yet
programme-people = Mentees { $mentees } · mentors { $mentors }
programme-pairs = Pairs under way { $n } · people running it { $staff }
programme-waiting = <b>{ $n ->
    [one] One person is waiting for your approval.
   *[other] { $n } people are waiting for your approval.
}</b>
programme-joining = Joining: { $joining ->
    [open] anybody can
    [approval] by invitation, then you approve
   *[other] by invitation
}
programme-plan = Rhythm of reminders: { $plan }
programme-change = <b>{ $programme }</b>: what would you like to change?
programme-refused = Something didn't fit, so nothing has changed. Please try once more: /programme
programme-moved = You've gone to another programme since that button came, so nothing has changed. Go back there: /switch

button-programme = See the programme
button-waiting = Waiting for approval ({ $n })
button-programme-change = Change
button-team = Team
button-programme-clone = Copy
button-new = New programme
button-programmes = Other programmes ({ $n })
button-programme-name = Name
button-dates = Dates
button-zone = Zone: { $zone }
button-joining = Joining
button-welcome = Words of welcome
button-rhythm = Rhythm
button-public-link = Link for everybody
button-create = Create it
button-stage-open = { $before ->
    [draft] Open it
    [archived] Start again and open it
   *[other] Open it again
}
button-stage-closed = { $before ->
    [archived] Start again, nobody new
   *[other] Close joining
}
button-stage-archived = { $before ->
   *[other] Archive
}

ask-programme-name = What's the programme called? Everybody in it will read this name.
ask-name-again = It's called “{ $now }” now. What's the new name?
ask-clone-name = A copy of { $programme }: its settings and forms come along, its people don't. What's the new programme called?
ask-programme-zone = Which clock does the programme go by? You can also type a city.
ask-plan = Which rhythm of reminders?
ask-starts = When does it start? Tap or type a day. Not sure yet? Skip it.
ask-ends = And until when? Tap or type a day. Not sure yet? Skip it.
ask-joining = Who may join?
joining-code = Only people with an invitation
joining-approval = People with an invitation, once I approve
joining-open = Anybody who opens the bot
joining-set-code = People join by invitation now. Make one: /invite
joining-set-approval = Whoever enrols waits for you now. Their card comes here: approve, decline, or ask first.
joining-set-open = Anybody can join now, and chooses to be a mentee or a mentor.
joining-still-waiting = { $n ->
    [one] One person is still waiting for approval and needs your answer: /pending
   *[other] { $n } people are still waiting for approval and need your answer: /pending
}
ask-welcome-language = Words of welcome in which language?
ask-welcome = What would you like to say to newcomers? They read it as soon as they've enrolled. Skip it if there's nothing.
ask-welcome-again = The welcome is now: “{ $now }”
    What instead? Skip to take it away.
welcome-set = Saved ✓ Newcomers will read:
welcome-none = Okay, no words of welcome in that language.
welcome-words = “{ $text }”
dates-sure = { $n ->
    [0] The dates will be: { $span }. Pairs that exist already keep their own.
    [one] The dates will be: { $span }. <b>One pair</b> that ends with the programme moves along.
   *[other] The dates will be: { $span }. <b>{ $n } pairs</b> that end with the programme move along.
}
new-look = <b>{ $name }</b>, { $span }.
    Who may join: { $how }.
    It'll be yours, and closed until you open it. Create it?
clone-look = <b>{ $name }</b>, { $span }.
    Settings and forms of { $like }; no people, and closed until you open it. Create it?
short-programme-name = Programme
short-plan = Rhythm
short-starts = Start
short-ends = End
short-joining = Joining
short-welcome = Welcome
short-sure = Go ahead?
short-role = As

stage-open-sure = { $before ->
    [draft] Open <b>{ $programme }</b>? People can start joining then.
   *[other] Open <b>{ $programme }</b> again? People can join again then.
}
stage-closed-sure = { $before ->
    [archived] Start <b>{ $programme }</b> again, with nobody new?
   *[other] Close <b>{ $programme }</b> for joining? Nobody new can come in, not even with an invitation.
}
stage-archived-sure = { $before ->
   *[other] Archive <b>{ $programme }</b>? Nobody new can come in, and all its reminders stop.
}
stage-closed-what = { $pairs ->
    [0] There are no pairs yet. You can open it again any time.
    [one] One pair goes on as before. You can open it again any time.
   *[other] { $pairs } pairs go on as before. You can open it again any time.
}
stage-archived-what = Left without reminders: { $people ->
    [one] one person
   *[other] { $people } people
}, { $pairs ->
    [one] one active pair
   *[other] { $pairs } active pairs
}.
    Nothing is deleted, and it can start again any time.
stage-again-what = { $people ->
    [one] One person will be reminded again as before.
   *[other] { $people } people will be reminded again as before.
}
stage-enrolling = { $n ->
    [one] One person is enrolling right now and can still finish.
   *[other] { $n } people are enrolling right now and can still finish.
}
stage-waiting = { $n ->
    [one] One person is still waiting for approval. Better answer first: /pending
   *[other] { $n } people are still waiting for approval. Better answer first: /pending
}
stage-already = <b>{ $programme }</b> is { $stage ->
    [draft] not open yet
    [open] open for joining
    [closed] closed for joining
   *[other] archived
} now; that button hasn't changed anything.
stage-owner = Only an owner can archive a programme or start it again. Who owns it: /team
stage-open-done = { $before ->
   *[other] <b>{ $programme }</b> is open ✓ Invite people: /invite
}
stage-closed-done = { $before ->
    [archived] <b>{ $programme }</b> is going again ✓ It's closed for joining.
   *[other] <b>{ $programme }</b> is closed for joining ✓ Its pairs go on.
}
stage-archived-done = { $before ->
   *[other] <b>{ $programme }</b> is archived ✓ No more reminders, and nothing deleted.
}
public-link = Anybody can join <b>{ $programme }</b> by this link:
    { $link }
    On Discord: { $code }
public-link-not-yet = { $why ->
    [draft] The programme isn't open yet, so there's no link for everybody. Open it first.
    [closed] The programme is closed for joining, so there's no link for everybody.
   *[other] There's a link for everybody only where anybody can join. Change that under Joining first.
}

# Joining

enroll-as = Hi! I'm Tuntun, the assistant of <b>{ $programme }</b>. 👋
    What would you like to be?
enroll-as-mentee = A mentee: I'd like support
enroll-as-mentor = A mentor: I'd like to support somebody
token-draft = The programme of this invitation isn't open yet. Keep the invitation and try again later.
token-code = This programme takes people by invitation only now. Ask a coordinator for the link.
help-waiting = { $role ->
   *[other] You've told { $programme } everything it needs, and a coordinator is reading it. The answer will come here.
}
approval-waiting = { $role ->
    [mentee] Thank you, { $name }! I've got all your answers. 🙌
        A coordinator of { $programme } reads them first, and the answer comes here. There's nothing you need to do until then.
   *[other] Thank you, { $name }. I've got all your answers.
        A coordinator of { $programme } reads them first, and the answer comes here. There's nothing you need to do until then.
}
approval-yes = { $role ->
    [mentee] Good news, { $name }: you're in <b>{ $programme }</b>! 🎉
        First step: set one goal. Five short questions, and I'll help you phrase it.
   *[other] Good news, { $name }: you're in <b>{ $programme }</b>. As soon as you have a mentee, you'll hear it here.
}
approval-no = { $role ->
    [mentee] Hi { $name }. Thank you for applying to { $programme }. There's no place for you this time; that says nothing about you.
        Your answers are still kept; want them all deleted? /erase
   *[other] Hi { $name }. Thank you for applying to { $programme }. There's no place for you this time.
        Your answers are still kept; want them all deleted? /erase
}

# Approval

applicant-new = <b>{ $name }</b> would like to join as a { $role ->
    [mentor] mentor
   *[other] mentee
}.
applicant-title = <b>{ $name }</b> would like to join as a { $role ->
    [mentor] mentor
   *[other] mentee
}, enrolled { $since }.
applicant-field = Field: { $field }
applicant-wants = Wants to learn: { $things }
applicant-offers = Can help with: { $things }
applicant-skills = Skills: { $things }
applicant-days = Free days: { $days }
applicant-bio = “{ $bio }”
applicant-zone = Time zone: { $zone }
applicant-gone = This person isn't waiting for approval in this programme. Who is: /pending
applicant-decided = { $standing ->
    [left] { $name } isn't joining; that's settled already.
    [enrolling] { $name } is enrolling again.
   *[other] { $name } is in already ✓
}
applicant-approved = { $role ->
    [mentee] <b>{ $name }</b> is in ✓ They've been told, with a first goal to set.
   *[other] <b>{ $name }</b> is in ✓ They've been told and are ready to be matched.
}
applicant-declined = { $name } isn't joining this time. They've been told kindly.
decline-sure = Turn { $name } down for { $programme }? They'll be told kindly, without a reason, and can only apply again with a new invitation.
ask-more = What would you like to ask { $name }? Just write it; they answer right here.
ask-more-sent = Sent to { $name } ✓ The answer will come here.
question-came = { $name } of { $programme } would like to know one thing first:
    “{ $text }”
answer-more = { $role ->
   *[other] Write your answer here; the coordinators read it at once.
}
answer-sent = { $role ->
   *[other] Sent ✓ You'll hear as soon as it's decided.
}
answer-late = That question is over, it's been decided already.
answer-came = <b>{ $name }</b> answers: “{ $text }”
button-who-waits = Who else is waiting
button-approve = Approve
button-turn-down = Decline
button-turn-down-sure = Yes, decline kindly
button-ask-more = Ask first
button-answer = Answer
button-back-to-applicant = Back to { $name }
short-question = Question
short-answer = Answer

# The team

team-title = Who runs <b>{ $programme }</b>:
team-line = { $name } · { $role ->
    [owner] owner
    [coordinator] coordinator
   *[other] viewer, sees numbers only
}
team-more = … and { $n } more.
team-owner = Tap a name to change their role. Add somebody: /invite
team-not-owner = Only an owner can change roles.
button-seat = Change: { $name }
seat-which = { $name } is { $role ->
    [owner] an owner
    [coordinator] a coordinator
   *[other] a viewer
} now. What should they be?
seat-owner = Owner: everything, team and archive too
seat-coordinator = Coordinator: runs the programme
seat-viewer = Viewer: only numbers, no names
seat-remove = Take them off the team
seat-sure = { $mine ->
    [1] This is your own role.{" "}
   *[other] {""}
}{ $role ->
    [owner] Make { $name } an owner? They can change the team, archive, and see who did what.
    [coordinator] Make { $name } a coordinator? They see the people and run the programme.
    [viewer] Make { $name } a viewer? They only see numbers, and nobody's name any more.
   *[other] Take { $name } off the team? They won't see anything of this programme any more.
}
seat-last-owner = { $name } is the only owner, and there must always be one. Make somebody else an owner first.
seat-gone = That person isn't on the team any more, so nothing has changed.
seat-given = In <b>{ $programme }</b> you're now { $role ->
    [owner] an owner
    [coordinator] a coordinator
   *[other] a viewer: you see numbers, without names
}.
seat-taken = You're not on the team of <b>{ $programme }</b> any more. Thank you for all you've done.

# Several programmes

programmes-title = Your programmes:
programmes-line = { $here ->
    [1] ✓ <b>{ $name }</b>
   *[other] { $name }
} · { $role ->
    [owner] owner
    [coordinator] coordinator
    [viewer] viewer
    [mentor] mentor
   *[other] mentee
}{ $stage ->
    [draft] , not open yet
    [archived] , archived
   *[other] {""}
}
programmes-one = There's only one programme here, so nowhere to switch to.
elsewhere = From <b>{ $programme }</b>:
button-switch = Go to { $name }
switched = You're in <b>{ $name }</b> now, as { $role ->
    [owner] an owner
    [coordinator] a coordinator
    [viewer] a viewer
    [mentor] a mentor
   *[other] a mentee
}. All commands are about this programme.
switch-not-in = That programme isn't on your list. See it: /switch

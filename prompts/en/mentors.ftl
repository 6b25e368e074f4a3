# Mentors enrol, partners meet, agreement, the mentor's desk.

flow-capacity = number of mentees
flow-agreement = agreement
flow-greet = greeting
flow-note = note
flow-set_digest = digest time

command-mentees = My mentees: news, goals, sessions
command-note = Notes: private or shared
command-capacity = How many mentees you can take
command-agreement = The agreement with your partner

phrases-mentees = mentees, my mentees, my mentee, show my mentees, who are my mentees
phrases-note = note, notes, my notes, make a note, write a note, show my notes
phrases-capacity = capacity, change my capacity, number of mentees, take more mentees, no more mentees
phrases-agreement = agreement, our agreement, show the agreement, change the agreement

# A mentor enrols

mentor-field = What's your field?
mentor-offers = What can you help with? Tap a few, then Done.
mentor-skills = Which skills can you pass on?
mentor-bio = Two lines about you, for your mentee to read. Write your own, or take this:
    <i>{ $example }</i>
bio-ours = Works in { $field }.
    Happy to help with: { $offers }.
button-take-it = Take this one
mentor-capacity = How many mentees can you take right now?
capacity-option = { $n ->
    [0] Not now
   *[other] { $n }
}
capacity-shown = { $n ->
    [0] not now
    [1] 1 mentee
   *[other] { $n } mentees
}
mentor-kinds = How do you like to talk?
mentor-days = Which days are you usually free?
mentor-hours = And when on those days?
hours-morning = Mornings, before 12
hours-noon = Afternoons, 12–5
hours-evening = Evenings, after 5
mentor-digest = Every Monday you get one message about your mentees. What time suits you?
mentor-hello = Your first small task, and the last for today: one line of greeting. Your mentee reads it as soon as you're paired.
hello-warm = Hi! I'm glad to walk beside you. Let's start gently.
hello-curious = Hi! I'm curious: what would you most like to reach?
mentor-welcome = { $n ->
    [0] Welcome, { $name }. You're a mentor in { $programme }, taking no mentees yet. That's a good choice too; change it any time: /capacity.
   *[other] Welcome, { $name }. You're a mentor in { $programme }. You'll hear from me here as soon as there's a mentee, and your greeting goes with it.
}
short-capacity = Mentees
short-offers = Can help with
short-bio = About me
short-hours = Free hours
short-digest = Monday digest
short-hello = First greeting

capacity-ask = It's { $n } now. How many mentees can you take?
capacity-set = { $mentees ->
    [0] Noted ✓ At most { $n }. You'll hear from me when somebody fits.
   *[other] Noted ✓ At most { $n }; you have { $mentees } now. Nothing changes for them.
}
capacity-none = { $mentees ->
    [0] Noted ✓ No mentees for now. Knowing your limits is part of being a good mentor; your place stays.
   *[other] Noted ✓ Nobody new for now; the { $mentees } you have go on. Knowing your limits is part of being a good mentor.
}

# Meeting

meet-mentor = Meet your mentor: <b>{ $mentor }</b>! 🎉
meet-bio = <i>{ $bio }</i>
meet-why = Why you two: { $reasons }.
meet-hello = Says to you: “{ $hello }”
meet-you-first = You write first. Tap an opener, or write your own:
meet-mentee = Your mentee: <b>{ $mentee }</b>.
meet-wants = { $field }; would like to learn { $wants }.
meet-goal = { $goal }
    { $bar } { $percent }%
meet-no-goals = No goals yet; a good topic for your first talk.
meet-expect = { $mentee } writes first; you just answer. Tomorrow: six short questions about how you'd like to work together.
why-subjects = you both named { $things }
why-field = the same field: { $field }
why-skills = you both care about { $things }
why-same-clock = your clocks are the same
why-hours-apart = { $n ->
    [1] only 1 hour apart
   *[other] { $n } hours apart
}
opener-1 = Hi! Nice to meet you. I'm glad we're paired.
opener-2 = Hi! May I ask how you got started?
opener-3 = Hi! When would be a good time for our first talk?
greeting-1 = Hi! How's your week going?
greeting-2 = Hi! Is there anything I can help with this week?
greeting-3 = Hi! Shall we talk for 15 minutes this week?
button-own-words = Write my own…
button-send = Send
button-greet = Greet { $name }
greet-line = What would you like to say to { $partner }?
greet-look = This is what { $partner } will read:
    “{ $text }”
greet-not-sent = Okay, not sent.
greet-sent = Sent to { $partner } ✓
short-send = Send
short-greet = Greeting
remind-first-words = { $name }, { $partner } is waiting for your hello. One line is enough; just tap one:
remind-first-words-mentor = { $name }, you and { $partner } haven't said hello yet. They may be shy; one line from you is usually enough:
why-first-words = You and your partner haven't said hello yet. This reminder comes only once.
why-paired = You have just been paired.
no-partner = { $role ->
    [mentee] You don't have a mentor yet. You'll hear from me here as soon as you do.
   *[other] No mentee yet. You'll hear from me here as soon as there is one.
}
ask-who = Who is this about?
short-who = About
pair-ended = That pair has ended, so nothing has changed. Type /help to see what you can do.

# Agreement

pact-cadence = { $role ->
   *[other] How often should you and { $partner } meet?
}
pact-cadence-weekly = Every week
pact-cadence-biweekly = Every two weeks
pact-cadence-monthly = Every month
pact-length = { $role ->
   *[other] How long should one meeting with { $partner } be?
}
pact-length-30 = 30 minutes
pact-length-45 = 45 minutes
pact-length-60 = 60 minutes
pact-kind = { $role ->
   *[other] How would you like to meet { $partner }?
}
pact-reply = { $role ->
   *[other] A message from { $partner } gets an answer within…
}
pact-reply-day = 1 day
pact-reply-two-days = 2–3 days
pact-reply-week = A week
pact-private = { $role ->
   *[other] What stays between you and { $partner }?
}
pact-private-all = Everything, unless there's danger
pact-private-progress = What's said; progress may be told
pact-success = { $role ->
   *[other] With { $partner }, it was a success if…
}
pact-success-goal = The goal is reached
pact-success-step = The next step is clear
pact-success-confidence = There's more confidence
short-pact-cadence = How often
short-pact-length = How long
short-pact-kind = By
short-pact-reply = Answer within
short-pact-private = Between us
short-pact-success = A success if
pact-review = These are your answers. All good?
pact-yours = { $role ->
   *[other] Six questions about how you and { $partner } work together, 2 minutes. Your answers are seen only once you've both given them.
}
pact-waiting = Noted ✓ Once { $partner } has answered too, you'll see where you differ.
pact-compared = { $same ->
    [6] You agree on all { $all }. 🎉
   *[other] You agree on { $same } of { $all }. Where you differ:
}
pact-differ = <b>{ $what }</b>: { $mine } · { $partner }: { $theirs }
    → suggestion: { $table }
pact-both = <b>{ $what }</b>: { $mine } · { $partner }: { $theirs }
    → both count
pact-agree-ask = Do you agree to the suggestion?
pact-they-still = You've agreed ✓ Now it's up to { $partner }.
pact-holds = Your agreement with { $partner } holds ✓
pact-terms = { $cadence }, { $length }, by { $kind }; an answer within { $reply }
pact-came-in = { $name } has answered too.
pact-changed-by = { $name } has changed an answer.
pact-agreed-by = { $name } agrees ✓
pact-moved = { $partner } has just changed an answer, so nothing was agreed. Have a look first.
button-agree-pact = Agree
button-answer-six = Answer, 2 minutes
button-look = Look
button-still-fine = Still fine
button-change = Change
button-agreement = Agreement
remind-agreement = { $role ->
   *[other] { $name }, so that you and { $partner } work well together: six short questions. Your answers are seen only once you've both given them.
}
remind-agreement-again = { $role ->
   *[other] { $name }, your agreement with { $partner } is still open. Just six taps.
}
remind-still-fine = { $name }, another third of your time with { $partner } has passed. Does your agreement still fit?
why-agreement = It's about how you and your partner work together: three times at most, then it stops.
why-agreement-again = An agreement is looked at again after one and two thirds of the time.
coordinator-silent-agreement = <b>{ $name }</b> hasn't answered the agreement with their partner since { $since }; its reminders have stopped. A word from you usually helps.
coordinator-silent-agreement-many = <b>{ $n } people</b> haven't answered the agreement with their partner since { $since }: { $names }. Its reminders have stopped; a word from you usually helps.

# A pause, told to the partner

partner-paused = { $role ->
    [mentee] { $name } is taking a break until { $day }. It isn't about you; your goals and check-ins go on.
   *[other] { $name } is taking a break until { $day }. There's nothing you need to do; check-ins rest until then.
}
partner-back = { $role ->
    [mentee] { $name } is back. 🌱 Say hello if you like.
   *[other] { $name } is back. 🌱 A word from you will be welcome.
}

# The mentor's desk

mentees-title = { $n ->
   *[other] <b>Your { $n } mentees</b>
}
mentee-name = <b>{ $name }</b>
mentee-heard = Last contact { $at }
mentee-unheard = No contact yet
mentee-paused = Taking a break until { $until }
mentee-no-goals = No shared goals yet.
mentee-session = session { $at }
mentee-wish = would like to discuss: “{ $wish }”
mentee-no-numbers = { $name } has no numbers to draw yet. After the first check-in the chart is here.
progress-whose = Whose progress?
chart-of = { $name }'s progress.
digest-title = { $n ->
    [1] <b>This Monday, your mentee</b>
   *[other] <b>This Monday, your { $n } mentees</b>
}
digest-name = <b>{ $name }</b>
digest-goal = { $goal } { $percent }%{ $way ->
    [up] {" "}(up { $change })
    [down] {" "}(down { $change })
   *[same] {""}
}
digest-silent = no check-in for { $n } days
why-digest = It's Monday's message about your mentees, one a week. When there's no news, it isn't sent.
button-capacity = Number of mentees
button-mentees = My mentees
button-notes = Notes
button-add-note = Add a note
button-remove-note = Remove: { $note }
button-set-digest = Monday digest: { $clock }

note-what = What would you like to note about { $partner }?
note-whose = Who is this note for?
note-private = Only me
note-shared = Share with { $partner }
note-kept = Noted ✓ Only you can see it; { $partner } doesn't.
note-kept-shared = Noted ✓ and shared with { $partner }.
note-from = <b>{ $name }</b> shares a note:
    “{ $text }”
notes-none = No notes with { $partner } yet. Private ones are seen by their author only.
notes-title = Notes with <b>{ $partner }</b>
note-line = { $day } · { $text }{ $whose ->
    [mine] {" "}(private)
    [mine-shared] {" "}(shared)
   *[theirs] {" "}(from { $partner })
}
short-note-whose = For
remind-back-other = Hello again, { $name }. Your break is over; news comes again as usual.
edit-offers = Can help with
edit-bio = About me
edit-hours = Free hours
edit-hello = First greeting

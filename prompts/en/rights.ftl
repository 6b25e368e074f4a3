# One's own rights: a pause, leaving, erasing, a copy of the data, who sees what, why and when a reminder comes.

flow-pause = your break
flow-resume = coming back
flow-leave = leaving the programme
flow-erase = erasing your data
flow-my_data = a copy of your data

pause-until = How long would you like a break? No reminders until then.
pause-longer = How much longer? Counted from { $day }.
pause-week = 1 week
pause-weeks = 2 weeks
pause-month = 1 month
pause-how = Type how long, or the day you'll be back, like “10 days” or “5 January”.
pause-again = { $role ->
    [mentee] You're on a break until { $day }. Make it longer?
   *[other] You're paused until { $day }. Make it longer?
}
pause-done = { $role ->
    [mentee] Enjoy your break, { $name }. No reminders until { $day }, and your place is safe. 🌿
    [mentor] You're paused, { $name }. Reminders start again { $day }.
   *[other] You're paused, { $name }. Until { $day }, news and calls for help won't reach you.
}
resume-done = { $role ->
    [mentee] Good to have you back, { $name }! Take it easy at first.
   *[other] Welcome back, { $name }. Reminders are on again.
}
resume-not-paused = { $role ->
   *[other] You aren't paused; everything's running as usual.
}
short-until = Until

leave-why = May I ask why? Only coordinators read it, and you can skip it.
leave-time = No time right now
leave-reached = Got what I came for
leave-match = { $role ->
    [mentor] Not a good match with my mentee
   *[other] Not a good match with my mentor
}
leave-uneasy = Something made me uncomfortable
leave-unsaid = not given
leave-sure = { $partners ->
    [0] Leave { $programme }? Reminders stop. Your data stays until you erase it.
   *[other] Leave { $programme }? Reminders stop and your pairing ends. Your data stays until you erase it.
}
leave-sure-leave = Yes, leave
leave-sure-pause = Just a break
leave-sure-talk = Talk to a coordinator first
leave-sure-stay = Stay
leave-last-owner = You're the only owner of { $programme }; without one, nobody could run it.
    Make somebody else an owner first under Team, or invite one. Then you can leave. Is the programme over? Archive it under /programme.
button-invite-owner = Invite an owner
leave-stayed = Okay, nothing has changed. Glad you're here.
leave-done = { $role ->
    [mentee] Goodbye, { $name }, and thanks for coming along. 👋
        Your data is still kept; /erase removes all of it. Want to come back? Ask your coordinator for a new invitation.
   *[other] Thank you for your time, { $name }.
        Your data is still kept; /erase removes all of it. A new invitation brings you back.
}

erase-what = <b>What goes:</b> name, account, goals, check-ins, answers, calls for help and settings.
    <b>What stays:</b> counts without a name, like “1 check-in on 16 November”.{ $told ->
        [0] {""}
       *[other] {" "}Coordinators hear that you left.
    }
    { $role ->
       *[other] This can't be undone. Would you like a copy first?
    }
erase-copied = Your copy is sent. Go on and erase everything{ $told ->
        [0] {""}
       *[other] {" "}and leave the programme
    }? { $role ->
    [mentee] Your goals and check-ins go too.
   *[other] This can't be undone.
}
erase-copy = Send me a copy first
erase-go = Go on erasing
erase-no = Never mind
erase-sure = Once more, so that no slip of the thumb does it: type <b>ERASE</b>, or use the button.
erase-all = Yes, erase everything now
erase-keep = No, keep it
erase-kept = Okay, nothing was erased.
erase-done = Done, it's all gone. Thanks for having been with us. 👋
    Old messages in this chat can only be deleted in your own app.

my-data-here = Here's everything I keep, in one file. Something wrong? /edit. Want it gone? /erase.

privacy-title = <b>Who sees what</b>
privacy-partner = { $role ->
    [mentor] <b>Your mentee:</b> { $things }.
   *[other] <b>Your mentor:</b> { $things }.
}
privacy-coordinator = <b>Coordinators:</b> { $things }.
privacy-total = <b>Only as totals (from 5 people up):</b> { $things }.
privacy-nobody = Nobody else sees anything.
privacy-viewer = You only see totals (from 5 people up), never anybody's name or answer.
privacy-you-see = <b>What you see of participants:</b> { $things }.
privacy-you-dont = <b>What you don't see:</b> { $things }.
privacy-about = <b>{ $programme }</b> is run by { $organiser }. Data stays on this programme's server; it isn't sold or passed on.
    { $role ->
        [mentee] You can always see all of yours. The others:
        [mentor] You can always see all of yours. The others:
       *[other] Participants can always see all of theirs. The others, about a mentee:
    }
privacy-row = <b>{ $thing }</b> · { $role ->
        [mentor] mentee
       *[other] mentor
    }: { $partner ->
        [all] yes
        [total] totals only
       *[none] no
    } · coordinators: { $coordinator ->
        [all] yes
        [total] totals only
       *[none] no
    }
privacy-rights = Totals only show from 5 people up. See it: /my_data · correct it: /edit · take a break: /pause · leave: /leave · erase it: /erase
thing-profile = name & profile
thing-goal-title = goal titles & percentages
thing-goal-details = goals in detail & steps
thing-private-goal = goals you keep private
thing-checkin-done = whether you checked in
thing-checkin-words = what you write in check-ins
thing-checkin-feel = mood & obstacles
thing-hard = what still feels tricky
thing-standing = breaks & leaving
thing-reason = reason for leaving
thing-reach = whether messages arrive
thing-help = calls for help
thing-consent = consent
thing-feedback = feedback
thing-settings = settings
thing-account = chat account
thing-notes = private notes
thing-shared-notes = shared notes
thing-agreement = agreement answers
thing-messages = messages with your partner

why-checkin = This is your weekly check-in, on the day and time you chose. Once a week.
why-nudge = This week's check-in is still open, so I'm reminding you: less and less often, then I stop.
why-welcome = These are small tips for newcomers. Just at the start.
why-goal-missing = There's no goal yet, and that's where it all starts. I only remind you now and then, and then I stop.
why-step-due = This step is due today, the date you picked. Only on that day.
why-goal-due = This goal's target date has passed, so I'm asking how it went. It won't go on forever.
why-idle = We stopped in the middle of something. I only remind you once.
why-back = Your break ends today, so I'm saying hello. Just once.
why-other = This is a reminder from your mentoring programme, outside your quiet hours.
why-stop = Want it quieter? Pause everything, or change the day and time.
button-why = Why did I get this?

later-when = Okay. When shall I remind you?
later-set = Fine, I'll remind you { $at }.
button-later = Later
button-later-hour = In an hour · { $clock }
button-later-tonight = Tonight · { $clock }
button-later-tomorrow = Tomorrow · { $clock }

button-pause = Take a break
button-pause-more = Extend my break
button-resume = Resume now
button-other-day = Another time…
button-privacy = Who sees what
button-privacy-full = The whole table
button-edit-me = Correct my data
button-my-data = Copy of my data
button-erase = Erase my data

coordinator-left = <b>{ $name }</b> has left the programme. Reason: { $reason }.
coordinator-erased = <b>{ $name }</b> erased all their data and left the programme. Their pairing, if any, has ended.
coordinator-blocked = <b>{ $name }</b> has blocked the bot, so reminders don't arrive. You may want to reach them another way.
coordinator-not-started = <b>{ $name }</b> has never opened the bot, so I can't write to them. Please send them their invitation link again.
coordinator-gone = <b>{ $name }</b>'s chat account no longer exists. If they're still in, send a new invitation for their new account.
coordinator-wrong-id = I can't find <b>{ $name }</b>'s chat account. Ask { $name } to open their invitation link once more.
coordinator-silent = <b>{ $name }</b> hasn't answered a check-in since { $since }; reminders have stopped. A word from you usually helps.
coordinator-silent-many = <b>{ $n } people</b> haven't answered a check-in since { $since }: { $names }. Reminders have stopped; a word from you usually helps.

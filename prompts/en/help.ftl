# Help, progress, and the list of commands.

flow-help_me = your call for help

help-outside = To join a mentoring programme, open the invitation link from your coordinator, or type its code here (like K7QF-2M9D-XW3T-HB6P).
help-enrolling = You haven't finished joining { $programme }. Just a few taps to go.
help-left = { $role ->
   *[other] You've left { $programme }. Want to come back? Ask your coordinator for a new invitation.
}
help-declined = { $role ->
    [mentee] There's no place for you in { $programme } this time; that says nothing about you. If it opens again, a new invitation works right here.
   *[other] There's no place for you in { $programme } this time. If it opens again, a new invitation works right here.
}
help-paused = { $role ->
    [mentee] You're on a break, so there are no reminders.
   *[other] You're paused, so there are no reminders.
}
help-paused-until = They're back { $day }.
help-no-goal = First step: set one goal. Five short questions, and I'll help you phrase it.
help-checkin-due = This week's check-in is still open; it takes 2 minutes.
help-checkin-next = Your next check-in is { $next }. Earlier is fine too.
help-checkin-done = This week's check-in is done ✓ Next one { $next }.
help-mentor = { $mentees ->
    [0] You're a mentor in { $programme }. As soon as you have a mentee, you'll hear it here.
   *[other] Your mentees in { $programme }: { $names }.
}
help-coordinator = You coordinate { $programme }. Whoever needs you today is behind the first button.
help-viewer = You can see the numbers of { $programme }, without anybody's personal data.
help-owner = You own { $programme }. Whoever needs you today is behind the first button.
help-hint = { $role ->
    [mentee] Tap a button, or just write what you want, like “I want to check in”.
   *[other] Tap a button, or just write what you want, like “change language”.
}

help-me-topic = What's it about? Only coordinators read this.
help-topic-partner = { $role ->
    [mentee] My mentor
    [mentor] My mentee
   *[other] A pairing
}
help-topic-goal = { $role ->
    [mentee] My goal or my work
   *[other] A mentee's goal
}
help-topic-time = { $role ->
   *[other] Time or schedule
}
help-topic-unsafe = { $role ->
   *[other] Something feels unsafe
}
help-topic-other = { $role ->
   *[other] Something else
}
help-me-words = { $where ->
   *[other] Tell it briefly, in your own words. You can skip this.
}
help-me-words-unsafe = { $where ->
    [indonesia] Thank you for telling. If you're in danger now: call <b>112</b> (emergency) or <b>119 ext 8</b> (SEJIWA, counselling).
   *[other] Thank you for telling. If you're in danger now: call your local emergency number.
    }
    Would you like to tell coordinators a little? You can skip this; they'll contact you either way.
help-me-sent = Sent ✓ Only coordinators read it; they will contact you.
help-me-open = Usually today or the next working day.
help-me-closed = They're out of office now; they'll read it from { $opens }.
help-me-danger = { $where ->
    [indonesia] Danger doesn't wait for office hours: <b>112</b> (emergency) or <b>119 ext 8</b> (SEJIWA), any time.
   *[other] Danger doesn't wait for office hours: call your local emergency number, any time.
}
short-help-topic = About
short-help-words = Your words

coordinator-help = <b>{ $name }</b> asks for help: { $topic ->
    [partner] their mentoring partner
    [goal] a goal or task
    [time] time or schedule
    [unsafe] something feels unsafe
   *[other] something else
}.
coordinator-help-words = “{ $text }”
coordinator-help-next = { $topic ->
    [unsafe] <b>Please act soon:</b> contact { $name } directly, today.
   *[other] Contact { $name } directly, within a working day if you can.
}

progress-goal = <b>{ $goal }</b>
    { $bar } { $percent }%{ $way ->
        [up] , up { $change }
        [down] , down { $change }
       *[same] {""}
    }
progress-goal-new = <b>{ $goal }</b>
    No number yet; the next check-in gives it one.
progress-and = { $one } · { $two }
progress-ahead = ahead of plan ({ $expected }%)
progress-on-pace = on plan ({ $expected }%)
progress-behind = the plan says { $expected }%, still within reach
progress-far = the plan says { $expected }%; if it's tight, the date can move
progress-steps = { $done } of { $all } steps done
progress-due = due { $day }
progress-streak = { $n ->
    [1] One check-in done: a good start.
   *[other] { $n } check-ins in a row. 🔥
}
progress-empty = { $past ->
    [0] No goal yet, so there's nothing to see. Let's start with a small one.
   *[other] All your goals are reached or let go. Shall we set a new one?
}
chart-here = Here's how far you've come.
chart-empty = There's nothing to draw yet. After your first check-in the chart appears here.

button-checkin = Check-in
button-progress = Progress
button-chart = Show chart
button-my-goals = My goals
button-profile = Finish joining
button-help = Help
button-help-me = Ask for help

command-checkin = Weekly check-in, 2 minutes
command-goals = See and change your goals
command-progress = Your progress, with a chart
command-feedback = Give feedback
command-help_me = Ask a coordinator for help
command-pause = Take a break: no reminders
command-resume = Go on after a break
command-settings = Name, time zone, schedule, quiet hours
command-language = Change language · Ganti bahasa
command-privacy = Who sees what
command-my_data = A copy of all your data
command-edit = Correct an answer or your data
command-leave = Leave the programme
command-erase = Erase all your data
command-help = Help and what you can do

phrases-checkin = check in, checkin, i want to check in, weekly check in, report progress, weekly report, this week's update
phrases-goals = goals, my goals, set a goal, new goal, add a goal, change my goal, show my goals, my steps
phrases-progress = progress, my progress, show progress, chart, show chart, how far am i, how am i doing
phrases-feedback = feedback, give feedback, i have feedback, suggestion, i have a suggestion
phrases-help_me = help me, i need help, ask for help, contact the coordinator, talk to a human, talk to someone, i don't feel safe, i have a problem, my mentor doesn't reply, my mentee doesn't reply
phrases-pause = pause, take a break, i need a break, break, stop reminding me, no reminders, leave me alone, holiday
phrases-resume = resume, i'm back, end my break, start again, go on after my break
phrases-settings = settings, change my name, change my time zone, change check in time, quiet hours, i moved
phrases-language = language, change language, english, speak english, indonesian, speak indonesian
phrases-privacy = privacy, who can see my data, who sees what, who reads this, is this private
phrases-my_data = my data, send my data, export, export my data, download my data, a copy of my data
phrases-edit = edit, correct my data, change my answer, wrong answer, my data is wrong
phrases-leave = leave, leave the programme, i want to leave, quit, i quit, drop out, unsubscribe
phrases-erase = erase my data, delete my data, delete my account, forget me, erase everything
phrases-help = help, menu, hello, hi, hey, good morning, good evening, start, what can you do, how does this work, commands

button-desk-attention = Need attention
button-desk-figures = Figures
button-desk-pairs = Pairs
button-desk-match = Match
button-desk-inbox = Inbox
button-desk-pending = Pending
button-desk-invite = Invite
button-desk-programme = Programme
button-desk-digest = Digest

# The weekly check-in and reminders.

flow-checkin = the check-in
flow-feedback = your feedback

checkin-how-far = <b>{ $goal }</b>: how far are you now?
checkin-how-far-since = <b>{ $goal }</b>: how far are you now? Last time { $last }%.
checkin-note-how = Type the number, then your note. For example: <code>60 first draft done</code>
button-note = + Note
checkin-obstacle = What got in the way of <b>{ $goal }</b> most?
obstacle-time = Time
obstacle-signal = Signal / data
obstacle-start = Not sure how to start
obstacle-mentor = Need my mentor's input
obstacle-mood = Low on energy
checkin-mood = How did this week feel?
mood-1 = 1 hard
mood-2 = 2
mood-3 = 3 okay
mood-4 = 4
mood-5 = 5 smooth
checkin-next-step = What's one small step for this week?
checkin-for-mentor = Anything you'd like to tell { $mentor }? They'll read it.
checkin-for-nobody = Anything you'd like to tell your mentor later?
checkin-review = Here's your check-in for this week. All good?
checkin-noted = Saved ✓
checkin-line = { $goal } { $percent }% { $bar }
checkin-line-up = { $goal } { $percent }% { $bar }, up { $change }
checkin-line-down = { $goal } { $percent }% { $bar }, down { $change }; that happens
checkin-line-same = { $goal } { $percent }% { $bar }, where it was
checkin-your-step = Your step this week: { $step }
checkin-streak = { $n } weeks in a row. 🔥
checkin-low-mood = Thanks for being honest. Hard weeks happen; would you like to talk to a person?
button-change-answers = Change answers

short-percent = { $goal }
short-obstacle = What got in the way of { $goal }
short-mood = How the week felt
short-next-step = Next step
short-for-mentor = For the mentor

remind-checkin = { $rest ->
    [0] This week's check-in, { $name }, just 2 minutes.
    [one] This week's check-in, { $name }, just 2 minutes: one more goal follows.
   *[other] This week's check-in, { $name }, just 2 minutes: { $rest } more goals follow.
}
remind-checkin-goal = <b>{ $goal }</b>: how far are you now?
remind-checkin-no-goal = This week's check-in, { $name }. How was your week?
button-mood-5 = Smooth
button-mood-3 = Okay
button-mood-1 = Hard
nudge-1 = { $name }, how was your week? One tap is enough.
nudge-3 = { $name }, this week's check-in is still open. One tap is fine: how was your week?
nudge-7 = { $name }, we haven't talked for a week. Is something hard right now? I can connect you with the coordinator, or you take a break.
nudge-14 = { $name }, this is my last reminder, so I don't bother you. Whenever you're ready, I'm here.
remind-idle = We stopped halfway: { $what }. Shall we go on? What you've answered so far is saved.
remind-back = Welcome back, { $name }! Your break is over. Let's start gently: a 2-minute check-in?
welcome-1 = A small tip for today:
welcome-2 = Did you know? You can just write normally, like “I want to report progress”. I'll understand.
tip-bots = I'm a program, not a person: tap the buttons under my messages, or reply in writing. Tapped wrong? Write “back”.
tip-video = First video call? Try 5 minutes with a friend, wear earphones and sit facing the light. Weak signal? Turn the camera off, audio is enough.
tip-documents = An online document is like shared paper: you and your mentor write in the same place. Start with one page of notes.
tip-none = Write down one question for your mentor now, while you think of it. It makes a first meeting so much easier.

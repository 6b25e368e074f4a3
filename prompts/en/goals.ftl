# Goals: making, seeing, changing, moving, reaching, dropping them; their steps; their reminders.

flow-goal = a new goal
flow-goal_edit = changing a goal
flow-goal_move = moving a goal's date
flow-goal_reach = marking a goal as reached
flow-goal_drop = dropping a goal
flow-goal_step = adding a step

# A new goal
goal-what = For example:
    1. { $goal1 }
    2. { $goal2 }
    3. { $goal3 }
    What's one thing you'd like to achieve? Write it in your own words, or tap a number.
goal-what-first = Now your first goal, it takes 2 minutes. For example:
    1. { $goal1 }
    2. { $goal2 }
    3. { $goal3 }
    What's one thing you'd like to achieve? Write it in your own words, or tap a number.
goal-help-what = Just write it as it comes, like “learn Python”. Then I'll offer three clearer wordings, with a number and a date.
button-goal-later = Not now
goal-later = No rush. I'll remind you in a few days; if something comes to mind before, type /goals.
goal-clearer = Nice! So that you can tell when you're there, how about:
    1. { $goal1 } (by { $day1 })
    2. { $goal2 } (by { $day2 })
    3. { $goal3 } (by { $day3 })
    Tap one, write your own version, or keep what you had?
goal-unsure = That's fine, many people start here. For example:
    1. { $goal1 } (by { $day1 })
    2. { $goal2 } (by { $day2 })
    3. { $goal3 } (by { $day3 })
    Which one appeals to you most? Or write one thing you'd like to be able to do.
button-keep-mine = Keep mine
goal-measure = <b>{ $goal }</b>
    How will you know you've reached it? For example: “{ $example }”
goal-help-measure = A good sign is one that others can see: a number, a grade, a finished file, people who use it. Not “understand it better” but “I can explain it to 2 people”.
button-measure-known = The goal says it already
button-use-example = Use that example
goal-why = <b>{ $goal }</b>
    Why does it matter to you?
goal-help-why = Imagine the day after you've reached it: what's different? That's your reason, like “I can apply for internships without being shy”.
goal-due = <b>{ $goal }</b>
    By when? Tap a date or type another one, up to a year ahead.
goal-day = { $day }
goal-day-tomorrow = Tomorrow
goal-day-said = As you said: { $day }
goal-day-fits = Fits: { $day }
goal-day-weeks-2 = +2 weeks: { $day }
goal-day-later-1 = +1 month: { $day }
goal-day-later-3 = +3 months: { $day }
goal-day-month-1 = 1 month: { $day }
goal-day-month-3 = 3 months: { $day }
goal-day-month-6 = 6 months: { $day }
goal-day-programme = End of programme: { $day }
goal-day-year = End of year: { $day }
goal-step = <b>{ $goal }</b>
    What's your first step this week? Something you can finish in one go, like “{ $example }”
goal-help-step = Start with just 30 minutes: one message, one page, one exercise. Name the day if you know it, like “send the draft on Thursday”.
goal-step-day = “{ $step }”: which day will you do it? I'll remind you that morning.
goal-more-steps = Which steps come next? Send several if you like: one a line, or with commas. There's room for { $room }.
goal-add-step = Which steps come next for <b>{ $goal }</b>? Send several if you like: one a line, or with commas. There's room for { $room }.
goal-steps-room = I read { $count } steps, but there's room for { $room }. Send just the most important, one a line.

# The card before saving
goal-stack = { $above }
    { $line }
goal-card = Here's your goal:
goal-card-ask = All good?
goal-line-title = <b>{ $goal }</b>
goal-line-measure = I'll know when: { $text }
goal-line-why = Why: { $text }
goal-line-due = By { $day }
goal-line-step = First step: { $step }
goal-line-step-day = First step: { $step } (I'll remind you { $day })
goal-line-further = Step { $at }: { $step }
goal-seen-pair = You and { $mentor } can read it; coordinators see its title and percent only.
goal-seen-mentor = You and your future mentor can read it; coordinators see its title and percent only.
goal-seen-private = Only you can read it; coordinators just see it counted.
goal-hint-result = <i>There's no number or visible result yet. That's fine too; to make it clearer, tap Change.</i>
goal-hint-soon = <i>The first step is more than a week away. Is there something you could begin this week?</i>
button-save-private = Save, just for me
goal-saved = Saved ✓ <b>{ $goal }</b>. Clear, and within reach.
goal-saved-first = Great, your first goal is saved: <b>{ $goal }</b> 🎯
goal-saved-step = Start here: { $step }
goal-saved-step-day = Start here: { $step }. I'll remind you on the morning of { $day }.
goal-next-mentor = Tell { $mentor } about it in your first talk.
goal-next-checkin = Once a week I'll ask how far you are; it takes 2 minutes.
goal-next-matching = Your coordinator is looking for a mentor who fits; you'll hear about it here.

# Looking
goals-empty = { $past ->
    [0] No goal yet. Start with a small one: it takes 2 minutes.
   *[other] No active goal right now. Ready for the next one?
}
goals-title = Your goals now:
goal-standing = { $bar } { $percent }%
goal-standing-due = { $bar } { $percent }% · by { $day }
goal-next = Next: { $step }
goal-next-day = Next: { $step } ({ $day })
goal-all-ticked = Every step is ticked. Have you reached the goal?
goal-unknown = That goal isn't on your list. Here's the list:
goal-closed = <b>{ $goal }</b> is closed, so it can't be changed any more. Its record is safe.
goal-full = You have { $most } active goals, and that's enough: more would split your attention. Which one would you finish or drop first?

# Changing
goal-edit = What would you like to change about <b>{ $goal }</b>?
goal-part-title = The goal
goal-part-measure = How I'll know
goal-part-why = The reason
goal-part-due = The date
goal-edit-now = Now: “{ $now }”
goal-edit-title = How would you like to put it?

# Moving
goal-move = <b>{ $goal }</b> was planned for { $day }. When should it be?
goal-move-why = Sure. What made you move it?
goal-moved-busy = Busy right now
goal-moved-bigger = Bigger than it looked
goal-moved-waiting = Waiting for someone
goal-moved-health = Illness / family
goal-moved = Okay, <b>{ $goal }</b> is now planned for { $day }. Adjusting a plan is part of planning.

# Reached
goal-reach = You reached <b>{ $goal }</b>? Wonderful! What helped you most?
goal-helped-steps = Small steps
goal-helped-mentor = My mentor
goal-helped-routine = A regular time
goal-helped-friends = Friends / family
button-not-yet = Oh, not yet
goal-reached = <b>{ $goal }</b>: you did it! 🎉
goal-way-weeks = { $weeks ->
    [one] A week ago
   *[other] { $weeks } weeks ago
} ({ $day }) you were at { $percent }%. Getting here was your own work.
goal-way-steps = { $n ->
    [one] One step brought you here.
   *[other] { $n } steps brought you here, one by one.
}
goal-way-measure = You once wrote how you'd know: “{ $measure }”. Now it's real.
goal-recipe = What helped: { $helped }. Remember that recipe for your next goal.

# Dropping
goal-drop = You'd like to drop <b>{ $goal }</b>? That's okay. What's the reason?
goal-dropped-priority = Something matters more
goal-dropped-time = Not enough time
goal-dropped-big = It's too big
goal-dropped-fit = It doesn't fit any more
button-keep-goal = Keep it after all
goal-or-time = If it's about time, the date can move. Move <b>{ $goal }</b>, or still drop it?
goal-instead-time = Move the date
goal-or-big = If it's too big, it can be made smaller. Shrink <b>{ $goal }</b>, or still drop it?
goal-instead-big = Make it smaller
goal-dropped = Okay, <b>{ $goal }</b> is dropped. What you did for it stays on record, and there's room for something else.

# Steps
step-open = ☐ { $step }
step-ticked = ☑ { $step }
step-done = Nice, one step done ✓
step-undone = Okay, that step is open again.
button-untick = Not done after all

# When the world has changed
goal-gone = That goal is closed, so nothing was changed. Your others are in /goals
goal-no-programme = You aren't in a programme yet, so I can't save a goal. Open your invitation link first.
goal-too-many = You have { $most } active goals already, so this one wasn't saved. Finish or drop one first in /goals
steps-too-many = A goal holds { $most } steps at most, and this one is full. If they're all done, maybe you've reached it?

# Buttons
button-new-goal = Set a new goal
button-add-step = + Step
button-step-done = Done ✓
button-open-goal = Open the goal
button-reached = Reached 🎉
button-postpone = Move the date
button-drop = Drop the goal
button-show-private = Hide from my mentor
button-show-pair = Share with my mentor

# Reminders
remind-goal-missing = { $name }, would you like to start with one small goal? Five short questions, with examples to pick from.
remind-goal-missing-again = { $name }, you have no goal yet, and that's okay. If you don't know where to start, just write “not sure” and I'll help you find one.
remind-step-due = Planned for today: { $step }, for <b>{ $goal }</b>. Did you get to it?
remind-goal-due = <b>{ $goal }</b> was planned for { $day }. How did it turn out?

# Names of answers in the list of changes
short-goal-what = Goal
short-goal-clearer = Wording
short-goal-measure = How I'll know
short-goal-why = Why
short-goal-due = Date
short-goal-step = First step
short-goal-step-day = Its day
short-goal-steps = More steps
short-goal-card = Then
short-goal-part = Part
short-goal-reason = Reason

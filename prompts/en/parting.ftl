# A way out of a pair, its end, and forms in their moments.

command-change_partner = Change mentoring partner
phrases-change_partner = change partner, change my partner, change mentor, change my mentor, change mentee, another mentor, another mentee, new mentor
flow-change_partner = changing partner
flow-after-session = session feedback
flow-pulse = how you two get on
flow-midway = the half-way questions
flow-closing = the closing questions
flow-goal-view = your view of a goal

part-why = { $role ->
   *[other] That's all right, some pairs just don't fit. Why would you like someone other than { $partner }? Only coordinators read it.
}
part-time = Our times don't fit
part-match = Not the right match
part-silent = No word for long
part-other = Another reason
part-words = Would you like to add anything in your own words? You can skip this.
short-part-why = Reason
short-part-words = Note
part-waiting = Noted ✓ { $partner } hasn't been told. It takes effect { $until }; until then you can change your mind with one tap.
part-kept = Okay, you stay with { $partner }. Nothing has changed, and { $partner } doesn't know.
button-keep-pair = Stay together

coordinator-part = <b>{ $name }</b> would like another partner (now with { $partner }): { $reason }.
coordinator-part-until = It takes effect { $until }, unless { $name } changes their mind. The partner doesn't know yet; please keep it so.
coordinator-part-kept = <b>{ $name }</b> has changed their mind and stays with { $partner }.
coordinator-parted = The pair of <b>{ $name }</b> and { $partner } has ended ({ $reason }). Both have been told, without a reason, and can be matched again.
coordinator-rematch = { $role ->
    [mentee] <b>{ $name }</b> has no mentor now, as theirs has left. They've been told, and can be matched again.
   *[other] <b>{ $name }</b> has one mentee fewer, as that one has left. They've been told, and can be matched again.
}
coordinator-closed = The mentorship of <b>{ $name }</b> and { $partner } has ended as planned. Closing questions answered: { $n } of 2.

pair-over-asked = { $role ->
   *[other] Your mentorship with { $partner } has ended, as you asked. Your reason wasn't passed on.
}
pair-over-over = { $role ->
    [mentee] Your mentorship with { $partner } ends today. It isn't your fault; sometimes another pair fits better.
   *[other] Your mentorship with { $partner } ends today. It's nobody's fault; sometimes another pair fits better. Thank you for your time.
}
pair-over-left = { $role ->
    [mentee] { $partner } is no longer in the programme, so your mentorship has ended. It isn't because of you.
   *[other] { $partner } is no longer in the programme, so your mentorship has ended. It isn't because of you; thank you for your time.
}
pair-over-gone = { $role ->
    [mentee] Your mentor is no longer in the programme, so your mentorship has ended. It isn't because of you.
   *[other] Your mentee is no longer in the programme, so your mentorship has ended. It isn't because of you; thank you for your time.
}
pair-over-closed = { $role ->
    [mentee] Your mentorship with { $partner } is complete. Well done, and thank you for walking this way together. 🌱
   *[other] Your mentorship with { $partner } is complete. Thank you for being there. 🌱
}
pair-over-sessions = { $n ->
    [one] The session you'd planned is off; no need to tell anyone.
   *[other] The { $n } sessions you'd planned are off; no need to tell anyone.
}
pair-over-next = { $role ->
    [mentee] Your goals and check-ins go on. The coordinator knows and looks for another mentor.
   *[other] The coordinator knows and will be in touch about what comes next.
}
pair-closed-next = { $role ->
    [mentee] Your goals and check-ins stay here; go on whenever you like.
   *[other] Would you like to take on another mentee? Set how many below.
}

closing-week = { $role ->
   *[other] One week left: your mentorship with { $partner } ends on { $day }.
}
closing-week-more = { $role ->
   *[other] Anything you'd still like to do? If you both want to, you get 30 more days.
}
button-extend = Extend 1 month
extend-asked = <b>{ $name }</b> would like to go on for another month. You too? If not, just leave it; it ends as planned.
extend-waiting = Noted: you'd like another month. It counts if { $partner } wants it too.
extend-done = Great, you go on with { $partner } until { $day }.
extend-early = This mentorship runs until { $day }; you can extend it from two weeks before.

closing-today = { $role ->
   *[other] { $name }, today is the last day of your mentorship with { $partner }.
}
closing-together = { $role ->
   *[other] What you two did together:
}
closing-sessions = { $n ->
    [one] · { $n } session together
   *[other] · { $n } sessions together
}
closing-reached = · Goal reached: <b>{ $goal }</b>
closing-moved = · { $goal }: from { $first }% to { $last }% { $bar }
closing-stands = · { $goal }: { $last }% now, { $first }% at the start { $bar }
closing-weeks = { $n ->
    [one] · { $n } check-in answered
   *[other] · { $n } check-ins answered
}{ $streak ->
    [0] {""}
    [1] {""}
   *[other] {" "}(longest run { $streak } weeks)
}
closing-ask = { $role ->
    [mentee] Your story helps the next mentee, and takes 2 minutes. The line to your mentor stays open for a week, to say goodbye.
   *[other] May we ask 2 minutes for the closing questions? The line to your mentee stays open for a week, to say goodbye.
}
closing-again = { $role ->
   *[other] { $name }, the closing questions about { $partner } are still open. It's 2 minutes, and your thanks can be passed on.
}
thanks-passed = Your words go to { $partner }.
thanks-from = From <b>{ $name }</b>: “{ $text }”

button-form = Answer now
button-view = { $goal }
remind-after-session = { $role ->
   *[other] { $name }, how was the session with { $partner }? Three taps.
}
remind-after-session-again = { $role ->
   *[other] { $name }, the three taps about your session with { $partner } are still open, while it's fresh.
}
remind-pulse = { $role ->
   *[other] { $name }, how is mentoring with { $partner } going? One tap, and { $partner } doesn't see your answer.
}
remind-pulse-again = { $role ->
   *[other] { $name }, one tap about mentoring with { $partner } is still open. An honest answer helps us help.
}
remind-midway = { $role ->
   *[other] You're half-way with { $partner }, { $name }. Three questions, one minute.
}
remind-midway-again = { $role ->
   *[other] { $name }, the three half-way questions about mentoring with { $partner } are still open.
}
remind-goal-view = { $name }, how far would you say { $partner } is? { $n ->
    [one] One tap.
   *[other] One tap a goal.
}
pulse-low = { $role ->
    [mentee] That sounds hard. Would you like a coordinator's help? Your mentor isn't told.
   *[other] That sounds hard. Would you like a coordinator's help? Your mentee isn't told.
}
view-topic = { $role ->
    [mentee] Something interesting to talk about: you see <b>{ $goal }</b> at { $mentee }%, { $partner } at { $mentor }%. Neither is wrong; ask each other what you see.
   *[other] Something interesting to talk about: { $partner } sees <b>{ $goal }</b> at { $mentee }%, you at { $mentor }%. Neither is wrong; ask each other what you see.
}

why-after-session = After a session that took place, both sides are asked three short things. Three times at most, then it stops.
why-pulse = After 30 days, then every 60, both sides are asked how mentoring is going. Three times at most, then it stops.
why-midway = Half-way through, both sides are asked once. Three times at most, then it stops.
why-goal-view = Once a month mentors are asked how they see their mentee's goals. Three times at most, then it stops.
why-closing-week = Every mentorship has a last day; a week before it both are told.
why-closing = The mentorship has come to its last day. The closing questions are asked three times at most.

thing-feedback-words = comments about mentoring

# Pairs that need somebody: why, and what can be done.

command-at_risk = The pairs that need you today
phrases-at_risk = at risk, pairs at risk, which pairs need me, which pairs need me today, who needs me today, silent pairs, who is silent
flow-risk_write = your message to a pair
flow-risk_fine = leaving a pair for now

risk-title = { $n ->
    [one] <b>{ $n } pair needs you today</b>
   *[other] <b>{ $n } pairs need you today</b>
}
risk-title-acted = { $n ->
    [one] <b>This pair has been followed up.</b> Now it's up to them.
   *[other] <b>These { $n } pairs have been followed up.</b> Now it's up to them.
}
risk-none = No pair needs you today. 🌱
risk-page = { $more ->
    [0] { $last }
   *[other] { $first }–{ $last }
} of { $total }
risk-waiting = { $n ->
    [one] { $n } mentee is waiting for a mentor.
   *[other] { $n } mentees are waiting for a mentor.
}
risk-pair = { $number }. <b>{ $mentee } → { $mentor }</b> · { $why }
risk-pair-acted = { $number }. <b>{ $mentee } → { $mentor }</b> · { $why } · ✓ followed up { $at }

risk-silent = { $n ->
    [one] { $n } day without a word
   *[other] { $n } days without a word
}{" "}{ $cadence ->
    [weekly] (agreed: weekly)
    [biweekly] (agreed: every two weeks)
    [monthly] (agreed: monthly)
    [usual-weekly] (usual: weekly)
    [usual-monthly] (usual: monthly)
   *[other] (usual: every two weeks)
}
risk-first = { $n ->
    [one] paired { $n } day ago, no hello yet
   *[other] paired { $n } days ago, no hello yet
}
risk-session = { $n ->
    [one] { $n } day without a session
   *[other] { $n } days without a session
}
risk-checkins = { $n ->
    [one] { $n } check-in missed
   *[other] { $n } check-ins missed
}
risk-feel = recent answers are worth a look
risk-unreachable = the bot can't reach { $name }
risk-dispute = they tell the last session differently
risk-profile = { $name } hasn't finished joining
risk-goal = { $n ->
    [one] { $n } day without a goal
   *[other] { $n } days without a goal
}
risk-agreement = { $n ->
    [one] agreement unfinished for { $n } day
   *[other] agreement unfinished for { $n } days
}
risk-and-more = { $n ->
    [one] and { $n } more thing
   *[other] and { $n } more things
}
risk-both-of = { $mentee } → { $mentor }
risk-pair-title = <b>{ $mentee } → { $mentor }</b>
risk-reason = · { $why }
risk-no-reason = Nothing to worry about right now.
risk-pair-fine = Left alone until { $until }.
risk-pair-done = ✓ Followed up { $at }

button-risk-nudge = Nudge both
button-risk-write = Write
button-risk-text = Ready text
button-risk-fine = Fine, until…
button-risk-pair = { $number }. { $mentee } → { $mentor }
button-risk-before = ‹ Before
button-risk-more = More ›
button-risk-fine-list = Fine for now ({ $n })
button-risk-match = Find a mentor ({ $n })
button-risk-rules = The rules
button-risk-list = ‹ List of pairs
button-risk-lift = Look again { $number }
button-risk-inactive = Make it { $n } days
button-risk-drop = Don't send
button-risk-answer = Answer the coordinator
button-still-going = Still going
button-pair-done = We're done

risk-gone = That pair isn't active any more, or isn't in this programme.
risk-resting = { $name } is on a break, so there's no need for a nudge yet.
risk-nudged-lately = { $mentee } and { $mentor } were nudged { $at }. Give them a little time; you can again from { $again }. Until then you can write to them yourself.
risk-sent-to = To <b>{ $name }</b> ✓ { $words }
risk-sent-when = If it's quiet hours there, it arrives right after.
risk-unreached = The bot can't reach <b>{ $name }</b>. Try WhatsApp or email; the words are ready.
risk-written = Sent to { $name } ✓
risk-write-whom = Who would you like to write to?
risk-both = Both
risk-write-text = What's your message? Write as you would anywhere; your name goes with it.
risk-write-preview = For { $to }:

    A message from <b>{ $name }</b>, coordinator: “{ $text }”
risk-write-dropped = Okay, not sent.
risk-from-staff = { $role ->
   *[other] A message for you from <b>{ $name }</b>, coordinator: “{ $text }”
}
short-risk-whom = To
short-risk-text = Message
short-risk-until = Until
short-risk-why = Reason

risk-fine-until = Until when are { $mentee } and { $mentor } fine without you?
risk-fine-week = 1 week
risk-fine-two-weeks = 2 weeks
risk-fine-month = 1 month
risk-fine-reason = Would you like to note why? Only coordinators see it. You can skip this.
risk-watched = Done. { $mentee } and { $mentor } come back { $until }, if they still need you then.
risk-fine-title = { $n ->
    [one] <b>{ $n } pair is fine for now</b>
   *[other] <b>{ $n } pairs are fine for now</b>
}
risk-fine-line = { $number }. { $mentee } → { $mentor } · until { $until }
risk-fine-why = { $number }. { $mentee } → { $mentor } · until { $until } · { $why }
risk-fine-none = No pair is left alone at the moment.

risk-rules-title = <b>When a pair is on the list</b>
risk-rules = · no hello for { $first } days
    · no word for { $silence } times what they agreed on (nothing agreed: { $cadence ->
        [weekly] weekly
        [monthly] monthly
       *[other] every two weeks
    }); no session for { $session } days
    · { $missed } check-ins missed; mood going down, or mentoring rated { $score } of 5 or lower (never shown as such)
    · the bot can't reach one of them; they tell a session differently
    · no goal for { $goal } days; no agreement for { $agreement } days; joining unfinished for { $profile } days
risk-rules-rest = Whoever is on a break isn't on it, and breaks don't count.
risk-rules-inactive = { $n } days without any sign of life: both are asked. { $answer } days without an answer: closed kindly, and it can be opened again.
risk-rules-none = This programme is archived; nothing is watched.

risk-text-title = Two messages to copy, one for each, in their own language:
risk-text = { $text }
risk-ready = { $role ->
   *[other] Hi { $name }, this is { $coordinator } from { $programme }. { $words } If anything's in the way, just tell me.
}

risk-word-from = { $role ->
    [mentee] { $coordinator }, your coordinator, asked me to send you this.
   *[other] Sent at the request of { $coordinator }, the programme's coordinator.
}
risk-word-first = { $role ->
    [mentee] You and { $partner } haven't said hello yet. One sentence is enough, like: “Hi, when would be a good time to talk?”
   *[other] You and { $partner } haven't said hello yet. Mentees are often shy to begin; one sentence from you helps a lot.
}
risk-word-silent = { $role ->
    [mentee] It's been quiet between you and { $partner } for a while. Busy weeks happen; one sentence is enough to pick it up again.
   *[other] It's been quiet between you and { $partner } for a while. Ask about this week's step; one sentence is enough to pick it up again.
}
risk-word-session = { $role ->
   *[other] It's time to meet { $partner } again, and 30 minutes will do. Suggest two or three times; { $partner } only has to pick one.
}
risk-word-dispute = { $role ->
   *[other] You and { $partner } noted your last session differently. That's fine; just settle it between you and correct the note.
}
risk-word-profile = { $role ->
   *[other] You've nearly finished joining. Once it's done, { $partner } can get to know you first.
}
risk-word-goal = { $role ->
    [mentee] You haven't set a goal yet. Start small, it's five short questions; then { $partner } knows how to help.
   *[other] { $partner } hasn't set a goal yet. One question from you can open the way: “What would you like to be able to do in three months?”
}
risk-word-agreement = { $role ->
   *[other] Your small agreement with { $partner }, like how often and by what means, isn't finished. It takes 2 minutes and saves the guessing.
}
risk-word-unreachable = { $role ->
   *[other] Messages from the mentoring bot don't reach you. Open the bot again and type /start, so that you hear from { $partner }.
}
risk-word-any = { $role ->
   *[other] How's mentoring with { $partner } these days? If it's going well, just say hello to { $partner }. If something's in the way, tell us.
}

risk-news = { $n ->
    [one] <b>{ $n } more pair needs you</b>
   *[other] <b>{ $n } more pairs need you</b>
}
risk-news-worse = { $n ->
    [one] <b>{ $n } pair needs you more than before</b>
   *[other] <b>{ $n } pairs need you more than before</b>
}

risk-going = { $role ->
   *[other] { $name }, it's been quiet between you and { $partner } for a long time. Are you still going? It's fine if you're done. If there's no word by { $until }, we'll close it kindly for now.
}
risk-going-on = { $role ->
   *[other] Great, you and { $partner } go on! I'll tell { $partner }. A small next step:
}
risk-goes-on = { $role ->
   *[other] <b>{ $partner }</b> would like to go on mentoring with you. 🙌
}
risk-not-asked = Your mentorship goes on, and nothing was closed. If you'd like to stop, see /help.
risk-done-noted = { $role ->
   *[other] Noted. If { $partner } feels the same, it's closed in a good way. Changed your mind? One tap.
}
risk-done = { $role ->
    [mentee] Your mentorship with { $partner } is complete; you both feel it's done. Thanks for walking this way together. 🌱
   *[other] Your mentorship with { $partner } is complete; you both feel it's done. Thank you for being there. 🌱
}
risk-done-staff = <b>{ $name }</b> and { $partner } both say they're done, so their mentorship is closed.
risk-closed = { $role ->
    [mentee] It's been quiet for long, so your mentorship with { $partner } is closed for now. It's nobody's fault, and your goals stay here.
   *[other] It's been quiet for long, so your mentorship with { $partner } is closed for now. It's nobody's fault; thank you for your time.
}
risk-closed-open = Would you still like to go on? One tap opens it again, until { $until }.
risk-closed-staff = { $n ->
    [one] { $n } pair was closed kindly after a long silence and no answer: { $pairs }.
   *[other] { $n } pairs were closed kindly after a long silence and no answer: { $pairs }.
}
risk-closed-more = … and { $n } more.
risk-too-late = It's too late to open this one again by itself. Type /help_me; a coordinator can pair you again.
risk-reopen-left = { $partner } isn't in the programme any more. The coordinators know and will be in touch.
risk-reopen-taken = There's another pairing by now, so this one can't just be opened. The coordinators know that { $partner } is missed.
risk-reopen-staff = <b>{ $name }</b> would like to go on with { $partner }, but it can't be opened by itself: one of them has left or has no room.

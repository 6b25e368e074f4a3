# Sessions: finding a time, agreeing, moving, calling off, and whether you met.

command-session = Arrange a session with your partner
command-met = Note down a meeting that took place
phrases-session = session, schedule a session, arrange a session, book a session, propose a time, when do we meet, meet my mentor, my sessions, next session
phrases-met = we met, met, we met yesterday, log a meeting, note a meeting
flow-session = session proposal
flow-session_answer = answer to a proposal
flow-session_reply = answer to a question
flow-session_move = moving a session
flow-session_cancel = calling off a session
flow-session_confirm = confirming a session
flow-session_text = written session
flow-met = note of a meeting
flow-room = room for sessions

button-session-new = Propose a time
button-sessions = All sessions
button-met = Note a meeting
button-session-repeat = Regular times…
button-session-type = Type another time
button-session-send = Send to { $partner }
button-session-change = Change length, way, topic
button-session-fits = That works
button-session-all = They all work
button-session-other = Other times…
button-session-ask = Ask first
button-session-reply = Answer
button-session-look = See the proposal
button-session-withdraw = Take it back
button-session-change-times = Change the times
button-session-move = Move
button-session-cancel = Cancel
button-session-ready = I'll be there
button-session-join = Join
button-session-answer = Answer the questions
button-session-say-met = Did you meet?
button-add-calendar = + Google Calendar
button-room = Our room
button-room-none = A new room each time
button-met-yes = Yes, we met
button-met-moved = Moved
button-met-no = No
button-log-yes = That's right
button-log-no = No

session-kind-video = video
session-kind-audio = audio
session-kind-phone = phone
session-kind-person = in person
session-kind-text = written
session-minutes = { $n } minutes
session-same-clock = {""}
session-clock = { $clock } { $where }
session-in-city = in { $city }
session-on-day = { $day } { $time }
session-in-brackets = { " " }({ $time })
session-beside = { " " }· { $time }
session-moment = { $at }{ $there }
session-item = { $what }
session-slot = { $mark }{ $moment }{ $quiet }
session-night-mine = , in { $role ->
   *[other] your quiet hours
}
session-night-theirs = , outside { $name }'s hours
session-about = { " " }({ $topic })
session-rule-weekly = { $every ->
    [1] every { $day } { $clock }, { $n } times
   *[other] every { $every } weeks, { $day } { $clock }, { $n } times
}
session-rule-monthly = { $nth ->
    [1] first
    [2] second
    [3] third
   *[other] fourth
    } { $day } of the month, { $clock }, { $n } times
session-times = { $n } times

session-not-you = Sessions are for mentors and mentees.
session-nobody = { $role ->
    [mentee] You have no mentor yet, so there is nobody to arrange a session with. I'll tell you as soon as there is.
   *[other] You have no mentee yet, so there is nobody to arrange a session with. I'll tell you as soon as there is.
}
session-you-paused = { $role ->
   *[other] You're taking a break. Resume first, then we'll find a time.
}
session-with-whom = With whom?
short-session-partner = With
session-when = { $role ->
   *[other] When could you meet { $partner }? Choose up to three, or type one, like “Thursday 7 pm”.
}
session-when-how = Type a day and a time, like “Thursday 7 pm” or “tomorrow 19:00”.
    Several at once: put a semicolon between them. Regular: “every Tuesday 7 pm, 6 times”.
short-session-when = When
unclear-session-time = I can't read “{ $heard }” as a time. Try “Thursday 7 pm”, “tomorrow 19:00”, or “every Tuesday 7 pm, 6 times”.
session-past = “{ $heard }” is over. Choose a time ahead, like “tomorrow 7 pm”. If you have met already, note it with /met.
session-most = { $most } times at most. Tap one to let it go.
session-which = Which one do you mean?
session-which-clock = { $day }, at what time?
session-gap = There is no { $clock } on { $day }: clocks go forward that day. Do you mean this?
session-series-size = Regular times go from 2 to { $most } times. Try “every Tuesday 7 pm, 6 times”.
session-series-clock = At what time? Say it whole, like “every Tuesday 7 pm, 6 times”.
session-series-far = The last of them ({ $at }) is more than a year away. Try fewer.
session-trouble-past = { $at } is over. Choose a time ahead.
session-trouble-far = { $at } is more than a year away. Choose one that's nearer.
session-trouble-mine = { $at } runs into another session of yours. Try another time.
session-trouble-theirs = { $at }: { $partner } has another session then. Try another time.
session-trouble-paused = { $partner } is still taking a break on { $at }. Choose a time after it.

session-waiting-by-mine = Your proposal to { $partner } ({ $at }) has no answer yet. What shall we do with it?
session-waiting-by-theirs = { $partner } has proposed { $at }. Answer that first?
session-waiting-change = Change the times
session-waiting-answer = Answer it
session-waiting-another = Propose another session
session-waiting-leave = Just look at it
session-every = How often?
session-every-1 = Every week
session-every-2 = Every two weeks
session-every-month = Once a month
session-day = On which day?
session-which-hour = { $day }, at what time?
session-count = How many times?
session-look = { $text ->
    [1] <b>Written session</b> with { $partner }{ $topic }. Three written questions, answered within 48 hours.
   *[0] <b>{ $minutes } minutes</b>, { $kind }, with { $partner }{ $topic }
    }
    { $moments }
session-below = { $above }
    { $below }
session-look-series = { $text ->
    [1] <b>Written session</b> with { $partner }{ $topic }. Three written questions, answered within 48 hours.
   *[0] <b>{ $minutes } minutes</b>, { $kind }, with { $partner }{ $topic }
    }
    { $rule }
    First { $first }, last { $last }.
session-kind = In which way?
short-session-kind = Way
session-length = How long?
short-session-length = Length
session-topic = { $role ->
   *[other] What would you like to talk about? You can skip this.
}

session-proposed = <b>{ $partner } suggests a { $text ->
    [1] written session
   *[0] { $minutes }-minute session, { $kind }
}</b>{ $about }
session-proposed-series = <b>{ $partner } suggests { $n } regular sessions, { $minutes } minutes, { $kind }</b>{ $about }
session-dates = { $days }
session-sent = Sent to { $partner } ✓{ $n ->
    [1] {""}
   *[other] { " " }({ $n } times to choose from)
    } { $role ->
   *[other] I'll tell you when they answer.
}
session-crossing = { $partner } has just proposed times too. One of the two needs an answer.
session-answer-which = Which one suits you for the session with { $partner }?
session-ask-what = What would you like to ask { $partner }?
session-asked = Passed on to { $partner } ✓
session-question = <b>{ $partner }</b> asks before choosing a time: “{ $question }”
session-reply-what = Your answer to { $partner }?
session-replied = <b>{ $partner }</b>: “{ $words }”
session-move-when = Move it to when? Choose up to three; the old time stands until { $partner } chooses.
session-move-often = { $role ->
   *[other] This session has moved a few times. Which time is safest for you and { $partner }? A written session works too.
}

session-confirmed = ✓ { $text ->
    [1] Written session with <b>{ $partner }</b>, from <b>{ $at }</b>.
   *[0] Session with <b>{ $partner }</b>: <b>{ $at }</b>, { $minutes } minutes, { $kind }.
}
session-confirmed-series = ✓ { $n } sessions with <b>{ $partner }</b>, { $minutes } minutes, { $kind }. The first: <b>{ $at }</b>.
session-moved = ✓ Session with <b>{ $partner }</b> moved to <b>{ $at }</b>, { $minutes } minutes, { $kind }.
session-text-how = { $role ->
   *[other] You'll get three questions then; answer any time within { $hours } hours.
}
session-room-is = Room: { $link }
session-where = { $kind ->
    [phone] Agree with { $partner } who calls.
   *[other] Agree with { $partner } on a place; a public one is best.
}
session-moving = <b>{ $partner }</b> would like to move the session { $at }. The old time stands until one is chosen.
session-others = <b>{ $partner }</b> offers other times:
session-ready = Good, noted ✓ { $at } with { $partner }.
session-ready-both = Good ✓ { $partner } will be there too: { $at }.

session-gone = That session is no longer there.
session-parted = Your time with { $partner } is over, so this session doesn't count any more.
session-was-cancelled = That session with { $partner } was called off. Propose a new time?
session-over = That session is over.
session-already = Answered already ✓ The session is { $at }.
session-yours = You sent this one to { $partner }; the answer comes from there.
session-slots-past = All the times on offer are over. Propose new ones to { $partner }?
session-slot-changed = { $partner } has changed that time. Look at the newest proposal.
session-no-pair = This pair is not active any more.
session-none-free = That time is taken or over. Try another one.
session-move-late = The session has begun, so it can't be moved. I'll ask later whether you met { $partner }.
session-cancel-late = The session has begun, so it can't be called off. I'll ask later whether you met { $partner }.

session-cancel-which = This one is part of your regular times. Which ones shall go?
session-cancel-one = Only this one
session-cancel-all = This one and the rest
session-cancel-why = { $role ->
   *[other] May I ask why? { $partner } will read it.
}
session-cancel-why-soon = { $role ->
   *[other] It's in less than 24 hours, so I'll tell { $partner } at once. Why is it off?
}
session-why-busy = Something came up
session-why-sick = Ill
session-why-signal = Signal / data
session-why-notready = Not ready yet
session-why-othertimes = Other times would suit better
session-why-own = { $words }
session-cancelled-mine = { $n ->
    [1] Session { $at } is called off; { $partner } knows ✓
   *[other] { $n } sessions are called off; { $partner } knows ✓
}
session-cancelled = { $n ->
    [1] <b>{ $partner }</b> called off the session { $at }.
   *[other] <b>{ $partner }</b> called off { $n } sessions, from { $at } on.
}
session-withdrawn-mine = Proposal to { $partner } taken back ✓
session-withdrawn = <b>{ $partner }</b> took back their proposal.
session-because = The reason: { $why }

session-room = { $kept ->
    [1] Your room with { $partner }: { $room }. Send a new link to replace it.
   *[0] Do you have a room of your own with { $partner } (Meet, Zoom, Jitsi)? Send its link. Without one, each session gets a new room.
}
short-session-room = Room
session-room-bad = I can't read “{ $heard }” as a link. One looks like https://meet.google.com/abc-defg-hij
session-room-http = “{ $heard }” is not safe. The link must begin with https://
session-room-kept = Kept ✓ From now on you meet at { $link }
session-room-gone = Okay ✓ Each session gets a new room.
session-room-new = <b>{ $partner }</b> set a room for your sessions: { $link }
session-room-none = <b>{ $partner }</b> gave up your room; each session gets a new one.

session-text-early = This written session begins { $at }. I'll send the questions then.
session-text-late = The time to answer this session is over. No harm done; propose a new one?
session-text-done = Your answers are in ✓ I'll pass them on once { $partner } has answered.
session-text-noted = Kept ✓ Once { $partner } has answered, you'll both read each other's.
session-text-both = Kept ✓ { $partner } has answered too; their answers are here.
session-text-answers = <b>{ $partner }'s answers</b>
session-text-answer = <i>{ $question }</i>
    { $answer }

session-met-ask = Did you meet { $partner } ({ $at })?
session-met-yes = Yes, we met
session-met-moved = Moved
session-met-no = No
session-met-early = That session is { $at }. I'll ask when it is over.
session-missed-why = What happened? You can skip this.
session-missed-time = Not enough time
session-missed-signal = Signal / data
session-missed-forgot = Forgotten
session-missed-partner = Waited, nobody came
session-noted-yes = Noted ✓ Glad to hear it. You can arrange the next one with { $partner } now.
session-noted-moved = Noted ✓ Find a new time with { $partner }?
session-noted-no = Noted ✓ No harm done. Find another time with { $partner }?
session-noted-differs = { $partner } remembers it differently; I keep both as they are.
session-met-when = When did you meet { $partner }?
session-met-long = About how many minutes?
session-met-future = That hasn't happened yet. For what's ahead, propose a session.
session-met-old = That's long ago; meetings of the last 120 days can be noted.
session-met-length = Between 5 minutes and 8 hours, please. For example: /met yesterday 40m
session-day-today = Today, { $day }
session-day-yesterday = Yesterday, { $day }
session-day-before = Two days ago, { $day }
session-logged = Noted ✓ { $at }, { $minutes } minutes. I'll ask { $partner } too.
session-log-asks = <b>{ $partner }</b> noted that you met { $at }, { $minutes } minutes. Is that right?

topic-title = <b>{ $title }</b>
topic-question = { $n }. { $question }
topic-exercise = <i>Exercise:</i> { $exercise }

remind-session-day = { $text ->
    [1] Your written session with <b>{ $partner }</b> begins tomorrow: { $at }.
   *[0] Session with <b>{ $partner }</b>: <b>{ $at }</b>, { $minutes } minutes, { $kind }.
    } Still good?
remind-session-topic = Something to talk about with { $partner }, if you like:
remind-session-soon = Your session with <b>{ $partner }</b> begins at { $at }.
remind-session-soon-other = Your session with <b>{ $partner }</b> ({ $kind ->
    [phone] phone
   *[other] in person
}) begins at { $at }.
remind-session-met = Did you meet { $partner } ({ $at })?
remind-session-met-again = One tap is enough: did you meet { $partner } ({ $at })?
remind-session-text = { $role ->
   *[other] Your written session with <b>{ $partner }</b> has begun. Answer until { $until }, as much as you can:
}
remind-session-text-again = { $role ->
   *[other] Three questions for you and { $partner } are still waiting, until { $until }.
}

thread-session = Session of <b>{ $mentor }</b> and <b>{ $mentee }</b>: <b>{ $at }</b>, { $kind }.

sessions-none = { $role ->
   *[other] No sessions yet. Would you like to propose a time?
}
sessions-listed = { $waiting ->
    [0] { $n ->
        [1] One session ahead.
       *[other] { $n } sessions ahead.
    }
   *[other] { $n } sessions; { $waiting } { $role ->
       *[other] waiting for your answer
    }.
}
sessions-agreed = ✓ { $at } · { $partner }
sessions-open-mine = Waiting for { $partner } · { $at }
sessions-open-theirs = Answer { $partner } · { $at }
session-is-proposed = Proposed session with <b>{ $partner }</b>
session-is-confirmed = Session with <b>{ $partner }</b> ✓
session-is-held = Session with <b>{ $partner }</b>: held
session-is-missed = Session with <b>{ $partner }</b>: didn't happen
session-is-moved = Session with <b>{ $partner }</b>: moved
session-is-unclear = Session with <b>{ $partner }</b>: not clear whether it happened
session-is-cancelled = Session with <b>{ $partner }</b>: called off
session-facts = { $at }, { $minutes } minutes, { $kind }{ $about }

thing-sessions = sessions: when, how long, whether they took place
thing-session-words = topics of sessions, reasons for calling off, answers of written sessions

why-session-day = You two agreed on this session; a day ahead I make sure it still works.
why-session-topic = A day before a session I send something to talk about. Use it or not.
why-session-soon = You two agreed on this session; 15 minutes ahead I send the link.
why-session-met = A session counts only if you say it happened, so I ask both of you.
why-session-text = This is the written session you two agreed on: three questions, 48 hours.

# The figures of a programme, its pairs, the card of a pair: for coordinators.

command-stats = This week's figures of the programme
command-pairs = All pairs, the quietest first
command-pair = The card of one pair: /pair NAME

phrases-stats = statistics, show statistics, programme figures, how is the programme doing, how is the programme, programme report, programme summary
phrases-pairs = list of pairs, show pairs, all pairs, which pairs are silent
phrases-pair = pair card, show the pair card

# Figures

stats-not-here = Figures are for those who run a programme.
stats-unknown = I can't find a programme called “{ $what }”. Yours: { $mine }.
    For example: /stats { $mine } since 1 Nov
stats-unclear = I couldn't read “{ $what }” as a day, so here are the last 7 days. For example: /stats since 1 Nov

stats-title = <b>{ $programme } · { $kind ->
    [all] since the start ({ $first })
    [since] since { $first }
   *[other] { $first } – { $last }
}</b>
stats-arrow = { $way ->
    [up] {" "}▲{ $by }
    [down] {" "}▼{ $by }
    [same] {" "}▬
   *[none] {""}
}
stats-target = { $kind ->
    [range] {" "}· target { $least }–{ $most }%
    [least] {" "}· target from { $least }{ $least ->
        [4] {""}
       *[other] %
    }
   *[none] { $most ->
       *[other] {""}
    }
}

stats-match = With a partner { $part } of { $whole } people ({ $percent }%){ $arrow }{ $target }
stats-match-none = People: nobody active yet
stats-active = Active pairs { $part } of { $whole } ({ $percent }%){ $arrow }{ $target }
stats-active-none = Pairs: none under way yet
stats-checkins = Check-ins answered { $part } of { $whole } ({ $percent }%){ $arrow }{ $target }{ $lost ->
    [0] {""}
   *[other] {" "}· { $lost } didn't arrive
}
stats-checkins-none = Check-ins: none sent
stats-sessions = Sessions held { $part } of { $whole } ({ $percent }%){ $arrow }{ $target }
stats-sessions-none = Sessions: none scheduled
stats-goal-counts = Goals: { $active } active, { $new } new, { $reached } reached
stats-goal-counts-none = Goals: none yet
stats-goal-mean = Average progress { $percent }% ({ $n ->
    [one] { $n } goal
   *[other] { $n } goals
}){ $arrow }
stats-answers = { $relationship } · { $nps }
stats-answers-none = Relationship and NPS show once there are { $least } answers
stats-relationship = Relationship { $score } of 5 ({ $n ->
    [one] { $n } answer
   *[other] { $n } answers
}){ $arrow }{ $target }
stats-relationship-none = Relationship shows from { $least } answers
stats-nps = NPS { $score } ({ $n ->
    [one] { $n } answer
   *[other] { $n } answers
}){ $arrow }
stats-nps-none = NPS shows from { $least } answers
stats-risk = Need attention <b>{ $n }</b> of { $of } pairs{ $arrow }
stats-standing = Pairs, goals and free places are as of last night.
stats-free = Free places with mentors { $n }{ $arrow }

stats-funnel-title = <b>{ $programme } · the mentees' way since the start</b>
stats-stage = { $stage } <b>{ $n }</b>{ $percent ->
    [-1] {""}
   *[other] {" "}({ $percent }%)
}
stage-invited = Invited
stage-started = Began to enrol
stage-profile = Enrolled
stage-matched = Got a mentor
stage-contact = Said hello
stage-session = First session
stage-goal = Set a goal
stage-midpoint = Answered half-way
stage-closed = Finished as planned

stats-goals-title = { $title }
    <b>Goals</b>
stats-goals-set = Set { $set } · reached { $reached } · moved to another day { $moved }
stats-goals-mean = Average progress { $percent }% ({ $n ->
    [one] { $n } goal
   *[other] { $n } goals
})
stats-goals-setting = { $whole ->
    [0] No pairs under way yet
   *[other] With a goal: { $part } of { $whole } pairs ({ $percent }%)
}
stats-goals-attained = { $whole ->
    [0] No goals were due
   *[other] Due { $whole }, reached { $part } ({ $percent }%)
}
stats-goals-private = And { $n } private goals, which aren't counted.
stats-obstacles = In the way, last 4 weeks: { $what }
stats-obstacle = { $what } { $n }
stats-obstacle-other = Something else
stats-obstacles-none = What's in the way shows from { $least } people a week.

stats-mentors-title = { $title }
    <b>Mentors</b>
stats-used = { $whole ->
    [0] No mentor has enrolled yet
   *[other] Mentoring now { $part } of { $whole } ({ $percent }%){ $target }
}
stats-held = Sessions held { $n }, { $each } per mentor on average
stats-answered = { $hours ->
    [one] Mentors usually answer within { $hours } hour
   *[other] Mentors usually answer within { $hours } hours
} ({ $n ->
    [one] { $n } message
   *[other] { $n } messages
}); within 24–48 hours is good
stats-answered-none = Time to answer: not enough messages yet
stats-rarely = <b>Met least</b>
stats-mentor = { $name } · { $pairs } of { $capacity } mentees · { $sessions ->
    [one] { $sessions } session
   *[other] { $sessions } sessions
}

stats-chart-here = The last 12 weeks. Last week: check-ins { $part } of { $whole }, sessions { $held }.
stats-chart-empty = No week to draw yet. The chart appears once the first week is over.
stats-chart-checkins = Check-ins answered, %
stats-chart-sessions = Sessions held

button-stats-risk = Need attention
button-stats-chart = Chart
button-stats-figures = Figures
button-stats-funnel = Funnel
button-stats-goals = Goals
button-stats-mentors = By mentor

# Who sees what

thing-cadence = how often you agreed to meet
thing-staff-notes = coordinators' notes about a pair

# Pairs

pairs-title = <b>{ $sort ->
    [newest] Newest pairs
    [unmet] No session ahead
    [paused] On a break
   *[quiet] Pairs, the quietest first
}</b> · { $n }{ $pages ->
    [1] {""}
   *[other] {" "}· page { $page } of { $pages }
}
pairs-none = { $sort ->
    [unmet] Every pair has its next session. 👍
    [paused] Nobody is on a break.
   *[other] No pairs yet. Once mentees and mentors have enrolled, match them first.
}
pairs-resting = { $n ->
    [one] { $n } more pair is on a break and isn't counted.
   *[other] { $n } more pairs are on a break and aren't counted.
}
pairs-line = <b>{ $mentee } → { $mentor }</b>
    { $contact }{ $goals } · { $next }
pairs-gone = (has erased their data)
pairs-on-break = on a break
pairs-contact = { $kind ->
    [new] a pair since today
    [none] paired { $days ->
        [one] { $days } day
       *[other] { $days } days
    } ago, no hello yet
    [today] in contact today
   *[days] { $days ->
        [one] { $days } day
       *[other] { $days } days
    } without contact
}{ $cadence ->
    [weekly] {" "}(agreed: weekly)
    [biweekly] {" "}(agreed: every two weeks)
    [monthly] {" "}(agreed: monthly)
   *[none] {""}
}
pairs-percent = { $percent ->
    [-1] {""}
   *[other] {" "}· goals { $percent }%
}
pairs-next = session { $at }
pairs-next-none = no session ahead

pair-title = <b>{ $mentee } → { $mentor }</b>
pair-since = A pair since { $since }, { $ends }
pair-ends = until { $day }
pair-open = with no end set
pair-over = { $kind ->
    [closed] finished as planned
   *[other] over now
}
pair-sessions = Sessions held { $held }, { $next }
pair-goal = Goal: { $title }{ $percent ->
    [-1] {""}
   *[other] {" "}· { $percent }%
}
pair-happened = <b>What happened</b>
pair-event = { $day } · { $kind ->
    [paired] became a pair
    [ended] ended
    [closed] finished as planned
    [agreed] agreed how to work
    [held] session held
    [missed] session didn't happen
    [cancelled] session called off
    [planned] session planned
    [checkin] check-in answered
    [goal] new goal
    [reached] goal reached
   *[messages] { $n ->
        [one] { $n } message
       *[other] { $n } messages
    }
}
pair-note-line = { $author } noted, { $day }: “{ $text }”
pair-which = Which pair?
pair-not-named = No pair with the name “{ $said }”. Try another name, such as /pair Sari.
pair-who = Whose pair? Type a name, such as /pair Sari.
pair-not-here = That pair isn't in the programme you're working in.
pair-is-over = That pair has ended already, so nothing has changed.

pair-notes-title = <b>Notes about { $mentee } and { $mentor }</b>
    Only this programme's coordinators read them.
pair-notes-none = No notes yet.
pair-note-what = What's worth noting about { $mentee } and { $mentor }? Only this programme's coordinators read it.
short-pair-note = Note
pair-write-what = What would you like to tell { $mentee } and { $mentor }? Both read the same words, with your name.
short-pair-write = Message
pair-write-sure = To <b>{ $mentee }</b> and <b>{ $mentor }</b>:
    “{ $text }”
pair-not-written = All right, nothing was sent.
pair-written = On its way to { $names } ✓ In their quiet hours it waits until those are over.
pair-not-reached = The bot can't reach these people now: { $names }.
pair-from-staff = { $role ->
    [mentee] <b>{ $name }</b>, your coordinator, writes:
   *[other] <b>{ $name }</b>, your programme's coordinator, writes:
    }
    “{ $text }”
pair-end-sure = End the pair of <b>{ $mentee }</b> and <b>{ $mentor }</b>?
    Both are told kindly, without a reason. { $ahead ->
        [0] No session is called off.
        [one] { $ahead } session ahead is called off.
       *[other] { $ahead } sessions ahead are called off.
    } After that both can be matched with somebody else.
pair-ended-now = The pair of { $names } has ended. Both are told{ $n ->
    [0] {""}
    [one] {" "}and { $n } session is called off
   *[other] {" "}and { $n } sessions are called off
}.

flow-pair_note = note about a pair
flow-pair_write = message to a pair
flow-pair_end = ending a pair

button-pair = { $mentee } → { $mentor }
button-pairs = All pairs
button-pairs-quiet = Quietest
button-pairs-newest = Newest
button-pairs-unmet = No session
button-pairs-paused = On a break
button-pair-write = Write to both
button-pair-note = Add a note
button-pair-notes = Notes ({ $n })
button-pair-card = Pair card
button-pair-end = End the pair
button-pair-end-yes = Yes, end it
button-pair-keep = Keep it
button-pair-send = Send
button-pair-not = Don't send

# Reaching many people: filters, announcements, nudges, and what became of them.

flow-announce = the announcement
flow-nudge = the nudge
flow-campaign_change = changing the message
flow-campaign_plan = planning the message

command-announce = Announce something to many people
command-nudge = Nudge people who went quiet
command-audience = Who fits a filter
phrases-announce = announce, make an announcement, send an announcement, tell all participants, write to all participants
phrases-nudge = nudge participants, nudge the silent ones, remind participants
phrases-audience = participant filter, how do filters work, who has gone quiet

# For whom

audience-words = <b>Filters</b>: words side by side must all fit, a comma means “or”, <code>not</code> turns one around.
    <code>mentees</code> <code>mentors</code> <code>all</code> <code>staff</code> <code>paired</code> <code>unpaired</code> <code>paused</code>
    <code>silent&gt;14d</code> <code>no-goal</code> <code>no-session</code> <code>checkin-missed</code>
    <code>topic:data</code> <code>zone:wita</code> <code>lang:en</code>, or somebody's name: <code>"Sari"</code>
    For example <code>mentees silent 14d, unpaired</code>. People on a break are left out unless you ask for them.
audience-empty = For whom? Write for example “all”, “mentees silent 14d”, or a name.
audience-unclear = I don't know “{ $heard }”. Try for example “mentees silent 14d”, “unpaired”, “zone:wita”, or a name in quotes.
audience-near = I don't know “{ $heard }”. Did you mean <code>{ $near }</code>? If it's somebody's name, put it in quotes: "{ $heard }".
audience-cut = That filter is too long to stand behind the command. Write it here instead.
audience-means = <b>{ $whom }</b>: { $n ->
        [0] nobody fits right now.
        [one] { $n } person ({ $where })
       *[other] { $n } people ({ $where })
    }
audience-lost = { $n } of them can't be reached.
whom-all = Everybody
whom-mentees = All mentees
whom-mentors = All mentors
whom-missed = Check-in missed
whom-silent = Mentees silent 14 days
whom-no-goal = No goal yet
whom-no-session = Not met in 3 weeks
whom-paired = Those with a partner
whom-unpaired = No partner yet
whom-typed = { $filter }
button-filters = How to filter
short-whom-many = For

# Writing it

campaign-whom = { $kind ->
    [announce] Who is it for? Tap, or type a filter.
    [form] Who is this form for? Tap, or type a filter.
   *[other] Who should get it? Tap, or type a filter.
}
campaign-whom-again = { $hint }
    { $question }
campaign-text-id = What does it say in Indonesian? If you skip it, everybody gets the English text.
campaign-text-en = And in English? If you skip it, everybody gets the Indonesian text.
short-id = Indonesian
short-en = English
nudge-kind = What about? The words are ready, with the right button under them.
nudge-checkin = Check-in
nudge-goal = Goal
nudge-session = Session
nudge-first = First hello
short-nudge-kind = About

# Before it goes

campaign-preview = { $language ->
    [en] 👁 Preview, as people read it:
   *[other] 👁 Preview, as people read it (Indonesian):
}
campaign-title = <b>{ $kind ->
        [announce] Announcement
        [form] Form
        [checkin] Nudge: check-in
        [goal] Nudge: goal
        [session] Nudge: session
       *[other] Nudge: first hello
    }</b> · { $whom } · { $state ->
        [draft] not sent yet
        [planned] goes out { $at }
        [sending] on its way
        [sent] done { $at }
       *[other] stopped
    }
campaign-words = “{ $text }”
campaign-one-language = There's only { $language ->
    [en] English
   *[other] Indonesian
} text; everybody gets that.
campaign-reach = { $n ->
    [0] Nobody can be reached ({ $lost } fit).
    [one] It will reach <b>{ $n } person</b> ({ $where }){ $lost ->
        [0] {""}
       *[other] ; { $lost } can't be reached
    }.
   *[other] It will reach <b>{ $n } people</b> ({ $where }){ $lost ->
        [0] {""}
       *[other] ; { $lost } can't be reached
    }.
}
campaign-on = { $n } { $platform }
campaign-nobody = { $skipped ->
    [0] Nobody fits right now, so there's nothing to send.
   *[other] Nobody else fits right now, so there's nothing to send.
}
campaign-names = That's { $names }.
campaign-minutes = It takes about { $n ->
    [one] a minute
   *[other] { $n } minutes
}; answers to others still go first. People in their quiet hours get it after that.
campaign-skipped = { $n } left out: { $reasons }.
campaign-skip = { $n } { $why ->
    [paused] on a break
    [role] not a mentee
    [alone] without a partner
    [done] already done
    [recent] nudged in the last 3 days
   *[other] had enough reminders this week
}
button-send-now = { $n ->
    [one] Send to { $n } person
   *[other] Send to { $n } people
}
button-plan = { $state ->
    [planned] Change the time
   *[other] Schedule…
}
button-only-me = Only to me
button-campaign-change = Change
button-stop = { $state ->
    [draft] Throw away
    [planned] Call it off
   *[other] Stop it
}
button-refresh = Refresh
button-campaigns = All messages
button-announce = Announce
button-nudge = Nudge
button-report-campaign = See the report
campaign-part = Which part?
campaign-part-whom = Who it's for
campaign-part-id = Indonesian text
campaign-part-en = English text
short-part = Part
campaign-day = Which day? By the clock where you are.
campaign-on-day = { $day }
campaign-clock = { $day }, at what time?
short-on = Day
short-at = Time
campaign-too-late = That moment has passed. Pick another one.

# Afterwards

campaign-gone = That message isn't in this programme, or can't be changed any more.
campaign-over = { $state ->
    [sent] This one is through already, so there's nothing to take back.
   *[other] This one was stopped already.
}
campaign-stopped = { $state ->
    [draft] Thrown away. Nothing was sent.
    [planned] Called off. Nothing was sent.
   *[other] Stopped: { $gone } had gone out, { $back } taken back.
}
campaign-none-yet = { $n ->
    [0] Nothing has gone out yet.
   *[other] Nothing has gone out yet, of { $n }.
}
campaign-count = { $state ->
    [sent] ✓ { $n } sent
    [waiting] { $n } waiting their turn
    [unreachable] { $n } can't be reached
    [uncertain] { $n } may not have arrived
    [refused] { $n } refused by the app
   *[other] { $n } taken back or too late
}
campaign-done = { $kind ->
    [announce] The announcement
    [form] The form
   *[other] The nudge
} to “{ $whom }” is through:
campaigns-title = <b>Latest messages</b>
campaigns-none = Nothing has been sent yet. Start with an announcement, or nudge people who went quiet.
campaigns-line = { $number }. { $kind ->
        [announce] Announcement
        [form] Form
        [checkin] Nudge: check-in
        [goal] Nudge: goal
        [session] Nudge: session
       *[other] Nudge: first hello
    } · { $whom } · { $state ->
        [draft] not sent yet
        [planned] goes out { $at }
        [sending] on its way to { $total }
        [sent] { $total } people, { $at }
       *[other] stopped
    }

# What people read

announce-words = 📣 <b>{ $programme }</b>
    { $words }
campaign-form = { $role ->
    [mentee] { $name }, { $programme } would like to hear from you: <b>{ $form }</b>. It only takes a few minutes.
   *[other] { $name }, { $programme } would like to hear from you: <b>{ $form }</b>. It only takes a few minutes.
}
nudge-words-checkin = { $role ->
    [mentee] { $name }, the coordinators of { $programme } say hello: how's your week? One short check-in is enough, 2 minutes.
   *[other] { $name }, the coordinators of { $programme } say hello.
}
nudge-words-goal = { $role ->
    [mentee] { $name }, the coordinators of { $programme } say hello: how about one goal, even a small one? I'll help you word it.
   *[other] { $name }, the coordinators of { $programme } say hello.
}
nudge-words-session = { $role ->
    [mentee] { $name }, the coordinators of { $programme } say hello: time to talk with your mentor again. Half an hour is enough; I'll help you find a time.
   *[other] { $name }, the coordinators of { $programme } say hello: it's been a while since you met your mentee. Half an hour is enough; let's find a time.
}
nudge-words-first = { $role ->
    [mentee] { $name }, your mentor is waiting for a first word from you. One sentence is enough, here are some.
   *[other] { $name }, a hello from you makes it easier for your mentee to open up. One sentence is enough, here are some.
}

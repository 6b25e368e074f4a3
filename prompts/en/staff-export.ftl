# The coordinators' desk: data out of the bot, weekly figures, the trail of who did what.

command-export = Download programme data: zip, CSV, XLSX
phrases-export = export programme data, download programme data, programme data for excel, excel file of the programme

export-title = <b>The data of { $programme } as a file</b>
export-holds = People { $people } · pairs { $pairs } · goals { $goals } (title and percent only)
    Sessions { $sessions } · check-ins { $checkins } (answered or not) · progress { $progress }
    Calls for help { $calls } (the topic only) · events { $events }
    Feedback and moods: as totals only.
export-all = From the beginning until now.
export-since = Sessions, check-ins and events since { $day }; people, pairs and goals are always complete.
export-private = { $n ->
    [0] Not in it: what check-ins say, conversations, notes.
    [-1] Not in it: what check-ins say, conversations, notes, and a few goals that are private.
   *[other] Not in it: what check-ins say, conversations, notes, and { $n } goals that are private.
}
export-careful = <b>This is personal data.</b> Only coordinators and owners may keep it; delete it once you're done.
export-unclear = I can't read “{ $heard }” as a date. Write, for example: /export since 1 Nov
export-begun = I'm putting the file together and will send it here when it's ready. A big programme can take a few minutes.
export-here = The data of <b>{ $name }</b>: CSV, JSON and one XLSX; dictionary.csv says what each column means.
export-part = The data of <b>{ $programme }</b>, file { $number }. There's a lot of it; the next file follows.
export-last = The data of <b>{ $programme }</b>, file { $number }: that's the last one.
export-keep = Please keep it where only the coordinators can open it.
export-weekly-on = From { $at } on, the data comes here every Monday morning.
export-weekly-off = No more weekly exports.
button-export = Make the zip
button-export-all = All data
button-export-month = This month only
button-export-weekly = Send it here every Monday
button-export-never = Stop sending it on Mondays
button-export-page = Back to the export

export-readme = Data of the programme { $programme }
export-readme-all = It holds everything from the beginning until this file was made.
export-readme-since = Sessions, check-ins, progress, calls for help and events since { $day }; the other tables are complete.
export-readme-table = { $table }: { $holds }
export-readme-left-out = Columns that coordinators may not see by the privacy rules are not here. Totals are only given from 5 people on.
export-readme-clock = Times in CSV and XLSX are those on the clock in { $zone }; JSON has UTC. Cells that begin with an apostrophe (') were made safe: no spreadsheet takes them for a formula.

export-holds-people = the programme's members
export-holds-pairs = pairs of mentor and mentee
export-holds-goals = mentees' goals, without private ones
export-holds-sessions = mentoring sessions
export-holds-checkins = weekly check-ins, asked and answered
export-holds-progress = how far each goal was over time
export-holds-calls = calls for help, without their words
export-holds-events = what happened, and when
export-holds-moods = the mean mood of each week
export-holds-forms = results of forms, as totals only

export-is-people-person = number of the person, the same in all tables
export-is-people-name = name
export-is-people-role = role in the programme
export-is-people-standing = enrolling, waiting (for approval), active, paused, left
export-is-people-paused_until = until when the break lasts
export-is-people-reason = reason for leaving
export-is-people-capacity = how many mentees a mentor can take
export-is-people-joined_at = when they joined
export-is-people-reach = ok if messages arrive; otherwise why not
export-is-people-consent_at = when they last agreed to the terms
export-is-pairs-pair = number of the pair
export-is-pairs-mentor = number of the mentor
export-is-pairs-mentor_name = name of the mentor
export-is-pairs-mentee = number of the mentee
export-is-pairs-mentee_name = name of the mentee
export-is-pairs-state = active, or how the pair ended
export-is-pairs-source = how they were matched
export-is-pairs-began_at = when it began
export-is-pairs-ends = when it is planned to end
export-is-pairs-ended_at = when it ended
export-is-pairs-reason = why they parted, if that was told
export-is-goals-goal = number of the goal
export-is-goals-person = number of the mentee
export-is-goals-title = title of the goal
export-is-goals-percent = last progress, 0 to 100
export-is-goals-state = active, reached, dropped
export-is-goals-created_at = when it was set
export-is-goals-closed_at = when it was reached or dropped
export-is-sessions-session = number of the session
export-is-sessions-pair = number of the pair
export-is-sessions-state = proposed, confirmed, held, missed, unclear (told differently by the two), cancelled
export-is-sessions-kind = video, phone, in person or in writing
export-is-sessions-minutes = how long, in minutes
export-is-sessions-starts_at = when it starts
export-is-sessions-created_at = when it was proposed
export-is-checkins-checkin = number of the check-in
export-is-checkins-person = number of the mentee
export-is-checkins-week = the day it was planned for
export-is-checkins-asked_at = when it was asked for
export-is-checkins-answered_at = when it was answered; empty if it wasn't
export-is-progress-progress = number of the note
export-is-progress-goal = number of the goal
export-is-progress-percent = progress at that time, 0 to 100
export-is-progress-at = when it was told
export-is-calls-call = number of the call for help
export-is-calls-person = number of who asked
export-is-calls-topic = what it is about
export-is-calls-state = open, answered, closed
export-is-calls-taken_by = number of the coordinator who takes care of it
export-is-calls-at = when it was asked
export-is-calls-changed_at = when it last changed
export-is-events-event = number of the event
export-is-events-at = when
export-is-events-person = number of the person; empty if they were erased
export-is-events-what = kind of event
export-is-events-about = what it was about
export-is-moods-week = the Monday of that week
export-is-moods-answers = how many answers
export-is-moods-mean = mean, 1 (hard) to 5 (going well)
export-is-forms-form = name of the form
export-is-forms-question = question
export-is-forms-answer = answer
export-is-forms-count = how often it was chosen
export-is-forms-answers = how many answered this question
export-is-forms-mean = mean, if answers are numbers

# The trail

command-audit = The trail: who looked at and changed what
phrases-audit = audit trail, who looked at whose data, who changed what, what did coordinators do

audit-title = <b>Who did what</b> · { $about }
audit-all = everything, newest first
audit-of = about or by { $name }
audit-since = { $about }, since { $day }
audit-line = { $at } · <b>{ $who }</b> { $did }
audit-about = { $did }: { $about }
audit-somebody = (at the server, or erased since)
audit-nothing = Nothing here yet.
audit-unclear = “{ $heard }” is neither a member of this programme nor a date. Write, for example: /audit Rina or /audit since 1 Nov
audit-which = Which one?
audit-file-here = The trail of <b>{ $programme }</b> as CSV. That you took it is kept in it, too.
audit-did-look = opened { $what ->
    [forms] the list of forms
    [form_card] a form
    [form_send] the sending of a form
    [form_retire] a form
    [form_preview] a form's preview
    [form_results] a form's results
    [form_question] a form's results
    [form_comments] a form's comments
    [form_chart] a form's chart
    [applicant] an application
    [decline] an application
    [programme_home] the programme's page
    [programme_change] the programme's settings
    [programme_stage] the programme's stage
    [risk_pair] a pair that needs attention
    [risk_fine_list] pairs left alone for now
    [risk_rules] the rules for silent pairs
    [invitations] the list of invitations
    [invitation] an invitation
    [pause_member] a member's break
    [remove_member] a member's removal
    [everyone] the list of everyone
    [list_left] people missing from a list
    [pair_pick] a choice of partner
    [pair_sure] a choice of partner
    [campaign] an announcement
    [campaigns] the list of announcements
    [ticket] a call for help
    [pair_notes] a pair's notes
   *[other] /{ $what }
}
audit-did-file = took the file { $what }
audit-did-export = took data: { $what }
audit-taken-all = all of it
audit-taken-audit = this trail
audit-taken-since = since { $day }
audit-did-exports = set weekly exports
audit-did-digest = set the weekly figures
audit-did-digest-stop = stopped the weekly figures
audit-did-digest-lost = the weekly figures stopped, their chat can't be written to
audit-did-programme = created the programme
audit-did-settings = changed { $what ->
    [name] the programme's name
    [dates] the programme's dates
    [zone] the programme's time zone
    [plan] the programme's rhythm
    [joining] how people join
    [welcome] the welcome words
    [inactive] when a pair counts as silent
    [choice] the rules of own choice
   *[other] a setting of the programme
}
audit-did-stage = { $what ->
    [draft] made the programme a draft again
    [open] opened the programme
    [closed] closed the programme
    [archived] archived the programme
   *[other] changed the stage of the programme
}
audit-did-invite = made an invitation
audit-did-invite-closed = closed an invitation
audit-did-list = brought a list of people
audit-did-join = joined
audit-did-approve = let an applicant in
audit-did-decline = declined an applicant
audit-did-ask = asked an applicant something
audit-did-seat = changed a role
audit-did-pause = set a member's break
audit-did-remove = removed a member
audit-did-pair = made a pair
audit-did-end = ended a pair
audit-did-nudge = nudged a pair
audit-did-write = wrote a message
audit-did-text = took a ready text
audit-did-watch = marked a pair as fine, or no longer
audit-did-note = wrote or removed a note
audit-did-ticket = took care of a call for help
audit-did-ticket-closed = closed a call for help
audit-did-campaign = prepared a message to many
audit-did-campaign-sent = sent a message to many
audit-did-campaign-stopped = cancelled a message to many
audit-did-form = changed a form
audit-did-standing = paused, came back or left
audit-did-help = asked for help
audit-did-other = did “{ $what }”
button-audit-older = Older ▶
button-audit-look = Looked at
button-audit-change = Changed
button-audit-take = Taken
button-audit-all = Everything
button-audit-file = CSV

# Weekly figures

flow-digest_time = when the weekly figures come

command-digest = Weekly figures, in a group chat as well
phrases-digest = weekly digest, weekly figures, figures of the week, send the digest to our group

summary-title = <b>{ $programme } · { $first } – { $last }</b>
summary-pairs = Active pairs { $percent }% of { $whole }{ $way }
summary-matched = Matched { $percent }% of { $whole } people{ $way }
summary-checkins = Check-ins answered { $percent }% of { $whole }{ $way }
summary-sessions = Sessions held { $percent }% of { $whole }{ $way }
summary-way = { $way ->
    [up] {" "}▲{ $by }
    [down] {" "}▼{ $by }
    [same] {" "}▬
   *[unknown] {""}
}
summary-goals = Goals: { $active } active, { $reached ->
    [0] none reached this week
    [-1] a few reached this week
   *[other] { $reached } reached this week
}{ $mean ->
    [-1] {""}
   *[other] , on average { $mean }%
}
summary-relationship = Relationship { $mean } of 5 ({ $n } answers)
summary-nps = NPS { $nps } ({ $n } answers)
summary-at-risk = { $n ->
    [0] No pair needs attention.
    [-1] Fewer than 5 pairs need attention.
   *[other] { $n } pairs need attention.
} { $free ->
    [0] No mentor has room left.
    [-1] Mentors have room for fewer than 5 more.
   *[other] Mentors have room for { $free } more.
}
summary-too-few = Other figures are shown once they come from 5 people or more.
summary-late = (This should have come { $day }, { $clock }. Sorry it's late.)
summary-here = The weekly figures of { $programme } will come here every { $day }, { $clock } { $zone }: numbers only, no names.
summary-nowhere = They don't go to any group yet. Add me to the coordinators' group and write there: /digest here
summary-goes = Every { $day }, { $clock } { $zone }, to { $chat }.
summary-chat = { $platform ->
    [discord] the Discord channel
   *[other] the Telegram group
}{ $of ->
    [1] {""}
   *[other] {" "}({ $number })
}
summary-day = On which day should they come?
summary-clock = At what time, on the programme's clock?
summary-moved = Done. The next figures come on { $day }, { $clock } { $zone }.
summary-stopped = They no longer go there. Want them again? Write /digest here in that group.
summary-gone = Those figures aren't sent any more.
summary-lost = The weekly figures of { $programme } couldn't get into their group, so I've stopped them. Check that I'm in the group and may write, then send there: /digest here
button-summary-move = Other time for { $chat }
button-summary-stop = Stop for { $chat }
button-summary = Weekly figures

audit-did-match = made, changed or published a draft of pairs
audit-did-apart = changed who is not to be paired

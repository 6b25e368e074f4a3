# The coordinators' desk: invitations, lists of people, what is pending, one person.

command-invite = Invite: a link, a code and a QR to print
command-pending = Not started, waiting, or not answered yet
command-person = Find one person: /person sari

phrases-invite = invite people, invite somebody, invite mentors, invite mentees, make an invitation, make an invite link, invitation code, show invitations, list of invitations
phrases-pending = who has not started, who has not joined, who has not answered, what is pending, show pending, who is waiting
phrases-person = find a person, find somebody, find a mentor, find a mentee, look somebody up

flow-find_person = finding somebody
flow-invite = invitation
flow-write_to = message
flow-pair_with = pair

## Invitations

invite-role-mentee = mentee
invite-role-mentor = mentor
invite-role-coordinator = coordinator
invite-role-viewer = viewer
invite-role-owner = owner

button-role-mentee = Mentee
button-role-mentor = Mentor
button-role-coordinator = Coordinator
button-role-viewer = Viewer
button-role-owner = Owner

invite-who = Who would you like to invite?
short-invite-who = Invited as
invite-uses = For how many people? One link can be shared, on a poster or in a group. You can type a number too.
short-invite-uses = For
invite-people = { $n ->
    [one] 1 person
   *[other] { $n } people
}
invite-days = How long should it work? You can type a number of days too.
short-invite-days = Works for
invite-span = { $n ->
    [one] 1 day
   *[other] { $n } days
}
invite-not-yours = Coordinators, viewers and owners can only be invited by the programme's owner.
invite-closed = { $programme } is closed, so nobody can join now. Open it first: /programme
invite-made = { $n ->
    [one] Your invitation to <b>{ $programme }</b> as { $role } is ready: for one person, until { $until }.
   *[other] Your invitation to <b>{ $programme }</b> as { $role } is ready: for { $n } people, until { $until }.
}
invite-link = Telegram: { $link }
invite-code = Discord: <code>/link { $token }</code> · as a code on Telegram: <code>/start { $token }</code>
invite-qr = Invitation to <b>{ $programme }</b> as { $role }. Ready to print; the code is { $token }.
invite-qr-until = { $n ->
    [one] For one more person, until { $until }.
   *[other] For { $n } more people, until { $until }.
}

button-qr = QR to print
button-invitations = All invitations
button-invite-new = New invitation
button-invite-mentee = Invite mentees
button-invitation = { $n } · { $role }
button-close-invitation = Close this invitation
button-ready-text = Ready text
button-new-link = New link
button-page-before = ◀
button-page-after = ▶

invitations-none = No shared invitation is open now.
invitations-title = <b>Open invitations: { $n }</b>
invitations-line = { $number }. { $role } · { $used } of { $uses } used · until { $until }
invitations-personal = { $n ->
    [one] One personal invitation hasn't been used yet.
   *[other] { $n } personal invitations haven't been used yet.
}
invitation-shared = Invitation as { $role }: { $used } of { $uses } used.
invitation-personal = Invitation for <b>{ $name }</b> as { $role }; not used yet.
invitation-when = { $open ->
    [yes] Made { $made } by { $by }, works until { $until }.
   *[no] Made { $made } by { $by }, expired { $until }.
}
invitation-close = { $n ->
    [one] If you close it, the place that's left can't be used any more. Whoever has joined stays.
   *[other] If you close it, the { $n } places that are left can't be used any more. Whoever has joined stays.
}
invitation-closed = That invitation is closed ✓
invitation-gone = That invitation has been closed or used up, or isn't in this programme.

ready-paste = Copy it and send it. I don't keep the link itself; if it's lost, tap “New link”.
ready-new-paste = A new link for { $name }, good until { $until }. The old one no longer works. Copy it and send it:
ready-quote = <pre>{ $text }</pre>
ready-text = { $role ->
   *[other] Hi { $name }! You haven't opened your invitation to { $programme } yet. Find the link I sent you, tap it and press Start; it takes a few minutes. Lost it? Just tell me and I'll send a new one.
}
ready-new = { $role ->
   *[other] Hi { $name }! Here's your invitation to { $programme }:
        { $link }
        Tap it and press Start; it takes a few minutes. On Discord: /link { $token }
}

## Lists of people (.csv, .xlsx)

people-column = { $name ->
    [name] name
    [role] role
    [email] email
    [label] label
   *[mentor] mentor
}
people-needed = { $name ->
    [name] name (or nama)
   *[role] role (or peran)
}
people-flaw-line = line { $line }: { $reason }
people-flaw-file = the file: { $reason }
people-file-not-text = is not UTF-8 text; in Excel, save it as "CSV UTF-8" or as .xlsx
people-file-no-list = is no list of people: { $why }
people-file-empty = is empty; its first line names the columns: name, role (or nama, peran)
people-file-columns = this line must name the columns; { $missing } is missing in: { $found }
people-file-many = has { $n } people; { $most } at most. Split it into several files
people-file-xlsx = can't be opened; save it again as .xlsx without a password, or as CSV
people-file-huge = holds too much for a list of people; copy its names and roles into a new file
people-file-far = has something far outside the list, in cell { $cell }; remove it and save again
people-line-spilled = has more cells than the first line; put a name with a comma in quotes
people-line-no-name = has no name
people-line-no-role = has no role; write mentee or mentor
people-line-role = expected mentee, mentor or coordinator as role, not '{ $role }'
people-line-long = { $column } has { $n } characters; { $most } at most
people-line-twice = { $name } is in line { $first } already; tell two of one name apart in a column label
people-line-owner = { $name }: coordinators and owners can only be invited by the programme's owner

list-unreadable = I couldn't read anybody from “{ $name }”:
list-example = It should look like this: <code>name,role,email,mentor</code> then <code>Sari,mentee,sari@example.org,Budi</code>
list-read = { $wrong ->
    [0] <b>{ $name }</b>: { $n ->
        [one] one person, all fine.
       *[other] { $n } people, all fine.
    }
    [one] <b>{ $name }</b>: { $n ->
        [one] one person is fine, one line needs mending:
       *[other] { $n } people are fine, one line needs mending:
    }
   *[other] <b>{ $name }</b>: { $n ->
        [one] one person is fine, { $wrong } lines need mending:
       *[other] { $n } people are fine, { $wrong } lines need mending:
    }
}
list-more-flaws = … and { $n } more.
list-fates = New { $new } · already invited { $waiting } · already taking part { $there }
list-renewed = { $n ->
    [one] One of them was invited before, but the link has expired.
   *[other] { $n } of them were invited before, but their links have expired.
}
list-pairs = { $n ->
    [one] One pair from the mentor column can be made at once.
   *[other] { $n } pairs from the mentor column can be made at once.
}
list-leavers = { $n ->
    [one] One person from earlier lists isn't in this one. They stay, unless you mark them as left.
   *[other] { $n } people from earlier lists aren't in this one. They stay, unless you mark them as left.
}
list-sure = Nothing has happened yet. Go ahead?
list-nothing = Everybody in this list has been invited or takes part already; there's nothing to do.
list-over = That list is done, was replaced, or has waited too long. Send the file again if you still need it.
list-overtaken = Somebody has just invited people of this list. Send it once more, so that nobody gets two links.
list-at-work = On it; the result comes here in a moment.
list-dropped = Cancelled. Nothing has changed, and I've forgotten the list.
list-done = { $n ->
    [one] One new link is in this file. Hand it on; I show it only this once.
   *[other] { $n } new links are in this file. Send each person their own; I show them only this once.
}
list-done-no-links = Done. There are no new links; the file says how things stand with each person.
list-done-pairs = { $n ->
    [one] One pair is being made; the two are introduced at once.
   *[other] { $n } pairs are being made; each is introduced at once.
}
list-done-left = { $n ->
    [one] One person is marked as left.
   *[other] { $n } people are marked as left.
}
list-done-next = Who hasn't started yet, at any time: /pending
list-done-shut = The programme isn't open yet, so the links don't work. Open it first, then hand them on.
list-flaws-line = line
list-flaws-reason = what to mend
list-flaws-here = { $n ->
    [one] One line needs mending. Mend it in your file and send that again; nobody gets a second link.
   *[other] { $n } lines need mending. Mend them in your file and send that again; nobody gets a second link.
}

button-list-go = { $n ->
    [0] Make { $pairs ->
        [one] the pair
       *[other] { $pairs } pairs
    }
   *[other] { $pairs ->
        [0] Invite { $n }
       *[other] Invite { $n }, pair { $pairs }
    }
}
button-list-left = No longer listed: { $n }…
button-list-flaws = All mistakes (CSV)
button-list-drop = Cancel

left-title = { $n ->
    [one] <b>One person from earlier lists isn't in this one.</b>
   *[other] <b>{ $n } people from earlier lists aren't in this one.</b>
}
left-members = Taking part ({ $n }): { $names }
left-unused = Never started ({ $n }): { $names }
left-then = Those taking part will leave the programme: their pairs end and their partners are told kindly, reminders stop. Unused invitations are closed.
button-left-yes = { $links ->
    [0] Yes, mark { $n } as left
   *[other] Invite { $links } and mark { $n } as left
}
button-left-only = { $n ->
    [0] Only make { $pairs ->
        [one] the pair
       *[other] { $pairs } pairs
    }
   *[other] Only invite { $n }
}

## Pending

pending-none = Nothing is pending ✓
pending-title = <b>Still waiting</b>
pending-invited = Invited, not started: <b>{ $n }</b> · oldest { $days ->
    [one] 1 day
   *[other] { $days } days
}
pending-waiting = Waiting for your approval: <b>{ $n }</b> · oldest { $days ->
    [one] 1 day
   *[other] { $days } days
}
pending-asked = Asked, not answered: <b>{ $n }</b> · oldest { $days ->
    [one] 1 day
   *[other] { $days } days
}
pending-line = { $what ->
    [invited] { $number }. { $name } · { $role } · { $days } d
    [expired] { $number }. { $name } · { $role } · { $days } d, link expired
    [waiting] { $number }. { $name } · { $role } · { $days } d
    [agreement] { $number }. { $name } · { $role } · agreement, { $days } d
    [checkin] { $number }. { $name } · { $role } · check-in, { $days } d
    [session] { $number }. { $name } · { $role } · proposed session, { $days } d
   *[wish] { $number }. { $name } · { $role } · asked to be a mentor, { $days } d
}
button-pending = What's pending
button-pending-invited = Not started
button-pending-waiting = Waiting for approval
button-pending-asked = Not answered
button-pending-one = { $n }. { $name }

## One person

person-how = Who are you looking for? Also in one go, such as <code>/person sari w</code>. A slip or two doesn't matter.
person-nobody = Nobody in this programme fits “{ $text }”. Try a nickname or just the first few letters.
find-whom = What's the name? The first few letters are enough.
everyone-none = Nobody is in this programme yet. Invite somebody and they'll show up here.
everyone-title = <b>Everyone in this programme</b> · { $more ->
    [0] { $last }
   *[other] { $first }–{ $last }
} of { $n }
person-several = Like “{ $text }”:
person-who = { $standing ->
    [active] <b>{ $name }</b> · { $role }
    [paused] <b>{ $name }</b> · { $role } · on a break until { $until }
    [resting] <b>{ $name }</b> · { $role } · on a break
    [enrolling] <b>{ $name }</b> · { $role } · hasn't finished enrolling
    [waiting] <b>{ $name }</b> · { $role } · waiting for approval
   *[left] <b>{ $name }</b> · { $role } · has left
}
person-since = Here since { $since } · { $seen } · { $where }
person-seen = last seen { $at }
person-never-seen = never seen
person-unreached = ⚠ The bot can't write to them now.
person-pair = { $role ->
    [mentor] Mentor: { $name } · since { $since } · { $heard }
   *[other] Mentee: { $name } · since { $since } · { $heard }
}
person-heard = last contact { $at }
person-not-heard = no contact yet
person-goals = Goals: { $goals }
person-goal = { $percent ->
    [none] { $title }
   *[other] { $title } { $percent }%
}
person-no-goals = No shared goal yet.
person-checkins = Check-ins answered: { $k } of { $n }
person-tickets = Open calls for help: { $n }
person-gone = That person isn't in this programme, or has left it.

button-hit = { $name } · { $role }
button-hit-same = { $name } · { $role } · #{ $number }
button-find-person = Find a name
button-everyone = Everyone
button-invited = { $name } (not started)
button-pair-of = Pair: { $name }
button-applicant = See the application
button-write-to = Write
button-pair-with = Pair with…
button-pause-member = Give a break
button-resume-member = End the break
button-remove-member = Remove…
button-person = { $name }'s card
button-leave-it = Leave it

write-what = Write to { $name }. It comes in your name, and the answer reaches the coordinators.
write-sent = Sent to { $name } ✓ In their quiet hours it arrives once those are over.
write-unreached = The bot can't write to { $name } now: it's blocked or was never started. Try e-mail or the phone.
staff-writes = <b>{ $name }</b>, coordinator of { $programme }, writes:
staff-words = <blockquote>{ $text }</blockquote>
button-answer-staff = Answer

pause-member = { $role ->
   *[other] How long should { $name } rest? There'll be no reminders in that time. { $name } is told, and can go on at any moment.
}
button-break = { $n ->
    [one] 1 week
   *[other] { $n } weeks
}
paused-done = { $name } rests until { $until } ✓
paused-for-you = { $role ->
   *[other] Your coordinator has given you a break until { $until }: no reminders for now. Want to go on sooner? Just tap.
}
resumed-done = { $name } goes on ✓
resumed-already = { $name } isn't on a break.
resumed-for-you = { $role ->
   *[other] Your coordinator has ended your break. Here we go again!
}

remove-member = Remove <b>{ $name }</b> from the programme? Their reminders stop, and they're told.
remove-partners = The pair with { $names } ends: planned sessions are off, and the other side is told kindly.
remove-data = Their data stays their own: they can ask for it and erase it at any time. Should they come back, invite them again.
button-remove-yes = Yes, remove { $name }
removed-done = { $n ->
    [0] { $name } has left ✓
    [one] { $name } has left ✓ One pair has ended; the other side can be matched again.
   *[other] { $name } has left ✓ { $n } pairs have ended; the other sides can be matched again.
}
removed-for-you = { $role ->
   *[other] A coordinator has ended your part in { $programme }. Thank you for being here. A copy of your data: /my_data, erasing it: /erase.
}

pair-with-whom = { $role ->
    [mentee] Who should mentor { $name }? Type a name.
   *[other] Whom should { $name } mentor? Type a name.
}
pair-nobody = { $role ->
    [mentee] No mentor in this programme is called anything like “{ $text }”.
   *[other] No mentee in this programme is called anything like “{ $text }”.
}
pair-pick = Who should be paired with { $name }?
button-other-name = Another name
pair-sure = Pair the mentor <b>{ $mentor }</b> with the mentee <b>{ $mentee }</b>?
pair-full = Mind: { $mentor } has { $n } mentees already and can take { $capacity }.
pair-other-mentors = Mind: { $mentee } has a mentor already: { $names }.
pair-sure-then = They're introduced in their own languages; after quiet hours, if it is that time there.
button-pair-yes = Yes, pair them
pair-done = { $mentor } is now { $mentee }'s mentor ✓ They're being introduced.
pair-done-already = { $mentor } was { $mentee }'s mentor already; nothing has changed.
pair-excluded = These two are on the list of those who mustn't be paired, so I haven't paired them.

# Matching: the best three for somebody, everybody at once as a draft, why and why not.

command-match = Match mentees and mentors
phrases-match =
    match everybody
    run the matching
    find a mentor for a mentee
    who fits whom

match-overview = <b>Matching</b>
    { $waiting ->
        [one] { $waiting } mentee waits
       *[other] { $waiting } mentees wait
    } · { $places ->
        [one] { $places } place
       *[other] { $places } places
    } with { $mentors ->
        [one] { $mentors } mentor
       *[other] { $mentors } mentors
    }
match-has-draft = { $n ->
    [one] A draft waits for you: { $n } pair.
   *[other] A draft waits for you: { $n } pairs.
}
match-choosing = { $n ->
    [one] { $n } mentee has chosen a mentor and waits for the answer; left out of the matching.
   *[other] { $n } mentees have chosen a mentor and wait for the answer; left out of the matching.
}
match-no-mentee = No mentee or mentor has enrolled yet, so there is nobody to match. Invite some first.
match-nobody-waits = Every active mentee has a mentor.
match-hint = Also: /match suggest NAME, /match explain NAME, NAME, /match exclude NAME, NAME
match-nothing = Nothing to match yet: mentees waiting { $waiting }, free places { $places }. Invite mentors, or ask mentors to take one more.
match-aim = Mentees waiting { $waiting }, free places { $places }. Which matters more?
    It's a draft first; nobody is told yet.
match-aim-locked = { $n ->
    [0] The present draft is replaced.
    [one] { $n } pair you locked stays; the rest is worked out anew.
   *[other] { $n } pairs you locked stay; the rest is worked out anew.
}
match-running = Working it all out…
match-drafted = { $n ->
    [0] Nobody can be paired yet.
    [one] <b>{ $n } pair</b> to look at, fit { $mean } of 100.
   *[other] <b>{ $n } pairs</b> to look at, mean fit { $mean } of 100.
}
match-drafted-left = { $n ->
    [one] { $n } mentee has nobody yet
   *[other] { $n } mentees have nobody yet
}{ $pairs ->
    [0] ; tap to see why.
   *[other] ; the draft says why.
}
match-draft-waits = Nobody has been told. Lock what's right, drop what isn't, then publish.
match-no-draft = There is no open draft.
match-overtaken = The draft changed while I was working. I haven't replaced it; please look at it first.
match-draft = <b>Draft</b> · { $n ->
    [one] { $n } pair
   *[other] { $n } pairs
}, { $locked } locked · { $mode ->
    [most] as many as possible
   *[fit] best fit
}
match-row = { $place }. { $mentee } → { $mentor } · fit { $points }{ $locked ->
    [0] { "" }
   *[other] { " · locked" }
}
match-row-why = { $row }
    { "  " }{ $why }
match-left = { $n ->
    [one] { $n } mentee has no mentor yet:
   *[other] { $n } mentees have no mentor yet:
}
match-left-row = { $name } · { $why ->
    [none] there is no free place
    [room] the places there are fit others better
    [points] nobody fits well enough
   *[nobody] no mentor is possible (hours, exclusions, or paired before)
}
match-publish = { $n ->
    [0] There is no pair that can be published.
    [one] <b>{ $n } pair</b> becomes real. Both sides are told in their language (after quiet hours, if it is that time there): the mentee is asked to write first, the mentor gets the mentee's goals.
   *[other] <b>{ $n } pairs</b> become real. Both sides are told in their language (after quiet hours, if it is that time there): the mentee is asked to write first, the mentor gets the mentee's goals.
}
match-fallen = Gone: { $mentee } → { $mentor }. { $why }
match-publishing = Publishing…
match-published = { $n ->
    [0] No pair could be published.
    [one] <b>{ $n } pair</b> is real now. Both sides are told at a good hour.
   *[other] <b>{ $n } pairs</b> are real now. Both sides are told at a good hour.
}
match-published-fallen = { $n ->
    [one] { $n } pair fell away, as things had changed.
   *[other] { $n } pairs fell away, as things had changed.
}
match-throw = { $n ->
    [one] Throw away the draft with { $n } pair?
   *[other] Throw away the draft with { $n } pairs?
} Nobody is told.
match-who = Who? I found no mentee or mentor for “{ $text }”.
match-which = Which “{ $text }”?
match-not-two = { $verb ->
    [exclude] Who must not be paired?
    [pair] Who with whom?
   *[explain] Why who with whom?
} In “{ $text }” I found no mentee with a mentor. For example: /match explain Sari, Budi
match-best-for = { $n ->
    [one] <b>The best fit for { $name }</b>
   *[other] <b>The best { $n } for { $name }</b>
}
match-none-for = Nobody is possible for <b>{ $name }</b> yet.
match-none-why = { $limit ->
    [left] Has left the programme.
    [joining] Hasn't finished enrolling, or waits for approval.
    [paused] Is taking a break.
    [taken] Has a mentor already.
    [choosing] Has chosen a mentor and waits for the answer.
    [full] Has no free place.
   *[other] Nobody is possible now: no hours in common, paired before, or no place free.
}
match-candidate = <b>{ $place }. { $name }</b> · { $points } of 100
match-plus = + { $why }
match-minus = − { $why }
match-why-subjects = offers what's wanted: { $things }
match-why-words = both speak of { $words }
match-why-field = the same field: { $field }
match-why-skills = both care about { $things }
match-why-hours = { $n } free hours in common a week
match-why-kinds = both can meet by { $things }
match-why-language = the same language
match-gap-subjects = not covered: { $things }
match-gap-words = the goal is far from the mentor's experience
match-gap-field = different fields: { $mentee } and { $mentor }
match-gap-skills = other skills
match-gap-hours = { $n ->
    [0] no free hours in common
   *[other] only { $n } free hours in common
}
match-gap-kinds = no way of meeting in common
match-gap-language = different languages
match-limit = { $limit ->
    [same] That's the same person.
    [left] One of them has left.
    [joining] One of them hasn't finished enrolling.
    [paused] One of them takes a break.
    [choosing] The mentee has chosen a mentor and waits for the answer.
    [full] The mentor has no free place.
    [taken] The mentee has a mentor already.
    [paired] They are a pair already.
    [before] They were a pair before, and it ended.
    [excluded] They are on the list of those not to be paired.
    [hours] Their free hours don't meet.
   *[other] Nothing stands in the way.
}
match-two = <b>{ $mentee } → { $mentor }</b> · { $points } of 100
match-part = { $part ->
    [subjects] What's wanted
    [words] Goals and experience
    [field] Field
    [skills] Skills
    [hours] Free hours
    [kinds] Ways to meet
   *[language] Language
}: { $value } of 100, weight { $weight }
match-pair-sure = Make them a pair? Both are told; after quiet hours, if it is that time there.
match-exclude = { $mentee } and { $mentor } will never be paired. Only those who run the programme see this; the two don't.
match-apart = Not to be paired (only those who run the programme see this):
match-apart-row = { $mentee } × { $mentor }
match-apart-none = Nobody is kept apart.
match-csv-mentee = mentee
match-csv-mentor = mentor
match-csv-score = score
match-csv-state = state
match-csv-reasons = reasons
match-csv-row = { $state ->
    [locked] locked
   *[proposed] proposed
}
match-csv-here = { $n ->
    [one] { $n } pair of this draft.
   *[other] { $n } pairs of this draft.
}

button-match = ‹ Matching
button-match-for = Suggest for { $name }
button-match-run = Match everybody
button-match-draft = See the draft
button-match-apart = Not to be paired
button-match-aim-fit = Best fit
button-match-aim-most = Most people paired
button-match-who = { $name } · { $role ->
    [mentor] mentor
   *[mentee] mentee
}
button-match-two = { $mentee } → { $mentor }
button-match-pair = Pair: { $name }
button-match-pair-yes = Yes, make them a pair
button-match-why = Why?
button-match-keep-apart = Never pair them
button-match-exclude = Yes, never pair them
button-match-together = Allow again: { $mentee } × { $mentor }
button-match-lock = Lock
button-match-loose = Unlock
button-match-drop = Drop
button-match-row = { $place }. { $mentee } → { $mentor }
button-match-publish = { $n ->
    [one] Publish { $n } pair
   *[other] Publish { $n } pairs
}
button-match-publish-yes = { $n ->
    [one] Yes, publish { $n } pair
   *[other] Yes, publish { $n } pairs
}
button-match-again = Run again for the rest
button-match-csv = CSV
button-match-left = { $n ->
    [one] { $n } has nobody
   *[other] { $n } have nobody
}
button-match-throw = Throw away
button-match-throw-yes = Yes, throw it away

# Coordinators' forms: the list, preview, results, sending, links; and answering a form a coordinator made.

command-form = Forms: see results, send, make your own
phrases-form = forms, list forms, manage forms, form results, show form results, make a form, send a form, survey results, make a survey
flow-form = the form
flow-form_desk = forms
flow-form_try = trying a form

forms-title = { $n ->
    [1] <b>1 form.</b> Tap it for a preview, results, or to send it.
   *[other] <b>{ $n } forms.</b> Tap one for a preview, results, or to send it.
}
form-line = { $state ->
    [retired] <b>{ $title }</b> · no longer asked · { $n } answers
   *[kept] <b>{ $title }</b>{ $version ->
        [0] {""}
       *[other] {" "}(version { $version })
    } · { $when } · { $n ->
        [1] 1 answer
       *[other] { $n } answers
    }
}
form-when-own = when you send it
form-when-feedback = any time, by /feedback
form-when-after-session = after each session
form-when-pulse = on day 30, then every 60 days
form-when-midway = half-way through
form-when-closing = at the end of a pair's time
form-when-goal-view = once a month, mentors only
form-when-other = at its own moment

form-card = <b>{ $title }</b>
    { $questions ->
        [1] 1 question
       *[other] { $questions } questions
    } · { $n ->
        [1] 1 answer so far
       *[other] { $n } answers so far
    }
form-card-when = Asked: { $when }.
form-card-version = { $number ->
    [0] Comes with Tuntun
   *[other] Version { $number }
}
form-card-retired = This form isn't in use. You can still see its results.
form-which = Which form?
form-unknown = There's no form “{ $name }”, or it isn't in use. Pick one from the list:

form-new = Make your own form in one .toml file: take the example, change its questions in any text app, and send the file here.
    Nothing is kept before you've seen the preview.
form-example = Here's the example, with everything explained. Change it, then send it back here.

form-preview = <b>{ $title }</b> · { $n ->
    [1] 1 question
   *[other] { $n } questions
}{ $version ->
    [0] {""}
   *[other] {" "}· version { $version }
}
form-question = <b>{ $n }.</b> { $text }
    ▫️ { $answer }
form-answer = { $kind ->
    [number] a number from { $low } to { $high }
    [date] a date
   *[text] in their own words
}
form-question-when = (only if { $when })
form-question-optional = (may be skipped)
form-preview-thanks = At the end: { $text }
form-tried = That was only a try; your answers aren't kept.
form-same = This is exactly { $name } version { $n }, which is in use already. Nothing has changed.
form-kept = Saved ✓ { $name } version { $n } is ready to be asked.{ $n ->
    [1] {""}
   *[other] {" "}Whoever is filling in the old one can finish it.
}
form-dropped = Thrown away: { $name }. Nothing was kept.
form-offer-over = You've already kept or thrown away { $name }.
form-retire = <b>{ $title }</b> won't be asked any more, and its links stop working. { $n ->
    [0] There are no answers yet.
    [1] Its 1 answer stays.
   *[other] Its { $n } answers stay, and you can still see them.
} You can bring it back any time.
form-state = { $state ->
    [retired] { $name } isn't asked any more ✓
   *[active] { $name } is in use again ✓
}

form-send = <b>{ $title }</b>: who is it for? { $about ->
    [partner] It asks about the mentoring partner, so only people in a pair can answer.
   *[all] You'll see how many people before anything is sent.
}
    Or type, for example: <code>/form send { $name } to mentees</code>
form-send-long = That filter is too long to type in one go. Choose here first:
form-send-never = That form comes by itself ({ $when }), so there's no need to send it.
form-link = <b>{ $title }</b>: print or post this code; people in the programme can answer at once.
    { $link }
    Or typed: <code>{ $token }</code>. Works until { $until }.

form-results = <b>{ $title }</b> · { $people ->
    [0] nobody has answered yet
    [1] 1 person answered
   *[other] { $people } people answered
}
form-results-none = As soon as there are answers, the summary appears here.
form-results-few = The summary opens from { $least } people on, so that nobody's answer can be guessed.
form-versions = Answers by version: { $counts }
form-version-n = v{ $version } { $n }
form-result = <b>{ $n }.</b> { $text }
    { $answer }
form-sum-mean = average { NUMBER($mean, maximumFractionDigits: 1) }{ $unit } of { $high }{ $unit } ({ $n ->
    [one] { $n } answer
   *[other] { $n } answers
})
form-sum-most = most: { $label } ({ $percent }%) of { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
form-sum-words = { $kind ->
    [date] a date, not summed up
   *[text] { $n ->
        [1] 1 comment
       *[other] { $n } comments
    }
}
form-sum-withheld = fewer than { $least } people so far
form-bar = { $bar } { $percent }% ({ $count }) { $label }
form-own-words = Other answers
form-comments = <b>{ $text }</b> ({ $n })
form-comment = “{ $words }”
form-comments-none = Nobody has written a comment yet.
form-chart = { $title } · { $people } people
form-csv = { $title }: the totals of { $people } people, without names. Questions answered by fewer than 5 are left empty.
form-csv-head = key, question, answer, count, percent, n, mean
form-csv-withheld = fewer than 5 people

form-too-big = “{ $name }” is too big for a form; { $most } KB at most.
form-no-text = “{ $name }” isn't a text file. Save it as .toml in UTF-8 and send it again.
form-problems = { $n ->
    [1] <b>{ $name }</b> can't be used yet; 1 thing to mend:
   *[other] <b>{ $name }</b> can't be used yet; { $n } things to mend:
}
form-problems-more = … and { $n } more.
form-problems-next = Mend it and send the file again. What was there hasn't changed.
form-problem = • { $place }: { $what }
form-at = { $part }
form-at-whole = the whole form
form-at-question = question { $n } ({ $name }){ $part ->
    [none] {""}
   *[other] , { $part }
}
form-not-toml = • line { $line }, character { $column }: can't be read. It says: <code>{ $text }</code>. Often a quotation mark or a = is missing.
form-wrong-missing = is needed, but isn't there
form-wrong-extra = isn't known; perhaps a typing mistake
form-wrong-slug = “{ $option }” won't do: small letters, digits and -, beginning with a letter, 24 at most
form-wrong-long = is too long, { $most } characters at most
form-wrong-empty = is empty
form-wrong-many = are too many, { $most } at most
form-wrong-kind = “{ $heard }” is no kind of question; there are: { $kinds }
form-wrong-least = { $least } at least
form-wrong-type = { $wanted ->
    [text] must be text in quotation marks, not { $heard }
    [number] must be a whole number without quotation marks, not { $heard }
    [yes-no] must be true or false, not { $heard }
    [list] must be a list in [ ], not { $heard }
   *[table] must hold id = "…" and en = "…", not { $heard }
}
form-wrong-other = { $what }
form-wrong-place = { $name } isn't known; only {"{"}partner{"}"} can be filled in
form-wrong-options = { $kind } needs 2 to 12 options
form-wrong-bounds = low must be below high
form-wrong-labels = labels must be exactly { $n }, one for each number
form-wrong-when = when is written like "key <= 2", "key = yes", "key has option" or "key is given"
form-wrong-twice = the key “{ $name }” is there twice
form-wrong-order = “{ $name }” depends on “{ $of }”, which isn't asked before it
form-wrong-taken = “{ $name }” is a form that comes with Tuntun; choose another name
form-wrong-goal = {"{"}goal{"}"} is only for forms that come with Tuntun; use {"{"}partner{"}"} or leave it out
form-wrong-buttons = makes { $n } buttons; { $most } at most. Use a bigger step, or kind = "number"
form-wrong-never = “{ $when }” can never be; look at the kind and the options of “{ $of }”

form-gone = { $role ->
   *[other] This form has been closed. Thanks for wanting to answer!
}
form-no-partner = { $role ->
    [mentee] This form is about your mentoring partner, and you don't have one yet. I'll let you know.
   *[other] This form is about a mentoring partner, and you don't have one yet.
}
form-which-partner = { $title }: about whom?
form-given = { $role ->
   *[other] You answered <b>{ $title }</b> { $day }. Would you like to change anything?
}
form-unchanged = Your answers stay as they were ✓
form-too-late = Those answers are more than a week old, so they can't be changed any more.
form-link-stranger = This form is for people in { $programme }. Do you have an invitation? Open its link first, then come back here. If not, ask the coordinator.
form-link-elsewhere = This form belongs to { $programme }, which isn't the programme you have open. If you're in it too, switch to it first, then open the link again.
form-link-over = This link to a form doesn't work any more. Ask your coordinator for a new one.

button-forms = All forms
button-form-new = + Make a form
button-form-example = Get the example
button-form-preview = Preview
button-form-results = Results
button-form-send = Send…
button-form-link = Link & QR
button-form-card = ‹ Form
button-form-retire = Stop using it
button-form-restore = Use it again
button-form-try = Try it
button-form-back = ‹ Preview
button-form-keep = { $n ->
    [1] Keep { $name }
   *[other] Keep as version { $n } of { $name }
}
button-form-drop = Throw away
button-form-comments = Comments
button-form-chart = Chart
button-form-csv = Download CSV
button-form-fine = All fine
button-form-to-all = Everybody
button-form-to-mentees = All mentees
button-form-to-mentors = All mentors
button-form-to-mentees-paired = Paired mentees
button-form-to-mentors-paired = Paired mentors
button-in-id = Bahasa Indonesia
button-in-en = English
button-before = ‹ Before
button-after = Next ›

# Common words: buttons, answers that are not clear yet, strangers, the unexpected.

numbered = { $text } ({ $at } of { $of })
answered = ✓ { $answer }
skipped = skipped
ticked = ✓ { $label }
listed = { $items }
nothing-ticked = none
edit-answer = { $question }: { $answer }
edit-which = Which one would you like to change? The others stay as they are.

button-yes = Yes
button-no = No
button-back = ‹ Back
button-skip = Skip
button-save = Save
button-edit = Change
button-other = Other…
button-other-city = Another city…
button-done-count = { $n ->
    [0] Done
   *[other] Done ({ $n })
}
button-go-on = Continue
button-go-on-with = Continue: { $what }
button-cancel = Cancel it
button-none-of-these = None of these
button-help-phrase = Help me phrase it
button-fill-page = Fill in at once

type-other = Just type it in your own words. ✍️
type-city = Just type the name of the city, such as Kupang.
type-day = Just type the date, like “20 December” or “in 3 months”.
type-clock = Just type the time, like “7:30 pm”.
stale = That button belongs to an earlier question, so nothing changed. Here's the current one:
stale-closed = That button is from a while ago; your earlier answer is safe.
back-at-start = This is the first question already.
back-to-it = Let's go on where we were.
cannot-skip = I need an answer to this one. Want to stop? Type /cancel
cancelled = Okay, cancelled: { $what }. Start again any time.
nothing-to-cancel = Nothing is going on right now. Type /help to see what you can do.
amended = Got your change ✓ { $answer }
amend-unclear = I couldn't read your edited message, so your earlier answer stays. Type /edit to change it.
edited-too-late = Editing an old message doesn't change what's saved. Type /edit to correct something.

unclear-button = That button isn't part of this question.
unclear-empty = Your message looks empty. A few words are enough.
unclear-long = That's too long ({ $length } characters, { $most } at most). Try just the most important part.
unclear-number = I can't turn “{ $heard }” into a number. Send one from { $low } to { $high }, such as { $example }{ $buttons ->
    [0] .
   *[other] , or tap a button.
}
unclear-number-range = { $heard } is out of range. Send a number from { $low } to { $high }, such as { $example }.
unclear-choice = “{ $heard }” isn't one of the choices. Tap one, such as “{ $example }”.
unclear-few = Choose at least { $least }, then tap Done.
unclear-many = { $most } at most. Tap a ticked one to take it off.
unclear-day = I can't find a date in “{ $heard }”. Try “{ $example }” or “in 3 months”.
unclear-clock = I can't find a time in “{ $heard }”. Try “19:30” or “7 pm”.
unclear-zone = I don't know “{ $heard }” yet. Type the nearest big city, such as Kupang, or share your location.
unclear-location = I can't tell the time zone of that place. Type the nearest city instead.
unclear-place = No location needed here. Just answer the question.
unclear-kind = { $kind ->
    [voice] I can't listen to voice notes yet. Please write it instead.
    [photo] I can't read photos yet. Please write it instead.
    [sticker] Nice sticker! But I only understand text and buttons.
    [document] I can't open files yet. Please write it instead.
    [contact] I don't keep contacts, for privacy. Please write it instead.
    [poll] I can't answer polls yet. Please write it instead.
   *[other] I can't read that yet. Please write it instead.
}

day-meant = Do you mean this day?
day-option = Yes, { $day }
day-shown = { $day }
day-outside = { $day } is out of range. Choose a date from { $first } to { $last }.
clock-meant = What time do you mean?
clock-shown = { $clock }
clock-outside = { $clock } doesn't work here: choose a time between { $first } and { $last }.
zone-meant = Which one is your time zone?
zone-wib = WIB · Jakarta, Medan
zone-wita = WITA · Bali, Makassar, Kupang
zone-wit = WIT · Ambon, Jayapura

not-understood = I didn't get that, but here's what I can help with:
unknown-command = I don't know that command.
unknown-command-near = I don't know that command. Did you mean { $near }?
not-for-you = That command is for another role in this programme. Type /help to see yours.
group-private = Let's keep mentoring between the two of us. Open a private chat with this bot.
apology = Sorry, something went wrong on my side and your last message wasn't saved. Please send it again; if it keeps happening, tell your coordinator.

stranger = Hi! I'm Tuntun, and I look after a mentoring programme. 👋
    To begin, open the invitation link from your coordinator, or type its code here (like K7QF-2M9D-XW3T-HB6P).
token-unknown = I don't know that code. Copy it again from your invitation, letter by letter. Still no luck? Ask your coordinator for a new one.
token-used = This invitation has been used already. If that wasn't you, ask your coordinator for a new one; it's quick.
token-expired = This invitation has expired. Ask your coordinator for a new one and open it again.
token-closed = The programme of this invitation is over. Ask your coordinator about the next one.
already-member = You're already in { $programme } ✓

late = (This was due { $at }, sorry it's late.)
render-trouble = There's a message for you that I couldn't show. Type /help to go on.
percent-with-note = { $percent }% · { $note }

# Mentees choose a mentor themselves: cards, the list, the request to a mentor, a coordinator's confirmation.

command-choose = Choose a mentor yourself
phrases-choose = choose a mentor, choose my mentor, pick a mentor, find a mentor, look for a mentor, browse mentors, show mentors, i have no mentor, i need a mentor, my mentor choices
flow-wish_reply = your answer to a mentor
flow-wish_ask = your question to a mentee
flow-wish_no = your answer to a mentee
button-choose = Choose a mentor

choose-card = <b>{ $name }</b> · { $field }
choose-bio = “{ $bio }”
choose-where = { $zone } · { $locale ->
    [en] English
   *[id] Indonesian
}
choose-plus = + { $why }
choose-minus = – { $why }
choose-all-seen = { $liked ->
    [0] Those are all the cards for now. Nobody fits yet? New cards come with new mentors.
    [one] Those are all the cards for now. There's { $liked } on your list; have a look and ask.
   *[other] Those are all the cards for now. There are { $liked } on your list; have a look and ask.
}
choose-nobody = No mentor has a free place right now. Try again in a few days; the coordinator is looking too.
choose-trouble = { $why ->
    [off] In your programme the coordinator finds a mentor for you. You'll hear from me here.
    [rests] Your programme isn't running now, so you can't choose a mentor yet.
    [paired] You have a mentor already. If you two don't fit, type /change_partner.
   *[away] You're taking a break. Type /resume first, then choose a mentor.
}
choose-filled = This mentor has just filled up, or can't right now. Let's look at the others.
choose-enough = There are { $most } on your list, and that's the most. Remove one to add another.

choose-list = <b>Your choices</b>
choose-list-empty = Your list is still empty. Look at the cards first, and tap Interested on who fits.
choose-list-line = { $place }. { $name }{ $free ->
    [no] {" "}· can't be asked right now
   *[yes] {""}
}
choose-list-asked = ⏳ I've asked { $name }. The answer comes by { $until }.
choose-list-accepted = ✓ { $name } would like to! Only the coordinator's word is missing.
choose-asked = I've asked { $name }. The answer comes by { $until }; you'll hear from me here.
choose-not-now = { $name } can't right now.
choose-not-now-gone = The mentor you asked can't right now.
choose-then-asked = I've asked your next choice, { $name }. The answer comes by { $until }.
choose-then-wait = The others on your list can't be asked just now. I'll try again tomorrow.
choose-then-rests = I keep your list; go on whenever you're ready.
choose-no-more = That was your whole list. Choose from the cards again, or let the coordinator look for you.
choose-nobody-free = Nobody on your list can be asked just now. I'll try again tomorrow; meanwhile, look at other cards.
choose-given-up = For two weeks nobody on your list could be asked. Choose another card, or let the coordinator look for you.
choose-question = { $name } asks: “{ $text }”
choose-question-next = A short answer is enough; then it's the mentor's turn to decide.
choose-replied = Your answer: “{ $text }”
choose-reply = { $name } asks: “{ $question }” What's your answer?
choose-reply-sent = { $name } has your answer ✓
choose-said-yes = { $name } would like to be your mentor! 🌱 One step is left: the coordinator confirms.
choose-over = This request is over.
choose-back-sure = Take back your request to { $name }? I'll tell { $name } kindly, and take the name off your list.
short-choose-reply = Your answer

button-choose-cards = See cards
button-choose-list = My choices
button-choose-count = My choices ({ $n })
button-choose-yes = Interested
button-choose-no = Not for me
button-choose-next = Next
button-choose-over = Start over
button-choose-ask = Ask { $name }
button-choose-up = ↑ { $name }
button-choose-remove = Remove { $name }
button-choose-back = Take back my request to { $name }
button-choose-back-yes = Yes, take it back
button-choose-keep = Leave it
button-choose-reply = Answer

wish-card = <b>{ $name }</b> would like you as a mentor.
wish-wants = Field: { $field }. Looking for: { $wants }
wish-goals = Goals: { $goals }
wish-where = { $zone } · { $locale ->
    [en] English
   *[id] Indonesian
}
wish-you-asked = You asked: “{ $text }”
wish-reply = { $name }: “{ $text }”
wish-until = Please answer before { $until }. “Not now” is fine too.
wish-remind = { $name } is still waiting for your answer.
wish-replied = { $name } has answered your question.
wish-gone = This request is over, so there's nothing left to answer. Thank you!
wish-ended-back = { $name } has taken the request back, so there's nothing left to answer. Thank you for your time.
wish-ended-found = { $name } has a mentor now, so there's nothing left to answer.
wish-ended-full = Your places are full now, so we pass { $name }'s request on to another mentor.
wish-ended-left = { $name } is no longer in the programme, so there's nothing left to answer.
wish-ended-time = The time for { $name }'s request is over, and that's all right. We pass it on to another mentor.
wish-ended-staff = You and { $name } won't be paired for now. That's the coordinator's decision, not about you; thank you for being willing.
wish-ended-gone = The mentee who asked is no longer in the programme, so there's nothing left to answer.
wish-no-room = All your places are taken or promised. Want one more? Set your capacity first, then tap Accept again.
wish-said-yes = Thank you! { $name } has been told. Only the coordinator's word is missing.
wish-paired = You're { $name }'s mentor now. You'll be introduced in a moment.
wish-rests = This programme isn't running now, so the request can't be accepted yet.
wish-ask-what = What would you like to ask { $name }?
wish-asked-back = { $name } has your question ✓ It takes none of your time to decide.
wish-asked-already = { $name } hasn't answered your last question yet. Wait a little, or decide now.
wish-no-why = May we ask why { $name } isn't possible for you now? It isn't kept or passed on; it only helps us help you.
wish-no-full = Enough mentees already
wish-no-time = Too busy right now
wish-no-fit = Not my field
wish-no-other = Something else
wish-no-done = Thank you for answering. { $name } only hears “not right now”.
short-wish-ask = Question
short-wish-no = Reason

button-wish-yes = Accept
button-wish-ask = Ask a question
button-wish-no = Not now
button-wish-card = See the request

coordinator-wish = <b>{ $name }</b> has chosen { $mentor } as a mentor, and { $mentor } would like to. Pair them?
coordinator-wish-again = <b>{ $name }</b> and { $mentor } both said yes and still wait for you. Pair them?
own-choice = { $state ->
    [off] Mentees don't choose mentors themselves in this programme.
    [both] Mentees may choose a mentor. Once both say yes, they are a pair at once.
   *[coordinator] Mentees may choose a mentor. Once both say yes, you confirm.
}
own-choice-waiting = Waiting for you: { $mentee } × { $mentor }
own-choice-over = This request has been decided already.
own-choice-paired = { $mentee } and { $mentor } are a pair ✓ Both are introduced now.
own-choice-paired-already = { $mentee } and { $mentor } are a pair already.
own-choice-left = All right, { $mentee } and { $mentor } aren't paired. Both are told kindly.
own-choice-away = { $mentee } or { $mentor } is no longer in the programme.
own-choice-has-mentor = { $mentee } has another mentor already, so they aren't paired with { $mentor }.
own-choice-apart = { $mentee } and { $mentor } can't be paired: they were a pair before, or are marked never to be one.
own-choice-full = { $mentor } has no place left. Ask { $mentor } to raise the capacity, or choose Not now for { $mentee }.
button-own-choice = Own choice
button-own-choice-on = Allow own choice
button-own-choice-off = Don't allow it any more
button-own-choice-both = Without my confirmation
button-own-choice-coordinator = I confirm
button-wish-pair = Pair them
button-wish-leave = Not now
button-wish-pair-two = Pair { $mentee } × { $mentor }
button-wish-leave-two = Not now: { $mentee } × { $mentor }

# Settings, and correcting what the bot knows.

flow-set_name = changing your name
flow-set_zone = changing your time zone
flow-set_checkin = setting your check-in time
flow-set_quiet = setting your quiet hours
flow-language = changing the language
flow-edit = correcting your data

settings = { $role ->
   *[other] Your settings; it's { $clock } where you are. Tap what you'd like to change.
}
button-set-name = Name: { $name }
button-set-language = Language: English
button-set-zone = Zone: { $zone }
button-set-checkin = Check-in: { $day }, { $clock }
button-set-quiet = Quiet hours: { $start }–{ $end }
button-set-quiet-none = Quiet hours: none
button-settings = Settings

set-name = { $role ->
   *[other] What should I call you? It's { $name } now.
}
set-zone = Which time zone are you in now? You can also type your city.
set-checkin-day = Which day suits you for the weekly check-in?
set-checkin-clock = Every { $day }, what time?
set-quiet = When should I stay silent?
quiet-hours = { $start }–{ $end }
quiet-own = Other hours…
quiet-none = Any time is fine
set-quiet-from = From what time?
set-quiet-until = From { $start } until what time?
set-quiet-checkin = Your check-in at { $clock } would be in your quiet hours. What time instead?
clock-quiet = { $clock } is in your quiet hours ({ $start }–{ $end }). Choose a time outside them, or change them in /settings.
clock-quiet-length = { $start }–{ $end } is too long: { $hours } hours at most, so that there's some time left to talk.
language = Which language? · Bahasa apa?
language-id = Bahasa Indonesia
language-en = English

edit-what = { $role ->
   *[other] What would you like to correct?
}
edit-now = { $text } It's { $now } now.
edit-name = Name
edit-zone = Time zone
edit-checkin = Check-in time
edit-goals = Goals
edit-answers = Check-in answers
edit-field = Field
edit-wants = What I want to learn
edit-skills = Skills
edit-hard = What's still tricky
edit-kinds = Ways to talk
edit-days = Free days

short-day = Check-in day
short-quiet = Quiet hours
short-quiet-from = From
short-quiet-until = Until
short-language = Language
short-edit-what = To correct

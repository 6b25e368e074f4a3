# For coordinators at the computer: pairs, lists of invitations, and what `python -m bot doctor` finds.

office-paired = { $mentor } is now { $mentee }'s mentor (programme { $programme }).
office-paired-already = { $mentor } was { $mentee }'s mentor already (programme { $programme }); nothing has changed.
office-other-mentors = { $mentee } has other mentors too: { $names }.

office-in-programme = is in the programme already
office-link-used = the link has been used
office-link-made = has a link already, good until { $until }
office-link-renewed = the first link has expired; use this one
office-pair-made = now paired with { $mentor }
office-pair-there = already paired with { $mentor }
office-pair-later = not paired yet: import this list again once { $mentor } and this person have joined
office-pair-several = not paired, several people fit: { $names }
office-pair-nobody = not paired: no mentor is called { $mentor }

doctor-begins = Checking the data and the lines to Telegram and Discord; half a minute at most.
doctor-all-well = All is well.
doctor-look-at = { $n ->
    [one] One thing needs a look; what to do is said above.
   *[other] { $n } things need a look; what to do is said above.
}

doctor-file-missing = There's no data in { $file } yet. Run: python -m bot migrate
doctor-file-unwritable = Tuntun can't write to { $file }. Run Tuntun from the computer account that made the file, or move it to a folder of yours.
doctor-file-open = Other accounts on this computer could read { $file }. It's closed now; if there are copies, keep them safe too.
doctor-disk-full = Only { $mb } MB are left on the disk. Move other files: once it's full, people's answers aren't saved.
doctor-running = Tuntun is running on { $file }.
doctor-not-running = Tuntun isn't running, so the bot doesn't answer. Run: make run
doctor-database-away = The database can't be reached ({ $why }). Check DATABASE_URL in the file .env, and whether PostgreSQL is running.
doctor-database-busy = Another program is using the database. Wait a minute, then try again.
doctor-damaged = The data file is damaged ({ $why }). Stop Tuntun, keep that file somewhere else, then use your last backup.
doctor-tables-missing = The database is still empty. Run: python -m bot migrate
doctor-tables-old = This data is from an older Tuntun. Make a backup first: python -m bot backup backup.db — then run: python -m bot migrate
doctor-tables-newer = This data is from a newer Tuntun. Install the newest Tuntun, or use a backup from this version.
doctor-no-programme = There's no programme yet. Make one: python -m bot programme create "Programme name"
doctor-programme-zone = Programme { $name } has a time zone nobody knows: { $zone }. It should be like Asia/Jakarta. Ask whoever looks after the database to change it.
doctor-people-zone = { $n ->
    [one] One person has a time zone nobody knows, so their reminders can't be planned. Ask them to type /settings and choose again.
   *[other] { $n } people have a time zone nobody knows, so their reminders can't be planned. Ask them to type /settings and choose again.
}
doctor-unreachable = { $n ->
    [one] The bot can't reach one person. Send them your bot's link and ask them to press Start.
   *[other] The bot can't reach { $n } people. Send them your bot's link and ask them to press Start.
}
doctor-outbox-waiting = { $n ->
    [one] One message is stuck, since { $since }. Start Tuntun and make sure this computer is online.
   *[other] { $n } messages are stuck, the first since { $since }. Start Tuntun and make sure this computer is online.
}
doctor-due-late = { $n ->
    [one] One reminder is late, since { $since }. Start Tuntun: it's still sent if it's of use.
   *[other] { $n } reminders are late, the first since { $since }. Start Tuntun: those still of use will be sent.
}
doctor-nothing-late = No messages or reminders are stuck.
doctor-last-activity = Somebody last used the bot: { $at }.
doctor-no-activity = Nobody has used the bot yet. Invite people: python -m bot invite --role mentee

doctor-token-missing = There's no Telegram token yet. In Telegram, open @BotFather, type /newbot, then write the token in the file .env: TELEGRAM_TOKEN=...
doctor-token-shape = TELEGRAM_TOKEN in the file .env isn't a Telegram token. It's digits, a colon, then letters and digits. Copy all of it again from @BotFather.
doctor-token-refused = Telegram refuses this token; it may be mistyped or replaced. In @BotFather: /mybots, choose your bot, API Token, then copy it to the file .env.
doctor-telegram-ok = Telegram knows this bot: @{ $bot }.
doctor-telegram-trouble = Telegram is in trouble (code { $code }). Try again in ten minutes.
doctor-no-network = Telegram can't be reached from this computer. Check the internet; on a campus or office network, ask whether Telegram is blocked.
doctor-webhook = Messages for this bot go to { $host } now. If that isn't yours, replace the token in @BotFather (/revoke). Tuntun takes over when it starts.
doctor-second-poller = Another program uses this token, so some messages don't arrive here. Stop the other one, or make a new bot in @BotFather.
doctor-only-poller = No other program uses this token.
doctor-poller-unknown = Whether another program uses this token can only be seen while Tuntun is stopped. If the bot often doesn't answer, stop Tuntun and run this again.
doctor-clock-right = This computer's clock is right.
doctor-clock-ahead = { $minutes ->
    [one] This computer's clock is a minute fast, so reminders come early. Turn on "set time automatically" in its settings.
   *[other] This computer's clock is { $minutes } minutes fast, so reminders come early. Turn on "set time automatically" in its settings.
}
doctor-clock-behind = { $minutes ->
    [one] This computer's clock is a minute slow, so reminders come late. Turn on "set time automatically" in its settings.
   *[other] This computer's clock is { $minutes } minutes slow, so reminders come late. Turn on "set time automatically" in its settings.
}
doctor-zones-missing = The list of the world's time zones isn't installed. Delete the folder .venv, then run: make run

doctor-discord-shape = DISCORD_TOKEN in the file .env isn't a Discord token: those have three parts with dots between. Copy it again from discord.com/developers, your application, Bot.
doctor-discord-refused = Discord refuses this token; it may be mistyped or replaced. At discord.com/developers: your application, Bot, Reset Token, then copy it to the file .env.
doctor-discord-ok = Discord knows this bot: { $bot }.
doctor-discord-trouble = Discord is in trouble (code { $code }). Try again in ten minutes.
doctor-discord-away = Discord can't be reached from this computer. Check the internet; on a campus or office network, ask whether Discord is blocked.
doctor-discord-no-words = On Discord pairs can't talk in their threads yet: the bot may not read them. At discord.com/developers: your application, Bot, switch on Message Content Intent.
doctor-discord-no-server = The bot isn't in any Discord server yet. Invite it: discord.com/developers, your application, OAuth2, then type /setup in a channel.

# The line between mentor and mentee, and several accounts of one person.

command-talk = Talk with your mentoring partner through the bot
command-tell = Send your mentoring partner a message
command-mute = Your partner's messages without a sound, or with one again
command-report = Report a message that isn't right
command-link = Connect an account in another app
phrases-talk = talk to my mentor, talk to my mentee, chat with my mentor, chat with my mentee
phrases-tell = tell my mentor, tell my mentee, send my mentor a message, message my mentor, message my mentee
phrases-mute = mute my mentor, mute my mentee, mute messages
phrases-report = report my mentor, report my mentee, report a message
phrases-link = link my account, connect my account, connect discord, connect telegram
flow-talk = talk
flow-tell = message
flow-mute = sound setting
flow-report = report
flow-link = account connection

# What arrives on the other side

relay-words = <b>{ $name }</b>{ $edited ->
        [yes] {" "}(edited)
       *[no] {""}
    }
    { $text }
relay-file = <b>{ $name }</b> · { $kind ->
        [voice] voice message
        [audio] audio
        [photo] photo
        [video] video
        [video_note] video message
        [animation] GIF
       *[document] file
    }
button-reply = Reply
button-line = More
line-tick = { $n ->
        [1] ✓ Sent to { $name }
       *[other] ✓ { $n } messages sent to { $name }
    }{ $muted ->
        [yes] , read later
       *[no] {""}
    }
line-lost = This message did not reach { $name }. Try again later.
line-unsure = This message may not have reached { $name }. If it matters, send it once more.
line-unreachable = { $name } can't be reached right now, so this wasn't sent. The coordinator can help.
line-nobody = You're no longer paired, so this wasn't sent.
line-no-partner = { $role ->
    [mentee] You don't have a mentor yet. I'll tell you here as soon as you do.
    [mentor] You don't have a mentee yet. We'll tell you here as soon as you do.
   *[other] This is the line between mentors and mentees.
}
line-whom-first = To whom? Choose first, then send it again.
line-too-large = { $kind ->
        [voice] The voice message
        [photo] The photo
        [video] The video
       *[other] The file { $file }
    } is too large, so it wasn't sent: { $most } MB at most ({ $there ->
        [discord] Discord's limit
        [telegram] Telegram's limit
       *[other] the app's limit
    }). Try sending a link.
line-unsupported = { $kind ->
    [sticker] I can't pass on stickers yet.
    [contact] I don't pass on contacts, for privacy.
    [place] I don't pass on locations, for privacy.
    [poll] I can't pass on polls yet.
   *[other] I can't pass that on yet.
} What works: text, voice messages, photos, videos and files.
line-idle = { $role ->
    [mentee] I closed the talk after two quiet hours, so I haven't passed this on. Talk again?
   *[other] The talk closed after two quiet hours, so this wasn't passed on. Talk again?
}

# Telling, talking

tell-what = { $several ->
    [1] What should { $names } read? Just write it here.
   *[other] What's the message? Just write it here.
}
tell-whom = To whom?
short-message = Message
short-whom = To
talk-whom = Who would you like to talk to?
talk-on = { $role ->
    [mentee] You're connected with <b>{ $name }</b>. I pass on text, voice, photos and files right away.
   *[other] You're connected with <b>{ $name }</b>. Text, voice, photos and files are passed on right away.
}
talk-kept = Nothing of it is kept; coordinators only see how many. It ends by itself after 2 quiet hours.
talk-off = { $role ->
    [mentee] The talk is over. Now you're talking to me again.
   *[other] The talk is over. Now you're talking to the bot again.
}
button-talk = Talk
button-talk-end = Done
button-talk-again = Talk again
button-menu = Menu

# Muting, reporting

line-page = { $muted ->
    [yes] Messages from <b>{ $name }</b> come without a sound now.
   *[no] Your line to <b>{ $name }</b>.
} { $role ->
    [mentee] What would you like?
   *[other] What would you like to do?
}
button-mute = Mute
button-unmute = Unmute
button-report = Report
button-change-partner = Change partner
mute-whom = Whose messages?
mute-on = From now on { $name }'s messages come without a sound; { $role ->
    [mentee] read them when you like
   *[other] read them when you can
}. { $name } sees “read later”.
mute-off = { $name }'s messages make a sound again{ $role ->
    [mentee] , as usual
   *[other] {""}
}.
report-whom = Who is it about?
report-why = What's wrong with { $name }? Only coordinators read this.
report-rude = Rude
report-money = Asks for money or private data
report-unsafe = Makes me feel unsafe
report-other = Something else
report-words = { $unsafe ->
    [yes] Thank you for telling us. If there is danger right now, call your local emergency number.
   *[no] Thank you for telling us.
    }
    The messages aren't included, as I don't keep them. Would you like to say more, or paste one here? { $role ->
    [mentee] You can skip this.
   *[other] You can skip this.
}
short-reason = Reason
coordinator-report = <b>{ $name }</b> reports { $partner }: { $reason }.

# Several accounts

link-code = Connection code: <code>{ $code }</code>, good for { $minutes } minutes and one use.
link-code-how = { $here ->
    [telegram] Open this bot on Discord and type /link with that code.
    [discord] Open this bot on Telegram and send that code.
   *[other] Open this bot in the other app and send that code.
}
link-how = To connect an account: type /link in the app where you're enrolled, then send the code here (for example: K7QF-2M9D).
link-unknown = I don't know that code, or it has run out. Make a new one with /link in the app where you're enrolled, then send it here.
link-too-often = That's five tries. Try again in an hour, or ask your coordinator.
link-same = This code is for your other account, not { $here ->
    [telegram] Telegram
    [discord] Discord
   *[other] this one
}: send it there.
link-somebody-else = This account already belongs to somebody else in the programme, so it can't be joined. If that's you too, erase its data from here first (/erase), or ask the coordinator.
link-done = Hello, { $name }! This { $here ->
    [telegram] Telegram
    [discord] Discord
   *[other] {""}
} account is connected ✓ You can go on with everything here.
link-told = { $here ->
    [telegram] A Telegram account
    [discord] A Discord account
   *[other] Another account
} has just been connected. Not you? Undo it.
button-not-me = Not me
button-undo = Undo
unlink-done = { $role ->
    [mentee] Done ✓ That account isn't connected to you any more.
   *[other] Done ✓ That account isn't connected to you any more.
}
unlink-told = { $there ->
    [telegram] The Telegram account
    [discord] The Discord account
   *[other] The other account
} has been disconnected.
unlink-gone = That account isn't connected any more.
unlink-last = This is your only account, so it can't be disconnected. If you want to stop, your data can be erased.
platform = { $name ->
    [telegram] Telegram
    [discord] Discord
    [console] Terminal
   *[other] { $name }
}
accounts = { $n ->
    [1] Connected on { $names }.
   *[other] Connected on { $names }. Answers always come where you ask; where should other news go?
}
button-send-to = { $on ->
    [yes] ✓{" "}
   *[no] {""}
}Send to: { $to }
send-to-last = where I was last
button-set-where = Send to: { $to }
button-unlink = Disconnect { $name }
button-link = Connect another account

# What there is only on Discord: servers, pairs' threads, forms, and the names of commands.

form-title = Fill in all at once
option-text = Words to go with it, for example: 2 weeks
option-link = Connect this account, or use an invitation code
option-channel = The channel in which each pair gets a private thread
option-programme = The programme's name, if you run several
command-setup = Choose the channel for pairs' threads (server managers)

thread-welcome = This thread is for the two of you: session times and topic cards appear here. Anything personal still comes by direct message from me.
thread-knock = There's news for you, but your direct messages are closed. Type /help here; only you will see the answer.

setup-done = Done ✓ Each pair of { $programme } gets a private thread in { $channel }.
setup-missing = Not ready yet. In { $channel }, this bot still needs permission to:
setup-in-server = This command is for servers. Type /setup in yours.
setup-managers = This is for people who manage the server (Manage Server permission).
setup-text-channel = Choose an ordinary text channel of this server.
setup-stranger = This Discord account isn't connected to Tuntun yet. Type /link with your invitation code first.
setup-not-coordinator = This is for coordinators and owners of a programme.
setup-which = You run several programmes. Name one: { $names }
setup-trouble = Discord isn't answering right now, so nothing has changed. Try again in a moment.
setup-no-words = One more thing: the bot may not read what's written in servers yet, so pairs can't talk in their threads. Switch on Message Content Intent at discord.com/developers (under Bot), then restart the bot.

permission-view-channel = • View Channel
permission-read-message-history = • Read Message History
permission-send-messages = • Send Messages
permission-create-private-threads = • Create Private Threads
permission-send-messages-in-threads = • Send Messages in Threads
permission-manage-threads = • Manage Threads
permission-embed-links = • Embed Links
permission-attach-files = • Attach Files

coordinator-dm-closed = <b>{ $name }</b> has closed direct messages on Discord. I've kept the reminders; ask { $name } to allow Direct Messages in the server's privacy settings.
coordinator-left-server = <b>{ $name }</b> is no longer in the Discord server. I've kept the reminders; invite { $name } back, or connect Telegram.
coordinator-thread-channel-gone = The channel of the pairs' threads on Discord has been deleted (seen at { $name }'s pair). I've kept the message; choose a new channel with /setup.
coordinator-thread-server-left = The bot is no longer in the pairs' Discord server (seen at { $name }'s pair). Invite it back, then type /setup.
coordinator-thread-no-access = The bot can't see the channel of the pairs' threads on Discord (seen at { $name }'s pair). Allow View Channel, then type /setup.
coordinator-thread-no-permission = The bot lacks permissions in the channel of the pairs' threads on Discord (seen at { $name }'s pair). Type /setup to see which.
coordinator-thread-too-many-threads = The Discord server is full of threads (seen at { $name }'s pair). Archive old ones, then type /setup.

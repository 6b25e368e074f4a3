# The coordinators' desk: how the bot is doing, for owners.

command-status = How the bot is doing: queues, delays, backup
phrases-status = bot status, status of the bot, how is the bot doing, is the bot running, is the bot healthy, show bot status

status-title = <b>How the bot is doing</b>
status-well = All is well.
status-stuck = ⚠️ { $part } has been stuck for { $span }. The bot is trying to get it going again.
status-silent = ⚠️ The process { $name } hasn't been heard of since { $at }.
status-late = ⚠️ Reminders are { $span } late, { $n } are waiting.
status-slow = ⚠️ A message has been waiting to be sent for { $span }.
status-part-hearing = Receiving from { $platform }
status-part-sending = Sending on { $platform }
status-part-writer = Saving data
status-part-tick = The reminder clock
status-part-jobs = Work behind the scenes
status-runs = { $several ->
    [yes] { $name }: running for { $span }, version { $version }
   *[no] Running for { $span }, version { $version }
}
status-queue = Waiting to be sent: { $n }{ $resting ->
    [0] {""}
   *[other] , plus { $resting } held until their time
}
status-jobs = Jobs in line: { $n }{ $failed ->
    [0] {""}
   *[other] , failed in the last day: { $failed }
}
status-away = { $n ->
    [0] Everybody in this programme can be reached.
    [one] Can't be reached in this programme: 1 person
   *[other] Can't be reached in this programme: { $n } people
}
status-backup = Last backup: { $at }{ $days ->
    [0] {""}
    [one] {" "}(1 day ago)
   *[other] {" "}({ $days } days ago)
}
status-backup-none = There has never been a backup. On the server: python -m bot backup FILE
status-backup-elsewhere = No backup yet with python -m bot backup FILE. What your PostgreSQL provider backs up can't be seen from here.
status-database = Database: { $kind }, { $mb } MB
status-span = { $unit ->
    [days] { $n ->
        [one] 1 day
       *[other] { $n } days
    }
    [hours] { $n ->
        [one] 1 hour
       *[other] { $n } hours
    }
    [minutes] { $n ->
        [one] 1 minute
       *[other] { $n } minutes
    }
   *[seconds] { $n ->
        [one] 1 second
       *[other] { $n } seconds
    }
}
button-status = Look again

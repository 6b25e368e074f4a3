# The inbox: calls for help as tickets, and the answers.

flow-ticket_answer = the answer
flow-ticket_reply = the reply

command-inbox = Inbox: calls for help
phrases-inbox = inbox, open the inbox, show the inbox, who asked for help, list of help requests

inbox-title = <b>Inbox</b> · { $waiting ->
        [0] nobody is waiting
       *[other] { $waiting } waiting for an answer
    }{ $answered ->
        [0] {""}
       *[other] , { $answered } answered
    }
inbox-closed = <b>Closed</b> · { $total ->
        [one] { $total } request
       *[other] { $total } requests
    }{ $waiting ->
        [0] {""}
       *[other] , { $waiting } others still waiting
    }
inbox-empty = The inbox is empty. Nobody is waiting for you. 🌿
inbox-empty-closed = Nothing has been closed yet.
inbox-line = { $number }. { $urgent ->
        [yes] ‼️{" "}
       *[no] {""}
    }<b>{ $name }</b> · { $topic } · { $state ->
        [open] waiting { $age }
        [answered] answered { $age } ago
       *[closed] closed { $age } ago
    }{ $taken ->
        [yes] {" "}· { $by }
        [mine] {" "}· you
       *[no] {""}
    }
ticket-title = { $urgent ->
        [yes] ‼️{" "}
       *[no] {""}
    }<b>{ $name }</b> · { $topic }
    { $state ->
        [open] Waiting for an answer for { $age }
        [answered] Answered { $age } ago
       *[closed] Closed { $age } ago
    }{ $taken ->
        [yes] , { $by } takes care of it
        [mine] , you take care of it
       *[no] {""}
    }.
ticket-topic = { $topic ->
    [partner] the mentoring partner
    [goal] a goal or a task
    [time] time or schedule
    [unsafe] something doesn't feel safe
   *[other] something else
}
ticket-age = { $unit ->
    [days] { $n ->
        [one] { $n } day
       *[other] { $n } days
    }
    [hours] { $n ->
        [one] { $n } hour
       *[other] { $n } hours
    }
   *[other] { $n ->
        [one] { $n } minute
       *[other] { $n } minutes
    }
}
ticket-earlier = ({ $n } messages before that)
ticket-no-words = No words, only what it's about.
ticket-said = <i>{ $name }, { $at }:</i>
    “{ $text }”
ticket-unreached = { $name } can't be reached through the bot right now. Your answer may not arrive; try another way.
ticket-gone = That request isn't in this programme, or the person has removed it.
button-ticket = { $number }. { $name }
button-ticket-answer = Answer
button-take = { $taken ->
    [no] I'll take it
   *[other] Take over
}
button-close-ticket = Close
button-ticket-person = About { $name }
button-inbox = Inbox
button-inbox-closed = Closed ones
button-inbox-before = ‹ Before
button-inbox-after = Next ›
button-open-ticket = Open and answer

ticket-answer-what = { $said ->
    [yes] “{ $text }”
        What's your answer to { $name }?
   *[no] What would you like to write to { $name }?
}
ticket-answer-sent = { $reached ->
    [yes] Your answer is on its way to { $name } ✓ If they reply, you'll see it here.
   *[no] Your answer is kept, but { $name } can't be reached through the bot right now. Try another way.
}
ticket-came-in = <b>{ $name }</b> replies:
    “{ $text }”
ticket-waiting = { $urgent ->
        [yes] ‼️{" "}
       *[no] {""}
    }<b>{ $name }</b> has been waiting for an answer since { $since }: { $topic }.

# What the person reads

ticket-answer = <b>{ $name }</b> (coordinator) answers:
    { $text }
ticket-settled = { $role ->
    [mentee] { $name } has closed your request for help. If something's still on your mind, just reply, any time; I'll pass it on.
   *[other] { $name } has closed your request for help. If something's still on your mind, just reply, any time.
}
ticket-reply-what = { $role ->
    [mentee] What's your reply{ $named ->
            [yes] {" "}to { $staff }
           *[no] {""}
        }? Only coordinators read it.
   *[other] What's your reply{ $named ->
            [yes] {" "}to { $staff }
           *[no] {""}
        }? Only coordinators read it.
}
ticket-reply-sent = Sent ✓ The coordinators read it and will answer here.
button-answer-back = Reply

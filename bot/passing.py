"""What somebody writes that is not for the bot: to their partner, in the pair's thread, another account's code, a file
for the coordinators' desk."""

from __future__ import annotations

import re

from bot.commands import STAFF
from bot.effects import Job
from bot.house import Turn
from bot.mentoring.line import KINDS
from bot.mentoring.line_effects import PassEdit, PassOn, UseCode
from bot.mentoring.link_codes import code_in
from bot.messages import Button, Screen, say
from bot.talk.clean import clean

TOLD = re.compile(r"/(?:tell|bilang)(?:@\w+)?\s+", re.IGNORECASE)
TELL = "tell"
DROPPED = "dropped"  # the kind of job that reads a file from the chat
MAX_WORDS = 200  # characters kept of what stands under a file


def passed(turn: Turn, pair: int) -> bool:
    """Pass a message to a partner, if there is one it is for. What can't pass is said."""
    if not pair:
        return False
    incoming, text = turn.incoming, clean(turn.incoming.text)
    files = tuple(file for file in incoming.files if file.kind in KINDS)
    turn.effects.append(PassOn(pair, text, files, incoming.what or "other", talking=pair == turn.state.line))
    return True


def told(turn: Turn) -> bool:
    """A file instead of the words that /tell has asked for: it is passed to the only partner there is."""
    talk = turn.talk
    if talk is None or talk.flow != TELL or not turn.incoming.files:
        return False
    turn.close(talk.id)
    turn.effects.append(PassOn(0, clean(turn.incoming.text), turn.incoming.files, turn.incoming.what))
    return True


def amended(turn: Turn) -> None:
    """A message with new words: its counterpart on the other side gets them too."""
    turn.effects.append(PassEdit(clean(TOLD.sub("", turn.incoming.text, count=1))))


def thread(turn: Turn) -> None:
    """Something written in a pair's thread: for the partner who is not there. Whoever else writes there is not
    heard."""
    if turn.state.person is None:
        return
    if turn.incoming.what == "edited":
        amended(turn)
    else:
        passed(turn, THREAD)


THREAD = -1  # stands for the pair in whose thread something was written


def idle(turn: Turn) -> bool:
    """Words after a talk went quiet: whether they are for the partner is asked, not guessed."""
    pair = turn.state.idle_line
    if not pair:
        return False
    again = Button(say("button-talk-again"), f"do:talk:{pair}")
    role = turn.state.membership.role if turn.state.membership else "mentee"
    turn.reply(Screen((say("line-idle", role=role),), ((again, Button(say("button-menu"), "p:help")),)))
    return True


def newcomer(turn: Turn) -> bool:
    """A code of another account, from somebody who is not a member yet."""
    if turn.incoming.kind != "text" or turn.state.membership is not None:
        return False
    code = code_in(turn.incoming.text)
    if code is None:
        return False
    if code:
        turn.effects.append(UseCode(code))
    else:
        turn.reply(Screen((say("link-how"),)))
    return True


def dropped(turn: Turn) -> bool:
    """A document from whoever runs a programme: a list of people, a form. What it is, is found out beside the turns."""
    incoming, member = turn.incoming, turn.state.membership
    files = [file for file in incoming.files if file.kind == "document"]
    if not files or incoming.kind not in {"text", "other"} or member is None or member.role not in STAFF:
        return False
    if member.standing not in {"active", "paused"}:
        return False
    file = files[0]
    args = {"platform": incoming.platform, "ref": file.ref, "name": file.name, "size": file.size}
    turn.effects.append(Job(DROPPED, args | {"words": clean(incoming.text)[:MAX_WORDS]}))
    turn.tell("file-reading")
    return True

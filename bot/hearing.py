"""What a message means: a tap, a command, an answer, or something else people send. Never a crash, never silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rapidfuzz import fuzz, process

from bot import joining, passing
from bot.commands import BACK, CANCEL, COMMANDS, SKIP, Command, by_name
from bot.effects import Forget, Reachable
from bot.flows.staff.digest import asked_here
from bot.house import House, Turn
from bot.mentoring.invitations import token_in
from bot.messages import Screen, say
from bot.talk import dialogue
from bot.talk.clean import clean, key_of
from bot.talk.dialogue import Conversation
from bot.talk.paging import paged

SURE = 84  # rapidfuzz score from which plain words are taken for a command
TELLING = frozenset({"pause", "language"})  # commands that find what they need in the words: "jeda 2 minggu"
ALWAYS = frozenset({"erase", "privacy", "my_data", "language", "switch"})  # everybody's right at any moment
NEAR = 70  # score from which a mistyped command is offered


def listen(house: House, turn: Turn) -> None:
    """Find out what a message wants and begin it."""
    incoming = turn.incoming
    if incoming.kind in {"blocked", "unblocked"}:
        blocked = incoming.kind == "blocked"
        turn.effects.append(Reachable("blocked" if blocked else "ok", incoming.platform, incoming.account))
        return None
    if incoming.kind == "group":
        return _group(turn)
    if incoming.kind == "thread":
        return passing.thread(turn)
    if turn.state.reach != "ok":
        turn.effects.append(Reachable("ok", incoming.platform, incoming.account))
    if incoming.kind == "text" and token_in(incoming.text):
        return joining.invited(house, turn)
    if passing.newcomer(turn) or passing.dropped(turn) or joining.walks_in(turn):
        return None
    if turn.state.person is None:
        return turn.tell("stranger")
    return _HEARD.get(incoming.kind, _other)(house, turn)


def _group(turn: Turn) -> None:
    """A group is a shared place: nothing personal is said there, not even that somebody is known."""
    if not asked_here(turn) and turn.incoming.text.startswith("/"):
        turn.reply(Screen((say("group-private"),)))


def _tap(house: House, turn: Turn) -> None:
    kind, _, rest = turn.incoming.data.partition(":")
    match kind, rest.split(":"):
        case "c", [number, key, option]:
            return _answer_tap(house, turn, number, key, option)
        case "r", [number]:
            return _resume(house, turn, number)
        case "go" | "p", ["enroll" | "profile", *_]:
            return _join_on(house, turn)
        case "go", [flow, *about] if _may(house, turn, flow):
            first = (about[1], about[2]) if len(about) == 3 else None
            return turn.begin(flow, about[0] if about else "", first)
        case "p", [page, *about] if _may(house, turn, page):
            return turn.begin(page, ":".join(about))
        case "do", [action, *about] if action in house.actions and _may(house, turn, f"do:{action}"):
            turn.effects.extend(house.actions[action](":".join(about), turn.state, turn.now))
            return None
    return _stale(house, turn)


def _join_on(house: House, turn: Turn) -> None:
    """Go on with an enrolment. It never begins here: a made-up button could name anybody's invitation."""
    if enrolling := next((talk for talk in turn.state.talks if talk.flow in joining.ENROLLING), None):
        return _again(house, turn, replace(enrolling, asleep=False))
    if turn.state.membership and turn.state.membership.standing == "enrolling":
        return turn.begin("profile")
    return _stale(house, turn)


def _may(house: House, turn: Turn, name: str) -> bool:
    if not name.startswith("do:") and name not in house.flows and name not in house.pages:
        return False
    return house.admits(name, turn.state.membership) and joining.lets(turn, name)


def _answer_tap(house: House, turn: Turn, number: str, key: str, option: str) -> None:
    talk = next((talk for talk in turn.state.talks if str(talk.id) == number), None)
    if talk and talk.flow in house.flows:
        move = dialogue.tapped(house.flows[talk.flow], talk, key, option, turn.incoming.message)
        return turn.take(talk, move)
    over = turn.state.tapped
    if over and over.message == turn.incoming.message != "":
        return None  # the second tap on a last button: the answer stands in the very message
    return _stale(house, turn)


def _resume(house: House, turn: Turn, number: str) -> None:
    talk = next((talk for talk in turn.state.talks if str(talk.id) == number), None)
    if talk is None or talk.flow not in house.flows:
        return _stale(house, turn)
    return turn.take(talk, dialogue.go_on(house.flows[talk.flow], talk))


def _stale(house: House, turn: Turn) -> None:
    turn.note = (say("stale-closed"),)
    if turn.talk:
        return _again(house, turn, turn.talk)
    return turn.begin("help")


def _again(house: House, turn: Turn, talk: Conversation) -> None:
    turn.take(talk, dialogue.go_on(house.flows[talk.flow], talk))


def _text(house: House, turn: Turn) -> None:
    text = clean(turn.incoming.text)
    if text.startswith("/"):
        return _command(house, turn, text)
    if passing.passed(turn, turn.state.answers):
        return None
    if turn.talk and (control := _control(key_of(text))):
        return control(house, turn, turn.talk)
    if passing.told(turn):
        return None
    if turn.talk:
        talk = turn.talk
        move = dialogue.typed(house.flows[talk.flow], talk, text, turn.incoming.message, turn.ear(house.phrases))
        return turn.take(talk, move)
    if passing.passed(turn, turn.state.line):
        return None
    if asleep := next(iter(turn.state.talks), None):
        return _again(house, turn, replace(asleep, asleep=False))
    return _plain(house, turn, text)


Control = Callable[[House, Turn, Conversation], None]


def _control(word: str) -> Control | None:
    for words, act in ((CANCEL, _cancel), (BACK, _back), (SKIP, _skip)):
        if word in words:
            return act
    return None


def _cancel(house: House, turn: Turn, talk: Conversation) -> None:
    turn.record.closed.append(talk)
    turn.reply(Screen((say("cancelled", what=say(f"flow-{talk.flow}")),)))
    if turn.state.membership is None:
        turn.effects.append(Forget())


def _back(house: House, turn: Turn, talk: Conversation) -> None:
    turn.take(talk, dialogue.back(house.flows[talk.flow], talk))


def _skip(house: House, turn: Turn, talk: Conversation) -> None:
    turn.take(talk, dialogue.skip(house.flows[talk.flow], talk))


def _edit(house: House, turn: Turn, talk: Conversation) -> None:
    turn.take(talk, dialogue.edits(house.flows[talk.flow], talk))


def _command(house: House, turn: Turn, text: str) -> None:
    word, _, argument = text[1:].partition(" ")
    name = word.partition("@")[0].partition("\n")[0].casefold()
    control = _edit if name in {"edit", "ubah"} else _control(name)
    if control and turn.talk:
        return control(house, turn, turn.talk)
    if name in CANCEL:
        return turn.tell("nothing-to-cancel")
    command = by_name().get(name)
    if command is None:
        return _unknown(house, turn, name)
    return _start(house, turn, command, argument.strip())


def _start(house: House, turn: Turn, command: Command, argument: str) -> None:
    member = turn.state.membership
    if member is None or member.standing == "enrolling":
        if turn.state.talks and command.name not in ALWAYS:
            return _again(house, turn, turn.state.talks[0])
        return turn.begin(command.starts if command.name in ALWAYS else "help")
    if (member.standing == "left" and command.name not in ALWAYS) or not joining.lets(turn, command.starts):
        return turn.begin("help")
    if member.role not in command.roles:
        return turn.tell("not-for-you")
    if command.name == passing.TELL and argument:
        return turn.begin(command.starts, turn.incoming.event[-24:], ("text", argument))
    return turn.begin(command.starts, argument[:100])


def _unknown(house: House, turn: Turn, name: str) -> None:
    found = process.extractOne(name, list(by_name()), scorer=fuzz.ratio, score_cutoff=NEAR)
    turn.note = (say("unknown-command-near", near=f"/{found[0]}") if found else say("unknown-command"),)
    if turn.talk:
        return _again(house, turn, turn.talk)
    return turn.begin("help")


def _plain(house: House, turn: Turn, text: str) -> None:
    """Words outside any conversation: a command said in other words, or the menu."""
    if command := wanted(house, text, turn.locale):
        return _start(house, turn, command, text[:100] if command.name in TELLING else "")
    if passing.idle(turn):
        return None
    turn.note = (say("not-understood"),)
    return turn.begin("help")


def wanted(house: House, text: str, locale: str) -> Command | None:
    """The command that plain words ask for, in either language."""
    said = key_of(text)[:200]
    best, score = None, (float(SURE), 0.0)  # of phrases equally contained, the one nearest as a whole: "hapus dataku"
    for command in COMMANDS:
        for phrase in house.phrases.ways(f"phrases-{command.name}"):
            likeness = fuzz.token_set_ratio(said, phrase) if len(phrase) > 3 else 100.0 * (said == phrase)
            nearness = (likeness, fuzz.ratio(said, phrase))
            if len(said) <= len(phrase) * 3 + 12 and nearness > score:
                best, score = command, nearness
    return best


def _amend(house: House, turn: Turn) -> None:
    message, text = turn.incoming.message, clean(turn.incoming.text)
    for talk in turn.state.talks:
        if message in talk.heard and talk.flow in house.flows:
            move = dialogue.amended(house.flows[talk.flow], talk, text, message, turn.ear(house.phrases))
            if move:
                return turn.take(talk, move)
    return passing.amended(turn)


def _place(house: House, turn: Turn) -> None:
    talk, where = turn.talk, turn.incoming.place
    if talk and where:
        return turn.take(talk, dialogue.placed(house.flows[talk.flow], talk, where, turn.incoming.message))
    return _other(house, turn)


def _other(house: House, turn: Turn) -> None:
    """A sticker, a voice note, a poll: passed on if it is for the partner. Otherwise it is said kindly that it can't be
    read, and the open question comes again."""
    if passing.passed(turn, turn.state.answers) or passing.told(turn):
        return None
    if turn.talk is None and passing.passed(turn, turn.state.line):
        return None
    turn.note = (say("unclear-kind", kind=turn.incoming.what or "other"),)
    if turn.talk:
        return _again(house, turn, turn.talk)
    return turn.begin("help")


def _page(house: House, turn: Turn) -> None:
    """A form that was filled in; `data` names its conversation."""
    talk = next((talk for talk in turn.state.talks if str(talk.id) == turn.incoming.data), None)
    if talk is None or talk.flow not in house.flows:
        return _stale(house, turn)
    return turn.take(talk, paged(house.flows[talk.flow], talk, turn.incoming.values, turn.ear(house.phrases)))


_HEARD = {"page": _page, "tap": _tap, "text": _text, "edit": _amend, "place": _place, "other": _other}

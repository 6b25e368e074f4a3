"""Coming in: a token somebody holds, a programme that is open to all; and what one may do until one is let in."""

from __future__ import annotations

from dataclasses import replace

from bot.commands import by_name
from bot.house import House, Turn
from bot.mentoring.invitations import subject_of
from bot.mentoring.people import Invitation
from bot.messages import Screen, say
from bot.talk import dialogue

ENROLLING = frozenset({"enroll", "profile"})
INSIDE = frozenset({"active", "paused", "waiting"})
WAITING = frozenset(
    {"help", "privacy", "privacy_full", "my_data", "erase", "leave", "language", "link", "answer_more"}
    | {"settings", "set_name", "set_zone", "set_quiet", "edit", "programmes", "do:switch", "do:cancel"}
)  # what those who wait for approval may do


def invited(house: House, turn: Turn) -> None:
    """A token: what it admits to, unless it no longer does or is not needed."""
    invitation, member = turn.state.invitation, turn.state.membership
    if invitation is None:
        return turn.reply(Screen((say("token-unknown"),)))
    if invitation.opens:
        return _opened(turn, invitation)
    programme = invitation.programme
    if member and programme and member.programme.id == programme.id and member.standing in INSIDE:
        turn.note = (say("already-member", programme=programme.name),)
        return turn.begin("help")
    if talk := next((talk for talk in turn.state.talks if talk.flow in ENROLLING), None):
        return turn.take(talk, dialogue.go_on(house.flows[talk.flow], replace(talk, asleep=False)))
    if invitation.trouble:
        return turn.reply(Screen((say(f"token-{invitation.trouble}"),)))
    return turn.begin("enroll", subject_of(invitation))


def _opened(turn: Turn, invitation: Invitation) -> None:
    """What a link opens for members: a form. Who is none is told how to become one."""
    member, programme = turn.state.membership, invitation.programme
    if programme is None or invitation.trouble:
        return turn.tell("form-link-over")
    if member is None or member.standing not in {"active", "paused"}:
        return turn.reply(Screen((say("form-link-stranger", programme=programme.name),)))
    if member.programme.id != programme.id:
        return turn.reply(Screen((say("form-link-elsewhere", programme=programme.name),)))
    return turn.begin("form", invitation.opens.removeprefix("form:"))


def walks_in(turn: Turn) -> bool:
    """Somebody without a programme writes, and one is open to all: they begin to enrol there."""
    invitation, incoming = turn.state.invitation, turn.incoming
    if invitation is None or incoming.kind != "text" or turn.state.membership or turn.state.talks:
        return False
    word = incoming.text.strip().split(" ")[0].partition("@")[0].casefold()
    command = by_name().get(word.removeprefix("/")) if word.startswith("/") else None
    if command and command.name != "help" and turn.state.person:
        return False
    turn.begin("enroll", subject_of(invitation))
    return True


def lets(turn: Turn, name: str) -> bool:
    """Whether somebody may have this now: who waits for approval has little to do yet."""
    member = turn.state.membership
    return member is None or member.standing != "waiting" or name in WAITING

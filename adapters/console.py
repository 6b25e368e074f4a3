"""The whole bot in a terminal: answers, numbered buttons, other people, and a clock to move. Usable by pipe as well."""

from __future__ import annotations

import asyncio
import itertools
import re
import textwrap
from collections.abc import Awaitable, Callable, Iterable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from bot.mentoring.calendar import friendly
from bot.messages import Incoming
from bot.ports import Outcome, Parcel
from bot.talk.rendering import Shown, bare

PLATFORM = "console"
WIDTH = 78
SPAN = re.compile(r"\+(\d{1,3})\s*([mhdw])")
UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
HELP = """\
Type what you would write. A number or [label] taps a button; =5 sends the text "5".
/as NAME  be somebody else ({names}; any other name is a newcomer)
/time +1d  let time pass (m, h, d, w)     /quit  leave"""


@dataclass
class Seat:
    """One person's screen."""

    name: str
    account: str
    locale: str
    zone: str
    buttons: list[tuple[str, str, str]] = field(default_factory=list)


class Console:
    """A platform of one terminal: it is the sender for the courier, and hands what is typed to `submit`."""

    platform = PLATFORM

    def __init__(
        self,
        submit: Callable[[Incoming], Future[None]],
        now: Callable[[], datetime],
        people: Mapping[str, tuple[str, str, str]],
        hint: str = "",
        write: Callable[[str], None] = print,
    ) -> None:
        self.deliver: Callable[[], Awaitable[None]] = _nothing
        self.pass_time: Callable[[timedelta], Awaitable[None]] = _no_time
        self._submit, self._now, self._write, self._hint = submit, now, write, hint
        self._seats = {account: Seat(name, account, locale, zone) for name, (account, locale, zone) in people.items()}
        self._names = {name.casefold(): account for name, (account, *_) in people.items()}
        self._numbers = itertools.count(1)
        self._me = next(iter(self._seats.values()))
        self._files: list[str] = []

    async def run(self, lines: Iterable[str], *, echo: bool) -> None:
        """Play lines until they end or somebody quits; `echo` repeats them, for a pipe."""
        self._write(HELP.format(names=", ".join(seat.name for seat in self._seats.values())))
        self._turn_to(self._me)
        for line in lines:
            text = line.strip()
            if echo and text:
                self._write(f"\n{self._me.name}> {text}")
            if text in {"/quit", "/exit"}:
                return
            if text:
                await self._act(text)

    async def _act(self, text: str) -> None:
        word, _, rest = text.partition(" ")
        if word == "/as":
            return self._turn_to(self._seat(rest.strip() or self._me.name))
        if word == "/time":
            return await self._move(rest)
        incoming = self._incoming(text)
        if incoming is None:
            return self._write("(no such button)")
        await asyncio.wrap_future(self._submit(incoming))
        return await self.deliver()

    def _seat(self, name: str) -> Seat:
        account = self._names.get(name.casefold())
        if account is None:
            account = f"new-{name.casefold()}"[:60]
            self._names[name.casefold()] = account
            self._seats[account] = Seat(name, account, "id", self._me.zone)
        return self._seats[account]

    def _turn_to(self, seat: Seat) -> None:
        self._me = seat
        self._write(self._heading())
        if seat.account.startswith("new-") and self._hint:
            self._write(self._hint)

    async def _move(self, rest: str) -> None:
        match = SPAN.fullmatch(rest.strip())
        if not match:
            return self._write("(for example: /time +1d)")
        await self.pass_time(timedelta(**{UNITS[match[2]]: int(match[1])}))
        return self._write(self._heading())

    def _heading(self) -> str:
        me, now = self._me, self._now()
        return f"\n— {me.name}, {friendly(now, me.zone, me.locale, now)} —"

    def _incoming(self, text: str) -> Incoming | None:
        me, number = self._me, next(self._numbers)
        common: dict[str, Any] = {
            "platform": PLATFORM,
            "event": f"{self._now().timestamp():.0f}-{number}",
            "account": me.account,
            "chat": me.account,
            "at": self._now(),
            "name": me.name,
            "locale": me.locale,
        }
        label = re.fullmatch(r"\[(.+)\]", text)
        if label or (text.isdecimal() and 0 < int(text) <= len(me.buttons)):
            tapped = self._button(label[1] if label else text)
            return tapped and Incoming(kind="tap", data=tapped[1], message=tapped[2], **common)
        return Incoming(kind="text", text=text.removeprefix("="), message=f"t{number}", **common)

    def _button(self, which: str) -> tuple[str, str, str] | None:
        if which.isdecimal() and 0 < int(which) <= len(self._me.buttons):
            return self._me.buttons[int(which) - 1]
        return next((button for button in self._me.buttons if which.casefold() in button[0].casefold()), None)

    async def send(self, parcel: Parcel, shown: Shown) -> Outcome:
        """Print a message for its person."""
        if shown.file and shown.file.kind == "menu":
            return Outcome("sent")  # a terminal has no command menu
        message = parcel.edit or f"b{next(self._numbers)}"
        seat = self._seats.get(parcel.chat)
        if seat is None:
            return Outcome("unreachable", reach="gone", why="nobody sits there")
        buttons = [(key.label, key.data, message) for row in shown.keys for key in row if key.data]
        if buttons or not parcel.edit:
            seat.buttons = buttons or seat.buttons
        for line in self._drawn(seat, shown):
            self._write(line)
        return Outcome("sent", message=message)

    def _drawn(self, seat: Seat, shown: Shown) -> Iterable[str]:
        to = "" if seat is self._me else f"  (to {seat.name})"
        yield f"\nTuntun{to}:"
        for text in shown.texts:
            for line in bare(text).split("\n"):
                yield textwrap.fill(line, WIDTH, initial_indent="  ", subsequent_indent="  ") if line else ""
        if shown.file:
            yield f"  (file: {shown.file.name})"
        count = itertools.count(1)
        for row in shown.keys:
            yield "  " + "  ".join(f"{next(count)}[{key.label}]" for key in row if key.data)


async def _nothing() -> None:
    return None


async def _no_time(_: timedelta) -> None:
    return None

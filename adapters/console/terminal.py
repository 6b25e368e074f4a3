"""The whole bot in a terminal: answers, numbered buttons, other people, and a clock to move. Usable by pipe as well."""

from __future__ import annotations

import asyncio
import itertools
import re
import textwrap
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from adapters.console.crowd import Crowd
from bot.mentoring.calendar import friendly
from bot.messages import File, Incoming
from bot.ports import Lost, Outcome, Parcel
from bot.talk.rendering import Shown, bare

PLATFORM = "console"
WIDTH = 78
SPAN = re.compile(r"\+(\d{1,3})\s*([mhdw])")
UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
HELP = """\
Type what you would write. A number or [label] taps a button; =5 sends the text "5".
/as NAME  be somebody else ({names}; any other name is a newcomer)
/time +1d  let time pass (m, h, d, w)     /quit  leave
/file PATH  drop a file into the chat
/join  everybody in the list of links that came last joins, and answers by themselves from then on;
       what they get is theirs: look with /as and their name"""
DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
UNREAD = 3  # messages that somebody finds when it is their turn; older ones have scrolled away
ROUNDS = 400  # answers of one person to one thing at most


@dataclass
class Seat:
    """One person's screen."""

    name: str
    account: str
    locale: str
    zone: str
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    unread: deque[tuple[str, ...]] = field(default_factory=lambda: deque(maxlen=UNREAD))


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
        load: Callable[[str, str], Awaitable[bytes]] | None = None,
        folder: Path | None = None,
    ) -> None:
        self.crowd = Crowd(Random(1))  # noqa: S311 - made-up people, no secret
        self._load, self._folder = load, folder
        self._list = ""  # the list of people that came last
        self._shown: list[tuple[Seat, Shown, str]] = []  # what the crowd has not looked at yet
        self.deliver: Callable[[], Awaitable[None]] = _nothing  # after what was asked for beside has been done
        self.bring: Callable[[], Awaitable[None]] = _nothing
        self.pass_time: Callable[[timedelta], Awaitable[None]] = _no_time
        self._submit, self._now, self._write, self._hint = submit, now, write, hint
        self._seats = {account: Seat(name, account, locale, zone) for name, (account, locale, zone) in people.items()}
        self._names = {name.casefold(): account for name, (account, *_) in people.items()}
        self._numbers = itertools.count(1)
        self._me = next(iter(self._seats.values()))

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
        if word == "/join":
            return await self._join()
        incoming = self._dropped(rest.strip()) if word == "/file" else self._incoming(text)
        if incoming is None:
            return self._write("(no such file)" if word == "/file" else "(no such button)")
        await asyncio.wrap_future(self._submit(incoming))
        await self.deliver()
        return await self._live()

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
        for lines in seat.unread:
            self._write("\n".join(("\nTuntun:", *lines)))
        seat.unread.clear()

    async def _move(self, rest: str) -> None:
        match = SPAN.fullmatch(rest.strip())
        if not match:
            return self._write("(for example: /time +1d)")
        await self._live_on(timedelta(**{UNITS[match[2]]: int(match[1])}))
        return self._write(self._heading())

    async def _live_on(self, span: timedelta) -> None:
        """Time goes by, a day at a time when a crowd lives in it; each week that ends is told."""
        gone = timedelta()
        while gone < span:
            step = min(span - gone, DAY) if self.crowd.agents else span
            await self.pass_time(step)
            gone += step
            await self._a_day()
            if self.crowd.agents and gone < span and gone % WEEK == timedelta():
                self._write(self._heading())

    async def _join(self) -> None:
        """Everybody of the list that came last comes in."""
        if not self._list:
            self._write("(there is no list of links yet: drop one with /file, then tap its button)")
            return
        come = list(self.crowd.join(self._list, self._me.locale, self._now()))
        for account, _ in come:
            name = self.crowd.agents[account].name
            self._seats[account] = Seat(name, account, self._me.locale, self._me.zone)
            self._names.setdefault(name.casefold(), account)
        await self._do(come)
        out = [account for account, _ in come if not self.crowd.agents[account].came]
        self._write(f"({len(come) - len(out)} people have joined)")
        if out:
            self._write(f"({len(out)} were not let in: look with /as {self._seats[out[0]].name})")

    async def _a_day(self) -> None:
        """What the crowd begins by itself, and all it answers."""
        await self._live()
        await self._do(self.crowd.begins(self._now()))

    async def _do(self, deeds: Iterable[tuple[str, str]]) -> None:
        """What several of the crowd write at once, and what comes of it."""
        await self._hand_in([self._from(self._seats[account], words, None) for account, words in deeds])
        await self._live()

    async def _hand_in(self, many: Iterable[Incoming]) -> None:
        """Bring in what several did at once, in this order, and deliver what it leads to."""
        await asyncio.gather(*(asyncio.wrap_future(self._submit(each)) for each in many))
        await self.bring()

    async def _live(self) -> None:
        """The crowd answers what it was told, as long as there is something."""
        for _ in range(ROUNDS):
            if not self._shown:
                return
            waiting, self._shown = sorted(self._shown, key=lambda each: each[0].account), []
            await self._hand_in(list(self._answers(waiting)))
            if not self._shown:
                await self.deliver()

    def _answers(self, waiting: Iterable[tuple[Seat, Shown, str]]) -> Iterator[Incoming]:
        for seat, shown, message in waiting:
            if done := self.crowd.answers(seat.account, shown, self._now()):
                words, data = done
                yield self._from(seat, words, (data, message) if data else None)

    def _heading(self) -> str:
        me, now = self._me, self._now()
        return f"\n— {me.name}, {friendly(now, me.zone, me.locale, now)} —"

    def _incoming(self, text: str) -> Incoming | None:
        me = self._me
        label = re.fullmatch(r"\[(.+)\]", text)
        if label or (text.isdecimal() and 0 < int(text) <= len(me.buttons)):
            tapped = self._button(label[1] if label else text)
            return tapped and self._from(me, "", tapped[1:])
        return self._from(me, text.removeprefix("="), None)

    def _from(self, me: Seat, text: str, tapped: tuple[str, str] | None) -> Incoming:
        """What somebody does: words, or a button by its data and its message."""
        number = next(self._numbers)
        common: dict[str, Any] = {
            "platform": PLATFORM,
            "event": f"{self._now().timestamp():.0f}-{number}",
            "account": me.account,
            "chat": me.account,
            "at": self._now(),
            "name": me.name,
            "locale": me.locale,
        }
        if tapped:
            return Incoming(kind="tap", data=tapped[0], message=tapped[1], **common)
        return Incoming(kind="text", text=text, message=f"t{number}", **common)

    def _dropped(self, path: str) -> Incoming | None:
        """A file of this computer, dropped into the chat."""
        place = Path(path).expanduser()
        if not path or not place.is_file():
            return None
        file = File("document", str(place), place.name, place.stat().st_size)
        return replace(self._from(self._me, "", None), kind="other", what="document", files=(file,))

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
        seat.locale = parcel.locale
        if seat.account in self.crowd.agents:
            self._shown.append((seat, shown, message))
        if self.crowd.agents and seat is not self._me:  # a programme lives: what others get is theirs to look at
            seat.unread.append(tuple(self._drawn(shown)))
            return Outcome("sent", message=message)
        self._write(f"\nTuntun{'' if seat is self._me else f'  (to {seat.name})'}:")
        for line in self._drawn(shown, await self._kept(shown)):
            self._write(line)
        return Outcome("sent", message=message)

    async def _kept(self, shown: Shown) -> str:
        """A file that came is put down on this computer; says where."""
        file = shown.file
        if file is None or file.kind != "relay" or self._load is None or self._folder is None:
            return file.name if file else ""
        try:
            data = await self._load(file.content["platform"], file.content["ref"])
        except Lost:
            return file.name
        if file.name.endswith(".csv"):
            self._list = data.decode("utf-8-sig", "replace")
        place = self._folder / Path(file.name).name
        await asyncio.to_thread(place.write_bytes, data)
        return str(place)

    def _drawn(self, shown: Shown, kept: str = "") -> Iterable[str]:
        for text in shown.texts:
            for line in bare(text).split("\n"):
                yield textwrap.fill(line, WIDTH, initial_indent="  ", subsequent_indent="  ") if line else ""
        if kept:
            yield f"  (file: {kept})"
        count = itertools.count(1)
        for row in shown.keys:
            yield "  " + "  ".join(f"{next(count)}[{key.label}]" for key in row if key.data)


async def _nothing() -> None:
    return None


async def _no_time(_: timedelta) -> None:
    return None

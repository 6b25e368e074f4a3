"""What is said when something is not as expected: newcomers, slips, other things people send, a world that changed.

These are held with the whole bot, since more than one part of it answers.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import update

from bot.effects import AddStep, CloseGoal
from bot.messages import Incoming, Screen, say
from storage import tables
from storage.rows import table
from tests.golden.drawing import Both, Sheet, phrases, pick
from tests.golden.people import PORTFOLIO, READING, mentee
from tests.sandbox import Sandbox, open_talks, passing_folder, quick_mentee
from tests.town import Citizen, furnished

GROUP = "-100777"


def sheets(locale: str) -> Iterator[Sheet]:
    """One for each kind of surprise."""
    town = Sandbox(passing_folder("golden"), replace(furnished(), phrases=phrases()))
    try:
        with town.kept():
            town.programme()
        for name, draw in DRAWN.items():
            sheet = Sheet(name, locale)
            with town.undone():
                draw(Play(sheet, town))
            yield sheet
    finally:
        town.connection.close()
        town.database.dispose()


class Play:
    """The whole bot on a sheet."""

    def __init__(self, sheet: Sheet, town: Sandbox) -> None:
        self.sheet, self.town, self.locale = sheet, town, sheet.locale

    def somebody(self, title: str) -> Citizen:
        """A newcomer begins a scene."""
        self.sheet.scene(title)
        return self.town.citizen(f"n{next(self.town.numbers)}", self.locale)

    def sari(self, title: str, *begun: Both) -> Citizen:
        """A mentee with a goal begins a scene; what she did before is not shown."""
        self.sheet.scene(title)
        sari = quick_mentee(self.town, f"s{next(self.town.numbers)}", self.locale)
        self.town.connection.execute(
            update(table(tables.Goal))
            .where(table(tables.Goal).c.person_id == self.number(sari))
            .values(title=pick(PORTFOLIO, self.locale))
        )
        for step in begun:
            sari.does(pick(step, self.locale))
        return sari

    def number(self, citizen: Citizen) -> int:
        return int(self.town.rows(tables.Account, external_id=citizen.account)[0].person_id)

    def goal(self, citizen: Citizen) -> int:
        return int(self.town.rows(tables.Goal, person_id=self.number(citizen))[0].id)

    def __call__(self, citizen: Citizen, *steps: Both) -> None:
        """Steps of one person: "[label]" taps, "(voice)" sends, "data:..." taps an old button, words are typed."""
        for step in steps:
            text = pick(step, self.locale)
            seen = text if text.isprintable() and text else "(nothing that can be seen)"
            self.sheet.does("(an old button)" if text.startswith("data:") else seen)
            if text.startswith("("):
                citizen.sends(text[1:-1])
            elif text.startswith("data:"):
                numbers = {"goal": self.goal(citizen), "talk": max(open_talks(self.town), default=0)}
                citizen.taps_data(text.removeprefix("data:").format(**numbers))
            else:
                citizen.does(text)
            self._heard(citizen)

    def _heard(self, citizen: Citizen) -> None:
        for shown in citizen.heard or ():
            rows = [" ".join(f"[{key.label}]" for key in row) for row in shown.drawn.keys]
            self.sheet.lines += ["", *shown.text.split("\n"), *rows]

    def gets(self, citizen: Citizen, incoming: Incoming, what: str) -> None:
        """Something happens that is no message of the person's own making."""
        self.sheet.does(what)
        citizen.heard = []
        self.town.writer.submit(incoming).result()
        self.town.deliver()
        self._heard(citizen)


def newcomers(play: Play) -> None:
    town = play.town
    play(play.somebody("nobody knows them"), ("halo", "hello"), "(sticker)")
    play(play.somebody("a code that is none"), "/start K7QF-2M9D-XW3T-HB6P", "k7qf2m9dxw3thb6q")
    used = town.invite()
    quick = town.citizen("used", play.locale)
    quick.does(f"/start {used}", "[Setuju]" if play.locale == "id" else "[I agree]")
    play(play.somebody("a code that is used up"), "/start (used)".replace("(used)", used))
    late = town.invite(days=1)
    closed = town.invite()
    play(
        play.somebody("agrees to nothing, then asks for help"),
        f"/start {town.invite()}",
        ("/bantuan", "/help"),
        ("/batal", "/cancel"),
    )
    sari = play.sari("a member opens an invitation again")
    play(sari, f"/start {town.invite()}")
    town.now += timedelta(days=2)
    play(play.somebody("a code that has expired"), f"/start {late}")
    programme = table(tables.Programme)
    town.connection.execute(update(programme).values(ends=town.now.date() - timedelta(days=1)))
    play(play.somebody("a programme that is over"), f"/start {closed}")
    town.connection.execute(update(programme).values(ends=None))


def other_things(play: Play) -> None:
    """Things that are not text, outside of a conversation and in one."""
    sari = play.sari("outside of any conversation")
    play(sari, *(f"({kind})" for kind in ("voice", "photo", "sticker", "document", "contact", "poll", "dice")))
    play(play.sari("in the middle of a check-in", "/checkin"), "(voice)")
    play(
        play.sari("in the middle of something else, then back to it", "/checkin"),
        ("/kemajuan", "/progress"),
        "data:go:set_name",
        "Sari",
    )
    quiet = play.sari("in a group")
    for text in ("/kemajuan", "halo semua"):
        group = Incoming("telegram", f"g{text}", quiet.account, quiet.account, "group", play.town.now, text=text)
        play.gets(quiet, group, f"{text} (in a group)")


def slips(play: Play) -> None:
    play(play.sari("words without a meaning for the bot"), ("siang ini panas", "it's hot today"))
    play(play.sari("a command with a slip, one that is none"), ("/tujan", "/goalz"), "/xyzzy")
    play(play.sari("nothing to cancel"), ("/batal", "/cancel"))
    mentor = play.somebody("a mentor types a mentee's command")
    mentor.does(
        f"/start {play.town.invite('coordinator')}",
        ("[Setuju]" if play.locale == "id" else "[I agree]"),
        "Rina",
        "[WIB]",
    )
    play(mentor, "/checkin")
    checkin = play.sari("in a check-in: nothing, too much, what cannot be skipped, the way back, out of it", "/checkin")
    play(
        checkin,
        "\u200b\u0000",
        "60 " + "panjang " * 40,
        ("/lewati", "/skip"),
        ("/kembali", "/back"),
        ("/batal", "/cancel"),
    )
    play(
        play.sari("a choice that is none, a button that is none"),
        "data:go:goal_drop:{goal}",
        "",
        "data:c:{talk}:reason:zzz",
    )
    old = play.sari("a button of long ago; one of a question that is answered", "/checkin", "[50%]", "[4]")
    play(old, "data:c:1:mood:4", "data:c:{talk}:mood:2")
    edited = play.sari("an edited message: read, not readable, too late")
    edited.does("/checkin", "50")
    mine = next(name for row in play.town.rows(tables.Conversation, state="open") for name in json.loads(row.heard))
    for text in ("60", ("entah", "dunno")):
        play.sheet.does(f"(edits “50”: {pick(text, play.locale)})")
        edited.edits(mine, pick(text, play.locale))
        play._heard(edited)
    edited.does("[4]", *(["[Lewati]"] * 2 if play.locale == "id" else ["[Skip]"] * 2))
    play.sheet.does("(edits “50”: 70)")
    edited.edits(mine, "70")
    play._heard(edited)


def changed_worlds(play: Play) -> None:
    """Something changed between the question and the answer."""
    town = play.town
    sari = play.sari("the goal was closed meanwhile")
    play(sari, "data:go:goal_edit:{goal}")
    town.apply(play.number(sari), CloseGoal(play.goal(sari), "reached", ""))
    play(sari, ("[Tandanya]", "[How I'll know]"), "3")
    full = play.sari("three goals were made meanwhile")
    full.does(*_a_goal(play.locale))
    for title in ("A", "B"):
        town.goal(full.account, title)
    play(full, ("[Simpan]", "[Save]"))
    crowded = play.sari("six steps were made meanwhile")
    crowded.taps_data(f"go:goal_step:{play.goal(crowded)}")
    for number in range(6):
        town.apply(play.number(crowded), AddStep(play.goal(crowded), f"{number}", None))
    crowded.does(pick(("baca bab 1", "read chapter 1"), play.locale))
    play(crowded, ("[Lewati]", "[Skip]"))
    stranger = play.somebody("no programme to save a goal in")
    stranger.does(f"/start {town.invite()}")
    stranger.taps_data("go:goal")
    stranger.does(*_a_goal(play.locale)[2:])
    play(stranger, ("[Simpan]", "[Save]"))


def _a_goal(locale: str) -> list[str]:
    example, skip = pick(("[Pakai contoh", "[Use that ex"), locale) + "]", pick(("[Lewati]", "[Skip]"), locale)
    why = pick(("[Untuk karierku]", "[For my career]"), locale)
    return [
        pick(("/tujuan", "/goals"), locale),
        *_new(locale),
        pick(READING, locale),
        example,
        why,
        *_due(locale),
        example,
        skip,
    ]


def _new(locale: str) -> list[str]:
    return [pick(("[Buat tujuan baru]", "[Set a new goal]"), locale)]


def _due(locale: str) -> list[str]:
    return [pick(("[1 bulan", "[1 month"), locale) + "]"]


def our_own_fault(play: Play) -> None:
    sari = play.sari("something broke on our side")
    incoming = Incoming("telegram", "broken", sari.account, sari.account, "text", play.town.now, locale=play.locale)
    play.sheet.does("/checkin")
    sari.heard = []
    play.town.engine.apologise(play.town.writer.desk(play.town.connection), incoming, play.town.now)
    play.town.deliver()
    play._heard(sari)
    play.sheet.scene("a message that cannot be shown")
    play.sheet.screen(Screen((say("render-trouble"),)), mentee(play.locale))


DRAWN = {
    "newcomers": newcomers,
    "other-things": other_things,
    "slips": slips,
    "changed-worlds": changed_worlds,
    "our-own-fault": our_own_fault,
}

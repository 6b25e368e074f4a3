"""Programmes to rows: made, set, opened and closed; and which one somebody works in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

from sqlalchemy import and_, insert, literal, select, update

from bot.commands import STAFF
from bot.effects import Job
from bot.flows.staff.programme_stage import changed
from bot.flows.staff.programme_team import switched
from bot.mentoring.people import Joining
from bot.mentoring.plans import KINDS
from bot.mentoring.programme_effects import ChangeSettings, ChangeStage, CreateProgramme, SwitchProgramme
from bot.mentoring.programmes import MOST_NAME, MOST_WELCOME, ONWARD, fitting
from bot.mentoring.zones import is_zone
from bot.messages import REMINDER, Screen, say
from bot.ports import Said
from bot.talk.clean import clean
from storage import tables
from storage.columns import MEMBER, PERSON, PROGRAMME
from storage.jobs import keep_jobs
from storage.office import new_programme
from storage.rows import PENDING, table
from storage.staff.programme import read_places
from storage.staff.programme_ends import PAIR_ENDS
from storage.staff.seat import seat
from storage.writes import Book, Work, handles
from storage.writes_tell import show_menu

PAIR, OUTBOX, FORM = table(tables.Pair), table(tables.Outbox), table(tables.StoredForm)
REFUSED = Screen((say("programme-refused"),))
MOVED = Screen((say("programme-moved"),))


@handles(CreateProgramme)
def create(book: Book, works: list[Work]) -> list[Screen | None]:
    """Make programmes; whoever asked for one owns it and works in it from now on."""
    return [_create(book, work, work.effect) for work in works]


def _create(book: Book, work: Work, wanted: CreateProgramme) -> Screen | None:
    here = seat(book, work.person)
    if here is None or (wanted.like and wanted.like != here.programme_id):
        return MOVED if here else REFUSED
    given: dict[str, Any] = {"name": wanted.name, "zone": wanted.zone, "starts": wanted.starts, "ends": wanted.ends}
    if not all(FITS[name](book, value) for name, value in given.items()) or not fitting(wanted.starts, wanted.ends):
        return REFUSED
    like = book.connection.execute(select(PROGRAMME).where(PROGRAMME.c.id == here.programme_id)).one()
    given |= {"locale": book.person(work.person).locale, "organiser": like.organiser, "plan": wanted.plan}
    options = like.options if wanted.clone else {}
    number = new_programme(
        book.connection, given | {"joining": wanted.joining, "options": options, "stage": "draft"}, book.now
    )
    if wanted.clone:
        _copy_forms(book, like.id, number)
    row = {"person_id": work.person, "programme_id": number, "role": "owner", "standing": "active"}
    book.connection.execute(insert(MEMBER), row | {"created_at": book.now})
    _work_in(book, work.person, number)
    return None


def _copy_forms(book: Book, source: int, target: int) -> None:
    """The forms a programme made for itself are another one's too."""
    names = ("name", "version", "source", "state", "by_id", "at")
    own = select(literal(target), *(FORM.c[name] for name in names)).where(FORM.c.programme_id == source)
    copied = own.where(FORM.c.state == "active")
    book.connection.execute(insert(FORM).from_select(["programme_id", *names], copied))


def _work_in(book: Book, person: int, programme: int) -> None:
    book.connection.execute(update(PERSON).where(PERSON.c.id == person).values(at_programme=programme))
    book.forget_members(person)
    show_menu(book, person)


@handles(SwitchProgramme)
def switch(book: Book, works: list[Work]) -> list[Said]:
    """Work in another programme, if one is in it."""
    return [_switch(book, work) for work in works]


def _switch(book: Book, work: Work) -> Said:
    places = read_places(book.connection, work.person)
    place = next((each for each in places if each.programme == work.effect.programme), None)
    if place is None:
        return Said(Screen((say("switch-not-in"),)))
    _work_in(book, work.person, place.programme)
    return Said(switched(place), refused=False)


@handles(ChangeSettings)
def change_settings(book: Book, works: list[Work]) -> list[Screen | None]:
    """Write settings of the programme that somebody works in; nothing that does not fit."""
    return [_change(book, work, work.effect) for work in works]


def _change(book: Book, work: Work, change: ChangeSettings) -> Screen | None:
    here = seat(book, work.person)
    if here is None or here.programme_id != change.of:
        return MOVED if here else REFUSED
    if not all(name in FITS and FITS[name](book, value) for name, value in change.changes.items()):
        return REFUSED
    row = book.connection.execute(select(PROGRAMME).where(PROGRAMME.c.id == change.of)).one()
    values = dict(change.changes)
    if not fitting(values.get("starts", row.starts), values.get("ends", row.ends)):
        return REFUSED
    if words := values.pop("welcome", None):
        values["options"] = _welcomed(row.options or {}, words)
    book.connection.execute(update(PROGRAMME).where(PROGRAMME.c.id == change.of).values(values))
    if values.get("ends") and values["ends"] != row.ends:
        _move_ends(book, work, row, values["ends"])
    book.forget_members(work.person)
    return None


def _welcomed(options: Mapping[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    kept = {**(options.get("welcome") or {}), **words}
    return {**options, "welcome": {locale: text for locale, text in kept.items() if text}}


def _move_ends(book: Book, work: Work, programme: Any, ends: date) -> None:
    """Pairs that were to end with the programme end with it still; what comes around the end is planned apart."""
    with_it = and_(PAIR.c.programme_id == programme.id, PAIR.c.state == "active", PAIR.c.ends == programme.ends)
    if programme.ends and book.connection.execute(update(PAIR).where(with_it).values(ends=ends)).rowcount:
        job = Job(PAIR_ENDS, {"programme": programme.id, "ends": ends.isoformat(), "after": 0})
        keep_jobs(book, [work._replace(effect=job)])


def _is_name(book: Book, name: Any) -> bool:
    return isinstance(name, str) and 2 <= len(clean(name)) <= MOST_NAME


def _is_welcome(book: Book, words: Any) -> bool:
    return all(locale in {"id", "en"} and len(text) <= MOST_WELCOME for locale, text in words.items())


FITS = {
    "name": _is_name,
    "zone": lambda _, zone: is_zone(zone),
    "plan": lambda book, plan: plan in book.plans,
    "joining": lambda _, joining: joining in get_args(Joining),
    "starts": lambda _, day: day is None or isinstance(day, date),
    "ends": lambda _, day: day is None or isinstance(day, date),
    "welcome": _is_welcome,
}


@handles(ChangeStage)
def change_stage(book: Book, works: list[Work]) -> list[Said]:
    """Open, close or archive, once: a second tap finds the programme changed already."""
    return [_change_stage(book, work, work.effect) for work in works]


def _change_stage(book: Book, work: Work, change: ChangeStage) -> Said:
    here = seat(book, work.person, {"owner"} if "archived" in {change.before, change.stage} else STAFF)
    if here is None:
        return Said(Screen((say("stage-owner"),)))
    if here.programme_id != change.of:
        return Said(MOVED)
    row = book.connection.execute(select(PROGRAMME).where(PROGRAMME.c.id == change.of)).one()
    still = and_(PROGRAMME.c.id == change.of, PROGRAMME.c.stage == change.before)
    if row.stage != change.before or change.stage not in ONWARD[change.before]:
        return Said(Screen((say("stage-already", programme=row.name, stage=row.stage),)))
    book.connection.execute(update(PROGRAMME).where(still).values(stage=change.stage))
    if change.stage == "archived":
        _hush(book, change.of)
    return Said(changed(row.name, change), refused=False)


def _hush(book: Book, programme: int) -> None:
    """Reminders that wait for the morning are taken back."""
    people = select(MEMBER.c.person_id).where(MEMBER.c.programme_id == programme)
    waiting = and_(OUTBOX.c.priority == REMINDER, OUTBOX.c.state.in_(PENDING), OUTBOX.c.kind.in_(KINDS))
    book.connection.execute(update(OUTBOX).where(OUTBOX.c.person_id.in_(people), waiting).values(state="expired"))

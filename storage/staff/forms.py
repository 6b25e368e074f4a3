"""The forms of a programme, its own and those that ship: what the desk shows of them, and which one somebody is
asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, func, select

from bot.mentoring.form_shelf import shelf
from bot.mentoring.form_views import Card, FormCards, FormNames, FormResults, FormToAsk
from bot.mentoring.people import Facts
from bot.talk.forms import Form, read_form
from storage import form_results, tables
from storage.rows import table
from storage.sights import sees

STORED, RESPONSE, UPLOAD = table(tables.StoredForm), table(tables.FormResponse), table(tables.Upload)

CHANGING = timedelta(days=7)  # for which one's answers may be changed
HERE = frozenset({"active", "paused"})
UPLOADED = "form"  # the kind of upload
ID_DIGITS = 9


def find_form(connection: Connection, programme: int, name: str) -> Form | None:
    """The form that members of a programme are asked by this name now: its own, or one that ships."""
    mine = (STORED.c.programme_id == programme, STORED.c.name == name, STORED.c.state == "active")
    newest = select(STORED.c.source).where(*mine).order_by(STORED.c.at.desc(), STORED.c.id.desc()).limit(1)
    source = connection.execute(newest).scalar_one_or_none()
    return parsed(source) if source else shelf().get(name)


@lru_cache(maxsize=256)
def parsed(source: str) -> Form | None:
    """A form as it was kept; None for one that a later version of the bot can't read."""
    return read_form(source, "")[0]


# Whoever is asked


@sees("form")
def read_to_ask(connection: Connection, facts: Facts) -> FormToAsk:
    """The form of this name in the person's programme, and what they answered lately."""
    member, (name, _, about) = facts.membership, facts.subject.partition(".")
    if member is None or member.standing not in HERE:
        return FormToAsk()
    form = find_form(connection, member.programme.id, name)
    if form is None:
        return FormToAsk()
    lately = _lately(connection, facts, form, about)
    if lately is None:
        return FormToAsk(form.model_dump_json())
    return FormToAsk(form.model_dump_json(), lately.id, lately.answers, lately.at)


def _lately(connection: Connection, facts: Facts, form: Form, about: str) -> Any:
    """The newest answers of a person that may still be changed: those to the form as it is."""
    mine = (RESPONSE.c.person_id == facts.me.id, RESPONSE.c.form == form.name, RESPONSE.c.version == form.version)
    about_it = RESPONSE.c.subject == about.replace("-", ":", 1)
    query = select(RESPONSE).where(*mine, about_it, RESPONSE.c.at > facts.now - CHANGING)
    return connection.execute(query.order_by(RESPONSE.c.at.desc(), RESPONSE.c.id.desc()).limit(1)).one_or_none()


# The desk


@sees("form_desk")
def read_names(connection: Connection, facts: Facts) -> FormNames:
    """The names of the programme's own forms."""
    own = select(STORED.c.name).where(STORED.c.programme_id == _programme(facts)).distinct().order_by(STORED.c.name)
    return FormNames(tuple(connection.execute(own).scalars()))


@sees("forms")
def read_cards(connection: Connection, facts: Facts) -> FormCards:
    """All forms: the programme's own first, those that are not asked any more last."""
    programme = _programme(facts)
    own, answers = _own(connection, programme), _answers(connection, programme)
    cards = [_card(rows, answers) for rows in own.values()]
    cards += [Card(form.model_dump_json(), answers=answers.get(name, 0)) for name, form in shelf().items()]
    return FormCards(tuple(sorted(filter(None, cards), key=lambda card: (not card.active, not card.own))))


@sees("form_card", "form_preview", "form_send", "form_retire")
def read_card(connection: Connection, facts: Facts) -> FormCards:
    """One form, or one that lies there to be kept ("+12")."""
    card = card_of(connection, facts)
    return FormCards((card,) if card else ())


@sees("form_try")
def read_to_try(connection: Connection, facts: Facts) -> FormToAsk:
    """A form to be tried, be it kept or not."""
    card = card_of(connection, facts)
    return FormToAsk(card.content if card else "")


def card_of(connection: Connection, facts: Facts) -> Card | None:
    """The form that the subject names first."""
    name, programme = facts.subject.partition(":")[0], _programme(facts)
    if name.startswith("+"):
        return _offered(connection, facts, name[1:])
    if rows := _own(connection, programme, name).get(name):
        return _card(rows, _answers(connection, programme, name))
    form = shelf().get(name)
    return Card(form.model_dump_json(), answers=_answers(connection, programme, name).get(name, 0)) if form else None


def _offered(connection: Connection, facts: Facts, number: str) -> Card | None:
    if not number.isdecimal() or len(number) > ID_DIGITS:
        return None
    row = upload_of(connection, facts.me.id, _programme(facts), int(number))
    form = parsed(row.content["source"]) if row and row.state == "ready" else None
    if form is None:
        return None
    return Card(form.model_dump_json(), len(own_rows(connection, row.programme_id, form.name)) + 1, upload=row.id)


def upload_of(connection: Connection, person: int, programme: int, number: int) -> Any:
    """A form that this person dropped into the chat for this programme."""
    mine = (UPLOAD.c.id == number, UPLOAD.c.person_id == person, UPLOAD.c.programme_id == programme)
    return connection.execute(select(UPLOAD).where(*mine, UPLOAD.c.kind == UPLOADED)).one_or_none()


def own_rows(connection: Connection, programme: int, name: str) -> Sequence[Any]:
    """All versions of a form of the programme's own, the first one first."""
    return _own(connection, programme, name).get(name, ())


def newest_of(rows: Sequence[Any]) -> Any:
    """The version that is asked, or would be."""
    return max(rows, key=lambda row: (row.at, row.id))


def number_of(rows: Sequence[Any], row: Any) -> int:
    """Which version a row is, counted from one."""
    return [each.id for each in rows].index(row.id) + 1


def _own(connection: Connection, programme: int, name: str = "") -> dict[str, list[Any]]:
    query = select(STORED).where(STORED.c.programme_id == programme)
    found: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute((query.where(STORED.c.name == name) if name else query).order_by(STORED.c.id)):
        found[row.name].append(row)
    return found


def _card(rows: Sequence[Any], answers: Mapping[str, int]) -> Card | None:
    row = newest_of(rows)
    form = parsed(row.source)
    if form is None:
        return None
    return Card(form.model_dump_json(), number_of(rows, row), row.state == "active", answers.get(row.name, 0))


def _answers(connection: Connection, programme: int, name: str = "") -> dict[str, int]:
    """How many answers each form has."""
    query = select(RESPONSE.c.form, func.count()).where(RESPONSE.c.programme_id == programme)
    rows = connection.execute((query.where(RESPONSE.c.form == name) if name else query).group_by(RESPONSE.c.form))
    return {form: count for form, count in rows}  # noqa: C416 - a Row is no tuple to mypy


def _programme(facts: Facts) -> int:
    return facts.programme.id if facts.programme else 0


# Results


@sees("form_results", "form_question", "form_comments", "form_chart")
def read_form_results(connection: Connection, facts: Facts) -> FormResults | None:
    """What the answers give, those to older versions among them as far as they asked the same."""
    card, programme = card_of(connection, facts), _programme(facts)
    if card is None or card.upload:
        return None
    form = card.form
    rows, own = form_results.read_answers(connection, programme, form.name), own_rows(connection, programme, form.name)
    known = {row.version: older for row in own if (older := parsed(row.source))}
    numbers = {row.version: number for number, row in enumerate(own, 1)}
    counts = form_results.versions_of(rows)
    return FormResults(
        card,
        len({row.person_id for row in rows} - {None}),
        tuple(sorted((numbers[version], n) for version, n in counts.items() if version in numbers)),
        form_results.total_of(rows, form, known),
        form_results.words_of(rows, form),
    )

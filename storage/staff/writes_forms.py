"""What becomes of forms, to rows: offered, kept, retired, linked to; and answers that were changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import insert, update

from bot.flows.staff import forms as words
from bot.mentoring.form_views import Card
from bot.mentoring.forms_effects import ChangeResponse, DropForm, KeepForm, KeepFormLink, OfferForm, SetFormState
from bot.messages import Screen, say
from bot.ports import Said
from bot.talk.forms import Form
from storage import tables
from storage.rows import table
from storage.staff.forms import (
    CHANGING,
    RESPONSE,
    STORED,
    UPLOAD,
    UPLOADED,
    find_form,
    newest_of,
    number_of,
    own_rows,
    parsed,
    upload_of,
)
from storage.staff.seat import seat
from storage.writes import Book, Work, handles

INVITATION = table(tables.Invitation)
TICK = timedelta(microseconds=1)  # an old version that is kept again is the newest, whatever the clock says
NOT_YOURS = Screen((say("not-for-you"),))


def _told(screen: Screen) -> Said:
    return Said(screen, refused=False)


@handles(OfferForm)
def offer_forms(book: Book, works: list[Work]) -> list[Said]:
    """Put a form aside until its author has looked at it; one that is kept already is nothing new."""
    return [_offer(book, work) for work in works]


def _offer(book: Book, work: Work) -> Said:
    member, form = seat(book, work.person), parsed(work.effect.source)
    if member is None or form is None:
        return Said(NOT_YOURS)
    rows = own_rows(book.connection, member.programme_id, form.name)
    if rows and (there := _as_it_is(rows, form)):
        return _told(words.same(Card(form.model_dump_json(), number_of(rows, there))))
    row = {"programme_id": member.programme_id, "person_id": work.person, "kind": UPLOADED, "name": form.name}
    more = {"content": {"source": work.effect.source}, "state": "ready", "at": book.now}
    number = book.connection.execute(insert(UPLOAD).returning(UPLOAD.c.id), row | more).scalar_one()
    card = Card(form.model_dump_json(), _number(rows, form), upload=number)
    return _told(words.offered(card, book.person(work.person).locale))


def _as_it_is(rows: Any, form: Form) -> Any:
    """The version that is asked now, if it says the same."""
    newest = newest_of(rows)
    return newest if (newest.version, newest.state) == (form.version, "active") else None


def _number(rows: Any, form: Form) -> int:
    """Which version of its form this is: an old one again, or a new one."""
    again = next((row for row in rows if row.version == form.version), None)
    return number_of(rows, again) if again else len(rows) + 1


@handles(KeepForm)
def keep_forms(book: Book, works: list[Work]) -> list[Said]:
    """Keep forms that were offered."""
    return [_keep(book, work) for work in works]


def _keep(book: Book, work: Work) -> Said:
    row, form = _offered(book, work)
    if row is None or form is None:
        return Said(words.over(work.effect.form))
    rows = own_rows(book.connection, row.programme_id, form.name)
    number = _number(rows, form)
    book.connection.execute(_newest(book, row.programme_id, form.name).values(state="active"))
    if number <= len(rows):
        mine, at = STORED.c.id == rows[number - 1].id, max(book.now, newest_of(rows).at + TICK)
        book.connection.execute(update(STORED).where(mine).values(at=at, source=row.content["source"]))
    else:
        new = {"programme_id": row.programme_id, "name": form.name, "version": form.version, "state": "active"}
        more = {"source": row.content["source"], "by_id": work.person, "at": book.now}
        book.connection.execute(insert(STORED), new | more)
    _put_away(book, row.id, "kept")
    return _told(words.kept(form.name, number))


def _offered(book: Book, work: Work) -> tuple[Any, Form | None]:
    """A form that waits for its author's word, if whoever gives it still runs the programme."""
    member = seat(book, work.person)
    if member is None:
        return None, None
    row = upload_of(book.connection, work.person, member.programme_id, work.effect.upload)
    if row is None or row.state != "ready" or row.name != work.effect.form:
        return None, None
    return row, parsed(row.content["source"])


def _newest(book: Book, programme: int, name: str) -> Any:
    return update(STORED).where(STORED.c.programme_id == programme, STORED.c.name == name)


def _put_away(book: Book, upload: int, state: str) -> None:
    book.connection.execute(update(UPLOAD).where(UPLOAD.c.id == upload).values(state=state, content={}))


@handles(DropForm)
def drop_forms(book: Book, works: list[Work]) -> list[Said]:
    """Throw away forms that were offered."""
    return [_drop(book, work) for work in works]


def _drop(book: Book, work: Work) -> Said:
    row, _ = _offered(book, work)
    if row is None:
        return Said(words.over(work.effect.form))
    _put_away(book, row.id, "dropped")
    return _told(words.dropped(row.name))


@handles(SetFormState)
def set_form_states(book: Book, works: list[Work]) -> list[Said]:
    """Retire forms of the programme's own, or bring them back."""
    return [_set_state(book, work) for work in works]


def _set_state(book: Book, work: Work) -> Said:
    member, wanted = seat(book, work.person), work.effect
    if member is None:
        return Said(NOT_YOURS)
    rows = _newest(book, member.programme_id, wanted.form).values(state=wanted.to)
    changed = bool(book.connection.execute(rows).rowcount)
    return Said(words.set_to(wanted.form, wanted.to, changed=changed), refused=not changed)


@handles(KeepFormLink)
def keep_form_links(book: Book, works: list[Work]) -> list[Said | None]:
    """Keep what opens a form for members; it admits nobody to the programme."""
    return [_keep_link(book, work) for work in works]


def _keep_link(book: Book, work: Work) -> Said | None:
    member, link = seat(book, work.person), work.effect
    if member is None or find_form(book.connection, member.programme_id, link.form) is None:
        return Said(NOT_YOURS)
    row = {"programme_id": member.programme_id, "role": "mentee", "token_hash": link.token_hash, "uses": 0}
    more = {"expires_at": link.until, "opens": f"form:{link.form}", "by_id": work.person, "created_at": book.now}
    book.connection.execute(insert(INVITATION), row | more)
    return None


@handles(ChangeResponse)
def change_responses(book: Book, works: list[Work]) -> list[Said | None]:
    """Put other answers in the place of one's own, as long as that may be."""
    return [_change(book, work) for work in works]


def _change(book: Book, work: Work) -> Said | None:
    changed = work.effect
    mine = (RESPONSE.c.id == changed.response, RESPONSE.c.person_id == work.person)
    same = (RESPONSE.c.form == changed.form, RESPONSE.c.version == changed.version)
    rows = update(RESPONSE).where(*mine, *same, RESPONSE.c.at > book.now - 2 * CHANGING)
    done = book.connection.execute(rows.values(answers=dict(changed.answers))).rowcount
    return None if done else Said(Screen((say("form-too-late"),)))

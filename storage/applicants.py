"""Who has enrolled and waits for approval: read for their card, and told to the coordinators."""

from __future__ import annotations

from sqlalchemy import Connection, select

from bot.effects import TellCoordinators
from bot.flows.staff.approval import asks_in
from bot.mentoring.programmes import Applicant, told
from storage.columns import MEMBER, MEMBER_COLUMNS, PERSON, PERSON_COLUMNS, WITH_MEMBERSHIP
from storage.rows import person_of
from storage.writes import Book, Work
from storage.writes_tell import tell_coordinators


def read_applicant(connection: Connection, programme: int, member: int) -> Applicant | None:
    """A member of this programme, as their card shows them; None for another programme's."""
    query = select(*PERSON_COLUMNS, *MEMBER_COLUMNS).select_from(WITH_MEMBERSHIP)
    here = (MEMBER.c.id == member, MEMBER.c.programme_id == programme, MEMBER.c.role.in_(("mentee", "mentor")))
    row = connection.execute(query.where(*here)).one_or_none()
    if row is None:
        return None
    person = person_of(row)
    seen = type(person)(person.id, person.name, person.locale, person.zone, about=told(person.about))
    return Applicant(row.membership_id, seen, row.role, row.programme_name, row.joined_at, row.standing)


def ask_in(book: Book, work: Work, programme: int, member: int) -> None:
    """Show the coordinators the card of somebody who waits now."""
    applicant = read_applicant(book.connection, programme, member)
    if applicant is not None:
        once = f"applicant:{member}:{int(book.now.timestamp())}"
        tell_coordinators(book, [work._replace(effect=TellCoordinators(asks_in(applicant), once))])


def name_of(book: Book, person: int) -> str:
    """What somebody is called."""
    return str(book.connection.execute(select(PERSON.c.name).where(PERSON.c.id == person)).scalar_one())

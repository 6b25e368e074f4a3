"""Messages to somebody other than who wrote: the partner, the coordinators; and whether people can be reached at
all."""

from __future__ import annotations

from sqlalchemy import and_, select, update

from bot.effects import Reachable, TellCoordinators, TellPerson
from bot.messages import REMINDER, Attachment, Outgoing, Screen, say
from storage import tables
from storage.accounts import accounts
from storage.bulk import insert_many
from storage.columns import MEMBER
from storage.kept import MENDABLE, revive
from storage.rows import out_row, table
from storage.writes import Book, Work, handles

ACCOUNT = table(tables.Account)


@handles(TellPerson)
def tell_people(book: Book, works: list[Work]) -> None:
    """Write to people wherever they can be reached best."""
    where = accounts(book.connection, {work.effect.person for work in works})
    rows = []
    for work in works:
        told, row = work.effect, where.get(work.effect.person)
        if row is None:
            continue
        out = Outgoing(
            row.platform,
            row.chat,
            told.screen,
            told.person,
            told.priority,
            occurrence=told.once,
            locale=row.locale,
            kind=told.kind,
        )
        rows.append(out_row(out, book.now, told.person, work.incoming.trace))
    insert_many(book.connection, tables.Outbox, rows, once=True)


@handles(TellCoordinators)
def tell_coordinators(book: Book, works: list[Work]) -> None:
    """Write to the coordinators and owners of the person's programme; each line is given the person's name."""
    for work in works:
        member = book.member(work.person)
        if member is None:
            continue
        name = book.person(work.person).name
        screen = work.effect.screen
        lines = tuple(say(line.key, **{**line.args, "name": name}) for line in screen.lines)
        told = [
            work._replace(
                effect=TellPerson(
                    person,
                    Screen(lines, screen.buttons),
                    f"{work.effect.once}:{person}" if work.effect.once else None,
                    "coordinator",
                    REMINDER,
                )
            )
            for person in _staff(book, member.programme_id)
            if person != work.person
        ]
        tell_people(book, told)


def _staff(book: Book, programme: int) -> list[int]:
    """Those who are there; when nobody is, those who paused: a call for help must reach somebody."""
    staff = MEMBER.c.role.in_(("coordinator", "owner"))
    query = select(MEMBER.c.person_id, MEMBER.c.standing).where(MEMBER.c.programme_id == programme, staff)
    rows = book.connection.execute(query.order_by(MEMBER.c.person_id)).all()
    here = [row.person_id for row in rows if row.standing == "active"]
    return here or [row.person_id for row in rows if row.standing == "paused"]


def show_menu(book: Book, person: int) -> None:
    """Have the platform's command menu follow a person's role and language."""
    member, locale = book.member(person), book.person(person).locale
    accounts = book.connection.execute(select(ACCOUNT.c.platform, ACCOUNT.c.chat).where(ACCOUNT.c.person_id == person))
    menu = Attachment("menu", "", {"role": member.role if member else "mentee", "locale": locale})
    screen = Screen((), attachment=menu)
    rows = [out_row(Outgoing(row.platform, row.chat, screen, person), book.now, person) for row in accounts]
    insert_many(book.connection, tables.Outbox, rows)


@handles(Reachable)
def set_reach(book: Book, works: list[Work]) -> None:
    """Keep whether accounts can be written to; coordinators hear of it once."""
    for work in works:
        reach = work.effect
        mine = and_(ACCOUNT.c.platform == reach.platform, ACCOUNT.c.external_id == reach.account)
        before = book.connection.execute(select(ACCOUNT.c.reach).where(mine)).scalar()
        changed = book.connection.execute(
            update(ACCOUNT).where(mine, ACCOUNT.c.reach != reach.state).values(reach=reach.state, reach_at=book.now)
        ).rowcount
        if changed and before in MENDABLE:
            revive(book.connection, reach.platform, [work.incoming.chat], work.incoming.route, book.now)
        if changed and reach.state != "ok" and work.person:
            screen = Screen((say(f"coordinator-{reach.state.replace('_', '-')}"),))
            once = f"reach:{work.person}:{reach.state}:{book.now:%Y-%m-%d}"
            tell_coordinators(book, [work._replace(effect=TellCoordinators(screen, once))])

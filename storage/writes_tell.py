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
from storage.elsewhere import from_programme
from storage.kept import MENDABLE, revive
from storage.rows import out_row, table
from storage.writes import Book, Work, handles

ACCOUNT = table(tables.Account)
TOGETHER = frozenset({"coordinator-silent", "coordinator-silent-agreement"})


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
    for programme, several in _together(book, works):
        work, once = several[0], several[0].effect.once
        screen = _about(book, several)
        told = {person: screen for person in _staff(book, programme) if person != work.person}
        each = [
            TellPerson(person, shown, f"{once}:{person}" if once else None, "coordinator", REMINDER)
            for person, shown in from_programme(book.connection, programme, told).items()
        ]
        tell_people(book, [work._replace(effect=effect) for effect in each])


def _together(book: Book, works: list[Work]) -> list[tuple[int, list[Work]]]:
    """By programme and message; whose reminders stop at one moment are told of together, as those of all who were
    paired on one day do."""
    groups: dict[tuple[int, str], list[Work]] = {}
    for number, work in enumerate(works):
        if member := book.member(work.person):
            line = work.effect.screen.lines[0]
            same = f"{line.key} {line.args['since'].at:%Y-%m-%d}" if line.key in TOGETHER else str(number)
            groups.setdefault((member.programme_id, same), []).append(work)
    return [(programme, several) for (programme, _), several in groups.items()]


def _about(book: Book, several: list[Work]) -> Screen:
    """What coordinators read, with the name of whom it is about, or of all."""
    screen, names = several[0].effect.screen, [book.person(work.person).name for work in several]
    if len(several) > 1:
        line = screen.lines[0]
        return Screen((say(f"{line.key}-many", n=len(names), names=tuple(names), since=line.args["since"]),))
    return Screen(tuple(say(line.key, **{**line.args, "name": names[0]}) for line in screen.lines), screen.buttons)


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

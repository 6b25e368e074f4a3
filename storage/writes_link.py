"""One person's several accounts to rows: a one-time code, the account that uses it, and its end."""

from __future__ import annotations

import secrets
from typing import Any

from sqlalchemy import Connection, and_, delete, exists, func, insert, select, update

from bot.effects import Forget
from bot.mentoring.line_effects import MakeCode, Unlink, UseCode
from bot.mentoring.link_codes import LIVES, SIZE, TRIED, TRIES, hash_code, make_code
from bot.messages import Button, Outgoing, Screen, say
from bot.ports import Said
from storage import tables
from storage.accounts import accounts
from storage.bulk import insert_many
from storage.columns import MEMBER
from storage.rows import PENDING, SENT_SCREEN, out_row, table
from storage.servers import pairs_of
from storage.threads import open_threads
from storage.writes import Book, Work, handles
from storage.writes_rights import erase
from storage.writes_tell import show_menu

ACCOUNT, CODE, TRY = table(tables.Account), table(tables.LinkCode), table(tables.LinkTry)
CONSENT, OUTBOX = table(tables.Consent), table(tables.Outbox)


@handles(MakeCode)
def make_codes(book: Book, works: list[Work]) -> list[Said]:
    """A code for each; only the newest of a person is good."""
    return [_make(book, work) for work in works]


def _make(book: Book, work: Work) -> Said:
    code = make_code(secrets.token_bytes(SIZE))
    book.connection.execute(delete(CODE).where(CODE.c.person_id == work.person, CODE.c.used_at.is_(None)))
    row = {"person_id": work.person, "code_hash": hash_code(code), "expires_at": book.now + LIVES}
    book.connection.execute(insert(CODE), row)
    minutes = int(LIVES.total_seconds() // 60)
    lines = (say("link-code", code=code, minutes=minutes), say("link-code-how", here=work.incoming.platform))
    return Said(Screen(lines), refused=False)


@handles(UseCode)
def use_codes(book: Book, works: list[Work]) -> list[Screen | None]:
    """Join accounts to people. What is tried is counted first, so that nobody finds a code by trying."""
    return [_use(book, work) for work in works]


def _use(book: Book, work: Work) -> Screen | None:
    if _tried_too_often(book, work):
        return Screen((say("link-too-often"),))
    code = book.connection.execute(
        select(CODE).where(CODE.c.code_hash == hash_code(work.effect.code), CODE.c.used_at.is_(None))
    ).first()
    if code is None or code.expires_at <= book.now:
        return Screen((say("link-unknown"),))
    if code.person_id == work.person:
        return Screen((say("link-same", here=work.incoming.platform),))
    if work.person and _has_data(book.connection, work.person):
        return Screen((say("link-somebody-else"),))
    used = update(CODE).where(CODE.c.id == code.id, CODE.c.used_at.is_(None)).values(used_at=book.now)
    if not book.connection.execute(used).rowcount:
        return Screen((say("link-unknown"),))
    _join(book, work, code.person_id)
    return None


def _tried_too_often(book: Book, work: Work) -> bool:
    who = and_(TRY.c.platform == work.incoming.platform, TRY.c.external_id == work.incoming.account)
    book.connection.execute(delete(TRY).where(TRY.c.at <= book.now - TRIED))
    tries = book.connection.execute(select(func.count()).select_from(TRY).where(who)).scalar_one()
    if tries >= TRIES:
        return True
    row = {"platform": work.incoming.platform, "external_id": work.incoming.account, "at": book.now}
    book.connection.execute(insert(TRY), row)
    return False


def _has_data(connection: Connection, person: int) -> bool:
    """Whether somebody is more than a guest who never agreed to anything."""
    query = select(exists().where(MEMBER.c.person_id == person), exists().where(CONSENT.c.person_id == person))
    return any(connection.execute(query).one())


def _join(book: Book, work: Work, person: int) -> None:
    before = accounts(book.connection, [person]).get(person)
    if work.person:
        erase(book, [work._replace(effect=Forget())])
    incoming = work.incoming
    row = {"person_id": person, "platform": incoming.platform, "external_id": incoming.account, "chat": incoming.chat}
    values = row | {"seen_at": book.now, "created_at": book.now}
    number = book.connection.execute(insert(ACCOUNT).returning(ACCOUNT.c.id), values).scalar_one()
    name, undo = book.person(person).name, f"do:unlink:{number}"
    here = Screen(
        (say("link-done", name=name, here=incoming.platform),),
        ((Button(say("button-menu"), "p:help"), Button(say("button-not-me"), undo)),),
    )
    out = [Outgoing(incoming.platform, incoming.chat, here, person, route=incoming.route)]
    if before is not None:
        told = Screen((say("link-told", here=incoming.platform),), ((Button(say("button-undo"), undo),),))
        out.append(Outgoing(before.platform, before.chat, told, person))
    insert_many(book.connection, tables.Outbox, [out_row(each, book.now, person) for each in out])
    show_menu(book, person)
    open_threads(book.connection, pairs_of(book.connection, person), book.now)


@handles(Unlink)
def unlink(book: Book, works: list[Work]) -> list[Screen | None]:
    """Take an account away from its person, who hears of it where they still are. The last one stays."""
    return [_unlink(book, work) for work in works]


def _unlink(book: Book, work: Work) -> Screen | None:
    mine = book.connection.execute(select(ACCOUNT).where(ACCOUNT.c.person_id == work.person)).all()
    account = next((each for each in mine if each.id == work.effect.account), None)
    if account is None:
        return Screen((say("unlink-gone"),))
    if len(mine) == 1:
        return Screen((say("unlink-last"),), ((Button(say("button-erase"), "go:erase"),),))
    book.connection.execute(delete(ACCOUNT).where(ACCOUNT.c.id == account.id))
    _take_back(book, account)
    rest = accounts(book.connection, [work.person])[work.person]
    if (rest.platform, rest.chat) != (work.incoming.platform, work.incoming.chat):
        told = Screen((say("unlink-told", there=account.platform),))
        row = out_row(Outgoing(rest.platform, rest.chat, told, work.person), book.now, work.person)
        insert_many(book.connection, tables.Outbox, [row])
    return None


def _take_back(book: Book, account: Any) -> None:
    """What still waits for the account does not reach whoever holds it."""
    there = and_(OUTBOX.c.platform == account.platform, OUTBOX.c.chat == account.chat, OUTBOX.c.state.in_(PENDING))
    book.connection.execute(
        update(OUTBOX).where(there, OUTBOX.c.person_id == account.person_id).values(state="expired", screen=SENT_SCREEN)
    )

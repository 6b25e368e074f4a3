"""What an operator does from the command line: programmes, invitations, pairs. Bad input raises Setup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, get_args

from sqlalchemy import Connection, and_, insert, select, update

from bot.errors import Problem, Setup
from bot.mentoring.invitations import hash_token, make_token
from bot.mentoring.people import Role
from bot.mentoring.zones import find_zone, is_zone
from bot.messages import MAX_SLUG, Say, say
from bot.talk.clean import clean, key_of
from bot.talk.phrases import LOCALES
from storage import tables
from storage.columns import PERSON, PROGRAMME
from storage.members import Member, find, read_members
from storage.pairing import begin
from storage.rows import table

INVITATION, PAIR, ACTIVITY = table(tables.Invitation), table(tables.Pair), table(tables.Activity)

ROLES: tuple[str, ...] = get_args(Role)
MAX_NAME = 100  # characters of a programme's or a person's name
MAX_USES = 10_000  # people one token may admit
MAX_LIFE = timedelta(days=366)  # a token on a poster should not work for ever


def create_programme(  # noqa: PLR0913, PLR0917 - what its command asks for
    connection: Connection,
    name: str,
    zone: str,
    locale: str,
    starts: date | None,
    ends: date | None,
    organiser: str,
    now: datetime,
    joining: str = "code",
) -> str:
    """Make a programme and return its slug."""
    name, organiser = clean(name), clean(organiser)
    problems = [*_bad_name(name, organiser), *_bad_zone(zone), *_bad_locale(locale), *_bad_dates(starts, ends)]
    if problems:
        raise Setup(problems)
    row = {"name": name, "organiser": organiser, "zone": zone, "locale": locale, "joining": joining}
    number = new_programme(connection, row | {"starts": starts, "ends": ends, "plan": "default"}, now)
    slug = str(connection.execute(select(PROGRAMME.c.slug).where(PROGRAMME.c.id == number)).scalar_one())
    note(connection, "CreateProgramme", number, slug, now)
    return slug


def new_programme(connection: Connection, given: Mapping[str, Any], now: datetime) -> int:
    """Write a programme whose columns are known to fit; its slug is made of its name."""
    row = {**given, "slug": _free_slug(connection, given["name"]), "created_at": now}
    return int(connection.execute(insert(PROGRAMME).values(row).returning(PROGRAMME.c.id)).scalar_one())


def _bad_name(name: str, organiser: str) -> list[Problem]:
    problems = [] if name else [Problem("NAME", "is empty; give the programme a name people know it by")]
    long = [(place, text) for place, text in (("NAME", name), ("--organiser", organiser)) if len(text) > MAX_NAME]
    return problems + [Problem(place, f"has {len(text)} characters; {MAX_NAME} at most") for place, text in long]


def _bad_zone(zone: str) -> list[Problem]:
    if is_zone(zone):
        return []
    near = find_zone(zone)
    advice = (
        f"did you mean {' or '.join(near)}?" if near else "write it like Asia/Jakarta, Asia/Makassar or Asia/Jayapura"
    )
    return [Problem("--zone", f"no time zone is called {zone!r}; {advice}")]


def _bad_locale(locale: str) -> list[Problem]:
    return [] if locale in LOCALES else [Problem("--locale", f"expected {' or '.join(LOCALES)}, not {locale!r}")]


def _bad_dates(starts: date | None, ends: date | None) -> list[Problem]:
    if starts and ends and ends < starts:
        return [Problem("--until", f"{ends} is before --from {starts}")]
    return []


def _free_slug(connection: Connection, name: str) -> str:
    """The name in small letters, digits and dashes; numbered when it is taken."""
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:MAX_SLUG].strip("-") or "programme"
    taken = set(connection.execute(select(PROGRAMME.c.slug)).scalars())
    number, free = 1, slug
    while free in taken:
        number += 1
        free = f"{slug[: MAX_SLUG - len(str(number)) - 1]}-{number}"
    return free


def invite(  # noqa: PLR0913, PLR0917 - what its command asks for
    connection: Connection,
    role: str,
    programme: str | None,
    uses: int,
    expires: timedelta,
    draw: bytes,
    now: datetime,
    label: str = "",
) -> str:
    """Make a token that admits people, of which only a hash is kept. `programme` may be left out if there is one."""
    problems = [] if role in ROLES else [Problem("--role", f"expected {', '.join(ROLES)}, not {role!r}")]
    if not 1 <= uses <= MAX_USES:
        problems.append(Problem("--uses", f"expected 1 to {MAX_USES}, not {uses}"))
    if not timedelta() < expires <= MAX_LIFE:
        problems.append(Problem("--expires", "expected a time such as 14d, up to a year"))
    found, missing = choose_programme(connection, programme, now)
    if problems or missing or found is None:
        raise Setup([*problems, *missing])
    token = make_token(draw)
    row = {"programme_id": found.id, "role": role, "uses": uses, "label": clean(label)}
    write = row | {"token_hash": hash_token(token), "used": 0, "expires_at": now + expires, "created_at": now}
    connection.execute(insert(INVITATION), write)
    note(connection, "Invite", found.id, role, now)
    return token


def choose_programme(connection: Connection, slug: str | None, now: datetime) -> tuple[Any | None, list[Problem]]:
    """The programme of this slug, or the only one there is; else what is wrong."""
    rows = connection.execute(select(PROGRAMME).order_by(PROGRAMME.c.id)).all()
    found = [row for row in rows if slug in {None, row.slug}]
    names = ", ".join(row.slug for row in rows)
    if not rows:
        return None, [Problem("programme", "there is none yet; make one: python -m bot programme create NAME")]
    if not found:
        return None, [Problem("--programme", f"there is no {slug!r}; there are: {names}")]
    if len(found) > 1:
        return None, [Problem("--programme", f"there are several, name one: {names}")]
    if found[0].ends and found[0].ends < now.date():
        return None, [Problem("--programme", f"{found[0].slug} ended on {found[0].ends}; nobody can join it any more")]
    return found[0], []


@dataclass(frozen=True, slots=True)
class Paired:
    """Who was paired. `already` says that they had been; `others` are the mentee's other mentors now."""

    programme: str
    mentor: str
    mentee: str
    already: bool
    others: tuple[str, ...] = ()

    def said(self) -> tuple[Say, ...]:
        """It in words."""
        key = "office-paired-already" if self.already else "office-paired"
        lines = (say(key, mentor=self.mentor, mentee=self.mentee, programme=self.programme),)
        return (*lines, say("office-other-mentors", mentee=self.mentee, names=self.others)) if self.others else lines


def pair(
    connection: Connection,
    mentor: str,
    mentee: str,
    now: datetime,
    programme: str | None = None,
    *,
    introduce: bool = True,
) -> Paired:
    """Pair two members of one programme, each told by name, number or @name; `introduce` them, unless they know each
    other. Pairing them again changes nothing."""
    members = [each for each in read_members(connection) if programme in {None, each.programme}]
    mentors, no_mentor = find(mentor, [each for each in members if each.role == "mentor"], "mentor")
    mentees, no_mentee = find(mentee, [each for each in members if each.role == "mentee"], "mentee")
    if no_mentor or no_mentee:
        raise Setup([_invited(connection, problem) for problem in (*no_mentor, *no_mentee)])
    both = [(a, b) for a in mentors for b in mentees if a.programme_id == b.programme_id and a.person != b.person]
    if len(both) != 1:
        raise Setup([_which(mentor, mentee, [*mentors, *mentees], both)])
    return join(connection, *both[0], now, introduce=introduce)


def _invited(connection: Connection, problem: Problem) -> Problem:
    """Say of somebody who is not found that they have an invitation they have not used."""
    query = select(INVITATION.c.label).where(INVITATION.c.used == 0, INVITATION.c.label != "")
    wanted = set(key_of(problem.place).split())
    labels = connection.execute(query.order_by(INVITATION.c.id)).scalars()
    waiting = next((each for each in labels if wanted and wanted <= set(key_of(each).split())), None)
    return Problem(problem.place, f"{waiting} is invited, but has not joined yet") if waiting else problem


def _which(mentor: str, mentee: str, meant: Sequence[Member], both: list[tuple[Member, Member]]) -> Problem:
    place, listed = f"{mentor} and {mentee}", "; ".join(str(each) for each in dict.fromkeys(meant))
    if not both:
        return Problem(place, f"are not in the same programme: {listed}")
    if len({(a.person, b.person) for a, b in both}) == 1:
        return Problem(
            place, f"are together in several programmes, name one: {', '.join(a.programme for a, _ in both)}"
        )
    return Problem(place, f"may be several people, say them by number: {listed}")


def join(connection: Connection, mentor: Member, mentee: Member, now: datetime, *, introduce: bool = True) -> Paired:
    """Make two members a pair, or one again."""
    key = {"programme_id": mentor.programme_id, "mentor_id": mentor.person, "mentee_id": mentee.person}
    here = and_(*(PAIR.c[name] == value for name, value in key.items()))
    state = connection.execute(select(PAIR.c.state).where(here)).scalar_one_or_none()
    if state is None:
        connection.execute(insert(PAIR), key | {"state": "active", "created_at": now})
    elif state != "active":
        connection.execute(update(PAIR).where(here).values(state="active", ended_at=None))
    if state != "active":
        number = connection.execute(select(PAIR.c.id).where(here)).scalar_one()
        note(connection, "Pair", mentor.programme_id, str(number), now)
        begin(connection, number, now, introduce=introduce)
    others = _other_mentors(connection, mentor, mentee)
    return Paired(mentor.programme, mentor.name, mentee.name, state == "active", others)


def _other_mentors(connection: Connection, mentor: Member, mentee: Member) -> tuple[str, ...]:
    active = and_(
        PAIR.c.mentee_id == mentee.person, PAIR.c.programme_id == mentee.programme_id, PAIR.c.state == "active"
    )
    query = (
        select(PERSON.c.name).join(PAIR, PAIR.c.mentor_id == PERSON.c.id).where(active, PERSON.c.id != mentor.person)
    )
    return tuple(connection.execute(query.order_by(PERSON.c.name)).scalars())


def note(connection: Connection, kind: str, programme: int, subject: str, now: datetime) -> None:
    """Keep what the operator did, without whom it was about."""
    row = {"kind": kind, "programme_id": programme, "person_id": None, "subject": subject, "at": now}
    connection.execute(insert(ACTIVITY), row)

"""Columns that several reads share: a person with their memberships."""

from __future__ import annotations

from sqlalchemy import select

from storage import tables
from storage.among import among
from storage.rows import table

PERSON, MEMBER, PROGRAMME = table(tables.Person), table(tables.Membership), table(tables.Programme)

PERSON_COLUMNS = (
    PERSON.c.id.label("person_id"),
    PERSON.c.name,
    PERSON.c.locale,
    PERSON.c.zone,
    PERSON.c.checkin_day,
    PERSON.c.checkin_clock,
    PERSON.c.quiet_from,
    PERSON.c.quiet_until,
    PERSON.c.about,
    PERSON.c.prefers,
    PERSON.c.at_programme,
)
DECLINED = "declined"  # the reason of whom the coordinators did not let in
PROGRAMME_COLUMNS = (
    PROGRAMME.c.id.label("programme_id"),
    PROGRAMME.c.slug,
    PROGRAMME.c.name.label("programme_name"),
    PROGRAMME.c.organiser,
    PROGRAMME.c.zone.label("programme_zone"),
    PROGRAMME.c.starts,
    PROGRAMME.c.ends,
    PROGRAMME.c.plan,
    PROGRAMME.c.stage,
    PROGRAMME.c.joining,
)
MEMBER_COLUMNS = (
    MEMBER.c.id.label("membership_id"),
    MEMBER.c.role,
    MEMBER.c.standing,
    MEMBER.c.paused_until,
    MEMBER.c.silent_since,
    MEMBER.c.capacity,
    (MEMBER.c.reason == DECLINED).label("declined"),
    MEMBER.c.created_at.label("joined_at"),
    *PROGRAMME_COLUMNS,
)
WITH_MEMBERSHIP = PERSON.outerjoin(MEMBER, MEMBER.c.person_id == PERSON.c.id).outerjoin(
    PROGRAMME, PROGRAMME.c.id == MEMBER.c.programme_id
)
MEMBERS_OF = select(*PERSON_COLUMNS, *MEMBER_COLUMNS).select_from(WITH_MEMBERSHIP).where(among(PERSON.c.id, "people"))

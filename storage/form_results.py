"""What answers to a form give in total: for a programme, or about a person; nothing of too few people is told."""

from __future__ import annotations

from sqlalchemy import Connection, select

from bot.mentoring.feedback import Total, totals
from bot.talk.forms import Form
from storage import tables
from storage.rows import table

RESPONSE = table(tables.FormResponse)


def read_results(connection: Connection, programme: int, form: Form, about: int | None = None) -> dict[str, Total]:
    """Each question that can be counted; of older versions of the form too, as far as they asked the same."""
    columns = (RESPONSE.c.person_id, RESPONSE.c.subject, RESPONSE.c.answers)
    query = select(*columns).where(RESPONSE.c.programme_id == programme, RESPONSE.c.form == form.name)
    if about is not None:
        query = query.where(RESPONSE.c.about_id == about)
    found = connection.execute(query.order_by(RESPONSE.c.at, RESPONSE.c.id))
    return totals(((row.person_id, row.subject, row.answers) for row in found), form.counted)

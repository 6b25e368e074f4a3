"""A person's rights to rows: all that is kept of them as a file, and its removal."""

from __future__ import annotations

from sqlalchemy import and_, delete, insert, or_, select, update

from bot.effects import Erase, Forget, SendMyData
from bot.messages import Attachment, Screen, say
from bot.ports import Said
from storage import invited_for, line, sessions, tables, traces, trail
from storage.columns import PERSON
from storage.ending import leave
from storage.mydata import everything
from storage.rows import PENDING, SENT_SCREEN, table
from storage.writes import Book, Work, handles

OUTBOX, ACTIVITY, PAIR = table(tables.Outbox), table(tables.Activity), table(tables.Pair)
STAFF_NOTE, WATCH = table(tables.StaffNote), table(tables.Watch)


@handles(SendMyData)
def send_my_data(book: Book, works: list[Work]) -> list[Said]:
    """Everything kept about a person, as a file."""
    name = f"tuntun-{book.now:%Y-%m-%d}.json"
    files = [Attachment("json", name, everything(book, work.person)) for work in works]
    return [Said(Screen((say("my-data-here"),), attachment=file), refused=False) for file in files]


@handles(Erase, Forget)
def erase(book: Book, works: list[Work]) -> None:
    """Remove people and all they said. Counts stay in `activity`, without the person."""
    people = [work.person for work in works]
    connection = book.connection
    for work in works:
        leave(book, work, erased=True)
    traces.forget(connection, people, book.now)
    waiting = and_(OUTBOX.c.person_id.in_(people), OUTBOX.c.state.in_((*PENDING, "sending")))
    connection.execute(update(OUTBOX).where(waiting).values(state="expired"))
    blank = {"screen": SENT_SCREEN, "chat": "", "occurrence": None, "edit": "", "route": "", "reply": ""}
    connection.execute(update(OUTBOX).where(OUTBOX.c.person_id.in_(people)).values(blank))
    connection.execute(update(ACTIVITY).where(ACTIVITY.c.person_id.in_(people)).values(person_id=None))
    trail.forget(connection, people)
    line.forget(connection, people)
    invited_for.forget(connection, people)
    sessions.forget(connection, people)
    theirs = select(PAIR.c.id).where(or_(PAIR.c.mentee_id.in_(people), PAIR.c.mentor_id.in_(people)))
    connection.execute(delete(STAFF_NOTE).where(STAFF_NOTE.c.pair_id.in_(theirs)))
    connection.execute(delete(WATCH).where(WATCH.c.pair_id.in_(theirs)))
    for model in PERSONAL:
        connection.execute(delete(table(model)).where(table(model).c.person_id.in_(people)))
    connection.execute(delete(PERSON).where(PERSON.c.id.in_(people)))
    if any(isinstance(work.effect, Erase) for work in works):
        row = {"kind": "Erase", "at": book.now, "subject": str(len(people))}
        connection.execute(insert(ACTIVITY), row)
    book.gone.update(people)


PERSONAL = (
    tables.FormResponse,
    tables.TicketWord,
    tables.HelpRequest,
    tables.Consent,
    tables.Goal,
    tables.Checkin,
    tables.Conversation,
    tables.Due,
    tables.Account,
    tables.Membership,
)

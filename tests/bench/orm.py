"""The check-in as most would write it: an SQLModel session a message, objects loaded and changed, a commit each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Engine
from sqlmodel import Session, select

from storage.tables import Account, Checkin, Conversation, Goal, Outbox, Person, Progress, Seen
from tests.bench.floor import FACTS, SCREEN
from tests.bench.people import NOW


class Orm:
    """On a database of `people`, with our tables."""

    name = "an SQLModel session a message"

    def __init__(self, database: Engine) -> None:
        self.database = database
        self._events = 0

    def weeks(self, people: Sequence[int]) -> None:
        """The check-ins of some people, in five messages each."""
        for person in people:
            for step in (_begins, _answers, _answers, _answers, _ends):
                self._turn(str(5_000_000_000 + person), step)

    def _turn(self, account: str, step: Callable[[Session, Person, Conversation | None], None]) -> None:
        self._events += 1
        event = f"orm-{self._events}"
        with Session(self.database) as session:
            if session.get(Seen, ("telegram", event)):
                return
            found = select(Account).where(Account.platform == "telegram", Account.external_id == account)
            person = session.get_one(Person, session.exec(found).one().person_id)
            open_one = select(Conversation).where(Conversation.person_id == person.id, Conversation.state == "open")
            step(session, person, session.exec(open_one).first())
            session.add(_reply(account, person))
            session.add(Seen(platform="telegram", event=event, at=NOW))
            session.commit()


def _reply(chat: str, person: Person) -> Outbox:
    return Outbox(
        platform="telegram", chat=chat, person_id=person.id, priority=0, screen=SCREEN, locale="id", created_at=NOW
    )


def _begins(session: Session, person: Person, talk: Conversation | None) -> None:
    assert talk is None
    assert person.id
    begun = Conversation(
        person_id=person.id, flow="checkin", facts=FACTS, answers="{}", ticks="[]", heard="{}", touched_at=NOW
    )
    session.add(begun)


def _answers(session: Session, person: Person, talk: Conversation | None) -> None:
    assert talk
    talk.answers, talk.asked, talk.heard, talk.touched_at = '{"percent-1": 75}', "mood", '{"m1": "percent-1"}', NOW
    session.add(talk)


def _ends(session: Session, person: Person, talk: Conversation | None) -> None:
    assert talk
    assert person.id
    talk.state, talk.facts, talk.answers = "closed", "{}", "{}"
    goal = session.exec(select(Goal).where(Goal.person_id == person.id, Goal.state == "active")).one()
    week = Checkin(
        person_id=person.id, programme_id=1, occurrence=NOW.date(), answered_at=NOW, mood=4, next_step="kirim draf"
    )
    session.add(week)
    session.flush()
    assert goal.id
    session.add(Progress(goal_id=goal.id, checkin_id=week.id, by_id=person.id, percent=75, at=NOW))

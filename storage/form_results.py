"""What answers to a form give in total: for a programme, or about a person; nothing of too few people is told."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from bot.mentoring.feedback import Total, totals
from bot.mentoring.privacy import FEWEST
from bot.talk.forms import Ask, Form
from storage import tables
from storage.rows import table

RESPONSE = table(tables.FormResponse)
COLUMNS = tuple(RESPONSE.c[name] for name in ("id", "person_id", "subject", "version", "answers"))
NEEDS_YES = {("closing", "thanks"): "pass-on"}  # words that nobody reads unless this was answered with yes


def read_results(
    connection: Connection,
    programme: int,
    form: Form,
    about: int | None = None,
    older: Mapping[str, Form] | None = None,
) -> dict[str, Total]:
    """Each question that can be counted; of older versions of the form too, as far as they asked the same."""
    return total_of(read_answers(connection, programme, form.name, about), form, older or {})


def read_answers(connection: Connection, programme: int, form: str, about: int | None = None) -> Sequence[Any]:
    """All answers to a form, the oldest first."""
    query = select(*COLUMNS).where(RESPONSE.c.programme_id == programme, RESPONSE.c.form == form)
    if about is not None:
        query = query.where(RESPONSE.c.about_id == about)
    return connection.execute(query.order_by(RESPONSE.c.at, RESPONSE.c.id)).all()


def total_of(rows: Iterable[Any], form: Form, older: Mapping[str, Form]) -> dict[str, Total]:
    """The totals of answers. `older` are the versions of the form that are known, by their hash: what one of them asked
    in another way does not count; of a version that is not known, what no longer fits."""
    given = ((row.person_id, row.subject, _counting(row, form, older.get(row.version))) for row in rows)
    return totals(given, form.counted)


def _counting(row: Any, form: Form, then: Form | None) -> dict[str, Any]:
    """The answers of a row that mean today what they meant when they were given."""
    before = {ask.key: ask for ask in then.questions} if then else {}
    return {
        ask.key: row.answers[ask.key]
        for ask in form.questions
        if ask.key in row.answers
        and fits(ask, row.answers[ask.key])
        and (then is None or (ask.key in before and _alike(ask, before[ask.key])))
    }


def _alike(ask: Ask, before: Ask) -> bool:
    return ask.kind == before.kind and (ask.low, ask.high) == (before.low, before.high)


def fits(ask: Ask, answer: Any) -> bool:
    """Whether an answer is of the question's kind."""
    match ask.kind:
        case "scale" | "number":
            return isinstance(answer, int) and not isinstance(answer, bool) and ask.low <= answer <= ask.high
        case "yes-no":
            return isinstance(answer, bool)
        case "several":
            return isinstance(answer, list)
    return isinstance(answer, str)


def newest(rows: Iterable[Any]) -> list[Any]:
    """Each person's newest answers about each subject; those of people who are gone belong to nobody."""
    return list({(row.person_id, row.subject): row for row in rows if row.person_id is not None}.values())


def words_of(rows: Iterable[Any], form: Form) -> dict[str, tuple[str, ...]]:
    """What people wrote in their own words, by question: nothing as long as too few have answered, and in an order that
    says nothing of who wrote it or when."""
    known = newest(rows)
    if len({row.person_id for row in known}) < FEWEST:
        return {}
    open_ = [ask for ask in form.questions if ask.kind == "text" or _several_people(ask, known)]
    found = {ask.key: tuple(sorted(_words(ask, form.name, known), key=_mixed)) for ask in open_}
    return {key: words for key, words in found.items() if words}


def _several_people(ask: Ask, rows: Iterable[Any]) -> bool:
    """Whether own words beside the options of a question come from enough people."""
    return len({row.person_id for row in rows if row.answers.get(ask.key)}) >= FEWEST


def _words(ask: Ask, form: str, rows: Iterable[Any]) -> Iterator[str]:
    allowed = NEEDS_YES.get((form, ask.key), "")
    for row in rows:
        answer = row.answers.get(ask.key)
        if allowed and row.answers.get(allowed) is not True:
            continue
        if ask.kind == "text" and isinstance(answer, str):
            yield answer
        elif ask.kind in {"choice", "several"} and ask.other:
            several = answer if isinstance(answer, list) else [answer]
            yield from (each for each in several if isinstance(each, str) and each not in ask.options)


def _mixed(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def versions_of(rows: Iterable[Any]) -> Counter[str]:
    """How many of the answers that count were given to each version."""
    return Counter(row.version for row in newest(rows))

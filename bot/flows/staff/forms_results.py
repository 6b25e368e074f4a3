"""What the answers to a form give: totals from five people on, own words without names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from bot.flows.staff.forms_common import nothing, way
from bot.house import Page
from bot.mentoring.feedback import Total
from bot.mentoring.form_figures import Bar, bars
from bot.mentoring.form_views import Card, FormResults
from bot.mentoring.people import Facts
from bot.mentoring.privacy import FEWEST
from bot.mentoring.progress import bar
from bot.messages import Attachment, Button, Rows, Say, Screen, pack, say
from bot.talk.forms import Ask

SHOWN = 6  # questions on a page
BARS = 16  # in a picture
WORDS = 4  # pieces of own words on a page
NUMBERS = frozenset({"scale", "number"})
NAMES = {"partner": "…", "goal": "…"}  # a total is about nobody


def results(facts: Facts) -> Screen:
    """Subject: "name", or "name:6": from which question on. A line for each; its number opens it."""
    view, at = facts.view, _at(facts)
    if not isinstance(view, FormResults):
        return nothing(facts)
    card, asked = view.card, view.card.form.questions
    head = (say("form-results", title=card.form.title.say(), people=view.people), *_versions(view))
    if view.people < FEWEST:
        why = say("form-results-few", least=FEWEST) if view.people else say("form-results-none")
        return Screen((*head, why), ((way("card", card),),))
    some = list(enumerate(asked, 1))[at : at + SHOWN]
    lines = tuple(_overview(number, ask, view) for number, ask in some)
    turning = _turn("results", card, at, SHOWN, len(asked))
    return Screen((*head, *lines), (*_numbers(view, some), *turning, *_more(view)))


def _at(facts: Facts) -> int:
    at = facts.subject.partition(":")[2]
    return int(at) if at.isdecimal() and len(at) < 4 else 0


def _versions(view: FormResults) -> tuple[Say, ...]:
    """How the answers fall on the versions, where there are several."""
    counts = tuple(say("form-version-n", version=version, n=n) for version, n in view.versions)
    return (say("form-versions", counts=counts),) if len(counts) > 1 else ()


def _overview(number: int, ask: Ask, view: FormResults) -> Say:
    return say("form-result", n=number, text=ask.text.say(NAMES), answer=_sum(ask, view))


def _sum(ask: Ask, view: FormResults) -> Say:
    total = view.totals.get(ask.key)
    if total is None:
        return say("form-sum-words", n=len(view.words.get(ask.key, ())), kind=ask.kind)
    if total.withheld:
        return say("form-sum-withheld", least=FEWEST)
    if ask.kind in NUMBERS and total.mean is not None:
        return say("form-sum-mean", mean=total.mean, high=ask.high, unit=ask.unit, n=total.n)
    most = max(bars(ask, total), key=lambda each: each.count)
    return say("form-sum-most", label=most.label, percent=most.percent, n=total.n)


def _numbers(view: FormResults, some: list[tuple[int, Ask]]) -> Rows:
    """A button for each question that has something to show."""
    open_ = [
        Button(str(number), f"p:form_question:{view.card.key}:{number}")
        for number, ask in some
        if (total := view.totals.get(ask.key)) and not total.withheld
    ]
    return (tuple(open_),) if open_ else ()


def _more(view: FormResults) -> Rows:
    card = view.card
    ways = [way("comments", card)] if view.words else []
    ways += (
        [Button(say("button-form-chart"), f"do:form_chart:{card.key}")]
        if any(not total.withheld for total in view.totals.values())
        else []
    )
    return ((*ways, Button(say("button-form-csv"), f"do:form_csv:{card.key}")), (way("card", card),))


def _turn(page: str, card: Card, at: int, shown: int, of: int) -> Rows:
    ways = [Button(say("button-before"), f"p:form_{page}:{card.key}:{max(0, at - shown)}")] if at else []
    ways += [Button(say("button-after"), f"p:form_{page}:{card.key}:{at + shown}")] if at + shown < of else []
    return (tuple(ways),) if ways else ()


def question(facts: Facts) -> Screen:
    """One question with its bars: "name:3"."""
    view, number = facts.view, _at(facts)
    if not isinstance(view, FormResults) or not 0 < number <= len(view.card.form.questions):
        return nothing(facts)
    ask = view.card.form.questions[number - 1]
    total = view.totals.get(ask.key, Total())
    head = say("form-result", n=number, text=ask.text.say(NAMES), answer=_sum(ask, view))
    lines = () if total.withheld else tuple(_bars(ask, total))
    others = [n for n, each in enumerate(view.card.form.questions, 1) if each.key in view.totals]
    return Screen((head, *lines), (*_beside(view.card, number, others), (way("results", view.card),)))


def _bars(ask: Ask, total: Total) -> Iterator[Say]:
    for each in bars(ask, total):
        yield say("form-bar", bar=bar(each.percent, 8), percent=each.percent, count=each.count, label=each.label)


def _beside(card: Card, number: int, others: list[int]) -> Rows:
    before, after = [n for n in others if n < number][-1:], [n for n in others if n > number][:1]
    ways = [Button(say("button-before"), f"p:form_question:{card.key}:{n}") for n in before]
    ways += [Button(say("button-after"), f"p:form_question:{card.key}:{n}") for n in after]
    return (tuple(ways),) if ways else ()


def comments(facts: Facts) -> Screen:
    """What people wrote in their own words, some on a page: "name:4"."""
    view, at = facts.view, _at(facts)
    if not isinstance(view, FormResults):
        return nothing(facts)
    back = ((way("results", view.card),),)
    found = [(ask, words) for ask in view.card.form.questions for words in view.words.get(ask.key, ())]
    if not found:
        key = "form-results-few" if view.people < FEWEST else "form-comments-none"
        return Screen((say(key, least=FEWEST),), back)
    lines: list[Say] = []
    for place, (ask, words) in enumerate(found[at : at + WORDS], at):
        if place == at or found[place - 1][0] is not ask:
            lines.append(say("form-comments", text=ask.text.say(NAMES), n=len(view.words[ask.key])))
        lines.append(say("form-comment", words=words))
    return Screen(tuple(lines), (*_turn("comments", view.card, at, WORDS, len(found)), *back))


def chart(facts: Facts) -> Screen:
    """The bars of as many questions as a picture holds: "name", or "name:3" from the third on."""
    view, at = facts.view, _at(facts)
    if not isinstance(view, FormResults):
        return nothing(facts)
    card, back = view.card, (way("results", view.card),)
    drawn = _drawn(view)[at:]
    if not drawn:
        return Screen((say("form-results-few", least=FEWEST),), (back,))
    some = _fitting(drawn)
    more = (
        (Button(say("button-after"), f"do:form_chart:{card.key}:{at + len(some)}"),) if len(drawn) > len(some) else ()
    )
    title = card.form.title.say()
    questions = [{"text": pack(text), "bars": [[pack(b.label), b.percent, b.count] for b in bs]} for text, bs in some]
    content = {"kind": "answers", "title": pack(title), "locale": facts.me.locale, "questions": questions}
    line = say("form-chart", title=title, people=view.people)
    return Screen((line,), ((*more, *back),), Attachment("chart", f"{card.form.name}.png", content))


def _drawn(view: FormResults) -> list[tuple[Say, tuple[Bar, ...]]]:
    """The questions that have something to show."""
    open_ = [(ask, view.totals.get(ask.key, Total())) for ask in view.card.form.questions]
    return [(ask.text.say(NAMES), bars(ask, total)) for ask, total in open_ if not total.withheld]


def _fitting(drawn: list[tuple[Say, tuple[Bar, ...]]]) -> list[tuple[Say, tuple[Bar, ...]]]:
    """The first questions, at least one, that have no more bars than a picture holds."""
    counts = accumulate(len(bars) for _, bars in drawn)
    return drawn[: max(1, sum(count <= BARS for count in counts))]


PAGES = (
    Page("form_results", results, apart=True),
    Page("form_question", question, apart=True),
    Page("form_comments", comments, apart=True),
    Page("form_chart", chart, apart=True),
)

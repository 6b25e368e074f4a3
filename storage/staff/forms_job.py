"""Forms beside the turns: read from a file, an example to begin with, a link with its sign, totals as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from bot.commands import STAFF
from bot.effects import Effect, Job, SendFile, Tell
from bot.flows.staff import forms as words
from bot.flows.staff.forms_results import NAMES
from bot.mentoring.feedback import Total
from bot.mentoring.form_figures import bars
from bot.mentoring.form_problems import read_own
from bot.mentoring.form_shelf import example, shelf
from bot.mentoring.form_views import FormResults
from bot.mentoring.forms_effects import KeepFormLink, OfferForm
from bot.mentoring.invitations import hash_token, make_token
from bot.mentoring.people import Facts
from bot.messages import Button, Screen, When, Words, say
from bot.talk.forms import Ask
from bot.talk.phrases import Reader
from storage.dropped import takes
from storage.facts import read_all
from storage.jobs import Shop, does
from storage.people_file import safe
from storage.staff.forms import find_form, read_form_results
from storage.staff.people_invite import sign

MOST = 100_000  # bytes of a form
SHOWN = 8  # problems in a message
OPEN_FOR = timedelta(days=90)
BOM = "\ufeff"  # by which spreadsheets know that it is UTF-8


@takes(".toml")
def read_form_file(shop: Shop, name: str, data: bytes) -> Iterator[Effect]:
    """A form from a file: offered to be kept, or everything that is wrong with it."""
    if len(data) > MOST:
        yield Tell(Screen((say("form-too-big", name=name, most=MOST // 1000),)))
        return
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        yield Tell(Screen((say("form-no-text", name=name),)))
        return
    form, problems = read_own(text, shelf())
    if form is None:
        more = (say("form-problems-more", n=len(problems) - SHOWN),) if len(problems) > SHOWN else ()
        lines = (say("form-problems", name=name, n=len(problems)), *problems[:SHOWN], *more, say("form-problems-next"))
        yield Tell(Screen(lines, ((Button(say("button-form-example"), "do:form_example"),),)))
        return
    yield OfferForm(form.name, text)


@does("form_example")
def send_example(shop: Shop) -> Iterator[Effect]:
    """A form with comments, in the language of whoever asked."""
    facts = _desk(shop)
    if facts is None:
        yield Tell(Screen((say("not-for-you"),)))
        return
    text = example(facts.me.locale)
    yield SendFile("form-example.toml", text.encode(), Screen((say("form-example"),)))


@does("form_link")
def make_link(shop: Shop) -> Iterator[Effect]:
    """A link and a sign that open a form; only for members."""
    facts, name = _desk(shop), shop.args["form"]
    programme = facts.programme if facts else None
    form = find_form(shop.connection, programme.id, name) if programme else None
    if form is None:
        yield Tell(words.set_to(name, "", changed=False))
        return
    token, until = make_token(shop.draw()), shop.now + OPEN_FOR
    link = shop.link(token)
    yield KeepFormLink(name, hash_token(token), until)
    told = say("form-link", title=form.title.say(), link=link, token=token, until=When(until, "day"))
    yield SendFile(f"tuntun-{name}.png", sign(link), Screen((told,)), "photo")


@does("form_send")
def propose(shop: Shop) -> Iterator[Effect]:
    """Propose to send a form to people; who, how many and when is seen before anything goes."""
    facts, name = _desk(shop), shop.args["form"]
    form = find_form(shop.connection, shop.task.programme, name) if facts else None
    if form is None:
        yield Tell(words.set_to(name, "", changed=False))
        return
    title = {"id": form.title.id, "en": form.title.en}
    yield Job("campaign", {"kind": "form", "form": name, "audience": shop.args["audience"], "title": title})


@does("form_csv")
def send_table(shop: Shop) -> Iterator[Effect]:
    """The totals of a form as a table; what comes from too few people is not in it."""
    facts, name = _desk(shop, shop.args["form"]), shop.args["form"]
    found = read_form_results(shop.connection, facts) if facts else None
    if facts is None or not isinstance(found, FormResults):
        yield Tell(words.set_to(name, "", changed=False))
        return
    reader = Reader(facts.me.locale, facts.me.zone, shop.now)
    sheet = io.StringIO()
    table = csv.writer(sheet)
    table.writerow(cell.strip() for cell in shop.house.phrases.plain(say("form-csv-head"), reader).split(","))
    for row in _rows(found):
        table.writerow([safe(shop.house.phrases.plain(each, reader)) for each in row])
    told = say("form-csv", title=found.card.form.title.say(), people=found.people)
    yield SendFile(f"form-{name}.csv", (BOM + sheet.getvalue()).encode(), Screen((told,)))


def _rows(found: FormResults) -> Iterator[list[Words]]:
    """A row for each answer of each question that can be counted."""
    for ask in found.card.form.questions:
        total = found.totals.get(ask.key)
        if total is None:
            continue
        head: list[Words] = [ask.key, ask.text.say(NAMES)]
        if total.withheld:
            yield [*head, say("form-csv-withheld"), "", "", "", ""]
        else:
            yield from ([*head, *cells] for cells in _cells(ask, total))


def _cells(ask: Ask, total: Total) -> Iterator[list[Words]]:
    mean = "" if total.mean is None else str(total.mean)
    for each in bars(ask, total):
        yield [each.label, str(each.count), str(each.percent), str(total.n), mean]


def _desk(shop: Shop, subject: str = "") -> Facts | None:
    """The facts of whoever asked, if they still run the programme the job was asked in."""
    facts = read_all(shop.connection, {shop.task.person}, shop.now).get(shop.task.person)
    member = facts.membership if facts else None
    if facts is None or member is None or member.role not in STAFF or member.standing not in {"active", "paused"}:
        return None
    if member.programme.id != shop.task.programme:
        return None
    return replace(facts, subject=subject)

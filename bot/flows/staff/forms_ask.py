"""A form by its name, asked of anybody in the programme; answers changed while that may be; and a try without answers
being kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.effects import Effect, Start, Tell
from bot.flows.pages import role_of, rows
from bot.mentoring.form_views import FormToAsk
from bot.mentoring.forms_effects import ChangeResponse
from bot.mentoring.people import Facts, Goal, Partner
from bot.messages import Button, Json, Screen, When, say
from bot.talk.choices import Review
from bot.talk.forms import AFTER, GONE, Form, More, about_of, ask_all, fill, frozen, plain, thanked
from bot.talk.questions import Option
from bot.talk.talk import Flow, Talk

REVIEW = "-review"  # no key of a form begins so
SOMEBODY = Partner(0, 0, "Budi", "mentor", goals=(Goal(0, "Portofolio data"),))  # stands in the texts of a try


def form(talk: Talk, facts: Facts) -> list[Effect]:
    """A form, "name" or "name.pair-3"; one about the partner asks which of several."""
    view, about = facts.view, facts.subject.partition(".")[2]
    if not isinstance(view, FormToAsk) or not view.content:
        return [Tell(Screen((say("form-gone", role=role_of(facts)),), rows("help")))]
    shape = frozen(view.content)
    if shape.needs and not about:
        return [_about_whom(facts, shape)]
    known = replace(facts, form=view.content, subject=about)
    return _change(talk, known, shape, view) if view.row else fill(talk, known)


def _about_whom(facts: Facts, shape: Form) -> Effect:
    subjects = [(partner.name, f"{shape.name}.pair-{partner.pair}") for partner in facts.partners]
    if "goal" in shape.needs:
        return GONE
    if not subjects:
        return Tell(Screen((say("form-no-partner", role=role_of(facts)),), rows("help")))
    if len(subjects) == 1:
        return Start("form", subjects[0][1])
    ways = tuple((Button(name, f"go:form:{subject}"),) for name, subject in subjects)
    return Tell(Screen((say("form-which-partner", title=shape.title.say()),), ways))


def _change(talk: Talk, facts: Facts, shape: Form, view: FormToAsk) -> list[Effect]:
    """The answers given lately, each to be changed; what followed from them does not happen again."""
    about = about_of(facts)
    answers = ask_all(talk, facts, shape)
    text = say("form-given", title=shape.title.say(), day=When(view.at or facts.now, "day"), role=role_of(facts))
    talk.ask(Review(key=REVIEW, text=text, choices=(Option("fine", say("button-form-fine")),)))
    if plain(answers) == _as_read(view.given):
        return [Tell(Screen((say("form-unchanged"),), rows("help")))]
    more = AFTER[shape.name](facts, answers) if shape.name in AFTER else More()
    more = More() if more.effects else replace(more, then=None)
    changed = ChangeResponse(shape.name, shape.version, plain(answers), view.row)
    return [changed, Tell(thanked(shape, about, more))]


def _as_read(given: Mapping[str, Json]) -> dict[str, Json]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}


def given(facts: Facts) -> Mapping[str, Json]:
    """The answers that are known already."""
    return facts.view.given if isinstance(facts.view, FormToAsk) else {}


def try_out(talk: Talk, facts: Facts) -> list[Effect]:
    """A form as others will be asked it, about somebody who is made up."""
    view = facts.view
    if not isinstance(view, FormToAsk) or not view.content:
        return [Start("forms")]
    shape, known = frozen(view.content), replace(facts, partners=(SOMEBODY,), subject="goal-0")
    ask_all(talk, known, shape)
    back = Button(say("button-form-back"), f"p:form_preview:{facts.subject}")
    return [Tell(Screen((shape.thanks.say(about_of(known).names), say("form-tried")), ((back,),)))]


FLOWS = (Flow("form", form, recall=given), Flow("form_try", try_out))

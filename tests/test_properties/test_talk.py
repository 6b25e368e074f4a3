"""What every conversation promises, whatever is known of somebody and whatever they answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.effects import Effect, Tell, TellCoordinators
from bot.flows.reminders import draw as draw_reminder
from bot.mentoring.due import Due, Scene
from bot.mentoring.people import Facts, Goal, Step
from bot.messages import MAX_DATA, Screen, pack_screen
from bot.ports import Parcel
from bot.talk import dialogue
from bot.talk.dialogue import Conversation, Move
from bot.talk.rendering import render
from bot.talk.talk import look_ahead, stand
from storage.rows import read_facts, write_facts
from tests.test_properties import examples
from tests.test_properties.walking import FLOWS, HUGE, NAMES, Script, Walk, facts, scripts, signature
from tests.town import furnished

MOST_QUESTIONS = 30
SLUG = re.compile(r"[a-z0-9_-]{1,26}", re.ASCII)
some_flow = st.sampled_from(NAMES)
worlds = some_flow.flatmap(lambda name: st.tuples(st.just(name), facts(name)))
World = tuple[str, Facts]


def walked(world: World, script: Script) -> Iterator[tuple[Walk, Move]]:
    walk = Walk(FLOWS[world[0]], world[1])
    for move in walk.steps(script):
        yield walk, move


@examples(150)
@given(world=worlds, script=scripts)
def test_running_the_stored_answers_again_lands_on_the_same_question(world: World, script: Script) -> None:
    """After each step, the answers as they lie on the disk lead to the question that is shown, or to the same end;
    the short run and the one that looks ahead agree."""
    name, known = world
    frozen = read_facts(write_facts(known))
    assert frozen == known
    for walk, move in walked(world, script):
        answers = json.loads(json.dumps(dict(move.talk.answers if move.talk else walk.ran)))
        short, far = (find(FLOWS[name].run, frozen, answers) for find in (stand, look_ahead))
        assert signature(short) == signature(far)
        assert (short.question.key if short.question else "") == (move.talk.asked if move.talk else "")
        assert move.talk or short.effects == move.effects
        assert far.position <= far.total <= MOST_QUESTIONS


@examples(120)
@given(world=worlds, script=scripts)
def test_forgetting_any_answer_and_giving_it_again_changes_nothing(world: World, script: Script) -> None:
    """Each answer of a conversation, open or at its end, is asked for again when it is forgotten, and no other."""
    walk = Walk(FLOWS[world[0]], world[1])
    *_, move = walk.steps(script)
    answers = dict(move.talk.answers if move.talk else walk.ran)
    talk = replace(move.talk or walk.before, answers=answers)
    place = stand(walk.flow.run, walk.known, answers)
    for question in (each for each in place.path if each.key in answers and each != place.question):
        again = dialogue.forget(walk.flow, talk, question.key, "b")
        assert again.talk
        assert again.talk.asked == question.key
        given = dialogue.answered(walk.flow, again.talk, question, answers[question.key], in_place=True)
        assert given.effects == place.effects
        assert dict(given.talk.answers) == answers if given.talk else not place.question
        assert (given.talk.asked if given.talk else None) == (place.question.key if place.question else None)


@examples(120)
@given(world=worlds, script=scripts, at=st.integers(0, 40), option=st.text(max_size=24))
def test_a_reply_to_a_question_that_is_not_open_changes_nothing(
    world: World, script: Script, at: int, option: str
) -> None:
    """Whatever it says, and on whichever message: the answers stay, nothing happens, the open question is shown."""
    for walk, move in walked(world, script):
        if move.talk:
            stale = walk.stale(move.talk, at, option)
            assert stale.talk
            assert (stale.talk.answers, stale.talk.asked, stale.effects) == (move.talk.answers, move.talk.asked, ())
            assert stale.screen


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=4,
)


@examples(150)
@given(world=worlds, data=st.data())
def test_no_stored_answers_stop_a_conversation(world: World, data: st.DataObject) -> None:
    """Answers of another version, of another kind, of nothing at all: the flow finds its open question or its end."""
    name, known = world
    answers: dict[str, object] = {}
    for _ in range(8):
        place = look_ahead(FLOWS[name].run, known, answers)
        assert len(place.path) <= place.total <= MOST_QUESTIONS
        assert signature(place) == signature(stand(FLOWS[name].run, known, answers))
        keys = [question.key for question in place.path] + ["gone"]
        answers[data.draw(st.sampled_from(keys))] = data.draw(anything)
        if place.question:
            answers.setdefault(place.question.key, _guessed(place.question))


def _guessed(question: object) -> object:
    value = question.guess()  # type: ignore[attr-defined]
    return value.isoformat() if hasattr(value, "isoformat") else list(value) if isinstance(value, tuple) else value


def fits(screen: Screen, known: Facts) -> None:
    """A screen that can be shown in both languages, whose buttons hold what they carry."""
    for button in (button for row in screen.buttons for button in row):
        assert 0 < len(button.data.encode()) <= MAX_DATA, button.data
        kind, _, rest = button.data.partition(":")
        assert kind in {"c", "m", "r", "go", "p", "do"}
        assert kind != "c" or SLUG.fullmatch(rest.split(":")[1])
        assert kind != "c" or len(rest.split(":")) == 3
    for locale in ("id", "en"):
        packed = json.loads(json.dumps(pack_screen(screen)))
        parcel = Parcel(1, "telegram", "1", packed, "", 0, locale, known.me.zone, 0, None, known.now, hold=False)
        shown = render(parcel, furnished().phrases, known.now)
        assert not shown.trouble
        assert any(shown.texts) or shown.file


def screens(effects: tuple[Effect, ...]) -> Iterator[Screen]:
    for effect in effects:
        if isinstance(effect, Tell):
            yield effect.screen
        if isinstance(effect, TellCoordinators):
            named = tuple(replace(line, args={**line.args, "name": "Sari"}) for line in effect.screen.lines)
            yield replace(effect.screen, lines=named)


@examples(120)
@given(world=worlds, script=scripts)
def test_every_screen_of_every_conversation_can_be_shown_and_its_buttons_fit(world: World, script: Script) -> None:
    """64 bytes hold the data of every button, with ids as large as they come."""
    for walk, move in walked(world, script):
        if move.talk and move.screen:
            fits(move.screen, walk.known)
        for screen in screens(move.effects):
            fits(screen, walk.known)


@examples(60)
@given(known=facts())
def test_every_page_can_be_shown_and_its_buttons_fit(known: Facts) -> None:
    for name, page in furnished().pages.items():
        typed = () if name == "later" else (known.subject,)  # what only a button leads to has no other subjects
        for subject in (*typed, str(HUGE), f"goal-due:{HUGE}", "checkin:2026-11-22"):
            fits(page.draw(replace(known, subject=subject)), known)


ABOUT = {  # what the reminders of a mentee's week are about
    **dict.fromkeys(("checkin", "nudge"), "2026-11-22"),
    **dict.fromkeys(("goal-missing", "welcome"), ""),
    **dict.fromkeys(("step-due", "goal-due", "idle", "back"), str(HUGE)),
}


@examples(60)
@given(known=facts(), later=st.booleans(), flow=some_flow)
def test_every_reminder_can_be_shown_and_its_buttons_fit(known: Facts, later: bool, flow: str) -> None:
    """Each kind at each step of its series, in time and asked for later."""
    goal = Goal(HUGE, "Lolos <TOEFL> 550", due=known.today)
    task, talk = Step(HUGE, "kirim draf", due=known.today), Conversation(HUGE, flow, "", known)
    scene = Scene(known.me, "telegram", "1", goals=known.goals, goal=goal, step=task, talk=talk)
    for kind, subject in ABOUT.items():
        kind_now, about = ("later", f"{kind}:{subject}") if later else (kind, subject)
        for step in range(len(furnished().plan("default").reminders[kind].after)):
            due = Due(HUGE, kind_now, HUGE, known.now, known.now, known.now, about, step)
            fits(draw_reminder(due, scene), known)

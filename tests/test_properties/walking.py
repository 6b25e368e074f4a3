"""Somebody who answers at random: what may be known of them, and a way through a conversation step by step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, get_args

from hypothesis import strategies as st

from bot.effects import Effect
from bot.flows.edit import PROFILE
from bot.mentoring.calendar import local_date
from bot.mentoring.invitations import INVITED_BY
from bot.mentoring.people import (
    Checkin,
    Facts,
    Goal,
    Invitation,
    Membership,
    Partner,
    Person,
    Programme,
    Role,
    Standing,
    Step,
)
from bot.messages import Button, Json, Screen
from bot.talk import dialogue, paging
from bot.talk.dialogue import Conversation, Move
from bot.talk.phrases import Reader
from bot.talk.questions import EDIT, Ear
from bot.talk.talk import Flow, Talk
from tests.town import furnished

HUGE = 2**53  # an id no programme will reach; button data must hold it
FLOWS: Mapping[str, Flow] = furnished().flows
NAMES = sorted(FLOWS)
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "Europe/Berlin", "America/New_York", "Pacific/Chatham")
TEXTS = (
    *("50", "60 draf pertama selesai", "101", "-5", "4", "ya", "tidak", "lewati", "Sari", "lumayan", "Waktu", "1", "2"),
    *(
        "Kupang",
        "Berlin",
        "springfield",
        "wib",
        "besok",
        "Senin depan",
        "sampai 5 Januari",
        "3/4",
        "2 minggu",
        "in 3 months",
    ),
    *(
        "jam 7",
        "22.00",
        "07:00",
        "7 pm",
        "hapus",
        "erase",
        "belajar python",
        "belum tahu",
        "Lolos TOEFL 550 sebelum Maret",
    ),
    *(
        "a, b; c\nd",
        "1. satu\n2. dua\n3. tiga\n4. empat",
        "besok kirim draf",
        "<b>&amp;{ $x }",
        "مرحبا",
        "😀",
        "\u202eabc",
    ),
    *("x" * 500, "Video, Suara", "Lainnya", "Selesai", "/batal"),
)
FITTING = ("Sari", "Kupang", "19.00", "3 proyek di GitHub", "20 Desember", "satu langkah kecil", "besok kirim draf")
texts = st.sampled_from(TEXTS) | st.text(max_size=40)
OWN = st.sampled_from([*TEXTS[:12], "kata sendiri"])
about = st.fixed_dictionaries(
    {},
    optional={
        "field": st.sampled_from(["tech", "kelautan", "x" * 60]),
        "wants": st.lists(st.sampled_from(["cv", "english", "menulis novel"]), unique=True, max_size=3),
        "skills": st.lists(st.sampled_from(["speaking", "time", "sabar"]), unique=True, max_size=3),
        "hard": st.lists(st.sampled_from(["video", "documents", "bots"]), unique=True, max_size=3),
        "kinds": st.lists(st.sampled_from(["video", "text"]), unique=True, max_size=2),
        "days": st.lists(st.sampled_from(["mon", "sun"]), unique=True, max_size=2),
    },
)
clocks = st.times().map(lambda clock: time(clock.hour, clock.minute))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
people = st.builds(
    Person,
    id=st.sampled_from([7, HUGE]),
    name=OWN,
    locale=st.sampled_from(["id", "en"]),
    zone=st.sampled_from(ZONES),
    checkin_day=st.integers(0, 6),
    checkin_clock=clocks,
    quiet_from=clocks,
    quiet_until=clocks,
    about=about,
)
percents = st.none() | st.integers(0, 100)
SUBJECTS = ("", "first", "first", "more", "copied", "2w", "10 hari", "en", "bahasa inggris", "zzz", "_*[<&", *PROFILE)
subjects = st.sampled_from(SUBJECTS) | texts


@st.composite
def goals(draw: st.DrawFn, today: date) -> tuple[Goal, ...]:
    """Up to three goals, with ids as large as they come."""
    made = []
    for number in range(draw(st.sampled_from([1, 2, 3, 0]))):
        day = draw(st.none() | st.integers(-30, 300).map(lambda ahead: today + timedelta(days=ahead)))
        steps = draw(st.lists(st.builds(Step, id=st.just(HUGE), text=OWN, done=st.booleans()), max_size=6))
        percent = draw(percents)
        history = () if percent is None else ((today - timedelta(days=draw(st.integers(0, 90))), percent),)
        made.append(
            Goal(
                HUGE + number,
                draw(OWN),
                draw(st.sampled_from(["", "3 proyek"])),
                draw(st.sampled_from(["", "biar percaya diri"])),
                day,
                draw(st.sampled_from(["pair", "private"])),
                percent,
                draw(percents) if percent is not None else None,
                draw(st.integers(0, 100)),
                tuple(steps),
                history,
            )
        )
    return tuple(made)


@st.composite
def facts(draw: st.DrawFn, flow: str = "") -> Facts:
    """All that may be known of somebody when a conversation begins."""
    now, me = draw(moments), draw(people)
    today = local_date(now, me.zone)
    ends = draw(st.none() | st.integers(-10, 400).map(lambda ahead: today + timedelta(days=ahead)))
    programme = Programme(HUGE, "mb26", "Mentoring <Beasiswa>", draw(st.sampled_from(["", "Yayasan"])), ends=ends)
    role: Role = draw(st.sampled_from(["mentee", "mentee", *get_args(Role)]))
    standing: Standing = draw(st.sampled_from(["active", "active", *get_args(Standing)]))
    member = Membership(HUGE, programme, role, standing, draw(st.none() | moments), draw(st.none() | moments))
    mine, closed = draw(goals(today)), draw(goals(today))
    closed = tuple(replace(goal, id=goal.id + 10) for goal in closed)
    week = today - timedelta(days=draw(st.integers(0, 6)))
    told = {goal.id: goal.percent for goal in mine if goal.percent is not None}
    checkin = Checkin(week, now, draw(st.none() | st.integers(1, 5)), draw(OWN), "", told, dict.fromkeys(told, "time"))
    mentor = Partner(HUGE, HUGE, draw(OWN), "mentor" if role == "mentee" else "mentee")
    joining = flow in {"enroll", "profile"}
    invitation = Invitation(HUGE, role, draw(st.sampled_from([programme, None])))
    about_one = st.sampled_from([*(str(goal.id) for goal in (*mine, *closed)), str(HUGE - 1)])
    return Facts(
        now=now,
        today=today,
        me=me,
        membership=draw(st.sampled_from([None, member])) if joining else draw(st.sampled_from([member, member, None])),
        partners=draw(st.sampled_from([(), (mentor,)])),
        goals=mine,
        closed=closed,
        occurrence=draw(st.sampled_from([week, None])),
        checkin=draw(st.sampled_from([None, checkin])),
        streak=draw(st.integers(0, 60)),
        invitation=invitation if joining else None,
        subject=f"{INVITED_BY}{HUGE}" if joining else draw(about_one if flow.startswith("goal_") else subjects),
        form=FLOWS[flow].form if flow else "",
    )


KINDS = ("answer",) * 10 + ("tap",) * 4 + ("type",) * 4 + ("back", "skip", "edits", "stale", "place", "amend", "page")
CONTROLS = {"back": dialogue.back, "skip": dialogue.skip, "edits": dialogue.edits}
Script = list[tuple[str, int, str]]


def read_step(number: int) -> tuple[str, int, str]:
    """A step of a script from one number: what is done, with which of what is there, in which words."""
    rest, kind = divmod(number, len(KINDS))
    at, text = divmod(rest, len(TEXTS))
    return KINDS[kind], at, TEXTS[text]


@st.composite
def _scripts(draw: st.DrawFn) -> Script:
    top = len(KINDS) * len(TEXTS) * 50
    script = [read_step(number) for number in draw(st.lists(st.integers(0, top), min_size=8, max_size=30))]
    own = draw(st.lists(st.text(max_size=40), max_size=3))
    return script + [("type", 0, text) for text in own]


scripts = _scripts()


@dataclass
class Walk:
    """A conversation on its way. `ran` holds the answers of the newest run that came to an end."""

    flow: Flow
    known: Facts
    move: Move = field(init=False)
    screen: Screen | None = None
    before: Conversation = field(init=False)
    ran: dict[str, Json] = field(default_factory=dict)
    numbers: int = 0

    def __post_init__(self) -> None:
        run = self.flow.run

        def watched(talk: Talk, known: Facts) -> list[Effect]:
            effects = run(talk, known)
            self.ran = dict(talk._answers)
            return effects

        self.flow = replace(self.flow, run=watched)
        recalled = self.flow.recall(self.known) if self.flow.recall else {}
        self.before = Conversation(HUGE, self.flow.name, self.known.subject, self.known, recalled)
        self.move = dialogue.go_on(self.flow, self.before)
        self.screen = self.move.screen

    @property
    def over(self) -> bool:
        """Whether the conversation has come to its end."""
        return self.move.talk is None

    def steps(self, script: Script) -> Iterator[Move]:
        """Where it stands at first and after each step, up to its end."""
        yield self.move
        for step in script:
            if self.move.talk is None:
                return
            self.before = self.move.talk
            self.numbers += 1
            self.move = self._step(self.move.talk, *step)
            self.screen = self.move.screen or self.screen
            yield self.move

    def _step(self, talk: Conversation, kind: str, at: int, text: str) -> Move:
        match kind:
            case "tap" | "answer" if buttons := self.buttons if kind == "tap" else self.answers(talk):
                return self._tap(talk, buttons[at % len(buttons)])
            case "answer":
                text = FITTING[at % len(FITTING)]
            case "back" | "skip" | "edits":
                return CONTROLS[kind](self.flow, talk)
            case "page" if fields := paging.fields(self.flow, talk):
                values = [text, *(option.slug for field in fields for option in field.options)]
                filled = {field.key: values[(at + number) % len(values)] for number, field in enumerate(fields)}
                return paging.paged(self.flow, talk, filled, self.ear)
            case "stale":
                return self.stale(talk, at, text)
            case "place":
                return dialogue.placed(self.flow, talk, (at * 4.0 - 80, at * 8.0 - 160), f"m{self.numbers}")
            case "amend" if talk.heard:
                message = sorted(talk.heard)[at % len(talk.heard)]
                return dialogue.amended(self.flow, talk, text, message, self.ear) or dialogue.go_on(self.flow, talk)
        return dialogue.typed(self.flow, talk, text, f"m{self.numbers}", self.ear)

    def stale(self, talk: Conversation, at: int, option: str) -> Move:
        """A button of a question that is not open: one met before, or one that never was."""
        keys = [*talk.answers, "gone", option[:24]]
        key = keys[at % len(keys)]
        if key == talk.asked or option == EDIT:
            return dialogue.go_on(self.flow, talk)
        return dialogue.tapped(self.flow, talk, key, option, talk.message if at % 2 else "older")

    def _tap(self, talk: Conversation, button: Button) -> Move:
        kind, _, rest = button.data.partition(":")
        if kind != "c":
            return dialogue.go_on(self.flow, talk)
        _, key, option = rest.split(":")
        return dialogue.tapped(self.flow, talk, key, option, f"b{self.numbers}")

    @property
    def buttons(self) -> list[Button]:
        """What can be tapped now."""
        return [button for row in (self.screen.buttons if self.screen else ()) for button in row]

    def answers(self, talk: Conversation) -> list[Button]:
        """The buttons that answer the open question; of several that are ticked, the one that is done."""
        done = [button for button in self.buttons if button.data.endswith(":-done")]
        if talk.ticks and done:
            return done
        return [button for button in self.buttons if ":-" not in button.data]

    @property
    def ear(self) -> Ear:
        """What is needed to understand this person."""
        me = self.known.me
        reader = Reader(me.locale, me.zone, self.known.now)
        return Ear(self.known.now, me.zone, me.locale, lambda words: furnished().phrases.plain(words, reader))


def alike(question: Any) -> Any:
    """What makes two questions the same; those that carry functions are not equal by themselves."""
    return question and (type(question), question.key, question.text, question.options(()), question.short)


def signature(place: Any) -> tuple[Any, ...]:
    """All of a place but how far away its end is."""
    path, page = [alike(each) for each in place.path], [alike(each) for each in place.page]
    return path, alike(place.question), place.optional, page, place.position, place.effects

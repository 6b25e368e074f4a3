"""What made-up pairs do: week after week of check-ins, sessions, messages and answers, as steadily as their temper has
it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from bot.flows.checkin import OBSTACLES
from bot.mentoring.calendar import local, local_date, next_weekly
from storage import tables
from storage.seed_people import Human

PLATFORM = "demo"  # nobody sends there
WEEK, DAY = timedelta(weeks=1), timedelta(days=1)
CLOCK = time(16)
HOURS = (time(16), time(17), time(19), time(20))
TITLES = (
    *("Portofolio data: 3 proyek", "CV dan surat lamaran", "TOEFL 550", "Magang tiga bulan", "Berani presentasi"),
    *("Skripsi bab 1 sampai 3", "Usaha kecil: 20 pelanggan", "Proposal penelitian", "Beasiswa S2", "Jaringan alumni"),
)  # fmt: skip
TEMPERS = (("steady", 56), ("fading", 20), ("silent", 10), ("new", 9), ("over", 5))


@dataclass(frozen=True, slots=True)
class Temper:
    """How a pair goes about it: from when to when, and how likely it answers, at first and at last (0 to 1)."""

    kind: str
    begins: datetime
    stops: datetime
    early: float
    late: float
    every: timedelta

    def keen(self, at: datetime, until: datetime) -> float:
        """How likely a check-in of this moment is answered."""
        if at > self.stops:
            return 0.0
        gone = (at - self.begins) / max(until - self.begins, DAY)
        return self.early + (self.late - self.early) * min(1.0, gone)


@dataclass(slots=True)
class Life:
    """Writes what happens, by `add`, between `begun` and `now`."""

    add: Callable[..., int]
    programme: int
    begun: datetime
    now: datetime
    draw: Random
    silent: dict[int, datetime] = field(default_factory=dict)  # mentee -> when the first unanswered check-in was asked

    def enrol(self, human: Human) -> bool:
        """Somebody joins; whether they may be paired."""
        draw, at = self.draw, self.begun - timedelta(hours=self.draw.randint(1, 13 * 24))
        person = {"name": human.name, "locale": human.locale, "zone": human.zone, "about": human.about}
        weekly = {"checkin_day": 6, "checkin_clock": "16:00"} if human.role == "mentee" else {"checkin_day": 0}
        human.id = self.add(tables.Person, **person, **({"checkin_clock": "08:00"} | weekly), created_at=at)
        reach = "blocked" if draw.random() < 0.02 else "ok"
        where = {"platform": PLATFORM, "external_id": f"demo-{human.id}", "chat": f"demo-{human.id}", "reach": reach}
        self.add(
            tables.Account, person_id=human.id, **where, seen_at=self.now - draw.random() * 10 * DAY, created_at=at
        )
        standing = draw.choices(("active", "paused", "left"), (94, 3, 3))[0]
        until = self.now + draw.randint(2, 20) * DAY if standing == "paused" else None
        member = {"programme_id": self.programme, "role": human.role, "standing": standing, "paused_until": until}
        self.add(tables.Membership, person_id=human.id, **member, capacity=human.capacity, created_at=at)
        agreed = {"purpose": "programme", "version": "demo", "locale": human.locale}
        self.add(tables.Consent, person_id=human.id, **agreed, at=at)
        if human.role == "mentee" and draw.random() < 0.88:
            self._goals(human, at)
        return standing != "left"

    def _goals(self, mentee: Human, at: datetime) -> None:
        for title in self.draw.sample(TITLES, self.draw.choice((1, 1, 1, 2))):
            due = (self.now + self.draw.randint(-10, 120) * DAY).date()
            goal = {"title": title, "measure": "", "due": due, "state": "active", "closed_at": None}
            mine = {"person_id": mentee.id, "programme_id": self.programme}
            hidden = "private" if self.draw.random() < 0.06 else "pair"
            mentee.goals[self.add(tables.Goal, **mine, **goal, visibility=hidden, created_at=at)] = 0

    def pair(self, mentor: Human, mentee: Human) -> None:
        """Two people become a pair, and live their weeks."""
        temper, draw = self._temper(), self.draw
        over = temper.kind == "over"
        both = {"programme_id": self.programme, "mentor_id": mentor.id, "mentee_id": mentee.id, "source": "match"}
        ended = {"state": "closed", "ended_at": temper.stops} if over else {"state": "active", "ended_at": None}
        ends = local_date(temper.begins + 182 * DAY, "Asia/Jakarta")
        number = self.add(tables.Pair, **both, **ended, ends=ends, created_at=temper.begins)
        self._agree(number, (mentor, mentee), temper)
        for week in self._weeks(mentee, temper):
            self._checkin(mentee, week, temper)
        for at in self._moments(temper):
            self._session(number, (mentor, mentee), at)
        self._talk(number, (mentor, mentee), temper)
        self._answer(number, (mentor, mentee), temper)
        if draw.random() < 0.02:
            asked = {"topic": draw.choice(("partner", "goal", "time", "other")), "text": "", "state": "open"}
            at = self.now - draw.random() * 20 * DAY
            self.add(tables.HelpRequest, person_id=mentee.id, programme_id=self.programme, **asked, at=at)

    def _temper(self) -> Temper:
        draw = self.draw
        kind = draw.choices([name for name, _ in TEMPERS], [weight for _, weight in TEMPERS])[0]
        begins = self.begun + draw.random() * 6 * DAY
        stops = self.now
        if kind == "new":
            begins = self.now - draw.random() * 8 * DAY
        if kind == "silent":
            stops = max(begins + DAY, self.now - draw.randint(18, 60) * DAY)
        if kind == "over":
            stops = begins + (self.now - begins) * draw.uniform(0.3, 0.95)
        early = draw.uniform(0.75, 0.98)
        late = early - (draw.uniform(0.3, 0.6) if kind == "fading" else draw.uniform(0, 0.15))
        return Temper(kind, begins, stops, early, late, draw.choice((WEEK, 2 * WEEK, 2 * WEEK)))

    def _agree(self, pair: int, both: tuple[Human, Human], temper: Temper) -> None:
        """Most agree on how they work, within days."""
        if self.draw.random() > 0.8:
            return
        cadence = "weekly" if temper.every == WEEK else "biweekly"
        terms = {"cadence": cadence, "length": "45", "kind": "video", "reply": "two-days"}
        terms |= {"private": "progress", "success": "goal"}
        at = temper.begins + self.draw.uniform(0.5, 5) * DAY
        for human in both if at < self.now else ():
            mine = {"pair_id": pair, "person_id": human.id, "answers": terms, "terms": terms}
            self.add(tables.Agreement, **mine, answered_at=at, agreed_at=at)

    def _weeks(self, mentee: Human, temper: Temper) -> Iterator[tuple[date, datetime]]:
        """The check-ins somebody was asked for, until they would have gone quiet for good."""
        at = next_weekly(temper.begins, 6, CLOCK, mentee.zone)
        last = min(self.now, temper.stops + 3 * WEEK) if temper.kind != "over" else temper.stops
        while at <= last:
            yield local_date(at, mentee.zone), at
            at = next_weekly(at, 6, CLOCK, mentee.zone)

    def _checkin(self, mentee: Human, week: tuple[date, datetime], temper: Temper) -> None:
        draw, (day, asked) = self.draw, week
        answered = asked + timedelta(minutes=int(draw.expovariate(1 / 600))) + timedelta(minutes=2)
        told = draw.random() < temper.keen(asked, self.now) and answered <= self.now
        if told:
            self.silent.pop(mentee.id, None)
        else:
            self.silent.setdefault(mentee.id, asked)
        mood = draw.choices((1, 2, 3, 4, 5), (4, 9, 25, 40, 22))[0] if told else None
        mine = {"person_id": mentee.id, "programme_id": self.programme, "occurrence": day, "asked_at": asked}
        number = self.add(tables.Checkin, **mine, answered_at=answered if told else None, mood=mood)
        for goal, percent in mentee.goals.items() if told else ():
            mentee.goals[goal] = min(100, percent + draw.choice((0, 0, 5, 10, 15)))
            stuck = draw.choice(OBSTACLES).slug if draw.random() < 0.3 else ""
            said = {"percent": mentee.goals[goal], "obstacle": stuck, "note": "", "at": answered}
            self.add(tables.Progress, goal_id=goal, checkin_id=number, by_id=mentee.id, **said)

    def _moments(self, temper: Temper) -> Iterator[datetime]:
        """When they meet, and the one to come."""
        at = temper.begins + self.draw.uniform(2, 9) * DAY
        while at < temper.stops:
            if self.draw.random() < temper.keen(at, self.now):
                yield local(at.date(), self.draw.choice(HOURS), "Asia/Jakarta")
            at += temper.every
        if temper.kind in {"steady", "new"}:
            yield local((self.now + self.draw.randint(1, 12) * DAY).date(), self.draw.choice(HOURS), "Asia/Jakarta")

    def _session(self, pair: int, both: tuple[Human, Human], at: datetime) -> None:
        ahead = at > self.now
        state = "confirmed" if ahead else self._ending()
        known = {"pair_id": pair, "programme_id": self.programme, "by_id": both[1].id, "state": state, "starts_at": at}
        uid = f"{pair}-{at:%Y%m%d%H%M}@demo"
        number = self.add(tables.Session, **known, kind="video", uid=uid, created_at=at - 3 * DAY, changed_at=at)
        if state in {"cancelled", "confirmed"}:
            return
        met = {"held": ("yes", "yes"), "missed": ("no", "no"), "moved": ("moved", "moved"), "unclear": ("yes", "no")}
        for human, word in zip(both, met[state], strict=True):
            self.add(tables.SessionWord, session_id=number, person_id=human.id, met=word, at=at + timedelta(hours=2))
        if state == "held" and self.draw.random() < 0.6:
            useful = self.draw.choices(("very", "somewhat", "little"), (62, 30, 8))[0]
            answers = {"useful": useful, "next-step": self.draw.random() < 0.8, "blocking": "nothing"}
            self._form("after-session", f"session:{number}", both[1], both[0], answers, at + timedelta(hours=3))

    def _ending(self) -> str:
        return self.draw.choices(("held", "missed", "moved", "unclear", "cancelled"), (78, 6, 4, 4, 8))[0]

    def _talk(self, pair: int, both: tuple[Human, Human], temper: Temper) -> None:
        """A few messages, of which only the ends are known."""
        span = min(temper.stops, self.now) - temper.begins
        for _ in range(self.draw.randint(0, 8)):
            at, who = temper.begins + self.draw.random() * span, self.draw.choice(both)
            ends = {"from_platform": PLATFORM, "from_chat": f"demo-{who.id}", "from_message": "0"}
            self.add(tables.Relay, pair_id=pair, from_id=who.id, kind="text", **ends, at=at, delivered_at=at)

    def _answer(self, pair: int, both: tuple[Human, Human], temper: Temper) -> None:
        """The pulse after a month, then every 60 days; the closing form at the end."""
        low = temper.kind in {"silent", "fading"}
        scores = (10, 20, 38, 22, 10) if low else (1, 5, 30, 40, 24)
        at = temper.begins + 30 * DAY
        while at < min(self.now, temper.stops):
            for one, other in (both, both[::-1]):
                if self.draw.random() < 0.6:
                    score = self.draw.choices((1, 2, 3, 4, 5), scores)[0]
                    self._form("pulse", f"pair:{pair}", one, other, {"score": score}, at)
            at += 60 * DAY
        for one, other in (both, both[::-1]) if temper.kind == "over" else ():
            if self.draw.random() < 0.7:
                recommend = self.draw.choices(range(11), (1, 1, 1, 1, 2, 4, 6, 14, 24, 24, 22))[0]
                answers = {"relation": self.draw.choice((3, 4, 4, 5)), "goals": "partly", "recommend": recommend}
                self._form("closing", f"pair:{pair}", one, other, answers, temper.stops)

    def _form(self, form: str, subject: str, one: Human, other: Human, answers: dict[str, Any], at: datetime) -> None:
        """An answer to a form; `other` is whom it is about."""
        known = {"person_id": one.id, "about_id": other.id, "programme_id": self.programme, "form": form}
        self.add(tables.FormResponse, **known, version="demo", subject=subject, answers=answers, at=min(at, self.now))

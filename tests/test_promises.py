"""What we promise, each as a test named for it: nothing said is lost, nothing is sent twice, nobody goes silent
unseen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, update

from bot.engine import Engine
from bot.messages import Incoming
from bot.ports import Outcome, Parcel
from bot.talk.talk import Flow
from storage import tables
from storage.rows import table
from tests.town import Town

HOSTILE = (
    "_*[<&`~>#+-=|{}.!",
    "<b>tebal</b> & <script>",
    "{ $name } %s {0}",
    "مرحبا يا صديقي",
    "😀😀😀",
    "a\u0000b\u202ec\ufeff",
    "ありがとう",
    "x" * 10_000,
)


def checkin(sari_says: str) -> tuple[str, ...]:
    return ("/checkin", sari_says, "[4]", "[Lewati]", "[Lewati]")


def test_stored_reminders_outlive_a_release_that_does_not_know_their_kind(town: Town) -> None:
    """Five rows of a kind this version has no rule for are kept, and tried again, not thrown away."""
    town.with_goal()
    person = town.rows(tables.Person)[0].id
    when = {"at": town.now, "planned": town.now, "anchor": town.now, "step": 0, "version": "", "tries": 0}
    rows = [when | {"kind": "renamed", "person_id": person, "subject": str(n), "occurrence": f"r{n}"} for n in range(5)]
    town.writer.do(lambda c: c.execute(insert(table(tables.Due)), rows)).result(10)
    town.ticks()
    assert len(town.rows(tables.Due, kind="renamed")) == 5
    assert all(row.at > town.now for row in town.rows(tables.Due, kind="renamed"))


def test_a_repeated_delivery_changes_nothing(town: Town) -> None:
    """The same event twice, even in one batch, is one answer and one reply."""
    sari = town.with_goal()
    sari.writes("/checkin")
    tap = {"data": sari.screen and _data(town, "50%"), "event": "same"}
    sari.taps_data(tap["data"], "b9", event="same")
    replies = len(town.delivered)
    assert sari.taps_data(tap["data"], "b9", event="same") == ""
    assert len(town.delivered) == replies


def _data(town: Town, label: str) -> str:
    for citizen in town.citizens.values():
        for shown in reversed(list(citizen.messages.values())):
            for name, data in shown.buttons:
                if label in name:
                    return data
    raise AssertionError(label)


def test_a_double_tap_is_one_answer_and_one_screen(town: Town) -> None:
    """The second tap on the same message redraws what stands there; on the last button it says nothing at all."""
    sari = town.with_goal()
    sari.writes("/checkin")
    message, data = list(sari.messages)[-1], _data(town, "50%")
    first = sari.taps_data(data, message)
    assert sari.taps_data(data, message) == first
    assert len(sari.heard) == 1
    assert sari.heard[0].edited
    sari.does("[4]", "[Lewati]")
    last = _data(town, "Lewati")
    message = list(sari.messages)[-1]
    sari.taps_data(last, message)
    assert sari.taps_data(last, message) == ""
    assert len(town.rows(tables.Progress)) == 1


def test_many_messages_at_once_are_handled_one_by_one_in_order(town: Town) -> None:
    """Two taps on Done and three messages forwarded together leave one answer a question, in the order they came."""
    sari = town.with_goal()
    sari.writes("/checkin")
    waiting = [
        town.writer.submit(
            Incoming("telegram", f"p{n}", sari.account, sari.account, "text", town.now, text=text, message=f"q{n}")
        )
        for n, text in enumerate(["50", "4", "langkahku", "untuk mentorku", "50"])
    ]
    for future in waiting:
        future.result(20)
    [week] = town.rows(tables.Checkin)
    assert (week.mood, week.next_step, week.for_mentor) == (4, "langkahku", "untuk mentorku")


def test_a_stale_button_changes_nothing_and_shows_the_open_question(town: Town) -> None:
    sari = town.with_goal()
    sari.writes("/checkin")
    old = _data(town, "50%")
    sari.writes("75")
    said = sari.taps_data(old, "older")
    assert "pertanyaan sebelumnya" in said
    assert "Gimana rasanya" in said
    sari.does("[4]", "[Lewati]", "[Lewati]")
    assert [row.percent for row in town.rows(tables.Progress)] == [75]


def test_a_button_of_a_conversation_long_over_gets_a_friendly_note(town: Town) -> None:
    sari = town.with_goal()
    sari.writes("/checkin")
    old = _data(town, "50%")
    sari.does("[50%]", "[4]", "[Lewati]", "[Lewati]")
    assert "sudah lewat" in sari.taps_data(old, "another")


def test_a_button_of_somebody_else_does_nothing_for_me(town: Town) -> None:
    """Button data names a conversation; only its own person can answer it."""
    sari = town.with_goal()
    sari.writes("/checkin")
    data = _data(town, "50%")
    yosef = town.with_goal("5000000002", "Yosef")
    yosef.taps_data(data, "x")
    assert town.count(tables.Progress) == 0
    assert all(row.answers == "{}" for row in town.rows(tables.Conversation, state="open"))


def test_a_restart_in_the_middle_goes_on_at_the_same_question(town: Town) -> None:
    """Nothing of a conversation lives in memory; neither does its time-out."""
    sari = town.with_goal()
    sari.does("/checkin", "50")
    town.writer.stop()
    town.restart()
    assert "langkah" in sari.writes("4")
    assert town.rows(tables.Due, kind="idle")


def test_answers_that_waited_are_handled_in_order_once(town: Town) -> None:
    """What was said while the bot was down counts like any other answer."""
    sari = town.with_goal()
    sari.writes("/checkin")
    town.now += timedelta(hours=5)
    sari.does("50", "4", "-", "-")
    assert town.rows(tables.Checkin)[0].mood == 4


def test_a_turn_that_raises_is_rolled_back_alone_and_apologised_for(town: Town) -> None:
    """One broken conversation among others in a batch: the others are answered, the broken one hears sorry."""
    sari, yosef = town.with_goal(), town.with_goal("5000000002", "Yosef")

    def breaks(talk: object, facts: object) -> list[object]:
        raise RuntimeError("broken on purpose")

    flows = {**town.house.flows, "feedback": Flow("feedback", breaks)}  # type: ignore[arg-type]
    town.writer.core = Engine(replace(town.house, flows=flows))
    broken = Incoming("telegram", "x1", sari.account, sari.account, "text", town.now, text="/feedback", message="1")
    fine = Incoming("telegram", "x2", yosef.account, yosef.account, "text", town.now, text="/checkin", message="2")
    for future in [town.writer.submit(broken), town.writer.submit(fine)]:
        future.result(20)
    town.deliver()
    assert "Maaf, ada yang salah" in sari.screen
    assert "sejauh mana" in yosef.screen


def test_one_bad_due_row_does_not_stop_the_others(town: Town) -> None:
    """The third of ten reminders cannot be drawn; nine go out, the third is tried again later."""
    people = [town.with_goal(f"50000000{n:02}", f"Orang {n}") for n in range(10)]
    bad = town.rows(tables.Person)[2].id
    due = table(tables.Due)
    town.writer.do(
        lambda c: c.execute(
            update(due).where(due.c.person_id == bad, due.c.kind == "checkin").values(subject="not a date")
        )
    ).result(10)
    town.passes(days=5, hours=5, minutes=30)
    reminded = [person for person in people if "Check-in minggu ini" in person.screen]
    assert len(reminded) == 9
    assert town.rows(tables.Due, person_id=bad, kind="checkin")


def test_a_blocked_bot_stops_writing_tells_the_coordinator_once_and_start_heals_it(town: Town) -> None:
    rina = town.citizen("6000000001")
    rina.writes(f"/start {town.invite('coordinator')}")
    rina.does("[Setuju]", "Rina", "[WIB]")
    sari = town.with_goal()
    town.outcome = lambda parcel: Outcome("unreachable", reach="blocked") if parcel.chat == sari.account else None
    town.passes(days=40)
    assert town.rows(tables.Account, external_id=sari.account)[0].reach == "blocked"
    tried = [a for a in town.rows(tables.Attempt) if a.outcome == "unreachable"]
    assert len(tried) == 1
    assert "Sari" in "".join(
        str(p.screen) for _, p in town.delivered if p.chat == rina.account and "coordinator-blocked" in str(p.screen)
    )
    town.outcome = lambda _: None
    sari.writes("/start")
    assert town.rows(tables.Account, external_id=sari.account)[0].reach == "ok"


@pytest.mark.parametrize("reach", ["not_started", "gone", "wrong_id"])
def test_not_started_gone_and_wrong_id_are_three_states_and_none_is_tried_again(town: Town, reach: str) -> None:
    sari = town.with_goal()
    tries: list[Parcel] = []

    def lost(parcel: Parcel) -> Outcome:
        tries.append(parcel)
        return Outcome("unreachable", reach=reach)

    town.outcome = lost
    town.passes(days=40)
    assert town.rows(tables.Account, external_id=sari.account)[0].reach == reach
    assert len(tries) == 1


def test_a_chat_that_moved_gets_what_waits_at_its_new_id(town: Town) -> None:
    """A group became a supergroup: the stored id follows and the message goes there once."""
    sari = town.with_goal()
    new = town.citizen("-1001234567890")
    moved = iter([Outcome("later", moved=new.account)])
    town.outcome = lambda _: next(moved, None)
    sari.writes("/checkin")
    assert "sejauh mana" in new.screen
    assert town.rows(tables.Account, external_id=sari.account)[0].chat == new.account


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("locale", ["id", "en"])
def test_whatever_people_write_arrives_intact_or_is_refused_kindly(town: Town, text: str, locale: str) -> None:
    """Markup, right-to-left, control characters, ten thousand of them: outside a conversation, as a name, as an
    answer."""
    dewi = town.citizen("7000000001", locale)
    assert dewi.writes(text)
    dewi.writes(f"/start {town.invite()}")
    dewi.taps("Setuju" if locale == "id" else "I agree")
    assert dewi.writes(text)
    on_sqlite = town.database.dialect.name == "sqlite"  # PostgreSQL keeps no NUL, and the bot brings it none
    sari = town.with_goal(title=text[:80] if on_sqlite else text[:80].replace("\0", ""))
    assert sari.writes("/checkin")
    assert text[:3].strip("\u0000") in sari.screen or "\u0000" in text
    assert sari.writes(text)


@pytest.mark.parametrize("what", ["voice", "sticker", "photo", "document", "contact", "poll", "video_note", "dice"])
def test_what_is_not_text_gets_a_kind_answer_and_the_question_again(town: Town, what: str) -> None:
    sari = town.with_goal()
    assert sari.sends(what)
    sari.writes("/checkin")
    assert "sejauh mana" in sari.sends(what)
    assert town.citizen("7000000009").sends(what)


def test_an_edited_message_updates_its_answer_while_the_form_is_open(town: Town) -> None:
    sari = town.with_goal()
    sari.writes("/checkin")
    sari.town.writer.submit(
        Incoming("telegram", "z1", sari.account, sari.account, "text", town.now, text="50", message="mine")
    ).result(10)
    assert "60%" in sari.edits("mine", "60")
    sari.does("[4]", "[Lewati]", "[Lewati]")
    assert [row.percent for row in town.rows(tables.Progress)] == [60]
    assert "tidak mengganti" in sari.edits("mine", "70")


def test_a_group_hears_nothing_personal(town: Town) -> None:
    sari = town.with_goal()
    group = town.citizen("-100777")
    incoming = Incoming("telegram", "g1", sari.account, group.account, "group", town.now, text="/kemajuan", message="1")
    town.writer.submit(incoming).result(10)
    town.deliver()
    assert "pribadi" in group.screen
    assert "Sari" not in group.screen
    quiet = replace(incoming, event="g2", text="halo semua")
    town.writer.submit(quiet).result(10)
    before = len(group.messages)
    town.deliver()
    assert len(group.messages) == before


def test_cancel_always_works(town: Town) -> None:
    """In every conversation, at its first question, by command and by word, in both languages."""
    sari = town.with_goal()
    for name in sorted(set(town.house.flows) - {"enroll", "profile"}):
        for word in ("/batal", "cancel"):
            goal = town.rows(tables.Goal)[0].id
            sari.taps_data(f"go:{name}:{goal}", "x")
            if town.rows(tables.Conversation, state="open"):
                sari.writes(word)
                assert not town.rows(tables.Conversation, state="open"), name


def test_a_pause_is_silent_and_nothing_of_it_comes_later(town: Town) -> None:
    """Two weeks of pause: no reminder; then one welcome back; the missed check-ins are not made up for."""
    sari = town.with_goal()
    sari.writes("/jeda 2w")
    since = len(town.delivered)
    town.passes(days=13)
    assert [p for _, p in town.delivered[since:] if p.priority == 1] == []
    town.passes(days=3)
    reminders = [p for _, p in town.delivered[since:] if p.priority == 1]
    assert ["remind-back" in str(p.screen) for p in reminders] == [True]
    assert town.rows(tables.Membership)[0].standing == "active"


def test_the_weekly_budget_holds(town: Town) -> None:
    """However many steps are due, a person gets at most the plan's number of reminders in seven days."""
    sari = town.with_goal()
    goal = town.rows(tables.Goal)[0].id
    from bot.effects import AddStep

    for n in range(6):
        town.apply(town.rows(tables.Person)[0].id, AddStep(goal, f"langkah {n}", town.now.date() + timedelta(days=2)))
    town.passes(days=4)
    reminders = [p for _, p in town.delivered if p.chat == sari.account and p.priority == 1]
    assert len(reminders) <= town.house.plan("default").budget


def test_nothing_is_written_in_quiet_hours(town: Town) -> None:
    """A step due at nine is fine; one snoozed into the night comes in the morning."""
    town.with_goal()
    town.passes(days=60)
    for at, parcel in town.delivered:
        if parcel.priority == 1:
            hour = (at.hour + 8) % 24  # Kupang
            assert 7 <= hour < 21, (at, parcel.screen)

"""People at the coordinators' desk: invitations, one person's card, pairs by hand, breaks and ends, what is pending."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.mentoring.invite_words import Wanted, read_wanted
from bot.mentoring.people_effects import CloseInvitation, MakeInvitation, PairMembers, RemoveMember, WriteTo
from storage import tables
from storage.rows import table
from storage.staff.people_invite import sign
from tests.town import Citizen, Town


@pytest.fixture
def rina(town: Town) -> Citizen:
    """An owner who writes English."""
    return town.staff(locale="en")


def token_of(said: str) -> str:
    """The code of an invitation that was shown."""
    return said.partition("/link ")[2].partition(" ")[0]


def number_of(town: Town, name: str) -> int:
    """A person by name."""
    return int(town.rows(tables.Person, name=name)[0].id)


# Invitations


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("", Wanted()),
        ("mentor", Wanted("mentor")),
        ("mentee 30", Wanted("mentee", 30)),
        ("peserta 40 orang 2 minggu", Wanted("mentee", 40, 14)),
        ("Koordinator, 7 hari", Wanted("coordinator", None, 7)),
        ("mentee 30 14d", Wanted("mentee", 30, 14)),
        ("mentee 0", Wanted("mentee")),
        ("mentee 99999 900 hari", Wanted("mentee")),
        ("siapa saja", Wanted()),
    ],
)
def test_what_is_typed_behind_invite_is_understood(typed: str, wanted: Wanted) -> None:
    assert read_wanted(typed) == wanted


def test_an_invitation_by_buttons_admits_people_until_it_is_used_up(town: Town, rina: Citizen) -> None:
    said = rina.does("/invite", "[Mentor]", "2", "[14 days]")
    assert "as mentor is ready: for 2 people" in said
    assert f"https://t.me/tuntun_bot?start={token_of(said)}" in said
    for account in ("61", "62"):
        budi = town.citizen(account)
        budi.writes(f"/start {token_of(said)}")
        assert "Setuju" in budi.screen
        budi.taps("Setuju")
    late = town.citizen("63")
    assert "terpakai" in late.writes(f"/start {token_of(said)}")
    assert "No shared invitation" in rina.writes("/invite list")


def test_an_invitation_that_is_typed_is_made_at_once(town: Town, rina: Citizen) -> None:
    assert "for 30 people" in rina.writes("/invite mentee 30")
    assert "for one person" in rina.writes("/undang mentor")
    made = [row for row in town.rows(tables.Invitation) if row.by_id]
    assert [(row.role, row.uses) for row in made] == [("mentee", 30), ("mentor", 1)]
    assert {row.expires_at - row.created_at for row in made} == {timedelta(days=14)}


def test_a_sign_is_printed_large_and_with_a_white_margin(town: Town, rina: Citizen) -> None:
    rina.writes("/invite mentee 40")
    assert "Ready to print" in rina.taps("QR to print")
    data = rina.file()
    assert data.startswith(b"\x89PNG")
    assert int.from_bytes(data[16:20], "big") >= 600
    assert sign("x" * 60).startswith(b"\x89PNG")
    [sent] = [shown for shown in rina.heard if shown.drawn.file]
    assert sent.drawn.file is not None
    assert sent.drawn.file.content["kind"] == "photo"


def test_only_owners_invite_who_runs_or_sees_a_programme(town: Town, rina: Citizen) -> None:
    assert "as viewer is ready" in rina.writes("/invite viewer")
    dewi = town.staff("7100", "Dewi", role="coordinator", locale="en")
    assert "only be invited by the programme's owner" in dewi.writes("/invite owner")
    dewi.writes("/invite")
    assert "[Mentee] [Mentor]" in dewi.screen
    assert "Coordinator]" not in dewi.screen
    town.apply(number_of(town, "Dewi"), MakeInvitation("owner", 1, "x" * 64, town.now + timedelta(days=1)))
    assert not town.rows(tables.Invitation, token_hash="x" * 64)
    sari = town.mentee("5100", locale="en")
    sari.writes("/cancel")
    for who in (sari, town.staff("7200", "Vera", role="viewer", locale="en")):
        for command in ("/invite", "/pending", "/person Dewi"):
            assert "for another role" in who.writes(command)
        for data in ("p:pending:invited:0", "p:person:1", "p:invitations", "go:write_to:1", "do:pair_up:1-2"):
            who.taps_data(data)
            assert "Dewi" not in who.screen
            assert "Rina" not in who.screen


def test_invitations_are_listed_and_closed(town: Town, rina: Citizen) -> None:
    token = token_of(rina.writes("/invite mentee 30"))
    rina.writes("/invite mentor 5")
    said = rina.writes("/invite list")
    assert "Open invitations: 2" in said
    assert "mentee · 0 of 30 used" in said
    rina.taps("2 · mentee")
    assert "the 30 places that are left" in rina.screen
    assert "closed ✓" in rina.taps("Close this invitation")
    assert "Open invitations: 1" in rina.writes("/invite list")
    assert "terpakai" in town.citizen("64").writes(f"/start {token}")
    number = town.rows(tables.Invitation, role="mentee")[0].id
    assert "closed or used up" in rina.taps_data(f"do:close_invitation:{number}")


def test_a_button_cannot_close_another_programmes_invitation(town: Town, rina: Citizen) -> None:
    rina.writes("/invite mentee 30")
    number = town.rows(tables.Invitation, role="mentee")[0].id
    other = town.programme("Yang Lain")
    invitation = table(tables.Invitation)
    place = town.rows(tables.Programme, slug=other)[0].id
    town.writer.do(lambda c: c.execute(invitation.update().values(programme_id=place).where(invitation.c.id == number)))
    assert "isn't in this programme" in rina.taps_data(f"p:invitation:{number}")
    assert "isn't in this programme" in rina.taps_data(f"do:close_invitation:{number}")
    town.apply(number_of(town, "Rina"), CloseInvitation(number))
    assert town.rows(tables.Invitation, id=number)[0].uses == 30


# One person


def test_somebody_is_found_however_they_are_typed(town: Town, rina: Citizen) -> None:
    town.with_goal("5001", "Sari Wulandari")
    town.mentee("5002", "Sari Dewi")
    town.mentee("5003", "Yosef")
    for typed in ("sari w", "SARI WULANDARI", "wulandri", "wulan", f"#{number_of(town, 'Sari Wulandari')}"):
        assert "Sari Wulandari · mentee" in rina.writes(f"/person {typed}"), typed
    assert "Portofolio data" in rina.screen
    several = rina.writes("/person sari")
    assert "[Sari Wulandari · mentee]" in several
    assert "Sari Dewi · mentee" in rina.taps("Sari Dewi")
    assert "Nobody in this programme" in rina.writes("/person Zxqw")
    assert "Sari Wulandari · mentee" in rina.does("[Find a name]", "wulandri")


def test_everyone_is_listed_by_name_a_page_at_a_time(town: Town, rina: Citizen) -> None:
    assert "Who are you looking for?" in rina.writes("/person")
    for number, name in enumerate(("Yosef", "Ani", "Bima", "Citra", "Ani", "Dodi")):
        town.mentee(f"50{number}", name)
    said = rina.taps("Everyone")
    assert "1–6 of 7" in said
    assert [label.split(" ·")[0] for label, _ in list(rina.messages.values())[-1].buttons[:3]] == ["Ani", "Ani", "Bima"]
    assert "Ani · mentee · #" in said
    assert "[Bima · mentee]" in said
    assert "[Yosef · mentee]" in rina.taps("▶")
    assert "1–6 of 7" in rina.taps("◀")
    assert "1–6 of 7" in rina.taps_data("p:everyone:²")
    assert "[Yosef · mentee]" in rina.taps_data("p:everyone:999999")


def test_a_card_holds_what_coordinators_may_see_and_no_more(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    town.goal(pair.mentee.account, "Rahasia besar", visibility="private")
    said = rina.writes("/person sari")
    assert "Sari · mentee" in said
    assert "Mentor: Budi" in said
    assert "Portofolio data" in said
    assert "Rahasia" not in said
    assert "3 proyek" not in said
    assert list(rina.messages.values())[-1].buttons[0][1] == f"p:pair:{pair.id}"


def test_a_coordinator_writes_to_somebody_who_can_answer(town: Town, rina: Citizen) -> None:
    sari = town.mentee("5001", "Sari")
    sari.writes("/batal")
    rina.writes("/person sari")
    rina.taps("Write")
    assert "Sent to Sari" in rina.writes("Halo <b>Sari</b>, apa kabar?")
    town.deliver()
    assert "Rina, koordinator Mentoring Beasiswa 2026, menulis:" in sari.screen
    assert "Halo <b>Sari</b>, apa kabar?" in sari.screen
    sari.taps("Jawab")
    sari.writes("Baik, Kak.")
    [ticket] = town.rows(tables.HelpRequest)
    assert (ticket.topic, ticket.text) == ("other", "Baik, Kak.")


def test_nobody_is_written_to_at_night_or_beyond_the_programme(town: Town, rina: Citizen) -> None:
    sari = town.mentee("5001", "Sari")
    sari.writes("/batal")
    rina.does("/person sari", "[Write]", "Besok, ya")
    town.deliver()
    parcel = town.delivered[-1][1]
    assert "Besok, ya" in sari.screen
    assert parcel.hold
    town.apply(number_of(town, "Rina"), WriteTo(999, "halo"))
    assert "isn't in this programme" in rina.taps_data("go:write_to:999")


def test_a_break_is_given_and_ended_and_its_person_told(town: Town, rina: Citizen) -> None:
    sari = town.mentee("5001", "Sari")
    sari.writes("/batal")
    rina.does("/person sari", "[Give a break]", "[2 weeks]")
    assert "Sari rests until" in rina.screen
    town.deliver()
    assert "memberi jeda" in sari.screen
    assert town.rows(tables.Membership, role="mentee")[0].standing == "paused"
    assert "on a break until" in rina.writes("/person sari")
    assert "goes on" in rina.taps("End the break")
    town.deliver()
    assert "lanjut lagi" in sari.screen
    member = town.rows(tables.Membership, role="mentee")[0].id
    assert "isn't on a break" in rina.taps_data(f"do:pause_member:{member}-0")


def test_removing_says_what_it_does_and_happens_once(town: Town, rina: Citizen) -> None:
    pair = town.pair()
    rina.does("/person sari", "[Remove]")
    assert "The pair with Budi ends" in rina.screen
    yes = next(data for label, data in list(rina.messages.values())[-1].buttons if "Yes" in label)
    assert "One pair has ended" in rina.taps_data(yes)
    assert "has left it" in rina.taps_data(yes)
    town.passes(hours=1)
    assert "diakhiri oleh koordinator" in str(list(pair.mentee.messages.values()))
    assert "tidak lagi ikut program" in str(list(pair.mentor.messages.values()))
    assert town.rows(tables.Pair)[0].state == "ended"
    assert not [row for row in town.rows(tables.Due, person_id=number_of(town, "Sari")) if row.kind == "checkin"]
    assert "has left" in rina.writes("/person sari")


def test_nobody_of_another_programme_or_at_the_desk_is_removed_by_a_button(town: Town, rina: Citizen) -> None:
    owner = town.rows(tables.Membership, role="owner")[0]
    assert "isn't in this programme" in rina.taps_data(f"do:remove_member:{owner.id}")
    town.mentee("5001", "Sari")
    member = table(tables.Membership)
    place = town.programme("Yang Lain")
    home = town.rows(tables.Programme, slug=place)[0].id
    town.writer.do(lambda c: c.execute(member.update().values(programme_id=home).where(member.c.role == "mentee")))
    number = town.rows(tables.Membership, role="mentee")[0].id
    assert "Nobody" in rina.writes("/person sari")
    for data in (f"do:remove_member:{number}", f"p:remove_member:{number}", "do:remove_member:x", "p:pause_member:-1"):
        assert "isn't in this programme" in rina.taps_data(data), data
    town.apply(number_of(town, "Rina"), RemoveMember(number, "x"))
    assert town.rows(tables.Membership, id=number)[0].standing != "left"


def test_a_pair_by_hand_is_asked_for_and_made_once(town: Town, rina: Citizen) -> None:
    sari = town.mentee("5001", "Sari")
    sari.writes("/batal")
    budi = town.mentor("6001", "Budi Santoso")
    rina.does("/person sari", "[Pair with]", "budi")
    rina.taps("Budi Santoso")
    assert "Pair the mentor Budi Santoso with the mentee Sari?" in rina.screen
    yes = next(data for label, data in list(rina.messages.values())[-1].buttons if "Yes" in label)
    assert "is now Sari's mentor" in rina.taps_data(yes)
    assert "already" in rina.taps_data(yes)
    [pair] = town.rows(tables.Pair)
    assert (pair.state, pair.source) == ("active", "coordinator")
    town.passes(hours=1)
    assert "Sari" in str(list(budi.messages.values()))
    rina.does("/person sari", "[Pair with]", "Tidakada")
    assert "No mentor in this programme" in rina.screen


def test_excluded_people_are_not_paired(town: Town, rina: Citizen) -> None:
    town.mentee("5001", "Sari").writes("/batal")
    town.mentor("6001", "Budi")
    mentor, mentee, row = number_of(town, "Budi"), number_of(town, "Sari"), table(tables.Exclusion)
    kept = {"programme_id": 1, "mentor_id": mentor, "mentee_id": mentee, "at": town.now}
    town.writer.do(lambda c: c.execute(row.insert(), kept)).result(10)
    assert "mustn't be paired" in rina.taps_data(f"do:pair_up:{mentor}-{mentee}")
    town.apply(number_of(town, "Rina"), PairMembers(mentor, mentee, quiet=True))
    assert not town.rows(tables.Pair)


# What is pending


def test_what_is_pending_is_counted_and_paged(town: Town, rina: Citizen) -> None:
    assert "Nothing is pending" in rina.writes("/pending")
    names = [f"Orang {number}" for number in range(10)]
    rina.drops("orang.csv", "nama,peran\n" + "".join(f"{name},mentee\n" for name in names))
    rina.taps("Invite 10")
    town.passes(days=3)
    assert "Invited, not started: 10 · oldest 3 days" in rina.writes("/pending")
    said = rina.taps("Not started")
    assert "1. Orang 0 · mentee · 3 d" in said
    assert "8. Orang 7" in said
    assert "9. Orang 8" in rina.taps("▶")
    assert "1. Orang 0" in rina.taps("◀")
    rina.taps("1. Orang 0")
    assert "Invitation for Orang 0 as mentee; not used yet." in rina.screen
    assert "Halo Orang 0! Undanganmu ke Mentoring Beasiswa 2026" in rina.taps("Ready text")
    assert "A new link for Orang 0" in rina.taps("New link")
    link = rina.screen.split("start=")[1].split("\n")[0]
    newcomer = town.citizen("5555")
    newcomer.writes(f"/start {link}")
    newcomer.taps("Setuju")
    assert "Invited, not started: 9" in rina.writes("/pending")
    assert "Orang 1 (not started)" in rina.writes("/person orang 1")


def test_who_was_asked_and_has_not_answered_is_pending(town: Town, rina: Citizen) -> None:
    town.pair()
    town.passes(days=2)
    said = rina.writes("/pending")
    assert "Asked, not answered: 2" in said
    said = rina.taps("Not answered")
    assert "Sari · mentee · agreement" in said
    assert "Budi · mentor · agreement" in said
    assert "Mentor: Budi" in rina.taps("Sari")


def test_in_indonesian_too(town: Town) -> None:
    rina = town.staff()
    assert "sebagai mentee siap: untuk 30 orang" in rina.writes("/undang peserta 30")
    assert "Tidak ada yang tertunda" in rina.writes("/tertunda")
    assert "[Cari nama] [Semua orang]" in rina.writes("/orang")
    assert "Rina · pemilik" in rina.writes("/orang rina")

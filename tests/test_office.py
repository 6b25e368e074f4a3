"""What an operator does: programmes, invitations, pairs, lists of people; on both databases."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, insert, select, text, update

from bot.effects import Join
from bot.errors import Setup
from bot.mentoring.invitations import hash_token, token_in
from bot.messages import Incoming, Say
from bot.talk.phrases import Reader, load_phrases
from storage import (
    migrate,
    tables,
    writes,
    writes_people,  # noqa: F401 - registers Join
)
from storage.database import open_database
from storage.desk import SqlDesk
from storage.members import find, read_members
from storage.office import Paired, create_programme, invite, pair
from storage.people_file import Invited, Row, read_people, write_people
from storage.people_import import import_people
from storage.rows import table
from storage.writes import Book
from tests.postgres import Server

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
TWO_WEEKS = timedelta(days=14)
PROMPTS = Path(__file__).parents[1] / "prompts"


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One database of each kind for all tests here: making one takes longer than most of them."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('office') / 'tuntun.db'}"
        return
    server: Server = request.getfixturevalue("postgres_server")
    name = server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture(scope="module")
def database(url: str) -> Iterator[Engine]:
    database = open_database(url)
    migrate.upgrade(database)
    yield database
    database.dispose()


@pytest.fixture
def connection(database: Engine) -> Iterator[Connection]:
    """A transaction that is taken back, and ids that begin at 1 again."""
    with database.connect() as connection:
        transaction = connection.begin()
        yield connection
        transaction.rollback()
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'"))


def draw_from(start: int = 0) -> Any:
    """Bytes that are new each time: the test's stand-in for chance."""
    numbers = count(start)
    return lambda: b"".join(((next(numbers) * 7919) % 30).to_bytes() for _ in range(16))


def programme(connection: Connection, name: str = "Mentoring Beasiswa 2026", **more: Any) -> str:
    told = {"zone": "Asia/Jakarta", "locale": "id", "starts": None, "ends": None, "organiser": "Yayasan", "now": NOW}
    return create_programme(connection, name, **(told | more))


def member(connection: Connection, name: str, role: str, slug: str | None = None, account: str = "") -> int:
    """Somebody who has joined."""
    people = table(tables.Person)
    person = {"name": name, "locale": "id", "zone": "Asia/Jakarta", "about": {}, "created_at": NOW}
    number = int(connection.execute(insert(people).values(person).returning(people.c.id)).scalar_one())
    where = table(tables.Programme)
    query = select(where.c.id).order_by(where.c.id)
    home = connection.execute(query.where(where.c.slug == slug) if slug else query).scalars().first()
    belongs = {"person_id": number, "programme_id": home, "role": role, "standing": "active", "created_at": NOW}
    connection.execute(insert(table(tables.Membership)), belongs)
    if account:
        known = {
            "person_id": number,
            "platform": "telegram",
            "external_id": account,
            "chat": account,
            "created_at": NOW,
        }
        connection.execute(insert(table(tables.Account)), known)
    return number


def rows(connection: Connection, model: type[tables.Row]) -> list[Any]:
    return list(connection.execute(select(table(model)).order_by(table(model).c.id)))


def problems(raised: pytest.ExceptionInfo[Setup]) -> list[str]:
    return [str(problem) for problem in raised.value.problems]


@cache
def in_words(locale: str = "id") -> Any:
    phrases, reader = load_phrases(PROMPTS), Reader(locale, "Asia/Jakarta", NOW)
    return lambda words: phrases.plain(words, reader)


# Programmes


def test_a_programme_gets_a_slug_from_its_name(connection: Connection) -> None:
    slug = programme(connection, "Mentoring Beasiswa 2026", starts=date(2026, 11, 1), ends=date(2027, 5, 31))
    assert slug == "mentoring-beasiswa-2026"
    made = rows(connection, tables.Programme)[0]
    assert (made.name, made.zone, made.starts, made.ends, made.plan) == (
        "Mentoring Beasiswa 2026",
        "Asia/Jakarta",
        date(2026, 11, 1),
        date(2027, 5, 31),
        "default",
    )
    assert [row.kind for row in rows(connection, tables.Activity)] == ["CreateProgramme"]


@pytest.mark.parametrize(
    ("name", "slugs"),
    [
        ("Kelas  Pagi!", ["kelas-pagi", "kelas-pagi-2", "kelas-pagi-3"]),
        ("Éducation à l'étranger", ["education-a-l-etranger", "education-a-l-etranger-2"]),
        ("Program Pendampingan Mahasiswa Baru", ["program-pendampingan-mah", "program-pendampingan-m-2"]),
        ("导师计划", ["programme", "programme-2"]),
    ],
)
def test_slugs_are_short_plain_and_unique(connection: Connection, name: str, slugs: list[str]) -> None:
    assert [programme(connection, name) for _ in slugs] == slugs
    assert all(len(slug) <= 24 for slug in slugs)


def test_all_that_is_wrong_with_a_programme_is_said_at_once(connection: Connection) -> None:
    with pytest.raises(Setup) as raised:
        programme(connection, " ", zone="WITA", locale="fr", starts=date(2026, 6, 1), ends=date(2026, 5, 1))
    name, zone, locale, dates = problems(raised)
    assert name.startswith("NAME: is empty")
    assert zone == "--zone: no time zone is called 'WITA'; did you mean Asia/Makassar?"
    assert locale == "--locale: expected id or en, not 'fr'"
    assert dates == "--until: 2026-05-01 is before --from 2026-06-01"
    assert rows(connection, tables.Programme) == []


@pytest.mark.parametrize("zone", ["", "Mars/Base", "asia/jakarta", "/etc/localtime", "../Jakarta"])
def test_an_unknown_zone_is_refused_where_it_is_typed(connection: Connection, zone: str) -> None:
    """And not at 09:00, when the first reminder is due."""
    with pytest.raises(Setup, match="no time zone is called"):
        programme(connection, zone=zone)


def test_a_programme_may_last_a_day(connection: Connection) -> None:
    assert programme(connection, starts=date(2026, 6, 1), ends=date(2026, 6, 1))


# Invitations


def test_an_invitation_is_a_token_of_which_only_the_hash_is_kept(connection: Connection) -> None:
    programme(connection)
    token = invite(connection, "mentee", None, 1, TWO_WEEKS, bytes(range(16)), NOW, label="Sari")
    kept = rows(connection, tables.Invitation)[0]
    assert token_in(f"/start {token}") == token
    assert kept.token_hash == hash_token(token)
    assert token not in str(kept)
    assert (kept.role, kept.uses, kept.used, kept.expires_at, kept.label) == ("mentee", 1, 0, NOW + TWO_WEEKS, "Sari")
    assert token not in str(rows(connection, tables.Activity))


def test_the_token_lets_its_holder_in(connection: Connection) -> None:
    programme(connection)
    token = invite(connection, "mentor", None, 2, TWO_WEEKS, bytes(range(16)), NOW)
    start = Incoming("telegram", "1", "5000000001", "5000000001", "text", NOW, text=f"/start {token.lower()}")
    (state,) = SqlDesk(connection, {}).load([start], NOW)
    assert state is not None
    assert state.invitation is not None
    assert (state.invitation.role, state.invitation.trouble) == ("mentor", "")


def test_a_programme_must_be_named_when_there_are_several(connection: Connection) -> None:
    with pytest.raises(Setup, match="there is none yet; make one: python -m bot programme create"):
        invite(connection, "mentee", None, 1, TWO_WEEKS, bytes(16), NOW)
    programme(connection, "A")
    programme(connection, "B")
    with pytest.raises(Setup, match="there are several, name one: a, b"):
        invite(connection, "mentee", None, 1, TWO_WEEKS, bytes(16), NOW)
    with pytest.raises(Setup, match="there is no 'c'; there are: a, b"):
        invite(connection, "mentee", "c", 1, TWO_WEEKS, bytes(16), NOW)
    assert invite(connection, "mentee", "b", 1, TWO_WEEKS, bytes(16), NOW)
    assert rows(connection, tables.Invitation)[0].programme_id == 2


def test_all_that_is_wrong_with_an_invitation_is_said_at_once(connection: Connection) -> None:
    programme(connection, ends=date(2026, 11, 23))
    with pytest.raises(Setup) as raised:
        invite(connection, "teacher", None, 0, timedelta(0), bytes(16), NOW)
    assert [problem.split(":")[0] for problem in problems(raised)] == ["--role", "--uses", "--expires", "--programme"]
    assert rows(connection, tables.Invitation) == []


# Pairs


def test_a_mentor_and_a_mentee_are_paired_once(connection: Connection) -> None:
    slug = programme(connection)
    budi, sari = member(connection, "Budi Santoso", "mentor"), member(connection, "Sari", "mentee")
    assert pair(connection, "Budi Santoso", "Sari", NOW) == Paired(slug, "Budi Santoso", "Sari", already=False)
    assert pair(connection, "Budi Santoso", "Sari", NOW) == Paired(slug, "Budi Santoso", "Sari", already=True)
    (kept,) = rows(connection, tables.Pair)
    assert (kept.mentor_id, kept.mentee_id, kept.state) == (budi, sari, "active")
    assert [row.kind for row in rows(connection, tables.Activity)] == ["CreateProgramme", "Pair"]


@pytest.mark.parametrize(
    "typed", ["budi santoso", "BUDI", "@Budi", "santoso", "Budi Santosa", "  Budi  Santoso ", "1", "5000000001"]
)
def test_people_are_found_as_they_are_typed(connection: Connection, typed: str) -> None:
    programme(connection)
    assert member(connection, "Budi Santoso", "mentor", account="5000000001") == 1
    member(connection, "Rudi Hartono", "mentor")
    member(connection, "Budi Utomo", "mentee")
    assert pair(connection, typed, "Budi Utomo", NOW).mentor == "Budi Santoso"


@pytest.mark.parametrize("typed", ["Rudi", "Tri Wahyuni", "Bud", "?", "", "-1", "999"])
def test_nobody_is_paired_by_a_guess(connection: Connection, typed: str) -> None:
    programme(connection)
    for name in ("Budi", "Sri Wahyuni", ""):
        member(connection, name, "mentor")
    member(connection, "Sari", "mentee")
    with pytest.raises(Setup) as raised:
        pair(connection, typed, "Sari", NOW)
    assert "there are: (no name yet) (3), Budi (1), Sri Wahyuni (2)" in problems(raised)[0]


def test_an_exact_name_wins_over_a_longer_one(connection: Connection) -> None:
    programme(connection)
    member(connection, "Sari Dewi", "mentee")
    member(connection, "Sari", "mentee")
    member(connection, "Budi", "mentor")
    assert pair(connection, "Budi", "Sari", NOW).mentee == "Sari"


def test_several_of_one_name_are_listed_with_their_numbers(connection: Connection) -> None:
    programme(connection)
    member(connection, "Budi", "mentor")
    first, second = member(connection, "Sari Dewi", "mentee"), member(connection, "Sari Ayu", "mentee")
    with pytest.raises(Setup) as raised:
        pair(connection, "Budi", "sari", NOW)
    assert f"Sari Dewi (number {first}" in problems(raised)[0]
    assert f"Sari Ayu (number {second}" in problems(raised)[0]
    assert pair(connection, "Budi", str(second), NOW).mentee == "Sari Ayu"


def test_only_people_of_one_programme_and_of_these_roles_are_paired(connection: Connection) -> None:
    one, two = programme(connection, "One"), programme(connection, "Two")
    member(connection, "Budi", "mentor", one)
    member(connection, "Sari", "mentee", two)
    with pytest.raises(Setup, match="are not in the same programme"):
        pair(connection, "Budi", "Sari", NOW)
    with pytest.raises(Setup, match="no mentor is called that"):
        pair(connection, "Sari", "Budi", NOW)
    member(connection, "Budi", "mentor", two)
    assert pair(connection, "Budi", "Sari", NOW).programme == two


def test_people_together_in_two_programmes_need_its_name(connection: Connection) -> None:
    one, two = programme(connection, "One"), programme(connection, "Two")
    budi, sari = member(connection, "Budi", "mentor", one), member(connection, "Sari", "mentee", one)
    where = {"programme_id": 2, "standing": "active", "created_at": NOW}
    for person, role in ((budi, "mentor"), (sari, "mentee")):
        connection.execute(insert(table(tables.Membership)), {"person_id": person, "role": role} | where)
    with pytest.raises(Setup, match="together in several programmes, name one: one, two"):
        pair(connection, "Budi", "Sari", NOW)
    assert pair(connection, "Budi", "Sari", NOW, two).programme == two


def test_who_has_left_is_not_paired_and_who_comes_back_is_again(connection: Connection) -> None:
    programme(connection)
    member(connection, "Budi", "mentor")
    sari = member(connection, "Sari", "mentee")
    pair(connection, "Budi", "Sari", NOW)
    members, pairs = table(tables.Membership), table(tables.Pair)
    connection.execute(update(members).where(members.c.person_id == sari).values(standing="left"))
    connection.execute(update(pairs).values(state="ended", ended_at=NOW))
    with pytest.raises(Setup, match="no mentee has joined yet"):
        pair(connection, "Budi", "Sari", NOW)
    connection.execute(update(members).where(members.c.person_id == sari).values(standing="active"))
    assert not pair(connection, "Budi", "Sari", NOW).already
    (kept,) = rows(connection, tables.Pair)
    assert (kept.state, kept.ended_at) == ("active", None)


def test_a_second_mentor_is_told(connection: Connection) -> None:
    programme(connection)
    for name in ("Budi", "Ani"):
        member(connection, name, "mentor")
    member(connection, "Sari", "mentee")
    pair(connection, "Budi", "Sari", NOW)
    done = pair(connection, "Ani", "Sari", NOW)
    assert list(map(in_words(), done.said())) == [
        "Ani sekarang mentor Sari (program mentoring-beasiswa-2026).",
        "Sari juga punya mentor lain: Budi.",
    ]


def test_who_is_invited_but_not_there_yet_is_said_so(connection: Connection) -> None:
    programme(connection)
    member(connection, "Budi", "mentor")
    invite(connection, "mentee", None, 1, TWO_WEEKS, bytes(16), NOW, label="Sari Dewi")
    for typed in ("sari", "@Sari", "Sari Dewi"):
        with pytest.raises(Setup, match=f"{typed}: Sari Dewi is invited, but has not joined yet"):
            pair(connection, "Budi", typed, NOW)


@given(st.text(max_size=60))
def test_whatever_is_typed_finds_somebody_or_says_so(typed: str) -> None:
    found, wrong = find(typed, [], "mentor")
    assert found == []
    assert len(wrong) == 1


# Lists of people


@pytest.mark.parametrize(
    "source",
    [
        "name,role\nSari,mentee\nBudi,mentor\n",
        "nama;peran\r\nSari;Mentee\r\nBudi;MENTOR\r\n",
        "Nama Lengkap\tPeran\n Sari \tmentee\n\n\nBudi\tmentor",
        'sep=;\n"nama";"peran"\n"Sari";"peserta"\n"Budi";"pembimbing"',
        "role,x,name\nmentee,1,Sari\nmentor,2,Budi",
        b"\xef\xbb\xbfnama,peran\r\nSari,mentee\r\nBudi,mentor\r\n",
        "nama\tperan\r\nSari\tmentee\r\nBudi\tmentor\r\n".encode("utf-16"),
    ],
)
def test_a_list_is_read_as_spreadsheets_write_it(source: str | bytes) -> None:
    people, wrong = read_people(source)
    assert wrong == []
    assert [(row.name, row.role) for row in people] == [("Sari", "mentee"), ("Budi", "mentor")]


def test_a_bad_line_is_told_with_its_number_and_the_others_go_on() -> None:
    people, wrong = read_people(
        "nama,peran,email,mentor\n"
        'Sari,mentee,sari@example.org,"Budi\nSantoso"\n'
        ",mentee,,\n"
        "Joko,guru,,\n"
        "Dewi, S.Pd.,mentee,,\n"
        "sari,Mentee,,\n"
        f"{'x' * 101},mentee,,\n"
        "Budi Santoso,mentor,,\n"
        "Ani,koordinator\n"
    )
    assert people == [
        Row(2, "Sari", "mentee", "sari@example.org", "", "Budi Santoso"),
        Row(9, "Budi Santoso", "mentor"),
        Row(10, "Ani", "coordinator"),
    ]
    words = in_words("en")
    assert [words(flaw.said()) for flaw in wrong] == [
        "line 4: has no name",
        "line 5: expected mentee, mentor or coordinator as role, not 'guru'",
        "line 6: has more cells than the first line; put a name with a comma in quotes",
        "line 7: sari is in line 2 already; tell two of one name apart in a column label",
        "line 8: name has 101 characters; 100 at most",
    ]


def test_two_of_one_name_are_told_apart_by_a_label() -> None:
    people, wrong = read_people("nama;peran;keterangan\nSari;mentee;FMIPA\nSari;mentee;FISIP\nSari;mentor;\n")
    assert (len(people), wrong) == (3, [])


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "is empty"),
        ("\n ,\n", "is empty"),
        ("Sari,mentee\nBudi,mentor", "name (or nama), role (or peran) is missing in: Sari, mentee"),
        ("nama,umur\nSari,20", "role (or peran) is missing in: nama, umur"),
        ("nama,peran\nS\xe9r\xe9,mentee".encode("latin-1"), 'save it as "CSV UTF-8"'),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00\xb5\x9f", 'save it as "CSV UTF-8"'),
        ("nama,peran\n" + "a,mentee\n" * 5001, "has 5,001 people; 5,000 at most"),
        ('nama,peran\n"' + "x" * 140_000, "is no list of people"),
    ],
)
def test_what_is_no_list_is_said_in_one_sentence(source: str | bytes, said: str) -> None:
    people, wrong = read_people(source)
    assert people == []
    assert len(wrong) == 1
    assert said in in_words("en")(wrong[0].said())


@given(st.one_of(st.text(), st.binary(), st.text("na,mpe;r\t\n\"'=sariwgto").map(lambda text: f"nama,peran\n{text}")))
def test_no_file_is_too_strange_to_be_read(source: str | bytes) -> None:
    people, wrong = read_people(source)
    assert people or wrong or isinstance(source, str)


def test_everybody_of_a_list_gets_a_link_of_their_own(connection: Connection) -> None:
    programme(connection)
    people, _ = read_people("nama,peran\nSari,mentee\nBudi,mentor\n")
    done = import_people(connection, people, None, draw_from(), NOW)
    kept = {row.token_hash: (row.label, row.role, row.uses) for row in rows(connection, tables.Invitation)}
    assert kept == {hash_token(each.token): (each.row.name, each.row.role, 1) for each in done}
    assert [each.notes for each in done] == [(), ()]


def joins(connection: Connection, name: str, token: str) -> int:
    """Somebody uses their link, as the conversation of enrolment would."""
    people = table(tables.Person)
    person = {"name": name, "locale": "id", "zone": "Asia/Jakarta", "about": {}, "created_at": NOW}
    number = int(connection.execute(insert(people).values(person).returning(people.c.id)).scalar_one())
    kept = {row.token_hash: row for row in rows(connection, tables.Invitation)}[hash_token(token)]
    assert kept.role == "mentor"  # a mentee's joining plans check-ins, for which a plan is needed
    start = Incoming("telegram", "1", "5", "5", "text", NOW)
    assert writes.apply(Book(connection, {}, NOW), [(number, start, Join(kept.id))]) == [None]
    return number


def told(done: list[Invited]) -> list[tuple[str, bool, list[str]]]:
    words = in_words()
    return [(each.row.name, bool(each.token), [words(note) for note in each.notes]) for each in done]


def test_importing_again_gives_nobody_a_second_link(connection: Connection) -> None:
    programme(connection)
    people, _ = read_people("nama,peran\nSari,mentee\nBudi,mentor\nJoko,mentee\n")
    first = import_people(connection, people[:2], None, draw_from(), NOW)
    joins(connection, "Pak Budi", first[1].token)
    again = import_people(connection, people, None, draw_from(500), NOW + timedelta(days=1))
    assert told(again) == [
        ("Sari", False, ["sudah punya tautan, berlaku sampai Kam 24 Des"]),
        ("Budi", False, ["tautannya sudah dipakai"]),
        ("Joko", True, []),
    ]
    assert len(rows(connection, tables.Invitation)) == 3


def test_a_link_that_expired_unused_is_replaced(connection: Connection) -> None:
    programme(connection)
    people, _ = read_people("nama,peran\nSari,mentee\n")
    (first,) = import_people(connection, people, None, draw_from(), NOW)
    later = NOW + timedelta(days=31)
    (second,) = import_people(connection, people, None, draw_from(500), later)
    assert told([second]) == [("Sari", True, ["tautan yang pertama sudah kedaluwarsa; pakai yang ini"])]
    (kept,) = rows(connection, tables.Invitation)
    assert kept.token_hash == hash_token(second.token) != hash_token(first.token)
    assert kept.expires_at == later + timedelta(days=30)
    (third,) = import_people(connection, people, None, draw_from(900), later)
    assert third.token == ""


def test_who_came_by_another_way_is_not_invited(connection: Connection) -> None:
    programme(connection)
    member(connection, "Sari", "mentee")
    people, _ = read_people("nama,peran\nsari,mentee\n")
    assert told(import_people(connection, people, None, draw_from(), NOW)) == [
        ("sari", False, ["sudah ada di program"])
    ]


def test_mentors_named_in_the_list_are_paired_once_both_are_there(connection: Connection) -> None:
    programme(connection)
    people, _ = read_people("nama,peran,mentor\nSari,mentee,Budi Santoso\nJoko,mentee,Siapa\nBudi Santoso,mentor,\n")
    assert told(import_people(connection, people, None, draw_from(), NOW)) == [
        (
            "Sari",
            True,
            ["belum berpasangan: impor daftar ini sekali lagi setelah Budi Santoso dan orang ini bergabung"],
        ),
        ("Joko", True, ["belum berpasangan: tidak ada mentor bernama Siapa"]),
        ("Budi Santoso", True, []),
    ]
    member(connection, "Sari", "mentee")
    member(connection, "Budi Santoso", "mentor")
    for said in ("sekarang berpasangan dengan Budi Santoso", "sudah berpasangan dengan Budi Santoso"):
        notes = told(import_people(connection, people, None, draw_from(500), NOW))[0][2]
        assert notes[-1] == said
    assert len(rows(connection, tables.Pair)) == 1


def test_a_mentor_who_may_be_several_is_left_to_the_coordinator(connection: Connection) -> None:
    programme(connection)
    for name in ("Budi Santoso", "Budi Utomo"):
        member(connection, name, "mentor")
    member(connection, "Sari", "mentee")
    people, _ = read_people("nama,peran,mentor\nSari,mentee,Budi\n")
    (done,) = told(import_people(connection, people, None, draw_from(), NOW))
    assert done[2][-1] == "belum berpasangan, ada beberapa yang cocok: Budi Santoso (1), Budi Utomo (2)"
    assert rows(connection, tables.Pair) == []


def test_a_list_needs_its_programme(connection: Connection) -> None:
    with pytest.raises(Setup, match="there is none yet"):
        import_people(connection, [Row(2, "Sari", "mentee")], None, draw_from(), NOW)


def test_a_thousand_people_are_invited(connection: Connection) -> None:
    programme(connection)
    people, wrong = read_people("nama,peran\n" + "".join(f"Orang {number},mentee\n" for number in range(1000)))
    assert wrong == []
    numbers = count()
    done = import_people(connection, people, None, lambda: spread(next(numbers)), NOW)
    assert len({each.token for each in done}) == 1000
    again = import_people(connection, people, None, lambda: spread(next(numbers)), NOW)
    assert not any(each.token for each in again)


def spread(number: int) -> bytes:
    """Sixteen bytes of their own for each number."""
    return bytes((number // 30**place) % 30 for place in range(16))


HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+62 812",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "＝1+1",
    "|calc",
    '=HYPERLINK("http://x","y")',
    "Sari, S.Pd.",
    'Sari "Ari"',
    "Sari",
]


def test_the_list_of_links_holds_no_formulas(connection: Connection) -> None:
    """Whoever wrote a name, opening the list in a spreadsheet runs nothing."""
    programme(connection)
    written = io.StringIO()
    csv.writer(written).writerows([["name", "role", "email"], *([name, "mentee", name] for name in HOSTILE)])
    people, wrong = read_people(written.getvalue())
    assert wrong == []
    done = import_people(connection, people, None, draw_from(), NOW)
    listed = write_people(done, lambda token: f"https://t.me/tuntun_bot?start={token}", in_words())
    header, *lines = csv.reader(io.StringIO(listed))
    assert header == ["name", "role", "email", "label", "link", "note"]
    assert [line[0].lstrip("'") for line in lines] == [name.strip() for name in HOSTILE]
    assert [cell for line in lines for cell in line if cell.startswith(tuple("=+-@\t\r|＝＋－＠"))] == []
    assert all(line[4] == f"https://t.me/tuntun_bot?start={each.token}" for line, each in zip(lines, done, strict=True))


@given(st.lists(st.text(max_size=30), min_size=1))
def test_no_name_becomes_a_formula(names: list[str]) -> None:
    done = [Invited(Row(number, name, "mentee"), notes=(Say("office-link-used"),)) for number, name in enumerate(names)]
    listed = write_people(done, str, lambda said: said.key)
    lines = list(csv.reader(io.StringIO(listed, newline="")))[1:]
    assert len(lines) == len(names)
    assert not [line for line in lines if line[0].startswith(tuple("=+-@\t\r\n|%＝＋－＠"))]


def test_the_list_of_links_can_be_imported_again(connection: Connection) -> None:
    programme(connection)
    people, _ = read_people("nama,peran,email,keterangan\nSari,mentee,s@example.org,FMIPA\n")
    done = import_people(connection, people, None, draw_from(), NOW)
    again, wrong = read_people(write_people(done, str, in_words()))
    assert wrong == []
    assert again == people
    assert not any(each.token for each in import_people(connection, again, None, draw_from(500), NOW))


def test_members_are_read_once_a_programme(connection: Connection) -> None:
    one, two = programme(connection, "One"), programme(connection, "Two")
    member(connection, "Sari", "mentee", one)
    member(connection, "Budi", "mentor", two)
    assert [each.name for each in read_members(connection)] == ["Budi", "Sari"]
    assert [each.name for each in read_members(connection, 1)] == ["Sari"]

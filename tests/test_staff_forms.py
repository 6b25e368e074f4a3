"""The coordinator's forms: what there is, one of one's own from a file, its versions, asking it, changing answers,
results that give nobody away, links, and who may do what."""

import csv
import io
import tomllib
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from bot.drawing import draw
from bot.flows.staff.forms import AUDIENCES, PAIRED
from bot.furnish import PROMPTS
from bot.mentoring.audience import read_audience
from bot.mentoring.feedback import Total
from bot.mentoring.form_figures import bars
from bot.mentoring.form_problems import read_own
from bot.mentoring.form_shelf import example
from bot.mentoring.form_words import Wish, meant, read_wish
from bot.talk.forms import Form, read_form
from storage import office, tables
from storage.form_results import total_of
from storage.rows import table
from storage.staff.forms import own_rows
from tests.test_parting import texts
from tests.town import Citizen, Town

OWN = """
name = "kelas"
title = { id = "Kelas CV", en = "CV class" }
thanks = { id = "Makasih ✓", en = "Thanks ✓" }
[[questions]]
key = "useful"
kind = "scale"
text = { id = "Berguna?", en = "Useful?" }
[[questions]]
key = "why"
kind = "several"
when = "useful <= 2"
text = { id = "Kenapa?", en = "Why?" }
options.time = { id = "Waktu", en = "Time" }
options.words = { id = "Contoh", en = "Examples" }
other = true
[[questions]]
key = "idea"
kind = "text"
optional = true
text = { id = "Saran?", en = "Ideas?" }
"""
ABOUT = OWN.replace('"Berguna?"', '"Berguna untukmu dan {partner}?"').replace('name = "kelas"', 'name = "berdua"')


@pytest.fixture
def rina(town: Town) -> Citizen:
    """An owner who has a form of her own in use."""
    owner = town.staff(locale="en")
    owner.drops("kelas.toml", OWN)
    owner.taps("Keep kelas")
    return owner


def sari(town: Town, account: str = "5000000001", name: str = "Sari", locale: str = "id") -> Citizen:
    """A mentee with nothing open."""
    mentee = town.mentee(account, name, locale)
    mentee.writes({"id": "/batal", "en": "/cancel"}[locale])
    return mentee


def answer(town: Town, people: int, given: Callable[[int], dict[str, Any]], **more: Any) -> None:
    """So many people who answer a form."""
    person, response = table(tables.Person), table(tables.FormResponse)
    blank = {"locale": "id", "zone": "Asia/Jakarta", "about": {}, "created_at": town.now}

    def write(connection: Any) -> None:
        rows = [blank | {"name": f"P{n}"} for n in range(people)]
        numbers = [connection.execute(insert(person).returning(person.c.id), row).scalar_one() for row in rows]
        kept = {"programme_id": 1, "form": "kelas", "version": "x", "subject": "", "about_id": None, "at": town.now}
        answers = [{"person_id": number, "answers": given(n)} for n, number in enumerate(numbers)]
        connection.execute(insert(response), [kept | row | more for row in answers])

    town.writer.do(write).result(10)


# What there is


def test_every_form_is_listed_with_its_moment_and_answers(town: Town, rina: Citizen) -> None:
    said = rina.writes("/form")
    assert "7 forms" in said
    assert "CV class (version 1) · when you send it · 0 answers" in said
    assert "How you two get on · on day 30, then every 60 days" in said
    assert "Version 1" in rina.taps("CV class")
    assert "Masukan untuk program" in town.staff("7000000002", "Dewi").writes("/formulir daftar")


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("", Wish("list")),
        ("daftar", Wish("list")),
        ("kelas", Wish("card", "kelas")),
        ("hasil kelas", Wish("results", "kelas")),
        ("kirim kelas ke mentee, lang:en", Wish("send", "kelas", "mentee, lang:en")),
        ("send kelas to silent>14d to", Wish("send", "kelas", "silent>14d to")),
        ("send kelas", Wish("send", "kelas")),
        ("RESULTS Kelas", Wish("results", "Kelas")),
    ],
)
def test_the_words_behind_the_command_are_understood(text: str, wish: Wish) -> None:
    assert read_wish(text) == wish


def test_a_name_may_be_slightly_wrong() -> None:
    names = ["kelas-cv", "pulse", "feedback"]
    assert [meant(each, names) for each in ("Kelas CV", "feedbak", "PULSE", "zzz", "")] == [
        "kelas-cv",
        "feedback",
        "pulse",
        "",
        "",
    ]


def test_the_preview_is_in_both_languages_and_a_try_keeps_nothing(town: Town, rina: Citizen) -> None:
    said = rina.writes("/form preview pulse")
    assert "how is mentoring with Budi going" in said
    assert "gimana rasanya mentoring dengan Budi" in rina.taps("Bahasa Indonesia")
    assert "1 of 2" in rina.taps("Try it")
    assert "aren't kept" in rina.does("[As I expected]", "[Skip]")
    assert not town.rows(tables.FormResponse)
    assert "[Next ›]" in rina.writes("/form preview closing").replace("Next ›", "[Next ›]", 1)
    assert "5. " in rina.taps("Next")


def test_an_unknown_form_leads_back_to_those_there_are(town: Town, rina: Citizen) -> None:
    assert "no form “zzz”" in rina.writes("/form results zzz")
    assert "nobody has answered yet" in rina.taps("kelas")
    assert "no form" in rina.taps_data("p:form_card:zzz")
    assert "no form" in rina.taps_data("p:form_preview:+99")
    assert rina.taps_data("do:form_keep:x:kelas")
    assert rina.taps_data("p:form_question:kelas:99")


# One's own, from a file


@pytest.mark.parametrize("locale", ["id", "en"])
def test_the_example_is_a_form_that_can_be_kept(town: Town, locale: str) -> None:
    owner = town.staff(locale=locale)
    owner.writes("/form example")
    sent = owner.file().decode()
    assert sent == example(locale) == (PROMPTS / locale / "form-example.toml").read_text(encoding="utf-8")
    form, problems = read_own(sent, ())
    assert form
    assert not problems
    assert "4" in owner.drops("mine.toml", sent)
    owner.taps({"id": "Simpan", "en": "Keep"}[locale])
    assert [row.name for row in town.rows(tables.StoredForm)] == [form.name]


def test_the_same_content_is_nothing_new_and_other_content_is_a_version(town: Town, rina: Citizen) -> None:
    assert "exactly kelas version 1" in rina.drops("again.toml", "# a comment\r\n" + OWN.replace("\n", "\r\n"))
    assert not rina.messages[list(rina.messages)[-1]].text.count("Keep")
    rina.drops("new.toml", OWN.replace("Useful?", "How useful?"))
    assert "version 2" in rina.taps("Keep as version 2")
    assert "kept or thrown away" in rina.taps_data("do:form_keep:2:kelas")
    assert len(town.rows(tables.StoredForm)) == 2
    assert [row.content for row in town.rows(tables.Upload)] == [{}, {}]
    assert "version 1" in rina.drops("back.toml", OWN)
    rina.taps("Keep kelas")
    assert len(town.rows(tables.StoredForm)) == 2
    assert "Version 1" in rina.writes("/form kelas")


def test_thrown_away_nothing_is_kept(town: Town, rina: Citizen) -> None:
    rina.drops("new.toml", OWN.replace("Useful?", "How useful?"))
    keep = next(data for _, data in list(rina.messages.values())[-1].buttons if data.startswith("do:form_keep"))
    assert "Thrown away" in rina.taps("Throw away")
    assert "kept or thrown away" in rina.taps_data(keep)
    assert len(town.rows(tables.StoredForm)) == 1


def test_nobody_keeps_what_somebody_else_dropped(town: Town, rina: Citizen) -> None:
    rina.drops("new.toml", OWN.replace("Useful?", "How useful?"))
    dewi = town.staff("7000000002", "Dewi", locale="en")
    assert "kept or thrown away" in dewi.taps_data("do:form_keep:2:kelas")
    assert "no form" in dewi.taps_data("p:form_preview:+2")
    assert len(town.rows(tables.StoredForm)) == 1


BAD = """
name = "Kelas A"
title = { id = "a" }
thanks = { id = "a {x}", en = "b" }
[[questions]]
key = "a"
kind = "skala"
text = "hai"
[[questions]]
key = "b"
kind = "choice"
text = { id = "a", en = "b" }
options = { x = { id = "x", en = "x" } }
warna = 1
low = "x"
"""


def test_every_problem_is_named_with_its_place(town: Town) -> None:
    owner = town.staff(locale="id")
    said = owner.drops("salah.toml", BAD)
    assert "7 hal perlu diperbaiki" in said
    for line in (
        "name: “Kelas A” tidak bisa dipakai",
        "title.en: wajib ada",
        "thanks: {x} tidak dikenal",
        "pertanyaan 1 (a), kind: “skala” bukan jenis",
        "pertanyaan 1 (a), text: harus berisi id",
        "pertanyaan 2 (b), warna: tidak dikenal",
        "pertanyaan 2 (b), low: harus angka",
    ):
        assert line in said
    assert not town.rows(tables.Upload)
    assert "baris 2, huruf ke-" in owner.drops("x.toml", 'name = "x"\ntitle = "y')
    assert "bukan berkas teks" in owner.drops("x.toml", b"\xff\xfe\x00")
    assert "terlalu besar" in owner.drops("x.toml", "#" * 100_001)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (('name = "kelas"', 'name = "pulse"'), "form-wrong-taken"),
        (("Berguna?", "{goal}?"), "form-wrong-goal"),
        (('kind = "scale"', 'kind = "scale"\nhigh = 100'), "form-wrong-buttons"),
        (("useful <= 2", "useful = yes"), "form-wrong-never"),
        (("useful <= 2", "later <= 2"), "form-wrong-order"),
        (("useful <= 2", "useful ~ 2"), "form-wrong-when"),
        (('key = "idea"', 'key = "why"'), "form-wrong-twice"),
        (('kind = "scale"', 'kind = "scale"\nlow = 9'), "form-wrong-bounds"),
        (('kind = "scale"', 'kind = "scale"\nlabels = [{ id = "a", en = "b" }]'), "form-wrong-labels"),
        (("options.time", "options.Time"), "form-wrong-slug"),
        (('options.time = { id = "Waktu", en = "Time" }\n', ""), "form-wrong-options"),
        (('"Berguna?"', f'"{"x" * 601}"'), "form-wrong-long"),
        (('"Berguna?"', '""'), "form-wrong-empty"),
        (("optional = true", "optional = 3"), "form-wrong-type"),
        (('kind = "scale"', 'kind = "scale"\nstep = 0'), "form-wrong-least"),
    ],
)
def test_each_rule_has_its_sentence(town: Town, change: tuple[str, str], key: str) -> None:
    form, problems = read_own(OWN.replace(*change), town.house.plans.keys() | {"pulse"})
    assert form is None
    assert [problem.args["what"].key for problem in problems] == [key]  # type: ignore[union-attr]
    for locale in ("id", "en"):
        assert town.house.phrases.plain(problems[0], _reader(town, locale))


def _reader(town: Town, locale: str) -> Any:
    from bot.talk.phrases import Reader

    return Reader(locale, "Asia/Jakarta", town.now)


# Asking it


def test_a_form_of_ones_own_is_asked_of_members_and_keeps_its_version(town: Town, rina: Citizen) -> None:
    mentee = sari(town)
    assert "Berguna?" in mentee.taps_data("go:form:kelas")
    assert "Kenapa?" in mentee.taps("2")
    rina.drops("new.toml", OWN.replace("Saran?", "Ada saran baru?"))
    rina.taps("Keep as version 2")
    assert "Saran?" in mentee.does("[Waktu]", "motor rusak", "[Selesai]")
    assert "Makasih" in mentee.writes("lebih lama")
    [response] = town.rows(tables.FormResponse)
    with town.look() as connection:
        first, second = own_rows(connection, 1, "kelas")
    assert response.version == first.version != second.version
    assert response.answers == {"useful": 2, "why": ["time", "motor rusak"], "idea": "lebih lama"}


def test_answers_are_changed_in_their_place_for_a_week(town: Town, rina: Citizen) -> None:
    mentee = sari(town)
    mentee.taps_data("go:form:kelas")
    mentee.does("[4]", "[Lewati]")
    town.passes(days=6)
    assert "sudah kamu isi" in mentee.taps("Ubah jawaban")
    assert "tetap seperti semula" in mentee.taps("Sudah pas")
    mentee.taps_data("go:form:kelas")
    assert "Kenapa?" in mentee.does("[Ubah]", "[Berguna?]", "[1]")
    assert "sudah kamu isi" in mentee.does("[Contoh]", "[Selesai]")
    assert "Makasih" in mentee.taps("Sudah pas")
    [response] = town.rows(tables.FormResponse)
    assert response.answers == {"useful": 1, "why": ["words"], "idea": None}
    town.passes(days=2)
    assert "(1 dari 2)" in mentee.taps_data("go:form:kelas")


def test_a_form_that_ships_is_changed_too_and_does_nothing_twice(town: Town) -> None:
    pair = town.pair()
    pair.mentee.taps_data(f"go:closing:pair-{pair.id}")
    pair.mentee.does("[Sesuai harapan]", "[Ya]", "[9]", "[Lewati]", "Makasih banyak", "[Ya]")
    before = texts(pair.mentor).count("Makasih banyak")
    assert "sudah kamu isi" in pair.mentee.taps("Ubah jawaban")
    pair.mentee.does("[Ubah]", "[Dari 0 sampai 10]", "[7]", "[Sudah pas]")
    [response] = town.rows(tables.FormResponse)
    assert response.answers["recommend"] == 7
    assert texts(pair.mentor).count("Makasih banyak") == before


def test_nobody_changes_the_answers_of_somebody_else(town: Town, rina: Citizen) -> None:
    from bot.mentoring.forms_effects import ChangeResponse

    mentee = sari(town)
    mentee.taps_data("go:form:kelas")
    mentee.does("[4]", "[Lewati]")
    [response] = town.rows(tables.FormResponse)
    town.apply(1, ChangeResponse("kelas", response.version, {"useful": 1}, response.id))
    assert town.rows(tables.FormResponse)[0].answers["useful"] == 4


def test_a_form_about_the_partner_finds_or_asks_whose(town: Town) -> None:
    owner = town.staff(locale="en")
    owner.drops("x.toml", ABOUT)
    owner.taps("Keep berdua")
    pair = town.pair()
    assert "Berguna untukmu dan Budi?" in pair.mentee.taps_data("go:form:berdua")
    pair.mentee.does("[5]", "[Lewati]")
    [response] = town.rows(tables.FormResponse)
    assert (response.subject, response.about_id) == (f"pair:{pair.id}", town.rows(tables.Pair)[0].mentor_id)
    lonely = sari(town, "5000000077", "Yosef")
    assert "kamu belum punya" in lonely.taps_data("go:form:berdua")
    assert "gimana rasanya mentoring dengan Budi" in pair.mentee.taps_data("go:pulse")
    assert "sudah berakhir" in pair.mentee.taps_data("go:form:berdua.pair-99")


def test_who_has_several_partners_says_about_whom(town: Town) -> None:
    owner = town.staff(locale="en")
    owner.drops("x.toml", ABOUT)
    owner.taps("Keep berdua")
    pair = town.pair()
    sari(town, "5000000077", "Yosef")
    town.writer.do(lambda c: office.pair(c, "Budi", "Yosef", now=town.now)).result(10)
    assert "tentang siapa?" in pair.mentor.taps_data("go:form:berdua")
    assert "Berguna untukmu dan Yosef?" in pair.mentor.taps("Yosef")


def test_retired_it_is_asked_no_more_and_comes_back(town: Town, rina: Citizen) -> None:
    mentee = sari(town)
    rina.writes("/form retire kelas")
    assert "There are no answers yet" in rina.screen
    assert town.rows(tables.StoredForm)[0].state == "active"
    assert "isn't asked any more" in rina.taps("Stop using it")
    assert "sudah ditutup" in mentee.taps_data("go:form:kelas")
    assert "no longer asked" in rina.writes("/form")
    assert "no form “kelas”" in rina.writes("/form send kelas to all")
    assert "in use again" in rina.writes("/form restore kelas")
    assert "Berguna?" in mentee.taps_data("go:form:kelas")
    assert "no form “feedback”" in rina.taps_data("do:form_state:feedback:retired")


# Sending


def test_sending_is_proposed_with_the_filter_as_it_was_typed(town: Town, rina: Citizen) -> None:
    sari(town)
    assert rina.writes("/form send kelas to mentees")
    [campaign] = town.rows(tables.Campaign)
    assert (campaign.kind, campaign.form, campaign.audience, campaign.state) == ("form", "kelas", "mentees", "draft")
    assert "comes by itself" in rina.writes("/form send closing to all")
    assert "who is it for" in rina.writes("/form send kelas")
    rina.taps("All mentors")
    assert town.rows(tables.Campaign)[-1].audience == "mentors"
    assert "too long" in rina.writes("/form send kelas to " + "mentees " * 12)


# Results


def test_four_people_give_nothing_and_five_give_totals(town: Town, rina: Citizen) -> None:
    answer(town, 4, lambda n: {"useful": 4, "idea": "rahasia"})
    assert "opens from 5 people" in rina.writes("/form results kelas")
    assert "rahasia" not in rina.taps_data("p:form_comments:kelas") + rina.taps_data("p:form_question:kelas:1")
    rina.writes("/form csv kelas")
    assert "fewer than 5 people" in rina.file().decode()
    answer(town, 1, lambda n: {"useful": 2, "why": ["time", "hujan"], "idea": "terus"})
    said = rina.writes("/form results kelas")
    assert "5 people answered" in said
    assert "average 3.6 of 5 (5 answers)" in said
    assert "fewer than 5 people so far" in said
    assert "80% (4) 4" in rina.taps("1")
    comments = rina.writes("/form comments kelas")
    assert comments.count("“rahasia”") + rina.taps("Next").count("“rahasia”") == 4
    assert "hujan" not in comments + rina.screen


def test_one_person_who_answers_often_is_one_and_the_newest_counts(town: Town, rina: Citizen) -> None:
    answer(town, 5, lambda n: {"useful": 1, "idea": "lama"})
    [*_, last] = town.rows(tables.FormResponse)
    again = {"programme_id": 1, "form": "kelas", "version": "x", "subject": "", "at": town.now + timedelta(hours=1)}
    row = again | {"person_id": last.person_id, "answers": {"useful": 5, "idea": "baru"}}
    gone = again | {"person_id": None, "answers": {"useful": 5, "idea": "hantu"}}
    town.writer.do(lambda c: c.execute(insert(table(tables.FormResponse)), [row, gone])).result(10)
    assert "average 1.8 of 5 (5 answers)" in rina.writes("/form results kelas")
    said = rina.writes("/form comments kelas") + rina.taps("Next")
    assert (said.count("“lama”"), said.count("“baru”"), said.count("hantu")) == (4, 1, 0)


def test_another_programmes_answers_are_not_in_it(town: Town, rina: Citizen) -> None:
    town.programme("Lain")
    answer(town, 5, lambda n: {"useful": 1}, programme_id=2)
    assert "nobody has answered" in rina.writes("/form results kelas")


def test_versions_are_put_together_where_they_asked_the_same() -> None:
    first, _ = read_form(OWN, "")
    wider, _ = read_form(OWN.replace('kind = "scale"', 'kind = "scale"\nhigh = 10'), "")
    assert first
    assert wider

    class Row:
        def __init__(self, person: int, version: str, answers: dict[str, Any]) -> None:
            self.person_id, self.subject, self.version, self.answers = person, "", version, answers

    rows = [Row(n, first.version, {"useful": 5, "idea": "x"}) for n in range(5)]
    rows += [Row(n, wider.version, {"useful": 10}) for n in range(5, 10)]
    known = {first.version: first, wider.version: wider}
    total = total_of(rows, wider, known)["useful"]
    assert (total.n, total.mean) == (5, 10.0)
    old = total_of([*rows, Row(11, "unknown", {"useful": "many"}), Row(12, "unknown", {"useful": 7})], wider, {})
    assert old["useful"].n == 11
    retitled = OWN.replace("CV class", "Course")
    third, _ = read_form(retitled, "")
    assert third
    assert total_of(rows, third, known | {third.version: third})["useful"].n == 5


def test_thanks_that_may_not_be_passed_on_nobody_reads(town: Town, rina: Citizen) -> None:
    given = {"relation": 4, "goals": "yes", "recommend": 9, "thanks": "Terima kasih Kak"}
    answer(town, 5, lambda n: given | {"pass-on": n == 0}, form="closing")
    said = rina.writes("/form comments closing")
    assert said.count("Terima kasih Kak") == 1


def test_a_table_of_totals_is_safe_and_has_no_names(town: Town, rina: Citizen) -> None:
    rina.drops("x.toml", OWN.replace('id = "Waktu", en = "Time"', 'id = "=1+1", en = "=1+1"'))
    rina.taps("Keep as version 2")
    answer(town, 5, lambda n: {"useful": 1, "why": ["time"]})
    rina.writes("/form csv kelas")
    rows = list(csv.reader(io.StringIO(rina.file().decode("utf-8-sig"))))
    assert rows[0] == ["key", "question", "answer", "count", "percent", "n", "mean"]
    assert ["useful", "Useful?", "1", "5", "100", "5", "1.0"] in rows
    assert ["why", "Why?", "'=1+1", "5", "100", "5", ""] in rows


def test_a_chart_is_drawn_when_it_is_sent_and_shows_nothing_of_too_few(town: Town, rina: Citizen) -> None:
    answer(town, 5, lambda n: {"useful": 1 + n, "why": ["time"] if n < 2 else None})
    rina.writes("/form results kelas")
    assert "CV class · 5 people" in rina.taps("Chart")
    content = next(shown.drawn.file.content for shown in rina.heard if shown.drawn.file)
    assert [len(each["bars"]) for each in content["questions"]] == [5]
    assert draw(town.house.phrases, content).startswith(b"\x89PNG")
    assert "opens from 5 people" in rina.writes("/form chart pulse")


def test_what_a_picture_can_not_hold_comes_in_the_next_one(town: Town, rina: Citizen) -> None:
    more = "".join(
        OWN.partition("[[questions]]")[2]
        .partition("[[questions]]")[0]
        .replace("useful", f"u{n}")
        .join(["[[questions]]", ""])
        for n in range(4)
    )
    rina.drops("x.toml", OWN + more)
    rina.taps("Keep as version 2")
    answer(town, 5, lambda n: {"useful": 3} | {f"u{number}": 2 for number in range(4)})
    rina.writes("/form chart kelas")
    first = rina.heard[-1].drawn.file
    rina.taps("Next")
    second = rina.heard[-1].drawn.file
    assert first
    assert second
    assert [len(file.content["questions"]) for file in (first, second)] == [3, 2]


def test_numbers_far_apart_are_put_together() -> None:
    text = OWN.replace('kind = "scale"', 'kind = "number"\nlow = 0\nhigh = 99')
    form = Form.model_validate(tomllib.loads(text))
    total = Total(5, 50.0, {"3": 1, "19": 1, "20": 1, "99": 2}, withheld=False)
    assert [(bar.label, bar.count) for bar in bars(form.questions[0], total)] == [
        ("0–19", 2), ("20–39", 1), ("40–59", 0), ("60–79", 0), ("80–99", 2),
    ]  # fmt: skip


# Links


def link(town: Town, rina: Citizen, name: str = "kelas") -> str:
    """A new link to a form, as /start is written."""
    said = rina.writes(f"/form link {name}")
    assert rina.file().startswith(b"\x89PNG")
    return "/start " + said.partition("start=")[2].split("\n")[0].strip()


def test_a_link_opens_the_form_for_members_only(town: Town, rina: Citizen) -> None:
    start = link(town, rina)
    mentee = sari(town)
    assert "Berguna?" in mentee.writes(start)
    stranger = town.citizen("9000000001")
    assert "Formulir ini untuk peserta Mentoring Beasiswa 2026" in stranger.writes(start)
    assert not town.rows(tables.Account, external_id="9000000001")
    assert "tidak dikenal" in stranger.writes("/start BAAA-AAAA-AAAA-AAAB")
    mentee.does("[4]", "[Lewati]")
    assert "sudah kamu isi" in mentee.writes(start)


def test_a_link_admits_nobody_and_ends(town: Town, rina: Citizen) -> None:
    start = link(town, rina)
    [row] = [row for row in town.rows(tables.Invitation) if row.opens]
    assert (row.opens, row.uses, row.used) == ("form:kelas", 0, 0)
    stranger = town.citizen("9000000001")
    stranger.writes(start)
    assert "untuk" not in stranger.taps_data(f"go:enroll:inv-{row.id}").casefold() or "undangan" in stranger.screen
    mentee = sari(town)
    rina.does("/form retire kelas", "[Stop using it]")
    assert "sudah ditutup" in mentee.writes(start)
    town.passes(days=91)
    assert "masa berlakunya" in mentee.writes(start)


# Who may


@pytest.mark.parametrize("role", ["viewer", "mentee"])
def test_the_desk_is_closed_to_others(town: Town, rina: Citizen, role: str) -> None:
    other = town.staff("7000000009", "Vina", role="viewer") if role == "viewer" else sari(town)
    assert "peran lain" in other.writes("/formulir")
    before = len(town.rows(tables.Job))
    for data in (
        "p:forms",
        "p:form_results:kelas",
        "p:form_comments:kelas",
        "do:form_csv:kelas",
        "do:form_link:kelas",
        "do:form_state:kelas:retired",
        "do:form_send:kelas:all",
        "go:form_try:kelas",
        "go:form_desk:csv kelas",
    ):
        assert "CV" not in other.taps_data(data)
    assert len(town.rows(tables.Job)) == before
    assert town.rows(tables.StoredForm)[0].state == "active"
    other.drops("x.toml", OWN)
    assert len(town.rows(tables.Upload)) == 1


def test_another_programme_neither_sees_nor_asks_a_form(town: Town, rina: Citizen) -> None:
    other = town.programme("Lain")
    draw = (99).to_bytes(16, "big")
    token = town.writer.do(
        lambda c: office.invite(c, "owner", other, 1, timedelta(days=9), draw=draw, now=town.now)
    ).result(10)
    dewi = town.citizen("7000000003", "en")
    dewi.writes(f"/start {token}")
    dewi.does("[I agree]", "Dewi", "[WIB]")
    assert "CV class" not in dewi.writes("/form")
    assert "no form “kelas”" in dewi.taps_data("p:form_card:kelas")
    assert "has been closed" in dewi.taps_data("go:form:kelas")
    assert "no form “kelas”" in dewi.taps_data("do:form_csv:kelas")
    assert "no form “kelas”" in dewi.taps_data("do:form_state:kelas:retired")
    assert town.rows(tables.StoredForm)[0].state == "active"
    assert "belongs to Mentoring Beasiswa 2026" in dewi.writes(link(town, rina))


@pytest.mark.parametrize("whom", [*AUDIENCES, *PAIRED])
def test_whom_buttons_send_to_is_understood(whom: str) -> None:
    assert read_audience(whom).text


def test_everything_of_the_desk_has_its_roles(town: Town) -> None:
    from bot.flows.staff import forms

    named = (
        {page.name for page in forms.PAGES} | {f"do:{action}" for action in forms.ACTIONS} | {"form_desk", "form_try"}
    )
    assert named <= town.house.roles.keys()
    assert "form" not in town.house.roles


def test_what_was_looked_at_is_kept(town: Town, rina: Citizen) -> None:
    rina.writes("/form results kelas")
    assert "form_results kelas" in [row.subject for row in town.rows(tables.Activity, kind="Look")]
    assert "kelas" in [row.subject for row in town.rows(tables.Activity, kind="KeepForm")]


def test_erasing_takes_answers_along(town: Town, rina: Citizen) -> None:
    mentee = sari(town)
    mentee.taps_data("go:form:kelas")
    mentee.does("[4]", "rahasia saya")
    mentee.does("/hapus", "[Lanjut menghapus]", "hapus")
    assert not town.rows(tables.FormResponse)

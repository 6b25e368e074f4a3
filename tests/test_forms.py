"""Feedback forms as data: asked with buttons, branching, resumable, kept with the form's version."""

from bot.furnish import PROMPTS
from bot.talk.forms import read_form, wanted
from storage import tables
from tests.town import Town

TEXT = (PROMPTS / "forms" / "feedback.toml").read_text(encoding="utf-8")


def test_a_form_is_a_few_taps_and_its_answers_name_its_version(town: Town) -> None:
    sari = town.with_goal()
    assert "seberapa membantu" in sari.writes("/masukan")
    assert "harus tetap ada" in sari.taps("Sesuai harapan")
    sari.writes("check-in mingguan")
    assert "Makasih" in sari.taps("Lewati")
    [response] = town.rows(tables.FormResponse)
    form, _ = read_form(TEXT, "feedback.toml")
    assert form
    assert (response.form, response.version) == ("feedback", form.version)
    assert response.answers == {"useful": 3, "keep": "check-in mingguan", "change": None}


def test_a_low_answer_is_asked_what_is_missing(town: Town) -> None:
    """`when` branches; ticks and own words are kept together."""
    sari = town.with_goal()
    sari.writes("/masukan")
    assert "paling kurang" in sari.taps("Tidak membantu")
    sari.does("[Arah yang jelas]", "contoh nyata", "[Selesai]", "[Lewati]", "[Lewati]")
    assert town.rows(tables.FormResponse)[0].answers["missing"] == ["direction", "contoh nyata"]


def test_a_form_is_read_in_each_persons_own_language(town: Town) -> None:
    emma = town.with_goal("5000000003", "Emma", "en")
    assert "how helpful is the programme" in emma.writes("/feedback")
    assert "Thank you" in emma.does("[As I expected]", "[Skip]", "[Skip]")


def test_a_form_goes_on_after_a_restart_as_it_was_when_it_began(town: Town) -> None:
    """The form is frozen into the conversation: a new version does not change the questions in the middle."""
    sari = town.with_goal()
    sari.does("/masukan", "[Sesuai harapan]")
    town.writer.stop()
    town.restart()
    assert "sebaiknya diubah" in sari.taps("Lewati")


def test_the_version_is_the_hash_of_the_content() -> None:
    first, _ = read_form(TEXT, "a")
    again, _ = read_form("# another comment\n" + TEXT, "b")
    changed, _ = read_form(TEXT.replace("seberapa membantu", "sejauh apa membantu"), "c")
    assert first
    assert again
    assert changed
    assert first.version == again.version != changed.version


def test_when_compares_numbers_words_and_ticks() -> None:
    answers = {"n": 2, "yes": True, "pick": "a", "many": ("x", "y"), "none": None}
    assert [
        wanted(when, answers)
        for when in ("n <= 2", "n > 2", "yes = yes", "pick = a", "many has y", "many has z", "none = a", "")
    ] == [
        True,
        False,
        True,
        True,
        True,
        False,
        False,
        True,
    ]

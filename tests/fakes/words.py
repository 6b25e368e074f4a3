"""A few sentences of a test's own, so that no test of the plumbing depends on what prompts/ says."""

from __future__ import annotations

from pathlib import Path

from bot.talk.phrases import Phrases, load_phrases

SENTENCES = """
said = { $text }
bold = <b>{ $text }</b>
open-bold = <b>begins
    and ends</b>
late = (was due { $at })
render-trouble = could not be shown
button-yes = Yes
button-wordy = { $text }
needs-name = Hi { $name }
not-html = <p>Hi</p> & <3
"""


def few_words(folder: Path, **more: str) -> Phrases:
    """The same sentences in both languages; `more` replaces or adds some, "" removes one."""
    text = SENTENCES
    for key, value in more.items():
        name = key.replace("_", "-")
        kept = [line for line in text.splitlines() if not line.startswith(f"{name} =")]
        text = "\n".join([*kept, f"{name} = {value}" if value else "", ""])
    for locale in ("id", "en"):
        (folder / locale).mkdir(parents=True, exist_ok=True)
        (folder / locale / "few.ftl").write_text(text, encoding="utf-8")
    return load_phrases(folder)

"""Commands are described in a line, and found in plain words."""

import pytest

from bot.commands import COMMANDS, Command
from bot.hearing import wanted
from bot.messages import say
from tests.somebody import facts, phrases, said
from tests.town import furnished

LOCALES = ["id", "en"]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_described_in_a_line(command: Command, locale: str) -> None:
    assert 3 <= len(said(say(f"command-{command.name}"), facts(locale=locale))) <= 60
    assert phrases().ways(f"phrases-{command.name}")


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("mau check in", "checkin"),
        ("lapor progres", "checkin"),
        ("aku mau lapor kemajuan minggu ini", "checkin"),
        ("tujuanku apa aja", "goals"),
        ("lihat grafik dong", "progress"),
        ("tolong aku", "help_me"),
        ("mentorku ga balas balas", "help_me"),
        ("aku merasa tidak aman", "help_me"),
        ("jeda 2 minggu", "pause"),
        ("aku lagi ujian, mau istirahat", "pause"),
        ("aku mau berhenti", "leave"),
        ("mau berhenti sementara", "pause"),
        ("tolong hapus dataku", "erase"),
        ("hapus semua data saya", "erase"),
        ("minta dataku", "my_data"),
        ("ubah dataku", "edit"),
        ("ganti jam check in", "settings"),
        ("siapa yang bisa lihat dataku", "privacy"),
        ("bahasa inggris", "language"),
        ("bantuan", "help"),
        ("halo", "help"),
        ("selamat pagi kak", "help"),
        ("i need a break", "pause"),
        ("delete my data", "erase"),
        ("how am i doing?", "progress"),
        ("my mentor doesn't reply", "help_me"),
        ("help", "help"),
        ("help me", "help_me"),
        ("terima kasih", None),
        ("oke", None),
        ("siapa kamu", None),
        ("besok ujian matematika", None),
        ("aku sedih banget hari ini", None),
        ("siang ini panas", None),
        ("kemarin mentor bilang bagus", None),
        ("i had a good day", None),
        ("😀😀", None),
    ],
)
def test_plain_words_find_their_command_and_small_talk_finds_none(text: str, command: str | None) -> None:
    for locale in LOCALES:
        found = wanted(furnished(), text, locale)
        assert (found.name if found else None) == command

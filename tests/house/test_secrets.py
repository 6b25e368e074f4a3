"""Nothing is published that belongs to one machine or one person: tokens, keys, paths, the address of a registry."""

import re

import pytest

from tests.house.sources import ROOT, published

# One letter of each word stands in brackets, so that this file does not find itself.
FORBIDDEN = {
    "a Telegram token": r"\b\d{8,10}:[A-Za-z0-9_-]{35}(?![\w-])",
    "a Discord token": r"\b[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}(?![\w-])",
    "a Discord webhook": r"discord(?:app)?\.com/api/webhook[s]/\d{17,20}/[\w-]{60,}",
    "a platform's access key": r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|AKIA[0-9A-Z]{16}|xox[baprs]-[0-9A-Za-z-]{20,})\b",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KE[Y]-----",
    "a machine's path": r"(?<![\w.~-])/(?:wor[k]|roo[t]|home/(?!you\b|tuntun\b)\w+|User[s]/\w+)(?:/|\b(?![\w-]))",
    "a registry's address": r"pyp[i]\.org|pythonhoste[d]\.org|registry\.npmj[s]\.org|[/.]debia[n]\.org/debian",
    "an index option": r"--(?:extra-)?inde[x]-url|--find-link[s]",
}


def found_in(text: str) -> list[str]:
    """What a text should not hold, by name."""
    return [name for name, pattern in FORBIDDEN.items() if re.search(pattern, text)]


def test_no_file_tells_a_secret_or_where_it_was_written() -> None:
    found = {}
    for path in published():
        text = path.read_bytes().decode("utf-8", errors="replace")
        found[str(path.relative_to(ROOT))] = found_in(text)
    assert {path: names for path, names in found.items() if names} == {}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a Telegram token", "TELEGRAM_TOKEN=" + "1234567890:" + "Ab3_-" * 7),
        ("a Discord token", "M" + "a1B2" * 6 + "." + "abc_-1" + "." + "z9Y8x7" * 5),
        ("a private key", "-----BEGIN " + "PRIVATE KEY-----"),
        ("a machine's path", 'open("' + "/wo" + 'rk/x.txt")'),
        ("a registry's address", "https://" + "pyp" + "i.org/simple"),
    ],
)
def test_what_must_not_be_published_is_recognised(name: str, text: str) -> None:
    assert found_in(text) == [name]


@pytest.mark.parametrize(
    "text", ["TELEGRAM_TOKEN=123456:your-token", "a/work/b", "13:45", "/workshop", "t.me/rootless"]
)
def test_what_only_resembles_a_secret_passes(text: str) -> None:
    assert found_in(text) == []

"""The readers on whatever Hypothesis makes up: bytes, text, and the shapes that each of them knows."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS
from tests.test_properties import examples

SEEDS = {
    "updates": (
        *("update_id", "message", "edited_message", "my_chat_member", "chat", "from", "id", "type", "private", "date"),
        *("text", "entities", "photo", "document", "file_id", "location", "latitude", "first_name", "is_bot"),
    ),
    "interactions": ("m:1:x", "M:17", "1 9 x shut t", "custom_id", "value", "values", "component", "components"),
    "tokens": ("/start ", "K7QF-2M9D-XW3T-HB6P", "join-x", "/link ", "ABCD-EFG", "é", "\uff11"),
    "dates": (
        *("besok", "31/2", "29 Februari", "jam 7", "7pm", "2w", "tiap Selasa", "+99999 hari", "0000-00-00", "10.70"),
        *("lusa", "9" * 30, "WITA", "UTC+25", "in 3 months", "akhir bulan"),
    ),
    "toml": (
        *('name = "x"', "[[questions]]", 'key = "a"', 'kind = "scale"', "[id]", 'when = "a == 1"', "[[nudges]]"),
        *("99999999 weeks", 'at = "25:99"', "\\u0000", "\n"),
    ),
    "lists": (
        "name,role\n",
        "nama;peran\n",
        "Ani,mentee\n",
        '"',
        "\t",
        "sep=,\n",
        "=1+1,mentor\n",
        "\ufeff",
        "PK\x03\x04",
    ),
    "filters": (
        "mentees",
        "silent > 14d",
        "belum ada tujuan",
        "-",
        "or",
        "#1+2",
        '"',
        "“",
        "not not",
        "topic:",
        "999 minggu",
    ),
    "words": (
        "<b>",
        "</b>",
        "&lt;",
        "@everyone",
        "<@1>",
        '<a href="x">',
        "`",
        "https://x/@here",
        "\n# ",
        "😀",
        "<",
        "&#0;",
    ),
}
keys = st.sampled_from(SEEDS["updates"] + SEEDS["interactions"][3:])
shapes: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=8) | keys,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=6),
    max_leaves=20,
)


def said(target: str) -> st.SearchStrategy[bytes]:
    """Bytes of any kind, and pieces that this reader knows, put together in any order."""
    known = st.lists(st.sampled_from(SEEDS[target]) | st.text(max_size=6), max_size=12).map("".join)
    some = [st.binary(max_size=200), known.map(lambda text: text.encode(errors="replace"))]
    if target in {"updates", "interactions"}:
        some.append(shapes.map(lambda shape: json.dumps(shape).encode()))
    return st.one_of(*some)


@pytest.mark.parametrize("target", TARGETS)
@examples(60)
@given(data=st.data())
def test_no_reader_breaks_on_anything(target: str, data: st.DataObject) -> None:
    TARGETS[target](data.draw(said(target)))


@examples(100)
@given(
    who=shapes,
    chat=shapes,
    message=st.dictionaries(keys, shapes, max_size=6),
    kind=st.sampled_from(SEEDS["updates"][1:4]),
)
def test_an_update_of_any_shape_is_read_or_passed_over(who: Any, chat: Any, message: dict[str, Any], kind: str) -> None:
    """Near enough to a real one that the reader goes far into it."""
    person = {"id": 5, "is_bot": False, "first_name": "x"} | (who if isinstance(who, dict) else {})
    place = {"id": 5, "type": "private"} | (chat if isinstance(chat, dict) else {})
    body = {"message_id": 1, "date": 1, "from": person, "chat": place, "text": "x"} | message
    TARGETS["updates"](json.dumps({"update_id": 1, kind: body}).encode())


@examples(60)
@given(
    rows=st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=8), dialect=st.sampled_from(csv.list_dialects())
)
def test_a_list_of_any_cells_is_read_or_explained(rows: list[list[str]], dialect: str) -> None:
    written = io.StringIO()
    csv.writer(written, dialect, quoting=csv.QUOTE_ALL).writerows([["name", "role"], *rows])
    TARGETS["lists"](written.getvalue().encode(errors="replace"))


@examples(40)
@given(parts=st.dictionaries(st.sampled_from(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "[Content_Types].xml",
       "xl/_rels/workbook.xml.rels", "../../x", "/etc/x"]), st.binary(max_size=300), min_size=1))  # fmt: skip
def test_a_workbook_of_any_parts_is_read_or_explained(parts: dict[str, bytes]) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, held in parts.items():
            packed.writestr(name, held)
    TARGETS["lists"](made.getvalue())


FOUND = {
    "filters": ('!-!--"----------------"---"------d-', '-"a"b"c'),
    "interactions": ("[[1]]", "1 " + "9" * 30 + " x shut t"),
}


@pytest.mark.parametrize("target", FOUND)
def test_what_a_hunt_has_found_stays_mended(target: str) -> None:
    for text in FOUND[target]:
        TARGETS[target](text.encode())

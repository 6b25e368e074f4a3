"""The tables of docs/faults.md are what happens, and what happens keeps the promises."""

from __future__ import annotations

import os

import pytest

from tests.faults.__main__ import PAGE, kept
from tests.faults.gateway import OVER, drawn_rows, rows
from tests.faults.tables import Found, played

SHARE = int(os.environ.get("FAULTS_SHARE", "3"))  # each third cell is played; FAULTS_SHARE=1 plays all
SURE = {"sent": 1, "unreachable": 0, "refused": 0}  # how often a message in that state has arrived
NOT_OURS = {("not modified", "edit")}  # what is known to be otherwise, and said in the page


def table(platform: str) -> dict[tuple[str, str], str]:
    """The cells of the page."""
    there = kept(platform).search(PAGE.read_text(encoding="utf-8"))
    assert there is not None
    lines = there.group(0).splitlines()[1:-1]
    head, _, *rows = [[each.strip() for each in line.split("|")[1:-1]] for line in lines]
    return {(row[0], kind): cell for row in rows for kind, cell in zip(head[1:], row[1:], strict=True)}


@pytest.mark.slow
@pytest.mark.parametrize("platform", ["telegram", "discord"])
async def test_the_page_tells_what_becomes_of_each_message_under_each_fault(platform: str) -> None:
    """`python -m tests.faults` writes it anew."""
    found, told = await played(platform, SHARE), table(platform)
    never_twice_and_never_untrue(found)
    assert {place: str(cell or "") for place, cell in found.items()} == {place: told[place] for place in found}
    waited = {fault for (fault, _), cell in found.items() if cell and cell.paused}
    assert waited <= {fault for fault, kind in told if told[fault, "the others"] != "go on"}


@pytest.mark.slow
async def test_the_page_tells_what_becomes_of_what_happens_while_discords_connection_is_lost() -> None:
    found = await rows()
    lost = {(fault, way) for fault, counts in found.items() for way, count in counts.items() if count != 1}
    assert lost == {(fault, "command meanwhile") for fault in OVER}
    assert drawn_rows(found) in PAGE.read_text(encoding="utf-8")


def never_twice_and_never_untrue(found: Found) -> None:
    """Nothing comes twice; what counts as sent has come; whose words to a partner did not come hears of it."""
    for (fault, kind), cell in found.items():
        if cell is None or (fault, kind) in NOT_OURS:
            continue
        assert cell.arrived <= 1, (fault, kind)
        assert cell.arrived == SURE.get(cell.state, cell.arrived), (fault, kind)
        if kind.startswith("relay") and cell.state != "sent":
            assert "mentor" in cell.told, (fault, kind)

"""`python -m tests.faults [telegram] [discord] [gateway]`: play every fault, and write what
became of it into docs/faults.md."""

from __future__ import annotations

import asyncio
import re
import sys

from tests.faults.gateway import drawn_rows, rows
from tests.faults.tables import PLATFORMS, drawn, played
from tests.house.sources import ROOT

PAGE = ROOT / "docs" / "faults.md"


def kept(platform: str) -> re.Pattern[str]:
    """Where a platform's table stands in the page."""
    return re.compile(rf"(<!-- {platform} -->\n).*?(\n<!-- end -->)", re.DOTALL)


def main() -> None:
    """All tables, in place; or those that are named."""
    page = PAGE.read_text(encoding="utf-8")
    for name in sys.argv[1:] or (*PLATFORMS, "gateway"):
        table = drawn_rows(asyncio.run(rows())) if name == "gateway" else drawn(name, asyncio.run(played(name)))
        page = kept(name).sub(rf"\g<1>{table}\g<2>", page)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()

"""`python -m tests.faults`: play every fault and write what became of it into docs/faults.md."""

from __future__ import annotations

import asyncio
import re

from tests.faults.tables import PLATFORMS, drawn, played
from tests.house.sources import ROOT

PAGE = ROOT / "docs" / "faults.md"


def kept(platform: str) -> re.Pattern[str]:
    """Where a platform's table stands in the page."""
    return re.compile(rf"(<!-- {platform} -->\n).*?(\n<!-- end -->)", re.DOTALL)


def main() -> None:
    """Both tables, in place."""
    page = PAGE.read_text(encoding="utf-8")
    for platform in PLATFORMS:
        table = drawn(platform, asyncio.run(played(platform)))
        page = kept(platform).sub(rf"\g<1>{table}\g<2>", page)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()

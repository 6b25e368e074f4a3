"""README tells the truth: its transcript is what `make run` prints."""

import re
import subprocess
import sys
from pathlib import Path

from tests.house.sources import ROOT


def test_the_transcript_is_real_output(tmp_path: Path) -> None:
    """Without a token and without a terminal, `run` plays it and ends."""
    block = re.search(
        r"```console\n\$ make run\n(.*?)\n```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL
    )
    assert block
    played = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        cwd=tmp_path,  # where no .env lies
        env={"PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert played.stderr == ""
    assert played.stdout.strip() == block[1].strip()

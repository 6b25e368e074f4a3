"""The kill test of pairs as a benchmark: how often it was killed, and what came of the words in flight. KILLS=200 makes
it as long as it is meant to be."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.people import SERVER, Crowd
from tests.bench.table import Result
from tests.house.sources import ROOT

KILLS = "25"
TEST = "tests/test_kill_pairs.py::test_words_sessions_and_reminders_survive_any_kill"


def killed(folder: Path, _: Crowd) -> Iterator[Result]:
    """Nothing lost is what the test itself asserts."""
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-s",
        "-p",
        "no:cacheprovider",
        f"--basetemp={folder / 'kills'}",
        TEST,
    ]
    environment = {name: value for name, value in os.environ.items() if name != SERVER}
    environment.setdefault("KILLS", KILLS)
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    told = {name: int(value) for name, value in re.findall(r"^(\w[\w ,]+?) {2,}(\d+)$", done.stdout, re.MULTILINE)}
    if not told:
        raise RuntimeError(done.stdout + done.stderr)
    yield Result(
        f"killed with SIGKILL {told['kills']} times under load: answers, words, reminders lost",
        "0" if done.returncode == 0 else "some, see the test",
        f"{told['messages sent']} messages, {told['words between partners']} words between partners",
        "",
        "0",
        done.returncode == 0,
    )
    again, twice = told["in flight at a kill, sent again"], told["seen twice"]
    yield Result(
        "the same: in flight at a kill and sent again; seen twice by somebody",
        f"{again}; {twice}",
        "",
        "",
        "<= 1 a kill",
        twice <= told["kills"],
    )

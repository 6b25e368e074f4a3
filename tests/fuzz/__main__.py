"""`python -m tests.fuzz TARGET [SECONDS] [FILE ...]`: hunt with atheris, or try the files that a hunt left."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

READERS = ["bot", "adapters", "storage"]  # what is watched while it runs; all of its libraries would take minutes


def targets() -> Any:
    """The readers; watched by atheris where that is installed, which has to come before they are imported."""
    try:
        import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        return import_module("tests.fuzz.targets").TARGETS
    with atheris.instrument_imports(include=READERS):
        return import_module("tests.fuzz.targets").TARGETS


def main(arguments: list[str]) -> int:
    """Hunt, or replay; 2 when it is not told what."""
    known = targets()
    if not arguments or arguments[0] not in known:
        sys.stderr.write(f"which? {' '.join(known)}\n")
        return 2
    target, seconds, files = known[arguments[0]], arguments[1:2] or ["60"], arguments[2:]
    for file in files:
        target(Path(file).read_bytes())
    if files:
        return 0
    import atheris

    atheris.Setup([sys.argv[0], f"-max_total_time={seconds[0]}", "-max_len=2000", "-artifact_prefix=/tmp/"], target)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

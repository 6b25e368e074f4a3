"""`python -m tests.bench [--markdown] [--people N] [NAME ...]`: measures, and prints a row for each finding."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench.measure import machine
from tests.bench.people import Crowd
from tests.bench.runs import BENCHES, run_apart
from tests.bench.table import Result, markdown, terminal


def main() -> None:
    """Run what was asked for; all of it takes about ten minutes, two of them for a million people."""
    options = _options()
    results = list[Result]()
    with tempfile.TemporaryDirectory(prefix="tuntun-bench-") as folder:
        on = machine(Path(folder))
        for name in options.names or BENCHES:
            print(f"... {name}", file=sys.stderr, flush=True)
            found = run_apart(name, Crowd(Path(folder), options.people))
            print(terminal(found), file=sys.stderr, flush=True)
            results += found
    print(on, markdown(results) if options.markdown else terminal(results), sep="\n\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHES)}; all of them without one")
    parser.add_argument("--markdown", action="store_true", help="the table as README has it")
    parser.add_argument("--people", type=int, default=1_000_000, help="how many are very many")
    options = parser.parse_args()
    if unknown := set(options.names) - set(BENCHES):
        parser.error(f"there is no benchmark named {', '.join(sorted(unknown))}")
    return options


if __name__ == "__main__":
    main()

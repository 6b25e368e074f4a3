"""`make bench`, or `python -m tests.bench [--database WHICH] [--markdown] [--people N] [--write] [NAME ...]`:
measures, and prints a row for each finding."""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.measure import machine
from tests.bench.page import write
from tests.bench.people import Crowd
from tests.bench.runs import BENCHES, ON_SERVER, run_apart, server_for
from tests.bench.table import Result, markdown, terminal

DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def main() -> None:
    """Run what was asked for, one benchmark after the other."""
    options = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # the server ends with us
    with tempfile.TemporaryDirectory(prefix="tuntun-bench-") as folder:
        on = machine(Path(folder))
    found = {DATABASES[each]: _run(each, options) for each in _databases(options)}
    print(on)
    for name, results in found.items():
        print(name, markdown(results) if options.markdown else terminal(results), sep="\n\n", end="\n\n")
    if options.write:
        write(on, found)


def _databases(options: argparse.Namespace) -> Sequence[str]:
    return (options.database,) if options.database else tuple(DATABASES) if options.write else ("sqlite",)


def _run(database: str, options: argparse.Namespace) -> list[Result]:
    """All that was asked for, on one kind of database."""
    names, results = options.names or (BENCHES if database == "sqlite" else ON_SERVER), list[Result]()
    with tempfile.TemporaryDirectory(prefix="tuntun-bench-") as folder, server_for(database):
        for name in names:
            print(f"... {name} on {DATABASES[database]}", file=sys.stderr, flush=True)
            found = run_apart(name, Crowd(Path(folder), options.people))
            print(terminal(found), file=sys.stderr, flush=True)
            results += found
    return results


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHES)}; all of them without one")
    parser.add_argument("--database", choices=DATABASES, help="sqlite unless told; with --write both")
    parser.add_argument("--markdown", action="store_true", help="the table as a page has it")
    parser.add_argument("--people", type=int, default=1_000_000, help="how many are very many")
    parser.add_argument("--write", action="store_true", help="put tables and chart into docs/performance.md")
    options = parser.parse_args()
    if unknown := set(options.names) - set(BENCHES):
        parser.error(f"there is no benchmark named {', '.join(sorted(unknown))}")
    return options


if __name__ == "__main__":
    main()

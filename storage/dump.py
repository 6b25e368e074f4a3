"""A copy of a PostgreSQL database in one file, made by its own program `pg_dump` while the bot runs."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import URL, make_url

from bot.errors import Problem, Setup

MISSING = (
    "{program} of PostgreSQL is not installed here (on Debian and Ubuntu: apt-get install postgresql-client), "
    "and backups of this database are made with it"
)


def dump(url: str, part: Path) -> None:
    """Write an archive for `pg_restore` into a file, and read all of it again. It is of one moment, as `pg_dump` looks
    at the database in one transaction. Raises OSError with what PostgreSQL says when it can't be done."""
    place, world = where(url)
    _run(world, "pg_dump", "--format=custom", "--no-password", f"--file={part}", f"--dbname={place}")
    _run(world, "pg_restore", f"--file={os.devnull}", str(part))


def where(url: str) -> tuple[str, dict[str, str]]:
    """How the programs find the database. The password is for their environment: everybody sees their arguments."""
    place = make_url(url).set(drivername="postgresql")
    hidden = {"PGPASSWORD": str(place.password)} if place.password else {}
    bare = URL.create("postgresql", place.username, None, place.host, place.port, place.database, place.query)
    return bare.render_as_string(hide_password=False), {**os.environ, **hidden}


def _run(world: dict[str, str], program: str, *words: str) -> None:
    if (found := shutil.which(program)) is None:
        raise Setup([Problem("backup", MISSING.format(program=program))])
    done = subprocess.run([found, *words], env=world, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise OSError(done.stderr.strip().partition("\n")[0] or f"{program} ended with {done.returncode}")

"""Exports as their tests read them, and rows put into a town at once."""

import csv
import io
import zipfile
from typing import Any

from sqlalchemy import insert

from storage import tables
from storage.rows import table
from tests.town import Citizen, Town


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        assert made.testzip() is None
        return {name: made.read(name) for name in made.namelist()}


def rows_of(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"csv/{name}.csv"].decode("utf-8-sig"))))


def exported(rina: Citizen, words: str = "/export") -> dict[str, bytes]:
    rina.writes(words)
    rina.taps("Make the zip")
    return unzipped(rina.file())


def fill(town: Town, model: type[tables.Row], *rows: dict[str, Any]) -> None:
    town.writer.do(lambda c: c.execute(insert(table(model)), list(rows))).result(20)

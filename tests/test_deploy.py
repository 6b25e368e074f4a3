"""What docs/operations.md hands to an operator can be used: the container file's steps, and systemd's units."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.house.sources import ROOT

CONTAINERFILE = ROOT / "deploy" / "Containerfile"
UNITS = sorted((ROOT / "deploy").glob("*.service"))
PROGRAM = "/opt/tuntun/.venv/bin/python"


def steps(instruction: str) -> list[str]:
    """What the container file says after an instruction, each time."""
    text = CONTAINERFILE.read_text(encoding="utf-8").replace("\\\n", " ")
    return re.findall(rf"^{instruction} (.*)$", text, re.MULTILINE)


def copied() -> list[tuple[list[str], str]]:
    """The paths of this project that are copied, and where to."""
    words = [step.split() for step in steps("COPY") if not step.startswith("--from")]
    return [(sources, target) for *sources, target in words]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tuntun, built from nothing but what the container file copies, and unpacked."""
    folder = tmp_path_factory.mktemp("build")
    for sources, target in copied():
        for source in sources:
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, folder / target, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(ROOT / source, folder / target)
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", "out", "."]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    [built] = (folder / "out").glob("tuntun-*.whl")
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_image_has_all_that_the_project_consists_of(wheel: Path) -> None:
    parts = [ROOT / name for name in ("bot", "adapters", "storage", "prompts")]
    ours = {path.relative_to(ROOT) for part in parts for path in part.rglob("*") if path.is_file()}
    ours = {path for path in ours if "__pycache__" not in path.parts}
    assert ours - {path.relative_to(wheel) for path in wheel.rglob("*") if path.is_file()} == set()


def test_what_the_image_runs_is_a_command_that_works(wheel: Path, tmp_path: Path) -> None:
    [entry], [command] = steps("ENTRYPOINT"), steps("CMD")
    program, *words = json.loads(entry)
    assert (program, json.loads(command)) == ("python", ["run"])
    world = {**os.environ, "PYTHONPATH": str(wheel), "PYTHONSAFEPATH": "1"}
    done = subprocess.run(
        [sys.executable, *words, "check"], cwd=tmp_path, env=world, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "words, forms and plans: all well\n"), done.stderr
    where = "import bot, storage, adapters; print(bot.__file__, storage.__file__, adapters.__file__)"
    said = subprocess.run([sys.executable, "-c", where], cwd=tmp_path, env=world, capture_output=True, check=True)
    assert all(place.startswith(str(wheel)) for place in said.stdout.decode().split())


def test_what_the_image_installs_is_there() -> None:
    [install] = [step for step in steps("RUN") if "pip install" in step]
    [extra] = re.findall(r"'\.\[(\w+)\]'", install)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert extra in project["optional-dependencies"]
    assert "-c constraints.txt" in install
    assert "constraints.txt" in copied()[0][0]
    [(image, version)] = set(re.findall(r"^(\S+python):(\d\.\d+)-slim", "\n".join(steps("FROM")), re.MULTILINE))
    assert image == "docker.io/library/python"
    assert tuple(map(int, version.split("."))) >= (3, 11)


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_systemd_takes_the_unit(unit: Path, tmp_path: Path) -> None:
    """With a Python that is here, as systemd looks whether it can be run."""
    if (analyze := shutil.which("systemd-analyze")) is None:
        pytest.skip("no systemd-analyze here: install systemd")
    text = unit.read_text(encoding="utf-8")
    assert PROGRAM in text
    copy = tmp_path / unit.name.replace("@", "@web-1")
    copy.write_text(text.replace(PROGRAM, sys.executable))
    done = subprocess.run(
        [analyze, "verify", "--man=no", copy], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_a_unit_begins_the_part_it_is_named_for() -> None:
    """`%i` is the name after the @, `%%` a percent sign, `$$` a dollar."""
    text = (ROOT / "deploy" / "tuntun@.service").read_text(encoding="utf-8")
    [script] = re.findall(r"^ExecStart=/bin/sh -c '(.*)'$", text, re.MULTILINE)
    for name, part in (("web-1", "web"), ("worker-2", "worker"), ("send", "send")):
        line = script.replace("%i", name).replace("%%", "%").replace("$$", "$").replace(f"exec {PROGRAM}", "echo")
        said = subprocess.run(["/bin/sh", "-c", line], capture_output=True, text=True, check=True)
        assert said.stdout == f"-m bot {part}\n"

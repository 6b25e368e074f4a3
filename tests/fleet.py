"""A bot in several processes on one PostgreSQL: `web`, `worker`, `send`, each of which can be ended at any moment."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlalchemy import text

from storage.lease import HOLDERS, SENDERS
from tests.fakes.telegram_server import FakeTelegram
from tests.machine import PATIENT, Machine

SECRET = "sixteen_letters_at_least"
READY = {"web": "hearing Telegram at", "worker": "working, as number", "send": "ready to send"}


def free_port() -> int:
    """A port nobody listens at just now."""
    with socket.socket() as some:
        some.bind(("127.0.0.1", 0))
        return int(some.getsockname()[1])


class Fleet(Machine):
    """`parts` are the processes by name, as "web1"; what each says is in a file of its name."""

    def __init__(self, folder: Path, server: FakeTelegram, url: str) -> None:
        super().__init__(folder, server)
        self.ports = {"web1": free_port(), "web2": free_port()}
        address = f"http://127.0.0.1:{self.ports['web1']}"
        self.settings |= {"DATABASE_URL": url, "WEBHOOK_URL": address, "WEBHOOK_SECRET": SECRET}
        self.parts: dict[str, subprocess.Popen[bytes]] = {}
        self._before: dict[str, int] = {}  # how much was said by others of this name

    def begins(self, *names: str) -> None:
        """Start processes, and wait until each is ready."""
        for name in names:
            self.launches(name)
        for name in names:
            self.becomes_ready(name)

    def becomes_ready(self, name: str) -> None:
        """Wait until a process that was started is there."""
        self.waits(lambda: READY[name.rstrip("12")] in self.said(name)[self._before[name] :], name)

    def launches(self, name: str) -> None:
        """Start a process."""
        self._before[name] = len(self.said(name))
        port = {"WEBHOOK_PORT": str(self.ports[name])} if name in self.ports else {}
        with (self.folder / f"{name}.log").open("ab") as log:
            self.parts[name] = subprocess.Popen(
                [sys.executable, "-m", "bot", name.rstrip("12")],
                cwd=self.folder,
                env=self._environment(port),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def said(self, name: str) -> str:
        """All that processes of this name have said."""
        path = self.folder / f"{name}.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def waits(self, what: Callable[[], bool], name: str = "") -> float:
        """Wait until something is so; how many seconds that took."""
        began = time.monotonic()
        while not what():
            assert time.monotonic() < began + PATIENT, self.said(name)
            assert not name or self.parts[name].poll() is None, self.said(name)
            time.sleep(0.01)
        return time.monotonic() - began

    def loses(self, name: str) -> None:
        """A process ends as by a power cut."""
        self.signals(name, signal.SIGKILL)
        self.parts.pop(name).wait(PATIENT)

    def signals(self, name: str, how: signal.Signals) -> None:
        """Send a process a signal."""
        self.parts[name].send_signal(how)

    def ends_all(self) -> dict[str, int]:
        """Ask all to end, as systemd does; with which code each did."""
        for name in self.parts:
            self.signals(name, signal.SIGTERM)
        codes = {name: process.wait(PATIENT) for name, process in self.parts.items()}
        self.parts.clear()
        return codes

    def close(self) -> None:
        """Leave nothing running."""
        for name in list(self.parts):
            with suppress(ProcessLookupError):
                self.loses(name)
        super().close()

    def leader(self) -> str:
        """Which process sends just now, or nothing."""
        with self.database.connect() as connection:
            if not connection.execute(HOLDERS, {"kind": SENDERS}).first():
                return ""
            pid = connection.execute(CLIENT, {"kind": SENDERS}).scalar_one_or_none()
        said = {name: int(process.pid) for name, process in self.parts.items()}
        return next((name for name, number in said.items() if f"tuntun {number}" == pid), "?")


CLIENT = text(
    "SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid)"
    " WHERE locktype = 'advisory' AND classid::bigint = :kind AND granted"
)

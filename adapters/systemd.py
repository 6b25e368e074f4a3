"""What systemd wants to hear of a service of the type "notify": that it is there, that it lives, that it ends. Without
systemd all of it is silence."""

from __future__ import annotations

import os
import socket
from contextlib import suppress


def notify(words: str) -> bool:
    """Tell systemd, if it listens; says whether it did."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address or not hasattr(socket, "AF_UNIX"):
        return False
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.settimeout(1)
        line.connect("\0" + address[1:] if address.startswith("@") else address)
        line.sendall(words.encode())
        return True
    return False


def patience() -> float | None:
    """Seconds after which systemd starts a silent process anew; None where it does not watch this one."""
    if os.environ.get("WATCHDOG_PID", str(os.getpid())) != str(os.getpid()):
        return None
    told = os.environ.get("WATCHDOG_USEC", "")
    return int(told) / 1e6 if told.isdecimal() and int(told) else None

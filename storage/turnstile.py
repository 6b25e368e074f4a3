"""Who is next: what waits stands in a line for each person, and everybody's first comes before anybody's second. So
somebody who sends a thousand messages holds up nobody but themselves."""

from __future__ import annotations

import queue
from collections import deque
from collections.abc import Hashable
from concurrent.futures import Future
from typing import Any, Generic, TypeAlias, TypeVar

from bot.messages import Incoming

T = TypeVar("T")
Waiting: TypeAlias = "tuple[T, Future[Any]]"


class Turnstile(Generic[T]):
    """Takes from any thread, gives to one."""

    def __init__(self) -> None:
        self._inbox: queue.SimpleQueue[Waiting[T]] = queue.SimpleQueue()
        self._lines: dict[Hashable, deque[Waiting[T]]] = {}

    def __len__(self) -> int:
        return self._inbox.qsize() + sum(len(line) for line in tuple(self._lines.values()))

    def put(self, item: T) -> Future[Any]:
        """Stand in line."""
        future: Future[Any] = Future()
        self._inbox.put((item, future))
        return future

    def take(self, most: int) -> list[Waiting[T]]:
        """The first of everybody, up to `most`, in the order they came; waits while there is nothing."""
        if not self._lines:
            self._stand(self._inbox.get())
        while not self._inbox.empty():
            self._stand(self._inbox.get())
        taken = []
        for who in list(self._lines)[:most]:
            line = self._lines.pop(who)
            taken.append(line.popleft())
            if line:
                self._lines[who] = line  # behind all others
        return taken

    def _stand(self, waiting: Waiting[T]) -> None:
        item = waiting[0]
        who: Hashable = (item.platform, item.account) if isinstance(item, Incoming) else id(waiting[1])
        self._lines.setdefault(who, deque()).append(waiting)

"""The best assignment of all mentees to all mentors at once, exact: no other one under the same capacities is worth
more.

Mentees come in one by one, in their order. Each new one takes the shortest augmenting path through the mentors
(Dijkstra on reduced costs): to a free place, or until somebody stays without one who loses least by it. A mentor's
price is what a place with them costs the others; prices only rise, so of each mentee's mentors only the best few need
to be looked at, the next ones when the search really comes to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush
from operator import sub

FEW, MORE = 24, 4  # of a mentee's mentors that are looked at first; so many times more when those were too few
NOBODY = -1


class Market:
    """Who sits with whom. `worth` has a row for each mentee: what each mentor is worth, below `least` for never;
    `rooms` are the places with each mentor; `alone` is what it is worth to stay without."""

    def __init__(self, worth: Sequence[Sequence[int]], rooms: Sequence[int], least: int, alone: int) -> None:
        self._worth, self._rooms, self._least, self._alone = worth, rooms, least, alone
        self._price = [0] * len(rooms)
        self._gain = [alone] * len(worth)
        self._seats: list[list[int]] = [[] for _ in rooms]
        self._near: list[list[tuple[int, int]]] = [[] for _ in worth]
        self._wide = [FEW] * len(worth)  # how many of its mentors each has looked at
        self._rest = [alone] * len(worth)  # what the mentors not looked at yet are worth at most, less their price
        self.chosen = [NOBODY] * len(worth)

    def come(self, mentee: int) -> None:
        """Let a mentee in, and whoever must make room move."""
        self._look(mentee)
        best = max((worth - self._price[mentor] for mentor, worth in self._near[mentee]), default=self._alone)
        if best <= self._alone:
            return
        self._gain[mentee] = best
        search = _Search(self, mentee)
        search.run()
        search.settle()

    def _look(self, mentee: int) -> None:
        """Look at the best mentors as prices are now; at more of them each time."""
        row, most = self._worth[mentee], self._wide[mentee]
        self._wide[mentee] = MORE * most
        left = list(map(sub, row, self._price))
        edge = sorted(left)[-most] if most < len(left) else min(left, default=0)
        edge = max(edge, self._alone)
        self._near[mentee] = [
            (mentor, row[mentor]) for mentor, each in enumerate(left) if each >= edge and row[mentor] >= self._least
        ]
        self._rest[mentee] = edge - 1 if most < len(left) else self._alone


class _Search:
    """One mentee's way in: distances to mentors, by whom each was reached, and the cheapest end found so far."""

    def __init__(self, market: Market, mentee: int) -> None:
        self._market, self._mentee = market, mentee
        self._far: dict[int, int] = {}
        self._by: dict[int, int] = {}
        self._done: dict[int, int] = {}
        self._from: dict[int, int] = {}
        self._heap: list[tuple[int, int]] = []
        self._cost = market._gain[mentee] - market._alone  # noqa: SLF001 - one mechanism in two classes
        self._end, self._leaver = NOBODY, NOBODY

    def run(self) -> None:
        """Go to the nearest mentor, and the next, until no end can be cheaper."""
        market, heap, count = self._market, self._heap, len(self._market._rooms)  # noqa: SLF001 - as above
        self._reach(self._mentee, 0)
        while heap and heap[0][0] < self._cost:
            far, node = heappop(heap)
            if node >= count:
                market._look(node - count)  # noqa: SLF001 - as above
                self._reach(node - count, self._from[node - count])
            elif node not in self._done:
                self._done[node] = far
                self._arrive(node, far)

    def _arrive(self, mentor: int, far: int) -> None:
        market = self._market
        seats, gain = market._seats[mentor], market._gain  # noqa: SLF001 - as above
        if len(seats) < market._rooms[mentor]:  # noqa: SLF001 - as above
            self._cost, self._end, self._leaver = far, mentor, NOBODY
            return
        for mentee in seats:
            if (cost := far + gain[mentee] - market._alone) < self._cost:  # noqa: SLF001 - as above
                self._cost, self._end, self._leaver = cost, mentor, mentee
        for mentee in seats:
            self._reach(mentee, far)

    def _reach(self, mentee: int, far: int) -> None:
        """See how far it is to each mentor this mentee could move to."""
        market, heap, known, cost = self._market, self._heap, self._far, self._cost
        price, base = market._price, far + market._gain[mentee]  # noqa: SLF001 - as above
        for mentor, worth in market._near[mentee]:  # noqa: SLF001 - as above
            there = base - worth + price[mentor]
            if there < cost and there < known.get(mentor, cost):
                known[mentor], self._by[mentor] = there, mentee
                heappush(heap, (there, mentor))
        rest = market._rest[mentee]  # noqa: SLF001 - as above
        if rest > market._alone and base - rest < cost:  # noqa: SLF001 - as above
            self._from[mentee] = far
            heappush(heap, (base - rest, len(price) + mentee))

    def settle(self) -> None:
        """Raise the prices of what was passed, and move everybody along the way that was found."""
        market, cost = self._market, self._cost
        for mentor, far in self._done.items():
            if (rise := cost - far) > 0:
                market._price[mentor] += rise  # noqa: SLF001 - as above
                for mentee in market._seats[mentor]:  # noqa: SLF001 - as above
                    market._gain[mentee] -= rise  # noqa: SLF001 - as above
        market._gain[self._mentee] -= cost  # noqa: SLF001 - as above
        if self._leaver != NOBODY:
            market._seats[self._end].remove(self._leaver)  # noqa: SLF001 - as above
            market.chosen[self._leaver] = NOBODY
        self._move()

    def _move(self) -> None:
        mentor, market = self._end, self._market
        while mentor != NOBODY:
            mentee = self._by[mentor]
            before = market.chosen[mentee]
            if before != NOBODY:
                market._seats[before].remove(mentee)  # noqa: SLF001 - as above
            market._seats[mentor].append(mentee)  # noqa: SLF001 - as above
            market.chosen[mentee] = mentor
            mentor = before


def solve(worth: Sequence[Sequence[int]], rooms: Sequence[int], *, least: int = 0, most: bool = False) -> list[int]:
    """The place of each mentee's mentor, or -1; nobody with whom they are worth less than `least`, which is never below
    0. Worth most together; with `most`, as many pairs as can be, and of all such the one worth most."""
    highest = max((max(row, default=0) for row in worth), default=0)
    alone = -(highest + 1) * (len(worth) + 1) if most else 0
    market = Market(worth, rooms, max(0, least), alone)
    for mentee in range(len(worth)):
        market.come(mentee)
    return market.chosen

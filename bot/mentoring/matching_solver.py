"""The best assignment of all mentees to all mentors at once, exact: no other one under the same capacities is worth
more.

Mentees come in one by one, those who can win most first, equals in their order. Each new one takes the shortest
augmenting path through the mentors (Dijkstra on reduced costs): to a free place, or until somebody stays without one
who loses least by it. A mentor's price is what a place with them costs the others; prices only rise, so of each
mentee's mentors only the best few need to be looked at, the next ones when the search really comes to them.

That nothing is better can be seen from the prices: what everybody gains at them, and what all places cost together, is
never less than what a matching is worth, and is the same for this one.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from heapq import heappop, heappush, nlargest

FEW, MORE = 24, 4  # of a mentee's mentors that are looked at first; so many times more when those were too few
NOBODY = -1


class Market:
    """Who sits with whom. `worth` has a row for each mentee: what each mentor is worth, below `least` for never;
    `rooms` are the places with each mentor; `alone` is what it is worth to stay without."""

    def __init__(self, worth: Sequence[Sequence[int]], rooms: Sequence[int], least: int, alone: int) -> None:
        self._worth, self._rooms, self._least, self._alone = worth, rooms, least, alone
        self.price = [0] * len(rooms)
        self._gain = [alone] * len(worth)
        self._seats: list[list[int]] = [[] for _ in rooms]
        self._near: list[list[tuple[int, int]]] = [[] for _ in worth]
        self._wide = [FEW] * len(worth)  # how many of its mentors each has looked at
        self._rest = [alone] * len(worth)  # what the mentors not looked at yet are worth at most, less their price
        self.chosen = [NOBODY] * len(worth)

    def come(self, mentee: int) -> None:
        """Let a mentee in, and whoever must make room move."""
        self._look(mentee)
        best = max((worth - self.price[mentor] for mentor, worth in self._near[mentee]), default=self._alone)
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
        never = self._alone - 1
        left = [each - price if each >= self._least else never for each, price in zip(row, self.price, strict=True)]
        edge = _nth(left, most) if most < len(left) else min(left, default=0)
        edge = max(edge, self._alone)
        self._near[mentee] = [(mentor, row[mentor]) for mentor, each in enumerate(left) if each >= edge]
        self._rest[mentee] = edge - 1 if most < len(left) else self._alone


def _nth(values: list[int], place: int) -> int:
    """The value that so many are not below; of many, without putting all in order for the first few."""
    return nlargest(place, values)[-1] if place * 50 < len(values) else sorted(values)[-place]


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
        price, base = market.price, far + market._gain[mentee]  # noqa: SLF001 - as above
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
                market.price[mentor] += rise
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
    0. Worth most together; with `most`, as many pairs as can be, and of all such the one worth most. The fewer come to
    the many: where places are short, it is the places that choose among mentees, and each finds one at once."""
    if sum(rooms) >= len(worth):
        return market_of(worth, rooms, least, most=most).chosen
    places = [mentor for mentor, room in enumerate(rooms) for _ in range(room)]
    columns = [array("i", column) for column in zip(*worth, strict=True)]
    found = market_of([columns[mentor] for mentor in places], [1] * len(worth), least, most=most).chosen
    chosen = [NOBODY] * len(worth)
    for mentor, mentee in zip(places, found, strict=True):
        if mentee != NOBODY:
            chosen[mentee] = mentor
    return chosen


def market_of(worth: Sequence[Sequence[int]], rooms: Sequence[int], least: int, *, most: bool) -> Market:
    """The market in which all have come. Its prices are the proof that nothing is better."""
    highest = max((max(row, default=0) for row in worth), default=0)
    alone = -(max(0, highest) + 1) * (len(worth) + 1) if most else 0
    market = Market(worth, rooms, max(0, least), alone)
    for comer in sorted(range(len(worth)), key=lambda comer: -max(worth[comer], default=0)):
        market.come(comer)
    return market

"""Whom a list means by a name, for thousands of names at once: the ways of `members.find`, each looked up instead of
tried on everybody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import reduce

from bot.talk.clean import key_of
from storage.members import WAYS, Member


class Names:
    """Members by their numbers and accounts, by name, by the words of their names, and by initials."""

    def __init__(self, members: Sequence[Member]) -> None:
        self._members = members
        self._by_number = _placed(members, lambda each: (str(each.person), *each.accounts))
        self._by_words = _placed(members, lambda each: key_of(each.name).split())
        self._by_initials = _placed(members, lambda each: [_initials(key_of(each.name))])

    def meant(self, text: str) -> list[Member]:
        """Those who may be meant, by the strictest way of looking that finds anybody."""
        wanted = text.strip().removeprefix("@")
        near = sorted(self._near(wanted))
        for way in WAYS:
            if wanted and (found := [self._members[at] for at in near if way(wanted, self._members[at])]):
                return found
        return []

    def _near(self, wanted: str) -> set[int]:
        """Everybody whom any of the ways could find."""
        words = key_of(wanted).split()
        named = [self._by_words.get(word, set()) for word in words]
        together: set[int] = reduce(set.intersection, named) if named else set()
        if together or wanted in self._by_number:
            return together | self._by_number.get(wanted, set())
        return self._by_initials.get(_initials(key_of(wanted)), set()) if words else set()


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split())


def _placed(members: Sequence[Member], keys: Callable[[Member], Iterable[str]]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for at, member in enumerate(members):
        for key in keys(member):
            found[key].add(at)
    return dict(found)


class Words:
    """Names by their words: whether one holds all that were asked for."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_word: dict[str, set[int]] = defaultdict(set)
        for at, name in enumerate(names):
            for word in name.split():
                self._by_word[word].add(at)

    def holds(self, wanted: str) -> bool:
        """Whether there is a name with all of these words."""
        found = [self._by_word.get(word, set()) for word in key_of(wanted).split()]
        return bool(found) and bool(reduce(set.intersection, found))

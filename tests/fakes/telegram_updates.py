"""The queue of updates: confirmed by the next offset, delivered again on demand."""

from collections.abc import Collection

from tests.fakes.telegram_html import Json

ON_DEMAND = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Updates:
    """Not locked: the World's lock is held around every call."""

    def __init__(self) -> None:
        self.history: list[Json] = []
        self.pending: list[Json] = []
        self.confirmed: list[Json] = []
        self.again: list[Json] = []
        self.allowed: frozenset[str] | None = None
        self.next_id = 700_000_001

    def push(self, kind: str, payload: Json) -> int | None:
        """The id, or None where the bot did not ask for this kind."""
        if kind not in self.allowed if self.allowed else kind in ON_DEMAND:
            return None
        number = self.next_id
        update = {"update_id": number, kind: payload}
        self.next_id += 1
        self.history.append(update)
        self.pending.append(update)
        return number

    def settle(self, offset: int, allowed: Collection[str] | None) -> None:
        """What a getUpdates call says before it reads: a negative offset keeps that many from the end."""
        if allowed is not None:
            self.allowed = frozenset(allowed) or None
        if offset < 0:
            offset = self.pending[offset:][0]["update_id"] if self.pending else 0
        self.confirmed += [update for update in self.pending if update["update_id"] < offset]
        self.pending = [update for update in self.pending if update["update_id"] >= offset]

    def take(self, limit: int) -> list[Json]:
        batch = (self.again + self.pending)[:limit]
        del self.again[:limit]
        return batch

    def redeliver(self, *update_ids: int) -> int:
        """Puts confirmed updates (all of them without ids) once more in front, whatever offset is asked for next."""
        chosen = [update for update in self.confirmed if not update_ids or update["update_id"] in update_ids]
        self.again += chosen
        return len(chosen)

    def drop(self) -> None:
        self.confirmed += self.pending
        self.pending = []

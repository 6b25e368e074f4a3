"""Faults on order: the next calls of a method that hang, are cut, or get a wrong answer."""

from dataclasses import dataclass, field
from typing import Literal, get_args

from tests.fakes.telegram_html import Json
from tests.fakes.telegram_rules import ApiError, bad, forbidden, migrated, too_many

Kind = Literal[
    "hang",
    "late",
    "cut_before",
    "cut_after",
    "500",
    "502_html",
    "bad_json",
    "429",
    "401",
    "403_blocked",
    "403_deactivated",
    "403_not_started",
    "403_kicked",
    "400_chat_not_found",
    "400_parse",
    "400_not_modified",
    "migrate",
]
HTML_502 = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"


@dataclass
class Fault:
    """`accept` says whether Telegram does what was asked although the answer goes wrong."""

    method: str
    kind: Kind
    chat: int | None
    times: int | None
    accept: bool
    after: float
    retry_after: int
    to: int
    hits: int = 0
    calls: list[Json] = field(default_factory=list)

    def fits(self, method: str, chat: object) -> bool:
        """`times=None` never wears out; method "*" is any but getUpdates."""
        named = self.method.lower() == method.lower() or (self.method == "*" and method != "getUpdates")
        return named and self.chat in (None, chat) and (self.times is None or self.hits < self.times)

    def refusal(self) -> ApiError | None:
        refusals = {
            "429": too_many(self.retry_after),
            "401": ApiError(401, "Unauthorized"),
            "403_blocked": forbidden("bot was blocked by the user"),
            "403_deactivated": forbidden("user is deactivated"),
            "403_not_started": forbidden("bot can't initiate conversation with a user"),
            "403_kicked": forbidden("bot was kicked from the group chat"),
            "400_not_modified": bad("message is not modified"),
            "400_chat_not_found": bad("chat not found"),
            "400_parse": bad('can\'t parse entities: Unsupported start tag "fault" at byte offset 0'),
            "migrate": migrated(self.to),
        }
        return refusals.get(self.kind)


class Faults:
    """In the order they were asked for; the first that fits is used up."""

    def __init__(self) -> None:
        self.all: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        if fault.kind not in get_args(Kind):
            raise ValueError(f"no such fault: {fault.kind}")
        self.all.append(fault)
        return fault

    def take(self, method: str, params: Json) -> Fault | None:
        for fault in self.all:
            if fault.fits(method, params.get("chat_id")):
                fault.hits += 1
                fault.calls.append(params)
                return fault
        return None

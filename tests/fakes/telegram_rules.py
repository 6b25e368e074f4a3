"""What Telegram refuses, and in which words; what it lets through a second.

Sources: https://core.telegram.org/bots/api, https://core.telegram.org/bots/faq#my-bot-is-hitting-limits.
"""

import html
import json
import math
import re
import struct
from collections import deque
from dataclasses import dataclass
from typing import Any

from tests.fakes.telegram_html import HtmlError, Json, parse_html, units

TEXT_MAX, CAPTION_MAX, TOAST_MAX = 4096, 1024, 200
DATA_MAX_BYTES = 64
INLINE_MAX, INLINE_ROW_MAX, KEYBOARD_MAX, KEYBOARD_ROW_MAX = 100, 8, 300, 12
MARKUP_MAX_BYTES = 10 * 1024
DOCUMENT_MAX_BYTES, PHOTO_MAX_BYTES = 50 * 1024**2, 10 * 1024**2
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}
PHOTO_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")
URL = re.compile(r"tg://\S+|(https?://)?[^\s/.]+(\.[^\s/.]+)+([/?#:]\S*)?")
BUTTON_KINDS = {
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
}


class ApiError(Exception):
    """Telegram's refusal: HTTP status, description, ResponseParameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters

    def json(self) -> Json:
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return answer | ({"parameters": self.parameters} if self.parameters else {})


def bad(description: str, **parameters: int) -> ApiError:
    return ApiError(400, f"Bad Request: {description}", **parameters)


def forbidden(description: str) -> ApiError:
    return ApiError(403, f"Forbidden: {description}")


def too_many(retry_after: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def migrated(new_id: int) -> ApiError:
    return bad("group chat was upgraded to a supergroup chat", migrate_to_chat_id=new_id)


@dataclass(frozen=True)
class Limits:
    """Sends and edits let through. A chat may burst a little, then earns one every 1 / `chat_rate` seconds."""

    overall_per_second: int = 30
    chat_rate: float = 1.0
    chat_burst: int = 3
    group_per_minute: int = 20


class Pace:
    """Counts what went through; says how long the next has to wait."""

    def __init__(self) -> None:
        self.overall: deque[float] = deque()
        self.groups: dict[int, deque[float]] = {}
        self.buckets: dict[int, tuple[float, float]] = {}

    def admit(self, limits: Limits, chat: int, group: bool, now: float) -> None:
        """Raises ApiError 429; a refused request uses nothing up."""
        windows = [(self.overall, limits.overall_per_second, 1.0)]
        if group:
            windows.append((self.groups.setdefault(chat, deque()), limits.group_per_minute, 60.0))
        tokens = self._tokens(limits, chat, now)
        wait = max([_wait(*window, now) for window in windows] + [(1 - tokens) / limits.chat_rate])
        if wait > 1e-9:
            raise too_many(max(1, math.ceil(wait)))
        self.buckets[chat] = (tokens - 1, now)
        for stamps, _, _ in windows:
            stamps.append(now)

    def _tokens(self, limits: Limits, chat: int, now: float) -> float:
        tokens, since = self.buckets.get(chat, (float(limits.chat_burst), now))
        return min(float(limits.chat_burst), tokens + (now - since) * limits.chat_rate)


def _wait(stamps: deque[float], most: int, seconds: float, now: float) -> float:
    while stamps and stamps[0] <= now - seconds:
        stamps.popleft()
    return stamps[0] + seconds - now if len(stamps) >= most else 0.0


def read_text(params: Json, field: str, most: int, strict: bool) -> tuple[Json, str]:
    """The text as a part of a message, and its HTML source. Lengths are UTF-16 units: the strictest reading."""
    source = str(params.get(field) or "")
    mode = str(params.get("parse_mode") or "")
    if mode.lower() not in ("", "html"):
        raise bad(f"unsupported parse_mode (this fake reads HTML only, not {mode})")
    entities = params.get("caption_entities" if field == "caption" else "entities") or []
    text = source
    if mode:
        try:
            text, entities = parse_html(source, strict)
        except HtmlError as error:
            raise bad(f"can't parse entities: {error}") from None
    text, entities = _trim(text, entities)
    if units(text) > most:
        raise bad("message is too long" if field == "text" else "message caption is too long")
    name = "entities" if field == "text" else "caption_entities"
    body = {field: text} | ({name: entities} if entities else {}) if text else {}
    return body, source if mode else html.escape(source, quote=False)


def _trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    moved = [entity | {"offset": max(0, entity["offset"] - lead)} for entity in entities]
    return text, [entity for entity in moved if entity["offset"] < units(text)]


def read_markup(params: Json, private: bool, inline_only: bool = False) -> Json | None:
    markup = params.get("reply_markup")
    if not markup:
        return None
    if not isinstance(markup, dict):
        raise bad("object expected as reply markup")
    if "inline_keyboard" in markup:
        _check_inline(markup["inline_keyboard"])
        return markup if any(markup["inline_keyboard"]) else None
    if inline_only:
        raise bad("inline keyboard expected")
    if "keyboard" in markup:
        _check_keyboard(markup["keyboard"], private)
    elif not (markup.get("remove_keyboard") or markup.get("force_reply")):
        raise bad("can't parse reply markup JSON object")
    return markup


def _check_inline(rows: list[list[Json]]) -> None:
    buttons = [button for row in rows for button in row]
    for button in buttons:
        _check_button(button)
    too_wide = any(len(row) > INLINE_ROW_MAX for row in rows)
    if too_wide or len(buttons) > INLINE_MAX or len(json.dumps(rows).encode()) > MARKUP_MAX_BYTES:
        raise bad("REPLY_MARKUP_TOO_LONG")


def _check_button(button: Json) -> None:
    if not str(button.get("text", "")).strip():
        raise bad("can't parse inline keyboard button: Button text must be non-empty")
    kinds = BUTTON_KINDS & button.keys()
    if not kinds:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in kinds and not 1 <= len(str(button["callback_data"]).encode()) <= DATA_MAX_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in kinds and not URL.fullmatch(str(button["url"])):
        raise bad("BUTTON_URL_INVALID")


def _check_keyboard(rows: list[list[Any]], private: bool) -> None:
    buttons = [button if isinstance(button, dict) else {"text": button} for row in rows for button in row]
    if len(buttons) > KEYBOARD_MAX or any(len(row) > KEYBOARD_ROW_MAX for row in rows):
        raise bad("REPLY_MARKUP_TOO_LONG")
    if not all(str(button.get("text", "")).strip() for button in buttons):
        raise bad("can't parse keyboard button: Button text must be non-empty")
    if not private and any(button.get("request_contact") for button in buttons):
        raise bad("phone number can be requested in private chats only")
    if not private and any(button.get("request_location") for button in buttons):
        raise bad("location can be requested in private chats only")


def photo_size(data: bytes) -> tuple[int, int]:
    """Width and height (of a PNG; others count as 800 x 600). Raises as Telegram does for what is no picture."""
    if len(data) > PHOTO_MAX_BYTES:
        raise bad("file is too big for a photo; the maximum size is 10485760 bytes")
    if not data.startswith(PHOTO_MAGIC):
        raise bad("IMAGE_PROCESS_FAILED")
    width, height = struct.unpack(">II", data[16:24]) if data.startswith(PHOTO_MAGIC[0]) else (800, 600)
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")
    return width, height

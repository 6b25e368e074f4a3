"""Delivers one message on Telegram: as text, in place of an older one, or as a file; says what became of it."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, TelegramError

from adapters.telegram import files
from adapters.telegram.files import NAMELESS
from adapters.telegram.outcomes import outcome_of
from bot.logs import unquoted
from bot.messages import Attachment, Json
from bot.ports import Fetch, Lost, Outcome, Parcel
from bot.talk.rendering import Key, Shown, bare, size

log = logging.getLogger(__name__)

CAPTION = 1024  # UTF-16 units under a file
BETWEEN = 1.1  # seconds between the parts of one message: Telegram takes one a second in a chat
TRIES = 5  # of a part whose message has begun to arrive, and of an edit nobody knows the end of
NO_EDIT = ("message to edit not found", "can't be edited", "no text in the message", "message_id_invalid")
NO_PHOTO = (
    "photo_invalid",
    "image_process_failed",
    "too big for a photo",
    "photo_ext_invalid",
    "photo_save_file_invalid",
)

Piece = Callable[[], Awaitable[Outcome]]
Menu = Callable[[str, Json], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Made:
    """A file that has been made."""

    kind: str
    name: str
    data: str | bytes
    content: Json = None


class TelegramSender:
    """A Sender over PTB's Bot. `draw` makes a chart's PNG of its content, in a thread; `menu` sets a chat's
    commands; `carry` fetches a partner's file from another platform."""

    platform = "telegram"

    def __init__(
        self,
        bot: Bot,
        draw: Callable[[Json], bytes],
        menu: Menu | None = None,
        between: float = BETWEEN,
        carry: Fetch | None = None,
    ) -> None:
        self.unparsed = 0  # messages that went as plain text since Telegram could not read their HTML
        self._bot, self._draw, self._menu, self._between = bot, draw, menu, between
        self._carry = carry

    async def send(self, parcel: Parcel, shown: Shown) -> Outcome:
        """Deliver; never raises for what the world does."""
        if shown.file and shown.file.kind == "menu":
            if self._menu:
                await self._menu(parcel.chat, shown.file.content)
            return Outcome("sent")
        try:
            file = await self._make(parcel, shown.file) if shown.file else None
        except Lost as error:
            return Outcome("refused", why=f"the file can't be had: {error}")
        except NotYet as error:
            return Outcome("later" if parcel.attempts < TRIES else "refused", why=str(error))
        outcome = Outcome("refused", why="nothing to send")
        for number, piece in enumerate(self._pieces(parcel, shown, file)):
            if number == 0:
                outcome = await _tried(piece)
                if outcome.kind not in {"sent", "refused"}:
                    return outcome
                continue
            if outcome.kind == "unreachable":
                break
            await asyncio.sleep(self._between)
            outcome = _together(outcome, await self._followed(piece))
        return outcome

    async def _followed(self, piece: Piece) -> Outcome:
        """A later part: the message can't be sent again as a whole, so the part waits here when it must."""
        outcome = await _tried(piece)
        for attempt in range(1, TRIES):
            if outcome.kind != "later":
                return outcome
            await asyncio.sleep(min(60.0, outcome.wait or 2.0**attempt))
            outcome = await _tried(piece)
        return replace(outcome, kind="uncertain", away=False) if outcome.kind == "later" else outcome

    def _pieces(self, parcel: Parcel, shown: Shown, file: Made | None) -> Iterator[Piece]:
        """The parts of a message, each to be sent by calling it; only the last carries the buttons."""
        keys = _keyboard(shown.keys)
        texts = list(shown.texts)
        captioned = file and not (file.kind == "relay" and file.content["kind"] in NAMELESS)
        caption = texts.pop() if captioned and texts and size(texts[-1]) <= CAPTION else ""
        for number, text in enumerate(texts):
            last = file is None and number == len(texts) - 1
            edit = parcel.edit if number == 0 and parcel.edit.isdigit() else ""
            yield partial(self._text, parcel, text, keys if last else None, edit)
        if file:
            yield partial(self._file, parcel, file, caption, keys)

    async def _text(self, parcel: Parcel, text: str, keys: InlineKeyboardMarkup | None, edit: str) -> Outcome:
        return await self._parsed(text, partial(self._write, parcel, keys, edit))

    async def _parsed(self, text: str, send: Callable[[str, str | None], Awaitable[Outcome]]) -> Outcome:
        """Send HTML, and what Telegram can't read of it as plain text."""
        try:
            return await send(text, ParseMode.HTML)
        except BadRequest as error:
            if "can't parse entities" not in str(error).casefold():
                raise
            self.unparsed += 1
            log.error("Telegram could not read a message's HTML (%s); it goes as plain text", unquoted(str(error)))  # noqa: TRY400 - no trace
            return await send(bare(text), None)

    async def _write(
        self, parcel: Parcel, keys: InlineKeyboardMarkup | None, edit: str, text: str, mode: str | None
    ) -> Outcome:
        if edit and (done := await self._rewrite(parcel, keys, text, mode)):
            return done
        preview = LinkPreviewOptions(is_disabled=True)
        how = {"link_preview_options": preview, "reply_markup": keys, **_manner(parcel)}
        sent = await self._bot.send_message(parcel.chat, text, mode, **how)
        return Outcome("sent", str(sent.message_id))

    async def _rewrite(
        self, parcel: Parcel, keys: InlineKeyboardMarkup | None, text: str, mode: str | None
    ) -> Outcome | None:
        """Edit an older message; None when that can't be edited and a new one is needed."""
        preview = LinkPreviewOptions(is_disabled=True)
        try:
            await self._bot.edit_message_text(
                text, parcel.chat, int(parcel.edit), parse_mode=mode, link_preview_options=preview, reply_markup=keys
            )
        except BadRequest as error:
            said = str(error).casefold()
            if "message is not modified" in said:
                return Outcome("sent", parcel.edit)
            if any(words in said for words in NO_EDIT):
                return None
            raise
        except TelegramError as error:
            return _edited_perhaps(parcel, outcome_of(error))
        return Outcome("sent", parcel.edit)

    async def _file(self, parcel: Parcel, file: Made, caption: str, keys: InlineKeyboardMarkup | None) -> Outcome:
        return await self._parsed(caption, partial(self._upload, parcel, file, keys))

    async def _upload(
        self, parcel: Parcel, file: Made, keys: InlineKeyboardMarkup | None, caption: str, mode: str | None
    ) -> Outcome:
        words = {"caption": caption or None, "parse_mode": mode, "reply_markup": keys, **_manner(parcel)}
        if file.kind == "relay":
            sent = await files.send(self._bot, parcel.chat, file.content, file.data, **words)
            return Outcome("sent", str(sent.message_id))
        words["filename"] = file.name
        if file.kind == "chart":
            try:
                sent = await self._bot.send_photo(parcel.chat, file.data, **words)
            except BadRequest as error:
                if not any(said in str(error).casefold() for said in NO_PHOTO):
                    raise
            else:
                return Outcome("sent", str(sent.message_id))
        sent = await self._bot.send_document(parcel.chat, file.data, **words)
        return Outcome("sent", str(sent.message_id))

    async def _make(self, parcel: Parcel, wanted: Attachment) -> Made | None:
        """The file; None when it can't be made: then the text goes without. A partner's file is the message."""
        if wanted.kind == "relay":
            return Made("relay", wanted.name, await self._fetched(wanted.content), wanted.content)
        try:
            if wanted.kind == "chart":
                return Made("chart", wanted.name, await asyncio.to_thread(self._draw, wanted.content))
            if wanted.kind == "text":
                return Made("text", wanted.name, str(wanted.content["text"]).encode())
            return Made("json", wanted.name, json.dumps(wanted.content, ensure_ascii=False, indent=2).encode())
        except Exception:
            log.exception("the file %r of message %d could not be made", wanted.name, parcel.id)
            return None

    async def _fetched(self, content: Json) -> str | bytes:
        try:
            return await files.load(content, self._carry)
        except Lost:
            raise
        except Exception as error:
            raise NotYet(f"a file could not be fetched: {error!r}") from error


class NotYet(Exception):
    """A file can't be fetched now."""


def _manner(parcel: Parcel) -> dict[str, Any]:
    """Without a sound, as an answer to a message of the chat, or neither."""
    manner: dict[str, Any] = {"disable_notification": True} if parcel.silent else {}
    if parcel.reply.isdigit():
        manner["reply_parameters"] = ReplyParameters(int(parcel.reply), allow_sending_without_reply=True)
    return manner


async def _tried(piece: Piece) -> Outcome:
    try:
        return await piece()
    except TelegramError as error:
        return outcome_of(error)


def _edited_perhaps(parcel: Parcel, outcome: Outcome) -> Outcome:
    """Nobody knows whether an edit arrived: made once more it changes nothing, so it is."""
    if outcome.kind == "uncertain" and parcel.attempts < TRIES:
        return replace(outcome, kind="later")
    return outcome


def _together(before: Outcome, part: Outcome) -> Outcome:
    """What became of a message in parts: the last message that arrived, and the worst that happened."""
    message = part.message or before.message
    return replace(before if part.kind == "sent" else part, message=message)


def _keyboard(rows: tuple[tuple[Key, ...], ...]) -> InlineKeyboardMarkup | None:
    if not rows:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(key.label, url=key.url or None, callback_data=key.data or None) for key in row]
            for row in rows
        ]
    )

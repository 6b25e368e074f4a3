"""Files that lie on Telegram or come from a partner's platform: fetched, sent on by their id, uploaded."""

from __future__ import annotations

from typing import Any

from telegram import Bot, InputFile, Message
from telegram.error import BadRequest, Forbidden

from bot.messages import Json
from bot.ports import Fetch, Lost

PLATFORM = "telegram"
NAMELESS = ("video_note",)  # what Telegram shows without words beneath
REFUSED_MEDIA = (
    "photo_invalid",
    "image_process_failed",
    "too big for a photo",
    "photo_ext_invalid",
    "photo_save_file_invalid",
    "voice_messages_forbidden",
    "wrong type of the web page content",
    "wrong file identifier",
    "wrong remote file identifier",
    "type of file mismatch",
)


async def fetch(bot: Bot, ref: str) -> bytes:
    """The bytes of a file on Telegram, which gives bots 20 MB at most."""
    try:
        return bytes(await (await bot.get_file(ref)).download_as_bytearray())
    except (BadRequest, Forbidden) as error:
        raise Lost(str(error)) from error


async def load(content: Json, carry: Fetch | None) -> str | bytes:
    """What is sent: the id of a file that lies here already, or the bytes of one from elsewhere."""
    if content["platform"] == PLATFORM:
        return str(content["ref"])
    if carry is None:
        raise Lost("nothing fetches files of other platforms")
    return await carry(content["platform"], content["ref"])


async def send(bot: Bot, chat: str, content: Json, held: str | bytes, **words: Any) -> Message:
    """Send a file as the kind it is; as a document when Telegram will not have it so, which an id does not allow."""
    kind = content["kind"]
    if kind in NAMELESS and isinstance(held, bytes):
        kind = "video"  # uploaded, it would have to be square and short
    if kind in NAMELESS:
        words = {name: value for name, value in words.items() if name not in {"caption", "parse_mode"}}
    given = held if isinstance(held, str) else InputFile(held, content["name"])
    try:
        message: Message = await getattr(bot, f"send_{kind}")(chat, given, **words)
    except BadRequest as error:
        if isinstance(held, str) or not any(said in str(error).casefold() for said in REFUSED_MEDIA):
            raise
        message = await bot.send_document(chat, InputFile(held, content["name"]), **words)
    return message

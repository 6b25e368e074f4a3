"""Turns whatever Telegram tells into an Incoming, or into nothing where there is nothing to answer. Pure and total."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from telegram import CallbackQuery, ChatMemberUpdated, Message, Update, User
from telegram.constants import ChatMemberStatus, ChatType
from telegram.helpers import effective_message_type

from bot.messages import MAX_DATA, MAX_TEXT, File, Incoming, Json, Kind
from bot.talk.clean import clean

PLATFORM = "telegram"
MAX_NAME = 64

# What people send that is not text, by its name in Telegram's message, and what the bot calls it. An animation is a
# document too, so the order counts.
SENT = {
    "sticker": "sticker",
    "dice": "sticker",
    "voice": "voice",
    "audio": "voice",
    "photo": "photo",
    "live_photo": "photo",
    "video": "video",
    "video_note": "video",
    "animation": "video",
    "document": "document",
    "contact": "contact",
    "poll": "poll",
    "story": "other",
    "game": "other",
    "checklist": "other",
    "paid_media": "other",
    "giveaway": "other",
}

# What lies on Telegram as a file, by its name in the message and the kind a partner gets. An animation is a document
# too, so the order counts; a file can be sent on by its id only as what it was.
FILES = ("voice", "audio", "video_note", "animation", "video", "document")


def read_update(update: Update, now: datetime, me: str = "") -> Incoming | None:
    """What an update says; None when it asks for no answer. `me` is the bot's user name: others have commands too."""
    if update.callback_query:
        return _tap(update, update.callback_query, now)
    if update.my_chat_member:
        return _membership(update, update.my_chat_member)
    if update.edited_message:
        return _edit(update, update.edited_message, now)
    return _message(update, update.message, me) if update.message else None


def read_unknown(update: Json, now: datetime) -> Incoming | None:
    """What can be told of an update that PTB can't read: somebody sent something, and is to be answered."""
    try:
        message = update["message"]
        account, chat, kind = message["from"]["id"], message["chat"]["id"], message["chat"]["type"]
    except (KeyError, TypeError):
        return None
    if kind != "private":
        return None
    return Incoming(PLATFORM, str(update["update_id"]), str(account), str(chat), "other", now, what="other")


def _tap(update: Update, query: CallbackQuery, now: datetime) -> Incoming | None:
    """A button; its message may be too old for Telegram to show, but still has an id."""
    if not query.data:
        return None
    message = query.message
    incoming = _from(update, query.from_user, message.chat.id if message else query.from_user.id, "tap", now)
    if message and message.chat.type != ChatType.PRIVATE:
        return replace(incoming, kind="group")
    data = query.data.encode("utf-8", "replace")[:MAX_DATA].decode("utf-8", "ignore")
    return replace(incoming, data=data, message=str(message.message_id) if message else "")


def _membership(update: Update, change: ChatMemberUpdated) -> Incoming | None:
    """Somebody blocked the bot, or let it in again."""
    if change.chat.type != ChatType.PRIVATE:
        return None
    kind: Kind = "blocked" if change.new_chat_member.status == ChatMemberStatus.BANNED else "unblocked"
    return _from(update, change.from_user, change.chat.id, kind, change.date)


def _edit(update: Update, message: Message, now: datetime) -> Incoming | None:
    """A message whose words were changed. A live location moves all the time: that is no answer to anything."""
    text, who = message.text or message.caption, message.from_user
    if message.chat.type != ChatType.PRIVATE or who is None or not text:
        return None
    incoming = _from(update, who, message.chat.id, "edit", message.edit_date or now)
    return replace(incoming, text=_storable(text), message=str(message.message_id))


def _message(update: Update, message: Message, me: str) -> Incoming | None:
    who, text = message.from_user, message.text or message.caption or ""
    if who is None or who.is_bot:
        return None
    incoming = replace(
        _from(update, who, message.chat.id, "text", message.date),
        text=_storable(text),
        message=str(message.message_id),
        what="forwarded" if message.forward_origin else "",
        files=_files(message),
        reply_to=str(message.reply_to_message.message_id) if message.reply_to_message else "",
    )
    if message.chat.type != ChatType.PRIVATE:
        return replace(incoming, kind="group") if _meant(text, me) else None
    return incoming if text else _wordless(incoming, message)


def _wordless(incoming: Incoming, message: Message) -> Incoming | None:
    """Something without words. What Telegram itself writes into a chat ("pinned a message") asks for no answer."""
    if place := message.location or (message.venue.location if message.venue else None):
        return replace(incoming, kind="place", what="place", place=(place.latitude, place.longitude))
    what = next((called for name, called in SENT.items() if getattr(message, name, None)), "")
    if not what and effective_message_type(message):
        return None
    return replace(incoming, kind="other", what=what or "other")


def _files(message: Message) -> tuple[File, ...]:
    """Where its file lies; of a photo the largest size."""
    if message.photo:
        largest = max(message.photo, key=lambda size: size.width * size.height)
        return (File("photo", largest.file_id, "", largest.file_size or 0),)
    for kind in FILES:
        if held := getattr(message, kind, None):
            name = clean(getattr(held, "file_name", None) or "")[:MAX_NAME]
            return (File(kind, held.file_id, name, held.file_size or 0),)
    return ()


def _meant(text: str, me: str) -> bool:
    """Whether something written in a group is for this bot: words, but not another bot's command."""
    command, _, other = text.partition(" ")[0].partition("@")
    return bool(text) and not (command.startswith("/") and other and me and other.casefold() != me.casefold())


def _from(update: Update, who: User, chat: int, kind: Kind, at: datetime) -> Incoming:
    return Incoming(
        platform=PLATFORM,
        event=str(update.update_id),
        account=str(who.id),
        chat=str(chat),
        kind=kind,
        at=at,
        name=clean(who.first_name or "")[:MAX_NAME],
        locale=(who.language_code or "")[:16],
    )


def _storable(text: str) -> str:
    """Bounded and safe to keep: NUL and lone surrogates are no text for a database."""
    return text[:MAX_TEXT].replace("\x00", "").encode("utf-8", "replace").decode()

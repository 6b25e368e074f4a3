"""The Bot API's methods on chats: what each checks, does and answers. Held under the World's lock."""

import time
from collections.abc import Callable
from typing import Any

from tests.fakes import telegram_rules as rules
from tests.fakes.telegram_chats import Chat, Shown
from tests.fakes.telegram_html import Json
from tests.fakes.telegram_profile import PROFILE_METHODS
from tests.fakes.telegram_rules import ApiError, bad
from tests.fakes.telegram_world import Upload, World

Method = Callable[[World, Json], Any]


def perform(world: World, method: str, params: Json) -> Any:
    """Raises ApiError; 404 for a method this fake does not have."""
    found = METHODS.get(method.lower())
    if not found:
        raise ApiError(404, "Not Found: method not found")
    with world.changed:
        result = found(world, params)
        world.record(method, params, result)
    return result


def find_chat(world: World, params: Json) -> Chat:
    wanted = params.get("chat_id")
    if wanted in (None, ""):
        raise bad("chat_id is empty")
    chat = world.chats.get(wanted) if isinstance(wanted, int) else _named_chat(world, str(wanted))
    if not chat:
        raise bad("chat not found")
    return chat


def _named_chat(world: World, name: str) -> Chat | None:
    chats = (chat for chat in world.chats.values() if "username" in chat.card)
    return next((chat for chat in chats if f"@{chat.card['username']}".lower() == name.lower()), None)


def open_chat(world: World, params: Json) -> Chat:
    """A chat the bot may write in now."""
    chat = find_chat(world, params)
    if refusal := chat.refusal():
        raise refusal
    return chat


def find_message(chat: Chat, params: Json) -> Shown:
    number = str(params.get("message_id", ""))
    message = chat.messages.get(int(number)) if number.isdigit() else None
    if not message:
        raise bad("message to edit not found")
    return message


def keep_pace(world: World, chat: Chat) -> None:
    if world.limits:
        world.pace.admit(world.limits, chat.id, chat.group, time.monotonic())


def reply_target(chat: Chat, params: Json) -> Json:
    wanted: Json = params.get("reply_parameters") or {}
    message = chat.messages.get(wanted.get("message_id", 0))
    if wanted and not message and not wanted.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    return message.quoted() if message else {}


def send(world: World, params: Json, body: Json, html: str) -> Json:
    """The last part of every send: markup, chat, pace, and the message stands in the chat."""
    chat = find_chat(world, params)
    markup = rules.read_markup(params, chat.private)
    open_chat(world, params)
    body = reply_target(chat, params) | body
    keep_pace(world, chat)
    return chat.add(body, world.me, html=html, markup=markup, from_bot=True).json()


def send_message(world: World, params: Json) -> Json:
    body, html = rules.read_text(params, "text", rules.TEXT_MAX, world.strict_html)
    if not body:
        raise bad("message text is empty" if not params.get("text") else "text must be non-empty")
    return send(world, params, body, html)


def send_document(world: World, params: Json) -> Json:
    upload = read_file(world, params, "document")
    if len(upload.data) > rules.DOCUMENT_MAX_BYTES:
        raise ApiError(413, "Request Entity Too Large")
    caption, html = rules.read_text(params, "caption", rules.CAPTION_MAX, world.strict_html)
    document = upload.json() | {"file_name": upload.name, "mime_type": upload.mime}
    return send(world, params, {"document": document, **caption}, html)


def send_photo(world: World, params: Json) -> Json:
    upload = read_file(world, params, "photo")
    width, height = rules.photo_size(upload.data)
    caption, html = rules.read_text(params, "caption", rules.CAPTION_MAX, world.strict_html)
    sizes = [upload.json() | {"width": width, "height": height}]
    return send(world, params, {"photo": sizes, **caption}, html)


MEDIA = {
    "voice": {"duration": 3},
    "audio": {"duration": 3},
    "video": {"duration": 3, "width": 90, "height": 90},
    "video_note": {"duration": 3, "length": 90},
    "animation": {"duration": 3, "width": 90, "height": 90},
}


def send_media(kind: str) -> Method:
    """A method like sendVoice: a file of a kind of its own, which an id can't change; a video note has no caption."""

    def perform(world: World, params: Json) -> Json:
        upload = read_file(world, params, kind)
        if len(upload.data) > rules.DOCUMENT_MAX_BYTES:
            raise ApiError(413, "Request Entity Too Large")
        if kind == "voice" and not upload.data.startswith((b"OggS", b"ID3")):
            raise bad("wrong type of the web page content")
        caption, html = rules.read_text(params, "caption", rules.CAPTION_MAX, world.strict_html)
        caption, html = ({}, "") if kind == "video_note" else (caption, html)
        named = {} if kind in ("voice", "video_note") else {"file_name": upload.name}
        return send(world, params, {kind: upload.json() | MEDIA[kind] | named, **caption}, html)

    return perform


def read_file(world: World, params: Json, field: str) -> Upload:
    """An upload, an attach:// name of one, or the id of a file Telegram has."""
    given = params.get(field)
    if isinstance(given, str) and given.startswith("attach://"):
        given = params.get(given.removeprefix("attach://"))
    if not given:
        raise bad(f"there is no {field} in the request")
    if isinstance(given, Upload):
        if not given.data:
            raise bad("file must be non-empty")
        return world.store(given.data, given.name, given.mime)
    if given not in world.files:
        raise bad("wrong file identifier/HTTP URL specified")
    return world.files[given]


def edit(world: World, params: Json, body: Json | None, html: str | None = None) -> Json:
    """Replaces body (None: keeps it) and inline keyboard; without reply_markup the keyboard goes, as in Telegram."""
    chat = open_chat(world, params)
    message = find_message(chat, params)
    if not message.from_bot or (message.markup and not message.rows):
        raise bad("message can't be edited")
    markup = rules.read_markup(params, chat.private, inline_only=True)
    new = message.body if body is None else _new_body(message, body)
    if new == message.body and (markup or {}).get("inline_keyboard", []) == message.rows:
        raise bad(rules.NOT_MODIFIED)
    keep_pace(world, chat)
    return chat.change(message.message_id, body=new, markup=markup, html=message.html if html is None else html).json()


def _new_body(message: Shown, body: Json) -> Json:
    old = message.body
    if ("text" in body) != ("text" in old):
        raise bad(f"there is no {'text' if 'text' in body else 'caption'} in the message to edit")
    kept = {key: old[key] for key in old if key not in ("text", "entities", "caption", "caption_entities")}
    return kept | body


def edit_text(world: World, params: Json) -> Json:
    body, html = rules.read_text(params, "text", rules.TEXT_MAX, world.strict_html)
    if not body:
        raise bad("message text is empty" if not params.get("text") else "text must be non-empty")
    return edit(world, params, body, html)


def edit_caption(world: World, params: Json) -> Json:
    body, html = rules.read_text(params, "caption", rules.CAPTION_MAX, world.strict_html)
    return edit(world, params, body, html)


def edit_markup(world: World, params: Json) -> Json:
    return edit(world, params, None)


def delete_message(world: World, params: Json) -> bool:
    chat = open_chat(world, params)
    if not str(params.get("message_id", "")).isdigit() or int(params["message_id"]) not in chat.messages:
        raise bad("message to delete not found")
    del chat.messages[int(params["message_id"])]
    return True


def answer_callback(world: World, params: Json) -> bool:
    if len(str(params.get("text", ""))) > rules.TOAST_MAX:
        raise bad("MESSAGE_TOO_LONG")
    world.answer(str(params.get("callback_query_id", "")), params)
    return True


def chat_action(world: World, params: Json) -> bool:
    if params.get("action") not in rules.ACTIONS:
        raise bad("wrong parameter action in request")
    open_chat(world, params)
    return True


def get_chat(world: World, params: Json) -> Json:
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
    )
    chat = find_chat(world, params)
    return chat.card | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


def get_file(world: World, params: Json) -> Json:
    upload = world.files.get(str(params.get("file_id")))
    if not upload:
        raise bad("invalid file_id")
    if len(upload.data) > 20 * 1024**2:
        raise bad("file is too big")
    return upload.json() | {"file_path": upload.path}


METHODS: dict[str, Method] = PROFILE_METHODS | {
    "sendmessage": send_message,
    "senddocument": send_document,
    "sendphoto": send_photo,
    **{f"send{kind.replace('_', '')}": send_media(kind) for kind in MEDIA},
    "editmessagetext": edit_text,
    "editmessagecaption": edit_caption,
    "editmessagereplymarkup": edit_markup,
    "deletemessage": delete_message,
    "answercallbackquery": answer_callback,
    "sendchataction": chat_action,
    "getchat": get_chat,
    "getfile": get_file,
}

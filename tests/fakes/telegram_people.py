"""People, groups and channels: what they do reaches the bot as updates."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.fakes.telegram_chats import Button, Chat, Shown
from tests.fakes.telegram_html import Json, units
from tests.fakes.telegram_rules import ApiError, forbidden, migrated
from tests.fakes.telegram_world import World

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001"
    "e221bc330000000049454e44ae426082"
)
MARKS = re.compile(r"(?P<bot_command>(?<!\S)/\w+(?:@\w+)?)|(?P<mention>(?<!\w)@\w{4,})|(?P<url>https?://\S+)")


def marks(text: str) -> list[Json]:
    """The entities Telegram finds by itself."""
    return [
        {"type": found.lastgroup, "offset": units(text[: found.start()]), "length": units(found[0])}
        for found in MARKS.finditer(text)
    ]


class Person(Chat):
    """Someone with a Telegram account, and their private chat with the bot; `chat=` says another place to act in."""

    def __init__(self, world: World, user: Json) -> None:
        names: Json = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
        super().__init__(world, {"id": user["id"], "type": "private"} | names)
        self.user = user
        self.started = self.blocked = self.deactivated = False

    def refusal(self) -> ApiError | None:
        if self.deactivated:
            return forbidden("user is deactivated")
        if not self.started:
            return forbidden("bot can't initiate conversation with a user")
        return forbidden("bot was blocked by the user") if self.blocked else None

    def starts(self, token: str = "") -> Shown:
        """Presses Start, from a t.me/bot?start=token link where there is a token; lifts a block."""
        if self.blocked:
            self.unblocks()
        return self.writes(f"/start {token}".strip())

    def writes(self, text: str, chat: Chat | None = None, **more: Any) -> Shown:
        """`more`: reply_to (a Shown) and date (unix seconds), as in every sends_..."""
        body: Json = {"text": text}
        return self.sends(body | ({"entities": found} if (found := marks(text)) else {}), chat, **more)

    def sends(
        self, body: Json, chat: Chat | None = None, *, reply_to: Shown | None = None, date: int | None = None
    ) -> Shown:
        """Any message, `body` as in the Bot API."""
        place = chat or self
        if place is self and self.blocked:
            raise AssertionError(f"{self.user['first_name']} has blocked the bot and cannot write to it")
        with self.world.changed:
            self.started = self.started or place is self
            body = body | (reply_to.quoted() if reply_to else {})
            message = place.add(body, self.user, html=body.get("text", ""), date=date or self.world.clock())
            place.acted = message.changed
            if not (place.group and self.world.privacy_mode) or self._meant(body):
                self.world.push("message", message.json())
        return message

    def _meant(self, body: Json) -> bool:
        me = self.world.me
        text = str(body.get("text", ""))
        answered = body.get("reply_to_message", {}).get("from", {}).get("id") == me["id"]
        return text.startswith("/") or f"@{me['username']}" in text or answered

    def edits(self, message: Shown | int, text: str, chat: Chat | None = None) -> Shown:
        place = chat or self
        number = message if isinstance(message, int) else message.message_id
        with self.world.changed:
            body: Json = {"text": text} | ({"entities": found} if (found := marks(text)) else {})
            changed = place.change(number, body=body, html=text)
            place.acted = changed.changed
            self.world.push("edited_message", changed.json())
        return changed

    def taps(self, what: str | Callable[[Button], object], chat: Chat | None = None) -> str:
        """Taps the button in the newest message that shows it; the id of the callback query, or a link's url.

        Without such a button a key of the reply keyboard is pressed, which writes its label.
        """
        place = chat or self
        with self.world.changed:
            found = place.find_button(what)
            key = next((key for key in place.keyboard if isinstance(what, str) and what in key), None)
            if found:
                message, button = found
                if button.data is None:
                    return button.url or ""
                return self.taps_data(button.data, message.message_id, place)
            if key is None:
                raise AssertionError(f"no button {what!r}; the screen is:\n{place}\nkeyboard: {place.keyboard}")
            self.writes(key, place)
        return ""

    def taps_data(self, data: str, message_id: int, chat: Chat | None = None) -> str:
        """A tap whether or not the button is (still) there; a message that is gone comes as inaccessible."""
        place = chat or self
        return self.world.ask(place, self.user, place.messages.get(message_id), message_id, data)

    def answer_to(self, query_id: str, timeout: float = 5.0) -> Json:
        """What answerCallbackQuery said to this tap."""
        return self.wait_for(lambda _: self.world.queries[query_id].answer, timeout)

    def sends_sticker(self, emoji: str = "\U0001f44d", **more: Any) -> Shown:
        size = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        file = self.world.store(b"RIFF", "sticker.webp", "image/webp").json()
        return self.sends({"sticker": file | size | {"type": "regular", "emoji": emoji}}, **more)

    def sends_voice(self, seconds: int = 3, data: bytes = b"OggS", **more: Any) -> Shown:
        file = self.world.store(data, "voice.oga", "audio/ogg").json()
        return self.sends({"voice": file | {"duration": seconds, "mime_type": "audio/ogg"}}, **more)

    def sends_photo(self, caption: str = "", data: bytes = PIXEL, **more: Any) -> Shown:
        file = self.world.store(data, "photo.png", "image/png").json()
        words = {"caption": caption} if caption else {}
        return self.sends({"photo": [file | {"width": 90, "height": 90}], **words}, **more)

    def sends_document(
        self, name: str, data: bytes, caption: str = "", mime: str = "application/octet-stream", **more: Any
    ) -> Shown:
        file = self.world.store(data, name, mime).json()
        words = {"caption": caption} if caption else {}
        return self.sends({"document": file | {"file_name": name, "mime_type": mime}, **words}, **more)

    def sends_contact(self, phone: str = "+6281200000000", owner: Person | None = None, **more: Any) -> Shown:
        user = (owner or self).user
        contact = {"phone_number": phone, "first_name": user["first_name"], "user_id": user["id"]}
        return self.sends({"contact": contact}, **more)

    def sends_location(self, latitude: float, longitude: float, **more: Any) -> Shown:
        return self.sends({"location": {"latitude": latitude, "longitude": longitude}}, **more)

    def sends_poll(self, question: str, *options: str, **more: Any) -> Shown:
        flags = {"is_closed": False, "is_anonymous": True, "allows_multiple_answers": False}
        flags |= {"allows_revoting": True, "members_only": False}
        votes = [{"text": text, "voter_count": 0, "persistent_id": str(n)} for n, text in enumerate(options)]
        poll = {"id": "1", "question": question, "options": votes, "total_voter_count": 0, "type": "regular"}
        return self.sends({"poll": poll | flags}, **more)

    def forwards(self, text: str, author: Person | str, **more: Any) -> Shown:
        """A message of `author`: a Person, or the name of one who hides the account."""
        known = isinstance(author, Person)
        origin: Json = {"type": "user" if known else "hidden_user", "date": self.world.clock()}
        origin |= {"sender_user": author.user} if isinstance(author, Person) else {"sender_user_name": author}
        return self.sends({"text": text, "forward_origin": origin}, **more)

    def blocks(self) -> None:
        with self.world.changed:
            self.blocked = True
            change_status(self, self.user, "member", "kicked")

    def unblocks(self) -> None:
        with self.world.changed:
            self.blocked = False
            change_status(self, self.user, "kicked", "member")

    def deactivates(self) -> None:
        """Deletes the account. Telegram tells the bot nothing."""
        with self.world.changed:
            self.deactivated = True


def change_status(chat: Chat, by: Json, old: str, new: str) -> None:
    """A my_chat_member update."""
    me = chat.world.me

    def member(status: str) -> Json:
        return {"user": me, "status": status} | ({"until_date": 0} if status == "kicked" else {})

    payload = {"chat": chat.card, "from": by, "date": chat.world.clock()}
    chat.world.push("my_chat_member", payload | {"old_chat_member": member(old), "new_chat_member": member(new)})


class Group(Chat):
    """A group or supergroup with the bot in it; people write here with `chat=group`."""

    def __init__(self, world: World, card: Json) -> None:
        super().__init__(world, card)
        self.inside = True
        self.moved_to = 0

    def refusal(self) -> ApiError | None:
        if self.moved_to:
            return migrated(self.moved_to)
        return None if self.inside else forbidden(f"bot was kicked from the {self.card['type']} chat")

    def adds_bot(self, by: Person) -> None:
        with self.world.changed:
            self.inside = True
            change_status(self, by.user, "left", "member")

    def removes_bot(self, by: Person) -> None:
        with self.world.changed:
            self.inside = False
            change_status(self, by.user, "member", "kicked")

    def migrates(self, new_id: int) -> Group:
        """Becomes a supergroup with another id, with both service messages."""
        with self.world.changed:
            new = Group(self.world, self.card | {"id": new_id, "type": "supergroup"})
            self.world.chats[new_id] = new
            self.moved_to = new_id
            for chat, note in ((self, {"migrate_to_chat_id": new_id}), (new, {"migrate_from_chat_id": self.id})):
                self.world.push("message", chat.add(note, {"id": 777000, "is_bot": False, "first_name": "T"}).json())
        return new


class Channel(Chat):
    """A channel with the bot as a reader of its posts."""

    def posts(self, text: str) -> Shown:
        with self.world.changed:
            post = self.add({"text": text}, None, html=text)
            self.world.push("channel_post", post.json())
        return post

    def edits(self, post: Shown, text: str) -> Shown:
        with self.world.changed:
            changed = self.change(post.message_id, body={"text": text}, html=text)
            self.world.push("edited_channel_post", changed.json())
        return changed

"""Telegram's HTML: text and entities out of the markup, or the complaint Telegram would make.

Rules: https://core.telegram.org/bots/api#html-style. Complaints count UTF-8 bytes, entities UTF-16 units.
"""

import re
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
PLAIN = re.compile(r"[^<&]+")
REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+))(;?)")
END = re.compile(r"</([^\s>]*)\s*(>?)")
START = re.compile(r"<([^\s>]*)")
CLOSE = re.compile(r"\s*>")
NAME = re.compile(r"\s*([^\s=>]*)")
VALUE = re.compile(r"\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([a-zA-Z0-9.\-]+)(?=[\s>]))")


class HtmlError(ValueError):
    """The markup is refused; the message is what follows "can't parse entities: "."""


@dataclass(frozen=True)
class Opened:
    name: str
    attributes: dict[str, str]
    start: int


def units(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts."""
    return len(text) + sum(char > "\uffff" for char in text)


def parse_html(source: str, strict: bool = True) -> tuple[str, list[Json]]:
    """Raises HtmlError. `strict` also refuses a bare or unknown `&`: Telegram would show it to the person as it is."""
    return _Reader(source, strict).read()


class _Reader:
    def __init__(self, source: str, strict: bool) -> None:
        self.source, self.strict = source, strict
        self.parts: list[str] = []
        self.length = 0
        self.open: list[Opened] = []
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        at = 0
        while at < len(self.source):
            at = self.step(at)
        if self.open:
            raise HtmlError(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return "".join(self.parts), sorted(self.entities, key=lambda e: (e["offset"], -e["length"]))

    def step(self, at: int) -> int:
        if plain := PLAIN.match(self.source, at):
            return self.say(plain[0], plain.end())
        if self.source[at] == "&":
            return self.reference(at)
        return self.end_tag(at) if self.source.startswith("</", at) else self.start_tag(at)

    def say(self, text: str, end: int) -> int:
        self.parts.append(text)
        self.length += units(text)
        return end

    def reference(self, at: int) -> int:
        found = REFERENCE.match(self.source, at)
        char = _character(found) if found else None
        if found and char and (found[4] or not self.strict):
            return self.say(char, found.end())
        if self.strict:
            raise HtmlError(f'Unescaped "&" at byte offset {self.offset(at)} (Telegram would show it as it is)')
        return self.say("&", at + 1)

    def end_tag(self, at: int) -> int:
        found = END.match(self.source, at)
        assert found
        if not self.open:
            raise HtmlError(f"Unexpected end tag at byte offset {self.offset(at)}")
        if not found[2]:
            raise HtmlError(f"Unclosed end tag at byte offset {self.offset(at)}")
        opened, name = self.open.pop(), found[1].lower()
        if name and name != opened.name:
            expected = f'expected "</{opened.name}>", found "</{name}>"'
            raise HtmlError(f"Unmatched end tag at byte offset {self.offset(at)}, {expected}")
        self.mark(opened)
        return found.end()

    def mark(self, opened: Opened) -> None:
        length = self.length - opened.start
        entity = {"type": TAGS[opened.name], "offset": opened.start, "length": length}
        if opened.name == "a":
            link = _link(opened.attributes.get("href", ""))
            if not link:
                return
            entity |= link
        if opened.name == "tg-emoji":
            entity["custom_emoji_id"] = opened.attributes["emoji-id"]
        if "expandable" in opened.attributes and opened.name == "blockquote":
            entity["type"] = "expandable_blockquote"
        if length:
            self.entities.append(entity)

    def start_tag(self, at: int) -> int:
        found = START.match(self.source, at)
        assert found
        name = found[1].lower()
        if found.end() == len(self.source):
            raise HtmlError(f"Unclosed start tag at byte offset {self.offset(at)}")
        if name not in TAGS:
            raise HtmlError(f'Unsupported start tag "{name}" at byte offset {self.offset(at)}')
        attributes, end = self.attributes(at, found.end(), name)
        self.demand(name, attributes, at)
        self.open.append(Opened(name, attributes, self.length))
        return end

    def attributes(self, tag: int, at: int, name: str) -> tuple[dict[str, str], int]:
        found: dict[str, str] = {}
        while not (close := CLOSE.match(self.source, at)):
            key = NAME.match(self.source, at)
            assert key
            if key.end() == len(self.source):
                raise HtmlError(f"Unclosed start tag at byte offset {self.offset(tag)}")
            if not key[1]:
                raise HtmlError(f'Empty attribute name in the tag "{name}" at byte offset {self.offset(tag)}')
            found[key[1].lower()], at = self.value(tag, key.end())
        return found, close.end()

    def value(self, tag: int, at: int) -> tuple[str, int]:
        if not re.compile(r"\s*=").match(self.source, at):
            return "", at
        found = VALUE.match(self.source, at)
        if not found:
            raise HtmlError(f"Unclosed start tag at byte offset {self.offset(tag)}")
        raw = next(group for group in found.groups() if group is not None)
        return REFERENCE.sub(lambda ref: _character(ref) or ref[0], raw), found.end()

    def demand(self, name: str, attributes: dict[str, str], at: int) -> None:
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise HtmlError(f'Tag "span" must have class "tg-spoiler" at byte offset {self.offset(at)}')
        if name == "tg-emoji" and not attributes.get("emoji-id", "").isdigit():
            raise HtmlError(f'Tag "tg-emoji" must have attribute "emoji-id" at byte offset {self.offset(at)}')

    def offset(self, at: int) -> int:
        return len(self.source[:at].encode())


def _character(found: re.Match[str]) -> str | None:
    if found[3]:
        return NAMED.get(found[3])
    code = int(found[1], 16) if found[1] else int(found[2])
    if 0xD800 <= code <= 0xDFFF:
        raise HtmlError("Text contains invalid Unicode characters after decoding HTML entities")
    return chr(code) if 0 < code < 0x10FFFF else None


def _link(url: str) -> Json | None:
    if mention := re.fullmatch(r"tg://user\?id=(\d+)", url):
        return {"type": "text_mention", "user": {"id": int(mention[1]), "is_bot": False, "first_name": "?"}}
    return {"url": url} if re.match(r"(https?|tg|tonsite|mailto):|[\w-]+\.\w", url) else None

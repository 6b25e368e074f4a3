"""From the HTML that prompts are written in to Discord's Markdown, with people's own words kept from meaning anything
there: no formatting, no mention, no hidden link."""

from __future__ import annotations

import html
import re

from bot.talk.rendering import split

MOST = 2000  # characters of a message
SIGNS = {"b": "**", "strong": "**", "i": "*", "em": "*", "u": "__", "s": "~~", "code": "`", "pre": "```"}
PIECE = re.compile(r"<(/?)([a-z][a-z0-9-]*)([^<>]*)>|([^<]+)|<")
LINK = re.compile(r'href="([^"]+)"')
ADDRESS = re.compile(r"https?://[^\s<>()\[\]`|]+")
SPECIAL = re.compile(r"([\\*_~`|\[\]<>])")
LEADING = re.compile(r"^([ \t]*)(#{1,3}|-#|>{1,3}|-|\d+\.)(?= )", re.MULTILINE)
CALL = re.compile(r"@(?=everyone|here|[!&]?\d)")


def escape(text: str) -> str:
    """Words as they are: addresses stay whole, everything Discord would read something into is disarmed."""
    parts, at = [], 0
    for address in ADDRESS.finditer(text):
        parts += [_plain(text[at : address.start()]), address[0]]
        at = address.end()
    return "".join((*parts, _plain(text[at:])))


def _plain(text: str) -> str:
    text = SPECIAL.sub(r"\\\1", text)
    return LEADING.sub(_disarm, CALL.sub("@\u200b", text))


def _disarm(match: re.Match[str]) -> str:
    space, sign = match[1], match[2]
    return f"{space}{sign[:-1]}\\." if sign[0].isdigit() else f"{space}\\{sign}"


def markdown(text: str) -> str:
    """A part of a message as Discord reads it."""
    said: list[str] = []
    links: list[str] = []
    code = 0
    for closing, tag, rest, words in PIECE.findall(text):
        if tag == "a":
            said.append(_link(closing, rest, links))
        elif tag:
            code += {"code": 1, "pre": 1}.get(tag, 0) * (-1 if closing else 1)
            said.append(SIGNS.get(tag, ""))
        else:
            bare = html.unescape(words or "<")
            said.append(bare.replace("`", "ˋ") if code > 0 else escape(bare))
    return "".join(said)


def _link(closing: str, rest: str, links: list[str]) -> str:
    if closing:
        return f"]({links.pop()})" if links else ""
    found = LINK.search(rest)
    if not found:
        return ""
    links.append(html.unescape(found[1]).replace(")", "%29"))
    return "["


def parts(texts: tuple[str, ...]) -> list[str]:
    """A message in parts that Discord takes, broken between lines; what is escaped counts as it is sent."""
    return [part for text in texts for part in _fitting(text)]


def _fitting(text: str) -> list[str]:
    for most in (MOST, MOST * 3 // 4, MOST // 2, MOST // 3):
        said = [markdown(part) for part in split(text, most)]
        if all(length(part) <= MOST for part in said):
            return said
    return [part[: MOST // 2] for part in said]


def length(text: str) -> int:
    """How long Discord may think a text is: in UTF-16 units, the strictest way."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2

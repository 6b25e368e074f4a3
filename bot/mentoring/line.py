"""The rules of the line between two partners: what can pass, how large it may be, how it looks on the other side."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.mentoring.calendar import Quiet, allowed_at
from bot.messages import Attachment, Button, File, Screen, Words, say

KINDS = ("voice", "audio", "photo", "video", "video_note", "animation", "document")  # of files that pass
MEGABYTE = 1_000_000  # as phones count it; Telegram's and Discord's limits are a little above
FETCHED = {"telegram": 20}  # megabytes that can be fetched from a platform, for another one
TAKEN = {"telegram": 50, "discord": 10}  # megabytes that can be sent to a platform
IDLE = timedelta(hours=2)  # without a word, after which a talk is over
BURST = timedelta(minutes=2)  # between two messages that share a tick
USEFUL = timedelta(days=7)  # how long something may wait to be delivered
ENDINGS = {"voice": "ogg", "audio": "mp3", "photo": "jpg", "video": "mp4", "video_note": "mp4", "animation": "mp4"}


def most_megabytes(source: str, target: str) -> int:
    """How large a file may be on this way; 0 where it stays on its platform and needs no carrying."""
    if source == target == "telegram":
        return 0
    return min(FETCHED.get(source, 1000), TAKEN.get(target, 1000))


def too_large(file: File, source: str, target: str) -> int:
    """How many megabytes it may have at most, if it has more; else 0."""
    most = most_megabytes(source, target)
    return most if most and file.size > most * MEGABYTE else 0


def silently(now: datetime, zone: str, quiet: Quiet, *, muted: bool, talking: bool) -> bool:
    """Whether a message comes without a sound: when it is muted, or in quiet hours, unless its reader is talking."""
    return muted or (not talking and allowed_at(now, zone, quiet) > now)


def words(name: str, text: Words, *, edited: bool = False) -> Screen:
    """Somebody's words as their partner reads them."""
    return Screen((say("relay-words", name=name, text=text, edited="yes" if edited else "no"),))


def parcel(name: str, text: Words, file: File, platform: str) -> Screen:
    """A file as its partner gets it; its words stand with it."""
    kind = file.kind if file.kind in KINDS else "document"
    called = file.name or f"{kind}.{ENDINGS.get(kind, 'bin')}"
    content = {"platform": platform, "kind": kind, "ref": file.ref, "name": called, "size": file.size}
    line = say("relay-words", name=name, text=text, edited="no") if text else say("relay-file", name=name, kind=kind)
    return Screen((line,), attachment=Attachment("relay", called, content))


def with_ways(screen: Screen, pair: int) -> Screen:
    """The same with a way to answer it, for whoever is not talking already."""
    ways = (Button(say("button-reply"), f"do:talk:{pair}"), Button(say("button-line"), f"p:line:{pair}"))
    return Screen(screen.lines, (ways,), screen.attachment)

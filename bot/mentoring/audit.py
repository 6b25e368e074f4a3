"""Who did what at a programme's desk: which part of the trail is wanted, and what its lines say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias, get_args

from bot.mentoring.views import View

Group: TypeAlias = Literal["", "look", "take", "change"]

PAGE = 8  # lines on a screen
TOKEN = re.compile(r"f(?:\.p(\d{1,9}))?(?:\.(look|take|change))?(?:\.s(\d{4}-\d\d-\d\d))?(?:\.b(\d{1,9}))?")
LOOKS = frozenset({"Look"})
TAKES = frozenset({"Exported", "SendFile"})
SAYS = TAKES | {"ChangeSettings", "ChangeStage"}  # whose subject is what was done

DEEDS: Mapping[str, tuple[str, ...]] = {
    "look": ("Look",),
    "file": ("SendFile",),
    "export": ("Exported",),
    "exports": ("PlanExports",),
    "digest": ("SetDigest", "MoveDigest"),
    "digest-stop": ("StopDigest",),
    "digest-lost": ("LoseDigest",),
    "programme": ("CreateProgramme",),
    "settings": ("ChangeSettings", "SetInactive", "SetTerms"),
    "stage": ("ChangeStage",),
    "match": ("KeepDraft", "MarkDraft", "ThrowDraft", "PublishDraft"),
    "apart": ("Exclude", "Include"),
    "invite": ("Invite", "MakeInvitation", "RenewInvitation", "InvitePeople"),
    "invite-closed": ("CloseInvitation",),
    "list": ("KeepUpload", "DropUpload"),
    "join": ("Join",),
    "approve": ("Approve",),
    "decline": ("Decline",),
    "ask": ("AskApplicant",),
    "seat": ("ChangeSeat",),
    "pause": ("PauseMember",),
    "remove": ("RemoveMember",),
    "pair": ("Pair", "PairMembers", "ConfirmWish"),
    "end": ("EndPair",),
    "nudge": ("NudgePair",),
    "write": ("WriteTo", "WritePair", "WriteBoth"),
    "text": ("ReadyText",),
    "watch": ("WatchPair", "UnwatchPair"),
    "note": ("AddNote", "AddStaffNote", "RemoveNote", "RemoveStaffNote"),
    "ticket": ("TakeTicket", "AnswerTicket"),
    "ticket-closed": ("CloseTicket",),
    "campaign": ("DraftCampaign", "ChangeCampaign", "PreviewCampaign"),
    "campaign-sent": ("BeginCampaign",),
    "campaign-stopped": ("StopCampaign",),
    "form": ("OfferForm", "KeepForm", "DropForm", "SetFormState", "KeepFormLink"),
    "standing": ("SetStanding",),
    "help": ("AskHelp",),
}  # what is done, and the kinds of activity that tell of it; "audit-did-DEED" are its words

DID: Mapping[str, str] = {kind: deed for deed, kinds in DEEDS.items() for kind in kinds}

OWN_LIFE = (
    *("Reachable", "Consent", "ChangePerson", "Snooze", "TellPerson", "TellPartners", "CloseTalk", "RestTalks"),
    *("MakeCode", "UseCode", "Unlink", "RecordResponse", "ChangeResponse", "TalkTo", "EndTalk", "PassOn", "PassEdit"),
    *("SwitchProgramme", "FinishEnrolment", "JoinOpen"),
)  # what people of the desk do for themselves, as everybody does


@dataclass(frozen=True, slots=True)
class Filter:
    """Which lines are wanted: about or by a person, of one group, since a day, older than a number."""

    person: int = 0
    group: Group = ""
    since: date | None = None
    before: int = 0

    def __str__(self) -> str:
        """As it stands in a button."""
        parts = [f"p{self.person}" if self.person else "", self.group, f"s{self.since}" if self.since else ""]
        return ".".join(["f", *filter(None, [*parts, f"b{self.before}" if self.before else ""])])


def read_filter(text: str) -> Filter | None:
    """The filter that a button holds; None for what somebody typed."""
    found = TOKEN.fullmatch(text)
    if found is None:
        return None
    person, since, before = found.group(1, 3, 4)
    group: Group = next((each for each in get_args(Group) if each == found[2]), "")
    try:
        day = date.fromisoformat(since) if since else None
    except ValueError:
        return None
    return Filter(int(person or 0), group, day, int(before or 0))


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the trail: who did what, about whom or what. `who` is empty when nobody is known any more, `detail` is
    what was looked at or taken."""

    id: int
    at: datetime
    who: str
    kind: str
    detail: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class AuditView(View):
    """A page of the trail. `person` is whose it is, `several` are those who may be meant, `unclear` what was neither a
    person nor a day."""

    entries: tuple[Entry, ...] = ()
    wanted: Filter = Filter()
    more: bool = False
    person: str = ""
    several: tuple[tuple[int, str], ...] = ()
    unclear: str = ""

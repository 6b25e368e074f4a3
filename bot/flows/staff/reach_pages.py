"""The screens about messages to many: one campaign before and after it went, all of them, whom a filter means."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import ceil

from bot.errors import Unclear
from bot.flows.staff.reach_words import ANNOUNCE, FORM, LANGUAGES, in_both
from bot.house import Page
from bot.mentoring.audience import read_audience
from bot.mentoring.people import Facts
from bot.mentoring.reach_views import EDITABLE, AudienceView, CampaignsView, CampaignView
from bot.messages import MAX_DATA, Button, Rows, Say, Screen, Value, When, say

WHOM = {
    "all": "all",
    "mentees": "mentees",
    "mentors": "mentors",
    "missed": "mentees checkin-missed",
    "silent": "mentees silent>14d",
    "no-goal": "mentees no-goal",
    "no-session": "no-session",
    "paired": "paired",
    "unpaired": "unpaired",
}  # the usual filters, each with words of its own
PACE = {"telegram": 20, "discord": 5}  # messages a second that leave room for answers
SLOWEST = 5
OUTCOMES = ("sent", "waiting", "unreachable", "uncertain", "refused", "expired")
EXCERPT = 160
FEW = 5  # names that are listed


def view_of(facts: Facts) -> CampaignView | None:
    """The campaign that is looked at; None for another programme's, or none."""
    return facts.view if isinstance(facts.view, CampaignView) else None


def whom(text: str) -> Say:
    """An audience as it is read: in words if it is a usual one."""
    slug = _usual(text)
    return say(f"whom-{slug}") if slug else say("whom-typed", filter=text)


@lru_cache
def _usual(text: str) -> str:
    """The usual filter that means the same."""
    try:
        meant = read_audience(text)
    except Unclear:
        return ""
    return next((slug for slug, usual in WHOM.items() if read_audience(usual) == meant), "")


def minutes(platforms: Mapping[str, int]) -> int:
    """About how long it takes until all of it has gone out."""
    spans = [number / PACE.get(platform, SLOWEST) for platform, number in platforms.items()]
    return max(1, ceil(max(spans, default=0) / 60))


def campaign(facts: Facts) -> Screen:
    """A campaign: before it goes, whom it would reach now; afterwards, what became of it."""
    view = view_of(facts)
    if view is None:
        return Screen((say("campaign-gone"),), _others())
    lines = [_title(view), *_words(view)]
    lines += list(_reach(view)) if view.state in EDITABLE else list(outcome(view.sent, view.total))
    return Screen(tuple(lines), _ways(view))


def _title(view: CampaignView) -> Say:
    at: dict[str, Value] = {"at": When(view.at)} if view.at else {"at": ""}
    return say("campaign-title", kind=view.kind, whom=whom(view.audience), state=view.state, **at)


def _words(view: CampaignView) -> Iterator[Say]:
    written = {locale: view.texts[locale] for locale in LANGUAGES if view.texts.get(locale)}
    if view.kind in {ANNOUNCE, FORM} and written:
        short = {locale: textwrap.shorten(text, EXCERPT, placeholder="…") for locale, text in written.items()}
        yield say("campaign-words", text=in_both(short))
    if view.kind == ANNOUNCE and len(written) == 1 and view.state in EDITABLE:
        yield say("campaign-one-language", language=next(iter(written)))


def _reach(view: CampaignView) -> Iterator[Say]:
    if view.skipped:
        reasons = tuple(say("campaign-skip", n=number, why=why) for why, number in sorted(view.skipped.items()))
        yield say("campaign-skipped", n=sum(view.skipped.values()), reasons=reasons)
    if not view.total:
        yield say("campaign-nobody", skipped=sum(view.skipped.values()))
        return
    yield say("campaign-reach", n=view.reached, where=_where(view.platforms), lost=view.total - view.reached)
    if view.names and view.total <= FEW:
        yield say("campaign-names", names=view.names)
    elif view.reached:
        yield say("campaign-minutes", n=minutes(view.platforms))


def _where(platforms: Mapping[str, int]) -> tuple[Say, ...]:
    return tuple(
        say("campaign-on", n=number, platform=say("platform", name=name)) for name, number in sorted(platforms.items())
    )


def outcome(sent: Mapping[str, int], total: int) -> Iterator[Say]:
    """What became of it, by number."""
    if not sent:
        yield say("campaign-none-yet", n=total)
    for state in OUTCOMES:
        if sent.get(state):
            yield say("campaign-count", state=state, n=sent[state])


def _ways(view: CampaignView) -> Rows:
    number = view.id
    look = Button(say("button-only-me"), f"do:campaign_me:{number}")
    edit = Button(say("button-campaign-change"), f"go:campaign_change:{number}")
    stop = Button(say("button-stop", state=view.state), f"do:campaign_stop:{number}")
    again = Button(say("button-refresh"), f"p:campaign:{number}")
    plan = Button(say("button-plan", state=view.state), f"go:campaign_plan:{number}")
    if view.state == "draft":
        send = ((Button(say("button-send-now", n=view.reached), f"do:campaign_send:{number}"), plan),)
        return (*(send if view.reached else ()), (look, edit), (stop,))
    if view.state == "planned":
        return ((plan, edit), (look, stop))
    return ((again, stop),) if view.state == "sending" else _others()


def _others() -> Rows:
    return ((Button(say("button-campaigns"), "p:campaigns"), Button(say("button-announce"), "go:announce")),)


def campaigns(facts: Facts) -> Screen:
    """The newest campaigns."""
    view = facts.view if isinstance(facts.view, CampaignsView) else CampaignsView()
    new = (Button(say("button-announce"), "go:announce"), Button(say("button-nudge"), "go:nudge"))
    if not view.campaigns:
        return Screen((say("campaigns-none"),), (new,))
    lines = tuple(_line(number, each) for number, each in enumerate(view.campaigns, 1))
    opens = [Button(str(number), f"p:campaign:{each.id}") for number, each in enumerate(view.campaigns, 1)]
    halves = (tuple(opens[:4]), tuple(opens[4:]))
    return Screen((say("campaigns-title"), *lines), (*filter(None, halves), new))


def _line(number: int, each: CampaignView) -> Say:
    at: Value = When(each.at, "day") if each.at else ""
    shown: dict[str, Value] = {"kind": each.kind, "state": each.state, "total": each.total}
    return say("campaigns-line", number=number, whom=whom(each.audience), at=at, **shown)


def audience(facts: Facts) -> Screen:
    """Whom a filter means; without one, how filters are written."""
    view = facts.view if isinstance(facts.view, AudienceView) else AudienceView()
    if not view.text:
        hint = (view.unclear,) if view.unclear else ()
        return Screen((*hint, say("audience-words")), _tries())
    lines = [say("audience-means", whom=whom(view.text), n=view.total, where=_where(view.platforms))]
    lines += [say("campaign-names", names=view.names)] if view.names else []
    lost = view.total - sum(view.platforms.values())
    lines += [say("audience-lost", n=lost)] if lost else []
    return Screen(tuple(lines), (*_for(view), *_tries()))


def _for(view: AudienceView) -> Rows:
    ways = [(name, f"go:{name}:{view.text.replace(':', '=')}") for name in ("announce", "nudge")]
    fitting = tuple(Button(say(f"button-{name}"), data) for name, data in ways if len(data.encode()) <= MAX_DATA)
    return (fitting,) if view.total and fitting else ()


def _tries() -> Rows:
    tried = ("silent", "missed", "no-goal", "no-session", "unpaired", "all")
    buttons = [Button(say(f"whom-{slug}"), f"p:audience:{WHOM[slug]}") for slug in tried]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


PAGES = (
    Page("campaign", campaign, apart=True),
    Page("campaigns", campaigns, apart=True),
    Page("audience", audience, apart=True),
)

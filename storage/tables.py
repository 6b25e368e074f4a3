"""Everything that is kept, as SQLModel tables. Moments are UTC; ids from outside are text; constraints make things
happen once.

Table models do not validate: nothing from outside reaches them but through the core's snapshots and effects.
"""

from __future__ import annotations

from storage.tables_office import (
    AnswerBatch,
    Campaign,
    Channel,
    DayFigures,
    Draft,
    DraftPair,
    Exclusion,
    File,
    Job,
    RiskHit,
    StaffNote,
    StoredForm,
    TicketWord,
    Upload,
    Watch,
    Wish,
)
from storage.tables_pairs import Agreement, LinkCode, LinkTry, Note, Parting, Relay, Server, Session, SessionWord
from storage.tables_people import NAMES, Account, Consent, Invitation, Membership, Pair, Person, Programme, Row
from storage.tables_traffic import Activity, Attempt, Conversation, Due, Outbox, Pulse, Seen
from storage.tables_work import Checkin, FormResponse, Goal, HelpRequest, Progress, Step

__all__ = [
    "NAMES",
    "Account",
    "Activity",
    "Agreement",
    "AnswerBatch",
    "Attempt",
    "Campaign",
    "Channel",
    "Checkin",
    "Consent",
    "Conversation",
    "DayFigures",
    "Draft",
    "DraftPair",
    "Due",
    "Exclusion",
    "File",
    "FormResponse",
    "Goal",
    "HelpRequest",
    "Invitation",
    "Job",
    "LinkCode",
    "LinkTry",
    "Membership",
    "Note",
    "Outbox",
    "Pair",
    "Parting",
    "Person",
    "Programme",
    "Progress",
    "Pulse",
    "Relay",
    "RiskHit",
    "Row",
    "Seen",
    "Server",
    "Session",
    "SessionWord",
    "StaffNote",
    "Step",
    "StoredForm",
    "TicketWord",
    "Upload",
    "Watch",
    "Wish",
]

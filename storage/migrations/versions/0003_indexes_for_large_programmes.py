"""Indexes for large programmes: what is read of pairs and sessions at once, and whatever names a person."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Each reference to a person: without an index, erasing somebody reads the whole table.
PEOPLE = (
    *(("campaign", "by_id"), ("channel", "by_id"), ("draft", "by_id"), ("exclusion", "by_id")),
    *(("exclusion", "mentor_id"), ("file", "person_id"), ("job", "person_id"), ("parting", "person_id")),
    *(("storedform", "by_id"), ("upload", "person_id"), ("watch", "by_id")),
)
WIDER = (
    ("pair", ("programme_id", "state"), ("programme_id", "state", "created_at")),
    ("session", ("pair_id", "state"), ("pair_id", "state", "starts_at")),
    ("session", ("programme_id", "starts_at"), ("programme_id", "state", "starts_at", "changed_at")),
)


def upgrade() -> None:
    for table, column in PEOPLE:
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    for table, old, new in WIDER:
        op.drop_index(op.f(f"ix_{table}_{'_'.join(old)}"), table)
        op.create_index(op.f(f"ix_{table}_{'_'.join(new)}"), table, list(new))

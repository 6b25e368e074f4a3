"""The coordinators' desk."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# New columns of tables with rows: filled by a default that is then taken away again, since the program gives one.
FILLED = {
    "invitation": ("email", "opens"),
    "pair": ("source", "reason"),
    "person": ("at_programme",),
    "programme": ("stage", "joining", "options"),
}


def upgrade() -> None:
    op.create_table(
        "campaign",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column("audience", AutoString(), nullable=False),
        sa.Column("texts", sa.JSON(), nullable=False),
        sa.Column("form", AutoString(), nullable=False),
        sa.Column("state", AutoString(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=True),
        sa.Column("sent_at", UTCDateTime(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_campaign_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_campaign_programme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
    )
    with op.batch_alter_table("campaign", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_campaign_programme_id_state"), ["programme_id", "state"], unique=False)

    op.create_table(
        "channel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("platform", AutoString(), nullable=False),
        sa.Column("chat", AutoString(), nullable=False),
        sa.Column("purpose", AutoString(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("clock", AutoString(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_channel_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_channel_programme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel")),
        sa.UniqueConstraint(
            "programme_id", "platform", "chat", "purpose", name=op.f("uq_channel_programme_id_platform_chat_purpose")
        ),
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("mode", AutoString(), nullable=False),
        sa.Column("state", AutoString(), nullable=False),
        sa.Column("left", sa.JSON(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("published_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_draft_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_draft_programme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draft_programme_id_state"), ["programme_id", "state"], unique=False)

    op.create_table(
        "exclusion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("mentor_id", sa.Integer(), nullable=False),
        sa.Column("mentee_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_exclusion_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["mentee_id"], ["person.id"], name=op.f("fk_exclusion_mentee_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["mentor_id"], ["person.id"], name=op.f("fk_exclusion_mentor_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_exclusion_programme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exclusion")),
        sa.UniqueConstraint(
            "programme_id", "mentor_id", "mentee_id", name=op.f("uq_exclusion_programme_id_mentor_id_mentee_id")
        ),
    )
    with op.batch_alter_table("exclusion", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_exclusion_mentee_id"), ["mentee_id"], unique=False)

    op.create_table(
        "file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_file_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("file", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_file_at"), ["at"], unique=False)

    op.create_table(
        "job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column("lane", AutoString(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=True),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("args", sa.JSON(), nullable=False),
        sa.Column("platform", AutoString(), nullable=False),
        sa.Column("chat", AutoString(), nullable=False),
        sa.Column("edit", AutoString(), nullable=False),
        sa.Column("route", AutoString(), nullable=False),
        sa.Column("locale", AutoString(), nullable=False),
        sa.Column("once", AutoString(), nullable=True),
        sa.Column("state", AutoString(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("done_at", UTCDateTime(), nullable=True),
        sa.Column("holder", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_job_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_job_programme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job")),
        sa.UniqueConstraint("once", name=op.f("uq_job_once")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("job", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_job_state_at"), ["state", "at"], unique=False)

    op.create_table(
        "storedform",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("version", AutoString(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("state", AutoString(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_storedform_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_storedform_programme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_storedform")),
        sa.UniqueConstraint("programme_id", "name", "version", name=op.f("uq_storedform_programme_id_name_version")),
    )
    op.create_table(
        "upload",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", AutoString(), nullable=False),
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("state", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_upload_person_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_upload_programme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upload")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "pulse",
        sa.Column("name", AutoString(), nullable=False),
        sa.Column("version", AutoString(), nullable=False),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_pulse")),
    )
    op.create_table(
        "wish",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("mentee_id", sa.Integer(), nullable=False),
        sa.Column("mentor_id", sa.Integer(), nullable=False),
        sa.Column("state", AutoString(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("asked_at", UTCDateTime(), nullable=True),
        sa.Column("until", UTCDateTime(), nullable=True),
        sa.Column("question", AutoString(), nullable=False),
        sa.Column("answer", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["mentee_id"], ["person.id"], name=op.f("fk_wish_mentee_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["mentor_id"], ["person.id"], name=op.f("fk_wish_mentor_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_wish_programme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_wish")),
        sa.UniqueConstraint(
            "programme_id", "mentee_id", "mentor_id", name=op.f("uq_wish_programme_id_mentee_id_mentor_id")
        ),
    )
    with op.batch_alter_table("wish", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_wish_mentee_id"), ["mentee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_wish_mentor_id_state"), ["mentor_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_wish_programme_id_state"), ["programme_id", "state"], unique=False)

    op.create_table(
        "draftpair",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("mentor_id", sa.Integer(), nullable=False),
        sa.Column("mentee_id", sa.Integer(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("state", AutoString(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_draftpair_draft_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["mentee_id"], ["person.id"], name=op.f("fk_draftpair_mentee_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["mentor_id"], ["person.id"], name=op.f("fk_draftpair_mentor_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draftpair")),
        sa.UniqueConstraint(
            "draft_id", "mentor_id", "mentee_id", name=op.f("uq_draftpair_draft_id_mentor_id_mentee_id")
        ),
    )
    with op.batch_alter_table("draftpair", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draftpair_mentee_id"), ["mentee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_draftpair_mentor_id"), ["mentor_id"], unique=False)

    op.create_table(
        "riskhit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("pair_id", sa.Integer(), nullable=False),
        sa.Column("rule", AutoString(), nullable=False),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.Column("found_at", UTCDateTime(), nullable=False),
        sa.Column("acted_at", UTCDateTime(), nullable=True),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_riskhit_pair_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_riskhit_programme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_riskhit")),
    )
    with op.batch_alter_table("riskhit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_riskhit_pair_id_rule"), ["pair_id", "rule"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_riskhit_programme_id_ended_at"), ["programme_id", "ended_at"], unique=False
        )

    op.create_table(
        "ticketword",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("staff", sa.Boolean(), nullable=False),
        sa.Column("text", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_ticketword_person_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["request_id"], ["helprequest.id"], name=op.f("fk_ticketword_request_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticketword")),
    )
    with op.batch_alter_table("ticketword", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ticketword_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ticketword_request_id"), ["request_id"], unique=False)

    op.create_table(
        "watch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pair_id", sa.Integer(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("fine_until", UTCDateTime(), nullable=False),
        sa.Column("why", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["person.id"], name=op.f("fk_watch_by_id"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_watch_pair_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_watch")),
        sa.UniqueConstraint("pair_id", name=op.f("uq_watch_pair_id")),
    )
    op.create_table(
        "answerbatch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("question", AutoString(), nullable=False),
        sa.Column("role", AutoString(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("promoters", sa.Integer(), nullable=False),
        sa.Column("detractors", sa.Integer(), nullable=False),
        sa.Column("until", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_answerbatch_programme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_answerbatch")),
    )
    with op.batch_alter_table("answerbatch", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_answerbatch_programme_id_question_until"),
            ["programme_id", "question", "until"],
            unique=False,
        )

    op.create_table(
        "dayfigures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("programme_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("stock", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["programme_id"], ["programme.id"], name=op.f("fk_dayfigures_programme_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dayfigures")),
        sa.UniqueConstraint("programme_id", "day", name=op.f("uq_dayfigures_programme_id_day")),
    )
    op.create_table(
        "staffnote",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pair_id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("text", AutoString(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_staffnote_author_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_staffnote_pair_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staffnote")),
    )
    with op.batch_alter_table("staffnote", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staffnote_author_id"), ["author_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_staffnote_pair_id"), ["pair_id"], unique=False)

    away = sa.text("reach <> 'ok'")
    name = op.f("ix_account_platform_reach")
    op.create_index(name, "account", ["platform", "reach"], sqlite_where=away, postgresql_where=away)

    with op.batch_alter_table("checkin", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_checkin_programme_id_asked_at_answered_at_person_id"),
            ["programme_id", "asked_at", "answered_at", "person_id"],
            unique=False,
        )

    with op.batch_alter_table("helprequest", schema=None) as batch_op:
        batch_op.add_column(sa.Column("taken_by_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("changed_at", UTCDateTime(), nullable=True))
        batch_op.create_index(batch_op.f("ix_helprequest_taken_by_id"), ["taken_by_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_helprequest_taken_by_id"), "person", ["taken_by_id"], ["id"], ondelete="SET NULL"
        )

    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("email", AutoString(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("opens", AutoString(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("by_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_invitation_by_id"), ["by_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_invitation_programme_id"), ["programme_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_invitation_by_id"), "person", ["by_id"], ["id"], ondelete="SET NULL")

    with op.batch_alter_table("membership", schema=None) as batch_op:
        batch_op.add_column(sa.Column("invitation_id", sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f("ix_membership_invitation_id"), ["invitation_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_membership_invitation_id"), "invitation", ["invitation_id"], ["id"], ondelete="SET NULL"
        )

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("campaign", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("trace", AutoString(), nullable=True))
    few = sa.text("campaign IS NOT NULL")
    op.create_index(op.f("ix_outbox_campaign"), "outbox", ["campaign"], sqlite_where=few, postgresql_where=few)

    with op.batch_alter_table("pair", schema=None) as batch_op:
        batch_op.add_column(sa.Column("source", AutoString(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("reason", AutoString(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("asked_at", UTCDateTime(), nullable=True))

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("at_programme", sa.Integer(), nullable=False, server_default="0"))

    with op.batch_alter_table("programme", schema=None) as batch_op:
        batch_op.add_column(sa.Column("stage", AutoString(), nullable=False, server_default="open"))
        batch_op.add_column(sa.Column("joining", AutoString(), nullable=False, server_default="code"))
        batch_op.add_column(sa.Column("options", sa.JSON(), nullable=False, server_default="{}"))

    with op.batch_alter_table("agreement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agreement_person_id"), ["person_id"], unique=False)

    with op.batch_alter_table("progress", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_progress_by_id"), ["by_id"], unique=False)

    with op.batch_alter_table("relay", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_relay_from_id"), ["from_id"], unique=False)

    with op.batch_alter_table("session", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_session_by_id"), ["by_id"], unique=False)

    with op.batch_alter_table("sessionword", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sessionword_person_id"), ["person_id"], unique=False)

    for table, columns in FILLED.items():
        with op.batch_alter_table(table, schema=None) as batch_op:
            for column in columns:
                batch_op.alter_column(column, server_default=None)

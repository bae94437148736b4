"""The first tables: jobs, uploads and tokens."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment, counter, json = sa.DateTime(timezone=True), sa.BigInteger(), sa.JSON()
    op.create_table(
        "jobs",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("process", sa.Text(), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("request_digest", sa.Text(), nullable=False),
        sa.Column("idempotency_key", sa.Text()),
        sa.Column("pixels", counter, nullable=False),
        sa.Column("uploads", json, nullable=False),
        sa.Column("running_quota", counter),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("turn", counter),
        sa.Column("attempts", counter, nullable=False),
        sa.Column("restarts", counter, nullable=False),
        sa.Column("stage", sa.Text()),
        sa.Column("fraction", sa.Double(), nullable=False),
        sa.Column("windows_done", counter),
        sa.Column("windows_total", counter),
        sa.Column("seconds_left", sa.Double()),
        sa.Column("seconds", sa.Double()),
        sa.Column("error", json),
        sa.Column("error_code", sa.Text()),
        sa.Column("results", json),
        sa.Column("removed", sa.Boolean(), nullable=False),
        sa.Column("created", moment, nullable=False),
        sa.Column("started", moment),
        sa.Column("finished", moment),
        sa.Column("updated", moment, nullable=False),
        sa.Column("expires", moment),
        sa.PrimaryKeyConstraint("number", name="pk_jobs"),
        sa.UniqueConstraint("id", name="uq_jobs_id"),
        sa.UniqueConstraint("owner", "idempotency_key", name="uq_jobs_owner_idempotency_key"),
        sqlite_autoincrement=True,
    )
    for column in ("owner", "state", "expires"):
        op.create_index(f"ix_jobs_{column}", "jobs", [column])
    op.create_table(
        "uploads",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("length", counter, nullable=False),
        sa.Column("offset", counter, nullable=False),
        sa.Column("sha256", sa.Text()),
        sa.Column("media_type", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("created", moment, nullable=False),
        sa.Column("touched", moment, nullable=False),
        sa.Column("expires", moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_uploads"),
    )
    op.create_index("ix_uploads_owner_sha256", "uploads", ["owner", "sha256"])
    op.create_index("ix_uploads_expires", "uploads", ["expires"])
    op.create_table(
        "tokens",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("scopes", json, nullable=False),
        sa.Column("quota", json, nullable=False),
        sa.Column("created", moment, nullable=False),
        sa.Column("expires", moment),
        sa.Column("revoked", moment),
        sa.Column("last_used", moment),
        sa.PrimaryKeyConstraint("id", name="pk_tokens"),
        sa.UniqueConstraint("digest", name="uq_tokens_digest"),
    )


def downgrade() -> None:
    for table in ("tokens", "uploads", "jobs"):
        op.drop_table(table)

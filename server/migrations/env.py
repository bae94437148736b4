"""What alembic runs: the migrations, on the connection that it was given.

Alembic loads this file by its path, so that it is no module of the package and can import nothing from it.
"""

from __future__ import annotations

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes["metadata"],
    # SQLite changes a column by making the table anew.
    render_as_batch=True,
)
context.run_migrations()

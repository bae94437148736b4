"""Migrations of the database, which the server brings up to date whenever it starts.

A new one is a file in ``versions`` that names the one before it. ``tests/test_migrations.py`` holds that all of them
together make exactly the tables of :mod:`scenefill.server.database`.
"""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from ...core.errors import SceneFillError
from ..database import DATABASE_DOWN, Base, Database, database_down


def upgrade(database: Database) -> None:
    """Bring the tables to the newest version; two servers that start at once take turns.

    Raises:
        SceneFillError: ``database-newer`` when a later version of SceneFill has used the database, ``database-down``.
    """
    try:
        _upgrade(database)
    except DATABASE_DOWN as error:
        raise database_down(error) from error


def _upgrade(database: Database) -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).resolve().parent).replace("%", "%%"))
    with database.transaction("migrations") as session:
        connection = session.connection()
        current = MigrationContext.configure(connection).get_current_revision()
        known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
        if current is not None and current not in known:
            raise SceneFillError(
                "database-newer",
                "A later version of SceneFill has used this database.",
                "Update SceneFill, or name another database.",
                {"revision": current},
            )
        config.attributes.update(connection=connection, metadata=Base.metadata)
        command.upgrade(config, "head")

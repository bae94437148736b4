"""A PostgreSQL server of a test run's own: in a temporary folder, on a socket there, gone when the tests are."""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

#: Where Debian has the programs, which are on nobody's PATH, by version.
DEBIAN = Path("/usr/lib/postgresql")
PATIENCE = 120


def programs() -> Path:
    """The folder of ``initdb`` and ``pg_ctl``."""
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3])) if DEBIAN.is_dir() else []
    found = str(versions[-1]) if versions else shutil.which("initdb")
    if found is None:
        raise FileNotFoundError("There is no PostgreSQL (as root: make setup-postgresql).")
    return Path(found).parent


class Cluster:
    """A running server; a context that stops it and removes its files."""

    def __init__(self) -> None:
        self._programs = programs()
        # PostgreSQL refuses to run as root, and a socket's path has to be short.
        self._user = "postgres" if os.geteuid() == 0 else None
        self._folder = Path(tempfile.mkdtemp(prefix="sf-pg-", dir="/tmp"))
        self._numbers = itertools.count(1)

    def __enter__(self) -> Cluster:
        try:
            if self._user is not None:
                owner = pwd.getpwnam(self._user)
                os.chown(self._folder, owner.pw_uid, owner.pw_gid)
            self._run(
                "initdb", "--auth=trust", "--username=scenefill", "--encoding=UTF8", "--no-sync", "-D", self._data
            )
            options = f"-k {self._folder} -c listen_addresses= -c fsync=off -c max_connections=100"
            log = str(self._folder / "log")
            self._run("pg_ctl", "-D", self._data, "-w", "-t", str(PATIENCE), "-l", log, "-o", options, "start")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if (Path(self._data) / "postmaster.pid").exists():
            self._run("pg_ctl", "-D", self._data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(self._folder)

    def new_database(self) -> str:
        """The URL of an empty database."""
        name = f"test{next(self._numbers)}"
        self._run("createdb", "-h", str(self._folder), "-U", "scenefill", name)
        return f"postgresql://scenefill@/{name}?host={self._folder}"

    @property
    def _data(self) -> str:
        return str(self._folder / "data")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._programs / program), *arguments]
        # Not by a pipe: the server would keep it open for as long as it lives.
        with tempfile.TemporaryFile() as output:
            done = subprocess.run(
                command,
                user=self._user,
                cwd="/",
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                timeout=PATIENCE,
            )
            output.seek(0)
            if done.returncode:
                raise RuntimeError(f"{program}: {output.read().decode(errors='replace')}")

"""Make the plugin's zip: ``.venv/bin/python -I -m scenefill.scripts.package`` writes ``dist/scenefill-VERSION.zip``.

What goes in is said by ``pb_tool.cfg`` and put together by pb_tool; from a copy of what git knows, so that no file that
happens to lie in the checkout gets to users. The same sources give the same bytes
(docs/decisions/0012-package.md). A zip that the plugin repository would refuse is an error.
"""

from __future__ import annotations

import argparse
import configparser
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from .plugin_rules import problems

ROOT = Path(__file__).resolve().parent.parent

#: Sources of what is shipped beside them.
LEFT_OUT = (".ts",)

#: What of the documents is for users: what the Help buttons open, without a network.
GUIDES = ("docs/user-guide.md", "docs/processing.md", "docs/images/screens/")

#: The earliest time that a zip can tell.
NO_TIME = (1980, 1, 1, 0, 0, 0)
PLAIN_FILE = 0o100644 << 16


class PackageError(Exception):
    """Why there is no zip, in a sentence."""


def version() -> str:
    """The version, which two files state."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string((ROOT / "metadata.txt").read_text(encoding="utf-8"))
    stated = parser["general"]["version"]
    found = re.search(r'^__version__ = "(.+)"$', (ROOT / "__init__.py").read_text(encoding="utf-8"), re.MULTILINE)
    if found is None or found[1] != stated:
        raise PackageError(f"metadata.txt says version {stated}, __init__.py says {found[1] if found else 'none'}")
    return stated


def git_files(*options: str) -> list[str]:
    """Paths, relative to the root, of the files that git lists and that are there."""
    command = ["git", "ls-files", "-z", *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise PackageError(f"git does not list the files: {done.stderr.strip()}")
    return [name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def copy_sources(target: Path, untracked: bool) -> None:
    """Copy what git knows; with ``untracked`` also what is new and not ignored."""
    new = git_files("--others", "--exclude-standard")
    for name in git_files("--cached") + (new if untracked else []):
        if not name.endswith(LEFT_OUT) and (not name.startswith("docs/") or name.startswith(GUIDES)):
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)
    if new and not untracked:
        sys.stderr.write(f"package: left out, because git does not know them: {', '.join(sorted(new))}\n")


def put_together(sources: Path, plugins: Path) -> Path:
    """Let pb_tool copy what ``pb_tool.cfg`` names into ``plugins``; the folder that it made there."""
    program = Path(sys.executable).with_name("pb_tool")
    command = [str(program), "deploy", "--quick", "--no-confirm", "--no-docs", "--plugin_path", str(plugins)]
    done = subprocess.run(command, cwd=sources, capture_output=True, text=True, check=False)
    folders = list(plugins.glob("*"))
    if done.returncode != 0 or len(folders) != 1:
        raise PackageError(f"pb_tool failed:\n{done.stdout}{done.stderr}")
    return folders[0]


def write_zip(folder: Path, target: Path) -> None:
    """Zip a folder, its name included: files in order, without times, owners or permissions of this machine."""
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_suffix(".part")
    with zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                info = zipfile.ZipInfo(path.relative_to(folder.parent).as_posix(), NO_TIME)
                info.create_system, info.external_attr, info.compress_type = 3, PLAIN_FILE, zipfile.ZIP_DEFLATED
                archive.writestr(info, path.read_bytes())
    aside.replace(target)


def build(folder: Path, untracked: bool) -> Path:
    """Make the zip in ``folder`` and look at it; its path."""
    target = folder / f"scenefill-{version()}.zip"
    with tempfile.TemporaryDirectory(prefix="scenefill-package-") as scratch:
        sources, plugins = Path(scratch, "sources"), Path(scratch, "plugins")
        sources.mkdir()
        plugins.mkdir()
        copy_sources(sources, untracked)
        write_zip(put_together(sources, plugins), target)
    found = problems(target)
    if found:
        raise PackageError("the plugin repository would refuse this:\n" + "\n".join(found))
    return target


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the plugin's zip.")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", help="folder of the zip (default: dist)")
    parser.add_argument("--untracked", action="store_true", help="put in new files that git does not know yet")
    options = parser.parse_args()
    try:
        target = build(options.output, options.untracked)
    except PackageError as error:
        sys.stderr.write(f"package: error: {error}\n")
        return 1
    sys.stdout.write(f"{target} ({target.stat().st_size / 1e6:.1f} MB)\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

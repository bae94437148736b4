"""The environment variables of a child process: those of QGIS without what would lead another Python astray.

QGIS sets variables for its own Python, PROJ, GDAL and Qt. An engine that inherits them loads QGIS' libraries or data
files of another version, and crashes or warps to the wrong place. QGIS' own environment is never changed.
"""

from __future__ import annotations

import ntpath
import os
import posixpath
import sys
from collections.abc import Iterable, Mapping

#: Variables that belong to QGIS' own libraries.
_NAMES = frozenset(
    {
        "GDAL_DATA",
        "GDAL_DRIVER_PATH",
        "GDAL_PYTHON_DRIVER_PATH",
        "GEOTIFF_CSV",
        "GISBASE",
        "GISRC",
        "LD_LIBRARY_PATH",
        "OGR_DRIVER_PATH",
        "OPENSSL_ENGINES",
        "OPENSSL_MODULES",
        "OSGEO4W_ROOT",
        "PDAL_DRIVER_PATH",
        "PROJ_DATA",
        "PROJ_LIB",
        "VIRTUAL_ENV",
        "__PYVENV_LAUNCHER__",
    }
)
#: Beginnings of such names. Proxies (``HTTPS_PROXY``), certificates (``SSL_CERT_FILE``) and ``GDAL_HTTP_*`` stay.
_BEGINNINGS = ("PYTHON", "QT_", "QML", "QGIS_", "O4W_QT_", "DYLD_", "GRASS_")


def clean_environment(environ: Mapping[str, str], *, prefixes: Iterable[str] = ()) -> dict[str, str]:
    """A copy of ``environ`` for a Python that is not QGIS'.

    Args:
        environ: usually ``os.environ``; left as it is.
        prefixes: folders that QGIS is installed in and that are its alone (see :func:`qgis_prefixes`): entries of
            ``PATH`` inside them are left out, because Windows looks for DLLs there.
    """
    kept = {name: value for name, value in environ.items() if not _is_foreign(name.upper())}
    folders = tuple(prefixes)
    for name in [name for name in kept if name.upper() == "PATH"]:
        separator = ";" if any(_is_windows(folder) for folder in folders) else os.pathsep
        entries = kept[name].split(separator)
        kept[name] = separator.join(entry for entry in entries if not any(_inside(entry, f) for f in folders))
    return kept


def qgis_prefixes(prefix_path: str, platform: str = sys.platform) -> tuple[str, ...]:
    """The folders that are QGIS' alone on this platform; none on Linux, where it shares ``/usr`` with everything.

    Args:
        prefix_path: ``QgsApplication.prefixPath()``, such as ``C:/Program Files/QGIS 3.40/apps/qgis`` or
            ``/Applications/QGIS.app/Contents/MacOS``.
        platform: ``sys.platform`` of the machine.
    """
    parts = prefix_path.replace("\\", "/").rstrip("/").split("/")
    lowered = [part.lower() for part in parts]
    if platform == "win32" and "apps" in lowered:
        return ("/".join(parts[: len(parts) - 1 - lowered[::-1].index("apps")]),)
    if platform == "darwin":
        bundles = [i for i, part in enumerate(lowered) if part.endswith(".app")]
        return ("/".join(parts[: bundles[0] + 1]),) if bundles else ()
    return ()


def _is_foreign(name: str) -> bool:
    return name in _NAMES or name.startswith(_BEGINNINGS)


def _is_windows(path: str) -> bool:
    return bool(ntpath.splitdrive(path)[0])


def _inside(entry: str, folder: str) -> bool:
    """Whether a folder of ``PATH`` is ``folder`` or below it."""
    if _is_windows(folder):
        entry, folder = (ntpath.normcase(ntpath.normpath(path.strip('"'))) for path in (entry, folder))
        return entry == folder or entry.startswith(folder.rstrip("\\") + "\\")
    entry, folder = posixpath.normpath(entry), posixpath.normpath(folder)
    return entry == folder or entry.startswith(folder.rstrip("/") + "/")

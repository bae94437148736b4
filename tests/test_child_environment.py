"""What a child process inherits from QGIS: pure functions, the same on every platform."""

from __future__ import annotations

import os

import pytest
from scenefill.plugin.runner.child_environment import clean_environment, qgis_prefixes

#: As QGIS for Windows starts its Python, shortened.
WINDOWS = {
    "Path": r"C:\Program Files\QGIS 3.40\apps\qgis\bin;C:\PROGRAM FILES\QGIS 3.40\bin;C:\Windows\system32;D:\tools",
    "PYTHONHOME": r"C:\Program Files\QGIS 3.40\apps\Python312",
    "PYTHONPATH": r"C:\Program Files\QGIS 3.40\apps\qgis\python",
    "GDAL_DATA": r"C:\Program Files\QGIS 3.40\apps\gdal\share\gdal",
    "GDAL_DRIVER_PATH": r"C:\Program Files\QGIS 3.40\apps\gdal\lib\gdalplugins",
    "PROJ_DATA": r"C:\Program Files\QGIS 3.40\share\proj",
    "QT_PLUGIN_PATH": r"C:\Program Files\QGIS 3.40\apps\qgis\qtplugins",
    "O4W_QT_PREFIX": "C:/Program Files/QGIS 3.40/apps/Qt5",
    "OSGEO4W_ROOT": r"C:\Program Files\QGIS 3.40",
    "SYSTEMROOT": r"C:\Windows",
    "TEMP": r"C:\Users\a\AppData\Local\Temp",
}


@pytest.mark.parametrize(
    "name",
    [
        "PYTHONHOME",
        "PYTHONPATH",
        "PYTHONSTARTUP",
        "PROJ_LIB",
        "PROJ_DATA",
        "GDAL_DATA",
        "GDAL_DRIVER_PATH",
        "QT_PLUGIN_PATH",
        "QT_QPA_PLATFORM",
        "QGIS_PREFIX_PATH",
        "LD_LIBRARY_PATH",
        "DYLD_LIBRARY_PATH",
        "DYLD_FALLBACK_LIBRARY_PATH",
        "__PYVENV_LAUNCHER__",
        "VIRTUAL_ENV",
        "Proj_Lib",
    ],
)
def test_what_belongs_to_qgis_goes(name: str) -> None:
    assert clean_environment({name: "x", "HOME": "h"}) == {"HOME": "h"}


@pytest.mark.parametrize(
    "name",
    [
        "HTTPS_PROXY",
        "http_proxy",
        "NO_PROXY",
        "SSL_CERT_FILE",
        "REQUESTS_CA_BUNDLE",
        "CURL_CA_BUNDLE",
        "GDAL_HTTP_PROXY",
        "OMP_NUM_THREADS",
        "CUDA_VISIBLE_DEVICES",
        "SCENEFILL_CACHE",
        "LANG",
        "TMPDIR",
    ],
)
def test_what_the_engine_or_the_network_needs_stays(name: str) -> None:
    assert clean_environment({name: "x"}) == {name: "x"}


def test_the_given_one_is_left_as_it_is() -> None:
    given = {"PYTHONHOME": "x", "PATH": "/usr/bin"}
    cleaned = clean_environment(given, prefixes=("/usr",))
    assert given == {"PYTHONHOME": "x", "PATH": "/usr/bin"}
    assert cleaned == {"PATH": ""}


def test_windows_path_loses_the_folders_of_qgis() -> None:
    prefixes = qgis_prefixes("C:/Program Files/QGIS 3.40/apps/qgis", "win32")
    assert prefixes == ("C:/Program Files/QGIS 3.40",)
    assert clean_environment(WINDOWS, prefixes=prefixes) == {
        "Path": r"C:\Windows\system32;D:\tools",
        "SYSTEMROOT": r"C:\Windows",
        "TEMP": r"C:\Users\a\AppData\Local\Temp",
    }


def test_a_folder_beside_qgis_is_not_in_it() -> None:
    given = {"PATH": r'C:\OSGeo4W2\bin;"C:\OSGeo4W\bin";C:\OSGeo4W'}
    assert clean_environment(given, prefixes=(r"C:\OSGeo4W",)) == {"PATH": r"C:\OSGeo4W2\bin"}


def test_the_bundle_of_macos_is_qgis_alone() -> None:
    prefixes = qgis_prefixes("/Applications/QGIS-LTR.app/Contents/MacOS", "darwin")
    assert prefixes == ("/Applications/QGIS-LTR.app",)
    given = {"PATH": os.pathsep.join(["/Applications/QGIS-LTR.app/Contents/MacOS/bin", "/usr/bin", "/bin"])}
    assert clean_environment(given, prefixes=prefixes) == {"PATH": os.pathsep.join(["/usr/bin", "/bin"])}


@pytest.mark.parametrize(
    ("path", "platform"),
    [("/usr", "linux"), ("/srv/qgis", "linux"), ("", "win32"), ("C:/qgis", "win32"), ("/usr/local", "darwin")],
)
def test_shared_prefixes_are_nobodys(path: str, platform: str) -> None:
    assert qgis_prefixes(path, platform) == ()

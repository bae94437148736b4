"""The diagnostics report says what a developer needs and nothing that is private."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from scenefill import __version__
from scenefill.core.errors import SceneFillError
from scenefill.core.worker.protocol import DeviceReport
from scenefill.plugin.diagnostics import HIDDEN, report, without_secrets


def test_report_has_versions_engine_device_error_and_log(session) -> None:
    session.device = DeviceReport("cpu", "CPU – no CUDA device", "bfloat16", 8_000_000_000, 4, "3.11.2", {"torch": "2"})
    logging.getLogger("scenefill").warning("something odd in %s", Path.home() / "secret project" / "s2.tif")
    error = SceneFillError("no-overlap", "The layer does not overlap.", "Choose another area.", {"file": "a.tif"})
    text = report(session, error)
    for wanted in (__version__, "QGIS 3", "CPU – no CUDA device", "torch 2", "no-overlap", '"file": "a.tif"'):
        assert wanted in text
    assert "something odd in ~" in text
    assert str(Path.home()) not in text.replace("~", "")


@pytest.mark.parametrize(
    ("text", "kept", "gone"),
    [
        ("proxy http://ann:pa55@proxy.example:8080/x", "proxy.example:8080", "pa55"),
        ("Authorization: Bearer abcdef1234567890", "Authorization", "abcdef1234567890"),
        ("Proxy-Authorization: Basic YW5uOnBhNTU=", "Proxy-Authorization", "YW5uOnBhNTU"),
        ('{"access_token": "eyJhbGci.abc", "size": 3}', '"size": 3', "eyJhbGci"),
        ("server_authcfg=ab12cd3 url=x", "url=x", "ab12cd3"),
        ("https://server.example/?token=12345&page=2", "page=2", "12345"),
        (r"C:\Users\Ann Lee\data", "Users", r"\Ann"),
        ("/".join(("", "home", "ann", "project", "s2.tif")), "project/s2.tif", "ann"),
    ],
)
def test_secrets_and_folders_of_people_are_taken_out(text: str, kept: str, gone: str) -> None:
    clean = without_secrets(text)
    assert kept in clean
    assert gone not in clean


def test_plain_lines_stay_as_they_are() -> None:
    line = "12:01:02 INFO window 12 of 96: tokens are no secret, 0.3 s, EPSG:32632"
    assert without_secrets(line) == line
    assert HIDDEN not in line

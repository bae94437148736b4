"""A pytest plugin: a skipped or expectedly failing test makes the whole run fail (``-p scenefill.tests.no_skips``).

Tests that need the real chips must run, and a skip is how they would quietly not.
"""

from __future__ import annotations

import pytest


class NoSkips:
    """Remembers what was skipped, lists it at the end and turns a good exit status into a bad one."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped or hasattr(report, "wasxfail"):
            self.names.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self.names.append(report.nodeid)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        if self.names and exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if self.names:
            terminalreporter.write_sep("=", f"{len(self.names)} skipped or expected to fail: not allowed", red=True)
            for name in self.names:
                terminalreporter.write_line(name)


def pytest_configure(config: pytest.Config) -> None:
    config.pluginmanager.register(NoSkips(), "scenefill-no-skips")

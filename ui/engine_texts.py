"""The sentences of error codes of the engine's process and its environment."""

from __future__ import annotations

from ..plugin.i18n import tr
from .message_texts import Texts


def engine_titles() -> dict[str, str]:
    """Titles of the families of errors in this module."""
    return {"worker": tr("The engine stopped"), "environment": tr("The engine is not ready")}


def fault_texts() -> Texts:
    """What should not happen."""
    return {
        "internal": (tr("Something went wrong in SceneFill itself."), tr("Copy the diagnostics and report it.")),
        "bad-message": (
            tr("SceneFill and its engine do not understand each other."),
            tr("Restart QGIS; if it happens again, make the engine environment anew."),
        ),
    }


def worker_texts() -> Texts:
    """What goes wrong with the engine's process."""
    return {
        "worker-died": (
            tr("The engine's process ended unexpectedly."),
            tr("Resume the run: finished windows are kept. If it happens again, copy the diagnostics and report it."),
        ),
        "worker-protocol": (
            tr("The engine's process is of another version of SceneFill than the plugin."),
            tr("Restart QGIS, so that all of SceneFill is of one version."),
        ),
        "worker-start": (
            tr("The engine's process does not start."),
            tr("Check the engine environment in the options."),
        ),
    }


def environment_texts() -> Texts:
    """Why there is no engine. What looks for it is part of the plugin: it speaks the user's language by itself."""
    own = ("", "")
    return {
        "no-environment": own,
        "old-environment": own,
        "wrong-python": own,
    }

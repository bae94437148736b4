"""The stages of long work in the user's language; the engine says them by identifiers."""

from __future__ import annotations

from .i18n import tr


def stage_title(stage: str) -> str:
    """What the work is doing, in a few words; the identifier itself where it is not known."""
    titles = {
        "start-engine": tr("Starting the engine"),
        "fetch": tr("Fetching layers"),
        "read-inputs": tr("Reading the inputs"),
        "overview": tr("Drawing the draft"),
        "adapt": tr("Learning from the scene"),
        "windows": tr("Drawing"),
        "assemble": tr("Putting the windows together"),
        "write": tr("Writing the results"),
        "clouds": tr("Looking for clouds"),
        "simulate": tr("Simulating a scene"),
        "env-check": tr("Looking at this computer"),
        "env-create": tr("Making the environment"),
        "env-install": tr("Installing packages"),
        "env-download": tr("Downloading packages"),
        "env-verify": tr("Checking"),
        "env-remove": tr("Removing"),
    }
    return titles.get(stage, stage)

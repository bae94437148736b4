"""The stages of long work in the user's language; the engine says them by identifiers."""

from __future__ import annotations

from .i18n import tr

#: A job waits for its turn; ``queue:3`` is the third in the queue.
QUEUE = "queue"


def stage_title(stage: str) -> str:
    """What the work is doing, in a few words; the identifier itself where it is not known."""
    name, _, position = stage.partition(":")
    if name == QUEUE and position.isdigit():
        return queue_text(int(position))
    titles = {
        "start-engine": tr("Starting the engine"),
        "fetch": tr("Fetching layers"),
        "upload": tr("Sending the layers"),
        QUEUE: tr("Waiting for the server"),
        "download": tr("Fetching the results"),
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


def queue_text(position: int) -> str:
    """A place in a server's queue; 1 is next."""
    if position <= 1:
        return tr("Next in the server's queue")
    return tr("Number {position} in the server's queue").format(position=position)

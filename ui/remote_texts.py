"""The sentences of error codes of a server and of the way there."""

from __future__ import annotations

from ..plugin.i18n import tr
from .message_texts import Texts


def way_texts() -> Texts:
    """Why no SceneFill server answers."""
    address = tr("Check the server's address in the options.")
    again = tr("Try again later, or ask whoever runs the server.")
    return {
        "bad-server": (tr("The server's address is none."), tr("Write it like https://scenefill.example.org.")),
        "no-server": (tr("No server is set up."), tr("Enter its address in the options.")),
        "server-insecure": (
            tr("Your login would travel for everyone to read."),
            tr("Use the server's address that starts with https://."),
        ),
        "server-unreachable": (
            tr("The server does not answer."),
            tr("Check its address and the network, and ask whoever runs the server whether it is up."),
        ),
        "server-tls": (
            tr("The connection to the server is not safe: its certificate is not trusted."),
            tr("Check the address; add your institution's certificate in Settings ▸ Options ▸ Authentication."),
        ),
        "server-proxy": (
            tr("The network's proxy does not let the connection through."),
            tr("Set the proxy and its login in Settings ▸ Options ▸ Network."),
        ),
        "captive-portal": (
            tr("The network's login page answers instead of the server."),
            tr("Open a browser, log in to the network, and try again."),
        ),
        "not-scenefill": (tr("Something else than a SceneFill server answers."), address),
        "server-answer": (tr("The server's answer cannot be understood."), again),
        "server-protocol": (
            tr("The server and this plugin are of versions that do not fit."),
            tr("Update SceneFill, or ask whoever runs the server to."),
        ),
        "server-error": (tr("The server failed."), again),
        "server-busy": (tr("The server has too much to do."), tr("Try again later.")),
        "wrong-digest": (tr("A result was damaged on its way and thrown away."), tr("Resume the run.")),
        **dict.fromkeys(
            ("upload-checksum", "chunk-checksum", "upload-offset", "upload-in-use", "upload-locked", "slow-client"),
            (tr("A layer was damaged or held up on its way to the server."), tr("Try again.")),
        ),
    }


def access_texts() -> Texts:
    """What a server does not let one do."""
    ask = tr("Ask whoever runs the server.")
    return {
        "server-login": (
            tr("The server does not know your login, or it has expired."),
            tr("Choose another login in the options, or ask whoever runs the server for a new one."),
        ),
        "server-forbidden": (tr("Your login may not be used for this."), ask),
        "missing-scope": (tr("Your login may not be used for this."), ask),
        "queue-full": (tr("The server's queue is full."), tr("Try again later.")),
        "quota": (
            tr("You have as many jobs on the server as it lets you."),
            tr("Wait until one of them has ended, or cancel one in Past runs."),
        ),
        "quota-bytes": (
            tr("Your layers need more space on the server than it lets you."),
            tr("Choose a smaller area, or wait until earlier layers have expired."),
        ),
        "not-on-server": (
            tr("A server does not do this."),
            tr("Set up an engine on this computer in the options."),
        ),
        **dict.fromkeys(
            ("bad-reference", "not-a-geotiff", "raster-policy", "raster-damaged"),
            (
                tr("The server does not take a layer of the job."),
                tr("Save it as a new GeoTIFF and use that, or ask whoever runs the server."),
            ),
        ),
        "cannot-send": (
            tr("A layer cannot be written for the server without changing what it says."),
            tr("Save it as GeoTIFF with DEFLATE compression, in a CRS with an EPSG code."),
        ),
        "too-many-pixels": (
            tr("The area has more pixels than the server takes."),
            tr("Choose a smaller area or larger pixels."),
        ),
    }


def remote_job_texts() -> Texts:
    """What becomes of a job on a server."""
    anew = tr("Run it again.")
    later = tr("Try again later.")
    return {
        "gone": (tr("The run is no longer on the server."), anew),
        "expired": (tr("The files of the run are no longer on the server."), anew),
        **dict.fromkeys(("dismissed", "job-dismissed"), (tr("The run was cancelled on the server."), anew)),
        "no-such-job": (tr("The server does not know the run."), anew),
        "no-such-output": (tr("The server does not have a result of the run."), anew),
        **dict.fromkeys(("no-such-upload", "unknown-upload"), (tr("A layer is no longer on the server."), anew)),
        "result-not-ready": (tr("The results are not ready yet."), later),
        "idempotency-mismatch": (tr("The server takes the run for another one."), anew),
        "job-state": (tr("The run is in another state on the server than expected."), later),
        **dict.fromkeys(("database-down", "database-busy"), (tr("The server's database does not answer."), later)),
        "not-ready": (tr("The server is still starting."), later),
    }


def cluster_texts() -> Texts:
    """What goes wrong where a server spreads the work over several processes."""
    ask = tr("Ask whoever runs the server.")
    return {
        "no-ray": (tr("The server lacks what it spreads its work with."), ask),
        "no-cluster": (tr("The server's workers cannot be reached."), ask),
        "cluster-mismatch": (tr("The server's workers are of different versions."), ask),
        "workers-failed": (tr("The server's workers failed."), tr("Try again later.")),
        "window-failed": (
            tr("One place of the area ended every worker that drew it."),
            tr("Choose an area without it, and tell whoever runs the server."),
        ),
    }

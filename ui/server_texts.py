"""What a server can do, and where data goes, in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Optional

from ..core.modalities import registry
from ..plugin.i18n import tr
from ..plugin.modality_names import modality_title
from ..plugin.remote.look import ServerReport
from ..plugin.remote.servers import Server, is_loopback
from .quantities import pixels_text, size_text


def report_text(report: ServerReport) -> str:
    """The answer of a server in a few sentences."""
    found = report.found
    first = tr("SceneFill {version}").format(version=found.version or "?")
    if report.processor:
        first = tr("{scenefill} on {processor}").format(scenefill=first, processor=report.processor)
    if found.pixels_per_second:
        speed = tr("about {pixels} per second").format(pixels=pixels_text(round(found.pixels_per_second)))
        first = tr("{first}, {second}").format(first=first, second=speed)
    lines = [tr("{sentence}.").format(sentence=first), _models_text(report), _queue_text(report), _limits_text(report)]
    return " ".join(filter(None, lines))


def _models_text(report: ServerReport) -> str:
    if not report.models:
        return tr("It has no model, so that it cannot draw anything.")
    known = registry().ids
    drawn = ", ".join(modality_title(name) if name in known else name for name in report.found.modalities)
    names = ", ".join(report.models)
    if not drawn:
        return tr("Models: {models}.").format(models=names)
    return tr("Models: {models}, which draw {modalities}.").format(models=names, modalities=drawn)


def _queue_text(report: ServerReport) -> str:
    waiting = int(report.found.queue.get("waiting", 0))
    return tr("%n job(s) are waiting.", waiting) if waiting else tr("Nobody is waiting.")


def _limits_text(report: ServerReport) -> str:
    found, parts = report.found, []
    pixels = _least(found.limits.get("pixels"), found.quota.get("pixels"))
    sent = _least(found.limits.get("upload_bytes"), found.quota.get("bytes"))
    if pixels is not None:
        parts.append(tr("{pixels} a job").format(pixels=pixels_text(int(pixels))))
    if sent is not None:
        parts.append(tr("{size} to send").format(size=size_text(sent)))
    if not parts:
        return ""
    limits = ", ".join(parts)
    if not found.you:
        return tr("At most {limits}.").format(limits=limits)
    return tr("You are “{name}”, with at most {limits}.").format(name=found.you, limits=limits)


def _least(first: Optional[float], second: Optional[float]) -> Optional[float]:
    given = [value for value in (first, second) if value is not None]
    return min(given) if given else None


def destination_text(server: Optional[Server], layers: Sequence[str]) -> str:
    """Where what the form names would go.

    Args:
        server: that does the work; None for the engine on this computer.
        layers: names of what is sent.
    """
    if server is None:
        return tr("Your data stays on this computer.")
    if not server.url:
        return ""
    place = server.url
    if server.name:
        place = tr("{name} ({address})").format(name=server.name, address=server.url)
    if is_loopback(server.url):
        place = tr("{place}, a server on this computer").format(place=place)
    if not layers:
        return tr("The request goes to {place}; no layer is sent.").format(place=place)
    named = ", ".join(dict.fromkeys(layers))
    text = tr("This data goes to {place}: {layers}; of each the area and its surroundings.")
    return text.format(place=place, layers=named)

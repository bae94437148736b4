"""Numbers as people read them: durations, sizes, counts, in the user's locale."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale

from ..plugin.i18n import tr

_MINUTE, _HOUR = 60.0, 3600.0


def duration_text(seconds: float) -> str:
    """``8 s``, ``40 s``, ``3 min``, ``2 h 10 min``: as exact as an estimate may claim to be."""
    if seconds < 1.0:
        return tr("less than 1 s")
    if seconds < 10.0:
        return tr("{seconds} s").format(seconds=round(seconds))
    if seconds < 57.5:
        return tr("{seconds} s").format(seconds=5 * round(seconds / 5.0))
    if seconds < 59.5 * _MINUTE:
        return tr("{minutes} min").format(minutes=max(1, round(seconds / _MINUTE)))
    minutes = 5 * round(seconds / _MINUTE / 5.0)
    hours, minutes = divmod(minutes, 60)
    if minutes == 0:
        return tr("{hours} h").format(hours=hours)
    return tr("{hours} h {minutes} min").format(hours=hours, minutes=minutes)


def left_text(seconds: float) -> str:
    """How much longer it takes; empty while that is unknown (negative)."""
    return tr("about {duration} left").format(duration=duration_text(seconds)) if seconds >= 0 else ""


def size_text(size: float) -> str:
    """Bytes as ``35 MB``, in powers of 1000 as QGIS and file managers have them."""
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if size >= 0.95 * factor:
            return f"{_short(size / factor)} {unit}"
    return tr("%n byte(s)", int(size))


def pixels_text(pixels: int) -> str:
    """``1.1 Mpx``, ``480 kpx``, ``900 px``."""
    for unit, factor in (("Gpx", 1e9), ("Mpx", 1e6), ("kpx", 1e3)):
        if pixels >= 0.95 * factor:
            return f"{_short(pixels / factor)} {unit}"
    return f"{pixels} px"


def _short(value: float) -> str:
    """Two digits at least, no false precision."""
    return QLocale().toString(value, "f", 0 if value >= 9.95 else 1)

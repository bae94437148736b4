"""Dates of observations as the network is told them. Years and months are dates, too, only less exact ones."""

from __future__ import annotations

import datetime
import math

MONTHLY, DAILY = 2, 3


def _parse(date: str) -> tuple[datetime.date, int]:
    parts = [int(p) for p in date.split("-")]
    year, month, day = [*parts, 7, 15][:3] if len(parts) < MONTHLY else [*parts, 15][:3]
    return datetime.date(year, month, day), len(parts)


def day_of_year(date: str | None) -> float:
    """1..366 of ``yyyy-mm-dd`` or (middle of) ``yyyy-mm``; NaN for a bare year or None."""
    if date is None:
        return math.nan
    parsed, precision = _parse(date)
    return float(parsed.timetuple().tm_yday) if precision >= MONTHLY else math.nan


def days_between(date: str | None, reference: str | None) -> float:
    """``date`` minus ``reference`` in days: 0 where they read the same, NaN where either is unknown or too vague."""
    if date == reference:
        return 0.0
    if date is None or reference is None:
        return math.nan
    (first, precision), (second, other) = _parse(date), _parse(reference)
    return float((first - second).days) if min(precision, other) >= MONTHLY else math.nan

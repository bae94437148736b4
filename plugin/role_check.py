"""What a corrected role has to be before a job can be made of it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Optional

from ..core.job_parts import DATE_PATTERN, MAX_BANDS
from ..core.modalities import registry
from .i18n import tr


def role_problem(names: Sequence[str], date: str, scale: Optional[float]) -> str:
    """What is wrong with a role, as a sentence for the user; empty when nothing is.

    Args:
        names: what the used bands are called.
        date: as typed; empty for an unknown one.
        scale: None leaves it to the engine.
    """
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        return tr("Two bands are called '{name}': choose another name for one, or do not use it.").format(name=twice)
    if not any(registry().band(name) is not None for name in names):
        return tr("Say of at least one band what it is: a layer without a known band tells nothing.")
    if len(names) > MAX_BANDS:
        return tr("At most %n band(s) can be used of one layer.", MAX_BANDS)
    if date and not is_date(date):
        return tr("'{date}' is no date: give year-month-day, year-month or a year, such as 2020-08-23.").format(
            date=date
        )
    if scale == 0:
        return tr("A scale of 0 makes all pixels equal: give another one, or leave it empty.")
    return ""


def is_date(text: str) -> bool:
    """Whether ``text`` is ``yyyy-mm-dd``, ``yyyy-mm`` or ``yyyy`` and such a day exists."""
    if not re.fullmatch(DATE_PATTERN, text):
        return False
    numbers = [int(part) for part in text.split("-")]
    try:
        datetime.date(*[*numbers, 1, 1][:3])
    except ValueError:
        return False
    return True

"""The date of an observation, from the metadata of a raster and the names of its file and layer."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Optional

#: Tags that tell when a sensor looked, the surest first; compared in lower case.
_ACQUISITION = (
    "acquisition_date", "acquisitiondate", "acquisitiondatetime", "acquisition_datetime", "date_acquired",
    "datatake_1_datatake_sensing_start", "product_start_time", "sensing_time", "sensing_start", "start_datetime",
    "time_coverage_start", "rangebeginningdate", "acquisition time", "acquisition_time", "acquired", "datetime",
    "system:time_start", "date",
)  # fmt: skip
#: When a file was written; often the date of the observation as well, and never surer than the name.
_WRITTEN = ("tifftag_datetime", "exif_datetimeoriginal", "exif_datetime")

_FIRST_YEAR = 1972  # of Landsat 1
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_STAMP = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[01-2]\d[0-5]\d[0-5]\d(?!\d))")
_DAY_OF_YEAR = re.compile(
    r"(?<![a-z0-9])(?:a|l[cteo][4-9]\d{6})?((?:19|20)\d\d)([0-3]\d\d)(?:[a-z]{3}\d\d|t\d{6})?(?!\d)"
)
_MONTH = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.](0[1-9]|1[0-2])(?![\d-])(?!_\d\d(?!\d))")
_YEAR = re.compile(r"(?<![a-z0-9.])((?:19|20)\d\d)(?![a-z0-9])")
_MILLISECONDS = re.compile(r"\d{12,13}")


def date_in_tags(tags: Mapping[str, str]) -> Optional[tuple[str, str]]:
    """(date, tag) of the acquisition; None where no tag has it."""
    return _first_dated(tags, _ACQUISITION)


def date_written(tags: Mapping[str, str]) -> Optional[tuple[str, str]]:
    """(date, tag) of when the file says that it was made; None where no tag has it."""
    return _first_dated(tags, _WRITTEN)


def _first_dated(tags: Mapping[str, str], keys: tuple[str, ...]) -> Optional[tuple[str, str]]:
    low = {str(key).lower(): (str(key), str(value)[:100]) for key, value in tags.items()}
    for wanted in keys:
        name, value = low.get(wanted, ("", ""))
        if wanted.endswith("time_start") and _MILLISECONDS.fullmatch(value):
            moment = datetime.datetime.fromtimestamp(int(value) / 1000.0, tz=datetime.timezone.utc)
            return moment.date().isoformat(), name
        found = date_in_text(value.replace(":", "-", 2) if re.match(r"\d{4}:\d\d:", value) else value)
        if found:
            return found, name
    return None


def date_in_text(text: str, today: Optional[datetime.date] = None) -> Optional[str]:
    """The first date in a text, as exact as it is: ``yyyy-mm-dd``, ``yyyy-mm`` or ``yyyy``; None for none.

    Understood are 20200823, 2020-08-23 and the like, time stamps, the names of Sentinel and Landsat products (whose
    first date is that of the acquisition), year and day of year as Landsat, MODIS and HLS write it, 2020-08 and 2020.
    Dates before 1972 or in the future are numbers that only look like dates.
    """
    latest = today or datetime.date.today()
    for pattern in (_DAY, _STAMP):
        for found in pattern.finditer(text):
            numbers = [int(part) for part in found.groups() if part.isdigit()]
            day = _day(numbers[0], numbers[1], numbers[2])
            if day is not None and _known(day, latest):
                return day.isoformat()
    for found in _DAY_OF_YEAR.finditer(text.lower()):
        year, number = int(found.group(1)), int(found.group(2))
        if 1 <= number <= 366:
            day = datetime.date(year, 1, 1) + datetime.timedelta(days=number - 1)
            if day.year == year and _known(day, latest):
                return day.isoformat()
    for found in _MONTH.finditer(text):
        if _known(datetime.date(int(found.group(1)), int(found.group(2)), 1), latest):
            return f"{found.group(1)}-{found.group(2)}"
    for found in _YEAR.finditer(text.lower().replace("_", " ").replace("-", " ")):
        if _FIRST_YEAR <= int(found.group(1)) <= latest.year:
            return found.group(1)
    return None


def _day(year: int, month: int, day: int) -> Optional[datetime.date]:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _known(day: datetime.date, latest: datetime.date) -> bool:
    return day.year >= _FIRST_YEAR and day <= latest

"""What bands are called, across sensors and software: names, wavelengths and band numbers to band ids.

Band ids are those of the registry, and for bands that no modality has the common names of the STAC EO extension
(``coastal``, ``nir09``, ``cirrus``, ``lwir12``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Optional

#: Band numbers of sensors. Landsat 7 writes its thermal band twice: 61 in low gain, 62 in high gain.
SENSOR_BANDS: Mapping[str, Mapping[str, str]] = {
    "sentinel-2": {
        "1": "coastal", "2": "blue", "3": "green", "4": "red", "5": "rededge071", "6": "rededge075",
        "7": "rededge078", "8": "nir", "8a": "nir08", "9": "nir09", "10": "cirrus", "11": "swir16", "12": "swir22",
    },
    "landsat-8-9": {
        "1": "coastal", "2": "blue", "3": "green", "4": "red", "5": "nir", "6": "swir16", "7": "swir22", "8": "pan",
        "9": "cirrus", "10": "lwir11", "11": "lwir12",
    },
    "landsat-4-7": {
        "1": "blue", "2": "green", "3": "red", "4": "nir", "5": "swir16", "6": "lwir11", "61": "lwir11",
        "7": "swir22", "8": "pan",
    },
}  # fmt: skip

#: What a sensor is called in the text of file names and tags, in words separated by single spaces.
_SENSOR_WORDS = {
    "sentinel-2": r"sentinel ?2[abc]?|s2[abc]?|msil[12][ac]|msi|hls s30|t\d\d[c-x][a-z]{2} 20\d{6}t\d{6}",
    "sentinel-1": r"sentinel ?1[abc]?|s1[abc]?|grdh?|s1rtc",
    "landsat-8-9": r"landsat ?0?[89]|l[co]?0?[89]|l[co]8\d{13}[a-z]{3}\d\d|oli(?: tirs)?|hls l30",
    "landsat-4-7": r"landsat ?0?[457]|l[te]?0?[457]|l[te][457]\d{13}[a-z]{3}\d\d|tm[45]?|etm",
}
_SENSORS = {sensor: re.compile(rf"(?<!\S)(?:{words})(?!\S)") for sensor, words in _SENSOR_WORDS.items()}

# Quality, classes, angles, indices: no observations, whatever other words stand beside these.
_NOT_A_BAND = re.compile(
    r"\b(?:b?qa|qa ?\d+|qa (?:pixel|radsat|aerosol)|scl|f?masks?|msk|class(?:es|ification)?|land ?cover|lulc|"
    r"angles?|incidence|azimuth|zenith|lia|slope|aspect|hillshade|ndvi|evi|savi|ndwi|ndmi|ndsi|nbr|aot|wvp|tci)\b"
)
# The same of a band; of a file these may as well tell of the scene that it shows.
_OF_A_SCENE = re.compile(
    r"\b(?:clouds?|cloudy|shadows?|flags?|quality|alpha|probability|prob|doy|dates?|counts?|observations)\b"
)
_POLARISATION = re.compile(r"(?:\b|(?<=sigma)|(?<=gamma)|(?<=beta)|(?<=sigma0)|(?<=gamma0)|(?<=beta0))(vv|vh|hv|hh)\b")
_PART_OF_COMPLEX = re.compile(r"^(?:i|q|real|imag|phase) ")

#: Names in the order in which they are tried: the more special ones first.
_NAMES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (band, re.compile(rf"(?<![a-z0-9])(?:{names})(?![a-z0-9])"))
    for band, names in (
        ("coastal", r"coastal(?: aerosol| blue)?|ultra ?blue"),
        ("cirrus", r"(?:swir )?cirrus"),
        ("nir09", r"nir ?0?9|water vapou?r|nir ?2"),
        ("", r"green ?i|yellow"),
        ("rededge071", r"(?:red ?edge|re|vre) ?(?:071|70[0-9]|1)"),
        ("rededge075", r"(?:red ?edge|re|vre) ?(?:075|74[0-9]|2)"),
        ("rededge078", r"(?:red ?edge|re|vre) ?(?:078|78[0-9]|3)"),
        ("nir08", r"nir ?0?8a?|narrow nir|nir ?narrow|nnir|nirn|red ?edge ?4"),
        ("rededge", r"(?:vegetation )?red ?edge"),
        ("swir16", r"swir ?(?:0?1|16|16[0-9]{2})|short ?wave infra ?red ?1|mir ?1"),
        ("swir22", r"swir ?(?:0?2|22|2[12][0-9]{2})|short ?wave infra ?red ?2|mir ?2"),
        ("lwir12", r"lwir ?(?:12|2)|tirs? ?2|thermal(?: infra ?red)? ?2"),
        ("lwir11", r"lwir(?: ?11| ?1)?|tirs? ?1?|thermal(?: infra ?red)? ?1?|(?:brightness |surface )?temperature|lst"),
        ("nir", r"nir ?1?|near ?infra ?red"),
        ("swir", r"swir|short ?wave infra ?red"),
        ("pan", r"pan(?:chromatic)?"),
        ("elevation", r"elevation|elev|dem|dsm|dtm|height|altitude|srtm[a-z0-9]*|aster ?gdem|cop ?dem|cop30|hgt"),
        ("red", r"red"),
        ("green", r"green"),
        ("blue", r"blue"),
    )
)
_LETTERS = {"r": "red", "g": "green", "b": "blue", "n": "nir"}

_NUMBER = re.compile(r"(?<![a-z0-9])(?:(?:sr|st|toa|boa|rhot|rhos) )?(?:b|bd|band) ?0?(\d{1,2})( ?a)?(?![a-z0-9])")
_ETM_THERMAL = re.compile(r"(?<![a-z0-9])b(?:and)? ?6 ?(?:vcid ?)([12])(?![a-z0-9])")
_LANDSAT_PREFIX = re.compile(r"\b(?:sr|st) b(?:and)? ?\d")
_GENERIC = re.compile(r"(?:band|b|layer|channel|ch|raster)? ?\d+|gr[ae]y|undefined|palette|grayscale|\d+ gr[ae]y|")

_CENTRES_UM: Mapping[str, tuple[float, float]] = {
    # band id: central wavelength and how far from it a band may lie and still be called that
    "coastal": (0.443, 0.014), "blue": (0.485, 0.025), "green": (0.560, 0.025), "red": (0.660, 0.025),
    "rededge071": (0.705, 0.012), "rededge075": (0.740, 0.012), "rededge078": (0.783, 0.014),
    "nir": (0.837, 0.014), "nir08": (0.865, 0.013), "nir09": (0.943, 0.015), "cirrus": (1.374, 0.015),
    "swir16": (1.620, 0.060), "swir22": (2.190, 0.090), "lwir11": (10.95, 0.60), "lwir12": (12.02, 0.40),
}  # fmt: skip
_IN_WORDS = re.compile(r"(?<![\d.])(\d+(?:\.\d+)?) ?(nm|nanomet|um|µm|μm|micromet|microns?)")
_WAVELENGTH_KEYS = ("wavelength", "central_wavelength_um", "center_wavelength", "central_wavelength", "cwl")
_UNIT_KEYS = ("wavelength_units", "wavelength_unit", "units")


def plain(text: Optional[str]) -> str:
    """Words in lower case, separated by single spaces: ``RedEdge_1`` and ``red-edge1`` become ``red edge1``."""
    split = re.sub(r"(?<=[a-z])(?=[A-Z][a-z]{2})", " ", (text or "")[:300])
    return " ".join(re.split(r"(?:[^a-z0-9.µμ]|(?<!\d)\.|\.(?!\d))+", split.lower())).strip()


def is_generic(name: str) -> bool:
    """Whether a plain name says no more than that it is a band."""
    return _GENERIC.fullmatch(name) is not None


def is_no_band(name: str, *, of_file: bool = False) -> bool:
    """Whether a plain name is that of a quality band, of classes, of angles or of an index."""
    if _NOT_A_BAND.search(name) or _PART_OF_COMPLEX.match(name):
        return True
    return not of_file and _OF_A_SCENE.search(name) is not None


def are_counted(names: Sequence[str]) -> bool:
    """Whether plain names count the bands of a file, without meaning the numbers of a sensor.

    ``Band 1``, ``Band 2`` is what software writes where nothing is known; ``B1`` to ``B9`` and on is no sensor's order,
    since Sentinel-2 has its 8A in between.
    """
    numbers = [number_of(name) for name in names]
    if numbers != [str(i + 1) for i in range(len(names))]:
        return False
    return len(names) > len(SENSOR_BANDS["landsat-4-7"]) or all(name.startswith("band") for name in names)


def polarisation_of(name: str) -> str:
    """``vv``, ``vh``, ``hv`` or ``hh``; empty for none, or for a ratio of two."""
    found = set(_POLARISATION.findall(name))
    return found.pop() if len(found) == 1 else ""


def named_band(name: str) -> Optional[str]:
    """Band id of a plain common name.

    ``rededge`` and ``swir`` where the name does not say which one, empty where it is surely none of ours, None where
    the name says nothing.
    """
    if name in _LETTERS:
        return _LETTERS[name]
    return next((band for band, pattern in _NAMES if pattern.search(name)), None)


def number_of(name: str) -> str:
    """Band number of a plain name as the tables of the sensors write it (``4``, ``8a``, ``61``); empty for none."""
    gain = _ETM_THERMAL.search(name)
    if gain:
        return f"6{gain.group(1)}"
    found = _NUMBER.search(name)
    return f"{int(found.group(1))}{(found.group(2) or '').strip()}" if found else ""


def sensor_in_text(text: str) -> str:
    """The sensor that plain text names; empty for none or several."""
    found = [sensor for sensor, pattern in _SENSORS.items() if pattern.search(text)]
    return found[0] if len(found) == 1 else ""


def sensor_of_numbers(names: Sequence[str], dtype: str) -> tuple[str, bool]:
    """The sensor that numbers its bands like this, by the bands that only it has.

    Args:
        names: plain names of all bands of a file.
        dtype: of the file; Landsat 4 to 7 is shipped in 8 bits.

    Returns:
        The sensor, empty if it cannot be told, and whether it was only assumed.
    """
    numbers = {number_of(name) for name in names} - {""}
    words = " ".join(names)
    if numbers & {"8a", "12"} or re.search(r"\b(?:qa ?60|scl)\b", words):
        return "sentinel-2", False
    if numbers & {"61", "62"} or "st b6" in words:
        return "landsat-4-7", False
    if _LANDSAT_PREFIX.search(words) or re.search(r"\b(?:bqa|qa pixel|qa radsat)\b", words):
        return _which_landsat(numbers, dtype)
    if dtype == "uint8" and "7" in numbers and numbers <= {str(n) for n in range(1, 9)}:
        return "landsat-4-7", False
    if "8" in numbers and "9" not in numbers and {"2", "3", "4"} <= numbers:
        return "sentinel-2", True
    if numbers >= {"2", "3", "4", "5", "6", "7"} and numbers <= {str(n) for n in range(1, 8)}:
        return "landsat-8-9", True
    return ("sentinel-2", True) if re.search(r"\bb(?:and)? ?0\d\b", words) else ("", True)


def _which_landsat(numbers: Iterable[str], dtype: str) -> tuple[str, bool]:
    found = set(numbers)
    if found & {"9", "10", "11"}:
        return "landsat-8-9", False
    if dtype == "uint8" or (found >= {"5", "7"} and "6" not in found):
        return "landsat-4-7", dtype != "uint8"
    return "landsat-8-9", True


def wavelength_um(name: str, tags: Mapping[str, str]) -> Optional[float]:
    """Central wavelength in µm from a band's name (``B4, central wavelength 665 nm``) or its tags; None unknown."""
    found = _IN_WORDS.search((name or "").lower())
    if found:
        return _to_um(float(found.group(1)), found.group(2))
    low = {key.lower(): str(value) for key, value in tags.items()}
    text = next((low[key] for key in _WAVELENGTH_KEYS if key in low), None)
    number = re.match(r"\s*(\d+(?:\.\d+)?)\s*([a-zµμ]*)", text.lower()) if text else None
    if number is None:
        return None
    unit = number.group(2) or next((low[key].lower() for key in _UNIT_KEYS if key in low), "")
    return _to_um(float(number.group(1)), unit)


def _to_um(value: float, unit: str) -> Optional[float]:
    """Without a unit the size of the number tells: no wavelength of ours is above 15 µm or below 100 nm."""
    nanometres = unit.startswith("n") or (not unit and value > 100.0)
    metres = value / 1000.0 if nanometres else value
    return metres if 0.3 <= metres <= 15.0 else None


def bands_by_wavelength(wavelengths: Sequence[Optional[float]]) -> dict[str, int]:
    """Band id to 0-based position of the nearest band, for all ids that have one near enough."""
    found: dict[str, int] = {}
    taken: dict[int, float] = {}
    for band, (centre, reach) in _CENTRES_UM.items():
        near = [(abs(w - centre), i) for i, w in enumerate(wavelengths) if w is not None and abs(w - centre) <= reach]
        if not near:
            continue
        distance, position = min(near)
        if position in taken:  # another id lies near it too: the nearer one has it
            if taken[position] <= distance:
                continue
            found = {other: i for other, i in found.items() if i != position}
        found[band], taken[position] = position, distance
    return found

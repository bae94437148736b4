"""The layers of a job and its pixel grid.

:class:`LayerSource` reads an input on the absolute lattice in the units of its modalities; what a window reads is a
function of the window's absolute position alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from rasterio.io import DatasetReader
from rasterio.windows import Window as FileWindow

from . import probes
from .blocks import block_mean
from .errors import SceneFillError
from .feedback import Feedback
from .gaps import GapReader
from .grid import Grid, Window
from .job import GridSpec, Input
from .modalities import Modality, registry
from .raster_bands import BandReader, Domain, ValuesAndMask
from .raster_open import (
    RasterProfile,
    crs_text,
    native_pixel_size_m,
    open_raster,
    parse_crs,
    profile_of,
    same_crs,
    transform_xy,
)
from .units import BandFacts, UnitGuess, from_modality_unit, to_modality_unit, units_of_input

__all__ = ["LayerSource", "RasterProfile", "resolve_grid"]

_STRIP = 256


class LayerSource:
    """One input layer on the lattice of a job's grid. For one reading thread at a time.

    Args:
        inp: the input.
        grid: the job's grid, or any crop of it.
        feedback: is told how units were guessed.

    Attributes:
        bands: mapped band ids that the registry knows, in its order; modalities: ids of the modalities they serve.
        unit_guesses: per modality id, how stored numbers become physical values.
        native_pixel_size_m: ground size of the file's own pixels; date: as the job gives it.
        on_grid: whether the file's pixels are pixels of the lattice, so that they can be copied.
        profile: what a copy has to keep.

    Raises:
        SceneFillError: ``no-band``, ``no-overlap``, ``antimeridian`` and those of opening and gaps.
    """

    def __init__(self, inp: Input, grid: Grid, feedback: Feedback) -> None:
        self.input, self.grid, self.date = inp, grid, inp.date
        self._dataset = open_raster(inp.path)
        try:
            self._check_bands()
            self.profile = profile_of(self._dataset)
            self._reader = BandReader(self._dataset, grid)
            if not self._reader.overlaps(grid.window):
                raise _no_overlap(self.name)
            self.native_pixel_size_m = native_pixel_size_m(self._dataset)
            self._channels = self._find_channels()
            self.unit_guesses = {modality: self._units(registry()[modality], feedback) for modality in self.modalities}
            self._reader.domains.update(self._power_domains())
            self._gaps = GapReader(inp, self, grid, feedback)
        except SceneFillError:
            self._dataset.close()
            raise

    @property
    def name(self) -> str:
        """The file's name, for messages."""
        return Path(self.input.path).name

    @property
    def on_grid(self) -> bool:
        return self._reader.on_grid

    @property
    def bands(self) -> list[str]:
        known = registry()
        return [known[m].band_ids[channel] for m, found in self._channels.items() for channel, _ in found]

    @property
    def modalities(self) -> list[str]:
        return list(self._channels)

    @property
    def unit_guess(self) -> UnitGuess:
        """The units of the input's own modality, or of the first one that it serves."""
        return self.unit_guesses.get(self.input.modality) or self.unit_guesses[self.modalities[0]]

    def close(self) -> None:
        self._gaps.close()
        self._dataset.close()

    def __enter__(self) -> LayerSource:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, window: Window, hide_gaps: bool = True) -> dict[str, ValuesAndMask]:
        """Observations per modality id.

        Returns:
            ``(C, H, W)`` float32 in the modality's unit, 0 where absent, and bool, True where observed. C is all bands
            of the modality: bands that the layer lacks are absent. Absent too: nodata, NaN, infinite and masked pixels,
            all beyond the file, and (with ``hide_gaps``) the gaps. Pixels finer than the grid's are averaged over the
            valid ones, backscatter as power; a pixel counts as observed when valid ones cover half of it.
        """
        indexes = [index for found in self._channels.values() for _, index in found]
        dn, valid = self._reader.read(indexes, window)
        gap = self.gap(window) if hide_gaps and self.input.gaps else None
        out: dict[str, ValuesAndMask] = {}
        start = 0
        for modality, found in self._channels.items():
            stop = start + len(found)
            values, mask = self._physical(registry()[modality], dn[start:stop], valid[start:stop])
            start = stop
            if gap is not None:
                mask &= ~gap
                values[~mask] = 0
            out[modality] = _spread(values, mask, [channel for channel, _ in found], len(registry()[modality].bands))
        return out

    def read_coarse(self, window: Window, factor: int = 8) -> dict[str, ValuesAndMask]:
        """The same for a window of :func:`.grid.coarse`: the mean over the observed pixels of each block.

        Blocks with any observed pixel count as observed. Read at full resolution in strips, so that the overview sees
        exactly what the windows see.
        """
        rows = max(1, _STRIP // factor)
        strips = []
        for row in range(window.row, window.row_stop, rows):
            strip = Window(row, window.col, min(rows, window.row_stop - row), window.width)
            fine = self.read(strip.scaled(factor))
            strips.append({m: block_mean(values, mask, factor) for m, (values, mask) in fine.items()})
        return {
            m: (np.concatenate([s[m][0] for s in strips], axis=1), np.concatenate([s[m][1] for s in strips], axis=1))
            for m in self.modalities
        }

    def read_stored(self, names: Sequence[str], window: Window) -> ValuesAndMask:
        """Numbers of mapped bands (registered or not) as stored, ``(len(names), H, W)`` float32, and where valid."""
        return self._reader.read([self.input.bands[name] for name in names], window)

    def read_reflectance(self, names: Sequence[str], window: Window) -> ValuesAndMask:
        """Mapped bands, registered or not, in their modality's unit; unregistered ones as those of the main modality.

        ``cirrus`` or ``coastal`` of a stack are scaled like its reflectances.
        """
        dn, valid = self.read_stored(names, window)
        planes = []
        for name, values, mask in zip(names, dn[:, None], valid[:, None]):
            known = registry().band(name)
            modality = known[0] if known else registry()[self._main_modality()]
            planes.append(self._physical(modality, values, mask))
        return np.concatenate([v for v, _ in planes]), np.concatenate([m for _, m in planes])

    def gap(self, window: Window) -> np.ndarray:
        """``(H, W)`` bool: True where the job wants the layer drawn, by any of its gap sources."""
        return self._gaps.read(window)

    def raw(self, window: Window) -> np.ndarray:
        """All bands of the file, ``(count, H, W)``, bit for bit; nodata (or 0) beyond the file.

        Raises:
            SceneFillError: ``fill-grid`` when the layer is not on the grid.
        """
        return self._reader.read_raw(window)

    def physical_to_dn(self, modality_id: str, band_id: str, values: np.ndarray) -> np.ndarray:
        """Values of a band in its modality's unit to the file's numbers, float64, neither rounded nor clipped."""
        modality, guess = registry()[modality_id], self.unit_guesses[modality_id]
        if band_id not in modality.band_ids:
            raise ValueError(f"{modality_id} has no band {band_id}")
        return (from_modality_unit(values, guess.unit, modality) - guess.offset) / guess.scale

    def _physical(self, modality: Modality, dn: np.ndarray, valid: np.ndarray) -> ValuesAndMask:
        """Stored numbers to the modality's unit; what has no such value (the dB of no power) is absent."""
        guess = self.unit_guesses[modality.id]
        found = to_modality_unit(dn.astype(np.float64) * guess.scale + guess.offset, guess.unit, modality)
        mask = valid & np.isfinite(found)
        return np.where(mask, found, 0.0).astype(np.float32), mask

    def _check_bands(self) -> None:
        for band, index in self.input.bands.items():
            if not 1 <= index <= self._dataset.count:
                raise SceneFillError(
                    "no-band",
                    f"'{self.name}' has {self._dataset.count} band(s), so '{band}' cannot be band {index}.",
                    "Correct the band map; bands are counted from 1.",
                    {"band": band, "index": index, "count": self._dataset.count},
                )

    def _find_channels(self) -> dict[str, list[tuple[int, int]]]:
        """Per modality id, in the registry's order: (channel, band index) of its mapped bands."""
        channels: dict[str, list[tuple[int, int]]] = {}
        for modality in registry().modalities:
            found = [(c, self.input.bands[b]) for c, b in enumerate(modality.band_ids) if b in self.input.bands]
            if found:
                channels[modality.id] = found
        if not channels:
            raise SceneFillError(
                "no-band",
                f"The band map of '{self.name}' names no band of a known modality.",
                f"Map at least one of: {', '.join(registry()[self.input.modality].band_ids)}.",
            )
        return channels

    def _main_modality(self) -> str:
        return self.input.modality if self.input.modality in self._channels else self.modalities[0]

    def _units(self, modality: Modality, feedback: Feedback) -> UnitGuess:
        indexes = [index for _, index in self._channels[modality.id]]
        first = indexes[0] - 1
        facts = BandFacts(
            self.profile.dtype,
            {**self.profile.tags, **self.profile.band_tags[first]},
            self.profile.descriptions,
            (self.profile.scales[first], self.profile.offsets[first]),
            lambda: stored_percentiles(self._dataset, indexes),
        )
        guess, guessed = units_of_input(self.input, modality, facts)
        if guessed:
            factors = f"number × {guess.scale:g} + {guess.offset:g} ({guess.unit})"
            feedback.log("info", f"{self.name}: {modality.id} = {factors}. {guess.reason}")
        return guess

    def _power_domains(self) -> dict[int, Domain]:
        """Backscatter is averaged as power: the mean of decibels lies below the mean power by the speckle's spread."""
        domains: dict[int, Domain] = {}
        for modality, found in self._channels.items():
            guess = self.unit_guesses[modality]
            if guess.unit in ("dB", "amplitude"):
                domains.update((index, _power_domain(guess)) for _, index in found)
        return domains


def stored_percentiles(dataset: DatasetReader, indexes: Sequence[int]) -> tuple[float, float, float]:
    """2nd, 50th and 98th percentile of bands' stored numbers, from spots all over the file: not of a job alone."""
    samples = np.concatenate([p[np.isfinite(p)] for p in _probes(dataset, indexes)])
    if samples.size < probes.ENOUGH:
        shape = [min(probes.WHOLE_FILE, side) for side in dataset.shape]
        whole = dataset.read(list(indexes), out_shape=(len(indexes), *shape), masked=True)
        samples = np.ma.filled(whole.astype(np.float64), np.nan)
    return probes.percentiles(samples)


def _probes(dataset: DatasetReader, indexes: Sequence[int]) -> Iterable[np.ndarray]:
    for row, col, height, width in probes.spots(*dataset.shape):
        found = dataset.read(list(indexes), window=FileWindow(col, row, width, height), masked=True)
        yield np.ma.filled(found.astype(np.float64), np.nan)


def _power_domain(guess: UnitGuess) -> Domain:
    scale, offset = guess.scale, guess.offset
    if guess.unit == "dB":
        return (
            lambda dn: 10.0 ** ((dn.astype(np.float64) * scale + offset) / 10.0),
            lambda power: (10.0 * np.log10(np.maximum(power.astype(np.float64), 1e-30)) - offset) / scale,
        )
    return (
        lambda dn: np.square(dn.astype(np.float64) * scale + offset),
        lambda power: (np.sqrt(np.maximum(power.astype(np.float64), 0.0)) - offset) / scale,
    )


def _spread(values: np.ndarray, mask: np.ndarray, channels: Sequence[int], count: int) -> ValuesAndMask:
    """Mapped bands at their channels among all ``count`` bands of the modality, the others absent."""
    if list(channels) == list(range(count)):
        return values, mask
    all_values = np.zeros((count, *values.shape[1:]), dtype=np.float32)
    all_mask = np.zeros((count, *mask.shape[1:]), dtype=bool)
    all_values[list(channels)], all_mask[list(channels)] = values, mask
    return all_values, all_mask


def _no_overlap(name: str) -> SceneFillError:
    return SceneFillError(
        "no-overlap",
        f"'{name}' does not touch the job's extent.",
        "Choose an extent within the layer, and check that its CRS is right.",
    )


def resolve_grid(spec: GridSpec) -> Grid:
    """The job's grid: an explicit one, or that of a raster, cut to an extent snapped outward to its pixels.

    A south-up raster gives the north-up grid of the same pixels.

    Raises:
        SceneFillError: ``no-crs``, ``rotated-grid``, ``no-overlap``, ``antimeridian``, ``bad-grid``, ``bad-value``.
    """
    if spec.like is None:
        if spec.crs is None or spec.transform is None or spec.width is None or spec.height is None:
            raise SceneFillError(
                "bad-grid", "The grid is incomplete.", "Give `like`, or all of `crs`, `transform`, `width`, `height`."
            )
        return Grid(crs_text(parse_crs(spec.crs)), spec.transform, spec.width, spec.height)
    with open_raster(spec.like) as dataset:
        whole = _north_up(dataset)
    return whole if spec.extent is None else _cut(whole, spec, Path(spec.like).name)


def _north_up(dataset: DatasetReader) -> Grid:
    a, _, c, _, e, f = dataset.transform[:6]
    left = c if a > 0 else c + a * dataset.width
    top = f if e < 0 else f + e * dataset.height
    return Grid(crs_text(dataset.crs), (abs(a), 0.0, left, 0.0, -abs(e), top), dataset.width, dataset.height)


def _cut(whole: Grid, spec: GridSpec, name: str) -> Grid:
    cut = whole.cut(_extent_in(whole, spec))
    if cut is None:
        raise _no_overlap(name)
    return cut


def _extent_in(whole: Grid, spec: GridSpec) -> tuple[float, float, float, float]:
    """The extent's bounds in the CRS of the grid."""
    if spec.extent is None or not (spec.extent[0] < spec.extent[2] and spec.extent[1] < spec.extent[3]):
        raise SceneFillError(
            "bad-grid",
            f"The extent {spec.extent} is empty.",
            "Give [xmin, ymin, xmax, ymax]; split a job that crosses the 180° meridian.",
        )
    source = parse_crs(spec.crs or whole.crs)
    target = parse_crs(whole.crs)
    if same_crs(source, target):
        return spec.extent
    xmin, ymin, xmax, ymax = spec.extent
    x, y = np.meshgrid(np.linspace(xmin, xmax, 21), np.linspace(ymin, ymax, 21))
    x, y = transform_xy(source, target, x, y)
    if not (np.isfinite(x).all() and np.isfinite(y).all()):
        raise SceneFillError(
            "no-overlap",
            f"The extent {spec.extent} cannot be expressed in the grid's CRS.",
            "Check the extent's CRS, and choose an extent within the layer.",
        )
    if target.is_geographic and x.max() - x.min() > 180.0:
        raise SceneFillError("antimeridian", "The extent crosses the 180° meridian.", "Split the job there.")
    return float(x.min()), float(y.min()), float(x.max()), float(y.max())

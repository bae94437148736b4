"""From a job on this computer to what a server is sent: its files, or the parts of them that it needs, and the job.

A file that is small, or needed nearly whole, goes as it is. Of any other a part is cut: a window with an origin of its
own where that is the same to the engine (:func:`..clipping.is_faithful`, and checked on the part itself); else a
*hollow* copy of the same size and place, of which only the needed blocks are there. Nothing is resampled.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Optional

from .. import probes
from ..engine.products import plan_work
from ..errors import SceneFillError
from ..feedback import Feedback
from ..grid import Window
from ..job import GridSpec, Input, Job, job_to_dict
from ..modalities import registry
from ..units import BandFacts, UnitGuess, units_of_input
from . import clipping
from .clipping import Reach
from .layers import Clipper, LayerFacts

#: Files up to this size are sent as they are, and so are those of which this share is needed.
SMALL, SHARE = 32 * 2**20, 0.8
#: A server looks at every pixel of what it is sent, those that are left out as well.
HOLLOW_BYTES, HOLLOW_PIXELS = 8 * 2**30, 400_000_000
GEOJSON = "application/geo+json"


@dataclass(frozen=True)
class Parcel:
    """One file to send.

    Attributes:
        source: the job's own path.
        file: what is sent: the same, or a part of it.
        media_type: of it.
        how: ``whole``, ``part``, ``hollow`` or ``polygons``.
    """

    source: str
    file: Path
    media_type: str
    how: str


@dataclass(frozen=True)
class Packed:
    """A job ready to be sent.

    Attributes:
        parcels: by the job's own path (polygons by path, a line feed and layer).
        job: with units made sure of and the grid that belongs to the parcels; paths still of this computer.
    """

    parcels: Mapping[str, Parcel]
    job: Job

    def request(self, uploads: Mapping[str, str]) -> dict[str, Any]:
        """The job as the server gets it; ``uploads``: parcel to upload's id."""
        described = job_to_dict(self.job)
        described.pop("output")
        grid = described["grid"]
        if "like" in grid:
            grid["like"] = f"upload:{uploads[grid['like']]}"
        for item in described["inputs"]:
            item["path"] = f"upload:{uploads[item['path']]}"
            for gap in item.get("gaps", []):
                if "path" in gap:
                    layer = gap.pop("layer", None)
                    key = polygon_key(gap["path"], layer) if gap["kind"] == "polygons" else gap["path"]
                    gap["path"] = f"upload:{uploads[key]}"
        return described


@dataclass
class _Need:
    """What of a raster is needed: windows of the lattice, and as what it is used."""

    windows: list[Window] = field(default_factory=list)
    inputs: list[int] = field(default_factory=list)
    carried: bool = False


class Packer:
    """Packs one job.

    Args:
        job: with files that exist.
        clipper: looks and cuts.
        reach: of the model.
        folder: for the parts; exists.
        feedback: is told what is sent, and asked whether to stop.
        small, share: when a file is sent as it is, see :data:`SMALL`.
        most: bytes that the server takes of one file; None unknown.

    Raises:
        SceneFillError: as the engine would for files that cannot be used.
    """

    def __init__(
        self,
        job: Job,
        clipper: Clipper,
        reach: Reach,
        folder: Path,
        feedback: Feedback,
        *,
        small: int = SMALL,
        share: float = SHARE,
        most: Optional[float] = None,
    ) -> None:
        self.job, self.clipper, self.folder, self.feedback = job, clipper, folder, feedback
        self.small, self.share, self.most = small, share, most
        self._facts: dict[str, LayerFacts] = {}
        like = job.grid.like
        self.grid = clipping.grid_of(job.grid, None if like is None else self.facts(like), clipper)
        self.region = clipping.region_of(self.grid, reach)
        self._items = list(job.inputs)
        self._spec = job.grid

    @property
    def pixels(self) -> int:
        """Of the job's grid."""
        return self.grid.width * self.grid.height

    def facts(self, path: str) -> LayerFacts:
        """Of a file, looked at once."""
        if path not in self._facts:
            self._facts[path] = self.clipper.facts(path)
        return self._facts[path]

    def pack(self) -> Packed:
        """Make all parts."""
        needs = self._needs()
        inputs = {item.path for item in self.job.inputs}
        parcels: dict[str, Parcel] = {}
        for path, need in needs.items():
            self.feedback.raise_if_cancelled()
            parcels[path] = self._raster(path, need, len(parcels))
        for key, (path, layer, carried) in self._polygons().items():
            target = self.folder / f"{len(parcels)}.geojson"
            self.clipper.polygons(path, layer, target, self.grid, None if carried else self._gap_region())
            parcels[key] = Parcel(path, target, GEOJSON, "polygons")
        spec = self._spec
        if spec.like is not None and spec.like not in inputs and spec.like not in needs:
            grid = self.grid
            spec = GridSpec(crs=grid.crs, transform=grid.transform, width=grid.width, height=grid.height)
        return Packed(parcels, replace(self.job, grid=spec, inputs=tuple(self._items)))

    # -- what is needed -----------------------------------------------------------------------------------------------

    def _needs(self) -> dict[str, _Need]:
        needs: dict[str, _Need] = {}
        for index, item in enumerate(self.job.inputs):
            carried = self._is_carried(index)
            asked = [self.region]
            if carried:
                asked += clipping.carry_windows(self.grid, self.facts(item.path))
            need = needs.setdefault(item.path, _Need())
            need.inputs.append(index)
            need.carried |= carried
            need.windows += [clipping.read_of_input(window, item) for window in asked]
            for gap in item.gaps:
                if gap.kind == "raster" and gap.path is not None:
                    own = needs.setdefault(gap.path, _Need())
                    own.windows += [clipping.read_for_gap(window, gap) for window in asked]
        like = self.job.grid.like
        if like is not None and like not in needs and not self.grid.crs.startswith("EPSG:"):
            # A CRS without a code is safest where it stands.
            needs[like] = _Need([self.grid.window])
        return needs

    def _polygons(self) -> dict[str, tuple[str, Optional[str], bool]]:
        found: dict[str, tuple[str, Optional[str], bool]] = {}
        for index, item in enumerate(self.job.inputs):
            for gap in item.gaps:
                if gap.kind == "polygons" and gap.path is not None:
                    key = polygon_key(gap.path, gap.layer)
                    before = found.get(key, ("", None, False))[2]
                    found[key] = (gap.path, gap.layer, before or self._is_carried(index))
        return found

    def _gap_region(self) -> Window:
        grow = max((gap.grow for item in self.job.inputs for gap in item.gaps), default=0)
        return self.region.padded(grow + clipping.TILE)

    def _is_carried(self, index: int) -> bool:
        """Whether bands of an input may be filled by a regression, which looks all over the file."""
        if all(target.fill != index for target in self.job.targets):
            return False
        item = self.job.inputs[index]
        drawn = {number for name, number in item.bands.items() if registry().band(name) is not None}
        return self.facts(item.path).count > len(drawn)

    # -- parts of rasters ---------------------------------------------------------------------------------------------

    def _raster(self, path: str, need: _Need, number: int) -> Parcel:
        facts = self.facts(path)
        windows = self._file_windows(path, need, facts)
        area = facts.width * facts.height
        share = 1.0 if windows is None else min(1.0, sum(w.height * w.width for w in windows) / area)
        fits = self.most is None or facts.bytes <= self.most
        if facts.plain and fits and (facts.bytes <= self.small or share >= self.share):
            return self._as_it_is(path)
        for how, window, keep in self._ways(facts, need, windows):
            target = self.folder / f"{number}.tif"
            self.clipper.copy(path, target, window, keep, self.feedback.is_cancelled)
            items = self._true_to(path, target, need, facts, window)
            if items is not None:
                for index, item in items.items():
                    self._items[index] = item
                if how == "part" and self._spec.like == path and self._spec.extent is not None:
                    self._spec = GridSpec(like=path, extent=self.grid.bounds)
                self._tell(path, target, how, facts)
                return Parcel(path, target, "image/tiff", how)
            target.unlink()
        if facts.plain:
            return self._as_it_is(path)
        raise SceneFillError(
            "cannot-send",
            f"'{Path(path).name}' cannot be written anew for the server without changing what it says.",
            "Save it as a GeoTIFF with DEFLATE compression, in a CRS with an EPSG code.",
            {"path": path},
        )

    def _as_it_is(self, path: str) -> Parcel:
        self._tell(path, Path(path), "whole", self.facts(path))
        return Parcel(path, Path(path), "image/tiff", "whole")

    def _file_windows(self, path: str, need: _Need, facts: LayerFacts) -> Optional[list[Window]]:
        """What of the file is needed, in its own rows and columns; None for all of it."""
        found = []
        for asked in need.windows:
            window = clipping.file_window(asked, self.grid, facts, self.clipper)
            if window is None:
                return None
            inside = window.intersection(facts.window)
            if inside is not None:
                found.append(inside)
        if not found:
            raise SceneFillError(
                "no-overlap",
                f"'{Path(path).name}' does not touch the job's extent.",
                "Choose an extent within the layer, and check that its CRS is right.",
            )
        return found

    def _ways(
        self, facts: LayerFacts, need: _Need, windows: Optional[list[Window]]
    ) -> list[tuple[str, Window, Sequence[Window]]]:
        """How the file may be sent, the best first: (name, window, what of it is needed)."""
        ways: list[tuple[str, Window, Sequence[Window]]] = []
        if windows is not None and not need.carried:
            part = clipping.aligned(_around(windows), facts)
            if part is not None and clipping.is_faithful(part, self.grid, facts):
                ways.append(("part", part, (part,)))
        pixels = facts.width * facts.height
        if windows is not None and facts.decoded_bytes <= HOLLOW_BYTES and pixels <= HOLLOW_PIXELS:
            spots = [Window(*spot) for spot in probes.spots(facts.height, facts.width)]
            needed = sum(w.height * w.width for w in windows)
            scattered = bool(ways) and ways[0][1].height * ways[0][1].width > 2 * needed
            ways.insert(0 if scattered else len(ways), ("hollow", facts.window, (*windows, *spots)))
        if not facts.plain:
            ways.append(("whole", facts.window, (facts.window,)))
        return ways

    def _true_to(
        self, path: str, target: Path, need: _Need, facts: LayerFacts, window: Window
    ) -> Optional[dict[int, Input]]:
        """The inputs to be sent with a part, with units made sure of; None when the engine would see another layer."""
        part = self.clipper.facts(str(target))
        if not part.same_but_place(facts) or part.transform != facts.shifted(window) or not part.plain:
            return None
        if self.job.grid.like == path and not self._same_grid(part, window == facts.window):
            return None
        found = {}
        for index in need.inputs:
            item = self._with_units(self.job.inputs[index], (path, facts), (str(target), part))
            if item is None:
                return None
            found[index] = item
        return found

    def _same_grid(self, part: LayerFacts, whole: bool) -> bool:
        """Whether the grid of the job is found on a part, too."""
        spec = self.job.grid if whole or self.job.grid.extent is None else GridSpec(like="", extent=self.grid.bounds)
        try:
            return clipping.grid_of(spec, part, self.clipper) == self.grid
        except SceneFillError:
            return False

    def _with_units(self, item: Input, whole: tuple[str, LayerFacts], part: tuple[str, LayerFacts]) -> Optional[Input]:
        """The input, by which the part's numbers mean what the whole's do; None when no scale and offset say that."""
        wanted = _said(self._units(item, *whole))
        if _said(self._units(item, *part)) == wanted:
            return item
        unit = item.unit or registry()[item.modality].unit
        own = wanted.get(item.modality) or next(iter(wanted.values()))
        sure = replace(item, scale=own[0], offset=own[1], unit=own[2] or unit)
        return sure if _said(self._units(sure, *part)) == wanted else None

    def _units(self, item: Input, path: str, facts: LayerFacts) -> dict[str, UnitGuess]:
        found = {}
        for modality in registry().modalities:
            indexes = [item.bands[band] for band in modality.band_ids if band in item.bands]
            if not indexes or max(indexes) > facts.count:
                continue
            first = indexes[0] - 1
            bands = BandFacts(
                facts.dtype,
                {**facts.tags, **facts.band_tags[first]},
                facts.descriptions,
                (facts.scales[first], facts.offsets[first]),
                _looker(self.clipper, path, indexes),
            )
            found[modality.id], _ = units_of_input(item, modality, bands)
        return found

    def _tell(self, path: str, sent: Path, how: str, facts: LayerFacts) -> None:
        words = {"whole": "all of it", "part": "the part that is needed", "hollow": "the blocks that are needed"}
        size = sent.stat().st_size
        self.feedback.log(
            "info", f"{Path(path).name}: {words[how]} is sent, {size / 1e6:.1f} of {facts.bytes / 1e6:.1f} MB."
        )


def polygon_key(path: str, layer: Optional[str]) -> str:
    """The parcel of polygons: layers of one file are apart."""
    return f"{path}\n{layer or ''}"


def output_work(job: Job) -> Any:
    """What a job draws, from its bands alone."""
    known = registry()
    served = [tuple(m.id for m in known.modalities if set(m.band_ids) & set(item.bands)) for item in job.inputs]
    return plan_work(job, served)


def _looker(clipper: Clipper, path: str, indexes: Sequence[int]) -> Callable[[], tuple[float, float, float]]:
    return lambda: clipper.percentiles(path, indexes)


def _said(guesses: Mapping[str, UnitGuess]) -> dict[str, tuple[float, float, str]]:
    return {modality: (guess.scale, guess.offset, guess.unit) for modality, guess in guesses.items()}


def _around(windows: Sequence[Window]) -> Window:
    row, col = min(w.row for w in windows), min(w.col for w in windows)
    return Window(row, col, max(w.row_stop for w in windows) - row, max(w.col_stop for w in windows) - col)

"""What a plan says: light, so that the plugin and the server can read it without the engine's libraries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Optional


@dataclass(frozen=True)
class InputPlan:
    """What one input gives.

    Attributes:
        path, modality, date: as in the job.
        coverage: per modality id, the share 0..1 of the job's area that it observes (in any band).
        gap: share of the job's area that its gaps take up.
        crs: of the file.
        native_pixel_size_m: of the file.
        on_grid: whether its pixels are those of the job's grid; it is resampled otherwise.
        units: per modality id: scale, offset, unit and the reason of the guess.
        carried: bands of a layer to fill that no modality has, filled by regression.
    """

    path: str
    modality: str
    date: Optional[str]
    coverage: Mapping[str, float]
    gap: float
    crs: str
    native_pixel_size_m: float
    on_grid: bool
    units: Mapping[str, Mapping[str, Any]]
    carried: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """What a job would do.

    Attributes:
        grid: CRS, transform, width and height.
        pixel_size_m: of the grid.
        pixels: of the grid; to_draw: share 0..1 of them that is drawn in some output.
        windows: that touch the grid; windows_to_draw: in which something is drawn.
        exact: whether all windows were looked at; shares and counts are estimates otherwise.
        inputs: see :class:`InputPlan`.
        outputs: file names.
        model: id; device: where and in which number format it runs.
        seconds, memory_bytes, disk_bytes: estimates; disk_bytes of the finished outputs (an upper bound),
            disk_needed_bytes while the job runs.
        warnings: what the user should know before starting.
    """

    title: str
    grid: Mapping[str, Any]
    pixel_size_m: float
    pixels: int
    to_draw: float
    windows: int
    windows_to_draw: int
    exact: bool
    inputs: tuple[InputPlan, ...]
    outputs: tuple[str, ...]
    model: str
    device: str
    seconds: float
    memory_bytes: int
    disk_bytes: int
    disk_needed_bytes: int
    warnings: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Plan:
        inputs = tuple(InputPlan(**{**item, "carried": tuple(item["carried"])}) for item in data["inputs"])
        lists = {name: tuple(data[name]) for name in ("outputs", "warnings")}
        return cls(**{**data, **lists, "inputs": inputs})

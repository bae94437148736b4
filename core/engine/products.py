"""From a job's targets to the rasters that come out (products) and the calls of the model that draw them (passes)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional

from ..job import Job
from ..modalities import registry


@dataclass(frozen=True)
class Product:
    """One output raster.

    Attributes:
        index: position in the job; names the product's tensors in the window files.
        name: stem of the file names, for example ``optical_filled``.
        modalities: modality ids in it, in the registry's order.
        fill: index of the input of which it is a filled copy; None for a raster that is drawn everywhere.
        draw: index of the :class:`DrawPass` that draws it.
    """

    index: int
    name: str
    modalities: tuple[str, ...]
    fill: Optional[int]
    draw: int


@dataclass(frozen=True)
class DrawPass:
    """One joint drawing of several modalities for one date.

    Attributes:
        targets: modality ids, in the registry's order.
        fills: modality id to the input whose observed pixels are known.
        date: the date to draw; None unknown.
    """

    targets: tuple[str, ...]
    fills: Mapping[str, int] = field(default_factory=dict)
    date: Optional[str] = None


@dataclass(frozen=True)
class Work:
    """All that a job asks to be drawn."""

    products: tuple[Product, ...]
    passes: tuple[DrawPass, ...]


def job_targets(work: Work) -> tuple[str, ...]:
    """All modalities that are drawn, in the registry's order."""
    wanted = {m for draw in work.passes for m in draw.targets}
    return tuple(m for m in registry().ids if m in wanted)


def plan_work(job: Job, served: Sequence[Sequence[str]]) -> Work:
    """Group targets into products and passes.

    A filled layer is drawn whole: every modality that its mapped bands belong to, whichever of them the job names.
    Products of one date are drawn jointly, so that they agree with each other; a second product of the same modality,
    or of another date, needs a pass of its own.

    Args:
        job: the job.
        served: modality ids that each input serves.
    """
    drafts: list[tuple[str, tuple[str, ...], Optional[int], Optional[str]]] = []
    names: set[str] = set()
    reference = _reference_date(job)
    for target in job.targets:
        if target.fill is None:
            drafts.append((_unique(target.modality, names), (target.modality,), None, reference))
        elif not any(fill == target.fill for _, _, fill, _ in drafts):
            modalities = tuple(m for m in registry().ids if m in served[target.fill])
            name = _unique(f"{target.modality}_filled", names)
            drafts.append((name, modalities, target.fill, job.inputs[target.fill].date))
    passes: list[DrawPass] = []
    products = []
    for index, (name, modalities, fill, date) in enumerate(drafts):
        products.append(Product(index, name, modalities, fill, _join(passes, modalities, fill, date)))
    return Work(tuple(products), tuple(passes))


def _join(passes: list[DrawPass], modalities: tuple[str, ...], fill: Optional[int], date: Optional[str]) -> int:
    """Put a product into the first pass that has its date and none of its modalities, or into a new one."""
    fills = {} if fill is None else dict.fromkeys(modalities, fill)
    for i, known in enumerate(passes):
        if known.date == date and not set(known.targets) & set(modalities):
            targets = {*known.targets, *modalities}
            ordered = tuple(m for m in registry().ids if m in targets)
            passes[i] = DrawPass(ordered, {**known.fills, **fills}, date)
            return i
    passes.append(DrawPass(modalities, fills, date))
    return len(passes) - 1


def _unique(name: str, names: set[str]) -> str:
    candidate, number = name, 1
    while candidate in names:
        number += 1
        candidate = f"{name}_{number}"
    names.add(candidate)
    return candidate


def _reference_date(job: Job) -> Optional[str]:
    """The date of what is drawn everywhere: that of the layer to be filled, else of the first dated input."""
    filled = [job.inputs[target.fill].date for target in job.targets if target.fill is not None]
    return next((date for date in [*filled, *(item.date for item in job.inputs)] if date), None)

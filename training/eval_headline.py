"""The headline: pooled PSNR of every method, case by case, and SceneFill's margin over the best rival."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Optional

from .eval_intervals import Errors, Margin, Pool, Pooled
from .eval_methods import OWN, in_order, main_method
from .eval_tasks import FILLS, Case

CATEGORIES = ("fill-sar-date", "fill-sar", "fill-date", "fill-alone", "optical-to-infrared")
LEAST_AVERAGE = 0.5  # dB over the best rival, mean over the scenes
LEAST_WORST = -0.3  # dB over the best rival, in any scene


@dataclass(frozen=True)
class CaseFigures:
    """One task on one scene.

    Attributes:
        scene, task: ids; trained_on: whether the model learnt from the place.
        pixels, blocks: hidden pixels, and bootstrap blocks that have any.
        pooled: method -> PSNR over all bands of all targets.
        unranked: methods among them that see more than the task shows.
        own, rival: SceneFill's main method, and the ranked rival with the highest PSNR.
        margin: own minus rival.
    """

    scene: str
    task: str
    trained_on: bool
    pixels: int
    blocks: int
    pooled: Mapping[str, Pooled]
    unranked: tuple[str, ...] = ()
    own: Optional[str] = None
    rival: Optional[str] = None
    margin: Optional[Margin] = None

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Category:
    """One kind of task over all scenes: the margins, and whether they are what is asked of SceneFill."""

    task: str
    figures: tuple[CaseFigures, ...]

    @property
    def compared(self) -> tuple[CaseFigures, ...]:
        return tuple(item for item in self.figures if item.margin is not None)

    def margins(self, new_places_only: bool = False) -> list[float]:
        return [
            item.margin.difference
            for item in self.compared
            if item.margin is not None and not (new_places_only and item.trained_on)
        ]

    def to_dict(self) -> dict[str, Any]:
        return {"task": self.task, "all": verdict(self.margins()), "new_places": verdict(self.margins(True))}


def verdict(margins: Sequence[float]) -> dict[str, Any] | None:
    """Average and worst margin in dB and whether each holds; None without any."""
    if not margins:
        return None
    average, worst = sum(margins) / len(margins), min(margins)
    return {
        "scenes": len(margins),
        "average": average,
        "worst": worst,
        "average_holds": average >= LEAST_AVERAGE,
        "worst_holds": worst >= LEAST_WORST,
    }


def categories(figures: Sequence[CaseFigures]) -> list[Category]:
    """The headline's tasks first, then the others, each with its scenes."""
    tasks = dict.fromkeys((*CATEGORIES, *(item.task for item in figures)))
    groups = [Category(task, tuple(item for item in figures if item.task == task)) for task in tasks]
    return [group for group in groups if group.figures]


def case_figures(case: Case, pool: Pool, errors: Mapping[str, Errors], unranked: Sequence[str]) -> CaseFigures:
    """Figures of a case.

    Args:
        case: what was hidden.
        pool: of the case.
        errors: method -> its errors by this pool.
        unranked: methods that may not be the best rival.
    """
    pooled = {method: pool.pooled(errors[method]) for method in in_order(errors)}
    own = main_method(errors)
    rivals = [method for method in pooled if method not in OWN and method not in unranked]
    rival = max(rivals, key=lambda method: pooled[method].psnr, default=None)
    return CaseFigures(
        scene=case.scene.id,
        task=case.task.id,
        trained_on=case.scene.trained_on,
        pixels=int(case.gap.sum()),
        blocks=pool.blocks,
        pooled=pooled,
        unranked=tuple(method for method in pooled if method in unranked),
        own=own,
        rival=rival,
        margin=None if own is None or rival is None else pool.margin(errors[own], errors[rival]),
    )


def is_fill(task: str) -> bool:
    return task in FILLS

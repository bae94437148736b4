"""What is hidden and what is shown: tasks, gap masks and cases.

A *fill* hides a part of every reflectance layer of the judged date, as a cloud does, and shows the rest; a *draw* hides
a whole modality. Only clear pixels are hidden and judged; pixels under real clouds are shown to nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import rasterio
from scipy import ndimage

from ..core.modalities import registry
from .eval_find import DataFolder
from .eval_scenes import REFLECTIVE, EvalScene
from .masks import fractal_field, rank_field

CLOUDS, BLOCKS, WHOLE = "clouds", "blocks", "whole"
_CLOUD_CLASSES = (0, 4)  # shadow and cloud in the class masks; 1 is water, 3 is land
_CLOUD_COVER = (0.2, 0.45)
_BLOCK_SIDE = (20, 56)
_BLOCK_COVER = 0.08
_BLOCK_TRIES = 200
_MIN_HIDDEN = 200


@dataclass(frozen=True)
class Task:
    """One question put to every method.

    Attributes:
        id, title: stable name and sentence for the report.
        kind: ``fill`` (targets partly hidden) or ``draw`` (targets wholly hidden).
        targets: modalities to draw.
        shown: modalities of the judged date that are shown whole.
        other: whether the same product of other dates is shown.
    """

    id: str
    title: str
    kind: str
    targets: tuple[str, ...]
    shown: tuple[str, ...] = ()
    other: bool = False


@dataclass(frozen=True)
class Case:
    """A task on a scene: ``hidden`` maps the kind of gap to its ``(H, W)`` boolean pixels, which do not overlap."""

    scene: EvalScene
    task: Task
    hidden: Mapping[str, np.ndarray]
    seed: int = field(default=0)

    @property
    def gap(self) -> np.ndarray:
        """``(H, W)`` boolean: every hidden pixel."""
        return np.any(list(self.hidden.values()), axis=0)

    def truth(self, modality: str) -> np.ndarray:
        return self.scene.layers[modality].values

    def seen_target(self, modality: str) -> np.ndarray:
        """``(C, H, W)`` of a target as a method may see it: NaN in the gap and wherever it is not clear."""
        visible = self.scene.clear & ~self.gap if self.task.kind == "fill" else np.zeros_like(self.scene.clear)
        return np.where(visible, self.truth(modality), np.nan).astype(np.float32)

    def shown_layers(self) -> dict[str, np.ndarray]:
        """Everything else that is given, ``(C, H, W)`` by name; ``<modality>@k`` is the k-th nearest other date."""
        layers = {}
        for modality in self.task.shown:
            values = self.scene.layers[modality].values
            # SAR looks through clouds; what reflects or radiates is only known where the sky was clear.
            layers[modality] = values if modality == "sar" else np.where(self.scene.clear, values, np.nan)
        if self.task.other:
            for k, date in enumerate(self.scene.other, 1):
                layers.update({f"{key}@{k}": item.values for key, item in date.layers.items()})
        return {key: np.asarray(values, np.float32) for key, values in layers.items()}

    @property
    def unit(self) -> str:
        """The unit that all targets of the task have in common."""
        return unit_of(self.task.targets[0])

    def judged(self, modality: str, kind: str) -> np.ndarray:
        """``(C, H, W)`` boolean: hidden pixels of ``kind`` whose truth is known."""
        return np.isfinite(self.truth(modality)) & self.hidden[kind]


DRAWS = (
    ("sar-to-optical", ("sar",), "optical"),
    ("optical-to-sar", ("optical",), "sar"),
    ("optical-to-infrared", ("optical",), "infrared"),
    ("optical-sar-to-infrared", ("optical", "sar"), "infrared"),
    ("infrared-to-optical", ("infrared",), "optical"),
    ("optical-to-panchromatic", ("optical",), "panchromatic"),
    ("optical-infrared-to-thermal", ("optical", "infrared"), "thermal"),
)
FILLS = ("fill-sar-date", "fill-date", "fill-sar", "fill-alone")
TASK_IDS = (*FILLS, *(draw[0] for draw in DRAWS))


def tasks_for(scene: EvalScene) -> list[Task]:
    """The tasks that the scene's layers allow."""
    have, tasks = set(scene.layers), _fills(scene)
    for task_id, shown, target in DRAWS:
        if have.issuperset((*shown, target)):
            title = f"{target} from {' and '.join(shown)}"
            tasks.append(Task(task_id, title[0].upper() + title[1:], "draw", (target,), shown))
    return tasks


def _fills(scene: EvalScene) -> list[Task]:
    targets = tuple(m for m in REFLECTIVE if m in scene.layers)
    sar, other = "sar" in scene.layers, bool(scene.other)
    names = ", ".join(targets)
    fills = []
    if sar and other:
        fills.append(Task("fill-sar-date", f"Fill {names} with SAR and other dates", "fill", targets, ("sar",), True))
    if other:
        fills.append(Task("fill-date", f"Fill {names} with other dates", "fill", targets, (), True))
    if sar:
        fills.append(Task("fill-sar", f"Fill {names} with SAR", "fill", targets, ("sar",)))
    return [*fills, Task("fill-alone", f"Fill {names} from the rim of the gap alone", "fill", targets)]


def make_case(scene: EvalScene, task: Task, shapes: Sequence[np.ndarray], seed: int) -> Case | None:
    """Hide pixels for a task; the same scene and seed hide the same pixels in every fill. None if too few are left."""
    if task.kind == "draw":
        hidden = {WHOLE: scene.clear & np.isfinite(scene.layers[task.targets[0]].values).any(axis=0)}
    else:
        hidden = hide(scene.clear, shapes, np.random.default_rng([seed, *scene.id.encode()]))
    hidden = {kind: pixels for kind, pixels in hidden.items() if pixels.sum() >= _MIN_HIDDEN}
    return Case(scene, task, hidden, seed) if hidden else None


def hide(clear: np.ndarray, shapes: Sequence[np.ndarray], rng: np.random.Generator) -> dict[str, np.ndarray]:
    """Cloud-shaped gaps and, clear of them, random rectangles.

    Args:
        clear: ``(H, W)`` boolean, the pixels that may be hidden.
        shapes: masks from :func:`cloud_shapes`; fractal noise stands in when there are none.
        rng: seeded generator.
    """
    clouds = _cloud_shape(clear, shapes, rng)
    blocks = _blocks(clear & ~ndimage.binary_dilation(clouds, iterations=6), clear.mean(), rng)
    return {CLOUDS: clouds, BLOCKS: blocks}


def _cloud_shape(clear: np.ndarray, shapes: Sequence[np.ndarray], rng: np.random.Generator) -> np.ndarray:
    """A random window, flip and turn of a real mask that hides 20 to 45 % of the clear pixels, or the nearest to it."""
    middle = sum(_CLOUD_COVER) / 2
    best, distance = np.zeros_like(clear), np.inf
    for _ in range(60):
        source = shapes[int(rng.integers(len(shapes)))] if shapes else _fractal_shape(max(clear.shape), middle, rng)
        mask = _random_window(source, clear.shape, rng) & clear
        cover = mask.sum() / max(clear.sum(), 1)
        if abs(cover - middle) < distance:
            best, distance = mask, abs(cover - middle)
        if _CLOUD_COVER[0] <= cover <= _CLOUD_COVER[1]:
            break
    return best


def _random_window(mask: np.ndarray, shape: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    mask = np.rot90(mask, int(rng.integers(4)))
    mask = mask[:, ::-1] if rng.random() < 0.5 else mask
    # A mask smaller than the scene is mirrored outwards: its edges stay those of clouds.
    pad = [(0, max(0, want - have)) for want, have in zip(shape, mask.shape)]
    mask = np.pad(mask, pad, mode="symmetric")
    row, col = (int(rng.integers(have - want + 1)) for have, want in zip(mask.shape, shape))
    return mask[row : row + shape[0], col : col + shape[1]]


def _fractal_shape(size: int, cover: float, rng: np.random.Generator) -> np.ndarray:
    """``(size, size)`` boolean cloud-like shape covering the share ``cover``."""
    return rank_field(fractal_field(rng, size, 2.0)) < 256 * cover


def _blocks(free: np.ndarray, share: float, rng: np.random.Generator) -> np.ndarray:
    blocks = np.zeros_like(free)
    wanted = _BLOCK_COVER * share * free.size
    for _ in range(_BLOCK_TRIES):
        if blocks.sum() >= wanted:
            break
        height, width = (int(min(rng.integers(*_BLOCK_SIDE), side // 2)) for side in free.shape)
        row = int(rng.integers(free.shape[0] - height + 1))
        col = int(rng.integers(free.shape[1] - width + 1))
        part = (slice(row, row + height), slice(col, col + width))
        if free[part].mean() > 0.7:  # a block mostly over clear pixels, or clouds would decide its shape
            blocks[part] |= free[part]
    return blocks


def cloud_shapes(data: DataFolder) -> list[np.ndarray]:
    """``(H, W)`` boolean clouds and shadows of the manifest's class masks, of any split: only their shapes are used."""
    shapes = []
    for item in data.everything:
        if str(item["modality"]).endswith("_mask") and (data.root / str(item["path"])).is_file():
            with rasterio.open(data.root / str(item["path"])) as source:
                shapes.append(np.isin(source.read(1), _CLOUD_CLASSES))
    return shapes


def unit_of(modality: str) -> str:
    return registry()[modality].unit

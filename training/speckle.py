"""Is drawn radar speckled as real radar is? Statistics of real, drawn and estimated backscatter on held-out places.

Over patches that the *optical* image shows as homogeneous (the radar image itself would choose patches with little
speckle): the equivalent number of looks, ``mean² / variance`` of linear power, and the spatial autocorrelation of what
log power leaves unexplained by a plane (Oliver and Quegan, Understanding Synthetic Aperture Radar Images, 2004, ch. 4).

``python -m scenefill.training.speckle CONFIG --model FOLDER --out FOLDER``
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import click
import numpy as np
import torch

from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from ..core.grid import Window
from ..core.modalities import registry
from ..core.model.pipeline import SceneGenPipeline, load_pipeline
from ..core.model.store import model_folder, read_manifest, write_manifest
from ..core.speckle import LOOKS, missing, speckle
from ..core.speckle import SPECKLED as SAR
from .chips import load_chips, load_dataset
from .data_types import STATIC_GROUP, Chip, ChipLayer
from .data_window import Placement, block_mean, cut
from .sampler import FACTOR, SLOTS, empty_batch
from .settings import TrainSettings, load_settings
from .study import StudyReport, device, pipeline_folder, run_study, table, to_device
from .validation import infer, sample

NAME = "speckle"
PATCH = 16  # pixels along one axis of a patch
LAGS = (1, 2, 3)
_HOMOGENEOUS = 0.25  # of the patches: those whose optical bands vary least
_LEAST_PATCHES = 8
KINDS = REAL, WRITTEN, DRAWN, ESTIMATE, DRAFT = "real", "realisation as written", "as drawn", "estimate", "draft"

#: Patches ``(n, C, PATCH, PATCH)`` in dB by kind of image.
Patches = dict[str, np.ndarray]


@dataclass(frozen=True)
class Statistics:
    """Of one band over homogeneous patches: quartiles of the equivalent number of looks; autocorrelation per lag."""

    looks: tuple[float, float, float]
    autocorrelation: tuple[float, ...]
    patches: int


def equivalent_looks(power: np.ndarray) -> np.ndarray:
    """``(n,)`` equivalent number of looks of ``(n, h, w)`` patches of linear power."""
    flat = power.reshape(len(power), -1).astype(np.float64)
    return np.square(flat.mean(axis=1)) / np.maximum(flat.var(axis=1, ddof=1), 1e-30)


def autocorrelation(patches: np.ndarray, lag: int) -> float:
    """Autocorrelation at ``lag`` pixels, along rows and columns, of ``(n, h, w)`` patches less their planes."""
    residual = _less_plane(patches.astype(np.float64))
    along = np.mean(residual[:, :, lag:] * residual[:, :, :-lag])
    down = np.mean(residual[:, lag:] * residual[:, :-lag])
    return float(0.5 * (along + down) / max(np.mean(np.square(residual)), 1e-30))


def _less_plane(patches: np.ndarray) -> np.ndarray:
    """What a plane fitted to each patch by least squares leaves."""
    rows, cols = np.indices(patches.shape[1:])
    design = np.stack([np.ones(rows.size), rows.ravel(), cols.ravel()], axis=1)
    flat = patches.reshape(len(patches), -1).T
    return (flat - design @ np.linalg.lstsq(design, flat, rcond=None)[0]).T.reshape(patches.shape)


def statistics(decibels: np.ndarray) -> Statistics:
    """Of one band's homogeneous patches, ``(n, h, w)`` in dB."""
    low, middle, high = np.quantile(
        equivalent_looks(np.power(10.0, decibels.astype(np.float64) / 10.0)), (0.25, 0.5, 0.75)
    )
    lags = tuple(autocorrelation(decibels, lag) for lag in LAGS)
    return Statistics((float(low), float(middle), float(high)), lags, len(decibels))


def held_out_radar(settings: TrainSettings, split: str) -> list[Chip]:
    """Chips with calibrated radar and an optical layer of its date, of places that are not trained on.

    Args:
        settings: data folder and held-out places.
        split: ``validation`` (with the held-out places) or ``demo``.
    """
    if split == "demo":
        chips = load_chips(settings.data, split)
    else:
        chips = load_dataset(settings.data, settings.holdout_places)[1]
    found = [chip for chip in chips if _radar(chip)]
    if not found:
        raise SceneFillError(
            "no-chips", f"No held-out place of '{split}' has calibrated radar.", "Name one in 'holdout_places'."
        )
    return found


def _radar(chip: Chip) -> ChipLayer | None:
    """The first calibrated radar layer of the chip with an optical layer of its date."""
    for layer in chip.layers:
        optical = any(other.modality == "optical" and other.group == layer.group for other in chip.layers)
        if layer.modality == SAR and not layer.relative and optical:
            return layer
    return None


def windows(chip: Chip, settings: TrainSettings) -> Iterator[dict[str, Any]]:
    """Every window of a chip side by side, radar hidden and all else of its date shown: batches of one."""
    radar = _radar(chip)
    slots: dict[str, ChipLayer] = {}
    for layer in chip.layers:
        if radar is not None and layer.group in (radar.group, STATIC_GROUP) and layer.truth:
            slots.setdefault(layer.modality, layer)
    margin = (settings.context - settings.crop) // 2 // FACTOR * FACTOR
    for row in range(0, chip.shape[0], settings.crop):
        for col in range(0, chip.shape[1], settings.crop):
            batch = empty_batch(1, settings.crop, settings.context)
            batch["crop_rc"][0] = margin // FACTOR
            batch["pixel_size"][0] = chip.pixel_size_m
            where = Placement(row - margin, col - margin, settings.context, 1.0, 0)
            for slot, layer in slots.items():
                _place(batch, slot, layer, where, margin)
            yield batch


def _place(batch: dict[str, Any], slot: str, layer: ChipLayer, where: Placement, margin: int) -> None:
    """Write one layer into a batch of one: as truth, and as shown unless it is radar."""
    side = batch["x"][slot].shape[-1]
    window = np.s_[:, margin : margin + side, margin : margin + side]
    number = [name for name, _ in SLOTS].index(slot)
    values, mask = cut(layer, where)
    values = values * mask
    coarse, known = block_mean(values, mask, FACTOR)
    batch["x"][slot][0], batch["valid"][slot][0] = values[window], mask[window]
    batch["coarse_x"][slot][0], batch["coarse_valid"][slot][0] = coarse, known
    batch["native"][0, number] = max(layer.native, batch["pixel_size"][0])
    batch["day"][0, number] = np.nan if layer.date[0] is None else layer.date[0]
    if slot == SAR:
        batch["target"][0, number], batch["weight"][0, number] = True, 1.0
        return
    batch["seen"][slot][0], batch["observed"][slot][0] = values[window], mask[window]
    batch["coarse_seen"][slot][0], batch["coarse_observed"][slot][0] = coarse, known


@torch.no_grad()
def draw_radar(
    pipeline: SceneGenPipeline,
    batch: dict[str, Any],
    settings: TrainSettings,
    steps: int,
    samples: int,
    rng: torch.Generator,
    kept: Mapping[str, float],
) -> dict[str, np.ndarray]:
    """``(C, H, W)`` dB of a window by kind of image; ``kept``: speckle that the model's manifest adds."""
    prepared, draft = infer(pipeline, batch, settings, pipeline.device)
    drawn = torch.stack([sample(pipeline, prepared, draft, steps, rng) for _ in range(samples)])
    latents = {DRAWN: drawn[0], ESTIMATE: drawn.mean(dim=0), DRAFT: draft.mean}
    radar = registry()[SAR]
    images = {kind: pipeline.decode(z, [SAR])[SAR][0].float().cpu().numpy() for kind, z in latents.items()}
    images[REAL] = batch["x"][SAR][0]
    found = {kind: radar.to_physical(values) for kind, values in images.items()}
    place = Window(0, 0, *found[DRAWN].shape[1:])
    found[WRITTEN] = found[DRAWN] + speckle(kept, 0, 0, place, float(batch["pixel_size"][0]))
    return found


def patch_positions(shown: np.ndarray, valid: np.ndarray) -> list[tuple[float, int, int]]:
    """(variation, row, column) of every whole patch.

    Args:
        shown: ``(C, H, W)`` optical values in model space.
        valid: ``(H, W)`` bool: optical and radar are both known.
    """
    found = []
    for row in range(0, valid.shape[0] - PATCH + 1, PATCH):
        for col in range(0, valid.shape[1] - PATCH + 1, PATCH):
            part = np.s_[row : row + PATCH, col : col + PATCH]
            if valid[part].all():
                found.append((float(shown[(slice(None), *part)].std(axis=(1, 2)).max()), row, col))
    return found


def gather(
    pipeline: SceneGenPipeline,
    chip: Chip,
    settings: TrainSettings,
    steps: int,
    samples: int,
    rng: torch.Generator,
    kept: Mapping[str, float],
) -> Patches:
    """Homogeneous patches ``(n, C, PATCH, PATCH)`` in dB of a chip, by kind of image; the same places in each."""
    patches: list[tuple[float, dict[str, np.ndarray]]] = []
    for batch in windows(chip, settings):
        valid = batch["valid"][SAR][0].any(axis=0) & batch["valid"]["optical"][0].any(axis=0)
        positions = patch_positions(batch["x"]["optical"][0], valid)
        if not positions:
            continue
        images = draw_radar(pipeline, batch, settings, steps, samples, rng, kept)
        for variation, top, left in positions:
            part = np.s_[:, top : top + PATCH, left : left + PATCH]
            patches.append((variation, {kind: image[part] for kind, image in images.items()}))
    patches.sort(key=lambda item: item[0])
    chosen = [found for _, found in patches[: int(_HOMOGENEOUS * len(patches))]]
    if len(chosen) < _LEAST_PATCHES:
        return {}
    return {kind: np.stack([found[kind] for found in chosen]) for kind in KINDS}


def by_band(patches: Patches) -> dict[str, dict[str, Statistics]]:
    """Band -> kind of image -> statistics, for the bands that the real radar has."""
    present = [i for i in range(patches[REAL].shape[1]) if patches[REAL][:, i].std() > 0]
    bands = registry()[SAR].band_ids
    return {bands[i]: {kind: statistics(images[:, i]) for kind, images in patches.items()} for i in present}


def measure_speckle(
    settings: TrainSettings,
    model: str,
    out: Path,
    *,
    split: str = "validation",
    steps: int = 4,
    samples: int = 4,
    keep: bool = False,
    feedback: Feedback | None = None,
) -> Path:
    """Draw the radar of held-out places from everything else and compare its speckle; returns the Markdown report.

    Args:
        settings: data folder, held-out places, size of a window.
        model: id or folder of a model, or the ``pipeline`` folder of a run.
        out: folder of the report.
        split: ``validation`` or ``demo``.
        steps, samples: of the estimate.
        keep: write into the model's manifest how much speckle its drawings lack.
        feedback: progress and cancellation.

    Raises:
        SceneFillError: ``unknown-model``, ``no-chips``, ``nothing-to-judge`` and those of reading the chips.
    """
    feedback = feedback or Feedback()
    pipeline = to_device(load_pipeline(pipeline_folder(model), torch.float32), device())
    chips = held_out_radar(settings, split)
    rng = torch.Generator().manual_seed(0)
    found: dict[str, dict[str, dict[str, Statistics]]] = {}
    for number, chip in enumerate(chips):
        feedback.raise_if_cancelled()
        feedback.progress(number / len(chips), NAME)
        if patches := gather(pipeline, chip, settings, steps, samples, rng, _kept(model)):
            found[chip.place] = by_band(patches)
    if not found:
        raise SceneFillError("nothing-to-judge", "No place has enough homogeneous patches.", "Hold out larger scenes.")
    facts = {
        "model": Path(model).name if Path(model).exists() else model,
        "patches": f"{PATCH} x {PATCH} pixels, the quarter of a place that varies least in the optical bands",
        "drawing": f"{steps} steps, {samples} samples, from everything of the date but radar",
    }
    figures = {
        place: {band: {kind: asdict(one) for kind, one in kinds.items()} for band, kinds in bands.items()}
        for place, bands in found.items()
    }
    lacking = missing_speckle(found)
    report = StudyReport(NAME, "Speckle of drawn radar", facts, text(found, samples, lacking), figures).write(out)
    if keep:
        folder = model_folder(model)
        manifest = read_manifest(folder)
        write_manifest(folder, replace(manifest, calibration={**manifest.calibration, "speckle": lacking}))
    return report


def _kept(model: str) -> dict[str, float]:
    """The speckle that a model's manifest adds; none for the pipeline of a run."""
    folder = Path(model)
    if folder.exists() and not (folder / "manifest.json").is_file():
        return {}
    return dict(read_manifest(model_folder(model)).calibration.get("speckle", {}))


def missing_speckle(found: Mapping[str, Mapping[str, Mapping[str, Statistics]]]) -> dict[str, float]:
    """By band, the speckle in dB that drawings of the median place lack (:mod:`scenefill.core.speckle`)."""
    looks: dict[str, list[float]] = {}
    for bands in found.values():
        for band, kinds in bands.items():
            looks.setdefault(band, []).append(kinds[DRAWN].looks[1])
    return {band: round(missing(float(np.median(values))), 2) for band, values in looks.items()}


def text(
    found: Mapping[str, Mapping[str, Mapping[str, Statistics]]], samples: int, lacking: Mapping[str, float]
) -> list[str]:
    """The report's tables, one per place."""
    parts = [
        "Equivalent number of looks: mean² / variance of linear power; more looks, less speckle. Correlation: of the "
        "residual of log power at that many pixels. A realisation should be as speckled as the real image; the "
        "estimate and the draft should not be. Where radar and optical show different states of a place, a flood for "
        "instance, patches that look homogeneous to one are not so to the other.",
        f"What the network draws lacks, against an image of {LOOKS:g} looks: "
        + ", ".join(f"{value:g} dB in {band}" for band, value in lacking.items())
        + f". The engine adds what the model's manifest says to realisations: '{WRITTEN}'.",
    ]
    header = ["band", "image", "equivalent looks, median (quartiles)", *(f"correlation at {lag}" for lag in LAGS)]
    for place, bands in found.items():
        rows = []
        for band, kinds in bands.items():
            for kind, one in kinds.items():
                low, middle, high = one.looks
                name = f"{kind}, mean of {samples}" if kind == ESTIMATE else kind
                lags = [f"{value:.2f}" for value in one.autocorrelation]
                rows.append([band, name, f"{middle:.1f} ({low:.1f}–{high:.1f})", *lags])
        count = next(iter(next(iter(bands.values())).values())).patches
        parts += [f"## {place}, {count} patches", table(header, rows)]
    return parts


@click.command(help=__doc__)
@click.argument("config", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--model", default="scenefill-demo", show_default=True, help="Id or folder of a model or a pipeline.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.option("--split", type=click.Choice(["validation", "demo"]), default="validation", show_default=True)
@click.option("--steps", default=4, show_default=True)
@click.option("--samples", default=4, show_default=True, help="Realisations of an estimate.")
@click.option("--keep", is_flag=True, help="Write into the model's manifest how much speckle its drawings lack.")
def main(config: Path, model: str, out: Path, split: str, steps: int, samples: int, keep: bool) -> None:
    settings = load_settings(config)
    choice: dict[str, Any] = {"split": split, "steps": steps, "samples": samples, "keep": keep}
    run_study(lambda feedback: measure_speckle(settings, model, out, **choice, feedback=feedback))


if __name__ == "__main__":
    main()

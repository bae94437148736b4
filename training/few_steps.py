"""How many steps a realisation needs: quality and time of 1, 2, 4, 8 and 16 steps on held-out places.

``python -m scenefill.training.few_steps CONFIG --model FOLDER --out FOLDER``
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click
import torch

from ..core.feedback import Feedback
from ..core.model.pipeline import load_pipeline
from .settings import TrainSettings, load_settings
from .study import (
    Measurement,
    StudyReport,
    device,
    held_out_batches,
    measure,
    pipeline_folder,
    run_study,
    table,
    to_device,
)

STEPS = (1, 2, 4, 8, 16)
REFERENCE = 4  # what a job takes unless it says otherwise
NAME = "few-steps"


def compare_steps(
    settings: TrainSettings,
    model: str,
    out: Path,
    *,
    steps: Sequence[int] = STEPS,
    samples: int = 4,
    batches: int = 16,
    feedback: Feedback | None = None,
) -> Path:
    """Measure a model with different numbers of steps; returns the Markdown report.

    Args:
        settings: say where the chips are, which places are held out, and the size of a sample.
        model: id or folder of a model, or the ``pipeline`` folder of a run.
        out: folder of the report.
        steps: numbers of network evaluations; the draft (0) and :data:`REFERENCE` are always measured, too.
        samples: realisations of the estimate.
        batches: held-out batches.
        feedback: progress and cancellation.

    Raises:
        SceneFillError: ``unknown-model``, ``no-chips`` and those of reading the chips.
    """
    pipeline = to_device(load_pipeline(pipeline_folder(model), torch.float32), device())
    held, places = held_out_batches(settings, batches)
    measured = measure(pipeline, held, settings, sorted({0, REFERENCE, *steps}), samples, feedback=feedback)
    facts = {
        "model": Path(model).name if Path(model).exists() else model,
        "judged on": f"{batches} batches of {settings.batch} samples of {places}",
        "samples of an estimate": samples,
        "device": str(pipeline.device),
    }
    figures = {str(count): {**found.figures(), "seconds": found.seconds} for count, found in measured.items()}
    return StudyReport(NAME, "Quality and time by number of steps", facts, text(measured, samples), figures).write(out)


def text(measured: Mapping[int, Measurement], samples: int) -> list[str]:
    """The report's tables: averages over modalities, then every modality."""
    names = {count: "draft" if count == 0 else f"{count}" for count in measured}
    reference = measured[REFERENCE].seconds
    header = ["steps", "error of one", f"error of the mean of {samples}", "gradient energy of one", "time"]
    rows = []
    for count, found in measured.items():
        average = found.average()
        values = [f"{average[key]:.4f}" for key in ("one", "mean")]
        rows.append([names[count], *values, f"{average['gradient']:.2f}", f"{found.seconds / reference:.2f}"])
    parts = [
        "Mean absolute error in model space on hidden pixels, averaged over modalities; median gradient energy as a "
        f"share of the truth's; time of the scene and {samples} realisations as a share of that of {REFERENCE} steps.",
        table(header, rows),
    ]
    for key, title in (("one", "Error of one realisation"), ("mean", f"Error of the mean of {samples}")):
        parts += [f"## {title}", _by_modality(measured, names, key, 4)]
    return [*parts, "## Gradient energy of one realisation", _by_modality(measured, names, "gradient", 2)]


def _by_modality(measured: Mapping[int, Measurement], names: Mapping[int, str], key: str, digits: int) -> str:
    figures = {count: found.figures() for count, found in measured.items()}
    modalities = list(next(iter(figures.values())))
    rows = [[m, *(f"{figures[count][m][key]:.{digits}f}" for count in measured)] for m in modalities]
    return table(["modality", *names.values()], rows)


@click.command(help=__doc__)
@click.argument("config", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--model", default="scenefill-demo", show_default=True, help="Id or folder of a model or a pipeline.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.option("--batches", default=16, show_default=True, help="Held-out batches.")
@click.option("--samples", default=4, show_default=True, help="Realisations of an estimate.")
def main(config: Path, model: str, out: Path, batches: int, samples: int) -> None:
    run_study(
        lambda feedback: compare_steps(
            load_settings(config), model, out, samples=samples, batches=batches, feedback=feedback
        )
    )


if __name__ == "__main__":
    main()

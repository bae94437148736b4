"""Training SceneGen: ``scenefill train CONFIG``, the same on a CPU, one GPU or many (``accelerate launch``)."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from ..core.feedback import Feedback
from .chips import load_dataset
from .data_types import Chip
from .sampler import TrainingStream
from .settings import TrainSettings, load_settings
from .sheets import sample_sheet
from .simcache import simulated_chips
from .trainer import Trainer
from .validation import validate

#: Batches of the fixed validation set.
VALIDATION_BATCHES = 6
#: Steps between two lines of the log and two refreshes of the averaged copy.
REPORT_EVERY = 25


class StreamDataset(IterableDataset):
    """Endless batches; every process and worker draws its own stream from the run's seed."""

    def __init__(self, chips: list[Chip], simulated: list[Chip], settings: TrainSettings, offset: int) -> None:
        super().__init__()
        self.chips, self.simulated, self.settings, self.offset = chips, simulated, settings, offset

    def __iter__(self) -> Iterator[dict[str, Any]]:
        info = get_worker_info()
        seed = self.settings.seed * 1_000_003 + self.offset * 1009 + (info.id if info else 0)
        stream = training_stream(self.chips, self.simulated, self.settings, seed)
        while True:
            yield stream.batch(self.settings.batch)


def training_stream(chips: list[Chip], simulated: list[Chip], settings: TrainSettings, seed: int) -> TrainingStream:
    """The stream of a run; no simulated scenes means a share of 0."""
    share = settings.simulated_share if simulated else 0.0
    if not chips:
        share = 1.0
    return TrainingStream(
        chips, simulated, crop=settings.crop, context=settings.context, simulated_share=share, seed=seed
    )


def load_data(settings: TrainSettings, feedback: Feedback) -> tuple[list[Chip], list[Chip], list[Chip]]:
    """Chips to train on, chips of other places to validate on, simulated scenes."""
    chips, validation = load_dataset(settings.data, settings.holdout_places) if settings.data else ([], [])
    simulated: list[Chip] = []
    if settings.simulated_scenes and settings.simulated_share > 0:
        cache = Path(settings.simulated_folder or Path(settings.output) / "simulated")
        simulated = simulated_chips(cache, settings.simulated_scenes, size=settings.simulated_size, seed=settings.seed)
    feedback.log("info", f"{len(chips)} chips, {len(validation)} for validation, {len(simulated)} simulated.")
    return chips, validation, simulated


class RunLog:
    """Running means of the losses; appends to ``log.csv`` (step, name, value) and tells the feedback."""

    def __init__(self, path: Path, feedback: Feedback) -> None:
        self.path, self.feedback = path, feedback
        self.means: dict[str, float] = {}

    def follow(self, losses: Mapping[str, float]) -> None:
        """Take one step's losses into the running means."""
        for name, value in losses.items():
            if np.isfinite(value):
                self.means[name] = 0.98 * self.means.get(name, value) + 0.02 * value

    def add(self, step: int, figures: Mapping[str, float]) -> None:
        """Append figures of ``step`` to the file."""
        with self.path.open("a", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerows([step, name, round(value, 5)] for name, value in figures.items())

    def report(self, trainer: Trainer) -> None:
        """Write and tell the running means."""
        self.add(trainer.step, {"minutes": trainer.elapsed / 60, **self.means})
        self.feedback.progress(trainer.clock, "train")
        losses = " ".join(f"{name} {value:.3f}" for name, value in self.means.items())
        self.feedback.log(
            "info",
            f"step {trainer.step} {trainer.elapsed / 60:.1f} min lr {trainer.learning_rate():.1e} {losses}",
        )


def run(settings: TrainSettings, feedback: Feedback, resume: bool = False) -> Path:
    """Train until the settings' limit or until cancelled; returns the exported pipeline's folder.

    Raises:
        JobCancelled: when the feedback says so; the checkpoint is written before.
    """
    chips, validation, simulated = load_data(settings, feedback)
    trainer = Trainer(settings, feedback)
    if resume:
        trainer.resume()
    trainer.refresh_teacher()
    (trainer.folder / "settings.json").write_text(json.dumps(asdict(settings), indent=1), encoding="utf-8")
    # A resumed run must not see the first run's batches again.
    offset = trainer.accelerator.process_index + 7919 * trainer.step
    dataset = StreamDataset(chips, simulated, settings, offset)
    loader = DataLoader(dataset, batch_size=None, num_workers=1, prefetch_factor=4)
    # A fixed set, or the curve would show the luck of the draw.
    held = training_stream(validation, [], settings, seed=12345) if validation else None
    checks = [held.batch(settings.batch) for _ in range(VALIDATION_BATCHES)] if held else []
    rng = torch.Generator().manual_seed(settings.seed + 1 + offset)
    log = RunLog(trainer.folder / "log.csv", feedback)
    last = time.monotonic()
    for batch in loader:
        log.follow(trainer.train_step(batch, rng))
        now = time.monotonic()
        trainer.elapsed, last = trainer.elapsed + now - last, now
        done = trainer.agree(trainer.clock >= 1.0 or feedback.is_cancelled())
        _periodic(trainer, checks, log, batch, done)
        if done:
            break
    feedback.raise_if_cancelled()
    return trainer.folder / "pipeline"


def _periodic(trainer: Trainer, checks: list[dict[str, Any]], log: RunLog, batch: dict[str, Any], done: bool) -> None:
    """Report, averaged copy, checkpoint, validation and sample sheet when they are due."""
    settings, step = trainer.settings, trainer.step
    due = step % REPORT_EVERY == 0 or done
    if due:
        trainer.refresh_teacher()
    if not trainer.accelerator.is_main_process:
        return
    if due:
        log.report(trainer)
    if step % settings.checkpoint == 0 or done:
        trainer.save()
        trainer.teacher.save_pretrained(trainer.folder / "pipeline")
    if checks and (step % settings.validate == 0 or done):
        figures = validate(trainer.teacher, checks, settings, trainer.accelerator.device)
        log.add(step, {f"validation/{name}": value for name, value in figures.items()})
        told = " ".join(f"{name} {value:.4f}" for name, value in figures.items())
        trainer.feedback.log("info", f"validation at {step}: {told}")
    if step % settings.sheet == 0 or done:
        sample_sheet(
            trainer.teacher, checks[0] if checks else batch, settings, trainer.folder / "sheets" / f"{step:06d}.png"
        )


def main(config: str | Path, resume: bool = False, feedback: Feedback | None = None) -> Path:
    """Entry of the command line: train as the TOML file says; returns the exported pipeline's folder."""
    return run(load_settings(Path(config)), feedback or Feedback(), resume)

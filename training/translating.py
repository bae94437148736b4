"""Training the convolutional member of a translator (:mod:`scenefill.core.model.translate_net`).

It gets the scene network's chips, crops and jitter, the source whole and the target unseen, and learns from absolute
errors in model space. Places to be judged are left out by the configuration: unlike regressions it is not fitted anew
for a judgement.

``python -m scenefill.training.translating CONFIG MODEL --pair optical:infrared --minutes N``
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
import torch
from diffusers.training_utils import EMAModel
from torch.utils.data import DataLoader

from ..core.errors import SceneFillError
from ..core.modalities import registry
from ..core.model.store import model_folder, read_manifest, write_manifest
from ..core.model.translate_net import TranslatingNet, TranslatingNetwork, write_network
from .losses import weighted_mean
from .pair_stream import PairStream, pair_batch, pairs_of
from .settings import TrainSettings, load_settings

logger = logging.getLogger("scenefill.training")

LEARNING_RATE, WARMUP, WEIGHT_DECAY, CLIP = 1.2e-3, 100, 0.01, 1.0
_REPORT_EVERY = 100


@dataclass(frozen=True)
class Box:
    """The limits of a training; it ends at whichever comes first.

    Attributes:
        minutes, steps: 0 = no limit, but not both.
        batch: crops per step.
        ema: decay of the averaged weights, which are kept.
        checkpoint: steps between two looks at :func:`train_network`'s ``keep``.
        seed: of weights and crops.
    """

    minutes: float = 0.0
    steps: int = 0
    batch: int = 6
    ema: float = 0.999
    checkpoint: int = 500
    seed: int = 0

    def clock(self, step: int, seconds: float) -> float:
        """How much is over, 0..1."""
        parts = (seconds / (60.0 * self.minutes) if self.minutes else 0.0, step / self.steps if self.steps else 0.0)
        return min(max(parts), 1.0)


def train_network(
    pair: tuple[str, str],
    settings: TrainSettings,
    box: Box,
    keep: Callable[[TranslatingNetwork], object],
) -> TranslatingNetwork:
    """Train one network.

    Args:
        pair: source and target modality.
        settings: data, held-out places, crops and simulated scenes, those of the scene network.
        box: how long.
        keep: is given the network with its averaged weights every so many steps and at the end.

    Raises:
        SceneFillError: ``unknown-modality``, ``train-config``, ``no-chips``.
    """
    source, target = (registry()[m].id for m in pair)
    if source == target or not (box.minutes or box.steps):
        raise SceneFillError("train-config", "A pair needs two modalities and a limit.", "Give --minutes or --steps.")
    chips, _, simulated = pairs_of(settings, pair)
    sizes = [chip.pixel_size_m for chip in (*chips, *simulated)]
    torch.manual_seed(box.seed)
    net = TranslatingNet(*(len(registry()[m].bands) for m in pair)).to(memory_format=torch.channels_last)
    average = EMAModel(net.parameters(), decay=box.ema, use_ema_warmup=True, power=0.75)
    places = tuple(sorted({chip.place for chip in chips}))

    def averaged() -> TranslatingNetwork:
        found = TranslatingNet(*(len(registry()[m].bands) for m in pair))
        average.copy_to(found.parameters())
        return TranslatingNetwork((source,), target, places, (min(sizes), max(sizes)), found.eval())

    optimizer = torch.optim.AdamW(net.parameters(), LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    stream = PairStream(chips, simulated, pair, settings, box.batch, box.seed)
    started = time.monotonic()
    for step, arrays in enumerate(DataLoader(stream, batch_size=None, num_workers=1, prefetch_factor=4)):
        clock = box.clock(step, time.monotonic() - started)
        if clock >= 1.0:
            break
        for group in optimizer.param_groups:
            group["lr"] = LEARNING_RATE * min(1.0, (step + 1) / WARMUP) * 0.5 * (1.0 + math.cos(math.pi * clock))
        batch = pair_batch(arrays, torch.device("cpu"))
        with torch.autocast("cpu", torch.bfloat16):
            drawn = net(batch.source, batch.source_mask, batch.scene)
        loss = weighted_mean((drawn.float() - batch.target).abs(), batch.weight)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), CLIP)
        optimizer.step()
        average.step(net.parameters())
        if (step + 1) % _REPORT_EVERY == 0:
            logger.info("step %d, loss %.3f, %.0f %%", step + 1, loss.item(), 100 * clock)
        if (step + 1) % box.checkpoint == 0:
            keep(averaged())
    found = averaged()
    keep(found)
    return found


@click.command(help=__doc__)
@click.argument("config", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("model")
@click.option("--pair", required=True, help="SOURCE:TARGET, for example optical:infrared.")
@click.option("--minutes", default=0.0, help="Limit of the training; the seconds for reading chips do not count.")
@click.option("--steps", default=0, help="Another limit; whichever comes first ends the training.")
@click.option("--seed", default=0, show_default=True)
def main(config: Path, model: str, pair: str, minutes: float, steps: int, seed: int) -> None:
    """Train a network as CONFIG, a configuration of the scene network, says, and put it into MODEL (id or folder)."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    source, _, target = pair.partition(":")
    try:
        folder = model_folder(model)

        def keep(network: TranslatingNetwork) -> None:
            write_network(network, folder)
            write_manifest(folder, read_manifest(folder))

        found = train_network((source, target), load_settings(config), Box(minutes, steps, seed=seed), keep)
    except SceneFillError as error:
        raise click.ClickException(f"[{error.code}] {error.message} {error.hint}".rstrip()) from error
    click.echo(f"{pair}: {len(found.places)} places, pixels of {found.pixel_sizes[0]:g} to {found.pixel_sizes[1]:g} m")


if __name__ == "__main__":
    main()

"""The isolated pairwise approach: one pix2pix network per ordered pair of modalities, trained as SceneGen was.

P. Isola, J.-Y. Zhu, T. Zhou, A. A. Efros, "Image-to-Image Translation with Conditional Adversarial Networks", CVPR
2017: a U-Net translates, a PatchGAN that sees source and target judges patches of 70 x 70 pixels, L1 counts a
hundredfold. It gets the same chips, augmentation, crops and averaged weights as SceneGen, is told the same pixel size
and season, and one network has as many parameters as the whole ``nano`` model. Three things differ from the paper: the
output is linear, because model space has no bounds; unknown pixels are masked on both sides; dropout is off, because
one translation is judged and not a distribution. ``--adversarial 0`` leaves the plain U-Net regression.

``python -m scenefill.benchmarks.pairwise train CONFIG --pair optical:infrared --minutes N --out FOLDER``
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import click
import torch
from diffusers.training_utils import EMAModel
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader

from ..core.errors import SceneFillError
from ..core.modalities import registry
from ..training.data_types import Chip
from ..training.losses import weighted_mean
from ..training.pair_stream import PairBatch, PairStream, pair_batch, pairs_of
from ..training.pairwise_net import FACTS, Pairwise, TranslationNet, judge_network, load_pairwise
from ..training.settings import TrainSettings, load_settings

__all__ = ["Budget", "Pairwise", "load_pairwise", "train_pair"]

logger = logging.getLogger("scenefill.benchmarks")

L1_WEIGHT = 100.0
_VALIDATION = 8  # batches
_REPORT_EVERY = 50


@dataclass(frozen=True)
class Budget:
    """How long and how one network is trained; the learning rate falls to 0 over the second half, as in the paper.

    Attributes:
        minutes, steps: the run ends at whichever comes first; 0 = no limit.
        batch: samples per step.
        learning_rate: of Adam, for both networks.
        adversarial: weight of the PatchGAN; 0 trains on L1 alone.
        ema: decay of the averaged weights.
        seed: of data and weights.
    """

    minutes: float = 0.0
    steps: int = 0
    batch: int = 4
    learning_rate: float = 2e-4
    adversarial: float = 1.0
    ema: float = 0.998
    seed: int = 0

    def clock(self, step: int, seconds: float) -> float:
        """How much of the run is over, 0..1."""
        parts = [seconds / (60.0 * self.minutes) if self.minutes else 0.0, step / self.steps if self.steps else 0.0]
        return min(max(parts), 1.0)


@dataclass
class PairTrainer:
    """Two networks, their optimisers, and one step of them."""

    net: TranslationNet
    budget: Budget
    device: torch.device
    judge: nn.Sequential = field(init=False)

    def __post_init__(self) -> None:
        bands = sum(len(registry()[m].bands) for m in (self.net.source, self.net.target))
        self.judge = judge_network(bands)
        for network in (self.net, self.judge):
            network.apply(_start)
            nn.Module.to(network, self.device).train()
        rate, betas = self.budget.learning_rate, (0.5, 0.999)
        self._draws = torch.optim.Adam(self.net.parameters(), rate, betas)
        self._judges = torch.optim.Adam(self.judge.parameters(), rate, betas)
        self._average = EMAModel(self.net.parameters(), decay=self.budget.ema, use_ema_warmup=True, power=0.75)

    def step(self, batch: PairBatch, clock: float) -> dict[str, float]:
        """One step of both networks; returns their losses."""
        for optimizer in (self._draws, self._judges):
            for group in optimizer.param_groups:
                group["lr"] = self.budget.learning_rate * min(1.0, 2.0 - 2.0 * clock)
        known = (batch.weight > 0).float()
        drawn = self.net(batch.source, batch.source_mask, batch.scene)
        losses = {"l1": weighted_mean((drawn - batch.target).abs(), batch.weight)}
        total = L1_WEIGHT * losses["l1"]
        if self.budget.adversarial:
            given = batch.source * batch.source_mask
            real, fake = (torch.cat([given, image * known], dim=1) for image in (batch.target, drawn))
            losses["judge"] = 0.5 * (_verdict(self.judge(real), True) + _verdict(self.judge(fake.detach()), False))
            self._judges.zero_grad(set_to_none=True)
            losses["judge"].backward()
            self._judges.step()
            losses["adversarial"] = _verdict(self.judge(fake), True)
            total = total + self.budget.adversarial * losses["adversarial"]
        self._draws.zero_grad(set_to_none=True)
        total.backward()
        self._draws.step()
        self._average.step(self.net.parameters())
        return {name: float(value.detach()) for name, value in losses.items()}

    def finish(self) -> TranslationNet:
        """The network with its averaged weights, ready to translate."""
        self._average.copy_to(self.net.parameters())
        return self.net.eval().requires_grad_(False)


def _start(module: nn.Module) -> None:
    """The paper's initial weights: normal with a standard deviation of 0.02."""
    if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
        nn.init.normal_(module.weight, std=0.02)


def _verdict(logits: torch.Tensor, real: bool) -> torch.Tensor:
    return F.binary_cross_entropy_with_logits(logits, torch.full_like(logits, float(real)))


def train_pair(pair: tuple[str, str], settings: TrainSettings, budget: Budget, out: Path) -> Path:
    """Train one network and write it; returns its folder, ``out/SOURCE-to-TARGET``.

    Args:
        pair: source and target modality.
        settings: data, held-out places, crops and simulated scenes: those that SceneGen was trained with.
        budget: how long.
        out: gathers the pairs; :func:`load_pairwise` reads all that are in it.

    Raises:
        SceneFillError: ``unknown-modality``, ``train-config``, ``no-chips``.
    """
    source, target = (registry()[m].id for m in pair)
    if source == target or not (budget.minutes or budget.steps):
        raise SceneFillError("train-config", "A pair needs two modalities and a limit.", "Give --minutes or --steps.")
    torch.manual_seed(budget.seed)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    chips, held, simulated = pairs_of(settings, pair)
    net = TranslationNet(source, target, [len(registry()[m].bands) for m in pair])
    trainer = PairTrainer(net, budget, device)
    stream = PairStream(chips, simulated, pair, settings, budget.batch, budget.seed)
    step, started = 0, time.monotonic()
    for arrays in DataLoader(stream, batch_size=None, num_workers=1, prefetch_factor=4):
        losses = trainer.step(pair_batch(arrays, device), budget.clock(step, time.monotonic() - started))
        step += 1
        if step % _REPORT_EVERY == 0:
            logger.info("step %d %s", step, " ".join(f"{name} {value:.3f}" for name, value in losses.items()))
        if budget.clock(step, time.monotonic() - started) >= 1.0:
            break
    minutes = (time.monotonic() - started) / 60.0
    net = trainer.finish()
    facts = {
        "pair": [source, target],
        "parameters": sum(p.numel() for p in net.parameters()),
        "steps": step,
        "minutes": round(minutes, 1),
        "budget": asdict(budget),
        "chips": len(chips),
        "simulated_scenes": len(simulated),
        "holdout_places": list(settings.holdout_places),
        "validation_model_space_mae": _validate(net, held, pair, settings, budget, device),
    }
    folder = out / f"{source}-to-{target}"
    net.to("cpu").save_pretrained(folder, safe_serialization=True)
    (folder / FACTS).write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    return folder


@torch.no_grad()
def _validate(
    net: TranslationNet,
    held: Sequence[Chip],
    pair: tuple[str, str],
    settings: TrainSettings,
    budget: Budget,
    device: torch.device,
) -> float | None:
    """Mean absolute error on held-out places in model space; None where they lack the pair."""
    if not held:
        return None
    error = weight = 0.0
    stream = iter(PairStream(held, [], pair, settings, budget.batch, seed=12345))
    for _ in range(_VALIDATION):
        batch = pair_batch(next(stream), device)
        drawn = net(batch.source, batch.source_mask, batch.scene)
        error += float(((drawn - batch.target).abs() * batch.weight).sum())
        weight += float(batch.weight.sum())
    return round(error / weight, 4) if weight else None


@click.group(help=__doc__)
def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(message)s")


@main.command("train")
@click.argument("config", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--pair", required=True, help="SOURCE:TARGET, for example optical:infrared.")
@click.option("--minutes", default=0.0, help="Limit of the training; the seconds for reading chips do not count.")
@click.option("--steps", default=0, help="Another limit; whichever comes first ends the training.")
@click.option("--batch", default=4, show_default=True, help="Samples per step.")
@click.option("--adversarial", default=1.0, show_default=True, help="Weight of the PatchGAN; 0 for L1 alone.")
@click.option("--seed", default=0, show_default=True)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Gathers the pairs.")
def train_command(config: Path, pair: str, out: Path, **limits: Any) -> None:
    """Train one ordered pair on the chips, crops and simulated scenes of CONFIG, a configuration of SceneGen."""
    source, _, target = pair.partition(":")
    try:
        folder = train_pair((source, target), load_settings(config), Budget(**limits), out)
    except SceneFillError as error:
        raise click.ClickException(f"[{error.code}] {error.message} {error.hint}".rstrip()) from error
    click.echo(f"network: {folder}")


if __name__ == "__main__":
    main()

"""The state of a training run: network, optimiser, averaged weights, checkpoints; and one step of it."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from accelerate import Accelerator
from accelerate.utils import set_seed
from diffusers.training_utils import EMAModel

from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from ..core.model.config import model_config
from ..core.model.pipeline import build_pipeline, load_pipeline
from .losses import (
    coarse_pass,
    consistency_loss,
    draft_losses,
    flow_loss,
    follow_sigma,
    prepare,
    structure_loss,
)
from .settings import TrainSettings

TRAINED = ("encoder", "heads", "generator")


class Trainer:
    """One run: data, network, optimiser, averaged weights, checkpoints, logs."""

    def __init__(self, settings: TrainSettings, feedback: Feedback) -> None:
        self.settings, self.feedback = settings, feedback
        self.accelerator = Accelerator(mixed_precision=settings.precision, cpu=not torch.cuda.is_available())
        set_seed(settings.seed, device_specific=False)
        self.folder = Path(settings.output)
        self.folder.mkdir(parents=True, exist_ok=True)
        config = replace(model_config(settings.model), residual=settings.residual)
        if settings.start_from:
            self.pipeline = load_pipeline(settings.start_from, torch.float32)
            if self.pipeline.heads.residual != settings.residual:
                raise SceneFillError(
                    "train-config",
                    f"{settings.start_from} was trained with residual = {str(not settings.residual).lower()}.",
                    "Set 'residual' as it was, or start from nothing.",
                )
        else:
            self.pipeline = build_pipeline(config)
        self.modules = [getattr(self.pipeline, name) for name in TRAINED]
        for module in self.modules:
            torch.nn.Module.to(module, self.accelerator.device)
            module.to(memory_format=torch.channels_last)
            module.train()
        self.parameters = [p for module in self.modules for p in module.parameters()]
        self.optimizer = torch.optim.AdamW(
            self.parameters,
            lr=settings.learning_rate,
            weight_decay=settings.weight_decay,
            betas=(0.9, 0.99),
            fused=True,
        )
        self.averages = [
            EMAModel(m.parameters(), decay=settings.ema, use_ema_warmup=True, power=0.75, foreach=True)
            for m in self.modules
        ]
        # Plain copies that carry the averaged weights: the consistency teacher, and what validation and export use.
        self.teacher = build_pipeline(config)
        for name in TRAINED:
            getattr(self.teacher, name).to(self.accelerator.device, memory_format=torch.channels_last)
        self.pipeline.codec.to(self.accelerator.device)
        self.teacher.codec.to(self.accelerator.device)
        for average in self.averages:
            average.to(self.accelerator.device)
        self.step, self.elapsed = 0, 0.0

    # -- state -----------------------------------------------------------------------------------------------------

    @property
    def clock(self) -> float:
        """How much of the run is over, 0..1, by the tighter of its two limits."""
        parts = [0.0]
        if self.settings.steps:
            parts.append(self.step / self.settings.steps)
        if self.settings.minutes:
            parts.append(self.elapsed / (60.0 * self.settings.minutes))
        return min(max(parts), 1.0)

    def learning_rate(self) -> float:
        """Linear warm-up, then a cosine to a fiftieth over the run's clock."""
        warm = min(1.0, (self.step + 1) / max(1, self.settings.warmup))
        return self.settings.learning_rate * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * self.clock)))

    def save(self) -> None:
        """Write a checkpoint aside, then rename: a killed run always finds a whole one."""
        if not self.accelerator.is_main_process:
            return
        state = {
            "step": self.step,
            "elapsed": self.elapsed,
            "optimizer": self.optimizer.state_dict(),
            "modules": [m.state_dict() for m in self.modules],
            "averages": [a.state_dict() for a in self.averages],
        }
        target = self.folder / "checkpoint.pt"
        aside = target.with_suffix(".tmp")
        torch.save(state, aside)
        aside.replace(target)
        progress = {"step": self.step, "minutes": round(self.elapsed / 60, 1)}
        (self.folder / "progress.json").write_text(json.dumps(progress), encoding="utf-8")

    def resume(self) -> None:
        """Continue from the last checkpoint, if there is one."""
        path = self.folder / "checkpoint.pt"
        if not path.exists():
            return
        state = torch.load(path, map_location=self.accelerator.device, weights_only=True)
        self.step, self.elapsed = state["step"], state["elapsed"]
        self.optimizer.load_state_dict(state["optimizer"])
        for module, weights in zip(self.modules, state["modules"]):
            module.load_state_dict(weights)
        for average, weights in zip(self.averages, state["averages"]):
            average.load_state_dict(weights)
            average.to(self.accelerator.device)
        self.feedback.log("info", f"Resumed at step {self.step} after {self.elapsed / 60:.1f} minutes.")

    @torch.no_grad()
    def refresh_teacher(self) -> None:
        """Copy the averaged weights and the current σ into the teacher."""
        for name, module, average in zip(TRAINED, self.modules, self.averages):
            copy = getattr(self.teacher, name)
            copy.load_state_dict(module.state_dict())
            average.copy_to(copy.parameters())
            copy.eval().requires_grad_(False)

    def agree(self, done: bool) -> bool:
        """Whether any process wants to stop: all must stop at the same step, or the others wait for ever."""
        flag = torch.tensor([float(done)], device=self.accelerator.device)
        return bool(self.accelerator.reduce(flag, reduction="sum") > 0)

    def _share(self) -> None:
        """Average gradients and σ over processes.

        By hand: three networks in one loss, called in parts and some of them twice, are not what a
        ``DistributedDataParallel`` wrapper around each of them expects.
        """
        if self.accelerator.num_processes == 1:
            return
        for parameter in self.parameters:
            if parameter.grad is None:
                parameter.grad = torch.zeros_like(parameter)
            parameter.grad.copy_(self.accelerator.reduce(parameter.grad, reduction="mean"))
        sigma = self.pipeline.heads.residual_std
        sigma.copy_(self.accelerator.reduce(sigma, reduction="mean"))

    # -- one step --------------------------------------------------------------------------------------------------

    def losses(self, batch: dict[str, Any], rng: torch.Generator) -> dict[str, torch.Tensor]:
        """All losses of a batch, unweighted but for the draft's parts."""
        settings, pipeline = self.settings, self.pipeline
        prepared = prepare(pipeline, batch, settings, self.accelerator.device)
        coarse, guide = coarse_pass(pipeline, batch, prepared, settings)
        keep = (torch.rand(guide.shape[0], generator=rng) < settings.guide).to(guide.device, guide.dtype)
        size = (settings.crop, settings.crop)
        draft = pipeline.infer_scene(prepared.inputs, prepared.scene, size, guide * keep[:, None, None, None])
        # What was observed is easy to give back; most of the weight belongs to what was not.
        weight = prepared.weight * torch.where(prepared.observed > 0, 0.25, 1.0)
        result = {
            "draft": draft_losses(draft.mean, draft.log_variance, prepared.truth, weight, settings),
            "coarse": coarse,
            "flow": flow_loss(pipeline, draft, prepared, rng),
        }
        if settings.ssim:
            result["ssim"] = structure_loss(pipeline, draft, prepared)
        if settings.consistency and self.step > settings.warmup:
            result["consistency"] = consistency_loss(pipeline, self.teacher.encoder, draft, prepared, size)
        follow_sigma(pipeline, draft, prepared)
        return result

    def total(self, losses: dict[str, torch.Tensor]) -> torch.Tensor:
        s = self.settings
        weights = {"draft": 1.0, "coarse": s.coarse, "flow": s.flow, "ssim": s.ssim, "consistency": s.consistency}
        return sum(
            (weights[name] * value for name, value in losses.items()), torch.zeros(()).to(self.accelerator.device)
        )

    def train_step(self, batch: dict[str, Any], rng: torch.Generator) -> dict[str, float]:
        """One optimiser step; returns the losses."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.learning_rate()
        with self.accelerator.autocast():
            losses = self.losses(batch, rng)
            total = self.total(losses)
        self.accelerator.backward(total)
        self._share()
        norm = torch.nn.utils.clip_grad_norm_(self.parameters, self.settings.clip)
        finite = bool(torch.isfinite(total)) and bool(torch.isfinite(norm))
        if finite:
            self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        for module, average in zip(self.modules, self.averages):
            average.step(module.parameters())
        self.step += 1
        return {name: float(value.detach()) for name, value in losses.items()} | {"norm": float(norm)}

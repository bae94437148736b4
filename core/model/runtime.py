"""A loaded model with physical units around it: what the engine calls.

Observations come in as physical values with masks; drawings go out as physical values with a spread. Batches are padded
to one fixed shape, because the same window must give the same bits whoever shares its batch.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import numpy as np
import torch

from ..errors import SceneFillError
from ..feedback import Feedback
from ..modalities import registry
from .device import Device, choose_device
from .level import Level, fold, learn_level
from .pipeline import SceneDraft, SceneGenPipeline, load_pipeline
from .store import Manifest, model_folder, read_manifest, verify_files
from .telling import translated
from .tensors import Drawn, Observation, Pixels, TensorMaker, WindowBatch
from .translate import Translators, network_share

__all__ = ["Drawn", "Observation", "Pixels", "SceneModel"]

Result = TypeVar("Result")
NoiseSource = Callable[[int, int, str], np.ndarray]
#: A draft, and which cells of the continued layers are shown, to latents of all modalities.
Estimate = Callable[[SceneDraft, torch.Tensor], torch.Tensor]


class SceneModel:
    """A model ready to draw. Not for use from several threads at once."""

    def __init__(
        self, pipeline: SceneGenPipeline, manifest: Manifest, device: Device, translators: Translators | None = None
    ) -> None:
        self.pipeline, self.manifest, self.device = pipeline, manifest, device
        self.translators = translators or Translators()
        self.batch_size = device.batch
        self.tensors = TensorMaker(pipeline.codec, device, device.batch)
        #: Seconds spent in the network so far: the engine's overhead is judged against it.
        self.network_seconds = 0.0

    @staticmethod
    def load(model: str, feedback: Feedback | None = None, device: Device | None = None) -> SceneModel:
        """Load an installed model's id or a model folder.

        Args:
            model: id or path.
            feedback: is told the device and the number format, and why.
            device: where to run, in which format and batches; None chooses.

        Raises:
            SceneFillError: ``unknown-model``, ``model-schema``, ``model-manifest``, ``model-checksum`` or
                ``model-format``.
        """
        feedback = feedback or Feedback()
        folder = model_folder(model)
        manifest = read_manifest(folder)
        verify_files(folder, manifest)
        device = device or choose_device(manifest.window)
        # The heads carry the values that users read: always float32.
        types = {"default": device.dtype, "heads": torch.float32, "codec": torch.float32}
        try:
            pipeline = load_pipeline(folder, types)
            pipeline.to(device.device)
            for module in (pipeline.encoder, pipeline.heads, pipeline.generator):
                module.eval().requires_grad_(False)
                module.to(memory_format=torch.channels_last)
        except (NotImplementedError, RuntimeError, ValueError, TypeError, OSError) as error:
            # Whatever diffusers stumbles over: the digests are right, so the folder was made by another version.
            raise SceneFillError(
                "model-schema",
                f"The weights of '{manifest.id}' do not fit this version of SceneFill.",
                "Use a model made for this version.",
                {"cause": f"{type(error).__name__}: {error}"},
            ) from error
        if tuple(pipeline.codec.modalities) != tuple(manifest.modalities):
            raise SceneFillError(
                "model-manifest", f"The manifest of '{manifest.id}' lists other modalities than its weights have."
            )
        feedback.log("info", f"Model {manifest.id} {manifest.version} on {device.reason}.")
        return SceneModel(pipeline, manifest, device, Translators.load(folder))

    @property
    def model_id(self) -> str:
        return self.manifest.id

    @property
    def weights_sha256(self) -> str:
        return self.manifest.weights_sha256

    @property
    def modalities(self) -> tuple[str, ...]:
        return tuple(self.manifest.modalities)

    @property
    def dtype_name(self) -> str:
        return str(self.device.dtype).replace("torch.", "")

    def noise_shape(self, modality: str) -> tuple[int, int]:
        """Channels of a modality's noise, and pixels per noise value along one axis (1 for an exact codec)."""
        codec = self.pipeline.codec
        exact = codec.latent_channels(modality) == codec.modalities[modality] * codec.factor**2
        return (codec.modalities[modality], 1) if exact else (codec.latent_channels(modality), codec.factor)

    @torch.inference_mode()
    def draft(
        self,
        observations: Sequence[Sequence[Observation]],
        pixel_size_m: float,
        size: tuple[int, int],
        guides: Sequence[Mapping[str, np.ndarray] | None],
        targets: Sequence[str],
        date: str | None = None,
        known: Sequence[Mapping[str, Pixels]] = (),
    ) -> list[dict[str, Drawn]]:
        """The direct estimate, no sampling.

        Args:
            observations: per window, its observations: same number and order in every window.
            pixel_size_m: of the working grid.
            size: ``(H, W)`` of the windows.
            guides: per window ``{modality: (C, h, w)}`` physical coarse draft, or None.
            targets: modalities wanted.
            date: to draw.
            known: as in :meth:`draw`; empty when no layer is continued.
        """
        batch = WindowBatch(observations, pixel_size_m, size, guides, date, known)
        draft = self._infer(batch)
        levels = self._levels(batch, self.tensors.known(batch), lambda trial, shown: trial.mean)
        means = self.pipeline.decode(draft.mean, targets)
        deviations = self._deviations("draft", batch, draft, None, targets)
        found = [
            {m: self._drawn(m, means[m][i], deviations[m][i], (), level.get(m)) for m in targets}
            for i, level in enumerate(levels)
        ]
        return translated(self.translators, batch, targets, means, found)

    def translation(self, seen: Collection[str], targets: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Which ``targets`` translators tell where the modalities ``seen`` are given, and the network's share of it."""
        chosen = self.translators.choose(seen, targets)
        return {
            m: {"from": list(one.shown), "places": len(one.places), "network_share": network_share(one, seen)}
            for m, one in chosen.items()
        }

    def told(self, seen: Collection[str], targets: Sequence[str]) -> set[str]:
        """The ``targets`` that translators tell alone: there is nothing to sample for their mean."""
        return {m for m, facts in self.translation(seen, targets).items() if not facts["network_share"]}

    @torch.inference_mode()
    def scene(
        self,
        observations: Sequence[Sequence[Observation]],
        pixel_size_m: float,
        size: tuple[int, int],
        guides: Sequence[Mapping[str, np.ndarray] | None],
        date: str | None = None,
    ) -> np.ndarray:
        """The scene map S, ``(windows, channels, H/f, W/f)`` float32; arguments as in :meth:`draft`."""
        draft = self._infer(WindowBatch(observations, pixel_size_m, size, guides, date, ()))
        return draft.scene_map[: len(observations)].float().cpu().numpy()

    @torch.inference_mode()
    def draw(
        self,
        observations: Sequence[Sequence[Observation]],
        pixel_size_m: float,
        size: tuple[int, int],
        guides: Sequence[Mapping[str, np.ndarray] | None],
        targets: Sequence[str],
        known: Sequence[Mapping[str, Pixels]],
        noise: NoiseSource,
        *,
        steps: int,
        samples: int,
        keep_samples: bool = False,
        date: str | None = None,
        check: Callable[[], None] | None = None,
    ) -> list[dict[str, Drawn]]:
        """Mean and spread of ``samples`` realisations; other arguments as in :meth:`draft`.

        Args:
            known: per window ``{target: (values, mask)}``, ``(C, H, W)`` physical: observations that the drawing
                continues; the very arrays of one of the window's observations.
            noise: ``noise(window, sample, modality)`` gives standard-normal ``(channels, H/f, W/f)``, see
                :meth:`noise_shape`.
            steps: network evaluations per sample.
            samples: realisations.
            keep_samples: give them back, too.
            check: called between network evaluations; raises to cancel.
        """
        batch = WindowBatch(observations, pixel_size_m, size, guides, date, known)
        draft = self._infer(batch)
        observed, values = self.tensors.known(batch)
        wanted = [float(m in targets) for m in self.modalities]
        target = torch.tensor(wanted, device=self.device.device).expand(len(draft.mean), -1)

        def noise_of(sample: int) -> torch.Tensor:
            return self._noise(draft.mean, targets, noise, sample, len(observations))

        def integrate(start: SceneDraft, field: torch.Tensor, shown: torch.Tensor, count: int) -> torch.Tensor:
            return self._timed(lambda: self.pipeline.draw_residual(start, field, shown, values, target, count, check))

        first = noise_of(0)
        # One step from noise is the generator's best single guess: enough to learn its level from.
        levels = self._levels(batch, (observed, values), lambda trial, shown: integrate(trial, first, shown, 1))
        drafted = self.pipeline.decode(draft.mean, targets)
        total = {m: torch.zeros_like(drafted[m]) for m in targets}
        square = {m: torch.zeros_like(drafted[m]) for m in targets}
        kept: list[dict[str, torch.Tensor]] = []
        # The next sample's noise is drawn while the network is busy with this one.
        with ThreadPoolExecutor(1, "noise") as ahead:
            field = first
            for sample in range(samples):
                following = ahead.submit(noise_of, sample + 1) if sample + 1 < samples else None
                drawn = self.pipeline.decode(integrate(draft, field, observed, steps), targets)
                for m in targets:
                    total[m] += drawn[m]
                    square[m] += (drawn[m] - drafted[m]).square()
                if keep_samples:
                    kept.append(drawn)
                if following is not None:
                    field = following.result()
        means = {m: total[m] / samples for m in targets}
        spread = None
        if samples > 1:
            # About the mean, from sums about the draft: the draft is near, so nothing cancels badly.
            spread = {
                m: (square[m] / samples - (means[m] - drafted[m]).square()).clamp_min(0.0) * (samples / (samples - 1))
                for m in targets
            }
        deviations = self._deviations("estimate", batch, draft, spread, targets)
        found = [
            {m: self._drawn(m, means[m][i], deviations[m][i], [s[m][i] for s in kept], level.get(m)) for m in targets}
            for i, level in enumerate(levels)
        ]
        return translated(self.translators, batch, targets, drafted, found)

    # -- model space -----------------------------------------------------------------------------------------------

    def _infer(self, batch: WindowBatch) -> SceneDraft:
        if not 0 < len(batch.observations) <= self.batch_size:
            raise ValueError(f"{len(batch.observations)} windows in a batch of {self.batch_size}")
        inputs, scene, guide = self.tensors.inputs(batch), self.tensors.scene(batch), self.tensors.guide(batch)
        return self._timed(lambda: self.pipeline.infer_scene(inputs, scene, batch.size, guide))

    def _levels(
        self, batch: WindowBatch, known: tuple[torch.Tensor, torch.Tensor], estimate: Estimate
    ) -> list[dict[str, Level]]:
        """Per window, what the observed pixels of continued layers say about the draft or drawing (:mod:`.level`).

        Args:
            batch: the windows.
            known: of the batch, from :meth:`TensorMaker.known`.
            estimate: what is to be levelled.
        """
        count = len(batch.observations)
        judged = [m for m in self.modalities if m in batch.continued and self.noise_shape(m)[1] == 1]
        if not judged:
            return [{} for _ in range(count)]
        codec = self.pipeline.codec
        observed, values = known
        drafted, variance = torch.zeros_like(observed), torch.zeros_like(observed)
        for parity in (0, 1) if bool(observed.any()) else ():
            hidden = fold(*batch.size, parity)
            trial = self._infer(batch.without(hidden))
            pixels = torch.from_numpy(hidden.astype(np.float32)).to(observed)
            cells = codec.encode_masks({m: pixels.expand(1, bands, -1, -1) for m, bands in codec.modalities.items()})
            drafted += estimate(trial, observed * (1 - cells)) * cells
            variance += trial.log_variance.exp() * cells
        decoded = [self.pipeline.decode(latents, judged) for latents in (drafted, variance, values, observed)]

        def learn(i: int) -> dict[str, Level]:
            levels = {}
            for m in judged:
                guess, stated, truth, weight = (pixels[m][i].float().cpu().numpy() for pixels in decoded)
                levels[m] = learn_level(guess, stated, truth, weight, self._guide(batch, i, m))
            return levels

        # Mostly filters, which leave the interpreter's lock alone.
        with ThreadPoolExecutor(torch.get_num_threads(), "level") as pool:
            return list(pool.map(learn, range(count)))

    @staticmethod
    def _guide(batch: WindowBatch, index: int, modality: str) -> np.ndarray | None:
        """A window's overview of a modality in model space."""
        guide = batch.guides[index]
        return None if guide is None else registry()[modality].to_model(guide[modality])

    def _noise(
        self, like: torch.Tensor, targets: Sequence[str], noise: NoiseSource, sample: int, count: int
    ) -> torch.Tensor:
        """One sample's noise in latents; zeros in padded windows and for what is not drawn."""
        codec = self.pipeline.codec
        field, slices = torch.zeros_like(like), codec.slices()
        for modality in targets:
            stacked = np.stack([noise(i, sample, modality) for i in range(count)]).astype(np.float32)
            values = torch.from_numpy(stacked)
            if self.noise_shape(modality)[1] == 1:
                values = codec.encode(modality, values)
            field[:count, slices[modality]] = values.to(field)
        return field

    def _timed(self, work: Callable[[], Result]) -> Result:
        """Run network work and add its seconds to :attr:`network_seconds`."""
        started = time.perf_counter()
        result = work()
        if self.device.device.type == "cuda":
            torch.cuda.synchronize()
        self.network_seconds += time.perf_counter() - started
        return result

    # -- back to physical units ------------------------------------------------------------------------------------

    def _deviations(
        self,
        mode: str,
        batch: WindowBatch,
        draft: SceneDraft,
        spread: Mapping[str, torch.Tensor] | None,
        targets: Sequence[str],
    ) -> dict[str, torch.Tensor]:
        """Calibrated standard deviation in model space.

        Realisations alone spread too little; the draft's variance says how far it usually is from the truth. Their
        mean is scaled by a factor per modality that was fitted on validation places. Behind a codec that is not
        exact, variances of latents say nothing about pixels, and the realisations have to do alone.
        """
        exact = all(self.noise_shape(m)[1] == 1 for m in targets)
        zero = torch.zeros_like(draft.log_variance)
        variance = self.pipeline.decode(draft.log_variance.exp() if exact else zero, targets)
        if spread is not None:
            variance = {m: 0.5 * (variance[m] + spread[m]) if exact else spread[m] for m in targets}
        factors = self.manifest.calibration.get(mode, {})
        scale = {m: float(factors.get(m, 1.0)) * self.manifest.whole_factor(batch.seen, m) for m in targets}
        return {m: variance[m].clamp_min(0.0).sqrt() * scale[m] for m in targets}

    def _drawn(
        self,
        modality: str,
        mean: torch.Tensor,
        deviation: torch.Tensor,
        samples: Sequence[torch.Tensor],
        level: Level | None,
    ) -> Drawn:
        known = registry()[modality]
        model, std = mean.float().cpu().numpy(), deviation.float().cpu().numpy()
        shift = np.zeros_like(model)
        if level is not None:
            # The whole set of realisations moves with its mean, and keeps its texture. Where the window's own
            # observations say how far off the draft is, they overrule what it states.
            shift = level.shift(model)
            std = std * level.deviation_factor()
        model = model + shift
        if not np.isfinite(model).all():
            raise SceneFillError(
                "model-nan",
                f"The model drew values of {modality} that are not numbers.",
                "Please report this with the job's file; nothing was written for this window.",
            )
        drawn = tuple(known.to_physical(s.float().cpu().numpy() + shift) for s in samples)
        return Drawn(known.to_physical(model), (std * known.slope(model)).astype(np.float32), drawn)

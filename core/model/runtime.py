"""A loaded model with physical units around it: what the engine calls.

Observations come in as physical values with masks; drawings go out as physical values with a spread. Batches are padded
to one fixed shape, because the same window must give the same bits whoever shares its batch.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from ..errors import SceneFillError
from ..feedback import Feedback
from ..modalities import registry
from .conditioning import input_features, scene_features
from .dates import day_of_year, days_between
from .device import Device, choose_device
from .encoder import SceneInput
from .pipeline import SceneDraft, SceneGenPipeline, load_pipeline
from .store import Manifest, model_folder, read_manifest, verify_files

Pixels = tuple[np.ndarray, np.ndarray]
NoiseSource = Callable[[int, int, str], np.ndarray]


@dataclass(frozen=True)
class Observation:
    """One modality of one input in one window.

    Attributes:
        modality: its id.
        values: ``(C, H, W)`` float32, physical unit; anything where not observed.
        mask: ``(C, H, W)`` bool, True where observed.
        pixel_size_m: of the source itself.
        date: ISO date, month or year; None when unknown.
    """

    modality: str
    values: np.ndarray
    mask: np.ndarray
    pixel_size_m: float
    date: str | None = None


@dataclass(frozen=True)
class Drawn:
    """One modality drawn in one window: physical ``(C, H, W)`` float32 mean, standard deviation, realisations."""

    mean: np.ndarray
    std: np.ndarray
    samples: tuple[np.ndarray, ...] = ()


class SceneModel:
    """A model ready to draw. Not for use from several threads at once."""

    def __init__(self, pipeline: SceneGenPipeline, manifest: Manifest, device: Device) -> None:
        self.pipeline, self.manifest, self.device = pipeline, manifest, device
        self.batch_size = device.batch
        #: Seconds spent in the network so far: the engine's overhead is judged against it.
        self.network_seconds = 0.0

    @staticmethod
    def load(model: str, feedback: Feedback | None = None, threads: int | None = None) -> SceneModel:
        """Load an installed model's id or a model folder.

        Args:
            model: id or path.
            feedback: is told the device and the number format, and why.
            threads: of the CPU; None leaves torch's choice.

        Raises:
            SceneFillError: ``unknown-model``, ``model-schema``, ``model-manifest``, ``model-checksum`` or
                ``model-format``.
        """
        feedback = feedback or Feedback()
        folder = model_folder(model)
        manifest = read_manifest(folder)
        verify_files(folder, manifest)
        if threads:
            torch.set_num_threads(threads)
        device = choose_device(manifest.window)
        # The heads carry the values that users read: always float32.
        types = {"default": device.dtype, "heads": torch.float32, "codec": torch.float32}
        pipeline = load_pipeline(folder, types)
        if tuple(pipeline.codec.modalities) != tuple(manifest.modalities):
            raise SceneFillError(
                "model-manifest", f"The manifest of '{manifest.id}' lists other modalities than its weights have."
            )
        pipeline.to(device.device)
        for module in (pipeline.encoder, pipeline.heads, pipeline.generator):
            module.eval().requires_grad_(False)
            module.to(memory_format=torch.channels_last)
        feedback.log("info", f"Model {manifest.id} {manifest.version} on {device.reason}.")
        return SceneModel(pipeline, manifest, device)

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
    ) -> list[dict[str, Drawn]]:
        """The direct estimate, no sampling.

        Args:
            observations: per window, its observations: same number and order in every window.
            pixel_size_m: of the working grid.
            size: ``(H, W)`` of the windows.
            guides: per window ``{modality: (C, h, w)}`` physical coarse draft, or None.
            targets: modalities wanted.
            date: to draw.
        """
        count = len(observations)
        draft = self._infer(observations, pixel_size_m, size, guides, date)
        means = self.pipeline.decode(draft.mean, targets)
        deviations = self._deviations("draft", draft, None, targets)
        return [{m: self._drawn(m, means[m][i], deviations[m][i], ()) for m in targets} for i in range(count)]

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
                continues.
            noise: ``noise(window, sample, modality)`` gives standard-normal ``(channels, H/f, W/f)``, see
                :meth:`noise_shape`.
            steps: network evaluations per sample.
            samples: realisations.
            keep_samples: give them back, too.
            check: called between network evaluations; raises to cancel.
        """
        count = len(observations)
        draft = self._infer(observations, pixel_size_m, size, guides, date)
        observed, values = self._known(draft, known)
        wanted = [float(m in targets) for m in self.modalities]
        target = torch.tensor(wanted, device=self.device.device).expand(len(draft.mean), -1)
        slices = self.pipeline.codec.slices()
        drafted = self.pipeline.decode(draft.mean, targets)
        total = {m: torch.zeros_like(drafted[m]) for m in targets}
        square = {m: torch.zeros_like(drafted[m]) for m in targets}
        kept: list[dict[str, torch.Tensor]] = []
        for sample in range(samples):
            field = torch.zeros_like(draft.mean)
            for modality in targets:
                field[:count, slices[modality]] = self._noise_latents(modality, noise, sample, count)
            started = time.perf_counter()
            latents = self.pipeline.draw_residual(draft, field, observed, values, target, steps, check)
            drawn = self.pipeline.decode(latents, targets)
            self._synchronise()
            self.network_seconds += time.perf_counter() - started
            for m in targets:
                total[m] += drawn[m]
                square[m] += (drawn[m] - drafted[m]).square()
            if keep_samples:
                kept.append(drawn)
        means = {m: total[m] / samples for m in targets}
        spread = None
        if samples > 1:
            # About the mean, from sums about the draft: the draft is near, so nothing cancels badly.
            spread = {
                m: (square[m] / samples - (means[m] - drafted[m]).square()).clamp_min(0.0) * (samples / (samples - 1))
                for m in targets
            }
        deviations = self._deviations("estimate", draft, spread, targets)
        return [
            {m: self._drawn(m, means[m][i], deviations[m][i], [s[m][i] for s in kept]) for m in targets}
            for i in range(count)
        ]

    # -- model space ---------------------------------------------------------------------------------------------

    def _infer(
        self,
        observations: Sequence[Sequence[Observation]],
        pixel_size_m: float,
        size: tuple[int, int],
        guides: Sequence[Mapping[str, np.ndarray] | None],
        date: str | None,
    ) -> SceneDraft:
        count = len(observations)
        if not 0 < count <= self.batch_size:
            raise ValueError(f"{count} windows in a batch of {self.batch_size}")
        batch = self.batch_size
        dtype, device = self.device.dtype, self.device.device
        inputs = []
        for slot in range(len(observations[0])):
            column = [window[slot] for window in observations]
            inputs.append(self._input(column, batch, pixel_size_m, date))
        scene = scene_features(torch.full((batch,), float(pixel_size_m)), torch.full((batch,), day_of_year(date)))
        guide = self._guide(guides, batch)
        started = time.perf_counter()
        draft = self.pipeline.infer_scene(inputs, scene.to(device, dtype), size, guide)
        self._synchronise()
        self.network_seconds += time.perf_counter() - started
        return draft

    def _input(self, column: Sequence[Observation], batch: int, pixel_size_m: float, date: str | None) -> SceneInput:
        first = column[0]
        modality = registry()[first.modality]
        shape = (batch, *first.values.shape)
        values, mask = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
        for index, item in enumerate(column):
            finite = item.mask & np.isfinite(item.values)
            values[index] = modality.to_model(np.where(finite, item.values, 0.0)) * finite
            mask[index] = finite
        # What does not change with time was, in effect, observed on the date to draw.
        delta = 0.0 if modality.static else days_between(first.date, date)
        day = day_of_year(date) if modality.static else day_of_year(first.date)
        facts = [torch.full((batch,), float(v)) for v in (pixel_size_m, first.pixel_size_m, day, delta)]
        dtype, device = self.device.dtype, self.device.device
        return SceneInput(
            first.modality,
            torch.from_numpy(values).to(device, dtype),
            torch.from_numpy(mask).to(device, dtype),
            input_features(*facts).to(device, dtype),
        )

    def _guide(self, guides: Sequence[Mapping[str, np.ndarray] | None], batch: int) -> torch.Tensor | None:
        given = [g for g in guides if g is not None]
        if not given:
            return None
        example = next(iter(given[0].values()))
        bands = sum(len(b) for b in self.manifest.modalities.values())
        stacked = np.zeros((batch, bands, *example.shape[-2:]), np.float32)
        for index, guide in enumerate(guides):
            if guide is not None:
                planes = [registry()[m].to_model(guide[m]) for m in self.modalities]
                stacked[index] = np.concatenate(planes)
        return torch.from_numpy(stacked).to(self.device.device, self.device.dtype)

    def _known(self, draft: SceneDraft, known: Sequence[Mapping[str, Pixels]]) -> tuple[torch.Tensor, torch.Tensor]:
        codec = self.pipeline.codec
        observed, values = torch.zeros_like(draft.mean), torch.zeros_like(draft.mean)
        slices = codec.slices()
        for index, window in enumerate(known):
            for modality, (pixels, mask) in window.items():
                valid = mask & np.isfinite(pixels)
                model = registry()[modality].to_model(np.where(valid, pixels, 0.0)) * valid
                part = slices[modality]
                latent = codec.encode(modality, torch.from_numpy(model[None]).to(self.device.device))
                cells = codec.encode_mask(modality, torch.from_numpy(valid[None].astype(np.float32)))
                values[index, part] = latent[0].float()
                observed[index, part] = cells[0].to(observed)
        return observed, values

    def _noise_latents(self, modality: str, noise: NoiseSource, sample: int, count: int) -> torch.Tensor:
        stacked = torch.from_numpy(np.stack([noise(i, sample, modality) for i in range(count)]).astype(np.float32))
        if self.noise_shape(modality)[1] == 1:
            stacked = self.pipeline.codec.encode(modality, stacked)
        return stacked.to(self.device.device)

    # -- back to physical units ------------------------------------------------------------------------------------

    def _deviations(
        self, mode: str, draft: SceneDraft, spread: Mapping[str, torch.Tensor] | None, targets: Sequence[str]
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
        return {m: variance[m].clamp_min(0.0).sqrt() * float(factors.get(m, 1.0)) for m in targets}

    def _drawn(
        self, modality: str, mean: torch.Tensor, deviation: torch.Tensor, samples: Sequence[torch.Tensor]
    ) -> Drawn:
        known = registry()[modality]
        model = mean.float().cpu().numpy()
        if not np.isfinite(model).all():
            raise SceneFillError(
                "model-nan",
                f"The model drew values of {modality} that are not numbers.",
                "Please report this with the job's file; nothing was written for this window.",
            )
        std = deviation.float().cpu().numpy() * known.slope(model)
        drawn = tuple(known.to_physical(s.float().cpu().numpy()) for s in samples)
        return Drawn(known.to_physical(model), std.astype(np.float32), drawn)

    def _synchronise(self) -> None:
        if self.device.device.type == "cuda":
            torch.cuda.synchronize()

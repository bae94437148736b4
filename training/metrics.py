"""How far drawn pixels are from real ones, judged on the hidden pixels only.

Everything that torchmetrics has comes from torchmetrics. The data range of PSNR and SSIM is a constant of the unit and
never of the image, so that figures of different scenes can be compared:

========== ========== ==============================================================================================
unit       data range why
========== ========== ==============================================================================================
reflectance 1.0       the convention of the cloud-removal literature for Sentinel-2 scaled by 1e-4
dB          30.0      covers calm water to bright targets in C band
K           50.0      covers the land of one scene, cloud tops excluded
m           1000.0    only there so that no unit is without one
========== ========== ==============================================================================================

With a range of 1.0, SSIM of reflectance is lenient (its constants are large against the contrast of land): compare it
between methods, not with an absolute idea of "good".
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

import numpy as np
import torch
from torchmetrics.functional.image import (
    peak_signal_noise_ratio,
    spectral_angle_mapper,
    structural_similarity_index_measure,
)
from torchmetrics.functional.regression import mean_absolute_error

from ..core.errors import SceneFillError

DATA_RANGES: dict[str, float] = {"reflectance": 1.0, "dB": 30.0, "K": 50.0, "m": 1000.0}
_FLOORS: dict[str, float] = {"reflectance": 0.0, "dB": -30.0, "K": 260.0, "m": 0.0}  # SSIM expects 0..range
EXACT_PSNR = 100.0  # stands for "no error at all", which has no finite PSNR
_MIN_RADIANCE = 1e-4  # a zero vector has no direction: reflectances are lifted to this before an angle is taken


@dataclass(frozen=True)
class Scores:
    """Metrics of one modality over its hidden pixels.

    ``mae`` and ``bias`` (mean of prediction minus truth) are in the modality's unit, ``psnr`` in dB (100 where nothing
    differs), ``ssim`` has no unit, ``spectral_angle`` is in degrees and None where an angle means nothing (fewer than
    two bands, or decibels). ``pixels`` counts the judged pixels, ``bands`` the judged bands.
    """

    mae: float
    bias: float
    psnr: float
    ssim: float
    spectral_angle: float | None
    pixels: int
    bands: int

    def to_dict(self) -> dict[str, float | int | None]:
        return asdict(self)


LOWER_IS_BETTER = {"mae": True, "psnr": False, "ssim": False, "spectral_angle": True}


def score(prediction: np.ndarray, truth: np.ndarray, judged: np.ndarray, unit: str) -> Scores:
    """Compare a prediction with the truth where ``judged``.

    Args:
        prediction: ``(C, H, W)`` physical values; must be finite wherever ``judged``.
        truth: ``(C, H, W)`` physical values.
        judged: ``(H, W)`` or ``(C, H, W)`` boolean: hidden pixels whose truth is known. Bands without any are left out.
        unit: unit of the modality, a key of :data:`DATA_RANGES`.

    Raises:
        SceneFillError: ``nothing-to-judge`` when no pixel is judged, ``not-finite`` when the prediction has a hole.
    """
    judged = np.broadcast_to(judged, truth.shape)
    kept = judged.reshape(judged.shape[0], -1).any(axis=1)
    if not kept.any():
        raise SceneFillError("nothing-to-judge", "No hidden pixel has a known truth.", "Hide pixels that are observed.")
    prediction, truth, judged = prediction[kept], truth[kept], judged[kept]
    if not np.isfinite(prediction[judged]).all():
        raise SceneFillError("not-finite", "The prediction has no value at some hidden pixels.")
    p = torch.from_numpy(prediction[judged].astype(np.float64))
    t = torch.from_numpy(truth[judged].astype(np.float64))
    return Scores(
        mae=float(mean_absolute_error(p, t)),
        bias=float((p - t).mean()),
        psnr=min(float(peak_signal_noise_ratio(p, t, data_range=DATA_RANGES[unit])), EXACT_PSNR),
        ssim=_gap_ssim(prediction, truth, judged, unit),
        spectral_angle=_spectral_angle(prediction, truth, judged) if unit == "reflectance" else None,
        pixels=int(judged.any(axis=0).sum()),
        bands=int(kept.sum()),
    )


def _gap_ssim(prediction: np.ndarray, truth: np.ndarray, judged: np.ndarray, unit: str) -> float:
    """Mean over the judged pixels of the SSIM map of (prediction in the gap, truth around it) against the truth.

    Around the gap both images hold the truth, as in the product, where observed pixels are copied; a pixel whose truth
    is unknown holds the same filler in both and so counts as neither agreement nor error of the prediction.
    """
    floor, data_range = _FLOORS[unit], DATA_RANGES[unit]

    def scaled(bands: np.ndarray) -> torch.Tensor:
        # In single precision: doubles take thirty times as long, and change the sixth digit.
        return torch.from_numpy(np.ascontiguousarray((bands - floor) / data_range, dtype=np.float32))[None]

    filler = np.array([band[mask].mean() for band, mask in zip(truth, judged)], dtype=np.float64)[:, None, None]
    real = np.where(np.isfinite(truth), truth, filler)
    drawn = np.where(judged, prediction, real)
    _, full = structural_similarity_index_measure(scaled(drawn), scaled(real), data_range=1.0, return_full_image=True)
    return float(full[0].numpy()[judged].mean())


def _spectral_angle(prediction: np.ndarray, truth: np.ndarray, judged: np.ndarray) -> float | None:
    """Mean angle in degrees between spectra, over the pixels where every band is judged; None below two bands."""
    everywhere = judged.all(axis=0)
    if prediction.shape[0] < 2 or not everywhere.any():
        return None
    p = np.maximum(prediction[:, everywhere], _MIN_RADIANCE).astype(np.float64)
    t = np.maximum(truth[:, everywhere], _MIN_RADIANCE).astype(np.float64)
    angle = spectral_angle_mapper(torch.from_numpy(p)[None, :, :, None], torch.from_numpy(t)[None, :, :, None])
    return float(np.degrees(float(angle)))

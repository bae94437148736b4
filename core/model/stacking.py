"""Stacking: several guesses of a gap's content combined as held-out gaps of the same scene say is best.

Wolpert 1992 (doi 10.1016/S0893-6080(05)80023-1) with three restraints against a scene's few pixels: all bands have the
same weights, these are shrunk towards the best single guess, and no guess may differ from it by more than it did where
that was measured.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .inpaint import harmonic, smooth_observed
from .kriging import EXPONENTS, Kriging

#: Standard deviation in pixels by which the rim is smoothed in the second of each pair of guesses.
RIM_SMOOTHING = 1.0
#: Pixels to learn from at which a weight is shrunk to half of what they say: on few, the best single guess is safer.
CAUTION = 3000.0
#: Distance from the rim in pixels over which the second part of a guess's weight falls to a third.
FADING = 10.0
#: Differences from the anchor stay within this many of their own root-mean-squares.
LIMIT = 3.0
#: A standard normal is within this many standard deviations with 90 % probability.
NORMAL_90 = 1.6448536
#: Quantile of absolute errors that the stated spread is fitted to.
COVERED = 0.90


def guesses(
    values: np.ndarray,
    observed: np.ndarray,
    trends: np.ndarray,
    prior: np.ndarray | None,
    kriging: Kriging | None = None,
    reach: np.ndarray | None = None,
) -> np.ndarray:
    """All guesses of a piece of the scene.

    Args:
        values: ``(C, H, W)``; anything finite where not observed.
        observed: ``(H, W)`` bool.
        trends: ``(T, C, H, W)`` predictions from other layers; T may be 0.
        prior: ``(C, H, W)`` what is believed far from everything observed, or None.
        kriging: of the scene; None leaves it out.
        reach: ``(C,)`` how far a guess from a trend may be from the same guess from the last trend; None for any.

    Returns:
        ``(E, C, H, W)`` float32, see :func:`guess_names`: inpainted from the rim and from the smoothed rim; each trend
        alone, and with what it missed at the rim carried into the gap, again from the rim and from the smoothed rim;
        kriged from the rim.
    """
    found = [harmonic(values, observed, prior), harmonic(*_smoothed(values, observed), prior)]
    if len(trends):
        steady = _with_rim(values, observed, trends[-1])
        for trend in trends[:-1]:
            found.extend(_within(_with_rim(values, observed, trend), steady, reach))
        found.extend(steady)
    if kriging is not None:
        found.extend(kriging.guesses(values, observed, found[0]))
    return np.stack(found).astype(np.float32)


def _with_rim(values: np.ndarray, observed: np.ndarray, trend: np.ndarray) -> np.ndarray:
    """``(3, C, H, W)``: a trend alone, and with what it missed carried in from the rim and the smoothed rim."""
    nothing = np.zeros_like(values, dtype=np.float32)
    missed = np.where(observed, values - trend, 0.0).astype(np.float32)
    carried = (harmonic(missed, observed, nothing), harmonic(*_smoothed(missed, observed), nothing))
    return np.stack([trend, *(trend + part for part in carried)])


def _within(guessed: np.ndarray, steady: np.ndarray, reach: np.ndarray | None) -> np.ndarray:
    """``(..., C, H, W)`` guesses, no further from the steady ones than ``reach``."""
    if reach is None:
        return guessed
    bound = reach.astype(np.float32)[:, None, None]
    return np.asarray(steady + np.clip(guessed - steady, -bound, bound))


def guess_names(trends: tuple[str, ...], others: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What :func:`guesses` returns with kriging, and ``others`` behind it, for reports."""
    names = ["rim", "smooth rim"]
    for trend in trends:
        names += [trend, f"{trend} + rim", f"{trend} + smooth rim"]
    names += [f"kriged {exponent}" for exponent in EXPONENTS]
    return (*names, *others)


def _smoothed(values: np.ndarray, observed: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return smooth_observed(values, observed, RIM_SMOOTHING), observed


@dataclass(frozen=True)
class Stack:
    """Fitted weights, and a law of the error that remains.

    Attributes:
        anchor: index of the best single guess.
        shares: ``(2, E)`` of the differences from the anchor (its own column is 0): everywhere, and fading with
            distance.
        scales: ``(C, E)`` root-mean-square of the differences.
        error_law: ``(C, 3)`` log of the error's size: constant, per log(1 + distance), per log of disagreement.
        error_scale: ``(C,)`` from that size to a standard deviation.
    """

    anchor: int
    shares: np.ndarray
    scales: np.ndarray
    error_law: np.ndarray
    error_scale: np.ndarray

    @staticmethod
    def fit(guessed: np.ndarray, truth: np.ndarray, distance: np.ndarray) -> Stack:
        """Learn from hidden pixels.

        Args:
            guessed: ``(E, C, n)``.
            truth: ``(C, n)``.
            distance: ``(n,)`` pixels to the nearest observed one.
        """
        guessed, truth = guessed.astype(np.float64), truth.astype(np.float64)
        deviation = np.maximum(truth.std(axis=1, keepdims=True), 1e-9)
        errors = (((guessed - truth) / deviation) ** 2).mean(axis=(1, 2))
        anchor = int(np.argmin(errors))
        differences = guessed - guessed[anchor]
        scales = np.maximum(np.sqrt((differences**2).mean(axis=2)), 1e-12).T
        bands, count = truth.shape
        others = [i for i in range(len(guessed)) if i != anchor]
        fading = _fading(distance)
        # Every band in its own unit: together they have more to say on few pixels than each has alone.
        gram, said = np.zeros((2 * len(others),) * 2), np.zeros(2 * len(others))
        for band in range(bands):
            limited = _limited(differences[others, band], scales[band, others, None]) / deviation[band]
            columns = np.concatenate([limited, limited * fading])
            gram += columns @ columns.T / count
            said += columns @ (truth[band] - guessed[anchor, band]) / (count * deviation[band])
        own = np.diag(gram)
        ridge = CAUTION / count * own + 1e-12 * max(own.sum(), 1e-12)
        shares = np.zeros((2, len(guessed)))
        shares[:, others] = np.linalg.solve(gram + np.diag(ridge), said).reshape(2, -1)
        stack = Stack(anchor, shares, scales, np.zeros((bands, 3)), np.ones(bands))
        return stack._with_errors(guessed, truth, distance)

    def shares_at(self, distance: float) -> np.ndarray:
        """``(E,)`` share of each guess at a distance where none is limited; they sum to 1."""
        shares = self.shares[0] + self.shares[1] * _fading(np.asarray(distance))
        shares[self.anchor] = 1.0 - np.delete(shares, self.anchor).sum()
        return np.asarray(shares)

    def mean(self, guessed: np.ndarray, distance: np.ndarray) -> np.ndarray:
        """``(E, C, ...)`` guesses to their combination ``(C, ...)`` float32, ``distance`` ``(...)`` from the rim."""
        total = guessed[self.anchor].astype(np.float64)
        shape = (-1, *(1,) * (guessed.ndim - 2))
        fading = _fading(distance)
        for i, guess in enumerate(guessed):
            if i != self.anchor:
                limited = _limited(guess - guessed[self.anchor], self.scales[:, i].reshape(shape))
                total += (self.shares[0, i] + self.shares[1, i] * fading) * limited
        return total.astype(np.float32)

    def deviation(self, guessed: np.ndarray, distance: np.ndarray) -> np.ndarray:
        """Standard deviation of the combination's error, ``(C, ...)`` float32, 90 % of errors within 1.645 of it."""
        shape = (-1, *(1,) * (guessed.ndim - 2))
        size = self._size(guessed, distance)
        return np.asarray(size * self.error_scale.reshape(shape), dtype=np.float32)

    def _with_errors(self, guessed: np.ndarray, truth: np.ndarray, distance: np.ndarray) -> Stack:
        """The same with the law of its errors: their size by distance and disagreement, then scaled to cover."""
        error = np.abs(truth - self.mean(guessed, distance))
        law = np.zeros_like(self.error_law)
        clues = np.log1p(distance.astype(np.float64))
        disagreement = self._disagreement(guessed)
        for band in range(len(truth)):
            floor = 0.1 * np.sqrt((error[band] ** 2).mean()) + 1e-12
            design = np.stack([np.ones_like(clues), clues, disagreement[band]])
            gram = design @ design.T + 1e-3 * len(clues) * np.diag([0.0, 1.0, 1.0])
            law[band] = np.linalg.solve(gram, design @ np.log(error[band] + floor))
        # Errors grow with either: the opposite would be chance.
        law[:, 1:] = np.maximum(law[:, 1:], 0.0)
        shaped = Stack(self.anchor, self.shares, self.scales, law, self.error_scale)
        ratio = error / shaped._size(guessed, distance)
        scale = np.quantile(ratio, COVERED, axis=1) / NORMAL_90
        return Stack(self.anchor, self.shares, self.scales, law, np.maximum(scale, 1e-9))

    def _size(self, guessed: np.ndarray, distance: np.ndarray) -> np.ndarray:
        shape = (-1, *(1,) * (guessed.ndim - 2))
        base, near, apart = (self.error_law[:, i].reshape(shape) for i in range(3))
        return np.asarray(np.exp(base + near * np.log1p(distance) + apart * self._disagreement(guessed)))

    def _disagreement(self, guessed: np.ndarray) -> np.ndarray:
        """Log of how far the guesses are from their anchor, ``(C, ...)``, relative to what was usual."""
        shape = (-1, *(1,) * (guessed.ndim - 2))
        total = np.zeros(guessed.shape[1:])
        for i, guess in enumerate(guessed):
            if i != self.anchor:
                total += np.minimum(np.abs(guess - guessed[self.anchor]) / self.scales[:, i].reshape(shape), LIMIT)
        return np.log(total / max(len(guessed) - 1, 1) + 0.1)


def _fading(distance: np.ndarray) -> np.ndarray:
    """What is left of a fading share at a distance, 1 at the rim."""
    return np.asarray(np.exp(-np.asarray(distance, np.float64) / FADING))


def _limited(differences: np.ndarray, scales: np.ndarray) -> np.ndarray:
    return np.asarray(np.clip(differences, -LIMIT * scales, LIMIT * scales))

"""What S and drawn modalities are worth to somebody else's classifier: land cover from a few labelled pixels.

A logistic regression on standardised features is fitted to a few pixels of each class and judged on blocks apart from
theirs. S competes with the bands themselves and with the bands and their 3 x 3 and 9 x 9 means, which is what a careful
analyst would take. Where a modality is missing, what SceneFill draws of it competes with doing without, and with the
real one, which nobody would have.
"""

from __future__ import annotations

import shutil
import time
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import rasterio
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.preprocessing import StandardScaler

from ..core.engine.features import infer_features
from ..core.engine.run import run_job
from ..core.feedback import Feedback
from ..core.grid import Grid
from ..core.job import GridSpec, Job, Output, Sampling, Target
from ..core.model.store import model_folder, read_manifest
from .eval_engine import QuietFeedback, read_modality
from .eval_features import band_features, neighbourhood_features
from .landcover_data import Place, find_places, split_place
from .landcover_report import BANDS, DRAWN, MEANS, MEANS_S, REAL, SCENE, LandCoverReport, Row

#: Labelled pixels of each class.
LABELS = (5, 20, 100)
#: Strengths of the regularisation (scikit-learn's C), of which each classifier's labels choose by cross-validation.
STRENGTHS = (0.01, 0.1, 1.0)
_FOLDS = 5


@dataclass(frozen=True)
class Task:
    """What the classifier's user has.

    Attributes:
        id, title: for the report.
        shown: modality ids that were observed.
        missing: modality ids that SceneFill draws from those; empty for none.
    """

    id: str
    title: str
    shown: tuple[str, ...]
    missing: tuple[str, ...] = ()


TASKS = (
    Task("all", "radar and ten bands of Sentinel-2", ("optical", "infrared", "multispectral", "sar")),
    Task("sar", "radar alone; optical and infrared are missing", ("sar",), ("optical", "infrared")),
    Task("optical", "red, green and blue alone; infrared is missing", ("optical",), ("infrared",)),
)


@dataclass
class Engine:
    """SceneFill as the product runs.

    Args:
        model: id or folder.
        work: emptied after each call.
        sampling: of what is drawn.
        feedback: asked whether to stop.
    """

    model: str
    work: Path
    sampling: Sampling
    feedback: Feedback
    seconds: float = field(default=0.0)

    def scene(self, place: Place, shown: Sequence[str]) -> np.ndarray:
        """S at the pixels of a place, ``(channels, H, W)``: each has that of the cell which it lies in."""
        return at_pixels(*self._features(self._job(place, shown, shown[:1])), place.grid)

    def draw(self, place: Place, shown: Sequence[str], missing: Sequence[str]) -> dict[str, np.ndarray]:
        """Missing modalities drawn from those shown: ``{modality: (C, H, W)}`` in their units."""
        started = time.perf_counter()
        result = run_job(self._job(place, shown, missing), self.feedback)
        files = {m: out.path for out in result.outputs if out.kind == "data" for m in out.modalities}
        drawn = {m: read_modality(Path(files[m]), m) for m in missing}
        self._done(started)
        return drawn

    def _features(self, job: Job) -> tuple[np.ndarray, Grid]:
        started = time.perf_counter()
        path = infer_features(job, self.work / "features.tif", self.feedback)
        with rasterio.open(path) as dataset:
            values = dataset.read()
            a, b, c, d, e, f = dataset.transform[:6]
            grid = Grid(dataset.crs.to_wkt(), (a, b, c, d, e, f), dataset.width, dataset.height)
        self._done(started)
        return values, grid

    def _job(self, place: Place, shown: Sequence[str], targets: Sequence[str]) -> Job:
        return Job(
            title=place.name,
            grid=GridSpec(like=place.inputs[0].path),
            inputs=place.showing(shown),
            targets=tuple(Target(modality) for modality in targets),
            output=Output(str(self.work / "out")),
            sampling=self.sampling,
            model=self.model,
        )

    def _done(self, started: float) -> None:
        shutil.rmtree(self.work)
        self.seconds += time.perf_counter() - started


def at_pixels(values: np.ndarray, coarse: Grid, fine: Grid) -> np.ndarray:
    """Features of a coarser grid at the pixels of a finer one: ``(C, h, w)`` to ``(C, H, W)``, the nearest."""
    row, col = coarse.to_lattice(*fine.to_world(fine.row0 + 0.5, fine.col0 + 0.5))
    step = fine.pixel_size[0] / coarse.pixel_size[0]
    rows = np.floor(row - coarse.row0 + step * np.arange(fine.height)).astype(int)
    cols = np.floor(col - coarse.col0 + step * np.arange(fine.width)).astype(int)
    return values[:, rows[:, None], cols]


def judge_land_cover(
    data_dir: str | Path,
    out_dir: str | Path,
    *,
    model: str = "scenefill-demo",
    seeds: int = 10,
    labels: Sequence[int] = LABELS,
    places: Sequence[str] = (),
    sampling: Sampling | None = None,
    feedback: Feedback | None = None,
) -> LandCoverReport:
    """Judge a model's S and drawings by classifiers on every place whose land cover is known.

    Args:
        data_dir: folder with a ``manifest.json``.
        out_dir: ``landcover.json`` and ``landcover.md`` are written there.
        model: id or folder of a model.
        seeds: splits, each with labels of its own.
        labels: labelled pixels of each class, several numbers.
        places: scenes of the manifest; empty for all that can be judged.
        sampling: of what is drawn; None for that of a job.
        feedback: progress, log, cancellation.

    Raises:
        SceneFillError: ``no-manifest``, ``bad-manifest``, ``no-scenes``, ``nothing-to-judge``, ``unknown-model`` and
            those of the engine.
    """
    feedback, started = feedback or Feedback(), time.perf_counter()
    manifest = read_manifest(model_folder(model))
    out = Path(out_dir).absolute()
    quiet = QuietFeedback(feedback)
    engine = Engine(model, out / "work", sampling or Sampling(), quiet)
    found = find_places(Path(data_dir), places, quiet)
    rows: list[Row] = []
    steps = [(place, task) for place in found for task in TASKS]
    for number, (place, task) in enumerate(steps):
        feedback.raise_if_cancelled()
        feedback.progress(number / len(steps), "land-cover")
        scores = score_methods(place, method_features(place, task, engine), labels, range(seeds), feedback)
        rows += [Row.of(place.name, task.id, method, count, scores) for count in labels for method in scores[count]]
    held_out = manifest.training.get("holdout_places", ())
    report = LandCoverReport(
        rows=tuple(rows),
        tasks={task.id: task.title for task in TASKS},
        places={p.name: "trained on" if p.split == "train" and p.name not in held_out else "held out" for p in found},
        settings={
            "model": f"{manifest.id} {manifest.version}",
            "weights_sha256": manifest.weights_sha256,
            "seeds": seeds,
            "regularisation": f"one of {STRENGTHS}, by cross-validation within the labels",
            "drawn": f"{engine.sampling.steps} steps, {engine.sampling.samples} samples, mean",
            "seconds": f"{time.perf_counter() - started:.0f}, of which SceneFill {engine.seconds:.0f}",
        },
        folder=str(out),
    )
    report.write()
    feedback.progress(1.0, "land-cover")
    return report


def method_features(place: Place, task: Task, engine: Engine) -> dict[str, np.ndarray]:
    """Method to ``(F, H, W)`` features of a place, for all that a task compares."""
    shown = {modality: place.layers[modality] for modality in task.shown}
    means, scene = neighbourhood_features(shown), engine.scene(place, task.shown)
    methods = {BANDS: band_features(shown), MEANS: means, SCENE: scene, MEANS_S: np.concatenate([means, scene])}
    if task.missing:
        drawn = engine.draw(place, task.shown, task.missing)
        real = {modality: place.layers[modality] for modality in task.missing}
        methods[DRAWN] = np.concatenate([means, neighbourhood_features(drawn)])
        methods[REAL] = np.concatenate([means, neighbourhood_features(real)])
    return methods


def score_methods(
    place: Place,
    methods: Mapping[str, np.ndarray],
    labels: Sequence[int],
    seeds: Sequence[int],
    feedback: Feedback,
) -> dict[int, dict[str, list[float]]]:
    """Number of labels to method to balanced accuracies, one a seed: every method learns the same pixels."""
    flat = {name: np.ascontiguousarray(planes.reshape(len(planes), -1).T) for name, planes in methods.items()}
    classes = place.classes.ravel()
    scores: dict[int, dict[str, list[float]]] = {count: {name: [] for name in methods} for count in labels}
    for seed in seeds:
        feedback.raise_if_cancelled()
        split = split_place(place, max(labels), seed)
        for name, features in flat.items():
            scaler = StandardScaler().fit(features[split.scale])
            judged = scaler.transform(features[split.judge])
            for count in labels:
                drawn = np.concatenate([pixels[:count] for pixels in split.learn])
                predicted = fit_classifier(scaler.transform(features[drawn]), classes[drawn]).predict(judged)
                scores[count][name].append(float(balanced_accuracy_score(classes[split.judge], predicted)))
    return scores


def fit_classifier(features: np.ndarray, classes: np.ndarray) -> LogisticRegression:
    """The classifier of ``(N, F)`` standardised features: as regularised as does best within the labels themselves."""
    folds = StratifiedKFold(min(_FOLDS, int(np.unique(classes, return_counts=True)[1].min())))
    search = GridSearchCV(
        LogisticRegression(max_iter=200), {"C": list(STRENGTHS)}, scoring="balanced_accuracy", cv=folds
    )
    with warnings.catch_warnings():
        # Separable classes push the weights far out; where the steps end is good enough.
        warnings.simplefilter("ignore", ConvergenceWarning)
        return search.fit(features, classes).best_estimator_

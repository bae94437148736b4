"""All cases of an evaluation, one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from .baselines import DATED, Baselines
from .eval_engine import SceneFillMethod
from .eval_find import DataFolder
from .eval_headline import CaseFigures, case_figures
from .eval_intervals import Errors, Pool
from .eval_methods import ADAPTED, DRAFT, ESTIMATE
from .eval_report import Honesty, OwnRun, Row
from .eval_scenes import EvalScene
from .eval_seams import Seam, seams
from .eval_spread import SpreadJudge
from .eval_tasks import Case, Task, cloud_shapes, make_case, tasks_for, unit_of
from .leave_out import LeaveOut
from .metrics import score


@dataclass(frozen=True)
class Effort:
    """How much is computed: see :data:`FULL` and :data:`QUICK`.

    Attributes:
        crop: side of the scenes in pixels.
        scenes, tasks: at most so many scenes, only these tasks; None for all.
        steps, samples: of the estimate.
        adapt: steps of scene adaptation.
        trained, trees, pixels: of the baselines, see :class:`.baselines.Baselines`.
        prior: steps of the deep image prior, where it is asked for.
        joint_seeds, joint_size: of joint generation.
    """

    crop: int
    scenes: int | None
    tasks: tuple[str, ...] | None
    steps: int
    samples: int
    adapt: int
    trained: bool
    trees: int
    pixels: int
    prior: int
    joint_seeds: tuple[int, ...]
    joint_size: int


FULL = Effort(256, None, None, 4, 4, 200, True, 100, 20_000, 800, (1, 2, 3, 4, 5, 6), 256)
_QUICK_TASKS = ("fill-sar-date", "fill-alone", "sar-to-optical")
QUICK = Effort(96, 1, _QUICK_TASKS, 1, 1, 2, False, 15, 3_000, 20, (1, 2), 128)


@dataclass(frozen=True)
class Lattice:
    """The windows of the model, in pixels: where a seam could be."""

    size: int
    overlap: int


class EvaluationRun:
    """Judges every method on every case, and keeps what was found.

    Args:
        data: for the shapes of clouds.
        scenes: to judge.
        baselines: the rivals.
        engine: SceneFill; None judges the rivals alone.
        lattice: of the engine's model.
        effort: how much.
        seed: of gaps, subsamples and the bootstrap.
        realisations: drawn per case to measure how they differ; 0 for none.
        left_out: of the engine: which cases are drawn without their place.
    """

    def __init__(
        self,
        data: DataFolder,
        scenes: Sequence[EvalScene],
        baselines: Baselines,
        engine: SceneFillMethod | None,
        lattice: Lattice | None,
        effort: Effort,
        seed: int,
        realisations: int = 0,
        left_out: LeaveOut | None = None,
    ) -> None:
        self._data, self._scenes, self._baselines = data, scenes, baselines
        self._engine, self._lattice, self._effort, self._seed = engine, lattice, effort, seed
        self._realisations, self._left_out = realisations, left_out
        self._spread = SpreadJudge(seed)
        self._seams: list[Seam] = []
        self.rows: list[Row] = []
        self.figures: list[CaseFigures] = []
        self.runs: list[OwnRun] = []
        self.titles: dict[str, str] = {}
        self.skipped: list[str] = []

    @property
    def honesty(self) -> Honesty:
        spread = self._spread
        return Honesty(tuple(spread.coverages), spread.curves(), tuple(spread.ranges), tuple(self._seams))

    def judge_all(self, feedback: Feedback) -> None:
        shapes = cloud_shapes(self._data)
        if not shapes:
            self.skipped.append("real cloud shapes: the manifest has no class masks, fractal shapes stand in")
        cases = [(scene, task) for scene in self._scenes for task in self._tasks(scene)]
        for index, (scene, task) in enumerate(cases):
            feedback.raise_if_cancelled()
            feedback.progress(index / len(cases), "evaluate")
            case = make_case(scene, task, shapes, self._seed)
            if case is None:
                self.skipped.append(f"{scene.id}, {task.id}: too few clear pixels to hide")
                continue
            self.titles[task.id] = task.title
            if self._left_out is not None and self._left_out.is_new(case):
                # All its values come from translators that never saw the place.
                case = replace(case, scene=replace(scene, trained_on=False))
            self._judge(case)

    def _tasks(self, scene: EvalScene) -> list[Task]:
        wanted = self._effort.tasks
        return [task for task in tasks_for(scene) if wanted is None or task.id in wanted]

    def _judge(self, case: Case) -> None:
        pool = Pool(case, self._seed)
        errors: dict[str, Errors] = {}
        if self._engine is not None:
            self._judge_engine(case, pool, self._engine, errors)
        unranked = () if case.task.other else DATED
        for method, drawing in self._baselines.draw(case):
            try:
                errors[method] = pool.errors(drawing, keeps=False)
            except SceneFillError as error:
                if error.code != "not-finite":
                    raise
                self.skipped.append(f"{case.scene.id}, {case.task.id}: {method} cannot predict every band")
            else:
                self.rows += _rows(case, method, drawing, method not in unranked)
        if errors:
            self.figures.append(case_figures(case, pool, errors, unranked))

    def _judge_engine(self, case: Case, pool: Pool, engine: SceneFillMethod, errors: dict[str, Errors]) -> None:
        """A hole in SceneFill's own drawing is a defect, and ends the evaluation."""
        fill = case.task.kind == "fill"
        modes = {ADAPTED: ("estimate", self._effort.adapt)} if fill and self._effort.adapt else {}
        modes |= {ESTIMATE: ("estimate", 0), DRAFT: ("draft", 0)}
        for method, (mode, adapt) in modes.items():
            drawn = engine.draw(case, mode, adapt)
            self.runs.append(OwnRun(case.scene.id, case.task.id, method, round(drawn.seconds, 1), drawn.adaptation))
            errors[method] = pool.errors(drawn.values, keeps=fill)
            self.rows += _rows(case, method, drawn.values, ranked=True)
            self._spread.add(case, method, drawn.values, drawn.spread)
            if self._lattice is not None:
                self._seams += seams(case, method, drawn.values, self._lattice.size, self._lattice.overlap)
        if self._realisations > 1:
            adapt = self._effort.adapt if fill else 0
            several = engine.draw(case, "realisation", adapt, self._realisations)
            self._spread.add_realisations(case, several.samples)


def _rows(case: Case, method: str, drawing: Mapping[str, np.ndarray], ranked: bool) -> list[Row]:
    assembled = []
    for modality in case.task.targets:
        for hidden in case.hidden:
            scores = score(drawing[modality], case.truth(modality), case.judged(modality, hidden), unit_of(modality))
            facts = (case.scene.id, case.task.id, case.task.kind, modality, hidden, method)
            assembled.append(Row(*facts, scores=scores, ranked=ranked))
    return assembled

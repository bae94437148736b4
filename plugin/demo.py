"""The demonstration: a scene that does not exist, opened as layers, with a form that is ready to run."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..core.errors import SceneFillError
from ..core.feedback import Feedback
from ..core.job import Adapt, Job
from ..core.modalities import Modality, registry
from ..core.worker.protocol import SimulatedScene, SimulateRequest
from .form import Area, Form
from .i18n import tr
from .jobs import form_of_job
from .layers.refs import refer
from .results.facts import open_raster, read_job
from .results.load import add_node
from .results.stretch import stretch_of_modality
from .results.styles import TRANSPARENT, apply_classes, apply_date, apply_stretch, open_layer
from .run_work import temporary_folder
from .runs import RunController
from .session import Session
from .tasks import EngineTask

SEED = 1
SIZE = 384
CLOUDS = 0.2
_TRUTH = "s2_truth"
#: What the job draws beside the filled optical image.
TARGETS = ("infrared",)


@dataclass(frozen=True)
class _View:
    """A layer of the scene.

    Attributes:
        file: its name in the scene.
        title: of the layer.
        modality: whose style it has; empty for the clouds' classes.
        bands: band id to 1-based index.
        shown: whether it is seen at first.
    """

    file: str
    title: str
    modality: str
    bands: Mapping[str, int]
    shown: bool


@dataclass(frozen=True)
class _Made:
    """What the background leaves: the scene, its job, and the bands of the cloud-free image."""

    scene: SimulatedScene
    job: Job
    truth_bands: Mapping[str, int]


class DemoScene(QObject):
    """Opens the demonstration; everything on the main thread except the simulation.

    Signals (exactly one after each :meth:`open`):
        opened(Form): its layers are in the project, and the form asks for their clouds to be filled.
        failed(SceneFillError)
        stopped(): the user cancelled the task.
    """

    opened = pyqtSignal(object)
    failed = pyqtSignal(object)
    stopped = pyqtSignal()

    def __init__(self, session: Session, runs: RunController, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._session, self._folders = session, runs.folders
        self._scene: Optional[SimulatedScene] = None
        self._task: Optional[EngineTask] = None

    @property
    def opening(self) -> bool:
        """Whether the scene is being made."""
        return self._task is not None

    def open(self) -> None:
        """Simulate the scene, or take that of before, and add its layers. Nothing while one is being made."""
        if self._task is not None:
            return
        task = EngineTask(tr("Simulating a scene"), self._work())
        task.succeeded.connect(self._add)
        task.failed.connect(self._fail)
        task.stopped.connect(self._stop)
        self._task = self._session.tasks.start(task)

    def _work(self) -> Callable[[Feedback], _Made]:
        session, folders, known = self._session, self._folders, self._scene

        def simulate(feedback: Feedback) -> _Made:
            scene = known
            if scene is None or not all(Path(path).is_file() for path in (*scene.files.values(), scene.job)):
                request = SimulateRequest(temporary_folder(folders, "demo-scene"), SEED, SIZE, clouds=CLOUDS)
                scene = session.runner().simulate(request, feedback)
            return _Made(scene, read_job(scene.job), _bands_of(scene.files[_TRUTH]))

        return simulate

    def _add(self, made: _Made) -> None:
        self._task = None
        self._scene = made.scene
        try:
            form = _add_layers(made)
        except SceneFillError as error:
            self._fail(error)
        else:
            self.opened.emit(form)

    def _fail(self, error: SceneFillError) -> None:
        self._task = None
        self.failed.emit(error)

    def _stop(self) -> None:
        self._task = None
        self.stopped.emit()


def _add_layers(made: _Made) -> Form:
    """
    Raises:
        SceneFillError: ``unreadable-raster``.
    """
    project = QgsProject.instance()
    group = project.layerTreeRoot().insertGroup(0, tr("Demo scene (simulated)"))
    layers = []
    for view in _views(made):
        layer = _open(made.scene.files[view.file], view)
        apply_date(layer, made.scene.date)
        project.addMapLayer(layer, False)
        add_node(group, layer, shown=view.shown)
        layers.append(layer)
    return _form(form_of_job(made.job, [refer(layer) for layer in layers]))


def _views(made: _Made) -> tuple[_View, ...]:
    optical, sar = made.job.inputs[:2]
    return (
        _View("optical", tr("Optical with clouds (simulated)"), optical.modality, optical.bands, True),
        _View("s1", tr("SAR backscatter (simulated)"), sar.modality, sar.bands, True),
        _View("clouds", tr("Clouds and shadows (simulated)"), "", {}, False),
        _View(_TRUTH, tr("Optical without clouds, to compare (simulated)"), optical.modality, made.truth_bands, False),
    )


def _bands_of(path: str) -> dict[str, int]:
    """Band ids that the simulation notes in its files."""
    ids = open_raster(path).GetMetadataItem("BAND_IDS") or ""
    return {band: index for index, band in enumerate(filter(None, ids.split(",")), 1)}


def _open(path: str, view: _View) -> QgsRasterLayer:
    """
    Raises:
        SceneFillError: ``unreadable-raster``.
    """
    layer = open_layer(path, view.title)
    if not layer.isValid():
        raise SceneFillError("unreadable-raster", f"'{path}' cannot be opened as a layer.", "Open the scene again.")
    if view.modality:
        stretch = stretch_of_modality(registry()[view.modality], view.bands, _as_it_is)
        if stretch is not None:
            apply_stretch(layer, stretch)
    else:
        sky = ((0, TRANSPARENT, tr("Clear")), (1, "#f2f2f2", tr("Cloud")), (2, "#5a3296", tr("Cloud shadow")))
        apply_classes(layer, (*sky, (3, "#aabed2", tr("Haze"))))
    return layer


def _as_it_is(modality: Modality, value: float, band: int) -> float:
    """The scene's files declare their scales, so QGIS shows the modality's own unit."""
    return value


def _form(form: Form) -> Form:
    """The job's form, made short: the clouds filled and infrared drawn, over the whole scene, as temporary layers.

    Nothing is learnt from the scene first, for the demo is to be quick.
    """
    filled = form.inputs[form.wish.fill or 0].ref
    return dataclasses.replace(
        form,
        area=Area(filled.extent, filled.crs),
        wish=dataclasses.replace(form.wish, targets=TARGETS),
        how=dataclasses.replace(form.how, sampling=dataclasses.replace(form.how.sampling, adapt=Adapt(0))),
        folder="",
        title=tr("Demo scene"),
    )

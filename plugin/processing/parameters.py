"""Parameters that several algorithms have: their names, texts, and what was given as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core import job_parts as limits
from ...core.job import Adapt, Sampling
from ...core.modalities import registry
from ..form import PRESETS, Area, How
from ..i18n import tr
from ..layers.crs import crs_text
from ..modality_names import modality_title

if TYPE_CHECKING:
    from .algorithm import Parameters, SceneFillAlgorithm

TARGETS, EXTENT, ROLES = "TARGETS", "EXTENT", "ROLES"
PRESET, STEPS, SAMPLES, SEED, MODE, ADAPT = "PRESET", "STEPS", "SAMPLES", "SEED", "MODE", "ADAPT"
MODEL, RESUME, OUTPUT_FOLDER = "MODEL", "RESUME", "OUTPUT_FOLDER"

PRESET_IDS = tuple(PRESETS)
#: Numbers of Processing are 32 bits wide.
MAX_SEED = 2**31 - 1


def whole_number(
    name: str, title: str, low: int, high: int, *, default: Optional[int] = None, optional: bool = False
) -> QgsProcessingParameterNumber:
    kind = QgsProcessingParameterNumber.Type.Integer
    return QgsProcessingParameterNumber(name, title, kind, default, optional, low, high)


def real_number(
    name: str,
    title: str,
    low: float = -1e300,
    high: float = 1e300,
    *,
    decimals: int,
    default: Optional[float] = None,
    optional: bool = False,
) -> QgsProcessingParameterNumber:
    kind = QgsProcessingParameterNumber.Type.Double
    made = QgsProcessingParameterNumber(name, title, kind, default, optional, low, high)
    made.setMetadata({"widget_wrapper": {"decimals": decimals}})
    return made


def add_layers(algorithm: SceneFillAlgorithm, name: str, title: str, *, optional: bool) -> None:
    """Several raster layers whose roles are guessed, and what overrules the guesses."""
    kind = QgsProcessing.SourceType.TypeRaster
    algorithm.add(
        QgsProcessingParameterMultipleLayers(name, title, kind, None, optional),
        tr(
            "Rasters of the same place: other dates, radar, elevation. Modality, bands, unit and date of each are "
            "guessed from its metadata, band names, file name and values; the log says what was guessed."
        ),
    )
    algorithm.add(
        QgsProcessingParameterString(ROLES, tr("Roles of the layers (JSON)"), None, True, True),
        tr(
            'Overrules the guesses: a JSON list of objects as under "inputs" of a job file. "path" is the path, file '
            'name or name of one of the layers; "bands", "unit", "scale", "offset", "date" and "gaps" that '
            "are given replace what was guessed. Two objects of one layer use it twice."
        ),
        advanced=True,
    )


def add_targets(algorithm: SceneFillAlgorithm, title: str, help_text: str, *, optional: bool, default: Any) -> None:
    titles = [modality_title(modality) for modality in registry().ids]
    algorithm.add(QgsProcessingParameterEnum(TARGETS, title, titles, True, default, optional), help_text)


def add_extent(algorithm: SceneFillAlgorithm, help_text: str, *, optional: bool) -> None:
    algorithm.add(QgsProcessingParameterExtent(EXTENT, tr("Extent"), None, optional), help_text)


def add_sampling(algorithm: SceneFillAlgorithm, *, scenes: bool = False) -> None:
    """Preset, seed, and what is advanced about drawing; ``scenes``: every sample is a scene of its own."""
    titles = [tr("Draft"), tr("Standard"), tr("Best")]
    algorithm.add(
        QgsProcessingParameterEnum(PRESET, tr("Quality"), titles, False, PRESET_IDS.index("standard")),
        tr(
            "Draft: the direct estimate, in seconds. Standard: samples of 4 steps. "
            "Best: samples of 8 steps, which takes twice as long."
        ),
    )
    algorithm.add(
        whole_number(SEED, tr("Seed"), 0, MAX_SEED, default=0),
        tr("The same seed gives the same result, byte for byte, on the same machine."),
    )
    if scenes:
        algorithm.add(
            whole_number(SAMPLES, tr("Scenes"), *limits.SAMPLES, default=1),
            tr("How many scenes are drawn, 1 to 64, each as files of its own."),
        )
    else:
        _add_samples(algorithm)
    algorithm.add(
        whole_number(STEPS, tr("Denoising steps"), *limits.STEPS, optional=True),
        tr("Steps of each sample, 1 to 100. Left empty, the quality decides."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterString(MODEL, tr("Model"), limits.DEFAULT_MODEL),
        tr("Id of a model that ships with SceneFill, or the folder of one."),
        advanced=True,
    )
    algorithm.add(
        QgsProcessingParameterBoolean(RESUME, tr("Continue an interrupted run"), False),
        tr("Goes on with the job in the folder of the run, if there is one; the other parameters are not looked at."),
        advanced=True,
    )


def _add_samples(algorithm: SceneFillAlgorithm) -> None:
    modes = [tr("Draft: no sampling"), tr("Estimate: mean of the samples"), tr("Realisations: a file for each sample")]
    algorithm.add(
        QgsProcessingParameterEnum(MODE, tr("Mode"), modes, False, None, True),
        tr("What is made of the samples. Left empty, the quality decides."),
        advanced=True,
    )
    algorithm.add(
        whole_number(SAMPLES, tr("Samples"), *limits.SAMPLES, optional=True),
        tr("How many samples are drawn, 1 to 64. Left empty, the quality decides."),
        advanced=True,
    )


def add_adapt(algorithm: SceneFillAlgorithm) -> None:
    """How much is learnt from the layer that is filled."""
    algorithm.add(
        whole_number(ADAPT, tr("Learning steps"), *limits.ADAPT_STEPS, optional=True),
        tr(
            "Steps of training on the observed pixels of the layer, before it is filled; what was learnt is kept only "
            "if blocks that were held out get better. 200 take about a minute, 0 is none. Left empty, the quality "
            "decides: 0 for Draft, 200 for Standard, 400 for Best."
        ),
        advanced=True,
    )


def targets_of(algorithm: SceneFillAlgorithm, parameters: Parameters, context: QgsProcessingContext) -> tuple[str, ...]:
    """The chosen modality ids, in the registry's order."""
    if not algorithm.given(parameters, TARGETS):
        return ()
    chosen = set(algorithm.parameterAsEnums(parameters, TARGETS, context))
    return tuple(modality for index, modality in enumerate(registry().ids) if index in chosen)


def how_of(
    algorithm: SceneFillAlgorithm, parameters: Parameters, context: QgsProcessingContext, *, scenes: bool = False
) -> How:
    """Sampling and model; ``scenes``: as for :func:`add_sampling`."""
    preset = PRESETS[PRESET_IDS[algorithm.parameterAsEnum(parameters, PRESET, context)]]
    mode = preset.mode
    if scenes and mode != "draft":
        mode = "realisation"
    elif not scenes and algorithm.given(parameters, MODE):
        mode = limits.MODES[algorithm.parameterAsEnum(parameters, MODE, context)]
    adapt = algorithm.whole(parameters, ADAPT, context)
    sampling = Sampling(
        mode=mode,
        steps=algorithm.whole(parameters, STEPS, context) or preset.steps,
        samples=algorithm.whole(parameters, SAMPLES, context) or (1 if scenes else preset.samples),
        seed=algorithm.whole(parameters, SEED, context) or 0,
        # None at all is an answer, too.
        adapt=preset.adapt if adapt is None else Adapt(adapt),
    )
    return How(sampling, algorithm.text(parameters, MODEL, context) or limits.DEFAULT_MODEL)


def area_of(
    algorithm: SceneFillAlgorithm, parameters: Parameters, context: QgsProcessingContext, crs: str = ""
) -> Optional[Area]:
    """The extent, None where none was given; one without a CRS is in the project's, else in ``crs``."""
    rectangle = algorithm.parameterAsExtent(parameters, EXTENT, context)
    if not algorithm.given(parameters, EXTENT) or rectangle.isEmpty():
        return None
    named = algorithm.parameterAsExtentCrs(parameters, EXTENT, context)
    bounds = (rectangle.xMinimum(), rectangle.yMinimum(), rectangle.xMaximum(), rectangle.yMaximum())
    return Area(bounds, crs_text(named) or crs)

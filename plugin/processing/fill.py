"""``scenefill:fill``: gaps of one layer drawn, its observed pixels kept."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingOutputRasterLayer,
    QgsProcessingParameterBand,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...core import job_parts as limits
from ...core.errors import SceneFillError
from ...core.job import GapSource
from ...core.units import UNITS
from ..form import Form, InputRow, LayerRef, Wish
from ..gap_values import parse_values, scheme_of
from ..i18n import tr
from ..modality_names import unit_title
from ..role_check import is_date
from .algorithm import Parameters
from .draw import CLOUD_MASK, DrawAlgorithm, raster_ref
from .feedback import ProcessingFeedback
from .parameters import (
    ROLES,
    add_adapt,
    add_extent,
    add_layers,
    add_sampling,
    add_targets,
    area_of,
    how_of,
    real_number,
    targets_of,
    whole_number,
)
from .polygons import write_polygons

INPUT, OTHER_LAYERS = "INPUT", "OTHER_LAYERS"
NODATA, CLOUDS, CLOUDS_THRESHOLD = "NODATA", "CLOUDS", "CLOUDS_THRESHOLD"
MASK, MASK_BAND, MASK_VALUES, MASK_BITS = "MASK", "MASK_BAND", "MASK_VALUES", "MASK_BITS"
POLYGONS, GROW = "POLYGONS", "GROW"
INPUT_BANDS, INPUT_UNIT, INPUT_DATE = "INPUT_BANDS", "INPUT_UNIT", "INPUT_DATE"
INPUT_SCALE, INPUT_OFFSET = "INPUT_SCALE", "INPUT_OFFSET"


class FillAlgorithm(DrawAlgorithm):
    """Fills the gaps of a raster, and draws other modalities beside it where asked."""

    ID = "fill"
    MAIN = "FILLED"
    SHOWS_PROVENANCE = True

    def __init__(self, session: Any) -> None:
        super().__init__(session)
        self._input: Optional[LayerRef] = None
        self._mask: Optional[LayerRef] = None
        self._others: tuple[LayerRef, ...] = ()

    def displayName(self) -> str:
        return tr("Fill gaps")

    def shortDescription(self) -> str:
        return tr("Draws the ground under clouds and in other gaps of a satellite image")

    def shortHelpString(self) -> str:
        return tr(
            "Draws what is missing in a satellite image: the ground under clouds, in strips without data, in polygons. "
            "Other layers of the same place (an earlier image, radar, elevation) are used where they are given.\n\n"
            "The result has the pixels, CRS, data type and scale of the layer. Observed pixels are kept bit for bit. "
            "What is drawn is synthetic, not a measurement: look at provenance and spread.\n\n"
            "At least one gap source is needed: nodata, clouds, a mask or polygons."
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.add(
            QgsProcessingParameterRasterLayer(INPUT, tr("Layer to fill")),
            tr("A raster file with a CRS. Its observed pixels are kept, bit for bit."),
        )
        self._add_gaps()
        add_layers(self, OTHER_LAYERS, tr("Other layers of the place"), optional=True)
        add_targets(
            self,
            tr("Also draw"),
            tr("Modalities that are drawn everywhere, beside the filled layer."),
            optional=True,
            default=None,
        )
        add_extent(self, tr("Part of the layer to fill, snapped to its pixels. Left empty, all of it."), optional=True)
        add_bands_and_unit(self)
        self.add(
            QgsProcessingParameterString(INPUT_DATE, tr("Date of the layer"), None, False, True),
            tr("yyyy-mm-dd, yyyy-mm or yyyy. Left empty, guessed."),
            advanced=True,
        )
        add_sampling(self)
        add_adapt(self)
        self.add_outputs(
            tr("Filled layer"), tr("A Cloud Optimized GeoTIFF with the bands, data type and scale of the layer.")
        )
        self.addOutput(QgsProcessingOutputRasterLayer(CLOUD_MASK, tr("Clouds and shadows that were found")))

    def _add_gaps(self) -> None:
        self.add(
            QgsProcessingParameterBoolean(NODATA, tr("Fill pixels without data"), True),
            tr("Gaps are pixels that the layer's nodata value, mask or alpha band marks, and NaN."),
        )
        self.add(
            QgsProcessingParameterBoolean(CLOUDS, tr("Fill clouds found in the image"), False),
            tr("Clouds and their shadows are looked for in the image; what was found is written out as a mask."),
        )
        add_threshold(self)
        self.add(
            QgsProcessingParameterRasterLayer(MASK, tr("Mask or class layer"), None, True),
            tr("A raster of classes or quality bits, such as SCL, QA_PIXEL or a cloud mask."),
        )
        self.add(
            QgsProcessingParameterBand(MASK_BAND, tr("Band of the mask"), None, MASK, True),
            tr("Left empty, the first band."),
        )
        self.add(
            QgsProcessingParameterString(MASK_VALUES, tr("Mask values that are gaps"), None, False, True),
            tr(
                "Whole numbers and ranges, such as 3, 8-10. Left empty: clouds and shadows of an SCL or QA_PIXEL layer."
            ),
        )
        self.add(
            QgsProcessingParameterString(MASK_BITS, tr("Mask bits that are gaps"), None, False, True),
            tr("Bit positions from 0, the lowest, such as 3, 4: a pixel is a gap where any of them is set."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                POLYGONS, tr("Polygons to fill"), [QgsProcessing.SourceType.TypeVectorPolygon], None, True
            ),
            tr("Everything inside these polygons is drawn."),
        )
        self.add(
            whole_number(GROW, tr("Widen gaps by (pixels)"), *limits.GROW, optional=True),
            tr(
                "Widens clouds, mask and polygons by so many pixels of the layer: haze and soft shadows at their "
                "edges. Left empty, clouds found in the image by {pixels}, mask and polygons not at all."
            ).format(pixels=limits.CLOUDS_GROW),
        )

    def check(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        super().check(parameters, context)
        read_bands(self.text(parameters, INPUT_BANDS, context))
        date = self.text(parameters, INPUT_DATE, context)
        if date and not is_date(date):
            raise SceneFillError(
                "bad-value", tr("'{date}' is no date.").format(date=date), tr("Give yyyy-mm-dd, yyyy-mm or yyyy.")
            )
        values, bits = (self.text(parameters, name, context) for name in (MASK_VALUES, MASK_BITS))
        if values and bits:
            raise SceneFillError("bad-value", tr("Mask values and mask bits are both given."), tr("Give one of them."))
        parse_values(values)
        parse_values(bits, bits=True)
        switched = any(self.parameterAsBool(parameters, name, context) for name in (NODATA, CLOUDS))
        named = any(self.given(parameters, name) for name in (MASK, POLYGONS))
        # Roles may bring gaps, too; whose they are is known once the layers are.
        if not switched and not named and not self.given(parameters, ROLES):
            raise SceneFillError(
                "no-gaps",
                tr("Nothing says what is to be filled."),
                tr("Choose pixels without data, clouds, a mask or polygons."),
            )

    def prepare_data(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        self._input = raster_ref(self.parameterAsRasterLayer(parameters, INPUT, context), tr("Layer to fill"))
        if self.given(parameters, MASK):
            self._mask = raster_ref(self.parameterAsRasterLayer(parameters, MASK, context), tr("Mask or class layer"))
        others = self.parameterAsLayerList(parameters, OTHER_LAYERS, context)
        self._others = tuple(raster_ref(layer, tr("Other layers of the place")) for layer in others)

    def before(self) -> str:
        return "" if self._input is None else self._input.layer_id

    def form(
        self, parameters: Parameters, context: QgsProcessingContext, feedback: ProcessingFeedback, folder: Path
    ) -> Form:
        rows = list(self.rows((self._input, *self._others), self.text(parameters, ROLES, context), feedback))
        gaps = (*rows[0].gaps, *self._gaps(parameters, context, folder))
        date = self.text(parameters, INPUT_DATE, context) or rows[0].date
        rows[0] = with_bands_and_unit(self, dataclasses.replace(rows[0], date=date, gaps=()), parameters, context)
        return Form(
            area=area_of(self, parameters, context, self._input.crs),
            inputs=tuple(rows),
            wish=Wish("fill", targets_of(self, parameters, context), 0, gaps),
            how=how_of(self, parameters, context),
            folder=str(folder),
            title=tr("Gaps filled in {layer}").format(layer=self._input.name),
        )

    def _gaps(self, parameters: Parameters, context: QgsProcessingContext, folder: Path) -> tuple[GapSource, ...]:
        grow = self.whole(parameters, GROW, context)
        clouds_grow = limits.CLOUDS_GROW if grow is None else grow
        gaps = []
        if self.parameterAsBool(parameters, NODATA, context):
            gaps.append(GapSource("nodata"))
        if self.parameterAsBool(parameters, CLOUDS, context):
            threshold = self.number(parameters, CLOUDS_THRESHOLD, context)
            gaps.append(GapSource("clouds", threshold=threshold, grow=clouds_grow))
        if self._mask is not None:
            gaps.append(self._mask_gap(self._mask, grow or 0, parameters, context))
        source = self.parameterAsSource(parameters, POLYGONS, context)
        if source is not None:
            path = folder / "gaps.gpkg"
            write_polygons(source, path, context)
            gaps.append(GapSource("polygons", path=str(path), grow=grow or 0))
        return tuple(gaps)

    def _mask_gap(self, mask: LayerRef, grow: int, parameters: Parameters, context: QgsProcessingContext) -> GapSource:
        if not mask.path:
            raise SceneFillError(
                "unreadable-raster",
                tr("The mask '{name}' is not a file that the engine can open.").format(name=mask.name),
                tr("Save it as a GeoTIFF and choose that."),
            )
        band = self.whole(parameters, MASK_BAND, context)
        values = parse_values(self.text(parameters, MASK_VALUES, context))
        bits = parse_values(self.text(parameters, MASK_BITS, context), bits=True)
        if not values and not bits:
            scheme = scheme_of(mask.name, Path(mask.path).stem)
            if scheme is None:
                raise SceneFillError(
                    "no-gaps",
                    tr("Nothing says which values of the mask '{name}' are gaps.").format(name=mask.name),
                    tr("Give mask values, such as 1, 2."),
                )
            values, bits = ((), scheme.gaps) if scheme.bits else (scheme.gaps, ())
        return GapSource("raster", path=mask.path, band=band, values=values, bits=bits, grow=grow)


def add_threshold(algorithm: DrawAlgorithm) -> None:
    """What the cloud detector takes for a cloud."""
    algorithm.add(
        real_number(CLOUDS_THRESHOLD, tr("Cloud probability from"), 0.0, 1.0, optional=True, decimals=2),
        tr("From which probability, 0 to 1, a pixel is a cloud. Left empty, the detector's own threshold."),
        advanced=True,
    )


def add_bands_and_unit(algorithm: DrawAlgorithm) -> None:
    """What overrules the guesses about the one layer that an algorithm is about."""
    algorithm.add(
        QgsProcessingParameterString(INPUT_BANDS, tr("Bands of the layer"), None, False, True),
        tr("Such as red=4, green=3, blue=2, nir=8. Left empty, guessed. Bands of other names are carried along."),
        advanced=True,
    )
    titles = [unit_title(unit) for unit in UNITS]
    algorithm.add(
        QgsProcessingParameterEnum(INPUT_UNIT, tr("Unit of the layer"), titles, False, None, True),
        tr("What the numbers are once scale and offset are applied. Left empty, guessed."),
        advanced=True,
    )
    algorithm.add(
        real_number(INPUT_SCALE, tr("Scale of the layer"), optional=True, decimals=10),
        tr("Value in the unit = number × scale + offset. Left empty, guessed."),
        advanced=True,
    )
    algorithm.add(
        real_number(INPUT_OFFSET, tr("Offset of the layer"), optional=True, decimals=6),
        tr("Value in the unit = number × scale + offset. Left empty, guessed."),
        advanced=True,
    )


def with_bands_and_unit(
    algorithm: DrawAlgorithm, row: InputRow, parameters: Parameters, context: QgsProcessingContext
) -> InputRow:
    """The row with what the parameters of :func:`add_bands_and_unit` say."""
    changes: dict[str, Any] = {}
    bands = read_bands(algorithm.text(parameters, INPUT_BANDS, context))
    if bands:
        changes["bands"] = bands
    if any(algorithm.given(parameters, name) for name in (INPUT_UNIT, INPUT_SCALE, INPUT_OFFSET)):
        given = algorithm.given(parameters, INPUT_UNIT)
        changes["unit"] = UNITS[algorithm.parameterAsEnum(parameters, INPUT_UNIT, context)] if given else row.unit
        changes["scale"] = algorithm.number(parameters, INPUT_SCALE, context)
        changes["offset"] = algorithm.number(parameters, INPUT_OFFSET, context)
        changes["unit_text"] = ""
    return dataclasses.replace(row, **changes)


def read_bands(text: str) -> dict[str, int]:
    """``red=4, green=3`` as band ids and 1-based indices.

    Raises:
        SceneFillError: ``bad-value``.
    """
    bands: dict[str, int] = {}
    for part in filter(None, (piece.strip() for piece in text.replace(";", ",").split(","))):
        name, _, index = (word.strip() for word in part.partition("="))
        if not name or not index.isdecimal() or int(index) < 1 or name in bands or int(index) in bands.values():
            raise SceneFillError(
                "bad-value",
                tr("'{text}' does not name a band of its own.").format(text=part),
                tr("Give band names and numbers, such as red=4, green=3, blue=2."),
            )
        bands[name] = int(index)
    return bands

"""How the layers of a result look. Everything here is called on the main thread and reads no pixel."""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    Qgis,
    QgsBasicNumericFormat,
    QgsColorRampLegendNodeSettings,
    QgsColorRampShader,
    QgsContrastEnhancement,
    QgsDateTimeRange,
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsMapLayer,
    QgsMultiBandColorRenderer,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsRasterShader,
    QgsRasterTransparency,
    QgsReadWriteContext,
    QgsSingleBandGrayRenderer,
    QgsSingleBandPseudoColorRenderer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QTimeZone
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ..i18n import tr
from .stretch import Stretch

#: Provenance values of the engine, and the colours that its files have too.
OBSERVED, NEIGHBOURS, OTHERS, CARRIED = 0, 1, 2, 3
_PROVENANCE_COLOURS = {OBSERVED: "#e1e1e1", NEIGHBOURS: "#f4a542", OTHERS: "#7e46a0", CARRIED: "#2e8b8b"}
#: #AARRGGBB
TRANSPARENT = "#00000000"
_GAP_COLOUR = "#d64848"
#: Dark to bright, even for those who see no red or green: Cividis.
_SPREAD_COLOURS = ("#00224e", "#414d6b", "#7c7b78", "#bcad6c", "#fee838")


#: Any style will do that asks for no statistics.
_PLAIN_STYLE = """<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22"><pipe><rasterrenderer type="singlebandgray" grayBand="1" opacity="1" alphaBand="-1"/></pipe></qgis>
"""


def open_layer(path: str, name: str) -> QgsRasterLayer:
    """A layer on a GeoTIFF, without a look at its pixels.

    QGIS computes statistics for every layer that has no style beside it, on the main thread: for as long as the layer
    is being opened, one is there.
    """
    options = QgsRasterLayer.LayerOptions()
    options.skipCrsValidation = True
    style = Path(path).with_suffix(".qml")
    made = not style.exists() and _write(style)
    try:
        return QgsRasterLayer(path, name, "gdal", options)
    finally:
        if made:
            style.unlink(missing_ok=True)


def _write(style: Path) -> bool:
    try:
        style.write_text(_PLAIN_STYLE, encoding="utf-8")
    except OSError:
        # A folder that may only be read: slower, and no reason not to show what is in it.
        return False
    return True


def apply_stretch(layer: QgsRasterLayer, stretch: Stretch) -> None:
    """Show one or three bands of a layer."""
    provider = layer.dataProvider()
    if any(band > provider.bandCount() for band in stretch.bands):
        return
    enhancements = [
        _enhancement(provider.dataType(band), low, high)
        for band, low, high in zip(stretch.bands, stretch.lows, stretch.highs)
    ]
    if len(stretch.bands) == 3:
        renderer: Any = QgsMultiBandColorRenderer(provider, *stretch.bands)
        renderer.setRedContrastEnhancement(enhancements[0])
        renderer.setGreenContrastEnhancement(enhancements[1])
        renderer.setBlueContrastEnhancement(enhancements[2])
    else:
        renderer = QgsSingleBandGrayRenderer(provider, stretch.bands[0])
        renderer.setContrastEnhancement(enhancements[0])
    renderer.setMinMaxOrigin(QgsRasterMinMaxOrigin())
    layer.setRenderer(renderer)


def _enhancement(data_type: Any, low: float, high: float) -> QgsContrastEnhancement:
    enhancement = QgsContrastEnhancement(data_type)
    stretched = QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    enhancement.setContrastEnhancementAlgorithm(stretched)
    enhancement.setMinimumValue(low)
    enhancement.setMaximumValue(high)
    return enhancement


def stretch_of_layer(layer: QgsRasterLayer) -> Optional[Stretch]:
    """The stretch that a layer is shown with; None where it is shown in another way."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsMultiBandColorRenderer):
        bands = (renderer.redBand(), renderer.greenBand(), renderer.blueBand())
        enhancements = [
            renderer.redContrastEnhancement(),
            renderer.greenContrastEnhancement(),
            renderer.blueContrastEnhancement(),
        ]
    elif isinstance(renderer, QgsSingleBandGrayRenderer):
        bands, enhancements = tuple(renderer.usesBands()), [renderer.contrastEnhancement()]
    else:
        return None
    if len(bands) != len(enhancements) or None in enhancements or min(bands) < 1:
        return None
    lows = tuple(enhancement.minimumValue() for enhancement in enhancements)
    highs = tuple(enhancement.maximumValue() for enhancement in enhancements)
    return Stretch(tuple(bands), lows, highs)


def share_style(layer: QgsRasterLayer, before: QgsRasterLayer) -> bool:
    """Show a filled layer exactly as the layer that it was made from, so that the two compare.

    Returns:
        False, with nothing changed, where the two are not alike: a fetched picture of a web service for example.
    """
    if before.providerType() != "gdal" or before.bandCount() != layer.bandCount() or before.renderer() is None:
        return False
    symbology = QgsMapLayer.StyleCategory.Symbology
    document = QDomDocument("qgis")
    before.exportNamedStyle(document, QgsReadWriteContext(), symbology)
    done, _ = layer.importNamedStyle(document, symbology)
    if not done or layer.renderer() is None:
        return False
    renderer = layer.renderer()
    # A stretch that follows the canvas would drift away from that of the layer before.
    renderer.setMinMaxOrigin(QgsRasterMinMaxOrigin())
    renderer.setOpacity(1.0)
    return True


def apply_provenance(layer: QgsRasterLayer, band: int = 1, *, carried: bool = False) -> None:
    """The legend of provenance in words.

    Args:
        band: 1 for the bands that the generator draws, 2 for those carried along.
        carried: whether the band knows what is carried along.
    """
    words = {
        OBSERVED: tr("Observed"),
        NEIGHBOURS: tr("Drawn, with its own neighbours in sight"),
        OTHERS: tr("Drawn from other modalities only"),
        CARRIED: tr("Carried along by regression"),
    }
    shown = [value for value in words if carried or value != CARRIED]
    apply_classes(layer, [(value, _PROVENANCE_COLOURS[value], words[value]) for value in shown], band)


def apply_mask(layer: QgsRasterLayer) -> None:
    """Where clouds and other gaps are; what is clear is transparent."""
    apply_classes(layer, [(0, TRANSPARENT, tr("Clear")), (1, _GAP_COLOUR, tr("Gap"))])


def apply_classes(layer: QgsRasterLayer, classes: Sequence[tuple[int, str, str]], band: int = 1) -> None:
    """A legend of (value, colour, words)."""
    made = [QgsPalettedRasterRenderer.Class(value, QColor(colour), words) for value, colour, words in classes]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), band, made))


def apply_spread(layer: QgsRasterLayer, band: int, high: float, unit: str) -> None:
    """Standard deviations from 0 to ``high`` in colours; what was observed (0) is transparent."""
    colours = [QColor(colour) for colour in _SPREAD_COLOURS]
    shares = [i / (len(colours) - 1) for i in range(len(colours))]
    stops = [QgsGradientStop(share, colour) for share, colour in zip(shares[1:-1], colours[1:-1])]
    function = QgsColorRampShader(0.0, high, QgsGradientColorRamp(colours[0], colours[-1], False, stops))
    items = [QgsColorRampShader.ColorRampItem(s * high, c, f"{s * high:.3g}") for s, c in zip(shares, colours)]
    function.setColorRampItemList(items)
    settings = QgsColorRampLegendNodeSettings()
    settings.setSuffix(f" {unit}" if unit else "")
    settings.setNumericFormat(_three_digits(high))
    function.setLegendSettings(settings)
    shader = QgsRasterShader(0.0, high)
    shader.setRasterShaderFunction(function)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), band, shader)
    renderer.setClassificationMin(0.0)
    renderer.setClassificationMax(high)
    renderer.setRasterTransparency(_transparent(0.0))
    renderer.setMinMaxOrigin(QgsRasterMinMaxOrigin())
    layer.setRenderer(renderer)


def _three_digits(high: float) -> QgsBasicNumericFormat:
    """Numbers from 0 to ``high`` with three significant digits, which is more than a spread has."""
    form = QgsBasicNumericFormat()
    form.setNumberDecimalPlaces(max(0, 2 - math.floor(math.log10(high))) if high > 0 else 0)
    return form


def _transparent(value: float) -> QgsRasterTransparency:
    pixel = QgsRasterTransparency.TransparentSingleValuePixel()
    pixel.min = pixel.max = value
    if hasattr(pixel, "opacity"):  # from QGIS 3.38
        pixel.opacity = 0.0
    else:
        pixel.percentTransparent = 100.0
    transparency = QgsRasterTransparency()
    transparency.setTransparentSingleValuePixelList([pixel])
    return transparency


def apply_date(layer: QgsRasterLayer, date: Optional[str]) -> None:
    """Tell QGIS' temporal controller when the layer is of: a day, a month or a year. Nothing for None."""
    if date:
        properties = layer.temporalProperties()
        properties.setMode(Qgis.RasterTemporalMode.FixedTemporalRange)
        properties.setFixedTemporalRange(range_of_date(date))
        properties.setIsActive(True)


def range_of_date(date: str) -> QgsDateTimeRange:
    """The whole of ``yyyy``, ``yyyy-mm`` or ``yyyy-mm-dd``, in UTC."""
    first, last = days_of_date(date)
    utc = QTimeZone.utc()
    begin = QDateTime(QDate(first.year, first.month, first.day), QTime(0, 0), utc)
    return QgsDateTimeRange(begin, QDateTime(QDate(last.year, last.month, last.day), QTime(23, 59, 59, 999), utc))


def days_of_date(date: str) -> tuple[datetime.date, datetime.date]:
    """First and last day of ``yyyy``, ``yyyy-mm`` or ``yyyy-mm-dd``."""
    year, month, day = (*[int(part) for part in date.split("-")], 0, 0)[:3]
    first = datetime.date(year, month or 1, day or 1)
    if day:
        return first, first
    final = month or 12
    return first, datetime.date(year + final // 12, final % 12 + 1, 1) - datetime.timedelta(days=1)

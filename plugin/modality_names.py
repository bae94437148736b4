"""Modalities in the user's language: titles, and what their bands and units are."""

from __future__ import annotations

from ..core.modalities import Band, registry
from .i18n import tr


def modality_title(modality: str) -> str:
    """The translated title of a modality id."""
    titles = {
        "optical": tr("Optical"),
        "infrared": tr("Infrared"),
        "sar": tr("SAR backscatter"),
        "multispectral": tr("Multispectral (red edge)"),
        "panchromatic": tr("Panchromatic"),
        "thermal": tr("Thermal infrared"),
        "elevation": tr("Elevation"),
    }
    return titles.get(modality) or registry()[modality].title


def modality_help(modality: str) -> str:
    """Bands and unit of a modality id, a line each."""
    found = registry()[modality]
    bands = ", ".join(band_title(band) for band in found.bands)
    lines = [tr("Bands: {bands}").format(bands=bands), tr("Unit: {unit}").format(unit=unit_title(found.unit))]
    return "\n".join(lines)


def unit_title(unit: str) -> str:
    """A unit id as it is written."""
    units = {"reflectance": tr("reflectance (0–1)"), "degC": "°C", "DN": tr("brightness (0–255)")}
    return units.get(unit, unit)


def band_title(band: Band) -> str:
    """A band with what its sensor sees: ``nir (0.842 µm)``, ``VV (C band)``."""
    if band.center_um is not None:
        return f"{band.id} ({band.center_um:g} µm)"
    if band.polarisation is not None:
        return tr("{polarisation} ({band} band)").format(polarisation=band.polarisation, band=band.radar_band)
    return band.id

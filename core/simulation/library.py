"""Spectra, backscatter and heating of materials, and the classes of the land-cover map.

The reflectances are typical values of the USGS (splib07) and ECOSTRESS spectral libraries and of Sentinel-2 surface
reflectance, read at the centres of the Sentinel-2 bands and rounded. Every scene perturbs them (:mod:`.spectra`).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

# Bands of a Sentinel-2 stack in file order; the second name is the band id of the registry (or the STAC common name).
S2_BANDS: tuple[tuple[str, str, float], ...] = (
    ("B01", "coastal", 0.443),
    ("B02", "blue", 0.490),
    ("B03", "green", 0.560),
    ("B04", "red", 0.665),
    ("B05", "rededge071", 0.705),
    ("B06", "rededge075", 0.740),
    ("B07", "rededge078", 0.783),
    ("B08", "nir", 0.842),
    ("B8A", "nir08", 0.865),
    ("B09", "nir09", 0.945),
    ("B10", "cirrus", 1.375),
    ("B11", "swir16", 1.610),
    ("B12", "swir22", 2.190),
)
BAND_INDEX = {band_id: i for i, (_, band_id, _) in enumerate(S2_BANDS)}
WAVELENGTHS = np.array([w for _, _, w in S2_BANDS], np.float32)


@dataclass(frozen=True)
class CoverClass:
    code: int
    name: str
    colour: tuple[int, int, int]


CLASSES: tuple[CoverClass, ...] = (
    CoverClass(1, "water", (43, 101, 181)),
    CoverClass(2, "wetland", (96, 150, 150)),
    CoverClass(3, "broadleaf forest", (38, 115, 38)),
    CoverClass(4, "needleleaf forest", (16, 77, 48)),
    CoverClass(5, "tropical forest", (0, 97, 0)),
    CoverClass(6, "shrubland", (160, 150, 70)),
    CoverClass(7, "grassland", (170, 210, 110)),
    CoverClass(8, "winter cereal", (240, 215, 120)),
    CoverClass(9, "summer crop", (235, 170, 60)),
    CoverClass(10, "oilseed", (250, 240, 60)),
    CoverClass(11, "fodder and meadow", (140, 200, 90)),
    CoverClass(12, "fallow field", (190, 150, 110)),
    CoverClass(13, "orchard and vineyard", (150, 120, 160)),
    CoverClass(14, "rice", (120, 200, 190)),
    CoverClass(15, "bare soil and rock", (165, 140, 125)),
    CoverClass(16, "sand", (245, 225, 180)),
    CoverClass(17, "snow and ice", (250, 250, 255)),
    CoverClass(18, "settlement", (200, 40, 40)),
    CoverClass(19, "industry and commerce", (140, 30, 90)),
    CoverClass(20, "road", (70, 70, 70)),
    CoverClass(21, "salt flat", (225, 225, 235)),
)
CODE = {c.name: c.code for c in CLASSES}
FORESTS = tuple(c.code for c in CLASSES if c.name.endswith("forest"))

# Per mille of reflectance at B01 .. B12 (13 bands).
LEAVES: dict[str, tuple[int, ...]] = {
    "crop": (24, 28, 62, 32, 105, 350, 455, 475, 495, 490, 3, 200, 100),
    "grass": (28, 34, 68, 48, 115, 290, 350, 370, 390, 390, 3, 225, 120),
    "broadleaf": (17, 21, 44, 24, 74, 255, 320, 335, 350, 345, 2, 150, 68),
    "needle": (14, 16, 31, 20, 47, 140, 172, 185, 192, 190, 2, 86, 39),
    "tropical": (17, 21, 46, 23, 74, 252, 318, 332, 348, 340, 2, 148, 62),
    "shrub": (26, 33, 58, 52, 92, 180, 215, 235, 250, 255, 3, 205, 125),
    "rape": (30, 42, 150, 125, 200, 370, 420, 435, 450, 445, 3, 210, 110),
    "reed": (24, 30, 52, 42, 85, 190, 230, 245, 255, 250, 3, 120, 60),
    "rice": (26, 32, 64, 38, 98, 280, 345, 365, 380, 370, 3, 130, 58),
}
GROUNDS: dict[str, tuple[int, ...]] = {
    "soil": (60, 76, 112, 150, 174, 190, 205, 220, 235, 244, 5, 310, 265),
    "soil2": (42, 50, 70, 92, 108, 119, 130, 142, 154, 162, 4, 225, 190),
    "laterite": (38, 48, 82, 168, 205, 222, 240, 258, 275, 285, 5, 360, 305),
    "sand": (125, 165, 255, 350, 392, 412, 425, 440, 452, 455, 8, 530, 475),
    "beach": (175, 205, 262, 310, 332, 345, 355, 365, 375, 372, 7, 415, 355),
    "limestone": (140, 168, 208, 236, 250, 258, 266, 275, 280, 280, 6, 325, 278),
    "basalt": (66, 73, 84, 95, 101, 106, 110, 115, 119, 120, 4, 142, 130),
    "granite": (95, 115, 145, 172, 186, 195, 203, 212, 220, 222, 5, 275, 240),
    "litter": (38, 46, 68, 90, 112, 138, 158, 178, 194, 205, 4, 245, 170),
    "asphalt": (72, 80, 92, 102, 107, 112, 117, 122, 126, 128, 4, 150, 138),
    "concrete": (165, 195, 230, 256, 266, 273, 280, 287, 292, 290, 6, 320, 285),
    "tile": (58, 68, 100, 185, 222, 242, 256, 274, 286, 290, 6, 355, 325),
    "metal": (370, 410, 440, 452, 458, 462, 465, 466, 465, 455, 10, 420, 365),
    "darkroof": (58, 64, 74, 82, 88, 92, 96, 100, 104, 106, 4, 128, 118),
    "plastic": (270, 310, 355, 380, 400, 425, 438, 445, 448, 440, 9, 380, 300),
    "salt": (370, 410, 460, 492, 502, 506, 508, 508, 504, 490, 9, 380, 250),
    "straw": (72, 98, 150, 200, 232, 256, 280, 302, 325, 335, 6, 350, 245),
    "twigs": (42, 50, 70, 88, 108, 135, 155, 172, 186, 196, 4, 215, 140),
    "snow": (900, 915, 910, 895, 880, 868, 855, 825, 790, 700, 6, 90, 65),
    "water": (34, 30, 23, 11, 8, 6, 5, 4, 3, 3, 1, 2, 1),
    "silt": (62, 84, 122, 116, 92, 54, 48, 38, 33, 20, 1, 8, 5),
    "algae": (32, 36, 62, 36, 44, 28, 25, 20, 18, 12, 1, 4, 2),
}
LEAF_INDEX = {name: i for i, name in enumerate(LEAVES)}
GROUND_INDEX = {name: i for i, name in enumerate(GROUNDS)}
LEAF_SPECTRA = np.array(list(LEAVES.values()), np.float32) / 1000.0
GROUND_SPECTRA = np.array(list(GROUNDS.values()), np.float32) / 1000.0

# How a more vigorous canopy differs, per band: darker in the visible and SWIR, brighter on the red-edge plateau.
VIGOUR = np.array([-0.15, -0.17, -0.12, -0.25, -0.12, 0.08, 0.14, 0.15, 0.15, 0.15, 0, -0.12, -0.2], np.float32)
# How much of its reflectance a soil loses when it is soaked (Lobell & Asner 2002), strongest where water absorbs.
SOAKED = np.array([0.42, 0.43, 0.44, 0.45, 0.45, 0.45, 0.45, 0.45, 0.46, 0.48, 0.7, 0.55, 0.62], np.float32)

# Canopy backscatter at full cover and C band, dB: VV, VH.
LEAF_DB: dict[str, tuple[float, float]] = {
    "crop": (-11.0, -16.3),
    "grass": (-13.2, -19.3),
    "broadleaf": (-8.6, -13.6),
    "needle": (-9.6, -14.8),
    "tropical": (-7.6, -12.9),
    "shrub": (-11.8, -17.8),
    "rape": (-9.5, -14.0),
    "reed": (-11.5, -18.5),
    "rice": (-11.5, -17.0),
}
# Ground backscatter when dry and of usual roughness, dB: VV, VH.
GROUND_DB: dict[str, tuple[float, float]] = {
    "soil": (-13.5, -21.5),
    "soil2": (-12.8, -20.8),
    "laterite": (-13.0, -21.0),
    "sand": (-19.0, -27.0),
    "beach": (-16.0, -24.0),
    "limestone": (-10.5, -18.5),
    "basalt": (-9.5, -17.5),
    "granite": (-10.0, -18.0),
    "litter": (-12.0, -18.5),
    "asphalt": (-17.0, -24.0),
    "concrete": (-9.0, -16.5),
    "tile": (-6.0, -13.0),
    "metal": (-3.0, -12.0),
    "darkroof": (-6.0, -13.0),
    "plastic": (-9.0, -16.0),
    "salt": (-16.0, -25.0),
    "straw": (-14.0, -21.5),
    "twigs": (-10.5, -15.8),
    "snow": (-13.0, -20.5),
    "water": (-20.0, -27.0),
    "silt": (-19.5, -27.0),
    "algae": (-19.5, -27.0),
}
# Kelvin above the air at mid-morning under full sun.
LEAF_HEAT = {
    "crop": 2.0, "grass": 5.0, "broadleaf": 1.0, "needle": 0.5, "tropical": 0.5, "shrub": 7.0, "rape": 2.5,
    "reed": 1.0, "rice": 0.5,
}  # fmt: skip
GROUND_HEAT = {
    "soil": 14.0, "soil2": 15.0, "laterite": 15.0, "sand": 15.0, "beach": 12.0, "limestone": 11.0, "basalt": 17.0,
    "granite": 13.0, "litter": 6.0, "asphalt": 14.0, "concrete": 11.0, "tile": 13.0, "metal": 6.0, "darkroof": 17.0,
    "plastic": 9.0, "salt": 7.0, "straw": 11.0, "twigs": 5.0, "snow": -4.0, "water": -3.0, "silt": -2.0, "algae": -2.0,
}  # fmt: skip

"""SceneFill: infer one latent scene from what was observed, then draw the modalities that are missing.

This file is imported both by QGIS (as a plugin folder) and by the engine environment, so it imports neither
``qgis`` nor ``torch``.
"""

__version__ = "0.1.0"


def classFactory(iface: object) -> object:  # noqa: N802 -- QGIS looks for this name
    """The plugin, for QGIS."""
    from .plugin.main import SceneFillPlugin

    return SceneFillPlugin(iface)

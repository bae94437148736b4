"""PyQGIS adapters: tasks, Processing algorithms, results, settings and engine environments.

May import the light modules of ``core`` and ``qgis``; never torch, diffusers or rasterio, which do not enter the QGIS
process. ``main`` alone knows ``ui``: it puts the parts together.
"""

"""Widgets and forms; no rules of the domain.

May import ``plugin``, the light modules of ``core`` and ``qgis``; never torch, diffusers, rasterio or requests.
"""

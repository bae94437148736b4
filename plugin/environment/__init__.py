"""The engine environment: a Python beside QGIS' own that has PyTorch, diffusers and rasterio."""

"""What SceneFill knows: jobs, grids, modalities, the engine and the model. Imports neither QGIS nor Qt."""

"""SceneFill's Processing algorithms: the dock's jobs for the toolbox, models, batches and ``qgis_process``."""

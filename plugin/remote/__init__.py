"""A SceneFill server as QGIS sees it: which ones there are, the way to them, and what is sent there."""

"""The engine behind OGC API - Processes.

May import ``core``; never ``qgis``, ``plugin`` or ``ui``.
"""

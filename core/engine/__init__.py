"""The engine: turns a job into rasters, window by window, in bounded memory, resumable."""

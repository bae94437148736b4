"""The ``scenefill`` command line."""

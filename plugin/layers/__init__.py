"""Layers of the project as inputs: what they are, how they fit the area, on which pixels the result lies."""

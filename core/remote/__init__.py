"""The way to a SceneFill server: standard library and numpy, except where a module says otherwise."""

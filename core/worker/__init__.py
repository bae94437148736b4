"""The engine as a child process that speaks JSON lines on its standard streams.

``protocol`` is what both sides agree on and is light; ``bootstrap`` is the script that the engine's Python is started
with; ``serve`` answers requests there.
"""

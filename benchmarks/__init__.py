"""Speed and memory of the engine, each against its bar. Run with ``python -m scenefill.benchmarks``."""

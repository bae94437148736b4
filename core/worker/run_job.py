"""A job in a terminal, with nothing but the engine's Python and this folder: ``python -I run_job.py JOB [--resume]``.

This is what "Copy as command" gives where ``scenefill run`` is not installed: a managed environment holds the engine's
libraries alone.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import logging
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

_FAILED = 1
_CANCELLED = 4


def main(arguments: list[str] | None = None) -> int:
    """Run a job; returns the exit status."""
    parser = argparse.ArgumentParser(description="Run a SceneFill job.")
    parser.add_argument("job", help="path of the job's JSON file")
    parser.add_argument("--resume", action="store_true", help="continue an unfinished run of it")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stderr)
    bootstrap = _bootstrap()
    bootstrap.register()
    unusable = bootstrap.unusable()
    if unusable is not None:
        logging.error("%s %s", unusable["message"], unusable["hint"])
        return _FAILED
    return _run(options.job, options.resume)


def _run(path: str, resume: bool) -> int:
    errors = importlib.import_module("scenefill.core.errors")
    feedback = importlib.import_module("scenefill.core.feedback")
    job = importlib.import_module("scenefill.core.job")
    engine = importlib.import_module("scenefill.core.engine.run")

    class Told(feedback.Feedback):  # type: ignore[name-defined]
        """Says each stage once."""

        stage = ""

        def progress(self, fraction: float, stage: str) -> None:
            if stage != self.stage:
                self.stage = stage
                logging.info("%3.0f %% %s", 100.0 * fraction, stage)

    try:
        result: Any = engine.run_job(job.load_job(path), Told(), resume=resume)
    except errors.SceneFillError as error:
        logging.error("%s", error)
        return _CANCELLED if error.code == "cancelled" else _FAILED
    except KeyboardInterrupt:
        logging.error("Stopped; continue with --resume.")
        return _CANCELLED
    for output in result.outputs:
        sys.stdout.write(f"{output.path}\n")
    return 0


def _bootstrap() -> ModuleType:
    """The script beside this one: it makes the package importable, whatever its folder is called."""
    path = Path(__file__).resolve().with_name("bootstrap.py")
    spec = importlib.util.spec_from_file_location("scenefill_bootstrap", str(path))
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())

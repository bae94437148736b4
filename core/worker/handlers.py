"""What each kind of request does. Heavy modules are imported when a request needs them, so that hello comes at once."""

from __future__ import annotations

import importlib
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ..feedback import Feedback
from ..job import Job, job_from_dict
from ..job_json import Node
from .protocol import EXECUTORS, MOST_WORKERS, CloudsRequest, SimulateRequest

logger = logging.getLogger("scenefill")

Handler = Callable[[Mapping[str, Any], Feedback], Mapping[str, Any]]

#: Loaded ahead of the first job, the slowest to load last.
_HEAVY = ("engine.plan", "engine.run", "engine.finish", "model.runtime")
_MOST_THREADS = 1024


def run(fields: Mapping[str, Any], feedback: Feedback) -> Mapping[str, Any]:
    """Do a job; see :func:`scenefill.core.engine.run.run_job`."""
    job, threads, wanted = _job(fields), _threads(fields), _executor(fields)
    feedback.raise_if_cancelled()
    from ..engine.run import run_job
    from ..executors.factory import make_executor

    with make_executor(*wanted) as executor:
        resume = fields.get("resume") is True
        return run_job(job, feedback, resume=resume, threads=threads, executor=executor).to_dict()


def plan(fields: Mapping[str, Any], feedback: Feedback) -> Mapping[str, Any]:
    """Estimate a job; see :func:`scenefill.core.engine.plan.plan_job`."""
    job, threads = _job(fields), _threads(fields)
    feedback.raise_if_cancelled()
    from ..engine.plan import plan_job

    return plan_job(job, feedback, threads=threads).to_dict()


def features(fields: Mapping[str, Any], feedback: Feedback) -> Mapping[str, Any]:
    """Infer the scene of a job; see :func:`scenefill.core.engine.features.infer_features`."""
    job, threads, path = _job(fields), _threads(fields), Node(fields.get("path"), "path").text()
    feedback.raise_if_cancelled()
    from ..engine.features import infer_features

    return {"path": str(infer_features(job, path, feedback, threads=threads))}


def clouds(fields: Mapping[str, Any], feedback: Feedback) -> Mapping[str, Any]:
    """Find the clouds of a layer; see :func:`scenefill.core.engine.cloud_mask.find_clouds`."""
    request = _clouds(fields)
    feedback.raise_if_cancelled()
    from ..engine.cloud_mask import find_clouds

    return find_clouds(request, feedback).to_dict()


def simulate(fields: Mapping[str, Any], feedback: Feedback) -> Mapping[str, Any]:
    """Draw a scene; see :func:`scenefill.core.simulation.demo_job.simulate_demo`."""
    from ..simulation.demo_job import simulate_demo

    return simulate_demo(_scene(fields), feedback).to_dict()


def probe(_fields: Mapping[str, Any], _feedback: Feedback) -> Mapping[str, Any]:
    """Look at the device; see :func:`.probe.probe_device`."""
    from .probe import probe_device

    return probe_device().to_dict()


HANDLERS: Mapping[str, Handler] = {
    "run": run,
    "plan": plan,
    "features": features,
    "clouds": clouds,
    "simulate": simulate,
    "probe": probe,
}


def warm_up(wanted: Callable[[], bool]) -> None:
    """Load what jobs need while nobody waits: seconds that the first job need not take.

    Args:
        wanted: whether to go on; asked before each module, because a request may come in the meantime.
    """
    for name in _HEAVY:
        if not wanted():
            return
        try:
            importlib.import_module(f"..{name}", __package__)
        except (ImportError, OSError) as error:
            # The request that needs it will say so.
            logger.debug("%s could not be loaded ahead: %s", name, error)
            return


def _job(fields: Mapping[str, Any]) -> Job:
    # Paths in a job on its way are absolute; the base stands for those of a parent that forgot.
    return job_from_dict(fields.get("job"), Path.cwd())


def _threads(fields: Mapping[str, Any]) -> int | None:
    """Of the network on a CPU; None leaves the choice to torch."""
    value = fields.get("threads")
    return None if value is None else Node(value, "threads").integer(1, _MOST_THREADS)


def _executor(fields: Mapping[str, Any]) -> tuple[str, int | None, str | None]:
    """Kind, workers and address, as :func:`..executors.factory.make_executor` takes them."""
    value = fields.get("executor")
    if value is None:
        return "in-process", None, None
    members = Node(value, "executor").members(("kind", "workers", "address"), ("kind",))
    given = {name: node for name, node in members.items() if node.value is not None}
    kind = members["kind"].choice(EXECUTORS, what="an executor")
    workers = given["workers"].integer(1, MOST_WORKERS) if "workers" in given else None
    return kind, workers, given["address"].text() if "address" in given else None


def _clouds(fields: Mapping[str, Any]) -> CloudsRequest:
    """The request, its types checked; its ranges are the engine's to judge. What is null is left out."""
    known = {n: Node(fields[n], n) for n in CloudsRequest.__dataclass_fields__ if fields.get(n) is not None}
    for name in ("layer", "path", "bands"):
        if name not in known:
            Node(None, name).fail("missing-member", "is missing", "Name the layer, its bands, and the mask to write.")
    values: dict[str, Any] = {}
    for name, node in known.items():
        if name == "bands":
            values[name] = {band: index.integer(-(2**53), 2**53) for band, index in node.mapping().items()}
        elif name == "grow":
            values[name] = node.integer(-(2**53), 2**53)
        elif name in ("scale", "offset", "threshold"):
            values[name] = node.number()
        else:
            values[name] = node.text()
    return CloudsRequest(**values)


def _scene(fields: Mapping[str, Any]) -> SimulateRequest:
    """The request, its types checked; its ranges are the simulator's to judge."""
    known = {name: Node(fields[name], name) for name in SimulateRequest.__dataclass_fields__ if name in fields}
    if "folder" not in known:
        Node(None, "folder").fail("missing-member", "is missing", "Name the folder to draw into.")
    values: dict[str, Any] = {}
    for name, node in known.items():
        if name == "folder":
            values[name] = node.text()
        elif name in ("seed", "size"):
            values[name] = node.integer(-(2**53), 2**53)
        else:
            values[name] = node.number()
    return SimulateRequest(**values)

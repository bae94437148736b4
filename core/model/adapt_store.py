"""What was learnt from scenes, kept by content: a second run of a job does not learn again.

One safetensors file each in the user's cache folder; the oldest go when there are many.
"""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from ..cache import cache_folder
from .adapt import SceneAdaptation, Verdict
from .adapter import Adapter
from .kriging import Kriging
from .stacking import Stack
from .trends import Ridge, Trends

SCHEMA = "scenefill-adaptation/4"
#: Files that are kept.
LIMIT = 24


def fetch(key: str) -> SceneAdaptation | None:
    """What was learnt from the pieces with this digest; None when it is not known (any more), or cannot be read."""
    path = _path(key)
    try:
        found = read_adaptation(path)
        path.touch()
    except (OSError, SafetensorError, ValueError, KeyError, lightgbm.basic.LightGBMError):
        return None
    return found


def read_adaptation(path: Path) -> SceneAdaptation:
    """What :func:`write_adaptation` wrote; raises ``ValueError`` when that was another version."""
    with safe_open(path, framework="numpy") as stored:
        facts = json.loads((stored.metadata() or {}).get("facts", "{}"))
        if facts.get("schema") != SCHEMA:
            raise ValueError(f"'{path.name}' was written by another version")
        tensors = {name: stored.get_tensor(name) for name in stored.keys()}  # noqa: SIM118 - not a mapping
    return _from_tensors(tensors, facts)


def write_adaptation(path: Path, found: SceneAdaptation) -> None:
    """Write it aside, then rename."""
    tensors, facts = _to_tensors(found)
    aside = path.with_suffix(f".{os.getpid()}.part")
    aside.write_bytes(save(tensors, {"facts": json.dumps(facts)}))
    aside.replace(path)


def keep(key: str, found: SceneAdaptation) -> None:
    """Store it. A disk without room costs the next run time, and this one nothing."""
    path = _path(key)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_adaptation(path, found)
        kept = sorted(path.parent.glob("*.safetensors"), key=lambda file: file.stat().st_mtime, reverse=True)
        for old in kept[LIMIT:]:
            old.unlink(missing_ok=True)
    except OSError:
        return


def _path(key: str) -> Path:
    return cache_folder() / "adaptations" / f"{key}.safetensors"


def _to_tensors(found: SceneAdaptation) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
    stack, verdict = found.stack, found.verdict
    tensors = {
        "center": found.center,
        "scale": found.scale,
        "kriging.scale": found.kriging.scale,
        "kriging.basis": found.kriging.basis,
        "stack.shares": stack.shares,
        "stack.scales": stack.scales,
        "stack.error_law": stack.error_law,
        "stack.error_scale": stack.error_scale,
        "verdict.before": verdict.before,
        "verdict.after": verdict.after,
    }
    if found.adapter is not None:
        tensors.update({f"adapter.{name}": value for name, value in found.adapter.tensors().items()})
    folds = 0
    if found.trends is not None:
        folds = len(found.trends.ridge)
        tensors["trends.apart"] = found.trends.apart
        for fold, (ridge, trees) in enumerate(zip(found.trends.ridge, found.trends.trees)):
            tensors.update({f"ridge.{fold}.{f.name}": getattr(ridge, f.name) for f in dataclasses.fields(ridge)})
            for band, booster in enumerate(trees):
                text = booster.model_to_string().encode()
                tensors[f"trees.{fold}.{band}"] = np.frombuffer(text, np.uint8)
    scalars = {
        f.name: getattr(verdict, f.name) for f in dataclasses.fields(verdict) if f.name not in ("before", "after")
    }
    facts = {"schema": SCHEMA, "anchor": stack.anchor, "folds": folds, "verdict": scalars}
    return {name: np.ascontiguousarray(value) for name, value in tensors.items()}, facts


def _from_tensors(tensors: dict[str, np.ndarray], facts: dict[str, Any]) -> SceneAdaptation:
    stack = Stack(
        facts["anchor"],
        tensors["stack.shares"],
        tensors["stack.scales"],
        tensors["stack.error_law"],
        tensors["stack.error_scale"],
    )
    bands = len(stack.scales)
    verdict = Verdict(before=tensors["verdict.before"], after=tensors["verdict.after"], **facts["verdict"])
    trends = None
    if facts["folds"]:
        ridges, forests = [], []
        for fold in range(facts["folds"]):
            ridges.append(Ridge(**{f.name: tensors[f"ridge.{fold}.{f.name}"] for f in dataclasses.fields(Ridge)}))
            texts = [tensors[f"trees.{fold}.{band}"].tobytes().decode() for band in range(bands)]
            forests.append(tuple(lightgbm.Booster(model_str=text) for text in texts))
        trends = Trends(tuple(ridges), tuple(forests), tensors["trends.apart"])
    weights = {name.removeprefix("adapter."): v for name, v in tensors.items() if name.startswith("adapter.")}
    adapter = Adapter.from_tensors(weights, weights["enter.weight"].shape[1] // 4, bands) if weights else None
    kriging = Kriging(tensors["kriging.scale"], tensors["kriging.basis"])
    return SceneAdaptation(trends, kriging, stack, adapter, tensors["center"], tensors["scale"], verdict)

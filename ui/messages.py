"""Errors in the user's language.

Errors cross process and network borders as a code with English sentences that hold the values. Where SceneFill speaks
the user's language, the sentence of the code is shown and the English one is left to the details; elsewhere the English
sentence is the best there is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from ..core.errors import SceneFillError
from ..plugin.i18n import load_translator, locale_name, tr
from .engine_texts import engine_titles, environment_texts, fault_texts, worker_texts
from .message_texts import form_texts, grid_texts, job_texts, layer_texts, machine_texts, model_texts, titles
from .remote_texts import access_texts, cluster_texts, remote_job_texts, way_texts


@dataclass(frozen=True)
class Explanation:
    """What a user is told: a title of a few words, a sentence, and what to do about it (empty if it says so)."""

    title: str
    text: str
    hint: str


def explain(error: SceneFillError) -> Explanation:
    """The error in the user's language, as far as SceneFill speaks it."""
    family, text, hint = _entry(error.code)
    title = {**titles(), **engine_titles()}[family]
    if not text or (error.message and _speaks_english()):
        return Explanation(title, error.message, error.hint)
    return Explanation(title, _with_name(text, error.details), hint)


def is_known(code: str) -> bool:
    """Whether there is something to say about an error code."""
    return _entry(code)[0] != "other" or code in fault_texts()


def _entry(code: str) -> tuple[str, str, str]:
    """Family, sentence and hint of a code; without a sentence where the error brings its own."""
    if code.startswith("env-"):
        return "environment", "", ""
    return _known().get(code, ("other", "", ""))


def _known() -> dict[str, tuple[str, str, str]]:
    """Family, sentence and hint by code. Made anew each time: the language may have changed."""
    families: Mapping[str, Mapping[str, tuple[str, str]]] = {
        "form": form_texts(),
        "job": job_texts(),
        "layer": layer_texts(),
        "grid": grid_texts(),
        "model": model_texts(),
        "machine": machine_texts(),
        "worker": worker_texts(),
        "server": {**way_texts(), **access_texts(), **remote_job_texts(), **cluster_texts()},
        "other": fault_texts(),
        "environment": environment_texts(),
        "cancelled": {"cancelled": (tr("Finished windows are kept."), tr("Resume the run to continue."))},
    }
    return {code: (family, *texts) for family, known in families.items() for code, texts in known.items()}


def _speaks_english() -> bool:
    return locale_name().split("_")[0] in ("en", "C") or load_translator() is None


def _with_name(text: str, details: Mapping[str, object]) -> str:
    """The sentence with the name of the layer or file that it is about: sentences by code hold no values."""
    name = details.get("layer") or details.get("file")
    return f"{text} ({PurePath(name).name})" if isinstance(name, str) else text

"""Leaving the judged place out of what translators learnt from.

A network takes an hour or more to train without a place, regressions seconds: where a case's values come from
translators, these are fitted anew without it, a network of theirs that saw it is put aside, and the case says something
about new places.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from ..core.model.store import model_folder
from ..core.model.translate import Translator, Translators, network_share
from ..core.model.translate_net import load_networks, network_path
from .data_types import Chip
from .eval_tasks import Case
from .translators import Gathered, family, fit_all, gather_all


class LeaveOut:
    """The judged model, with translators that never saw the place of a case.

    Args:
        model: id or folder.
        work: where models without a place lie.
        load: gives the training chips; called when they are first needed.
    """

    def __init__(self, model: str, work: Path, load: Callable[[], Sequence[Chip]]) -> None:
        self.model, self._work, self._load = model, work, load
        self._translators = Translators.load(model_folder(model))
        self._gathered: Gathered | None = None
        self._folders: dict[str, str] = {}

    def is_new(self, case: Case) -> bool:
        """Whether all of the case's values come from translators that never saw its place."""
        chosen, seen = self._chosen(case), _seen(case)
        return set(chosen) == set(case.task.targets) and not any(network_share(t, seen) for t in chosen.values())

    def model_for(self, case: Case) -> str:
        """Id or folder of the model to judge on a case."""
        place = family(case.scene.place)
        if not any(place in _families(translator) for translator in self._chosen(case).values()):
            return self.model
        if place not in self._folders:
            if self._gathered is None:
                self._gathered = gather_all(self._load())
            folder = self._work / f"without-{place}"
            shutil.copytree(model_folder(self.model), folder, dirs_exist_ok=True)
            for network in load_networks(folder).values():
                if place in map(family, network.places):
                    network_path(folder, network.shown, network.target).unlink()
            fit_all(self._gathered, folder, [place])
            self._folders[place] = str(folder)
        return self._folders[place]

    def _chosen(self, case: Case) -> dict[str, Translator]:
        return self._translators.choose(_seen(case), case.task.targets)


def _families(translator: Translator) -> set[str]:
    return {family(place) for place in translator.seen_places}


def _seen(case: Case) -> set[str]:
    """Modalities that a case shows, of whichever date; a layer with gaps shows its own."""
    filled = case.task.targets if case.task.kind == "fill" else ()
    return {name.partition("@")[0] for name in case.shown_layers()}.union(filled)

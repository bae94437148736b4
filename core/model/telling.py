"""Drawn windows with translators' values in them: where a modality is told by others instead of by the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import torch

from ..modalities import registry
from .tensors import Drawn, WindowBatch
from .translate import Translators, join, network_share, observed_bands, retextured


def translated(
    translators: Translators,
    batch: WindowBatch,
    targets: Sequence[str],
    drafted: Mapping[str, torch.Tensor],
    drawn: Sequence[dict[str, Drawn]],
) -> list[dict[str, Drawn]]:
    """What was drawn, with translators' values for targets of which nothing is observed.

    Args:
        translators: of the model.
        batch: the windows.
        targets: modalities wanted.
        drafted: ``{modality: (B, C, H, W)}`` the network's drafts in model space.
        drawn: per window; its realisations keep their texture, scaled to the new spread.
    """
    seen = batch.seen
    chosen = translators.choose(seen, targets)
    if not chosen:
        return list(drawn)

    def translate(place: tuple[int, str]) -> Drawn:
        index, modality = place
        translator, old = chosen[modality], drawn[index][modality]
        shown = observed_bands(batch.observations[index], translator.shown, batch.date)
        told = translator.tell(shown, batch.pixel_size_m, batch.date)
        mean, std = join(translator, told, old.mean, old.std, network_share(translator, seen))
        draft = registry()[modality].to_physical(drafted[modality][index].float().cpu().numpy())
        samples = [np.maximum(retextured(s, draft, old.std, mean, std), 0.0) for s in old.samples]
        return Drawn(mean, std, tuple(samples))

    places = [(i, m) for i in range(len(drawn)) for m in chosen]
    # Trees and filters leave the interpreter's lock alone.
    with ThreadPoolExecutor(torch.get_num_threads(), "translate") as pool:
        found = dict(zip(places, pool.map(translate, places)))
    return [{m: found.get((i, m), one) for m, one in window.items()} for i, window in enumerate(drawn)]

"""The names of all methods, and which of them are SceneFill's own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .baselines import TITLES

ADAPTED, ESTIMATE, DRAFT = "scenefill-adapted", "scenefill-estimate", "scenefill-draft"

#: SceneFill's own methods, the one that it is judged by first. Where nothing of a target was observed there is nothing
#: to adapt to, and the estimate is what the product gives.
OWN = (ADAPTED, ESTIMATE, DRAFT)

METHOD_TITLES: dict[str, str] = {
    ADAPTED: "SceneFill as it comes: adapted to the scene, mean of the samples",
    ESTIMATE: "SceneFill without scene adaptation (mode `estimate`)",
    DRAFT: "SceneFill without adaptation and sampling (mode `draft`)",
    **TITLES,
}


def main_method(methods: Iterable[str]) -> str | None:
    """The method that stands for SceneFill among those that ran; None if there is none."""
    ran = set(methods)
    return next((method for method in (ADAPTED, ESTIMATE) if method in ran), None)


def in_order(methods: Iterable[str]) -> list[str]:
    """Without repetition, in the order of the titles; methods without a title last."""
    order: Sequence[str] = list(METHOD_TITLES)
    found = dict.fromkeys(methods)
    return sorted(found, key=lambda method: order.index(method) if method in order else len(order))

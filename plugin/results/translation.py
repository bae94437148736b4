"""What a result says of translators (``scenefill:translation`` of the STAC Item), as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..i18n import tr
from ..modality_names import modality_title

PROPERTY = "scenefill:translation"


def translation_text(properties: Mapping[str, Any]) -> str:
    """``Infrared was told pixel by pixel from Optical, as 11 other places taught.``; a line each, empty for none.

    Args:
        properties: of an item; per target ``from`` and ``places``; what is wrong is left out.
    """
    found = properties.get(PROPERTY)
    told = found.items() if isinstance(found, Mapping) else ()
    return "\n".join(filter(None, (_sentence(target, facts) for target, facts in told)))


def _sentence(target: str, facts: Any) -> str:
    shown = facts.get("from") if isinstance(facts, Mapping) else None
    places = facts.get("places") if isinstance(facts, Mapping) else None
    if not isinstance(shown, list) or not shown or not isinstance(places, int):
        return ""
    return tr("{target} was told pixel by pixel from {shown}, as {places} other places taught.").format(
        target=modality_title(target), shown=", ".join(modality_title(str(one)) for one in shown), places=places
    )

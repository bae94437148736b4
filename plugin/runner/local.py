"""The engine on this computer: the client of its process, started without what QGIS' environment would do to it."""

from __future__ import annotations

import os
from collections.abc import Mapping

from qgis.core import QgsApplication

from ...core.worker.client import EngineClient
from ..i18n import tr
from .base import Runner
from .child_environment import clean_environment, qgis_prefixes


class LocalRunner(EngineClient, Runner):
    """Runs requests in a worker process; see :class:`~scenefill.core.worker.client.EngineClient` for its errors."""

    @property
    def title(self) -> str:
        return tr("This computer")

    def _environment(self) -> Mapping[str, str]:
        return clean_environment(os.environ, prefixes=qgis_prefixes(QgsApplication.prefixPath()))

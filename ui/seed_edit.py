"""A line for a seed: spin boxes end at 2³¹, seeds do not."""

from __future__ import annotations

import secrets
from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent, QValidator
from qgis.PyQt.QtWidgets import QLineEdit, QWidget

from ..core.job_parts import SEED

#: A new seed has at most this many digits, so that people can read it to each other.
_NEW_SEED_BELOW = 1_000_000_000


class SeedValidator(QValidator):
    """Whole numbers from 0 to 2⁶³ − 1."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        state = QValidator.State.Invalid
        if not text:
            state = QValidator.State.Intermediate
        elif text.isascii() and text.isdigit() and int(text) <= SEED[1]:
            state = QValidator.State.Acceptable
        return state, text, position


class SeedEdit(QLineEdit):
    """A seed; ``seed_changed`` comes with every new value."""

    seed_changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._seed = SEED[0]
        self.setValidator(SeedValidator(self))
        self.setText(str(self._seed))
        self.textChanged.connect(self._read)

    def seed(self) -> int:
        return self._seed

    def set_seed(self, seed: int) -> None:
        self.setText(str(min(max(seed, SEED[0]), SEED[1])))

    def new_seed(self) -> None:
        """Another seed, by chance: another realisation of the same scene."""
        self.set_seed(secrets.randbelow(_NEW_SEED_BELOW))

    def _read(self, text: str) -> None:
        seed = int(text) if self.hasAcceptableInput() else self._seed
        if seed != self._seed:
            self._seed = seed
            self.seed_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """An emptied line falls back to the last seed."""
        super().focusOutEvent(event)
        if not self.hasAcceptableInput():
            self.setText(str(self._seed))

"""The order of the Tab key, from top to bottom: Qt's own is that in which widgets were made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QGroupBox, QLayout, QToolButton, QWidget


def order_tabs(parts: Sequence[QWidget]) -> None:
    """Let the Tab key go through the parts one after the other, each in the order of its layouts."""
    stops = [stop for part in parts for stop in _stops(part)]
    for before, after in zip(stops, stops[1:]):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """What takes the keyboard in a widget; of a section, the button that folds it comes first."""
    if isinstance(widget, QGroupBox):
        yield from _fold_button(widget)
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    for child in _children(widget.layout()):
        yield from _stops(child)


def _fold_button(section: QGroupBox) -> Iterator[QWidget]:
    """The one stop in the head of a section; it has no text that could be read out."""
    for button in section.findChildren(QToolButton):
        if button.parentWidget() is section:
            section.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(section.title())
            yield button


def _children(layout: Optional[QLayout]) -> Iterator[QWidget]:
    for number in range(0 if layout is None else layout.count()):
        item = layout.itemAt(number)
        if item.widget() is not None:
            yield item.widget()
        else:
            yield from _children(item.layout())

"""A ``qgis`` package over PyQt6, for a process that imports the plugin as QGIS 4 will: run with module names.

``qgis.PyQt`` is the real PyQt6, with the few classes in ``QtWidgets`` that QGIS keeps there. ``qgis.core`` and
``qgis.gui`` have no build for PyQt6 here: they give any name, as a class that can be derived from and asked for
anything. ``python qt6_qgis.py MODULE... FORM.ui...`` imports the modules and loads the forms, and prints as JSON what
went wrong, by name.
"""

from __future__ import annotations

import importlib
import json
import os
import sys
import traceback
from types import ModuleType
from typing import Any

#: Modules of PyQt6 that ``qgis.PyQt`` has.
QT_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtXml", "QtSvg", "QtTest", "QtPrintSupport", "sip", "uic")

#: Classes that moved to QtGui in Qt6, and that QGIS still has in ``qgis.PyQt.QtWidgets``.
MOVED = ("QAction", "QActionGroup", "QShortcut")


class Anything(type):
    """The class of placeholders: their attributes are placeholders too, and they take part in any expression."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = Anything(name, (), {})
        setattr(cls, name, made)
        return made

    def __or__(cls, other: object) -> Any:
        return cls

    __ror__ = __and__ = __rand__ = __or__


def placeholder(module: str, name: str) -> type:
    """A class of QGIS. One of ``qgis.gui`` is a widget, for the forms; which one, its name says."""
    from PyQt6 import QtCore, QtWidgets, sip

    class Meta(Anything, sip.wrappertype):
        pass

    base: type = QtWidgets.QWidget if module == "qgis.gui" else QtCore.QObject
    for part in ("DockWidget", "GroupBox", "ComboBox", "SpinBox", "DoubleSpinBox", "LineEdit", "Dialog"):
        if module == "qgis.gui" and part in name:
            base = getattr(QtWidgets, f"Q{part}")

    def ask(self: object, attribute: str) -> Any:
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        return lambda *values, **named: None

    return Meta(name, (base,), {"__getattr__": ask})


class Giving(ModuleType):
    """A module that has every name."""

    __path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        made = placeholder(self.__name__, name)
        setattr(self, name, made)
        return made


def install() -> None:
    """Put the package in place of a real one."""
    qt = ModuleType("qgis.PyQt")
    qt.__path__ = []
    for name in QT_MODULES:
        module = importlib.import_module(f"PyQt6.{name}")
        sys.modules[f"qgis.PyQt.{name}"] = module
        setattr(qt, name, module)
    gui, widgets = sys.modules["qgis.PyQt.QtGui"], sys.modules["qgis.PyQt.QtWidgets"]
    for name in MOVED:
        setattr(widgets, name, getattr(gui, name))
    qgis = ModuleType("qgis")
    qgis.__path__ = []
    for name, module in (("PyQt", qt), *((part, Giving(f"qgis.{part}")) for part in ("core", "gui", "utils"))):
        sys.modules[f"qgis.{name}"] = module
        setattr(qgis, name, module)
    sys.modules["qgis"] = qgis
    for name in ("osgeo", "processing"):
        sys.modules[name] = Giving(name)


def look_at(name: str) -> None:
    """Import a module, or load a form into a widget of its class."""
    from PyQt6 import QtWidgets, uic

    if not os.path.isfile(name):  # noqa: PTH113 -- `scenefill.ui` is a module
        importlib.import_module(name)
        return
    form, base = uic.loadUiType(name)
    widget = base() if issubclass(base, QtWidgets.QWidget) else QtWidgets.QWidget()
    form().setupUi(widget)


def main() -> None:
    install()
    from PyQt6.QtWidgets import QApplication

    application = QApplication([])
    wrong = {}
    for name in sys.argv[1:]:
        try:
            look_at(name)
        except Exception:  # noqa: BLE001 -- whatever a module raises when it is imported is told
            wrong[name] = traceback.format_exc()
    sys.stdout.write(json.dumps(wrong))
    sys.stdout.flush()
    del application
    os._exit(0)


if __name__ == "__main__":
    main()

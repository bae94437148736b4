"""The dock's *How*: presets with steps, samples and seed behind them, and where it runs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.PyQt import uic
from qgis.PyQt.QtCore import QSignalBlocker, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ..core.errors import SceneFillError
from ..core.job import Adapt, Sampling
from ..core.job_parts import ADAPT_STEPS, MODES, SAMPLES, STEPS
from ..core.model.store import installed_models, model_folder, read_manifest
from ..plugin.form import PRESETS, How
from ..plugin.i18n import tr
from ..plugin.log import logger
from ..plugin.session import Session
from .device_bar import DeviceBar
from .seed_edit import SeedEdit

CUSTOM = "custom"


class HowPanel(QWidget):
    """How to draw; ``changed`` whenever the answer of :meth:`how` is another.

    ``device_bar`` belongs into the dock's footer: it is to be seen at all times.
    """

    changed = pyqtSignal()
    environment_requested = pyqtSignal()

    def __init__(self, session: Session, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self)
        self._session = session
        self._fills = True
        self.device_bar = DeviceBar(session, self)
        self.device_bar.environment_requested.connect(self.environment_requested)
        self._fill_fields()
        self._refill_places()
        start = session.settings.preset
        self.set_how(How(PRESETS.get(start, PRESETS["standard"])))
        self.preset.currentIndexChanged.connect(self._preset_chosen)
        self.mode.currentIndexChanged.connect(self._value_changed)
        self.steps.valueChanged.connect(self._value_changed)
        self.samples.valueChanged.connect(self._value_changed)
        self.learn.toggled.connect(self._value_changed)
        self.learn_steps.valueChanged.connect(self._value_changed)
        self.seed.seed_changed.connect(self._value_changed)
        self.new_seed.clicked.connect(self.seed.new_seed)
        self.where.currentIndexChanged.connect(self._place_chosen)
        self.model.currentIndexChanged.connect(self.changed)
        session.settings_changed.connect(self._settings_changed)

    def how(self) -> How:
        mode = str(self.mode.currentData())
        adapt = Adapt(self.learn_steps.value() if self.learn.isChecked() else 0)
        sampling = Sampling(mode, self.steps.value(), self.samples.value(), self.seed.seed(), adapt)
        return How(_normal(sampling), str(self.model.currentData()), str(self.where.currentData()))

    def set_how(self, how: How) -> None:
        """Show a choice; a model that is not installed is kept as it is named."""
        with QSignalBlocker(self):
            self._show_sampling(how.sampling)
            self.seed.set_seed(how.sampling.seed)
            if self.model.findData(how.model) < 0:
                self.model.addItem(Path(how.model).name, how.model)
            self.model.setCurrentIndex(self.model.findData(how.model))
            self.where.setCurrentIndex(max(self.where.findData(how.where), 0))
            self._refresh()
        self.changed.emit()

    def set_fills(self, fills: bool) -> None:
        """Say whether a layer is to be filled: only that has pixels to learn from. The answer stays what it was."""
        self._fills = fills
        self._refresh()

    def _fill_fields(self) -> None:
        self.seed = SeedEdit(self)
        self.seed.setObjectName("seed")
        self.seed.setToolTip(
            tr(
                "Whole number from 0 to 9223372036854775807. The same seed draws the same result; "
                "another seed draws another."
            )
        )
        self.seed_row.insertWidget(0, self.seed, 1)
        self.seed_label.setBuddy(self.seed)
        self.setTabOrder(self.learn_steps, self.seed)
        self.setTabOrder(self.seed, self.new_seed)
        self.steps.setRange(*STEPS)
        self.samples.setRange(*SAMPLES)
        # None at all is what the box above says.
        self.learn_steps.setRange(1, ADAPT_STEPS[1])
        standard = PRESETS["standard"]
        self.steps.setClearValue(standard.steps)
        self.samples.setClearValue(standard.samples)
        self.learn_steps.setClearValue(standard.adapt.steps)
        for preset in (*PRESETS, CUSTOM):
            self.preset.addItem(_preset_title(preset), preset)
            self.preset.setItemData(self.preset.count() - 1, _preset_text(preset), Qt.ItemDataRole.ToolTipRole)
        for mode in MODES:
            title, text = _mode_words(mode)
            self.mode.addItem(title, mode)
            self.mode.setItemData(self.mode.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        for model in installed_models():
            self.model.addItem(_model_title(model), model)

    def _refill_places(self) -> None:
        """This computer, the server, or both, as the settings have them."""
        chosen = self.where.currentData()
        blocked = self.where.blockSignals(True)
        self.where.clear()
        if self._session.settings.engine != "server":
            self.where.addItem(tr("This computer"), "local")
        if self._session.settings.server_url:
            server = self._session.settings.server
            self.where.addItem(tr("Server: {name}").format(name=server.title), "server")
            self.where.setItemData(self.where.count() - 1, server.url, Qt.ItemDataRole.ToolTipRole)
        if not self.where.count():
            self.where.addItem(tr("Server (not set up)"), "server")
        self.where.setCurrentIndex(max(self.where.findData(chosen), 0))
        self.where.blockSignals(blocked)

    def _settings_changed(self) -> None:
        self._refill_places()
        self._refresh()
        self.changed.emit()

    def _place_chosen(self) -> None:
        self._session.choose_place(str(self.where.currentData()))
        self.changed.emit()

    def _preset_chosen(self) -> None:
        preset = self.preset.currentData()
        if preset == CUSTOM:
            self.advanced.setCollapsed(False)
        else:
            with QSignalBlocker(self):
                self._show_sampling(PRESETS[preset])
        self._refresh()
        self.changed.emit()

    def _value_changed(self) -> None:
        """An advanced value decides the preset: its own, or none of them."""
        current = self.how().sampling
        matching = [name for name, sampling in PRESETS.items() if _is_like(current, sampling)]
        blocked = self.preset.blockSignals(True)
        self.preset.setCurrentIndex(self.preset.findData(matching[0] if matching else CUSTOM))
        self.preset.blockSignals(blocked)
        self._refresh()
        self.changed.emit()

    def _show_sampling(self, sampling: Sampling) -> None:
        self.mode.setCurrentIndex(self.mode.findData(sampling.mode))
        self.steps.setValue(sampling.steps)
        self.samples.setValue(sampling.samples)
        self.learn.setChecked(sampling.adapt.steps > 0)
        self.learn_steps.setValue(sampling.adapt.steps or Adapt().steps)
        self._value_changed()

    def _refresh(self) -> None:
        draft = self.mode.currentData() == "draft"
        self.steps.setEnabled(not draft)
        self.samples.setEnabled(not draft)
        self.learn.setEnabled(self._fills)
        self.learn.setToolTip(_learn_text(self._fills))
        self.learn_steps.setEnabled(self._fills and self.learn.isChecked())
        self.explanation.setText(_preset_text(str(self.preset.currentData())))
        self._show_row(self.model_label, self.model, self.model.count() > 1)
        self._show_row(self.where_label, self.where, self.where.count() > 1)

    def _show_row(self, label: QWidget, field: QComboBox, shown: bool) -> None:
        """A choice of one is none."""
        label.setVisible(shown)
        field.setVisible(shown)


def _normal(sampling: Sampling) -> Sampling:
    """A draft has no steps and samples to speak of: the fields that are greyed out do not count."""
    return replace(sampling, steps=1, samples=1) if sampling.mode == "draft" else sampling


def _is_like(sampling: Sampling, preset: Sampling) -> bool:
    """Whether it is a preset's; whether to learn is a choice beside the preset, how many steps long is not."""
    learning = (0, preset.adapt.steps or Adapt().steps)
    return sampling.adapt.steps in learning and replace(sampling, seed=0, adapt=preset.adapt) == _normal(preset)


def _learn_text(fills: bool) -> str:
    text = tr(
        "Learns from the observed pixels of the layer that is filled how they follow from the other layers and from "
        "what is around a gap, before anything is drawn. It takes about a minute, and is kept only if blocks that "
        "were held out get better; the result says whether they did."
    )
    return text if fills else "\n".join((text, tr("No layer is filled now, so there is nothing to learn from.")))


def _preset_title(preset: str) -> str:
    titles = {"draft": tr("Draft"), "standard": tr("Standard"), "best": tr("Best"), CUSTOM: tr("Custom")}
    return titles[preset]


def _preset_text(preset: str) -> str:
    texts = {
        "draft": tr("The direct estimate, without sampling: the fastest, smooth, with a rough spread."),
        "standard": tr("The mean of 4 samples of 4 steps: detail and a measured spread in reasonable time."),
        "best": tr("The mean of 8 samples of 8 steps: drawing takes about four times as long as with Standard."),
        CUSTOM: tr("As set under Advanced."),
    }
    return texts[preset]


def _mode_words(mode: str) -> tuple[str, str]:
    words = {
        "draft": (tr("Draft"), tr("The direct estimate, no sampling")),
        "estimate": (tr("Estimate"), tr("The mean of the samples: the most likely values")),
        "realisation": (tr("Realisations"), tr("A file for each sample: textures as real as the model draws them")),
    }
    return words[mode]


def _model_title(model: str) -> str:
    try:
        return read_manifest(model_folder(model)).title
    except SceneFillError as error:
        # Still to be chosen: the run then says what is wrong with it, with all details.
        logger.warning("The model %s: %s", model, error)
        return model

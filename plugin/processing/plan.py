"""``scenefill:plan``: what a job would do and cost."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ...core.engine.plan_result import Plan
from ...core.errors import SceneFillError
from ...core.job import load_job
from ..i18n import tr
from .algorithm import Outputs, Parameters, SceneFillAlgorithm
from .feedback import ProcessingFeedback

JOB, REPORT, REPORT_JSON = "JOB", "REPORT", "REPORT_JSON"


class PlanAlgorithm(SceneFillAlgorithm):
    """Estimates a job."""

    ID = "plan"

    def displayName(self) -> str:
        return tr("Plan a job")

    def shortDescription(self) -> str:
        return tr("Says what a job would do: pixels, windows, time, memory and disk")

    def shortHelpString(self) -> str:
        return tr(
            "Opens the inputs of a job file and says what the job would do on this computer: coverage of the inputs, "
            "units, pixels and windows to draw, time, memory and disk. Nothing is drawn.\n\n"
            "Job files are written by the other algorithms into the folder of the run, and by the SceneFill panel."
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        self.add(
            QgsProcessingParameterFile(
                JOB, tr("Job file"), QgsProcessingParameterFile.Behavior.File, fileFilter=tr("Jobs (*.json)")
            ),
            tr("A job as JSON. Relative paths in it count from its folder."),
        )
        self.add(
            QgsProcessingParameterFileDestination(REPORT, tr("Report"), tr("HTML files (*.html)"), None, True),
            tr("The plan as a page."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                REPORT_JSON, tr("Report (JSON)"), tr("JSON files (*.json)"), None, True, False
            ),
            tr("The plan for programs."),
        )
        for name, title in number_titles().items():
            self.addOutput(QgsProcessingOutputNumber(name, title))
        self.addOutput(QgsProcessingOutputString("DEVICE", tr("Device")))

    def check(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        load_job(self.parameterAsFile(parameters, JOB, context))

    def work(self, parameters: Parameters, context: QgsProcessingContext, feedback: ProcessingFeedback) -> Outputs:
        job = load_job(self.parameterAsFile(parameters, JOB, context))
        plan = self.session.runner().plan(job, feedback)
        for warning in plan.warnings:
            feedback.log("warning", warning)
        outputs: Outputs = {**plan_numbers(plan), "DEVICE": plan.device}
        for name, text in ((REPORT, report(plan)), (REPORT_JSON, json.dumps(plan.to_dict(), indent=1) + "\n")):
            path = self.parameterAsFileOutput(parameters, name, context)
            if path:
                write_text(Path(path), text)
                outputs[name] = path
        return outputs


def number_titles() -> dict[str, str]:
    """Titles of the numbers by output name."""
    return {
        "PIXELS": tr("Pixels"),
        "TO_DRAW": tr("Share of the pixels that are drawn (0 to 1)"),
        "WINDOWS": tr("Windows"),
        "WINDOWS_TO_DRAW": tr("Windows in which something is drawn"),
        "SECONDS": tr("Time (seconds)"),
        "MEMORY_BYTES": tr("Memory (bytes)"),
        "DISK_BYTES": tr("Size of the results (bytes)"),
        "DISK_NEEDED_BYTES": tr("Disk needed while it runs (bytes)"),
    }


def plan_numbers(plan: Plan) -> dict[str, float]:
    """The outputs of :func:`number_titles`."""
    return {name: getattr(plan, name.lower()) for name in number_titles()}


def report(plan: Plan) -> str:
    """The plan as a page."""
    facts = [(tr("Model"), plan.model), (tr("Device"), plan.device)]
    facts += [(title, f"{value:,.6g}") for title, value in zip(number_titles().values(), plan_numbers(plan).values())]
    facts.append((tr("Files"), ", ".join(plan.outputs)))
    rows = "".join(f"<tr><th>{html.escape(name)}</th><td>{html.escape(str(value))}</td></tr>" for name, value in facts)
    inputs = "".join(
        f"<li>{html.escape(Path(item.path).name)}: {html.escape(_covers(item.coverage))}</li>" for item in plan.inputs
    )
    warnings = "".join(f"<li>{html.escape(text)}</li>" for text in plan.warnings)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{html.escape(plan.title)}</title></head><body>'
        f"<h2>{html.escape(plan.title)}</h2><table>{rows}</table>"
        f"<h3>{tr('Layers')}</h3><ul>{inputs}</ul>"
        + (f"<h3>{tr('Warnings')}</h3><ul>{warnings}</ul>" if warnings else "")
        + "</body></html>\n"
    )


def _covers(coverage: Any) -> str:
    return ", ".join(
        tr("{modality} covers {share} %").format(modality=name, share=round(100 * share))
        for name, share in coverage.items()
    )


def write_text(path: Path, text: str) -> None:
    """
    Raises:
        SceneFillError: ``cannot-write``.
    """
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise SceneFillError(
            "cannot-write", f"'{path}' could not be written: {error.strerror}.", "Choose another file."
        ) from error

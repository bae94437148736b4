"""A training run in miniature: data, steps, checkpoint, resume, sample sheet, publication."""

from __future__ import annotations

import csv
import dataclasses
import json
import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
import torch
from scenefill.core.errors import JobCancelled, SceneFillError
from scenefill.core.feedback import Feedback
from scenefill.core.model.pipeline import load_pipeline
from scenefill.core.model.runtime import SceneModel
from scenefill.training.publish import publish
from scenefill.training.settings import load_settings
from scenefill.training.train import load_data, main, training_stream
from scenefill.training.trainer import Trainer
from scenefill.training.validation import infer, sample

CONFIG = """
model = "toy"
output = "run"
simulated_scenes = 2
simulated_size = 192
crop = 64
context = 128
batch = 2
steps = {steps}
warmup = 1
checkpoint = 2
validate = 2
sheet = 4
precision = "no"
seed = 7
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("training")
    (folder / "config.toml").write_text(CONFIG.format(steps=4))
    main(folder / "config.toml")
    return folder


def test_a_run_leaves_what_is_needed(run):
    output = run / "run"
    assert json.loads((output / "progress.json").read_text())["step"] == 4
    assert (output / "sheets" / "000004.png").stat().st_size > 1000
    assert (output / "checkpoint.pt").exists()
    pipeline = load_pipeline(output / "pipeline", torch.float32)
    assert next(iter(pipeline.codec.modalities)) == "optical"
    # It moved away from where it began: the draft heads start at zero.
    assert pipeline.heads.leave.weight.abs().sum() > 0


def test_resume_continues(run):
    (run / "config.toml").write_text(CONFIG.format(steps=6))
    main(run / "config.toml", resume=True)
    assert json.loads((run / "run" / "progress.json").read_text())["step"] == 6


def test_published_model_is_calibrated_and_runs(run):
    target = run / "model"
    publish(run / "run", target, {"id": "mini", "title": "Mini", "version": "1", "licence": "CC0-1.0"})
    model = SceneModel.load(str(target))
    assert model.manifest.training["step"] >= 4
    factors = model.manifest.calibration["draft"]
    assert set(factors) == set(model.modalities)
    assert all(np.isfinite(f) and f > 0 for f in factors.values())
    assert "CC-BY-SA-4.0" in (target / "model_card.md").read_text()
    assert "{" not in (target / "model_card.md").read_text()


def test_cancelled_run_keeps_its_checkpoint(tmp_path):
    class Impatient(Feedback):
        def is_cancelled(self):
            return True

    (tmp_path / "config.toml").write_text(CONFIG.format(steps=50))
    with pytest.raises(JobCancelled):
        main(tmp_path / "config.toml", feedback=Impatient())
    assert json.loads((tmp_path / "run" / "progress.json").read_text())["step"] == 1


def test_the_same_seed_gives_the_same_losses(run):
    settings = dataclasses.replace(load_settings(run / "config.toml"), output=str(run / "twice"))
    _, _, simulated = load_data(dataclasses.replace(settings, output=str(run / "run")), Feedback())
    batch = training_stream([], simulated, settings, seed=1).batch(2)
    rows = [Trainer(settings, Feedback()).train_step(batch, torch.Generator().manual_seed(0)) for _ in range(2)]
    assert rows[0] == rows[1]
    assert {"draft", "coarse", "flow"} <= set(rows[0])


def test_learning_lowers_the_draft_loss(run):
    """Thirty steps on one batch: the losses pull in the right direction."""
    settings = dataclasses.replace(
        load_settings(run / "config.toml"), output=str(run / "learn"), learning_rate=3e-3, steps=1000
    )
    _, _, simulated = load_data(dataclasses.replace(settings, output=str(run / "run")), Feedback())
    batch = training_stream([], simulated, settings, seed=2).batch(2)
    trainer = Trainer(settings, Feedback())
    rng = torch.Generator().manual_seed(0)
    rows = [trainer.train_step(batch, rng) for _ in range(30)]
    assert rows[-1]["draft"] < 0.8 * rows[0]["draft"]
    assert np.mean([r["flow"] for r in rows[-5:]]) < np.mean([r["flow"] for r in rows[:5]])


def test_log_is_readable(run):
    with (run / "run" / "log.csv").open() as file:
        rows = list(csv.reader(file))
    assert {"draft", "flow", "minutes"} <= {name for _, name, _ in rows}
    assert all(np.isfinite(float(value)) for _, _, value in rows)


def test_flow_alone_draws_without_the_draft(run):
    """With ``residual = false`` the drawing neither sees the draft nor starts from it; a saved model says so."""
    settings = dataclasses.replace(load_settings(run / "config.toml"), output=str(run / "plain"), residual=False)
    _, _, simulated = load_data(dataclasses.replace(settings, output=str(run / "run")), Feedback())
    batch = training_stream([], simulated, settings, seed=3).batch(2)
    trainer = Trainer(settings, Feedback())
    assert all(np.isfinite(value) for value in trainer.train_step(batch, torch.Generator().manual_seed(0)).values())
    trainer.refresh_teacher()
    trainer.teacher.save_pretrained(run / "plain" / "pipeline")
    pipeline = load_pipeline(run / "plain" / "pipeline", torch.float32)
    with torch.no_grad():
        prepared, draft = infer(pipeline, batch, settings, torch.device("cpu"))
        other = dataclasses.replace(draft, mean=draft.mean + 5.0)
        drawn, again = (sample(pipeline, prepared, d, 2, torch.Generator().manual_seed(0)) for d in (draft, other))
    assert torch.equal(drawn, again)
    slots = torch.tensor([pipeline.codec.latent_channels(m) for m in pipeline.codec.modalities])
    wanted = torch.repeat_interleave(prepared.target, slots, dim=1)[:, :, None, None]
    shown = (prepared.observed * wanted) > 0
    assert torch.equal(drawn[shown], prepared.truth[shown])


def test_a_run_cannot_change_what_is_drawn(run, tmp_path):
    settings = dataclasses.replace(
        load_settings(run / "config.toml"),
        output=str(tmp_path),
        start_from=str(run / "run" / "pipeline"),
        residual=False,
    )
    with pytest.raises(SceneFillError, match="residual") as error:
        Trainer(settings, Feedback())
    assert error.value.code == "train-config"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("steps = 3\nmodle = 'toy'", "modle"),
        ("steps = 'many'", "steps"),
        ("model = 'toy'", "minutes"),
        ("steps =", "read"),
    ],
)
def test_bad_settings_say_what_is_wrong(tmp_path, text, word):
    path = tmp_path / "bad.toml"
    path.write_text(text)
    with pytest.raises(SceneFillError, match=word) as error:
        load_settings(path)
    assert error.value.code == "train-config"


def test_shipped_configurations_are_valid(data_dir):
    from pathlib import Path

    import scenefill

    folder = Path(scenefill.__file__).parent / "training" / "configs"
    names = [path.name for path in folder.glob("*.toml")]
    assert "nano.toml" in names
    for name in names:
        assert load_settings(folder / name).batch > 0


WORKER = """
import hashlib, sys
from pathlib import Path
from scenefill.core.feedback import Feedback
from scenefill.training import train, trainer

class Told(Feedback):
    pass

kept = []
start = trainer.Trainer.__init__
def remember(self, *arguments):
    start(self, *arguments)
    kept.append(self)
trainer.Trainer.__init__ = remember
train.main(sys.argv[1])
one = kept[0]
digest = hashlib.sha256(b"".join(p.detach().numpy().tobytes() for p in one.parameters)).hexdigest()
rank, count = one.accelerator.process_index, one.accelerator.num_processes
Path(sys.argv[2], f"{rank}.txt").write_text(f"{count} {one.step} {digest}")
"""


def test_two_processes_train_one_model(run, tmp_path):
    """The same command under a launcher: both processes hold the same weights after every step."""
    (tmp_path / "worker.py").write_text(WORKER)
    (tmp_path / "config.toml").write_text(CONFIG.format(steps=3))
    shutil.copytree(run / "run" / "simulated", tmp_path / "run" / "simulated")
    # `accelerate launch` starts CPU processes through MPI only; torch's launcher sets the same variables.
    launcher = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2"]
    done = subprocess.run(
        [*launcher, "worker.py", "config.toml", str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "ACCELERATE_USE_CPU": "true", "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    first, second = ((tmp_path / f"{rank}.txt").read_text() for rank in (0, 1))
    assert first == second
    assert first.startswith("2 3 ")

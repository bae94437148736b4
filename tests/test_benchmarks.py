"""The benchmarks: the sums, the table, and that what they run is what the engine runs. Nothing here judges speed."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from click.testing import CliRunner
from scenefill.benchmarks import bench_adapt, bench_area, bench_overhead, bench_runtimes, bench_server, runtimes
from scenefill.benchmarks.__main__ import main
from scenefill.benchmarks.table import Row, markdown
from scenefill.benchmarks.timing import side_by_side
from scenefill.benchmarks.whole_jobs import SAMPLING, JobRun, run_main_job
from scenefill.benchmarks.window_batch import CLOUD_SHARE, FILLED, make_windows, model_as
from scenefill.core.model.runtime import SceneModel


@pytest.fixture(scope="module")
def loaded(model):
    return SceneModel.load(model)


def job_run(total: float, peak: int = 0, **seconds: float) -> JobRun:
    return JobRun({"load": 1.0, "total": total + 1.0, **seconds}, peak)


def test_the_table_is_aligned_and_judges_the_bars():
    rows = [Row("a", 0.5, 1.0), Row("longer words", 12.34567, 1.2), Row("told", 2.0), Row("gone", None, 1.0)]
    lines = markdown(rows).splitlines()
    assert len({len(line) for line in lines}) == 1
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    assert cells == [
        ["a", "0.500", "1 met"],
        ["longer words", "12.346", "1.2 missed"],
        ["told", "2.000", ""],
        ["gone", "–", "1 not measured"],
    ]
    assert [row.missed for row in rows] == [False, True, False, False]


def test_variants_are_compared_within_a_round():
    now, order = 0.0, []
    # The machine is slow in the third round, and the first is only to warm up.
    slowness = iter([50.0, 1.0, 10.0, 1.0])
    factor = 1.0

    def variant(name: str, cost: float):
        def work() -> None:
            nonlocal now, factor
            if name == "a":
                factor = next(slowness)
            order.append(name)
            now += cost * factor

        return work

    ratios = side_by_side({"a": variant("a", 2.0), "b": variant("b", 3.0)}, "a", rounds=3, clock=lambda: now)
    assert ratios == {"a": 1.0, "b": 1.5}
    assert order == ["a", "b"] * 4


def test_area_is_told_per_pixel_by_medians():
    small = [job_run(1.0, 100), job_run(9.0, 900), job_run(1.0, 100)]
    runs = {256: small, 1024: [job_run(16.0, 200)], 2048: [job_run(96.0, 250)]}
    rows = {row.what: row for row in bench_area.compare(runs)}
    assert rows["time per pixel, 1024² over 256²"].ratio == pytest.approx(1.0)
    assert rows["time per pixel, 2048² over 256²"].ratio == pytest.approx(1.5)
    assert rows["time per pixel, 2048² over 256²"].missed
    assert rows["peak memory, 2048² over 256²"].ratio == pytest.approx(2.5)
    assert rows["peak memory, 2048² over 1024²"].ratio == pytest.approx(1.25)
    assert rows["peak memory, 2048² over 1024²"].missed


def test_loading_the_model_counts_for_nobody():
    run = job_run(12.0, network=10.0, preview_at=1.6)
    assert bench_overhead.overhead(run) == pytest.approx(1.2)
    assert bench_overhead.preview_share(run) == pytest.approx(0.05)


def test_a_server_is_told_by_ratios():
    by_server, by_ray, drift = bench_server.compare({"engine": 8.0, "server": 11.0, "ray": 25.0, "again": 12.0}, 2048)
    assert (by_server.ratio, by_ray.ratio, drift.ratio) == (pytest.approx(1.1), pytest.approx(2.5), pytest.approx(1.5))
    # Two clients have their jobs in the time of one, four take twice as long.
    two, four = bench_server.throughput({1: 1.0, 2: 1.0, 4: 2.0})
    assert (two.ratio, four.ratio) == (2.0, 2.0)


def test_jobs_of_several_clients_share_nothing_but_their_place(tmp_path):
    jobs = bench_server.Jobs(tmp_path)
    made = [jobs.make(64) for _ in range(3)]
    assert len({job.output.folder for job in made}) == len({job.sampling.seed for job in made}) == 3
    assert {job.model for job in made} == {"scenefill-demo"}
    assert [path.name for path in tmp_path.iterdir()] == ["served-64"]


def test_an_engine_without_adaptation_is_no_error():
    plain = job_run(10.0)
    (row,) = bench_adapt.compare(plain, None, "200 steps")
    assert row.ratio is None and "no such stage" in row.what
    share, longer = bench_adapt.compare(job_run(40.0, adapt=30.0), plain, "200 steps")
    assert share.ratio == pytest.approx(0.75) and longer.ratio == pytest.approx(4.0)


def test_a_job_runs_in_a_process_of_its_own_and_leaves_only_its_place(model, tmp_path):
    run = run_main_job(tmp_path, 96, model, {**SAMPLING, "steps": 1, "samples": 1})
    assert {"load", "total", "network", "preview_at"} <= set(run.seconds)
    assert run.seconds["total"] > run.working_seconds > run.seconds["network"] > 0
    assert run.peak_bytes > 100 * 2**20, "torch alone is more"
    assert [path.name for path in tmp_path.iterdir()] == ["place-96"]


def test_windows_are_what_the_engine_would_hand_over(loaded):
    windows = make_windows(loaded, 2)
    for observations, known in zip(windows.batch.observations, windows.batch.known):
        arrays = {id(item.values) for item in observations}
        assert set(known) == set(FILLED) and all(id(values) in arrays for values, _ in known.values())
        assert 1 - known["optical"][1].mean() == pytest.approx(CLOUD_SHARE, abs=0.01)
    for steps in (0, 1):
        drawn = windows.draw(model_as(loaded, torch.float32, 2), steps, 1)
        assert len(drawn) == 2 and set(drawn[0]) == set(FILLED)
        assert not np.array_equal(drawn[0]["optical"].mean, drawn[1]["optical"].mean)


def test_a_model_in_another_format_is_a_copy(loaded):
    before = next(loaded.pipeline.generator.parameters()).dtype
    other = torch.float32 if before is torch.bfloat16 else torch.bfloat16
    changed = model_as(loaded, other, 3)
    assert next(changed.pipeline.generator.parameters()).dtype is other
    assert next(loaded.pipeline.generator.parameters()).dtype is before
    assert changed.batch_size == 3 and changed.dtype_name == str(other).removeprefix("torch.")


def test_a_foreign_runtime_takes_the_networks_place(loaded):
    exact, windows = model_as(loaded, torch.float32, 2), make_windows(loaded, 2)
    shown = [item.modality for item in windows.batch.observations[0]]
    encoder = runtimes.FlatEncoder(exact.pipeline.encoder, shown, windows.batch.size)
    generator = exact.pipeline.generator
    calls = runtimes.calls_of(exact, windows)
    used = []

    def as_arrays(module: torch.nn.Module) -> runtimes.Compiled:
        def compiled(arrays):
            used.append(module)
            return module(*map(torch.from_numpy, arrays)).numpy()

        return compiled

    swapped = model_as(loaded, torch.float32, 2)
    swapped.pipeline.encoder = runtimes.ForeignEncoder(as_arrays(encoder))
    swapped.pipeline.generator = runtimes.ForeignGenerator(as_arrays(generator))
    with torch.inference_mode():
        assert torch.equal(encoder(*calls.encoder), calls.generator[4])
        wanted, drawn = windows.draw(exact, 1, 1), windows.draw(swapped, 1, 1)
    np.testing.assert_array_equal(drawn[0]["optical"].mean, wanted[0]["optical"].mean)
    assert {id(encoder), id(generator)} == {id(module) for module in used}


def test_runtimes_that_are_not_installed_are_named(monkeypatch):
    monkeypatch.setattr(runtimes, "NEEDED", ("numpy", "runtime_of_nobody"))
    (row,) = bench_runtimes.rows()
    assert row.ratio is None and row.what.endswith(": runtime_of_nobody")


def test_one_table_comes_out(model):
    result = CliRunner().invoke(main, ["--only", "steps", "--model", model])
    assert result.exit_code == 0, result.output
    lines = [line for line in result.stdout.splitlines() if line.startswith("|")]
    assert len(lines) == 6 and lines[2].startswith("| draft over 4 steps")

"""All benchmarks, one line each; the exit status says whether every bar was met."""

from __future__ import annotations

import sys

import click

from . import bench_memory, bench_overhead, bench_plugin_load, bench_preview


@click.command(help=__doc__)
@click.option("--model", default=None, help="Model id or folder for the timed run; default untrained, demo size.")
@click.option("--size", default=bench_overhead.SIZE, show_default=True, help="Pixels along one axis, timed run.")
@click.option("--memory/--no-memory", default=True, help="The memory benchmark takes minutes.")
@click.option("--plugin/--no-plugin", default=True, help="Loading in QGIS, which has to be installed.")
def main(model: str | None, size: int, memory: bool, plugin: bool) -> None:
    seconds = bench_overhead.timed_run(model, size)
    results = [
        ("engine time over network time", bench_overhead.overhead(seconds), bench_overhead.BAR),
        ("preview, share of the run", bench_preview.preview_share(seconds), bench_preview.BAR),
    ]
    if memory:
        results.append(("peak memory, 4096² over 1024²", bench_memory.measure(), bench_memory.BAR))
    if plugin:
        results.append(("plugin load, share of 100 ms", bench_plugin_load.measure(), bench_plugin_load.BAR))
    for name, value, bar in results:
        click.echo(f"{name:<32} {value:6.3f}  bar {bar:<5} {'met' if value <= bar else 'MISSED'}")
    sys.exit(any(value > bar for _, value, bar in results))


if __name__ == "__main__":
    main()

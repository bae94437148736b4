"""Windows drawn in this process: reading ahead and writing behind in threads while the network computes.

Memory holds a few windows, whatever the area.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np

from ..engine.journal import Journal
from ..engine.pipeline import batched, prefetch
from ..engine.windows import Drawer, Prepared, WindowReader, window_file, window_key
from .base import Drawing, Executor, WindowCounts, WindowsTask

#: Notes of skipped windows that may wait for the writer.
MAX_PENDING = 64


class InProcessExecutor(Executor):
    """The default."""

    def draw(self, task: WindowsTask) -> Drawing:
        reader = WindowReader(
            task.job,
            task.grid,
            task.work,
            task.pool,
            task.overview,
            task.journal.has_window,
            task.model.manifest.overlap,
            task.adapting,
        )
        drawer = Drawer(task.job, task.work, task.model, task.feedback, task.adapting)
        counts = WindowCounts()
        _draw(task, reader, drawer, counts)
        return Drawing(counts, noise_seconds=drawer.noise_seconds)


def _draw(task: WindowsTask, reader: WindowReader, drawer: Drawer, counts: WindowCounts) -> None:
    size, total = task.model.batch_size, len(task.windows)
    with ThreadPoolExecutor(task.workers, "draw") as drawers, ThreadPoolExecutor(1, "write") as writer:
        prepared = prefetch(reader, task.windows, task.readers, 2 * size)
        to_draw = _sorted_out(prepared, task, writer, counts)
        drawing: deque[tuple[list[Prepared], Future[list[dict[str, np.ndarray]]]]] = deque()
        writing: deque[Future[None]] = deque()

        def collect() -> None:
            batch, future = drawing.popleft()
            tensors = future.result()
            writing.append(writer.submit(_write, task.journal, batch, tensors))
            counts.drawn += len(batch)
            while len(writing) > 1:
                writing.popleft().result()

        for batch in batched(to_draw, size, lambda item: item.pixel_size_m):
            task.feedback.raise_if_cancelled()
            # One batch is drawn while the next is read; a worker more means a batch more.
            if len(drawing) > task.workers - 1:
                collect()
            drawing.append((batch, drawers.submit(drawer, batch)))
            counts.report(task.feedback, total)
        while drawing:
            collect()
            counts.report(task.feedback, total)
        for pending in writing:
            pending.result()


def _sorted_out(
    prepared: Iterable[Prepared], task: WindowsTask, writer: ThreadPoolExecutor, counts: WindowCounts
) -> Iterator[Prepared]:
    """Pass on what has to be drawn, and note the rest."""
    pending: deque[Future[None]] = deque()
    for item in prepared:
        if item.state == "draw":
            yield item
            continue
        task.feedback.raise_if_cancelled()
        if item.state == "done":
            counts.resumed += 1
        else:
            counts.skipped += 1
            pending.append(writer.submit(_write, task.journal, [item], [item.masks]))
            if len(pending) > MAX_PENDING:
                pending.popleft().result()
        counts.report(task.feedback, len(task.windows))
    for future in pending:
        future.result()


def _write(journal: Journal, batch: Sequence[Prepared], tensors: Sequence[dict[str, np.ndarray]]) -> None:
    for item, content in zip(batch, tensors):
        key = window_key(item.window)
        if content:
            journal.save_window(key, window_file(content))
        else:
            journal.skip_window(key)

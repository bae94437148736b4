"""Reading ahead in threads while the network computes: in a fixed order, a bounded number of items in flight."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

import rasterio

Item = TypeVar("Item")
Made = TypeVar("Made")

#: GDAL's block cache is a share of the machine's memory unless told otherwise: peak memory has to be ours to bound.
GDAL_OPTIONS: dict[str, Any] = {
    "GDAL_CACHEMAX": 64,
    "GDAL_NUM_THREADS": "1",
}


def in_gdal(function: Callable[[Item], Made], item: Item) -> Made:
    """Call ``function`` under :data:`GDAL_OPTIONS`, which GDAL keeps per thread."""
    with rasterio.Env(**GDAL_OPTIONS):
        return function(item)


def prefetch(
    function: Callable[[Item], Made], items: Iterable[Item], executor: ThreadPoolExecutor, ahead: int
) -> Iterator[Made]:
    """``function`` of each item, in the items' order, computed up to ``ahead`` items before they are asked for.

    The first exception of ``function`` is raised at its item's turn; what was read ahead is then dropped.
    """
    waiting: deque[Future[Made]] = deque()
    remaining = iter(items)
    try:
        while True:
            while len(waiting) < ahead:
                try:
                    item = next(remaining)
                except StopIteration:
                    break
                waiting.append(executor.submit(in_gdal, function, item))
            if not waiting:
                return
            yield waiting.popleft().result()
    finally:
        for future in waiting:
            future.cancel()


def batched(items: Iterable[Item], size: int, key: Callable[[Item], Hashable]) -> Iterator[list[Item]]:
    """Consecutive items in lists of at most ``size``; a list never mixes items of different ``key``."""
    batch: list[Item] = []
    for item in items:
        if batch and (len(batch) == size or key(item) != key(batch[0])):
            yield batch
            batch = []
        batch.append(item)
    if batch:
        yield batch

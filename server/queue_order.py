"""In which order waiting jobs are taken: fair between owners, whatever the number of their jobs."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Waiting:
    """A waiting job: its number of arrival, its owner, and its turn where it was taken before and interrupted."""

    number: int
    owner: str
    turn: int | None = None


def in_order(jobs: Iterable[Waiting], served: Mapping[str, int]) -> list[Waiting]:
    """The jobs in the order in which they will be taken.

    Interrupted jobs go first, as they went before. Then the owner who was served least recently is next, with the
    oldest job of theirs; of owners who were never served, the one whose job came first.

    Args:
        jobs: in any order.
        served: the last turn of each owner who ever had one.
    """
    interrupted, queues = [], dict[str, list[Waiting]]()
    for job in sorted(jobs, key=lambda job: job.number):
        if job.turn is None:
            queues.setdefault(job.owner, []).append(job)
        else:
            interrupted.append((job.turn, job))
    order = [job for _, job in sorted(interrupted, key=lambda item: item[0])]
    next_turn = max(served.values(), default=0)
    ring = [(served.get(owner, -1), queue[0].number, owner) for owner, queue in queues.items()]
    heapq.heapify(ring)
    taken = dict.fromkeys(queues, 0)
    while ring:
        _, _, owner = heapq.heappop(ring)
        order.append(queues[owner][taken[owner]])
        taken[owner] += 1
        next_turn += 1
        if taken[owner] < len(queues[owner]):
            heapq.heappush(ring, (next_turn, queues[owner][taken[owner]].number, owner))
    return order

"""How many of the processor's threads a job may have."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Optional


@contextmanager
def processor_threads(count: Optional[int]) -> Iterator[None]:
    """Let torch use so many threads of the processor meanwhile, and as many as before afterwards.

    Their number belongs to the whole process, and changes the last bits of what a network draws: what one job was given
    must not reach the next.

    Args:
        count: None leaves the choice to torch.
    """
    if count is None:
        yield
        return
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(before)

"""From a client's job to one that the engine may run: references become files with names of ours.

Nothing that a client wrote is a path, a name for GDAL or a CRS for PROJ afterwards: references are looked up, texts are
data, and a CRS is one with a number or a plain definition.
"""

from __future__ import annotations

import base64
import binascii
import io
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from anyio import CapacityLimiter

from ..core.errors import JobCancelled, SceneFillError
from ..core.grid import Grid
from ..core.job import Job
from ..core.job_parts import GridSpec, Output
from .checking.decode import Decoder, Request
from .checking.header import RasterFacts, check_file, check_header
from .checking.policy import Policy
from .checking.polygons import plain_geojson
from .checking.refusals import at
from .config import ServerConfig
from .job_record import JobRecord
from .job_references import INLINE, LINK, UPLOAD, Reference, read_job, with_paths
from .links import LinkFetcher
from .uploads import UploadStore

if TYPE_CHECKING:
    from .access import Caller
    from .services import Services

#: Folder of a job's inputs, in the job's own.
INPUTS_FOLDER = "inputs"
_MAX_VECTOR = 10_000_000
_REMEMBERED = 256
_THREADS = 4
#: Requests that are being checked or wait for it, and seconds after which those that came later may come again.
_MOST_IN_LINE, _LOOK_AGAIN = 256, 5


@dataclass(frozen=True)
class CheckedRequest:
    """A request that the server takes.

    Attributes:
        request: the execute request, to be kept.
        pixels: of the job's grid; of the largest that is allowed where that is only known once a link was fetched.
        uploads: ids of the uploads that it reads.
    """

    request: dict[str, Any]
    pixels: int
    uploads: tuple[str, ...]


class JobInputs:
    """Checks requests of process ``generate``, and prepares their jobs. For any number of threads.

    Args:
        config: of the server.
        uploads: the store.
        fetcher: of links; made from ``config`` by default.
    """

    def __init__(self, config: ServerConfig, uploads: UploadStore, fetcher: LinkFetcher | None = None) -> None:
        self._config, self._uploads = config, uploads
        self._policy = Policy.of(config)
        self._decoder = Decoder(config.python, self._policy)
        self._fetcher = fetcher or LinkFetcher(config.link_hosts, config.max_upload_bytes)
        # Uploads never change: one that was decoded once need not be decoded again. Nothing is lost by forgetting.
        self._decoded: dict[str, None] = {}
        #: For callers in an event loop: what looks at inputs waits for other processes, and is to hold up nothing else.
        self.threads = CapacityLimiter(_THREADS)
        self._in_line = 0

    @contextmanager
    def in_line(self) -> Iterator[None]:
        """A place among the requests that wait to be checked. For one event loop.

        Raises:
            SceneFillError: ``queue-full``.
        """
        if self._in_line >= _MOST_IN_LINE:
            raise SceneFillError(
                "queue-full",
                "The server looks at as many new jobs as it can.",
                f"Try again in {_LOOK_AGAIN} seconds.",
                {"retry_after": _LOOK_AGAIN},
            )
        self._in_line += 1
        try:
            yield
        finally:
            self._in_line -= 1

    def check(self, owner: str, request: Mapping[str, Any]) -> CheckedRequest:
        """Check a request as far as that is possible without reading a pixel.

        Args:
            owner: who sent it.
            request: an execute request, parsed JSON.

        Raises:
            SceneFillError: with a code of ``docs/job.md`` or of the server's.
        """
        job, references = read_job(request.get("inputs", {}))
        facts: dict[str, RasterFacts] = {}
        for text, reference in references.items():
            try:
                found = self._look_at(owner, reference)
            except SceneFillError as error:
                raise at(reference.places[0], error) from error
            if found is not None:
                facts[text] = found
        pixels = self._grid_pixels(owner, job.grid, references, facts)
        uploads = tuple(reference.upload_id for reference in references.values() if reference.kind == UPLOAD)
        return CheckedRequest(dict(request), pixels, uploads)

    def prepare(
        self, record: JobRecord, folder: Path, output: Path, is_cancelled: Callable[[], bool] = lambda: False
    ) -> Job:
        """The job for the engine: its files are in ``folder``, and every pixel of them has been decoded once.

        Args:
            record: the job.
            folder: of the job; its inputs get a folder in it.
            output: folder of the results.
            is_cancelled: asked now and then, and before each file.

        Raises:
            SceneFillError: as :meth:`check`; ``raster-damaged``, ``link-refused``, ``link-failed``.
            JobCancelled: when ``is_cancelled`` says so.
        """
        job, references = read_job(record.inputs.get("inputs", {}))
        inside = folder / INPUTS_FOLDER
        inside.mkdir(parents=True, exist_ok=True)
        paths: dict[str, Path] = {}
        for text, reference in references.items():
            try:
                paths[text] = self._place(record.owner, reference, inside, job.grid, is_cancelled)
            except JobCancelled:
                raise
            except SceneFillError as error:
                raise at(reference.places[0], error) from error
        return replace(with_paths(job, paths), output=Output(str(output)))

    @staticmethod
    def forget(folder: Path) -> None:
        """Remove the inputs of a job that is over from its ``folder``."""
        shutil.rmtree(folder / INPUTS_FOLDER, ignore_errors=True)

    # -- at submission -----------------------------------------------------------------------------------------------

    def _look_at(self, owner: str, reference: Reference) -> RasterFacts | None:
        """The header of a raster that is here already."""
        if reference.kind == LINK:
            self._fetcher.check(reference.text)
            return None
        if reference.kind == INLINE:
            raw = self._inline(reference)
            if reference.polygons:
                plain_geojson(raw)
                return None
            return check_header(io.BytesIO(raw), len(raw), self._policy)
        path = self._upload(owner, reference)
        if reference.polygons:
            plain_geojson(_small(path))
            return None
        return check_file(path, self._policy)

    def _grid_pixels(
        self, owner: str, spec: GridSpec, references: Mapping[str, Reference], facts: Mapping[str, RasterFacts]
    ) -> int:
        """Pixels of the job's grid, which are within the limit."""
        if spec.like is None:
            return self._within(int(spec.width or 0) * int(spec.height or 0))
        like = facts.get(spec.like)
        if like is None:
            # Of a link: not known before it is fetched, which is when the job runs.
            return self._config.max_pixels
        if spec.extent is None:
            return self._within(like.pixels)
        if spec.crs is None or references[spec.like].kind == INLINE:
            return self._within(cut_pixels(like, spec) if spec.crs is None else like.pixels)
        path = self._upload(owner, references[spec.like])
        grid = self._decoder.check(Request(path, like, pixels=False, grid=spec))["grid"]
        return self._within(int(grid["width"]) * int(grid["height"]))

    def _within(self, pixels: int) -> int:
        if pixels > self._config.max_pixels:
            raise SceneFillError(
                "too-many-pixels",
                f"The job's grid has {pixels} pixels, and may have {self._config.max_pixels}.",
                "Choose a smaller extent, or split the job.",
                {"pixels": pixels, "limit": self._config.max_pixels},
            )
        return pixels

    # -- when the job runs -------------------------------------------------------------------------------------------

    def _place(
        self, owner: str, reference: Reference, folder: Path, grid: GridSpec, is_cancelled: Callable[[], bool]
    ) -> Path:
        """Put a file into the job's folder, under a name that says where the job has it, once all of it was checked.

        One that lies there already was: by a server that ended before the job did.
        """
        stem = re.sub(r"[^a-z0-9]+", "-", reference.places[0].removesuffix(".path")).strip("-")
        path = folder / f"{stem}.{'geojson' if reference.polygons else 'tif'}"
        if path.is_file():
            return path
        if is_cancelled():
            raise JobCancelled()
        aside = folder / f"{stem}.part"
        aside.unlink(missing_ok=True)
        self._bring(owner, reference, aside, is_cancelled)
        if reference.polygons:
            raw = _small(aside)
            # It may be the upload itself under another name, which is not to be written to.
            aside.unlink()
            aside.write_bytes(plain_geojson(raw))
        else:
            self._check_pixels(reference, aside, grid, is_cancelled)
        with aside.open("rb") as file:
            os.fsync(file.fileno())
        aside.replace(path)
        return path

    def _bring(self, owner: str, reference: Reference, path: Path, is_cancelled: Callable[[], bool]) -> None:
        if reference.kind == LINK:
            self._fetcher.fetch(reference.text, path, is_cancelled=is_cancelled)
        elif reference.kind == INLINE:
            path.write_bytes(self._inline(reference))
        else:
            source = self._upload(owner, reference)
            try:
                # The same bytes under another name: they stay when the upload expires in the middle of the job.
                os.link(source, path)
            except OSError:
                shutil.copyfile(source, path)

    def _check_pixels(self, reference: Reference, path: Path, grid: GridSpec, is_cancelled: Callable[[], bool]) -> None:
        facts = check_file(path, self._policy)
        spec = grid if reference.text == grid.like else None
        if spec is not None and spec.crs is None:
            self._within(facts.pixels if spec.extent is None else cut_pixels(facts, spec))
            spec = None
        decoded = reference.kind == UPLOAD and reference.upload_id in self._decoded
        if not decoded or spec is not None:
            request = Request(path, facts, pixels=not decoded, grid=spec)
            found = self._decoder.check(request, is_cancelled=is_cancelled)
            if spec is not None:
                self._within(int(found["grid"]["width"]) * int(found["grid"]["height"]))
        if reference.kind == UPLOAD:
            self._decoded[reference.upload_id] = None
            while len(self._decoded) > _REMEMBERED:
                self._decoded.pop(next(iter(self._decoded)), None)

    # -- references --------------------------------------------------------------------------------------------------

    def _upload(self, owner: str, reference: Reference) -> Path:
        try:
            return self._uploads.path(owner, reference.upload_id)
        except SceneFillError as error:
            raise SceneFillError(
                "unknown-upload",
                f"There is no complete upload '{reference.upload_id}', or it has expired.",
                "Upload the raster, to its end, and send the job again.",
            ) from error

    def _inline(self, reference: Reference) -> bytes:
        text = reference.text.partition(",")[2]
        limit = self._config.max_inline_bytes
        if len(text) > 4 * (limit // 3 + 1):
            raise _too_large_inline(limit)
        try:
            raw = base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError) as error:
            raise SceneFillError(
                "bad-reference", "The inline raster is not in base64.", "Upload it, and refer to it as upload:ID."
            ) from error
        if len(raw) > limit:
            raise _too_large_inline(limit)
        return raw


def check_request(body: Mapping[str, Any], who: Caller, server: Services) -> CheckedRequest:
    """What ``POST /processes/generate/execution`` has in its body, checked for its caller.

    Raises:
        SceneFillError: as :meth:`JobInputs.check`.
    """
    return server.inputs.check(who.owner, body)


def cut_pixels(facts: RasterFacts, spec: GridSpec) -> int:
    """Pixels of a grid that is cut from a raster by an extent in its own CRS."""
    if facts.transform is None or spec.extent is None:
        return facts.pixels
    a, _, c, _, e, f = facts.transform
    left, top = c + min(a, 0.0) * facts.width, f + max(e, 0.0) * facts.height
    try:
        whole = Grid("", (abs(a), 0.0, left, 0.0, -abs(e), top), facts.width, facts.height)
        cut = whole.cut(spec.extent)
    except (OverflowError, ValueError):
        # A number of pixels that is none.
        return 2**63 - 1
    if cut is None:
        raise SceneFillError(
            "no-overlap", "The extent does not touch the raster of `grid.like`.", "Choose an extent within the layer."
        )
    return cut.width * cut.height


def _small(path: Path) -> bytes:
    """A vector file, read no further than one may be long."""
    with path.open("rb") as file:
        return file.read(_MAX_VECTOR + 1)


def _too_large_inline(limit: int) -> SceneFillError:
    return SceneFillError(
        "too-large",
        f"An inline raster may have {limit} bytes.",
        "Upload it, and refer to it as upload:ID.",
        {"limit": limit},
    )

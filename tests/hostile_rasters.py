"""Files that a stranger might send: other formats under a raster's name, bombs, liars, and mutants of good rasters."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import rasterio
from PIL import Image

CODECS = ("lzw", "deflate", "packbits", "zstd")


def write_good(
    path: Path,
    compress: str = "deflate",
    size: int = 48,
    bands: int = 3,
    overviews: bool = True,
    tags: dict[str, str] | None = None,
    **profile: object,
) -> Path:
    """A small GeoTIFF with metadata, in tiles, with overviews of it inside."""
    rng = np.random.default_rng(7)
    settings = {
        "driver": "GTiff",
        "width": size,
        "height": size,
        "count": bands,
        "dtype": "uint16",
        "crs": "EPSG:32643",
        "transform": rasterio.Affine(10, 0, 331450, 0, -10, 3372890),
        "compress": compress,
        "tiled": True,
        "blockxsize": 16,
        "blockysize": 16,
        **profile,
    }
    with rasterio.open(path, "w", **settings) as target:
        data = rng.integers(0, 3000, (bands, size, size)) // 100 * 100
        target.write(data.astype(str(settings["dtype"])))
        target.update_tags(**(tags or {"SENSOR": "none", "DATE": "2020-08-23"}))
        target.set_band_description(1, "red")
        if overviews:
            target.build_overviews([2])
    return path


def other_formats(folder: Path, canary: Path) -> Iterator[tuple[str, Path]]:
    """(kind, file) of what is no GeoTIFF, most of which would make GDAL open ``canary`` or something beside it."""
    cache = folder / "written-by-mrf"
    texts = {
        "vrt": f'<VRTDataset rasterXSize="48" rasterYSize="48">'
        '<GeoTransform>0,1,0,0,0,-1</GeoTransform><VRTRasterBand dataType="UInt16" band="1"><SimpleSource>'
        f'<SourceFilename relativeToVRT="0">{canary}</SourceFilename><SourceBand>1</SourceBand></SimpleSource>'
        "</VRTRasterBand></VRTDataset>",
        "mrf": f'<MRF_META><CachedSource><Source>{canary}</Source></CachedSource><Raster><Size x="48" y="48" c="1"/>'
        f"<PageSize x='48' y='48' c='1'/><DataFile>{cache}.ppg</DataFile><IndexFile>{cache}.idx</IndexFile>"
        "</Raster></MRF_META>",
        "wms": '<GDAL_WMS><Service name="TMS"><ServerUrl>http://127.0.0.1:9/${z}</ServerUrl></Service></GDAL_WMS>',
        "wmts": "<GDAL_WMTS><GetCapabilitiesUrl>http://127.0.0.1:9/</GetCapabilitiesUrl></GDAL_WMTS>",
        "gti": f"<GDALTileIndexDataset><IndexDataset>{canary}</IndexDataset></GDALTileIndexDataset>",
        "vsi-name": f"/vsigzip/{canary}",
        "gtiff-raw": f"GTIFF_RAW:{canary}",
        "gtiff-dir": f"GTIFF_DIR:1:{canary}",
        "stacta": '{"stac_extensions":["https://stac-extensions.github.io/tiled-assets/v1.0.0/schema.json"]}',
        "ascii-grid": "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n3 4\n",
        "envi": "ENVI\nsamples = 2\nlines = 2\nbands = 1\ndata type = 1\n",
        "html": "<!DOCTYPE html><html><body>Log in to the network</body></html>",
        "empty": "",
        "two-letters": "II",
    }
    raw = {
        "zip": _zip(canary),
        "hdf5": b"\x89HDF\r\n\x1a\n" + bytes(4096),
        "netcdf": b"CDF\x01" + bytes(4096),
        "netcdf4": b"\x89HDF\r\n\x1a\n\x00\x00\x00\x00\x00\x08\x08\x00" + bytes(2048),
        "grib": b"GRIB" + bytes(4) + b"\x00\x02" + bytes(512),
        "png": _image("PNG"),
        "jpeg": _image("JPEG"),
        "gif": _image("GIF"),
        "pdf": b"%PDF-1.7\n" + bytes(512),
        "sqlite": b"SQLite format 3\x00" + bytes(4096),
        "jp2": base64.b64decode("AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiA=") + bytes(512),
        "zarr-zip": b"PK\x03\x04" + bytes(64),
        "gzip": b"\x1f\x8b\x08" + bytes(64),
        "elf": b"\x7fELF" + bytes(512),
    }
    for kind, content in {**{kind: text.encode() for kind, text in texts.items()}, **raw}.items():
        path = folder / f"{kind}.tif"
        path.write_bytes(content)
        yield kind, path


def _zip(canary: Path) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(canary, "a.tif")
        archive.writestr("../../escaped.tif", b"II*\x00")
    return packed.getvalue()


def _image(kind: str) -> bytes:
    made = io.BytesIO()
    Image.fromarray(np.zeros((16, 16), dtype=np.uint8)).save(made, kind)
    return made.getvalue()


def tiff(
    tags: list[tuple[int, int, int, int | bytes]],
    big: bool = False,
    body: bytes = b"",
    next_ifd: int = 0,
    order: str = "<",
) -> bytes:
    """A TIFF of one image by hand: tags are (number, type, count, value or the value's bytes); ``body`` comes first."""
    start = 16 if big else 8
    extra = bytearray(body)
    entry, pointer, inline = ("QQ", "Q", 8) if big else ("II", "I", 4)
    rows = bytearray()
    for number, kind, count, value in sorted(tags, key=lambda tag: tag[0]):
        if isinstance(value, bytes) and len(value) > inline:
            field = start + len(extra)
            extra += value + bytes(-len(value) % 8)
            packed = struct.pack(order + pointer, field)
        elif isinstance(value, bytes):
            packed = value.ljust(inline, b"\0")
        else:
            packed = struct.pack(order + pointer, value)
            if order == ">" and kind == 3:
                packed = struct.pack(">H", value).ljust(inline, b"\0")
        rows += struct.pack(order + "HH" + entry[0], number, kind, count) + packed
    position = start + len(extra)
    mark = b"II" if order == "<" else b"MM"
    if big:
        head = mark + struct.pack(order + "HHHQ", 43, 8, 0, position)
        ifd = struct.pack(order + "Q", len(tags)) + bytes(rows) + struct.pack(order + "Q", next_ifd)
    else:
        head = mark + struct.pack(order + "HI", 42, position)
        ifd = struct.pack(order + "H", len(tags)) + bytes(rows) + struct.pack(order + "I", next_ifd)
    return head + bytes(extra) + ifd


def image_tags(
    width: int, height: int, bands: int = 1, bits: int = 8, tile: tuple[int, int] | None = None, **other: int | bytes
) -> list[tuple[int, int, int, int | bytes]]:
    """The tags that an image must have; all its blocks are left out (sparse), but for a strip of 8 bytes."""
    tags: list[tuple[int, int, int, int | bytes]] = [
        (256, 4, 1, width),
        (257, 4, 1, height),
        (258, 3, bands, struct.pack(f"<{bands}H", *[bits] * bands) if bands > 1 else bits),
        (259, 3, 1, int(other.get("compression", 8))),
        (262, 3, 1, 1),
        (277, 3, 1, bands),
        (284, 3, 1, 1),
    ]
    if tile is None:
        return [*tags, (273, 4, 1, 8), (278, 4, 1, height), (279, 4, 1, 8)]
    across, down = -(-width // tile[0]), -(-height // tile[1])
    count = across * down
    blocks = bytes(8 * count) if count <= 100_000 else int(other["blocks_at"])
    return [*tags, (322, 3, 1, tile[0]), (323, 3, 1, tile[1]), (324, 16, count, blocks), (325, 16, count, blocks)]


def chained(first: bytes, tags: list[tuple[int, int, int, int | bytes]]) -> bytes:
    """A TIFF of :func:`tiff` with one image more, which is the last one then."""
    both = tiff(tags, body=first[8:])
    return first[:8] + both[8 : len(first) - 4] + both[4:8] + both[len(first) :]


def pointing(tag: int, tags: list[tuple[int, int, int, int | bytes]]) -> bytes:
    """A TIFF of one image that a tag leads to another one from, which is not in the chain of images."""
    hidden = tiff([*tags, (254, 4, 1, 1)])
    return tiff([*_one_tile(), (tag, 4, 1, struct.unpack("<I", hidden[4:8])[0])], body=hidden[8:])


def masked(size: int, tile: int, blocks: list[tuple[int, int, int, int | bytes]]) -> bytes:
    """A TIFF of holes with a mask of one bit a pixel, whose ``blocks`` are told by these tags."""
    tags = [tag for tag in image_tags(size, size, bits=1)[:-3] if tag[0] != 262]
    image = tiff(image_tags(size, size, tile=(tile, tile)))
    return chained(image, [*tags, (254, 4, 1, 4), (262, 3, 1, 4), *blocks])


def one_tile_mask(side: int) -> list[tuple[int, int, int, int | bytes]]:
    """Tags of a single tile that is a hole."""
    return [(322, 4, 1, side), (323, 4, 1, side), (324, 4, 1, 0), (325, 4, 1, 0)]


def strips_and_tiles(strips: int, rows: int, tile: int) -> list[tuple[int, int, int, int | bytes]]:
    """Tags of strips that are holes, and the size of a tile beside them, which GDAL goes by."""
    return [
        (273, 4, strips, bytes(4 * strips)),
        (278, 4, 1, rows),
        (279, 4, strips, bytes(4 * strips)),
        (322, 4, 1, tile),
        (323, 4, 1, tile),
    ]


def bombs(folder: Path) -> Iterator[tuple[str, Path, str]]:
    """(kind, file, code): files that are small, and would cost memory or time beyond all measure."""
    made: list[tuple[str, bytes | None, str]] = [
        ("block-24576", tiff(image_tags(24576, 24576, tile=(24576, 24576))), "raster-policy"),
        ("strip-24576", tiff(image_tags(24576, 24576), body=bytes(64)), "raster-policy"),
        ("sparse-640-gb", None, "raster-policy"),
        ("bands-65000", tiff(image_tags(64, 64, 65000, tile=(64, 64))), "raster-policy"),
        ("decoded-huge", tiff(image_tags(28_000, 28_000, 100, tile=(256, 256))), "raster-policy"),
        ("ifds-100000", None, "raster-policy"),
        ("ifd-loop", None, "raster-policy"),
        ("tag-1-gb", None, "raster-policy"),
        ("tag-past-end", tiff([*_one_tile(), (700, 1, 3_000_000, 8)]), "raster-damaged"),
        (
            "tag-2-to-64",
            tiff([*_one_tile(), (700, 16, 2**61, 8)], big=True),
            "raster-policy",
        ),
        ("many-entries", tiff([*((40000 + i, 4, 1, 0) for i in range(5000))]), "raster-policy"),
        ("no-image", b"II*\x00\x00\x00\x00\x00", "raster-damaged"),
        ("no-pixels", tiff(image_tags(0, 64, tile=(64, 64))), "raster-damaged"),
        ("tile-0", tiff([*_one_tile()[:-4], (322, 3, 1, 0), (323, 3, 1, 0), *_one_tile()[-2:]]), "raster-damaged"),
        ("jpeg-inside", tiff(image_tags(64, 64, tile=(64, 64), compression=7)), "raster-policy"),
        ("unknown-codec", tiff(image_tags(64, 64, tile=(64, 64), compression=4711)), "raster-policy"),
        (
            "block-past-end",
            tiff([*image_tags(64, 64)[:-3], (273, 4, 1, 8), (278, 4, 1, 64), (279, 4, 1, 10**6)]),
            "raster-damaged",
        ),
        (
            "block-wraps",
            tiff(
                [
                    *_one_tile()[:-2],
                    (324, 16, 1, struct.pack("<Q", 2**64 - 8)),
                    (325, 16, 1, struct.pack("<Q", 16)),
                ],
                big=True,
            ),
            "raster-damaged",
        ),
        ("bits-3", tiff(image_tags(64, 64, bits=3, tile=(64, 64))), "raster-policy"),
        (
            "cielab",
            tiff([tag if tag[0] != 262 else (262, 3, 1, 8) for tag in _one_tile()]),
            "raster-policy",
        ),
        ("complex", tiff([*image_tags(64, 64, bits=64, tile=(64, 64)), (339, 3, 1, 6)]), "complex-raster"),
        ("mask-of-one-tile", masked(22528, 256, one_tile_mask(22528)), "raster-policy"),
        ("mask-of-strips-and-tiles", masked(1024, 128, strips_and_tiles(64, 16, 16384)), "raster-damaged"),
        ("strips-and-tiles", tiff([*image_tags(64, 64), (322, 3, 1, 64), (323, 3, 1, 64)]), "raster-damaged"),
        ("tiles-and-rows", tiff([*_one_tile(), (278, 4, 1, 64)]), "raster-damaged"),
        ("tiles-and-lengths-of-strips", tiff([*_one_tile(), (279, 4, 1, 8)]), "raster-damaged"),
        ("strips-and-lengths-of-tiles", tiff([*image_tags(64, 64), (325, 4, 1, 8)]), "raster-damaged"),
        ("jpeg-in-a-subifd", pointing(330, image_tags(32, 32, tile=(32, 32), compression=7)), "raster-policy"),
        ("bomb-in-a-subifd", pointing(330, image_tags(24576, 24576, tile=(24576, 24576))), "raster-policy"),
        *((f"pointer-{tag}", pointing(tag, _one_tile()), "raster-policy") for tag in (400, 34665, 34853, 40965)),
    ]
    for kind, content, code in made:
        path = folder / f"{kind}.tif"
        if content is None:
            _MADE_IN_PLACE[kind](path)
        else:
            path.write_bytes(content)
        yield kind, path, code


def _one_tile() -> list[tuple[int, int, int, int | bytes]]:
    return image_tags(64, 64, tile=(64, 64))


def _ifds(path: Path) -> None:
    one = tiff(image_tags(16, 16, tile=(16, 16)))[8:]
    length = len(one)
    with path.open("wb") as file:
        position = 8
        file.write(b"II*\x00" + struct.pack("<I", 8 + _ifd_at(one)))
        for _ in range(100_000):
            position += length
            file.write(one[:-4] + struct.pack("<I", position + _ifd_at(one)))


def _ifd_at(one: bytes) -> int:
    return len(one) - (2 + 12 * 11 + 4)


def _loop(path: Path) -> None:
    one = tiff(image_tags(16, 16, tile=(16, 16)))
    position = struct.unpack("<I", one[4:8])[0]
    path.write_bytes(one[:-4] + struct.pack("<I", position))


def _sparse(path: Path) -> None:
    """Ten million blocks, none of which is there: a file of holes."""
    path.write_bytes(tiff(image_tags(800_000, 800_000, tile=(256, 256), blocks_at=4096)))
    with path.open("r+b") as file:
        file.truncate(100_000_000)


def _large_tag(path: Path) -> None:
    tags = [*_one_tile(), (42112, 2, 10**9, 4096)]
    path.write_bytes(tiff(tags))
    with path.open("r+b") as file:
        file.truncate(10**9 + 8192)


_MADE_IN_PLACE: dict[str, Callable[[Path], None]] = {
    "ifds-100000": _ifds,
    "ifd-loop": _loop,
    "sparse-640-gb": _sparse,
    "tag-1-gb": _large_tag,
}


def naming_overviews(path: Path, other: Path) -> Path:
    """A good raster whose metadata say that its overviews are in another file, which GDAL believes."""
    write_good(path, overviews=False, tags={"NOTE": "n" * 400})
    raw = path.read_bytes()
    start, end = raw.index(b"<GDALMetadata>"), raw.index(b"</GDALMetadata>") + len(b"</GDALMetadata>")
    item = f'<GDALMetadata><Item name="OVERVIEW_FILE" domain="OVERVIEWS">{other}</Item></GDALMetadata>'
    path.write_bytes(raw[:start] + item.encode().ljust(end - start, b"\n") + raw[end:])
    return path


def mutants(raw: bytes, count: int, seed: int) -> Iterator[bytes]:
    """Seeded mutants of a file. Every second one has its tags changed as well, the others the compressed pixels alone.

    Bits are flipped, numbers replaced by telling ones, pieces cut out, doubled, and the end cut off.
    """
    rng = np.random.default_rng(seed)
    position = struct.unpack("<I", raw[4:8])[0]
    tags = np.array([*range(2, 8), *range(position, min(len(raw), position + 700))])
    pixels = np.setdiff1d(np.arange(8, len(raw)), tags)
    for index in range(count):
        data = bytearray(raw)
        for _ in range(int(rng.integers(1, 5))):
            if index % 2:
                _change(data, min(int(rng.choice(pixels)), len(data) - 1), int(rng.integers(0, 3)), rng)
            else:
                _change(data, min(int(rng.choice(tags)), len(data) - 1), int(rng.integers(0, 6)), rng)
        yield bytes(data)


_TELLING = [0, 1, 2, 7, 8, 15, 16, 127, 255, 256, 32767, 65535, 2**31 - 1, 2**31, 2**32 - 1, 2**64 - 1]


def _change(data: bytearray, at: int, kind: int, rng: np.random.Generator) -> None:
    if kind == 0:
        data[at] ^= 1 << int(rng.integers(0, 8))
    elif kind == 1:
        data[at] = int(rng.integers(0, 256))
    elif kind == 2:
        width = int(rng.choice([2, 4, 8]))
        value = _TELLING[int(rng.integers(0, len(_TELLING)))] & (2 ** (8 * width) - 1)
        stop = min(at + width, len(data))
        data[at:stop] = value.to_bytes(width, "little")[: stop - at]
    elif kind == 3:
        del data[at : at + int(rng.integers(1, 64))]
    elif kind == 4:
        data[at:at] = data[at : at + int(rng.integers(1, 64))]
    else:
        del data[max(16, len(data) - int(rng.integers(1, 400))) :]

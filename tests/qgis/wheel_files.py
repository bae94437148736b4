"""Small wheels of packages that do not exist, for installers to install for real."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from pathlib import Path


def make_wheel(
    folder: Path, name: str, version: str, *, needs: tuple[str, ...] = (), source: str = "", ballast: int = 0
) -> Path:
    """Write a wheel with one module.

    Args:
        needs: requirements.
        source: of the module; ``VERSION`` is always in it.
        ballast: bytes of a file beside it that cannot be compressed.
    """
    info = f"{name}-{version}.dist-info"
    metadata = [
        "Metadata-Version: 2.1",
        f"Name: {name}",
        f"Version: {version}",
        *(f"Requires-Dist: {n}" for n in needs),
    ]
    files = {
        f"{name}.py": f"VERSION = {version!r}\n{source}\n".encode(),
        f"{name}_ballast.bin": _noise(ballast),
        f"{info}/METADATA": "\n".join([*metadata, ""]).encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: tests\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    rows = [f"{path},sha256={_digest(data)},{len(data)}" for path, data in files.items()]
    files[f"{info}/RECORD"] = "\n".join([*rows, f"{info}/RECORD,,", ""]).encode()
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for member, data in files.items():
            archive.writestr(member, data)
    return path


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


def _noise(size: int) -> bytes:
    blocks = (hashlib.sha256(str(i).encode()).digest() for i in range(size // 32))
    return b"".join(blocks)

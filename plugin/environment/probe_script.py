"""Run by the Python that is checked, which may be any: prints one line of JSON about it. Standard library only.

python -I probe_script.py PACKAGE,... MODULE,...
"""

import json
import platform
import struct
import sys
import traceback


def package_versions(names):
    """Version by package name; packages that are not there are left out."""
    from importlib import metadata

    versions = {}
    for name in names:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return versions


def import_errors(names):
    """Why modules cannot be imported, by name: whatever goes wrong in a library is told, not raised."""
    errors = {}
    for name in names:
        try:
            __import__(name)
        except BaseException as error:  # noqa: BLE001 -- libraries end in SystemExit too
            lines = traceback.format_exception_only(type(error), error)
            errors[name] = lines[-1].strip() if lines else type(error).__name__
    return errors


def device():
    """What PyTorch would use, in words; empty without PyTorch."""
    torch = sys.modules.get("torch")
    if torch is None:
        return ""
    if not torch.cuda.is_available():
        return "CPU"
    return f"{torch.cuda.get_device_name(0)} · CUDA {torch.version.cuda}"


def main(packages, modules):
    facts = {
        "python": list(sys.version_info[:3]),
        "executable": sys.executable,
        "implementation": platform.python_implementation(),
        "bits": 8 * struct.calcsize("P"),
        "machine": platform.machine(),
        "versions": {},
        "errors": {},
        "device": "",
    }
    # Older ones have no importlib.metadata, and are of no use whatever they hold.
    if sys.version_info >= (3, 10):
        facts["versions"] = package_versions(packages)
        facts["errors"] = import_errors(modules)
        try:
            facts["device"] = device()
        except Exception as error:  # noqa: BLE001 -- drivers fail in many ways
            facts["errors"]["torch.cuda"] = f"{type(error).__name__}: {error}"
    sys.stdout.write("\nprobe: " + json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*(argument.split(",") if argument else [] for argument in sys.argv[1:3]))

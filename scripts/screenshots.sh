#!/usr/bin/env bash
# Remake the pictures of the documents: a real QGIS window, the plugin from this checkout, simulated scenes only.
# Those of a small screen go to docs/images/screens; those of a large one to build/screens, to be looked at.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export SCENEFILL_PYTHON=${SCENEFILL_PYTHON:-$PWD/.venv/bin/python} SCENEFILL_WINDOW_LIMIT=600

# shoot SIZE FOLDER
shoot() {
  rm -rf "$2"
  scripts/qgis_window.sh --size "$1" scripts/window/screenshots.py "$(realpath -m "$2")"
  find "$2" -name '*.png' | sort
}

shoot 1366x768 docs/images/screens
shoot 1920x1080 build/screens

#!/usr/bin/env bash
# The main job through QGIS itself, on a simulated scene, from nothing: `make demo` runs this after the setup of both
# environments. qgis_process simulates the scene, fills its clouds and draws infrared, and draws the radar beyond the
# edge of its swath, each with the engine as a process of its own; a map of the results is rendered to a picture.
#
# Everything lies in demo-output/ and is made anew each time. Two runs at once wait for each other.
#
#   DEMO_SEED, DEMO_SIZE  another scene (default: seed 1, 384 pixels a side)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD

if command -v flock >/dev/null; then
  exec 9>.demo.lock
  flock 9
fi

# Debian 12's qgis_process is a script that gives an option to the program of this name, which does not know it.
qgis=$(command -v qgis_process.bin || command -v qgis_process) ||
  { echo "demo: there is no qgis_process; install QGIS 3.22 or later" >&2; exit 1; }

seed=${DEMO_SEED:-1}
output=$root/demo-output/simulated
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
rm -rf "$output"

# The checkout as a plugin, in a profile of its own.
mkdir -p build/qgis-plugins
ln -sfn ../.. build/qgis-plugins/scenefill
mkdir -m 700 "$scratch/runtime"
export QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$scratch/runtime
export QGIS_PLUGINPATH=$root/build/qgis-plugins QGIS_CUSTOM_CONFIG_PATH=$scratch/profile
export SCENEFILL_PYTHON=$root/.venv/bin/python

algorithm() {
  local name=$1
  shift
  printf '\nscenefill:%s\n' "$name"
  "$qgis" run "scenefill:$name" -- "$@" 9>&-
}

"$qgis" plugins enable scenefill 9>&- >"$scratch/enable.log" 2>&1 ||
  { cat "$scratch/enable.log" >&2; echo "demo: QGIS does not load the plugin" >&2; exit 1; }

algorithm simulate SEED="$seed" SIZE="${DEMO_SIZE:-384}" CLOUDS=0.2 OUTPUT_FOLDER="$output"

# Clouds and their shadows in the colour image, with the radar's help where its swath goes; infrared everywhere.
algorithm fill INPUT="$output/optical.tif" NODATA=false MASK="$output/clouds.tif" MASK_VALUES=1,2 GROW=2 \
  OTHER_LAYERS="$output/s1.tif" TARGETS=1 SEED="$seed" OUTPUT_FOLDER="$output/filled" \
  ROLES='[{"path": "s1.tif", "gaps": [{"kind": "polygons", "path": "beyond_swath.geojson"}]}]'

# The radar beyond its swath, with the help of the colour image where it saw the ground.
algorithm fill INPUT="$output/s1.tif" NODATA=false POLYGONS="$output/beyond_swath.geojson" \
  OTHER_LAYERS="$output/optical.tif" SEED="$seed" OUTPUT_FOLDER="$output/radar" \
  ROLES='[{"path": "optical.tif", "gaps": [{"kind": "raster", "path": "clouds.tif", "values": [1, 2], "grow": 2}]}]'

map=$output/map.png
.venv-qgis/bin/python scripts/render_map.py "$map" "$output/filled" "$output/radar" 9>&-
[ -s "$map" ] || { echo "demo: there is no map at $map" >&2; exit 1; }
printf '\nThe result on one map: %s\n' "$map"

#!/usr/bin/env bash
# The main job on a simulated scene, from nothing: `make demo` runs this after `make setup`.
# Everything lies in demo-output/ and is made anew each time. Two runs at once wait for each other.
#
#   DEMO_SEED, DEMO_SIZE  another scene (default: seed 1, 384 pixels a side)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if command -v flock >/dev/null; then
  exec 9>.demo.lock
  flock 9
fi

output=demo-output/simulated
rm -rf "$output"
.venv/bin/scenefill simulate "$output" --seed "${DEMO_SEED:-1}" --size "${DEMO_SIZE:-384}" --clouds 0.2
.venv/bin/scenefill run "$output/job.json"

sheet=$output/result/sheet.png
[ -s "$sheet" ] || { echo "demo: there is no sheet at $sheet" >&2; exit 1; }
printf '\nThe result on one sheet: %s\n' "$PWD/$sheet"

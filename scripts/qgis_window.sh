#!/usr/bin/env bash
# A real QGIS window on a display of its own, driven by a Python script: tests, screenshots and benchmarks use it.
#
#   scripts/qgis_window.sh [--size 1366x768] [--plugins DIR] [--profile DIR] [--enable a,b] SCRIPT [ARGUMENT...]
#
# SCRIPT runs inside QGIS and starts with `import driver` (scripts/window/driver.py); it finds its arguments in
# `driver.ARGUMENTS`. The profile is an empty one unless a folder is given. The exit status is the script's.
#
#   SCENEFILL_WINDOW_LIMIT  seconds after which QGIS is killed (default 600)
#   SCENEFILL_LOCALE        language of the window (default en_US)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD

size=1366x768 plugins=$root/build/qgis-plugins profile='' enable=scenefill
while [ $# -gt 0 ]; do
  case $1 in
    --size) size=$2; shift 2 ;;
    --plugins) plugins=$2; shift 2 ;;
    --profile) profile=$2; shift 2 ;;
    --enable) enable=$2; shift 2 ;;
    *) break ;;
  esac
done
script=$(realpath "$1"); shift

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
profile=${profile:-$scratch/profiles}
settings=$profile/profiles/default/QGIS/QGIS3.ini
if [ ! -e "$settings" ]; then
  mkdir -p "$(dirname "$settings")"
  {
    printf '[PythonPlugins]\n'
    printf '%s=true\n' ${enable//,/ }
    # No tips, no check for versions, no news, no question about unsaved layers: the display belongs to the script.
    printf '[qgis]\nshowTips=false\ncheckVersion=false\naskToSaveMemoryLayers=false\n'
    printf '[core]\nNewsFeed\\httpsfeedqgisorg\\disabled=true\n'
    printf '[locale]\noverrideFlag=true\nuserLocale=%s\n' "${SCENEFILL_LOCALE:-en_US}"
  } >"$settings"
fi

mkdir -m 700 "$scratch/runtime"
export XDG_RUNTIME_DIR=$scratch/runtime PYTHONPATH=$root/scripts/window${PYTHONPATH:+:$PYTHONPATH}
export QGIS_PLUGINPATH=$plugins SCENEFILL_WINDOW_STATUS=$scratch/status
export SCENEFILL_WINDOW_SIZE=$size SCENEFILL_WINDOW_SCRIPT=$script
export SCENEFILL_WINDOW_ARGUMENTS; SCENEFILL_WINDOW_ARGUMENTS=$(printf '%s\x1f' "$@")

timeout --kill-after=10 "${SCENEFILL_WINDOW_LIMIT:-600}" \
  xvfb-run --auto-servernum --server-args="-screen 0 ${size}x24 -dpi 96" \
    qgis --nologo --noversioncheck --profiles-path "$profile" --code "$root/scripts/window/start.py" || true
[ -s "$SCENEFILL_WINDOW_STATUS" ] || { echo "qgis_window: QGIS ended before the script did" >&2; exit 70; }
exit "$(cat "$SCENEFILL_WINDOW_STATUS")"

#!/usr/bin/env bash
# Make .venv-qgis: pytest for the system's QGIS, whose PyQGIS it sees; never torch, which does not enter QGIS' process.
#
# As root on Debian this installs QGIS and the other packages that are missing; elsewhere it says what is. Safe to
# repeat: a stamp in .venv-qgis names what it was made from. Two runs at once wait for each other.
#
#   QGIS_PYTHON  QGIS' own interpreter (default: /usr/bin/python3)
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
venv=$root/.venv-qgis
stamp=$venv/scenefill-setup.stamp
python=${QGIS_PYTHON:-/usr/bin/python3}
me=setup-qgis
. scripts/lib.bash

has_qgis() {
  command -v qgis_process >/dev/null && QT_QPA_PLATFORM=offscreen "$python" -c '
import sys
from qgis.core import Qgis
sys.exit(Qgis.QGIS_VERSION_INT < 32200)' 2>/dev/null
}

# Debian's name of each package that is not there.
missing() {
  has_qgis || printf '%s\n' qgis python3-qgis
  can_make_venv "$python" || printf '%s\n' python3-venv
  command -v xvfb-run >/dev/null || printf '%s\n' xvfb
  command -v xauth >/dev/null || printf '%s\n' xauth
  command -v lrelease >/dev/null || printf '%s\n' qttools5-dev-tools
}

check_packages() {
  local packages
  packages=$(missing)
  [ -n "$packages" ] || return 0
  # shellcheck disable=SC2086 -- a list
  install_packages $packages || true
  packages=$(missing | paste -sd ' ')
  [ -z "$packages" ] || fail "missing for the tests in QGIS: $packages" \
    "Install QGIS 3.22 or later with its Python and these tools (Debian, as root: apt-get install $packages), then run this again."
}

# An editable install would need a later setuptools than QGIS' Python of Debian 12 has, so the checkout comes by a .pth file.
fingerprint() {
  { printf '%s\n' "$root"; "$venv/bin/python" -VV 2>/dev/null; } |
    hash_of requirements/qgis.txt scripts/setup_qgis.sh scripts/lib.bash
}

make_venv() {
  say "making .venv-qgis with $("$python" --version 2>&1)"
  rm -rf "$venv"
  "$python" -m venv --system-site-packages "$venv" &&
    "$venv/bin/python" -m pip install -qq --requirement requirements/qgis.txt &&
    printf '%s\n' "$root/build/qgis-plugins" >"$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/scenefill-checkout.pth"
}

usable() { (cd / && QT_QPA_PLATFORM=offscreen "$venv/bin/python" -c 'import pytest, pytestqt, qgis.core, scenefill') >/dev/null 2>&1; }

take_lock "$root/.setup.lock"

link_checkout "$root"
check_packages
[ -e "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint)" ] && usable && exit 0

make_venv && usable ||
  fail "the environment for QGIS could not be made" "Read the message above; check the network and the disk, then run this again."
fingerprint >"$stamp"
say "ready"

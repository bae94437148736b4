#!/usr/bin/env bash
# Make the engine environment: .venv with the pinned dependencies and this checkout, editable.
#
# Safe to repeat: a stamp in .venv names what it was made from, and when nothing changed there is nothing to do.
# A broken or half-made .venv is made anew. Two runs at once wait for each other.
#
#   PYTHON  interpreter to make it with (default: python3; 3.10 or later)
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
venv=$root/.venv
stamp=$venv/scenefill-setup.stamp
constraints=$root/requirements/constraints.txt
python=${PYTHON:-python3}
me=setup
. scripts/lib.bash

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; }

check_python() {
  if ! command -v "$python" >/dev/null; then
    [ "$python" = python3 ] && install_packages python3 python3-venv ||
      fail "there is no '$python'" "Install Python 3.10 or later with its venv module (Debian: apt-get install python3 python3-venv)."
  fi
  new_enough "$python" ||
    fail "'$python' is $("$python" --version 2>&1 | head -n 1); the engine needs Python 3.10 or later" "Name another one: make setup PYTHON=python3.11"
  can_make_venv "$python" && return
  install_packages "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')" || true
  can_make_venv "$python" ||
    fail "'$python' cannot make virtual environments" "Install its venv module (Debian: apt-get install python3-venv)."
}

# The gradient-boosted cloud detector is linked against the system's OpenMP runtime, which a bare Debian lacks.
check_openmp() {
  "$venv/bin/python" -c 'import ctypes; ctypes.CDLL("libgomp.so.1")' 2>/dev/null && return
  [ "$(uname -s)" = Linux ] || return 0
  install_packages libgomp1 ||
    fail "the OpenMP runtime libgomp.so.1 is missing" "Install it (Debian: apt-get install libgomp1) and run this again."
}

# What the environment depends on; the path is in it because scripts of a moved environment point at the old place.
fingerprint() {
  { printf '%s\n' "$root"; "$venv/bin/python" -VV 2>/dev/null; } |
    hash_of pyproject.toml "$constraints" scripts/setup.sh
}

usable() { "$venv/bin/python" -m pip --version >/dev/null 2>&1; }

make_venv() {
  say "making .venv with $("$python" --version 2>&1)"
  rm -rf "$venv"
  "$python" -m venv "$venv"
}

# The build backend is pinned like the rest, which pip's isolated builds would not do.
install_all() {
  "$venv/bin/python" -m pip install -qq --constraint "$constraints" setuptools &&
    "$venv/bin/python" -m pip install -qq --constraint "$constraints" --no-build-isolation \
      --editable ".[engine,train,server,cluster,dev]" &&
    "$venv/bin/python" -c 'import scenefill, torch, diffusers, rasterio'
}

take_lock "$root/.setup.lock"

[ -e "$stamp" ] && [ "$(cat "$stamp")" = "$(fingerprint)" ] && usable && exit 0

check_python
rm -f "$stamp"
fresh=
usable || { make_venv; fresh=yes; }
say "installing the pinned dependencies (some minutes the first time)"
if ! install_all; then
  [ -z "$fresh" ] || fail "the dependencies could not be installed" "Read the message above; check the network and the disk, then run this again."
  say "the environment cannot be mended, making it anew"
  make_venv
  install_all || fail "the dependencies could not be installed" "Read the message above; check the network and the disk, then run this again."
fi
check_openmp
fingerprint >"$stamp"
say "ready"

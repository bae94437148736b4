#!/usr/bin/env bash
# QGIS 3.40 beside the system's QGIS: a Debian 13 folder, and commands that run in it. Linux, as root.
#
#   scripts/qgis_next.sh setup           make the folder (2 minutes, 2.6 GB), or mend it; instant when it is up to date
#   scripts/qgis_next.sh run COMMAND...  run a command in it, from the checkout's root; `pytest` sees PyQGIS and scenefill
#   scripts/qgis_next.sh remove          delete the folder
#
# A command sees the checkout, the real chips and the engine's Python at their own paths, and a /tmp, a home and
# processes of its own. All mounts live in a mount namespace of the command: they are gone with it, however it ends.
#
#   QGIS_ROOT    the folder (default: .qgis-root)
#   QGIS_MIRROR  Debian mirror to make it from
set -euo pipefail

self=$(realpath "${BASH_SOURCE[0]}")
cd "$(dirname "$self")/.."
root=$PWD
folder=$(realpath -m "${QGIS_ROOT:-.qgis-root}")
mirror=${QGIS_MIRROR:-http://deb.debian.org/debian}
me=qgis-next
. scripts/lib.bash

suite=trixie
packages="ca-certificates git qgis python3-qgis python3-venv xvfb xauth libgomp1"
venv=/var/lib/scenefill-tests

check_host() {
  is_root || fail "QGIS 3.40 runs in a Debian 13 folder, which only root can make and enter" \
    "Run this as root, or do without it: make lint test-engine test-qgis."
  [ "$(uname -s)" = Linux ] && command -v unshare >/dev/null ||
    fail "QGIS 3.40 runs in a Debian 13 folder, which needs Linux with unshare" "Install util-linux."
}

# Starts this script again where its mounts and processes are nobody else's: both end with it.
own_namespace=(unshare --mount --pid --fork --kill-child --propagation private -- "$self")

# --- the folder -------------------------------------------------------------------------------------------------

nothing_mounted() {
  local mounted
  mounted=$(awk -v below="$folder/" 'index($5, below) == 1 { print $5 }' /proc/self/mountinfo | paste -sd ' ')
  [ -z "$mounted" ] || fail "something is mounted in $folder: $mounted" "Unmount it (umount $mounted) and run this again."
}

remove() {
  nothing_mounted
  rm -rf --one-file-system "$folder"
}

bootstrap() {
  command -v debootstrap >/dev/null || install_packages debootstrap ||
    fail "debootstrap is missing" "Install it (Debian: apt-get install debootstrap) and run this again."
  say "making $folder from $mirror"
  remove
  "${own_namespace[@]}" _debootstrap 9>&-
  printf '%s\n' "$suite" >"$folder/scenefill-base.stamp"
}

# What the folder has, step by step: each stamp names what its step was made from, so that a half-made folder goes on.
setup() {
  local wanted
  take_lock "$root/.setup.lock"
  link_checkout "$root"
  [ "$(stamp base)" = "$suite" ] || bootstrap
  wanted=$(hash_of <<<"$packages")
  if [ "$(stamp packages)" != "$wanted" ]; then
    say "installing QGIS into it"
    # shellcheck disable=SC2086 -- a list; a folder that can be made anew need not be flushed to the disk file by file
    "${own_namespace[@]}" _install sh -c 'apt-get update -qq && exec apt-get install -y -qq --no-install-recommends "$@"' sh \
      -o Dpkg::Options::=--force-unsafe-io $packages >"$folder/install.log" 2>&1 9>&- ||
      { tail -n 20 "$folder/install.log" >&2; fail "QGIS could not be installed into $folder" "Check the network and the disk, then run this again."; }
    "${own_namespace[@]}" _install apt-get clean 9>&-
    printf '%s\n' "$wanted" >"$folder/scenefill-packages.stamp"
  fi
  wanted=$(hash_of requirements/qgis.txt "$self" <<<"$root")
  if [ "$(stamp tests)" != "$wanted" ]; then
    "${own_namespace[@]}" _enter bash -c "
      set -e
      rm -rf $venv
      /usr/bin/python3 -m venv --system-site-packages $venv
      $venv/bin/python -m pip install -qq --requirement requirements/qgis.txt
      cd /
      site=\$($venv/bin/python -c 'import sysconfig; print(sysconfig.get_path(\"purelib\"))')
      printf '%s\n' \"\$0\" >\$site/scenefill-checkout.pth
      QT_QPA_PLATFORM=offscreen $venv/bin/python -c 'import pytest, pytestqt, qgis.core, scenefill'
    " "$root/build/qgis-plugins" 9>&- ||
      fail "pytest could not be installed into $folder" "Read the message above; check the network, then run this again."
    printf '%s\n' "$wanted" >"$folder/scenefill-tests.stamp"
    say "ready: $("${own_namespace[@]}" _enter qgis_process --version 2>/dev/null 9>&- | head -n 1)"
  fi
}

stamp() { cat "$folder/scenefill-$1.stamp" 2>/dev/null || true; }

# --- inside the namespace ---------------------------------------------------------------------------------------

# show PATH [ro]: PATH of this machine at the same path in the folder.
show() {
  local target=$folder$1
  if [ -d "$1" ]; then
    mkdir -p "$target"
  else
    mkdir -p "$(dirname "$target")"
    [ -e "$target" ] || : >"$target"
  fi
  mount --bind "$1" "$target"
  [ "${2:-}" != ro ] || mount -o remount,bind,ro "$target"
}

show_if_there() { [ ! -e "$1" ] || show "$@"; }

# The engine runs on this machine's Python, which .venv only links to. A Python under /usr is shown by itself, because
# the folder has a /usr of its own, with another `python3` in it; its shared libraries are then the folder's.
show_engine_python() {
  local python=$root/.venv/bin/python program prefix version
  [ -x "$python" ] || return 0
  program=$(realpath "$python")
  { read -r prefix; read -r version; } < <("$python" -I -c 'import sys; print(sys.base_prefix, "python%d.%d" % sys.version_info[:2], sep="\n")')
  if [ "$prefix" = /usr ]; then
    show_system_python "$program" "$version" "$1"
    return
  fi
  for prefix in "$prefix" "$(dirname "$(dirname "$program")")"; do
    case $prefix/ in "$root"/*) ;; *) show "$prefix" ro ;; esac
  done
}

# $1: the program, $2: pythonX.Y, $3: a folder for a bin/ of .venv whose links lead to just this program.
show_system_python() {
  [ ! -e "$folder/usr/lib/$2/os.py" ] || return 0
  show "$1" ro
  show "/usr/lib/$2" ro
  cp -a "$root/.venv/bin" "$3/engine-bin"
  find "$3/engine-bin" -type l -name 'python*' -exec ln -sfn "$1" {} \;
  mount --bind "$3/engine-bin" "$folder$root/.venv/bin"
}

# What any command needs; $1 becomes /tmp.
mount_system() {
  mount -t proc proc "$folder/proc"
  mount --rbind /dev "$folder/dev"
  mount --bind "$1" "$folder/tmp"
  show_if_there /etc/resolv.conf ro
  show_if_there /etc/hosts ro
}

# What pip, the checkout and the engine need; $1 as above. Not while packages are installed: they write such files.
mount_checkout() {
  show_if_there /etc/ssl/certs/ca-certificates.crt ro
  show_if_there /etc/pip.conf ro
  show_if_there "${PIP_FIND_LINKS:-/nowhere}" ro
  show "$root"
  show_engine_python "$1"
  [ -z "${SCENEFILL_DATA:-}" ] || show_if_there "$SCENEFILL_DATA" ro
}

# enter FOLDER COMMAND...: run a command, in a folder of it. The environment is made anew: what is set for this machine's
# QGIS or shell does not belong in there.
enter() {
  local own name place=$1 variables=()
  shift
  own=$(mktemp -d)
  # A checkout below /tmp is mounted inside of what becomes /tmp, which cannot be removed before that is undone.
  # shellcheck disable=SC2064 -- this folder
  trap "umount --recursive --lazy '$folder/tmp' 2>/dev/null || true; rm -rf --one-file-system '$own' || true" EXIT
  chmod 1777 "$own"
  mkdir -m 700 "$own/home" "$own/runtime"
  [ -z "${SCENEFILL_DATA:-}" ] || SCENEFILL_DATA=$(realpath -m "$SCENEFILL_DATA")
  for name in $(compgen -e); do
    case $name in
      PIP_* | SSL_* | REQUESTS_CA_BUNDLE | CURL_CA_BUNDLE | *_proxy | *_PROXY) ;;
      SCENEFILL_* | PYTEST_* | OMP_* | QT_QPA_PLATFORM | TERM | CI) ;;
      *) continue ;;
    esac
    variables+=("$name=${!name}")
  done
  mount_system "$own"
  [ "$place" = / ] || mount_checkout "$own"
  chroot "$folder" /usr/bin/env -i "${variables[@]}" PATH="$venv/bin:/usr/sbin:/usr/bin:/sbin:/bin" LANG=C.UTF-8 \
    HOME=/tmp/home XDG_RUNTIME_DIR=/tmp/runtime DEBIAN_FRONTEND=noninteractive \
    /bin/bash -c 'cd "$0" && "$@"' "$place" "$@"
}

case ${1:-} in
  setup) check_host; setup ;;
  run)
    shift
    check_host
    [ -n "$(stamp tests)" ] || fail "there is no QGIS in $folder yet" "Run: scripts/qgis_next.sh setup"
    exec "${own_namespace[@]}" _enter "$@"
    ;;
  remove) check_host; take_lock "$root/.setup.lock"; remove ;;
  _debootstrap) debootstrap --variant=minbase "$suite" "$folder" "$mirror" >&2 ;;
  _install) shift; enter / "$@" ;;
  _enter) shift; enter "$root" "$@" ;;
  *) sed -n '2,/^set/{s/^# \{0,1\}//p}' "$self"; exit 2 ;;
esac

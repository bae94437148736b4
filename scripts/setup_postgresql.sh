#!/usr/bin/env bash
# Have PostgreSQL's programs: the tests of the server start a database of their own, on a socket in a temporary folder.
#
# Safe to repeat, and instant when they are there. As root on Debian they are installed.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
me=setup-postgresql
. scripts/lib.bash

there() { command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

there && exit 0
take_lock "$PWD/.setup.lock"
there || install_packages postgresql ||
  fail "there is no PostgreSQL, which the tests of the server need" "Install it (Debian: apt-get install postgresql) and run this again."

# Shared by the setup scripts (sourced, not run). $me names the script in messages.

say() { printf '%s\n' "$me: $*" >&2; }
fail() { printf '%s\n' "$me: error: $1" "       $2" >&2; exit 1; }

is_root() { [ "$(id -u)" -eq 0 ]; }

# Debian packages, as root only: nothing is asked for and nothing is changed behind a user's back.
install_packages() {
  is_root && command -v apt-get >/dev/null || return 1
  say "installing $* with apt-get"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >&2 9>&-
}

can_make_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

# Two runs at once wait for each other. The lock ends with the process; what it starts in the background gives it up (9>&-).
take_lock() {
  command -v flock >/dev/null || return 0
  exec 9>"$1"
  flock 9
}

# The hash of files and of what stdin says: what something was made from.
hash_of() { { cat "$@"; cat; } | sha256sum | cut -d' ' -f1; }

# The checkout under the name of its package, for interpreters that find it by a .pth file ($1: the checkout).
link_checkout() {
  mkdir -p "$1/build/qgis-plugins"
  ln -sfn ../.. "$1/build/qgis-plugins/scenefill"
}

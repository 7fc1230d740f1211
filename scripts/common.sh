# What every script shares: strict mode, where we are, how to speak.  Sourced, never run.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT"
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
# Compiled files are shared between clones of one machine, whatever their paths.
export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$ROOT} CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros
# Corpora and gold that are no part of the repository; the tests that read them say so.
export AVERMENT_SHARED=${AVERMENT_SHARED:-$ROOT/../shared}

PYTHON=/usr/bin/python3  # Debian's: its numpy and msgpack are what the setup installs.
VERSION=$(sed -n 's/^project(averment VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)

say() { printf '%s\n' "$*"; }
die() { printf 'error: %s\n' "$*" >&2; exit 1; }

# build PRESET [TARGET...]: configures once, then builds.
build() {
  local preset=$1; shift
  [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset"
  cmake --build --preset "$preset" ${1:+--target "$@"}
}

# quietly LOG COMMAND...: runs it, and shows its output only if it fails.
quietly() {
  local log=$1; shift
  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    die "failed: $* (all of it: $log)"
  fi
}

# setup GROUP: scripts/setup, after which models/ is where the models are.
setup() {
  scripts/setup "$1"
  [ -z "${AVERMENT_MODELS:-}" ] || export AVERMENT_MODELS=$ROOT/models
}

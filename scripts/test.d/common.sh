# What the suites share.  Sourced.
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

AVERMENT=$ROOT/build/release/averment

# need_shared PATH: the suite reads ../shared/PATH, which is no part of the repository.  Missing, it
# fails in continuous integration and is skipped elsewhere.
need_shared() {
  [ -e "$AVERMENT_SHARED/$1" ] && return
  [ "${CI:-}" != true ] || die "$AVERMENT_SHARED/$1 is missing"
  say "no $1 beside the repository (AVERMENT_SHARED)"
  exit 77
}

# scratch: a folder that goes when the suite ends.
scratch() {
  SCRATCH=$(mktemp -d)
  trap 'rm -rf "$SCRATCH"' EXIT
}

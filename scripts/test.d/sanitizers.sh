# The test programs that run under the sanitizers.  Sourced.

# Every test but those that a sanitizer only slows: whole-model parity over thousands of tokens.
test_programs() {
  local source name
  for source in $(git ls-files -co --exclude-standard 'src/*_test.cc'); do
    name=$(basename "$source" .cc)
    case $name in *parity_test) continue ;; esac
    [ -f "$source" ] && printf '%s ' "$name"
  done
}

# run_test_programs PRESET: two at a time.
run_test_programs() {
  test_programs | tr ' ' '\n' | grep . | xargs -P 2 -I{} bash -c \
    '"build/$1/$2" >"$3/$2.log" 2>&1 || { tail -n 80 "$3/$2.log"; echo "$2 fails under $1"; exit 1; }' \
    run "$1" {} "$SCRATCH" || die "not every test passes under $1"
}

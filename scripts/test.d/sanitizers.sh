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

# run_test_programs PRESET
run_test_programs() {
  local name
  for name in $(test_programs); do
    "build/$1/$name" >"$SCRATCH/log" 2>&1 || { tail -n 80 "$SCRATCH/log"; die "$name fails under $1"; }
  done
}

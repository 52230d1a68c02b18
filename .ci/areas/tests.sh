# shellcheck shell=bash disable=SC2034,SC2154,SC2164
# tests: all test projects, each test counted once.

# Sums the results of all test projects into two files; a project without results, or a run that ended badly without
# a failed test (a crash, a run cut short), is a failure too.
run_tests() {
  local code=0 file counters p f good=0 bad=0 projects results

  # ical.js reads the same cards and calendars; without Node.js or the registry those tests are skipped.
  if [ -z "${RELATIONSHIPKIT_ICALJS:-}" ] && command -v npm >/dev/null 2>&1 \
    && npm install --prefix "$tmp/icaljs" --no-audit --no-fund --no-save ical.js@2.2.1 >/dev/null 2>&1; then
    export RELATIONSHIPKIT_ICALJS=$tmp/icaljs
  fi
  dotnet test --logger trx --results-directory "$tmp/results" >"$tmp/tests.log" 2>&1 || code=$?
  projects=$(find tests samples -name '*.Tests.csproj' | wc -l)
  results=0
  while IFS= read -r file; do
    counters=$(grep -o '<Counters [^>]*>' "$file" | tail -n 1) || continue
    results=$((results + 1))
    p=$(attribute passed "$counters")
    f=$(($(attribute failed "$counters") + $(attribute error "$counters") + $(attribute timeout "$counters") + $(attribute aborted "$counters")))
    good=$((good + p))
    bad=$((bad + f))
  done < <(find "$tmp/results" -name '*.trx' 2>/dev/null)
  if [ "$results" -lt "$projects" ]; then
    echo "        $((projects - results)) of $projects test projects left no results"
    bad=$((bad + projects - results))
  fi
  if [ "$code" -ne 0 ] && [ "$bad" -eq 0 ]; then
    echo "        the test command ended with exit code $code without a failed test"
    bad=1
  fi
  passed=$((passed + good))
  failed=$((failed + bad))
  if [ "$bad" -eq 0 ]; then
    printf 'ok      dotnet test: %d tests in %d projects\n' "$good" "$results"
  else
    printf 'FAILED  dotnet test: %d passed, %d failed\n' "$good" "$bad"
    grep -vE '^\s*$|^\s*\[xUnit' "$tmp/tests.log" | grep -E -A 25 '\[FAIL\]|^  Failed |error|crash|Aborted' | head -n 150 | sed 's/^/        /' || true
    tail -n 15 "$tmp/tests.log" | sed 's/^/        /'
  fi
}

attribute() {
  sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$2" | grep . || echo 0
}

area_tests() {
  start_postgres
  start_redis
  install_browser
  run_tests
}

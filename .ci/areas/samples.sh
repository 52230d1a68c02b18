# shellcheck shell=bash disable=SC2034,SC2154,SC2164
# samples: every sample program runs; that of the console is an area of its own.

sample_overview() {
  run_sample "$1"
  silent "$tmp/stderr"
  [ -s "$tmp/stdout" ]
}

custom_cadence() {
  run_sample samples/CustomCadence
  silent "$tmp/stderr"
  says "$tmp/stdout" '"name": "letters"'
  says "$tmp/stdout" 'Bob: ideal 2026-04-06, the first Monday of each quarter'
  says "$tmp/stdout" 'Ada: ideal 2026-04-16, every 2 weeks'
  [ "$(wc -l <samples/CustomCadence/QuarterlyLetter.cs)" -lt 30 ] || { echo "a policy of one's own takes 30 lines or more"; return 1; }
}

cluster_of_one() {
  run_sample samples/RelationshipKit.SampleCluster --seconds 3 || { cat "$tmp/stdout" "$tmp/stderr"; return 1; }
  silent "$tmp/stderr"
  grep -qE '^([0-9,]+) acknowledged, \1 stored$' "$tmp/stdout" || { echo "what was acknowledged is not what is stored:"; cat "$tmp/stdout"; return 1; }
  ! grep -q '^0 acknowledged' "$tmp/stdout"
}

# The page answers by itself before there is a book, listens to this computer, and leaves nothing behind.
web_page() {
  local folder port pid tries=60
  folder=$(mktemp -d "$tmp/web.XXXX")
  port=$((20000 + RANDOM % 10000))
  [ "$is_built" = yes ] || dotnet build samples/RelationshipKit.SampleWeb -v quiet
  cd "$folder"
  RELATIONSHIPKIT_BOOK='' ASPNETCORE_URLS="http://127.0.0.1:$port" \
    dotnet "$root/samples/RelationshipKit.SampleWeb/bin/Debug/net10.0/RelationshipKit.SampleWeb.dll" >"$tmp/stdout" 2>"$tmp/stderr" &
  pid=$!
  # shellcheck disable=SC2064 # expanded now: the variable is gone when the subshell ends.
  trap "kill $pid 2>/dev/null || true" EXIT
  until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    tries=$((tries - 1))
    [ "$tries" -gt 0 ] || { echo "the page did not start:"; cat "$tmp/stdout" "$tmp/stderr"; return 1; }
    sleep 1
  done
  exec 3<>"/dev/tcp/127.0.0.1/$port"
  printf 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' >&3
  cat <&3 >"$tmp/page"
  says "$tmp/page" 'HTTP/1.1 200 OK'
  says "$tmp/page" "Content-Security-Policy: default-src 'none'"
  says "$tmp/page" 'Begin your own book'
  silent "$tmp/stderr"
  [ -z "$(ls -A "$folder")" ] || { echo "the page left files behind:"; ls -A "$folder"; return 1; }
}

area_samples() {
  local project name
  for project in samples/*/*.csproj; do
    name=$(basename "$project" .csproj)
    case $name in
      *.Tests) ;;
      CustomCadence) check "$name: a policy of one's own, stored, loaded and asked" custom_cadence ;;
      RelationshipKit.SampleCluster) check "$name: one silo" cluster_of_one ;;
      RelationshipKit.SampleConsole) area_console ;;
      RelationshipKit.SampleWeb) check "$name: the page answers before there is a book" web_page ;;
      *) check "$name" sample_overview "$project" ;;
    esac
  done
}

# shellcheck shell=bash disable=SC2034,SC2154,SC2164
# console: each command of the sample console, and the tool packed, installed and used.

console_overview() {
  local section
  run_sample samples/RelationshipKit.SampleConsole
  silent "$tmp/stderr"
  for section in strong fading lopsided quiet "who is due and why"; do
    says "$tmp/stdout" "$section"
  done
  ! grep -q $'\033' "$tmp/stdout" || { echo "escape sequences in redirected output"; return 1; }
  awk 'length($0) > 80 { print "wider than 80 columns: " $0; wide = 1 } END { exit wide }' "$tmp/stdout"
}

console_score() {
  local seed
  for seed in seeds/dozen seeds/professional seeds/quiet; do
    run_sample samples/RelationshipKit.SampleConsole score --input "$seed" --json
    silent "$tmp/stderr"
    same_json "$seed/expected-scores.json" "$tmp/stdout"
  done
}

# The same values, whatever the white space and the way a number is written.
same_json() {
  if command -v python3 >/dev/null 2>&1; then
    python3 - "$1" "$2" <<'PY'
import json, sys
expected, actual = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
assert list(actual) == list(expected), (list(actual), list(expected))
for key in expected:
    if key != "ties":
        assert actual[key] == expected[key], (key, actual[key], expected[key])
assert len(actual["ties"]) == len(expected["ties"])
for a, e in zip(actual["ties"], expected["ties"]):
    assert list(a) == list(e), (list(a), list(e))
    assert a == e, (a, e)
PY
  else
    diff <(tr -d ' \n\r' <"$1") <(tr -d ' \n\r' <"$2")
  fi
}

console_explain() {
  local contact
  contact=$(grep -om1 '"contact": *"[^"]*"' seeds/dozen/expected-scores.json | sed -n '1s/.*"\([^"]*\)"$/\1/p')
  run_sample samples/RelationshipKit.SampleConsole explain --input seeds/dozen --contact "$contact" --json
  silent "$tmp/stderr"
  says "$tmp/stdout" '"strength"'
  says "$tmp/stdout" '"contribution"'
  if command -v python3 >/dev/null 2>&1; then
    python3 - "$tmp/stdout" <<'PY'
import json, sys
why = json.load(open(sys.argv[1], encoding="utf-8"))
assert abs(sum(part["contribution"] for part in why["parts"]) - why["tie"]["strength"]) < 1e-12
PY
  fi
}

console_due() {
  local seed
  for seed in seeds/dozen seeds/professional seeds/quiet; do
    run_sample samples/RelationshipKit.SampleConsole due --input "$seed" --json
    silent "$tmp/stderr"
    cmp "$seed/expected-due.json" "$tmp/stdout"
  done
}

console_lint() {
  local seed
  for seed in seeds/dozen seeds/professional seeds/quiet; do
    run_sample samples/RelationshipKit.SampleConsole lint --input "$seed"
    silent "$tmp/stderr"
    says "$tmp/stdout" '0 problems'
  done
}

# The same seed, the same bytes.
console_simulate() {
  local seed
  for seed in seeds/dozen seeds/professional seeds/quiet; do
    run_sample samples/RelationshipKit.SampleConsole simulate --input "$seed" --weeks 52 --seed 7 --svg "$tmp/first.svg" --force
    silent "$tmp/stderr"
    says "$tmp/stdout" 'Never reached'
    cp "$tmp/stdout" "$tmp/first.txt"
    run_sample samples/RelationshipKit.SampleConsole simulate --input "$seed" --weeks 52 --seed 7 --svg "$tmp/second.svg" --force
    cmp "$tmp/first.txt" "$tmp/stdout"
    cmp "$tmp/first.svg" "$tmp/second.svg"
    says "$tmp/first.svg" '</svg>'
  done
}

console_plan() {
  local seed
  for seed in seeds/dozen seeds/professional seeds/quiet; do
    run_sample samples/RelationshipKit.SampleConsole plan --input "$seed" --minutes 30 --json
    silent "$tmp/stderr"
    says "$tmp/stdout" '"weekOf"'
    says "$tmp/stdout" '"budgetMinutes": 30'
  done
}

console_bad_input() {
  local code=0
  printf '1 2 100\n1 two\n' >"$tmp/bad.txt"
  run_sample samples/RelationshipKit.SampleConsole score --input "$tmp/bad.txt" --format edges --owner 1 || code=$?
  [ "$code" -eq 2 ] || { echo "exit code $code, expected 2"; return 1; }
  [ "$(wc -l <"$tmp/stderr")" -eq 1 ] || { echo "expected one line on stderr:"; cat "$tmp/stderr"; return 1; }
  says "$tmp/stderr" bad.txt
  says "$tmp/stderr" 2
}

# The first evening: from an empty folder to who is due, and out again.
first_evening() {
  local program=$1 folder
  folder=$(mktemp -d "$tmp/evening.XXXX")
  printf 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann-Sofie Øst\r\nEMAIL:ann@example.org\r\nBDAY:--0317\r\nEND:VCARD\r\n' >"$folder/contacts.vcf"
  export RELATIONSHIPKIT_BOOK="$folder/people.db"
  relate() { $program "$@" >"$tmp/stdout" 2>"$tmp/stderr"; silent "$tmp/stderr"; }
  relate init --zone Europe/Berlin
  relate add "Conor O'Neill" --circle close --every P1W --met 2024-01-10
  relate log oneill call --on 2024-05-01
  relate import "$folder/contacts.vcf" --json
  says "$tmp/stdout" '"added": 1'
  relate due
  says "$tmp/stdout" 'Due: 1 contact'
  relate due --json
  says "$tmp/stdout" '"contact": "conor-oneill"'
  says "$tmp/stdout" '"isDue": true'
  relate export "$folder/out.vcf"
  says "$folder/out.vcf" 'FN:Ann-Sofie Øst'
  relate undo
  relate history conor --json
  says "$tmp/stdout" '"channel": "voice"'
}

console_life() {
  first_evening "dotnet run --no-build --project $root/samples/RelationshipKit.SampleConsole --"
}

# Packed for this machine and for any; installed from the feed of this run, and used.
console_tool() {
  local machine=linux-x64
  [ "$(uname -s)" != Darwin ] || machine=osx-arm64
  [ "$(uname -s)/$(uname -m)" != Linux/aarch64 ] || machine=linux-arm64
  dotnet pack samples/RelationshipKit.SampleConsole -c Release -warnaserror -v quiet -p:Version="$version" -p:ToolRuntimes="$machine+any" -o "$tmp/feed"
  for id in RelationshipKit.Tool "RelationshipKit.Tool.$machine" RelationshipKit.Tool.any; do
    [ -s "$tmp/feed/$id.$version.nupkg" ] || { echo "$id was not packed"; return 1; }
  done
  dotnet tool install RelationshipKit.Tool --version "$version" --tool-path "$tmp/tool" --add-source "$tmp/feed"
  first_evening "$tmp/tool/relate"
  "$tmp/tool/relate" --version >"$tmp/stdout"
  says "$tmp/stdout" "$version"
}

# What does not fit on the disk is said in one line, and the book is as it was. Needs the right to mount.
console_full_disk() {
  local disk="$tmp/disk" i
  mkdir -p "$disk"
  mount -t tmpfs -o size=1m tmpfs "$disk" 2>/dev/null || { echo "no disk of its own could be mounted"; return 0; }
  # The check runs in a shell of its own, which may end at any command.
  # shellcheck disable=SC2064 # the folder of now
  trap "umount '$disk'" EXIT
  run_sample samples/RelationshipKit.SampleConsole init --zone Europe/London --book "$disk/people.db"
  run_sample samples/RelationshipKit.SampleConsole add "Ada Lovelace" --book "$disk/people.db"
  {
    echo "contact,at,channel,direction"
    for ((i = 0; i < 20000; i++)); do
      printf 'person %d,2025-%02d-%02dT10:00:00Z,voice,outgoing\n' $((i % 3000)) $((i % 12 + 1)) $((i % 28 + 1))
    done
  } >"$tmp/many.csv"
  ! run_sample samples/RelationshipKit.SampleConsole import "$tmp/many.csv" --book "$disk/people.db" || { echo "20,000 touchpoints fit on a disk of 1 MB"; return 1; }
  says "$tmp/stderr" "disk"
  [ "$(wc -l <"$tmp/stderr")" -eq 1 ] || { cat "$tmp/stderr"; return 1; }
  run_sample samples/RelationshipKit.SampleConsole circles --book "$disk/people.db"
  says "$tmp/stdout" "1 contact"
  run_sample samples/RelationshipKit.SampleConsole log ada call --book "$disk/people.db"
}

area_console() {
  local name=RelationshipKit.SampleConsole
  check "$name: overview" console_overview
  check "$name: score --json of each seed" console_score
  check "$name: explain --json" console_explain
  check "$name: due --json of each seed" console_due
  check "$name: lint of each seed" console_lint
  check "$name: simulate, twice, of each seed" console_simulate
  check "$name: plan --json" console_plan
  check "$name: bad input" console_bad_input
  check "$name: the first evening with a book" console_life
  check "$name: a full disk" console_full_disk
  check "$name: packed as a tool, installed and used" console_tool
}

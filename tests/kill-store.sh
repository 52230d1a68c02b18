#!/usr/bin/env bash
# Kills a program that saves updates of a book in a database, and looks what is left: kill-store.sh [TIMES] [SEED].
# On SQLite, and on the PostgreSQL server of RELATIONSHIPKIT_POSTGRES if it is set. After each kill the book must hold every update that
# was acknowledged, once, and at most one more. The next writer makes the update again that nobody heard of: it must have one effect.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
times=${1:-50}
RANDOM=${2:-7}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

dotnet build tests/RelationshipKit.StoreTorture -v quiet -nologo
program=$(find tests/RelationshipKit.StoreTorture/bin -name RelationshipKit.StoreTorture.dll | head -n 1)

torture() {
  local name=$1 connection=$2 acknowledged=0 kill writer held said
  for kill in $(seq "$times"); do
    : >"$folder/said" # or what the writer before it said would be taken for its own
    dotnet "$program" write "$connection" $((acknowledged + 1)) >"$folder/said" &
    writer=$!
    until [ -s "$folder/said" ]; do
      kill -0 "$writer" 2>/dev/null || { echo "$name, kill $kill: the writer ended by itself"; exit 1; }
      sleep 0.05
    done
    sleep "$(printf '0.%03d' $((RANDOM % 1000)))"
    kill -9 "$writer"
    wait "$writer" 2>/dev/null || true
    # A line that was cut short is no acknowledgement.
    said=$(head -c -1 "$folder/said" | grep -E '^[0-9]+$' | tail -n 1 || true)
    [ "$(tail -c 1 "$folder/said" | wc -l)" -eq 1 ] || said=$(sed '$d' "$folder/said" | tail -n 1)
    acknowledged=${said:-$acknowledged}
    held=$(dotnet "$program" check "$connection") || { echo "$name, kill $kill: an update is lost, doubled or half there"; exit 1; }
    if [ "$held" -lt "$acknowledged" ] || [ "$held" -gt $((acknowledged + 1)) ]; then
      echo "$name, kill $kill: update $acknowledged was acknowledged, and the book holds $held"
      exit 1
    fi
  done
  echo "$name: $times kills, $acknowledged updates acknowledged, 0 lost, 0 doubled"
}

torture SQLite "Data Source=$folder/people.db"
if [ -n "${RELATIONSHIPKIT_POSTGRES:-}" ]; then
  torture PostgreSQL "$RELATIONSHIPKIT_POSTGRES"
else
  echo "PostgreSQL: RELATIONSHIPKIT_POSTGRES names no server; left out"
fi

#!/usr/bin/env bash
# Kills a program that saves a folder again and again, and looks what is left: kill-saves.sh [TIMES] [SEED].
# After each kill the folder must load, hold one whole save, and none older than the last one that was acknowledged.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
times=${1:-50}
RANDOM=${2:-7}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

dotnet build tests/RelationshipKit.SaveTorture -v quiet -nologo
program=$(find tests/RelationshipKit.SaveTorture/bin -name RelationshipKit.SaveTorture.dll | head -n 1)

for i in $(seq "$times"); do
  dotnet "$program" write "$folder/network" >"$folder/said" &
  writer=$!
  until [ -s "$folder/said" ]; do sleep 0.05; done
  sleep "$(printf '0.%03d' $((RANDOM % 1000)))"
  kill -9 "$writer"
  wait "$writer" 2>/dev/null || true
  acknowledged=$(grep -E '^[0-9]+$' "$folder/said" | tail -n 1 || true)
  held=$(dotnet "$program" check "$folder/network") || { echo "kill $i: the folder is damaged"; exit 1; }
  if [ "$held" -lt "${acknowledged:-0}" ]; then
    echo "kill $i: save $acknowledged was acknowledged, and the folder holds $held"
    exit 1
  fi
done

echo "$times kills, nothing lost"

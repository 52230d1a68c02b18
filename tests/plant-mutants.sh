#!/usr/bin/env bash
# Shows that laws catch the mutants that stand beside them in tests/README.md: plant-mutants.sh [WORD...].
# Each mutant of tests/mutants.txt is planted in a copy of the last commit, and its law is run there. Words choose laws by a part of their
# names; without words all run, about twenty seconds each. Ends with 0 if every mutant was caught.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
list=$PWD/tests/mutants.txt
copy=$(mktemp -d)/copy
log=$copy.log
kept=$copy.dll
declare -A is_built=()
git worktree add -q --detach "$copy" HEAD
trap 'git worktree remove --force "$copy"; rm -rf "$(dirname "$copy")"' EXIT
caught=0
others=0

# Tells how it went, and counts.
tell() {
  if [ "$1" = caught ]; then caught=$((caught + 1)); else others=$((others + 1)); fi
  printf '%-14s %s\n' "$1" "$2"
}

# The whole file, its last line end included, in $text.
read_text() {
  text=$(cat "$1"; echo .)
  text=${text%.}
}

build() {
  dotnet build "$copy/$1" "${@:2}" -v quiet -nologo -p:RunAnalyzersDuringBuild=false -p:TreatWarningsAsErrors=false >"$log" 2>&1
}

# plant LAW FILE OLD NEW
plant() {
  local law=$1 file=$copy/$2 text rest project changed assembly used
  [ -f "$file" ] || { tell "no file" "$law: $2"; return 0; }
  project=$(grep -rlE --include="${law%%.*}.cs" "\b${law#*.}\(" "$copy/tests" | head -n 1)
  [ -n "$project" ] || { tell "no law" "$law"; return 0; }
  project=$(cut -d/ -f1,2 <<<"${project#"$copy"/}")
  read_text "$file"
  rest=${text#*"$3"}
  if [ "$rest" = "$text" ] || [ "${rest#*"$3"}" != "$rest" ]; then
    tell "no place" "$law: the text to replace must be in $2 once"
    return 0
  fi

  # The tests are built once for each project; after that only what the mutant changes, and its assembly is exchanged.
  if [ -z "${is_built[$project]:-}" ]; then
    build "$project" || { tell "not built" "$project"; return 0; }
    is_built[$project]=yes
  fi

  changed=$2
  until compgen -G "$copy/$changed/*.csproj" >/dev/null; do changed=$(dirname "$changed"); done
  assembly=$(dotnet msbuild "$copy/$changed" -getProperty:TargetPath -p:TargetFramework=net10.0)
  used=$copy/$project/bin/Debug/net10.0/${assembly##*/}
  cp "$used" "$kept"
  printf '%s' "${text%%"$3"*}$4$rest" >"$file"
  if ! build "$changed" --no-dependencies; then
    tell "not built" "$law"
    grep -E -m 3 'error' "$log" | sed 's/^/    /' || true
  elif { [ "$assembly" -ef "$used" ] || cp "$assembly" "$used"; } &&
      dotnet test "$copy/$project" --no-build -v quiet -nologo --filter "FullyQualifiedName~.$law" >"$log" 2>&1; then
    if grep -q 'No test matches' "$log"; then tell "no law" "$law"; else tell "survived" "$law"; fi
  elif grep -q 'Failed: *[1-9]' "$log"; then
    tell "caught" "$law"
  else
    tell "not run" "$law"
    tail -n 5 "$log" | sed 's/^/    /'
  fi

  cp "$kept" "$used"
  git -C "$copy" checkout -q -- "$2"
}

# A mutant ends where the next one begins.
law=''
end_of_mutant() {
  local word
  [ -n "$law" ] || return 0
  for word in "${words[@]}"; do
    if [[ $law == *"$word"* ]]; then
      plant "$law" "$file" "${old%$'\n'}" "${new%$'\n'}"
      return 0
    fi
  done
}

words=("${@:-}")
while IFS= read -r line <&3 || [ -n "$line" ]; do
  case $line in
    'law '*) end_of_mutant; law=${line#law } file='' old='' new='' ;;
    'in '*) file=${line#in } ;;
    '-'*) old+=${line#-}$'\n' ;;
    '+'*) new+=${line#+}$'\n' ;;
  esac
done 3<"$list"
end_of_mutant

echo "$caught caught, $others not"
[ "$others" -eq 0 ] && [ "$caught" -gt 0 ]

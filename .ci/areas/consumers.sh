# shellcheck shell=bash disable=SC2034,SC2154,SC2164
# consumers: programs outside of the repository that use the packages alone.

# A consumer is copied out of the repository, so that it inherits none of its settings and sees the packages alone.
copy_consumer() {
  cp -R "$root/.ci/consumers/$1" "$tmp/$1"
  cd "$tmp/$1"
}

restore_consumer() {
  dotnet restore -p:RestoreAdditionalProjectSources="$tmp/feed" -p:KitVersion="$version" "$@"
}

consume_core() {
  local program=
  copy_consumer core
  if command -v gcc >/dev/null 2>&1 || command -v clang >/dev/null 2>&1; then
    if restore_consumer -p:PublishAot=true -r "$(runtime)" >restore.log 2>&1; then
      # A trim or AOT warning is an error here.
      # shellcheck disable=SC2046 # no argument where it says nothing
      dotnet publish --no-restore -c Release -warnaserror -p:KitVersion="$version" -p:PublishAot=true -p:TrimmerSingleWarn=false \
        -r "$(runtime)" $(linker) -o out
      program=out/Consumer
      echo "note: compiled ahead of time, without a trim warning"
    fi
  fi
  if [ -z "$program" ]; then
    restore_consumer
    dotnet build --no-restore -c Release -warnaserror -p:KitVersion="$version" -o out
    program='dotnet out/Consumer.dll'
    echo "note: no ahead-of-time toolchain here; compiled as usual, with the trim analyzers"
  fi
  $program >stdout 2>stderr
  silent stderr
  diff "$root/.ci/consumers/core/expected.txt" stdout
}

consume_interchange() {
  copy_consumer interchange
  restore_consumer
  dotnet build --no-restore -c Release -warnaserror -p:KitVersion="$version" -o out
  dotnet out/Consumer.dll >stdout 2>stderr
  silent stderr
  diff "$root/.ci/consumers/interchange/expected.txt" stdout
}

consume_testing() {
  copy_consumer testing
  restore_consumer
  dotnet build --no-restore -c Release -warnaserror -p:KitVersion="$version" -o out
  dotnet out/Consumer.dll >stdout 2>stderr
  silent stderr
  diff "$root/.ci/consumers/testing/expected.txt" stdout
}

# The quick start with two usings, and a web API whose JSON another program reads.
consume_web() {
  local url input
  copy_consumer web
  restore_consumer
  dotnet build --no-restore -c Release -warnaserror -p:KitVersion="$version" -o out
  dotnet out/Consumer.dll quick-start >stdout 2>stderr
  silent stderr
  says stdout "strength "
  says stdout "every 3 weeks"
  command -v python3 >/dev/null 2>&1 || { echo "note: no Python to read the answers of the web API"; return 0; }
  mkfifo input
  dotnet out/Consumer.dll <input >url 2>stderr &
  exec {input}>input
  for _ in $(seq 1 100); do
    url=$(cat url)
    [ -z "$url" ] || break
    sleep 0.2
  done
  python3 read.py "$url"
  exec {input}>&-
  wait
  silent stderr
}

runtime() {
  dotnet --info | sed -n 's/^ *RID: *//p'
}

linker() {
  command -v clang >/dev/null 2>&1 || echo -p:CppCompilerAndLinker=gcc
}

area_consumers() {
  packed
  check "a consumer of the core package" consume_core
  check "a consumer of the Interchange package" consume_interchange
  check "a consumer of the Testing package" consume_testing
  check "a web API on the packages" consume_web
}

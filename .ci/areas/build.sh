# shellcheck shell=bash disable=SC2034,SC2154,SC2164
# build: restore and build the solution, warnings as errors.

build() {
  dotnet build --no-restore -warnaserror -v quiet
}

area_build() {
  check "dotnet restore" dotnet restore -v quiet
  check "dotnet build without a warning" build
  is_built=yes
}

# shellcheck shell=bash disable=SC2034,SC2154,SC2164
# seeds: the files in seeds/ are what their generator writes.


area_seeds() {
  check "the seeds are what their generator writes" dotnet run --project seeds/generator -- --check
}

# shellcheck shell=bash disable=SC2034,SC2154,SC2164
# saves: a folder of a network survives its writer being killed.


area_saves() {
  check "saves survive being killed" tests/kill-saves.sh 5
}

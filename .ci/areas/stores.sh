# shellcheck shell=bash disable=SC2034,SC2154,SC2164
# stores: the books in a database survive their writer being killed.


area_stores() {
  start_postgres
  check "books in a database survive their writer being killed" tests/kill-store.sh 5
}

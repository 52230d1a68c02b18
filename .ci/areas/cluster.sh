# shellcheck shell=bash disable=SC2034,SC2154,SC2164
# cluster: silos on PostgreSQL and Redis survive being killed, and the sample runs three of them. Left out without both servers.

cluster_of_three() {
  run_sample samples/RelationshipKit.SampleCluster --silos 3 --store postgres --seconds 3 --owners 50 || { cat "$tmp/stdout" "$tmp/stderr"; return 1; }
  silent "$tmp/stderr"
  grep -qE '^([0-9,]+) acknowledged, \1 stored$' "$tmp/stdout" || { echo "what was acknowledged is not what is stored:"; cat "$tmp/stdout"; return 1; }
  ! grep -q '^0 acknowledged' "$tmp/stdout"
}

area_cluster() {
  start_postgres
  start_redis
  if has_servers; then
    check "a cluster survives its silos being killed" tests/kill-cluster.sh 20 1
    check "RelationshipKit.SampleCluster: three silos" cluster_of_three
  fi
  # No area after this one needs the servers; an area that does starts them again.
  stop_redis
  stop_postgres
}

#!/usr/bin/env bash
# Kills silos of a cluster, and looks what became of the books: kill-cluster.sh [SECONDS] [SEED...].
# Three silos in processes of their own, 16 writers; every ten seconds a random silo is killed, and comes back after five. Every write that was
# acknowledged must be stored once, and no answer may contradict what its caller wrote before. Needs redis-server and PostgreSQL, or the servers that
# RELATIONSHIPKIT_REDIS (host:port) and RELATIONSHIPKIT_POSTGRES (a connection string) name.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds=${1:-120}
shift || true
dotnet build tests/RelationshipKit.ClusterTorture -v quiet -nologo
program=$(find tests/RelationshipKit.ClusterTorture/bin -name RelationshipKit.ClusterTorture.dll | head -n 1)
for seed in "${@:-1}"; do
  dotnet "$program" chaos "$seconds" "$seed" | sed 's/^/note: /'
done

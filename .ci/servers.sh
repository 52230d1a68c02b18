# shellcheck shell=bash disable=SC2034,SC2154,SC2164
# The servers and the browser that tests use: installed if missing and if this is root on Debian, started, and stopped.

# apt_install PACKAGE...: by apt-get, if this is root on a machine that has it; what is still missing afterwards is left out by the caller.
apt_install() {
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"; } >"$tmp/apt.log" 2>&1 || true
  fi
}

# A PostgreSQL server of this run's own, on loopback. If RELATIONSHIPKIT_POSTGRES names a server already, that one is used.
postgres_folder=
postgres_asked=
start_postgres() {
  local bin folder port _
  [ -z "$postgres_asked" ] || return 0
  postgres_asked=yes
  [ -z "${RELATIONSHIPKIT_POSTGRES:-}" ] || { echo "note: PostgreSQL is that of RELATIONSHIPKIT_POSTGRES"; return 0; }
  bin=$(postgres_programs)
  if [ -z "$bin" ]; then
    apt_install postgresql
    bin=$(postgres_programs)
  fi
  [ -n "$bin" ] || { echo "note: no PostgreSQL here; its tests are skipped"; return 0; }

  folder=$(mktemp -d /tmp/rkpg.XXXXXX)
  postgres_folder=$folder
  [ "$(id -u)" -ne 0 ] || chown "$(postgres_user)" "$folder"
  as_postgres "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --no-locale >"$tmp/postgres.log" 2>&1 || { postgres_failed; return 0; }
  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 10000))
    if as_postgres "$bin/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/log" -o "-p $port -k $folder -c listen_addresses=127.0.0.1" start >>"$tmp/postgres.log" 2>&1; then
      export RELATIONSHIPKIT_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
      echo "note: $("$bin/postgres" --version)"
      return 0
    fi
  done
  postgres_failed
}

postgres_failed() {
  echo "note: PostgreSQL did not start; its tests are skipped"
  tail -n 5 "$tmp/postgres.log" | sed 's/^/        /'
}

stop_postgres() {
  local bin
  [ -n "$postgres_folder" ] || return 0
  bin=$(postgres_programs)
  as_postgres "$bin/pg_ctl" -D "$postgres_folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$postgres_folder"
  postgres_folder=
  postgres_asked=
  unset RELATIONSHIPKIT_POSTGRES
}

# The folder with initdb, pg_ctl and postgres; Debian keeps them out of the path.
postgres_programs() {
  local folder
  for folder in $(dirname "$(command -v initdb 2>/dev/null)" 2>/dev/null) /usr/lib/postgresql/*/bin; do
    if [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && [ -x "$folder/postgres" ]; then
      echo "$folder"
      return 0
    fi
  done
}

# The server refuses to run as root.
postgres_user() {
  id -un postgres 2>/dev/null || echo nobody
}

as_postgres() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && setpriv --reuid "$(postgres_user)" --regid "$(id -gn "$(postgres_user)")" --clear-groups "$@")
  else
    "$@"
  fi
}

# A Redis server of this run's own, on loopback; silos find each other by it. If RELATIONSHIPKIT_REDIS names a server already, that one is used.
redis_pid=
redis_asked=
start_redis() {
  local port _
  [ -z "$redis_asked" ] || return 0
  redis_asked=yes
  [ -z "${RELATIONSHIPKIT_REDIS:-}" ] || { echo "note: Redis is that of RELATIONSHIPKIT_REDIS"; return 0; }
  if ! command -v redis-server >/dev/null 2>&1; then
    apt_install redis-server
  fi
  command -v redis-server >/dev/null 2>&1 || { echo "note: no Redis here; clusters of several silos are left out"; return 0; }
  port=$((20000 + RANDOM % 10000))
  redis-server --port "$port" --bind 127.0.0.1 --save '' --appendonly no --dir "$tmp" >"$tmp/redis.log" 2>&1 &
  redis_pid=$!
  for _ in $(seq 50); do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      export RELATIONSHIPKIT_REDIS="127.0.0.1:$port"
      echo "note: $(redis-server --version | cut -d' ' -f1-3)"
      return 0
    fi
    sleep 0.1
  done
  stop_redis
  redis_asked=yes
  echo "note: Redis did not start; clusters of several silos are left out"
}

stop_redis() {
  [ -n "$redis_pid" ] || return 0
  kill "$redis_pid" 2>/dev/null || true
  wait "$redis_pid" 2>/dev/null || true
  redis_pid=
  redis_asked=
  unset RELATIONSHIPKIT_REDIS
}

# Several silos need both servers.
has_servers() {
  [ -n "${RELATIONSHIPKIT_REDIS:-}" ] && [ -n "${RELATIONSHIPKIT_POSTGRES:-}" ]
}

# Pictures and pages are measured in Debian's Chromium; without one their tests are skipped with a message.
install_browser() {
  local program
  if ! command -v chromium >/dev/null 2>&1; then
    apt_install chromium fonts-noto-core
  fi
  program=$(command -v chromium || command -v google-chrome || true)
  if [ -n "$program" ]; then
    echo "note: $("$program" --version 2>/dev/null | head -n 1)"
  else
    echo "note: no Chromium here; the tests in a browser are skipped"
  fi
}

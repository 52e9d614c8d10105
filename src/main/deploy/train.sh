#!/bin/sh
# Makes busticket.aot beside busticket.jar: one start on a throw-away PostgreSQL, with a look at the first page. What was
# loaded and linked then, the next starts find ready. Every value here is a fake made for this start.
set -eu

app=${1:-.}
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
work=$(mktemp -d)

# PostgreSQL refuses to run as root.
server() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
    else
        "$@"
    fi
}
end() {
    server "$bin/pg_ctl" -D "$work/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap end EXIT

[ "$(id -u)" != 0 ] || chown postgres "$work"
server "$bin/initdb" -D "$work/data" -U busticket -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
server "$bin/pg_ctl" -D "$work/data" -l "$work/log" -w start \
    -o "-c listen_addresses=127.0.0.1 -c port=${TRAINING_DATABASE_PORT:-54329} -c unix_socket_directories=$work -c fsync=off" >/dev/null
server "$bin/createdb" -h "$work" -p "${TRAINING_DATABASE_PORT:-54329}" -U busticket busticket

key() {
    head -c 32 /dev/urandom | base64
}
export SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:${TRAINING_DATABASE_PORT:-54329}/busticket"
export SPRING_DATASOURCE_USERNAME=busticket SPRING_DATASOURCE_PASSWORD=fake
export SERVER_PORT="${TRAINING_PORT:-18080}" MANAGEMENT_SERVER_PORT="${TRAINING_MANAGEMENT_PORT:-19090}"
export APP_BASE_URL="http://localhost:$SERVER_PORT"
export PAYOS_CLIENT_ID=fake PAYOS_API_KEY=fake PAYOS_CHECKSUM_KEY=fake PAYOS_BASE_URL=http://127.0.0.1:1
export EMAIL_FROM=noreply@busticket.example SMTP_HOST=127.0.0.1 SMTP_PORT=1 SMTP_TLS=none
TICKET_SIGNING_KEY=$(key) LINK_SECRET=$(key) DATA_ENCRYPTION_KEY=$(key)
export TICKET_SIGNING_KEY LINK_SECRET DATA_ENCRYPTION_KEY

cd "$app"
"$java" -XX:AOTCacheOutput=busticket.aot -jar busticket.jar >"$work/application.log" 2>&1 &
process=$!
tries=0
until curl -fsS "http://127.0.0.1:$MANAGEMENT_SERVER_PORT/actuator/health/readiness" >/dev/null 2>&1; do
    tries=$((tries + 1))
    if [ "$tries" -gt 600 ] || ! kill -0 "$process" 2>/dev/null; then
        cat "$work/application.log" >&2
        exit 1
    fi
    sleep 0.5
done
for round in 1 2 3; do
    curl -fsS -c "$work/cookies" "http://127.0.0.1:$SERVER_PORT/" >/dev/null
    curl -fsS -b "$work/cookies" "http://127.0.0.1:$SERVER_PORT/?v-r=init&location=&query=" >/dev/null
done
kill "$process"
wait "$process" || [ $? = 143 ]
test -s busticket.aot

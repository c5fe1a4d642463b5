#!/usr/bin/env bash
# H2's PostgreSQL server with node-postgres: what is left of a connection after a statement with parameters named a
# table that is not there?
#
# Good guess: one error, and the connection goes on. PostgreSQL passes over the messages behind a statement that it
# could not prepare, until the client's Sync, and node-postgres sends all of them at once.
# Seen: H2 answers each of those messages with an error of its own. The client meets errors that belong to no query of
# its own and calls the whole connection broken: every later query is refused. A missing table has to be asked for by a
# query without parameters, which is one message.
#
# Needs Java and H2 (Debian: libh2-java). Ends with 0 while that is so, and with 1 when it has changed.
set -euo pipefail

jar=${H2_JAR:-/usr/share/java/h2.jar}
[ -e "$jar" ] || { echo "H2 is missing: install libh2-java, or name the file by H2_JAR"; exit 2; }
folder=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund pg@8.23.1 >/dev/null 2>&1

java -cp "$jar" org.h2.tools.Server -pg -pgPort 0 -baseDir "$folder/data" -ifNotExists > server.txt 2>&1 &
server=$!
until grep -q 'pg://' server.txt; do kill -0 "$server"; sleep 0.2; done
port=$(sed -nE 's|.*pg://[^:]*:([0-9]+).*|\1|p' server.txt)

cat > ask.cjs <<'JS'
const { Client } = require('pg');
const client = new Client({ host: '127.0.0.1', port: process.argv[2], user: 'sa', password: 'sa', database: 'x' });
client.on('error', () => {});
const ask = async (text) => {
  try {
    return JSON.stringify((await client.query({ text, values: [1] })).rows);
  } catch (error) {
    return error.message.split(/[;(\n]/)[0].trim();
  }
};
(async () => {
  await client.connect();
  console.log(await ask('SELECT * FROM missing WHERE a = $1'));
  console.log(await ask('SELECT CAST($1 AS INT) AS n'));
  await client.end();
})();
JS
seen=$(node ask.cjs "$port")

echo "H2 $(unzip -p "$jar" META-INF/MANIFEST.MF | sed -nE 's/^Implementation-Version: ([0-9.]+).*/\1/p'), pg 8.23.1, $(node --version)"
echo "good guess:  Table \"missing\" not found, then [{\"n\":1}]"
echo "seen:        $(echo "$seen" | paste -sd, | sed 's/,/, then /')"
[ "$(tail -1 <<<"$seen")" = 'Client has encountered a connection error and is not queryable' ]

#!/usr/bin/env bash
# openblox (Roblox's web APIs for Node): does a configuration that is bound to one call decide whose key it sends?
#
# The types of its methods take a configuration as `this`, and the code reads it from there, for a program that serves
# several groups with a key each.
# Good guess: `method.call(createOpenbloxConfig({ cloudKey }), args)` sends that key, and goes over that adapter.
# Seen: every method was bound to `undefined` when it was made, so `.call` and `.bind` change nothing. The process-wide
# default configuration answers, with its key. One process can serve one key only, or changes the default for each call.
#
# No request leaves the machine: the adapters are functions of this script. Ends with 0 while that is so, and with 1
# when it has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund openblox@1.0.62 >/dev/null 2>&1

cat > call.cjs <<'JS'
const { createOpenbloxConfig, setDefaultOpenbloxConfig } = require('openblox/config');
const { GroupsApi } = require('openblox/cloud');
const { HttpResponse } = require('openblox/http');

const seen = [];
const configOf = (name) => {
  const adapter = async ({ url, method, headers }) => {
    seen.push(`key of ${headers['x-api-key']}, adapter of ${name}`);
    return new HttpResponse({ url, method, success: true, statusCode: 200, headers: new Headers(), body: {} });
  };
  return createOpenbloxConfig({ cloudKey: name, http: { adapter } });
};
setDefaultOpenbloxConfig(configOf('the-default'));
GroupsApi.groupInfo.call(configOf('this-call'), { groupId: 1 }).then(() => console.log(seen.join('; ')));
JS

seen=$(node call.cjs)
echo "openblox 1.0.62, $(node --version)"
echo "good guess:  key of this-call, adapter of this-call"
echo "seen:        $seen"
[ "$seen" = 'key of the-default, adapter of the-default' ]

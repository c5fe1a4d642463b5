#!/usr/bin/env bash
# discord-interactions: what does a program load that only wants one of its numbers, such as InteractionType.PING?
#
# The package exports enums and response types beside `verifyKey`, which is the only part that uses cryptography.
# Good guess: importing an enum loads a few objects; WebCrypto is loaded when a signature is verified.
# Seen: importing anything of it asks for `crypto.subtle` at once, so Node.js loads all of WebCrypto. A function that
# starts cold for each command pays for it, though it verifies nothing, unless a bundler drops the import.
#
# Ends with 0 while that is so, and with 1 when it has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund discord-interactions@4.4.0 >/dev/null 2>&1

cat > load.cjs <<'JS'
const webcrypto = () => process.moduleLoadList.filter((name) => name.includes('crypto/webcrypto')).length;
const before = webcrypto();
const { InteractionType } = require('discord-interactions');
console.log(`PING is ${InteractionType.PING}, WebCrypto ${webcrypto() > before ? 'loaded' : 'not loaded'}`);
JS

seen=$(node load.cjs)
echo "discord-interactions 4.4.0, $(node --version)"
echo "good guess:  PING is 1, WebCrypto not loaded"
echo "seen:        $seen"
[ "$seen" = 'PING is 1, WebCrypto loaded' ]

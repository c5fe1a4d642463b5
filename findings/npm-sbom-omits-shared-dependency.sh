#!/usr/bin/env bash
# npm sbom --omit dev: is a package in it that production and development both need?
#
# Good guess: "--omit dev" leaves out what only development needs, as "npm ls --omit dev" does, so a package that a
# production dependency requires stays in the bill of materials.
# Seen: where the project also names the package among its devDependencies, and npm installs one copy for both, npm
# sbom leaves it out, while npm ls lists it below the production dependency. A bill of materials made so is short of
# what is shipped. Take the list of what is in the bundle from the bundler, or add up "npm ls --omit dev --json".
#
# Ends with 0 while that is so, and with 1 when it has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir tool project
npm install --silent --no-audit --no-fund --prefix tool npm@11.19.1 >/dev/null
npm() { node "$folder/tool/node_modules/npm/bin/npm-cli.js" "$@"; }

cd project
cat > package.json <<'JSON'
{
  "name": "example",
  "version": "1.0.0",
  "private": true,
  "dependencies": { "jsonwebtoken": "9.0.2" },
  "devDependencies": { "semver": "7.6.3" }
}
JSON
npm install --silent --no-audit --no-fund --ignore-scripts >/dev/null 2>&1

listed=$(npm ls --omit dev --all --parseable 2>/dev/null | grep -c '/node_modules/semver$' || true)
in_sbom=$(npm sbom --omit dev --sbom-format cyclonedx 2>/dev/null | grep -c '"bom-ref": "semver@' || true)

echo "npm $(npm --version), jsonwebtoken 9.0.2 (needs semver), semver 7.6.3 among the devDependencies"
echo "good guess:  npm ls --omit dev lists semver 1 time, npm sbom --omit dev 1 time"
echo "seen:        npm ls --omit dev lists semver $listed time, npm sbom --omit dev $in_sbom times"
[ "$listed" -eq 1 ] && [ "$in_sbom" -eq 0 ]

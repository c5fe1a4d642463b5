#!/usr/bin/env bash
# oci-common (OCI SDK for TypeScript): which configuration file does a provider without arguments read?
#
# Good guess: the variable OCI_CONFIG_FILE names it, and ~/.oci/config is the default when the variable is not set, as
# with other tools that take a file from the environment.
# Seen: ~/.oci/config is read wherever it exists; OCI_CONFIG_FILE counts only where it does not. Somebody who sets the
# variable beside a file at home works as the user of the file at home. Pass the path to the provider instead.
#
# Ends with 0 while that is so, and with 1 when it has changed.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true}' > package.json
npm install --silent --no-audit --no-fund oci-common@2.142.1 >/dev/null 2>&1
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key.pem 2>/dev/null

config() {
  printf '[DEFAULT]\nuser=%s\nfingerprint=%s\ntenancy=ocid1.tenancy.oc1..example\nregion=eu-frankfurt-1\nkey_file=%s\n' \
    "$1" "aa:aa:aa:aa:aa:aa:aa:aa:aa:aa:aa:aa:aa:aa:aa:aa" "$folder/key.pem"
}
mkdir -p home/.oci empty
config ocid1.user.oc1..at-home > home/.oci/config
config ocid1.user.oc1..of-the-variable > other.config
cat > user.cjs <<'JS'
const { ConfigFileAuthenticationDetailsProvider } = require('oci-common');
console.log(new ConfigFileAuthenticationDetailsProvider().getUser());
JS

both=$(HOME="$folder/home" OCI_CONFIG_FILE="$folder/other.config" node user.cjs 2>/dev/null | tail -1)
alone=$(HOME="$folder/empty" OCI_CONFIG_FILE="$folder/other.config" node user.cjs 2>/dev/null | tail -1)

echo "oci-common 2.142.1, $(node --version)"
echo "good guess:  the user of OCI_CONFIG_FILE, with and without a file at home"
echo "seen:        with a file at home: $both; without one: $alone"
[ "$both" = ocid1.user.oc1..at-home ] && [ "$alone" = ocid1.user.oc1..of-the-variable ]

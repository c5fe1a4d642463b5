'use strict';
// Stands in for node-fetch and isomorphic-fetch, which oci-common asks for where there is no fetch: Node.js 22 has
// one. Keeps 300 KB of tables out of dist/functions/oci.cjs and a third of its time to load.
module.exports = fetch;

'use strict';
// Loads the bundles of this folder with the code that V8 made of them while the image was built.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const FOLDER = join(__dirname, 'functions');
const loaded = new Map();

/**
 * What a bundle exports; a second call gives the same. Beside `xp.cjs` may lie `xp.cjs.cache`. It is good for any
 * user, path and processor of one architecture, as long as the text and Node.js are the same; NODE_COMPILE_CACHE is
 * missed in silence under another user id or on a processor with other features than the one that built the image. A
 * cache that V8 refuses costs time and nothing else, and is reported on standard error.
 *
 * Measured (Node.js 22.23, 2 busy processors): the cache saves little of a cold start's first answer, since most of it
 * is Node.js itself: /xp 131 ms instead of 148, and no difference beyond the noise for /submit-event (168 and 161 ms)
 * and the front door. It pays for what a command's first call in the cloud loads: oracledb takes 37 ms of processor
 * time instead of 66, and the OCI SDK 89 instead of 146.
 */
function loadBundle(file) {
  const known = loaded.get(file);
  if (known !== undefined) return known.module.exports;
  const path = join(FOLDER, file);
  const cache = existsSync(`${path}.cache`) ? readFileSync(`${path}.cache`) : undefined;
  const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(path, 'utf8')}\n})`;
  const script = new Script(text, { filename: path, cachedData: cache });
  if (script.cachedDataRejected === true)
    process.stderr.write(
      `${path}.cache is of another Node.js; this start is slower. Build the image again.\n`,
    );
  const module = { exports: {} };
  loaded.set(file, { module, script, path });
  // Bundles find each other in this folder (oracledb, the OCI SDK); everything else they need is part of Node.js.
  const requireFromBundle = (id) => (id.startsWith('./') ? loadBundle(id.slice(2)) : require(id));
  script.runInThisContext()(module.exports, requireFromBundle, module, path, FOLDER);
  return module.exports;
}

/** Writes the code of a loaded bundle beside it, with all functions that have run until now. */
function writeCache(file) {
  const { script, path } = loaded.get(file);
  writeFileSync(`${path}.cache`, script.createCachedData());
}

module.exports = { loadBundle, writeCache };

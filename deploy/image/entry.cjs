'use strict';
// Starts the one function that FUNCTION_NAME names: the image holds the bundles of all.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { loadBundle } = require('./load-bundle.cjs');

const name = process.env.FUNCTION_NAME ?? '';
const names = JSON.parse(readFileSync(join(__dirname, 'functions.json'), 'utf8')).map((one) => one.name);

if (!names.includes(name)) {
  const given = name === '' ? 'FUNCTION_NAME is not set' : `FUNCTION_NAME is ${JSON.stringify(name)}`;
  process.stderr.write(`${given}; this image holds no such function. It holds: ${names.join(', ')}.\n`);
  process.exit(1);
}

// The first process of a container ends at no signal that it does not handle.
process.on('SIGTERM', () => process.exit(0));

loadBundle(`${name}.cjs`);

// Every npm script goes through here: `node scripts/run.mjs` checks the version of Node.js and stops with one
// line where it is too old, `node -- scripts/run.mjs file.ts [arguments]` then runs that file in the same process.
// Without the `--` Node.js takes an `--env-file` of the script for its own.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const major = Number(process.versions.node.split('.')[0]);
if (major < 22) {
  process.stderr.write(
    `This project needs Node.js 22 (OCI Functions runs it); this is ${process.version}. ` +
      'Run "npm ci", which installs Node.js 22 into node_modules, and start through "npm run".\n',
  );
  process.exit(1);
}

// node:sqlite and type stripping work in Node.js 22 and announce themselves as experimental on every start.
process.removeAllListeners('warning');
process.on('warning', (warning) => {
  if (warning.name !== 'ExperimentalWarning') process.stderr.write(`${warning.name}: ${warning.message}\n`);
});

const [file] = process.argv.splice(2, 1);
if (file !== undefined) {
  const entry = resolve(file);
  process.argv[1] = entry;
  await import(pathToFileURL(entry).href);
}

// Every npm script goes through here: `node scripts/run.mjs` checks the version of Node.js and stops with one
// line where it is too old, `node -- scripts/run.mjs file.ts [arguments]` then runs that file in the same process.
// Without the `--` Node.js takes an `--env-file` of the script for its own.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import module from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

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
  await useCompiled(pathToFileURL(entry).href);
  await import(pathToFileURL(entry).href);
}

/**
 * Lets imports of the project's TypeScript find the JavaScript that scripts/build/compile-scripts.ts made of it, made
 * again first where a source has changed. Where it cannot be made (a source is wrong, dist cannot be written, esbuild
 * is not installed), Node.js strips the types of each file, which takes longer.
 */
async function useCompiled(entry) {
  if (module.registerHooks === undefined) return;
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const folder = join(root, 'dist/scripts');
  let compiled = readCompiled(root, folder);
  if (compiled === undefined) {
    try {
      const { compileScripts } = await import('./build/compile-scripts.ts');
      await compileScripts(root);
    } catch {
      return;
    }
    compiled = readCompiled(root, folder);
  }
  const files = new Map(
    Object.entries(compiled?.files ?? {}).map(([source, made]) => [
      pathToFileURL(join(root, source)).href,
      pathToFileURL(join(folder, made)).href,
    ]),
  );
  // Another file's imports are left alone too: no module is there twice.
  if (!files.has(entry)) return;
  module.setSourceMapsSupport(true);
  module.registerHooks({
    resolve(specifier, context, next) {
      const found = next(specifier, context);
      const made = files.get(found.url);
      return made === undefined ? found : { ...found, url: made, format: 'module' };
    },
  });
}

/** What was compiled; undefined where it is not of the sources as they are now. */
function readCompiled(root, folder) {
  try {
    const compiled = JSON.parse(readFileSync(join(folder, 'compiled.json'), 'utf8'));
    return compiled.root === root && compiled.sources.every((source) => isSame(root, source))
      ? compiled
      : undefined;
  } catch {
    return undefined;
  }
}

function isSame(root, { path, mtimeMs, size, sha256 }) {
  const found = statSync(join(root, path));
  return (
    found.size === size &&
    (found.mtimeMs === mtimeMs ||
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest('hex') === sha256)
  );
}

import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import * as z from 'zod/mini';

const COMPILED = 'dist/scripts';
/** Of a folder of `functions/`, what scripts read by its path. */
const OF_FUNCTIONS = ['declaration.ts', 'modals.ts', 'command.ts'];
/** What decides how sources are compiled and is none itself. */
const ALSO = ['package.json', 'package-lock.json', 'scripts/build/compile-scripts.ts'];
const DAY_MS = 86_400_000;

const Package = z.object({ scripts: z.record(z.string(), z.string()) });

/**
 * Makes the JavaScript of every script of package.json in `dist/scripts`, and `compiled.json`, by which `run.mjs` finds
 * it and sees whether it is still that of the sources. A start then reads tens of files, not a thousand that Node.js
 * strips of their types one by one. Packages stay where they are. Throws where a source is no TypeScript, where esbuild
 * is not installed and where nothing can be written. Files are added under new names, so that a script that runs
 * meanwhile finds its own.
 */
export async function compileScripts(root: string): Promise<void> {
  const folder = join(root, COMPILED);
  await mkdir(folder, { recursive: true });
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: await entryPoints(root),
    entryNames: '[name]-[hash]',
    chunkNames: 'shared-[hash]',
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    external: ['clan-bot:*'],
    format: 'esm',
    platform: 'node',
    target: 'node22',
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'silent',
    // As Node.js takes it: a name that a source does not export is no undefined.
    logOverride: { 'import-is-undefined': 'error' },
    metafile: true,
    write: false,
    define: PLACES,
    plugins: [placesOfSources],
  });
  for (const { path, contents } of outputFiles) if (!existsSync(path)) await writeWhole(path, contents);
  const files = Object.entries(metafile.outputs).flatMap(([path, { entryPoint }]) =>
    entryPoint === undefined ? [] : [[entryPoint, relative(COMPILED, path)]],
  );
  const sources = [...Object.keys(metafile.inputs), ...ALSO].map((path) => stateOf(root, path));
  const compiled = { root, files: Object.fromEntries(files), sources: await Promise.all(sources) };
  await writeWhole(join(folder, 'compiled.json'), JSON.stringify(compiled));
  await removeStale(folder, new Set([...outputFiles.map(({ path }) => path), join(folder, 'compiled.json')]));
}

async function entryPoints(root: string): Promise<string[]> {
  const { scripts } = Package.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  const named = Object.values(scripts).flatMap((line) => /run\.mjs (\S+\.ts)$/.exec(line)?.[1] ?? []);
  const functions = await readdir(join(root, 'functions')).catch(() => []);
  const read = functions.flatMap((name) => OF_FUNCTIONS.map((file) => `functions/${name}/${file}`));
  const all = new Set([...named, 'local/start.ts', ...read]);
  return [...all].filter((path) => existsSync(join(root, path)));
}

/** What `import.meta` says in a source is of the source, not of its JavaScript: it finds its files by that. */
const PLACES = {
  'import.meta.dirname': 'sourceFolder',
  'import.meta.filename': 'sourceFile',
  'import.meta.url': 'sourceUrl',
};
const placesOfSources: Plugin = {
  name: 'places-of-sources',
  setup(builder) {
    builder.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('import.meta.')) return { contents: text, loader: 'ts' };
      const places = [dirname(path), path, pathToFileURL(path).href].map((place) => JSON.stringify(place));
      const names = Object.values(PLACES).map((name, index) => `${name} = ${places[index]}`);
      return { contents: `const ${names.join(', ')}; ${text}`, loader: 'ts' };
    });
  },
};

async function stateOf(root: string, path: string) {
  const full = join(root, path);
  const [{ mtimeMs, size }, text] = await Promise.all([stat(full), readFile(full)]);
  return { path, mtimeMs, size, sha256: hash('sha256', text) };
}

async function writeWhole(path: string, contents: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, contents);
  await rename(temporary, path);
}

/** What an earlier state of the sources left. Younger than a day, it may be what another start is about to read. */
async function removeStale(folder: string, kept: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (kept.has(path)) continue;
    const found = await stat(path).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > DAY_MS) await rm(path, { force: true });
  }
}

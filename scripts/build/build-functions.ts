import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join, relative } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import * as z from 'zod/mini';
import { layDrawingFiles } from './drawing-files.ts';
import { type FunctionFolder, readFunctionFolders } from './function-folders.ts';
import { virtualModules } from './virtual-modules.ts';

/** Loaded at first use, from files of their own beside the bundles: most calls need none. Pictures run in a thread. */
const LAZY = {
  oracledb: 'oracledb',
  'shared/oci/sdk.ts': 'oci',
  'shared/pictures/decode-worker.ts': 'pictures',
  'clan-bot:modals': 'modals',
  'shared/drawing/draw-picture.ts': 'drawing',
} as const;
/** What the decoders of pictures read when they start, beside the bundles. */
const WASM = [
  '@jsquash/avif/codec/dec/avif_dec.wasm',
  '@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  '@jsquash/webp/codec/dec/webp_dec.wasm',
];

const Package = z.object({ name: z.string(), version: z.string() });

const NODE_HAS_FETCH = join(import.meta.dirname, 'node-has-fetch.cjs');

export interface BuildResult {
  /** The functions that were built, by name, each with the source files in its bundle (relative paths). */
  readonly built: ReadonlyMap<string, readonly string[]>;
  /** The npm packages whose code is in a bundle, as `name@version`, sorted. */
  readonly packages: readonly string[];
  /** What is wrong with the rest; empty when everything was built. */
  readonly problems: readonly string[];
}

/**
 * Bundles every function into `<outDir>/functions/<name>.cjs` (CommonJS, minified, for Node.js 22) and writes
 * `<outDir>/functions.json`, which Terraform and the local platform read. A function that cannot be built does
 * not keep the others from it. Files are replaced whole, so a platform that runs meanwhile finds no half of one.
 */
export async function buildFunctions(root: string, outDir = join(root, 'dist')): Promise<BuildResult> {
  const { folders, problems } = await readFunctionFolders(root);
  const files = join(outDir, 'functions');
  await mkdir(files, { recursive: true });
  const [functions, lazySources, drawingFiles] = await Promise.all([
    bundleFunctions(root, folders),
    bundleLazyModules(root, files),
    layDrawingFiles(root, files),
  ]);
  for (const [name, { text }] of functions.bundles) await replaceFile(join(files, `${name}.cjs`), text);
  await replaceFile(join(outDir, 'functions.json'), functionsJson(folders));
  await removeStale(files, [...folders.map((folder) => folder.declaration.name), ...Object.values(LAZY)]);
  return {
    built: new Map([...functions.bundles].map(([name, { sources }]) => [name, sources])),
    packages: await packagesOf(root, [
      ...[...functions.bundles.values()].flatMap(({ sources }) => sources),
      ...lazySources,
      ...drawingFiles,
    ]),
    problems: [...problems, ...functions.problems],
  };
}

async function packagesOf(root: string, sources: readonly string[]): Promise<string[]> {
  const folders = new Set<string>();
  for (const source of sources) {
    const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(source) ?? [];
    if (folder !== undefined) folders.add(folder);
  }
  const names = [...folders].map(async (folder) => {
    const { name, version } = Package.parse(
      JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')),
    );
    return `${name}@${version}`;
  });
  return [...new Set(await Promise.all(names))].sort();
}

/** What Terraform makes and the local agent runs; nothing about routes. */
function functionsJson(folders: readonly FunctionFolder[]): string {
  const functions = folders.map(({ declaration }) => {
    const { name, kind, memoryMb, timeoutSeconds, detachedTimeoutSeconds } = declaration;
    return { name, kind, memoryMb, timeoutSeconds, detachedTimeoutSeconds };
  });
  return `${JSON.stringify(functions, null, 2)}\n`;
}

interface Bundle {
  readonly text: string;
  readonly sources: readonly string[];
}

/** All at once, since they share most of their files; one by one when that fails, to know which is to blame. */
async function bundleFunctions(
  root: string,
  folders: readonly FunctionFolder[],
): Promise<{ bundles: ReadonlyMap<string, Bundle>; problems: readonly string[] }> {
  try {
    return { bundles: await bundle(root, folders), problems: [] };
  } catch {
    const bundles = new Map<string, Bundle>();
    const problems: string[] = [];
    for (const folder of folders) {
      try {
        for (const [name, one] of await bundle(root, [folder])) bundles.set(name, one);
      } catch (error) {
        problems.push(
          `functions/${folder.declaration.name}: ${error instanceof Error ? error.message : error}`,
        );
      }
    }
    return { bundles, problems };
  }
}

async function bundle(root: string, folders: readonly FunctionFolder[]): Promise<Map<string, Bundle>> {
  const { outputFiles, metafile } = await build({
    ...options(root),
    entryPoints: Object.fromEntries(folders.map(({ declaration, entry }) => [declaration.name, entry])),
    plugins: [lazyModules(root), virtualModules(root)],
  });
  return new Map(
    outputFiles.map(({ path, text }) => {
      const sources = Object.keys(metafile.outputs[relative(root, path)]?.inputs ?? {});
      return [basename(path, '.js'), { text, sources }];
    }),
  );
}

/** Functions that need one of these load it by a dynamic import, which stays one in the bundle. */
async function bundleLazyModules(root: string, files: string): Promise<string[]> {
  const sources: string[] = [];
  for (const [module, name] of Object.entries(LAZY)) {
    const isFile = module.endsWith('.ts');
    if (isFile && !existsSync(join(root, module))) continue;
    const entryPoints = [isFile ? join(root, module) : module];
    const result = await build({ ...options(root), entryPoints, plugins: [virtualModules(root)] });
    await replaceFile(join(files, `${name}.cjs`), result.outputFiles[0]?.text ?? '');
    sources.push(...Object.keys(result.metafile.inputs));
  }
  const { resolve } = createRequire(join(root, 'package.json'));
  for (const file of WASM) {
    const target = join(files, basename(file));
    if (!existsSync(target)) await copyFile(resolve(file), target);
  }
  return sources;
}

function options(root: string) {
  return {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node22',
    // import() of a CommonJS file starts the ESM loader and reads the file twice: oracledb and the OCI SDK then take
    // two to three times the processor time of require() (215 ms instead of 66, 279 instead of 146) at a cold start.
    supported: { 'dynamic-import': false },
    format: 'cjs',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
    write: false,
    define: { 'import.meta.dirname': '__dirname' },
    outdir: join(root, 'dist'),
    alias: { 'node-fetch': NODE_HAS_FETCH, 'isomorphic-fetch': NODE_HAS_FETCH },
  } as const satisfies BuildOptions;
}

function lazyModules(root: string): Plugin {
  return {
    name: 'clan-bot-lazy-modules',
    setup(builder) {
      builder.onResolve(
        { filter: /^oracledb$|\/(sdk|draw-picture)\.ts$|^clan-bot:modals$/ },
        ({ path, resolveDir, kind }) => {
          const module = path.startsWith('.') ? relative(root, join(resolveDir, path)) : path;
          const file = Object.entries(LAZY).find(([name]) => name === module)?.[1];
          if (file === undefined) return undefined;
          if (kind !== 'dynamic-import') {
            return {
              errors: [{ text: `${module} is imported with import() only, so that it loads at first use.` }],
            };
          }
          return { path: `./${file}.cjs`, external: true };
        },
      );
    },
  };
}

/** Writes a file whole or not at all; leaves it alone where nothing changed. */
async function replaceFile(path: string, text: string): Promise<void> {
  if (existsSync(path) && (await readFile(path, 'utf8')) === text) return;
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, text);
  await rename(temporary, path);
}

/** Bundles of functions that are no more. */
async function removeStale(files: string, names: readonly string[]): Promise<void> {
  for (const file of await readdir(files)) {
    if (file.endsWith('.cjs') && !names.includes(file.slice(0, -4)))
      await rm(join(files, file), { force: true });
  }
}

import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { type FunctionFolder, readFunctionFolders } from './function-folders.ts';
import { virtualModules } from './virtual-modules.ts';

/** Loaded at first use, from files of their own beside the bundles: most calls need neither. */
const LAZY = { oracledb: 'oracledb', 'shared/oci/sdk.ts': 'oci' } as const;

export interface BuildResult {
  /** The functions that were built, by name. */
  readonly built: readonly string[];
  /** What is wrong with the rest; empty when everything was built. */
  readonly problems: readonly string[];
  /** What went into each bundle, by function. */
  readonly metafiles: Readonly<Record<string, Metafile>>;
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

  const metafiles: Record<string, Metafile> = {};
  const failures: string[] = [];
  for (const folder of folders) {
    try {
      metafiles[folder.declaration.name] = await bundle(root, folder.entry, files, folder.declaration.name);
    } catch (error) {
      failures.push(
        `functions/${folder.declaration.name}: ${error instanceof Error ? error.message : error}`,
      );
    }
  }
  await bundleLazyModules(root, files);
  await replaceFile(join(outDir, 'functions.json'), functionsJson(folders));
  const built = Object.keys(metafiles);
  await removeStale(files, [...folders.map((folder) => folder.declaration.name), ...Object.values(LAZY)]);
  return { built, problems: [...problems, ...failures], metafiles };
}

/** What Terraform makes and the local agent runs; nothing about routes. */
function functionsJson(folders: readonly FunctionFolder[]): string {
  const functions = folders.map(({ declaration }) => {
    const { name, kind, memoryMb, timeoutSeconds, detachedTimeoutSeconds } = declaration;
    return { name, kind, memoryMb, timeoutSeconds, detachedTimeoutSeconds };
  });
  return `${JSON.stringify(functions, null, 2)}\n`;
}

async function bundle(root: string, entry: string, files: string, name: string): Promise<Metafile> {
  const result = await build({
    ...options(root),
    entryPoints: [entry],
    plugins: [virtualModules(root), lazyModules(root)],
  });
  await replaceFile(join(files, `${name}.cjs`), result.outputFiles[0]?.text ?? '');
  return result.metafile;
}

/** Functions that need one of these load it by a dynamic import, which stays one in the bundle. */
async function bundleLazyModules(root: string, files: string): Promise<void> {
  for (const [module, name] of Object.entries(LAZY)) {
    const isPackage = !module.endsWith('.ts');
    if (!isPackage && !existsSync(join(root, module))) continue;
    const entry = isPackage ? module : join(root, module);
    const result = await build({ ...options(root), entryPoints: [entry] });
    await replaceFile(join(files, `${name}.cjs`), result.outputFiles[0]?.text ?? '');
  }
}

function options(root: string) {
  return {
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    metafile: true,
    write: false,
  } as const satisfies BuildOptions;
}

function lazyModules(root: string): Plugin {
  return {
    name: 'clan-bot-lazy-modules',
    setup(builder) {
      builder.onResolve({ filter: /^oracledb$|\/sdk\.ts$/ }, ({ path, resolveDir, kind }) => {
        const module = path.startsWith('.') ? relative(root, join(resolveDir, path)) : path;
        const file = Object.entries(LAZY).find(([name]) => name === module)?.[1];
        if (file === undefined) return undefined;
        if (kind !== 'dynamic-import') {
          return {
            errors: [{ text: `${module} is imported with import() only, so that it loads at first use.` }],
          };
        }
        return { path: `./${file}.cjs`, external: true };
      });
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

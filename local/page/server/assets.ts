import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { build } from 'esbuild';

export interface Asset {
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly gzipped: Buffer;
}

const BROWSER = join(import.meta.dirname, '../browser');
const TYPES: Readonly<Record<string, string>> = {
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  'page.html': 'text/html; charset=utf-8',
};

/** The page's files by name: bundled by esbuild from the sources, minified, and compressed once. */
export async function buildAssets(): Promise<ReadonlyMap<string, Asset>> {
  const built = await build({
    entryPoints: { page: join(BROWSER, 'main.tsx'), style: join(BROWSER, 'style.css') },
    outdir: '/',
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2023',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const named = (ending: string) => {
    const file = built.outputFiles.find((output) => output.path.endsWith(ending));
    return Buffer.from(file?.contents ?? []);
  };
  const files = {
    'page.js': named('page.js'),
    'page.css': named('style.css'),
    'page.html': await readFile(join(BROWSER, 'page.html')),
  };
  const assets = await Promise.all(
    Object.entries(files).map(async ([name, bytes]): Promise<[string, Asset]> => {
      const contentType = TYPES[name] ?? 'application/octet-stream';
      return [name, { contentType, bytes, gzipped: await promisify(gzip)(bytes, { level: 9 }) }];
    }),
  );
  return new Map(assets);
}

import { join } from 'node:path';
import { build } from 'esbuild';

const REFERENCES = [
  'bare-fdk',
  'verifying-fdk',
  'handing-over-fdk',
  'discord-hono',
  'express',
  'slash-create',
  'carbon',
  'dressed',
] as const;
export type References = Readonly<Record<(typeof REFERENCES)[number], string>>;

/** Bundles what is compared with, as the functions are bundled; returns the files' paths. */
export async function buildReferences(directory: string): Promise<References> {
  await build({
    entryPoints: REFERENCES.map((name) => join(import.meta.dirname, `${name}.ts`)),
    outdir: directory,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    minify: true,
    legalComments: 'none',
  });
  const path = (name: string) => join(directory, `${name}.cjs`);
  return {
    'bare-fdk': path('bare-fdk'),
    'verifying-fdk': path('verifying-fdk'),
    'handing-over-fdk': path('handing-over-fdk'),
    'discord-hono': path('discord-hono'),
    express: path('express'),
    'slash-create': path('slash-create'),
    carbon: path('carbon'),
    dressed: path('dressed'),
  };
}

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where the official files are looked for, in this order. */
export function specFolders(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const named = environment['SPECS_DIR'];
  const known = [resolve(ROOT, '../shared/specs'), join(ROOT, 'test/specs')];
  return named === undefined || named === '' ? known : [resolve(named), ...known];
}

/** The official OpenAPI files, and the JSON examples of Discord's documents, which tests read. */
export type SpecName = 'discord-openapi.json' | 'roblox-openapi.json' | 'discord-doc-examples.json';

/** The path of an official file; undefined when no folder has it. */
export function findSpec(
  name: SpecName,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): string | undefined {
  return specFolders(environment)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

const missing = new Set<string>();

/** Says once per process that requests go unchecked, and what would change that. */
export function warnUnchecked(name: string): void {
  if (missing.has(name)) return;
  missing.add(name);
  console.error(`${name} was not found, so requests are not checked against it. "npm run specs" fetches it.`);
}

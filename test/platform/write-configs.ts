import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';

const AnyObject = z.record(z.string(), z.unknown());

/** Copies clans' files with changes: keys of settings replace those of the file, ranks replace the whole file. */
export async function writeConfigs(
  from: string,
  to: string,
  changes: {
    readonly clans: readonly string[];
    readonly settings: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    readonly ranks: Readonly<Record<string, readonly unknown[]>>;
  },
): Promise<string> {
  for (const clan of changes.clans) {
    await mkdir(join(to, clan), { recursive: true });
    const settings = AnyObject.parse(JSON.parse(await readFile(join(from, clan, 'settings.json'), 'utf8')));
    const changed = { ...settings, ...changes.settings[clan] };
    await writeFile(join(to, clan, 'settings.json'), JSON.stringify(changed));
    const ranks = changes.ranks[clan];
    const text =
      ranks === undefined ? await readFile(join(from, clan, 'ranks.json'), 'utf8') : JSON.stringify(ranks);
    await writeFile(join(to, clan, 'ranks.json'), text);
  }
  return to;
}

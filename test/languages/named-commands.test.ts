import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { isRecord } from '../../local/emulator/plain.ts';
import { collectCommands } from '../../scripts/registration/collect-commands.ts';
import { Settings } from '../../shared/clans/settings.ts';
import { LANGUAGES, type Language } from '../../shared/languages/language.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** `/points add` in a text, or in the source of a function that makes one. */
const NAMED = /\\?`\/([^`\\$]+)\\?`/g;

/** What members may type in each language: commands and their subcommands, without the slash. */
const typed = new Map<Language, Set<string>>();
/** Every text of every catalogue, with the file and the language it is in. */
const texts: { readonly file: string; readonly language: Language; readonly text: string }[] = [];

beforeAll(async () => {
  const settings = Settings.parse({
    clan_name: 'A Clan',
    application_id: '1100000000000000001',
    public_key: 'a'.repeat(64),
    guild_id: '1100000000000000002',
    roblox_group_id: '1',
  });
  const { commands } = await collectCommands(ROOT, settings);
  for (const language of LANGUAGES) {
    typed.set(language, new Set(commands.flatMap((command) => phrasesOf(command, language))));
  }
  for (const file of globSync('{functions,shared}/**/*texts*.ts', { cwd: ROOT })) {
    if (file.endsWith('.test.ts')) continue;
    const module: unknown = await import(pathToFileURL(resolve(ROOT, file)).href);
    for (const value of isRecord(module) ? Object.values(module) : []) {
      if (typeof value !== 'function' || !('all' in value) || !isRecord(value.all)) continue;
      for (const language of LANGUAGES) {
        for (const text of leaves(value.all[language])) texts.push({ file, language, text });
      }
    }
  }
});

it('a command that a text names is one that members can type in its language', () => {
  const unknown = texts.flatMap(({ file, language, text }) =>
    [...text.matchAll(NAMED)]
      .map(([, named = '']) => named)
      .filter((named) => typed.get(language)?.has(named) !== true)
      .map((named) => `${file}: ${language}: /${named}`),
  );
  expect(unknown).toEqual([]);
});

it('texts name the same number of commands in every language', () => {
  const counts = new Map<string, Map<Language, number>>();
  for (const { file, language, text } of texts) {
    const of = counts.get(file) ?? new Map<Language, number>();
    of.set(language, (of.get(language) ?? 0) + [...text.matchAll(NAMED)].length);
    counts.set(file, of);
  }
  for (const [file, of] of counts) expect(new Set(of.values()).size, file).toBe(1);
});

function phrasesOf(command: unknown, language: Language): string[] {
  if (!isRecord(command)) return [];
  const name = nameIn(command, language);
  const options = Array.isArray(command['options']) ? command['options'] : [];
  const inside = options.filter(
    (option) => isRecord(option) && (option['type'] === 1 || option['type'] === 2),
  );
  return [name, ...inside.flatMap((each) => phrasesOf(each, language).map((phrase) => `${name} ${phrase}`))];
}

function nameIn(command: Readonly<Record<string, unknown>>, language: Language): string {
  const names = command['name_localizations'];
  return String((isRecord(names) ? names[language] : undefined) ?? command['name']);
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [value.toString()];
  if (Array.isArray(value)) return value.flatMap(leaves);
  return isRecord(value) ? Object.values(value).flatMap(leaves) : [];
}

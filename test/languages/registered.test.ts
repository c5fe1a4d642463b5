import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { commandProblems } from '../../local/discord/command-limits.ts';
import { modalProblems } from '../../local/discord/modal-limits.ts';
import { isRecord } from '../../local/emulator/plain.ts';
import { loadChecks } from '../../local/openapi/load-checks.ts';
import { type FunctionFolder, readFunctionFolders } from '../../scripts/build/function-folders.ts';
import { type CommandJson, collectCommands } from '../../scripts/registration/collect-commands.ts';
import { Settings } from '../../shared/clans/settings.ts';
import { LANGUAGES } from '../../shared/languages/language.ts';
import { openApiFile } from '../contract/openapi-files.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const LOCALES = ['de', 'es-419', 'es-ES', 'fr', 'pt-BR'];
const file = openApiFile('discord-openapi.json');

/** What Discord shows of a command: itself, an option, a choice. */
interface Shown {
  readonly name: string;
  readonly description?: string | undefined;
  readonly options?: readonly Shown[] | undefined;
  readonly choices?: readonly Shown[] | undefined;
}
const Localizations = z.optional(z.record(z.string(), z.string()));
const Shown: z.ZodMiniType<Shown> = z.looseObject({
  name: z.string(),
  description: z.optional(z.string()),
  name_localizations: Localizations,
  description_localizations: Localizations,
  options: z.optional(z.array(z.lazy(() => Shown))),
  choices: z.optional(z.array(z.lazy(() => Shown))),
});

const settings = Settings.parse({
  clan_name: 'A Clan',
  application_id: '1100000000000000001',
  public_key: 'a'.repeat(64),
  guild_id: '1100000000000000002',
  roblox_group_id: '1',
  // What the clan itself named is registered as it is.
  events: { types: ['Raid'] },
});
const OF_THE_CLAN = ['Raid'];

let commands: readonly CommandJson[];
let folders: readonly FunctionFolder[];
beforeAll(async () => {
  const collected = await collectCommands(ROOT, settings);
  expect(collected.problems).toEqual([]);
  commands = collected.commands;
  folders = (await readFunctionFolders(ROOT)).folders;
});

describe('what is registered in all languages', () => {
  it("keeps to Discord's limits and rules for names", () => {
    expect(commandProblems(commands, 'guild')).toEqual([]);
  });

  it('has a name and a description in each', () => {
    const incomplete = commands.flatMap((command) => lacking(Shown.parse(command), command.name));
    expect(incomplete).toEqual([]);
  });

  it('gives no two commands one name in any of them', () => {
    for (const locale of LOCALES) {
      const names = commands.map((command) => `${command.type} ${localized(command, 'name')[locale]}`);
      const twice = names.filter((name, index) => names.indexOf(name) !== index);
      expect(
        twice.filter((name) => !name.endsWith('undefined')),
        locale,
      ).toEqual([]);
    }
  });

  it.skipIf(file.missing)(`is taken by Discord's OpenAPI file${file.note}`, () => {
    const checks = loadChecks('discord-openapi.json');
    const path = `/applications/${settings.application_id}/guilds/${settings.guild_id}/commands`;
    const contentType = 'application/json';
    const query = new URLSearchParams();
    expect(checks?.request({ method: 'PUT', path, query, contentType, body: commands })).toMatchObject({
      body: [],
      other: [],
      notes: [],
    });
  });
});

describe('modals in all languages', () => {
  it("keep to Discord's limits", () => {
    const problems = folders.flatMap(({ modals }) =>
      Object.entries(modals).flatMap(([key, modal]) =>
        LANGUAGES.flatMap((language) => {
          const json = modal[language];
          const found = isRecord(json) ? modalProblems(json) : ['is no object'];
          return found.length === 0 ? [] : [{ key, language, found }];
        }),
      ),
    );
    expect(problems).toEqual([]);
  });

  it('differ in their texts only', () => {
    for (const { modals } of folders) {
      for (const [key, modal] of Object.entries(modals)) {
        for (const language of LANGUAGES) {
          expect(withoutTexts(modal[language]), `${key} in ${language}`).toEqual(withoutTexts(modal.en));
        }
      }
    }
  });
});

/** What of a command has not all locales, by its path. */
function lacking(shown: Shown, path: string): string[] {
  const fields = shown.description === undefined ? ['name'] : ['name', 'description'];
  const own = OF_THE_CLAN.includes(shown.name)
    ? []
    : fields.filter((field) => Object.keys(localized(shown, field)).sort().join() !== LOCALES.join());
  const inside = [...(shown.options ?? []), ...(shown.choices ?? [])];
  return [
    ...own.map((field) => `${path}: ${field}`),
    ...inside.flatMap((each) => lacking(each, `${path} ${each.name}`)),
  ];
}

function localized(shown: object, field: string): Readonly<Record<string, unknown>> {
  const texts = isRecord(shown) ? shown[`${field}_localizations`] : undefined;
  return isRecord(texts) ? texts : {};
}

const TEXTS = ['title', 'label', 'description', 'placeholder', 'content'];
function withoutTexts(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(withoutTexts);
  if (!isRecord(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [key, TEXTS.includes(key) ? 'text' : withoutTexts(value)]),
  );
}

import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type BuildResult, buildFunctions } from '../../scripts/build/build-functions.ts';
import { type FunctionFolder, readFunctionFolders } from '../../scripts/build/function-folders.ts';
import { type CommandJson, collectCommands } from '../../scripts/registration/collect-commands.ts';
import { Settings } from '../../shared/clans/settings.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FRONT_DOOR_LIMIT = 60 * 1024;

let out: string;
let result: BuildResult;
let folders: readonly FunctionFolder[];
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'bundles-'));
  result = await buildFunctions(ROOT, out);
  folders = (await readFunctionFolders(ROOT)).folders;
});
afterAll(() => rm(out, { recursive: true }));

const sourcesOf = (name: string): string => (result.built.get(name) ?? []).join('\n');

describe('the bundles', () => {
  it('are built from every folder of functions', () => {
    expect(result.problems).toEqual([]);
    expect([...result.built.keys()].sort()).toEqual(
      folders.map(({ declaration }) => declaration.name).sort(),
    );
  });

  it('hold no builders, no types as code, and neither driver nor SDK, which load at first use', () => {
    for (const name of result.built.keys()) {
      expect(sourcesOf(name), name).not.toMatch(
        /node_modules\/(@discordjs|discord-api-types|oracledb|oci-common)\//,
      );
    }
  });

  it('keep the front door within its budget, without a database', async () => {
    expect((await stat(join(out, 'functions', 'interactions.cjs'))).size).toBeLessThanOrEqual(
      FRONT_DOOR_LIMIT,
    );
    expect(sourcesOf('interactions')).not.toMatch(/shared\/database\/(sqlite|oracle)/);
  });
});

describe('what is declared and what is registered', () => {
  const Option: z.ZodMiniType<Option> = z.looseObject({
    type: z.int(),
    name: z.string(),
    autocomplete: z._default(z.boolean(), false),
    options: z._default(z.array(z.lazy(() => Option)), []),
  });
  interface Option {
    type: number;
    name: string;
    autocomplete: boolean;
    options: Option[];
  }

  /** Every command as a route names it: `xp`, `points add`. Subcommands are options of type 1. */
  function leaves(command: CommandJson): { key: string; options: Option[] }[] {
    const { options } = z.looseObject({ options: z._default(z.array(Option), []) }).parse(command);
    const subcommands = options.filter((option) => option.type === 1);
    if (subcommands.length === 0) return [{ key: command.name, options }];
    return subcommands.map((each) => ({ key: `${command.name} ${each.name}`, options: each.options }));
  }
  const routesOn = (on: string): string[] =>
    folders
      .flatMap(({ declaration }) => declaration.routes)
      .filter((route) => route.on === on)
      .map((route) => route.key)
      .sort();

  let commands: readonly CommandJson[];
  beforeAll(async () => {
    const settings = Settings.parse({
      clan_name: 'A Clan',
      application_id: '1100000000000000001',
      public_key: 'a'.repeat(64),
      guild_id: '1100000000000000002',
      roblox_group_id: '1',
    });
    const collected = await collectCommands(ROOT, settings);
    expect(collected.problems).toEqual([]);
    commands = collected.commands;
  });

  it('are the same slash commands', () => {
    const slash = commands.filter((command) => command.type === 1).flatMap(leaves);
    expect(slash.map(({ key }) => key).sort()).toEqual(routesOn('command'));
  });

  it('are the same user menus', () => {
    const menus = commands.filter((command) => command.type === 2).map((command) => command.name);
    expect(menus.sort()).toEqual(routesOn('user-menu'));
  });

  it('offer choices for the same commands', () => {
    const typed = commands
      .filter((command) => command.type === 1)
      .flatMap(leaves)
      .filter(({ options }) => options.some((option) => option.autocomplete));
    expect(typed.map(({ key }) => key).sort()).toEqual(routesOn('autocomplete'));
  });
});

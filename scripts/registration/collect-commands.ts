import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import type { Settings } from '../../shared/clans/settings.ts';
import type { Declaration } from '../../shared/interactions/declaration.ts';
import { differences, readFunctionFolders } from '../build/function-folders.ts';

/** A command as Discord takes it at registration. */
export const CommandJson = z.looseObject({
  name: z.string(),
  type: z._default(z.int(), 1),
  description: z.optional(z.string()),
});
export type CommandJson = z.infer<typeof CommandJson>;

const Builder = z.custom<{ toJSON(): unknown }>(
  (value) =>
    typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function',
);
const CommandModule = z.object({
  commands: z.custom<(settings: Settings) => unknown>((value) => typeof value === 'function'),
});

/** An option, a subcommand or a group of them; which one it is says `type` (1 and 2: the latter two). */
export interface BuiltOption {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null | undefined;
  readonly type: number;
  readonly autocomplete?: boolean | undefined;
  readonly options?: readonly BuiltOption[] | undefined;
}
const Names = z.optional(z.nullable(z.record(z.string(), z.string())));
const BuiltOption: z.ZodMiniType<BuiltOption> = z.looseObject({
  name: z.string(),
  name_localizations: Names,
  type: z.int(),
  autocomplete: z.optional(z.boolean()),
  get options() {
    return z.optional(z.array(BuiltOption));
  },
});
const Built = z.looseObject({
  name: z.string(),
  name_localizations: Names,
  type: z.int(),
  options: z._default(z.array(BuiltOption), []),
});
/** Discord's type of a user menu. */
const USER_MENU = 2;
const GROUPS: readonly number[] = [1, 2];

/** Discord's own limits per guild: 100 slash commands and 15 user menus (docs of 2026-08; `type` 1 and 2). */
const LIMITS: Readonly<Record<number, number>> = { 1: 100, 2: 15 };

/** The commands that could be built, and what is wrong with the others. */
export interface CollectedCommands {
  readonly commands: readonly CommandJson[];
  readonly problems: readonly string[];
}

/**
 * All commands of the bot for a clan, from `functions/<name>/command.ts`, sorted by name. Registering replaces all
 * commands of a server, so registration stops when there are problems.
 */
export async function collectCommands(root: string, settings: Settings): Promise<CollectedCommands> {
  const { folders, problems: found } = await readFunctionFolders(root);
  const problems = [...found];
  const commands: CommandJson[] = [];
  for (const { declaration, commands: path } of folders) {
    if (path === undefined) continue;
    try {
      const module = CommandModule.parse(await import(pathToFileURL(path).href));
      const builders = z.array(Builder).parse(module.commands(settings));
      const built = builders.map((builder) => CommandJson.parse(builder.toJSON()));
      commands.push(...built);
      problems.push(...undeclared(declaration, built));
    } catch (error) {
      problems.push(`functions/${declaration.name}/command.ts: its commands cannot be built: ${error}`);
    }
  }
  return {
    commands: commands.sort((a, b) => (identity(a) < identity(b) ? -1 : 1)),
    problems: [...problems, ...limitProblems(commands)],
  };
}

/** Where a command as it is built differs from what the function's routes say. */
function undeclared({ name, routes }: Declaration, commands: readonly CommandJson[]): string[] {
  const where = `functions/${name}/command.ts`;
  const built = commands.flatMap(callable);
  const problems = built.flatMap(({ on, key, options }) => {
    const route = routes.find((one) => one.on === on && one.key === key);
    if (route === undefined) return [`${where}: no route answers to ${on} ${key}.`];
    const names = options.map((option) => option.name);
    const suggests = options.some((option) => option.autocomplete === true);
    const hasSuggestions = routes.some((one) => one.on === 'autocomplete' && one.key === key);
    return [
      ...differences(route.options, names).map((problem) => `${where}: ${key}: the option ${problem} there.`),
      ...(suggests && !hasSuggestions ? [`${where}: ${key}: no route answers to its autocomplete.`] : []),
      ...(hasSuggestions && !suggests ? [`${where}: ${key}: none of its options has autocomplete.`] : []),
    ];
  });
  const missing = routes.filter(
    ({ on, key }) =>
      (on === 'command' || on === 'user-menu') && !built.some((one) => one.on === on && one.key === key),
  );
  return [...problems, ...missing.map(({ on, key }) => `${where}: it builds no ${on} ${key}.`)];
}

/** What a member can call: a command, one of its subcommands, a menu. */
export interface Callable {
  readonly on: 'command' | 'user-menu';
  /** As routes name it: `points add`. */
  readonly key: string;
  /** What it is called in Discord, by locale: `punkte geben`. */
  readonly names: Readonly<Record<string, string>>;
  /** The command or subcommand itself, as it was built. */
  readonly built: unknown;
  readonly options: readonly BuiltOption[];
}

/** What a member can call of a built command: itself, or each of its subcommands. */
export function callable(json: CommandJson): readonly Callable[] {
  const command = Built.parse(json);
  const on = command.type === USER_MENU ? 'user-menu' : 'command';
  const within = (key: string, names: Callable['names'], built: Pick<BuiltOption, 'options'>): Callable[] => {
    const { options = [] } = built;
    return options.some((option) => GROUPS.includes(option.type))
      ? options.flatMap((option) => within(`${key} ${option.name}`, namesWithin(names, option), option))
      : [{ on, key, names, built, options }];
  };
  return within(command.name, command.name_localizations ?? {}, command);
}

function namesWithin(names: Callable['names'], { name, name_localizations }: BuiltOption): Callable['names'] {
  return Object.fromEntries(
    Object.entries(names).map(([locale, outer]) => [
      locale,
      `${outer} ${name_localizations?.[locale] ?? name}`,
    ]),
  );
}

function limitProblems(commands: readonly CommandJson[]): string[] {
  const names = commands.map(identity);
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const tooMany = Object.entries(LIMITS).flatMap(([type, limit]) => {
    const count = commands.filter((command) => command.type === Number(type)).length;
    return count > limit ? [`Discord takes ${limit} commands of type ${type}; there are ${count}.`] : [];
  });
  return [...twice.map((name) => `Two functions have a command of the name ${name}.`), ...tooMany];
}

function identity(command: CommandJson): string {
  return `${command.type} ${command.name}`;
}

import { pathToFileURL } from 'node:url';
import * as z from 'zod/mini';
import type { Settings } from '../../shared/clans/settings.ts';
import { readFunctionFolders } from '../build/function-folders.ts';

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

/** Discord's own limits per guild: 100 slash commands and 15 user menus (docs of 2026-08; `type` 1 and 2). */
const LIMITS: Readonly<Record<number, number>> = { 1: 100, 2: 15 };

/** The commands that could be built, and what is wrong with the others. */
export interface CollectedCommands {
  readonly commands: readonly CommandJson[];
  readonly problems: readonly string[];
}

/**
 * All commands of the bot for a clan, from `functions/<name>/command.ts`, sorted by name. Registering replaces all
 * commands of a server, so whoever registers stops when there are problems.
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
      commands.push(...builders.map((builder) => CommandJson.parse(builder.toJSON())));
    } catch (error) {
      problems.push(`functions/${declaration.name}/command.ts: its commands cannot be built: ${error}`);
    }
  }
  return {
    commands: commands.sort((a, b) => (identity(a) < identity(b) ? -1 : 1)),
    problems: [...problems, ...limitProblems(commands)],
  };
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

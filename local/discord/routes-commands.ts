import * as z from 'zod/mini';
import { refusals } from './api-error.ts';
import { type BotCall, byBot, type DiscordRoutes, done, flag, ok, parameter } from './call.ts';
import { commandJson, listedCommandJson } from './command-json.ts';
import { commandProblems } from './command-limits.ts';
import { invalidForm } from './form-errors.ts';
import { parseMessageBody } from './message-body.ts';
import type { RegisteredCommand } from './state.ts';

const Definition = z.looseObject({ name: z.string(), type: z.optional(z.nullable(z.int())) });
type Definition = z.infer<typeof Definition>;
const Change = z.looseObject({ name: z.optional(z.string()) });

/** The commands of a place: a guild's, or the global ones. */
function place(call: BotCall): { key: string; commands: readonly RegisteredCommand[] } {
  const applicationId = parameter(call, 'application_id');
  if (applicationId !== call.application.applicationId) throw refusals.notYourApplication();
  const guildId = call.parameters['guild_id'];
  if (guildId !== undefined) call.world.guildFor(call.application, guildId);
  const key = `${applicationId}:${guildId ?? ''}`;
  return { key, commands: call.world.state.commands.get(key) ?? [] };
}

function found(call: BotCall, commands: readonly RegisteredCommand[]): RegisteredCommand {
  const command = commands.find((entry) => entry.id === parameter(call, 'command_id'));
  if (command === undefined) throw refusals.unknownCommand();
  return command;
}

function store(call: BotCall, key: string, commands: RegisteredCommand[]): void {
  call.world.state.commands.set(key, commands);
  call.world.changed();
}

/** Keeps the id of a command that has the same name and type; a changed one gets a new version. */
function register(
  call: BotCall,
  definition: Readonly<Record<string, unknown>>,
  same: RegisteredCommand | undefined,
): RegisteredCommand {
  const unchanged = same !== undefined && JSON.stringify(same.definition) === JSON.stringify(definition);
  return {
    id: same?.id ?? call.world.newId(),
    applicationId: call.application.applicationId,
    guildId: call.parameters['guild_id'] ?? null,
    version: unchanged ? same.version : call.world.newId(),
    definition,
  };
}

function sameName(commands: readonly RegisteredCommand[], definition: Definition) {
  return commands.find(
    (command) =>
      command.definition['name'] === definition.name &&
      (command.definition['type'] ?? 1) === (definition.type ?? 1),
  );
}

function requireOne(call: BotCall, definition: Readonly<Record<string, unknown>>): void {
  const problems = commandProblems([definition], scopeOf(call)).map((problem) => ({
    ...problem,
    path: problem.path.slice(1),
  }));
  if (problems.length > 0) throw invalidForm(problems);
}

function scopeOf(call: BotCall): 'guild' | 'global' {
  return call.parameters['guild_id'] === undefined ? 'global' : 'guild';
}

function overwrite(call: BotCall) {
  const { key, commands } = place(call);
  const definitions = parseMessageBody(z.array(Definition), call.body ?? []);
  const problems = commandProblems(definitions, scopeOf(call));
  if (problems.length > 0) throw invalidForm(problems);
  const registered = definitions.map((definition) =>
    register(call, definition, sameName(commands, definition)),
  );
  store(call, key, registered);
  return ok(registered.map(commandJson));
}

/** A command of the same name and type is replaced: 200 instead of 201. */
function addOne(call: BotCall) {
  const { key, commands } = place(call);
  const definition = parseMessageBody(Definition, call.body);
  requireOne(call, definition);
  const same = sameName(commands, definition);
  const command = register(call, definition, same);
  store(call, key, [...commands.filter((entry) => entry.id !== command.id), command]);
  return { status: same === undefined ? 201 : 200, json: commandJson(command) };
}

/** Changes the fields that are given. A name that another command of the type has is refused. */
function editOne(call: BotCall) {
  const { key, commands } = place(call);
  const command = found(call, commands);
  const type = command.definition['type'] ?? 1;
  const definition = { ...command.definition, ...parseMessageBody(Change, call.body ?? {}), type };
  requireOne(call, definition);
  const others = commands.filter((entry) => entry.id !== command.id);
  const taken = others.some(
    (entry) => entry.definition['name'] === definition['name'] && (entry.definition['type'] ?? 1) === type,
  );
  if (taken) {
    throw invalidForm([
      {
        path: ['name'],
        code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
        message: 'Application command names must be unique',
      },
    ]);
  }
  const changed = register(call, definition, command);
  store(call, key, [...others, changed]);
  return ok(commandJson(changed));
}

function removeOne(call: BotCall) {
  const { key, commands } = place(call);
  const command = found(call, commands);
  store(
    call,
    key,
    commands.filter((entry) => entry.id !== command.id),
  );
  return done;
}

function list(call: BotCall) {
  const whole = flag(call, 'with_localizations');
  return ok(
    place(call).commands.map((command) =>
      whole ? commandJson(command) : listedCommandJson(command, call.locale),
    ),
  );
}

/** Nobody has set permissions for single commands: a bot cannot, only a person with a token of their own. */
function noPermissions(call: BotCall): never {
  found(call, place(call).commands);
  throw refusals.unknownCommandPermissions();
}

const GLOBAL = '/applications/{application_id}/commands';
const GUILD = '/applications/{application_id}/guilds/{guild_id}/commands';

export const commandRoutes: DiscordRoutes = {
  ...Object.fromEntries(
    [GLOBAL, GUILD].flatMap((path) => [
      [`GET ${path}`, byBot(list)],
      [`PUT ${path}`, byBot(overwrite)],
      [`POST ${path}`, byBot(addOne)],
      [`GET ${path}/{command_id}`, byBot((call) => ok(commandJson(found(call, place(call).commands))))],
      [`PATCH ${path}/{command_id}`, byBot(editOne)],
      [`DELETE ${path}/{command_id}`, byBot(removeOne)],
    ]),
  ),
  [`GET ${GUILD}/permissions`]: byBot((call) => {
    place(call);
    return ok([]);
  }),
  [`GET ${GUILD}/{command_id}/permissions`]: byBot(noPermissions),
};

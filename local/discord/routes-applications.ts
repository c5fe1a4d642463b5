import * as z from 'zod/mini';
import { refusals } from './api-error.ts';
import { type BotCall, byBot, done, ok, parameter, type Routes } from './call.ts';
import { commandProblems } from './command-limits.ts';
import { invalidForm } from './form-errors.ts';
import { parseBody } from './message-body.ts';
import { probeEndpoint } from './probe-endpoint.ts';
import type { RegisteredCommand } from './state.ts';
import { guildJson, userJson } from './user-json.ts';

const Definition = z.looseObject({ name: z.string(), type: z.optional(z.nullable(z.int())) });
type Definition = z.infer<typeof Definition>;
const ApplicationEdit = z.object({ interactions_endpoint_url: z.optional(z.nullable(z.string())) });

function key(call: BotCall): string {
  const applicationId = parameter(call, 'application_id');
  if (applicationId !== call.application.applicationId) throw refusals.notYourApplication();
  const guildId = call.parameters['guild_id'];
  if (guildId !== undefined) call.world.guildFor(call.application, guildId);
  return `${applicationId}:${guildId ?? ''}`;
}

function commandJson(command: RegisteredCommand): Record<string, unknown> {
  return {
    id: command.id,
    application_id: command.applicationId,
    ...(command.guildId === null ? {} : { guild_id: command.guildId }),
    version: command.version,
    type: 1,
    description: '',
    nsfw: false,
    dm_permission: true,
    contexts: null,
    integration_types: [0],
    name_localizations: null,
    description_localizations: null,
    ...command.definition,
    default_member_permissions: permissionsText(command.definition['default_member_permissions']),
  };
}

function permissionsText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? `${value}` : null;
}

/** Keeps the id of a command that has the same name and type; a changed one gets a new version. */
function register(
  call: BotCall,
  definition: Definition,
  existing: readonly RegisteredCommand[],
): RegisteredCommand {
  const same = existing.find(
    (command) =>
      command.definition['name'] === definition.name &&
      (command.definition['type'] ?? 1) === (definition.type ?? 1),
  );
  return {
    id: same?.id ?? call.world.newId(),
    applicationId: call.application.applicationId,
    guildId: call.parameters['guild_id'] ?? null,
    version:
      same !== undefined && JSON.stringify(same.definition) === JSON.stringify(definition)
        ? same.version
        : call.world.newId(),
    definition,
  };
}

function overwrite(call: BotCall) {
  const place = key(call);
  const definitions = parseBody(z.array(Definition), call.body ?? []);
  const problems = commandProblems(definitions);
  if (problems.length > 0) throw invalidForm(problems);
  const existing = call.world.state.commands.get(place) ?? [];
  const commands = definitions.map((definition) => register(call, definition, existing));
  call.world.state.commands.set(place, commands);
  call.world.changed();
  return ok(commands.map(commandJson));
}

function addOne(call: BotCall) {
  const place = key(call);
  const definition = parseBody(Definition, call.body);
  const problems = commandProblems([definition]).map((problem) => ({
    ...problem,
    path: problem.path.slice(1),
  }));
  if (problems.length > 0) throw invalidForm(problems);
  const existing = call.world.state.commands.get(place) ?? [];
  const command = register(call, definition, existing);
  const isNew = !existing.some((entry) => entry.id === command.id);
  call.world.state.commands.set(place, [...existing.filter((entry) => entry.id !== command.id), command]);
  call.world.changed();
  return { status: isNew ? 201 : 200, json: commandJson(command) };
}

function removeOne(call: BotCall) {
  const place = key(call);
  const existing = call.world.state.commands.get(place) ?? [];
  const left = existing.filter((entry) => entry.id !== parameter(call, 'command_id'));
  if (left.length === existing.length) throw refusals.unknownCommand();
  call.world.state.commands.set(place, left);
  call.world.changed();
  return done;
}

function applicationJson(call: BotCall): Record<string, unknown> {
  const { world, application } = call;
  return {
    id: application.applicationId,
    name: application.clan,
    icon: null,
    description: '',
    type: null,
    bot: userJson(world.user(world.botUserId(application))),
    verify_key: application.publicKey,
    // GATEWAY_GUILD_MEMBERS_LIMITED: the Server Members intent of an application in fewer than 100 guilds.
    flags: application.serverMembersIntent === true ? 1 << 15 : 0,
    flags_new: application.serverMembersIntent === true ? `${1 << 15}` : '0',
    redirect_uris: [],
    interactions_endpoint_url: world.endpoints.get(application.applicationId) ?? null,
    role_connections_verification_url: null,
    owner: userJson(world.user(world.botUserId(application))),
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    bot_public: true,
    bot_require_code_grant: false,
    eligible_oauth2_scopes: [],
  };
}

/** A new endpoint is taken only when it answers a signed PING and refuses one with a wrong signature. */
async function editApplication(call: BotCall) {
  const url = parseBody(ApplicationEdit, call.body).interactions_endpoint_url;
  if (typeof url === 'string') {
    const problem = await probeEndpoint(call.application, url, call.world.now());
    if (problem !== undefined) {
      throw invalidForm([
        {
          path: ['interactions_endpoint_url'],
          code: 'APPLICATION_INTERACTIONS_ENDPOINT_URL_INVALID',
          message: `The specified interactions endpoint url could not be verified. (${problem})`,
        },
      ]);
    }
    call.world.endpoints.set(call.application.applicationId, url);
  } else if (url === null) {
    call.world.endpoints.delete(call.application.applicationId);
  }
  return ok(applicationJson(call));
}

const list = byBot((call) => ok((call.world.state.commands.get(key(call)) ?? []).map(commandJson)));

export const applicationRoutes: Routes = {
  'GET /applications/@me': byBot((call) => ok(applicationJson(call))),
  'PATCH /applications/@me': byBot(editApplication),
  'GET /oauth2/applications/@me': byBot((call) => ok(applicationJson(call))),
  'GET /users/@me': byBot((call) =>
    ok({
      ...userJson(call.world.user(call.world.botUserId(call.application))),
      mfa_enabled: true,
      locale: 'en-US',
      verified: true,
      email: null,
    }),
  ),
  'GET /users/{user_id}': byBot((call) => ok(userJson(call.world.user(parameter(call, 'user_id'))))),
  'GET /users/@me/guilds': byBot((call) => {
    const { guild } = call.world.guildFor(call.application, call.application.guildId);
    return ok([{ ...guildJson(guild), owner: false, permissions: '0', features: [] }]);
  }),
  'GET /applications/{application_id}/guilds/{guild_id}/commands': list,
  'PUT /applications/{application_id}/guilds/{guild_id}/commands': byBot(overwrite),
  'POST /applications/{application_id}/guilds/{guild_id}/commands': byBot(addOne),
  'DELETE /applications/{application_id}/guilds/{guild_id}/commands/{command_id}': byBot(removeOne),
  'GET /applications/{application_id}/commands': list,
  'PUT /applications/{application_id}/commands': byBot(overwrite),
};

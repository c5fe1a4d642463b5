import * as z from 'zod/mini';
import { refusals } from './api-error.ts';
import { type BotCall, byBot, type DiscordRoutes, ok, parameter } from './call.ts';
import { invalidForm } from './form-errors.ts';
import { parseMessageBody } from './message-body.ts';
import { probeEndpoint } from './probe-endpoint.ts';
import { guildJson, userJson } from './user-json.ts';

const ApplicationEdit = z.object({ interactions_endpoint_url: z.optional(z.nullable(z.string())) });

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

/** By its own id; no other application's is shown. */
function ownApplication(call: BotCall) {
  if (parameter(call, 'application_id') !== call.application.applicationId)
    throw refusals.notYourApplication();
  return ok(applicationJson(call));
}

/** A new endpoint is taken only when it answers a signed PING and refuses one with a wrong signature. */
async function editApplication(call: BotCall) {
  const url = parseMessageBody(ApplicationEdit, call.body).interactions_endpoint_url;
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

export const applicationRoutes: DiscordRoutes = {
  'GET /applications/@me': byBot((call) => ok(applicationJson(call))),
  'PATCH /applications/@me': byBot(editApplication),
  'GET /applications/{application_id}': byBot(ownApplication),
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
};

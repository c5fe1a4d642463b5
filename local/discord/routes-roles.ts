import * as z from 'zod/mini';
import { refusals } from './api-error.ts';
import { type BotCall, byBot, type DiscordRoutes, done, ok, parameter } from './call.ts';
import { invalidForm, tooLong } from './form-errors.ts';
import { audit, guildOf, manageableRole, requirePermission } from './guild-call.ts';
import { parseMessageBody } from './message-body.ts';
import { guildPermissions, highestPosition } from './permissions.ts';
import type { RoleState } from './state.ts';
import { roleJson } from './user-json.ts';

const RoleBody = z.object({
  name: z.optional(z.nullable(z.string())),
  permissions: z.optional(z.nullable(z.union([z.string(), z.int()]))),
  color: z.optional(z.nullable(z.int())),
  hoist: z.optional(z.nullable(z.boolean())),
  mentionable: z.optional(z.nullable(z.boolean())),
});
const MOST_OF_NAME = 100;
const Positions = z.array(z.object({ id: z.string(), position: z.optional(z.nullable(z.int())) }));

function roleOf(call: BotCall): RoleState {
  const role = guildOf(call).guild.roles.get(parameter(call, 'role_id'));
  if (role === undefined) throw refusals.unknownRole();
  return role;
}

/** A bot gives no permission that it does not have itself. */
function wantedPermissions(call: BotCall, given: string | number): string {
  const { guild, bot } = guildOf(call);
  if ((BigInt(given) & ~guildPermissions(guild, bot)) !== 0n) throw refusals.missingPermissions();
  return `${BigInt(given)}`;
}

function roleBody(call: BotCall): z.infer<typeof RoleBody> {
  const body = parseMessageBody(RoleBody, call.body ?? {});
  if ((body.name ?? '').length > MOST_OF_NAME) throw invalidForm([tooLong(['name'], MOST_OF_NAME)]);
  return body;
}

function create(call: BotCall) {
  const { guild, bot } = guildOf(call);
  requirePermission({ guild, bot }, 'MANAGE_ROLES');
  const body = roleBody(call);
  const everyone = guild.roles.get(guild.id)?.permissions ?? '0';
  const permissions = wantedPermissions(call, body.permissions ?? everyone);
  // A new role stands at the bottom, and those above it move up.
  for (const role of guild.roles.values()) if (role.id !== guild.id) role.position += 1;
  const role: RoleState = {
    id: call.world.newId(),
    name: body.name ?? 'new role',
    color: body.color ?? 0,
    permissions,
    position: 1,
    managed: false,
    mentionable: body.mentionable ?? false,
    hoist: body.hoist ?? false,
  };
  guild.roles.set(role.id, role);
  audit(call, 'role-create', guild.id, role.id, role.id);
  return ok(roleJson(role));
}

/** Of a managed role too: only giving it is out of a bot's hands. */
function edit(call: BotCall) {
  const inGuild = guildOf(call);
  const role = roleOf(call);
  requirePermission(inGuild, 'MANAGE_ROLES');
  if (role.position >= highestPosition(inGuild.guild, inGuild.bot)) throw refusals.missingPermissions();
  const body = roleBody(call);
  if (body.permissions !== undefined && body.permissions !== null)
    role.permissions = wantedPermissions(call, body.permissions);
  if (body.name !== undefined) role.name = body.name ?? 'new role';
  if (body.color !== undefined) role.color = body.color ?? 0;
  if (body.hoist !== undefined) role.hoist = body.hoist ?? false;
  if (body.mentionable !== undefined) role.mentionable = body.mentionable ?? false;
  audit(call, 'role-update', inGuild.guild.id, role.id, role.id);
  return ok(roleJson(role));
}

function remove(call: BotCall) {
  const inGuild = guildOf(call);
  const { guild } = inGuild;
  const { id, managed } = roleOf(call);
  if (id === guild.id || managed) throw refusals.invalidRole();
  manageableRole(inGuild, id);
  guild.roles.delete(id);
  for (const member of guild.members.values())
    member.roleIds = member.roleIds.filter((roleId) => roleId !== id);
  audit(call, 'role-delete', guild.id, id, id);
  return done;
}

/** Moves roles, each from below the bot to below the bot. */
function move(call: BotCall) {
  const inGuild = guildOf(call);
  const { guild, bot } = inGuild;
  requirePermission(inGuild, 'MANAGE_ROLES');
  const highest = highestPosition(guild, bot);
  const moves = parseMessageBody(Positions, call.body).map(({ id, position }) => {
    const role = guild.roles.get(id);
    if (role === undefined) throw refusals.unknownRole();
    const to = position ?? role.position;
    if (role.position >= highest || to >= highest || role.id === guild.id)
      throw refusals.missingPermissions();
    return { role, to };
  });
  for (const { role, to } of moves) role.position = to;
  call.world.changed();
  return ok([...guild.roles.values()].map(roleJson));
}

function memberCounts(call: BotCall) {
  const { guild } = guildOf(call);
  const counts = [...guild.roles.keys()]
    .filter((id) => id !== guild.id)
    .map((id) => [id, [...guild.members.values()].filter((member) => member.roleIds.includes(id)).length]);
  return ok(Object.fromEntries(counts));
}

export const roleRoutes: DiscordRoutes = {
  'GET /guilds/{guild_id}/roles': byBot((call) => ok([...guildOf(call).guild.roles.values()].map(roleJson))),
  'POST /guilds/{guild_id}/roles': byBot(create),
  'PATCH /guilds/{guild_id}/roles': byBot(move),
  'GET /guilds/{guild_id}/roles/member-counts': byBot(memberCounts),
  'GET /guilds/{guild_id}/roles/{role_id}': byBot((call) => ok(roleJson(roleOf(call)))),
  'PATCH /guilds/{guild_id}/roles/{role_id}': byBot(edit),
  'DELETE /guilds/{guild_id}/roles/{role_id}': byBot(remove),
};

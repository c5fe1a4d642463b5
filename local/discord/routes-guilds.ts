import * as z from 'zod/mini';
import { refusals } from './api-error.ts';
import { type BotCall, byBot, done, ok, parameter, type Routes } from './call.ts';
import { parseBody } from './message-body.ts';
import { guildPermissions, has, highestPosition } from './permissions.ts';
import type { GuildState, MemberState, RoleState } from './state.ts';
import { channelJson, guildJson, memberJson, roleJson } from './user-json.ts';

const NewRole = z.object({
  name: z.optional(z.nullable(z.string())),
  permissions: z.optional(z.nullable(z.union([z.string(), z.int()]))),
  color: z.optional(z.nullable(z.int())),
  hoist: z.optional(z.nullable(z.boolean())),
  mentionable: z.optional(z.nullable(z.boolean())),
});

function guildOf(call: BotCall): { guild: GuildState; bot: MemberState } {
  return call.world.guildFor(call.application, parameter(call, 'guild_id'));
}

/** The role, when the bot may give and take it: MANAGE_ROLES, below its own highest role, not managed, not @everyone. */
function manageableRole(guild: GuildState, bot: MemberState, roleId: string): RoleState {
  const role = guild.roles.get(roleId);
  if (role === undefined) throw refusals.unknownRole();
  const allowed =
    has(guildPermissions(guild, bot), 'MANAGE_ROLES') &&
    role.position < highestPosition(guild, bot) &&
    !role.managed &&
    role.id !== guild.id;
  if (!allowed) throw refusals.missingPermissions();
  return role;
}

function changeRole(call: BotCall, action: 'member-role-add' | 'member-role-remove') {
  const { guild, bot } = guildOf(call);
  const member = guild.members.get(parameter(call, 'user_id'));
  if (member === undefined) throw refusals.unknownMember();
  const role = manageableRole(guild, bot, parameter(call, 'role_id'));
  const others = member.roleIds.filter((id) => id !== role.id);
  member.roleIds = action === 'member-role-add' ? [...others, role.id] : others;
  call.world.state.audit.push({
    action,
    guildId: guild.id,
    targetId: member.userId,
    roleId: role.id,
    reason: call.reason,
    at: call.world.now(),
  });
  call.world.changed();
  return done;
}

function listMembers(call: BotCall) {
  const { guild } = guildOf(call);
  if (call.application.serverMembersIntent !== true) throw refusals.missingAccess();
  const limit = Math.min(Number(call.query.get('limit') ?? 1), 1000);
  const after = BigInt(call.query.get('after') ?? 0);
  const ids = [...guild.members.keys()].map(BigInt).filter((id) => id > after);
  ids.sort((a, b) => (a < b ? -1 : 1));
  const page = ids.slice(0, limit).flatMap((id) => guild.members.get(`${id}`) ?? []);
  return ok(page.map((member) => memberJson(call.world, member)));
}

function createRole(call: BotCall) {
  const { guild, bot } = guildOf(call);
  const permissions = guildPermissions(guild, bot);
  if (!has(permissions, 'MANAGE_ROLES')) throw refusals.missingPermissions();
  const body = parseBody(NewRole, call.body ?? {});
  const everyone = guild.roles.get(guild.id)?.permissions ?? '0';
  const wanted = BigInt(body.permissions ?? everyone);
  if ((wanted & ~permissions) !== 0n) throw refusals.missingPermissions();
  // A new role stands at the bottom, and those above it move up.
  for (const role of guild.roles.values()) if (role.id !== guild.id) role.position += 1;
  const role: RoleState = {
    id: call.world.newId(),
    name: body.name ?? 'new role',
    color: body.color ?? 0,
    permissions: `${wanted}`,
    position: 1,
    managed: false,
    mentionable: body.mentionable ?? false,
    hoist: body.hoist ?? false,
  };
  guild.roles.set(role.id, role);
  call.world.state.audit.push({
    action: 'role-create',
    guildId: guild.id,
    targetId: role.id,
    roleId: role.id,
    reason: call.reason,
    at: call.world.now(),
  });
  call.world.changed();
  return ok(roleJson(role));
}

export const guildRoutes: Routes = {
  'GET /guilds/{guild_id}': byBot((call) => ok(guildJson(guildOf(call).guild))),
  'GET /guilds/{guild_id}/roles': byBot((call) => ok([...guildOf(call).guild.roles.values()].map(roleJson))),
  'POST /guilds/{guild_id}/roles': byBot(createRole),
  'GET /guilds/{guild_id}/roles/{role_id}': byBot((call) => {
    const role = guildOf(call).guild.roles.get(parameter(call, 'role_id'));
    if (role === undefined) throw refusals.unknownRole();
    return ok(roleJson(role));
  }),
  'GET /guilds/{guild_id}/channels': byBot((call) => {
    const { guild } = guildOf(call);
    const channels = [...call.world.state.channels.values()].filter(
      (channel) => channel.guildId === guild.id,
    );
    return ok(channels.map((channel) => channelJson(call.world, channel)));
  }),
  'GET /guilds/{guild_id}/members': byBot(listMembers),
  'GET /guilds/{guild_id}/members/{user_id}': byBot((call) => {
    const { guild } = guildOf(call);
    const userId = parameter(call, 'user_id');
    if (!call.world.state.users.has(userId)) throw refusals.unknownUser();
    const member = guild.members.get(userId);
    if (member === undefined) throw refusals.unknownMember();
    return ok(memberJson(call.world, member));
  }),
  'PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}': byBot((call) =>
    changeRole(call, 'member-role-add'),
  ),
  'DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}': byBot((call) =>
    changeRole(call, 'member-role-remove'),
  ),
};

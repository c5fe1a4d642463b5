import * as z from 'zod/mini';
import { refusals } from './api-error.ts';
import { type BotCall, byBot, type DiscordRoutes, done, ok, parameter } from './call.ts';
import { invalidForm, tooLong } from './form-errors.ts';
import {
  audit,
  guildOf,
  type InGuild,
  manageableRole,
  requireBelow,
  requirePermission,
} from './guild-call.ts';
import { parseMessageBody } from './message-body.ts';
import type { MemberState } from './state.ts';
import { memberJson } from './user-json.ts';

const OwnChange = z.object({ nick: z.optional(z.nullable(z.string())) });
const Change = z.extend(OwnChange, {
  roles: z.optional(z.nullable(z.array(z.string()))),
  communication_disabled_until: z.optional(z.nullable(z.string())),
});
const MOST_OF_NICK = 32;

function memberOf(call: BotCall, { guild }: InGuild): MemberState {
  const userId = parameter(call, 'user_id');
  const member = guild.members.get(userId);
  if (member !== undefined) return member;
  throw call.world.state.users.has(userId) ? refusals.unknownMember() : refusals.unknownUser();
}

function changeRole(call: BotCall, action: 'member-role-add' | 'member-role-remove') {
  const inGuild = guildOf(call);
  const member = inGuild.guild.members.get(parameter(call, 'user_id'));
  if (member === undefined) throw refusals.unknownMember();
  const role = manageableRole(inGuild, parameter(call, 'role_id'));
  const others = member.roleIds.filter((id) => id !== role.id);
  member.roleIds = action === 'member-role-add' ? [...others, role.id] : others;
  audit(call, action, inGuild.guild.id, member.userId, role.id);
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

/** Members whose user name or nick begins with the text. Needs no intent, unlike the list. */
function search(call: BotCall) {
  const { guild } = guildOf(call);
  const wanted = (call.query.get('query') ?? '').toLowerCase();
  const limit = Math.min(Number(call.query.get('limit') ?? 1), 1000);
  const found = [...guild.members.values()].filter((member) =>
    [member.nick, call.world.user(member.userId).username].some((name) =>
      name?.toLowerCase().startsWith(wanted),
    ),
  );
  return ok(found.slice(0, limit).map((member) => memberJson(call.world, member)));
}

/** Sets a nick; the empty one takes it away. */
function rename(member: MemberState, nick: string | null): void {
  if ((nick ?? '').length > MOST_OF_NICK) throw invalidForm([tooLong(['nick'], MOST_OF_NICK)]);
  member.nick = nick === '' ? null : nick;
}

/** Each field needs a permission of its own; nothing is changed unless all of them may be. */
function edit(call: BotCall) {
  const inGuild = guildOf(call);
  const member = memberOf(call, inGuild);
  const { nick, roles, communication_disabled_until: until } = parseMessageBody(Change, call.body ?? {});
  if (roles !== undefined) {
    requirePermission(inGuild, 'MANAGE_ROLES');
    const wanted = roles ?? [];
    const changed = [
      ...wanted.filter((id) => !member.roleIds.includes(id)),
      ...member.roleIds.filter((id) => !wanted.includes(id)),
    ];
    for (const id of changed) manageableRole(inGuild, id);
  }
  if (until !== undefined) {
    requirePermission(inGuild, 'MODERATE_MEMBERS');
    requireBelow(inGuild, member);
  }
  if (nick !== undefined) {
    if (member === inGuild.bot) requirePermission(inGuild, 'CHANGE_NICKNAME');
    else {
      requirePermission(inGuild, 'MANAGE_NICKNAMES');
      requireBelow(inGuild, member);
    }
    rename(member, nick);
  }
  if (roles !== undefined) member.roleIds = [...(roles ?? [])];
  if (until !== undefined) member.mutedUntil = until === null ? null : Date.parse(until);
  audit(call, 'member-update', inGuild.guild.id, member.userId);
  return ok(memberJson(call.world, member));
}

function editOwn(call: BotCall) {
  const inGuild = guildOf(call);
  const { nick } = parseMessageBody(OwnChange, call.body ?? {});
  if (nick !== undefined) {
    requirePermission(inGuild, 'CHANGE_NICKNAME');
    rename(inGuild.bot, nick);
  }
  audit(call, 'member-update', inGuild.guild.id, inGuild.bot.userId);
  return ok(memberJson(call.world, inGuild.bot));
}

function kick(call: BotCall) {
  const inGuild = guildOf(call);
  const member = memberOf(call, inGuild);
  requirePermission(inGuild, 'KICK_MEMBERS');
  requireBelow(inGuild, member);
  inGuild.guild.members.delete(member.userId);
  audit(call, 'member-kick', inGuild.guild.id, member.userId);
  return done;
}

export const memberRoutes: DiscordRoutes = {
  'GET /guilds/{guild_id}/members': byBot(listMembers),
  'GET /guilds/{guild_id}/members/search': byBot(search),
  'PATCH /guilds/{guild_id}/members/@me': byBot(editOwn),
  'GET /guilds/{guild_id}/members/{user_id}': byBot((call) =>
    ok(memberJson(call.world, memberOf(call, guildOf(call)))),
  ),
  'PATCH /guilds/{guild_id}/members/{user_id}': byBot(edit),
  'DELETE /guilds/{guild_id}/members/{user_id}': byBot(kick),
  'PUT /guilds/{guild_id}/members/{user_id}/roles/{role_id}': byBot((call) =>
    changeRole(call, 'member-role-add'),
  ),
  'DELETE /guilds/{guild_id}/members/{user_id}/roles/{role_id}': byBot((call) =>
    changeRole(call, 'member-role-remove'),
  ),
};

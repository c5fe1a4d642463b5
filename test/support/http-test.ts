// A clan's delivery for tests only: a schema in memory, and a guild and a group behind the real clients.
import { createDiscordClient } from '../../shared/discord/create-discord-client.ts';
import { PERMISSIONS } from '../../shared/discord/permissions.ts';
import type { DeliveryContext } from '../../shared/effects/performer.ts';
import { createLogger, type LogLine } from '../../shared/log/create-logger.ts';
import { createRobloxClient } from '../../shared/roblox/create-roblox-client.ts';
import { GROUP_ROLES, openTestClan, TEST_SETTINGS } from './clan.ts';
import { type SentRequest, type ServiceAnswer, scriptedService } from './scripted-service.ts';

const GUILD = TEST_SETTINGS.guild_id;
const GROUP = TEST_SETTINGS.roblox_group_id;

interface TestRole {
  readonly id: string;
  readonly name: string;
  readonly managed?: boolean;
  readonly permissions?: bigint;
}

/** `fails` holds an answer for each `METHOD path` (without its base) that is to fail. */
export async function openHttpTest(settings: Partial<DeliveryContext['settings']> = {}) {
  const clan = await openTestClan();
  const guild = { roles: new Map<string, TestRole>(), members: new Map<string, Set<string>>() };
  const group = { members: new Map<string, Set<string>>() };
  const fails = new Map<string, ServiceAnswer | Error>();
  const lines: LogLine[] = [];
  const log = createLogger({ level: 'none', onLine: (line) => lines.push(line) });
  let made = 0;

  function onDiscord(request: SentRequest, path: string): ServiceAnswer {
    const [, , , what, user, , role] = path.split('/');
    if (path === `/guilds/${GUILD}/roles` && request.method === 'GET')
      return { body: [...guild.roles.values()].map(roleJson) };
    if (path === `/guilds/${GUILD}/roles`) {
      made += 1;
      const name = new Map(Object.entries(Object(request.body))).get('name');
      const newRole = { id: `14000000000000000${String(made).padStart(2, '0')}`, name: String(name) };
      guild.roles.set(newRole.id, newRole);
      return { body: roleJson(newRole) };
    }
    const held = guild.members.get(user ?? '');
    if (what !== 'members') return { status: 404 };
    if (held === undefined) return { status: 404, body: { code: 10007, message: 'Unknown Member' } };
    if (role === undefined) return { body: { roles: [...held], user: { id: user, username: 'x' } } };
    if (!guild.roles.has(role)) return { status: 404, body: { code: 10011, message: 'Unknown Role' } };
    if (request.method === 'PUT') held.add(role);
    else held.delete(role);
    return { status: 204 };
  }

  function onRoblox(request: SentRequest, path: string): ServiceAnswer {
    if (path === `/cloud/v2/groups/${GROUP}/roles`) {
      return {
        body: { groupRoles: GROUP_ROLES.map(({ id, name, rank }) => ({ id, displayName: name, rank })) },
      };
    }
    const action = /memberships\/m(\d+):(assign|unassign)Role$/.exec(path);
    const user =
      action?.[1] ?? /'users\/(\d+)'/.exec(new URL(request.url).searchParams.get('filter') ?? '')?.[1] ?? '';
    const held = group.members.get(user);
    if (held === undefined) return { body: {} };
    const role = new Map(Object.entries(Object(request.body))).get('role');
    if (action?.[2] === 'assign') held.add(lastPart(String(role)));
    if (action?.[2] === 'unassign') held.delete(lastPart(String(role)));
    const membership = {
      path: `groups/${GROUP}/memberships/m${user}`,
      user: `users/${user}`,
      roles: [...held].map((id) => `groups/${GROUP}/roles/${id}`),
    };
    return { body: action === null ? { groupMemberships: [membership] } : membership };
  }

  const service = scriptedService((request) => {
    const path = pathOf(request);
    const failure = fails.get(`${request.method} ${path}`);
    if (failure !== undefined) return failure;
    return request.url.startsWith('https://discord.test')
      ? onDiscord(request, path)
      : onRoblox(request, path);
  });
  const options = { ...service, log, budgetMs: 1000 };
  const context: DeliveryContext = {
    clan: {
      clan: 'test',
      applicationId: TEST_SETTINGS.application_id,
      publicKey: TEST_SETTINGS.public_key,
      guildId: GUILD,
      robloxGroupId: GROUP,
    },
    settings: { ...TEST_SETTINGS, ...settings },
    db: clan.db,
    discord: createDiscordClient({
      ...options,
      apiUrl: 'https://discord.test',
      cdnHosts: [],
      applicationId: TEST_SETTINGS.application_id,
      guildId: GUILD,
      botToken: 'bot-token',
    }),
    roblox: createRobloxClient({
      ...options,
      apiUrl: 'https://apis.test',
      usersApiUrl: 'https://users.test',
      apiKey: 'key',
      groupId: GROUP,
    }),
    log,
    now: service.now,
    random: service.random,
    effectId: '1300000000000000009-1',
  };
  return {
    ...clan,
    context,
    guild,
    group,
    fails,
    lines,
    service,
    addRole(role: TestRole) {
      guild.roles.set(role.id, role);
    },
    /** What was changed at the services: everything but reads. */
    writes: () =>
      service.requests
        .filter((request) => request.method !== 'GET')
        .map((request) => `${request.method} ${pathOf(request)}`),
  };
}
export type HttpTest = Awaited<ReturnType<typeof openHttpTest>>;

export const DANGEROUS_ROLE = { permissions: PERMISSIONS.BAN_MEMBERS | PERMISSIONS.SEND_MESSAGES };

function roleJson(role: TestRole) {
  return { position: 1, managed: false, ...role, permissions: (role.permissions ?? 0n).toString() };
}

function pathOf(request: SentRequest): string {
  return new URL(request.url).pathname;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

import * as z from 'zod/mini';
import type { GroupSeed, KeySeed, RobloxSeed } from './seed.ts';

const User = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  formerNames: z.array(z.string()),
  about: z.string(),
  createdAt: z.number(),
  state: z.enum(['active', 'banned', 'deleted']),
});
export type RobloxUserState = z.infer<typeof User>;

const Role = z.object({ id: z.string(), name: z.string(), rank: z.number(), base: z.boolean() });
export type GroupRoleState = z.infer<typeof Role>;

const JoinRequest = z.object({ id: z.string(), userId: z.string(), createdAt: z.number() });
export type JoinRequestState = z.infer<typeof JoinRequest>;

const SavedGroup = z.object({
  id: z.string(),
  name: z.string(),
  ownerId: z.nullable(z.string()),
  unassignBase: z.enum(['ignored', 'refused']),
  roles: z.array(Role),
  members: z.array(z.tuple([z.string(), z.array(z.string())])),
  joinRequests: z._default(z.array(JoinRequest), []),
});
export interface GroupState {
  readonly id: string;
  name: string;
  readonly ownerId: string | null;
  readonly unassignBase: 'ignored' | 'refused';
  roles: GroupRoleState[];
  /** The ids of the roles held, by user id; the base role is always among them. */
  readonly members: Map<string, string[]>;
  /** The oldest first; one for each user. */
  joinRequests: JoinRequestState[];
}

export interface KeyState {
  readonly apiKey: string;
  readonly name: string;
  readonly ownerId: string;
  scopes: readonly string[];
  enabled: boolean;
  expiresAt: number | undefined;
  readonly groupIds: readonly string[] | undefined;
}

export interface RobloxState {
  readonly users: Map<string, RobloxUserState>;
  readonly groups: Map<string, GroupState>;
  /** Never saved: they come from the seed at every start. */
  readonly keys: readonly KeyState[];
}

export const SavedRoblox = z.object({ users: z.array(User), groups: z.array(SavedGroup) });

export function savedRobloxState(state: RobloxState): unknown {
  return {
    users: [...state.users.values()],
    groups: [...state.groups.values()].map((group) => ({ ...group, members: [...group.members] })),
  };
}

/** What was saved, with the users and groups of the seed that it does not have. */
export function seedRobloxState(
  saved: z.infer<typeof SavedRoblox> | undefined,
  seed: RobloxSeed,
): RobloxState {
  const state: RobloxState = { users: new Map(), groups: new Map(), keys: seed.keys.map(keyState) };
  if (saved !== undefined) {
    for (const user of saved.users) state.users.set(user.id, user);
    for (const group of saved.groups)
      state.groups.set(group.id, { ...group, members: new Map(group.members) });
  }
  for (const user of seed.users) {
    if (state.users.has(user.id)) continue;
    state.users.set(user.id, {
      id: user.id,
      name: user.name,
      displayName: user.displayName ?? user.name,
      formerNames: [...(user.formerNames ?? [])],
      about: user.about ?? '',
      createdAt: user.createdAt ?? Date.UTC(2015, 0, 1),
      state: user.state ?? 'active',
    });
  }
  for (const group of seed.groups)
    if (!state.groups.has(group.id)) state.groups.set(group.id, groupState(group));
  return state;
}

function groupState(seed: GroupSeed): GroupState {
  const lowest = Math.min(...seed.roles.filter((role) => role.rank > 0).map((role) => role.rank));
  const marked =
    seed.roles.find((role) => role.base === true) ?? seed.roles.find((role) => role.rank === lowest);
  const roles = seed.roles.map(({ id, name, rank }) => ({ id, name, rank, base: id === marked?.id }));
  const group: GroupState = {
    id: seed.id,
    name: seed.name,
    ownerId: seed.ownerId ?? null,
    unassignBase: seed.unassignBase ?? 'ignored',
    roles,
    members: new Map(),
    joinRequests: [],
  };
  for (const { userId, roleIds } of seed.members ?? []) group.members.set(userId, withBase(group, roleIds));
  for (const [index, userId] of (seed.joinRequests ?? []).entries()) {
    addJoinRequest(group, userId, Date.UTC(2026, 10, 1) + index * 60_000);
  }
  return group;
}

/** Somebody asks to join; who asked already or is a member asks for nothing new. The id is opaque and used once. */
export function addJoinRequest(group: GroupState, userId: string, createdAt: number): void {
  if (group.members.has(userId) || group.joinRequests.some((request) => request.userId === userId)) return;
  const id = Buffer.from(`${userId}.${createdAt}`).toString('base64url');
  group.joinRequests.push({ id, userId, createdAt });
}

/** The roles with the base role among them. Source: Roblox's announcement of several roles per member, March 2026. */
export function withBase(group: GroupState, roleIds: readonly string[]): string[] {
  const base = group.roles.filter((role) => role.base).map((role) => role.id);
  return [...new Set([...base, ...roleIds])];
}

/** The highest rank a member holds; 0 for somebody who is not in the group. */
export function highestRank(group: GroupState, userId: string): number {
  const held = group.members.get(userId) ?? [];
  return group.roles.reduce(
    (highest, role) => (held.includes(role.id) ? Math.max(highest, role.rank) : highest),
    0,
  );
}

function keyState(seed: KeySeed): KeyState {
  return {
    apiKey: seed.apiKey,
    name: seed.name ?? 'clan bot',
    ownerId: seed.ownerId,
    scopes: seed.scopes ?? ['group:read', 'group:write'],
    enabled: seed.enabled ?? true,
    expiresAt: seed.expiresAt,
    groupIds: seed.groupIds,
  };
}

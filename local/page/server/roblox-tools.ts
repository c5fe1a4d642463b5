import * as z from 'zod/mini';
import type { RobloxEmulator } from '../../roblox/roblox-emulator.ts';
import type { RobloxWorld } from '../protocol.ts';

const Text = z.string().check(z.maxLength(1000));

/** What people do on the Roblox site. */
export const RobloxAction = z.union([
  z.object({ user: z.string(), rank: z.string() }),
  z.object({ user: z.string(), about: Text }),
  z.object({ user: z.string(), rename: z.string().check(z.minLength(3), z.maxLength(20)) }),
  z.object({ user: z.string(), inGroup: z.boolean() }),
  z.object({ user: z.string(), isAsking: z.boolean() }),
]);
export type RobloxAction = z.infer<typeof RobloxAction>;

export function robloxWorld(roblox: RobloxEmulator, groupId: string): RobloxWorld {
  const group = roblox.group(groupId);
  return {
    users: [...roblox.state.users.values()].map(({ id, name, about }) => ({
      id,
      name,
      about,
      inGroup: group.members.has(id),
      isAsking: group.joinRequests.some(({ userId }) => userId === id),
      roles: roblox.rolesOf(groupId, id).map((role) => role.name),
    })),
    roles: group.roles.filter((role) => role.rank > 0 && role.rank < 255).map((role) => role.name),
  };
}

export function actOnRoblox(roblox: RobloxEmulator, groupId: string, action: RobloxAction): void {
  if ('rank' in action) roblox.setRoles(groupId, action.user, [action.rank]);
  else if ('about' in action) roblox.setAbout(action.user, action.about);
  else if ('rename' in action) roblox.rename(action.user, action.rename);
  else if ('isAsking' in action) {
    if (action.isAsking) roblox.askToJoin(groupId, action.user);
    else roblox.withdrawRequest(groupId, action.user);
  } else if (action.inGroup) roblox.setRoles(groupId, action.user, []);
  else roblox.leaveGroup(groupId, action.user);
}

/** Somebody new on Roblox, in the group. Names there are of letters, digits and `_`. */
export function joinRoblox(roblox: RobloxEmulator, groupId: string, given: string): string {
  const plain = given.replace(/[^A-Za-z0-9_]/g, '').slice(0, 12) || 'Newcomer';
  const ids = [...roblox.state.users.keys()].map(Number);
  const id = `${Math.max(9_000_000, ...ids) + 1}`;
  const name = `${plain}${id.slice(-4)}`;
  roblox.addUser({ id, name });
  roblox.setRoles(groupId, id, []);
  return name;
}

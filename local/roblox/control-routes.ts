import * as z from 'zod/mini';
import { type ControlRoutes, commonControl } from '../emulator/control.ts';
import type { EmulatorAnswer } from '../emulator/http-server.ts';
import type { RobloxEmulator } from './roblox-emulator.ts';

const UserChange = z.object({
  about: z.optional(z.string().check(z.maxLength(1000))),
  name: z.optional(z.string().check(z.minLength(1), z.maxLength(20))),
  state: z.optional(z.enum(['active', 'banned', 'deleted'])),
});
const NewUser = z.object({
  id: z.string().check(z.regex(/^\d{1,16}$/)),
  name: z.string().check(z.minLength(1)),
});
const RoleChange = z.object({ roles: z.array(z.union([z.string(), z.number()])) });

const ok = (json: unknown): EmulatorAnswer => ({ status: 200, json });

/** What people do on the Roblox site, for the terminal. */
export function robloxControlRoutes(emulator: RobloxEmulator): ControlRoutes {
  return {
    ...commonControl(emulator),
    'GET /emulator/users/{user}': ({ parameters }) => ok(userJson(emulator, parameters['user'] ?? '')),
    'POST /emulator/users': ({ body }) => {
      const { id, name } = NewUser.parse(body);
      emulator.addUser({ id, name });
      return ok(userJson(emulator, id));
    },
    'PATCH /emulator/users/{user}': ({ parameters, body }) => {
      const { id } = emulator.user(parameters['user'] ?? '');
      const change = UserChange.parse(body);
      if (change.about !== undefined) emulator.setAbout(id, change.about);
      if (change.name !== undefined) emulator.rename(id, change.name);
      if (change.state !== undefined) emulator.setState(id, change.state);
      return ok(userJson(emulator, id));
    },
    'GET /emulator/groups': () =>
      ok(
        [...emulator.state.groups.values()].map((group) => ({
          id: group.id,
          name: group.name,
          members: group.members.size,
          roles: group.roles,
        })),
      ),
    'PUT /emulator/groups/{group}/members/{user}': ({ parameters, body }) => {
      const user = parameters['user'] ?? '';
      emulator.setRoles(parameters['group'] ?? '', user, RoleChange.parse(body).roles);
      return ok(userJson(emulator, user));
    },
    'PUT /emulator/groups/{group}/join-requests/{user}': ({ parameters }) => {
      const user = parameters['user'] ?? '';
      emulator.askToJoin(parameters['group'] ?? '', user);
      return ok(userJson(emulator, user));
    },
    'DELETE /emulator/groups/{group}/join-requests/{user}': ({ parameters }) => {
      const user = parameters['user'] ?? '';
      emulator.withdrawRequest(parameters['group'] ?? '', user);
      return ok(userJson(emulator, user));
    },
    'DELETE /emulator/groups/{group}/members/{user}': ({ parameters }) => {
      const user = parameters['user'] ?? '';
      emulator.leaveGroup(parameters['group'] ?? '', user);
      return ok(userJson(emulator, user));
    },
  };
}

function userJson(emulator: RobloxEmulator, idOrName: string): Record<string, unknown> {
  const user = emulator.user(idOrName);
  const groups = [...emulator.state.groups.values()].filter((group) => group.members.has(user.id));
  return {
    ...user,
    askedToJoin: [...emulator.state.groups.values()]
      .filter((group) => group.joinRequests.some((request) => request.userId === user.id))
      .map((group) => group.name),
    groups: groups.map((group) => ({
      id: group.id,
      name: group.name,
      roles: emulator.rolesOf(group.id, user.id).map((role) => `${role.name} (${role.rank})`),
    })),
  };
}

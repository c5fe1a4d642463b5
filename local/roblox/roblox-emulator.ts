import type { Faults } from '../emulator/faults.ts';
import type { Requests } from '../emulator/requests.ts';
import type { Violation } from '../emulator/violation.ts';
import {
  addJoinRequest,
  type GroupRoleState,
  type GroupState,
  highestRank,
  type KeyState,
  type RobloxState,
  type RobloxUserState,
  withBase,
} from './state.ts';

/** A running Roblox emulator: its address, what it saw, and what people do on the Roblox site. */
export class RobloxEmulator {
  /** For `ROBLOX_API_URL`. */
  readonly apiUrl: string;
  /** For `ROBLOX_USERS_API_URL`; the same server. */
  readonly usersApiUrl: string;
  readonly state: RobloxState;
  readonly faults: Faults;
  readonly requests: Requests;
  /** Requests that Roblox would have refused as malformed, or does not know. A good run leaves it empty. */
  readonly violations: Violation[];
  readonly #changed: () => void;
  readonly #stop: () => Promise<void>;

  constructor(parts: {
    state: RobloxState;
    faults: Faults;
    requests: Requests;
    violations: Violation[];
    url: string;
    changed: () => void;
    stop: () => Promise<void>;
  }) {
    this.apiUrl = parts.url;
    this.usersApiUrl = parts.url;
    this.state = parts.state;
    this.faults = parts.faults;
    this.requests = parts.requests;
    this.violations = parts.violations;
    this.#changed = parts.changed;
    this.#stop = parts.stop;
  }

  /** By id or by name, letters of either case. */
  user(idOrName: string): RobloxUserState {
    const wanted = idOrName.toLowerCase();
    for (const user of this.state.users.values()) {
      if (user.id === idOrName || user.name.toLowerCase() === wanted) return user;
    }
    const some = [...this.state.users.values()].slice(0, 20).map((user) => user.name);
    throw new Error(`Roblox has no user "${idOrName}" here; there are: ${some.join(', ')}.`);
  }

  group(groupId: string): GroupState {
    const group = this.state.groups.get(groupId);
    if (group === undefined) throw new Error(`Roblox has no group ${groupId} here.`);
    return group;
  }

  /** The roles that a member holds, the highest first; empty for somebody who is not in the group. */
  rolesOf(groupId: string, user: string): readonly GroupRoleState[] {
    const group = this.group(groupId);
    const held = group.members.get(this.user(user).id) ?? [];
    return group.roles.filter((role) => held.includes(role.id)).sort((a, b) => b.rank - a.rank);
  }

  rankOf(groupId: string, user: string): number {
    return highestRank(this.group(groupId), this.user(user).id);
  }

  /** Gives exactly these roles (by id, name or rank number) besides the base role; joins the group where needed. */
  setRoles(groupId: string, user: string, roles: readonly (string | number)[]): void {
    const group = this.group(groupId);
    const ids = roles.map((wanted) => this.role(groupId, wanted).id);
    const { id } = this.user(user);
    group.members.set(id, withBase(group, ids));
    // Who is in the group asks no more.
    group.joinRequests = group.joinRequests.filter((request) => request.userId !== id);
    this.#changed();
  }

  /** A role by id, name or rank number; of two with one rank the first. */
  role(groupId: string, wanted: string | number): GroupRoleState {
    const { roles, name } = this.group(groupId);
    const text = String(wanted);
    const found =
      roles.find((role) => role.id === text || role.name.toLowerCase() === text.toLowerCase()) ??
      roles.find((role) => String(role.rank) === text);
    if (found === undefined) {
      throw new Error(
        `${name} has no role "${wanted}"; there are: ${roles.map((role) => `${role.name} (${role.rank})`).join(', ')}.`,
      );
    }
    return found;
  }

  askToJoin(groupId: string, user: string, createdAt: number = Date.now()): void {
    addJoinRequest(this.group(groupId), this.user(user).id, createdAt);
    this.#changed();
  }

  /** Somebody takes their request back. */
  withdrawRequest(groupId: string, user: string): void {
    const group = this.group(groupId);
    const { id } = this.user(user);
    group.joinRequests = group.joinRequests.filter((request) => request.userId !== id);
    this.#changed();
  }

  leaveGroup(groupId: string, user: string): void {
    this.group(groupId).members.delete(this.user(user).id);
    this.#changed();
  }

  addUser(user: { id: string; name: string; about?: string }): void {
    if (this.state.users.has(user.id)) throw new Error(`Roblox has a user ${user.id} already.`);
    this.state.users.set(user.id, {
      id: user.id,
      name: user.name,
      displayName: user.name,
      formerNames: [],
      about: user.about ?? '',
      createdAt: Date.now(),
      state: 'active',
    });
    this.#changed();
  }

  setAbout(user: string, about: string): void {
    this.user(user).about = about;
    this.#changed();
  }

  /** The old name becomes a former one. */
  rename(user: string, name: string): void {
    const found = this.user(user);
    found.formerNames.push(found.name);
    found.name = name;
    this.#changed();
  }

  setState(user: string, state: RobloxUserState['state']): void {
    this.user(user).state = state;
    this.#changed();
  }

  key(apiKey: string): KeyState {
    const key = this.state.keys.find((entry) => entry.apiKey === apiKey);
    if (key === undefined) throw new Error('The emulator has no such key.');
    return key;
  }

  /** Stops serving and saves the state. */
  stop(): Promise<void> {
    return this.#stop();
  }
}

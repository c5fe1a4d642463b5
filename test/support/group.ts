// For tests only: the Roblox emulator in this process, with one group in it and no network.
import { Faults } from '../../local/emulator/faults.ts';
import type { EmulatorAnswer, EmulatorRequest } from '../../local/emulator/http-server.ts';
import { EmulatedRateLimits } from '../../local/emulator/rate-limit.ts';
import { Requests } from '../../local/emulator/requests.ts';
import type { Violation } from '../../local/emulator/violation.ts';
import { answerRoblox } from '../../local/roblox/answer-api.ts';
import {
  addJoinRequest,
  type KeyState,
  type RobloxState,
  seedRobloxState,
  withBase,
} from '../../local/roblox/state.ts';
import { GROUP_ROLES } from './clan.ts';
import { RECORD } from './identity.ts';

export interface RobloxAccount {
  readonly name?: string;
  /** The profile text. */
  readonly about?: string;
  /** The roles that are held besides the base role, which is the first; null: not in the group. */
  readonly roleIds?: readonly string[] | null;
}

/** Owns the group and the key, and holds the highest role. */
export const GROUP_OWNER = '9000001';

/** The group with `GROUP_ROLES`, in which only its owner is. */
export class TestGroup {
  readonly requests = new Requests();
  readonly faults = new Faults();
  /** What Roblox refused as malformed. */
  readonly violations: Violation[] = [];
  readonly state: RobloxState;
  /** `real`: as many calls a minute as Roblox takes, by the clock. */
  limits: 'real' | 'loose' = 'loose';
  readonly key: KeyState;
  readonly #rateLimits: EmulatedRateLimits;
  readonly #now: () => number;

  constructor(now: () => number) {
    const { robloxGroupId: id, robloxApiKey: apiKey } = RECORD;
    const group = { id, name: 'Group', ownerId: GROUP_OWNER, roles: GROUP_ROLES };
    const keys = [{ apiKey, ownerId: GROUP_OWNER }];
    this.state = seedRobloxState(undefined, { users: [], groups: [group], keys });
    const [key] = this.state.keys;
    if (key === undefined) throw new Error('the key is gone');
    this.key = key;
    this.#now = now;
    this.#rateLimits = new EmulatedRateLimits(now);
    this.put(GROUP_OWNER, { name: 'GroupOwner', roleIds: ['90121'] });
  }

  /** The ids of the roles held, by user id. */
  get members(): Map<string, string[]> {
    return this.#group.members;
  }
  get #group() {
    const group = this.state.groups.get(RECORD.robloxGroupId);
    if (group === undefined) throw new Error('the group is gone');
    return group;
  }

  answer(request: EmulatorRequest): Promise<EmulatorAnswer | 'dropped'> {
    const check = { knows: () => false, request: () => undefined, answer: () => [] };
    const { state, requests, faults, violations } = this;
    const parts = { state, requests, faults, violations, rateLimits: this.#rateLimits, check };
    const options = { limitMode: this.limits, checkAnswers: false, now: this.#now } as const;
    return answerRoblox({ ...parts, ...options, changed: () => undefined }, request);
  }

  /** Makes an account, or changes what is named of one. A new one is called `Roblox<id>` and not in the group. */
  put(id: string, { name, about, roleIds }: RobloxAccount = {}): void {
    const known = this.state.users.get(id);
    const called = name ?? known?.name ?? `Roblox${id}`;
    this.state.users.set(id, {
      id,
      name: called,
      displayName: called,
      formerNames: known === undefined || known.name === called ? [] : [known.name],
      about: about ?? known?.about ?? '',
      createdAt: 0,
      state: 'active',
    });
    if (roleIds === null) this.members.delete(id);
    else if (roleIds !== undefined) this.members.set(id, withBase(this.#group, roleIds));
  }
  /** An account that asks to join now. */
  ask(id: string, account: RobloxAccount = {}): void {
    this.put(id, account);
    addJoinRequest(this.#group, id, this.#now());
  }
  /** Who asks to join, the first one first. */
  get asking(): readonly string[] {
    return this.#group.joinRequests.map(({ userId }) => userId);
  }
  /** Somebody decided on Roblox, or they took it back. */
  forgetRequest(id: string): void {
    this.#group.joinRequests = this.#group.joinRequests.filter(({ userId }) => userId !== id);
  }
  /** The account is gone, from Roblox and from the group. */
  remove(id: string): void {
    this.state.users.delete(id);
    this.members.delete(id);
  }
  /** Every member holds this role from now on, and the former one only who is given it. */
  makeBase(roleId: string): void {
    const { roles } = this.#group;
    for (const role of roles) role.base = role.id === roleId;
  }
  /** People in the group whom the clan does not know. */
  addStrangers(count: number): void {
    for (let index = 0; index < count; index += 1) this.put(`${7_000_000 + index}`, { roleIds: ['90030'] });
  }
}

import type { ClanContext } from '../context/clan-runtime.ts';
import type { LinkedMember } from '../members/member-row.ts';
import { isNewOnRoblox } from '../ranks/sync-plan.ts';
import { RobloxError } from '../roblox/errors.ts';
import { OutOfTimeError } from './out-of-time.ts';

/** So many members' accounts are asked for in one call. */
export const ACCOUNTS_A_CALL = 100;
/** Calls for names in one run. With those for the roles, a clan of 10,000 members stays below 200 calls a run. */
export const NAME_CALLS = 60;

/** What Roblox says of members' accounts, beside their roles in the group. */
export interface Accounts {
  /** The name now, by user id; an account that is missing was not asked for, is gone or is banned. */
  readonly names: ReadonlyMap<string, string>;
  /** User ids of those who were asked for and are gone or banned. */
  readonly gone: ReadonlySet<string>;
}

export interface AccountsOfMembers {
  /** `held`: the roles of those who are in the group. Never throws because of Roblox: then nothing is known. */
  of(members: readonly LinkedMember[], held: ReadonlyMap<string, unknown>): Promise<Accounts>;
  /** How many members' names were not asked for, or not answered. */
  namesUnread(): number;
}

/**
 * Asks for accounts in bulk. Everybody's while `nameCalls` lasts (0: names are not compared), otherwise only those
 * newly missing from the group. A Roblox that fails is asked for no more names: nothing depends on them.
 */
export function accountsOfMembers(
  { roblox, log }: Pick<ClanContext, 'roblox' | 'log'>,
  options: { readonly nameCalls: number; readonly call: <T>(work: () => Promise<T>) => Promise<T> },
): AccountsOfMembers {
  let nameCalls = options.nameCalls;
  let unread = 0;

  async function read(
    members: readonly LinkedMember[],
    into: { names: Map<string, string>; gone: Set<string> },
  ) {
    const ids = members.map((member) => member.robloxUserId);
    try {
      const users = await options.call(() => roblox.usersById(ids));
      for (const { id, name } of users) into.names.set(id, name);
      for (const id of ids) if (!into.names.has(id)) into.gone.add(id);
      return true;
    } catch (error) {
      if (!(error instanceof RobloxError || error instanceof OutOfTimeError)) throw error;
      log.warning('Roblox could not say which accounts exist and what they are called', { error });
      return false;
    }
  }

  return {
    async of(members, held) {
      const accounts = { names: new Map<string, string>(), gone: new Set<string>() };
      const withName = members.slice(0, nameCalls * ACCOUNTS_A_CALL);
      const missing = members
        .slice(withName.length)
        .filter((member) => !held.has(member.robloxUserId) && isNewOnRoblox(member, []));
      unread += members.length - withName.length;
      for (const some of chunks(withName)) {
        if (nameCalls > 0 && (await read(some, accounts))) {
          nameCalls -= 1;
        } else {
          nameCalls = 0;
          unread += some.length;
        }
      }
      for (const some of chunks(missing)) await read(some, accounts);
      return accounts;
    },
    namesUnread: () => unread,
  };
}

function chunks(members: readonly LinkedMember[]): readonly (readonly LinkedMember[])[] {
  return Array.from({ length: Math.ceil(members.length / ACCOUNTS_A_CALL) }, (_, index) =>
    members.slice(index * ACCOUNTS_A_CALL, (index + 1) * ACCOUNTS_A_CALL),
  );
}

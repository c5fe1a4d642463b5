import { cut } from '../../shared/text/cut.ts';
import { serviceRefusal } from './refusal.ts';

/** What a membership filter asks for; undefined: everything. */
export type MembershipFilter =
  | { readonly users: readonly string[] }
  | { readonly roleId: string }
  | undefined;

const MOST_USERS = 50;

/**
 * Reads the filters that memberships know: `user == 'users/1'`, `role == 'groups/7/roles/9'`, and on `groups/-`
 * `user in ['users/1', ...]` with up to 50 users. Any other is answered 400, as by Roblox.
 */
export function readFilter(text: string | null, groupId: string): MembershipFilter {
  if (text === null || text === '') {
    if (groupId === '-') throw invalid('A filter on "user" is required when listing across groups.');
    return undefined;
  }
  const user = /^\s*user\s*==\s*(['"])users\/(\d+)\1\s*$/.exec(text)?.[2];
  if (user !== undefined) return { users: [user] };
  const role = /^\s*role\s*==\s*(['"])groups\/(\d+)\/roles\/(\d+)\1\s*$/.exec(text);
  if (role !== null && groupId !== '-') {
    if (role[2] !== groupId) throw invalid('The role in the filter must be of the group that is listed.');
    return { roleId: role[3] ?? '' };
  }
  const list = /^\s*user\s+in\s+\[(.*)\]\s*$/.exec(text)?.[1];
  if (list === undefined || groupId !== '-') throw invalid(`Invalid filter: ${cut(text, 100)}`);
  const users = list.split(',').map((entry) => /^\s*(['"])users\/(\d+)\1\s*$/.exec(entry)?.[2]);
  if (users.includes(undefined)) throw invalid('Each element of "user in" must be a quoted user path.');
  if (users.length > MOST_USERS) throw invalid(`"user in" takes at most ${MOST_USERS} users.`);
  return { users: users.flatMap((id) => id ?? []) };
}

/** The only filter of join requests: `user == 'users/1'`. Undefined: everything. */
export function readUserFilter(text: string | null): string | undefined {
  if (text === null || text === '') return undefined;
  const user = /^\s*user\s*==\s*(['"])users\/(\d+)\1\s*$/.exec(text)?.[2];
  if (user === undefined) throw invalid(`Invalid filter: ${cut(text, 100)}`);
  return user;
}

function invalid(message: string) {
  return serviceRefusal(400, 'INVALID_ARGUMENT', message);
}

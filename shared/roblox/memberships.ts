import * as z from 'zod/mini';
import type { Membership, RobloxClient } from './client.ts';
import { RobloxError } from './errors.ts';
import type { RobloxRest } from './rest.ts';

const PAGE_SIZE = 100;
const USERS_A_CALL = 50;
/**
 * `groups/-` answers with every group that a user is in, 100 of them for most and 200 at most, and cannot be
 * narrowed to ours: 50 users fill at most 100 pages.
 */
const MOST_PAGES = 100;
const UserPath = z.string().check(z.regex(/^users\/\d+$/, 'expected users/<id>'));
const RolePath = z.string().check(z.regex(/^groups\/\d+\/roles\/\d+$/, 'expected groups/<id>/roles/<id>'));
/** A membership's last part is opaque; it is put into a path as it is, so it may hold nothing that ends one. */
const MembershipPath = z
  .string()
  .check(z.regex(/^groups\/\d+\/memberships\/[\w=.~-]+$/, 'expected groups/<id>/memberships/<id>'));
const MembershipAnswer = z.object({
  path: MembershipPath,
  user: UserPath,
  role: z.optional(RolePath),
  roles: z.optional(z.array(RolePath)),
});
const Page = z.object({
  groupMemberships: z._default(z.array(MembershipAnswer), []),
  nextPageToken: z.optional(z.nullable(z.string())),
});

export function membershipCalls(
  rest: RobloxRest,
  apiUrl: string,
  group: string,
): Pick<RobloxClient, 'membership' | 'memberships' | 'groupMemberships' | 'assignRole' | 'unassignRole'> {
  const inGroup = `groups/${group}/`;

  async function page(of: string, filter: string | undefined, token: string | undefined) {
    const answer = await rest.call({
      method: 'GET',
      base: apiUrl,
      path: `/cloud/v2/groups/${of}/memberships`,
      query: {
        maxPageSize: String(PAGE_SIZE),
        ...(token === undefined ? {} : { pageToken: token }),
        ...(filter === undefined ? {} : { filter }),
      },
      bucket: 'memberships',
      withKey: true,
      answer: Page,
    });
    const ours = answer.groupMemberships.filter((membership) => membership.path.startsWith(inGroup));
    return { memberships: ours.map(toMembership), next: answer.nextPageToken || undefined };
  }

  async function change(action: 'assignRole' | 'unassignRole', path: string, roleId: string): Promise<void> {
    await rest.call({
      method: 'POST',
      base: apiUrl,
      path: `/cloud/v2/${MembershipPath.parse(path)}:${action}`,
      body: { role: `${inGroup}roles/${roleId}` },
      bucket: action,
      withKey: true,
      answer: z.unknown(),
    });
  }

  return {
    async membership(userId) {
      const { memberships } = await page(group, `user == 'users/${userId}'`, undefined);
      return memberships.find((membership) => membership.userId === userId);
    },
    async memberships(userIds) {
      const wanted = [...new Set(userIds)];
      if (wanted.length > USERS_A_CALL)
        throw new RangeError(`At most ${USERS_A_CALL} users can be asked for at once.`);
      if (wanted.length === 0) return [];
      const filter = `user in [${wanted.map((id) => `'users/${id}'`).join(', ')}]`;
      const found = new Map<string, Membership>();
      let token: string | undefined;
      for (let pages = 0; pages < MOST_PAGES; pages += 1) {
        const { memberships, next } = await page('-', filter, token);
        for (const membership of memberships) found.set(membership.userId, membership);
        token = next;
        if (token === undefined || found.size === wanted.length) return [...found.values()];
      }
      throw new RobloxError(
        `Roblox has more than ${MOST_PAGES} pages of memberships for ${wanted.length} users.`,
        {
          status: 200,
          route: 'GET /cloud/v2/groups/-/memberships',
          retryable: false,
        },
      );
    },
    groupMemberships: (pageToken) => page(group, undefined, pageToken),
    assignRole: (path, roleId) => change('assignRole', path, roleId),
    unassignRole: (path, roleId) => change('unassignRole', path, roleId),
  };
}

function toMembership(answer: z.infer<typeof MembershipAnswer>): Membership {
  // `role` is the highest only; it stands in where the list is missing.
  const roles = answer.roles ?? (answer.role === undefined ? [] : [answer.role]);
  return { path: answer.path, userId: lastPart(answer.user), roleIds: roles.map(lastPart) };
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

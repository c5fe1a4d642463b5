import * as z from 'zod/mini';
import { stillRuns } from '../clock/still-runs.ts';
import type { GroupRole, RobloxClient } from './client.ts';
import { RobloxError } from './errors.ts';
import type { RobloxRest } from './rest.ts';

const ROLES_A_PAGE = 20;
/** Far above what Roblox lets a group have. */
const MOST_PAGES = 30;
/** How long the group's roles are taken from memory: they change rarely, and every rank change asks for them. */
const ROLES_KEPT_MS = 60_000;

const Digits = z.string().check(z.regex(/^\d+$/, 'expected a number, as text'));
const GroupAnswer = z.object({ id: Digits, displayName: z.string(), memberCount: z.optional(z.int()) });
const RolesPage = z.object({
  groupRoles: z._default(
    z.array(
      z.object({
        id: Digits,
        displayName: z._default(z.string(), ''),
        // Left out where it is 0, as numbers without a value are in this service's JSON.
        rank: z._default(z.int().check(z.minimum(0), z.maximum(255)), 0),
        memberCount: z.optional(z.int()),
        isBase: z.optional(z.nullable(z.boolean())),
      }),
    ),
    [],
  ),
  nextPageToken: z.optional(z.nullable(z.string())),
});

export function groupCalls(
  rest: RobloxRest,
  options: { readonly apiUrl: string; readonly groupId: string; readonly now: () => number },
): Pick<RobloxClient, 'group' | 'groupRoles' | 'groupRolesNow'> {
  const path = `/cloud/v2/groups/${options.groupId}`;
  let kept: { readonly roles: readonly GroupRole[]; readonly until: number } | undefined;

  async function readRoles(): Promise<readonly GroupRole[]> {
    const roles: GroupRole[] = [];
    let token: string | undefined;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const page = await rest.call({
        method: 'GET',
        base: options.apiUrl,
        path: `${path}/roles`,
        query: { maxPageSize: String(ROLES_A_PAGE), ...(token === undefined ? {} : { pageToken: token }) },
        bucket: 'roles',
        withKey: true,
        answer: RolesPage,
      });
      for (const { id, displayName, rank, memberCount, isBase } of page.groupRoles) {
        roles.push({ id, name: displayName, rank, memberCount, isBase: isBase ?? undefined });
      }
      token = page.nextPageToken || undefined;
      if (token === undefined) return roles.sort((a, b) => a.rank - b.rank || a.id.localeCompare(b.id));
    }
    throw new RobloxError(`Roblox has more than ${MOST_PAGES * ROLES_A_PAGE} roles in this group.`, {
      status: 200,
      route: `GET ${path}/roles`,
      retryable: false,
    });
  }

  async function groupRolesNow(): Promise<readonly GroupRole[]> {
    const roles = await readRoles();
    kept = { roles, until: options.now() + ROLES_KEPT_MS };
    return roles;
  }

  return {
    groupRolesNow,
    async group() {
      const answer = await rest.call({
        method: 'GET',
        base: options.apiUrl,
        path,
        bucket: 'group',
        withKey: true,
        answer: GroupAnswer,
      });
      return { id: answer.id, name: answer.displayName, memberCount: answer.memberCount };
    },
    async groupRoles() {
      return kept !== undefined && stillRuns(kept.until, options.now(), ROLES_KEPT_MS)
        ? kept.roles
        : groupRolesNow();
    },
  };
}

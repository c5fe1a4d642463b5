import * as z from 'zod/mini';
import type { JoinRequest, RobloxClient } from './client.ts';
import type { RobloxRest } from './rest.ts';

const PAGE_SIZE = 20;
const UserPath = z.string().check(z.regex(/^users\/\d+$/, 'expected users/<id>'));
/** Its last part is opaque and put into a path as it is, so it may hold nothing that ends one. */
const RequestPath = z
  .string()
  .check(z.regex(/^groups\/\d+\/join-requests\/[\w=.~-]+$/, 'expected groups/<id>/join-requests/<id>'));
const Page = z.object({
  groupJoinRequests: z._default(
    z.array(z.object({ path: RequestPath, user: UserPath, createTime: z.iso.datetime({ offset: true }) })),
    [],
  ),
  nextPageToken: z.optional(z.nullable(z.string())),
});

export function joinRequestCalls(
  rest: RobloxRest,
  apiUrl: string,
  group: string,
): Pick<RobloxClient, 'joinRequest' | 'joinRequests' | 'decideJoinRequest'> {
  async function page(query: Readonly<Record<string, string>>) {
    const answer = await rest.call({
      method: 'GET',
      base: apiUrl,
      path: `/cloud/v2/groups/${group}/join-requests`,
      query: { maxPageSize: String(PAGE_SIZE), ...query },
      bucket: 'join-requests',
      withKey: true,
      answer: Page,
    });
    const requests = answer.groupJoinRequests.map(
      ({ path, user, createTime }): JoinRequest => ({
        path,
        userId: user.slice('users/'.length),
        askedAt: Date.parse(createTime),
      }),
    );
    return { requests, next: answer.nextPageToken || undefined };
  }

  return {
    joinRequests: (pageToken) => page(pageToken === undefined ? {} : { pageToken }),
    async joinRequest(userId) {
      const { requests } = await page({ filter: `user == 'users/${userId}'` });
      return requests.find((request) => request.userId === userId);
    },
    async decideJoinRequest(path, decision) {
      await rest.call({
        method: 'POST',
        base: apiUrl,
        path: `/cloud/v2/${RequestPath.parse(path)}:${decision}`,
        body: {},
        bucket: `join-requests:${decision}`,
        withKey: true,
        repeatable: false,
        answer: z.unknown(),
      });
    },
  };
}

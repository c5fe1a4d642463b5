import * as z from 'zod/mini';
import type { RobloxClient, RobloxUser } from './client.ts';
import { RobloxError } from './errors.ts';
import type { RobloxRest } from './rest.ts';

const USERS_A_CALL = 100;
const LONGEST_NAME = 50;
/** Ids of users are numbers here and text in Open Cloud. */
const NumericId = z.pipe(
  z.int().check(z.minimum(1)),
  z.transform((id: number) => String(id)),
);
const Found = z.object({
  data: z.array(z.object({ id: NumericId, name: z.string(), displayName: z.string() })),
});
const UserAnswer = z.object({
  id: z.string().check(z.regex(/^\d+$/)),
  name: z.string(),
  about: z._default(z.string(), ''),
  createTime: z.optional(z.string()),
});

export function userCalls(
  rest: RobloxRest,
  bases: { readonly apiUrl: string; readonly usersApiUrl: string },
): Pick<RobloxClient, 'usersByName' | 'usersById' | 'user'> {
  return {
    async usersByName(names) {
      const asked = new Map(names.map((name) => [name.trim().toLowerCase(), name.trim()]));
      const sought = [...asked.values()].filter((name) => name !== '' && name.length <= LONGEST_NAME);
      const users: RobloxUser[] = [];
      for (let start = 0; start < sought.length; start += USERS_A_CALL) {
        const answer = await rest.call({
          method: 'POST',
          base: bases.usersApiUrl,
          path: '/v1/usernames/users',
          body: { usernames: sought.slice(start, start + USERS_A_CALL), excludeBannedUsers: true },
          bucket: 'usernames',
          withKey: false,
          answer: Found,
        });
        // Former names are found too; only the user who has the name now is meant.
        users.push(...answer.data.filter((user) => asked.has(user.name.toLowerCase())));
      }
      return users;
    },
    async usersById(userIds) {
      const users: RobloxUser[] = [];
      for (let start = 0; start < userIds.length; start += USERS_A_CALL) {
        const ids = userIds.slice(start, start + USERS_A_CALL).map(Number);
        const answer = await rest.call({
          method: 'POST',
          base: bases.usersApiUrl,
          path: '/v1/users',
          body: { userIds: ids, excludeBannedUsers: true },
          bucket: 'users by id',
          withKey: false,
          answer: Found,
        });
        users.push(...answer.data);
      }
      return users;
    },
    async user(userId) {
      try {
        const { createTime, ...user } = await rest.call({
          method: 'GET',
          base: bases.apiUrl,
          path: `/cloud/v2/users/${encodeURIComponent(userId)}`,
          bucket: 'users',
          withKey: true,
          answer: UserAnswer,
        });
        const createdAt = Date.parse(createTime ?? '');
        return { ...user, createdAt: Number.isNaN(createdAt) ? undefined : createdAt };
      } catch (error) {
        if (error instanceof RobloxError && error.status === 404) return undefined;
        throw error;
      }
    },
  };
}

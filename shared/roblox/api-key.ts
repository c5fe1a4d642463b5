import * as z from 'zod/mini';
import type { RobloxClient } from './client.ts';
import type { RobloxRest } from './rest.ts';

const Introspected = z.object({
  enabled: z.boolean(),
  expired: z.boolean(),
  /** Whose powers the key has; not in every answer. */
  authorizedUserId: z.optional(z.nullable(z.union([z.int(), z.string()]))),
  /** Absent or null for a key without an end. */
  expirationTimeUtc: z.optional(z.nullable(z.string())),
  scopes: z._default(
    z.array(z.object({ name: z.string(), operations: z.optional(z.nullable(z.array(z.string()))) })),
    [],
  ),
});

/** What the key is: `POST /api-keys/v1/introspect`, which takes the key in its body (Roblox, "API keys"). */
export function apiKeyCalls(
  rest: RobloxRest,
  apiUrl: string,
  apiKey: string,
): Pick<RobloxClient, 'introspectKey'> {
  return {
    async introspectKey() {
      const key = await rest.call({
        method: 'POST',
        base: apiUrl,
        path: '/api-keys/v1/introspect',
        body: { apiKey },
        bucket: 'introspect',
        withKey: false,
        answer: Introspected,
      });
      const expiresAt = Date.parse(key.expirationTimeUtc ?? '');
      return {
        enabled: key.enabled,
        expired: key.expired,
        ownerId: key.authorizedUserId == null ? undefined : String(key.authorizedUserId),
        expiresAt: Number.isNaN(expiresAt) ? undefined : expiresAt,
        // A scope's name and operations make what Roblox shows as `group:read` and `group:write`.
        scopes: key.scopes.flatMap(({ name, operations }) =>
          operations == null || operations.length === 0
            ? [name]
            : operations.map((operation) => `${name}:${operation}`),
        ),
      };
    },
  };
}

import type { HttpOptions } from '../http/http-client.ts';
import { apiKeyCalls } from './api-key.ts';
import type { RobloxClient } from './client.ts';
import { groupCalls } from './group.ts';
import { joinRequestCalls } from './join-requests.ts';
import { membershipCalls } from './memberships.ts';
import { createRobloxRest } from './rest.ts';
import { userCalls } from './users.ts';

export interface RobloxClientOptions extends HttpOptions {
  /** `https://apis.roblox.com`, without a slash at the end. */
  readonly apiUrl: string;
  /** `https://users.roblox.com`, without a slash at the end; it never gets the key. */
  readonly usersApiUrl: string;
  readonly apiKey: string;
  readonly groupId: string;
}

/**
 * Roblox Open Cloud for one clan. Keeps what Roblox said about rate limits, and the group's roles for a minute,
 * so one client is best kept for as long as the process lives.
 */
export function createRobloxClient(options: RobloxClientOptions): RobloxClient {
  const rest = createRobloxRest(options);
  const { apiUrl, usersApiUrl, groupId, apiKey } = options;
  return {
    ...userCalls(rest, { apiUrl, usersApiUrl }),
    ...membershipCalls(rest, apiUrl, groupId),
    ...joinRequestCalls(rest, apiUrl, groupId),
    ...groupCalls(rest, { apiUrl, groupId, now: options.now ?? Date.now }),
    ...apiKeyCalls(rest, apiUrl, apiKey),
  };
}

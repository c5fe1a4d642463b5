import { createLogger } from '../../shared/log/create-logger.ts';
import type { GroupRole } from '../../shared/roblox/client.ts';
import { createRobloxClient } from '../../shared/roblox/create-roblox-client.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';
import { OnboardingError, WrongGroupError } from './onboarding-error.ts';

export interface RobloxAccess {
  /** `https://apis.roblox.com`. */
  readonly apiUrl: string;
  /** `https://users.roblox.com`. */
  readonly usersApiUrl: string;
  readonly apiKey: string;
  readonly groupId: string;
}

export interface FoundGroup {
  readonly name: string;
  readonly roles: readonly GroupRole[];
  /** What to look at, in words. */
  readonly warnings: readonly string[];
}

const SCOPES = ['group:read', 'group:write'];
const SOON_MS = 14 * 24 * 60 * 60 * 1000;

/** Asks Roblox about key and group. Throws `OnboardingError` where the bot could not work with them. */
export async function findGroup(access: RobloxAccess, now: number): Promise<FoundGroup> {
  const roblox = createRobloxClient({ ...access, log: createLogger({ level: 'none' }) });
  try {
    const key = await roblox.introspectKey();
    if (!key.enabled)
      throw new OnboardingError(
        'The Roblox key is disabled. Enable it on the Creator Dashboard, Credentials.',
      );
    if (key.expired) {
      throw new OnboardingError(
        'The Roblox key has expired. Make a new one on the Creator Dashboard, Credentials.',
      );
    }
    const missing = SCOPES.filter((scope) => !key.scopes.includes(scope));
    if (missing.length > 0) {
      throw new OnboardingError(
        `The Roblox key lacks ${missing.join(' and ')}. Give it both scopes of "Groups" for this group, and nothing else.`,
      );
    }
    const group = await roblox.group();
    const roles = await roblox.groupRoles();
    const endsSoon = key.expiresAt !== undefined && key.expiresAt - now < SOON_MS;
    const warnings = endsSoon ? ['The Roblox key expires within 14 days.'] : [];
    return { name: group.name, roles, warnings };
  } catch (error) {
    throw explained(error, access.groupId);
  }
}

function explained(error: unknown, groupId: string): unknown {
  if (!(error instanceof RobloxError)) return error;
  if (error.status === 401) {
    return new OnboardingError(
      'Roblox does not know this key. Copy it again, whole; it is shown only once, when it is made.',
    );
  }
  if (error.status === 403) {
    return new WrongGroupError(
      `Roblox does not let this key read the group ${groupId}. Add the group to the key's scopes, and this machine's address if the key is bound to some.`,
    );
  }
  if (error.status === 404)
    return new WrongGroupError(`Roblox knows no group ${groupId}. The number is in the group's URL.`);
  const how = error.status === 0 ? 'no answer' : String(error.status);
  return new OnboardingError(`Could not ask Roblox: ${how}. Try again.`);
}

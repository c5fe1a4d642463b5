import { UserError } from '../errors/user-error.ts';
import type { ServiceError } from '../http/service-error.ts';
import type { Text } from '../languages/catalogue.ts';
import type { Logger } from '../log/logger.ts';
import { RobloxError } from '../roblox/errors.ts';
import { nextStep, refusalCode, sayRefusal } from './say-refusal.ts';

/**
 * Reads from Roblox what a command can do nothing without. Throws `UserError` `roblox-unavailable`, `roblox-paused` or
 * `roblox-refused` with what Roblox said and what follows, the sentence `consequence`.
 */
export async function readOrRefuse<T>(
  { log }: { readonly log: Logger },
  consequence: Text,
  read: () => Promise<T>,
): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof RobloxError)) throw error;
    log.warning('Roblox could not be read', { status: error.status, code: error.code, route: error.route });
    throw new UserError(refusalCode(error), (locale) => refusalText(locale, error, consequence(locale)));
  }
}

/** What a service said, what follows from it and what to do next, in sentences. */
export function refusalText(locale: string | undefined, error: ServiceError, consequence: string): string {
  return `${sayRefusal(locale, error)}. ${consequence} ${nextStep(locale, error)}`;
}

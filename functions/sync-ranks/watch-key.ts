import { stillRuns } from '../../shared/clock/still-runs.ts';
import type { ClanContext } from '../../shared/context/clan-runtime.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';
import { texts } from './texts.ts';

const DAY_MS = 86_400_000;
const WARN_BEFORE_MS = 14 * DAY_MS;

/**
 * Asks Roblox about the clan's key, which also counts as its use: a key that is unused for 60 days ends by itself.
 * Returns the warning for the clan, in its language, once a day at most; undefined when all is well or Roblox did not answer.
 */
export async function watchKey(
  { roblox, settings, log, now }: ClanContext,
  warnedAt: number | null,
): Promise<string | undefined> {
  if (warnedAt !== null && stillRuns(warnedAt + DAY_MS, now(), DAY_MS)) return undefined;
  const said = texts(settings.locale);
  try {
    const { enabled, expired, expiresAt } = await roblox.introspectKey();
    if (!enabled || expired) return said.keyEnded;
    if (expiresAt !== undefined && expiresAt - now() <= WARN_BEFORE_MS) return said.keyEnds(expiresAt);
  } catch (error) {
    if (!(error instanceof RobloxError)) throw error;
    log.warning('Roblox could not be asked about the key', { error });
  }
  return undefined;
}

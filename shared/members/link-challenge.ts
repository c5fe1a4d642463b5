import * as z from 'zod/mini';
import { latestEnd, stillRuns } from '../clock/still-runs.ts';
import { type Queryable, sql } from '../database/database.ts';

/** A code lives this long, in milliseconds. */
export const CHALLENGE_MS = 15 * 60_000;
/** A click on the button of one that ended is answered by what it was for so long. */
const KEPT_MS = 86_400_000;

/**
 * A code that its owner puts into the profile text of a Roblox account, to prove that the account is theirs. It
 * lies in the clan's own schema and names one person and one account, so it proves nothing anywhere else.
 */
export interface LinkChallenge {
  readonly challengeId: string;
  readonly discordId: string;
  readonly robloxUserId: string;
  readonly robloxName: string;
  readonly code: string;
  readonly expiresAt: number;
  readonly usedAt: number | null;
}

const ChallengeRow = z.pipe(
  z.object({
    challenge_id: z.string(),
    discord_id: z.string(),
    roblox_user_id: z.string(),
    roblox_name: z.string(),
    code: z.string(),
    expires_at: z.int(),
    used_at: z.nullable(z.int()),
  }),
  z.transform(
    (row): LinkChallenge => ({
      challengeId: row.challenge_id,
      discordId: row.discord_id,
      robloxUserId: row.roblox_user_id,
      robloxName: row.roblox_name,
      code: row.code,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
    }),
  ),
);

/** The columns of `link_challenges`: what is read, exported and restored. */
export const CHALLENGE_COLUMNS = sql`
challenge_id, discord_id, roblox_user_id, roblox_name, code, expires_at, used_at`;
const FIND_CHALLENGE = sql`
SELECT ${CHALLENGE_COLUMNS} FROM link_challenges WHERE challenge_id = :challenge_id`;
const FORGET_CHALLENGES = sql`DELETE FROM link_challenges WHERE discord_id = :discord_id`;
const PURGE_CHALLENGES = sql`DELETE FROM link_challenges WHERE expires_at < :before_ms`;
const ADD_CHALLENGE = sql`
INSERT INTO link_challenges (challenge_id, discord_id, roblox_user_id, roblox_name, code, expires_at)
VALUES (:challenge_id, :discord_id, :roblox_user_id, :roblox_name, :code, :expires_at)`;
const USE_CHALLENGE = sql`
UPDATE link_challenges SET used_at = :now_ms
WHERE challenge_id = :challenge_id AND discord_id = :discord_id AND used_at IS NULL
  AND expires_at > :now_ms AND expires_at <= :latest_expires_at`;

/** Whether its 15 minutes are not over. */
export function isOpen({ expiresAt }: LinkChallenge, now: number): boolean {
  return stillRuns(expiresAt, now, CHALLENGE_MS);
}

export async function findChallenge(q: Queryable, challengeId: string): Promise<LinkChallenge | undefined> {
  const [challenge] = await q.query(ChallengeRow, FIND_CHALLENGE, { challenge_id: challengeId });
  return challenge;
}

/** Writes a challenge that lives 15 minutes; the person's earlier ones end with it. */
export async function openChallenge(
  tx: Queryable,
  challenge: Omit<LinkChallenge, 'expiresAt' | 'usedAt'> & { readonly now: number },
): Promise<void> {
  await tx.execute(FORGET_CHALLENGES, { discord_id: challenge.discordId });
  await tx.execute(ADD_CHALLENGE, {
    challenge_id: challenge.challengeId,
    discord_id: challenge.discordId,
    roblox_user_id: challenge.robloxUserId,
    roblox_name: challenge.robloxName,
    code: challenge.code,
    expires_at: challenge.now + CHALLENGE_MS,
  });
}

/** Uses a challenge up, once and by its own person only. False: used, expired, replaced or somebody else's. */
export async function useChallenge(
  tx: Queryable,
  use: { readonly challengeId: string; readonly discordId: string; readonly now: number },
): Promise<boolean> {
  const changed = await tx.execute(USE_CHALLENGE, {
    challenge_id: use.challengeId,
    discord_id: use.discordId,
    now_ms: use.now,
    latest_expires_at: latestEnd(use.now, CHALLENGE_MS),
  });
  return changed > 0;
}

/** Removes codes that ended a day ago. Returns how many. */
export function purgeChallenges(q: Queryable, now: number): Promise<number> {
  return q.execute(PURGE_CHALLENGES, { before_ms: now - KEPT_MS });
}

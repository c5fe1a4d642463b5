import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { MEMBER_COLUMNS, type Member, MemberRow } from '../members/member-row.ts';
import { SeenMembers } from '../members/seen-members.ts';
import { replyId } from '../outbox/effect.ts';
import { CONFIG_VERSION_COLUMNS } from '../settings/config-version.ts';

/** What is asked of the clan's schema before an interaction is handled. */
export interface Opening {
  /** Another delivery has committed it. */
  readonly isClaimed: boolean;
  /** A blacklisting of whoever acts that holds now; `until` null: it has no end. */
  readonly blacklisted: { readonly until: number | null } | undefined;
  /** When the last cooldown of whoever acts ends or ended, Unix milliseconds. Undefined: they had none. */
  readonly cooldownUntil: number | undefined;
  /** Of settings and ranks. */
  readonly configVersion: string;
  readonly seen: SeenMembers;
}

/** The part of an interaction that is looked up. */
interface Opened {
  readonly id: string;
  readonly user: { readonly id: string };
  readonly options: Readonly<Record<string, unknown>>;
  readonly targetId: string | undefined;
  readonly recordId: string | undefined;
}

/** One row for each of the two whom the clan knows, or one without a member. */
const OPEN = sql`
SELECT (SELECT effect_id FROM outbox WHERE effect_id = :reply_id) AS claimed_by,
  (SELECT interaction_id FROM interactions WHERE interaction_id = :interaction_id) AS claimed_before,
  (SELECT discord_id FROM blacklist
    WHERE discord_id = :actor_id AND (expires_at IS NULL OR expires_at > :now_ms)) AS blacklisted,
  (SELECT expires_at FROM blacklist WHERE discord_id = :actor_id) AS blacklisted_until,
  (SELECT until_at FROM cooldowns
    WHERE discord_id = :actor_id AND cooldown_key = :cooldown_key) AS cooldown_until,
  ${CONFIG_VERSION_COLUMNS}, ${MEMBER_COLUMNS}
FROM dual LEFT JOIN members ON members.discord_id IN (:actor_id, :member_id)`;

const OpeningRow = z.looseObject({
  claimed_by: z.nullable(z.string()),
  claimed_before: z.nullable(z.string()),
  blacklisted: z.nullable(z.string()),
  blacklisted_until: z.nullable(z.int()),
  cooldown_until: z.nullable(z.int()),
  config_version: z.nullable(z.int()),
  settings_changed_at: z.nullable(z.int()),
  discord_id: z.nullable(z.string()),
});

/**
 * Reads at once what decides whether an interaction is handled, and the members it is about: whoever acts, and whoever
 * is named by the option `member`, by a user menu or by a custom id.
 */
export async function readOpening(
  q: Queryable,
  interaction: Opened,
  { cooldownKey, now }: { readonly cooldownKey: string; readonly now: number },
): Promise<Opening> {
  const actorId = interaction.user.id;
  const memberId = namedIn(interaction);
  const rows = await q.query(OpeningRow, OPEN, {
    reply_id: replyId(interaction.id),
    interaction_id: interaction.id,
    actor_id: actorId,
    member_id: memberId ?? null,
    cooldown_key: cooldownKey,
    now_ms: now,
  });
  const [row] = rows;
  if (row === undefined) throw new Error('The opening look-up found no row.');
  const members = new Map<string, Member>();
  for (const each of rows) {
    if (each.discord_id !== null) members.set(each.discord_id, MemberRow.parse(each));
  }
  const ids = memberId === undefined ? [actorId] : [actorId, memberId];
  return {
    isClaimed: row.claimed_by !== null || row.claimed_before !== null,
    blacklisted: row.blacklisted === null ? undefined : { until: row.blacklisted_until },
    cooldownUntil: row.cooldown_until ?? undefined,
    configVersion: `${row.config_version ?? 0}.${row.settings_changed_at ?? 0}`,
    seen: new SeenMembers(ids.map((id) => [id, members.get(id)])),
  };
}

function namedIn({ options, targetId, recordId }: Opened): string | undefined {
  return [options['member'], targetId, recordId].find(isSnowflake);
}

function isSnowflake(value: unknown): value is string {
  return typeof value === 'string' && /^\d{17,20}$/.test(value);
}

import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { RankRow } from '../clans/ranks-file.ts';
import type { Settings } from '../clans/settings.ts';
import { type Database, type Queryable, sql } from '../database/database.ts';
import { insertOnce } from '../database/write-rows.ts';
import { makeSnowflake } from '../discord/snowflake.ts';
import { afterFile, loadCommandRanks, storeCommandRanks } from '../ranks/command-ranks.ts';
import { type KeptRank, planRanks, type RanksPlan } from '../ranks/plan-ranks.ts';
import { listRanks } from '../ranks/rank.ts';
import { type CommandRanks, NO_COMMAND_RANKS } from '../ranks/rank-fields.ts';
import { applyRanksPlan, membersPerRank } from '../ranks/store-ranks.ts';
import { raiseConfigVersion } from '../settings/config-version.ts';
import {
  type ChangedSetting,
  forgetChangedSettings,
  listChanged,
  storeSettingsFile,
} from '../settings/settings-store.ts';
import { ConfigError } from './config-error.ts';
import { heldRanks } from './held-ranks.ts';

export interface ConfigToApply {
  /** With the identity of the clan's record. */
  readonly settings: Settings;
  /** Checked. `undefined`: there is no file, and the ranks stay as they are. */
  readonly ranks: readonly RankRow[] | undefined;
}

export interface ApplyOptions {
  /** Unix milliseconds. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** The files win over what commands changed, and are applied even when they have not changed. */
  readonly overwrite?: boolean;
}

/** What applying did. */
export interface ConfigReport {
  readonly settings: 'unchanged' | 'applied';
  readonly ranks: 'no-file' | 'unchanged' | 'applied';
  /** With `ranks: 'applied'`. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly dropped: readonly string[];
  /** What commands changed and what therefore stays above the files. Empty after `overwrite`. */
  readonly keptSettings: readonly ChangedSetting[];
  readonly keptRanks: readonly KeptRank[];
}

/** Whether one of the files was. */
export function isApplied({ settings, ranks }: ConfigReport): boolean {
  return settings === 'applied' || ranks === 'applied';
}

const StateRow = z.object({ state_value: z.string() });
const READ_STATE = sql`SELECT state_value FROM sync_state WHERE state_key = :state_key`;
const CHANGE_STATE = sql`
UPDATE sync_state SET state_value = :state_value, changed_at = :changed_at WHERE state_key = :state_key`;
const ADD_STATE = sql`
INSERT INTO sync_state (state_key, state_value, changed_at) VALUES (:state_key, :state_value, :changed_at)`;

const NO_RANKS: Pick<ConfigReport, 'added' | 'changed' | 'renamed' | 'dropped'> = {
  added: [],
  changed: [],
  renamed: [],
  dropped: [],
};

/**
 * Applies a clan's files to its schema, each when its content differs from what was applied last, in one
 * transaction. What commands set stays, unless `overwrite`. Throws `ConfigError`, and changes nothing, when the
 * file drops a rank that members hold.
 */
export async function applyConfig(
  db: Database,
  { settings, ranks }: ConfigToApply,
  options: ApplyOptions,
): Promise<ConfigReport> {
  const { now, random, overwrite = false } = options;
  return db.transaction(async (tx) => {
    const settingsDiffer = await remember(tx, 'config.settings', settings, now());
    const ranksDiffer = ranks !== undefined && (await remember(tx, 'config.ranks', ranks, now()));
    const applies = ranks !== undefined && (ranksDiffer || overwrite);
    // From here on nobody else changes the ranks that are read below and written whole.
    if (applies) await raiseConfigVersion(tx);
    const commandRanks = await loadCommandRanks(tx);
    if (overwrite) await forgetChangedSettings(tx);
    if (settingsDiffer || overwrite) await storeSettingsFile(tx, settings, now());
    const plan = ranks === undefined ? undefined : await planFor(tx, ranks, { overwrite, commandRanks });
    if (applies && plan !== undefined) {
      await apply(tx, plan, {
        commandRanks: overwrite ? NO_COMMAND_RANKS : commandRanks,
        now: now(),
        random,
      });
    }
    return {
      settings: settingsDiffer || overwrite ? 'applied' : 'unchanged',
      ranks: ranks === undefined ? 'no-file' : applies ? 'applied' : 'unchanged',
      ...(applies && plan !== undefined ? told(plan) : NO_RANKS),
      keptSettings: await listChanged(tx),
      keptRanks: plan?.kept ?? [],
    };
  });
}

async function planFor(
  tx: Queryable,
  ranks: readonly RankRow[],
  options: { readonly overwrite: boolean; readonly commandRanks: CommandRanks },
): Promise<RanksPlan> {
  return planRanks(await listRanks(tx), ranks, { members: await membersPerRank(tx), ...options });
}

async function apply(
  tx: Queryable,
  plan: RanksPlan,
  {
    commandRanks,
    now,
    random,
  }: { readonly commandRanks: CommandRanks; readonly now: number; readonly random: () => number },
): Promise<void> {
  if (plan.held.length > 0) throw new ConfigError(await heldRanks(tx, plan.held));
  const change = makeSnowflake(now, random);
  let made = 0;
  await applyRanksPlan(tx, plan, () => {
    made += 1;
    return `${change}-${made}`;
  });
  const after = afterFile(commandRanks, plan, await listRanks(tx));
  if (JSON.stringify(after) !== JSON.stringify(commandRanks)) {
    await storeCommandRanks(tx, after, { actorId: null, now });
  }
}

function told(plan: RanksPlan): Pick<ConfigReport, 'added' | 'changed' | 'renamed' | 'dropped'> {
  const renamed = plan.changed.filter(({ before, after }) => before.name !== after.name);
  return {
    added: plan.added.map((rank) => rank.name),
    changed: plan.changed.filter((update) => !renamed.includes(update)).map(({ after }) => after.name),
    renamed: renamed.map(({ before, after }) => ({ from: before.name, to: after.name })),
    dropped: plan.dropped.map((rank) => rank.name),
  };
}

/** Keeps the hash of what is applied now; whether it differs from the one before. */
async function remember(tx: Queryable, key: string, content: unknown, now: number): Promise<boolean> {
  const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const [row] = await tx.query(StateRow, READ_STATE, { state_key: key });
  if (row?.state_value === hash) return false;
  const binds = { state_key: key, state_value: hash, changed_at: now };
  if ((await tx.execute(CHANGE_STATE, binds)) === 0) await insertOnce(tx, ADD_STATE, binds);
  return true;
}

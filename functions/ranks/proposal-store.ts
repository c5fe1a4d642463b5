import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { type RankRow, RanksFile } from '../../shared/clans/ranks-file.ts';
import { type Queryable, sql } from '../../shared/database/database.ts';
import { insertOnce } from '../../shared/database/write-rows.ts';
import type { Rank } from '../../shared/ranks/rank.ts';

/** Ranks that wait for the Apply button; a clan has one proposal at a time. */
export interface Proposal {
  readonly id: string;
  readonly ranks: readonly RankRow[];
  /** What the clan's ranks were when it was shown: `fingerprint`. */
  readonly basis: string;
}

const STATE_KEY = 'ranks-setup';
const Stored = z.object({ id: z.string(), ranks: RanksFile, basis: z.string() });
const StateRow = z.object({ state_value: z.string(), changed_at: z.int() });

const READ_PROPOSAL = sql`SELECT state_value, changed_at FROM sync_state WHERE state_key = :state_key`;
const CHANGE_PROPOSAL = sql`
UPDATE sync_state SET state_value = :state_value, changed_at = :changed_at WHERE state_key = :state_key`;
const ADD_PROPOSAL = sql`
INSERT INTO sync_state (state_key, state_value, changed_at) VALUES (:state_key, :state_value, :changed_at)`;
const TAKE_PROPOSAL = sql`DELETE FROM sync_state WHERE state_key = :state_key AND changed_at = :changed_at`;

/** Keeps a proposal in place of the one before. */
export async function keepProposal(tx: Queryable, proposal: Proposal, now: number): Promise<void> {
  const binds = { state_key: STATE_KEY, state_value: JSON.stringify(proposal), changed_at: now };
  if ((await tx.execute(CHANGE_PROPOSAL, binds)) === 0) await insertOnce(tx, ADD_PROPOSAL, binds);
}

/** A proposal that waits. Undefined: it was applied, or another one was made after it. */
export async function readProposal(q: Queryable, id: string): Promise<Proposal | undefined> {
  return (await readStored(q, id))?.proposal;
}

/** Takes a proposal, once. Undefined as above. */
export async function takeProposal(tx: Queryable, id: string): Promise<Proposal | undefined> {
  const stored = await readStored(tx, id);
  if (stored === undefined) return undefined;
  const taken = await tx.execute(TAKE_PROPOSAL, { state_key: STATE_KEY, changed_at: stored.changedAt });
  return taken > 0 ? stored.proposal : undefined;
}

async function readStored(
  q: Queryable,
  id: string,
): Promise<{ readonly proposal: Proposal; readonly changedAt: number } | undefined> {
  const [row] = await q.query(StateRow, READ_PROPOSAL, { state_key: STATE_KEY });
  if (row === undefined) return undefined;
  const proposal = Stored.parse(JSON.parse(row.state_value));
  return proposal.id === id ? { proposal, changedAt: row.changed_at } : undefined;
}

/** Tells whether the clan's ranks are still those that somebody was shown. */
export function fingerprint(ranks: readonly Rank[]): string {
  return createHash('sha256').update(JSON.stringify(ranks)).digest('hex');
}

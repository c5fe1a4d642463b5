import type { Queryable } from '../../shared/database/database.ts';
import { listRanks, type Rank } from '../../shared/ranks/rank.ts';
import { applyRanksPlan, setRankRole } from '../../shared/ranks/store-ranks.ts';
import { ImportError } from './import-error.ts';
import { matchRanks } from './match-ranks.ts';
import type { OldLayout } from './old-layout.ts';
import { heldOldRanks, oldRanks } from './old-tables.ts';
import type { ImportRun } from './run.ts';

/** The clan's ranks, and where the old ones are among them. */
export interface RanksHere {
  /** The rank here for an old `current_rank`. */
  readonly rankOf: (order: string | null) => string | undefined;
  readonly firstRankId: string;
}

/**
 * Makes sure that every rank which old members hold is here, with the Discord role that the old bot gave it. Throws
 * `ImportError` when a rank has no place, or when there is no rank at all.
 */
export async function importRanks(run: ImportRun, source: Queryable, layout: OldLayout): Promise<RanksHere> {
  const { tx, anomalies, comparison } = run;
  const old = await oldRanks(source, layout);
  const current = await listRanks(tx);
  const held = await heldOldRanks(source);
  const matched = matchRanks(old, current, { layout, held, anomalies });
  const ids = new Map([...matched.toAdd.keys()].map((order) => [order, run.newId()]));
  if (matched.toAdd.size > 0) await addRanks(run, current, matched.toAdd, ids);
  for (const { rankId, roleId } of matched.roles) await setRankRole(tx, rankId, roleId);
  const ranks = await listRanks(tx);
  const [first] = ranks;
  if (first === undefined) {
    throw new ImportError(
      'Neither the old bot nor the clan has any ranks. Nothing was changed. Write configs/<clan>/ranks.json first.',
    );
  }
  const byOrder = new Map([...matched.byOrder, ...ids]);
  const there = new Set(ranks.map((rank) => rank.id));
  comparison.old('ranks', old.length);
  comparison.now('ranks', [...byOrder.values()].filter((id) => there.has(id)).length);
  comparison.explain('ranks', -matched.leftOut);
  return {
    rankOf: (order) => (order === null ? undefined : byOrder.get(order)),
    firstRankId: first.id,
  };
}

async function addRanks(
  { tx }: ImportRun,
  current: readonly Rank[],
  toAdd: ReadonlyMap<string, Omit<Rank, 'id'>>,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const inOrder = [...ids.values()].values();
  const plan = {
    added: [...toAdd.values()],
    changed: [],
    unchanged: current,
    dropped: [],
    held: [],
    kept: [],
    said: new Map(),
    leftOut: [],
  };
  await applyRanksPlan(tx, plan, () => String(inOrder.next().value));
}

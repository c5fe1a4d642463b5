import type { Queryable } from '../database/database.ts';
import { readCommandRow, writeCommandRow } from '../settings/settings-store.ts';
import type { RanksPlan } from './plan-ranks.ts';
import type { Rank } from './rank.ts';
import {
  CommandRanks,
  differingFields,
  fieldsOf,
  NO_COMMAND_RANKS,
  RANK_FIELDS,
  type RankFields,
} from './rank-fields.ts';

const KEY = 'ranks.json';
type Entry = [string, CommandRanks['ranks'][string]];

export async function loadCommandRanks(q: Queryable): Promise<CommandRanks> {
  const stored = await readCommandRow(q, KEY);
  return stored === undefined ? NO_COMMAND_RANKS : CommandRanks.parse(stored);
}

/** `actorId`: who set them; null: the bot, which wrote down what a new file says of them. */
export async function storeCommandRanks(
  tx: Queryable,
  value: CommandRanks,
  by: { readonly actorId: string | null; readonly now: number },
): Promise<void> {
  await writeCommandRow(tx, KEY, value, by);
}

/** What commands set once a command's plan is applied; `ranks` are the clan's ranks since then. */
export function afterCommand(before: CommandRanks, plan: RanksPlan, ranks: readonly Rank[]): CommandRanks {
  const added = new Set(plan.added.map((rank) => rank.name));
  const droppedBefore = new Map(before.dropped.map((fields) => [fields.name, fields]));
  const kept = ranks.flatMap((rank): Entry[] => {
    if (added.has(rank.name)) {
      const file = droppedBefore.get(rank.name) ?? null;
      droppedBefore.delete(rank.name);
      return [[rank.id, { set: [...RANK_FIELDS], added: true, file }]];
    }
    const known = before.ranks[rank.id];
    const was = plan.changed.find((update) => update.after.id === rank.id)?.before ?? rank;
    const changed = differingFields(was, rank);
    if (known === undefined && changed.length === 0) return [];
    const set = RANK_FIELDS.filter((field) => known?.set.includes(field) || changed.includes(field));
    const file = known === undefined ? fieldsOf(was) : known.file;
    return [[rank.id, { set, added: known?.added ?? false, file }]];
  });
  const dropped = plan.dropped.flatMap((rank): RankFields[] => {
    const known = before.ranks[rank.id];
    if (known === undefined) return [fieldsOf(rank)];
    return known.file === null ? [] : [known.file];
  });
  return { ranks: Object.fromEntries(kept), dropped: [...droppedBefore.values(), ...dropped] };
}

/** What commands set once a file's plan is applied, with what the file now says of each rank. */
export function afterFile(before: CommandRanks, plan: RanksPlan, ranks: readonly Rank[]): CommandRanks {
  const kept = ranks.flatMap((rank): Entry[] => {
    const { set = [], added = false } = before.ranks[rank.id] ?? {};
    const file = plan.said.get(rank.name) ?? null;
    const follows = file === null || differingFields(file, rank).length === 0;
    return set.length === 0 && !added && follows ? [] : [[rank.id, { set, added, file }]];
  });
  return { ranks: Object.fromEntries(kept), dropped: [...plan.leftOut] };
}

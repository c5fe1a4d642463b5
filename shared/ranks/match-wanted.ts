import type { RankRow } from '../clans/ranks-file.ts';
import type { Rank } from './rank.ts';
import { type CommandRanks, fieldsOf, type RankFields } from './rank-fields.ts';

/** Which rank a row of a list is. */
export interface MatchedRows {
  readonly ranks: ReadonlyMap<RankRow, Rank>;
  /** Rows of ranks that a command dropped. */
  readonly dropped: readonly RankRow[];
}

interface Candidate {
  /** Undefined: a command dropped it. */
  readonly rank: Rank | undefined;
  /** The rank as the list had it before; undefined: it did not. */
  readonly listed: RankFields | undefined;
}

/**
 * Finds the rank of each row of a list. It is the same rank when the name is the one that the list had before, else
 * when order and Roblox rank are (it was renamed), else when the rank itself has that name, or that order and Roblox
 * rank, by a command.
 */
export function matchWanted(
  current: readonly Rank[],
  wanted: readonly RankRow[],
  commandRanks: CommandRanks,
): MatchedRows {
  const free = new Set<Candidate>([
    ...current.map((rank) => {
      const known = commandRanks.ranks[rank.id];
      return { rank, listed: known === undefined ? fieldsOf(rank) : (known.file ?? undefined) };
    }),
    ...commandRanks.dropped.map((listed) => ({ rank: undefined, listed })),
  ]);
  const matched = new Map<RankRow, Candidate>();
  const match = (isSame: (row: RankRow, candidate: Candidate) => boolean) => {
    for (const row of wanted) {
      if (matched.has(row)) continue;
      const found = [...free].find((candidate) => isSame(row, candidate));
      if (found === undefined) continue;
      matched.set(row, found);
      free.delete(found);
    }
  };
  match((row, { listed }) => hasName(row, listed));
  match((row, { listed }) => hasPlace(row, listed));
  match((row, { rank }) => hasName(row, rank));
  match((row, { rank }) => hasPlace(row, rank));
  return {
    ranks: new Map(
      [...matched].flatMap(([row, { rank }]) => (rank === undefined ? [] : [[row, rank] as const])),
    ),
    dropped: [...matched].flatMap(([row, { rank }]) => (rank === undefined ? [row] : [])),
  };
}

function hasName(row: RankRow, fields: RankFields | undefined): boolean {
  return row.rank_name === fields?.name;
}

function hasPlace(row: RankRow, fields: RankFields | undefined): boolean {
  return row.rank_order === fields?.order && row.roblox_group_rank_id === fields.robloxRank;
}

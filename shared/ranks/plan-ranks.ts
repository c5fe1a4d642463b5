import type { RankRow } from '../clans/ranks-file.ts';
import { type MatchedRows, matchWanted } from './match-wanted.ts';
import type { Rank } from './rank.ts';
import {
  type CommandRanks,
  differingFields,
  fieldsOf,
  fieldsOfRow,
  NAME_IN_FILE,
  NO_COMMAND_RANKS,
  RANK_FIELDS,
  type RankFields,
} from './rank-fields.ts';
import { settleRanks, type Unsettled } from './settle-ranks.ts';

/** A rank as a plan leaves it; the id stays, so members and history keep their rank through a rename. */
export type PlannedRank = Omit<Rank, 'id'>;
export interface RankUpdate {
  readonly before: Rank;
  readonly after: Rank;
}
/** Where the clan's ranks differ from ranks.json because a command has set them otherwise. */
export type KeptRank = { readonly rank: string } & (
  | { readonly kind: 'field'; readonly field: string; readonly here: unknown; readonly inFile: unknown }
  /** The file does not have the rank. */
  | { readonly kind: 'added' }
  /** The file has the rank, and a command dropped it. */
  | { readonly kind: 'dropped' }
  /** A new rank of the file, left out because a rank has its name by a command. */
  | { readonly kind: 'name-taken' }
);
/** What applying a list of ranks would do. */
export interface RanksPlan {
  readonly added: readonly PlannedRank[];
  readonly changed: readonly RankUpdate[];
  readonly unchanged: readonly Rank[];
  readonly dropped: readonly Rank[];
  /** Ranks missing from the list that members hold: with any of them, the plan is refused. */
  readonly held: readonly { readonly rank: Rank; readonly members: number }[];
  readonly kept: readonly KeptRank[];
  /** What the list says of each rank that it has, by the rank's name after the plan. */
  readonly said: ReadonlyMap<string, RankFields>;
  /** Of the list, ranks that a command dropped. */
  readonly leftOut: readonly RankFields[];
}

/** Members per rank id. */
type Members = ReadonlyMap<string, number>;

/**
 * Compares the clan's ranks with its file. What commands set stays, field by field, and a Discord role that one
 * chose, unless `overwrite`; a role that the bot found or made stays until the file names another. Ranks that a
 * command added stay, those that it dropped stay away.
 */
export function planRanks(
  current: readonly Rank[],
  wanted: readonly RankRow[],
  options: { readonly members: Members; readonly overwrite: boolean; readonly commandRanks?: CommandRanks },
): RanksPlan {
  const { members, overwrite, commandRanks: known = NO_COMMAND_RANKS } = options;
  // Overwriting forgets what commands set, and still has to know which rank was which.
  const matched = matchWanted(current, wanted, overwrite ? { ...known, dropped: [] } : known);
  const commandRanks = overwrite ? NO_COMMAND_RANKS : known;
  const drafts = [
    ...wanted
      .filter((row) => !matched.dropped.includes(row))
      .map((row) => draftOf(row, matched.ranks.get(row), commandRanks)),
    ...addedByCommand(current, matched, commandRanks),
  ];
  const settled = settleRanks(drafts);
  const planned = drafts.flatMap((draft) => {
    const { order, name } = settled.get(draft) ?? draft;
    if (name === undefined) return [];
    const fields = { ...draft.fields, order, name };
    return [{ ...draft, after: { ...fields, ...roleOf(draft.row, draft.before, overwrite) } }];
  });
  const left: KeptRank[] = drafts
    .filter((draft) => settled.get(draft)?.name === undefined)
    .map((draft) => ({ kind: 'name-taken', rank: draft.name }));
  return {
    ...differences(current, planned, members),
    kept: [
      ...planned.flatMap(keptOf),
      ...matched.dropped.map((row) => ({ kind: 'dropped', rank: row.rank_name }) as const),
      ...left,
    ],
    said: new Map(
      planned.flatMap(({ row, after }) => (row === undefined ? [] : [[after.name, fieldsOfRow(row)]])),
    ),
    leftOut: matched.dropped.map(fieldsOfRow),
  };
}

/**
 * Compares the clan's ranks with a list that somebody hands in by a command: it wins over everything. What a row does
 * not say of category, tag and Discord role stays.
 */
export function planCommandRanks(
  current: readonly Rank[],
  wanted: readonly RankRow[],
  { members }: { readonly members: Members },
): RanksPlan {
  const { ranks } = matchWanted(current, wanted, NO_COMMAND_RANKS);
  const planned = wanted.map((row) => {
    const before = ranks.get(row);
    const said = fieldsOfRow(row);
    const category = row.category === undefined ? (before?.category ?? null) : said.category;
    const tag = row.tag === undefined ? (before?.tag ?? null) : said.tag;
    return { before, after: { ...said, category, tag, ...chosenRole(row, before) } };
  });
  return { ...differences(current, planned, members), kept: [], said: new Map(), leftOut: [] };
}

interface Draft extends Unsettled {
  /** Undefined: the file does not have the rank. */
  readonly row: RankRow | undefined;
  readonly before: Rank | undefined;
  readonly fields: RankFields;
}

function draftOf(row: RankRow, before: Rank | undefined, commandRanks: CommandRanks): Draft {
  const set = (before === undefined ? undefined : commandRanks.ranks[before.id]?.set) ?? [];
  const ofFile = fieldsOfRow(row);
  const kept = Object.fromEntries(set.map((field) => [field, before?.[field]]));
  const fields: RankFields = { ...ofFile, ...kept };
  return {
    row,
    before,
    fields,
    order: fields.order,
    name: fields.name,
    nameNow: before?.name,
    keepsOrder: set.includes('order'),
    keepsName: set.includes('name'),
  };
}

function addedByCommand(
  current: readonly Rank[],
  matched: MatchedRows,
  commandRanks: CommandRanks,
): readonly Draft[] {
  const inFile = new Set([...matched.ranks.values()].map((rank) => rank.id));
  return current
    .filter((rank) => !inFile.has(rank.id) && commandRanks.ranks[rank.id]?.added === true)
    .map((rank) => ({
      row: undefined,
      before: rank,
      fields: fieldsOf(rank),
      order: rank.order,
      name: rank.name,
      nameNow: rank.name,
      keepsOrder: true,
      keepsName: true,
    }));
}

type Role = Pick<Rank, 'discordRoleId' | 'roleSource'>;

function roleOf(row: RankRow | undefined, before: Rank | undefined, overwrite: boolean): Role {
  const fromFile = row?.discord_role_id ?? null;
  if (before !== undefined) {
    const { discordRoleId, roleSource } = before;
    const keeps =
      row === undefined ||
      (roleSource === 'command' && !overwrite) ||
      (roleSource === 'found' && fromFile === null);
    if (keeps) return { discordRoleId, roleSource };
  }
  return { discordRoleId: fromFile, roleSource: fromFile === null ? null : 'file' };
}

function chosenRole(row: RankRow, before: Rank | undefined): Role {
  const chosen = row.discord_role_id ?? null;
  if (chosen === null || chosen === before?.discordRoleId) {
    return { discordRoleId: before?.discordRoleId ?? null, roleSource: before?.roleSource ?? null };
  }
  return { discordRoleId: chosen, roleSource: 'command' };
}

interface Planned {
  readonly before: Rank | undefined;
  readonly after: PlannedRank;
}

function differences(
  current: readonly Rank[],
  planned: readonly Planned[],
  members: Members,
): Pick<RanksPlan, 'added' | 'changed' | 'unchanged' | 'dropped' | 'held'> {
  const updates = planned.flatMap(({ before, after }) =>
    before === undefined ? [] : [{ before, after: { id: before.id, ...after } }],
  );
  const stays = new Set(updates.map(({ before }) => before.id));
  const missing = current.filter((rank) => !stays.has(rank.id));
  const holders = (rank: Rank) => members.get(rank.id) ?? 0;
  return {
    added: planned.flatMap(({ before, after }) => (before === undefined ? [after] : [])),
    changed: updates.filter(({ before, after }) => !sameRank(before, after)),
    unchanged: updates.filter(({ before, after }) => sameRank(before, after)).map(({ before }) => before),
    dropped: missing.filter((rank) => holders(rank) === 0),
    held: missing.filter((rank) => holders(rank) > 0).map((rank) => ({ rank, members: holders(rank) })),
  };
}

function sameRank(a: Rank, b: Rank): boolean {
  return (
    RANK_FIELDS.every((field) => a[field] === b[field]) &&
    a.discordRoleId === b.discordRoleId &&
    a.roleSource === b.roleSource
  );
}

function keptOf({ row, after }: Draft & Planned): readonly KeptRank[] {
  const rank = after.name;
  if (row === undefined) return [{ kind: 'added', rank }];
  const inFile = fieldsOfRow(row);
  const role = row.discord_role_id ?? null;
  return [
    ...differingFields(inFile, after).map(
      (field) =>
        ({
          kind: 'field',
          rank,
          field: NAME_IN_FILE[field],
          here: after[field],
          inFile: inFile[field],
        }) as const,
    ),
    ...(after.roleSource === 'command' && after.discordRoleId !== role
      ? [{ kind: 'field', rank, field: 'discord_role_id', here: after.discordRoleId, inFile: role } as const]
      : []),
  ];
}

import * as z from 'zod/mini';
import type { RankRow } from '../clans/ranks-file.ts';

/** What a rank is, without its id and its Discord role. */
export const RankFields = z.object({
  order: z.int(),
  name: z.string(),
  pointsRequired: z.int(),
  robloxRank: z.string(),
  adminOnly: z.boolean(),
  category: z.nullable(z.string()),
  /** A former version kept none. */
  tag: z._default(z.nullable(z.string()), null),
});
export type RankFields = Readonly<z.infer<typeof RankFields>>;

export const RANK_FIELDS = [
  'order',
  'name',
  'pointsRequired',
  'robloxRank',
  'adminOnly',
  'category',
  'tag',
] as const satisfies readonly (keyof RankFields)[];

/** As ranks.json calls them. */
export const NAME_IN_FILE = {
  order: 'rank_order',
  name: 'rank_name',
  pointsRequired: 'points_required',
  robloxRank: 'roblox_group_rank_id',
  adminOnly: 'admin_only',
  category: 'category',
  tag: 'tag',
} as const satisfies Record<keyof RankFields, keyof RankRow>;

/**
 * What commands set of the clan's ranks and therefore wins over ranks.json, by rank id. Discord roles are not in it:
 * the column `role_source` says who chose them.
 */
export const CommandRanks = z.object({
  ranks: z.record(
    z.string(),
    z.object({
      /** Fields that a command set. */
      set: z.array(z.enum(RANK_FIELDS)),
      /** A command made the rank, so that it stays although the file does not have it. */
      added: z.boolean(),
      /** What the file says of the rank; null: it does not have it. */
      file: z.nullable(RankFields),
    }),
  ),
  /** Ranks that a command dropped and the file still has, as the file has them. */
  dropped: z.array(RankFields),
});
export type CommandRanks = z.infer<typeof CommandRanks>;

export const NO_COMMAND_RANKS: CommandRanks = { ranks: {}, dropped: [] };

export function fieldsOf({
  order,
  name,
  pointsRequired,
  robloxRank,
  adminOnly,
  category,
  tag,
}: RankFields): RankFields {
  return { order, name, pointsRequired, robloxRank, adminOnly, category, tag };
}

export function fieldsOfRow(row: RankRow): RankFields {
  return {
    order: row.rank_order,
    name: row.rank_name,
    pointsRequired: row.points_required,
    robloxRank: row.roblox_group_rank_id,
    adminOnly: row.admin_only,
    category: row.category ?? null,
    tag: row.tag === '' ? null : (row.tag ?? null),
  };
}

export function differingFields(a: RankFields, b: RankFields): readonly (keyof RankFields)[] {
  return RANK_FIELDS.filter((field) => a[field] !== b[field]);
}

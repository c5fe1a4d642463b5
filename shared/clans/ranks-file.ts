import * as z from 'zod/mini';
import { Snowflake } from '../discord/snowflake.ts';

const ROLE_EXPECTED = 'expected a Roblox rank (0 to 255) or role id';
const IdText = z.union(
  [
    z.pipe(
      z.int().check(z.minimum(0)),
      z.transform((value: number) => String(value)),
    ),
    z.string().check(z.regex(/^\d{1,20}$/, ROLE_EXPECTED)),
  ],
  ROLE_EXPECTED,
);

/** One row of `configs/<clan>/ranks.json`, in the old bot's format; `category` and `discord_role_id` are optional. */
export const RankRow = z.strictObject({
  rank_order: z.int().check(z.minimum(1), z.maximum(9999)),
  rank_name: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  points_required: z.int().check(z.minimum(0), z.maximum(1_000_000_000)),
  /** A rank number (0 to 255), or a role id (larger). Kept as text. */
  roblox_group_rank_id: IdText,
  admin_only: z._default(z.boolean(), false),
  category: z.optional(z.nullable(z.string().check(z.maxLength(100)))),
  discord_role_id: z.optional(z.nullable(Snowflake)),
});
export type RankRow = z.infer<typeof RankRow>;
export const RanksFile = z.array(RankRow).check(z.minLength(1), z.maxLength(200));

import * as z from 'zod/mini';
import { Snowflake } from '../discord/snowflake.ts';
import { nameOf, nameOrNothing } from './name-form.ts';

const ROLE_EXPECTED = 'expected a Roblox rank (1 to 255) or role id';
/** Rank 0 is Guest, whom nobody can be made. */
const IdText = z.union(
  [
    z.pipe(
      z.int().check(z.minimum(1)),
      z.transform((value: number) => String(value)),
    ),
    z.pipe(z.string().check(z.regex(/^(?!0+$)\d{1,20}$/, ROLE_EXPECTED)), z.transform(withoutLeadingZeros)),
  ],
  ROLE_EXPECTED,
);

/** "01" and 1 are one rank number. */
export function withoutLeadingZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

/** As long as a nickname. */
const MAX_TAG = 32;

/** One row of `configs/<clan>/ranks.json`, in the old bot's format; `category`, `discord_role_id` and `tag` are optional. */
export const RankRow = z.strictObject({
  rank_order: z.int().check(z.minimum(1), z.maximum(9999)),
  rank_name: nameOf(100),
  points_required: z.int().check(z.minimum(0), z.maximum(1_000_000_000)),
  /** A rank number (1 to 255), or a role id (larger). Kept as text, without zeros in front. */
  roblox_group_rank_id: IdText,
  admin_only: z._default(z.boolean(), false),
  category: z.optional(z.nullable(nameOrNothing(100))),
  discord_role_id: z.optional(z.nullable(Snowflake)),
  /** A short form of the rank for nicknames. */
  tag: z.optional(z.nullable(nameOrNothing(MAX_TAG))),
});
export type RankRow = z.infer<typeof RankRow>;
export const RanksFile = z.array(RankRow).check(z.minLength(1), z.maxLength(200));

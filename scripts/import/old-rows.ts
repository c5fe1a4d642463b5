import * as z from 'zod/mini';

/** SQLite keeps values of any type in any column, so the old figures are read as text. */
const Text = z.pipe(
  z.unknown(),
  z.transform((value): string | null => {
    if (value === null || value === undefined) return null;
    return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value);
  }),
);

/** What the statement casts to text. */
const Cast = z.nullable(z.string());

/** A row of `members`; numbers, ids and times as the old bot's text of them. */
export const OldMember = z.object({
  discord_id: z.string(),
  roblox_username: Text,
  current_rank: Cast,
  points: Cast,
  /** In a layout without lifetime points: the points. */
  total_points: Cast,
  created_at: Cast,
});
export type OldMember = z.infer<typeof OldMember>;

/** Of a row of `members`: who has which name, and since when. */
export const OldName = z.object({ discord_id: z.string(), roblox_username: Text, created_at: Cast });
export type OldName = z.infer<typeof OldName>;

/** A row of `rank_requirements`. */
export const OldRank = z.object({
  rank_order: Text,
  rank_name: Text,
  points_required: Text,
  roblox_rank: Text,
  admin_only: Text,
  discord_role_id: Text,
});
export type OldRank = z.infer<typeof OldRank>;

/** A row of `raid_submissions`. */
export const OldSubmission = z.object({
  submission_id: z.string(),
  submitter_id: Text,
  /** 1: a member of the old bot. */
  is_member: z.int(),
  event_type: Text,
  participants: Text,
  start_time: Text,
  end_time: Text,
  image_url: Text,
  status: Text,
  points_awarded: Text,
  admin_id: Text,
  submitted_at: Text,
});
export type OldSubmission = z.infer<typeof OldSubmission>;

/** A row of `blacklist`. */
export const OldBlacklisting = z.object({
  discord_id: z.string(),
  reason: Text,
  blacklisted_at: Text,
  blacklisted_by: Text,
});
export type OldBlacklisting = z.infer<typeof OldBlacklisting>;

/** A row of `config`. */
export const OldSetting = z.object({ setting_key: Text, setting_value: Text });
export type OldSetting = z.infer<typeof OldSetting>;

/** What the old database adds up to, by its own arithmetic. */
export const OldSums = z.object({ found: z.int(), points: Text, total_points: Text });
export type OldSums = z.infer<typeof OldSums>;
export const OldStatusSums = z.object({ status: Text, found: z.int(), points: Text });
export type OldStatusSums = z.infer<typeof OldStatusSums>;

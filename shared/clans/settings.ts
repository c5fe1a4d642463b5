import * as z from 'zod/mini';
import { Snowflake } from '../discord/snowflake.ts';
import { lookOf } from '../text/name.ts';
import { MAX_TEMPLATE, PLACEHOLDERS, unknownPlaceholders } from '../text/nickname-template.ts';
import { isLocale } from '../times/locales.ts';
import { isTimeZone } from '../times/time-zones.ts';
import { PublicKey, RobloxId } from './clan-record.ts';
import { nameOf } from './name-form.ts';

const ChannelId = z._default(z.nullable(Snowflake), null);
const RoleIds = z._default(z.array(Snowflake).check(z.maxLength(25)), []);
const Points = z.int().check(z.minimum(1), z.maximum(10_000));

const Channels = z.strictObject({
  admin: ChannelId,
  event_log: ChannelId,
  point_log: ChannelId,
  log: ChannelId,
});
const Roles = z.strictObject({
  admin: RoleIds,
  moderator: RoleIds,
  officer: RoleIds,
  verified: z._default(z.nullable(Snowflake), null),
  /** Given while a leave lasts. */
  on_leave: z._default(z.nullable(Snowflake), null),
});
const PointRules = z.strictObject({
  manual_max: z._default(Points, 10),
  event_max: z._default(Points, 30),
  reset_on_promotion: z._default(z.boolean(), true),
  /** So many points one person may move by hand within 60 minutes; the last 60 minutes fit one row of the database. */
  officer_hourly_max: z._default(z.int().check(z.minimum(1), z.maximum(100_000)), 300),
});
const RankRules = z.strictObject({
  /** So many rank changes one person may make within 60 minutes; those of the sync do not count. */
  hourly_max: z._default(Points, 60),
});
const NicknameTemplate = nameOf(MAX_TEMPLATE).check(
  z.refine(
    (template) => unknownPlaceholders(template).length === 0,
    `expected plain text and ${PLACEHOLDERS.map((name) => `{${name}}`).join(', ')}, such as "[{tag}] {roblox_name}"`,
  ),
);
/** Discord takes no two choices of one name. */
function areDifferent(names: readonly string[]): boolean {
  return new Set(names.map(lookOf)).size === names.length;
}

const EventRules = z.strictObject({
  types: z._default(
    z
      .array(nameOf(80))
      .check(z.minLength(1), z.maxLength(25), z.refine(areDifferent, 'expected each type once')),
    ['Raid', 'Patrol', 'Defense', 'Training'],
  ),
  four_eyes: z._default(z.boolean(), true),
  host_points: z._default(z.boolean(), false),
});

/**
 * `configs/<clan>/settings.json`. Only the first five keys are required; the rest have the defaults shown in
 * `configs/example`. Unknown keys are refused, so that a misspelled one is noticed. Holds no secret.
 */
export const Settings = z.strictObject({
  clan_name: nameOf(100),
  application_id: Snowflake,
  public_key: PublicKey,
  guild_id: Snowflake,
  roblox_group_id: RobloxId,
  channels: z.prefault(Channels, {}),
  roles: z.prefault(Roles, {}),
  /** Roles that the bot may give although they carry power. Only the file has them: no command adds one. */
  powerful_roles: RoleIds,
  admin_user_ids: z._default(z.array(Snowflake), []),
  points: z.prefault(PointRules, {}),
  ranks: z.prefault(RankRules, {}),
  events: z.prefault(EventRules, {}),
  verification: z._default(z.enum(['profile-code', 'group-only']), 'profile-code'),
  roblox_refusal: z._default(z.enum(['show', 'compensate']), 'show'),
  log_level: z._default(z.enum(['critical', 'error', 'warning', 'none']), 'warning'),
  color: z._default(
    z.string().check(z.regex(/^#[0-9a-fA-F]{6}$/, 'expected a colour such as #c8a24a')),
    '#c8a24a',
  ),
  time_zone: z._default(
    z.string().check(z.refine(isTimeZone, 'expected an IANA time zone such as UTC or Europe/Berlin')),
    'UTC',
  ),
  locale: z._default(
    z.string().check(z.refine(isLocale, 'expected a locale such as en-US or es-419')),
    'en-US',
  ),
  /** What members are called in the server (`shared/text/nickname-template.ts`); null: nicknames are left alone. */
  nickname: z._default(z.nullable(NicknameTemplate), null),
  pictures: z._default(z.boolean(), true),
  sync: z.prefault(z.strictObject({ all_members: z._default(z.boolean(), false) }), {}),
});
export type Settings = z.infer<typeof Settings>;
export type ChannelName = keyof Settings['channels'];

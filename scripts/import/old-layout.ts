import { ImportError } from './import-error.ts';

/**
 * Which tables and columns an old bot's database has. It had several layouts over time: lifetime points, the Roblox
 * roles that only admins give, the ranks' Discord roles, the type of an event and the blacklist came later.
 */
export interface OldLayout {
  readonly hasTotalPoints: boolean;
  readonly hasAdminOnly: boolean;
  readonly hasRoleIds: boolean;
  readonly hasEventType: boolean;
  readonly hasConfig: boolean;
  readonly hasBlacklist: boolean;
}

/** The old bot's tables, as they are named in both engines. */
export const OLD_TABLES = [
  'members',
  'raid_submissions',
  'rank_requirements',
  'config',
  'blacklist',
] as const;

const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  members: ['discord_id', 'roblox_username', 'current_rank', 'points', 'created_at'],
  rank_requirements: ['rank_order', 'rank_name', 'points_required', 'roblox_group_rank_id'],
  raid_submissions: [
    'submission_id',
    'submitter_id',
    'participants',
    'start_time',
    'end_time',
    'image_url',
    'status',
    'points_awarded',
    'admin_id',
    'timestamp',
  ],
};

/**
 * The layout of a database with these columns (lower case, by table). Throws `ImportError` when a table or column is
 * missing that every version of the old bot had: then it is some other database.
 */
export function layoutOf(columns: ReadonlyMap<string, ReadonlySet<string>>, where: string): OldLayout {
  const has = (table: string, column: string) => columns.get(table)?.has(column) === true;
  const missing = Object.entries(REQUIRED).flatMap(([table, names]) =>
    columns.has(table)
      ? names.filter((name) => !has(table, name)).map((name) => `${table}.${name}`)
      : [`the table ${table}`],
  );
  if (missing.length > 0) {
    throw new ImportError(
      `${where} is not a database of the old bot: ${missing.join(', ')} is missing. Nothing was changed. ` +
        'Name the file that the old bot writes (tophat_clan.db, later clan_data.db), or a copy of it.',
    );
  }
  return {
    hasTotalPoints: has('members', 'total_points'),
    hasAdminOnly: has('rank_requirements', 'admin_only'),
    hasRoleIds: has('rank_requirements', 'discord_role_id'),
    hasEventType: has('raid_submissions', 'event_type'),
    hasConfig: columns.has('config'),
    hasBlacklist: columns.has('blacklist'),
  };
}

/** What an older layout lacks and what stands in for it, a line each. Empty for the newest. */
export function describeLayout(layout: OldLayout): string[] {
  return [
    ...(layout.hasTotalPoints ? [] : ["no lifetime points yet: a member's points count as both"]),
    ...(layout.hasAdminOnly ? [] : ['no admin-only ranks yet: every rank counts as point-based']),
    ...(layout.hasRoleIds ? [] : ['no Discord roles of ranks yet: they are found by name']),
    ...(layout.hasEventType ? [] : ['no types of events yet: every submission counts as a Raid']),
    ...(layout.hasConfig ? [] : ['no configuration: channels have to be set']),
    ...(layout.hasBlacklist ? [] : ['no blacklist yet: nobody is blacklisted']),
  ];
}

import { discordId } from './old-values.ts';

/** What the clan's record says, where there is one: it alone counts. */
export interface KnownIdentity {
  readonly applicationId: string;
  readonly publicKey: string;
  readonly guildId: string;
  readonly robloxGroupId: string;
}

/** The old bot's environment as keys of `settings.json`. */
export interface OldEnvironment {
  /** Only what the old environment says, by key; `channels.admin` stands inside `channels`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Variables that are not in `values`, a line each: what became of them. Never a value. */
  readonly notes: readonly string[];
}

const CHANNELS = {
  ADMIN_CHANNEL_ID: 'admin',
  PUBLIC_EVENT_LOG_CHANNEL_ID: 'event_log',
  POINT_LOG_CHANNEL_ID: 'point_log',
  LOG_CHANNEL_ID: 'log',
} as const;
const ROLES = {
  ADMIN_ROLE_ID: 'admin',
  MODERATOR_ROLE_ID: 'moderator',
  OFFICER_ROLE_ID: 'officer',
} as const;
const ROLE_NAMES = {
  ADMIN_ROLE_NAME: ['ADMIN_ROLE_ID', 'admin'],
  MODERATOR_ROLE_NAME: ['MODERATOR_ROLE_ID', 'moderator'],
  OFFICER_ROLE_NAME: ['OFFICER_ROLE_ID', 'officer'],
} as const;

const SECRET = 'a secret: it belongs into .env or the vault (docs/MIGRATING.md), never into settings.json';
const NO_USE = 'has no use here';
const OLD_DATA = 'says where the old data is; only --from reads it';
/** Every other variable that a version of the old bot, or its compose file, read. */
const KNOWN: Readonly<Record<string, string>> = {
  DISCORD_BOT_TOKEN: SECRET,
  ROBLOX_API_KEY: SECRET,
  ROBLOX_COOKIE: 'has no use here: Roblox is called with an Open Cloud key (ROBLOX_API_KEY)',
  DATABASE_URL: OLD_DATA,
  DATABASE_PATH: OLD_DATA,
  DATABASE_SCHEMA: OLD_DATA,
  ORACLE_USER: OLD_DATA,
  ORACLE_PASSWORD: OLD_DATA,
  ORACLE_DSN: OLD_DATA,
  ORACLE_CONFIG_DIR: OLD_DATA,
  ORACLE_WALLET_LOCATION: OLD_DATA,
  ORACLE_WALLET_PASSWORD: OLD_DATA,
  ELITE_ROLE_ID: NO_USE,
  ELITE_ROLE_NAME: NO_USE,
  MEMBER_ROLE_ID: NO_USE,
  MEMBER_ROLE_NAME: NO_USE,
  CLAN_CONFIG_DIR: NO_USE,
  LOG_LEVEL: `${NO_USE}: /settings log-level sets what reaches the log channel`,
  MAX_RATE_LIMIT_RETRIES: NO_USE,
  RATE_LIMIT_RETRY_DELAY: NO_USE,
  OCIR_REGION: NO_USE,
  OCIR_TENANCY: NO_USE,
};

/** Reads the old bot's variables: channels, role ids, admins, guild and group. `identity` wins over them. */
export function readOldEnvironment(
  variables: Readonly<Record<string, string | undefined>>,
  identity: KnownIdentity | undefined,
): OldEnvironment {
  const notes: string[] = [];
  const given = new Map(Object.entries(variables).filter(([, value]) => (value ?? '').trim() !== ''));
  const take = (name: string): string | undefined => {
    const value = given.get(name)?.trim();
    given.delete(name);
    return value;
  };
  const ids = (names: Readonly<Record<string, string>>): [string, string][] =>
    Object.entries(names).flatMap(([name, key]) => {
      const id = readId(name, take(name), notes);
      return id === undefined ? [] : [[key, id] as [string, string]];
    });

  for (const [name, [idName, tier]] of Object.entries(ROLE_NAMES)) {
    if (take(name) === undefined || given.has(idName)) continue;
    notes.push(`${name}: roles count by their id here; set it with /settings role (tier ${tier})`);
  }
  const applicationId = identity?.applicationId ?? applicationOf(given.get('DISCORD_BOT_TOKEN'));
  const guildId = readId('GUILD_ID', take('GUILD_ID'), notes);
  const groupId = readGroup(take('ROBLOX_GROUP_ID'), notes);
  const channels = Object.fromEntries(ids(CHANNELS));
  const roles = Object.fromEntries(ids(ROLES).map(([tier, id]) => [tier, [id]]));
  const admins = readAdmins(take('ADMIN_USER_IDS'), notes);
  const values = Object.entries({
    clan_name: take('CLAN_NAME'),
    application_id: applicationId,
    public_key: identity?.publicKey,
    guild_id: agreed('GUILD_ID', guildId, identity?.guildId, notes),
    roblox_group_id: agreed('ROBLOX_GROUP_ID', groupId, identity?.robloxGroupId, notes),
    channels: Object.keys(channels).length === 0 ? undefined : channels,
    roles: Object.keys(roles).length === 0 ? undefined : roles,
    admin_user_ids: admins.length === 0 ? undefined : admins,
  }).filter(([, value]) => value !== undefined);
  for (const name of given.keys()) notes.push(`${name}: ${KNOWN[name] ?? 'unknown; not taken over'}`);
  return { values: Object.fromEntries(values), notes };
}

function readId(name: string, text: string | undefined, notes: string[]): string | undefined {
  if (text === undefined || text === '0') return undefined;
  const id = discordId(text);
  if (id === undefined) notes.push(`${name}: expected a Discord id (17 to 20 digits); not taken over`);
  return id;
}

function readGroup(text: string | undefined, notes: string[]): string | undefined {
  if (text === undefined || /^[1-9]\d{0,19}$/.test(text)) return text;
  notes.push('ROBLOX_GROUP_ID: expected a number; not taken over');
  return undefined;
}

function readAdmins(text: string | undefined, notes: string[]): string[] {
  const parts = (text ?? '').split(',').map((part) => part.trim());
  const ids = parts.filter((part) => part !== '').map((part) => readId('ADMIN_USER_IDS', part, notes));
  return [...new Set(ids)].filter((id) => id !== undefined);
}

function agreed(
  name: string,
  old: string | undefined,
  known: string | undefined,
  notes: string[],
): string | undefined {
  if (known !== undefined && old !== undefined && known !== old)
    notes.push(`${name}: the clan's record says something else, and the record counts`);
  return known ?? old;
}

/** A bot token begins with its application's id in base64; the rest is the secret and is not looked at. */
function applicationOf(token: string | undefined): string | undefined {
  const [first = ''] = (token ?? '').split('.');
  return discordId(Buffer.from(first, 'base64').toString('latin1'));
}

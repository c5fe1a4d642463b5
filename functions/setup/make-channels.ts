import * as z from 'zod/mini';
import { stillRuns } from '../../shared/clock/still-runs.ts';
import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { type Queryable, sql } from '../../shared/database/database.ts';
import { ConflictError } from '../../shared/database/errors.ts';
import { insertOnce } from '../../shared/database/write-rows.ts';
import type { GuildChannel, NewOverwrite } from '../../shared/discord/client.ts';
import { DiscordError, isDiscordCode } from '../../shared/discord/errors.ts';
import { inviteUrl, neededPermissions } from '../../shared/discord/invite-url.ts';
import { PERMISSIONS, type Permission } from '../../shared/discord/permissions.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { changeSetting, loadSettings } from '../../shared/settings/settings-store.ts';
import { type Guild, readGuild, stateOf } from './read-state.ts';
import { saved } from './setup.ts';
import { texts } from './texts.ts';

/** Who sees which channel besides the bot. Names are the same in every language, so that they are found again. */
const PRIVATE = [
  { which: 'admin', name: 'clan-admin', tiers: ['officer', 'moderator', 'admin'] },
  { which: 'log', name: 'clan-log', tiers: ['admin'] },
] as const;

/** As long as Discord may take over both channels; whoever comes later goes on with what is there by then. */
const CLAIM_MS = 60_000;
const STATE_KEY = 'setup-channels';
const READ = sql`SELECT changed_at FROM sync_state WHERE state_key = :state_key`;
const TAKE = sql`
UPDATE sync_state SET state_value = :state_value, changed_at = :changed_at
WHERE state_key = :state_key AND changed_at = :seen_at`;
const ADD = sql`
INSERT INTO sync_state (state_key, state_value, changed_at) VALUES (:state_key, :state_value, :changed_at)`;
const RELEASE = sql`DELETE FROM sync_state WHERE state_key = :state_key AND changed_at = :changed_at`;

/**
 * "Make the channels": the private admin and log channels. One that is set and there stays; else one of the name that is
 * private is taken; else it is made. One call at a time does this, so that neither a double click nor a crash makes a
 * second. Without Manage Channels the refusal has the link that asks for it.
 */
export async function makeChannels(context: CommandContext): Promise<Answer> {
  const { db } = context;
  const claimedAt = context.now();
  await claimChannels(db, claimedAt);
  let guild: Guild;
  try {
    guild = await readGuild(context);
    for (const wanted of PRIVATE) guild = await settle(context, wanted, guild);
  } catch (error) {
    await releaseChannels(db, claimedAt);
    throw explained(error, context);
  }
  return saved(context, 1, guild, async (tx) => {
    await releaseChannels(tx, claimedAt);
    return [];
  });
}

/** Stored at once: what comes after it may fail. */
async function settle(
  context: CommandContext,
  { which, name, tiers }: (typeof PRIVATE)[number],
  guild: Guild,
): Promise<Guild> {
  const { db, clan, discord, actor, now } = context;
  const settings = await loadSettings(db);
  if (guild.channels.some(({ id }) => id === settings.channels[which])) return guild;
  const isPrivate = ({ overwrites }: GuildChannel) =>
    overwrites.some(({ of, deny }) => of === clan.guildId && (deny & PERMISSIONS.VIEW_CHANNEL) !== 0n);
  const there = guild.channels.find((one) => one.isText && one.name === name && isPrivate(one));
  if (there === undefined && !(await stateOf(db, context, guild, settings)).may('MANAGE_CHANNELS'))
    throw cannotMake(context);
  const readers = tiers
    .flatMap((tier) => settings.roles[tier])
    .filter((id) => guild.roles.some((role) => role.id === id));
  const channel =
    there ??
    (await discord.createChannel(
      name,
      overwritesFor(guild, clan.guildId, readers),
      texts(settings.locale).auditReason,
    ));
  await db.transaction((tx) => changeSetting(tx, `channels.${which}`, channel.id, actor.id, now()));
  return there === undefined ? { ...guild, channels: [...guild.channels, channel] } : guild;
}

const BOT: readonly Permission[] = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
];
const READER: readonly Permission[] = ['VIEW_CHANNEL', 'SEND_MESSAGES', 'READ_MESSAGE_HISTORY'];

/** The bot's own first, since nobody may see the channel otherwise. A bot allows only what it may do itself. */
function overwritesFor({ self, roles }: Guild, guildId: string, readers: readonly string[]): NewOverwrite[] {
  const held = roles
    .filter(({ id }) => id === guildId || self.roleIds.includes(id))
    .reduce((bits, role) => bits | role.permissions, 0n);
  const all = (held & PERMISSIONS.ADMINISTRATOR) !== 0n;
  const bits = (wanted: readonly Permission[]) => {
    const sum = wanted.reduce((whole, one) => whole | PERMISSIONS[one], 0n);
    return all ? sum : sum & held;
  };
  return [
    { of: { member: self.userId }, allow: bits(BOT), deny: 0n },
    ...[...new Set(readers)].map((role) => ({ of: { role }, allow: bits(READER), deny: 0n })),
    { of: { role: guildId }, allow: 0n, deny: PERMISSIONS.VIEW_CHANNEL },
  ];
}

function cannotMake({ clan, settings }: CommandContext): UserError {
  const url = inviteUrl(clan, [...neededPermissions(settings), 'MANAGE_CHANNELS']);
  return new UserError('no-manage-channels', (locale) => texts(locale).noManageChannels(url));
}

function explained(error: unknown, context: CommandContext): unknown {
  if (!(error instanceof DiscordError)) return error;
  if (isDiscordCode(error, 'missingPermissions', 'missingAccess')) return cannotMake(context);
  if (isDiscordCode(error, 'tooManyChannels'))
    return new UserError('too-many-channels', (locale) => texts(locale).tooManyChannels);
  return error;
}

/** Throws `UserError` `channels-busy` while another call makes them. */
export async function claimChannels(q: Queryable, now: number): Promise<void> {
  const binds = { state_key: STATE_KEY, state_value: '-', changed_at: now };
  const busy = () => new UserError('channels-busy', (locale) => texts(locale).busy);
  const [row] = await q.query(z.object({ changed_at: z.int() }), READ, { state_key: STATE_KEY });
  if (row === undefined) {
    try {
      await insertOnce(q, ADD, binds);
    } catch (error) {
      if (error instanceof ConflictError) throw busy();
      throw error;
    }
    return;
  }
  if (stillRuns(row.changed_at + CLAIM_MS, now, CLAIM_MS)) throw busy();
  if ((await q.execute(TAKE, { ...binds, seen_at: row.changed_at })) === 0) throw busy();
}

/** Lets the next call make them. */
export async function releaseChannels(q: Queryable, claimedAt: number): Promise<void> {
  await q.execute(RELEASE, { state_key: STATE_KEY, changed_at: claimedAt });
}

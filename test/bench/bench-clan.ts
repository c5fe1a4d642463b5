import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { signatureHeaders } from '../../local/discord/sign.ts';
import type { ClanRecord } from '../../shared/clans/clan-record.ts';
import { Settings } from '../../shared/clans/settings.ts';
import { applyConfig } from '../../shared/configs/apply-config.ts';
import { readClanFiles } from '../../shared/configs/read-config.ts';
import type { Database } from '../../shared/database/database.ts';
import { migrate } from '../../shared/database/migrator.ts';
import { openDatabase } from '../../shared/database/open-database.ts';
import { readMigrations } from '../../shared/database/read-migrations.ts';
import { makeSnowflake } from '../../shared/discord/snowflake.ts';

const ROOT = resolve(import.meta.dirname, '../..');
export const CONFIGS_DIR = join(ROOT, 'configs');
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

/** The public half of the key that signs every request here, as hex. */
export const PUBLIC_KEY = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

/** Clans in a directory of their own, as `CLANS_DIR` and `DATA_DIR` name it. */
export class BenchClans {
  readonly directory = mkdtempSync(join(tmpdir(), 'bench-clans-'));
  readonly #open: Database[] = [];

  /** A clan with the ranks of the clan tophat and nobody in it. */
  async add(clan: string): Promise<{ readonly record: ClanRecord; readonly db: Database }> {
    // Two digits, and no other clan's.
    const number = 10 + this.#open.length;
    const record: ClanRecord = {
      clan,
      applicationId: `11000000000000${number}0001`,
      publicKey: PUBLIC_KEY,
      guildId: `11000000000000${number}0002`,
      robloxGroupId: `${number}001`,
      botToken: `token-of-${clan}`,
      robloxApiKey: `key-of-${clan}`,
      database: { path: join(this.directory, clan, 'clan_data.db') },
    };
    writeFileSync(join(this.directory, `${clan}.json`), JSON.stringify(record));
    const db = await openDatabase({ path: join(this.directory, clan, 'clan_data.db') });
    this.#open.push(db);
    await migrate(db, readMigrations(join(ROOT, 'sql/migrations')));
    const { ranks } = await readClanFiles(CONFIGS_DIR, 'tophat');
    const settings = Settings.parse({
      clan_name: clan,
      application_id: record.applicationId,
      public_key: PUBLIC_KEY,
      guild_id: record.guildId,
      roblox_group_id: record.robloxGroupId,
    });
    await applyConfig(db, { settings, ranks }, { now: Date.now, random: Math.random });
    return { record, db };
  }

  async remove(): Promise<void> {
    for (const db of this.#open) await db.close();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** Discord's JSON of somebody's slash command, about as long as Discord makes it. */
export function commandBody(
  record: Pick<ClanRecord, 'applicationId' | 'guildId'>,
  used: {
    readonly userId: string;
    readonly command: string;
    readonly permissions?: string;
    readonly options?: readonly object[];
    /** Default: the same for all, as long as Discord's. */
    readonly token?: string;
  },
): string {
  return JSON.stringify({
    app_permissions: '2251799813685247',
    application_id: record.applicationId,
    attachment_size_limit: 10_485_760,
    authorizing_integration_owners: { 0: record.guildId },
    channel: {
      flags: 0,
      guild_id: record.guildId,
      id: '1100000000000000003',
      last_message_id: '1300000000000000000',
      name: 'general',
      nsfw: false,
      parent_id: '1100000000000000004',
      permissions: '2251799813685247',
      position: 0,
      rate_limit_per_user: 0,
      topic: 'Everything that has no channel of its own',
      type: 0,
    },
    channel_id: '1100000000000000003',
    context: 0,
    data: { id: '1100000000000000005', type: 1, ...commandData(used.command, used.options ?? []) },
    entitlement_sku_ids: [],
    entitlements: [],
    guild: { features: ['COMMUNITY', 'NEWS'], id: record.guildId, locale: 'en-US' },
    guild_id: record.guildId,
    guild_locale: 'en-US',
    id: makeSnowflake(Date.now(), Math.random),
    locale: 'en-US',
    member: {
      avatar: null,
      communication_disabled_until: null,
      deaf: false,
      flags: 0,
      joined_at: '2026-01-01T00:00:00.000000+00:00',
      mute: false,
      nick: null,
      pending: false,
      permissions: used.permissions ?? '442368',
      premium_since: null,
      roles: ['1100000000000000011', '1100000000000000012', '1100000000000000013'],
      user: {
        avatar: '0123456789abcdef0123456789abcdef',
        avatar_decoration_data: null,
        clan: null,
        discriminator: '0',
        global_name: 'Wolf',
        id: used.userId,
        public_flags: 0,
        username: 'wolf',
      },
    },
    token: used.token ?? 'aW50ZXJhY3Rpb246'.repeat(12),
    type: 2,
    version: 1,
  });
}

/** `points add` is the subcommand add of points. */
function commandData(command: string, options: readonly object[]): object {
  const [name = '', ...subs] = command.split(' ');
  const nested = subs.reduceRight<readonly object[]>(
    (inner, sub, at) => [{ name: sub, type: at === subs.length - 1 ? 1 : 2, options: inner }],
    options,
  );
  return nested.length === 0 ? { name } : { name, options: nested };
}

/** A body with Discord's headers, signed now. */
export function signed(body: string): { readonly signature: string; readonly timestamp: string } {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const headers = signatureHeaders(privateKey, timestamp, body);
  return { timestamp, signature: headers['x-signature-ed25519'] ?? '' };
}

/** What the front door hands to a command function. */
export function envelope(body: string): string {
  return JSON.stringify({ ...signed(body), body });
}

/** Discord's own request, to a server of HTTP. */
export function plainHeaders(body: string): Record<string, string> {
  const { signature, timestamp } = signed(body);
  return { 'X-Signature-Ed25519': signature, 'X-Signature-Timestamp': timestamp };
}

/** The same request as the gateway passes it to a function. */
export function gatewayHeaders(body: string, clan: string): Record<string, string> {
  const { signature, timestamp } = signed(body);
  return {
    'Fn-Intent': 'httprequest',
    'Fn-Http-Method': 'POST',
    'Fn-Http-Request-Url': `/interactions/${clan}`,
    'Fn-Http-H-Content-Type': 'application/json',
    'Fn-Http-H-User-Agent': 'Discord-Interactions/1.0 (+https://discord.com)',
    'Fn-Http-H-X-Signature-Ed25519': signature,
    'Fn-Http-H-X-Signature-Timestamp': timestamp,
  };
}

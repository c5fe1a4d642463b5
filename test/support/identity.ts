// For tests only: who the clan of a test is, where it posts, and how Discord signs for it.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { ClanIdentity, ClanRecord } from '../../shared/clans/clan-record.ts';
import { TEST_SETTINGS } from './clan.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
export const OTHER_KEY = generateKeyPairSync('ed25519').privateKey;

export const TEST_IDENTITY: ClanIdentity = {
  clan: 'tophat',
  applicationId: TEST_SETTINGS.application_id,
  publicKey: Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('hex'),
  guildId: TEST_SETTINGS.guild_id,
  robloxGroupId: TEST_SETTINGS.roblox_group_id,
};
/** The same with its secrets. */
export const RECORD: ClanRecord = {
  ...TEST_IDENTITY,
  botToken: 'bot-token-of-tophat',
  robloxApiKey: 'roblox-key-of-tophat',
};

export const ADMIN_CHANNEL = '1100000000000000031';
export const LOG_CHANNEL = '1100000000000000032';
export const EVENT_LOG = '1100000000000000033';
export const POINT_LOG = '1100000000000000034';
/** Where interactions come from. */
export const HERE = '1100000000000000003';

/** All channels set. */
export const SETTINGS = {
  ...TEST_SETTINGS,
  channels: { admin: ADMIN_CHANNEL, log: LOG_CHANNEL, event_log: EVENT_LOG, point_log: POINT_LOG },
};

/** An interaction's id and token, for tests that need one of each. */
export const ID = '1300000000000000001';
export const TOKEN = tokenOf(ID);

/** The token that belongs to an interaction. */
export function tokenOf(id: string): string {
  return `token-of-${id}`;
}

/** Discord's signature over a request, by the clan's key unless another is given. */
export function signatureOf(timestamp: string, body: Buffer, key: KeyObject = privateKey): string {
  return sign(null, Buffer.concat([Buffer.from(timestamp), body]), key).toString('hex');
}

import * as z from 'zod/mini';
import { DatabaseLocation } from '../database/database-location.ts';
import { Snowflake } from '../discord/snowflake.ts';
import { IDENTITY_FIELDS } from './identity-fields.ts';

export { ClanRegistryError } from './registry-error.ts';

/** A clan's name: also its schema, its folder in `configs/` and its path at the gateway. */
export const ClanName = field('clan');

export const PublicKey = field('publicKey');
export const RobloxId = field('robloxGroupId');

function field(name: keyof typeof IDENTITY_FIELDS) {
  const { form, expected } = IDENTITY_FIELDS[name];
  return z.string().check(z.regex(form, expected));
}

/** Who a clan is. Holds no secret; the front door reads this and nothing else. */
export const ClanIdentity = z.object({
  clan: ClanName,
  applicationId: Snowflake,
  publicKey: PublicKey,
  guildId: Snowflake,
  robloxGroupId: RobloxId,
});
export type ClanIdentity = z.infer<typeof ClanIdentity>;

/** Everything a command function needs of its clan. Kept in memory only; never logged. */
export const ClanRecord = z.extend(ClanIdentity, {
  botToken: z.string().check(z.minLength(1)),
  robloxApiKey: z.string().check(z.minLength(1)),
  database: z.optional(DatabaseLocation),
});
export type ClanRecord = z.infer<typeof ClanRecord>;

/**
 * Finds a clan by its Discord application id: the only key an interaction carries that its signature proves.
 * `undefined`: no such clan. Throws `ClanRegistryError` when the registry itself failed or holds nonsense.
 */
export interface ClanRegistry {
  /** Identity only; reads no secret. */
  identity(applicationId: string): Promise<ClanIdentity | undefined>;
  /** Identity and secrets. */
  record(applicationId: string): Promise<ClanRecord | undefined>;
  /** By name, for jobs: `{job, clan}`. */
  recordOfClan(clan: string): Promise<ClanRecord | undefined>;
  /** Every clan there is, for `deliver-outbox` and the local schedule. */
  identities(): Promise<ClanIdentity[]>;
}

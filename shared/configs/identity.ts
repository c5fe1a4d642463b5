import type { ClanIdentity } from '../clans/clan-record.ts';
import type { Settings } from '../clans/settings.ts';

/** Stands in a `settings.json` whose Discord application does not exist yet; it is the key of nobody. */
export const PLACEHOLDER_PUBLIC_KEY = '0'.repeat(64);

/** Where `settings.json` says something else than the clan's record, which alone counts. Empty: they agree. */
export function disagreements(settings: Settings, identity: ClanIdentity): string[] {
  const pairs = [
    ['application_id', settings.application_id, identity.applicationId],
    ['public_key', settings.public_key.toLowerCase(), identity.publicKey.toLowerCase()],
    ['guild_id', settings.guild_id, identity.guildId],
    ['roblox_group_id', settings.roblox_group_id, identity.robloxGroupId],
  ] as const;
  return pairs.flatMap(([field, inFile, inRecord]) =>
    inFile === inRecord || inFile === PLACEHOLDER_PUBLIC_KEY
      ? []
      : [`${field}: expected "${inRecord}", as the clan's record says, got "${inFile}"`],
  );
}

/** The settings with the identity of the record, which is the only place it comes from. */
export function withIdentity(settings: Settings, identity: ClanIdentity): Settings {
  return {
    ...settings,
    application_id: identity.applicationId,
    public_key: identity.publicKey,
    guild_id: identity.guildId,
    roblox_group_id: identity.robloxGroupId,
  };
}

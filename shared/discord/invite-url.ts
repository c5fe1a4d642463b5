import { PERMISSIONS, type Permission } from './permissions.ts';

/** What the bot needs in every server: to post in its channels, and to give roles. */
const ALWAYS: readonly Permission[] = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'MANAGE_ROLES',
];

/** What the bot needs in a clan's server: nicknames only where the clan sets some. */
export function neededPermissions({ nickname }: { readonly nickname: string | null }): readonly Permission[] {
  return nickname === null ? ALWAYS : [...ALWAYS, 'MANAGE_NICKNAMES'];
}

/** Adds the bot to that server with these permissions; the same address as Terraform's output `invite_url`. */
export function inviteUrl(
  { applicationId, guildId }: { readonly applicationId: string; readonly guildId: string },
  wanted: readonly Permission[],
): string {
  const permissions = wanted.reduce((bits, name) => bits | PERMISSIONS[name], 0n);
  return (
    `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot%20applications.commands` +
    `&permissions=${permissions}&guild_id=${guildId}&disable_guild_select=true`
  );
}

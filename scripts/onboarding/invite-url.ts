import { PERMISSIONS, type Permission } from '../../shared/discord/permissions.ts';

/** What the bot needs in a server: to post in its channels, and to give roles. */
export const WANTED: readonly Permission[] = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
  'READ_MESSAGE_HISTORY',
  'MANAGE_ROLES',
];

/** Adds the bot to that server with those permissions; the same address as Terraform's output `invite_url`. */
export function inviteUrl(applicationId: string, guildId: string): string {
  const permissions = WANTED.reduce((bits, name) => bits | PERMISSIONS[name], 0n);
  return (
    `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot%20applications.commands` +
    `&permissions=${permissions}&guild_id=${guildId}&disable_guild_select=true`
  );
}

/** Permission bits that this bot reads or asks for (Discord's documentation, "Permissions"). */
export const PERMISSIONS = {
  KICK_MEMBERS: 1n << 1n,
  BAN_MEMBERS: 1n << 2n,
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  MANAGE_GUILD: 1n << 5n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  MANAGE_NICKNAMES: 1n << 27n,
  MANAGE_ROLES: 1n << 28n,
  MANAGE_WEBHOOKS: 1n << 29n,
  MODERATE_MEMBERS: 1n << 40n,
} as const;
export type Permission = keyof typeof PERMISSIONS;

/** What the bot needs in a channel that it posts to. */
export const POSTING: readonly Permission[] = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'EMBED_LINKS',
  'ATTACH_FILES',
];

/** Whether the bitset has a permission; ADMINISTRATOR has them all. */
export function hasPermission(bits: bigint, permission: Permission): boolean {
  return (bits & (PERMISSIONS[permission] | PERMISSIONS.ADMINISTRATOR)) !== 0n;
}

/** Those of `wanted` that the bitset lacks. */
export function missingPermissions(bits: bigint, wanted: readonly Permission[]): readonly Permission[] {
  return wanted.filter((permission) => !hasPermission(bits, permission));
}

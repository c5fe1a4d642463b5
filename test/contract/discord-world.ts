import { generateKeyPairSync } from 'node:crypto';
import { PERMISSIONS } from '../../local/discord/permissions.ts';
import type { DiscordSeed } from '../../local/discord/seed.ts';
import type { DiscordEmulatorOptions } from '../../local/discord/start-discord-emulator.ts';
import { startDiscordEmulator } from '../../local/discord/start-discord-emulator.ts';

export const IDS = {
  application: '1100000000000000001',
  guild: '1100000000000000002',
  general: '1100000000000000010',
  admin: '1100000000000000011',
  hidden: '1100000000000000012',
  readOnly: '1100000000000000013',
  low: '1100000000000000020',
  officer: '1100000000000000021',
  high: '1100000000000000022',
  booster: '1100000000000000023',
  owner: '1100000000000000100',
  wolf: '1100000000000000101',
  closed: '1100000000000000102',
} as const;

export const TOKEN = 'bot-token-of-the-test';

const keys = generateKeyPairSync('ed25519');
const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

/** One clan with roles below and above the bot's own, a channel it cannot see and one it cannot write to. */
export const SEED: DiscordSeed = {
  applications: [
    {
      clan: 'tophat',
      applicationId: IDS.application,
      publicKey,
      privateKey: keys.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
      botToken: TOKEN,
      guildId: IDS.guild,
      serverMembersIntent: true,
    },
  ],
  guilds: [
    {
      id: IDS.guild,
      name: 'TophatC',
      ownerId: IDS.owner,
      botRole: { position: 3 },
      roles: [
        { id: IDS.low, name: 'Enlist', position: 1 },
        { id: IDS.officer, name: 'Officer', position: 2 },
        { id: IDS.high, name: 'Leader', position: 4 },
        { id: IDS.booster, name: 'Booster', position: 1, managed: true },
      ],
      channels: [
        { id: IDS.general, name: 'general' },
        { id: IDS.admin, name: 'admin' },
        {
          id: IDS.hidden,
          name: 'hidden',
          overwrites: [{ id: IDS.guild, type: 'role', deny: PERMISSIONS.VIEW_CHANNEL }],
        },
        {
          id: IDS.readOnly,
          name: 'read-only',
          overwrites: [{ id: IDS.guild, type: 'role', deny: PERMISSIONS.SEND_MESSAGES }],
        },
      ],
      members: [
        { userId: IDS.owner, username: 'owner' },
        { userId: IDS.wolf, username: 'wolf', globalName: 'Wolf', nick: 'The Wolf', roles: ['Enlist'] },
        { userId: IDS.closed, username: 'hermit', dms: 'closed' },
      ],
    },
  ],
};

export function startWorld(options: Partial<DiscordEmulatorOptions> = {}) {
  return startDiscordEmulator({ seed: SEED, checkAnswers: true, ...options });
}

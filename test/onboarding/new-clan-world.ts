import { generateKeyPairSync } from 'node:crypto';
import { startDiscordEmulator } from '../../local/discord/start-discord-emulator.ts';
import { startRobloxEmulator } from '../../local/roblox/start-roblox-emulator.ts';

export const ID = '1300000000000000001';
export const GUILD = '1300000000000000002';
export const GROUP = '7654321';
export const TOKEN = 'token-of-the-new-bot';
export const KEY = 'key-of-the-new-clan';
const OWNER = '1300000000000000010';

/** A Discord application in its server and a Roblox group, of which the bot knows nothing yet. */
export async function startNewClanWorld() {
  const keys = generateKeyPairSync('ed25519');
  const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  const privateKey = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const discord = await startDiscordEmulator({
    seed: {
      applications: [
        { clan: 'newclan', applicationId: ID, publicKey, privateKey, botToken: TOKEN, guildId: GUILD },
      ],
      guilds: [
        {
          id: GUILD,
          name: 'New Clan',
          ownerId: OWNER,
          channels: [{ id: '1300000000000000020', name: 'general' }],
          members: [{ userId: OWNER, username: 'founder' }],
        },
      ],
    },
  });
  const role = (id: string, name: string, rank: number) => ({ id, name, rank });
  const roblox = await startRobloxEmulator({
    seed: {
      users: [
        { id: '900', name: 'KeyOwner' },
        { id: '901', name: 'FounderFox' },
      ],
      groups: [
        {
          id: GROUP,
          name: 'The New Clan',
          roles: [
            role('1', 'Guest', 0),
            role('2', 'Recruit', 1),
            role('3', 'Soldier', 2),
            role('4', 'Leader', 255),
          ],
          members: [
            { userId: '900', roleIds: ['2', '4'] },
            { userId: '901', roleIds: ['2', '3'] },
          ],
        },
      ],
      keys: [
        { apiKey: KEY, ownerId: '900', groupIds: [GROUP] },
        { apiKey: 'read-only', ownerId: '900', scopes: ['group:read'] },
        { apiKey: 'disabled', ownerId: '900', enabled: false },
      ],
    },
  });
  const services = {
    DISCORD_API_URL: discord.apiUrl,
    ROBLOX_API_URL: roblox.apiUrl,
    ROBLOX_USERS_API_URL: roblox.usersApiUrl,
  };

  /** What the server's founder sees after an interaction of theirs. */
  async function act(request: object) {
    const by = { clan: 'newclan', user: 'founder' };
    const { interactionId } = await discord.sendInteraction({ ...by, ...request } as Parameters<
      typeof discord.sendInteraction
    >[0]);
    return (await discord.waitFor(interactionId)).last;
  }
  return {
    discord,
    roblox,
    publicKey,
    services,
    act,
    /** Links the founder as FounderFox and returns what /xp then shows. */
    async linkFounder(): Promise<string> {
      const link = await act({ command: 'link-roblox', options: { username: 'FounderFox' } });
      const code = /```\n([a-z ]+)\n```/.exec(link?.text ?? '')?.[1] ?? '';
      roblox.setAbout('FounderFox', code);
      await act({ click: 'Check', message: link?.id });
      return (await act({ command: 'xp' }))?.text ?? '';
    },
    async stop(): Promise<void> {
      await Promise.all([discord.stop(), roblox.stop()]);
    },
  };
}

export type NewClanWorld = Awaited<ReturnType<typeof startNewClanWorld>>;

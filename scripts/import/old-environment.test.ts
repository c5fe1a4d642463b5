import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnvFile } from '../../local/env-file.ts';
import { ConfigError } from '../../shared/configs/config-error.ts';
import { readClanFiles } from '../../shared/configs/read-config.ts';
import { writeSettings } from './write-settings.ts';

/** "1100000000000000001" in base64 is how the token of that application begins; the rest here is made up. */
const TOKEN = `${Buffer.from('1100000000000000001').toString('base64')}.Gabcde.the-secret-part-of-a-token`;
const OLD_ENV = `
# the old bot
DISCORD_BOT_TOKEN=${TOKEN}
GUILD_ID=1100000000000000002
CLAN_NAME="Top Hat"
ADMIN_CHANNEL_ID=900000000000000001
LOG_CHANNEL_ID=900000000000000004
ROBLOX_GROUP_ID=3203735
ROBLOX_API_KEY=rbx-secret
ROBLOX_COOKIE=_|WARNING:-DO-NOT-SHARE
ADMIN_ROLE_NAME=Admin
ADMIN_ROLE_ID=
OFFICER_ROLE_NAME=Officer
OFFICER_ROLE_ID=900000000000000011
MODERATOR_ROLE_ID=12
ADMIN_USER_IDS=335431342638279123, 336014594733805506,335431342638279123,
ORACLE_PASSWORD=ora-secret
MY_OWN=own-secret
`;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'old-env-'));
  writeFileSync(join(directory, 'old.env'), OLD_ENV);
});
afterEach(() => rmSync(directory, { recursive: true }));

const settingsFile = () => join(directory, 'tophat', 'settings.json');

async function write(options: Partial<Parameters<typeof writeSettings>[0]> = {}): Promise<string> {
  const variables = readEnvFile(join(directory, 'old.env'));
  const base = { clan: 'tophat', variables, configsDir: directory, identity: undefined };
  return (await writeSettings({ ...base, overwrite: false, dryRun: false, ...options })).join('\n');
}

describe("the old bot's environment", () => {
  it('becomes a settings.json that the bot can use: channels, role ids, admins, guild, group, application', async () => {
    await write();
    const { settings } = await readClanFiles(directory, 'tophat');
    expect(settings).toMatchObject({
      clan_name: 'Top Hat',
      application_id: '1100000000000000001',
      guild_id: '1100000000000000002',
      roblox_group_id: '3203735',
      channels: { admin: '900000000000000001', event_log: null, point_log: null, log: '900000000000000004' },
      roles: { admin: [], moderator: [], officer: ['900000000000000011'], verified: null },
      admin_user_ids: ['335431342638279123', '336014594733805506'],
    });
    expect(readFileSync(settingsFile(), 'utf8')).toContain(
      '\n  "channels": { "admin": "900000000000000001", ',
    );
  });

  it('is listed where it has no place, by name and never by value; no secret is in the file', async () => {
    const told = await write();
    expect(told).toMatch(/DISCORD_BOT_TOKEN: a secret/);
    expect(told).toMatch(/ROBLOX_COOKIE: has no use here/);
    expect(told).toMatch(/ADMIN_ROLE_NAME: roles count by their id here/);
    expect(told).not.toMatch(/OFFICER_ROLE_NAME/);
    expect(told).toMatch(/MODERATOR_ROLE_ID: expected a Discord id/);
    expect(told).toMatch(/MY_OWN: unknown; not taken over/);
    expect(told).toMatch(/public_key: still the placeholder/);
    for (const secret of ['secret', 'WARNING', TOKEN])
      expect(told.replaceAll('a secret:', '') + readFileSync(settingsFile(), 'utf8')).not.toContain(secret);
  });

  it('fills what the file leaves out and keeps what it says otherwise, unless --overwrite', async () => {
    await write();
    const edited = readFileSync(settingsFile(), 'utf8')
      .replace('900000000000000001', '900000000000000099')
      .replace('"log": "900000000000000004"', '"log": null')
      .replace('"color": "#c8a24a"', '"color": "#123456"');
    writeFileSync(settingsFile(), edited);
    const told = await write();
    expect(told).toMatch(/set channels.log$/m);
    expect(told).toMatch(/says something else, and stays: channels.admin \(--overwrite/);
    await write({ overwrite: true });
    const { settings } = await readClanFiles(directory, 'tophat');
    expect(settings).toMatchObject({ channels: { admin: '900000000000000001' }, color: '#123456' });
  });

  it("gives way to the clan's record, and says where they differ", async () => {
    const identity = {
      applicationId: '1100000000000000007',
      publicKey: 'ab'.repeat(32),
      guildId: '1100000000000000008',
      robloxGroupId: '3203735',
    };
    const told = await write({ identity });
    expect(told).toMatch(/GUILD_ID: the clan's record says something else/);
    expect(told).not.toMatch(/placeholder/);
    const { settings } = await readClanFiles(directory, 'tophat');
    expect(settings).toMatchObject({ guild_id: '1100000000000000008', public_key: 'ab'.repeat(32) });
  });

  it('writes nothing in a dry run, and shows the file', async () => {
    const told = await write({ dryRun: true });
    expect(told).toMatch(/would set clan_name, application_id/);
    expect(told).toMatch(/"guild_id": "1100000000000000002"/);
    expect(() => readFileSync(settingsFile())).toThrow();
  });

  it('is refused with the field that is missing, and nothing is written', async () => {
    await expect(write({ variables: { GUILD_ID: '1100000000000000002' } })).rejects.toThrow(ConfigError);
    await expect(write({ variables: {} })).rejects.toThrow(/application_id: missing/);
    expect(() => readFileSync(settingsFile())).toThrow();
    expect(() => readEnvFile(join(directory, 'gone.env'))).toThrow(/is not there/);
  });
});

import { describe, expect, it, vi } from 'vitest';
import { ConfigError } from '../shared/configs/config-error.ts';
import { DatabaseError } from '../shared/database/errors.ts';
import type { ClanToServe } from './prepare-clan.ts';
import { readClans } from './prepare-clan.ts';
import { prepareClans, SchemaError } from './prepare-clans.ts';

async function clansNamed(...names: string[]): Promise<ClanToServe[]> {
  const records = names.map((clan, index) => ({
    clan,
    applicationId: `110000000000000000${index}`,
    publicKey: 'a'.repeat(64),
    guildId: `120000000000000000${index}`,
    robloxGroupId: '1',
    botToken: 'token',
    robloxApiKey: 'key',
  }));
  return readClans(records, '/nowhere');
}
const unreachable = () => new DatabaseError('unreachable', 'The database does not answer.');

describe("the clans' schemas at start", () => {
  it('do without files, with the defaults, and say so', async () => {
    const [clan] = await clansNamed('alpha');
    expect(clan?.settings).toMatchObject({ clan_name: 'alpha', guild_id: '1200000000000000000' });
    expect(clan?.ranks).toBeUndefined();
    expect(clan?.warnings).toEqual(['/nowhere/alpha/settings.json is not there: the defaults are used']);
  });

  it('wait for a database that cannot be reached, while the others are served', async () => {
    const shown: string[] = [];
    let attempts = 0;
    const prepare = async ({ record }: ClanToServe) => {
      if (record.clan === 'alpha') {
        attempts += 1;
        if (attempts < 3) throw unreachable();
      }
      return ['prepared'];
    };
    const stop = await prepareClans(
      await clansNamed('alpha', 'beta'),
      prepare,
      (line) => shown.push(line),
      1,
    );
    expect(shown).toEqual([
      'alpha: its schema could not be prepared and is tried again every minute: The database does not answer.',
      'beta: prepared',
    ]);
    await vi.waitFor(() => expect(shown).toContain('alpha: prepared'));
    await stop();
    expect(attempts).toBe(3);
  });

  it('are not served at all when one is no database, and the clan is named', async () => {
    const prepare = async () => {
      throw new DatabaseError('other', 'file is not a database');
    };
    await expect(prepareClans(await clansNamed('alpha'), prepare, () => {})).rejects.toThrow(
      new SchemaError('alpha: its schema cannot be prepared: file is not a database'),
    );
  });

  it('are not served at all when their files are wrong', async () => {
    const prepare = async () => {
      throw new ConfigError(['ranks.json: a rank is gone']);
    };
    await expect(prepareClans(await clansNamed('alpha'), prepare, () => {})).rejects.toThrow(ConfigError);
  });
});

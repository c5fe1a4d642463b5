import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ConfigError } from '../shared/configs/config-error.ts';
import { DatabaseError } from '../shared/database/errors.ts';
import { MigrationError } from '../shared/database/migration.ts';
import { OwnFileError } from './own-file.ts';
import type { ClanToServe } from './prepare-clan.ts';
import { readClans } from './prepare-clan.ts';
import { prepareClans } from './prepare-clans.ts';
import type { StoppedClan } from './stopped-clans.ts';

function recordsNamed(...names: string[]) {
  return names.map((clan, index) => ({
    clan,
    applicationId: `110000000000000000${index}`,
    publicKey: 'a'.repeat(64),
    guildId: `120000000000000000${index}`,
    robloxGroupId: '1',
    botToken: 'token',
    robloxApiKey: 'key',
  }));
}
async function clansNamed(...names: string[]): Promise<ClanToServe[]> {
  return [...(await readClans(recordsNamed(...names), '/nowhere')).clans];
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
    let attempts = 0;
    const prepare = async ({ record }: ClanToServe) => {
      if (record.clan === 'alpha') {
        attempts += 1;
        if (attempts < 3) throw unreachable();
      }
      return ['prepared'];
    };
    const { options, shown } = listening();
    const stop = await prepareClans(await clansNamed('alpha', 'beta'), prepare, { ...options, everyMs: 1 });
    expect(shown).toEqual([
      'alpha: its schema could not be prepared and is tried again every minute: The database does not answer.',
      'beta: prepared',
    ]);
    await vi.waitFor(() => expect(shown).toContain('alpha: prepared'));
    await stop();
    expect(attempts).toBe(3);
  });

  it.each([
    ['its files are wrong', new ConfigError(['ranks.json: a rank is gone']), 'ranks.json: a rank is gone'],
    [
      'its database is none',
      new DatabaseError('other', 'file is not a database'),
      'alpha: its schema cannot be prepared: file is not a database',
    ],
    [
      'a file of the platform is damaged',
      new OwnFileError('databases.json: the file is empty. Delete it.'),
      'databases.json: the file is empty. Delete it.',
    ],
    [
      'its schema was made by a newer version',
      new MigrationError('unknown migration 99'),
      'alpha: its schema cannot be prepared: unknown migration 99',
    ],
  ])('stop a clan when %s, with the reason, and only that one', async (_, error, problem) => {
    const prepare = async ({ record }: ClanToServe) => {
      if (record.clan === 'alpha') throw error;
      return ['prepared'];
    };
    const { options, shown, stopped } = listening();
    await prepareClans(await clansNamed('alpha', 'beta'), prepare, options);
    expect(stopped).toEqual([{ clan: 'alpha', problems: [problem] }]);
    expect(shown).toEqual(['beta: prepared']);
  });

  it('stop a clan whose files turn out to be wrong when its database is back', async () => {
    let attempts = 0;
    const prepare = async () => {
      attempts += 1;
      throw attempts < 3 ? unreachable() : new ConfigError(['ranks.json: a rank is gone']);
    };
    const { options, stopped } = listening();
    const stop = await prepareClans(await clansNamed('alpha'), prepare, { ...options, everyMs: 1 });
    await vi.waitFor(() =>
      expect(stopped).toEqual([{ clan: 'alpha', problems: ['ranks.json: a rank is gone'] }]),
    );
    await stop();
    expect(attempts).toBe(3);
  });
});

describe("the clans' files", () => {
  it('stop the clan whose file is bad, and only that one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'configs-'));
    await mkdir(join(folder, 'alpha'));
    await writeFile(join(folder, 'alpha', 'ranks.json'), '[{"rank_order": 0}, 1');
    await writeFile(join(folder, 'alpha', 'settings.json'), '{"clan_name": "", "time_zone": "Mars"}');
    const { clans, stopped } = await readClans(recordsNamed('alpha', 'beta'), folder);
    await rm(folder, { recursive: true });
    expect(clans.map(({ record }) => record.clan)).toEqual(['beta']);
    expect(stopped).toMatchObject([{ clan: 'alpha' }]);
    const problems = stopped[0]?.problems.join('\n');
    for (const each of ['alpha/ranks.json: not JSON', 'clan_name', 'time_zone', 'guild_id']) {
      expect(problems).toContain(each);
    }
  });
});

/** What a platform's console and its list of stopped clans get. */
function listening() {
  const shown: string[] = [];
  const stopped: StoppedClan[] = [];
  const options = {
    show: (line: string) => void shown.push(line),
    onStopped: async (each: StoppedClan) => void stopped.push(each),
  };
  return { shown, stopped, options };
}

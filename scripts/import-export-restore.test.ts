import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, NO_FIXTURE, oldDatabase, removeOld } from '../test/support/old-bot.ts';

// The three scripts as somebody calls them, in processes of their own.

const ROOT = resolve(import.meta.dirname, '..');
let folder: string;
let old: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'way-over-'));
  writeConfigs();
  old = oldDatabase({
    members: Array.from({ length: 25 }, (_, index) => (index === 3 ? { points: -2 } : {})),
    submissions: [{ status: 'approved', points_awarded: 2 }, {}],
    config: { admin_channel_id: '900000000000000001', odd: 'x' },
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  removeOld(old);
});

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(
  script: 'import' | 'export' | 'restore',
  dataDir: string,
  ...options: string[]
): Promise<Ran> {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'scripts/run.mjs'), join(ROOT, `scripts/${script}.ts`), ...options],
    {
      // Neither a variable nor an .env of whoever runs the tests may name another clan.
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        DATA_DIR: join(folder, dataDir),
        CONFIGS_DIR: join(folder, 'configs'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const [code] = await once(child, 'close');
  return { code: Number(code), out, err };
}

const from = (path: string) => ['--clan', 'tophat', '--from', path, '--no-roblox'];
const table = (out: string) => out.slice(out.indexOf('old  '), out.indexOf('Done.'));

describe('npm run import', () => {
  it('ends with a table, old against new, and a list of what was odd that only this user may read', async () => {
    const { code, out, err } = await run('import', 'one', ...from(old));
    expect(err).toBe('members: 25 of 25\nsubmissions: 2 of 2\n');
    expect(out).toMatch(/^members +25 +25$/m);
    expect(out).toMatch(/^points +\d+ +\d+ {2}\+2, listed above$/m);
    expect(out).toMatch(
      /1 negative figures of points: taken as 0\n +member \d+ \(Wolf_3\): points -2, 0 taken/,
    );
    expect(out).toMatch(/1 unknown configuration keys: not taken over\n +key odd/);
    const [list] = readdirSync(join(folder, 'one', 'imports'));
    const path = join(folder, 'one', 'imports', list ?? '');
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(1 + 25 + 2);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(code).toBe(0);
  });

  it('says the same the second time', async () => {
    const before = await run('export', 'one', '--clan', 'tophat', '--to', join(folder, 'before.jsonl'));
    const { out } = await run('import', 'one', ...from(old));
    const after = await run('export', 'one', '--clan', 'tophat', '--to', join(folder, 'after.jsonl'));
    expect(table(out)).toMatch(/^members +25 +25$/m);
    expect(withoutPlace(after.out)).toBe(withoutPlace(before.out));
  });

  it('leaves no database behind in a dry run', async () => {
    const { code, out } = await run('import', 'dry', ...from(old), '--dry-run');
    expect(out).toMatch(/^members +25 +25$/m);
    expect(out).toMatch(/A dry run: nothing was changed\.$/m);
    expect(existsSync(join(folder, 'dry', 'tophat'))).toBe(false);
    expect(code).toBe(0);
  });

  it.each([
    [['--clan', 'tophat'], /--from, --env or both are needed/],
    [['--clan', 'nobody', '--from', 'x'], /There is no clan nobody; there are: tophat, graves_family/],
    [['--clan', 'tophat', '--from', 'gone.db'], /gone\.db is not there\. Nothing was changed\./],
    [
      ['--clan', 'tophat', '--from', join(ROOT, 'package.json')],
      /package\.json cannot be read \(file is not a database\)/,
    ],
    [
      ['--clan', 'tophat', '--from', 'oracle'],
      /needs ORACLE_USER, ORACLE_PASSWORD, ORACLE_DSN in the environment/,
    ],
    [['--clan', 'tophat', '--form', 'x'], /unknown option '--form'/],
  ])('says what is wrong with %j in a line or two', async (options, said) => {
    const { code, out, err } = await run('import', 'one', ...options);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/^\s+at /m);
    expect(code).toBeGreaterThan(0);
    expect(out).toBe('');
  });

  it("writes settings.json from the old bot's environment alone, before there is a clan", async () => {
    const env = join(folder, 'old.env');
    writeFileSync(
      env,
      'GUILD_ID=1100000000000000002\nROBLOX_GROUP_ID=77\nLOG_CHANNEL_ID=900000000000000004\nROBLOX_API_KEY=rbx-secret\n' +
        `DISCORD_BOT_TOKEN=${Buffer.from('1100000000000000009').toString('base64')}.x.y\n`,
    );
    const { code, out, err } = await run('import', 'none', '--clan', 'newclan', '--env', env);
    expect(err).toBe('');
    expect(out).toMatch(
      /newclan\/settings.json: set application_id, guild_id, roblox_group_id, channels.log/,
    );
    expect(out).toMatch(/ROBLOX_API_KEY: a secret/);
    expect(out).not.toContain('rbx-secret');
    expect(
      JSON.parse(readFileSync(join(folder, 'configs', 'newclan', 'settings.json'), 'utf8')),
    ).toMatchObject({
      application_id: '1100000000000000009',
      channels: { admin: null, log: '900000000000000004' },
    });
    expect([code, existsSync(join(folder, 'none'))]).toEqual([0, false]);
  });

  it("refuses the new bot's own file as the old one", async () => {
    const { err } = await run('import', 'one', ...from(join(folder, 'one', 'tophat', 'clan_data.db')));
    expect(err).toMatch(/is where this clan's new data is/);
  });
});

describe('npm run export and npm run restore', () => {
  it('write a file that only this user may read, and read it into an empty place with the same checksums', async () => {
    const file = join(folder, 'whole.jsonl');
    const written = await run('export', 'one', '--clan', 'tophat', '--to', file);
    expect(written.out).toMatch(/^members +25 {2}[0-9a-f]{16}$/m);
    expect(statSync(file).mode & 0o077).toBe(0);
    const read = await run('restore', 'two', '--clan', 'tophat', '--from', file);
    expect(read.out).toContain('restored; counts and checksums are those of the export');
    const again = await run('export', 'two', '--clan', 'tophat', '--to', join(folder, 'again.jsonl'));
    expect(withoutPlace(again.out)).toBe(withoutPlace(written.out));
    expect(readFileSync(join(folder, 'again.jsonl'), 'utf8').split('\n').slice(1)).toEqual(
      readFileSync(file, 'utf8').split('\n').slice(1),
    );
  });

  it('keep as many exports of the clan in a folder as they are told, the newest, and nothing else goes', async () => {
    const backups = join(folder, 'backups');
    mkdirSync(backups);
    const others = ['tophat-20200101-000000.txt', 'tophat-notes.jsonl', 'tophat_two-20200101-000000.jsonl'];
    const older = [
      'tophat-20200101-000000.jsonl',
      'tophat-20210101-000000.jsonl',
      'tophat-20220101-000000.jsonl',
    ];
    for (const name of [...others, ...older]) writeFileSync(join(backups, name), '');
    const options = ['--clan', 'tophat', '--to', backups, '--keep', '2'];
    const { out } = await run('export', 'one', ...options);
    const written = /written to \S+\/(tophat-\d{8}-\d{6}\.jsonl)$/m.exec(out)?.[1] ?? 'none';
    expect(readdirSync(backups).sort()).toEqual([...others, 'tophat-20220101-000000.jsonl', written].sort());
    expect(out.match(/deleted the old export/g)).toHaveLength(2);
    for (const wrong of ['0', '-1', 'all', '1.5']) {
      const refused = await run('export', 'one', ...options.slice(0, -1), wrong);
      expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('whole number, 1 or more')]);
    }
    expect(readdirSync(backups)).toHaveLength(others.length + 2);
  });

  it('refuse a place that holds data, and a file that is cut off', async () => {
    const file = join(folder, 'whole.jsonl');
    const held = await run('restore', 'two', '--clan', 'tophat', '--from', file);
    expect([held.code, held.out]).toEqual([1, '']);
    expect(held.err).toMatch(/holds data already .*--replace/);
    writeFileSync(join(folder, 'cut.jsonl'), readFileSync(file, 'utf8').slice(0, 5000));
    const cut = await run('restore', 'three', '--clan', 'tophat', '--from', join(folder, 'cut.jsonl'));
    expect(cut.err).toMatch(/Line \d+ is not JSON: the file is damaged/);
    expect(cut.code).toBe(1);
  });

  it('say when there is nothing to write yet, and leave no file behind', async () => {
    const { code, err } = await run('export', 'four', '--clan', 'tophat', '--to', join(folder, 'none.jsonl'));
    expect(err).toMatch(/tophat has no data yet/);
    expect([
      code,
      existsSync(join(folder, 'none.jsonl')),
      existsSync(join(folder, 'four', 'tophat')),
    ]).toEqual([1, false, false]);
  });
});

const missing = fixture();
it.skipIf(missing === undefined)(
  'the file of the old bot comes along through the script, twice with equal sums',
  async () => {
    const path = missing ?? '';
    const first = await run('import', 'fixture', ...from(path));
    const second = await run('import', 'fixture', ...from(path));
    for (const { out, code } of [first, second]) {
      expect(table(out)).toMatch(/^members +240 +240$/m);
      expect(table(out)).toMatch(/^points +8,942 +8,942$/m);
      expect(table(out)).toMatch(/^lifetime points +8,942 +8,942$/m);
      expect(table(out)).toMatch(/^submissions +120 +120$/m);
      expect(code).toBe(0);
    }
  },
);
if (missing === undefined)
  it(`the script was not tried on the fixture: ${NO_FIXTURE}`, (context) => context.skip(NO_FIXTURE));

/** The clans' settings as the repository has them, without ranks: those of the old file come along. */
function writeConfigs(): void {
  for (const clan of ['tophat', 'graves_family'])
    cpSync(join(ROOT, 'configs', clan), join(folder, 'configs', clan), { recursive: true });
  rmSync(join(folder, 'configs', 'tophat', 'ranks.json'));
}

/** Without the line that names the file. */
function withoutPlace(out: string): string {
  return out.replace(/^tophat: written to .*$/m, '');
}

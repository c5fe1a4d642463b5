import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Database, sql } from './database.ts';
import { DatabaseError } from './errors.ts';
import { openSqlite } from './sqlite.ts';

const Note = z.object({ note: z.string() });
const ADD = sql`INSERT INTO notes (note) VALUES (:note)`;
const ALL = sql`SELECT note FROM notes ORDER BY note`;

let directory: string;
let path: string;
let db: Database;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'sqlite-trouble-'));
  path = join(directory, 'clan', 'data.db');
  db = await openSqlite(path);
  await db.runMigrationStatement('CREATE TABLE notes (note VARCHAR2(1000) NOT NULL)');
  await db.execute(ADD, { note: 'first' });
});
afterEach(async () => {
  await db.close();
  rmSync(directory, { recursive: true });
});

const notes = async (of = db) => (await of.query(Note, ALL)).map(({ note }) => note);
const add = (note: string) => db.transaction((tx) => tx.execute(ADD, { note }));

describe('a database file that goes away while it is open', () => {
  it('is missed by reading and writing alike, and none is made in its place', async () => {
    const away = join(directory, 'away.db');
    renameSync(path, away);
    for (const work of [() => notes(), () => add('lost'), () => db.execute(ADD, { note: 'lost' })]) {
      await expect(work()).rejects.toMatchObject({ code: 'unreachable', retryable: true });
      await expect(work()).rejects.toThrow(/data\.db is missing/);
    }
    expect(existsSync(path)).toBe(false);
    renameSync(away, path);
    await add('second');
    expect(await notes()).toEqual(['first', 'second']);
  });

  it('is used as it is when another file was put there, not as it was', async () => {
    const backup = join(directory, 'backup.db');
    await db.close();
    copyFileSync(path, backup);
    db = await openSqlite(path);
    await add('second');
    rmSync(path);
    for (const name of readdirSync(join(directory, 'clan'))) rmSync(join(directory, 'clan', name));
    renameSync(backup, path);
    expect(await notes()).toEqual(['first']);
    await add('third');
    const other = await openSqlite(path);
    expect(await notes(other)).toEqual(['first', 'third']);
    await other.close();
  });

  it('is opened again when only its log went away, so that nothing is written where nobody finds it', async () => {
    rmSync(`${path}-wal`);
    await add('second');
    const other = await openSqlite(path);
    expect(await notes(other)).toContain('second');
    await other.close();
  });
});

describe('opening a file', () => {
  it('that must be there and is not makes nothing', async () => {
    const missing = join(directory, 'nobody', 'data.db');
    const opening = openSqlite(missing, { create: false });
    await expect(opening).rejects.toMatchObject({ code: 'unreachable' });
    expect(existsSync(join(directory, 'nobody'))).toBe(false);
  });

  it('closes it to other users, whatever the umask was and is', async () => {
    const mode = (file: string) => statSync(file).mode & 0o777;
    for (const suffix of ['', '-wal', '-shm']) expect(mode(path + suffix)).toBe(0o600);
    expect(mode(join(directory, 'clan'))).toBe(0o700);
    await db.close();
    chmodSync(path, 0o644);
    db = await openSqlite(path);
    await add('second');
    for (const suffix of ['', '-wal', '-shm']) expect(mode(path + suffix)).toBe(0o600);
  });
});

/** Breaks the file under an open database, fixes it, and says what the next three pieces of work came to. */
const PROGRAM = `
import { chmodSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { openSqlite } from '${import.meta.dirname}/sqlite.ts';
import { sql } from '${import.meta.dirname}/database.ts';
const [path, trouble] = process.argv.slice(2);
const ADD = sql\`INSERT INTO notes (note) VALUES (:note)\`;
if (trouble === 'read-only') chmodSync(path, 0o400);
const db = await openSqlite(path, { create: false });
async function write() {
  try {
    for (let row = 0; row < 400; row += 1) await db.transaction((tx) => tx.execute(ADD, { note: 'x'.repeat(900) }));
    return 'written';
  } catch (error) {
    return [error.code, error.engineCode].join(' ');
  }
}
const said = [await write(), await write()];
if (trouble === 'read-only') chmodSync(path, 0o600);
else if (trouble === 'limit') spawnSync('prlimit', ['--pid', String(process.pid), '--fsize=unlimited']);
else spawnSync('mount', ['-o', 'remount,size=20m', process.env.DISK]);
said.push(await write());
await db.close();
console.log(JSON.stringify(said));
`;

const isRoot = process.getuid?.() === 0;
const canMount =
  isRoot &&
  spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()], { stdio: 'ignore' }).status === 0;

describe('a connection that', () => {
  function run(trouble: string, before: string, file: string): unknown {
    const program = join(directory, 'trouble.ts');
    writeFileSync(program, PROGRAM);
    const node = [process.execPath, '--experimental-strip-types', '--disable-warning=ExperimentalWarning'];
    const shell = ['sh', '-c', `${before} exec "$@"`, 'sh', ...node, program, file, trouble];
    const [command = '', ...args] = trouble === 'full' ? ['unshare', '-m', ...shell] : shell;
    // Root is refused nothing, so somebody else meets the read-only file.
    const user = trouble === 'read-only' && isRoot ? { uid: 65_534, gid: 65_534 } : {};
    const { stdout, stderr } = spawnSync(command, args, {
      encoding: 'utf8',
      env: { ...process.env, DISK: join(directory, 'disk') },
      ...user,
    });
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  }

  it('became read-only is dropped, and the next one writes again', async () => {
    await db.close();
    chmodSync(directory, 0o755);
    if (isRoot) {
      chownSync(join(directory, 'clan'), 65_534, 65_534);
      chownSync(path, 65_534, 65_534);
    }
    const refused = 'unreachable SQLITE_READONLY';
    expect(run('read-only', '', path)).toEqual([refused, refused, 'written']);
    db = await openSqlite(path);
  });

  it('met a file that may not grow is dropped, and the next one writes again', async () => {
    await db.close();
    const said = run('limit', 'ulimit -S -f 300;', path);
    expect(said).toEqual([
      expect.stringMatching(/^(unreachable|lost) SQLITE_(IOERR|FULL)$/),
      expect.stringMatching(/^(unreachable|lost) SQLITE_(IOERR|FULL)$/),
      'written',
    ]);
    db = await openSqlite(path);
  });

  it.skipIf(!canMount)(
    'met a full disk is dropped, and the next one writes again (needs root and a tmpfs)',
    async () => {
      await db.close();
      mkdirSync(join(directory, 'disk'));
      const mount = 'mount -t tmpfs -o size=200k tmpfs "$DISK"; cp "$DISK"/../clan/data.db "$DISK"/data.db;';
      const full = 'unreachable SQLITE_FULL';
      expect(run('full', mount, join(directory, 'disk', 'data.db'))).toEqual([full, full, 'written']);
      db = await openSqlite(path);
    },
  );
});

it('an error that says nothing of the file leaves the connection as it is', async () => {
  await expect(db.execute(sql`INSERT INTO nowhere (note) VALUES ('x')`)).rejects.toBeInstanceOf(
    DatabaseError,
  );
  expect(await notes()).toEqual(['first']);
});

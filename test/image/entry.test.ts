import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const DOCKERFILE = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
const names: string[] = JSON.parse(readFileSync(join(ROOT, 'dist/functions.json'), 'utf8')).map(
  (one: { name: string }) => one.name,
);

let image: string;

/** Puts together outside a container what the Dockerfile's COPY lines put into the image. */
beforeAll(() => {
  image = mkdtempSync(join(tmpdir(), 'clan-bot-image-'));
  for (const [, list = ''] of DOCKERFILE.matchAll(/^COPY (?:--\S+ )*(.+)$/gm)) {
    const parts = list.split(' ');
    const target = join(image, parts.pop() ?? '');
    for (const source of parts) {
      const isFile = /\.\w+$/.test(source);
      cpSync(join(ROOT, source), isFile ? join(target, basename(source)) : target, { recursive: true });
    }
  }
});
afterAll(() => rmSync(image, { recursive: true, force: true }));

/** Starts the image's entry point with this name; resolves when its socket is there, or when it ended. */
async function start(
  name: string | undefined,
): Promise<{ listens: boolean; code: number | null; stderr: string }> {
  const directory = mkdtempSync(join(tmpdir(), 'fn-'));
  const socket = join(directory, 'lsnr.sock');
  const child: ChildProcess = spawn(process.execPath, [join(image, 'entry.cjs')], {
    env: {
      PATH: process.env['PATH'],
      FN_FORMAT: 'http-stream',
      FN_LISTENER: `unix:${socket}`,
      CLANS_DIR: directory,
      ...(name === undefined ? {} : { FUNCTION_NAME: name }),
    },
  });
  let stderr = '';
  child.stderr?.on('data', (chunk) => {
    stderr += chunk;
  });
  let code: number | null | undefined;
  const exited = new Promise<void>((done) => {
    child.once('exit', (given) => {
      code = given;
      done();
    });
  });
  while (!existsSync(socket) && code === undefined) await new Promise((done) => setTimeout(done, 20));
  const listens = existsSync(socket);
  child.kill('SIGTERM');
  await exited;
  rmSync(directory, { recursive: true, force: true });
  return { listens, code: code ?? null, stderr };
}

describe("the image's entry point", () => {
  test.each(names)('starts %s, which then waits for calls, and ends cleanly', async (name) => {
    const { listens, code, stderr } = await start(name);
    expect(stderr.replace(/.*ExperimentalWarning.*\n.*\n/g, '')).toBe('');
    expect({ listens, code }).toEqual({ listens: true, code: 0 });
  });

  test.each([['xq'], ['../../etc/passwd'], ['oracledb'], [undefined]])(
    'says in words that there is no %s',
    async (name) => {
      const { listens, code, stderr } = await start(name);
      expect({ listens, code }).toEqual({ listens: false, code: 1 });
      expect(stderr).toMatch(name === undefined ? /^FUNCTION_NAME is not set; / : /^FUNCTION_NAME is ".*"; /);
      expect(stderr).toContain('this image holds no such function. It holds: ');
      expect(stderr).toContain('interactions');
    },
  );
});

describe('the image', () => {
  test('fills the compile cache with every bundle', { timeout: 120_000 }, async () => {
    const cache = join(image, 'cache');
    mkdirSync(cache);
    const child = spawn(process.execPath, [join(image, 'fill-compile-cache.cjs')], {
      env: { PATH: process.env['PATH'], NODE_COMPILE_CACHE: cache, TMPDIR: tmpdir() },
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        text += chunk;
      });
    const code = await new Promise((done) => child.once('exit', done));
    expect(code, text).toBe(0);
    const files = readdirSync(cache, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(names.length);
  });

  test('holds nothing of a clan, no secret and no builder of commands', () => {
    const files = readdirSync(image, { recursive: true }).map(String);
    expect(files.filter((file) => /configs|\.env|\.json$/.test(file))).toEqual(['functions.json']);
    for (const clan of readdirSync(join(ROOT, 'configs'), { withFileTypes: true }).filter((one) =>
      one.isDirectory(),
    )) {
      if (clan.name === 'example') continue;
      const settings = JSON.parse(readFileSync(join(ROOT, 'configs', clan.name, 'settings.json'), 'utf8'));
      for (const name of names) {
        const bundle = readFileSync(join(image, 'functions', `${name}.cjs`), 'utf8');
        expect(bundle.includes(settings.application_id), `${name} knows ${clan.name}`).toBe(false);
      }
    }
  });

  test('runs as somebody who is not root, on the Node.js that OCI Functions runs', () => {
    expect(DOCKERFILE).toMatch(/^ARG BASE=fnproject\/node:22$/m);
    expect(DOCKERFILE).toMatch(/^USER (?!0|root)\S+$/m);
    expect(DOCKERFILE).toMatch(/^ENTRYPOINT \["node", .*"entry.cjs"\]$/m);
  });

  test('func.yaml names a function that there is', () => {
    const text = readFileSync(join(ROOT, 'func.yaml'), 'utf8');
    expect(text).toMatch(/^runtime: docker$/m);
    expect(names).toContain(/FUNCTION_NAME: (\S+)/.exec(text)?.[1]);
  });
});

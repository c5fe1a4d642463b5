import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
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
    // The file of one processor, loaded at the first picture: built-image.test.ts draws with it.
    if (list.includes('TARGETARCH')) continue;
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
  test('keeps the compiled code of every bundle, which is good at any path and refused aloud', {
    timeout: 120_000,
  }, async () => {
    const run = (file: string, ...args: string[]) =>
      promisify(execFile)(process.execPath, [file, ...args], {
        env: { PATH: process.env['PATH'], TMPDIR: tmpdir(), HOME: tmpdir() },
      });
    await run(join(image, 'fill-code-cache.cjs'));
    const bundles = readdirSync(join(image, 'functions')).filter((file) => file.endsWith('.cjs'));
    const caches = readdirSync(join(image, 'functions')).filter((file) => file.endsWith('.cjs.cache'));
    expect(caches).toEqual(bundles.map((file) => `${file}.cache`));
    const moved = `${image}-moved`;
    renameSync(image, moved);
    try {
      const load = `require('./load-bundle.cjs').loadBundle(process.argv[1])`;
      const loading = (file: string) =>
        promisify(execFile)(process.execPath, ['-e', load, file], {
          cwd: moved,
          env: { PATH: process.env['PATH'], HOME: tmpdir() },
        });
      for (const file of ['oracledb.cjs', 'oci.cjs']) expect((await loading(file)).stderr).toBe('');
      writeFileSync(join(moved, 'functions/oci.cjs.cache'), 'of another Node.js');
      expect((await loading('oci.cjs')).stderr).toContain('oci.cjs.cache is of another Node.js');
    } finally {
      renameSync(moved, image);
    }
  });

  test('holds nothing of a clan, no secret and no builder of commands', () => {
    const files = readdirSync(image, { recursive: true }).map(String);
    expect(files.filter((file) => /configs|\.env|\.json$/.test(file))).toEqual([
      'functions.json',
      'functions/fonts/index.json',
    ]);
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

  test('runs as somebody who is not root', () => {
    expect(DOCKERFILE).toMatch(/^USER (?!0|root)\S+$/m);
    expect(DOCKERFILE).toMatch(/^ENTRYPOINT \["node", .*"entry.cjs"\]$/m);
  });

  test('func.yaml names a function that there is', () => {
    const text = readFileSync(join(ROOT, 'func.yaml'), 'utf8');
    expect(text).toMatch(/^runtime: docker$/m);
    expect(names).toContain(/FUNCTION_NAME: (\S+)/.exec(text)?.[1]);
  });
});

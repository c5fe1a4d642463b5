import { generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type RunningScript, runToEnd } from '../platform/run-script.ts';
import { callFunction } from './call-function.ts';
import { makeDebianBase, npmCacheVolume, whyNoImages } from './debian-base.ts';
import { type ImageStore, makeImageStore, type UnpackedImage } from './image-store.ts';
import { runImage, STRANGER } from './run-image.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const BASE = 'localhost/clan-bot-base';
const SERVER = 'localhost/clan-bot-server';
const TAG = 'built-image-test';
const ID = '1100000000000000001';
const Declared = z.array(z.object({ name: z.string(), kind: z.string() }));
const functions = Declared.parse(JSON.parse(readFileSync(join(ROOT, 'dist/functions.json'), 'utf8')));
const keys = generateKeyPairSync('ed25519');
const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');

const noImages = await whyNoImages();
if (noImages !== undefined) process.stderr.write(`Tests of built images are skipped: ${noImages}.\n`);

describe.skipIf(noImages)(`the images, built by buildah${noImages ? ` (skipped: ${noImages})` : ''}`, () => {
  let store: ImageStore;
  let cloud: UnpackedImage;
  let server: UnpackedImage;
  const running: RunningScript[] = [];

  beforeAll(async () => {
    store = makeImageStore();
    await makeDebianBase(store, BASE);
    await Promise.all([buildCloudImage(), buildServerImage()]);
    [cloud, server] = await Promise.all([store.unpack(`localhost/clan-bot:${TAG}`), store.unpack(SERVER)]);
  }, 600_000);

  afterAll(async () => {
    for (const one of running) one.signal('SIGKILL');
    await Promise.all(running.map(({ exit }) => exit));
    store?.remove();
    rmSync(join(ROOT, `dist/clan-bot-${TAG}.cdx.json`), { force: true });
  });

  /** As "npm run image" does for a cloud whose processors are this machine's. */
  async function buildCloudImage(): Promise<void> {
    const architecture = process.arch === 'arm64' ? 'arm' : 'x86';
    const { code, output } = await runToEnd('scripts/image.ts', {
      args: [
        ...['--architecture', architecture, '--builder', 'buildah', '--tag', TAG],
        ...['--base', BASE, '--allow-unpinned-base'],
      ],
      env: store.env,
    });
    expect(code, output).toBe(0);
  }

  async function buildServerImage(): Promise<void> {
    const options = ['--build-arg', `BASE=${BASE}`, '--volume', await npmCacheVolume()];
    await store.buildah(
      ...['build', '--format', 'docker', ...options],
      ...['--file', join(ROOT, 'deploy/server/Dockerfile'), '--tag', SERVER, ROOT],
    );
  }

  function start(image: UnpackedImage, options: Parameters<typeof runImage>[1]): RunningScript {
    const started = runImage(image, options);
    running.push(started);
    return started;
  }

  /** Starts a function of the cloud's image; resolves when it listens. */
  async function startFunction(name: string) {
    const folder = join(store.directory, 'tmp', name);
    mkdirSync(join(folder, 'clans'), { recursive: true });
    const clan = { clan: 'newclan', applicationId: ID, publicKey, guildId: ID, robloxGroupId: '3203735' };
    writeFileSync(join(folder, 'clans/newclan.json'), JSON.stringify(clan));
    const started = start(cloud, {
      env: {
        FUNCTION_NAME: name,
        FN_FORMAT: 'http-stream',
        FN_LISTENER: 'unix:/tmp/lsnr.sock',
        CLANS_DIR: '/tmp/clans',
      },
      writable: { '/tmp': folder },
    });
    const socket = join(folder, 'lsnr.sock');
    let ended = false;
    void started.exit.then(() => {
      ended = true;
    });
    while (!existsSync(socket)) {
      if (ended) throw new Error(`${name} did not start: ${started.output}`);
      await new Promise((done) => setTimeout(done, 20));
    }
    return { started, socket };
  }

  async function stop(started: RunningScript): Promise<number | null> {
    started.signal('SIGTERM');
    return started.exit;
  }

  describe('of OCI Functions', () => {
    test('draws, with the native file of its processor and the fonts', async () => {
      const card = {
        ...{ kind: 'rank-card', color: '#c8a24a', clan: 'C', name: 'さくら 🐺', rank: 'E4', rankType: 'x' },
        ...{ figures: [], note: '' },
      };
      const script = `require('/function/functions/drawing.cjs').drawPicture(${JSON.stringify(card)})
        .then((png) => process.stdout.write(png.toString('latin1', 1, 4)))`;
      const started = start(cloud, { command: ['node', '-e', script] });
      await started.exit;
      expect(started.output).toBe('PNG');
    });

    test('is started as the user 1000 by its entry point, and knows that user as fn', () => {
      expect(cloud.user).toBe('1000:1000');
      expect(cloud.workingDirectory).toBe('/function');
      expect(readFileSync(join(cloud.root, 'etc/passwd'), 'utf8')).toMatch(/^fn:x:1000:1000:/m);
      expect(readFileSync(join(cloud.root, 'etc/group'), 'utf8')).toMatch(/^fn:x:1000:/m);
    });

    test('holds the bundles, the code of each, and what starts them', () => {
      const files = readdirSync(join(cloud.root, 'function')).sort();
      expect(files).toEqual([
        'entry.cjs',
        'fill-code-cache.cjs',
        'functions',
        'functions.json',
        'load-bundle.cjs',
      ]);
      const bundles = readdirSync(join(ROOT, 'dist/functions')).filter((file) => !file.endsWith('.cache'));
      const caches = bundles.filter((file) => file.endsWith('.cjs')).map((file) => `${file}.cache`);
      expect(readdirSync(join(cloud.root, 'function/functions')).sort()).toEqual(
        [...bundles, ...caches].sort(),
      );
    });

    test('answers a signed PING through its front door, and refuses one without a signature', async () => {
      const { started, socket } = await startFunction('interactions');
      const body = JSON.stringify({ id: '1', application_id: ID, type: 1, token: 't', version: 1 });
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = sign(null, Buffer.from(timestamp + body), keys.privateKey).toString('hex');
      const path = '/interactions/newclan';
      const headers = { 'x-signature-ed25519': signature, 'x-signature-timestamp': timestamp };
      expect(await callFunction(socket, body, { path, headers })).toEqual({
        status: 200,
        httpStatus: 200,
        json: { type: 1 },
      });
      expect(await callFunction(socket, body, { path, headers: {} })).toMatchObject({ httpStatus: 401 });
      expect(await stop(started)).toBe(0);
      expect(started.output).not.toContain('cache');
    });

    test.each(functions.filter(({ kind }) => kind !== 'front-door'))(
      'runs $name as a user it does not know, on files it cannot write, with the code made in the build',
      async ({ name, kind }) => {
        const { started, socket } = await startFunction(name);
        const { status, json } = await callFunction(socket, kind === 'command' ? '{"warm":true}' : '{}');
        const expected = kind === 'command' ? { warm: true } : { ok: false, error: 'malformed' };
        expect({ status, json }, started.output).toEqual({ status: 200, json: expected });
        expect(await stop(started)).toBe(0);
        expect(started.output).not.toContain('.cache');
      },
    );

    test.each(['oci.cjs', 'oracledb.cjs', 'pictures.cjs'])(
      'loads %s with the code made in the build',
      async (file) => {
        const load = `require('./load-bundle.cjs').loadBundle('${file}');
        try { require('node:fs').writeFileSync('written', ''); } catch (error) { console.log(error.code, process.getuid()); }`;
        const command = ['node', '--disable-warning=ExperimentalWarning', '-e', load];
        const started = start(cloud, { command });
        expect(await started.exit, started.output).toBe(0);
        expect(started.output).toBe(`EROFS ${STRANGER}\n`);
      },
    );
  });

  describe("of one's own server", () => {
    test('holds no package that only development needs, and every other', () => {
      const Lock = z.object({
        packages: z.record(
          z.string(),
          z.looseObject({
            dev: z._default(z.boolean(), false),
            optional: z._default(z.boolean(), false),
            devOptional: z._default(z.boolean(), false),
          }),
        ),
      });
      const { packages } = Lock.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
      const places = Object.entries(packages).filter(([path]) => path !== '');
      const isThere = ([path]: (typeof places)[number]) =>
        existsSync(join(server.root, 'app', path, 'package.json'));
      const forDevelopment = places.filter(([, { dev }]) => dev);
      expect(forDevelopment.length).toBeGreaterThan(100);
      expect(forDevelopment.filter(isThere)).toEqual([]);
      const needed = places.filter(([, { dev, optional, devOptional }]) => !dev && !optional && !devOptional);
      expect(needed.length).toBeGreaterThan(20);
      expect(needed.filter((one) => !isThere(one))).toEqual([]);
    });

    test('starts the platform without them, on files it cannot write, and its front door answers', async () => {
      const folder = join(store.directory, 'server');
      mkdirSync(folder);
      const started = start(server, {
        env: {
          CLAN_NAME: 'newclan',
          DISCORD_APPLICATION_ID: ID,
          DISCORD_PUBLIC_KEY: publicKey,
          DISCORD_BOT_TOKEN: 'bot',
          GUILD_ID: '1100000000000000002',
          ROBLOX_GROUP_ID: '3203735',
          ROBLOX_API_KEY: 'key',
          HOST: '127.0.0.1',
          PORT: '0',
          // The machine of this test reaches neither service; an address of its own keeps the test from trying.
          DISCORD_API_URL: 'http://127.0.0.1:9/api/v10',
          ROBLOX_API_URL: 'http://127.0.0.1:9',
          ROBLOX_USERS_API_URL: 'http://127.0.0.1:9',
        },
        writable: { '/tmp': join(folder, 'tmp'), '/data': join(folder, 'data') },
      });
      const [, url] = await started.shows(/^ready (\S+)$/m);
      const answer = await fetch(`${url}/health`);
      expect(await answer.json(), started.output).toEqual({ status: 'ok' });
      expect(await stop(started)).toBe(0);
      expect(started.output).not.toMatch(/error/i);
    });
  });

  test('neither holds anything of a clan or of a machine', () => {
    const clans = readdirSync(join(ROOT, 'configs'), { withFileTypes: true })
      .filter((one) => one.isDirectory() && one.name !== 'example')
      .map(({ name }) => name);
    expect(readdirSync(join(server.root, 'app/configs'))).toEqual(['example']);
    const Clan = z.object({ application_id: z.string() });
    const marks = clans.map(
      (clan) =>
        Clan.parse(JSON.parse(readFileSync(join(ROOT, 'configs', clan, 'settings.json'), 'utf8')))
          .application_id,
    );
    for (const folder of [join(cloud.root, 'function'), join(server.root, 'app')]) {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
        one.isFile(),
      );
      const own = files.filter(({ parentPath }) => !parentPath.includes('/node_modules/'));
      expect(
        own.filter(({ name }) =>
          /^\.env|\.test\.ts$|\.cdx\.json$|^\.npmrc$|\.(pem|key|tfstate|db)$/.test(name),
        ),
      ).toEqual([]);
      for (const { parentPath, name } of own) {
        const text = readFileSync(join(parentPath, name), 'latin1');
        for (const mark of marks) expect(text.includes(mark), `${name} knows ${mark}`).toBe(false);
      }
    }
  });
});

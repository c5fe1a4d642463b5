import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runToEnd } from '../platform/run-script.ts';
import { AUTH, digestOf, type FakeRegistry, indexFor, PASSWORD, startFakeRegistry } from './fake-registry.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DOCKERFILES = ['Dockerfile', 'deploy/server/Dockerfile'];
const NEW = indexFor('linux/amd64', 'linux/arm64', 'linux/s390x');

let registry: FakeRegistry;
let checkout: string;
beforeEach(async () => {
  registry = await startFakeRegistry();
  checkout = mkdtempSync(join(tmpdir(), 'clan-bot-base-'));
  mkdirSync(join(checkout, 'deploy/server'), { recursive: true });
  for (const file of [...DOCKERFILES, 'package.json'])
    writeFileSync(join(checkout, file), readFileSync(join(ROOT, file)));
});
afterEach(async () => {
  await registry.stop();
  rmSync(checkout, { recursive: true, force: true });
});

const baseImage = (args: readonly string[], repository = 'library/node') =>
  runToEnd('scripts/base-image.ts', {
    args: ['--root', checkout, '--image', `${registry.host}/${repository}:22`, ...args],
    env: { HOME: checkout },
  });
const read = (file: string) => readFileSync(join(checkout, file), 'utf8');

test.each(DOCKERFILES)("%s stands on Node's image of package.json's version, by its digest", (file) => {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const text = readFileSync(join(ROOT, file), 'utf8');
  for (const [line] of text.matchAll(/^FROM .*/gm)) expect(line).toMatch(/^FROM \$\{BASE\}( AS \w+)?$/);
  const pin = new RegExp(
    `^ARG BASE=docker\\.io/library/node:${devDependencies.node}-bookworm-slim@sha256:[0-9a-f]{64}$`,
    'm',
  );
  expect(text).toMatch(pin);
});

describe('npm run base-image', () => {
  test('says that a newer image is there, and renews both Dockerfiles when asked', async () => {
    registry.manifests.set('library/node:22', NEW);
    const before = DOCKERFILES.map(read);
    const looked = await baseImage([]);
    expect(looked.code, looked.output).toBe(1);
    expect(looked.output).toContain('is newer. Run: npm run base-image -- --renew');
    expect(DOCKERFILES.map(read)).toEqual(before);
    const renewed = await baseImage(['--renew']);
    expect(renewed.code, renewed.output).toBe(0);
    for (const file of DOCKERFILES)
      expect(read(file)).toContain(`\nARG BASE=${registry.host}/library/node:22@${digestOf(NEW)}\n`);
    expect((await baseImage([])).output).toContain(': pinned already');
  });

  test('waits when the registry refuses for its rate', async () => {
    registry.manifests.set('library/node:22', NEW);
    registry.refuseNext = 1;
    const { code, output } = await baseImage(['--renew']);
    expect(code, output).toBe(0);
  });

  test('reads a private repository with the login that docker keeps, and shows nobody the password', async () => {
    registry.manifests.set('private/node:22', NEW);
    const without = await baseImage(['--renew'], 'private/node');
    expect(without.code).toBe(1);
    expect(without.output).toContain(`Log in again: docker login ${registry.host}`);
    mkdirSync(join(checkout, '.docker'));
    writeFileSync(
      join(checkout, '.docker/config.json'),
      JSON.stringify({ auths: { [registry.host]: { auth: AUTH } } }),
    );
    const withLogin = await baseImage(['--renew'], 'private/node');
    expect(withLogin.code, withLogin.output).toBe(0);
    expect(`${without.output}${withLogin.output}`).not.toContain(PASSWORD);
  });

  test.each([
    ['an image that is not there', () => undefined, 'is not in its registry'],
    [
      'an image that is there for one processor only',
      () => registry.manifests.set('library/node:22', indexFor('linux/amd64')),
      'is not there for linux/arm64',
    ],
    [
      'bytes that are not what the registry says',
      () => {
        registry.manifests.set('library/node:22', NEW);
        registry.lie = digestOf('else');
      },
      'bytes of another digest than it says',
    ],
    [
      'a place without TLS that asks for the login',
      () => {
        registry.challenge = 'Bearer realm="http://collector.example/token",service="x"';
      },
      'sends logins to collector.example without TLS. Nothing was sent there.',
    ],
  ])('refuses %s, and changes nothing', async (_, arrange, message) => {
    arrange();
    const before = DOCKERFILES.map(read);
    const { code, output } = await baseImage(['--renew']);
    expect(code).toBe(1);
    expect(output).toContain(message);
    expect(output).not.toContain('    at ');
    expect(DOCKERFILES.map(read)).toEqual(before);
  });
});

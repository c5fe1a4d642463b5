import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { type CloudSandbox, makeCloudSandbox } from '../cloud/cloud-sandbox.ts';
import { runToEnd } from '../platform/run-script.ts';
import { digestOf, type FakeRegistry, imageWith, startFakeRegistry } from './fake-registry.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const ID = digestOf('this image');
/** An npm that fetches nothing: it lays the native files of both processors where "npm ci" is to put one. */
const NPM = `case "$1" in ci) ;; *) exec "${npmHere()}" "$@";; esac
for last; do :; done
for cpu in x64 arm64; do
  folder="$last/node_modules/@takumi-rs/core-linux-$cpu-gnu"
  mkdir -p "$folder" && echo native > "$folder/core.node"
done`;
/** A docker that builds, pushes and knows the id of what it built. */
const DOCKER = `case "$*" in "image inspect"*) echo ${ID};; esac`;

let bench: CloudSandbox;
let registry: FakeRegistry;
beforeEach(async () => {
  bench = await makeCloudSandbox();
  registry = await startFakeRegistry();
  for (const name of ['docker', 'podman', 'buildah']) bench.fakeProgram(name, 'exit 1');
});
afterEach(async () => {
  await registry.stop();
  await bench.stop();
});

const image = (args: readonly string[]) =>
  runToEnd('scripts/image.ts', { args, env: { ...bench.env, HOME: bench.directory }, cwd: bench.directory });
const built = () => bench.calls().filter((call) => / build /.test(call));
const pushed = () => bench.calls().filter((call) => / push /.test(call));

describe('npm run image', () => {
  test.each([
    ['x86', 'linux/amd64'],
    ['arm', 'linux/arm64'],
  ])('builds one plain image for %s and pushes it', async (architecture, platform) => {
    bench.fakeProgram('docker', DOCKER);
    if (architecture !== (process.arch === 'arm64' ? 'arm' : 'x86')) bench.fakeProgram('npm', NPM);
    const repository = `${registry.host}/ns/clan-bot/functions`;
    const { code, output } = await image([
      ...['--architecture', architecture, '--push', repository, '--tag', '1.2.0-test'],
    ]);
    expect(code, output).toBe(0);
    expect(built()).toEqual([
      expect.stringMatching(
        new RegExp(
          `^docker buildx build --provenance=false --sbom=false --load --platform ${platform} .* --tag ${repository}:1\\.2\\.0-test /`,
        ),
      ),
    ]);
    expect(pushed()).toEqual([`docker push ${repository}:1.2.0-test`]);
    expect(output).toContain('npm run upgrade -- --tag 1.2.0-test');
  });

  test('takes podman or buildah where docker does not work, and names the commit', async () => {
    bench.fakeProgram('buildah', 'exit 0');
    const { code, output } = await image([]);
    expect(code, output).toBe(0);
    const commit = execFileSync('git', ['-C', ROOT, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).slice(0, 12);
    expect(built()).toEqual([
      expect.stringMatching(
        new RegExp(`^buildah build --format docker --platform linux/amd64 .*:\\d+\\.\\d+\\.\\d+-${commit}`),
      ),
    ]);
    expect(pushed()).toEqual([]);
  });

  test('writes what the image holds beside it: packages of the bundles, the base, no tool', async () => {
    bench.fakeProgram('docker', DOCKER);
    const file = join(ROOT, 'dist/clan-bot-bill-test.cdx.json');
    try {
      const { code, output } = await image(['--tag', 'bill-test']);
      expect(code, output).toBe(0);
      const Bill = z.object({
        bomFormat: z.literal('CycloneDX'),
        components: z.array(z.looseObject({ name: z.string() })),
      });
      const names = Bill.parse(JSON.parse(readFileSync(file, 'utf8'))).components.map(({ name }) => name);
      expect(names).toEqual(
        expect.arrayContaining(['oracledb', 'oci-common', 'zod', '@fnproject/fdk', 'semver']),
      );
      expect(names[0]).toMatch(/^docker\.io\/library\/node:.*@sha256:[0-9a-f]{64}$/);
      for (const tool of ['vitest', 'biome', 'esbuild', 'node', 'ajv']) expect(names).not.toContain(tool);
    } finally {
      rmSync(file, { force: true });
    }
  });

  test('never moves a tag: another image of that name is refused before anything is built', async () => {
    bench.fakeProgram('docker', DOCKER);
    registry.manifests.set('ns/bot:1.0.0', imageWith(digestOf('another image')));
    const { code, output } = await image(['--push', `${registry.host}/ns/bot`, '--tag', '1.0.0']);
    expect(code).toBe(1);
    expect(output).toContain('is in the registry already, and what a tag names never changes.');
    expect([...built(), ...pushed()]).toEqual([]);
  });

  test('goes on where the same image was pushed before', async () => {
    bench.fakeProgram('docker', DOCKER);
    registry.manifests.set('ns/bot:1.0.0', imageWith(ID));
    const { code, output } = await image(['--push', `${registry.host}/ns/bot`, '--tag', '1.0.0']);
    expect(code, output).toBe(0);
    expect(output).toContain('npm run upgrade -- --tag 1.0.0');
    expect([...built(), ...pushed()]).toEqual([]);
  });

  test('builds nothing when the registry does not say whether the tag is there', async () => {
    bench.fakeProgram('docker', DOCKER);
    const { code, output } = await image(['--push', `${registry.host}/private/bot`, '--tag', '1.0.0']);
    expect(code).toBe(1);
    expect(output).toContain('docker login');
    expect([...built(), ...pushed()]).toEqual([]);
  });

  test('takes a base without a digest only when that is said', async () => {
    bench.fakeProgram('docker', DOCKER);
    const refused = await image(['--base', 'fnproject/node:22', '--tag', 'unpinned']);
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('--base fnproject/node:22 has no digest');
    expect(built()).toEqual([]);
    const taken = await image(['--base', 'fnproject/node:22', '--tag', 'unpinned', '--allow-unpinned-base']);
    expect(taken.code, taken.output).toBe(0);
    expect(built()).toEqual([expect.stringContaining('--build-arg BASE=fnproject/node:22')]);
    rmSync(join(ROOT, 'dist/clan-bot-unpinned.cdx.json'), { force: true });
  });

  test('pushes nothing when the build failed', async () => {
    bench.fakeProgram('docker', 'case "$*" in *" build "*) exit 3;; esac');
    const { code, output } = await image(['--push', `${registry.host}/ns/bot`, '--tag', 'failed']);
    expect(code).toBe(1);
    expect(output).toContain('docker failed (code 3); nothing further was done.');
    expect(pushed()).toEqual([]);
    expect(existsSync(join(ROOT, 'dist/clan-bot-failed.cdx.json'))).toBe(false);
  });

  test.each([
    [['--tag', 'a b'], 2, '--tag: expected'],
    [['--architecture', 'riscv'], 2, 'Allowed choices are x86, arm.'],
    [['--builder', 'kaniko'], 2, 'Allowed choices are docker, podman, buildah.'],
    [['--push', 'bot'], 2, 'Expected <registry>/<repository>:<tag>'],
    [[], 1, 'No program that builds images works here.'],
  ])('refuses %j in words', async (args, expected, message) => {
    const { code, output } = await image(args);
    expect(code).toBe(expected);
    expect(output).toContain(message);
    expect(output).not.toContain('    at ');
    expect(built()).toEqual([]);
  });
});

function npmHere(): string {
  return execFileSync('sh', ['-c', 'command -v npm'], { encoding: 'utf8' }).trim();
}

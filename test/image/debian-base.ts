import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { ImageStore } from './image-store.ts';

const run = promisify(execFile);

/** What the Dockerfiles use of Node's own image beside Node.js: a shell, its tools, users; each with what it links to. */
const PACKAGES = [
  ...['coreutils', 'dash', 'grep', 'passwd', 'sed'],
  ...[
    'libacl1',
    'libattr1',
    'libaudit1',
    'libbz2-1.0',
    'libc6',
    'libcap-ng0',
    'libcrypt1',
    'libgcc-s1',
    'libgmp10',
  ],
  ...['libpam0g', 'libpcre2-8-0', 'libselinux1', 'libsemanage2', 'libsepol2', 'libstdc++6'],
];
const CERTIFICATES = '/etc/ssl/certs/extra.pem';
const NPM_CACHE = '/var/cache/npm';

async function says(program: string, args: readonly string[]): Promise<string | undefined> {
  return run(program, args).then(
    ({ stdout }) => stdout.trim(),
    () => undefined,
  );
}

/** Why no image can be built and run here; undefined when it can. */
export async function whyNoImages(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'building with chroot isolation needs root';
  if ((await says('buildah', ['--version'])) === undefined) return 'buildah is not on the PATH';
  if ((await says('apt-get', ['download', '--print-uris', ...PACKAGES])) === undefined)
    return `apt-get does not offer ${PACKAGES.join(' ')}; on Debian 12, run apt-get update`;
  if ((await says('unshare', ['--mount', '--propagation', 'private', 'true'])) === undefined)
    return 'this machine allows no mounts';
  return undefined;
}

/**
 * Makes an image that stands in for Node's own: Debian's packages and the Node.js that runs this test. Where this
 * machine reaches npm's registry in a way of its own, so does the image.
 */
export async function makeDebianBase(store: ImageStore, image: string): Promise<void> {
  const container = await store.buildah('from', 'scratch');
  const root = await store.buildah('mount', container);
  makeSkeleton(root);
  await Promise.all([unpackPackages(root, join(store.directory, 'packages')), addNode(root)]);
  const variables = {
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    ...(await npmOf(root)),
  };
  await store.buildah(
    'config',
    ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    container,
  );
  await store.buildah('commit', '--rm', container, image);
}

/** The npm cache of this machine and where the base looks for it, as `--volume` takes it: nothing is fetched twice. */
export async function npmCacheVolume(): Promise<string> {
  return `${await says('npm', ['config', 'get', 'cache'])}:${NPM_CACHE}`;
}

function makeSkeleton(root: string): void {
  for (const folder of ['bin', 'lib', 'lib64', 'sbin']) {
    mkdirSync(join(root, 'usr', folder), { recursive: true });
    symlinkSync(`usr/${folder}`, join(root, folder));
  }
  for (const folder of [
    'dev',
    'etc/ssl/certs',
    'proc',
    'root',
    'sys',
    'tmp',
    'usr/local/bin',
    'usr/local/lib/node_modules',
  ])
    mkdirSync(join(root, folder), { recursive: true });
  chmodSync(join(root, 'tmp'), 0o1777);
  const users = ['root:x:0:0:root:/root:/bin/sh', 'node:x:1000:1000::/home/node:/bin/sh'];
  writeFileSync(join(root, 'etc/passwd'), `${users.join('\n')}\n`);
  writeFileSync(join(root, 'etc/group'), 'root:x:0:\nnode:x:1000:\n');
}

/** Unpacked only: none of the packages' own scripts is needed, and debootstrap takes two minutes. */
async function unpackPackages(root: string, directory: string): Promise<void> {
  mkdirSync(directory);
  await run('apt-get', ['download', ...PACKAGES], { cwd: directory });
  const unpack = `for deb in *.deb; do
    dpkg-deb --fsys-tarfile "$deb" | tar -x --keep-directory-symlink -C "$1" --exclude ./usr/share || exit 1
  done`;
  await run('sh', ['-c', unpack, 'sh', root], { cwd: directory });
}

async function addNode(root: string): Promise<void> {
  copyFileSync(realpathSync(process.execPath), join(root, 'usr/local/bin/node'));
  const { stdout } = await run('sh', ['-c', 'command -v npm']);
  const npm = dirname(dirname(realpathSync(stdout.trim())));
  cpSync(npm, join(root, 'usr/local/lib/node_modules/npm'), { recursive: true, verbatimSymlinks: true });
  for (const name of ['npm', 'npx'])
    symlinkSync(`../lib/node_modules/npm/bin/${name}-cli.js`, join(root, 'usr/local/bin', name));
}

async function npmOf(root: string): Promise<Record<string, string>> {
  const registry = await says('npm', ['config', 'get', 'registry']);
  const certificates = process.env['NODE_EXTRA_CA_CERTS'];
  if (certificates !== undefined) copyFileSync(resolve(certificates), join(root, CERTIFICATES));
  return {
    npm_config_cache: NPM_CACHE,
    npm_config_prefer_offline: 'true',
    ...(registry === undefined ? {} : { npm_config_registry: registry }),
    ...(certificates === undefined ? {} : { NODE_EXTRA_CA_CERTS: CERTIFICATES }),
  };
}

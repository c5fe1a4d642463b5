import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';

/** What `docker login`, `podman login` or `buildah login` left. */
export interface RegistryLogin {
  readonly user: string;
  readonly password: string;
}

const Config = z.object({
  auths: z._default(z.record(z.string(), z.looseObject({ auth: z.optional(z.string()) })), {}),
  credsStore: z.optional(z.string()),
  credHelpers: z._default(z.record(z.string(), z.string()), {}),
});
const Stored = z.object({ Username: z.string(), Secret: z.string() });

/** Docker Hub's logins are kept under the address of its first registry. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'docker.io': ['docker.io', 'index.docker.io', 'https://index.docker.io/v1/', 'registry-1.docker.io'],
};

/**
 * The login for a registry, from the files of Docker, Podman and buildah (REGISTRY_AUTH_FILE, XDG_RUNTIME_DIR,
 * DOCKER_CONFIG) and the credential helpers that these name; undefined where nobody has logged in.
 * Source: containers-auth.json(5) and https://docs.docker.com/reference/cli/docker/login/.
 */
export async function findLogin(
  registry: string,
  env: NodeJS.ProcessEnv,
): Promise<RegistryLogin | undefined> {
  const runtime = env['XDG_RUNTIME_DIR'] ?? `/run/containers/${process.getuid?.() ?? 0}`;
  const docker = env['DOCKER_CONFIG'] ?? join(env['HOME'] ?? homedir(), '.docker');
  const files = [
    env['REGISTRY_AUTH_FILE'],
    join(runtime, 'containers/auth.json'),
    join(runtime, 'auth.json'),
    join(docker, 'config.json'),
  ];
  for (const file of files) {
    const login = file === undefined ? undefined : await loginIn(file, NAMES[registry] ?? [registry], env);
    if (login !== undefined) return login;
  }
  return undefined;
}

async function loginIn(
  file: string,
  names: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<RegistryLogin | undefined> {
  const config = await readConfig(file);
  if (config === undefined) return undefined;
  for (const name of names) {
    const kept = config.auths[name] ?? config.auths[`https://${name}`];
    const [user, ...rest] = Buffer.from(kept?.auth ?? '', 'base64')
      .toString()
      .split(':');
    if (user !== undefined && user !== '' && rest.length > 0) return { user, password: rest.join(':') };
    const helper = config.credHelpers[name] ?? (kept === undefined ? undefined : config.credsStore);
    const stored = helper === undefined ? undefined : await askHelper(helper, name, env);
    if (stored !== undefined) return stored;
  }
  return undefined;
}

/** A file that is missing, or that is not theirs, holds no login. */
async function readConfig(file: string): Promise<z.infer<typeof Config> | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    return Config.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Source of the protocol: https://github.com/docker/docker-credential-helpers. */
function askHelper(helper: string, name: string, env: NodeJS.ProcessEnv): Promise<RegistryLogin | undefined> {
  if (!/^[\w.-]+$/.test(helper)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const child = execFile(`docker-credential-${helper}`, ['get'], { env }, (error, stdout) => {
      if (error !== null) return resolve(undefined);
      try {
        const { Username: user, Secret: password } = Stored.parse(JSON.parse(stdout));
        resolve({ user, password });
      } catch {
        resolve(undefined);
      }
    });
    child.stdin?.on('error', () => undefined).end(name);
  });
}

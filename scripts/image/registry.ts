import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod/mini';
import { retry } from '../../shared/retry/retry.ts';
import type { ImageReference } from './image-reference.ts';
import type { RegistryLogin } from './registry-login.ts';

/** A registry did not say what was asked; the message says what to do. */
export class RegistryError extends Error {
  override readonly name = 'RegistryError';
}

/** A manifest or an index of manifests, by https://github.com/opencontainers/image-spec. */
const Content = z.object({
  manifests: z.optional(
    z.array(z.object({ platform: z.optional(z.object({ os: z.string(), architecture: z.string() })) })),
  ),
  config: z.optional(z.object({ digest: z.string() })),
});

export interface Manifest {
  /** `sha256:...` of its bytes: what an image is pinned by. */
  readonly digest: string;
  /** That of the image's configuration, which builders call the image's id; undefined for an index. */
  readonly config: string | undefined;
  /** `linux/amd64` and so on: what an index holds; empty for a single image. */
  readonly platforms: readonly string[];
}

const TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

const TIMEOUT_MS = 20_000;
const ATTEMPTS = 5;
const LONGEST_WAIT_MS = 60_000;
const Token = z.object({ token: z.optional(z.string()), access_token: z.optional(z.string()) });

export interface RegistryOptions {
  readonly login: RegistryLogin | undefined;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/**
 * What a tag names in its registry; undefined where there is no such tag. Asks as
 * https://github.com/opencontainers/distribution-spec says, with a token where one is wanted, and waits when it is
 * refused for its rate. Throws `RegistryError`, never with a password or a token in it.
 */
export async function readManifest(
  reference: ImageReference,
  options: RegistryOptions,
): Promise<Manifest | undefined> {
  const url = `${addressOf(reference.registry)}/v2/${reference.repository}/manifests/${reference.tag}`;
  const first = await get(url, { accept: TYPES }, options);
  const answer =
    first.status === 401
      ? await get(
          url,
          { accept: TYPES, authorization: await answerChallenge(first, reference, options) },
          options,
        )
      : first;
  if (answer.status === 404) return undefined;
  if (answer.status === 401 || answer.status === 403)
    throw new RegistryError(
      `${reference.registry} does not let ${options.login === undefined ? 'anonymous callers' : 'this login'} read ${reference.repository} (${answer.status}). Log in: docker login ${reference.registry} (or podman, buildah).`,
    );
  if (!answer.ok)
    throw new RegistryError(`${reference.registry} answered ${answer.status} for ${reference.repository}.`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  const said = answer.headers.get('docker-content-digest') ?? digest;
  const content = parseJson(Content, bytes.toString());
  if (content === undefined || said !== digest)
    throw new RegistryError(
      `${reference.registry} answered for ${reference.repository}:${reference.tag} with ${content === undefined ? 'something that is no manifest' : `bytes of another digest than it says (${said})`}.`,
    );
  return {
    digest,
    config: content.config?.digest,
    platforms: (content.manifests ?? []).flatMap(({ platform }) =>
      platform === undefined ? [] : [`${platform.os}/${platform.architecture}`],
    ),
  };
}

function addressOf(registry: string): string {
  if (registry === 'docker.io') return 'https://registry-1.docker.io';
  return `${isLoopback(registry) ? 'http' : 'https'}://${registry}`;
}

/** Builders, too, take a registry on this machine for one without TLS. */
const isLoopback = (host: string) => /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host);

/** The `Authorization` that a 401 asks for. Source: https://distribution.github.io/distribution/spec/auth/token/. */
async function answerChallenge(
  refused: Response,
  { registry, repository }: ImageReference,
  options: RegistryOptions,
): Promise<string> {
  const challenge = refused.headers.get('www-authenticate') ?? '';
  const { login } = options;
  const basic =
    login === undefined
      ? undefined
      : `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  if (/^basic\b/i.test(challenge)) {
    if (basic === undefined)
      throw new RegistryError(`${registry} wants a login: docker login ${registry} (or podman, buildah).`);
    return basic;
  }
  const part = (name: string) => new RegExp(`[ ,]${name}="([^"]*)"`, 'i').exec(challenge)?.[1];
  const realm = URL.parse(part('realm') ?? '');
  if (!/^bearer\b/i.test(challenge) || realm === null)
    throw new RegistryError(`${registry} asks for a login in a way that is not known here.`);
  // The login goes there, so nobody may read along.
  if (realm.protocol !== 'https:' && !(isLoopback(registry) && isLoopback(realm.host)))
    throw new RegistryError(`${registry} sends logins to ${realm.host} without TLS. Nothing was sent there.`);
  realm.searchParams.set('service', part('service') ?? registry);
  realm.searchParams.set('scope', part('scope') ?? `repository:${repository}:pull`);
  const answer = await get(realm.href, basic === undefined ? {} : { authorization: basic }, options);
  const given = answer.ok ? parseJson(Token, await answer.text()) : undefined;
  const token = given?.token ?? given?.access_token;
  if (token === undefined)
    throw new RegistryError(
      `${realm.host} gave no token for ${repository} (${answer.status}). Log in again: docker login ${registry} (or podman, buildah).`,
    );
  return `Bearer ${token}`;
}

class TooFastError extends RegistryError {
  readonly waitMs: number;

  constructor(host: string, waitMs: number) {
    super(
      `${host} refuses more requests for now (429). Try again later, or log in: logins have higher limits.`,
    );
    this.waitMs = waitMs;
  }
}

/** An answer of any status but 429 and 5xx. */
function get(
  url: string,
  headers: Readonly<Record<string, string>>,
  { sleep: pause = sleep }: RegistryOptions,
): Promise<Response> {
  const { host } = new URL(url);
  const once = async () => {
    const answer = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS) }).catch(
      (cause: unknown) => {
        throw new RegistryError(`${host} does not answer. Is it reachable from here?`, { cause });
      },
    );
    if (answer.status !== 429 && answer.status < 500) return answer;
    await answer.body?.cancel();
    if (answer.status === 429)
      throw new TooFastError(host, Number(answer.headers.get('retry-after') ?? 0) * 1000);
    throw new RegistryError(`${host} answered ${answer.status}. Try again later.`);
  };
  return retry(once, {
    pauseAfter: (error, attempt) => {
      if (attempt >= ATTEMPTS) return undefined;
      const wanted = error instanceof TooFastError ? error.waitMs : 0;
      if (wanted > LONGEST_WAIT_MS) return undefined;
      return Math.max(Number.isNaN(wanted) ? 0 : wanted, 500 * 2 ** attempt);
    },
    sleep: async (ms) => void (await pause(ms)),
  });
}

function parseJson<T>(schema: z.ZodMiniType<T>, text: string): T | undefined {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

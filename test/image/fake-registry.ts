import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import * as z from 'zod/mini';

const LISTENING = z.object({ port: z.int() });

export interface FakeRegistry {
  /** Host and port. */
  readonly host: string;
  /** Manifests by `<repository>:<tag>`. */
  readonly manifests: Map<string, string>;
  /** Requests that are refused for their rate before one is let through. */
  refuseNext: number;
  /** What `docker-content-digest` says; undefined: the truth. */
  lie: string | undefined;
  /** Sent in place of the usual challenge. */
  challenge: string | undefined;
  readonly requests: string[];
  stop(): Promise<void>;
}

const LOGIN = 'Basic b2JhbWE6czNjcmV0OnBhc3M=';
/** The login that a repository below `private/` wants, as Docker keeps it. */
export const AUTH = LOGIN.slice('Basic '.length);
export const PASSWORD = 's3cret:pass';

export const digestOf = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** An index of images for these platforms. */
export function indexFor(...platforms: readonly string[]): string {
  const manifests = platforms.map((platform) => {
    const [os = '', architecture = ''] = platform.split('/');
    return { digest: digestOf(platform), platform: { os, architecture } };
  });
  return JSON.stringify({ schemaVersion: 2, manifests });
}

/** One image whose configuration has this digest. */
export const imageWith = (config: string) => JSON.stringify({ schemaVersion: 2, config: { digest: config } });

/**
 * A registry that speaks the distribution API as Docker Hub and OCI's do: nothing without a token, a token for one
 * repository, and for `private/` only with a login.
 */
export async function startFakeRegistry(): Promise<FakeRegistry> {
  const manifests = new Map<string, string>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    const { status, headers = {}, body = '' } = answer(request);
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${LISTENING.parse(server.address()).port}`;
  const registry: FakeRegistry = {
    host,
    manifests,
    requests,
    refuseNext: 0,
    lie: undefined,
    challenge: undefined,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };

  function answer(request: IncomingMessage): {
    status: number;
    headers?: Record<string, string>;
    body?: string;
  } {
    const url = new URL(request.url ?? '', `http://${host}`);
    if (registry.refuseNext > 0) {
      registry.refuseNext -= 1;
      return {
        status: 429,
        headers: { 'retry-after': '0' },
        body: '{"errors":[{"code":"TOOMANYREQUESTS"}]}',
      };
    }
    if (url.pathname === '/token') {
      const repository = /^repository:(.+):pull$/.exec(url.searchParams.get('scope') ?? '')?.[1] ?? '';
      const isAllowed = !repository.startsWith('private/') || request.headers.authorization === LOGIN;
      if (!isAllowed) return { status: 401, body: '{"details":"incorrect username or password"}' };
      return { status: 200, body: JSON.stringify({ token: `for-${repository}`, expires_in: 300 }) };
    }
    const [, repository = '', tag = ''] = /^\/v2\/(.+)\/manifests\/(.+)$/.exec(url.pathname) ?? [];
    if (request.headers.authorization !== `Bearer for-${repository}`) {
      const usual = `Bearer realm="http://${host}/token",service="${host}",scope="repository:${repository}:pull"`;
      return { status: 401, headers: { 'www-authenticate': registry.challenge ?? usual } };
    }
    const content = manifests.get(`${repository}:${tag}`);
    if (content === undefined) return { status: 404, body: '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}' };
    // A registry gives the first image of an index to a caller that does not name the index's types.
    if (!String(request.headers.accept).includes('application/vnd.oci.image.index.v1+json'))
      return { status: 200, body: imageWith(digestOf('first')) };
    return {
      status: 200,
      headers: { 'docker-content-digest': registry.lie ?? digestOf(content) },
      body: content,
    };
  }
  return registry;
}

import { createHash, createVerify, type KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';

export interface FakeSecret {
  /** Undefined: being deleted. */
  content: string | undefined;
  id?: string;
  clan?: string;
}

/** What a test sees and changes of OCI: a vault, a queue, invocations; every request must be signed right. */
export interface FakeOci {
  readonly url: string;
  readonly secrets: Map<string, FakeSecret>;
  readonly queue: { content: string; receipt: string; deliveryCount?: unknown }[];
  /** Calls of functions: id, body, headers. */
  readonly invoked: { id: string; type: string | undefined; body: string }[];
  /** What a function answers. */
  answer: (id: string, body: string) => string;
  /** Every request, as `METHOD path`, in order. */
  readonly requests: string[];
  /** Bodies of requests that change something, as parsed JSON. */
  readonly changes: { path: string; body: unknown }[];
  /** Answers the next requests with these statuses instead, with the bodies that OCI sends with them. */
  readonly failNext: number[];
  /** What was wrong with signatures; OCI says only that something was. */
  readonly refusals: string[];
  /** Whether the caller may list secrets. */
  mayList: boolean;
  /** Nothing is answered before so many requests are under way, once; 1 at first. */
  together: number;
  /** Only tokens in here are accepted; empty: any. */
  readonly acceptedTokens: Set<string>;
  stop(): Promise<void>;
}

type Oci = Omit<FakeOci, 'url' | 'stop'>;

export async function startFakeOci(publicKey: KeyObject): Promise<FakeOci> {
  const server = createServer();
  let under = 0;
  const oci: Oci = {
    secrets: new Map(),
    queue: [],
    invoked: [],
    answer: () => '{"ok":true}',
    requests: [],
    changes: [],
    failNext: [],
    refusals: [],
    mayList: true,
    together: 1,
    acceptedTokens: new Set(),
  };
  server.on('request', async (request, response) => {
    under += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    if (under >= oci.together) oci.together = 1;
    while (under < oci.together) await new Promise((resolve) => setImmediate(resolve));
    under -= 1;
    const { status, json, headers } = answer(oci, publicKey, request, body);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(json === undefined ? '' : JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return Object.assign(oci, {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
}

function answer(oci: Oci, publicKey: KeyObject, request: IncomingMessage, body: string): Answer {
  const url = new URL(request.url ?? '/', 'http://oci.test');
  const route = `${request.method} ${url.pathname}`;
  oci.requests.push(route);
  const failure = oci.failNext.shift();
  if (failure !== undefined) return refusal(failure);
  const problem = signatureProblem(request, body, publicKey, oci.acceptedTokens);
  if (problem !== undefined) {
    oci.refusals.push(problem);
    return refusal(401);
  }

  if (route === 'POST /20190301/secretbundles/actions/getByName') return readSecret(oci, url);
  if (route === 'GET /20180608/secrets') return listSecrets(oci, url);
  const secretChange = /^\/20180608\/secrets\/([^/]+)(\/actions\/\w+)?$/.exec(url.pathname);
  if (secretChange !== null) {
    oci.changes.push({ path: route, body: body === '' ? undefined : JSON.parse(body) });
    return { status: 200, json: { id: secretChange[1] } };
  }
  const invocation = /^\/20181201\/functions\/([^/]+)\/actions\/invoke$/.exec(url.pathname);
  if (invocation !== null) return invoke(oci, decodeURIComponent(invocation[1] ?? ''), request, body);
  if (/\/messages$/.test(url.pathname)) {
    const messages = oci.queue.map((message) => ({ id: 1, deliveryCount: 1, ...message }));
    return { status: 200, json: { messages } };
  }
  const removal = /\/messages\/([^/]+)$/.exec(url.pathname);
  if (removal !== null && request.method === 'DELETE') {
    const index = oci.queue.findIndex((one) => one.receipt === decodeURIComponent(removal[1] ?? ''));
    if (index >= 0) oci.queue.splice(index, 1);
    return { status: 204 };
  }
  return refusal(404);
}

/**
 * Bodies as public issues quote them: 401 and 404 in hitrov/oci-arm-host-capacity#72, 429 in zoom/karpenter-oci#52,
 * 400 in oracle-quickstart/oci-redis#9.
 * Codes of 5xx as in Oracle's "API Errors".
 */
const BODIES: Readonly<Record<number, { code: string; message: string }>> = {
  400: { code: 'InvalidParameter', message: 'Invalid availabilityDomain.' },
  401: {
    code: 'NotAuthenticated',
    message: 'The required information to complete authentication was not provided or was incorrect.',
  },
  404: {
    code: 'NotAuthorizedOrNotFound',
    message: 'Authorization failed or requested resource not found.',
  },
  429: { code: 'TooManyRequests', message: 'Too many requests for the user' },
  500: { code: 'InternalServerError', message: 'Internal error occurred' },
  503: { code: 'ServiceUnavailable', message: 'The service is currently unavailable.' },
};

export function refusal(status: number): Answer {
  return { status, json: BODIES[status], headers: { 'opc-request-id': 'F50A80586E8845FA/6DD1F2219DCF9C63' } };
}

function readSecret(oci: Oci, url: URL): Answer {
  const secret = oci.secrets.get(url.searchParams.get('secretName') ?? '');
  if (secret?.content === undefined) return refusal(404);
  const content = Buffer.from(secret.content).toString('base64');
  return { status: 200, json: { secretBundleContent: { contentType: 'BASE64', content } } };
}

function invoke(oci: Oci, id: string, request: IncomingMessage, body: string): Answer {
  const type = header(request, 'fn-invoke-type');
  oci.invoked.push({ id, type, body });
  return type === 'detached' ? { status: 202 } : { status: 200, json: JSON.parse(oci.answer(id, body)) };
}

/** Two a page, so that a test with three sees the paging. */
function listSecrets(oci: Oci, url: URL): Answer {
  if (!oci.mayList) return { status: 404, json: { code: 'NotAuthorizedOrNotFound' } };
  const wanted = url.searchParams.get('lifecycleState');
  const from = Number(url.searchParams.get('page') ?? 0);
  const secrets = [...oci.secrets].map(([secretName, secret]) => ({
    id: secret.id ?? `ocid1.vaultsecret.${secretName}`,
    secretName,
    lifecycleState: secret.content === undefined ? 'PENDING_DELETION' : 'ACTIVE',
    freeformTags: secret.clan === undefined ? {} : { clan: secret.clan },
  }));
  const all = secrets.filter(({ lifecycleState }) => wanted === null || lifecycleState === wanted);
  const more = from + 2 < all.length;
  return {
    status: 200,
    json: all.slice(from, from + 2),
    headers: more ? { 'opc-next-page': String(from + 2) } : {},
  };
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Checks the signature as OCI documents it, with node:crypto: independent of the package that made it. */
export function signatureProblem(
  request: IncomingMessage,
  body: string,
  publicKey: KeyObject,
  acceptedTokens: ReadonlySet<string>,
): string | undefined {
  const authorization = header(request, 'authorization') ?? '';
  const parts = Object.fromEntries(
    [...authorization.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  const names = (parts['headers'] ?? '').toLowerCase().split(' ');
  const wanted = ['x-date', '(request-target)', 'host'];
  if (request.method !== 'GET' && request.method !== 'DELETE') {
    wanted.push('content-type', 'content-length', 'x-content-sha256');
  }
  const unsigned = wanted.find((name) => !names.includes(name));
  if (unsigned !== undefined) return `${unsigned} is not signed`;
  const token = (parts['keyId'] ?? '').replace(/^ST\$/, '');
  if (acceptedTokens.size > 0 && !acceptedTokens.has(token)) return 'the token is not the current one';
  const digest = createHash('sha256').update(body).digest('base64');
  if (names.includes('x-content-sha256') && header(request, 'x-content-sha256') !== digest) return 'digest';
  if (Math.abs(Date.now() - Date.parse(header(request, 'x-date') ?? '')) > 300_000) return 'date';
  const text = names
    .map((name: string) =>
      name === '(request-target)'
        ? `(request-target): ${request.method?.toLowerCase()} ${request.url}`
        : `${name}: ${header(request, name)}`,
    )
    .join('\n');
  const good = createVerify('RSA-SHA256')
    .update(text)
    .verify(publicKey, parts['signature'] ?? '', 'base64');
  return good ? undefined : 'the signature does not match';
}

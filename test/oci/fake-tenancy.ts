import type { KeyObject } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { refusal, signatureProblem } from './fake-oci.ts';
import type { World } from './tenancy-world.ts';

/** What a test sees and changes of the control planes of OCI. Every request must be signed right. */
export interface FakeTenancy {
  readonly url: string;
  /** What there is; a test changes it before it looks. */
  world: World;
  /** Answers what begins with this path (without version) so: a status with OCI's body, or one of the unkind ways. */
  readonly refuse: Map<string, number | 'never' | 'html' | 'hang-up' | 'half'>;
  /** Every request, as `METHOD path`, in order. */
  readonly requests: string[];
  /** Bodies of calls of functions. */
  readonly invoked: string[];
  /** What was wrong with signatures; OCI says only that something was. */
  readonly refusals: string[];
  /** What /health answers. */
  health: number;
  stop(): Promise<void>;
}

/** So few a page that every list of a platform has more than one. */
const PAGE = 2;

interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly headers?: Record<string, string>;
}

export async function startFakeTenancy(publicKey: KeyObject, world: World): Promise<FakeTenancy> {
  const server = createServer();
  const fake: Omit<FakeTenancy, 'url' | 'stop'> = {
    world,
    refuse: new Map(),
    requests: [],
    invoked: [],
    refusals: [],
    health: 200,
  };
  server.on('request', async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const url = new URL(request.url ?? '/', 'http://oci.test');
    const path = url.pathname.replace(/^\/\d{8}(?=\/)/, '');
    fake.requests.push(`${request.method} ${path}`);
    if (path === '/gateway/health') return void response.writeHead(fake.health).end('{}');
    if (path === '/discord/applications/@me') return void discord(fake.world, request, response);
    const way = [...fake.refuse].find(([start]) => path.startsWith(start))?.[1];
    if (way === 'never') return;
    if (way === 'hang-up') return void request.socket.destroy();
    if (way === 'html') {
      return void response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad Gateway</html>');
    }
    if (way === 'half') {
      return void response.writeHead(200, { 'content-type': 'application/json' }).end('[{"id": "ocid1');
    }
    const problem = signatureProblem(request, body, publicKey, new Set());
    if (problem !== undefined) fake.refusals.push(problem);
    const { status, json, headers } =
      problem !== undefined
        ? refusal(401)
        : way === undefined
          ? answer(fake, request, url, path, body)
          : refusal(way);
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(json === undefined ? '' : JSON.stringify(json));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return Object.assign(fake, {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  });
}

function discord(world: World, request: IncomingMessage, response: import('node:http').ServerResponse): void {
  const known = request.headers.authorization === `Bot ${world.botToken}`;
  response.writeHead(known ? 200 : 401, { 'content-type': 'application/json' });
  response.end(JSON.stringify(known ? world.discordApplication : { message: '401: Unauthorized', code: 0 }));
}

function answer(
  fake: Omit<FakeTenancy, 'url' | 'stop'>,
  request: IncomingMessage,
  url: URL,
  path: string,
  body: string,
): Answer {
  const { world } = fake;
  const one = (found: unknown): Answer => (found === undefined ? refusal(404) : { status: 200, json: found });
  const segments = path.split('/').slice(1).map(decodeURIComponent);
  const [first = '', second = '', third = '', fourth = ''] = segments;
  if (first === 'functions' && third === 'actions') {
    if (request.method !== 'POST' || !world.functions.some((each) => each['id'] === second))
      return refusal(404);
    fake.invoked.push(body);
    return { status: 200, json: world.provisionAnswer };
  }
  // Everything else only looks.
  if (request.method !== 'GET') return refusal(404);
  // The one list without pages.
  if (first === 'tenancies')
    return second === world.tenancy ? { status: 200, json: world.regions } : refusal(404);
  if (first === 'compartments') return one(world.compartments.find((each) => each['id'] === second));
  if (first === 'groups' && second !== '') return one(world.groups.find((each) => each['id'] === second));
  if (first === 'services') return one(world.limits[`${second}/${fourth}`]);
  if (first === 'secretbundles') {
    const content = world.contents[second];
    const encoded = Buffer.from(content ?? '').toString('base64');
    return one(
      content === undefined
        ? undefined
        : { secretId: second, secretBundleContent: { contentType: 'BASE64', content: encoded } },
    );
  }
  if (first === 'httpMonitors' && second !== '')
    return one(world.httpMonitors.find((each) => each['id'] === second));
  return list(world, segments, url);
}

/** Lists as the services ask for them: by compartment (or application), else 400. */
function list(world: World, [first = '', second = '']: string[], url: URL): Answer {
  const by = first === 'functions' ? 'applicationId' : 'compartmentId';
  const where = url.searchParams.get(by);
  if (where === null || where === '') return refusal(400);
  const known = first === 'functions' ? world.applications : [...world.compartments, { id: world.tenancy }];
  if (!known.some((each) => each['id'] === where)) return refusal(404);
  const all: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
    policies: world.policies,
    dynamicGroups: world.dynamicGroups,
    userGroupMemberships: world.memberships,
    natGateways: world.natGateways,
    vaults: world.vaults,
    keys: world.keys,
    autonomousDatabases: world.databases,
    queues: world.queues,
    applications: world.applications,
    functions: world.functions,
    gateways: world.gateways,
    deployments: world.deployments,
    'container/images': world.images,
    secrets: world.secrets,
    httpMonitors: world.httpMonitors,
    schedules: world.schedules,
  };
  const found = all[first] ?? all[`${first}/${second}`];
  if (found === undefined) return refusal(404);
  const rows = found.filter((row) => row[by] === where || first === 'userGroupMemberships');
  const inCollection = ['queues', 'gateways', 'deployments', 'container', 'schedules'].includes(first);
  return listed(rows, url, inCollection);
}

function listed(rows: readonly unknown[], url: URL, inCollection = false): Answer {
  const from = Number(url.searchParams.get('page') ?? 0);
  const items = rows.slice(from, from + PAGE);
  const more = from + PAGE < rows.length;
  return {
    status: 200,
    json: inCollection ? { items } : items,
    headers: more ? { 'opc-next-page': String(from + PAGE) } : {},
  };
}

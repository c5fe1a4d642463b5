import { createServer as createHttpServer } from 'node:http';
import { createServer as createTcpServer, type Server } from 'node:net';

/** A service that costs next to nothing, so that what calls it is measured and not the service. */
export interface StandIn {
  readonly url: string;
  /** Requests so far. */
  readonly count: () => number;
  readonly stop: () => void;
}

const ACCEPTED = 'HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n';

/** A Functions API that accepts every call once it has come whole. Reads just enough of HTTP for that. */
export async function startStandInFunctionsApi(): Promise<StandIn> {
  let count = 0;
  const server = createTcpServer({ noDelay: true }, (socket) => {
    let missing = 0;
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      if (missing === 0) missing = lengthOf(chunk);
      missing -= chunk.length;
      if (missing > 0) return;
      count += 1;
      socket.write(ACCEPTED);
    });
  });
  return { url: await listen(server), count: () => count, stop: () => server.close() };
}

/** Bytes of a request whose head came in one piece. */
function lengthOf(chunk: Buffer): number {
  const head = chunk.indexOf('\r\n\r\n');
  const length = /^content-length: *(\d+)/im.exec(chunk.toString('latin1', 0, head))?.[1];
  if (head < 0 || length === undefined)
    throw new Error('The stand-in needs a whole head with a content-length.');
  return head + 4 + Number(length);
}

/** A Discord that likes whatever it is sent. */
export interface StandInDiscord extends StandIn {
  /** Resolves when the next request has come whole. */
  readonly next: () => Promise<void>;
}

/** `onPath`: hears the path of every request that has come whole. */
export async function startStandInDiscord(
  onPath: (path: string) => void = () => {},
): Promise<StandInDiscord> {
  let count = 0;
  let arrived = () => {};
  const server = createHttpServer((incoming, outgoing) => {
    incoming.resume();
    incoming.on('end', () => {
      count += 1;
      onPath(incoming.url ?? '');
      arrived();
      outgoing.writeHead(200, { 'Content-Type': 'application/json' });
      outgoing.end('{"id":"1300000000000000001"}');
    });
  });
  return {
    url: await listen(server),
    count: () => count,
    next: () =>
      new Promise((resolve) => {
        arrived = resolve;
      }),
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A role of every group of the stand-in, with its rank. */
export interface StandInRole {
  readonly id: string;
  readonly name: string;
  readonly rank: number;
}

/**
 * A Roblox in which everybody is in every group and has the role `roleId`: it answers the three reads of one member
 * (the group's roles, their membership, their account), and 404 otherwise.
 */
export async function startStandInRoblox(
  roles: readonly StandInRole[],
  { roleId, nameOf }: { readonly roleId: string; readonly nameOf: (userId: string) => string },
): Promise<StandIn> {
  let count = 0;
  const groupRoles = roles.map(({ id, name, rank }) => ({ id, displayName: name, rank }));
  const answerTo = (url: URL): object | undefined => {
    const [, group, what] = /^\/cloud\/v2\/groups\/(\d+)\/(roles|memberships)$/.exec(url.pathname) ?? [];
    if (what === 'roles') return { groupRoles };
    if (what === 'memberships') {
      const [, user] = /^user == '(users\/\d+)'$/.exec(url.searchParams.get('filter') ?? '') ?? [];
      const role = `groups/${group}/roles/${roleId}`;
      const membership = { path: `groups/${group}/memberships/bench`, user, role, roles: [role] };
      return user === undefined ? undefined : { groupMemberships: [membership] };
    }
    const [, id] = /^\/cloud\/v2\/users\/(\d+)$/.exec(url.pathname) ?? [];
    return id === undefined ? undefined : { id, name: nameOf(id) };
  };
  const server = createHttpServer((incoming, outgoing) => {
    incoming.resume();
    incoming.on('end', () => {
      count += 1;
      const answer = answerTo(new URL(incoming.url ?? '/', 'http://stand-in'));
      outgoing.writeHead(answer === undefined ? 404 : 200, { 'Content-Type': 'application/json' });
      outgoing.end(
        JSON.stringify(answer ?? { code: 'NOT_FOUND', message: 'The stand-in has no such thing.' }),
      );
    });
  });
  return {
    url: await listen(server),
    count: () => count,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The stand-in got no TCP port.');
  return `http://127.0.0.1:${address.port}`;
}

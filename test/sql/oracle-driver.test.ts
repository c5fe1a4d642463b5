import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { type Database, sql } from '../../shared/database/database.ts';
import { DatabaseError } from '../../shared/database/errors.ts';
import { openOracle } from '../../shared/database/oracle.ts';

// node-oracledb itself in thin mode, as far as it goes without a database.

const PASSWORD = 'correct-horse-battery';
const ONE = sql`SELECT 1 AS one FROM dual`;
const sockets: Socket[] = [];
const servers: Server[] = [];

/** A port on the loopback interface that does this with whoever connects. */
async function port(onConnect: (socket: Socket) => void): Promise<number> {
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    onConnect(socket);
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function closedPort(): Promise<number> {
  const free = await port(() => undefined);
  const server = servers.pop();
  server?.close();
  return free;
}

/** What Oracle's listener answers instead of a session: a TNS REFUSE packet. */
function refusal(code: number): Buffer {
  const text = Buffer.from(
    `(DESCRIPTION=(TMP=)(VSNNUM=0)(ERR=${code})(ERROR_STACK=(ERROR=(CODE=${code})(EMFI=4))))`,
  );
  const packet = Buffer.alloc(12 + text.length);
  packet.writeUInt16BE(packet.length, 0);
  packet.writeUInt8(4, 4);
  packet.writeUInt16BE(text.length, 10);
  text.copy(packet, 12);
  return packet;
}

async function failure(connectString: string): Promise<DatabaseError> {
  let db: Database | undefined;
  try {
    const location = { user: 'tophat', password: PASSWORD, connectString };
    db = await openOracle(location, { connectTimeoutSeconds: 1 });
    await db.query(z.object({ one: z.int() }), ONE);
  } catch (error) {
    if (error instanceof DatabaseError) return error;
    throw error;
  } finally {
    await db?.close();
  }
  throw new Error('It connected.');
}

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});

describe('a database that cannot be reached says so', () => {
  it('when nothing listens on the port', async () => {
    const error = await failure(`127.0.0.1:${await closedPort()}/clan`);
    expect(error).toMatchObject({ code: 'unreachable', engineCode: 'NJS-503', retryable: true });
  });

  it('when the host does not exist', async () => {
    expect(await failure('no-such-host.invalid:1521/clan')).toMatchObject({ code: 'unreachable' });
  });

  it('when the port is silent, after the time that a function can spare', async () => {
    const error = await failure(`127.0.0.1:${await port(() => undefined)}/clan`);
    expect(error).toMatchObject({ code: 'unreachable', engineCode: 'NJS-510' });
  });

  it('when it hangs up at once', async () => {
    expect(await failure(`127.0.0.1:${await port((socket) => socket.destroy())}/clan`)).toMatchObject({
      code: 'unreachable',
    });
  });

  it('when the listener does not know the service', async () => {
    const listener = await port((socket) => socket.on('data', () => socket.end(refusal(12514))));
    expect(await failure(`127.0.0.1:${listener}/clan`)).toMatchObject({
      code: 'unreachable',
      engineCode: 'NJS-518',
    });
  });

  it('when the listener has no session left', async () => {
    const listener = await port((socket) => socket.on('data', () => socket.end(refusal(12519))));
    const error = await failure(`127.0.0.1:${listener}/clan`);
    expect(error).toMatchObject({ code: 'unreachable', engineCode: 'ORA-12519' });
  });

  it('when what answers speaks no TLS (walletless connection of an Autonomous Database)', async () => {
    const plain = await port((socket) =>
      socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
    );
    expect(await failure(`tcps://127.0.0.1:${plain}/clan`)).toMatchObject({ code: 'unreachable' });
  });

  it('when the wallet of the connect string is not there (mutual TLS)', async () => {
    const error = await failure(
      `tcps://127.0.0.1:${await closedPort()}/clan?wallet_location=/no/such/wallet`,
    );
    expect(error).toMatchObject({ code: 'unreachable' });
  });

  it.each(['localhost:port/clan', '(DESCRIPTION=(ADDRESS=', 'no_alias_of_tnsnames'])(
    'when the connect string is wrong: %s',
    async (connectString) => {
      expect(await failure(connectString)).toMatchObject({ code: 'unreachable' });
    },
  );
});

describe('one attempt', () => {
  it("is made, whatever an Autonomous Database's own connect string says about retries", async () => {
    let attempts = 0;
    const hangUp = await port((socket) => {
      attempts += 1;
      socket.destroy();
    });
    await failure(
      `(description=(retry_count=20)(retry_delay=3)(address=(protocol=tcp)(port=${hangUp})(host=127.0.0.1))` +
        '(connect_data=(service_name=clan)))',
    );
    expect(attempts).toBe(1);
  });

  it('shows no password, in whatever way its error is printed', async () => {
    const error = await failure(`127.0.0.1:${await closedPort()}/clan`);
    expect(`${inspect(error, { depth: 9 })} ${JSON.stringify(error)} ${error.stack}`).not.toContain(PASSWORD);
  });

  it('of many pieces of work at once fails each of them, and the next one is a new attempt', async () => {
    let attempts = 0;
    const hangUp = await port((socket) => {
      attempts += 1;
      socket.destroy();
    });
    const location = { user: 'tophat', password: PASSWORD, connectString: `127.0.0.1:${hangUp}/clan` };
    const db = await openOracle(location, { connectTimeoutSeconds: 1 });
    const Row = z.object({ one: z.int() });
    const outcomes = await Promise.allSettled([db.query(Row, ONE), db.query(Row, ONE), db.query(Row, ONE)]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['rejected', 'rejected', 'rejected']);
    const before = attempts;
    await expect(db.query(Row, ONE)).rejects.toMatchObject({ code: 'unreachable' });
    expect(attempts).toBeGreaterThan(before);
    await db.close();
  });
});

import type { Server } from 'node:http';

/** Nothing can listen there; the message says why and what to set. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

const REASONS: Readonly<Record<string, (port: number, host: string) => string>> = {
  EADDRINUSE: (port, host) => `Port ${port} of ${host} is taken by another program. Stop it, or set PORT.`,
  EACCES: (port) => `Port ${port} may not be taken by this user. Set PORT to one above 1023.`,
  EADDRNOTAVAIL: (_, host) => `HOST: ${host} is no address of this machine. Leave HOST out for 127.0.0.1.`,
  ENOTFOUND: (_, host) => `HOST: ${host} is not known. Leave HOST out for 127.0.0.1.`,
  EAI_AGAIN: (_, host) => `HOST: ${host} is not known. Leave HOST out for 127.0.0.1.`,
};

/** Starts to listen; port 0 takes a free one. Returns the port. Throws `ListenError`. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const reason = 'code' in error ? REASONS[String(error.code)] : undefined;
      reject(reason === undefined ? error : new ListenError(reason(port, host), { cause: error }));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server got no TCP port.');
  return address.port;
}

/** Stops to listen. Requests under way may end for `graceMs`; then every connection is ended. */
export async function closeServer(server: Server, graceMs = 0): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    if (graceMs === 0) server.closeAllConnections();
    else server.closeIdleConnections();
  });
}

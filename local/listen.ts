import type { Server } from 'node:http';

/** The port is taken by another program. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';
}

/** Starts to listen; port 0 takes a free one. Returns the port. Throws `PortInUseError`. */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      if (!('code' in error) || error.code !== 'EADDRINUSE') return reject(error);
      reject(
        new PortInUseError(`Port ${port} of ${host} is taken by another program. Stop it, or set PORT.`),
      );
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

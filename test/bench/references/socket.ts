import { symlinkSync } from 'node:fs';
import type { Server } from 'node:net';
import { basename } from 'node:path';

/** Serves the socket that Fn would name, and lets it appear when it can be connected to, as the FDK does. */
export function whenListening(server: Pick<Server, 'listen'>): void {
  const path = (process.env['FN_LISTENER'] ?? '').slice('unix:'.length);
  server.listen(`${path}.tmp`, () => symlinkSync(`${basename(path)}.tmp`, path));
}

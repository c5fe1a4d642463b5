// Synchronous on purpose: one look at the disk, by the front door too.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The clan is not served, since what it is set up with cannot be used. */
export class ClanStoppedError extends Error {
  override readonly name = 'ClanStoppedError';
}

/**
 * Where the platform of one machine writes which clans it does not serve: a file each, named by the clan, with the
 * reasons in lines.
 */
export function stoppedClansIn(dataDir: string): string {
  return join(dataDir, 'stopped');
}

/** Whether the platform of one machine does not serve this clan. */
export function isStoppedClan(dataDir: string, clan: string): boolean {
  return existsSync(join(stoppedClansIn(dataDir), clan));
}

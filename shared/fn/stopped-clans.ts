import { isStoppedClan } from '../clans/stopped-clans.ts';
import type { Environment } from '../platform/environment.ts';

/** Tells which clans are not served, since what they are set up with cannot be used: on one machine only. */
export function stoppedClans({
  registry,
  dataDir,
}: Pick<Environment, 'registry' | 'dataDir'>): (clan: string) => boolean {
  return registry.kind === 'files' ? (clan) => isStoppedClan(dataDir, clan) : () => false;
}

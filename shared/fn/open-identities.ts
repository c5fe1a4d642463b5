import { findClanFile, identityIn } from '../clans/clan-files.ts';
import type { ClanRegistry } from '../clans/clan-record.ts';
import type { Environment } from './environment.ts';

/** The one look-up of the front door: who a clan is, without its secrets and without what reading those takes. */
export async function openIdentities(environment: Environment): Promise<ClanRegistry['identity']> {
  const { registry } = environment;
  if (registry.kind === 'vault') {
    const { createVaultRegistry } = await import('../oci/sdk.ts');
    return createVaultRegistry(environment).identity;
  }
  return async (applicationId) => {
    const file = findClanFile(registry.directory, applicationId);
    return file === undefined ? undefined : identityIn(file);
  };
}

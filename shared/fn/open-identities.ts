import { findClanFile, identityIn, listClanFiles } from '../clans/clan-files.ts';
import type { IdentitySource } from '../clans/known-clans.ts';
import type { Environment } from '../platform/environment.ts';

/** Where the front door finds who a clan is, without its secrets and without what reading those takes. */
export async function openIdentities(environment: Environment): Promise<IdentitySource> {
  const { registry } = environment;
  if (registry.kind === 'vault') {
    const { openVaultIdentities } = await import('../oci/sdk.ts');
    return openVaultIdentities(environment);
  }
  return {
    list: async (found) => {
      for (const applicationId of listClanFiles(registry.directory)) found(applicationId);
    },
    find: async (applicationId) => {
      const file = findClanFile(registry.directory, applicationId);
      return file === undefined ? undefined : identityIn(file);
    },
  };
}

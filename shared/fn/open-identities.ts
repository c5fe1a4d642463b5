import { findClanFile, identityIn, readIdentities } from '../clans/clan-files.ts';
import type { ClanIdentity, ClanRegistry } from '../clans/clan-record.ts';
import type { Environment } from '../platform/environment.ts';

/** The one look-up of the front door: who a clan is, without its secrets and without what reading those takes. */
export interface Identities {
  readonly find: ClanRegistry['identity'];
  /**
   * The clans to have in memory from the start, so that a flood of forged ids cannot come before their first
   * request. All of them in files, which one look-up reads as well; none of a vault, where each takes a call.
   */
  readonly known: readonly ClanIdentity[];
}

/** `onProblem` is told of files that cannot be read. Throws `ClanRegistryError` when their directory cannot. */
export async function openIdentities(
  environment: Environment,
  onProblem: (message: string) => void,
): Promise<Identities> {
  const { registry } = environment;
  if (registry.kind === 'vault') {
    const { createVaultRegistry } = await import('../oci/sdk.ts');
    return { find: createVaultRegistry(environment).identity, known: [] };
  }
  const find: ClanRegistry['identity'] = async (applicationId) => {
    const file = findClanFile(registry.directory, applicationId);
    return file === undefined ? undefined : identityIn(file);
  };
  return { find, known: readIdentities(registry.directory, onProblem) };
}

import common from 'oci-common';

/** Who this process is for OCI, and in which region it works. */
export interface Credentials {
  readonly provider: common.AuthenticationDetailsProvider;
  readonly region: common.Region;
  /** Reads the token and the key again, after OCI refused them. */
  readonly refresh: () => Promise<void>;
}

/** There are no usable OCI credentials. The message holds none. */
export class CredentialsError extends Error {
  override readonly name = 'CredentialsError';
}

/**
 * Inside a function its resource principal (token and key in files that OCI renews), elsewhere the operator's
 * `~/.oci/config` (`OCI_CONFIG_FILE`, `OCI_CONFIG_PROFILE`). Throws `CredentialsError`.
 */
export function findCredentials(variables: Readonly<Record<string, string | undefined>>): Credentials {
  try {
    if (variables['OCI_RESOURCE_PRINCIPAL_VERSION'] !== undefined) {
      const provider = common.ResourcePrincipalAuthenticationDetailsProvider.builder();
      return {
        provider,
        region: provider.getRegion(),
        refresh: async () => void (await provider.refresh()),
      };
    }
    const provider = new common.ConfigFileAuthenticationDetailsProvider(
      variables['OCI_CONFIG_FILE'],
      variables['OCI_CONFIG_PROFILE'],
    );
    return { provider, region: provider.getRegion(), refresh: async () => undefined };
  } catch (error) {
    throw new CredentialsError(
      'No OCI credentials: a function has them as its resource principal, anybody else in ~/.oci/config ' +
        '(run "oci setup config", or set OCI_CONFIG_FILE and OCI_CONFIG_PROFILE).',
      { cause: error },
    );
  }
}

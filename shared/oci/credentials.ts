import common from 'oci-common';
import { CredentialsError } from './credentials-error.ts';

/** Who this process is for OCI, and in which region it works. */
export interface Credentials {
  readonly provider: common.AuthenticationDetailsProvider;
  readonly region: common.Region;
  /** Reads the token and the key again, after OCI refused them. */
  readonly refresh: () => Promise<void>;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Inside a function its resource principal (token and key in files that OCI renews), elsewhere the operator's profile.
 * Throws `CredentialsError`.
 */
export function findCredentials(variables: Variables): Credentials {
  if (variables['OCI_RESOURCE_PRINCIPAL_VERSION'] === undefined) {
    const provider = openProfile(variables);
    return { provider, region: provider.getRegion(), refresh: async () => undefined };
  }
  try {
    const provider = common.ResourcePrincipalAuthenticationDetailsProvider.builder();
    return {
      provider,
      region: provider.getRegion(),
      refresh: async () => void (await provider.refresh()),
    };
  } catch (error) {
    throw new CredentialsError('The resource principal of this function cannot be used.', { cause: error });
  }
}

/**
 * A profile of OCI's configuration file, with an API key or with the session token of `oci session authenticate`. The
 * file: `OCI_CONFIG_FILE`, then the OCI CLI's `OCI_CLI_CONFIG_FILE`, then `~/.oci/config`. (Oracle's package would take
 * a file in the home directory before `OCI_CONFIG_FILE`, so the path is passed to it.) The profile: the one given, then
 * `OCI_CONFIG_PROFILE`, `OCI_CLI_PROFILE`, DEFAULT. Throws `CredentialsError`, whose message holds nothing of the file.
 */
export function openProfile(
  variables: Variables,
  profile = variables['OCI_CONFIG_PROFILE'] ?? variables['OCI_CLI_PROFILE'] ?? 'DEFAULT',
): common.ConfigFileAuthenticationDetailsProvider {
  const file = variables['OCI_CONFIG_FILE'] ?? variables['OCI_CLI_CONFIG_FILE'] ?? '~/.oci/config';
  if (!common.ConfigFileReader.fileExists(file)) {
    throw new CredentialsError(
      `No OCI credentials: ${file} is not there. Run "oci setup config", or set OCI_CONFIG_FILE (and OCI_CONFIG_PROFILE).`,
    );
  }
  try {
    const config = common.ConfigFileReader.parseFileFromPath(file, profile);
    const Provider = config.get('security_token_file')
      ? common.SessionAuthDetailProvider
      : common.ConfigFileAuthenticationDetailsProvider;
    return new Provider(file, profile);
  } catch (error) {
    throw new CredentialsError(
      `No OCI credentials: the profile ${profile} in ${file} cannot be used. It needs tenancy, region, fingerprint, ` +
        'key_file (which must be there), and user or security_token_file; "oci setup config" writes one.',
      { cause: error },
    );
  }
}

/** The user whose profile it is; of a session, the one that its token names. Undefined: unknown. */
export async function userOf(
  provider: common.ConfigFileAuthenticationDetailsProvider,
): Promise<string | undefined> {
  const user = provider.getUser();
  if (user !== '') return user;
  const [, claims = ''] = (await provider.getKeyId()).split('.');
  try {
    const parsed: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
    if (typeof parsed !== 'object' || parsed === null || !('sub' in parsed)) return undefined;
    return typeof parsed.sub === 'string' ? parsed.sub : undefined;
  } catch {
    // Not a token of three parts: OCI will say what it thinks of it.
    return undefined;
  }
}

// A file of its own: OCI's SDK, which credentials need, cannot be loaded by a user without a home directory.

/** There are no usable OCI credentials. The message holds none. */
export class CredentialsError extends Error {
  override readonly name = 'CredentialsError';
}

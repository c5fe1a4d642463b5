/** The registry could not answer: unreachable, or a record in it is malformed. The message holds no secret. */
export class ClanRegistryError extends Error {
  override readonly name = 'ClanRegistryError';
}

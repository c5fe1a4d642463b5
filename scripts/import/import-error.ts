/** The import cannot go on. Nothing was changed; the message says why and what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

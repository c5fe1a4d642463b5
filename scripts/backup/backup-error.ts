/** An export cannot be read or does not fit. Nothing was changed; the message says why and what to do. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

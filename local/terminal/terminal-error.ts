/** Something the person at the prompt can fix. The text is shown as it is; nothing was done. */
export class TerminalError extends Error {
  override readonly name = 'TerminalError';
}

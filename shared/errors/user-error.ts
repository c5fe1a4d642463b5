import type { Text } from '../languages/catalogue.ts';

/**
 * Something the member can understand and fix. `text` is what they read, in their language: what happened, what was
 * not changed, what to do next; a plain string is for what only operators read, in English. `code` is short and stable
 * (`not-linked`), for the log and for support. `message` is the English text.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;
  readonly text: Text;

  constructor(code: string, text: string | Text) {
    const read = typeof text === 'string' ? () => text : text;
    super(read('en'));
    this.code = code;
    this.text = read;
  }
}

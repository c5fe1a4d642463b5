import { expect, it } from 'vitest';
import { secretCutter } from './cut-secrets.ts';

const cut = secretCutter(['bot-token', '']);

it.each([
  ['Bot bot-token', 'Bot (cut)'],
  ['/webhooks/1/aW50ZXJhY3Rpb24abc_-9/messages', '/webhooks/1/(cut)/messages'],
  ['/functions/ocid1.fnfunc.local.0123456789abcdef/actions/invoke', '/functions/(cut)/actions/invoke'],
  ['nothing to hide', 'nothing to hide'],
])('%s is shown as %s', (text, shown) => expect(cut(text)).toBe(shown));

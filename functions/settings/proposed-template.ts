import * as z from 'zod/mini';
import { waitingChange } from '../../shared/settings/waiting-change.ts';

/** A template of nicknames that waits for its button. */
export const PROPOSED_TEMPLATE = waitingChange(
  'nickname-template',
  z.object({ id: z.string(), template: z.string() }),
);

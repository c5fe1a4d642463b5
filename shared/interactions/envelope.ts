import * as z from 'zod/mini';

/**
 * An interaction on its way from the front door to a command function: Discord's own signature and the raw
 * text it covers, so that the function can verify both again.
 */
export const Envelope = z.object({
  timestamp: z.string().check(z.regex(/^\d{1,16}$/)),
  signature: z.string().check(z.regex(/^[0-9a-fA-F]{128}$/)),
  body: z.string().check(z.maxLength(1_048_576)),
});
export type Envelope = z.infer<typeof Envelope>;

/** Asks a function to load and do nothing. */
export const WarmUp = z.object({ warm: z.literal(true) });

/** What a command function may be sent. */
export const CommandInput = z.union([WarmUp, Envelope]);

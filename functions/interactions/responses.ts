import { errorText } from '../../shared/errors/error-text.ts';

/** Discord's JSON for the first response to an interaction (API v10, "Interaction response object"). */
export type Response =
  | { readonly type: 1 }
  | { readonly type: 4; readonly data: object }
  | { readonly type: 5; readonly data?: { readonly flags: number } }
  | { readonly type: 6 }
  | { readonly type: 8; readonly data: { readonly choices: readonly Choice[] } }
  | { readonly type: 9; readonly data: object };

export interface Choice {
  readonly name: string;
  readonly value: string;
}

const EPHEMERAL = 64;

export const PONG: Response = { type: 1 };
export const NO_CHOICES: Response = { type: 8, data: { choices: [] } };

/** What is answered when the function that handles the interaction has it, by how its route is declared. */
export const ACKNOWLEDGEMENTS: Readonly<Record<'public' | 'ephemeral' | 'update', Response>> = {
  public: { type: 5 },
  ephemeral: { type: 5, data: { flags: EPHEMERAL } },
  update: { type: 6 },
};

/** A message that only the member sees, in place of an acknowledgement. */
export function refusal(text: string, code: string, interactionId: string): Response {
  const content = errorText(text, code, interactionId);
  return { type: 4, data: { content, flags: EPHEMERAL, allowed_mentions: { parse: [] } } };
}

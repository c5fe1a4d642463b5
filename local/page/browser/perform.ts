import { signal } from '@preact/signals';
import type { Action, ModalInput } from '../protocol.ts';
import { act, messageOf } from './state.ts';

/** A form that the bot opened. */
export interface OpenModal {
  /** The interaction that opened it. */
  readonly from: string;
  readonly title: string;
  readonly inputs: readonly ModalInput[];
}

export const modal = signal<OpenModal | undefined>(undefined);

/**
 * Does something in Discord; a form that opens is shown. Returns what went wrong, for the place where it was done:
 * Discord's own words when the bot did not answer, otherwise why Discord's client would not send it.
 */
export async function perform(action: Action): Promise<string | undefined> {
  try {
    const { interactionId, problem, modal: opened } = await act(action);
    if (problem !== null) return 'The application did not respond.';
    if (opened !== null) modal.value = { from: interactionId, ...opened };
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

import { isObject } from '../../shared/json/json.ts';
import type { Logger } from '../../shared/log/logger.ts';
import type { Invoke } from '../../shared/platform/invoke.ts';
import { type Choice, choicesOf, NO_CHOICES, type Response } from './responses.ts';

/** Discord shows nothing that comes later than 3 s, and a member types on meanwhile. */
const TIMEOUT_MS = 800;
const MAX_CHOICES = 25;

/** Asks a function for choices. */
export type Suggest = (name: string, envelope: string) => Promise<Response>;

/**
 * Calls the function synchronously, 800 ms at most and one call at a time in this process: a member who types while
 * one is under way is offered nothing this once, and so is everybody when the call is late or fails.
 */
export function createSuggest({ invoke, log }: { readonly invoke: Invoke; readonly log: Logger }): Suggest {
  let busy = false;
  return async (name, envelope) => {
    if (busy) return NO_CHOICES;
    busy = true;
    try {
      const outcome = await invoke(name, envelope, { type: 'sync', timeoutMs: TIMEOUT_MS });
      if (outcome.kind === 'accepted') return choicesOf(choicesIn(outcome.body));
      log.warning('No choices', { function: name, reason: outcome.reason });
      return NO_CHOICES;
    } finally {
      busy = false;
    }
  };
}

function choicesIn(text: string): readonly Choice[] {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    // Not JSON: an answer of the platform, not of the function.
    return [];
  }
  const choices = isObject(answer) ? answer['choices'] : undefined;
  return Array.isArray(choices) ? choices.filter(isChoice).slice(0, MAX_CHOICES) : [];
}

function isChoice(value: unknown): value is Choice {
  return isObject(value) && typeof value['name'] === 'string' && typeof value['value'] === 'string';
}

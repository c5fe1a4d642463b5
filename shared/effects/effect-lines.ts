import type { Queryable } from '../database/database.ts';
import type { Message } from '../discord/message.ts';
import { clip, DISCORD_LIMITS, escapeMarkdown } from '../discord/text.ts';
import { type EffectState, effectState } from '../outbox/outbox-store.ts';
import { pausesNow, serviceOf } from './service-pause.ts';

/** An effect whose outcome a reply shows, under this label. */
export interface Shown {
  readonly label: string;
  readonly effectId: string;
}

export interface EffectLines {
  readonly lines: readonly string[];
  /** Whether one of them may still change. */
  readonly waiting: boolean;
}

/**
 * One line for each effect, with a mark: done, failed with the reason, or still to be done, with the pause that keeps
 * it (`now` in Unix milliseconds).
 */
export async function effectLines(q: Queryable, shown: readonly Shown[], now: number): Promise<EffectLines> {
  const lines: string[] = [];
  let waiting = false;
  for (const { label, effectId } of shown) {
    const state = await effectState(q, effectId);
    lines.push((await pausedLine(q, label, state, now)) ?? lineOf(label, state));
    if (state?.status === 'due') waiting = true;
  }
  return { lines, waiting };
}

/** The message with the lines below its text; where it has embeds, below the last one's description. */
export function withEffectLines(message: Message, lines: readonly string[]): Message {
  if (lines.length === 0) return message;
  const last = message.embeds?.at(-1);
  if (message.embeds === undefined || last === undefined) {
    return { ...message, content: below(message.content, lines, DISCORD_LIMITS.content) };
  }
  const description = below(last.description, lines, DISCORD_LIMITS.embedDescription);
  return { ...message, embeds: [...message.embeds.slice(0, -1), { ...last, description }] };
}

/** Undefined: no pause keeps it. */
async function pausedLine(
  q: Queryable,
  label: string,
  state: EffectState | undefined,
  now: number,
): Promise<string | undefined> {
  const service = state?.status === 'due' ? serviceOf(state.kind) : undefined;
  const pause = service === undefined ? undefined : (await pausesNow(q, now)).get(service);
  return pause === undefined ? undefined : `⏳ ${label}: not done yet, will be tried then. ${pause}.`;
}

function lineOf(label: string, state: EffectState | undefined): string {
  const result = escapeMarkdown(clip(state?.result ?? '', 200));
  switch (state?.status) {
    case 'done':
      return result === '' ? `✅ ${label}` : `✅ ${label}: ${result}`;
    case 'failed':
      return `❌ ${label}: ${result}`;
    case 'due':
      return result === ''
        ? `⏳ ${label}: not done yet, will be tried`
        : `⏳ ${label}: not done yet, will be tried again (${result})`;
    case undefined:
      return `❔ ${label}: unknown`;
  }
}

function below(text: string | undefined, lines: readonly string[], max: number): string {
  const added = lines.join('\n');
  const room = max - added.length - 2;
  return clip(text === undefined || text === '' ? added : `${clip(text, Math.max(room, 0))}\n${added}`, max);
}

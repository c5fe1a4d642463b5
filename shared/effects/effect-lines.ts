import type { Queryable } from '../database/database.ts';
import type { Message } from '../discord/message.ts';
import { clip, DISCORD_LIMITS, escapeMarkdown } from '../discord/text.ts';
import { type EffectState, effectStates } from '../outbox/outbox-store.ts';
import { pausesNow, serviceOf } from './service-pause.ts';

/** An effect whose outcome a reply shows, under this label; or several, which it counts. */
export interface Shown {
  readonly label: string;
  readonly effectId: string;
  readonly others?: readonly string[] | undefined;
  readonly afterwards?: boolean | undefined;
}

export interface EffectLines {
  readonly lines: readonly string[];
  /** Whether one of them may still change. */
  readonly waiting: boolean;
}

/**
 * One line for each effect, with a mark: done, failed with the reason, or still to be done, with the pause that keeps
 * it (`now` in Unix milliseconds). `known`: how some of the effects stand; the others are looked up, in one query.
 */
export async function effectLines(
  q: Queryable,
  shown: readonly Shown[],
  { now, known }: { readonly now: number; readonly known?: ReadonlyMap<string, EffectState> | undefined },
): Promise<EffectLines> {
  const ids = shown.flatMap(idsOf);
  const missing = ids.filter((id) => known?.has(id) !== true);
  const read = await effectStates(q, missing);
  const stateOf = (id: string) => known?.get(id) ?? read.get(id);
  // What this delivery has not begun yet needs no reason.
  const kept = ids.some(
    (id) => stateOf(id)?.status === 'due' && (stateOf(id)?.result !== null || read.has(id)),
  );
  const pauses = kept ? await pausesNow(q, now) : new Map<string, string>();
  const lines = shown.map((one) => {
    const states = idsOf(one).map(stateOf);
    const service = states.flatMap((state) =>
      state?.status === 'due' ? (serviceOf(state.kind) ?? []) : [],
    )[0];
    const pause = service === undefined ? undefined : pauses.get(service);
    if (pause !== undefined) return `⏳ ${one.label}: not done yet, will be tried then. ${pause}.`;
    return states.length === 1 ? lineOf(one, states[0]) : countLine(one, states);
  });
  return { lines, waiting: ids.some((id) => stateOf(id)?.status === 'due') };
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

function idsOf({ effectId, others = [] }: Shown): readonly string[] {
  return [effectId, ...others];
}

function lineOf({ label, afterwards }: Shown, state: EffectState | undefined): string {
  const result = escapeMarkdown(clip(state?.result ?? '', 200));
  switch (state?.status) {
    case 'done':
      return result === '' ? `✅ ${label}` : `✅ ${label}: ${result}`;
    case 'failed':
      return `❌ ${label}: ${result}`;
    case 'due':
      if (result === '')
        return afterwards === true ? `⏳ ${label}: on its way` : `⏳ ${label}: not done yet, will be tried`;
      return `⏳ ${label}: not done yet, will be tried again (${result})`;
    case undefined:
      return `❔ ${label}: unknown`;
  }
}

function countLine({ label }: Shown, states: readonly (EffectState | undefined)[]): string {
  const count = (status: EffectState['status']) => states.filter((state) => state?.status === status).length;
  const [done, failed, due] = [count('done'), count('failed'), count('due')];
  const mark = due > 0 ? '⏳' : failed > 0 ? '⚠️' : '✅';
  const parts = [
    done > 0 ? `${done} done` : '',
    failed > 0 ? `${failed} failed` : '',
    due > 0 ? `${due} on their way` : '',
  ];
  return `${mark} ${label}: ${parts.filter((part) => part !== '').join(', ')}`;
}

function below(text: string | undefined, lines: readonly string[], max: number): string {
  const added = lines.join('\n');
  const room = max - added.length - 2;
  return clip(text === undefined || text === '' ? added : `${clip(text, Math.max(room, 0))}\n${added}`, max);
}

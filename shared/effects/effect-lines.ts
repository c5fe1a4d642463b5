import type { Queryable } from '../database/database.ts';
import type { Message } from '../discord/message.ts';
import { clip, DISCORD_LIMITS, escapeMarkdown } from '../discord/text.ts';
import { type EffectState, effectStates } from '../outbox/outbox-store.ts';
import { resultIn } from './result-in.ts';
import { pausesNow, serviceOf } from './service-pause.ts';
import { effectTexts } from './texts.ts';

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
 * it (`now` in Unix milliseconds), in the language of the locale. `known`: how some of the effects stand; the others are looked up, in one query.
 */
export async function effectLines(
  q: Queryable,
  shown: readonly Shown[],
  {
    now,
    known,
    locale,
  }: {
    readonly now: number;
    readonly known?: ReadonlyMap<string, EffectState> | undefined;
    readonly locale?: string | undefined;
  },
): Promise<EffectLines> {
  const ids = shown.flatMap(idsOf);
  const missing = ids.filter((id) => known?.has(id) !== true);
  const read = await effectStates(q, missing);
  const stateOf = (id: string) => known?.get(id) ?? read.get(id);
  // What this delivery has not begun yet needs no reason.
  const kept = ids.some(
    (id) => stateOf(id)?.status === 'due' && (stateOf(id)?.result !== null || read.has(id)),
  );
  const pauses = kept ? await pausesNow(q, now, locale) : new Map<string, string>();
  const lines = shown.map((one) => {
    const states = idsOf(one).map(stateOf);
    const service = states.flatMap((state) =>
      state?.status === 'due' ? (serviceOf(state.kind) ?? []) : [],
    )[0];
    const pause = service === undefined ? undefined : pauses.get(service);
    if (pause !== undefined) return effectTexts(locale).paused(one.label, pause);
    return states.length === 1 ? lineOf(locale, one, states[0]) : countLine(locale, one, states);
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

function lineOf(
  locale: string | undefined,
  { label, afterwards }: Shown,
  state: EffectState | undefined,
): string {
  const texts = effectTexts(locale);
  const result = escapeMarkdown(clip(resultIn(locale, state?.result ?? '', state?.kind), 200));
  switch (state?.status) {
    case 'done':
      return result === '' ? texts.done(label) : texts.doneSo(label, result);
    case 'failed':
      return texts.failed(label, result);
    case 'due':
      if (result === '') return afterwards === true ? texts.onItsWay(label) : texts.open(label);
      return texts.again(label, result);
    case undefined:
      return texts.unknown(label);
  }
}

function countLine(
  locale: string | undefined,
  { label }: Shown,
  states: readonly (EffectState | undefined)[],
): string {
  const texts = effectTexts(locale);
  const count = (status: EffectState['status']) => states.filter((state) => state?.status === status).length;
  const [done, failed, due] = [count('done'), count('failed'), count('due')];
  const mark = due > 0 ? '⏳' : failed > 0 ? '⚠️' : '✅';
  const parts = [
    done > 0 ? texts.countDone(done) : '',
    failed > 0 ? texts.countFailed(failed) : '',
    due > 0 ? texts.countDue(due) : '',
  ];
  return `${mark} ${label}: ${parts.filter((part) => part !== '').join(', ')}`;
}

function below(text: string | undefined, lines: readonly string[], max: number): string {
  const added = lines.join('\n');
  const room = max - added.length - 2;
  return clip(text === undefined || text === '' ? added : `${clip(text, Math.max(room, 0))}\n${added}`, max);
}

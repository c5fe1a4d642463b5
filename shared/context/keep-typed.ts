import { clip, codeBlock } from '../discord/text.ts';
import { UserError } from '../errors/user-error.ts';
import { cleanText } from '../text/typed-text.ts';
import type { Answer, CommandContext, Reply } from './command-context.ts';
import { contextTexts } from './texts.ts';

/** With the longest error before it, this still fits a message. */
const MOST_SHOWN = 1000;
const MOST_BEFORE = 850;

/**
 * The handler, whose refusals (`UserError`) also show what was typed into the option or input `field`, ready to copy:
 * Discord has closed the form by then. Of several, each has a line of its own, with what `called` says it is called.
 */
export function keepTyped<C extends CommandContext<string, string>, F extends string>(
  field: F | readonly F[],
  handler: (context: C) => Promise<Answer>,
  called: (field: F, locale: string | undefined) => string = (name) => name,
): (context: C) => Promise<Answer> {
  return async (context) => {
    const { options, fields, locale } = context.interaction;
    const typedInto = (name: string) => cleanText(fields[name]?.[0] ?? options[name]);
    const typed =
      typeof field === 'string'
        ? typedInto(field)
        : field
            .filter((name) => typedInto(name) !== '')
            .map((name) => `${called(name, locale)}: ${typedInto(name)}`)
            .join('\n');
    const answer = await withTyped(typed, () => handler(context));
    return 'change' in answer
      ? {
          ...answer,
          change: async (tx) => showTyped(typed, await withTyped(typed, () => answer.change(tx)), locale),
        }
      : answer;
  };
}

function showTyped(typed: string, reply: Reply, locale: string | undefined): Reply {
  if (reply.isRefusal !== true || typed === '') return reply;
  const content = typedBelow(reply.message.content ?? '', typed, locale);
  return { ...reply, message: { ...reply.message, content } };
}

function typedBelow(refusal: string, typed: string, locale: string | undefined): string {
  const shown = codeBlock(clip(typed, MOST_SHOWN));
  return `${clip(refusal, MOST_BEFORE)}\n${contextTexts(locale).youHadTyped}\n${shown}`;
}

async function withTyped<T>(typed: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError) || typed === '') throw error;
    throw new UserError(error.code, (locale) => typedBelow(error.text(locale), typed, locale));
  }
}

import type { APIEmbedField } from 'discord-api-types/v10';
import type { Settings } from '../clans/settings.ts';
import type { Message } from '../discord/message.ts';
import { clip, codeBlock, DISCORD_LIMITS, inlineCode, mention } from '../discord/text.ts';
import { embedColor } from '../settings/embed-color.ts';
import { type Draft, type EventForm, isProofGone } from './draft.ts';
import { draftTexts } from './texts.ts';

/** How many characters of the names fit: what the form takes, less the marks of a code block. */
const MAX_NAMES = DISCORD_LIMITS.embedDescription - 20;
const MAX_FILE_NAME = 100;
const SUCCESS = 3;
const SECONDARY = 2;
const DANGER = 4;

/** What stands beside the form: `text` above it, for a reader in `locale`, at `now` in Unix milliseconds. */
interface Shown {
  readonly text: string;
  readonly locale: string | undefined;
  readonly settings: Settings;
  readonly now: number;
}

/** A draft as its member sees it: `text` above, what was typed ready to copy, and the buttons. */
export function draftMessage(draft: Draft, shown: Shown): Message {
  // The form that asks for the proof again is another one: a form cannot be changed before it opens.
  const texts = draftTexts(shown.locale);
  const correct = isProofGone(draft, shown.now) ? 'draft.proof' : 'draft.correct';
  return {
    ...typedMessage(draft, shown),
    components: [
      {
        type: 1,
        components: [
          { type: 2, style: SECONDARY, label: texts.correct, custom_id: `${correct}:${draft.id}` },
          { type: 2, style: SUCCESS, label: texts.send, custom_id: `draft.send:${draft.id}` },
          { type: 2, style: DANGER, label: texts.discard, custom_id: `draft.discard:${draft.id}` },
        ],
      },
    ],
  };
}

/** What was typed, ready to copy, without buttons. */
export function typedMessage(form: EventForm, { text, locale, settings, now }: Shown): Message {
  const texts = draftTexts(locale);
  const fields: APIEmbedField[] = [];
  const add = (name: string, value: string, inline: boolean) => {
    if (value !== '') fields.push({ name, value, inline });
  };
  add(texts.members, form.memberIds.map(mention).join(' '), false);
  add(texts.start, inlineCode(form.start), true);
  add(texts.end, inlineCode(form.end), true);
  add(texts.proof, proofText(locale, form, now), false);
  const names = clip(form.names.trim(), MAX_NAMES);
  return {
    content: text,
    embeds: [
      {
        title: clip(texts.title(form.type), DISCORD_LIMITS.embedTitle),
        color: embedColor(settings),
        ...(names === '' ? {} : { description: codeBlock(names) }),
        fields,
      },
    ],
    components: [],
  };
}

function proofText(locale: string | undefined, form: EventForm, now: number): string {
  const texts = draftTexts(locale);
  if (form.proof === undefined || isProofGone(form, now)) return texts.proofGone;
  return inlineCode(clip(form.proof.name, MAX_FILE_NAME)) || texts.proofThere;
}

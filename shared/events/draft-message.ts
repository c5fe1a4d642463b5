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

/** A draft as its member sees it: `text` above, what was typed ready to copy, and the buttons. */
export function draftMessage(
  draft: Draft,
  { text, settings, now }: { readonly text: string; readonly settings: Settings; readonly now: number },
): Message {
  // The form that asks for the proof again is another one: a form cannot be changed before it opens.
  const correct = isProofGone(draft, now) ? 'draft.proof' : 'draft.correct';
  return {
    ...typedMessage(draft, { text, settings, now }),
    components: [
      {
        type: 1,
        components: [
          { type: 2, style: SECONDARY, label: draftTexts.correct, custom_id: `${correct}:${draft.id}` },
          { type: 2, style: SUCCESS, label: draftTexts.send, custom_id: `draft.send:${draft.id}` },
          { type: 2, style: DANGER, label: draftTexts.discard, custom_id: `draft.discard:${draft.id}` },
        ],
      },
    ],
  };
}

/** What was typed, ready to copy, without buttons. */
export function typedMessage(
  form: EventForm,
  { text, settings, now }: { readonly text: string; readonly settings: Settings; readonly now: number },
): Message {
  const fields: APIEmbedField[] = [];
  const add = (name: string, value: string, inline: boolean) => {
    if (value !== '') fields.push({ name, value, inline });
  };
  add(draftTexts.members, form.memberIds.map(mention).join(' '), false);
  add(draftTexts.start, inlineCode(form.start), true);
  add(draftTexts.end, inlineCode(form.end), true);
  add(draftTexts.proof, proofText(form, now), false);
  const names = clip(form.names.trim(), MAX_NAMES);
  return {
    content: text,
    embeds: [
      {
        title: clip(draftTexts.title(form.type), DISCORD_LIMITS.embedTitle),
        color: embedColor(settings),
        ...(names === '' ? {} : { description: codeBlock(names) }),
        fields,
      },
    ],
    components: [],
  };
}

function proofText(form: EventForm, now: number): string {
  if (form.proof === undefined || isProofGone(form, now)) return draftTexts.proofGone;
  return inlineCode(clip(form.proof.name, MAX_FILE_NAME)) || draftTexts.proofThere;
}

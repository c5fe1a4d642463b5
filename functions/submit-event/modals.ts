import {
  FileUploadBuilder,
  LabelBuilder,
  ModalBuilder,
  TextInputBuilder,
  UserSelectMenuBuilder,
} from '@discordjs/builders';
import { DISCORD_LIMITS } from '../../shared/discord/limits.ts';
import type { ModalKey } from '../../shared/interactions/declaration.ts';
import type { Language } from '../../shared/languages/language.ts';
import type { declaration } from './declaration.ts';
import { MAX_SELECTED, MAX_TIME_LENGTH } from './limits.ts';
import { texts } from './texts.ts';

type Texts = ReturnType<typeof texts>;

// Text input styles of Discord's API: one line, or several.
const SHORT = 1;
const PARAGRAPH = 2;

export function modals(language: Language) {
  const t = texts(language);
  return {
    'submit-event': form(t, 'submit-event', t.modalTitle, 'new'),
    'draft.correct': form(t, 'draft.correct', t.correctTitle, 'kept'),
    'draft.proof': form(t, 'draft.proof', t.correctTitle, 'again'),
  } satisfies Record<ModalKey<typeof declaration>, ModalBuilder>;
}

/** `new`: for the command. Of a draft every input is optional, but for the proof when it has to be uploaded `again`. */
function form(t: Texts, customId: string, title: string, proof: 'new' | 'kept' | 'again'): ModalBuilder {
  const isDraft = proof !== 'new';
  return new ModalBuilder()
    .setCustomId(customId)
    .setTitle(title)
    .addLabelComponents(
      new LabelBuilder()
        .setLabel(t.membersLabel)
        .setDescription(isDraft ? t.keptHint : t.membersHint)
        .setUserSelectMenuComponent(
          new UserSelectMenuBuilder()
            .setCustomId('members')
            .setMinValues(0)
            .setMaxValues(MAX_SELECTED)
            .setRequired(false),
        ),
      new LabelBuilder()
        .setLabel(t.namesLabel)
        .setDescription(isDraft ? t.keptHint : t.namesHint)
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('names')
            .setStyle(PARAGRAPH)
            .setMaxLength(DISCORD_LIMITS.textInput)
            .setRequired(false),
        ),
      time(t, 'start', isDraft),
      time(t, 'end', isDraft),
      proofLabel(t, proof),
    );
}

function proofLabel(t: Texts, proof: 'new' | 'kept' | 'again'): LabelBuilder {
  const isRequired = proof !== 'kept';
  const hints = { new: t.proofHint, kept: t.proofKeptHint, again: t.proofAgainHint } as const;
  return new LabelBuilder()
    .setLabel(proof === 'again' ? t.proofAgainLabel : t.proofLabel)
    .setDescription(hints[proof])
    .setFileUploadComponent(
      new FileUploadBuilder()
        .setCustomId('proof')
        .setFileTypes(['image'])
        .setMinValues(isRequired ? 1 : 0)
        .setMaxValues(1)
        .setRequired(isRequired),
    );
}

function time(t: Texts, field: 'start' | 'end', isDraft: boolean): LabelBuilder {
  const [label, example] = field === 'start' ? [t.startLabel, t.startExample] : [t.endLabel, t.endExample];
  const input = new TextInputBuilder()
    .setCustomId(field)
    .setStyle(SHORT)
    .setMaxLength(MAX_TIME_LENGTH)
    .setPlaceholder(example)
    .setRequired(!isDraft);
  return new LabelBuilder()
    .setLabel(label)
    .setDescription(isDraft ? t.keptHint : t.timeHint)
    .setTextInputComponent(isDraft ? input : input.setMinLength(1));
}

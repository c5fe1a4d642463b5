import {
  FileUploadBuilder,
  LabelBuilder,
  ModalBuilder,
  TextInputBuilder,
  UserSelectMenuBuilder,
} from '@discordjs/builders';
import { DISCORD_LIMITS } from '../../shared/discord/limits.ts';
import type { ModalKey } from '../../shared/interactions/declaration.ts';
import type { declaration } from './declaration.ts';
import { MAX_SELECTED, MAX_TIME_LENGTH } from './limits.ts';
import { texts } from './texts.ts';

// Text input styles of Discord's API: one line, or several.
const SHORT = 1;
const PARAGRAPH = 2;

export const modals = () =>
  ({
    'submit-event': form('submit-event', texts.modalTitle, 'new'),
    'draft.correct': form('draft.correct', texts.correctTitle, 'kept'),
    'draft.proof': form('draft.proof', texts.correctTitle, 'again'),
  }) satisfies Record<ModalKey<typeof declaration>, ModalBuilder>;

/** `new`: for the command. Of a draft every input is optional, but for the proof when it has to be uploaded `again`. */
function form(customId: string, title: string, proof: 'new' | 'kept' | 'again'): ModalBuilder {
  const isDraft = proof !== 'new';
  return new ModalBuilder()
    .setCustomId(customId)
    .setTitle(title)
    .addLabelComponents(
      new LabelBuilder()
        .setLabel(texts.membersLabel)
        .setDescription(isDraft ? texts.keptHint : texts.membersHint)
        .setUserSelectMenuComponent(
          new UserSelectMenuBuilder()
            .setCustomId('members')
            .setMinValues(0)
            .setMaxValues(MAX_SELECTED)
            .setRequired(false),
        ),
      new LabelBuilder()
        .setLabel(texts.namesLabel)
        .setDescription(isDraft ? texts.keptHint : texts.namesHint)
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('names')
            .setStyle(PARAGRAPH)
            .setMaxLength(DISCORD_LIMITS.textInput)
            .setRequired(false),
        ),
      time('start', texts.startLabel, texts.startExample, isDraft),
      time('end', texts.endLabel, texts.endExample, isDraft),
      proofLabel(proof),
    );
}

function proofLabel(proof: 'new' | 'kept' | 'again'): LabelBuilder {
  const isRequired = proof !== 'kept';
  const hints = { new: texts.proofHint, kept: texts.proofKeptHint, again: texts.proofAgainHint } as const;
  return new LabelBuilder()
    .setLabel(proof === 'again' ? texts.proofAgainLabel : texts.proofLabel)
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

function time(field: string, label: string, example: string, isDraft: boolean): LabelBuilder {
  const input = new TextInputBuilder()
    .setCustomId(field)
    .setStyle(SHORT)
    .setMaxLength(MAX_TIME_LENGTH)
    .setPlaceholder(example)
    .setRequired(!isDraft);
  return new LabelBuilder()
    .setLabel(label)
    .setDescription(isDraft ? texts.keptHint : texts.timeHint)
    .setTextInputComponent(isDraft ? input : input.setMinLength(1));
}

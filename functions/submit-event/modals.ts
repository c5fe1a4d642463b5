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

export const modals = {
  'submit-event': new ModalBuilder()
    .setCustomId('submit-event')
    .setTitle(texts.modalTitle)
    .addLabelComponents(
      new LabelBuilder()
        .setLabel(texts.membersLabel)
        .setDescription(texts.membersHint)
        .setUserSelectMenuComponent(
          new UserSelectMenuBuilder()
            .setCustomId('members')
            .setMinValues(0)
            .setMaxValues(MAX_SELECTED)
            .setRequired(false),
        ),
      new LabelBuilder()
        .setLabel(texts.namesLabel)
        .setDescription(texts.namesHint)
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('names')
            .setStyle(PARAGRAPH)
            .setMaxLength(DISCORD_LIMITS.textInput)
            .setRequired(false),
        ),
      time('start', texts.startLabel, texts.startExample),
      time('end', texts.endLabel, texts.endExample),
      new LabelBuilder()
        .setLabel(texts.proofLabel)
        .setDescription(texts.proofHint)
        .setFileUploadComponent(
          new FileUploadBuilder().setCustomId('proof').setMinValues(1).setMaxValues(1).setRequired(true),
        ),
    ),
} satisfies Record<ModalKey<typeof declaration>, ModalBuilder>;

function time(field: string, label: string, example: string): LabelBuilder {
  return new LabelBuilder()
    .setLabel(label)
    .setDescription(texts.timeHint)
    .setTextInputComponent(
      new TextInputBuilder()
        .setCustomId(field)
        .setStyle(SHORT)
        .setMinLength(1)
        .setMaxLength(MAX_TIME_LENGTH)
        .setPlaceholder(example)
        .setRequired(true),
    );
}

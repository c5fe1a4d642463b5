import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders';
import type { ModalKey } from '../../shared/interactions/declaration.ts';
import type { declaration } from './declaration.ts';
import { MAX_REASON } from './limits.ts';
import { texts } from './texts.ts';

// Text input styles of Discord's API: one line, or several.
const SHORT = 1;
const PARAGRAPH = 2;

export const modals = {
  'points.add': new ModalBuilder()
    .setCustomId('points.add')
    .setTitle(texts.modalTitle)
    .addLabelComponents(
      new LabelBuilder()
        .setLabel(texts.amountLabel)
        .setDescription(texts.amountHint)
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('amount')
            .setStyle(SHORT)
            .setMinLength(1)
            .setMaxLength(6)
            .setRequired(true),
        ),
      new LabelBuilder()
        .setLabel(texts.reasonLabel)
        .setDescription(texts.reasonHint)
        .setTextInputComponent(
          new TextInputBuilder()
            .setCustomId('reason')
            .setStyle(PARAGRAPH)
            .setMaxLength(MAX_REASON)
            .setRequired(false),
        ),
    ),
} satisfies Record<ModalKey<typeof declaration>, ModalBuilder>;

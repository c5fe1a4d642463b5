import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders';
import type { ModalKey } from '../../shared/interactions/declaration.ts';
import type { declaration } from './declaration.ts';
import { MAX_NOTE } from './limits.ts';
import { texts } from './texts.ts';

// Text input styles of Discord's API: one line, or several.
const SHORT = 1;
const PARAGRAPH = 2;

export const modals = () =>
  ({
    'review.approve': new ModalBuilder()
      .setCustomId('review.approve')
      .setTitle(texts.approveTitle)
      .addLabelComponents(
        new LabelBuilder()
          .setLabel(texts.pointsLabel)
          .setDescription(texts.pointsHint)
          .setTextInputComponent(
            new TextInputBuilder()
              .setCustomId('points')
              .setStyle(SHORT)
              .setMinLength(1)
              .setMaxLength(6)
              .setRequired(true),
          ),
        new LabelBuilder()
          .setLabel(texts.noteLabel)
          .setDescription(texts.noteHint)
          .setTextInputComponent(
            new TextInputBuilder()
              .setCustomId('note')
              .setStyle(PARAGRAPH)
              .setMaxLength(MAX_NOTE)
              .setRequired(false),
          ),
      ),
    'review.decline': new ModalBuilder()
      .setCustomId('review.decline')
      .setTitle(texts.declineTitle)
      .addLabelComponents(
        new LabelBuilder()
          .setLabel(texts.reasonLabel)
          .setDescription(texts.reasonHint)
          .setTextInputComponent(
            new TextInputBuilder()
              .setCustomId('reason')
              .setStyle(PARAGRAPH)
              .setMinLength(1)
              .setMaxLength(MAX_NOTE)
              .setRequired(true),
          ),
      ),
  }) satisfies Record<ModalKey<typeof declaration>, ModalBuilder>;

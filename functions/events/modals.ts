import { LabelBuilder, ModalBuilder, TextInputBuilder } from '@discordjs/builders';
import type { ModalKey } from '../../shared/interactions/declaration.ts';
import type { Language } from '../../shared/languages/language.ts';
import type { declaration } from './declaration.ts';
import { MAX_NOTE } from './limits.ts';
import { texts } from './texts.ts';

// Text input styles of Discord's API: one line, or several.
const SHORT = 1;
const PARAGRAPH = 2;

export function modals(language: Language) {
  const t = texts(language);
  return {
    'review.approve': new ModalBuilder()
      .setCustomId('review.approve')
      .setTitle(t.approveTitle)
      .addLabelComponents(
        new LabelBuilder()
          .setLabel(t.pointsLabel)
          .setDescription(t.pointsHint)
          .setTextInputComponent(
            new TextInputBuilder()
              .setCustomId('points')
              .setStyle(SHORT)
              .setMinLength(1)
              .setMaxLength(6)
              .setRequired(true),
          ),
        new LabelBuilder()
          .setLabel(t.noteLabel)
          .setDescription(t.noteHint)
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
      .setTitle(t.declineTitle)
      .addLabelComponents(
        new LabelBuilder()
          .setLabel(t.reasonLabel)
          .setDescription(t.reasonHint)
          .setTextInputComponent(
            new TextInputBuilder()
              .setCustomId('reason')
              .setStyle(PARAGRAPH)
              .setMinLength(1)
              .setMaxLength(MAX_NOTE)
              .setRequired(true),
          ),
      ),
  } satisfies Record<ModalKey<typeof declaration>, ModalBuilder>;
}

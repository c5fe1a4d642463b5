import { LabelBuilder, ModalBuilder, TextInputBuilder, UserSelectMenuBuilder } from '@discordjs/builders';
import type { ModalKey } from '../../shared/interactions/declaration.ts';
import type { Language } from '../../shared/languages/language.ts';
import { awardTexts } from './award-texts.ts';
import type { declaration } from './declaration.ts';
import { MAX_AWARDED, MAX_REASON } from './limits.ts';
import { texts } from './texts.ts';

// Text input styles of Discord's API: one line, or several.
const SHORT = 1;
const PARAGRAPH = 2;

export function modals(language: Language) {
  const award = awardTexts(language);
  return {
    'points.add': new ModalBuilder()
      .setCustomId('points.add')
      .setTitle(texts.modalTitle)
      .addLabelComponents(amount(texts.amountLabel), reason()),
    'points.award': new ModalBuilder()
      .setCustomId('points.award')
      .setTitle(award.modalTitle)
      .addLabelComponents(
        new LabelBuilder()
          .setLabel(award.membersLabel)
          .setDescription(award.membersHint)
          .setUserSelectMenuComponent(
            new UserSelectMenuBuilder()
              .setCustomId('members')
              .setMinValues(1)
              .setMaxValues(MAX_AWARDED)
              .setRequired(true),
          ),
        amount(award.amountLabel),
        reason(),
      ),
  } satisfies Record<ModalKey<typeof declaration>, ModalBuilder>;
}

function amount(label: string): LabelBuilder {
  return new LabelBuilder()
    .setLabel(label)
    .setDescription(texts.amountHint)
    .setTextInputComponent(
      new TextInputBuilder()
        .setCustomId('amount')
        .setStyle(SHORT)
        .setMinLength(1)
        .setMaxLength(6)
        .setRequired(true),
    );
}

function reason(): LabelBuilder {
  return new LabelBuilder()
    .setLabel(texts.reasonLabel)
    .setDescription(texts.reasonHint)
    .setTextInputComponent(
      new TextInputBuilder()
        .setCustomId('reason')
        .setStyle(PARAGRAPH)
        .setMaxLength(MAX_REASON)
        .setRequired(false),
    );
}

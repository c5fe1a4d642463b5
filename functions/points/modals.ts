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
  const said = texts(language);
  return {
    'points.add': new ModalBuilder()
      .setCustomId('points.add')
      .setTitle(said.modalTitle)
      .addLabelComponents(amount(language, said.amountLabel), reason(language)),
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
        amount(language, award.amountLabel),
        reason(language),
      ),
  } satisfies Record<ModalKey<typeof declaration>, ModalBuilder>;
}

function amount(language: Language, label: string): LabelBuilder {
  return new LabelBuilder()
    .setLabel(label)
    .setDescription(texts(language).amountHint)
    .setTextInputComponent(
      new TextInputBuilder()
        .setCustomId('amount')
        .setStyle(SHORT)
        .setMinLength(1)
        .setMaxLength(6)
        .setRequired(true),
    );
}

function reason(language: Language): LabelBuilder {
  const said = texts(language);
  return new LabelBuilder()
    .setLabel(said.reasonLabel)
    .setDescription(said.reasonHint)
    .setTextInputComponent(
      new TextInputBuilder()
        .setCustomId('reason')
        .setStyle(PARAGRAPH)
        .setMaxLength(MAX_REASON)
        .setRequired(false),
    );
}

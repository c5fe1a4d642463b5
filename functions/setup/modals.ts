import { LabelBuilder, ModalBuilder, StringSelectMenuBuilder, TextInputBuilder } from '@discordjs/builders';
import type { ModalKey } from '../../shared/interactions/declaration.ts';
import type { Language } from '../../shared/languages/language.ts';
import { CHOSEN_LANGUAGES } from '../../shared/languages/names.ts';
import { MAX_TEMPLATE } from '../../shared/text/nickname-template.ts';
import type { declaration } from './declaration.ts';
import { texts } from './texts.ts';

const SHORT = 1;
const LONGEST_ZONE = 64;

/** The third step. Nothing is required: what is left empty stays as it is. */
export const modals = (language: Language) => {
  const t = texts.all[language];
  return {
    'setup.form': new ModalBuilder()
      .setCustomId('setup.form')
      .setTitle(t.formTitle)
      .addLabelComponents(
        new LabelBuilder()
          .setLabel(t.verificationLabel)
          .setDescription(t.keptHint)
          .setStringSelectMenuComponent(
            select('verification', [
              { label: t.profileCode, value: 'profile-code' },
              { label: t.groupOnly, value: 'group-only' },
            ]),
          ),
        text('zone', t.zoneLabel, t.keptHint, { example: 'Europe/Berlin', max: LONGEST_ZONE }),
        new LabelBuilder()
          .setLabel(t.languageLabel)
          .setDescription(t.keptHint)
          .setStringSelectMenuComponent(
            select(
              'language',
              CHOSEN_LANGUAGES.map(({ name, value }) => ({ label: name, value })),
            ),
          ),
        text('nickname', t.nicknameLabel, t.nicknameHint, {
          example: '[{tag}] {roblox_name}',
          max: MAX_TEMPLATE,
        }),
      ),
  } satisfies Record<ModalKey<typeof declaration>, ModalBuilder>;
};

function select(
  id: string,
  options: readonly { readonly label: string; readonly value: string }[],
): StringSelectMenuBuilder {
  return new StringSelectMenuBuilder()
    .setCustomId(id)
    .setMinValues(0)
    .setMaxValues(1)
    .setRequired(false)
    .addOptions(...options);
}

function text(
  id: string,
  label: string,
  hint: string,
  { example, max }: { readonly example: string; readonly max: number },
): LabelBuilder {
  return new LabelBuilder()
    .setLabel(label)
    .setDescription(hint)
    .setTextInputComponent(
      new TextInputBuilder()
        .setCustomId(id)
        .setStyle(SHORT)
        .setMaxLength(max)
        .setPlaceholder(example)
        .setRequired(false),
    );
}

import type { Answer } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { CHOSEN_LANGUAGES } from '../../shared/languages/names.ts';
import { requireTemplate } from '../../shared/nicknames/require-template.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { changeSetting } from '../../shared/settings/settings-store.ts';
import { cleanText } from '../../shared/text/typed-text.ts';
import { findZone } from '../../shared/times/find-zone.ts';
import type { Context } from './declaration.ts';
import { readGuild } from './read-state.ts';
import { saved } from './setup.ts';
import { texts } from './texts.ts';

const VERIFICATIONS = ['profile-code', 'group-only'] as const;

/**
 * The form of the third step. What was left empty stays; with one thing that cannot be taken nothing of the form is
 * saved, and the refusal says which.
 */
export async function submitForm(context: Context<'modal setup.form'>): Promise<Answer> {
  const { interaction, actor, db, now } = context;
  const { fields } = interaction;
  const changes: (readonly [key: string, value: string | null])[] = [];
  const verification = fields.verification?.[0];
  if (verification !== undefined) {
    if (!VERIFICATIONS.some((one) => one === verification))
      throw new UserError('bad-choice', (locale) => texts(locale).badChoice);
    changes.push(['verification', verification]);
  }
  const typedZone = cleanText(fields.zone?.[0]);
  if (typedZone !== '') {
    const zone = findZone(typedZone);
    if (zone === undefined) throw new UserError('bad-zone', (locale) => texts(locale).badZone);
    changes.push(['time_zone', zone]);
  }
  const language = fields.language?.[0];
  if (language !== undefined) {
    if (!CHOSEN_LANGUAGES.some(({ value }) => value === language))
      throw new UserError('bad-choice', (locale) => texts(locale).badChoice);
    changes.push(['locale', language]);
  }
  const template = cleanText(fields.nickname?.[0]);
  if (template.toLowerCase() === 'off') changes.push(['nickname', null]);
  else if (template !== '') {
    requireTemplate(template, await listRanks(db));
    changes.push(['nickname', template]);
  }
  return saved(context, 3, await readGuild(context), async (tx) => {
    for (const [key, value] of changes) await changeSetting(tx, key, value, actor.id, now());
    return [];
  });
}

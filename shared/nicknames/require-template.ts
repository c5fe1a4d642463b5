import { clip, escapeMarkdown, inlineCode } from '../discord/text.ts';
import { UserError } from '../errors/user-error.ts';
import type { Rank } from '../ranks/rank.ts';
import { isName } from '../text/name.ts';
import { MAX_TEMPLATE, PLACEHOLDERS, unknownPlaceholders } from '../text/nickname-template.ts';
import { rankWithoutName } from './nickname-of.ts';
import { templateTexts } from './texts.ts';

const MOST_NAMED = 3;

/**
 * Throws `UserError` for a template that cannot be read (`unknown-placeholder`, `bad-template`) or that would leave members
 * of a rank without a name (`empty-name`).
 */
export function requireTemplate(template: string, ranks: readonly Rank[]): void {
  const unknown = unknownPlaceholders(template);
  if (unknown.length > 0) {
    const known = PLACEHOLDERS.map((name) => inlineCode(`{${name}}`)).join(', ');
    const found = unknown
      .slice(0, MOST_NAMED)
      .map((part) => inlineCode(clip(part, 40)))
      .join(', ');
    throw new UserError('unknown-placeholder', (locale) => templateTexts(locale).unknown(found, known));
  }
  if (template === '' || !isName(template) || template.length > MAX_TEMPLATE)
    throw new UserError('bad-template', (locale) => templateTexts(locale).bad);
  const rank = rankWithoutName(template, ranks);
  if (rank !== undefined) {
    const name = escapeMarkdown(clip(rank.name, 60));
    throw new UserError('empty-name', (locale) => templateTexts(locale).empty(name));
  }
}

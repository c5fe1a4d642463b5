import { expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { markdownAsText } from './markdown-as-text.ts';
import { escapeMarkdown, inlineCode, mention, roleMention, timestamp } from './text.ts';

it('reads what the bot writes as Markdown without its marks', () => {
  const id = '1100000000000000001';
  const markdown =
    `${mention(id)}: **${escapeMarkdown('E1 | *So_l-d*')}** → ${roleMention(id)}, ` +
    `${inlineCode('/link-roblox')} until ${timestamp(1_800_000_000_000, 't')}`;
  expect(markdownAsText(markdown)).toBe(
    `${id}: E1 | *So_l-d* → ${id}, /link-roblox until 2027-01-15 08:00 UTC`,
  );
});

it('gives back any name that was escaped, letter by letter', () => {
  const letters = fc.constantFrom(...'\\*_~`|<>[]():@#-+1. aé🐺מ&!t');
  fc.assert(
    fc.property(fc.string({ unit: letters }), (name) => {
      expect(markdownAsText(escapeMarkdown(name))).toBe(name);
      expect(markdownAsText(`**${escapeMarkdown(name)}**`)).toBe(name);
    }),
  );
});

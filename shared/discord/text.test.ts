import { describe, expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import {
  clip,
  escapeMarkdown,
  escapeToFit,
  inlineCode,
  mention,
  plainText,
  splitLines,
  timestamp,
} from './text.ts';

describe('escaping', () => {
  it.each([
    [
      '**bold** _it_ ~~s~~ ||spoiler|| `code`',
      '\\*\\*bold\\*\\* \\_it\\_ \\~\\~s\\~\\~ \\|\\|spoiler\\|\\| \\`code\\`',
    ],
    ['@everyone <@123> <@&5> <#7>', '@\u200beveryone \\<@\u200b123\\> \\<@\u200b&5\\> \\<\\#7\\>'],
    ['[x](https://evil.test)', '\\[x\\]\\(https\\://evil.test\\)'],
    ['# heading', '\\# heading'],
    ['-# small', '\\-\\# small'],
    ['a\n- list\n  + list\n1. list\n> quote', 'a\n\\- list\n  \\+ list\n1\\. list\n\\> quote'],
    ['Wolf-Pack 1.5', 'Wolf-Pack 1.5'],
    ['C:\\path', 'C\\:\\\\path'],
    ['<t:1:R> :skull: <:a:1>', '\\<t\\:1\\:R\\> \\:skull\\: \\<\\:a\\:1\\>'],
  ])('of %j gives %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('takes out what turns the writing direction and sets right-to-left text apart', () => {
    expect(escapeMarkdown('a\u202eb\u2066c\u200fd')).toBe('abcd');
    expect(escapeMarkdown('\u05e9\u05dc\u05d5\u05dd 12')).toBe('\u2068\u05e9\u05dc\u05d5\u05dd 12\u2069');
  });

  it('into a limit cuts the text and no escape', () => {
    expect(escapeToFit('a|b', 9)).toBe('a\\|b');
    expect(escapeToFit('||||||', 6)).toBe('\\|\\|\u2026');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'*|@a\n-ש') }), fc.nat(30), (text, max) => {
        const fitted = escapeToFit(text, max);
        expect(fitted.length).toBeLessThanOrEqual(max);
        expect(fitted.replace(/\\[^a]/gs, '')).not.toContain('\\');
        if (escapeMarkdown(text).length <= max) expect(fitted).toBe(escapeMarkdown(text));
      }),
    );
  });

  it('leaves emoji whole, joined ones too', () => {
    expect(escapeMarkdown('👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿')).toBe('👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿');
  });

  it('never leaves a mark that works, whatever the text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bare = escapeMarkdown(text).replace(/\\[^0-9A-Za-z\s]/g, '');
        expect(bare).not.toMatch(/[*_~`|<>[\]()#:]/);
        expect(bare).not.toMatch(/@(?!\u200b)/);
        expect(bare).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

describe('texts without Markdown', () => {
  it('come on one line without controls', () => {
    expect(plainText(' a\u0000\n\tb ')).toBe('a b');
  });

  it('as code cannot end the code', () => {
    expect(inlineCode('a`b``c')).toBe('`a\u02cbb\u02cb\u02cbc`');
    expect(inlineCode('')).toBe('');
  });
});

describe('clipping', () => {
  it('leaves short texts alone and never exceeds the limit', () => {
    expect(clip('abc', 3)).toBe('abc');
    expect(clip('abcd', 3)).toBe('ab\u2026');
    expect(clip('abcd', 0)).toBe('');
  });

  it('never splits a surrogate pair', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, max) => {
        const cut = clip(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});

describe('splitting', () => {
  it('breaks between lines where it can', () => {
    expect(splitLines(['ab', 'cd', 'ef'], 5)).toEqual(['ab\ncd', 'ef']);
    expect(splitLines([], 5)).toEqual([]);
  });

  it('loses nothing and keeps to the limit, whatever the lines are', () => {
    const lines = fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }));
    fc.assert(
      fc.property(lines, fc.integer({ min: 2, max: 30 }), (given, max) => {
        const pieces = splitLines(given, max);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(max);
          expect(piece).not.toMatch(/\p{Cs}/u);
        }
        expect(pieces.join('').replaceAll('\n', '')).toBe(given.join('').replaceAll('\n', ''));
      }),
    );
  });
});

it('writes mentions and times as Discord reads them', () => {
  expect(mention('1')).toBe('<@1>');
  expect(timestamp(1_800_000_000_999, 'R')).toBe('<t:1800000000:R>');
});

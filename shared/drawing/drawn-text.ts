import { withoutInvisible } from '../text/invisible.ts';
import type { Font } from './font-index.ts';
import { EMOJI_FONT } from './font-list.ts';

/** Stands for a character that no font has. */
export const REPLACEMENT = '\ufffd';
/** More accents on one letter than any language writes would reach into other lines. */
const MOST_MARKS = 4;
/** Choose a form, join or part: no font needs a glyph for them. */
const JOINING = /^\p{Default_Ignorable_Code_Point}$/u;
const EMOJI = /\p{Emoji_Presentation}|\ufe0f|\p{Regional_Indicator}/u;
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;

const MAY_BE_JOINED = /[^\0-\u02ff]/;

let graphemes: Intl.Segmenter | undefined;

/** A text as it can be drawn, and the names of the fonts that draw it, in the order in which they are to be asked. */
export interface DrawnText {
  readonly text: string;
  readonly fonts: readonly string[];
}

/**
 * A text on one line, with nothing in it that the fonts cannot draw: a character that none has becomes `\ufffd`, a mark
 * that its letter's font does not have is left out. Characters that hide or turn what stands around them are gone. Longer
 * than `max` characters (as people see them): cut, with an ellipsis.
 */
export function drawnText(text: string, fonts: readonly Font[], max: number): DrawnText {
  const line = withoutInvisible(text).replace(/\s+/g, ' ').trim();
  const ordered = inOrderFor(line, fonts);
  const used = new Set<Font>();
  const drawn: string[] = [];
  for (const character of charactersIn(line)) {
    if (drawn.length === max) {
      drawn[max - 1] = '…';
      break;
    }
    drawn.push(drawnCharacter(character, ordered, used));
  }
  // The ellipsis, and what stands for a missing character, come from the first font.
  if (fonts[0] !== undefined) used.add(fonts[0]);
  return {
    text: drawn.join(''),
    fonts: ordered.filter((font) => used.has(font)).map(({ name }) => name),
  };
}

/** `Intl.Segmenter` takes 20 ms to load, so only a text with characters that may be joined asks it. */
function charactersIn(text: string): Iterable<string> {
  if (!MAY_BE_JOINED.test(text)) return text;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Iterator.from(graphemes.segment(text)).map(({ segment }) => segment);
}

function drawnCharacter(character: string, fonts: readonly Font[], used: Set<Font>): string {
  const points = [...withFewMarks(character)];
  const [base = ''] = points;
  const emoji = EMOJI.test(character) ? fonts.find(({ name }) => name === EMOJI_FONT) : undefined;
  const font = emoji?.has(base) ? emoji : fonts.find((one) => one.has(base));
  if (font === undefined) return REPLACEMENT;
  used.add(font);
  return points
    .filter((point) => JOINING.test(point) || font.has(point) || !/\p{M}/u.test(point))
    .map((point) => {
      if (JOINING.test(point) || font.has(point)) return point;
      const other = fonts.find((one) => one.has(point));
      if (other !== undefined) used.add(other);
      return other === undefined ? REPLACEMENT : point;
    })
    .join('');
}

function withFewMarks(character: string): string {
  let marks = 0;
  return Array.from(character.normalize('NFC'))
    .filter((point) => {
      if (!/\p{M}/u.test(point) || JOINING.test(point)) return true;
      marks += 1;
      return marks <= MOST_MARKS;
    })
    .join('');
}

/** Han characters have one form in Japan, another in China: a text with kana takes the one, any other text the other. */
function inOrderFor(text: string, fonts: readonly Font[]): readonly Font[] {
  const family = KANA.test(text) ? 'noto-sans-jp-' : HANGUL.test(text) ? 'noto-sans-kr-' : undefined;
  if (family === undefined) return fonts;
  const isWanted = ({ name }: Font) => Number(name.startsWith(family));
  return fonts.toSorted((a, b) => isWanted(b) - isWanted(a));
}

import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

/** A font that comes with the bot. */
export interface PackedFont {
  /** Its file's name without the ending. */
  readonly name: string;
  /** Where npm laid it. */
  readonly path: () => string;
}

const resolveFrom = createRequire(join(import.meta.dirname, 'here.js')).resolve;

function packed(file: string): PackedFont {
  return { name: basename(file, '.woff2'), path: () => resolveFrom(file) };
}

/** A file of a variable font, with all weights from 100 to 900. */
function variable(family: string, part: string | number): PackedFont {
  return packed(`@fontsource-variable/${family}/files/${family}-${part}-wght-normal.woff2`);
}

function still(family: string, part: string, weight: 400 | 600): PackedFont {
  return packed(`@fontsource/${family}/files/${family}-${part}-${weight}-normal.woff2`);
}

/** Slices of a large font, by their numbers; the higher the number, the more often its characters are used. */
function slices(family: string, first: number, last: number): PackedFont[] {
  return Array.from({ length: last - first + 1 }, (_, index) => variable(family, first + index));
}

const EUROPEAN = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'];
const SCRIPTS = [
  ...['arabic', 'armenian', 'bengali', 'ethiopic', 'georgian', 'gujarati', 'gurmukhi', 'hebrew', 'kannada'],
  ...['khmer', 'lao', 'malayalam', 'myanmar', 'oriya', 'sinhala', 'tamil', 'telugu', 'thaana', 'thai'],
];

/**
 * The fonts that come with the bot, of npm packages under the SIL Open Font License 1.1; the first that has a character
 * draws it. Together 10 MB at most, which leaves out the rarest two thirds of the Han characters.
 */
export const PACKED_FONTS: readonly PackedFont[] = [
  ...[...EUROPEAN, 'devanagari'].map((part) => variable('noto-sans', part)),
  ...SCRIPTS.map((script) => variable(`noto-sans-${script}`, script)),
  still('noto-sans-canadian-aboriginal', 'canadian-aboriginal', 600),
  still('noto-sans-cherokee', 'cherokee', 600),
  still('noto-sans-javanese', 'javanese', 600),
  still('noto-sans-syriac', 'syriac', 600),
  still('noto-serif-tibetan', 'tibetan', 600),
  still('noto-sans-mongolian', 'mongolian', 400),
  still('noto-sans-nko', 'nko', 400),
  still('noto-sans-tifinagh', 'tifinagh', 400),
  ...slices('noto-sans-sc', 100, 119),
  ...slices('noto-sans-tc', 104, 123),
  ...slices('noto-sans-jp', 60, 119),
  ...slices('noto-sans-kr', 2, 64),
  ...slices('noto-sans-kr', 100, 119),
  ...slices('noto-sans-sc', 76, 91),
  still('noto-sans-symbols', 'symbols', 600),
  still('noto-sans-math', 'latin', 400),
  still('noto-sans-symbols-2', 'symbols', 400),
  packed('twemoji-colr-font/twemoji.woff2'),
];

/** Draws emoji, in the way of Discord's own. */
export const EMOJI_FONT = 'twemoji';

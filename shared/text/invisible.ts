/**
 * Characters that nobody sees where they stand. Some are part of real text: what joins or parts letters (Persian, Hindi)
 * and emoji families, marks that choose a form, the marks that give a full stop its side in Arabic and Hebrew. Those
 * stay where they do that; everything else of the kind only hides, looks empty or reorders what stands around it.
 */

/** Line and paragraph ends, in every form. */
const LINE_END = String.raw`\r\n?|[\n\v\f\u0085\u2028\u2029]`;
/** Between two characters that can be seen, once. */
const JOINER = String.raw`(?<=[\p{L}\p{M}\p{N}\p{P}\p{S}])[\u200c\u200d](?=[\p{L}\p{M}\p{N}\p{P}\p{S}])`;
/** Behind the character whose form they choose; U+FE0F makes an emoji of a symbol. */
const FORM = String.raw`(?<=[\p{L}\p{M}\p{N}\p{P}\p{S}])[\u034f\u180b-\u180d\u180f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]`;
/** Left-to-right, right-to-left and Arabic letter mark: next to a character that can be seen, once. */
const DIRECTION = String.raw`(?<![\u200e\u200f\u061c])[\u200e\u200f\u061c](?=[\p{L}\p{M}\p{N}\p{P}\p{S}])|(?<=[\p{L}\p{M}\p{N}\p{P}\p{S}])[\u200e\u200f\u061c]`;
/** The flags of England, Scotland, Wales. */
const FLAG = String.raw`(?<=\u{1f3f4})[\u{e0020}-\u{e007e}]{1,8}\u{e007f}`;
const IN_REAL_TEXT = [String.raw`\t`, JOINER, FORM, DIRECTION, FLAG].join('|');
/** Controls, halves of characters, and all that Unicode says is shown as nothing (bidi overrides and isolates too). */
const UNSEEN = String.raw`[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]`;

const SEEN = String.raw`\p{Extended_Pictographic}|[^\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]`;
const LINE_ENDS = new RegExp(LINE_END, 'g');

/** Nothing of it is unseen, and anything of it but spaces, tabs and line ends is seen. */
const PLAIN = /^[\t\n -~]*$/;

interface Patterns {
  readonly realOrUnseen: RegExp;
  readonly seen: RegExp;
}
let patterns: Patterns | undefined;

/** Made at first use: Unicode's tables take 10 ms of a cold start, and most texts are plain. */
function unicode(): Patterns {
  patterns ??= {
    realOrUnseen: new RegExp(`(${IN_REAL_TEXT})|${UNSEEN}`, 'gu'),
    seen: new RegExp(SEEN, 'u'),
  };
  return patterns;
}

/** The text with line ends as `\n`, tabs as they are, and no character that hides, reorders or is no character. */
export function withoutInvisible(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(LINE_ENDS, '\n').split('\n').map(seenInLine).join('\n');
}

/** Again until nothing changes: what was taken out may have stood between two that may not stand together. */
function seenInLine(line: string): string {
  const seen = line.replace(unicode().realOrUnseen, (_, real: string | undefined) => real ?? '');
  return seen === line ? line : seenInLine(seen);
}

/** Whether anything of the text can be seen. */
export function canBeSeen(text: string): boolean {
  return PLAIN.test(text) ? /[!-~]/.test(text) : unicode().seen.test(text);
}

/** Below these, every UTF-16 unit is a character of its own; a line end of two (CR LF) aside. */
const FIRST_JOINED = 0x300;
/** A character that is longer, such as one under a heap of accents, is cut between its code points. */
const LONGEST_CHARACTER = 64;

let graphemes: Intl.Segmenter | undefined;

/**
 * The beginning of a text, at most `max` UTF-16 units (never fewer than Discord or a database count), cut between
 * characters as people see them (grapheme clusters, Unicode UAX 29): an emoji, a flag or an accented letter stays whole
 * or goes. A surrogate pair is never split.
 */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : text.slice(0, max <= 0 ? 0 : boundary(text, max));
}

/** `Intl.Segmenter` takes 20 ms to load, so only a cut beside something that may be joined asks it. */
function boundary(text: string, end: number): number {
  if (text.charCodeAt(end - 1) < FIRST_JOINED && text.charCodeAt(end) < FIRST_JOINED) return end;
  graphemes ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const start = graphemes.segment(text.slice(0, end + LONGEST_CHARACTER)).containing(end)?.index ?? end;
  return start > 0 && end - start <= LONGEST_CHARACTER ? start : betweenCodePoints(text, end);
}

function betweenCodePoints(text: string, end: number): number {
  return (text.codePointAt(end - 1) ?? 0) > 0xffff ? end - 1 : end;
}

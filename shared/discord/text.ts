/**
 * Texts as Discord shows them. Everything that a person chose (names, reasons, notes) goes through
 * `escapeMarkdown` before it stands in a message; `clip` comes before it, since escaping makes a text longer.
 */
import { cut } from '../text/cut.ts';

export { DISCORD_LIMITS } from './limits.ts';

/** Controls and invisible marks, the ones that turn the writing direction among them; not line ends and what joins emoji. */
const CONTROLS = /(?!\n|\u200c|\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}\u2028\u2029]/gu;
/** What most texts are: nothing in it needs a look. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
/** Every mark that Discord's Markdown, mentions, emoji names or automatic links can begin with. */
const MARKS = /[\\*_~`|<>[\]():@#]/g;
/** Marks that mean something at the start of a line only: lists, quotes and small print, numbered lists. */
const LINE_START = /^(\s*)(?:([-+])|(\d+)\.)/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * The text so that Discord shows it letter by letter: no formatting, heading, list, quote, spoiler, link,
 * emoji or mention in it works. Direction marks are removed, and a line with right-to-left letters is set
 * apart, so that it does not turn the line around it. For message contents and an embed's title, description and
 * fields (Discord's client parses the titles of rich embeds too); authors, footers, button labels and choices show no
 * Markdown: use `plainText` there.
 */
export function escapeMarkdown(text: string): string {
  return withoutControls(text)
    .split('\n')
    .map((line) => isolate(escapeLine(line)))
    .join('\n');
}

/** The same in at most `max` UTF-16 units: what is cut is the text, never an escape. */
export function escapeToFit(text: string, max: number): string {
  for (let kept = Math.min(text.length, max); ; ) {
    const escaped = escapeMarkdown(clip(text, kept));
    if (escaped.length <= max || kept <= 0) return escaped;
    // A character becomes two at most, so this never takes away more than it has to.
    kept -= Math.ceil((escaped.length - max) / 2);
  }
}

/** The text on one line without controls and direction marks, for places where Discord shows no Markdown. */
export function plainText(text: string): string {
  if (PLAIN.test(text)) return text;
  return isolate(withoutControls(text).replace(/\s+/g, ' ').trim());
}

/** The text as inline code. A backtick in it becomes an accent, since nothing can escape one there. */
export function inlineCode(text: string): string {
  const inner = withoutControls(text).replaceAll('`', '\u02cb').replace(/\s+/g, ' ').trim();
  return inner === '' ? '' : `\`${inner}\``;
}

/** The text as a block of code, ready to copy, its line ends kept. A backtick in it becomes an accent. */
export function codeBlock(text: string): string {
  return `\`\`\`\n${withoutControls(text).replaceAll('`', '\u02cb')}\n\`\`\``;
}

/** At most `max` UTF-16 units, cut between characters, with an ellipsis in place of what was cut. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  return `${cut(text, max - 1)}\u2026`;
}

/** Shows as the person's name; pings only when the message's `pings` names them. */
export function mention(userId: string): string {
  return `<@${userId}>`;
}

export function roleMention(roleId: string): string {
  return `<@&${roleId}>`;
}

export function channelMention(channelId: string): string {
  return `<#${channelId}>`;
}

/** A link to a message, for people who can see its channel. */
export function messageLink(guildId: string, channelId: string, messageId: string): string {
  return `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
}

/** `f` date and time, `F` with the week day, `d` and `D` date, `t` and `T` time, `R` relative ("2 hours ago"). */
export type TimestampStyle = 'd' | 'D' | 't' | 'T' | 'f' | 'F' | 'R';

/** A point in time (Unix milliseconds) that every reader sees in their own time zone and language. */
export function timestamp(ms: number, style: TimestampStyle = 'f'): string {
  return `<t:${Math.floor(ms / 1000)}:${style}>`;
}

/**
 * Joins lines into pieces of at most `max` UTF-16 units, breaking between lines; a line that is longer by
 * itself is broken into parts. No lines: no pieces.
 */
export function splitLines(lines: readonly string[], max: number): string[] {
  const pieces: string[] = [];
  let piece: string | undefined;
  for (const line of lines.flatMap((whole) => breakLine(whole, max))) {
    if (piece === undefined) piece = line;
    else if (piece.length + 1 + line.length <= max) piece += `\n${line}`;
    else {
      pieces.push(piece);
      piece = line;
    }
  }
  if (piece !== undefined) pieces.push(piece);
  return pieces;
}

function withoutControls(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(CONTROLS, '');
}

/** A backslash shows the mark behind it as it is; the zero-width space keeps @everyone from being one word. */
function escapeLine(line: string): string {
  return line
    .replace(MARKS, (mark) => (mark === '@' ? '@\u200b' : `\\${mark}`))
    .replace(LINE_START, (_, space: string, bullet: string | undefined, digits: string) =>
      bullet === undefined ? `${space}${digits}\\.` : `${space}\\${bullet}`,
    );
}

function isolate(line: string): string {
  return RIGHT_TO_LEFT.test(line) ? `${FIRST_STRONG_ISOLATE}${line}${POP_ISOLATE}` : line;
}

function breakLine(line: string, max: number): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > max) {
    // A limit of one cannot hold a pair: the pair then stays whole, so that the loop always gets on.
    const part = cut(rest, max) || String.fromCodePoint(rest.codePointAt(0) ?? 0);
    parts.push(part);
    rest = rest.slice(part.length);
  }
  parts.push(rest);
  return parts;
}

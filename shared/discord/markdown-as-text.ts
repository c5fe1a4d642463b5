/** What the bot writes as Markdown: marks with a backslash, inline code, bold, mentions, times, what keeps @ from being one word. */
const MARKDOWN =
  /\\([\s\S])|`([^`\n]*)`|\*\*|<(?:@!?|@&|#)(\d+)>|<t:(-?\d+)(?::\w)?>|(@)\u200b|[\u2068\u2069]/g;

/**
 * A text that the bot wrote for a message (see `escapeMarkdown`) as it reads without Markdown, for files and other
 * places that show every letter. Mentions become ids, times UTC.
 */
export function markdownAsText(markdown: string): string {
  return markdown.replace(
    MARKDOWN,
    (_, escaped?: string, code?: string, id?: string, seconds?: string, at?: string) =>
      escaped ?? code ?? id ?? (seconds === undefined ? undefined : utc(Number(seconds))) ?? at ?? '',
  );
}

function utc(seconds: number): string {
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime())
    ? String(seconds)
    : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

import type { Settings } from '../clans/settings.ts';
import { markdownAsText } from '../discord/markdown-as-text.ts';
import type { Message, TextFile } from '../discord/message.ts';
import { plainText } from '../discord/text.ts';
import { embedColor } from '../settings/embed-color.ts';
import type { SyncLine, SyncReport } from './sync-report.ts';
import { syncTexts } from './sync-texts.ts';

/** Below an embed's 4,096 characters, with room for the counts and for what the reply shows of effects. */
const MOST_CHARACTERS = 3_000;

/** What a sync did, as one embed: the counts, then the lines that fit. The rest comes as a file. */
export function reportMessage(
  report: SyncReport,
  options: {
    readonly title: string;
    readonly settings: Settings;
    readonly locale: string | undefined;
    /** Said last, under the lines. */
    readonly remarks?: readonly string[];
  },
): { readonly message: Message; readonly file?: TextFile } {
  const { locale } = options;
  const texts = syncTexts(locale);
  const shown = fitting(report.lines.map((line) => lineMarkdown(locale, line)));
  const more = report.lineCount - shown.length;
  const description = [
    texts.counts(report),
    ...(shown.length === 0 ? [] : ['', ...shown]),
    ...(more > 0 ? [texts.moreLines(more)] : []),
    ...(options.remarks ?? []),
  ].join('\n');
  const message: Message = {
    embeds: [{ title: options.title, color: embedColor(options.settings), description }],
  };
  if (shown.length === report.lines.length) return { message };
  const text = `${report.lines.map((line) => lineText(locale, line)).join('\n')}\n`;
  return { message, file: { name: 'sync.txt', contentType: 'text/plain; charset=utf-8', text } };
}

/** For a message. */
export function lineMarkdown(locale: string | undefined, { who, says }: SyncLine): string {
  return who === null ? says : syncTexts(locale).ofMember(who.discordId, says);
}

/** For a text file, which shows neither names for mentions nor Markdown. */
function lineText(locale: string | undefined, { who, says }: SyncLine): string {
  const text = markdownAsText(says);
  return who === null ? text : syncTexts(locale).ofNamed(plainText(who.name), who.discordId, text);
}

function fitting(lines: readonly string[]): readonly string[] {
  let length = 0;
  const end = lines.findIndex((line) => {
    length += line.length + 1;
    return length > MOST_CHARACTERS;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

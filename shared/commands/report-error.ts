import { LruMap } from '../cache/lru-map.ts';
import { stillRuns } from '../clock/still-runs.ts';
import type { ClanRuntime } from '../context/clan-runtime.ts';
import { clip, DISCORD_LIMITS, escapeMarkdown } from '../discord/text.ts';
import { noteFailure, pausedUntil } from '../effects/service-pause.ts';
import { isObject } from '../json/json.ts';
import type { LogLine } from '../log/create-logger.ts';

/** From here on the log channel of a clan is told; `none`: never. */
const SEVERITY = { none: 9, critical: 4, error: 3, warning: 2 } as const;
const LINE_SEVERITY: Readonly<Record<LogLine['level'], number>> = {
  debug: 0,
  info: 1,
  warning: 2,
  error: 3,
  critical: 4,
};

const MOST_LINES = 10;
/** A bot that fails at every interaction must not fill the channel. */
const MOST_POSTS_PER_MINUTE = 5;
const MINUTE_MS = 60_000;
const MOST_CLANS = 200;

/** Keeps the severe lines of one invocation; the first `MOST_LINES` of them. Pass `onLine` to `createLogger`. */
export class SevereLines {
  readonly lines: LogLine[] = [];

  readonly onLine = (line: LogLine): void => {
    if (LINE_SEVERITY[line.level] >= SEVERITY.warning && this.lines.length < MOST_LINES)
      this.lines.push(line);
  };
}

/**
 * Tells a clan's log channel, in the clan's language, what went wrong in an invocation, at the level its settings choose. The lines have
 * passed the log, which removes secrets. Best effort: a failure is returned to nobody but counted, so that a
 * channel which forbids the bot is not written to for ever. At most 5 messages a minute and clan.
 */
export class ErrorReporter {
  readonly #now: () => number;
  /** Times of the last posts by clan; at most `MOST_CLANS` clans, the ones used last. */
  readonly #posts = new LruMap<string, number[]>(MOST_CLANS);

  constructor(now: () => number) {
    this.#now = now;
  }

  /** `nonce`: 25 characters at most; the same one is posted once. */
  async post(runtime: ClanRuntime, lines: readonly LogLine[], nonce: string): Promise<void> {
    const { settings, discord, db, clan } = runtime;
    const channelId = settings.channels.log;
    const reported = lines.filter((line) => LINE_SEVERITY[line.level] >= SEVERITY[settings.log_level]);
    if (channelId === null || reported.length === 0 || !this.#mayPost(clan.clan)) return;
    try {
      if ((await pausedUntil(db, 'discord', this.#now())) !== undefined) return;
      const content = await textOf(settings.locale, reported);
      await discord.postMessage(channelId, { content }, { nonce });
    } catch (error) {
      // The log has the lines already; a second one about the channel would come back here.
      const silent = { debug() {}, info() {}, warning() {}, error() {}, critical() {}, with: () => silent };
      await noteFailure(db, error, { now: this.#now(), log: silent }).catch(() => undefined);
    }
  }

  #mayPost(clan: string): boolean {
    const now = this.#now();
    const recent = (this.#posts.get(clan) ?? []).filter((time) =>
      stillRuns(time + MINUTE_MS, now, MINUTE_MS),
    );
    this.#posts.set(clan, recent);
    if (recent.length >= MOST_POSTS_PER_MINUTE) return false;
    recent.push(now);
    return true;
  }
}

const MARKS: Readonly<Record<LogLine['level'], string>> = {
  debug: '',
  info: '',
  warning: '⚠️',
  error: '❌',
  critical: '🛑',
};

/** In the clan's language, which is read in here only: most invocations have nothing to tell. */
async function textOf(locale: string, lines: readonly LogLine[]): Promise<string> {
  const { reportText } = await import('./report-texts.ts');
  const texts = lines.map((line) => lineText(line, reportText(locale, line.message)));
  return clip(texts.join('\n'), DISCORD_LIMITS.content);
}

/** `said`: what the line is about. An error and its codes stay as they are, for whoever looks into it. */
function lineText({ level, fields }: LogLine, said: string): string {
  const parts = [`${MARKS[level]} ${escapeMarkdown(said)}`];
  const { error } = fields;
  if (isObject(error)) parts.push(escapeMarkdown(clip(`${error['name']}: ${error['message']}`, 300)));
  else if (typeof fields['reason'] === 'string') parts.push(escapeMarkdown(clip(fields['reason'], 300)));
  const where = ['code', 'command', 'job', 'effect', 'interaction'].flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' ? escapeMarkdown(clip(value, 100)) : [];
  });
  if (where.length > 0) parts.push(`-# ${where.join(' · ')}`);
  return parts.join('\n');
}

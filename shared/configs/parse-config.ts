import type * as z from 'zod/mini';
import { type RankRow, RanksFile } from '../clans/ranks-file.ts';
import { Settings } from '../clans/settings.ts';
import { checkRanks } from './check-ranks.ts';
import { ConfigError } from './config-error.ts';
import { describeIssue } from './describe-issue.ts';

/** Ranks that may be used, and what is odd about them. */
export interface CheckedRanks {
  readonly ranks: readonly RankRow[];
  readonly warnings: readonly string[];
}

/** The content of a `ranks.json`, parsed. `file` stands in the messages. Throws `ConfigError`. */
export function parseRanks(content: unknown, file: string): CheckedRanks {
  const ranks = parse(RanksFile, content, file);
  const { problems, warnings } = checkRanks(ranks);
  if (problems.length > 0) throw new ConfigError(problems.map((problem) => `${file}: ${problem}`));
  return { ranks, warnings: warnings.map((warning) => `${file}: ${warning}`) };
}

/** The content of a `settings.json`, parsed, with defaults filled in. Throws `ConfigError`. */
export function parseSettings(content: unknown, file: string): Settings {
  return parse(Settings, content, file);
}

function parse<T>(form: z.ZodMiniType<T>, content: unknown, file: string): T {
  const parsed = form.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new ConfigError(parsed.error.issues.map((issue) => `${file}: ${describeIssue(issue, content)}`));
}

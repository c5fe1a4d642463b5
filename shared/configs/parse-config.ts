import type * as z from 'zod/mini';
import { RankRow, RanksFile } from '../clans/ranks-file.ts';
import { Settings } from '../clans/settings.ts';
import { isObject } from '../json/json.ts';
import { type RankFields, rankProblems, rankWarnings } from './check-ranks.ts';
import { ConfigError } from './config-error.ts';
import { describeIssue } from './describe-issue.ts';

/** Ranks that may be used, and what is odd about them. */
export interface CheckedRanks {
  readonly ranks: readonly RankRow[];
  readonly warnings: readonly string[];
}

/** The content of a `ranks.json`, parsed. `file` stands in the messages. Throws `ConfigError` with all that is wrong. */
export function parseRanks(content: unknown, file: string): CheckedRanks {
  const parsed = RanksFile.safeParse(content);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => describeIssue(issue, content)),
    ...rankProblems(Array.isArray(content) ? content.map(ownFields) : []),
  ];
  if (parsed.data === undefined || problems.length > 0) {
    throw new ConfigError(problems.map((problem) => `${file}: ${problem}`));
  }
  return {
    ranks: parsed.data,
    warnings: rankWarnings(parsed.data).map((warning) => `${file}: ${warning}`),
  };
}

/** What of a row can be compared with other rows, whatever is wrong with the rest of it. */
function ownFields(row: unknown): RankFields {
  const fields = isObject(row) ? row : {};
  return {
    rank_order: RankRow.shape.rank_order.safeParse(fields['rank_order']).data,
    rank_name: RankRow.shape.rank_name.safeParse(fields['rank_name']).data,
  };
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

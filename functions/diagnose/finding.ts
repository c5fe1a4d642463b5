import type { ServiceError } from '../../shared/http/service-error.ts';
import type { Texts } from './texts-en.ts';

/** One line of the report: how one thing stands and, when it does not stand well, how to fix it. */
export interface Finding {
  readonly state: 'good' | 'warning' | 'bad';
  readonly text: string;
  /** Left out where there is nothing to fix. */
  readonly fix?: string;
}

export const good = (text: string): Finding => ({ state: 'good', text });
export const warning = (text: string, fix: string): Finding => ({ state: 'warning', text, fix: fix });
export const bad = (text: string, fix: string): Finding => ({ state: 'bad', text, fix: fix });

/**
 * Runs checks that do not depend on each other. One that throws becomes the line that `onError` makes of it;
 * several that fail for one reason become one line.
 */
export async function findings(
  checks: readonly (() => Promise<readonly Finding[]>)[],
  onError: (error: unknown) => Finding,
): Promise<readonly Finding[]> {
  const results = await Promise.allSettled(checks.map((check) => check()));
  const found = results.flatMap((result) =>
    result.status === 'fulfilled' ? result.value : [onError(result.reason)],
  );
  return [...new Map(found.map((finding) => [finding.text, finding])).values()];
}

/** How to fix what a service answered, by its status; what has none passes by itself. */
export function fixOf(
  {
    fixes,
    said,
  }: {
    readonly fixes: Readonly<Record<number, string>>;
    readonly said: Pick<Texts, 'seePause' | 'tryLater' | 'itSaid'>;
  },
  { status, pause, retryable, message }: ServiceError,
): string {
  const fix = fixes[status];
  if (fix !== undefined) return fix;
  if (pause !== undefined) return said.seePause;
  return retryable ? said.tryLater : said.itSaid(message);
}

import { clip, plainText } from '../../shared/discord/text.ts';

/** What can be odd about the old data: what it is, and what the import does about it. */
export const ANOMALIES = {
  'member-id': ['members whose id is no Discord id', 'left out, with their points'],
  'member-time': ['members without a readable date', 'counted as members since the import'],
  'negative-points': ['negative figures of points', 'taken as 0'],
  'odd-points': ['figures of points that are no whole number', 'taken as the figure shown'],
  'beyond-points': [
    'members with a figure of points that no program can count with',
    'left out; correct the figure in the old database and import again',
  ],
  'lifetime-below-points': ['members with fewer lifetime points than points', 'kept as they are'],
  'no-name': ['members without a Roblox name', 'brought along unlinked; they link with /link-roblox'],
  'long-name': ['names that are too long for a Roblox name', 'dropped; the members stay unlinked'],
  'shared-name': [
    'Roblox names that several members have (they differ by case at most)',
    'one of them is linked; the others keep name and points and stay unlinked',
  ],
  'unknown-name': [
    'names that nobody on Roblox has now (renamed, banned, mistyped)',
    'the members keep name and points and stay unlinked until they use /link-roblox',
  ],
  'unasked-name': [
    'names that could not be looked up at Roblox',
    'the members keep name and points and stay unlinked; run the same import again, and it links them',
  ],
  'account-taken': [
    'Roblox accounts that somebody else has linked here',
    'left where they are; the member of the old bot stays unlinked',
  ],
  'other-account': ['members who linked another Roblox account here', 'their choice here is kept'],
  'no-such-rank': [
    'members on a rank that does not exist',
    'given the first rank; the sync takes theirs from Roblox',
  ],
  'rank-kept': ['members who have another rank here by now', 'their rank here is kept'],
  'points-stop-at-0': ['members who lost more points with the old bot than they have left here', 'set to 0'],
  'deleted-here': ['members who were imported before and are gone here', 'left deleted'],
  'bad-rank': ['ranks that cannot be used', 'left out'],
  'rank-left-out': ["ranks that the clan's ranks.json does not have and nobody holds", 'left out'],
  'rank-added': [
    "ranks that members hold and the clan's ranks.json does not have",
    'added; put them into the file too',
  ],
  'rank-differs': ["ranks of which the clan's ranks.json says something else", "the file's figures are used"],
  'role-kept': ['ranks that have another Discord role here', 'the role here is kept'],
  'submission-id': ['submissions whose number cannot be used', 'left out'],
  'other-submission': ['submissions whose number another one has here', 'left out'],
  'submitter-id': ['submissions whose submitter is no Discord id', 'kept without a host'],
  'submitter-not-member': ['submissions of people who were never linked', 'kept, with them as host'],
  'no-participants': ['submissions without participants', 'kept; an approval will give nobody points'],
  'bad-participant': ['participants who cannot be a Roblox name', 'left out of their list'],
  'odd-participant': [
    'pieces of a list of participants that are no name as Roblox has them',
    'kept as they are written; look whether several people are meant',
  ],
  'named-twice': ['participants who are named more than once in one list', 'counted once'],
  'unknown-status': ['submissions with an unknown status', 'kept as waiting for review'],
  'approved-without-points': ['approved submissions without points', 'kept as approved, without points'],
  'points-without-approval': ['points on submissions that were not approved', 'dropped'],
  'event-points': ['points of a submission that cannot be', 'dropped'],
  'reviewer-id': ['reviewers who are no Discord id', 'dropped; the decision is kept'],
  'submission-time': ['submissions without a readable date', 'counted as submitted at the import'],
  'cut-text': ['texts that are too long', 'cut'],
  'nul-text': [
    'texts with a NUL character in them',
    'read up to it; correct them in the old database and import again',
  ],
  'no-type': ['submissions without a type', 'kept as Raid'],
  'decided-here': ['submissions that were decided here', 'the decision here is kept'],
  'blacklist-id': ['blacklisted ids that are no Discord id', 'left out'],
  'blacklist-time': ['blacklistings without a readable date', 'dated with the import'],
  'blacklister-id': ['people who blacklisted somebody and are no Discord id', 'dropped; the entry is kept'],
  'blacklist-removed-here': [
    'people who were taken off the blacklist here since the last import',
    'left off it',
  ],
  'unknown-setting': ['unknown configuration keys', 'not taken over'],
  'bad-setting': ['configuration values that are no Discord id', 'not taken over'],
  'setting-kept': ['channels that are set otherwise here', 'the setting here is kept'],
} as const satisfies Readonly<Record<string, readonly [what: string, done: string]>>;
export type AnomalyKind = keyof typeof ANOMALIES;

const EXAMPLES = 5;
const LONGEST_LINE = 300;

/**
 * Collects what was odd. Keeps counts and a few examples of each kind; every single one goes to `write`, a line each,
 * so that however many there are, none is lost and none stays in memory.
 */
export class Anomalies {
  readonly #write: (line: string) => void;
  readonly #found = new Map<AnomalyKind, { count: number; examples: string[] }>();

  constructor(write: (line: string) => void) {
    this.#write = write;
  }

  /** `subject` and `detail` may hold what people typed. */
  add(kind: AnomalyKind, subject: string, detail = ''): void {
    const line = clip(plainText(detail === '' ? subject : `${subject}: ${detail}`), LONGEST_LINE);
    const found = this.#found.get(kind) ?? { count: 0, examples: [] };
    this.#found.set(kind, found);
    found.count += 1;
    if (found.examples.length < EXAMPLES) found.examples.push(line);
    this.#write(`[${kind}] ${line}: ${ANOMALIES[kind][1]}`);
  }

  count(kind: AnomalyKind): number {
    return this.#found.get(kind)?.count ?? 0;
  }

  /** For a console: a heading for each kind, and its first few. */
  lines(): string[] {
    return [...this.#found].flatMap(([kind, { count, examples }]) => [
      `${count} ${ANOMALIES[kind][0]}: ${ANOMALIES[kind][1]}`,
      ...examples.map((example) => `    ${example}`),
      ...(count > examples.length ? [`    and ${count - examples.length} more`] : []),
    ]);
  }
}

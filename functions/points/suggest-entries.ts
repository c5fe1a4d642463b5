import * as z from 'zod/mini';
import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { type Queryable, sql } from '../../shared/database/database.ts';
import { clip, DISCORD_LIMITS, plainText } from '../../shared/discord/text.ts';
import { findMember, findMembersByName } from '../../shared/members/member.ts';
import { history, type PointEntry } from '../../shared/points/ledger.ts';
import { findEntry } from '../../shared/points/point-entry.ts';
import { texts } from './texts.ts';

/** How far back the search looks. */
const SEARCHED = 50;

const LATEST = sql`
SELECT entry_id FROM point_entries
WHERE kind IN ('award', 'removal', 'event', 'undo') ORDER BY created_at DESC, entry_id DESC {rows}`;

/**
 * The latest entries that can be undone: of the member chosen in the other option, of the member whose Roblox
 * name is typed, else of everybody. Entries of the moderator's own are left out, since nobody undoes those.
 */
export async function suggestEntries(context: CommandContext): Promise<Answer> {
  const { interaction, db, actor, settings } = context;
  const typed = interaction.focused?.value.trim().toLowerCase() ?? '';
  const memberId = await chosenMember(context, typed);
  const entries = memberId === undefined ? await latestEntries(db) : await entriesOf(db, memberId);
  const open = entries.filter(
    (entry) =>
      entry.reversedBy === null &&
      UNDOABLE.has(entry.kind) &&
      entry.memberId !== null &&
      entry.memberId !== actor.id,
  );
  const names = await namesOf(db, open);
  const date = new Intl.DateTimeFormat(settings.locale, {
    timeZone: settings.time_zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const choices = open.map((entry) => {
    const name = names.get(entry.memberId ?? '') ?? texts.unknownMember;
    const label = plainText(texts.entryChoice(entry, name, date.format(entry.createdAt)));
    return { name: clip(label, DISCORD_LIMITS.choiceName), value: entry.entryId };
  });
  const matches = choices.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed));
  return { choices: matches.slice(0, DISCORD_LIMITS.choices) };
}

const UNDOABLE: ReadonlySet<PointEntry['kind']> = new Set(['award', 'removal', 'event', 'undo'] as const);

async function chosenMember({ interaction, db }: CommandContext, typed: string): Promise<string | undefined> {
  const chosen = interaction.options['member'];
  if (typeof chosen === 'string') return chosen;
  const [byName] = typed === '' ? [] : (await findMembersByName(db, [typed])).values();
  return byName?.discordId;
}

async function entriesOf(q: Queryable, memberId: string): Promise<readonly PointEntry[]> {
  return (await history(q, memberId, { page: 1, pageSize: SEARCHED })).entries;
}

async function latestEntries(q: Queryable): Promise<readonly PointEntry[]> {
  const ids = await q.query(z.object({ entry_id: z.string() }), LATEST, {
    row_offset: 0,
    row_limit: SEARCHED,
  });
  const entries: PointEntry[] = [];
  for (const { entry_id } of ids) {
    const entry = await findEntry(q, entry_id);
    if (entry !== undefined) entries.push(entry);
  }
  return entries;
}

async function namesOf(q: Queryable, entries: readonly PointEntry[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const memberId of new Set(entries.flatMap((entry) => entry.memberId ?? []))) {
    const name = (await findMember(q, memberId))?.robloxName;
    if (name != null) names.set(memberId, name);
  }
  return names;
}

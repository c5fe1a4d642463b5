import type { Answer } from '../../shared/context/command-context.ts';
import { clip, DISCORD_LIMITS, plainText } from '../../shared/discord/text.ts';
import { findMembersByName } from '../../shared/members/member.ts';
import { history, isUndoable, latestEntries } from '../../shared/points/ledger.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

/** How far back the search looks. */
const SEARCHED = 50;

/**
 * The latest entries that can be undone: of the member chosen in the other option, of the member whose Roblox
 * name is typed, else of everybody. Entries of the moderator's own are left out, since nobody undoes those.
 */
export async function suggestEntries(context: Context<'autocomplete points undo'>): Promise<Answer> {
  const { interaction, db, actor, settings } = context;
  const typed = interaction.focused?.value.trim().toLowerCase() ?? '';
  const memberId = await chosenMember(context, typed);
  const entries =
    memberId === undefined
      ? await latestEntries(db, SEARCHED)
      : (await history(db, memberId, { page: 1, pageSize: SEARCHED })).entries;
  const open = entries.filter(
    (entry) =>
      entry.reversedBy === null &&
      isUndoable(entry) &&
      entry.memberId !== null &&
      entry.memberId !== actor.id,
  );
  const said = texts(interaction.locale);
  const date = new Intl.DateTimeFormat(interaction.locale ?? settings.locale, {
    timeZone: settings.time_zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const choices = open.map((entry) => {
    const name = entry.robloxName ?? said.unknownMember;
    const what = entry.reason ?? said.kinds[entry.kind];
    const label = plainText(said.entryChoice(entry.lifetimeDelta, name, what, date.format(entry.createdAt)));
    return { name: clip(label, DISCORD_LIMITS.choiceName), value: entry.entryId };
  });
  const matches = choices.filter(({ name, value }) => `${name} ${value}`.toLowerCase().includes(typed));
  return { choices: matches.slice(0, DISCORD_LIMITS.choices) };
}

async function chosenMember(
  { interaction, db }: Context<'autocomplete points undo'>,
  typed: string,
): Promise<string | undefined> {
  const chosen = interaction.options['member'];
  if (typeof chosen === 'string') return chosen;
  const [byName] = typed === '' ? [] : (await findMembersByName(db, [typed])).values();
  return byName?.discordId;
}

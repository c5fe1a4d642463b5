import type { RankRow } from '../../shared/clans/ranks-file.ts';
import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import type { Message, TextFile } from '../../shared/discord/message.ts';
import { clip, escapeMarkdown, splitLines } from '../../shared/discord/text.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { planCommandRanks } from '../../shared/ranks/plan-ranks.ts';
import { listRanks, type Rank } from '../../shared/ranks/rank.ts';
import { membersPerRank } from '../../shared/ranks/store-ranks.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import type { Context } from './declaration.ts';
import { isApplicable, nameOf, planLines } from './plan-lines.ts';
import { problemIn } from './problem-texts.ts';
import { fingerprint, PROPOSED_RANKS } from './proposal-store.ts';
import { proposeRanks } from './propose-ranks.ts';
import { readGroupRoles } from './read-group-roles.ts';
import { readRanksFile } from './read-ranks-file.ts';
import { rolesOfPlan } from './setup-roles.ts';
import { setupTexts } from './setup-texts.ts';

const SHOWN_LENGTH = 3600;
const SHOWN_WARNINGS = 5;
const SHOWN_WARNING = 250;

/**
 * Proposes ranks from the Roblox group's roles, or takes those of a file; shows what would change, with the whole
 * list as a file. Applies nothing before the button.
 */
export async function setup(context: Context<'command ranks setup'>): Promise<Answer> {
  const { db, interaction, now } = context;
  const texts = setupTexts(interaction.locale);
  const current = await listRanks(db);
  const { ranks, lines } = await wantedRanks(context, current);
  const plan = planCommandRanks(current, ranks, { members: await membersPerRank(db) });
  const roles = await rolesOfPlan(context, plan);
  const applicable = isApplicable(plan) && roles.refused.length === 0;
  const refused = roles.refused.map((line) => line(interaction.locale));
  if (refused.length > 0) refused.push(texts.roleRefusedAdvice);
  const warned = roles.warned.map((line) => line(interaction.locale)).filter((line) => line !== '');
  const shown = [...lines, '', ...refused, ...warned, ...planLines(plan, texts)];
  if (!applicable && plan.held.length + refused.length === 0) shown.push(texts.nothing);
  const file = ranksFile(ranks);
  if (!applicable) return { message: setupMessage(shown, context, undefined), file };
  return {
    change: async (tx) => {
      const id = tx.newId();
      await PROPOSED_RANKS.keep(tx, { id, ranks: [...ranks], basis: fingerprint(current) }, now());
      return { message: setupMessage(shown, context, id), file };
    },
  };
}

async function wantedRanks(
  context: Context<'command ranks setup'>,
  current: readonly Rank[],
): Promise<{ ranks: readonly RankRow[]; lines: string[] }> {
  const { options, attachments, locale } = context.interaction;
  const texts = setupTexts(locale);
  if (options['file'] === undefined) {
    const guests = current.filter((rank) => Number(rank.robloxRank) === 0);
    if (guests.length > 0) {
      throw new UserError('guest-rank', (language) => setupTexts(language).guestRank(guests.map(nameOf)));
    }
    const ranks = proposeRanks(await readGroupRoles(context), current);
    if (ranks.length === 0) throw new UserError('no-roles', (language) => setupTexts(language).noRoles);
    return { ranks, lines: [texts.fromGroup] };
  }
  const attachment = attachments[String(options['file'])];
  if (attachment === undefined) throw new UserError('file-gone', (language) => setupTexts(language).fileGone);
  const { ranks, warnings } = await readRanksFile(context, attachment);
  const shown = warnings
    .slice(0, SHOWN_WARNINGS)
    .map((text) => `⚠️ ${escapeMarkdown(clip(problemIn(locale, text), SHOWN_WARNING))}`);
  return { ranks, lines: [texts.fromFile, ...shown] };
}

function setupMessage(
  lines: readonly string[],
  { settings, interaction }: CommandContext<'file'>,
  proposalId: string | undefined,
): Message {
  const texts = setupTexts(interaction.locale);
  const [first = '', ...rest] = splitLines(lines, SHOWN_LENGTH);
  const hidden = rest.reduce((count, piece) => count + piece.split('\n').length, 0);
  const description = hidden === 0 ? first : `${first}\n${texts.more(hidden)}`;
  return {
    embeds: [{ title: texts.title, description, color: embedColor(settings) }],
    components:
      proposalId === undefined
        ? []
        : [
            {
              type: 1,
              components: [{ type: 2, style: 3, label: texts.apply, custom_id: `ranks.apply:${proposalId}` }],
            },
          ],
  };
}

/** The list in the form of a clan's own file; rank numbers are numbers there, longer role ids text. */
function ranksFile(ranks: readonly RankRow[]): TextFile {
  const rows = ranks.map((row) => {
    const value = Number(row.roblox_group_rank_id);
    return { ...row, roblox_group_rank_id: value <= 255 ? value : row.roblox_group_rank_id };
  });
  return { name: 'ranks.json', contentType: 'application/json', text: `${JSON.stringify(rows, null, 2)}\n` };
}

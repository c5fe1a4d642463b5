import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import type { Queryable } from '../../shared/database/database.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { afterCommand, loadCommandRanks, storeCommandRanks } from '../../shared/ranks/command-ranks.ts';
import { planCommandRanks, type RanksPlan } from '../../shared/ranks/plan-ranks.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { applyRanksPlan, membersPerRank, RankHeldError } from '../../shared/ranks/store-ranks.ts';
import { raiseConfigVersion } from '../../shared/settings/config-version.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { fingerprint, PROPOSED_RANKS } from './proposal-store.ts';
import { rolesOfPlan } from './setup-roles.ts';
import { setupTexts } from './setup-texts.ts';

/** The Apply button: makes the ranks what was shown, once, and only while they are what they were then. */
export async function applySetup(context: CommandContext): Promise<Answer> {
  const { interaction, settings, now } = context;
  const texts = setupTexts(interaction.locale);
  await refusePowerfulRoles(context);
  return {
    change: async (tx) => {
      // From here on nobody else changes what is read now and written whole.
      await raiseConfigVersion(tx);
      const proposal = await PROPOSED_RANKS.take(tx, interaction.recordId ?? '');
      if (proposal === undefined) throw new UserError('proposal-gone', (locale) => setupTexts(locale).gone);
      const current = await listRanks(tx);
      if (fingerprint(current) !== proposal.basis) {
        throw new UserError('ranks-changed', (locale) => setupTexts(locale).ranksChanged);
      }
      const plan = planCommandRanks(current, proposal.ranks, { members: await membersPerRank(tx) });
      const commandRanks = await loadCommandRanks(tx);
      await applyOrExplain(tx, plan, tx.newId);
      await storeCommandRanks(tx, afterCommand(commandRanks, plan, await listRanks(tx)), {
        actorId: interaction.user.id,
        now: now(),
      });
      const done = texts.applied(plan.added.length, plan.changed.length, plan.dropped.length);
      const embed = { title: texts.title, description: `${done}\n${texts.next}` };
      return { message: { embeds: [{ ...embed, color: embedColor(settings) }], components: [] } };
    },
  };
}

/** A role may have been given power since the plan was shown. Throws `UserError`. */
async function refusePowerfulRoles(context: CommandContext): Promise<void> {
  const { db, interaction } = context;
  const proposal = await PROPOSED_RANKS.read(db, interaction.recordId ?? '');
  if (proposal === undefined) return;
  const plan = planCommandRanks(await listRanks(db), proposal.ranks, { members: await membersPerRank(db) });
  const { refused } = await rolesOfPlan(context, plan);
  if (refused.length > 0) {
    throw new UserError('powerful-role', (locale) =>
      [...refused.map((line) => line(locale)), setupTexts(locale).roleRefusedAdvice].join('\n'),
    );
  }
}

async function applyOrExplain(tx: Queryable, plan: RanksPlan, newId: () => string): Promise<void> {
  try {
    await applyRanksPlan(tx, plan, newId);
  } catch (error) {
    if (!(error instanceof RankHeldError)) throw error;
    throw new UserError('rank-held', (locale) => setupTexts(locale).heldMeanwhile);
  }
}

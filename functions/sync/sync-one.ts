import type { Answer, CommandContext } from '../../shared/commands/handler.ts';
import { mention } from '../../shared/discord/text.ts';
import { requireLinked } from '../../shared/members/member.ts';
import { syncLine } from '../../shared/members/profile.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { applyDecision, readFromRoblox } from '../../shared/ranks/sync-member.ts';
import { syncTexts } from '../../shared/sync/sync-texts.ts';
import { texts } from './texts.ts';
import { differenceLine, discordRolesOf } from './three-way.ts';
import { applyButton, embed } from './view.ts';

/** Compares one member in all three places; changes nothing. */
export async function previewOne(context: CommandContext, memberId: string): Promise<Answer> {
  const { db, roblox } = context;
  const member = await requireLinked(db, memberId, 'they');
  const ranks = await listRanks(db);
  const [reading, groupRoles, discordRoles] = await Promise.all([
    readFromRoblox(roblox, ranks, member),
    roblox.groupRoles(),
    discordRolesOf(context, memberId),
  ]);
  const groupRoleNames = new Map(groupRoles.map((role) => [role.id, role.name]));
  const line = differenceLine(member, reading, { ranks, groupRoleNames, discordRoles });
  if (line === undefined) return { message: embed(context, texts.previewTitle, texts.oneInSync(memberId)) };
  return {
    message: {
      ...embed(context, texts.previewTitle, `${line}\n\n${texts.pressApply}`),
      components: [applyButton(memberId)],
    },
  };
}

/** Brings one member to what Roblox says. The Discord role of the rank is given even when only that was missing. */
export async function syncOne(context: CommandContext, memberId: string): Promise<Answer> {
  const { db, roblox, settings, actor } = context;
  const member = await requireLinked(db, memberId, 'they');
  const ranks = await listRanks(db);
  const reading = await readFromRoblox(roblox, ranks, member);
  return {
    change: async (tx) => {
      const now = context.now();
      const outcome = await applyDecision(tx, { reading, ranks, settings, actorId: actor.id, now });
      if (outcome.kind === 'moved') {
        const { from, to, change } = outcome;
        const said = syncTexts.moved(memberId, from, to, change.resetPoints);
        return {
          message: { ...embed(context, texts.title, said), components: [] },
          shows: [{ label: texts.discordRoles, effectId: change.discordEffectId }],
        };
      }
      const said = `${mention(memberId)}: ${syncLine(outcome) ?? texts.outcome[outcome.kind]}`;
      const message = { ...embed(context, texts.title, said), components: [] };
      if (outcome.kind !== 'in-sync') return { message };
      const effectId = await tx.addEffect({ kind: 'discord-roles', memberId, changeId: 'none' });
      return { message, shows: [{ label: texts.discordRoles, effectId }] };
    },
  };
}

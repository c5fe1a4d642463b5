import type { CommandContext } from '../../shared/context/command-context.ts';
import type { GuildRole } from '../../shared/discord/client.ts';
import { sayObjection } from '../../shared/discord/power-texts.ts';
import { objectionTo } from '../../shared/discord/powers.ts';
import type { Text } from '../../shared/languages/catalogue.ts';
import type { PlannedRank, RanksPlan } from '../../shared/ranks/plan-ranks.ts';
import { roleRules } from '../../shared/settings/role-rules.ts';
import { roleWarnings } from '../../shared/settings/role-warnings.ts';
import { nameOf } from './plan-lines.ts';
import { setupTexts } from './setup-texts.ts';

/** What Powers say of the Discord roles that a plan gives to ranks. */
export interface RolesOfPlan {
  /** A line for each role that the bot may not give: with one of them nothing is applied. */
  readonly refused: readonly Text[];
  readonly warned: readonly Text[];
}

/** Looks at the roles that the plan sets; those that ranks have already are not set by it. Throws `DiscordError`. */
export async function rolesOfPlan(context: CommandContext, plan: RanksPlan): Promise<RolesOfPlan> {
  const chosen = [
    ...plan.added,
    ...plan.changed.flatMap(({ before, after }) =>
      before.discordRoleId === after.discordRoleId ? [] : [after],
    ),
  ].filter((rank) => rank.discordRoleId !== null);
  if (chosen.length === 0) return { refused: [], warned: [] };
  const guildRoles = await context.discord.roles();
  const looked = chosen.map((rank) => lookAt(context, rank, guildRoles));
  return {
    refused: looked.flatMap(({ refused }) => refused),
    warned: looked.flatMap(({ warned }) => warned),
  };
}

function lookAt(context: CommandContext, rank: PlannedRank, guildRoles: readonly GuildRole[]): RolesOfPlan {
  const id = rank.discordRoleId ?? '';
  const role = guildRoles.find((one) => one.id === id);
  if (role === undefined) {
    return { refused: [], warned: [(locale) => setupTexts(locale).roleUnknown(id, nameOf(rank))] };
  }
  const objection = objectionTo(role, roleRules(context));
  if (objection !== undefined) {
    const refused: Text = (locale) =>
      setupTexts(locale).roleRefused(id, nameOf(rank), sayObjection(locale, objection));
    return { refused: [refused], warned: [] };
  }
  return { refused: [], warned: [(locale) => roleWarnings(locale, role, context.settings).join('\n')] };
}

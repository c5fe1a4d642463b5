import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import type { GuildRole } from '../../shared/discord/client.ts';
import { heldRoles, refuseEveryone } from '../../shared/discord/everyone-role.ts';
import { sayObjection } from '../../shared/discord/power-texts.ts';
import { objectionTo } from '../../shared/discord/powers.ts';
import { clip } from '../../shared/discord/text.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { chosenRank } from '../../shared/ranks/choose-rank.ts';
import { listRanks, type Rank } from '../../shared/ranks/rank.ts';
import { membersPerRank, setRankRole } from '../../shared/ranks/store-ranks.ts';
import { roleRules } from '../../shared/settings/role-rules.ts';
import { roleWarnings } from '../../shared/settings/role-warnings.ts';
import { numberFormat } from '../../shared/text/number-format.ts';
import type { Context } from './declaration.ts';
import { shownName, texts } from './texts.ts';

/** Gives a rank its Discord role. Warns when the bot could not hand it out; refuses a role that gives power. */
export async function setRole(context: Context<'command ranks set-role'>): Promise<Answer> {
  const { interaction, db, discord, settings } = context;
  const ranks = await listRanks(db);
  const rank = chosenRank(ranks, interaction.options['rank']);
  if (rank === undefined) throw new UserError('no-such-rank', texts.noSuchRank);
  const [roles, self] = await Promise.all([discord.roles(), discord.self()]);
  const role = usableRole(context, roles, interaction.options['role']);
  const own = heldRoles(roles, context.clan.guildId, self);
  const standing = Math.max(0, ...own.map(({ position }) => position));
  const holders = (await membersPerRank(db)).get(rank.id) ?? 0;
  const sharing = ranks.filter((other) => other.id !== rank.id && other.discordRoleId === role.id);
  const isSame = rank.discordRoleId === role.id;
  const lines = [
    isSame ? texts.roleIsSame(nameOf(rank), role.id) : texts.roleSet(nameOf(rank), role.id),
    ...(sharing.length > 0 ? [texts.roleShared(sharing.map(nameOf))] : []),
    ...(standing <= role.position ? [texts.botBelow] : []),
    ...roleWarnings('en', role, settings),
    ...(holders > 0 && !isSame ? [texts.holders(numberFormat(settings.locale).format(holders))] : []),
  ];
  return {
    change: async (tx) => {
      await setRankRole(tx, rank.id, role.id);
      return { message: { content: lines.join('\n') } };
    },
  };
}

function usableRole(context: CommandContext, roles: readonly GuildRole[], option: unknown): GuildRole {
  const role = roles.find((candidate) => candidate.id === option);
  if (role === undefined) throw new UserError('no-such-role', texts.noSuchRole);
  refuseEveryone(role.id, context.clan.guildId);
  const objection = objectionTo(role, roleRules(context));
  if (objection !== undefined)
    throw new UserError('powerful-role', texts.powerfulRole(sayObjection('en', objection)));
  return role;
}

function nameOf(rank: Rank): string {
  return shownName(clip(rank.name, 100));
}

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
import type { Context } from './declaration.ts';
import { shownName, texts } from './texts.ts';

/** Gives a rank its Discord role. Warns when the bot could not hand it out; refuses a role that gives power. */
export async function setRole(context: Context<'command ranks set-role'>): Promise<Answer> {
  const { interaction, db, discord, settings } = context;
  const ranks = await listRanks(db);
  const rank = chosenRank(ranks, interaction.options['rank']);
  if (rank === undefined) throw new UserError('no-such-rank', (locale) => texts(locale).noSuchRank);
  const [roles, self] = await Promise.all([discord.roles(), discord.self()]);
  const role = usableRole(context, roles, interaction.options['role']);
  const own = heldRoles(roles, context.clan.guildId, self);
  const standing = Math.max(0, ...own.map(({ position }) => position));
  const holders = (await membersPerRank(db)).get(rank.id) ?? 0;
  const sharing = ranks.filter((other) => other.id !== rank.id && other.discordRoleId === role.id);
  const isSame = rank.discordRoleId === role.id;
  const said = texts(interaction.locale);
  const lines = [
    isSame ? said.roleIsSame(nameOf(rank), role.id) : said.roleSet(nameOf(rank), role.id),
    ...(sharing.length > 0 ? [said.roleShared(sharing.map(nameOf))] : []),
    ...(standing <= role.position ? [said.botBelow] : []),
    ...roleWarnings(interaction.locale, role, settings),
    ...(holders > 0 && !isSame ? [said.holders(holders)] : []),
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
  if (role === undefined) throw new UserError('no-such-role', (locale) => texts(locale).noSuchRole);
  refuseEveryone(role.id, context.clan.guildId);
  const objection = objectionTo(role, roleRules(context));
  if (objection !== undefined) {
    throw new UserError('powerful-role', (locale) =>
      texts(locale).powerfulRole(sayObjection(locale, objection)),
    );
  }
  return role;
}

function nameOf(rank: Rank): string {
  return shownName(clip(rank.name, 100));
}

import type { Settings } from '../../shared/clans/settings.ts';
import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { isEveryone } from '../../shared/discord/everyone-role.ts';
import { objectionTo } from '../../shared/discord/powers.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { roleRules, tierOfRole } from '../../shared/settings/role-rules.ts';
import { changeSetting, loadSettings } from '../../shared/settings/settings-store.ts';
import { givenAs } from '../../shared/settings/verified-role.ts';
import type { Context } from './declaration.ts';
import { type Guild, ROLES, readGuild } from './read-state.ts';
import { saved } from './setup.ts';
import { texts } from './texts.ts';

/** A select menu of the second step: `setup.role:<tier>`, up to 25 roles of a tier; the Verified role is one. */
export async function chooseRole(context: Context<'component setup.role'>): Promise<Answer> {
  const { interaction, actor, now } = context;
  const tier = ROLES.find((name) => name === interaction.recordId);
  if (tier === undefined) throw new UserError('bad-choice', (locale) => texts(locale).badChoice);
  const chosen = [...new Set(interaction.fields[`setup.role:${tier}`] ?? [])].slice(0, 25);
  const guild = await readGuild(context);
  for (const id of chosen) refuseUnknown(id, guild, context.clan.guildId);
  return saved(context, 2, guild, async (tx) => {
    const settings = await loadSettings(tx);
    if (tier === 'verified') {
      refuseAsVerified(chosen[0], guild, context, settings);
      await changeSetting(tx, 'roles.verified', chosen[0] ?? null, actor.id, now());
    } else {
      for (const id of chosen) refuseGiven(id, guild, context, settings);
      await changeSetting(tx, `roles.${tier}`, chosen, actor.id, now());
    }
    return [];
  });
}

type OfClan = Pick<CommandContext<string, string>, 'clan'>;

function refuseUnknown(id: string, { roles }: Guild, guildId: string): void {
  if (isEveryone(id, guildId)) throw new UserError('everyone-role', (locale) => texts(locale).everyone);
  if (!roles.some((role) => role.id === id))
    throw new UserError('no-such-role', (locale) => texts(locale).noSuchRole);
}

/** The bot gives the Verified role to everybody who links: Powers hold for it, and it gives no tier. */
function refuseAsVerified(
  id: string | undefined,
  { roles }: Guild,
  { clan }: OfClan,
  settings: Settings,
): void {
  const role = roles.find((one) => one.id === id);
  if (role === undefined) return;
  const objection = objectionTo(role, roleRules({ clan, settings }));
  if (objection !== undefined) throw new UserError('powerful-role', (locale) => texts(locale).powerful);
  if (tierOfRole(settings, role.id) !== undefined)
    throw new UserError('tier-role', (locale) => texts(locale).verifiedGivesTier);
}

/** A tier is given by the server, and not by the bot. */
function refuseGiven(id: string, { roles }: Guild, { clan }: OfClan, settings: Settings): void {
  const given = givenAs(id, settings, roles, roleRules({ clan, settings }));
  if (given !== undefined) throw new UserError('tier-role', (locale) => texts(locale).tierIsGiven[given]);
}

import type { Answer } from '../../shared/context/command-context.ts';
import { DISCORD_LIMITS } from '../../shared/discord/text.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { changeSetting } from '../../shared/settings/settings-store.ts';
import { findZone, suggestZones, timeIn } from '../../shared/times/find-zone.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

/** `/settings time-zone`: chosen from the list, or typed in any case. */
export async function changeTimeZone(context: Context<'command settings time-zone'>): Promise<Answer> {
  const { interaction, actor, now } = context;
  const zone = findZone(String(interaction.options['zone'] ?? ''));
  if (zone === undefined) throw new UserError('bad-zone', (locale) => texts(locale).badZone);
  return {
    change: async (tx) => {
      await changeSetting(tx, 'time_zone', zone, actor.id, now());
      return {
        message: {
          content: texts(interaction.locale).zoneSet(zone, timeIn(zone, now(), interaction.locale)),
        },
      };
    },
  };
}

export async function suggestTimeZones({
  interaction,
  now,
}: Context<'autocomplete settings time-zone'>): Promise<Answer> {
  const zones = suggestZones(interaction.focused?.value ?? '');
  return {
    choices: zones.slice(0, DISCORD_LIMITS.choices).map((zone) => ({
      name: texts(interaction.locale).zoneChoice(zone, timeIn(zone, now(), interaction.locale)),
      value: zone,
    })),
  };
}

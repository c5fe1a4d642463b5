import type { Answer } from '../../shared/context/command-context.ts';
import { DISCORD_LIMITS } from '../../shared/discord/text.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import { changeSetting } from '../../shared/settings/settings-store.ts';
import { isTimeZone } from '../../shared/times/time-zones.ts';
import type { Context } from './declaration.ts';
import { texts } from './texts.ts';

/** Names of today that `Intl` keeps time by and does not list: it lists the former ones. */
const RENAMED = [
  'UTC',
  'America/Argentina/Buenos_Aires',
  'America/Indiana/Indianapolis',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
] as const;
const LONGEST_ZONE = 64;

/** `/settings time-zone`: chosen from the list, or typed in any case. */
export async function changeTimeZone(context: Context<'command settings time-zone'>): Promise<Answer> {
  const { interaction, actor, now } = context;
  const zone = zoneOf(String(interaction.options['zone'] ?? ''));
  if (zone === undefined) throw new UserError('bad-zone', texts.badZone);
  return {
    change: async (tx) => {
      await changeSetting(tx, 'time_zone', zone, actor.id, now());
      return { message: { content: texts.zoneSet(zone, timeIn(zone, now(), interaction.locale)) } };
    },
  };
}

export async function suggestTimeZones({
  interaction,
  now,
}: Context<'autocomplete settings time-zone'>): Promise<Answer> {
  const typed = lookOf(interaction.focused?.value ?? '');
  const zones = known().filter((zone) => lookOf(zone).includes(typed));
  // A city before a region whose name also holds what is typed.
  const sorted = zones.toSorted((a, b) => rankOf(a, typed) - rankOf(b, typed));
  return {
    choices: sorted.slice(0, DISCORD_LIMITS.choices).map((zone) => ({
      name: texts.zoneChoice(zone, timeIn(zone, now(), interaction.locale)),
      value: zone,
    })),
  };
}

function known(): readonly string[] {
  return [...RENAMED, ...Intl.supportedValuesOf('timeZone')];
}

/** The zone as it is written, which people type in any case and with spaces. */
function zoneOf(typed: string): string | undefined {
  const look = lookOf(typed);
  const listed = known().find((zone) => lookOf(zone) === look);
  if (listed !== undefined) return listed;
  return typed.length <= LONGEST_ZONE && isTimeZone(typed.trim()) ? typed.trim() : undefined;
}

function lookOf(zone: string): string {
  return zone
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
}

function rankOf(zone: string, typed: string): number {
  const look = lookOf(zone);
  if (look === 'utc') return 0;
  return look.slice(look.lastIndexOf('/') + 1).startsWith(typed) ? 1 : 2;
}

/** The time of day there, as the reader writes it. */
function timeIn(zone: string, now: number, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale ?? 'en-US', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
  }).format(now);
}

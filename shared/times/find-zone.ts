import { isTimeZone } from './time-zones.ts';

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

/** Zones whose name holds what is typed; one whose city begins with it comes first. */
export function suggestZones(typed: string): readonly string[] {
  const look = lookOf(typed);
  const zones = known().filter((zone) => lookOf(zone).includes(look));
  return zones.toSorted((a, b) => rankOf(a, look) - rankOf(b, look));
}

function known(): readonly string[] {
  return [...RENAMED, ...Intl.supportedValuesOf('timeZone')];
}

/** The zone as it is written, which people type in any case, with spaces, or by its city alone. */
export function findZone(typed: string): string | undefined {
  const look = lookOf(typed);
  const listed = known().find((zone) => lookOf(zone) === look);
  if (listed !== undefined) return listed;
  const [ofCity, another] = known().filter((zone) => cityOf(zone) === look);
  if (ofCity !== undefined && another === undefined) return ofCity;
  return typed.length <= LONGEST_ZONE && isTimeZone(typed.trim()) ? typed.trim() : undefined;
}

/** Zones are named in English, without accents: `São Paulo` is `Sao_Paulo`. */
function lookOf(zone: string): string {
  return zone
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, ' ');
}

function rankOf(zone: string, typed: string): number {
  const look = lookOf(zone);
  if (look === 'utc') return 0;
  return cityOf(zone).startsWith(typed) ? 1 : 2;
}

function cityOf(zone: string): string {
  const look = lookOf(zone);
  return look.slice(look.lastIndexOf('/') + 1);
}

/** The time of day there, as the reader writes it. */
export function timeIn(zone: string, now: number, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale ?? 'en-US', { timeZone: zone, timeStyle: 'short' }).format(now);
}

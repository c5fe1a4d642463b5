import type { TypedZone } from './phrase.ts';

type Season = NonNullable<TypedZone['season']>;
/** Zone, then the abbreviations of the whole year, of standard time and of daylight time. */
const ZONES: readonly (readonly [zone: string, year: string, standard?: string, daylight?: string])[] = [
  ['UTC', 'utc gmt uct zulu z'],
  ['America/New_York', 'et eastern', 'est', 'edt'],
  ['America/Chicago', 'ct central', 'cst', 'cdt'],
  ['America/Denver', 'mt mountain', 'mst', 'mdt'],
  ['America/Los_Angeles', 'pt pacific', 'pst', 'pdt'],
  ['America/Anchorage', 'akt', 'akst', 'akdt'],
  ['Pacific/Honolulu', 'hst hast'],
  ['America/Halifax', 'atlantic', 'ast', 'adt'],
  ['America/St_Johns', 'nt newfoundland', 'nst', 'ndt'],
  ['America/Caracas', 'vet'],
  ['America/Bogota', 'COT'],
  ['America/Lima', 'PET'],
  ['America/Guayaquil', 'ect'],
  ['America/La_Paz', 'BOT'],
  ['America/Manaus', 'amt'],
  ['America/Santiago', 'clt', 'clst'],
  ['America/Asuncion', 'pyt', 'pyst'],
  ['America/Argentina/Buenos_Aires', 'ART'],
  ['America/Montevideo', 'uyt'],
  ['America/Sao_Paulo', 'brt'],
  ['Atlantic/Azores', '', 'azot', 'azost'],
  ['Europe/London', '', '', 'bst'],
  ['Europe/Lisbon', '', 'WET', 'west'],
  ['Europe/Berlin', '', 'cet mez', 'cest mesz'],
  ['Europe/Athens', '', 'eet oez', 'eest oesz'],
  ['Europe/Moscow', 'msk'],
  ['Europe/Istanbul', 'trt'],
  ['Africa/Lagos', 'wat'],
  ['Africa/Maputo', 'CAT'],
  ['Africa/Johannesburg', 'sast'],
  ['Asia/Dubai', 'gst'],
  ['Asia/Baku', 'azt'],
  ['Asia/Karachi', 'pkt'],
  ['Asia/Kolkata', 'ist'],
  ['Asia/Kathmandu', 'npt'],
  ['Asia/Dhaka', 'bdt'],
  ['Asia/Tashkent', 'uzt'],
  ['Asia/Yangon', 'mmt'],
  ['Asia/Bangkok', 'ict'],
  ['Asia/Jakarta', 'wib'],
  ['Asia/Makassar', 'wita'],
  ['Asia/Jayapura', 'WIT'],
  ['Asia/Manila', 'pht phst'],
  ['Asia/Singapore', 'sgt'],
  ['Asia/Kuala_Lumpur', 'myt'],
  ['Asia/Hong_Kong', 'hkt'],
  ['Asia/Tokyo', 'jst'],
  ['Asia/Seoul', 'kst'],
  ['Australia/Perth', 'awst'],
  ['Australia/Adelaide', '', 'acst', 'acdt'],
  ['Australia/Sydney', 'aet', 'aest', 'aedt'],
  ['Australia/Lord_Howe', '', 'lhst', 'lhdt'],
  ['Pacific/Auckland', 'nzt', 'nzst', 'nzdt'],
];

/** Abbreviations that mean far-apart zones to different people; the reply says which one was read. */
const AMBIGUOUS = new Set('ist cst cdt bst ast adt gst amt ect bdt mst'.split(' '));

/**
 * Zones by the abbreviations that people type, with the offset of the day and not of the abbreviation: "EET" in July
 * is summer time. One that is an English word counts in capitals only (`CAT`), and `get` and `eat` never.
 */
export const ZONE_NAMES: ReadonlyMap<string, TypedZone> = new Map(
  ZONES.flatMap(([zone, year, standard = '', daylight = '']) => [
    ...entries(zone, year, undefined),
    ...entries(zone, standard, 'standard'),
    ...entries(zone, daylight, 'daylight'),
  ]),
);

function entries(zone: string, names: string, season: Season | undefined): [string, TypedZone][] {
  return names
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => [
      name,
      {
        zone,
        name: name.toUpperCase(),
        ...(season === undefined ? {} : { season }),
        ...(AMBIGUOUS.has(name) ? { ambiguous: name.toUpperCase() } : {}),
      },
    ]);
}

import { matchAt, type Piece, type Recogniser, type TypedZone, WORD_END } from './phrase.ts';
import { isTimeZone } from './time-zones.ts';
import { ZONE_NAMES } from './zone-names.ts';

const OFFSET = new RegExp(
  `(?:utc|gmt) ?(?<sign>[+-]) ?(?<hours>\\d{1,2})(?::?(?<minutes>[0-5]\\d))?(?![:\\d])${WORD_END}`,
  'uy',
);
/** Without UTC before it only a plus with minutes: a minus may part two times, and "+2h" is a length of time. */
const BARE_OFFSET = new RegExp(`\\+(?<hours>\\d{2}):?(?<minutes>[0-5]\\d)(?![:\\d])${WORD_END}`, 'uy');
const NAME = new RegExp(
  `(?<name>[a-z]{1,12})(?:(?: standard| daylight| summer)? time)?(?![+\\-/]\\d)${WORD_END}`,
  'uy',
);
const IANA = /[a-z_]+(?:\/[a-z0-9_+-]+){1,2}(?![\p{L}\d/])/uy;

/**
 * Time zones: `ET`, `UTC+5:30`, `+02:00`, `Europe/Berlin`. `original` is the text before it was put in lower case;
 * `notZones` are words that name a zone in capitals only.
 */
export function zoneRecogniser(original: string, notZones: ReadonlySet<string>): Recogniser {
  return (text, at) => {
    const pieces: Piece[] = [];
    const offset = matchAt(OFFSET, text, at) ?? (at > 0 ? matchAt(BARE_OFFSET, text, at) : undefined);
    if (offset?.groups !== undefined) {
      const { sign = '+', hours, minutes = '0' } = offset.groups;
      const east = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
      if (east >= -12 * 60 && east <= 14 * 60) pieces.push(piece(at + offset[0].length, { zone: east }));
      return pieces;
    }
    const iana = matchAt(IANA, text, at);
    if (iana !== undefined && isTimeZone(iana[0])) pieces.push(piece(at + iana[0].length, { zone: iana[0] }));
    const named = matchAt(NAME, text, at);
    const name = named?.groups?.['name'];
    if (named !== undefined && name !== undefined) {
      const upper = capitals(original, name);
      const isWord = notZones.has(name) && upper === '';
      const known = isWord ? undefined : (ZONE_NAMES.get(name) ?? ZONE_NAMES.get(upper));
      if (known !== undefined) pieces.push(piece(at + named[0].length, known));
    }
    return pieces;
  };
}

/** The word in capitals where it was typed so. */
function capitals(original: string, name: string): string {
  const upper = name.toUpperCase();
  return new RegExp(`(?<![\\p{L}])${upper}(?![\\p{L}])`, 'u').test(original) ? upper : '';
}

function piece(end: number, zone: TypedZone): Piece {
  return { end, says: { zone } };
}

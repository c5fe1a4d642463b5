import { objectionIn, refusedRoleIn, sayObjection, sayRefusedRole } from '../discord/power-texts.ts';
import { languageOf } from '../languages/language.ts';
import { type Saying, valuesOf } from '../languages/values-of.ts';
import { refusalTexts } from '../refusals/texts.ts';
import { resultTexts } from './result-texts.ts';

type Texts = ReturnType<typeof resultTexts>;
type Whole = keyof Texts['whole'];
type With = keyof Texts['with'];

const english = resultTexts.all.en;

/** Sentences that follow another result and say what is to be done, or what was. */
const CLOSING: readonly Whole[] = [
  'setRankRole',
  'chooseRankRole',
  'setVerified',
  'setLeaveRole',
  'rankKept',
  'otherRankNow',
];
/** Which of the values is a result itself, or an objection to a role; the others are names and figures. */
const REASONS: { readonly [K in With]?: number } = {
  roleNotTaken: 1,
  roleNotGiven: 1,
  leftBecause: 0,
  seeDiagnose: 0,
};
const OBJECTIONS: { readonly [K in With]?: number } = { verifiedRefused: 0, leaveRoleRefused: 0 };
/** Between what was given and taken, and what could not be. */
const BETWEEN = /(?<= given| taken|\.), /;

/**
 * A stored result in the language of the locale. What a service itself said stays as it was written, and so does what
 * this version does not know. `kind`: of the effect; that of a nickname may be the name itself.
 */
export function resultIn(locale: string | undefined, stored: string, kind?: string): string {
  return languageOf(locale) === 'en' ? stored : (known(locale, stored, kind) ?? stored);
}

function known(locale: string | undefined, stored: string, kind?: string): string | undefined {
  const texts = resultTexts(locale);
  const whole = keysOf(english.whole).find((key) => english.whole[key] === stored);
  if (whole !== undefined) return texts.whole[whole];
  if (kind === 'nickname') return said(locale, 'leftBecause', stored);
  return (
    followed(locale, stored) ??
    listed(locale, stored) ??
    first(keysOf(english.with), (key) => said(locale, key, stored)) ??
    refused(locale, stored)
  );
}

/** Two results, the second of which is a sentence of its own. */
function followed(locale: string | undefined, stored: string): string | undefined {
  const texts = resultTexts(locale);
  const closing = CLOSING.find((key) => stored.endsWith(` ${english.whole[key]}`));
  if (closing !== undefined) {
    const before = stored.slice(0, -english.whole[closing].length - 1);
    return `${resultIn(locale, before)} ${texts.whole[closing]}`;
  }
  const at = stored.lastIndexOf(` ${english.with.takenBack('').slice(0, -1)}`);
  const back = at < 0 ? undefined : said(locale, 'takenBack', stored.slice(at + 1));
  return back === undefined ? undefined : `${resultIn(locale, stored.slice(0, at))} ${back}`;
}

function listed(locale: string | undefined, stored: string): string | undefined {
  const parts = stored.split(BETWEEN);
  if (parts.length < 2) return undefined;
  const translated = parts.flatMap((part) => known(locale, part) ?? []);
  return translated.length === parts.length ? translated.join(', ') : undefined;
}

function said(locale: string | undefined, key: With, stored: string): string | undefined {
  const values = valuesOf(stored, english.with[key]);
  if (values === undefined) return undefined;
  const say: Saying = resultTexts(locale).with[key];
  return say(
    ...values.map((value, index) => {
      if (index === REASONS[key]) return resultIn(locale, value);
      const objection = index === OBJECTIONS[key] ? objectionIn(value) : undefined;
      return objection === undefined ? value : sayObjection(locale, objection);
    }),
  );
}

/** What Powers and services refused. */
function refused(locale: string | undefined, stored: string): string | undefined {
  const role = refusedRoleIn(stored);
  if (role !== undefined) return sayRefusedRole(locale, role);
  const key = keysOf(refusalTexts.all.en).find((one) => refusalTexts.all.en[one] === stored);
  const text = key === undefined ? undefined : refusalTexts(locale)[key];
  return typeof text === 'string' ? text : undefined;
}

function first<K, T>(keys: readonly K[], read: (key: K) => T | undefined): T | undefined {
  for (const key of keys) {
    const found = read(key);
    if (found !== undefined) return found;
  }
  return undefined;
}

function keysOf<T extends object>(texts: T): readonly Extract<keyof T, string>[] {
  const isKey = (key: string): key is Extract<keyof T, string> => Object.hasOwn(texts, key);
  return Object.keys(texts).filter(isKey);
}

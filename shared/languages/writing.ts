import type { Language } from './language.ts';

/** The forms of a text by number, as Unicode's plural rules name them: `one` and `other` at least. */
export type PluralForms = { readonly one: string; readonly other: string } & {
  readonly [C in Intl.LDMLPluralRule]?: string;
};

/** How a language writes numbers and chooses between forms. */
export interface Writing {
  /** `12,345` in English, `12.345` in German. */
  readonly number: (value: number) => string;
  /** The form for so many. */
  readonly plural: (count: number, forms: PluralForms) => string;
}

/** Up to here each of the languages writes a whole number by its digits alone. */
const FIRST_GROUPED = 1000;
/** Below, a whole number has the form `one` or `other` in each of the languages; Spanish, French and Portuguese have `many`. */
const FIRST_MANY = 1_000_000;
/** Here nothing is counted as one. */
const ONE_FROM_ZERO: readonly Language[] = ['fr', 'pt-BR'];

const known = new Map<Language, Writing>();

/**
 * `Intl` takes 20 ms for the first number in a process, more than half of what a bare function takes to start, and some
 * for the first plural, so it is asked only for what is not plain. What it makes is kept, once for each language.
 */
export function writing(language: Language): Writing {
  const before = known.get(language);
  if (before !== undefined) return before;
  let numbers: Intl.NumberFormat | undefined;
  let rules: Intl.PluralRules | undefined;
  const made: Writing = {
    number(value) {
      if (Number.isInteger(value) && Math.abs(value) < FIRST_GROUPED) return String(value);
      if (language === 'en' && Number.isSafeInteger(value)) return english(value);
      numbers ??= new Intl.NumberFormat(language);
      return numbers.format(value);
    },
    plural(count, forms) {
      if (Number.isInteger(count) && Math.abs(count) < FIRST_MANY) {
        const isOne = Math.abs(count) === 1 || (count === 0 && ONE_FROM_ZERO.includes(language));
        return isOne ? forms.one : forms.other;
      }
      rules ??= new Intl.PluralRules(language);
      return forms[rules.select(count)] ?? forms.other;
    },
  };
  known.set(language, made);
  return made;
}

function english(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

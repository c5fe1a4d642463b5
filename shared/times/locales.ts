/** In which order a locale writes a date in digits. */
export type DateOrder = 'day-first' | 'month-first' | 'year-first';

/** Whether `Intl` writes for this locale (`en-US`, `es-419`, `en-PH`). False for `xx`, and for what is no locale at all. */
export function isLocale(name: string): boolean {
  // The default needs no look-up: the first one takes milliseconds of a cold start.
  if (name === 'en-US') return true;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(name).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/**
 * The order in which `Intl` writes dates for this locale; its suffix does not tell (en-PH is month first, es-US day
 * first). `ofTwo`: of a date without a year, which year-first locales write either way.
 */
export function dateOrderOf(locale: string): { readonly whole: DateOrder; readonly ofTwo: DateOrder } {
  if (locale === 'en-US') return { whole: 'month-first', ofTwo: 'month-first' };
  return {
    whole: orderOf(locale, { year: 'numeric', month: 'numeric', day: 'numeric' }),
    ofTwo: orderOf(locale, { month: 'numeric', day: 'numeric' }),
  };
}

function orderOf(locale: string, fields: Intl.DateTimeFormatOptions): DateOrder {
  const format = new Intl.DateTimeFormat(locale, {
    ...fields,
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone: 'UTC',
  });
  const types = format.formatToParts(0).map((part) => part.type);
  const first = types.find((type) => type === 'year' || type === 'month' || type === 'day');
  return first === 'year' ? 'year-first' : first === 'month' ? 'month-first' : 'day-first';
}

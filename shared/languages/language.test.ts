import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';

describe('the language for a locale', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['es-ES', 'es-ES'],
    ['es-419', 'es-ES'],
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['pt-BR', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['en-GB', 'en'],
    ['tr', 'en'],
    ['constructor', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('of %s is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});

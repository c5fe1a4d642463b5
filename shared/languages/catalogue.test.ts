import { expect, it } from 'vitest';
import { catalogue } from './catalogue.ts';

const hello = {
  en: { hello: (name: string) => `Hello, ${name}!`, no: 'no' },
  de: { hello: (name: string) => `Hallo, ${name}!`, no: 'nein' },
  'es-ES': { hello: (name: string) => `¡Hola, ${name}!`, no: 'no' },
  fr: { hello: (name: string) => `Bonjour ${name} !`, no: 'non' },
  'pt-BR': { hello: (name: string) => `Olá, ${name}!`, no: 'não' },
};

it('texts are read in the language of a locale', () => {
  const texts = catalogue(hello);
  expect(texts('es-419').hello('Wolf')).toBe('¡Hola, Wolf!');
  expect(texts('tr').hello('Wolf')).toBe('Hello, Wolf!');
  expect(texts(undefined).no).toBe('no');
  expect(texts.all.fr.no).toBe('non');
});

it('a text that is missing, extra or takes other values does not compile', () => {
  const { en, de, fr, 'es-ES': es, 'pt-BR': pt } = hello;
  // @ts-expect-error: a language is missing
  catalogue({ en, de, fr, 'es-ES': es });
  // @ts-expect-error: a text is missing
  catalogue({ en, de: { no: 'nein' }, fr, 'es-ES': es, 'pt-BR': pt });
  // @ts-expect-error: a text is extra
  catalogue({ en, de: { hello: (name) => name, no: 'nein', yes: 'ja' }, fr, 'es-ES': es, 'pt-BR': pt });
  // @ts-expect-error: takes another value
  catalogue({ en, de: { hello: (count: number) => `${count}`, no: '' }, fr, 'es-ES': es, 'pt-BR': pt });
  expect(Object.keys(hello)).toHaveLength(5);
});

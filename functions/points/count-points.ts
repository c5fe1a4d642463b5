import { writing } from '../../shared/languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/** So many points, in each language. */
export const points = {
  en: (count: number) => en.plural(count, { one: '1 point', other: `${en.number(count)} points` }),
  de: (count: number) => de.plural(count, { one: '1 Punkt', other: `${de.number(count)} Punkte` }),
  es: (count: number) => es.plural(count, { one: '1 punto', other: `${es.number(count)} puntos` }),
  fr: (count: number) =>
    fr.plural(count, { one: `${fr.number(count)} point`, other: `${fr.number(count)} points` }),
  pt: (count: number) =>
    pt.plural(count, { one: `${pt.number(count)} ponto`, other: `${pt.number(count)} pontos` }),
};

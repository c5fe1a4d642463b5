import { escapeMarkdown, mention } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import type { Rank } from '../../shared/ranks/rank.ts';

const name = (rank: Rank) => `**${escapeMarkdown(rank.name)}**`;

/** Texts of `/demote`; what all rank changes say is in shared/ranks. */
export const texts = catalogue({
  en: {
    command: { name: 'demote', description: 'Move somebody down to the rank below' },
    optionMember: { name: 'member', description: 'Who' },
    atTheBottom: (id: string, rank: Rank) =>
      `${mention(id)} is ${name(rank)}, and there is no rank below it. Nobody was demoted.`,
  },
  de: {
    command: { name: 'degradieren', description: 'Degradiere jemanden auf den Rang darunter' },
    optionMember: { name: 'mitglied', description: 'Wen' },
    atTheBottom: (id, rank) =>
      `${mention(id)} ist ${name(rank)}, und darunter gibt es keinen Rang. Niemand wurde degradiert.`,
  },
  'es-ES': {
    command: { name: 'descender', description: 'Baja a alguien al rango inferior' },
    optionMember: { name: 'miembro', description: 'A quién' },
    atTheBottom: (id, rank) =>
      `${mention(id)} es ${name(rank)}, y no hay ningún rango por debajo. No se ha bajado de rango a nadie.`,
  },
  fr: {
    command: { name: 'rétrograder', description: 'Faire descendre quelqu’un au rang inférieur' },
    optionMember: { name: 'membre', description: 'Qui' },
    atTheBottom: (id, rank) =>
      `${mention(id)} est ${name(rank)}, et il n’y a pas de rang en dessous. Personne n’a été rétrogradé.`,
  },
  'pt-BR': {
    command: { name: 'rebaixar', description: 'Rebaixar alguém para a patente abaixo' },
    optionMember: { name: 'membro', description: 'Quem' },
    atTheBottom: (id, rank) =>
      `${mention(id)} é ${name(rank)}, e não há patente abaixo. Ninguém foi rebaixado.`,
  },
});

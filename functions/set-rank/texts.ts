import { clip, escapeMarkdown, mention } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import type { Rank } from '../../shared/ranks/rank.ts';

const quoted = (typed: string) => escapeMarkdown(clip(typed, 100));
const name = (rank: Rank) => `**${escapeMarkdown(rank.name)}**`;

/** Texts of `/set-rank`; what all rank changes say is in shared/ranks. */
export const texts = catalogue({
  en: {
    command: { name: 'set-rank', description: 'Give somebody any rank' },
    optionMember: { name: 'member', description: 'Who' },
    optionRank: { name: 'rank', description: 'Which rank (type to search)' },
    noSuchRank: (typed: string) =>
      `"${quoted(typed)}" is no rank of this clan. Nothing was changed. Choose one from the list.`,
    sameRank: (id: string, rank: Rank) => `${mention(id)} is ${name(rank)} already. Nothing was changed.`,
  },
  de: {
    command: { name: 'rang-setzen', description: 'Gib jemandem einen beliebigen Rang' },
    optionMember: { name: 'mitglied', description: 'Wem' },
    optionRank: { name: 'rang', description: 'Welchen Rang (zum Suchen tippen)' },
    noSuchRank: (typed) =>
      `„${quoted(typed)}“ ist kein Rang dieses Clans. Es wurde nichts geändert. Wähle einen aus der Liste.`,
    sameRank: (id, rank) => `${mention(id)} ist schon ${name(rank)}. Es wurde nichts geändert.`,
  },
  'es-ES': {
    command: { name: 'asignar-rango', description: 'Da a alguien cualquier rango' },
    optionMember: { name: 'miembro', description: 'A quién' },
    optionRank: { name: 'rango', description: 'Qué rango (escribe para buscar)' },
    noSuchRank: (typed) =>
      `«${quoted(typed)}» no es un rango de este clan. No se ha cambiado nada. Elige uno de la lista.`,
    sameRank: (id, rank) => `${mention(id)} ya es ${name(rank)}. No se ha cambiado nada.`,
  },
  fr: {
    command: { name: 'attribuer-rang', description: 'Donner n’importe quel rang à quelqu’un' },
    optionMember: { name: 'membre', description: 'À qui' },
    optionRank: { name: 'rang', description: 'Quel rang (écris pour chercher)' },
    noSuchRank: (typed) =>
      `« ${quoted(typed)} » n’est pas un rang de ce clan. Rien n’a été changé. Choisis-en un dans la liste.`,
    sameRank: (id, rank) => `${mention(id)} est déjà ${name(rank)}. Rien n’a été changé.`,
  },
  'pt-BR': {
    command: { name: 'definir-patente', description: 'Dar qualquer patente a alguém' },
    optionMember: { name: 'membro', description: 'A quem' },
    optionRank: { name: 'patente', description: 'Qual patente (digite para procurar)' },
    noSuchRank: (typed) =>
      `"${quoted(typed)}" não é uma patente deste clã. Nada foi alterado. Escolha uma da lista.`,
    sameRank: (id, rank) => `${mention(id)} já é ${name(rank)}. Nada foi alterado.`,
  },
});

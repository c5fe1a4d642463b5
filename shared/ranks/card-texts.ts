import { clip, escapeMarkdown, mention, timestamp } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';
import { writing } from '../languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

const person = (id: string, robloxName: string | null) =>
  robloxName === null ? mention(id) : `${mention(id)} (${escapeMarkdown(clip(robloxName, 64))})`;

/** Every text of a promotion card. Names of ranks come escaped. */
export const cardTexts = catalogue({
  en: {
    due: 'Promotion due',
    reached: (id: string, robloxName: string | null, rank: string) =>
      `${person(id, robloxName)} has reached the points for **${rank}**.`,
    rankNow: 'Rank now',
    nextRank: 'Next rank',
    points: 'Points',
    pointsOf: (points: number, needed: number) => `${en.number(points)} of ${en.number(needed)}`,
    approve: 'Approve',
    deny: 'Deny',

    ended: {
      approved: 'Promotion approved',
      denied: 'Promotion denied',
      void: 'Promotion no longer applies',
    },
    about: (id: string, rank: string) => `${mention(id)} · **${rank}**`,
    aboutLost: (id: string) => `${mention(id)} · a rank that no longer exists`,
    decided: {
      approved: (by: string, at: number) => `Approved by ${mention(by)} ${timestamp(at, 'R')}.`,
      denied: (by: string, at: number) => `Denied by ${mention(by)} ${timestamp(at, 'R')}.`,
    },
    voided: (at: number) => `The rank was changed in another way ${timestamp(at, 'R')}.`,
  },
  de: {
    due: 'Beförderung steht an',
    reached: (id, robloxName, rank) => `${person(id, robloxName)} hat die Punkte für **${rank}** erreicht.`,
    rankNow: 'Aktueller Rang',
    nextRank: 'Nächster Rang',
    points: 'Punkte',
    pointsOf: (points, needed) => `${de.number(points)} von ${de.number(needed)}`,
    approve: 'Genehmigen',
    deny: 'Ablehnen',

    ended: {
      approved: 'Beförderung genehmigt',
      denied: 'Beförderung abgelehnt',
      void: 'Beförderung gilt nicht mehr',
    },
    about: (id, rank) => `${mention(id)} · **${rank}**`,
    aboutLost: (id) => `${mention(id)} · ein Rang, den es nicht mehr gibt`,
    decided: {
      approved: (by, at) => `Genehmigt von ${mention(by)} ${timestamp(at, 'R')}.`,
      denied: (by, at) => `Abgelehnt von ${mention(by)} ${timestamp(at, 'R')}.`,
    },
    voided: (at) => `Der Rang wurde ${timestamp(at, 'R')} auf anderem Weg geändert.`,
  },
  'es-ES': {
    due: 'Ascenso pendiente',
    reached: (id, robloxName, rank) =>
      `${person(id, robloxName)} ha alcanzado los puntos necesarios para **${rank}**.`,
    rankNow: 'Rango actual',
    nextRank: 'Siguiente rango',
    points: 'Puntos',
    pointsOf: (points, needed) => `${es.number(points)} de ${es.number(needed)}`,
    approve: 'Aprobar',
    deny: 'Rechazar',

    ended: {
      approved: 'Ascenso aprobado',
      denied: 'Ascenso rechazado',
      void: 'El ascenso ya no procede',
    },
    about: (id, rank) => `${mention(id)} · **${rank}**`,
    aboutLost: (id) => `${mention(id)} · un rango que ya no existe`,
    decided: {
      approved: (by, at) => `Aprobado por ${mention(by)} ${timestamp(at, 'R')}.`,
      denied: (by, at) => `Rechazado por ${mention(by)} ${timestamp(at, 'R')}.`,
    },
    voided: (at) => `El rango se cambió de otra manera ${timestamp(at, 'R')}.`,
  },
  fr: {
    due: 'Promotion en attente',
    reached: (id, robloxName, rank) =>
      `${person(id, robloxName)} a atteint les points nécessaires pour **${rank}**.`,
    rankNow: 'Rang actuel',
    nextRank: 'Rang suivant',
    points: 'Points',
    pointsOf: (points, needed) => `${fr.number(points)} sur ${fr.number(needed)}`,
    approve: 'Approuver',
    deny: 'Refuser',

    ended: {
      approved: 'Promotion approuvée',
      denied: 'Promotion refusée',
      void: 'La promotion n’a plus lieu d’être',
    },
    about: (id, rank) => `${mention(id)} · **${rank}**`,
    aboutLost: (id) => `${mention(id)} · un rang qui n’existe plus`,
    decided: {
      approved: (by, at) => `Approuvée par ${mention(by)} ${timestamp(at, 'R')}.`,
      denied: (by, at) => `Refusée par ${mention(by)} ${timestamp(at, 'R')}.`,
    },
    voided: (at) => `Le rang a été changé autrement ${timestamp(at, 'R')}.`,
  },
  'pt-BR': {
    due: 'Promoção pendente',
    reached: (id, robloxName, rank) =>
      `${person(id, robloxName)} atingiu os pontos necessários para **${rank}**.`,
    rankNow: 'Patente atual',
    nextRank: 'Próxima patente',
    points: 'Pontos',
    pointsOf: (points, needed) => `${pt.number(points)} de ${pt.number(needed)}`,
    approve: 'Aprovar',
    deny: 'Recusar',

    ended: {
      approved: 'Promoção aprovada',
      denied: 'Promoção recusada',
      void: 'A promoção não vale mais',
    },
    about: (id, rank) => `${mention(id)} · **${rank}**`,
    aboutLost: (id) => `${mention(id)} · uma patente que não existe mais`,
    decided: {
      approved: (by, at) => `Aprovada por ${mention(by)} ${timestamp(at, 'R')}.`,
      denied: (by, at) => `Recusada por ${mention(by)} ${timestamp(at, 'R')}.`,
    },
    voided: (at) => `A patente foi mudada de outra forma ${timestamp(at, 'R')}.`,
  },
});

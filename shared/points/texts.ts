import { mention } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';
import { writing } from '../languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/** What a member reads when the ledger refuses something. */
export const ledgerTexts = catalogue({
  en: {
    notEnough: (id: string, has: number, wanted: number) =>
      `${mention(id)} has ${en.plural(has, { one: '1 point', other: `${en.number(has)} points` })}, ` +
      `so ${en.number(wanted)} cannot be taken and nothing was changed. Choose a smaller amount.`,
    noMember: (id: string) =>
      `${mention(id)} is not known to the clan yet, so no points were changed. Ask them to use \`/link-roblox\`.`,
    noSuchEntry:
      'There is no such entry, so nothing was changed. Choose one from the list, or look at `/points history`.',
    alreadyUndone: 'That entry was undone before, so nothing was changed.',
    notUndoable:
      'That entry belongs to a rank change or to the import, so it was not undone. ' +
      'Use `/demote` or `/set-rank` for a rank, `/points add` or `/points remove` for points.',
  },
  de: {
    notEnough: (id, has, wanted) =>
      `${mention(id)} hat ${de.plural(has, { one: '1 Punkt', other: `${de.number(has)} Punkte` })}, ` +
      `${de.number(wanted)} lassen sich also nicht abziehen, und es wurde nichts geändert. Wähle weniger.`,
    noMember: (id) =>
      `${mention(id)} ist dem Clan noch nicht bekannt, es wurden also keine Punkte geändert. \`/roblox-verknüpfen\` holt das nach.`,
    noSuchEntry:
      'Diesen Eintrag gibt es nicht, es wurde also nichts geändert. Wähle einen aus der Liste, oder sieh dir `/punkte verlauf` an.',
    alreadyUndone: 'Dieser Eintrag wurde schon zurückgenommen, es wurde also nichts geändert.',
    notUndoable:
      'Dieser Eintrag gehört zu einer Rangänderung oder zum Import und wurde deshalb nicht zurückgenommen. ' +
      'Nimm `/degradieren` oder `/rang-setzen` für einen Rang, `/punkte geben` oder `/punkte abziehen` für Punkte.',
  },
  'es-ES': {
    notEnough: (id, has, wanted) =>
      `${mention(id)} tiene ${es.plural(has, { one: '1 punto', other: `${es.number(has)} puntos` })}, ` +
      `así que no se pueden quitar ${es.number(wanted)} y no se ha cambiado nada. Elige una cantidad menor.`,
    noMember: (id) =>
      `El clan aún no conoce a ${mention(id)}, así que no se han cambiado puntos. Pídele que use \`/vincular-roblox\`.`,
    noSuchEntry:
      'Esa entrada no existe, así que no se ha cambiado nada. Elige una de la lista o mira `/puntos historial`.',
    alreadyUndone: 'Esa entrada ya se había deshecho, así que no se ha cambiado nada.',
    notUndoable:
      'Esa entrada pertenece a un cambio de rango o a la importación, así que no se ha deshecho. ' +
      'Usa `/descender` o `/asignar-rango` para un rango, y `/puntos dar` o `/puntos quitar` para los puntos.',
  },
  fr: {
    notEnough: (id, has, wanted) =>
      `${mention(id)} a ${fr.plural(has, { one: `${fr.number(has)} point`, other: `${fr.number(has)} points` })}, ` +
      `on ne peut donc pas en retirer ${fr.number(wanted)} et rien n’a été changé. Choisis un nombre plus petit.`,
    noMember: (id) =>
      `Le clan ne connaît pas encore ${mention(id)}, donc aucun point n’a été changé. Demande-lui d’utiliser \`/lier-roblox\`.`,
    noSuchEntry:
      'Cette entrée n’existe pas, donc rien n’a été changé. Choisis-en une dans la liste, ou regarde `/points historique`.',
    alreadyUndone: 'Cette entrée a déjà été annulée, donc rien n’a été changé.',
    notUndoable:
      'Cette entrée vient d’un changement de rang ou de l’importation, elle n’a donc pas été annulée. ' +
      'Utilise `/rétrograder` ou `/attribuer-rang` pour un rang, `/points donner` ou `/points retirer` pour des points.',
  },
  'pt-BR': {
    notEnough: (id, has, wanted) =>
      `${mention(id)} tem ${pt.plural(has, { one: `${pt.number(has)} ponto`, other: `${pt.number(has)} pontos` })}, ` +
      `então não dá para tirar ${pt.number(wanted)} e nada foi alterado. Escolha uma quantidade menor.`,
    noMember: (id) =>
      `O clã ainda não conhece ${mention(id)}, então nenhum ponto foi alterado. Peça para usar \`/vincular-roblox\`.`,
    noSuchEntry:
      'Esse lançamento não existe, então nada foi alterado. Escolha um da lista ou veja `/pontos histórico`.',
    alreadyUndone: 'Esse lançamento já foi desfeito, então nada foi alterado.',
    notUndoable:
      'Esse lançamento pertence a uma mudança de patente ou à importação, então não foi desfeito. ' +
      'Use `/rebaixar` ou `/definir-patente` para uma patente, e `/pontos dar` ou `/pontos tirar` para pontos.',
  },
});

import { catalogue } from '../languages/catalogue.ts';
import { writing } from '../languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/**
 * What a sync says of a member. Names and mentions come ready to be shown. Under `would` stands what follows "would" in
 * English and `würde` in German; in the other languages it has a verb of its own.
 */
export const syncMemberTexts = catalogue({
  en: {
    unknown: 'unknown',
    rankUnread: 'The rank was not compared.',
    rolesUnread: 'The Discord roles were not compared.',
    changedMeanwhile:
      'The member changed while the sync looked, so nothing was changed; the next sync looks again.',
    leftGroup: (name: string) => `${name} is no longer in the Roblox group. The rank stays as it is.`,
    accountGone: (name: string) =>
      `The Roblox account ${name} no longer exists or is banned. The rank stays as it is. \`/link-roblox\` links another one.`,
    unmapped: (name: string) =>
      `No rank of the clan belongs to the Roblox roles of ${name}. The rank stays as it is.`,
    leftServer: (name: string) =>
      `${name} has left the Discord server; there are no Discord roles to change.`,
    renamed: (from: string, to: string) => `Renamed on Roblox, ${from} → ${to}.`,
    otherRank: (here: string, there: string) => `The database says ${here}, Roblox says ${there}.`,
    roleUnmade: (rank: string) => `There is no Discord role for ${rank} yet.`,
    roleMissing: (rank: string, role: string) => `The Discord role of ${rank} is missing: ${role}.`,
    roleOfOther: (rank: string) => `Has the Discord role of ${rank}, another rank.`,

    would: {
      keepName: 'keep the new Roblox name',
      wait: 'skip them: an earlier change is still on its way to Roblox',
      hold: 'leave them: Roblox refused the rank, and the clan keeps it until the roles on Roblox change',
      move: (from: string, to: string) => `change the rank: ${from} → ${to}`,
      give: (role: string) => `give ${role} in Discord`,
      makeRole: (rank: string) => `make a Discord role for ${rank} and give it`,
      take: (role: string) => `take ${role} in Discord`,
      noRole: (reason: string) => `give no Discord role: ${reason}`,
      leave: (count: number) =>
        en.plural(count, {
          one: 'leave the role of another rank: it may have been given by hand',
          other: `leave the roles of ${count} other ranks: they may have been given by hand`,
        }),
    },

    moved: (from: string, to: string) => `${from} → ${to}, taken over from Roblox.`,
    movedWithReset: (from: string, to: string, points: number) =>
      en.plural(points, {
        one: `${from} → ${to}, taken over from Roblox (1 point reset).`,
        other: `${from} → ${to}, taken over from Roblox (${en.number(points)} points reset).`,
      }),
    roleGiven: (rank: string) => `The Discord role of ${rank} was missing and is given.`,
    waits: 'Skipped: an earlier change is still on its way to Roblox.',
    held: 'Left alone: Roblox refused the rank, and the clan keeps it until the roles on Roblox change.',
    noRole: (reason: string) => `No Discord role is given: ${reason}`,
  },
  de: {
    unknown: 'unbekannt',
    rankUnread: 'Der Rang wurde nicht verglichen.',
    rolesUnread: 'Die Discord-Rollen wurden nicht verglichen.',
    changedMeanwhile:
      'Beim Mitglied hat sich während des Abgleichs etwas geändert, deshalb wurde nichts geändert; der nächste Abgleich sieht noch einmal nach.',
    leftGroup: (name) => `${name} ist nicht mehr in der Roblox-Gruppe. Der Rang bleibt, wie er ist.`,
    accountGone: (name) =>
      `Das Roblox-Konto ${name} gibt es nicht mehr, oder es ist gesperrt. Der Rang bleibt, wie er ist. \`/roblox-verknüpfen\` verknüpft ein anderes.`,
    unmapped: (name) =>
      `Zu den Roblox-Rollen von ${name} gehört kein Rang des Clans. Der Rang bleibt, wie er ist.`,
    leftServer: (name) => `${name} hat den Discord-Server verlassen; es gibt keine Discord-Rollen zu ändern.`,
    renamed: (from, to) => `Auf Roblox umbenannt: ${from} → ${to}.`,
    otherRank: (here, there) => `Die Datenbank sagt ${here}, Roblox sagt ${there}.`,
    roleUnmade: (rank) => `Für ${rank} gibt es noch keine Discord-Rolle.`,
    roleMissing: (rank, role) => `Die Discord-Rolle von ${rank} fehlt: ${role}.`,
    roleOfOther: (rank) => `Hat die Discord-Rolle von ${rank}, einem anderen Rang.`,

    would: {
      keepName: 'den neuen Roblox-Namen übernehmen',
      wait: 'nichts tun: Eine frühere Änderung ist noch auf dem Weg zu Roblox',
      hold: 'nichts tun: Roblox hat den Rang abgelehnt, und der Clan behält ihn, bis sich die Rollen auf Roblox ändern',
      move: (from, to) => `den Rang ändern: ${from} → ${to}`,
      give: (role) => `auf Discord ${role} geben`,
      makeRole: (rank) => `eine Discord-Rolle für ${rank} anlegen und geben`,
      take: (role) => `auf Discord ${role} nehmen`,
      noRole: (reason) => `keine Discord-Rolle geben: ${reason}`,
      leave: (count) =>
        de.plural(count, {
          one: 'die Rolle eines anderen Rangs lassen: Vielleicht wurde sie von Hand vergeben',
          other: `die Rollen von ${count} anderen Rängen lassen: Vielleicht wurden sie von Hand vergeben`,
        }),
    },

    moved: (from, to) => `${from} → ${to}, von Roblox übernommen.`,
    movedWithReset: (from, to, points) =>
      de.plural(points, {
        one: `${from} → ${to}, von Roblox übernommen (1 Punkt zurückgesetzt).`,
        other: `${from} → ${to}, von Roblox übernommen (${de.number(points)} Punkte zurückgesetzt).`,
      }),
    roleGiven: (rank) => `Die Discord-Rolle von ${rank} hat gefehlt und wird vergeben.`,
    waits: 'Übersprungen: Eine frühere Änderung ist noch auf dem Weg zu Roblox.',
    held: 'Nichts geändert: Roblox hat den Rang abgelehnt, und der Clan behält ihn, bis sich die Rollen auf Roblox ändern.',
    noRole: (reason) => `Es wird keine Discord-Rolle vergeben: ${reason}`,
  },
  'es-ES': {
    unknown: 'desconocido',
    rankUnread: 'El rango no se ha comparado.',
    rolesUnread: 'Los roles de Discord no se han comparado.',
    changedMeanwhile:
      'Algo cambió en el miembro durante la sincronización, así que no se ha cambiado nada; la próxima lo mirará otra vez.',
    leftGroup: (name) => `${name} ya no está en el grupo de Roblox. El rango se queda como está.`,
    accountGone: (name) =>
      `La cuenta de Roblox ${name} ya no existe o está suspendida. El rango se queda como está. \`/vincular-roblox\` vincula otra.`,
    unmapped: (name) =>
      `Ningún rango del clan corresponde a los roles de Roblox de ${name}. El rango se queda como está.`,
    leftServer: (name) =>
      `${name} ya no está en el servidor de Discord; no hay roles de Discord que cambiar.`,
    renamed: (from, to) => `Nuevo nombre en Roblox: ${from} → ${to}.`,
    otherRank: (here, there) => `La base de datos dice ${here}; Roblox dice ${there}.`,
    roleUnmade: (rank) => `Aún no hay ningún rol de Discord para ${rank}.`,
    roleMissing: (rank, role) => `Falta el rol de Discord de ${rank}: ${role}.`,
    roleOfOther: (rank) => `Tiene el rol de Discord de ${rank}, otro rango.`,

    would: {
      keepName: 'tomaría el nuevo nombre de Roblox',
      wait: 'no haría nada: un cambio anterior aún está en camino a Roblox',
      hold: 'no haría nada: Roblox rechazó el rango, y el clan lo mantiene hasta que cambien los roles en Roblox',
      move: (from, to) => `cambiaría el rango: ${from} → ${to}`,
      give: (role) => `daría ${role} en Discord`,
      makeRole: (rank) => `crearía y daría un rol de Discord para ${rank}`,
      take: (role) => `quitaría ${role} en Discord`,
      noRole: (reason) => `no daría ningún rol de Discord: ${reason}`,
      leave: (count) =>
        es.plural(count, {
          one: 'dejaría el rol de otro rango: puede que se haya dado a mano',
          other: `dejaría los roles de otros ${count} rangos: puede que se hayan dado a mano`,
        }),
    },

    moved: (from, to) => `${from} → ${to}, tomado de Roblox.`,
    movedWithReset: (from, to, points) =>
      es.plural(points, {
        one: `${from} → ${to}, tomado de Roblox (1 punto reiniciado).`,
        other: `${from} → ${to}, tomado de Roblox (${es.number(points)} puntos reiniciados).`,
      }),
    roleGiven: (rank) => `Faltaba el rol de Discord de ${rank} y se va a dar.`,
    waits: 'Omitido: un cambio anterior aún está en camino a Roblox.',
    held: 'Sin cambios: Roblox rechazó el rango, y el clan lo mantiene hasta que cambien los roles en Roblox.',
    noRole: (reason) => `No se da ningún rol de Discord: ${reason}`,
  },
  fr: {
    unknown: 'inconnu',
    rankUnread: 'Le rang n’a pas été comparé.',
    rolesUnread: 'Les rôles Discord n’ont pas été comparés.',
    changedMeanwhile:
      'Quelque chose a changé chez le membre pendant la synchronisation, rien n’a donc été changé ; la prochaine regardera de nouveau.',
    leftGroup: (name) => `${name} n’est plus dans le groupe Roblox. Le rang reste tel quel.`,
    accountGone: (name) =>
      `Le compte Roblox ${name} n’existe plus ou est banni. Le rang reste tel quel. \`/lier-roblox\` en lie un autre.`,
    unmapped: (name) =>
      `Aucun rang du clan ne correspond aux rôles Roblox de ${name}. Le rang reste tel quel.`,
    leftServer: (name) => `${name} a quitté le serveur Discord ; il n’y a aucun rôle Discord à changer.`,
    renamed: (from, to) => `Nouveau nom sur Roblox : ${from} → ${to}.`,
    otherRank: (here, there) => `La base de données dit ${here}, Roblox dit ${there}.`,
    roleUnmade: (rank) => `Il n’y a pas encore de rôle Discord pour ${rank}.`,
    roleMissing: (rank, role) => `Le rôle Discord de ${rank} manque : ${role}.`,
    roleOfOther: (rank) => `A le rôle Discord de ${rank}, un autre rang.`,

    would: {
      keepName: 'reprendrait le nouveau nom Roblox',
      wait: 'ne ferait rien : un changement précédent est encore en route vers Roblox',
      hold: 'ne ferait rien : Roblox a refusé le rang, et le clan le garde tant que les rôles sur Roblox ne changent pas',
      move: (from, to) => `changerait le rang : ${from} → ${to}`,
      give: (role) => `donnerait ${role} sur Discord`,
      makeRole: (rank) => `créerait et donnerait un rôle Discord pour ${rank}`,
      take: (role) => `retirerait ${role} sur Discord`,
      noRole: (reason) => `ne donnerait aucun rôle Discord : ${reason}`,
      leave: (count) =>
        fr.plural(count, {
          one: 'laisserait le rôle d’un autre rang : il a peut-être été donné à la main',
          other: `laisserait les rôles de ${count} autres rangs : ils ont peut-être été donnés à la main`,
        }),
    },

    moved: (from, to) => `${from} → ${to}, repris de Roblox.`,
    movedWithReset: (from, to, points) =>
      fr.plural(points, {
        one: `${from} → ${to}, repris de Roblox (${fr.number(points)} point remis à zéro).`,
        other: `${from} → ${to}, repris de Roblox (${fr.number(points)} points remis à zéro).`,
      }),
    roleGiven: (rank) => `Le rôle Discord de ${rank} manquait et va être donné.`,
    waits: 'Laissé de côté : un changement précédent est encore en route vers Roblox.',
    held: 'Laissé tel quel : Roblox a refusé le rang, et le clan le garde tant que les rôles sur Roblox ne changent pas.',
    noRole: (reason) => `Aucun rôle Discord n’est donné : ${reason}`,
  },
  'pt-BR': {
    unknown: 'desconhecido',
    rankUnread: 'A patente não foi comparada.',
    rolesUnread: 'Os cargos do Discord não foram comparados.',
    changedMeanwhile:
      'Algo mudou no membro durante a sincronização, então nada foi alterado; a próxima olha de novo.',
    leftGroup: (name) => `${name} não está mais no grupo do Roblox. A patente fica como está.`,
    accountGone: (name) =>
      `A conta do Roblox ${name} não existe mais ou foi banida. A patente fica como está. \`/vincular-roblox\` vincula outra.`,
    unmapped: (name) =>
      `Nenhuma patente do clã corresponde aos cargos de ${name} no Roblox. A patente fica como está.`,
    leftServer: (name) => `${name} saiu do servidor do Discord; não há cargos do Discord para mudar.`,
    renamed: (from, to) => `Novo nome no Roblox: ${from} → ${to}.`,
    otherRank: (here, there) => `O banco de dados diz ${here}; o Roblox diz ${there}.`,
    roleUnmade: (rank) => `Ainda não há cargo do Discord para ${rank}.`,
    roleMissing: (rank, role) => `Falta o cargo do Discord de ${rank}: ${role}.`,
    roleOfOther: (rank) => `Tem o cargo do Discord de ${rank}, outra patente.`,

    would: {
      keepName: 'adotaria o novo nome do Roblox',
      wait: 'não faria nada: uma mudança anterior ainda está a caminho do Roblox',
      hold: 'não faria nada: o Roblox recusou a patente, e o clã a mantém até que os cargos no Roblox mudem',
      move: (from, to) => `mudaria a patente: ${from} → ${to}`,
      give: (role) => `daria ${role} no Discord`,
      makeRole: (rank) => `criaria e daria um cargo do Discord para ${rank}`,
      take: (role) => `tiraria ${role} no Discord`,
      noRole: (reason) => `não daria nenhum cargo do Discord: ${reason}`,
      leave: (count) =>
        pt.plural(count, {
          one: 'deixaria o cargo de outra patente: talvez tenha sido dado manualmente',
          other: `deixaria os cargos de outras ${count} patentes: talvez tenham sido dados manualmente`,
        }),
    },

    moved: (from, to) => `${from} → ${to}, trazida do Roblox.`,
    movedWithReset: (from, to, points) =>
      pt.plural(points, {
        one: `${from} → ${to}, trazida do Roblox (${pt.number(points)} ponto zerado).`,
        other: `${from} → ${to}, trazida do Roblox (${pt.number(points)} pontos zerados).`,
      }),
    roleGiven: (rank) => `Faltava o cargo do Discord de ${rank}, que agora será dado.`,
    waits: 'Ignorado: uma mudança anterior ainda está a caminho do Roblox.',
    held: 'Sem mudança: o Roblox recusou a patente, e o clã a mantém até que os cargos no Roblox mudem.',
    noRole: (reason) => `Nenhum cargo do Discord é dado: ${reason}`,
  },
});

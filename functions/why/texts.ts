import { mention, timestamp } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';
import type { RankChangeCause, RobloxChangeState } from '../../shared/ranks/rank-change.ts';
import type { RoleEffect } from './read-history.ts';

type Causes = Readonly<Record<RankChangeCause, string>>;
/** Of what needs no word, nothing. */
type RobloxStates = Readonly<Record<RobloxChangeState, string | undefined>>;
type Effects = Readonly<Record<RoleEffect['kind'], string>>;

/** `: reason`, where there is one; reasons are a service's own words. */
const because = (reason: string) => (reason === '' ? '' : `: ${reason}`);
const arrow = (from: string | undefined, to: string) =>
  from === undefined ? `**${to}**` : `**${from}** → **${to}**`;

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/** Every text of `/why`. Names of ranks and reasons come escaped. */
export const texts = catalogue({
  en: {
    command: { name: 'why', description: 'Why somebody has their rank, and what the next one needs' },
    optionMember: { name: 'member', description: 'Whose rank (officers only); left out: your own' },
    unknown: (id: string) => `${mention(id)} is not known to the clan yet, so there is no rank to explain.`,

    title: 'Why this rank',
    hasRank: (id: string, rank: string) => `${mention(id)} is **${rank}**. The latest changes:`,
    noChanges: 'No change is on record: it is the first rank.',
    formerRank: 'a former rank',
    change: (from: string | undefined, to: string, cause: string, at: number) =>
      `${arrow(from, to)} ${timestamp(at)}: ${cause}`,
    by: (id: string) => `by ${mention(id)}`,
    reset: (points: number) =>
      en.plural(points, { one: '1 point was reset', other: `${en.number(points)} points were reset` }),
    causes: {
      link: 'the Roblox account was linked',
      promote: 'promoted by hand',
      demote: 'demoted by hand',
      'set-rank': 'set by hand',
      card: 'promotion card approved',
      sync: 'taken over from Roblox',
      compensate: 'taken back, since Roblox refused it',
      import: 'brought over from the old bot',
    } satisfies Causes,
    robloxStates: {
      none: undefined,
      done: undefined,
      waiting: '⏳ still on its way to Roblox',
      refused: '❌ refused by Roblox',
      compensated: '↩️ taken back',
    } satisfies RobloxStates,

    nextTitle: 'The next rank',
    noNext: 'No points lead to a higher rank.',
    adminsDecide: (rank: string) =>
      `This rank is given by admins, and so is the next change; **${rank}** is the next rank that points lead to.`,
    needs: (rank: string, needed: number, has: number) =>
      `**${rank}** needs ${en.number(needed)} points; ${en.number(has)} are there, ${en.number(needed - has)} are missing.`,
    linkFirst: (rank: string) => `The points for **${rank}** are there, but no Roblox account is linked.`,
    cardWaits: (rank: string) =>
      `The points for **${rank}** are there; the promotion card waits for an admin.`,
    due: (rank: string) => `The points for **${rank}** are there; an admin can promote now.`,

    openTitle: 'Still to do, and refused',
    nothingOpen: 'Nothing.',
    held: '⏸️ Roblox refused this rank and the clan keeps it: the sync changes nothing until the roles on Roblox change.',
    effects: {
      'roblox-roles': 'Roblox role',
      'discord-roles': 'Discord roles',
      'verified-role': 'Verified role',
    } satisfies Effects,
    refused: (what: string, at: number, reason: string) =>
      `❌ ${what} of ${timestamp(at)}: refused for good${because(reason)}`,
    paused: (what: string, until: number) =>
      `⏳ ${what}: waits, because the service is paused until ${timestamp(until, 't')}`,
    waits: (what: string, since: number, reason: string) =>
      `⏳ ${what}: waits since ${timestamp(since)}${because(reason)}`,
    triedAgain: (what: string, at: number, reason: string) =>
      `⏳ ${what}: tried again ${timestamp(at, 'R')}${because(reason)}`,

    syncTitle: 'What the last sync saw',
    notLinked: 'No Roblox account is linked.',
    neverSynced: 'There was none yet.',
    synced: (at: number, roles: number) =>
      `${timestamp(at)}: ` +
      (roles === 0
        ? 'no role on Roblox that belongs to a rank.'
        : en.plural(roles, {
            one: '1 role on Roblox that belongs to a rank.',
            other: `${roles} roles on Roblox that belong to ranks; the highest counts.`,
          })),
  },
  de: {
    command: { name: 'warum', description: 'Warum jemand seinen Rang hat und was der nächste braucht' },
    optionMember: { name: 'mitglied', description: 'Wessen Rang (nur Offiziere); ohne Angabe: dein eigener' },
    unknown: (id) => `${mention(id)} ist dem Clan noch nicht bekannt, es gibt also keinen Rang zu erklären.`,

    title: 'Warum dieser Rang',
    hasRank: (id, rank) => `${mention(id)} ist **${rank}**. Die letzten Änderungen:`,
    noChanges: 'Es ist keine Änderung verzeichnet: Es ist der erste Rang.',
    formerRank: 'ein früherer Rang',
    change: (from, to, cause, at) => `${arrow(from, to)} ${timestamp(at)}: ${cause}`,
    by: (id) => `von ${mention(id)}`,
    reset: (points) =>
      de.plural(points, {
        one: '1 Punkt wurde zurückgesetzt',
        other: `${de.number(points)} Punkte wurden zurückgesetzt`,
      }),
    causes: {
      link: 'das Roblox-Konto wurde verknüpft',
      promote: 'von Hand befördert',
      demote: 'von Hand degradiert',
      'set-rank': 'von Hand gesetzt',
      card: 'Beförderungskarte genehmigt',
      sync: 'von Roblox übernommen',
      compensate: 'zurückgenommen, weil Roblox es abgelehnt hat',
      import: 'vom alten Bot übernommen',
    },
    robloxStates: {
      none: undefined,
      done: undefined,
      waiting: '⏳ noch auf dem Weg zu Roblox',
      refused: '❌ von Roblox abgelehnt',
      compensated: '↩️ zurückgenommen',
    },

    nextTitle: 'Der nächste Rang',
    noNext: 'Keine Punkte führen zu einem höheren Rang.',
    adminsDecide: (rank) =>
      `Diesen Rang vergeben Admins, auch über die nächste Änderung entscheiden sie; **${rank}** ist der nächste Rang, zu dem Punkte führen.`,
    needs: (rank, needed, has) =>
      `**${rank}** braucht ${de.number(needed)} Punkte; ${de.number(has)} sind da, ${de.number(needed - has)} fehlen.`,
    linkFirst: (rank) => `Die Punkte für **${rank}** sind da, aber es ist kein Roblox-Konto verknüpft.`,
    cardWaits: (rank) => `Die Punkte für **${rank}** sind da; die Beförderungskarte wartet auf einen Admin.`,
    due: (rank) => `Die Punkte für **${rank}** sind da; ein Admin kann jetzt befördern.`,

    openTitle: 'Noch offen und abgelehnt',
    nothingOpen: 'Nichts.',
    held: '⏸️ Roblox hat diesen Rang abgelehnt und der Clan behält ihn: Der Abgleich ändert nichts, bis sich die Rollen auf Roblox ändern.',
    effects: {
      'roblox-roles': 'Roblox-Rolle',
      'discord-roles': 'Discord-Rollen',
      'verified-role': 'Verifiziert-Rolle',
    },
    refused: (what, at, reason) => `❌ ${what} vom ${timestamp(at)}: endgültig abgelehnt${because(reason)}`,
    paused: (what, until) => `⏳ ${what}: wartet, weil der Dienst bis ${timestamp(until, 't')} pausiert`,
    waits: (what, since, reason) => `⏳ ${what}: wartet seit ${timestamp(since)}${because(reason)}`,
    triedAgain: (what, at, reason) => `⏳ ${what}: nächster Versuch ${timestamp(at, 'R')}${because(reason)}`,

    syncTitle: 'Was der letzte Abgleich gesehen hat',
    notLinked: 'Es ist kein Roblox-Konto verknüpft.',
    neverSynced: 'Es gab noch keinen.',
    synced: (at, roles) =>
      `${timestamp(at)}: ` +
      (roles === 0
        ? 'keine Rolle auf Roblox, die zu einem Rang gehört.'
        : de.plural(roles, {
            one: '1 Rolle auf Roblox, die zu einem Rang gehört.',
            other: `${roles} Rollen auf Roblox, die zu Rängen gehören; die höchste zählt.`,
          })),
  },
  'es-ES': {
    command: {
      name: 'por-qué',
      description: 'Por qué alguien tiene su rango y qué necesita para el siguiente',
    },
    optionMember: { name: 'miembro', description: 'De quién (solo oficiales); si lo omites: el tuyo' },
    unknown: (id) => `El clan aún no conoce a ${mention(id)}, así que no hay rango que explicar.`,

    title: 'Por qué este rango',
    hasRank: (id, rank) => `${mention(id)} es **${rank}**. Los últimos cambios:`,
    noChanges: 'No consta ningún cambio: es el primer rango.',
    formerRank: 'un rango anterior',
    change: (from, to, cause, at) => `${arrow(from, to)} ${timestamp(at)}: ${cause}`,
    by: (id) => `por ${mention(id)}`,
    reset: (points) =>
      es.plural(points, {
        one: 'se reinició 1 punto',
        other: `se reiniciaron ${es.number(points)} puntos`,
      }),
    causes: {
      link: 'se vinculó la cuenta de Roblox',
      promote: 'ascenso a mano',
      demote: 'descenso a mano',
      'set-rank': 'asignado a mano',
      card: 'tarjeta de ascenso aprobada',
      sync: 'tomado de Roblox',
      compensate: 'retirado, porque Roblox lo rechazó',
      import: 'traído del bot antiguo',
    },
    robloxStates: {
      none: undefined,
      done: undefined,
      waiting: '⏳ aún en camino a Roblox',
      refused: '❌ rechazado por Roblox',
      compensated: '↩️ retirado',
    },

    nextTitle: 'El siguiente rango',
    noNext: 'No hay un rango superior al que se llegue con puntos.',
    adminsDecide: (rank) =>
      `Este rango lo dan los admins, y también deciden el próximo cambio; **${rank}** es el siguiente rango al que se llega con puntos.`,
    needs: (rank, needed, has) =>
      `**${rank}** necesita ${es.number(needed)} puntos; hay ${es.number(has)}, faltan ${es.number(needed - has)}.`,
    linkFirst: (rank) => `Los puntos para **${rank}** están, pero no hay ninguna cuenta de Roblox vinculada.`,
    cardWaits: (rank) => `Los puntos para **${rank}** están; la tarjeta de ascenso espera a un admin.`,
    due: (rank) => `Los puntos para **${rank}** están; un admin puede ascender ya.`,

    openTitle: 'Pendiente y rechazado',
    nothingOpen: 'Nada.',
    held: '⏸️ Roblox rechazó este rango y el clan lo mantiene: la sincronización no cambia nada hasta que cambien los roles en Roblox.',
    effects: {
      'roblox-roles': 'Rol de Roblox',
      'discord-roles': 'Roles de Discord',
      'verified-role': 'Rol Verificado',
    },
    refused: (what, at, reason) => `❌ ${what} del ${timestamp(at)}: rechazo definitivo${because(reason)}`,
    paused: (what, until) =>
      `⏳ ${what}: en espera, porque el servicio está en pausa hasta las ${timestamp(until, 't')}`,
    waits: (what, since, reason) => `⏳ ${what}: en espera desde ${timestamp(since)}${because(reason)}`,
    triedAgain: (what, at, reason) => `⏳ ${what}: nuevo intento ${timestamp(at, 'R')}${because(reason)}`,

    syncTitle: 'Lo que vio la última sincronización',
    notLinked: 'No hay ninguna cuenta de Roblox vinculada.',
    neverSynced: 'Aún no hubo ninguna.',
    synced: (at, roles) =>
      `${timestamp(at)}: ` +
      (roles === 0
        ? 'ningún rol en Roblox que pertenezca a un rango.'
        : es.plural(roles, {
            one: '1 rol en Roblox que pertenece a un rango.',
            other: `${roles} roles en Roblox que pertenecen a rangos; cuenta el más alto.`,
          })),
  },
  fr: {
    command: {
      name: 'pourquoi',
      description: 'Pourquoi quelqu’un a son rang, et ce qu’il faut pour le suivant',
    },
    optionMember: { name: 'membre', description: 'Le rang de qui (officiers seulement) ; sinon le tien' },
    unknown: (id) => `Le clan ne connaît pas encore ${mention(id)}, il n’y a donc aucun rang à expliquer.`,

    title: 'Pourquoi ce rang',
    hasRank: (id, rank) => `${mention(id)} est **${rank}**. Les derniers changements :`,
    noChanges: 'Aucun changement n’est enregistré : c’est le premier rang.',
    formerRank: 'un ancien rang',
    change: (from, to, cause, at) => `${arrow(from, to)} ${timestamp(at)} : ${cause}`,
    by: (id) => `par ${mention(id)}`,
    reset: (points) =>
      fr.plural(points, {
        one: `${fr.number(points)} point remis à zéro`,
        other: `${fr.number(points)} points remis à zéro`,
      }),
    causes: {
      link: 'le compte Roblox a été lié',
      promote: 'promotion à la main',
      demote: 'rétrogradation à la main',
      'set-rank': 'attribué à la main',
      card: 'carte de promotion approuvée',
      sync: 'repris de Roblox',
      compensate: 'retiré, car Roblox l’a refusé',
      import: 'repris de l’ancien bot',
    },
    robloxStates: {
      none: undefined,
      done: undefined,
      waiting: '⏳ encore en route vers Roblox',
      refused: '❌ refusé par Roblox',
      compensated: '↩️ retiré',
    },

    nextTitle: 'Le rang suivant',
    noNext: 'Aucun rang supérieur ne s’obtient avec des points.',
    adminsDecide: (rank) =>
      `Ce rang est donné par les admins, qui décident aussi du prochain changement ; **${rank}** est le prochain rang qui s’obtient avec des points.`,
    needs: (rank, needed, has) =>
      `**${rank}** demande ${fr.number(needed)} points ; il y en a ${fr.number(has)}, il en manque ${fr.number(needed - has)}.`,
    linkFirst: (rank) => `Les points pour **${rank}** y sont, mais aucun compte Roblox n’est lié.`,
    cardWaits: (rank) => `Les points pour **${rank}** y sont ; la carte de promotion attend un admin.`,
    due: (rank) => `Les points pour **${rank}** y sont ; un admin peut promouvoir maintenant.`,

    openTitle: 'À faire et refusé',
    nothingOpen: 'Rien.',
    held: '⏸️ Roblox a refusé ce rang et le clan le garde : la synchronisation ne change rien tant que les rôles sur Roblox ne changent pas.',
    effects: {
      'roblox-roles': 'Rôle Roblox',
      'discord-roles': 'Rôles Discord',
      'verified-role': 'Rôle Vérifié',
    },
    refused: (what, at, reason) => `❌ ${what} du ${timestamp(at)} : refus définitif${because(reason)}`,
    paused: (what, until) =>
      `⏳ ${what} : en attente, car le service est en pause jusqu’à ${timestamp(until, 't')}`,
    waits: (what, since, reason) => `⏳ ${what} : en attente depuis le ${timestamp(since)}${because(reason)}`,
    triedAgain: (what, at, reason) => `⏳ ${what} : nouvel essai ${timestamp(at, 'R')}${because(reason)}`,

    syncTitle: 'Ce que la dernière synchronisation a vu',
    notLinked: 'Aucun compte Roblox n’est lié.',
    neverSynced: 'Il n’y en a pas encore eu.',
    synced: (at, roles) =>
      `${timestamp(at)} : ` +
      (roles === 0
        ? 'aucun rôle sur Roblox qui corresponde à un rang.'
        : fr.plural(roles, {
            one: '1 rôle sur Roblox qui correspond à un rang.',
            other: `${roles} rôles sur Roblox qui correspondent à des rangs ; le plus haut compte.`,
          })),
  },
  'pt-BR': {
    command: { name: 'por-que', description: 'Por que alguém tem sua patente e o que falta para a próxima' },
    optionMember: { name: 'membro', description: 'De quem (só oficiais); sem isso: a sua' },
    unknown: (id) => `O clã ainda não conhece ${mention(id)}, então não há patente para explicar.`,

    title: 'Por que esta patente',
    hasRank: (id, rank) => `${mention(id)} é **${rank}**. As últimas mudanças:`,
    noChanges: 'Nenhuma mudança está registrada: é a primeira patente.',
    formerRank: 'uma patente antiga',
    change: (from, to, cause, at) => `${arrow(from, to)} ${timestamp(at)}: ${cause}`,
    by: (id) => `por ${mention(id)}`,
    reset: (points) =>
      pt.plural(points, {
        one: `${pt.number(points)} ponto zerado`,
        other: `${pt.number(points)} pontos zerados`,
      }),
    causes: {
      link: 'a conta do Roblox foi vinculada',
      promote: 'promoção manual',
      demote: 'rebaixamento manual',
      'set-rank': 'definida manualmente',
      card: 'cartão de promoção aprovado',
      sync: 'trazida do Roblox',
      compensate: 'desfeita, porque o Roblox recusou',
      import: 'trazida do bot antigo',
    },
    robloxStates: {
      none: undefined,
      done: undefined,
      waiting: '⏳ ainda a caminho do Roblox',
      refused: '❌ recusada pelo Roblox',
      compensated: '↩️ desfeita',
    },

    nextTitle: 'A próxima patente',
    noNext: 'Nenhuma patente mais alta se alcança com pontos.',
    adminsDecide: (rank) =>
      `Esta patente é dada por admins, que também decidem a próxima mudança; **${rank}** é a próxima patente que se alcança com pontos.`,
    needs: (rank, needed, has) =>
      `**${rank}** precisa de ${pt.number(needed)} pontos; há ${pt.number(has)}, faltam ${pt.number(needed - has)}.`,
    linkFirst: (rank) => `Os pontos para **${rank}** já existem, mas nenhuma conta do Roblox está vinculada.`,
    cardWaits: (rank) => `Os pontos para **${rank}** já existem; o cartão de promoção espera por um admin.`,
    due: (rank) => `Os pontos para **${rank}** já existem; um admin já pode promover.`,

    openTitle: 'Pendente e recusado',
    nothingOpen: 'Nada.',
    held: '⏸️ O Roblox recusou esta patente e o clã a mantém: a sincronização não muda nada até que os cargos no Roblox mudem.',
    effects: {
      'roblox-roles': 'Cargo no Roblox',
      'discord-roles': 'Cargos no Discord',
      'verified-role': 'Cargo Verificado',
    },
    refused: (what, at, reason) => `❌ ${what} de ${timestamp(at)}: recusado de vez${because(reason)}`,
    paused: (what, until) =>
      `⏳ ${what}: aguarda, porque o serviço está em pausa até ${timestamp(until, 't')}`,
    waits: (what, since, reason) => `⏳ ${what}: aguarda desde ${timestamp(since)}${because(reason)}`,
    triedAgain: (what, at, reason) => `⏳ ${what}: nova tentativa ${timestamp(at, 'R')}${because(reason)}`,

    syncTitle: 'O que a última sincronização viu',
    notLinked: 'Nenhuma conta do Roblox está vinculada.',
    neverSynced: 'Ainda não houve nenhuma.',
    synced: (at, roles) =>
      `${timestamp(at)}: ` +
      (roles === 0
        ? 'nenhum cargo no Roblox que pertença a uma patente.'
        : pt.plural(roles, {
            one: '1 cargo no Roblox que pertence a uma patente.',
            other: `${roles} cargos no Roblox que pertencem a patentes; vale o mais alto.`,
          })),
  },
});

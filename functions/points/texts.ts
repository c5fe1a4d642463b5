import { escapeMarkdown, mention } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';
import type { EntryKind } from '../../shared/points/point-entry.ts';
import { points } from './count-points.ts';

/** Progress to the next rank and lifetime points: what there is, or what changed. */
interface Sums {
  readonly points: number;
  readonly totalPoints: number;
}
/** Points that an officer gave to or took from a member. */
interface Given {
  readonly actorId: string;
  readonly memberId: string;
  readonly amount: number;
}
interface UndoneEntry {
  readonly actorId: string;
  readonly memberId: string;
  /** What it was, as `kinds` says it. */
  readonly kind: string;
}

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/** Whether progress and lifetime points are one number, which is said once. */
const isOne = (sums: Sums) => sums.points === sums.totalPoints;
/** With its sign, as `write` has it without one. */
const signed = (count: number, write: (count: number) => string) =>
  `${count < 0 ? '\u2212' : '+'}${write(Math.abs(count))}`;

/** Every text of `/points` and of the user menu "Add points" but those of `award` and `revert`. */
export const texts = catalogue({
  en: {
    command: { name: 'points', description: 'Points of members' },
    add: { name: 'add', description: 'Give somebody points' },
    remove: { name: 'remove', description: 'Take points from somebody' },
    history: { name: 'history', description: 'What somebody got and lost, newest first' },
    undo: { name: 'undo', description: 'Take back one entry of the history' },
    optionMember: { name: 'member', description: 'Who' },
    optionWhose: { name: 'member', description: 'Whose history' },
    optionNarrow: { name: 'member', description: 'Only entries of this member' },
    optionAmount: (max: number) => ({ name: 'amount', description: `How many, 1 to ${en.number(max)}` }),
    optionReason: { name: 'reason', description: 'Why (they are told)' },
    optionEntry: { name: 'entry', description: 'Which entry (type a name, an amount or a reason to search)' },
    userMenu: 'Add points',

    modalTitle: 'Add points',
    amountLabel: 'Points',
    amountHint: "A whole number from 1; the clan's limit is checked.",
    reasonLabel: 'Reason',
    reasonHint: 'They are told. Can be left out.',

    badAmount: (max: number) =>
      `Points must be a whole number from 1 to ${en.number(max)}. Nothing was changed.`,
    badReason: (max: number) => `The reason may be ${max} characters long at most. Nothing was changed.`,

    given: (id: string, amount: number) => `Gave ${mention(id)} ${points.en(amount)}.`,
    taken: (id: string, amount: number) => `Took ${points.en(amount)} from ${mention(id)}.`,
    theyHave: (sums: Sums) =>
      `They have ${points.en(sums.points)} towards the next rank, ${en.number(sums.totalPoints)} in all.`,
    promotionDue: 'A promotion is due; the card is in the admin channel.',
    noAdminChannel: 'No admin channel is set, so nothing was logged there. `/settings channel` sets one.',
    directMessageLine: 'Direct message',
    adminLogLine: 'Admin channel',
    cardLine: 'Promotion card',

    youGot: (clan: string, amount: number) => `You got **${points.en(amount)}** in ${escapeMarkdown(clan)}.`,
    youLost: (clan: string, amount: number) =>
      `You lost **${points.en(amount)}** in ${escapeMarkdown(clan)}.`,
    youHave: (sums: Sums) =>
      `You have ${points.en(sums.points)} towards the next rank, ${en.number(sums.totalPoints)} in all.`,
    reason: (reason: string) => `Reason: ${escapeMarkdown(reason)}`,
    logGiven: ({ actorId, memberId, amount }: Given) =>
      `${mention(actorId)} gave ${mention(memberId)} ${points.en(amount)}.`,
    logTaken: ({ actorId, memberId, amount }: Given) =>
      `${mention(actorId)} took ${points.en(amount)} from ${mention(memberId)}.`,

    historyTitle: 'Points history',
    unknown: (id: string) => `${mention(id)} is not known to the clan yet.`,
    has: (id: string, sums: Sums) =>
      `${mention(id)} has ${points.en(sums.points)} towards the next rank, ${en.number(sums.totalPoints)} in all.`,
    noEntries: 'Nothing yet.',
    page: (page: number) => `Page ${en.number(page)}`,
    newer: 'Newer',
    older: 'Older',
    kinds: {
      award: 'award',
      removal: 'removal',
      event: 'event',
      undo: 'taken back',
      'rank-reset': 'reset by a new rank',
      opening: 'brought over from the old bot',
      erased: 'erased',
    } satisfies Record<EntryKind, string>,
    delta: (sums: Sums) =>
      isOne(sums)
        ? `**${signed(sums.points, en.number)}**`
        : `**${signed(sums.points, en.number)}** progress, **${signed(sums.totalPoints, en.number)}** lifetime`,
    because: (what: string, reason: string) => `${what}: ${reason}`,
    by: (actorId: string) => `by ${mention(actorId)}`,
    eventLink: (link: string) => `([event](${link}))`,
    eventId: (id: string) => `(event \`${id}\`)`,
    undone: '(undone)',
    entryChoice: (change: number, name: string, what: string, date: string) =>
      `${signed(change, en.number)} ${name}: ${what} (${date})`,
    unknownMember: 'unknown',

    change: (change: Sums) =>
      isOne(change)
        ? `${change.points < 0 ? 'lost' : 'got'} ${points.en(Math.abs(change.points))}`
        : `changed by ${signed(change.points, en.number)} towards the next rank and ${signed(change.totalPoints, en.number)} in all`,
    undoDone: (id: string, change: string) => `Taken back: ${mention(id)} ${change}.`,
    undoPartly: (missing: Sums) =>
      isOne(missing)
        ? `Not all of it was there any more: ${points.en(missing.points)} could not be taken, since nothing goes below 0.`
        : `Not all of it was there any more: ${points.en(missing.points)} of the progress and ${en.number(missing.totalPoints)} of the lifetime points could not be taken, since nothing goes below 0.`,
    undoMessage: (clan: string, change: string) =>
      `An entry of your points in ${escapeMarkdown(clan)} was taken back: you ${change}.`,
    undoLog: ({ actorId, memberId, kind }: UndoneEntry, change: string) =>
      `${mention(actorId)} took back an entry of ${mention(memberId)} (${kind}): they ${change}.`,
  },
  de: {
    command: { name: 'punkte', description: 'Punkte von Mitgliedern' },
    add: { name: 'geben', description: 'Gib jemandem Punkte' },
    remove: { name: 'abziehen', description: 'Zieh jemandem Punkte ab' },
    history: { name: 'verlauf', description: 'Was jemand bekommen und verloren hat, das Neueste zuerst' },
    undo: { name: 'zurücknehmen', description: 'Nimm einen Eintrag des Verlaufs zurück' },
    optionMember: { name: 'mitglied', description: 'Wem' },
    optionWhose: { name: 'mitglied', description: 'Wessen Verlauf' },
    optionNarrow: { name: 'mitglied', description: 'Nur Einträge dieses Mitglieds' },
    optionAmount: (max) => ({ name: 'anzahl', description: `Wie viele, 1 bis ${de.number(max)}` }),
    optionReason: { name: 'grund', description: 'Warum (das Mitglied erfährt es)' },
    optionEntry: {
      name: 'eintrag',
      description: 'Welcher Eintrag (such mit einem Namen, einer Zahl oder einem Grund)',
    },
    userMenu: 'Punkte geben',

    modalTitle: 'Punkte geben',
    amountLabel: 'Punkte',
    amountHint: 'Eine ganze Zahl ab 1; die Grenze des Clans wird geprüft.',
    reasonLabel: 'Grund',
    reasonHint: 'Das Mitglied erfährt ihn. Kann wegbleiben.',

    badAmount: (max) =>
      `Punkte müssen eine ganze Zahl von 1 bis ${de.number(max)} sein. Es wurde nichts geändert.`,
    badReason: (max) => `Der Grund darf höchstens ${max} Zeichen lang sein. Es wurde nichts geändert.`,

    given: (id, amount) => `Du hast ${mention(id)} ${points.de(amount)} gegeben.`,
    taken: (id, amount) => `Du hast ${mention(id)} ${points.de(amount)} abgezogen.`,
    theyHave: (sums) =>
      `Der neue Stand: ${points.de(sums.points)} für den nächsten Rang, ${de.number(sums.totalPoints)} insgesamt.`,
    promotionDue: 'Eine Beförderung ist fällig; die Karte ist im Admin-Kanal.',
    noAdminChannel:
      'Es ist kein Admin-Kanal festgelegt, dort wurde also nichts notiert. `/einstellungen kanal` legt einen fest.',
    directMessageLine: 'Direktnachricht',
    adminLogLine: 'Admin-Kanal',
    cardLine: 'Beförderungskarte',

    youGot: (clan, amount) => `Du hast in ${escapeMarkdown(clan)} **${points.de(amount)}** bekommen.`,
    youLost: (clan, amount) => `Du hast in ${escapeMarkdown(clan)} **${points.de(amount)}** verloren.`,
    youHave: (sums) =>
      `Du hast jetzt ${points.de(sums.points)} für den nächsten Rang, ${de.number(sums.totalPoints)} insgesamt.`,
    reason: (reason) => `Grund: ${escapeMarkdown(reason)}`,
    logGiven: ({ actorId, memberId, amount }) =>
      `${mention(actorId)} hat ${mention(memberId)} ${points.de(amount)} gegeben.`,
    logTaken: ({ actorId, memberId, amount }) =>
      `${mention(actorId)} hat ${mention(memberId)} ${points.de(amount)} abgezogen.`,

    historyTitle: 'Punkteverlauf',
    unknown: (id) => `${mention(id)} ist dem Clan noch nicht bekannt.`,
    has: (id, sums) =>
      `${mention(id)} hat ${points.de(sums.points)} für den nächsten Rang, ${de.number(sums.totalPoints)} insgesamt.`,
    noEntries: 'Noch nichts.',
    page: (page) => `Seite ${de.number(page)}`,
    newer: 'Neuere',
    older: 'Ältere',
    kinds: {
      award: 'Vergabe',
      removal: 'Abzug',
      event: 'Event',
      undo: 'Rücknahme',
      'rank-reset': 'durch einen neuen Rang zurückgesetzt',
      opening: 'vom alten Bot übernommen',
      erased: 'gelöscht',
    },
    delta: (sums) =>
      isOne(sums)
        ? `**${signed(sums.points, de.number)}**`
        : `**${signed(sums.points, de.number)}** Fortschritt, **${signed(sums.totalPoints, de.number)}** insgesamt`,
    because: (what, reason) => `${what}: ${reason}`,
    by: (actorId) => `von ${mention(actorId)}`,
    eventLink: (link) => `([Event](${link}))`,
    eventId: (id) => `(Event \`${id}\`)`,
    undone: '(zurückgenommen)',
    entryChoice: (change, name, what, date) => `${signed(change, de.number)} ${name}: ${what} (${date})`,
    unknownMember: 'unbekannt',

    change: (change) =>
      isOne(change)
        ? signed(change.points, points.de)
        : `${signed(change.points, points.de)} für den nächsten Rang, ${signed(change.totalPoints, de.number)} insgesamt`,
    undoDone: (id, change) => `Eintrag von ${mention(id)} zurückgenommen: ${change}.`,
    undoPartly: (missing) =>
      isOne(missing)
        ? `Nicht alles war noch da, und nichts fällt unter 0. Nicht genommen: ${points.de(missing.points)}.`
        : `Nicht alles war noch da, und nichts fällt unter 0. Nicht genommen: ${points.de(missing.points)} vom Fortschritt, ${de.number(missing.totalPoints)} von den Punkten insgesamt.`,
    undoMessage: (clan, change) =>
      `Ein Eintrag deiner Punkte in ${escapeMarkdown(clan)} wurde zurückgenommen: ${change}.`,
    undoLog: ({ actorId, memberId, kind }, change) =>
      `${mention(actorId)} hat einen Eintrag von ${mention(memberId)} zurückgenommen (${kind}): ${change}.`,
  },
  'es-ES': {
    command: { name: 'puntos', description: 'Puntos de los miembros' },
    add: { name: 'dar', description: 'Da puntos a alguien' },
    remove: { name: 'quitar', description: 'Quita puntos a alguien' },
    history: {
      name: 'historial',
      description: 'Lo que alguien ha recibido y perdido, lo más reciente primero',
    },
    undo: { name: 'deshacer', description: 'Deshace una entrada del historial' },
    optionMember: { name: 'miembro', description: 'A quién' },
    optionWhose: { name: 'miembro', description: 'De quién es el historial' },
    optionNarrow: { name: 'miembro', description: 'Solo entradas de este miembro' },
    optionAmount: (max) => ({ name: 'cantidad', description: `Cuántos, de 1 a ${es.number(max)}` }),
    optionReason: { name: 'motivo', description: 'Por qué (el miembro lo verá)' },
    optionEntry: {
      name: 'entrada',
      description: 'Qué entrada (busca por un nombre, una cantidad o un motivo)',
    },
    userMenu: 'Dar puntos',

    modalTitle: 'Dar puntos',
    amountLabel: 'Puntos',
    amountHint: 'Un número entero desde 1; se comprueba el límite del clan.',
    reasonLabel: 'Motivo',
    reasonHint: 'El miembro lo verá. Se puede omitir.',

    badAmount: (max) =>
      `Los puntos tienen que ser un número entero de 1 a ${es.number(max)}. No se ha cambiado nada.`,
    badReason: (max) => `El motivo puede tener ${max} caracteres como mucho. No se ha cambiado nada.`,

    given: (id, amount) => `Has dado ${points.es(amount)} a ${mention(id)}.`,
    taken: (id, amount) => `Has quitado ${points.es(amount)} a ${mention(id)}.`,
    theyHave: (sums) =>
      `Ahora tiene ${points.es(sums.points)} para el siguiente rango y ${es.number(sums.totalPoints)} en total.`,
    promotionDue: 'Corresponde un ascenso; la tarjeta está en el canal de admins.',
    noAdminChannel: 'No hay canal de admins, así que allí no se anotó nada. `/ajustes canal` establece uno.',
    directMessageLine: 'Mensaje directo',
    adminLogLine: 'Canal de admins',
    cardLine: 'Tarjeta de ascenso',

    youGot: (clan, amount) => `Has recibido **${points.es(amount)}** en ${escapeMarkdown(clan)}.`,
    youLost: (clan, amount) => `Has perdido **${points.es(amount)}** en ${escapeMarkdown(clan)}.`,
    youHave: (sums) =>
      `Ahora tienes ${points.es(sums.points)} para el siguiente rango y ${es.number(sums.totalPoints)} en total.`,
    reason: (reason) => `Motivo: ${escapeMarkdown(reason)}`,
    logGiven: ({ actorId, memberId, amount }) =>
      `${mention(actorId)} ha dado ${points.es(amount)} a ${mention(memberId)}.`,
    logTaken: ({ actorId, memberId, amount }) =>
      `${mention(actorId)} ha quitado ${points.es(amount)} a ${mention(memberId)}.`,

    historyTitle: 'Historial de puntos',
    unknown: (id) => `El clan aún no conoce a ${mention(id)}.`,
    has: (id, sums) =>
      `${mention(id)} tiene ${points.es(sums.points)} para el siguiente rango y ${es.number(sums.totalPoints)} en total.`,
    noEntries: 'Nada todavía.',
    page: (page) => `Página ${es.number(page)}`,
    newer: 'Más recientes',
    older: 'Más antiguas',
    kinds: {
      award: 'asignación',
      removal: 'retirada',
      event: 'evento',
      undo: 'entrada deshecha',
      'rank-reset': 'puesta a cero por un nuevo rango',
      opening: 'traído del bot anterior',
      erased: 'borrado',
    },
    delta: (sums) =>
      isOne(sums)
        ? `**${signed(sums.points, es.number)}**`
        : `**${signed(sums.points, es.number)}** de progreso, **${signed(sums.totalPoints, es.number)}** en total`,
    because: (what, reason) => `${what}: ${reason}`,
    by: (actorId) => `por ${mention(actorId)}`,
    eventLink: (link) => `([evento](${link}))`,
    eventId: (id) => `(evento \`${id}\`)`,
    undone: '(deshecha)',
    entryChoice: (change, name, what, date) => `${signed(change, es.number)} ${name}: ${what} (${date})`,
    unknownMember: 'desconocido',

    change: (change) =>
      isOne(change)
        ? signed(change.points, points.es)
        : `${signed(change.points, points.es)} para el siguiente rango, ${signed(change.totalPoints, es.number)} en total`,
    undoDone: (id, change) => `Entrada de ${mention(id)} deshecha: ${change}.`,
    undoPartly: (missing) =>
      isOne(missing)
        ? `Ya no estaba todo, y nada baja de 0. Sin quitar: ${points.es(missing.points)}.`
        : `Ya no estaba todo, y nada baja de 0. Sin quitar: ${points.es(missing.points)} del progreso y ${es.number(missing.totalPoints)} del total.`,
    undoMessage: (clan, change) =>
      `Se ha deshecho una entrada de tus puntos en ${escapeMarkdown(clan)}: ${change}.`,
    undoLog: ({ actorId, memberId, kind }, change) =>
      `${mention(actorId)} ha deshecho una entrada de ${mention(memberId)} (${kind}): ${change}.`,
  },
  fr: {
    command: { name: 'points', description: 'Points des membres' },
    add: { name: 'donner', description: 'Donne des points à quelqu’un' },
    remove: { name: 'retirer', description: 'Retire des points à quelqu’un' },
    history: { name: 'historique', description: 'Ce que quelqu’un a reçu et perdu, le plus récent d’abord' },
    undo: { name: 'annuler', description: 'Annule une entrée de l’historique' },
    optionMember: { name: 'membre', description: 'À qui' },
    optionWhose: { name: 'membre', description: 'L’historique de qui' },
    optionNarrow: { name: 'membre', description: 'Seulement les entrées de ce membre' },
    optionAmount: (max) => ({ name: 'nombre', description: `Combien, de 1 à ${fr.number(max)}` }),
    optionReason: { name: 'raison', description: 'Pourquoi (le membre le saura)' },
    optionEntry: {
      name: 'entrée',
      description: 'Quelle entrée (cherche par un nom, un nombre ou une raison)',
    },
    userMenu: 'Donner des points',

    modalTitle: 'Donner des points',
    amountLabel: 'Points',
    amountHint: 'Un nombre entier à partir de 1 ; la limite du clan est vérifiée.',
    reasonLabel: 'Raison',
    reasonHint: 'Le membre la verra. Elle peut être omise.',

    badAmount: (max) =>
      `Les points doivent être un nombre entier de 1 à ${fr.number(max)}. Rien n’a été changé.`,
    badReason: (max) => `La raison peut avoir ${max} caractères au plus. Rien n’a été changé.`,

    given: (id, amount) => `Tu as donné ${points.fr(amount)} à ${mention(id)}.`,
    taken: (id, amount) => `Tu as retiré ${points.fr(amount)} à ${mention(id)}.`,
    theyHave: (sums) =>
      `Cela lui fait ${points.fr(sums.points)} vers le rang suivant, ${fr.number(sums.totalPoints)} au total.`,
    promotionDue: 'Une promotion est due ; la carte est dans le salon des admins.',
    noAdminChannel:
      'Aucun salon des admins n’est défini, donc rien n’y a été noté. `/paramètres salon` en définit un.',
    directMessageLine: 'Message privé',
    adminLogLine: 'Salon des admins',
    cardLine: 'Carte de promotion',

    youGot: (clan, amount) => `Tu as reçu **${points.fr(amount)}** dans ${escapeMarkdown(clan)}.`,
    youLost: (clan, amount) => `Tu as perdu **${points.fr(amount)}** dans ${escapeMarkdown(clan)}.`,
    youHave: (sums) =>
      `Tu as maintenant ${points.fr(sums.points)} vers le rang suivant, ${fr.number(sums.totalPoints)} au total.`,
    reason: (reason) => `Raison : ${escapeMarkdown(reason)}`,
    logGiven: ({ actorId, memberId, amount }) =>
      `${mention(actorId)} a donné ${points.fr(amount)} à ${mention(memberId)}.`,
    logTaken: ({ actorId, memberId, amount }) =>
      `${mention(actorId)} a retiré ${points.fr(amount)} à ${mention(memberId)}.`,

    historyTitle: 'Historique des points',
    unknown: (id) => `Le clan ne connaît pas encore ${mention(id)}.`,
    has: (id, sums) =>
      `${mention(id)} a ${points.fr(sums.points)} vers le rang suivant, ${fr.number(sums.totalPoints)} au total.`,
    noEntries: 'Rien pour l’instant.',
    page: (page) => `Page ${fr.number(page)}`,
    newer: 'Plus récentes',
    older: 'Plus anciennes',
    kinds: {
      award: 'attribution',
      removal: 'retrait',
      event: 'événement',
      undo: 'entrée annulée',
      'rank-reset': 'remise à zéro par un nouveau rang',
      opening: 'repris de l’ancien bot',
      erased: 'effacé',
    },
    delta: (sums) =>
      isOne(sums)
        ? `**${signed(sums.points, fr.number)}**`
        : `**${signed(sums.points, fr.number)}** de progression, **${signed(sums.totalPoints, fr.number)}** au total`,
    because: (what, reason) => `${what} : ${reason}`,
    by: (actorId) => `par ${mention(actorId)}`,
    eventLink: (link) => `([événement](${link}))`,
    eventId: (id) => `(événement \`${id}\`)`,
    undone: '(annulée)',
    entryChoice: (change, name, what, date) => `${signed(change, fr.number)} ${name} : ${what} (${date})`,
    unknownMember: 'inconnu',

    change: (change) =>
      isOne(change)
        ? signed(change.points, points.fr)
        : `${signed(change.points, points.fr)} vers le rang suivant, ${signed(change.totalPoints, fr.number)} au total`,
    undoDone: (id, change) => `Entrée de ${mention(id)} annulée : ${change}.`,
    undoPartly: (missing) =>
      isOne(missing)
        ? `Il n’y avait plus tout, et rien ne descend sous 0. Il manque ${points.fr(missing.points)}.`
        : `Il n’y avait plus tout, et rien ne descend sous 0. Il manque ${points.fr(missing.points)} de la progression et ${fr.number(missing.totalPoints)} du total.`,
    undoMessage: (clan, change) =>
      `Une entrée de tes points dans ${escapeMarkdown(clan)} a été annulée : ${change}.`,
    undoLog: ({ actorId, memberId, kind }, change) =>
      `${mention(actorId)} a annulé une entrée de ${mention(memberId)} (${kind}) : ${change}.`,
  },
  'pt-BR': {
    command: { name: 'pontos', description: 'Pontos dos membros' },
    add: { name: 'dar', description: 'Dê pontos a alguém' },
    remove: { name: 'tirar', description: 'Tire pontos de alguém' },
    history: {
      name: 'histórico',
      description: 'O que alguém ganhou e perdeu, do mais recente ao mais antigo',
    },
    undo: { name: 'desfazer', description: 'Desfaça um lançamento do histórico' },
    optionMember: { name: 'membro', description: 'Quem' },
    optionWhose: { name: 'membro', description: 'De quem é o histórico' },
    optionNarrow: { name: 'membro', description: 'Só lançamentos deste membro' },
    optionAmount: (max) => ({ name: 'quantidade', description: `Quantos, de 1 a ${pt.number(max)}` }),
    optionReason: { name: 'motivo', description: 'Por quê (o membro fica sabendo)' },
    optionEntry: {
      name: 'lançamento',
      description: 'Qual lançamento (busque por um nome, uma quantidade ou um motivo)',
    },
    userMenu: 'Dar pontos',

    modalTitle: 'Dar pontos',
    amountLabel: 'Pontos',
    amountHint: 'Um número inteiro a partir de 1; o limite do clã é verificado.',
    reasonLabel: 'Motivo',
    reasonHint: 'O membro fica sabendo. Pode ficar em branco.',

    badAmount: (max) =>
      `Os pontos precisam ser um número inteiro de 1 a ${pt.number(max)}. Nada foi alterado.`,
    badReason: (max) => `O motivo pode ter no máximo ${max} caracteres. Nada foi alterado.`,

    given: (id, amount) => `Você deu ${points.pt(amount)} a ${mention(id)}.`,
    taken: (id, amount) => `Você tirou ${points.pt(amount)} de ${mention(id)}.`,
    theyHave: (sums) =>
      `Agora tem ${points.pt(sums.points)} para a próxima patente e ${pt.number(sums.totalPoints)} no total.`,
    promotionDue: 'Uma promoção está pronta; o cartão está no canal dos admins.',
    noAdminChannel:
      'Nenhum canal dos admins está definido, então nada foi registrado lá. `/configurações canal` define um.',
    directMessageLine: 'Mensagem direta',
    adminLogLine: 'Canal dos admins',
    cardLine: 'Cartão de promoção',

    youGot: (clan, amount) => `Você ganhou **${points.pt(amount)}** em ${escapeMarkdown(clan)}.`,
    youLost: (clan, amount) => `Você perdeu **${points.pt(amount)}** em ${escapeMarkdown(clan)}.`,
    youHave: (sums) =>
      `Agora você tem ${points.pt(sums.points)} para a próxima patente e ${pt.number(sums.totalPoints)} no total.`,
    reason: (reason) => `Motivo: ${escapeMarkdown(reason)}`,
    logGiven: ({ actorId, memberId, amount }) =>
      `${mention(actorId)} deu ${points.pt(amount)} a ${mention(memberId)}.`,
    logTaken: ({ actorId, memberId, amount }) =>
      `${mention(actorId)} tirou ${points.pt(amount)} de ${mention(memberId)}.`,

    historyTitle: 'Histórico de pontos',
    unknown: (id) => `O clã ainda não conhece ${mention(id)}.`,
    has: (id, sums) =>
      `${mention(id)} tem ${points.pt(sums.points)} para a próxima patente e ${pt.number(sums.totalPoints)} no total.`,
    noEntries: 'Nada ainda.',
    page: (page) => `Página ${pt.number(page)}`,
    newer: 'Mais recentes',
    older: 'Mais antigos',
    kinds: {
      award: 'atribuição',
      removal: 'retirada',
      event: 'evento',
      undo: 'lançamento desfeito',
      'rank-reset': 'zerado por uma nova patente',
      opening: 'trazido do bot antigo',
      erased: 'apagado',
    },
    delta: (sums) =>
      isOne(sums)
        ? `**${signed(sums.points, pt.number)}**`
        : `**${signed(sums.points, pt.number)}** de progresso, **${signed(sums.totalPoints, pt.number)}** no total`,
    because: (what, reason) => `${what}: ${reason}`,
    by: (actorId) => `por ${mention(actorId)}`,
    eventLink: (link) => `([evento](${link}))`,
    eventId: (id) => `(evento \`${id}\`)`,
    undone: '(desfeito)',
    entryChoice: (change, name, what, date) => `${signed(change, pt.number)} ${name}: ${what} (${date})`,
    unknownMember: 'desconhecido',

    change: (change) =>
      isOne(change)
        ? signed(change.points, points.pt)
        : `${signed(change.points, points.pt)} para a próxima patente, ${signed(change.totalPoints, pt.number)} no total`,
    undoDone: (id, change) => `Lançamento de ${mention(id)} desfeito: ${change}.`,
    undoPartly: (missing) =>
      isOne(missing)
        ? `Já não havia tudo, e nada fica abaixo de 0. Faltou tirar: ${points.pt(missing.points)}.`
        : `Já não havia tudo, e nada fica abaixo de 0. Faltou tirar: ${points.pt(missing.points)} do progresso e ${pt.number(missing.totalPoints)} do total.`,
    undoMessage: (clan, change) =>
      `Um lançamento dos seus pontos em ${escapeMarkdown(clan)} foi desfeito: ${change}.`,
    undoLog: ({ actorId, memberId, kind }, change) =>
      `${mention(actorId)} desfez um lançamento de ${mention(memberId)} (${kind}): ${change}.`,
  },
});

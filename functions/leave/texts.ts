import { inlineCode, mention, timestamp } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import type { Leave, LeaveStatus } from '../../shared/leave/leave.ts';
import { leaveTexts } from '../../shared/leave/texts.ts';

type Days = Pick<Leave, 'firstDay' | 'lastDay'>;
const by = (leave: Leave) => (leave.decidedBy === null ? '?' : mention(leave.decidedBy));
const at = (leave: Leave) => timestamp(leave.decidedAt ?? leave.closedAt ?? 0);

const en = {
  command: { name: 'leave', description: 'Leaves of absence' },
  request: { name: 'request', description: 'Ask for a leave: while it lasts, no quota counts for you' },
  end: { name: 'end', description: 'End your leave early, or take a request back' },
  show: { name: 'show', description: 'Your leaves' },
  from: { name: 'from', description: 'The first day: tomorrow, monday, Dec 5, 2026-12-05' },
  to: { name: 'to', description: 'The last day: sunday, for 2 weeks, Dec 19, 2026-12-19' },
  reason: { name: 'reason', description: 'Why (officers see it)' },

  noAdminChannel: `No channel is set in which officers could decide. Nothing was changed. Ask an admin to set the admin channel.`,
  badReason: (max: number) => `A reason of 1 to ${max} characters is needed. Nothing was changed.`,
  hasLeave: (leave: Leave) => {
    switch (leave.status) {
      case 'requested':
        return `You have asked for a leave already, ${leaveTexts('en').span(leave)}, and nobody has decided yet. Nothing was changed. \`/leave end\` takes it back.`;
      case 'running':
        return `You are on leave until ${inlineCode(leave.lastDay)}. Nothing was changed. One leave at a time: \`/leave end\` ends it.`;
      default:
        return `You have a leave already, ${leaveTexts('en').span(leave)}. Nothing was changed. One leave at a time: \`/leave end\` takes it back.`;
    }
  },
  requested: (leave: Days, days: number) =>
    days === 1
      ? `Asked for a leave of one day, ${leaveTexts('en').span(leave)}. You get a direct message when an officer has decided.`
      : `Asked for a leave of ${days} days, ${leaveTexts('en').span(leave)}. You get a direct message when an officer has decided.`,
  cardLine: 'Request in the admin channel',

  noLeave: 'You have no leave. Nothing was changed. `/leave request` asks for one.',
  ended: (leave: Leave) =>
    `Your leave (${leaveTexts('en').span(leave)}) has ended. Quotas count for you again.`,
  withdrawn: (leave: Leave) =>
    `Your leave (${leaveTexts('en').span(leave)}) is taken back. Quotas count for you as before.`,
  renewedCardLine: 'Card in the admin channel',
  roleLine: 'Discord role',

  showTitle: 'Your leaves',
  nothing: 'You have had no leave. `/leave request` asks for one.',
  line: (leave: Leave) => `${leaveTexts('en').span(leave)} · ${en.statuses[leave.status]}`,
  endedEarly: (leave: Leave, closedAt: number) =>
    `${leaveTexts('en').span(leave)} · over (ended ${timestamp(closedAt)})`,
  statuses: {
    requested: 'waits for an officer',
    approved: 'approved',
    running: '**you are on leave**',
    ended: 'over',
    denied: 'denied',
    withdrawn: 'taken back',
    lapsed: 'nobody decided in time',
  } satisfies Record<LeaveStatus, string>,

  noSuchLeave: 'There is no such leave any more. Nothing was changed.',
  decidedAlready: (leave: Leave) => {
    switch (leave.status) {
      case 'denied':
        return `This leave was denied by ${by(leave)} on ${at(leave)}. Nothing was changed.`;
      case 'withdrawn':
        return 'The member has taken this request back. Nothing was changed.';
      case 'lapsed':
        return 'This leave is over, and nobody had decided on it. Nothing was changed.';
      default:
        return `This leave was approved by ${by(leave)} on ${at(leave)}. Nothing was changed.`;
    }
  },
  isOver: (leave: Leave) =>
    `The last day of this leave, ${inlineCode(leave.lastDay)}, is over, so there is nothing to approve. Nothing was changed.`,
  approved: (leave: Leave) =>
    `The leave of ${mention(leave.memberId)} is approved: ${leaveTexts('en').span(leave)}.`,
  denied: (leave: Leave) =>
    `The leave of ${mention(leave.memberId)} is denied: ${leaveTexts('en').span(leave)}.`,
  directMessageLine: 'Direct message',
};
type Texts = typeof en;

const de: Texts = {
  command: { name: 'abmeldung', description: 'Abwesenheit für ganze Tage' },
  request: { name: 'beantragen', description: 'Melde dich ab: solange es dauert, zählt für dich kein Soll' },
  end: { name: 'beenden', description: 'Beende deine Abmeldung früher, oder nimm sie zurück' },
  show: { name: 'zeigen', description: 'Deine Abmeldungen' },
  from: { name: 'von', description: 'Der erste Tag: morgen, Montag, 5. Dezember, 2026-12-05' },
  to: { name: 'bis', description: 'Der letzte Tag: Sonntag, 19. Dezember, 2026-12-19' },
  reason: { name: 'grund', description: 'Warum (Offiziere sehen es)' },

  noAdminChannel: `Es ist kein Kanal eingestellt, in dem Offiziere entscheiden könnten. Es wurde nichts geändert. Bitte einen Admin, den Admin-Kanal einzustellen.`,
  badReason: (max: number) => `Es braucht einen Grund mit 1 bis ${max} Zeichen. Es wurde nichts geändert.`,
  hasLeave: (leave: Leave) => {
    switch (leave.status) {
      case 'requested':
        return `Du hast schon eine Abmeldung beantragt, ${leaveTexts('de').span(leave)}, und noch niemand hat entschieden. Es wurde nichts geändert. \`/abmeldung beenden\` nimmt sie zurück.`;
      case 'running':
        return `Du bist bis ${inlineCode(leave.lastDay)} abgemeldet. Es wurde nichts geändert. Eine Abmeldung nach der anderen: \`/abmeldung beenden\` beendet sie.`;
      default:
        return `Du hast schon eine Abmeldung, ${leaveTexts('de').span(leave)}. Es wurde nichts geändert. Eine nach der anderen: \`/abmeldung beenden\` nimmt sie zurück.`;
    }
  },
  requested: (leave: Days, days: number) =>
    days === 1
      ? `Abmeldung für einen Tag beantragt, ${leaveTexts('de').span(leave)}. Du bekommst eine Direktnachricht, wenn ein Offizier entschieden hat.`
      : `Abmeldung für ${days} Tage beantragt, ${leaveTexts('de').span(leave)}. Du bekommst eine Direktnachricht, wenn ein Offizier entschieden hat.`,
  cardLine: 'Antrag im Admin-Kanal',

  noLeave: 'Du hast keine Abmeldung. Es wurde nichts geändert. `/abmeldung beantragen` beantragt eine.',
  ended: (leave: Leave) =>
    `Deine Abmeldung (${leaveTexts('de').span(leave)}) ist beendet. Das Soll zählt wieder für dich.`,
  withdrawn: (leave: Leave) =>
    `Deine Abmeldung (${leaveTexts('de').span(leave)}) ist zurückgenommen. Das Soll zählt für dich wie bisher.`,
  renewedCardLine: 'Karte im Admin-Kanal',
  roleLine: 'Discord-Rolle',

  showTitle: 'Deine Abmeldungen',
  nothing: 'Du hattest noch keine Abmeldung. `/abmeldung beantragen` beantragt eine.',
  line: (leave: Leave) => `${leaveTexts('de').span(leave)} · ${de.statuses[leave.status]}`,
  endedEarly: (leave: Leave, closedAt: number) =>
    `${leaveTexts('de').span(leave)} · vorbei (beendet ${timestamp(closedAt)})`,
  statuses: {
    requested: 'wartet auf einen Offizier',
    approved: 'genehmigt',
    running: '**du bist abgemeldet**',
    ended: 'vorbei',
    denied: 'abgelehnt',
    withdrawn: 'zurückgenommen',
    lapsed: 'nicht rechtzeitig entschieden',
  },

  noSuchLeave: 'Diese Abmeldung gibt es nicht mehr. Es wurde nichts geändert.',
  decidedAlready: (leave: Leave) => {
    switch (leave.status) {
      case 'denied':
        return `Diese Abmeldung wurde von ${by(leave)} abgelehnt, ${at(leave)}. Es wurde nichts geändert.`;
      case 'withdrawn':
        return 'Das Mitglied hat diesen Antrag zurückgenommen. Es wurde nichts geändert.';
      case 'lapsed':
        return 'Diese Abmeldung ist vorbei, und niemand hatte entschieden. Es wurde nichts geändert.';
      default:
        return `Diese Abmeldung wurde von ${by(leave)} genehmigt, ${at(leave)}. Es wurde nichts geändert.`;
    }
  },
  isOver: (leave: Leave) =>
    `Der letzte Tag dieser Abmeldung, ${inlineCode(leave.lastDay)}, ist vorbei, es gibt also nichts zu genehmigen. Es wurde nichts geändert.`,
  approved: (leave: Leave) =>
    `Die Abmeldung von ${mention(leave.memberId)} ist genehmigt: ${leaveTexts('de').span(leave)}.`,
  denied: (leave: Leave) =>
    `Die Abmeldung von ${mention(leave.memberId)} ist abgelehnt: ${leaveTexts('de').span(leave)}.`,
  directMessageLine: 'Direktnachricht',
};

const es: Texts = {
  command: { name: 'ausencia', description: 'Ausencias de días enteros' },
  request: {
    name: 'solicitar',
    description: 'Solicita una ausencia: mientras dure, no cuenta ninguna cuota para ti',
  },
  end: { name: 'terminar', description: 'Termina tu ausencia antes, o retira una solicitud' },
  show: { name: 'ver', description: 'Tus ausencias' },
  from: { name: 'desde', description: 'El primer día: mañana, lunes, 5 de diciembre, 2026-12-05' },
  to: { name: 'hasta', description: 'El último día: domingo, 19 de diciembre, 2026-12-19' },
  reason: { name: 'motivo', description: 'Por qué (lo ven los oficiales)' },

  noAdminChannel: `No hay ningún canal en el que los oficiales puedan decidir. No se ha cambiado nada. Pide a un admin que configure el canal de admins.`,
  badReason: (max: number) => `Hace falta un motivo de 1 a ${max} caracteres. No se ha cambiado nada.`,
  hasLeave: (leave: Leave) => {
    switch (leave.status) {
      case 'requested':
        return `Ya has solicitado una ausencia, ${leaveTexts('es-ES').span(leave)}, y nadie ha decidido todavía. No se ha cambiado nada. \`/ausencia terminar\` la retira.`;
      case 'running':
        return `Estás de ausencia hasta ${inlineCode(leave.lastDay)}. No se ha cambiado nada. Solo una ausencia a la vez: \`/ausencia terminar\` la termina.`;
      default:
        return `Ya tienes una ausencia, ${leaveTexts('es-ES').span(leave)}. No se ha cambiado nada. Solo una a la vez: \`/ausencia terminar\` la retira.`;
    }
  },
  requested: (leave: Days, days: number) =>
    days === 1
      ? `Has solicitado una ausencia de un día, ${leaveTexts('es-ES').span(leave)}. Recibirás un mensaje directo cuando un oficial decida.`
      : `Has solicitado una ausencia de ${days} días, ${leaveTexts('es-ES').span(leave)}. Recibirás un mensaje directo cuando un oficial decida.`,
  cardLine: 'Solicitud en el canal de admins',

  noLeave: 'No tienes ninguna ausencia. No se ha cambiado nada. `/ausencia solicitar` pide una.',
  ended: (leave: Leave) =>
    `Tu ausencia (${leaveTexts('es-ES').span(leave)}) ha terminado. Las cuotas vuelven a contar para ti.`,
  withdrawn: (leave: Leave) =>
    `Tu ausencia (${leaveTexts('es-ES').span(leave)}) se ha retirado. Las cuotas cuentan para ti como antes.`,
  renewedCardLine: 'Tarjeta en el canal de admins',
  roleLine: 'Rol de Discord',

  showTitle: 'Tus ausencias',
  nothing: 'No has tenido ninguna ausencia. `/ausencia solicitar` pide una.',
  line: (leave: Leave) => `${leaveTexts('es-ES').span(leave)} · ${es.statuses[leave.status]}`,
  endedEarly: (leave: Leave, closedAt: number) =>
    `${leaveTexts('es-ES').span(leave)} · pasada (terminó ${timestamp(closedAt)})`,
  statuses: {
    requested: 'espera a un oficial',
    approved: 'aprobada',
    running: '**estás de ausencia**',
    ended: 'pasada',
    denied: 'rechazada',
    withdrawn: 'retirada',
    lapsed: 'sin decidir a tiempo',
  },

  noSuchLeave: 'Esta ausencia ya no existe. No se ha cambiado nada.',
  decidedAlready: (leave: Leave) => {
    switch (leave.status) {
      case 'denied':
        return `Esta ausencia la rechazó ${by(leave)}, ${at(leave)}. No se ha cambiado nada.`;
      case 'withdrawn':
        return 'El miembro ha retirado esta solicitud. No se ha cambiado nada.';
      case 'lapsed':
        return 'Esta ausencia ha pasado y nadie había decidido. No se ha cambiado nada.';
      default:
        return `Esta ausencia la aprobó ${by(leave)}, ${at(leave)}. No se ha cambiado nada.`;
    }
  },
  isOver: (leave: Leave) =>
    `El último día de esta ausencia, ${inlineCode(leave.lastDay)}, ya ha pasado, así que no hay nada que aprobar. No se ha cambiado nada.`,
  approved: (leave: Leave) =>
    `La ausencia de ${mention(leave.memberId)} está aprobada: ${leaveTexts('es-ES').span(leave)}.`,
  denied: (leave: Leave) =>
    `La ausencia de ${mention(leave.memberId)} está rechazada: ${leaveTexts('es-ES').span(leave)}.`,
  directMessageLine: 'Mensaje directo',
};

const fr: Texts = {
  command: { name: 'absence', description: 'Absences de jours entiers' },
  request: {
    name: 'demander',
    description: 'Demande une absence : tant qu’elle dure, aucun quota ne compte pour toi',
  },
  end: { name: 'terminer', description: 'Termine ton absence plus tôt, ou retire une demande' },
  show: { name: 'voir', description: 'Tes absences' },
  from: { name: 'du', description: 'Le premier jour : demain, lundi, 5 décembre, 2026-12-05' },
  to: { name: 'au', description: 'Le dernier jour : dimanche, 19 décembre, 2026-12-19' },
  reason: { name: 'raison', description: 'Pourquoi (les officiers le voient)' },

  noAdminChannel: `Aucun salon où les officiers pourraient décider n’est réglé. Rien n’a été changé. Demande à un admin de régler le salon des admins.`,
  badReason: (max: number) => `Il faut une raison de 1 à ${max} caractères. Rien n’a été changé.`,
  hasLeave: (leave: Leave) => {
    switch (leave.status) {
      case 'requested':
        return `Tu as déjà demandé une absence, ${leaveTexts('fr').span(leave)}, et personne n’a encore décidé. Rien n’a été changé. \`/absence terminer\` la retire.`;
      case 'running':
        return `Tu es en absence jusqu’au ${inlineCode(leave.lastDay)}. Rien n’a été changé. Une seule absence à la fois : \`/absence terminer\` y met fin.`;
      default:
        return `Tu as déjà une absence, ${leaveTexts('fr').span(leave)}. Rien n’a été changé. Une seule à la fois : \`/absence terminer\` la retire.`;
    }
  },
  requested: (leave: Days, days: number) =>
    days === 1
      ? `Tu as demandé une absence d’un jour, ${leaveTexts('fr').span(leave)}. Tu recevras un message privé quand un officier aura décidé.`
      : `Tu as demandé une absence de ${days} jours, ${leaveTexts('fr').span(leave)}. Tu recevras un message privé quand un officier aura décidé.`,
  cardLine: 'Demande dans le salon des admins',

  noLeave: 'Tu n’as aucune absence. Rien n’a été changé. `/absence demander` en demande une.',
  ended: (leave: Leave) =>
    `Ton absence (${leaveTexts('fr').span(leave)}) est terminée. Les quotas comptent à nouveau pour toi.`,
  withdrawn: (leave: Leave) =>
    `Ton absence (${leaveTexts('fr').span(leave)}) est retirée. Les quotas comptent pour toi comme avant.`,
  renewedCardLine: 'Carte dans le salon des admins',
  roleLine: 'Rôle Discord',

  showTitle: 'Tes absences',
  nothing: 'Tu n’as eu aucune absence. `/absence demander` en demande une.',
  line: (leave: Leave) => `${leaveTexts('fr').span(leave)} · ${fr.statuses[leave.status]}`,
  endedEarly: (leave: Leave, closedAt: number) =>
    `${leaveTexts('fr').span(leave)} · passée (terminée ${timestamp(closedAt)})`,
  statuses: {
    requested: 'attend un officier',
    approved: 'approuvée',
    running: '**tu es en absence**',
    ended: 'passée',
    denied: 'refusée',
    withdrawn: 'retirée',
    lapsed: 'non décidée à temps',
  },

  noSuchLeave: 'Cette absence n’existe plus. Rien n’a été changé.',
  decidedAlready: (leave: Leave) => {
    switch (leave.status) {
      case 'denied':
        return `Cette absence a été refusée par ${by(leave)}, ${at(leave)}. Rien n’a été changé.`;
      case 'withdrawn':
        return 'Le membre a retiré cette demande. Rien n’a été changé.';
      case 'lapsed':
        return 'Cette absence est passée, et personne n’avait décidé. Rien n’a été changé.';
      default:
        return `Cette absence a été approuvée par ${by(leave)}, ${at(leave)}. Rien n’a été changé.`;
    }
  },
  isOver: (leave: Leave) =>
    `Le dernier jour de cette absence, ${inlineCode(leave.lastDay)}, est passé, il n’y a donc rien à approuver. Rien n’a été changé.`,
  approved: (leave: Leave) =>
    `L’absence de ${mention(leave.memberId)} est approuvée : ${leaveTexts('fr').span(leave)}.`,
  denied: (leave: Leave) =>
    `L’absence de ${mention(leave.memberId)} est refusée : ${leaveTexts('fr').span(leave)}.`,
  directMessageLine: 'Message privé',
};

const pt: Texts = {
  command: { name: 'ausencia', description: 'Ausências de dias inteiros' },
  request: { name: 'pedir', description: 'Peça uma ausência: enquanto durar, nenhuma meta conta para você' },
  end: { name: 'encerrar', description: 'Encerre sua ausência antes, ou retire um pedido' },
  show: { name: 'ver', description: 'Suas ausências' },
  from: { name: 'de', description: 'O primeiro dia: amanhã, segunda, 5 de dezembro, 2026-12-05' },
  to: { name: 'ate', description: 'O último dia: domingo, 19 de dezembro, 2026-12-19' },
  reason: { name: 'motivo', description: 'Por quê (os oficiais veem)' },

  noAdminChannel: `Não há canal em que os oficiais possam decidir. Nada foi alterado. Peça a um admin que configure o canal dos admins.`,
  badReason: (max: number) => `É preciso um motivo de 1 a ${max} caracteres. Nada foi alterado.`,
  hasLeave: (leave: Leave) => {
    switch (leave.status) {
      case 'requested':
        return `Você já pediu uma ausência, ${leaveTexts('pt-BR').span(leave)}, e ninguém decidiu ainda. Nada foi alterado. \`/ausencia encerrar\` a retira.`;
      case 'running':
        return `Você está em ausência até ${inlineCode(leave.lastDay)}. Nada foi alterado. Uma ausência por vez: \`/ausencia encerrar\` a encerra.`;
      default:
        return `Você já tem uma ausência, ${leaveTexts('pt-BR').span(leave)}. Nada foi alterado. Uma por vez: \`/ausencia encerrar\` a retira.`;
    }
  },
  requested: (leave: Days, days: number) =>
    days === 1
      ? `Você pediu uma ausência de um dia, ${leaveTexts('pt-BR').span(leave)}. Você recebe uma mensagem direta quando um oficial decidir.`
      : `Você pediu uma ausência de ${days} dias, ${leaveTexts('pt-BR').span(leave)}. Você recebe uma mensagem direta quando um oficial decidir.`,
  cardLine: 'Pedido no canal dos admins',

  noLeave: 'Você não tem nenhuma ausência. Nada foi alterado. `/ausencia pedir` pede uma.',
  ended: (leave: Leave) =>
    `Sua ausência (${leaveTexts('pt-BR').span(leave)}) foi encerrada. As metas voltam a contar para você.`,
  withdrawn: (leave: Leave) =>
    `Sua ausência (${leaveTexts('pt-BR').span(leave)}) foi retirada. As metas contam para você como antes.`,
  renewedCardLine: 'Cartão no canal dos admins',
  roleLine: 'Cargo do Discord',

  showTitle: 'Suas ausências',
  nothing: 'Você não teve nenhuma ausência. `/ausencia pedir` pede uma.',
  line: (leave: Leave) => `${leaveTexts('pt-BR').span(leave)} · ${pt.statuses[leave.status]}`,
  endedEarly: (leave: Leave, closedAt: number) =>
    `${leaveTexts('pt-BR').span(leave)} · encerrada em ${timestamp(closedAt)}`,
  statuses: {
    requested: 'espera um oficial',
    approved: 'aprovada',
    running: '**você está em ausência**',
    ended: 'passada',
    denied: 'recusada',
    withdrawn: 'retirada',
    lapsed: 'não decidida a tempo',
  },

  noSuchLeave: 'Essa ausência não existe mais. Nada foi alterado.',
  decidedAlready: (leave: Leave) => {
    switch (leave.status) {
      case 'denied':
        return `Essa ausência foi recusada por ${by(leave)}, ${at(leave)}. Nada foi alterado.`;
      case 'withdrawn':
        return 'O membro retirou esse pedido. Nada foi alterado.';
      case 'lapsed':
        return 'Essa ausência passou, e ninguém tinha decidido. Nada foi alterado.';
      default:
        return `Essa ausência foi aprovada por ${by(leave)}, ${at(leave)}. Nada foi alterado.`;
    }
  },
  isOver: (leave: Leave) =>
    `O último dia dessa ausência, ${inlineCode(leave.lastDay)}, já passou, então não há o que aprovar. Nada foi alterado.`,
  approved: (leave: Leave) =>
    `A ausência de ${mention(leave.memberId)} foi aprovada: ${leaveTexts('pt-BR').span(leave)}.`,
  denied: (leave: Leave) =>
    `A ausência de ${mention(leave.memberId)} foi recusada: ${leaveTexts('pt-BR').span(leave)}.`,
  directMessageLine: 'Mensagem direta',
};

/** Every text of `/leave`; those of the card and of direct messages are in shared/leave. */
export const texts = catalogue({ en, de, 'es-ES': es, fr, 'pt-BR': pt });

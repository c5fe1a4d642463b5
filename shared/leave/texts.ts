import { clip, escapeMarkdown, inlineCode, mention, timestamp } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';
import type { CalendarDay } from '../times/candidate-days.ts';
import { type DayProblem, writtenDay } from '../times/day-problem.ts';
import { dayAt } from '../times/read-day.ts';
import type { TimeContext } from '../times/read-time.ts';
import { addDays } from '../times/wall-clock.ts';
import type { Leave, LeaveEnd } from './leave.ts';

const shown = (typed: string) => `"${escapeMarkdown(clip(typed.trim(), 60))}"`;
/** The day of a problem, as it is written. */
const day = (problem: { readonly day: CalendarDay }) => inlineCode(writtenDay(problem.day));

/** Days that can be typed as they stand, in every language. */
function dayExamples(where: TimeContext): string {
  const today = dayAt(where.now, where);
  return [7, 21].map((days) => inlineCode(writtenDay(addDays(today, days)))).join(', ');
}

type Days = Pick<Leave, 'firstDay' | 'lastDay'>;

const en = {
  span: ({ firstDay, lastDay }: Days) =>
    firstDay === lastDay ? inlineCode(firstDay) : `${inlineCode(firstDay)} to ${inlineCode(lastDay)}`,
  badDay: (which: 'from' | 'to', typed: string, problem: DayProblem, where: TimeContext): string => {
    const subject = which === 'from' ? `The first day ${shown(typed)}` : `The last day ${shown(typed)}`;
    const write = `Write it like ${dayExamples(where)}; days are those of ${escapeMarkdown(where.timeZone)}.`;
    switch (problem.kind) {
      case 'not-understood':
        return `${subject} could not be read as a day. Nothing was changed. ${write}`;
      case 'has-hour':
        return `${subject} has a time of day in it, and a leave is of whole days. Nothing was changed. ${write}`;
      case 'two-readings':
        return `${subject} can mean two days. Nothing was changed. Write ${problem.readings.map(inlineCode).join(' or ')}.`;
      case 'other-weekday':
        return `${subject} names a day of the week that its date, ${day(problem)}, is not. Nothing was changed. Leave one of the two out.`;
      case 'too-far-ahead':
        return `${subject} was understood as ${day(problem)}, which is more than a year ahead. Nothing was changed. ${write}`;
    }
  },
  endsFirst: ({ firstDay, lastDay }: Days) =>
    `The last day was understood as ${inlineCode(lastDay)}, which is before the first one, ${inlineCode(firstDay)}. Nothing was changed. Write both with their date.`,
  isPast: (days: Days) =>
    `These days were understood as ${en.span(days)}, which is over. Nothing was changed. A leave has to reach today at least.`,
  tooLong: (days: Days, length: number, most: number) =>
    `These days were understood as ${en.span(days)}, which is ${length} days. A leave is ${most} days long at most. Nothing was changed.`,

  cardTitle: 'Leave requested',
  cardAsks: (memberId: string, days: Days) => `${mention(memberId)} asks for a leave: ${en.span(days)}.`,
  cardReason: 'Reason',
  approve: 'Approve',
  deny: 'Deny',
  cardEnded: {
    approved: 'Leave approved',
    ended: 'Leave ended',
    denied: 'Leave denied',
    withdrawn: 'Leave withdrawn',
    lapsed: 'Leave not decided in time',
  } satisfies Record<LeaveEnd | 'approved', string>,
  cardAbout: (memberId: string, days: Days) => `${mention(memberId)}: ${en.span(days)}.`,
  cardApproved: (actorId: string, at: number) => `Approved by ${mention(actorId)}, ${timestamp(at)}.`,
  cardDenied: (actorId: string, at: number) => `Denied by ${mention(actorId)}, ${timestamp(at)}.`,
  cardClosed: {
    ended: (at: number) => `It ended ${timestamp(at)}.`,
    withdrawn: (at: number) => `The member took it back ${timestamp(at)}.`,
    lapsed: (at: number) => `Nobody decided until it was over, ${timestamp(at)}.`,
  },

  approvedMessage: (clan: string, days: Days) =>
    `Your leave in ${escapeMarkdown(clan)} was approved: ${en.span(days)}. While it lasts, no quota counts for you. \`/leave end\` ends it earlier.`,
  deniedMessage: (clan: string, days: Days) =>
    `Your leave in ${escapeMarkdown(clan)} was denied: ${en.span(days)}. Talk to an officer, or ask for other days with \`/leave request\`.`,
  endedMessage: (clan: string, days: Days) =>
    `Your leave in ${escapeMarkdown(clan)} (${en.span(days)}) has ended. Welcome back!`,
  lapsedMessage: (clan: string, days: Days) =>
    `Nobody decided on your leave in ${escapeMarkdown(clan)} (${en.span(days)}) until it was over, so it did not count.`,
};
type Texts = typeof en;

const de: Texts = {
  span: ({ firstDay, lastDay }) =>
    firstDay === lastDay ? inlineCode(firstDay) : `${inlineCode(firstDay)} bis ${inlineCode(lastDay)}`,
  badDay: (which, typed, problem, where) => {
    const subject = which === 'from' ? `Der erste Tag ${shown(typed)}` : `Der letzte Tag ${shown(typed)}`;
    const write = `Schreib ihn so: ${dayExamples(where)}; gemeint sind Tage in ${escapeMarkdown(where.timeZone)}.`;
    switch (problem.kind) {
      case 'not-understood':
        return `${subject} ist als Tag nicht lesbar. Es wurde nichts geändert. ${write}`;
      case 'has-hour':
        return `${subject} enthält eine Uhrzeit, und eine Abmeldung gilt für ganze Tage. Es wurde nichts geändert. ${write}`;
      case 'two-readings':
        return `${subject} kann zwei Tage meinen. Es wurde nichts geändert. Schreib ${problem.readings.map(inlineCode).join(' oder ')}.`;
      case 'other-weekday':
        return `${subject} nennt einen Wochentag, der nicht zum Datum ${day(problem)} passt. Es wurde nichts geändert. Lass eins von beiden weg.`;
      case 'too-far-ahead':
        return `${subject} wurde als ${day(problem)} verstanden, mehr als ein Jahr voraus. Es wurde nichts geändert. ${write}`;
    }
  },
  endsFirst: ({ firstDay, lastDay }) =>
    `Der letzte Tag wurde als ${inlineCode(lastDay)} verstanden, vor dem ersten, ${inlineCode(firstDay)}. Es wurde nichts geändert. Schreib beide mit Datum.`,
  isPast: (days) =>
    `Diese Tage wurden als ${de.span(days)} verstanden, und die sind vorbei. Es wurde nichts geändert. Eine Abmeldung muss mindestens bis heute reichen.`,
  tooLong: (days, length, most) =>
    `Diese Tage wurden als ${de.span(days)} verstanden, das sind ${length} Tage. Eine Abmeldung dauert höchstens ${most} Tage. Es wurde nichts geändert.`,

  cardTitle: 'Abmeldung beantragt',
  cardAsks: (memberId, days) => `${mention(memberId)} möchte sich abmelden: ${de.span(days)}.`,
  cardReason: 'Grund',
  approve: 'Genehmigen',
  deny: 'Ablehnen',
  cardEnded: {
    approved: 'Abmeldung genehmigt',
    ended: 'Abmeldung beendet',
    denied: 'Abmeldung abgelehnt',
    withdrawn: 'Abmeldung zurückgenommen',
    lapsed: 'Abmeldung nicht rechtzeitig entschieden',
  },
  cardAbout: (memberId, days) => `${mention(memberId)}: ${de.span(days)}.`,
  cardApproved: (actorId, at) => `Genehmigt von ${mention(actorId)}, ${timestamp(at)}.`,
  cardDenied: (actorId, at) => `Abgelehnt von ${mention(actorId)}, ${timestamp(at)}.`,
  cardClosed: {
    ended: (at) => `Sie endete ${timestamp(at)}.`,
    withdrawn: (at) => `Das Mitglied nahm sie zurück, ${timestamp(at)}.`,
    lapsed: (at) => `Niemand hat entschieden, bevor sie vorbei war, ${timestamp(at)}.`,
  },

  approvedMessage: (clan, days) =>
    `Deine Abmeldung in ${escapeMarkdown(clan)} wurde genehmigt: ${de.span(days)}. Solange sie läuft, zählt für dich kein Soll. \`/abmeldung beenden\` beendet sie früher.`,
  deniedMessage: (clan, days) =>
    `Deine Abmeldung in ${escapeMarkdown(clan)} wurde abgelehnt: ${de.span(days)}. Sprich mit einem Offizier oder frag mit \`/abmeldung beantragen\` nach anderen Tagen.`,
  endedMessage: (clan, days) =>
    `Deine Abmeldung in ${escapeMarkdown(clan)} (${de.span(days)}) ist vorbei. Willkommen zurück!`,
  lapsedMessage: (clan, days) =>
    `Über deine Abmeldung in ${escapeMarkdown(clan)} (${de.span(days)}) hat niemand entschieden, bevor sie vorbei war, also hat sie nicht gezählt.`,
};

const es: Texts = {
  span: ({ firstDay, lastDay }) =>
    firstDay === lastDay ? inlineCode(firstDay) : `${inlineCode(firstDay)} a ${inlineCode(lastDay)}`,
  badDay: (which, typed, problem, where) => {
    const subject = which === 'from' ? `El primer día ${shown(typed)}` : `El último día ${shown(typed)}`;
    const write = `Escríbelo así: ${dayExamples(where)}; los días son los de ${escapeMarkdown(where.timeZone)}.`;
    switch (problem.kind) {
      case 'not-understood':
        return `${subject} no se entiende como día. No se ha cambiado nada. ${write}`;
      case 'has-hour':
        return `${subject} lleva una hora, y una ausencia es de días enteros. No se ha cambiado nada. ${write}`;
      case 'two-readings':
        return `${subject} puede ser dos días. No se ha cambiado nada. Escribe ${problem.readings.map(inlineCode).join(' o ')}.`;
      case 'other-weekday':
        return `${subject} nombra un día de la semana que no es el de su fecha, ${day(problem)}. No se ha cambiado nada. Quita uno de los dos.`;
      case 'too-far-ahead':
        return `${subject} se ha entendido como ${day(problem)}, dentro de más de un año. No se ha cambiado nada. ${write}`;
    }
  },
  endsFirst: ({ firstDay, lastDay }) =>
    `El último día se ha entendido como ${inlineCode(lastDay)}, antes del primero, ${inlineCode(firstDay)}. No se ha cambiado nada. Escribe los dos con su fecha.`,
  isPast: (days) =>
    `Estos días se han entendido como ${es.span(days)}, que ya han pasado. No se ha cambiado nada. Una ausencia tiene que llegar al menos hasta hoy.`,
  tooLong: (days, length, most) =>
    `Estos días se han entendido como ${es.span(days)}, que son ${length} días. Una ausencia dura ${most} días como mucho. No se ha cambiado nada.`,

  cardTitle: 'Ausencia solicitada',
  cardAsks: (memberId, days) => `${mention(memberId)} solicita una ausencia: ${es.span(days)}.`,
  cardReason: 'Motivo',
  approve: 'Aprobar',
  deny: 'Rechazar',
  cardEnded: {
    approved: 'Ausencia aprobada',
    ended: 'Ausencia terminada',
    denied: 'Ausencia rechazada',
    withdrawn: 'Ausencia retirada',
    lapsed: 'Ausencia sin decidir a tiempo',
  },
  cardAbout: (memberId, days) => `${mention(memberId)}: ${es.span(days)}.`,
  cardApproved: (actorId, at) => `Aprobada por ${mention(actorId)}, ${timestamp(at)}.`,
  cardDenied: (actorId, at) => `Rechazada por ${mention(actorId)}, ${timestamp(at)}.`,
  cardClosed: {
    ended: (at) => `Terminó el ${timestamp(at)}.`,
    withdrawn: (at) => `El miembro la retiró el ${timestamp(at)}.`,
    lapsed: (at) => `Nadie decidió antes de que pasara, ${timestamp(at)}.`,
  },

  approvedMessage: (clan, days) =>
    `Tu ausencia en ${escapeMarkdown(clan)} se ha aprobado: ${es.span(days)}. Mientras dure, no cuenta ninguna cuota para ti. \`/ausencia terminar\` la termina antes.`,
  deniedMessage: (clan, days) =>
    `Tu ausencia en ${escapeMarkdown(clan)} se ha rechazado: ${es.span(days)}. Habla con un oficial o pide otros días con \`/ausencia solicitar\`.`,
  endedMessage: (clan, days) =>
    `Tu ausencia en ${escapeMarkdown(clan)} (${es.span(days)}) ha terminado. ¡Te damos la bienvenida de nuevo!`,
  lapsedMessage: (clan, days) =>
    `Nadie decidió sobre tu ausencia en ${escapeMarkdown(clan)} (${es.span(days)}) antes de que pasara, así que no ha contado.`,
};

const fr: Texts = {
  span: ({ firstDay, lastDay }) =>
    firstDay === lastDay ? inlineCode(firstDay) : `${inlineCode(firstDay)} au ${inlineCode(lastDay)}`,
  badDay: (which, typed, problem, where) => {
    const subject = which === 'from' ? `Le premier jour ${shown(typed)}` : `Le dernier jour ${shown(typed)}`;
    const write = `Écris-le ainsi : ${dayExamples(where)} ; les jours sont ceux de ${escapeMarkdown(where.timeZone)}.`;
    switch (problem.kind) {
      case 'not-understood':
        return `${subject} n’a pas pu être lu comme un jour. Rien n’a été changé. ${write}`;
      case 'has-hour':
        return `${subject} contient une heure, et une absence compte en jours entiers. Rien n’a été changé. ${write}`;
      case 'two-readings':
        return `${subject} peut désigner deux jours. Rien n’a été changé. Écris ${problem.readings.map(inlineCode).join(' ou ')}.`;
      case 'other-weekday':
        return `${subject} nomme un jour de la semaine qui n’est pas celui de sa date, ${day(problem)}. Rien n’a été changé. Retire l’un des deux.`;
      case 'too-far-ahead':
        return `${subject} a été compris comme ${day(problem)}, dans plus d’un an. Rien n’a été changé. ${write}`;
    }
  },
  endsFirst: ({ firstDay, lastDay }) =>
    `Le dernier jour a été compris comme ${inlineCode(lastDay)}, avant le premier, ${inlineCode(firstDay)}. Rien n’a été changé. Écris les deux avec leur date.`,
  isPast: (days) =>
    `Ces jours ont été compris comme ${fr.span(days)}, qui sont passés. Rien n’a été changé. Une absence doit aller au moins jusqu’à aujourd’hui.`,
  tooLong: (days, length, most) =>
    `Ces jours ont été compris comme ${fr.span(days)}, soit ${length} jours. Une absence dure ${most} jours au plus. Rien n’a été changé.`,

  cardTitle: 'Absence demandée',
  cardAsks: (memberId, days) => `${mention(memberId)} demande une absence : ${fr.span(days)}.`,
  cardReason: 'Raison',
  approve: 'Approuver',
  deny: 'Refuser',
  cardEnded: {
    approved: 'Absence approuvée',
    ended: 'Absence terminée',
    denied: 'Absence refusée',
    withdrawn: 'Absence retirée',
    lapsed: 'Absence non décidée à temps',
  },
  cardAbout: (memberId, days) => `${mention(memberId)}: ${fr.span(days)}.`,
  cardApproved: (actorId, at) => `Approuvée par ${mention(actorId)}, ${timestamp(at)}.`,
  cardDenied: (actorId, at) => `Refusée par ${mention(actorId)}, ${timestamp(at)}.`,
  cardClosed: {
    ended: (at) => `Elle s’est terminée le ${timestamp(at)}.`,
    withdrawn: (at) => `Le membre l’a retirée le ${timestamp(at)}.`,
    lapsed: (at) => `Personne n’a décidé avant sa fin, ${timestamp(at)}.`,
  },

  approvedMessage: (clan, days) =>
    `Ton absence dans ${escapeMarkdown(clan)} a été approuvée : ${fr.span(days)}. Tant qu’elle dure, aucun quota ne compte pour toi. \`/absence terminer\` y met fin plus tôt.`,
  deniedMessage: (clan, days) =>
    `Ton absence dans ${escapeMarkdown(clan)} a été refusée : ${fr.span(days)}. Parle à un officier, ou demande d’autres jours avec \`/absence demander\`.`,
  endedMessage: (clan, days) =>
    `Ton absence dans ${escapeMarkdown(clan)} (${fr.span(days)}) est terminée. Content de te revoir !`,
  lapsedMessage: (clan, days) =>
    `Personne n’a décidé de ton absence dans ${escapeMarkdown(clan)} (${fr.span(days)}) avant sa fin, elle n’a donc pas compté.`,
};

const pt: Texts = {
  span: ({ firstDay, lastDay }) =>
    firstDay === lastDay ? inlineCode(firstDay) : `${inlineCode(firstDay)} a ${inlineCode(lastDay)}`,
  badDay: (which, typed, problem, where) => {
    const subject = which === 'from' ? `O primeiro dia ${shown(typed)}` : `O último dia ${shown(typed)}`;
    const write = `Escreva assim: ${dayExamples(where)}; os dias são os de ${escapeMarkdown(where.timeZone)}.`;
    switch (problem.kind) {
      case 'not-understood':
        return `${subject} não pôde ser lido como um dia. Nada foi alterado. ${write}`;
      case 'has-hour':
        return `${subject} tem um horário, e uma ausência é de dias inteiros. Nada foi alterado. ${write}`;
      case 'two-readings':
        return `${subject} pode ser dois dias. Nada foi alterado. Escreva ${problem.readings.map(inlineCode).join(' ou ')}.`;
      case 'other-weekday':
        return `${subject} cita um dia da semana que não é o da data, ${day(problem)}. Nada foi alterado. Tire um dos dois.`;
      case 'too-far-ahead':
        return `${subject} foi entendido como ${day(problem)}, daqui a mais de um ano. Nada foi alterado. ${write}`;
    }
  },
  endsFirst: ({ firstDay, lastDay }) =>
    `O último dia foi entendido como ${inlineCode(lastDay)}, antes do primeiro, ${inlineCode(firstDay)}. Nada foi alterado. Escreva os dois com a data.`,
  isPast: (days) =>
    `Esses dias foram entendidos como ${pt.span(days)}, que já passaram. Nada foi alterado. Uma ausência precisa chegar pelo menos até hoje.`,
  tooLong: (days, length, most) =>
    `Esses dias foram entendidos como ${pt.span(days)}, o que dá ${length} dias. Uma ausência dura ${most} dias no máximo. Nada foi alterado.`,

  cardTitle: 'Ausência solicitada',
  cardAsks: (memberId, days) => `${mention(memberId)} pede uma ausência: ${pt.span(days)}.`,
  cardReason: 'Motivo',
  approve: 'Aprovar',
  deny: 'Recusar',
  cardEnded: {
    approved: 'Ausência aprovada',
    ended: 'Ausência encerrada',
    denied: 'Ausência recusada',
    withdrawn: 'Ausência retirada',
    lapsed: 'Ausência não decidida a tempo',
  },
  cardAbout: (memberId, days) => `${mention(memberId)}: ${pt.span(days)}.`,
  cardApproved: (actorId, at) => `Aprovada por ${mention(actorId)}, ${timestamp(at)}.`,
  cardDenied: (actorId, at) => `Recusada por ${mention(actorId)}, ${timestamp(at)}.`,
  cardClosed: {
    ended: (at) => `Terminou em ${timestamp(at)}.`,
    withdrawn: (at) => `O membro a retirou em ${timestamp(at)}.`,
    lapsed: (at) => `Ninguém decidiu antes do fim, ${timestamp(at)}.`,
  },

  approvedMessage: (clan, days) =>
    `Sua ausência em ${escapeMarkdown(clan)} foi aprovada: ${pt.span(days)}. Enquanto durar, nenhuma meta conta para você. \`/ausencia encerrar\` a encerra antes.`,
  deniedMessage: (clan, days) =>
    `Sua ausência em ${escapeMarkdown(clan)} foi recusada: ${pt.span(days)}. Fale com um oficial ou peça outros dias com \`/ausencia pedir\`.`,
  endedMessage: (clan, days) =>
    `Sua ausência em ${escapeMarkdown(clan)} (${pt.span(days)}) terminou. Que bom ter você de volta!`,
  lapsedMessage: (clan, days) =>
    `Ninguém decidiu sobre sua ausência em ${escapeMarkdown(clan)} (${pt.span(days)}) antes do fim, então ela não contou.`,
};

/** Texts about leaves that a command, the card, direct messages and the hourly job share. */
export const leaveTexts = catalogue({ en, de, 'es-ES': es, fr, 'pt-BR': pt });

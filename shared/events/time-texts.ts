import { clip, escapeMarkdown, inlineCode, timestamp } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';
import { offsetText, type TimeContext, type TimeNote } from '../times/read-time.ts';
import { timeExamples } from '../times/time-examples.ts';
import type { TimeProblem } from '../times/time-problem.ts';

type Which = 'start' | 'end';

const shown = (typed: string) => `"${escapeMarkdown(clip(typed.trim(), 60))}"`;
const twoDigits = (value: number) => String(value).padStart(2, '0');
const clock = ({ hour, minute }: { readonly hour: number; readonly minute: number }) =>
  `${twoDigits(hour)}:${twoDigits(minute)}`;
/** The same on the other half of the day. */
const other = ({ hour, minute }: { readonly hour: number; readonly minute: number }) =>
  clock({ hour: (hour + 12) % 24, minute });
/** In the language that the times were typed in. */
const examplesOf = (which: Which, where: TimeContext) =>
  timeExamples(which, where).map(inlineCode).join(', ');

/** What a member reads about a time they typed. */
export const timeTexts = catalogue({
  en: {
    problem: (which: Which, typed: string, problem: TimeProblem, where: TimeContext): string => {
      const examples = examplesOf(which, where);
      const write = `Write it like ${examples}; without a time zone, ${where.timeZone} is meant.`;
      const subject = which === 'start' ? `The start ${shown(typed)}` : `The end ${shown(typed)}`;
      switch (problem.kind) {
        case 'not-understood':
          return `${subject} could not be read as a time. ${write}`;
        case 'no-hour':
          return `${subject} was understood as ${timestamp(problem.ms, 'D')}, without a time of day. ${write}`;
        case 'two-readings': {
          const readings = problem.readings.map(inlineCode).join(' or ');
          return readings === ''
            ? `${subject} can mean two times. ${write}`
            : `${subject} can mean two times. Write ${readings}.`;
        }
        case 'left-out':
          return `${subject} never was: the clocks of ${escapeMarkdown(problem.zone)} were set forward past it. Write an hour later.`;
        case 'other-weekday':
          return `${subject} names a day of the week that its date is not: the date is ${timestamp(problem.ms, 'F')}. Leave one of the two out.`;
        case 'ahead':
          return `${subject} was understood as ${timestamp(problem.ms)}, which is still to come. Submit an event once it has begun. ${write}`;
        case 'too-long-ago':
          return `${subject} was understood as ${timestamp(problem.ms)}, which is more than 60 days ago. If another day was meant: ${write}`;
      }
    },
    endBeforeStart: (startsAt: number, endsAt: number): string =>
      `The end (${timestamp(endsAt)}) is before the start (${timestamp(startsAt)}). Check both times; add the date when the event went on past midnight.`,
    note: (typed: string, note: TimeNote): string => {
      switch (note.kind) {
        case 'hour':
          return `${shown(typed)} was read on the 24-hour clock, as ${clock(note)}. Add am or pm if you meant another time.`;
        case 'zone':
          return `${shown(typed)}: ${note.typed} was read as ${note.zone.replaceAll('_', ' ')}, UTC${offsetText(note.offsetMinutes)} on that day.`;
        case 'order':
          return `${shown(typed)} was read as day ${note.day} of month ${note.month}.`;
      }
    },
  },
  de: {
    problem: (which, typed, problem, where) => {
      const examples = examplesOf(which, where);
      const write = `Schreib es wie ${examples}; ohne Zeitzone gilt ${where.timeZone}.`;
      const subject = which === 'start' ? `Beginn ${shown(typed)}` : `Ende ${shown(typed)}`;
      switch (problem.kind) {
        case 'not-understood':
          return `${subject}: Das ließ sich nicht als Zeit lesen. ${write}`;
        case 'no-hour':
          return `${subject}: Verstanden als ${timestamp(problem.ms, 'D')}, ohne Uhrzeit. ${write}`;
        case 'two-readings': {
          const readings = problem.readings.map(inlineCode).join(' oder ');
          return readings === ''
            ? `${subject}: Das kann zwei Zeiten bedeuten. ${write}`
            : `${subject}: Das kann zwei Zeiten bedeuten. Schreib ${readings}.`;
        }
        case 'left-out':
          return `${subject}: Diese Zeit gab es nicht, die Uhren von ${escapeMarkdown(problem.zone)} wurden darüber hinweg vorgestellt. Schreib eine Stunde später.`;
        case 'other-weekday':
          return `${subject}: Der Wochentag passt nicht zum Datum, das ist ${timestamp(problem.ms, 'F')}. Lass eins von beiden weg.`;
        case 'ahead':
          return `${subject}: Verstanden als ${timestamp(problem.ms)}, das liegt noch in der Zukunft. Reich ein Event ein, wenn es begonnen hat. ${write}`;
        case 'too-long-ago':
          return `${subject}: Verstanden als ${timestamp(problem.ms)}, das ist mehr als 60 Tage her. Wenn ein anderer Tag gemeint war: ${write}`;
      }
    },
    endBeforeStart: (startsAt, endsAt) =>
      `Das Ende (${timestamp(endsAt)}) liegt vor dem Beginn (${timestamp(startsAt)}). Prüf beide Zeiten; gib das Datum mit an, wenn das Event über Mitternacht ging.`,
    note: (typed, note) => {
      switch (note.kind) {
        case 'hour':
          return `${shown(typed)} wurde nach der 24-Stunden-Uhr gelesen, als ${clock(note)}. Schreib ${other(note)}, wenn du diese Zeit meintest.`;
        case 'zone':
          return `${shown(typed)}: ${note.typed} wurde als ${note.zone.replaceAll('_', ' ')} gelesen, an diesem Tag UTC${offsetText(note.offsetMinutes)}.`;
        case 'order':
          return `${shown(typed)} wurde als Tag ${note.day} des Monats ${note.month} gelesen.`;
      }
    },
  },
  'es-ES': {
    problem: (which, typed, problem, where) => {
      const examples = examplesOf(which, where);
      const write = `Escríbelo como ${examples}; sin zona horaria se entiende ${where.timeZone}.`;
      const subject = which === 'start' ? `Inicio ${shown(typed)}` : `Final ${shown(typed)}`;
      switch (problem.kind) {
        case 'not-understood':
          return `${subject}: no se ha podido leer como una hora. ${write}`;
        case 'no-hour':
          return `${subject}: se ha entendido como ${timestamp(problem.ms, 'D')}, sin hora. ${write}`;
        case 'two-readings': {
          const readings = problem.readings.map(inlineCode).join(' o ');
          return readings === ''
            ? `${subject}: puede significar dos horas. ${write}`
            : `${subject}: puede significar dos horas. Escribe ${readings}.`;
        }
        case 'left-out':
          return `${subject}: esa hora no existió, los relojes de ${escapeMarkdown(problem.zone)} se adelantaron y la saltaron. Escribe una hora más tarde.`;
        case 'other-weekday':
          return `${subject}: el día de la semana no es el de la fecha, que es ${timestamp(problem.ms, 'F')}. Quita uno de los dos.`;
        case 'ahead':
          return `${subject}: se ha entendido como ${timestamp(problem.ms)}, que aún no ha llegado. Envía un evento cuando haya empezado. ${write}`;
        case 'too-long-ago':
          return `${subject}: se ha entendido como ${timestamp(problem.ms)}, hace más de 60 días. Si era otro día: ${write}`;
      }
    },
    endBeforeStart: (startsAt, endsAt) =>
      `El final (${timestamp(endsAt)}) es anterior al inicio (${timestamp(startsAt)}). Revisa las dos horas; añade la fecha si el evento pasó de medianoche.`,
    note: (typed, note) => {
      switch (note.kind) {
        case 'hour':
          return `${shown(typed)} se ha leído en el reloj de 24 horas, como ${clock(note)}. Escribe ${other(note)} si querías decir esa hora.`;
        case 'zone':
          return `${shown(typed)}: ${note.typed} se ha leído como ${note.zone.replaceAll('_', ' ')}, UTC${offsetText(note.offsetMinutes)} ese día.`;
        case 'order':
          return `${shown(typed)} se ha leído como el día ${note.day} del mes ${note.month}.`;
      }
    },
  },
  fr: {
    problem: (which, typed, problem, where) => {
      const examples = examplesOf(which, where);
      const write = `Écris-le comme ${examples} ; sans fuseau horaire, c’est ${where.timeZone}.`;
      const subject = which === 'start' ? `Début ${shown(typed)}` : `Fin ${shown(typed)}`;
      switch (problem.kind) {
        case 'not-understood':
          return `${subject} : impossible de lire cela comme une heure. ${write}`;
        case 'no-hour':
          return `${subject} : compris comme ${timestamp(problem.ms, 'D')}, sans heure. ${write}`;
        case 'two-readings': {
          const readings = problem.readings.map(inlineCode).join(' ou ');
          return readings === ''
            ? `${subject} : cela peut désigner deux heures. ${write}`
            : `${subject} : cela peut désigner deux heures. Écris ${readings}.`;
        }
        case 'left-out':
          return `${subject} : cette heure n’a pas existé, les horloges de ${escapeMarkdown(problem.zone)} ont été avancées et l’ont sautée. Écris une heure plus tard.`;
        case 'other-weekday':
          return `${subject} : le jour de la semaine n’est pas celui de la date, qui est ${timestamp(problem.ms, 'F')}. Enlève l’un des deux.`;
        case 'ahead':
          return `${subject} : compris comme ${timestamp(problem.ms)}, qui est encore à venir. Soumets un événement une fois qu’il a commencé. ${write}`;
        case 'too-long-ago':
          return `${subject} : compris comme ${timestamp(problem.ms)}, il y a plus de 60 jours. Si c’était un autre jour : ${write}`;
      }
    },
    endBeforeStart: (startsAt, endsAt) =>
      `La fin (${timestamp(endsAt)}) est avant le début (${timestamp(startsAt)}). Vérifie les deux heures ; ajoute la date si l’événement a dépassé minuit.`,
    note: (typed, note) => {
      switch (note.kind) {
        case 'hour':
          return `${shown(typed)} a été lu sur 24 heures, comme ${clock(note)}. Écris ${other(note)} si tu voulais dire cette heure-là.`;
        case 'zone':
          return `${shown(typed)} : ${note.typed} a été lu comme ${note.zone.replaceAll('_', ' ')}, UTC${offsetText(note.offsetMinutes)} ce jour-là.`;
        case 'order':
          return `${shown(typed)} a été lu comme le jour ${note.day} du mois ${note.month}.`;
      }
    },
  },
  'pt-BR': {
    problem: (which, typed, problem, where) => {
      const examples = examplesOf(which, where);
      const write = `Escreva como ${examples}; sem fuso horário, vale ${where.timeZone}.`;
      const subject = which === 'start' ? `Início ${shown(typed)}` : `Fim ${shown(typed)}`;
      switch (problem.kind) {
        case 'not-understood':
          return `${subject}: não deu para ler isto como um horário. ${write}`;
        case 'no-hour':
          return `${subject}: entendido como ${timestamp(problem.ms, 'D')}, sem horário. ${write}`;
        case 'two-readings': {
          const readings = problem.readings.map(inlineCode).join(' ou ');
          return readings === ''
            ? `${subject}: pode significar dois horários. ${write}`
            : `${subject}: pode significar dois horários. Escreva ${readings}.`;
        }
        case 'left-out':
          return `${subject}: esse horário não existiu, os relógios de ${escapeMarkdown(problem.zone)} foram adiantados e o pularam. Escreva uma hora mais tarde.`;
        case 'other-weekday':
          return `${subject}: o dia da semana não é o da data, que é ${timestamp(problem.ms, 'F')}. Tire um dos dois.`;
        case 'ahead':
          return `${subject}: entendido como ${timestamp(problem.ms)}, que ainda não chegou. Envie um evento depois que ele começar. ${write}`;
        case 'too-long-ago':
          return `${subject}: entendido como ${timestamp(problem.ms)}, há mais de 60 dias. Se era outro dia: ${write}`;
      }
    },
    endBeforeStart: (startsAt, endsAt) =>
      `O fim (${timestamp(endsAt)}) é antes do início (${timestamp(startsAt)}). Confira os dois horários; inclua a data se o evento passou da meia-noite.`,
    note: (typed, note) => {
      switch (note.kind) {
        case 'hour':
          return `${shown(typed)} foi lido no relógio de 24 horas, como ${clock(note)}. Escreva ${other(note)} se era esse o horário.`;
        case 'zone':
          return `${shown(typed)}: ${note.typed} foi lido como ${note.zone.replaceAll('_', ' ')}, UTC${offsetText(note.offsetMinutes)} nesse dia.`;
        case 'order':
          return `${shown(typed)} foi lido como dia ${note.day} do mês ${note.month}.`;
      }
    },
  },
});

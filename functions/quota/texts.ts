import { clip, escapeMarkdown, inlineCode, mention } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';
import type { Quota } from '../../shared/quota/quota.ts';

/** What was excused: by whom, whom, and the Monday of the week. */
interface Excused {
  readonly actorId: string;
  readonly memberIds: readonly string[];
  readonly monday: string;
}
type Counted = Quota['counted'];

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

const typedText = (typed: string) => `"${escapeMarkdown(clip(typed, 100))}"`;
const mentions = (ids: readonly string[]) => ids.map(mention).join(', ');
const day = inlineCode;

/**
 * Every text of `/quota`; those of the weekly report are in shared/quota, `amount` and `ranks` as they come from there.
 */
export const texts = catalogue({
  en: {
    command: { name: 'quota', description: 'What members do in a week' },
    show: { name: 'show', description: 'Your week against the quota; for officers everybody’s' },
    set: { name: 'set', description: 'Ask for points or events a week of a span of ranks' },
    remove: { name: 'remove', description: 'Take a quota away' },
    excuse: { name: 'excuse', description: 'Excuse somebody for a week' },
    optionWeek: { name: 'week', description: 'Which week (left out: this one)' },
    optionPoints: { name: 'points', description: 'How many a week' },
    optionCounts: { name: 'counts', description: 'What is counted (left out: points)' },
    optionFrom: { name: 'rank-from', description: 'The lowest rank (left out: from the first one on)' },
    optionTo: { name: 'rank-to', description: 'The highest rank (left out: up to the last one)' },
    optionCategory: { name: 'category', description: 'Only ranks of this category' },
    optionQuota: { name: 'quota', description: 'Which quota' },
    optionMember: { name: 'member', description: 'Who' },
    optionReason: { name: 'reason', description: 'Why (officers see it)' },
    counts: { points: 'Points', events: 'Events attended' } satisfies Record<Counted, string>,
    thisWeek: (monday: string) => `This week, from ${monday}`,
    weekFrom: (monday: string) => `The week from ${monday}`,
    anyRank: 'any rank',

    badWeek: (weeks: number) =>
      `That is none of the last ${weeks} weeks. Nothing was changed. Choose one from the list.`,
    badAmount: (max: number) => `A quota is a whole number from 1 to ${en.number(max)}. Nothing was changed.`,
    badCounts: 'A quota counts points or events. Nothing was changed. Choose one from the list.',
    noSuchRank: (typed: string) =>
      `There is no rank ${typedText(typed)}. Nothing was changed. Choose one from the list.`,
    noRanks:
      'There is no rank in this span. Nothing was changed. The lowest rank comes first; `/ranks list` shows all.',
    isSet: (amount: string, ranks: string, monday: string) =>
      `The quota is ${amount} for ${ranks}. It counts from the week that begins on ${day(monday)}.`,
    replaced: (amount: string) => `Until then, ${amount} goes on for them.`,
    narrower: (others: number) =>
      en.plural(others, {
        one: 'Where another quota is for fewer ranks, that one wins: there is 1 that overlaps.',
        other: `Where another quota is for fewer ranks, that one wins: there are ${en.number(others)} that overlap.`,
      }),
    sameQuota: (amount: string) => `These ranks have that quota already: ${amount}. Nothing was changed.`,
    noSuchQuota: 'There is no such quota. Nothing was changed. Choose one from the list.',
    removed: (amount: string, ranks: string) =>
      `Taken away: ${amount} for ${ranks}. This week counts no more for it.`,

    noQuota: (monday: string) => `No quota applies to you in the week from ${day(monday)}.`,
    own: (line: string, monday: string) => `Your week from ${day(monday)}:\n${line}`,

    badReason: (max: number) => `A reason of 1 to ${max} characters is needed. Nothing was changed.`,
    notYourself: 'Nobody excuses themselves. Nothing was changed. Ask another officer.',
    excused: (memberId: string, monday: string) =>
      `${mention(memberId)} is excused for the week from ${day(monday)}.`,
    logged: ({ actorId, memberIds, monday }: Excused) =>
      `${mention(actorId)} excused ${mentions(memberIds)} for the week from ${day(monday)}.`,
    loggedBecause: ({ actorId, memberIds, monday }: Excused, reason: string) =>
      `${mention(actorId)} excused ${mentions(memberIds)} for the week from ${day(monday)}. Reason: ${escapeMarkdown(reason)}`,
    logLine: 'Admin channel',
  },
  de: {
    command: { name: 'soll', description: 'Was Mitglieder in einer Woche schaffen sollen' },
    show: { name: 'zeigen', description: 'Deine Woche im Vergleich zum Soll; für Offiziere die von allen' },
    set: { name: 'festlegen', description: 'Lege Punkte oder Events pro Woche für Ränge fest' },
    remove: { name: 'entfernen', description: 'Entferne ein Soll' },
    excuse: { name: 'entschuldigen', description: 'Entschuldige jemanden für eine Woche' },
    optionWeek: { name: 'woche', description: 'Welche Woche (ohne Angabe: diese)' },
    optionPoints: { name: 'punkte', description: 'Wie viele pro Woche' },
    optionCounts: { name: 'was-zählt', description: 'Was gezählt wird (ohne Angabe: Punkte)' },
    optionFrom: { name: 'rang-von', description: 'Der niedrigste Rang (ohne Angabe: ab dem ersten)' },
    optionTo: { name: 'rang-bis', description: 'Der höchste Rang (ohne Angabe: bis zum letzten)' },
    optionCategory: { name: 'kategorie', description: 'Nur Ränge dieser Kategorie' },
    optionQuota: { name: 'soll', description: 'Welches Soll' },
    optionMember: { name: 'mitglied', description: 'Wen' },
    optionReason: { name: 'grund', description: 'Warum (Offiziere sehen es)' },
    counts: { points: 'Punkte', events: 'Teilnahmen an Events' },
    thisWeek: (monday) => `Diese Woche, ab ${monday}`,
    weekFrom: (monday) => `Die Woche ab ${monday}`,
    anyRank: 'jeder Rang',

    badWeek: (weeks) =>
      `Das ist keine der letzten ${weeks} Wochen. Es wurde nichts geändert. Wähle eine aus der Liste.`,
    badAmount: (max) => `Ein Soll ist eine ganze Zahl von 1 bis ${de.number(max)}. Es wurde nichts geändert.`,
    badCounts: 'Ein Soll zählt Punkte oder Events. Es wurde nichts geändert. Wähle eins aus der Liste.',
    noSuchRank: (typed) =>
      `Einen Rang ${typedText(typed)} gibt es nicht. Es wurde nichts geändert. Wähle einen aus der Liste.`,
    noRanks:
      'Kein Rang passt dazu. Es wurde nichts geändert. Der niedrigste Rang kommt zuerst; `/ränge liste` zeigt alle.',
    isSet: (amount, ranks, monday) =>
      `Das Soll beträgt ${amount} für ${ranks}. Es zählt ab der Woche, die am ${day(monday)} beginnt.`,
    replaced: (amount) => `Bis dahin gilt für sie weiter: ${amount}.`,
    narrower: (others) =>
      de.plural(others, {
        one: 'Wo ein anderes Soll für weniger Ränge gilt, geht es vor: 1 überschneidet sich.',
        other: `Wo ein anderes Soll für weniger Ränge gilt, geht es vor: ${de.number(others)} überschneiden sich.`,
      }),
    sameQuota: (amount) => `Dieses Soll haben diese Ränge schon: ${amount}. Es wurde nichts geändert.`,
    noSuchQuota: 'So ein Soll gibt es nicht. Es wurde nichts geändert. Wähle eins aus der Liste.',
    removed: (amount, ranks) => `Entfernt: ${amount} für ${ranks}. Es zählt schon diese Woche nicht mehr.`,

    noQuota: (monday) => `Für dich gilt in der Woche ab ${day(monday)} kein Soll.`,
    own: (line, monday) => `Deine Woche ab ${day(monday)}:\n${line}`,

    badReason: (max) => `Es braucht einen Grund mit 1 bis ${max} Zeichen. Es wurde nichts geändert.`,
    notYourself: 'Niemand entschuldigt sich selbst. Es wurde nichts geändert. Frag einen anderen Offizier.',
    excused: (memberId, monday) => `${mention(memberId)} ist für die Woche ab ${day(monday)} entschuldigt.`,
    logged: ({ actorId, memberIds, monday }) =>
      `${mention(actorId)} hat ${mentions(memberIds)} für die Woche ab ${day(monday)} entschuldigt.`,
    loggedBecause: ({ actorId, memberIds, monday }, reason) =>
      `${mention(actorId)} hat ${mentions(memberIds)} für die Woche ab ${day(monday)} entschuldigt. Grund: ${escapeMarkdown(reason)}`,
    logLine: 'Admin-Kanal',
  },
  'es-ES': {
    command: { name: 'cuota', description: 'Lo que hacen los miembros en una semana' },
    show: { name: 'ver', description: 'Tu semana frente a la cuota; para oficiales, la de todos' },
    set: { name: 'fijar', description: 'Pide puntos o eventos por semana a ciertos rangos' },
    remove: { name: 'quitar', description: 'Quita una cuota' },
    excuse: { name: 'justificar', description: 'Justifica la semana de alguien' },
    optionWeek: { name: 'semana', description: 'Qué semana (si se omite: esta)' },
    optionPoints: { name: 'puntos', description: 'Cuántos por semana' },
    optionCounts: { name: 'qué-cuenta', description: 'Qué se cuenta (si se omite: puntos)' },
    optionFrom: { name: 'rango-desde', description: 'El rango más bajo (si se omite: desde el primero)' },
    optionTo: { name: 'rango-hasta', description: 'El rango más alto (si se omite: hasta el último)' },
    optionCategory: { name: 'categoría', description: 'Solo rangos de esta categoría' },
    optionQuota: { name: 'cuota', description: 'Qué cuota' },
    optionMember: { name: 'miembro', description: 'A quién' },
    optionReason: { name: 'motivo', description: 'Por qué (los oficiales lo ven)' },
    counts: { points: 'Puntos', events: 'Asistencias a eventos' },
    thisWeek: (monday) => `Esta semana, desde el ${monday}`,
    weekFrom: (monday) => `La semana del ${monday}`,
    anyRank: 'cualquier rango',

    badWeek: (weeks) =>
      `Esa no es ninguna de las últimas ${weeks} semanas. No se ha cambiado nada. Elige una de la lista.`,
    badAmount: (max) => `Una cuota es un número entero de 1 a ${es.number(max)}. No se ha cambiado nada.`,
    badCounts: 'Una cuota cuenta puntos o eventos. No se ha cambiado nada. Elige una opción de la lista.',
    noSuchRank: (typed) =>
      `No existe el rango ${typedText(typed)}. No se ha cambiado nada. Elige uno de la lista.`,
    noRanks:
      'Ningún rango encaja con eso. No se ha cambiado nada. El rango más bajo va primero; `/rangos lista` los muestra todos.',
    isSet: (amount, ranks, monday) =>
      `La cuota es de ${amount} para ${ranks}. Cuenta desde la semana que empieza el ${day(monday)}.`,
    replaced: (amount) => `Hasta entonces siguen con ${amount}.`,
    narrower: (others) =>
      es.plural(others, {
        one: 'Donde otra cuota es para menos rangos, gana esa: hay 1 que se solapa.',
        other: `Donde otra cuota es para menos rangos, gana esa: hay ${es.number(others)} que se solapan.`,
      }),
    sameQuota: (amount) => `Esos rangos ya tienen esa cuota: ${amount}. No se ha cambiado nada.`,
    noSuchQuota: 'Esa cuota no existe. No se ha cambiado nada. Elige una de la lista.',
    removed: (amount, ranks) => `Cuota quitada: ${amount} para ${ranks}. Ya no cuenta desde esta semana.`,

    noQuota: (monday) => `En la semana del ${day(monday)} no se te aplica ninguna cuota.`,
    own: (line, monday) => `Tu semana del ${day(monday)}:\n${line}`,

    badReason: (max) => `Hace falta un motivo de 1 a ${max} caracteres. No se ha cambiado nada.`,
    notYourself: 'Nadie se justifica a sí mismo. No se ha cambiado nada. Pídeselo a otro oficial.',
    excused: (memberId, monday) => `La semana del ${day(monday)} de ${mention(memberId)} queda justificada.`,
    logged: ({ actorId, memberIds, monday }) =>
      `${mention(actorId)} ha justificado la semana del ${day(monday)} de ${mentions(memberIds)}.`,
    loggedBecause: ({ actorId, memberIds, monday }, reason) =>
      `${mention(actorId)} ha justificado la semana del ${day(monday)} de ${mentions(memberIds)}. Motivo: ${escapeMarkdown(reason)}`,
    logLine: 'Canal de admins',
  },
  fr: {
    command: { name: 'quota', description: 'Ce que font les membres en une semaine' },
    show: { name: 'voir', description: 'Ta semaine face au quota ; pour les officiers, celle de tous' },
    set: {
      name: 'définir',
      description: 'Demande des points ou des événements par semaine à certains rangs',
    },
    remove: { name: 'retirer', description: 'Retire un quota' },
    excuse: { name: 'excuser', description: 'Excuse quelqu’un pour une semaine' },
    optionWeek: { name: 'semaine', description: 'Quelle semaine (sinon celle-ci)' },
    optionPoints: { name: 'points', description: 'Combien par semaine' },
    optionCounts: { name: 'ce-qui-compte', description: 'Ce qui est compté (sinon les points)' },
    optionFrom: { name: 'rang-de', description: 'Le rang le plus bas (sinon à partir du premier)' },
    optionTo: { name: 'rang-à', description: 'Le rang le plus haut (sinon jusqu’au dernier)' },
    optionCategory: { name: 'catégorie', description: 'Seulement les rangs de cette catégorie' },
    optionQuota: { name: 'quota', description: 'Quel quota' },
    optionMember: { name: 'membre', description: 'Qui' },
    optionReason: { name: 'raison', description: 'Pourquoi (les officiers le voient)' },
    counts: { points: 'Points', events: 'Participations à des événements' },
    thisWeek: (monday) => `Cette semaine, à partir du ${monday}`,
    weekFrom: (monday) => `La semaine du ${monday}`,
    anyRank: 'tout rang',

    badWeek: (weeks) =>
      `Ce n’est aucune des ${weeks} dernières semaines. Rien n’a été changé. Choisis-en une dans la liste.`,
    badAmount: (max) => `Un quota est un nombre entier de 1 à ${fr.number(max)}. Rien n’a été changé.`,
    badCounts: 'Un quota compte des points ou des événements. Rien n’a été changé. Choisis dans la liste.',
    noSuchRank: (typed) =>
      `Le rang ${typedText(typed)} n’existe pas. Rien n’a été changé. Choisis-en un dans la liste.`,
    noRanks:
      'Aucun rang n’y correspond. Rien n’a été changé. Le rang le plus bas vient d’abord ; `/rangs liste` les montre tous.',
    isSet: (amount, ranks, monday) =>
      `Le quota est de ${amount} pour ${ranks}. Il compte à partir de la semaine qui commence le ${day(monday)}.`,
    replaced: (amount) => `D’ici là, ils gardent ${amount}.`,
    narrower: (others) =>
      fr.plural(others, {
        one: `Là où un autre quota vise moins de rangs, c’est lui qui l’emporte : il y en a ${fr.number(others)} qui se recoupe.`,
        other: `Là où un autre quota vise moins de rangs, c’est lui qui l’emporte : il y en a ${fr.number(others)} qui se recoupent.`,
      }),
    sameQuota: (amount) => `Ces rangs ont déjà ce quota : ${amount}. Rien n’a été changé.`,
    noSuchQuota: 'Ce quota n’existe pas. Rien n’a été changé. Choisis-en un dans la liste.',
    removed: (amount, ranks) =>
      `Quota retiré : ${amount} pour ${ranks}. Il ne compte plus dès cette semaine.`,

    noQuota: (monday) => `Aucun quota ne s’applique à toi dans la semaine du ${day(monday)}.`,
    own: (line, monday) => `Ta semaine du ${day(monday)} :\n${line}`,

    badReason: (max) => `Il faut une raison de 1 à ${max} caractères. Rien n’a été changé.`,
    notYourself: 'Personne ne s’excuse soi-même. Rien n’a été changé. Demande à un autre officier.',
    excused: (memberId, monday) => `La semaine du ${day(monday)} est excusée pour ${mention(memberId)}.`,
    logged: ({ actorId, memberIds, monday }) =>
      `${mention(actorId)} a excusé ${mentions(memberIds)} pour la semaine du ${day(monday)}.`,
    loggedBecause: ({ actorId, memberIds, monday }, reason) =>
      `${mention(actorId)} a excusé ${mentions(memberIds)} pour la semaine du ${day(monday)}. Raison : ${escapeMarkdown(reason)}`,
    logLine: 'Salon des admins',
  },
  'pt-BR': {
    command: { name: 'meta', description: 'O que os membros fazem em uma semana' },
    show: { name: 'ver', description: 'Sua semana em relação à meta; para oficiais, a de todos' },
    set: { name: 'definir', description: 'Peça pontos ou eventos por semana a certas patentes' },
    remove: { name: 'remover', description: 'Remova uma meta' },
    excuse: { name: 'justificar', description: 'Justifique a semana de alguém' },
    optionWeek: { name: 'semana', description: 'Qual semana (se omitida: esta)' },
    optionPoints: { name: 'pontos', description: 'Quantos por semana' },
    optionCounts: { name: 'o-que-conta', description: 'O que é contado (se omitido: pontos)' },
    optionFrom: { name: 'patente-de', description: 'A patente mais baixa (se omitida: desde a primeira)' },
    optionTo: { name: 'patente-até', description: 'A patente mais alta (se omitida: até a última)' },
    optionCategory: { name: 'categoria', description: 'Só patentes desta categoria' },
    optionQuota: { name: 'meta', description: 'Qual meta' },
    optionMember: { name: 'membro', description: 'Quem' },
    optionReason: { name: 'motivo', description: 'Por quê (os oficiais veem)' },
    counts: { points: 'Pontos', events: 'Participações em eventos' },
    thisWeek: (monday) => `Esta semana, desde ${monday}`,
    weekFrom: (monday) => `A semana de ${monday}`,
    anyRank: 'qualquer patente',

    badWeek: (weeks) =>
      `Essa não é nenhuma das últimas ${weeks} semanas. Nada foi alterado. Escolha uma da lista.`,
    badAmount: (max) => `Uma meta é um número inteiro de 1 a ${pt.number(max)}. Nada foi alterado.`,
    badCounts: 'Uma meta conta pontos ou eventos. Nada foi alterado. Escolha uma opção da lista.',
    noSuchRank: (typed) =>
      `A patente ${typedText(typed)} não existe. Nada foi alterado. Escolha uma da lista.`,
    noRanks:
      'Nenhuma patente corresponde a isso. Nada foi alterado. A patente mais baixa vem primeiro; `/patentes lista` mostra todas.',
    isSet: (amount, ranks, monday) =>
      `A meta é de ${amount} para ${ranks}. Ela conta a partir da semana que começa em ${day(monday)}.`,
    replaced: (amount) => `Até lá, elas continuam com ${amount}.`,
    narrower: (others) =>
      pt.plural(others, {
        one: `Onde outra meta é para menos patentes, ela vale: há ${pt.number(others)} que se sobrepõe.`,
        other: `Onde outra meta é para menos patentes, ela vale: há ${pt.number(others)} que se sobrepõem.`,
      }),
    sameQuota: (amount) => `Essas patentes já têm essa meta: ${amount}. Nada foi alterado.`,
    noSuchQuota: 'Essa meta não existe. Nada foi alterado. Escolha uma da lista.',
    removed: (amount, ranks) =>
      `Meta removida: ${amount} para ${ranks}. Ela já não conta a partir desta semana.`,

    noQuota: (monday) => `Na semana de ${day(monday)} nenhuma meta se aplica a você.`,
    own: (line, monday) => `Sua semana de ${day(monday)}:\n${line}`,

    badReason: (max) => `É preciso um motivo de 1 a ${max} caracteres. Nada foi alterado.`,
    notYourself: 'Ninguém justifica a si mesmo. Nada foi alterado. Peça a outro oficial.',
    excused: (memberId, monday) => `A semana de ${day(monday)} de ${mention(memberId)} está justificada.`,
    logged: ({ actorId, memberIds, monday }) =>
      `${mention(actorId)} justificou a semana de ${day(monday)} de ${mentions(memberIds)}.`,
    loggedBecause: ({ actorId, memberIds, monday }, reason) =>
      `${mention(actorId)} justificou a semana de ${day(monday)} de ${mentions(memberIds)}. Motivo: ${escapeMarkdown(reason)}`,
    logLine: 'Canal dos admins',
  },
});

import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/** The texts of `/activity`. Names come escaped. */
export const texts = catalogue({
  en: {
    command: { name: 'activity', description: 'Points a week: yours, or the whole clan’s' },
    optionMember: { name: 'member', description: 'You, or as an officer anybody; left out: the whole clan' },
    optionWeeks: { name: 'weeks', description: 'How many weeks, 4 to 26 (12 if left out)' },
    title: (name: string) => `Activity of ${name}`,
    subtitle: (weeks: number) =>
      en.plural(weeks, { one: 'Points a week', other: `Points a week, ${weeks} weeks` }),
    total: 'Total',
    average: 'A week',
    best: 'Best week',
    count: en.number,
    points: (count: number) =>
      en.plural(count, { one: '**1** point', other: `**${en.number(count)}** points` }),
    weekOf: (day: string) => `Week of ${day}`,
    onLeave: 'on leave',
    legendLeave: 'On leave',
    quota: (points: number) =>
      en.plural(points, { one: 'Quota: 1 point a week', other: `Quota: ${en.number(points)} points a week` }),
    nothing: 'No points in this time.',
    wrongWeeks: (min: number, max: number) =>
      `Weeks go from ${min} to ${max}. Nothing was looked up; choose a number in between.`,
  },
  de: {
    command: { name: 'aktivität', description: 'Punkte pro Woche: deine oder die des ganzen Clans' },
    optionMember: {
      name: 'mitglied',
      description: 'Du selbst, als Offizier jeder; ohne Angabe: der ganze Clan',
    },
    optionWeeks: { name: 'wochen', description: 'Wie viele Wochen, 4 bis 26 (ohne Angabe 12)' },
    title: (name) => `Aktivität von ${name}`,
    subtitle: (weeks) =>
      de.plural(weeks, { one: 'Punkte pro Woche', other: `Punkte pro Woche, ${weeks} Wochen` }),
    total: 'Gesamt',
    average: 'Pro Woche',
    best: 'Beste Woche',
    count: de.number,
    points: (count) => de.plural(count, { one: '**1** Punkt', other: `**${de.number(count)}** Punkte` }),
    weekOf: (day) => `Woche ab ${day}`,
    onLeave: 'abgemeldet',
    legendLeave: 'Abgemeldet',
    quota: (points) =>
      de.plural(points, {
        one: 'Soll: 1 Punkt pro Woche',
        other: `Soll: ${de.number(points)} Punkte pro Woche`,
      }),
    nothing: 'Keine Punkte in dieser Zeit.',
    wrongWeeks: (min, max) =>
      `Möglich sind ${min} bis ${max} Wochen. Es wurde nichts nachgesehen; wähle eine Zahl dazwischen.`,
  },
  'es-ES': {
    command: { name: 'actividad', description: 'Puntos por semana: los tuyos o los de todo el clan' },
    optionMember: {
      name: 'miembro',
      description: 'Tú o, si eres oficial, cualquiera; si se omite: todo el clan',
    },
    optionWeeks: { name: 'semanas', description: 'Cuántas semanas, de 4 a 26 (12 si se omite)' },
    title: (name) => `Actividad de ${name}`,
    subtitle: (weeks) =>
      es.plural(weeks, { one: 'Puntos por semana', other: `Puntos por semana, ${weeks} semanas` }),
    total: 'Total',
    average: 'Por semana',
    best: 'Mejor semana',
    count: es.number,
    points: (count) => es.plural(count, { one: '**1** punto', other: `**${es.number(count)}** puntos` }),
    weekOf: (day) => `Semana del ${day}`,
    onLeave: 'ausente',
    legendLeave: 'Ausente',
    quota: (points) =>
      es.plural(points, {
        one: 'Cuota: 1 punto por semana',
        other: `Cuota: ${es.number(points)} puntos por semana`,
      }),
    nothing: 'Sin puntos en este tiempo.',
    wrongWeeks: (min, max) =>
      `Las semanas van de ${min} a ${max}. No se ha consultado nada; elige un número entre ambos.`,
  },
  fr: {
    command: { name: 'activité', description: 'Points par semaine : les tiens ou ceux de tout le clan' },
    optionMember: {
      name: 'membre',
      description: 'Toi ou, pour un officier, n’importe qui ; sinon tout le clan',
    },
    optionWeeks: { name: 'semaines', description: 'Combien de semaines, de 4 à 26 (12 par défaut)' },
    title: (name) => `Activité de ${name}`,
    subtitle: (weeks) =>
      fr.plural(weeks, { one: 'Points par semaine', other: `Points par semaine, ${weeks} semaines` }),
    total: 'Total',
    average: 'Par semaine',
    best: 'Meilleure semaine',
    count: fr.number,
    points: (count) =>
      fr.plural(count, { one: `**${fr.number(count)}** point`, other: `**${fr.number(count)}** points` }),
    weekOf: (day) => `Semaine du ${day}`,
    onLeave: 'absent',
    legendLeave: 'Absent',
    quota: (points) =>
      fr.plural(points, {
        one: `Quota : ${fr.number(points)} point par semaine`,
        other: `Quota : ${fr.number(points)} points par semaine`,
      }),
    nothing: 'Aucun point sur cette période.',
    wrongWeeks: (min, max) =>
      `Les semaines vont de ${min} à ${max}. Rien n’a été consulté ; choisis un nombre entre les deux.`,
  },
  'pt-BR': {
    command: { name: 'atividade', description: 'Pontos por semana: os seus ou os do clã inteiro' },
    optionMember: {
      name: 'membro',
      description: 'Você ou, para oficiais, qualquer um; sem isso: o clã inteiro',
    },
    optionWeeks: { name: 'semanas', description: 'Quantas semanas, de 4 a 26 (12 se não informado)' },
    title: (name) => `Atividade de ${name}`,
    subtitle: (weeks) =>
      pt.plural(weeks, { one: 'Pontos por semana', other: `Pontos por semana, ${weeks} semanas` }),
    total: 'Total',
    average: 'Por semana',
    best: 'Melhor semana',
    count: pt.number,
    points: (count) =>
      pt.plural(count, { one: `**${pt.number(count)}** ponto`, other: `**${pt.number(count)}** pontos` }),
    weekOf: (day) => `Semana de ${day}`,
    onLeave: 'ausente',
    legendLeave: 'Ausente',
    quota: (points) =>
      pt.plural(points, {
        one: `Meta: ${pt.number(points)} ponto por semana`,
        other: `Meta: ${pt.number(points)} pontos por semana`,
      }),
    nothing: 'Nenhum ponto nesse período.',
    wrongWeeks: (min, max) =>
      `As semanas vão de ${min} a ${max}. Nada foi consultado; escolha um número entre eles.`,
  },
});

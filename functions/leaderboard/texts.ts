import { mention } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/** Every text of `/leaderboard`. Names come escaped. */
export const texts = catalogue({
  en: {
    command: { name: 'leaderboard', description: 'Who has the most points' },
    period: { name: 'period', description: 'Lifetime points, or points earned this week or month' },
    pageOption: { name: 'page', description: 'Which page' },

    periods: { all: 'All time', week: 'This week', month: 'This month' },
    titles: {
      all: '🏆 Leaderboard · All time',
      week: '🏆 Leaderboard · This week',
      month: '🏆 Leaderboard · This month',
    },
    place: (place: number) => `**#${en.number(place)}**`,
    line: (mark: string, name: string, rank: string, points: number) =>
      en.plural(points, {
        one: `${mark} ${name} · ${rank} · **1 point**`,
        other: `${mark} ${name} · ${rank} · **${en.number(points)} points**`,
      }),
    empty: {
      all: 'Nobody has linked a Roblox account yet. Be the first: `/link-roblox`.',
      week: 'Nobody has earned points this week yet.',
      month: 'Nobody has earned points this month yet.',
    },
    own: (id: string, place: string, points: number) =>
      en.plural(points, {
        one: `${mention(id)}: ${place} with **1 point**`,
        other: `${mention(id)}: ${place} with **${en.number(points)} points**`,
      }),
    ownNothing: (id: string) => `${mention(id)}: no points in this time yet`,
    ownNotLinked: (id: string) => `${mention(id)}: not linked yet, \`/link-roblox\` does it`,
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    previous: 'Previous',
    next: 'Next',
  },
  de: {
    command: { name: 'bestenliste', description: 'Wer die meisten Punkte hat' },
    period: { name: 'zeitraum', description: 'Alle Punkte oder die dieser Woche oder dieses Monats' },
    pageOption: { name: 'seite', description: 'Welche Seite' },

    periods: { all: 'Insgesamt', week: 'Diese Woche', month: 'Dieser Monat' },
    titles: {
      all: '🏆 Bestenliste · Insgesamt',
      week: '🏆 Bestenliste · Diese Woche',
      month: '🏆 Bestenliste · Dieser Monat',
    },
    place: (place) => `**${de.number(place)}.**`,
    line: (mark, name, rank, points) =>
      de.plural(points, {
        one: `${mark} ${name} · ${rank} · **1 Punkt**`,
        other: `${mark} ${name} · ${rank} · **${de.number(points)} Punkte**`,
      }),
    empty: {
      all: 'Noch hat niemand ein Roblox-Konto verknüpft. Mach den Anfang: `/roblox-verknüpfen`.',
      week: 'Diese Woche hat noch niemand Punkte bekommen.',
      month: 'Diesen Monat hat noch niemand Punkte bekommen.',
    },
    own: (id, place, points) =>
      de.plural(points, {
        one: `${mention(id)}: ${place} mit **1 Punkt**`,
        other: `${mention(id)}: ${place} mit **${de.number(points)} Punkten**`,
      }),
    ownNothing: (id) => `${mention(id)}: noch keine Punkte in diesem Zeitraum`,
    ownNotLinked: (id) => `${mention(id)}: noch nicht verknüpft, das geht mit \`/roblox-verknüpfen\``,
    page: (page, pages) => `Seite ${page} von ${pages}`,
    previous: 'Zurück',
    next: 'Weiter',
  },
  'es-ES': {
    command: { name: 'clasificación', description: 'Quién tiene más puntos' },
    period: { name: 'periodo', description: 'Puntos totales, o los de esta semana o este mes' },
    pageOption: { name: 'página', description: 'Qué página' },

    periods: { all: 'Total', week: 'Esta semana', month: 'Este mes' },
    titles: {
      all: '🏆 Clasificación · Total',
      week: '🏆 Clasificación · Esta semana',
      month: '🏆 Clasificación · Este mes',
    },
    place: (place) => `**${es.number(place)}.º**`,
    line: (mark, name, rank, points) =>
      es.plural(points, {
        one: `${mark} ${name} · ${rank} · **1 punto**`,
        many: `${mark} ${name} · ${rank} · **${es.number(points)} de puntos**`,
        other: `${mark} ${name} · ${rank} · **${es.number(points)} puntos**`,
      }),
    empty: {
      all: 'Nadie ha vinculado aún una cuenta de Roblox. Sé el primero: `/vincular-roblox`.',
      week: 'Nadie ha ganado puntos esta semana todavía.',
      month: 'Nadie ha ganado puntos este mes todavía.',
    },
    own: (id, place, points) =>
      es.plural(points, {
        one: `${mention(id)}: ${place} con **1 punto**`,
        many: `${mention(id)}: ${place} con **${es.number(points)} de puntos**`,
        other: `${mention(id)}: ${place} con **${es.number(points)} puntos**`,
      }),
    ownNothing: (id) => `${mention(id)}: aún sin puntos en este periodo`,
    ownNotLinked: (id) => `${mention(id)}: aún sin vincular, se hace con \`/vincular-roblox\``,
    page: (page, pages) => `Página ${page} de ${pages}`,
    previous: 'Anterior',
    next: 'Siguiente',
  },
  fr: {
    command: { name: 'classement', description: 'Qui a le plus de points' },
    period: { name: 'période', description: 'Tous les points, ou ceux de cette semaine ou de ce mois' },
    pageOption: { name: 'page', description: 'Quelle page' },

    periods: { all: 'Depuis toujours', week: 'Cette semaine', month: 'Ce mois-ci' },
    titles: {
      all: '🏆 Classement · Depuis toujours',
      week: '🏆 Classement · Cette semaine',
      month: '🏆 Classement · Ce mois-ci',
    },
    place: (place) => `**n° ${fr.number(place)}**`,
    line: (mark, name, rank, points) =>
      fr.plural(points, {
        one: `${mark} ${name} · ${rank} · **${fr.number(points)} point**`,
        many: `${mark} ${name} · ${rank} · **${fr.number(points)} de points**`,
        other: `${mark} ${name} · ${rank} · **${fr.number(points)} points**`,
      }),
    empty: {
      all: 'Personne n’a encore lié de compte Roblox. Ouvre le bal : `/lier-roblox`.',
      week: 'Personne n’a encore gagné de points cette semaine.',
      month: 'Personne n’a encore gagné de points ce mois-ci.',
    },
    own: (id, place, points) =>
      fr.plural(points, {
        one: `${mention(id)} : ${place} avec **${fr.number(points)} point**`,
        many: `${mention(id)} : ${place} avec **${fr.number(points)} de points**`,
        other: `${mention(id)} : ${place} avec **${fr.number(points)} points**`,
      }),
    ownNothing: (id) => `${mention(id)} : pas encore de points sur cette période`,
    ownNotLinked: (id) => `${mention(id)} : compte pas encore lié, ça se fait avec \`/lier-roblox\``,
    page: (page, pages) => `Page ${page} sur ${pages}`,
    previous: 'Précédent',
    next: 'Suivant',
  },
  'pt-BR': {
    command: { name: 'ranking', description: 'Quem tem mais pontos' },
    period: { name: 'período', description: 'Pontos no total, ou os desta semana ou deste mês' },
    pageOption: { name: 'página', description: 'Qual página' },

    periods: { all: 'Total', week: 'Esta semana', month: 'Este mês' },
    titles: {
      all: '🏆 Ranking · Total',
      week: '🏆 Ranking · Esta semana',
      month: '🏆 Ranking · Este mês',
    },
    place: (place) => `**${pt.number(place)}º**`,
    line: (mark, name, rank, points) =>
      pt.plural(points, {
        one: `${mark} ${name} · ${rank} · **${pt.number(points)} ponto**`,
        many: `${mark} ${name} · ${rank} · **${pt.number(points)} de pontos**`,
        other: `${mark} ${name} · ${rank} · **${pt.number(points)} pontos**`,
      }),
    empty: {
      all: 'Ninguém vinculou uma conta do Roblox ainda. Comece você: `/vincular-roblox`.',
      week: 'Ninguém ganhou pontos esta semana ainda.',
      month: 'Ninguém ganhou pontos este mês ainda.',
    },
    own: (id, place, points) =>
      pt.plural(points, {
        one: `${mention(id)}: ${place} com **${pt.number(points)} ponto**`,
        many: `${mention(id)}: ${place} com **${pt.number(points)} de pontos**`,
        other: `${mention(id)}: ${place} com **${pt.number(points)} pontos**`,
      }),
    ownNothing: (id) => `${mention(id)}: ainda sem pontos neste período`,
    ownNotLinked: (id) => `${mention(id)}: ainda não vinculado, use \`/vincular-roblox\``,
    page: (page, pages) => `Página ${page} de ${pages}`,
    previous: 'Anterior',
    next: 'Próxima',
  },
});

export const MEDALS = ['🥇', '🥈', '🥉'];

import { catalogue } from '../languages/catalogue.ts';
import { writing } from '../languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/** The texts that `/xp` and `/member check` have in common. Names of ranks come escaped. */
export const profileTexts = catalogue({
  en: {
    rank: 'Rank',
    rankType: 'Rank type',
    pointBased: 'Point-based',
    adminGranted: 'Admin-granted',
    place: 'Leaderboard',
    placeIs: (place: number) => `#${en.number(place)}`,
    placeOver: (places: number) => `over ${en.number(places)}`,
    points: 'Points',
    lifetimePoints: 'Lifetime points',
    count: en.number,
    robloxName: 'Roblox name',
    notLinked: 'not linked',
    progress: 'Progress',

    bar: (bar: string, points: number, needed: number) =>
      `${bar} ${en.number(points)} / ${en.number(needed)}`,
    missing: (count: number, rank: string) =>
      en.plural(count, {
        one: `**1** more point to **${rank}**`,
        other: `**${en.number(count)}** more points to **${rank}**`,
      }),
    due: (rank: string) => `✅ Enough points for **${rank}**: a promotion is due.`,
    reached: (rank: string) => `✅ Enough points for **${rank}**.`,
    adminsDecide: 'From a rank that admins grant, promotions are theirs to decide.',
    top: '🏆 The highest rank that points lead to.',
    topAdmin: '🏆 A rank granted by admins; no rank by points is above it.',

    discordRoles: 'Discord roles',
    robloxUnread: 'The rank shown is the last one known.',
  },
  de: {
    rank: 'Rang',
    rankType: 'Art des Rangs',
    pointBased: 'Durch Punkte',
    adminGranted: 'Von Admins vergeben',
    place: 'Bestenliste',
    placeIs: (place) => `Platz ${de.number(place)}`,
    placeOver: (places) => `nach Platz ${de.number(places)}`,
    points: 'Punkte',
    lifetimePoints: 'Punkte insgesamt',
    count: de.number,
    robloxName: 'Roblox-Name',
    notLinked: 'nicht verknüpft',
    progress: 'Fortschritt',

    bar: (bar, points, needed) => `${bar} ${de.number(points)} / ${de.number(needed)}`,
    missing: (count, rank) =>
      de.plural(count, {
        one: `Noch **1** Punkt bis **${rank}**`,
        other: `Noch **${de.number(count)}** Punkte bis **${rank}**`,
      }),
    due: (rank) => `✅ Genug Punkte für **${rank}**: Eine Beförderung steht an.`,
    reached: (rank) => `✅ Genug Punkte für **${rank}**.`,
    adminsDecide: 'Von einem Rang aus, den Admins vergeben, entscheiden sie über Beförderungen.',
    top: '🏆 Der höchste Rang, den man mit Punkten erreicht.',
    topAdmin: '🏆 Ein Rang, den Admins vergeben; mit Punkten geht es nicht höher.',

    discordRoles: 'Discord-Rollen',
    robloxUnread: 'Der gezeigte Rang ist der letzte bekannte.',
  },
  'es-ES': {
    rank: 'Rango',
    rankType: 'Tipo de rango',
    pointBased: 'Por puntos',
    adminGranted: 'Lo dan los admins',
    place: 'Clasificación',
    placeIs: (place) => `n.º ${es.number(place)}`,
    placeOver: (places) => `más allá del ${es.number(places)}`,
    points: 'Puntos',
    lifetimePoints: 'Puntos totales',
    count: es.number,
    robloxName: 'Nombre en Roblox',
    notLinked: 'sin vincular',
    progress: 'Progreso',

    bar: (bar, points, needed) => `${bar} ${es.number(points)} / ${es.number(needed)}`,
    missing: (count, rank) =>
      es.plural(count, {
        one: `Falta **1** punto para **${rank}**`,
        other: `Faltan **${es.number(count)}** puntos para **${rank}**`,
      }),
    due: (rank) => `✅ Puntos suficientes para **${rank}**: toca un ascenso.`,
    reached: (rank) => `✅ Puntos suficientes para **${rank}**.`,
    adminsDecide: 'Desde un rango que dan los admins, ellos deciden los ascensos.',
    top: '🏆 El rango más alto al que se llega con puntos.',
    topAdmin: '🏆 Un rango que dan los admins; por encima no hay ninguno por puntos.',

    discordRoles: 'Roles de Discord',
    robloxUnread: 'El rango que se ve es el último conocido.',
  },
  fr: {
    rank: 'Rang',
    rankType: 'Type de rang',
    pointBased: 'Par points',
    adminGranted: 'Donné par les admins',
    place: 'Classement',
    placeIs: (place) => `n° ${fr.number(place)}`,
    placeOver: (places) => `au-delà du n° ${fr.number(places)}`,
    points: 'Points',
    lifetimePoints: 'Points au total',
    count: fr.number,
    robloxName: 'Nom Roblox',
    notLinked: 'non lié',
    progress: 'Progression',

    bar: (bar, points, needed) => `${bar} ${fr.number(points)} / ${fr.number(needed)}`,
    missing: (count, rank) =>
      fr.plural(count, {
        one: `Encore **${fr.number(count)}** point pour **${rank}**`,
        other: `Encore **${fr.number(count)}** points pour **${rank}**`,
      }),
    due: (rank) => `✅ Assez de points pour **${rank}** : une promotion est à faire.`,
    reached: (rank) => `✅ Assez de points pour **${rank}**.`,
    adminsDecide: 'À partir d’un rang donné par les admins, ce sont eux qui décident des promotions.',
    top: '🏆 Le rang le plus haut que les points permettent d’atteindre.',
    topAdmin: '🏆 Un rang donné par les admins ; aucun rang par points n’est au-dessus.',

    discordRoles: 'Rôles Discord',
    robloxUnread: 'Le rang affiché est le dernier connu.',
  },
  'pt-BR': {
    rank: 'Patente',
    rankType: 'Tipo de patente',
    pointBased: 'Por pontos',
    adminGranted: 'Dada pelos admins',
    place: 'Ranking',
    placeIs: (place) => `${pt.number(place)}º`,
    placeOver: (places) => `depois do ${pt.number(places)}º`,
    points: 'Pontos',
    lifetimePoints: 'Pontos no total',
    count: pt.number,
    robloxName: 'Nome no Roblox',
    notLinked: 'não vinculado',
    progress: 'Progresso',

    bar: (bar, points, needed) => `${bar} ${pt.number(points)} / ${pt.number(needed)}`,
    missing: (count, rank) =>
      pt.plural(count, {
        one: `Falta **${pt.number(count)}** ponto para **${rank}**`,
        other: `Faltam **${pt.number(count)}** pontos para **${rank}**`,
      }),
    due: (rank) => `✅ Pontos suficientes para **${rank}**: há uma promoção a fazer.`,
    reached: (rank) => `✅ Pontos suficientes para **${rank}**.`,
    adminsDecide: 'A partir de uma patente dada pelos admins, são eles que decidem as promoções.',
    top: '🏆 A patente mais alta que se alcança com pontos.',
    topAdmin: '🏆 Uma patente dada pelos admins; não há patente por pontos acima dela.',

    discordRoles: 'Cargos no Discord',
    robloxUnread: 'A patente mostrada é a última conhecida.',
  },
});

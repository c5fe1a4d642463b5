import { escapeMarkdown, mention } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';
import { writing } from '../languages/writing.ts';
import type { Rank } from './rank.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

const name = (rank: Rank) => escapeMarkdown(rank.name);
const arrow = (from: Rank, to: Rank) => `${name(from)} → ${name(to)}`;

/** What `/promote`, `/demote`, `/set-rank` and the promotion cards have to say in common. */
export const moveTexts = catalogue({
  en: {
    leftGroup: (id: string) =>
      `${mention(id)} is not in the Roblox group any more, so the rank was not changed. Ask them to join it again.`,
    accountGone: (id: string) =>
      `Roblox does not know the account of ${mention(id)} any more, so the rank was not changed. ` +
      'Ask them to link another one with `/link-roblox`.',
    robloxUnread: 'It is not known which rank they have there. Nothing was changed.',
    changedMeanwhile: (id: string) =>
      `The rank of ${mention(id)} was changed at the same moment by somebody else. Nothing was changed by you. ` +
      'Look again and repeat it if it is still needed.',

    syncedFirst: (from: Rank, to: Rank) =>
      `Roblox had another rank: ${arrow(from, to)} was taken over first.`,
    syncedOnly: (from: Rank, to: Rank) => `Roblox had another rank: ${arrow(from, to)} was taken over.`,
    moved: (id: string, from: Rank, to: Rank) => `${mention(id)}: **${name(from)}** → **${name(to)}**`,
    pointsReset: (count: number) =>
      en.plural(count, {
        one: 'Progress starts again at 0 (1 point was used).',
        other: `Progress starts again at 0 (${en.number(count)} points were used).`,
      }),
    databaseDone: '✅ Database: done',
    discordLine: 'Discord role',
    robloxLine: 'Roblox',
    nicknameLine: 'Nickname',
    directMessageLine: 'Direct message',

    promoted: (clan: string, to: Rank) =>
      `Congratulations! You were promoted to **${name(to)}** in ${escapeMarkdown(clan)}.`,
    changed: (clan: string, to: Rank) =>
      `Your rank was changed to **${name(to)}** in ${escapeMarkdown(clan)}.`,
    progressReset: 'Your progress to the next rank starts again at 0.',
  },
  de: {
    leftGroup: (id) =>
      `${mention(id)} ist nicht mehr in der Roblox-Gruppe, deshalb wurde der Rang nicht geändert. Bitte das Mitglied, ihr wieder beizutreten.`,
    accountGone: (id) =>
      `Roblox kennt das Konto von ${mention(id)} nicht mehr, deshalb wurde der Rang nicht geändert. ` +
      'Bitte das Mitglied, mit `/roblox-verknüpfen` ein anderes zu verknüpfen.',
    robloxUnread: 'Es ist nicht bekannt, welchen Rang das Mitglied dort hat. Es wurde nichts geändert.',
    changedMeanwhile: (id) =>
      `Der Rang von ${mention(id)} wurde im selben Moment von jemand anderem geändert. Von dir wurde nichts geändert. ` +
      'Sieh noch einmal nach und wiederhole es, wenn es noch nötig ist.',

    syncedFirst: (from, to) => `Roblox hatte einen anderen Rang: Zuerst wurde ${arrow(from, to)} übernommen.`,
    syncedOnly: (from, to) => `Roblox hatte einen anderen Rang: ${arrow(from, to)} wurde übernommen.`,
    moved: (id, from, to) => `${mention(id)}: **${name(from)}** → **${name(to)}**`,
    pointsReset: (count) =>
      de.plural(count, {
        one: 'Der Fortschritt beginnt wieder bei 0 (1 Punkt wurde verbraucht).',
        other: `Der Fortschritt beginnt wieder bei 0 (${de.number(count)} Punkte wurden verbraucht).`,
      }),
    databaseDone: '✅ Datenbank: erledigt',
    discordLine: 'Discord-Rolle',
    robloxLine: 'Roblox',
    nicknameLine: 'Nickname',
    directMessageLine: 'Direktnachricht',

    promoted: (clan, to) =>
      `Glückwunsch, du wurdest befördert! Dein Rang in ${escapeMarkdown(clan)} ist jetzt **${name(to)}**.`,
    changed: (clan, to) =>
      `Dein Rang in ${escapeMarkdown(clan)} wurde geändert: Er ist jetzt **${name(to)}**.`,
    progressReset: 'Dein Fortschritt zum nächsten Rang beginnt wieder bei 0.',
  },
  'es-ES': {
    leftGroup: (id) =>
      `${mention(id)} ya no está en el grupo de Roblox, así que el rango no se ha cambiado. Pídele que vuelva a unirse.`,
    accountGone: (id) =>
      `Roblox ya no conoce la cuenta de ${mention(id)}, así que el rango no se ha cambiado. ` +
      'Pídele que vincule otra con `/vincular-roblox`.',
    robloxUnread: 'No se sabe qué rango tiene allí. No se ha cambiado nada.',
    changedMeanwhile: (id) =>
      `Otra persona cambió el rango de ${mention(id)} en el mismo momento. Tú no has cambiado nada. ` +
      'Míralo otra vez y repítelo si aún hace falta.',

    syncedFirst: (from, to) => `Roblox tenía otro rango: primero se aplicó ${arrow(from, to)}.`,
    syncedOnly: (from, to) => `Roblox tenía otro rango: se aplicó ${arrow(from, to)}.`,
    moved: (id, from, to) => `${mention(id)}: **${name(from)}** → **${name(to)}**`,
    pointsReset: (count) =>
      es.plural(count, {
        one: 'El progreso vuelve a empezar en 0 (se usó 1 punto).',
        other: `El progreso vuelve a empezar en 0 (se usaron ${es.number(count)} puntos).`,
      }),
    databaseDone: '✅ Base de datos: hecho',
    discordLine: 'Rol de Discord',
    robloxLine: 'Roblox',
    nicknameLine: 'Apodo',
    directMessageLine: 'Mensaje directo',

    promoted: (clan, to) =>
      `¡Felicidades, has ascendido! Tu rango en ${escapeMarkdown(clan)} es ahora **${name(to)}**.`,
    changed: (clan, to) => `Tu rango en ${escapeMarkdown(clan)} ha cambiado: ahora es **${name(to)}**.`,
    progressReset: 'Tu progreso hacia el siguiente rango vuelve a empezar en 0.',
  },
  fr: {
    leftGroup: (id) =>
      `${mention(id)} n’est plus dans le groupe Roblox, donc le rang n’a pas été changé. Demande-lui de le rejoindre.`,
    accountGone: (id) =>
      `Roblox ne connaît plus le compte de ${mention(id)}, donc le rang n’a pas été changé. ` +
      'Demande-lui d’en lier un autre avec `/lier-roblox`.',
    robloxUnread: 'On ne sait pas quel rang ce membre y a. Rien n’a été changé.',
    changedMeanwhile: (id) =>
      `Quelqu’un d’autre a changé le rang de ${mention(id)} au même moment. Tu n’as rien changé. ` +
      'Regarde de nouveau et recommence si c’est encore nécessaire.',

    syncedFirst: (from, to) => `Roblox avait un autre rang : ${arrow(from, to)} a d’abord été repris.`,
    syncedOnly: (from, to) => `Roblox avait un autre rang : ${arrow(from, to)} a été repris.`,
    moved: (id, from, to) => `${mention(id)} : **${name(from)}** → **${name(to)}**`,
    pointsReset: (count) =>
      fr.plural(count, {
        one: `La progression repart de 0 (${fr.number(count)} point utilisé).`,
        other: `La progression repart de 0 (${fr.number(count)} points utilisés).`,
      }),
    databaseDone: '✅ Base de données : fait',
    discordLine: 'Rôle Discord',
    robloxLine: 'Roblox',
    nicknameLine: 'Pseudo',
    directMessageLine: 'Message privé',

    promoted: (clan, to) =>
      `Félicitations pour ta promotion ! Ton rang dans ${escapeMarkdown(clan)} est maintenant **${name(to)}**.`,
    changed: (clan, to) =>
      `Ton rang dans ${escapeMarkdown(clan)} a changé : c’est maintenant **${name(to)}**.`,
    progressReset: 'Ta progression vers le rang suivant repart de 0.',
  },
  'pt-BR': {
    leftGroup: (id) =>
      `${mention(id)} não está mais no grupo do Roblox, então a patente não foi alterada. Peça que entre de novo.`,
    accountGone: (id) =>
      `O Roblox não conhece mais a conta de ${mention(id)}, então a patente não foi alterada. ` +
      'Peça que vincule outra com `/vincular-roblox`.',
    robloxUnread: 'Não se sabe que patente o membro tem lá. Nada foi alterado.',
    changedMeanwhile: (id) =>
      `Outra pessoa mudou a patente de ${mention(id)} no mesmo momento. Você não alterou nada. ` +
      'Veja de novo e repita se ainda for preciso.',

    syncedFirst: (from, to) => `O Roblox tinha outra patente: primeiro foi aplicado ${arrow(from, to)}.`,
    syncedOnly: (from, to) => `O Roblox tinha outra patente: foi aplicado ${arrow(from, to)}.`,
    moved: (id, from, to) => `${mention(id)}: **${name(from)}** → **${name(to)}**`,
    pointsReset: (count) =>
      pt.plural(count, {
        one: `O progresso recomeça do 0 (${pt.number(count)} ponto usado).`,
        other: `O progresso recomeça do 0 (${pt.number(count)} pontos usados).`,
      }),
    databaseDone: '✅ Banco de dados: feito',
    discordLine: 'Cargo no Discord',
    robloxLine: 'Roblox',
    nicknameLine: 'Apelido',
    directMessageLine: 'Mensagem direta',

    promoted: (clan, to) =>
      `Parabéns pela promoção! Sua patente em ${escapeMarkdown(clan)} agora é **${name(to)}**.`,
    changed: (clan, to) => `Sua patente em ${escapeMarkdown(clan)} mudou: agora é **${name(to)}**.`,
    progressReset: 'Seu progresso para a próxima patente recomeça do 0.',
  },
});

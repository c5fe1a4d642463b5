import { mention } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';
import { points } from './count-points.ts';

interface Award {
  readonly actorId: string;
  readonly ids: readonly string[];
  readonly amount: number;
}

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

const mentions = (ids: readonly string[]) => ids.map(mention).join(', ');

/** Every text of `/points award`; what a member is sent is the text of `/points add`. */
export const awardTexts = catalogue({
  en: {
    command: { name: 'award', description: 'Give up to 25 people the same points, by a form' },
    modalTitle: 'Award points',
    membersLabel: 'Who',
    membersHint: 'Up to 25 people; each gets the same points.',
    amountLabel: 'Points for each',

    given: (ids: readonly string[], amount: number) =>
      ids.length === 1
        ? `Gave ${points.en(amount)} to ${mentions(ids)}.`
        : `Gave ${points.en(amount)} each to ${ids.length} people: ${mentions(ids)}.`,
    notYourself: 'Not you: nobody gives points to themselves.',
    bots: (ids: readonly string[]) => `Bots have no points: ${mentions(ids)}.`,
    notLinked: (ids: readonly string[]) =>
      `Not linked yet, so without points (\`/link-roblox\` links them): ${mentions(ids)}.`,
    nobody: 'Nobody got points, so nothing was changed.',
    cards: (count: number) =>
      en.plural(count, {
        one: '1 promotion is due; the card is in the admin channel.',
        other: `${count} promotions are due; the cards are in the admin channel.`,
      }),
    cardsLine: 'Promotion cards',
    directMessagesLine: 'Direct messages',
    adminLog: ({ actorId, ids, amount }: Award) =>
      ids.length === 1
        ? `${mention(actorId)} gave ${mentions(ids)} ${points.en(amount)}.`
        : `${mention(actorId)} gave ${ids.length} people ${points.en(amount)} each: ${mentions(ids)}.`,
  },
  de: {
    command: {
      name: 'verleihen',
      description: 'Gib bis zu 25 Personen dieselben Punkte, mit einem Formular',
    },
    modalTitle: 'Punkte verleihen',
    membersLabel: 'Wem',
    membersHint: 'Bis zu 25 Personen; jede bekommt dieselben Punkte.',
    amountLabel: 'Punkte für jede Person',

    given: (ids, amount) =>
      ids.length === 1
        ? `${points.de(amount)} an ${mentions(ids)} vergeben.`
        : `Je ${points.de(amount)} an ${ids.length} Personen vergeben: ${mentions(ids)}.`,
    notYourself: 'Du selbst nicht: Niemand gibt sich selbst Punkte.',
    bots: (ids) => `Bots haben keine Punkte: ${mentions(ids)}.`,
    notLinked: (ids) =>
      `Noch nicht verknüpft, deshalb ohne Punkte (\`/roblox-verknüpfen\` holt das nach): ${mentions(ids)}.`,
    nobody: 'Niemand hat Punkte bekommen, es wurde also nichts geändert.',
    cards: (count) =>
      de.plural(count, {
        one: '1 Beförderung ist fällig; die Karte ist im Admin-Kanal.',
        other: `${count} Beförderungen sind fällig; die Karten sind im Admin-Kanal.`,
      }),
    cardsLine: 'Beförderungskarten',
    directMessagesLine: 'Direktnachrichten',
    adminLog: ({ actorId, ids, amount }) =>
      ids.length === 1
        ? `${mention(actorId)} hat ${mentions(ids)} ${points.de(amount)} gegeben.`
        : `${mention(actorId)} hat ${ids.length} Personen je ${points.de(amount)} gegeben: ${mentions(ids)}.`,
  },
  'es-ES': {
    command: { name: 'otorgar', description: 'Da los mismos puntos a hasta 25 personas con un formulario' },
    modalTitle: 'Otorgar puntos',
    membersLabel: 'A quién',
    membersHint: 'Hasta 25 personas; cada una recibe los mismos puntos.',
    amountLabel: 'Puntos para cada una',

    given: (ids, amount) =>
      ids.length === 1
        ? `Has dado ${points.es(amount)} a ${mentions(ids)}.`
        : `Has dado ${points.es(amount)} a cada una de ${ids.length} personas: ${mentions(ids)}.`,
    notYourself: 'A ti no: nadie se da puntos a sí mismo.',
    bots: (ids) => `Los bots no tienen puntos: ${mentions(ids)}.`,
    notLinked: (ids) =>
      `Sin vincular, así que sin puntos (\`/vincular-roblox\` lo arregla): ${mentions(ids)}.`,
    nobody: 'Nadie ha recibido puntos, así que no se ha cambiado nada.',
    cards: (count) =>
      es.plural(count, {
        one: 'Corresponde 1 ascenso; la tarjeta está en el canal de admins.',
        other: `Corresponden ${count} ascensos; las tarjetas están en el canal de admins.`,
      }),
    cardsLine: 'Tarjetas de ascenso',
    directMessagesLine: 'Mensajes directos',
    adminLog: ({ actorId, ids, amount }) =>
      ids.length === 1
        ? `${mention(actorId)} ha dado ${points.es(amount)} a ${mentions(ids)}.`
        : `${mention(actorId)} ha dado ${points.es(amount)} a cada una de ${ids.length} personas: ${mentions(ids)}.`,
  },
  fr: {
    command: {
      name: 'attribuer',
      description: 'Donne les mêmes points à 25 personnes au plus, par un formulaire',
    },
    modalTitle: 'Attribuer des points',
    membersLabel: 'À qui',
    membersHint: 'Jusqu’à 25 personnes ; chacune reçoit les mêmes points.',
    amountLabel: 'Points pour chacune',

    given: (ids, amount) =>
      ids.length === 1
        ? `Tu as donné ${points.fr(amount)} à ${mentions(ids)}.`
        : `Tu as donné ${points.fr(amount)} à chacune de ces ${ids.length} personnes : ${mentions(ids)}.`,
    notYourself: 'Pas toi : personne ne se donne des points.',
    bots: (ids) => `Les bots n’ont pas de points : ${mentions(ids)}.`,
    notLinked: (ids) => `Pas encore lié, donc sans points (\`/lier-roblox\` y remédie) : ${mentions(ids)}.`,
    nobody: 'Personne n’a reçu de points, donc rien n’a été changé.',
    cards: (count) =>
      fr.plural(count, {
        one: `${count} promotion est due ; la carte est dans le salon des admins.`,
        other: `${count} promotions sont dues ; les cartes sont dans le salon des admins.`,
      }),
    cardsLine: 'Cartes de promotion',
    directMessagesLine: 'Messages privés',
    adminLog: ({ actorId, ids, amount }) =>
      ids.length === 1
        ? `${mention(actorId)} a donné ${points.fr(amount)} à ${mentions(ids)}.`
        : `${mention(actorId)} a donné ${points.fr(amount)} à chacune de ces ${ids.length} personnes : ${mentions(ids)}.`,
  },
  'pt-BR': {
    command: { name: 'conceder', description: 'Dê os mesmos pontos a até 25 pessoas com um formulário' },
    modalTitle: 'Conceder pontos',
    membersLabel: 'Para quem',
    membersHint: 'Até 25 pessoas; cada uma recebe os mesmos pontos.',
    amountLabel: 'Pontos para cada pessoa',

    given: (ids, amount) =>
      ids.length === 1
        ? `Você deu ${points.pt(amount)} a ${mentions(ids)}.`
        : `Você deu ${points.pt(amount)} a cada uma de ${ids.length} pessoas: ${mentions(ids)}.`,
    notYourself: 'Você não: ninguém dá pontos a si mesmo.',
    bots: (ids) => `Bots não têm pontos: ${mentions(ids)}.`,
    notLinked: (ids) =>
      `Sem conta vinculada, então sem pontos (\`/vincular-roblox\` resolve): ${mentions(ids)}.`,
    nobody: 'Ninguém recebeu pontos, então nada foi alterado.',
    cards: (count) =>
      pt.plural(count, {
        one: `${count} promoção está pronta; o cartão está no canal dos admins.`,
        other: `${count} promoções estão prontas; os cartões estão no canal dos admins.`,
      }),
    cardsLine: 'Cartões de promoção',
    directMessagesLine: 'Mensagens diretas',
    adminLog: ({ actorId, ids, amount }) =>
      ids.length === 1
        ? `${mention(actorId)} deu ${points.pt(amount)} a ${mentions(ids)}.`
        : `${mention(actorId)} deu ${points.pt(amount)} a cada uma de ${ids.length} pessoas: ${mentions(ids)}.`,
  },
});

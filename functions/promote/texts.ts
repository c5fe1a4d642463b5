import { escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';
import type { PromotionCard } from '../../shared/ranks/promotion-cards.ts';
import type { Rank } from '../../shared/ranks/rank.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

const name = (rank: Rank) => `**${escapeMarkdown(rank.name)}**`;

/** How a card was decided. */
type Decided = Extract<PromotionCard['status'], 'approved' | 'denied'>;
/** `by` is null where that person's data were deleted. */
type Decision = (by: string | null, at: number) => string;

/** Texts of `/promote` and the promotion cards' buttons; what all rank changes say is in shared/ranks. */
export const texts = catalogue({
  en: {
    command: { name: 'promote', description: 'Promote somebody to the next rank' },
    optionMember: { name: 'member', description: 'Who' },

    atTheTop: (id: string, rank: Rank) =>
      `${mention(id)} is ${name(rank)}, and there is no rank above it. Nobody was promoted.`,
    notEnoughPoints: (id: string, next: Rank, points: number) =>
      en.plural(next.pointsRequired, {
        one: `${mention(id)} needs 1 point for ${name(next)} and has ${en.number(points)}.`,
        other: `${mention(id)} needs ${en.number(next.pointsRequired)} points for ${name(next)} and has ${en.number(points)}.`,
      }),
    pointsAdvice:
      'Nobody was promoted. Give points with `/points add`, or use `/set-rank` to do without them.',

    noSuchCard: 'This promotion is not known any more. Nothing was changed.',
    cardDecided: {
      approved: (by, at) =>
        by === null
          ? `This promotion was approved on ${timestamp(at)}. Nothing was changed.`
          : `This promotion was approved by ${mention(by)} on ${timestamp(at)}. Nothing was changed.`,
      denied: (by, at) =>
        by === null
          ? `This promotion was denied on ${timestamp(at)}. Nothing was changed.`
          : `This promotion was denied by ${mention(by)} on ${timestamp(at)}. Nothing was changed.`,
    } satisfies Record<Decided, Decision>,
    cardVoid: (at: number) =>
      `This promotion no longer applies: the rank was changed in another way on ${timestamp(at)}. Nothing was changed.`,
    cardClosed: 'This promotion was closed already. Nothing was changed.',
    noLongerDue: (id: string, to: Rank | undefined) =>
      to === undefined
        ? `The promotion of ${mention(id)} no longer applies: their points or their rank have changed. Nobody was promoted; the card is closed.`
        : `The promotion of ${mention(id)} to ${name(to)} no longer applies: their points or their rank have changed. Nobody was promoted; the card is closed.`,
    denied: (id: string, to: Rank | undefined) =>
      to === undefined
        ? `The promotion of ${mention(id)} was denied. A new card is posted when they next get points.`
        : `The promotion of ${mention(id)} to ${name(to)} was denied. A new card is posted when they next get points.`,
    cardLine: 'Card',
  },
  de: {
    command: { name: 'befördern', description: 'Befördere jemanden zum nächsten Rang' },
    optionMember: { name: 'mitglied', description: 'Wen' },

    atTheTop: (id, rank) =>
      `${mention(id)} ist ${name(rank)}, und darüber gibt es keinen Rang. Niemand wurde befördert.`,
    notEnoughPoints: (id, next, points) =>
      de.plural(next.pointsRequired, {
        one: `${mention(id)} braucht 1 Punkt für ${name(next)} und hat ${de.number(points)}.`,
        other: `${mention(id)} braucht ${de.number(next.pointsRequired)} Punkte für ${name(next)} und hat ${de.number(points)}.`,
      }),
    pointsAdvice:
      'Niemand wurde befördert. Gib Punkte mit `/punkte geben`, oder nimm `/rang-setzen`, um ohne sie auszukommen.',

    noSuchCard: 'Diese Beförderung ist nicht mehr bekannt. Es wurde nichts geändert.',
    cardDecided: {
      approved: (by, at) =>
        by === null
          ? `Diese Beförderung wurde am ${timestamp(at)} genehmigt. Es wurde nichts geändert.`
          : `Diese Beförderung wurde am ${timestamp(at)} von ${mention(by)} genehmigt. Es wurde nichts geändert.`,
      denied: (by, at) =>
        by === null
          ? `Diese Beförderung wurde am ${timestamp(at)} abgelehnt. Es wurde nichts geändert.`
          : `Diese Beförderung wurde am ${timestamp(at)} von ${mention(by)} abgelehnt. Es wurde nichts geändert.`,
    },
    cardVoid: (at) =>
      `Diese Beförderung gilt nicht mehr: Der Rang wurde am ${timestamp(at)} auf anderem Weg geändert. Es wurde nichts geändert.`,
    cardClosed: 'Diese Beförderung wurde schon geschlossen. Es wurde nichts geändert.',
    noLongerDue: (id, to) =>
      to === undefined
        ? `Die Beförderung von ${mention(id)} gilt nicht mehr: Punkte oder Rang haben sich geändert. Niemand wurde befördert; die Karte ist geschlossen.`
        : `Die Beförderung von ${mention(id)} zu ${name(to)} gilt nicht mehr: Punkte oder Rang haben sich geändert. Niemand wurde befördert; die Karte ist geschlossen.`,
    denied: (id, to) =>
      to === undefined
        ? `Die Beförderung von ${mention(id)} wurde abgelehnt. Eine neue Karte kommt, wenn das Mitglied wieder Punkte bekommt.`
        : `Die Beförderung von ${mention(id)} zu ${name(to)} wurde abgelehnt. Eine neue Karte kommt, wenn das Mitglied wieder Punkte bekommt.`,
    cardLine: 'Karte',
  },
  'es-ES': {
    command: { name: 'ascender', description: 'Asciende a alguien al siguiente rango' },
    optionMember: { name: 'miembro', description: 'A quién' },

    atTheTop: (id, rank) =>
      `${mention(id)} es ${name(rank)}, y no hay ningún rango por encima. No se ha ascendido a nadie.`,
    notEnoughPoints: (id, next, points) =>
      es.plural(next.pointsRequired, {
        one: `${mention(id)} necesita 1 punto para ${name(next)} y tiene ${es.number(points)}.`,
        other: `${mention(id)} necesita ${es.number(next.pointsRequired)} puntos para ${name(next)} y tiene ${es.number(points)}.`,
      }),
    pointsAdvice:
      'No se ha ascendido a nadie. Da puntos con `/puntos dar`, o usa `/asignar-rango` para hacerlo sin ellos.',

    noSuchCard: 'Este ascenso ya no se conoce. No se ha cambiado nada.',
    cardDecided: {
      approved: (by, at) =>
        by === null
          ? `Este ascenso se aprobó el ${timestamp(at)}. No se ha cambiado nada.`
          : `${mention(by)} aprobó este ascenso el ${timestamp(at)}. No se ha cambiado nada.`,
      denied: (by, at) =>
        by === null
          ? `Este ascenso se rechazó el ${timestamp(at)}. No se ha cambiado nada.`
          : `${mention(by)} rechazó este ascenso el ${timestamp(at)}. No se ha cambiado nada.`,
    },
    cardVoid: (at) =>
      `Este ascenso ya no procede: el rango se cambió de otra manera el ${timestamp(at)}. No se ha cambiado nada.`,
    cardClosed: 'Este ascenso ya se cerró. No se ha cambiado nada.',
    noLongerDue: (id, to) =>
      to === undefined
        ? `El ascenso de ${mention(id)} ya no procede: sus puntos o su rango han cambiado. No se ha ascendido a nadie; la tarjeta está cerrada.`
        : `El ascenso de ${mention(id)} a ${name(to)} ya no procede: sus puntos o su rango han cambiado. No se ha ascendido a nadie; la tarjeta está cerrada.`,
    denied: (id, to) =>
      to === undefined
        ? `El ascenso de ${mention(id)} se ha rechazado. Se publicará una tarjeta nueva cuando vuelva a recibir puntos.`
        : `El ascenso de ${mention(id)} a ${name(to)} se ha rechazado. Se publicará una tarjeta nueva cuando vuelva a recibir puntos.`,
    cardLine: 'Tarjeta',
  },
  fr: {
    command: { name: 'promouvoir', description: 'Promouvoir quelqu’un au rang suivant' },
    optionMember: { name: 'membre', description: 'Qui' },

    atTheTop: (id, rank) =>
      `${mention(id)} est ${name(rank)}, et il n’y a pas de rang au-dessus. Personne n’a été promu.`,
    notEnoughPoints: (id, next, points) =>
      fr.plural(points, {
        one: `${mention(id)} a ${fr.number(points)} point ; il en faut ${fr.number(next.pointsRequired)} pour ${name(next)}.`,
        other: `${mention(id)} a ${fr.number(points)} points ; il en faut ${fr.number(next.pointsRequired)} pour ${name(next)}.`,
      }),
    pointsAdvice:
      'Personne n’a été promu. Donne des points avec `/points donner`, ou utilise `/attribuer-rang` pour t’en passer.',

    noSuchCard: 'Cette promotion n’est plus connue. Rien n’a été changé.',
    cardDecided: {
      approved: (by, at) =>
        by === null
          ? `Cette promotion a été approuvée le ${timestamp(at)}. Rien n’a été changé.`
          : `Cette promotion a été approuvée par ${mention(by)} le ${timestamp(at)}. Rien n’a été changé.`,
      denied: (by, at) =>
        by === null
          ? `Cette promotion a été refusée le ${timestamp(at)}. Rien n’a été changé.`
          : `Cette promotion a été refusée par ${mention(by)} le ${timestamp(at)}. Rien n’a été changé.`,
    },
    cardVoid: (at) =>
      `Cette promotion n’a plus lieu d’être : le rang a été changé autrement le ${timestamp(at)}. Rien n’a été changé.`,
    cardClosed: 'Cette promotion a déjà été fermée. Rien n’a été changé.',
    noLongerDue: (id, to) =>
      to === undefined
        ? `La promotion de ${mention(id)} n’a plus lieu d’être : ses points ou son rang ont changé. Personne n’a été promu ; la carte est fermée.`
        : `La promotion de ${mention(id)} à ${name(to)} n’a plus lieu d’être : ses points ou son rang ont changé. Personne n’a été promu ; la carte est fermée.`,
    denied: (id, to) =>
      to === undefined
        ? `La promotion de ${mention(id)} a été refusée. Une nouvelle carte sera publiée au prochain gain de points.`
        : `La promotion de ${mention(id)} à ${name(to)} a été refusée. Une nouvelle carte sera publiée au prochain gain de points.`,
    cardLine: 'Carte',
  },
  'pt-BR': {
    command: { name: 'promover', description: 'Promover alguém para a próxima patente' },
    optionMember: { name: 'membro', description: 'Quem' },

    atTheTop: (id, rank) => `${mention(id)} é ${name(rank)}, e não há patente acima. Ninguém foi promovido.`,
    notEnoughPoints: (id, next, points) =>
      pt.plural(next.pointsRequired, {
        one: `${mention(id)} precisa de ${pt.number(next.pointsRequired)} ponto para ${name(next)} e tem ${pt.number(points)}.`,
        other: `${mention(id)} precisa de ${pt.number(next.pointsRequired)} pontos para ${name(next)} e tem ${pt.number(points)}.`,
      }),
    pointsAdvice:
      'Ninguém foi promovido. Dê pontos com `/pontos dar`, ou use `/definir-patente` para fazer sem eles.',

    noSuchCard: 'Esta promoção não é mais conhecida. Nada foi alterado.',
    cardDecided: {
      approved: (by, at) =>
        by === null
          ? `Esta promoção foi aprovada em ${timestamp(at)}. Nada foi alterado.`
          : `Esta promoção foi aprovada por ${mention(by)} em ${timestamp(at)}. Nada foi alterado.`,
      denied: (by, at) =>
        by === null
          ? `Esta promoção foi recusada em ${timestamp(at)}. Nada foi alterado.`
          : `Esta promoção foi recusada por ${mention(by)} em ${timestamp(at)}. Nada foi alterado.`,
    },
    cardVoid: (at) =>
      `Esta promoção não vale mais: a patente foi mudada de outra forma em ${timestamp(at)}. Nada foi alterado.`,
    cardClosed: 'Esta promoção já foi fechada. Nada foi alterado.',
    noLongerDue: (id, to) =>
      to === undefined
        ? `A promoção de ${mention(id)} não vale mais: os pontos ou a patente mudaram. Ninguém foi promovido; o cartão está fechado.`
        : `A promoção de ${mention(id)} para ${name(to)} não vale mais: os pontos ou a patente mudaram. Ninguém foi promovido; o cartão está fechado.`,
    denied: (id, to) =>
      to === undefined
        ? `A promoção de ${mention(id)} foi recusada. Um novo cartão será publicado quando o membro ganhar pontos de novo.`
        : `A promoção de ${mention(id)} para ${name(to)} foi recusada. Um novo cartão será publicado quando o membro ganhar pontos de novo.`,
    cardLine: 'Cartão',
  },
});

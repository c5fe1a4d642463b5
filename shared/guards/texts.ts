import { mention, timestamp } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';
import { writing } from '../languages/writing.ts';
import type { GuardKind } from './hourly-guard.ts';

interface Use {
  readonly amount: number;
  readonly used: number;
  readonly max: number;
}

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/** Every text of the hourly limits. */
export const guardTexts = catalogue({
  en: {
    refused: {
      points: ({ amount, used, max }: Use) =>
        `One person may give and take at most ${en.number(max)} points by hand within 60 minutes. You have used ${en.number(used)}, ` +
        `and this would be ${en.number(amount)} more, so it was refused. Nothing was changed.`,
      ranks: ({ used, max }: Use) =>
        `One person may make at most ${en.plural(max, { one: '1 rank change', other: `${en.number(max)} rank changes` })} within ` +
        `60 minutes. You have made ${en.number(used)}, so this one was refused. Nothing was changed.`,
    },
    fitsAt: (at: number) => `It fits again ${timestamp(at, 'R')}.`,
    neverFits: 'It is more than the limit by itself: choose less.',
    adminMayLift: 'Another admin can lift the limit at once with the button in the admin channel.',
    noAdminChannel: 'No admin channel is set, so no admin was told. `/settings channel` sets one.',

    title: 'Hourly limit reached',
    reached: {
      points: (id: string, max: number) =>
        `${mention(id)} has reached the limit of ${en.number(max)} points by hand within 60 minutes; what they tried beyond it was ` +
        'refused. Look at what they did. Another admin can lift the limit: their 60 minutes then start anew.',
      ranks: (id: string, max: number) =>
        `${mention(id)} has reached the limit of ${en.plural(max, { one: '1 rank change', other: `${en.number(max)} rank changes` })} ` +
        'within 60 minutes; what they tried beyond it was refused. Look at what they did. Another admin can lift the limit: their ' +
        '60 minutes then start anew.',
    } satisfies Record<GuardKind, (id: string, max: number) => string>,
    lift: 'Lift the limit',
    lifted: {
      points: (id: string, by: string, at: number) =>
        `The limit of points of ${mention(id)} was lifted by ${mention(by)} ${timestamp(at, 'R')}: their 60 minutes started anew.`,
      ranks: (id: string, by: string, at: number) =>
        `The limit of rank changes of ${mention(id)} was lifted by ${mention(by)} ${timestamp(at, 'R')}: their 60 minutes started anew.`,
    },
    notYours: 'Nobody lifts their own limit. Nothing was changed. Ask another admin.',
    liftedBefore:
      'This limit was lifted already, or its 60 minutes are over and it was told again. Nothing was changed.',
  },
  de: {
    refused: {
      points: ({ amount, used, max }) =>
        `Eine Person darf in 60 Minuten höchstens ${de.number(max)} Punkte von Hand geben und nehmen. Du hast ${de.number(used)} verbraucht, ` +
        `und das wären ${de.number(amount)} mehr, deshalb wurde es abgelehnt. Es wurde nichts geändert.`,
      ranks: ({ used, max }) =>
        `Eine Person darf in 60 Minuten höchstens ${de.plural(max, { one: '1 Rangänderung', other: `${de.number(max)} Rangänderungen` })} machen. ` +
        `Du hast ${de.number(used)} gemacht, deshalb wurde diese abgelehnt. Es wurde nichts geändert.`,
    },
    fitsAt: (at) => `Möglich ist es wieder ${timestamp(at, 'R')}.`,
    neverFits: 'Es ist schon für sich mehr als die Grenze: Wähle weniger.',
    adminMayLift: 'Ein anderer Admin kann die Grenze mit dem Button im Admin-Kanal sofort aufheben.',
    noAdminChannel:
      'Es ist kein Admin-Kanal festgelegt, deshalb hat kein Admin davon erfahren. `/einstellungen kanal` legt einen fest.',

    title: 'Stundengrenze erreicht',
    reached: {
      points: (id, max) =>
        `${mention(id)} hat die Grenze von ${de.number(max)} Punkten von Hand in 60 Minuten erreicht; was darüber hinausging, wurde ` +
        'abgelehnt. Sieh dir an, was geschehen ist. Ein anderer Admin kann die Grenze aufheben: Die 60 Minuten beginnen dann neu.',
      ranks: (id, max) =>
        `${mention(id)} hat die Grenze von ${de.plural(max, { one: '1 Rangänderung', other: `${de.number(max)} Rangänderungen` })} in ` +
        '60 Minuten erreicht; was darüber hinausging, wurde abgelehnt. Sieh dir an, was geschehen ist. Ein anderer Admin kann die ' +
        'Grenze aufheben: Die 60 Minuten beginnen dann neu.',
    },
    lift: 'Grenze aufheben',
    lifted: {
      points: (id, by, at) =>
        `Die Punktegrenze von ${mention(id)} wurde ${timestamp(at, 'R')} von ${mention(by)} aufgehoben: Die 60 Minuten haben neu begonnen.`,
      ranks: (id, by, at) =>
        `Die Grenze der Rangänderungen von ${mention(id)} wurde ${timestamp(at, 'R')} von ${mention(by)} aufgehoben: Die 60 Minuten haben neu begonnen.`,
    },
    notYours: 'Niemand hebt die eigene Grenze auf. Es wurde nichts geändert. Frag einen anderen Admin.',
    liftedBefore:
      'Diese Grenze wurde schon aufgehoben, oder ihre 60 Minuten sind um und sie wurde neu gemeldet. Es wurde nichts geändert.',
  },
  'es-ES': {
    refused: {
      points: ({ amount, used, max }) =>
        `Una persona puede dar y quitar como máximo ${es.number(max)} puntos a mano en 60 minutos. Has usado ${es.number(used)} y esto ` +
        `serían ${es.number(amount)} más, así que se ha rechazado. No se ha cambiado nada.`,
      ranks: ({ used, max }) =>
        `Una persona puede hacer como máximo ${es.plural(max, { one: '1 cambio de rango', other: `${es.number(max)} cambios de rango` })} en ` +
        `60 minutos. Has hecho ${es.number(used)}, así que este se ha rechazado. No se ha cambiado nada.`,
    },
    fitsAt: (at) => `Volverá a ser posible ${timestamp(at, 'R')}.`,
    neverFits: 'Por sí solo ya supera el límite: elige menos.',
    adminMayLift: 'Otro admin puede levantar el límite al momento con el botón del canal de admins.',
    noAdminChannel:
      'No hay canal de admins, así que ningún admin se ha enterado. `/ajustes canal` establece uno.',

    title: 'Límite por hora alcanzado',
    reached: {
      points: (id, max) =>
        `${mention(id)} ha alcanzado el límite de ${es.number(max)} puntos a mano en 60 minutos; lo que intentó de más se rechazó. ` +
        'Mira lo que ha hecho. Otro admin puede levantar el límite: sus 60 minutos empiezan entonces de nuevo.',
      ranks: (id, max) =>
        `${mention(id)} ha alcanzado el límite de ${es.plural(max, { one: '1 cambio de rango', other: `${es.number(max)} cambios de rango` })} ` +
        'en 60 minutos; lo que intentó de más se rechazó. Mira lo que ha hecho. Otro admin puede levantar el límite: sus 60 minutos ' +
        'empiezan entonces de nuevo.',
    },
    lift: 'Levantar el límite',
    lifted: {
      points: (id, by, at) =>
        `${mention(by)} levantó el límite de puntos de ${mention(id)} ${timestamp(at, 'R')}: sus 60 minutos empezaron de nuevo.`,
      ranks: (id, by, at) =>
        `${mention(by)} levantó el límite de cambios de rango de ${mention(id)} ${timestamp(at, 'R')}: sus 60 minutos empezaron de nuevo.`,
    },
    notYours: 'Nadie levanta su propio límite. No se ha cambiado nada. Pídeselo a otro admin.',
    liftedBefore:
      'Este límite ya se levantó, o sus 60 minutos han pasado y se avisó de nuevo. No se ha cambiado nada.',
  },
  fr: {
    refused: {
      points: ({ amount, used, max }) =>
        `Une personne peut donner et retirer au plus ${fr.number(max)} points à la main en 60 minutes. Tu en as utilisé ${fr.number(used)}, ` +
        `et ce serait ${fr.number(amount)} de plus : c’est refusé. Rien n’a été changé.`,
      ranks: ({ used, max }) =>
        `Une personne peut faire au plus ${fr.plural(max, { one: `${fr.number(max)} changement de rang`, other: `${fr.number(max)} changements de rang` })} en ` +
        `60 minutes. Tu en as fait ${fr.number(used)} : celui-ci est refusé. Rien n’a été changé.`,
    },
    fitsAt: (at) => `Ce sera de nouveau possible ${timestamp(at, 'R')}.`,
    neverFits: 'C’est déjà plus que la limite : choisis moins.',
    adminMayLift:
      'Un autre admin peut lever la limite tout de suite avec le bouton dans le salon des admins.',
    noAdminChannel:
      'Aucun salon des admins n’est défini, donc aucun admin n’a été prévenu. `/paramètres salon` en définit un.',

    title: 'Limite horaire atteinte',
    reached: {
      points: (id, max) =>
        `${mention(id)} a atteint la limite de ${fr.number(max)} points à la main en 60 minutes ; ce qui dépassait a été refusé. ` +
        'Regarde ce qui a été fait. Un autre admin peut lever la limite : ses 60 minutes recommencent alors.',
      ranks: (id, max) =>
        `${mention(id)} a atteint la limite de ${fr.plural(max, { one: `${fr.number(max)} changement de rang`, other: `${fr.number(max)} changements de rang` })} ` +
        'en 60 minutes ; ce qui dépassait a été refusé. Regarde ce qui a été fait. Un autre admin peut lever la limite : ses ' +
        '60 minutes recommencent alors.',
    },
    lift: 'Lever la limite',
    lifted: {
      points: (id, by, at) =>
        `La limite de points de ${mention(id)} a été levée par ${mention(by)} ${timestamp(at, 'R')} : ses 60 minutes ont recommencé.`,
      ranks: (id, by, at) =>
        `La limite de changements de rang de ${mention(id)} a été levée par ${mention(by)} ${timestamp(at, 'R')} : ses 60 minutes ont recommencé.`,
    },
    notYours: 'Personne ne lève sa propre limite. Rien n’a été changé. Demande à un autre admin.',
    liftedBefore:
      'Cette limite a déjà été levée, ou ses 60 minutes sont passées et elle a été signalée de nouveau. Rien n’a été changé.',
  },
  'pt-BR': {
    refused: {
      points: ({ amount, used, max }) =>
        `Uma pessoa pode dar e tirar no máximo ${pt.number(max)} pontos manualmente em 60 minutos. Você usou ${pt.number(used)}, e isto ` +
        `seriam mais ${pt.number(amount)}, então foi recusado. Nada foi alterado.`,
      ranks: ({ used, max }) =>
        `Uma pessoa pode fazer no máximo ${pt.plural(max, { one: `${pt.number(max)} mudança de patente`, other: `${pt.number(max)} mudanças de patente` })} em ` +
        `60 minutos. Você fez ${pt.number(used)}, então esta foi recusada. Nada foi alterado.`,
    },
    fitsAt: (at) => `Será possível de novo ${timestamp(at, 'R')}.`,
    neverFits: 'Só isto já passa do limite: escolha menos.',
    adminMayLift: 'Outro admin pode liberar o limite na hora com o botão no canal dos admins.',
    noAdminChannel:
      'Nenhum canal dos admins está definido, então nenhum admin foi avisado. `/configurações canal` define um.',

    title: 'Limite por hora atingido',
    reached: {
      points: (id, max) =>
        `${mention(id)} atingiu o limite de ${pt.number(max)} pontos manuais em 60 minutos; o que passou disso foi recusado. ` +
        'Veja o que foi feito. Outro admin pode liberar o limite: os 60 minutos então começam de novo.',
      ranks: (id, max) =>
        `${mention(id)} atingiu o limite de ${pt.plural(max, { one: `${pt.number(max)} mudança de patente`, other: `${pt.number(max)} mudanças de patente` })} ` +
        'em 60 minutos; o que passou disso foi recusado. Veja o que foi feito. Outro admin pode liberar o limite: os 60 minutos então ' +
        'começam de novo.',
    },
    lift: 'Liberar o limite',
    lifted: {
      points: (id, by, at) =>
        `O limite de pontos de ${mention(id)} foi liberado por ${mention(by)} ${timestamp(at, 'R')}: os 60 minutos começaram de novo.`,
      ranks: (id, by, at) =>
        `O limite de mudanças de patente de ${mention(id)} foi liberado por ${mention(by)} ${timestamp(at, 'R')}: os 60 minutos começaram de novo.`,
    },
    notYours: 'Ninguém libera o próprio limite. Nada foi alterado. Peça a outro admin.',
    liftedBefore:
      'Este limite já foi liberado, ou os 60 minutos passaram e ele foi avisado de novo. Nada foi alterado.',
  },
});

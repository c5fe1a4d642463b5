import { catalogue } from '../languages/catalogue.ts';
import { writing } from '../languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/** How effects ended, as a reply shows it. */
export const effectTexts = catalogue({
  en: {
    paused: (label: string, pause: string) => `⏳ ${label}: not done yet, will be tried then. ${pause}.`,
    done: (label: string) => `✅ ${label}`,
    doneSo: (label: string, result: string) => `✅ ${label}: ${result}`,
    failed: (label: string, reason: string) => `❌ ${label}: ${reason}`,
    onItsWay: (label: string) => `⏳ ${label}: on its way`,
    open: (label: string) => `⏳ ${label}: not done yet, will be tried`,
    again: (label: string, reason: string) => `⏳ ${label}: not done yet, will be tried again (${reason})`,
    unknown: (label: string) => `❔ ${label}: unknown`,
    countDone: (count: number) => `${en.number(count)} done`,
    countFailed: (count: number) => `${en.number(count)} failed`,
    countDue: (count: number) => `${en.number(count)} on their way`,
  },
  de: {
    paused: (label, pause) => `⏳ ${label}: noch nicht erledigt, wird dann versucht. ${pause}.`,
    done: (label) => `✅ ${label}`,
    doneSo: (label, result) => `✅ ${label}: ${result}`,
    failed: (label, reason) => `❌ ${label}: ${reason}`,
    onItsWay: (label) => `⏳ ${label}: unterwegs`,
    open: (label) => `⏳ ${label}: noch nicht erledigt, wird versucht`,
    again: (label, reason) => `⏳ ${label}: noch nicht erledigt, wird noch einmal versucht (${reason})`,
    unknown: (label) => `❔ ${label}: unbekannt`,
    countDone: (count) => `${de.number(count)} erledigt`,
    countFailed: (count) => `${de.number(count)} fehlgeschlagen`,
    countDue: (count) => `${de.number(count)} unterwegs`,
  },
  'es-ES': {
    paused: (label, pause) => `⏳ ${label}: aún sin hacer, se intentará entonces. ${pause}.`,
    done: (label) => `✅ ${label}`,
    doneSo: (label, result) => `✅ ${label}: ${result}`,
    failed: (label, reason) => `❌ ${label}: ${reason}`,
    onItsWay: (label) => `⏳ ${label}: en camino`,
    open: (label) => `⏳ ${label}: aún sin hacer, se intentará`,
    again: (label, reason) => `⏳ ${label}: aún sin hacer, se volverá a intentar (${reason})`,
    unknown: (label) => `❔ ${label}: no se sabe`,
    countDone: (count) => `hechos: ${es.number(count)}`,
    countFailed: (count) => `fallidos: ${es.number(count)}`,
    countDue: (count) => `en camino: ${es.number(count)}`,
  },
  fr: {
    paused: (label, pause) => `⏳ ${label} : pas encore fait, ce sera tenté ensuite. ${pause}.`,
    done: (label) => `✅ ${label}`,
    doneSo: (label, result) => `✅ ${label} : ${result}`,
    failed: (label, reason) => `❌ ${label} : ${reason}`,
    onItsWay: (label) => `⏳ ${label} : en cours`,
    open: (label) => `⏳ ${label} : pas encore fait, ce sera tenté`,
    again: (label, reason) => `⏳ ${label} : pas encore fait, ce sera tenté de nouveau (${reason})`,
    unknown: (label) => `❔ ${label} : inconnu`,
    countDone: (count) => `faits : ${fr.number(count)}`,
    countFailed: (count) => `échoués : ${fr.number(count)}`,
    countDue: (count) => `en cours : ${fr.number(count)}`,
  },
  'pt-BR': {
    paused: (label, pause) => `⏳ ${label}: ainda não feito, será tentado depois disso. ${pause}.`,
    done: (label) => `✅ ${label}`,
    doneSo: (label, result) => `✅ ${label}: ${result}`,
    failed: (label, reason) => `❌ ${label}: ${reason}`,
    onItsWay: (label) => `⏳ ${label}: a caminho`,
    open: (label) => `⏳ ${label}: ainda não feito, será tentado`,
    again: (label, reason) => `⏳ ${label}: ainda não feito, será tentado de novo (${reason})`,
    unknown: (label) => `❔ ${label}: não se sabe`,
    countDone: (count) => `feitos: ${pt.number(count)}`,
    countFailed: (count) => `com falha: ${pt.number(count)}`,
    countDue: (count) => `a caminho: ${pt.number(count)}`,
  },
});

/**
 * How an effect ended is stored in English. What is stored most is said in the reader's language; anything else, such as
 * what a service itself said, stays as it was written.
 */
export const resultTexts = catalogue({
  en: {
    sent: 'sent',
    edited: 'edited',
    posted: 'posted',
    newMessage: 'sent as a new message',
    noDirectMessages: 'they take no direct messages from this server',
    tokenOver: "the interaction's 15 minutes were over",
    noRecord: 'the clan has no record of them any more',
    notLinked: 'they are not linked to a Roblox account any more',
    unlinked: 'they are not linked any more',
    leftServer: 'they have left the server',
    nothingToChange: 'nothing to change',
    verifiedGiven: 'Verified given',
    noMessage: 'there was no message to edit',
    messageDeleted: 'the message was deleted',
    unexpected: 'an unexpected error; the log has it',
  },
  de: {
    sent: 'gesendet',
    edited: 'bearbeitet',
    posted: 'gepostet',
    newMessage: 'als neue Nachricht gesendet',
    noDirectMessages: 'nimmt von diesem Server keine Direktnachrichten an',
    tokenOver: 'die 15 Minuten dieser Interaktion waren vorbei',
    noRecord: 'der Clan hat keine Daten mehr zu diesem Mitglied',
    notLinked: 'ist mit keinem Roblox-Konto mehr verknüpft',
    unlinked: 'ist nicht mehr verknüpft',
    leftServer: 'hat den Server verlassen',
    nothingToChange: 'nichts zu ändern',
    verifiedGiven: 'Verified-Rolle vergeben',
    noMessage: 'es gab keine Nachricht zu bearbeiten',
    messageDeleted: 'die Nachricht wurde gelöscht',
    unexpected: 'ein unerwarteter Fehler; er steht im Log',
  },
  'es-ES': {
    sent: 'enviado',
    edited: 'editado',
    posted: 'publicado',
    newMessage: 'enviado como mensaje nuevo',
    noDirectMessages: 'no acepta mensajes directos de este servidor',
    tokenOver: 'los 15 minutos de esta interacción terminaron',
    noRecord: 'el clan ya no tiene datos de este miembro',
    notLinked: 'ya no tiene una cuenta de Roblox vinculada',
    unlinked: 'ya no está vinculado',
    leftServer: 'ya no está en el servidor',
    nothingToChange: 'nada que cambiar',
    verifiedGiven: 'rol Verified asignado',
    noMessage: 'no había ningún mensaje que editar',
    messageDeleted: 'el mensaje se eliminó',
    unexpected: 'un error inesperado; está en el registro',
  },
  fr: {
    sent: 'envoyé',
    edited: 'modifié',
    posted: 'publié',
    newMessage: 'envoyé comme nouveau message',
    noDirectMessages: 'n’accepte pas les messages privés de ce serveur',
    tokenOver: 'les 15 minutes de cette interaction étaient passées',
    noRecord: 'le clan n’a plus de données sur ce membre',
    notLinked: 'n’a plus de compte Roblox lié',
    unlinked: 'n’est plus lié',
    leftServer: 'a quitté le serveur',
    nothingToChange: 'rien à changer',
    verifiedGiven: 'rôle Verified donné',
    noMessage: 'il n’y avait pas de message à modifier',
    messageDeleted: 'le message a été supprimé',
    unexpected: 'une erreur inattendue ; elle est dans le journal',
  },
  'pt-BR': {
    sent: 'enviado',
    edited: 'editado',
    posted: 'publicado',
    newMessage: 'enviado como mensagem nova',
    noDirectMessages: 'não aceita mensagens diretas deste servidor',
    tokenOver: 'os 15 minutos desta interação terminaram',
    noRecord: 'o clã não tem mais dados deste membro',
    notLinked: 'não tem mais conta do Roblox vinculada',
    unlinked: 'não está mais vinculado',
    leftServer: 'saiu do servidor',
    nothingToChange: 'nada a mudar',
    verifiedGiven: 'cargo Verified dado',
    noMessage: 'não havia mensagem para editar',
    messageDeleted: 'a mensagem foi excluída',
    unexpected: 'um erro inesperado; está no registro',
  },
});

const KEYS: ReadonlyMap<string, keyof ReturnType<typeof resultTexts>> = new Map(
  resultKeys().map((key) => [resultTexts.all.en[key], key]),
);

function resultKeys(): (keyof ReturnType<typeof resultTexts>)[] {
  const isKey = (key: string): key is keyof ReturnType<typeof resultTexts> =>
    Object.hasOwn(resultTexts.all.en, key);
  return Object.keys(resultTexts.all.en).filter(isKey);
}

/** A stored result in the language of the locale, where that is known. */
export function resultIn(locale: string | undefined, stored: string): string {
  const key = KEYS.get(stored);
  return key === undefined ? stored : resultTexts(locale)[key];
}

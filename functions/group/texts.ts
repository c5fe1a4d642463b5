import { clip, escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import type { JoinDecision } from '../../shared/members/join-decision.ts';
import type { ShownRequest } from './standings.ts';

/** What is put together for a line of the list. */
interface LineWords {
  readonly goneAccount: (id: string) => string;
  readonly made: (at: number) => string;
  readonly asked: (at: number) => string;
  readonly linked: (id: string) => string;
  readonly notLinked: string;
  readonly banned: string;
  readonly held: (ids: readonly string[]) => string;
  readonly accepting: string;
  readonly declining: string;
}

function lineOf(words: LineWords, { request, name, createdAt, standing }: ShownRequest): string {
  const { linkedTo, isBlacklisted, heldBy, waiting } = standing;
  const title = name === undefined ? words.goneAccount(request.userId) : escapeMarkdown(clip(name, 50));
  return [
    `**${title}**`,
    ...(createdAt === undefined ? [] : [words.made(createdAt)]),
    words.asked(request.askedAt),
    linkedTo === undefined ? words.notLinked : words.linked(linkedTo),
    ...(isBlacklisted ? [`⛔ ${words.banned}`] : []),
    ...(heldBy.length > 0 ? [`⛔ ${words.held(heldBy.slice(0, 3))}`] : []),
    ...(waiting === undefined
      ? []
      : [`⏳ ${waiting.decision === 'accept' ? words.accepting : words.declining}`]),
  ].join(' · ');
}

const name = (robloxName: string) => `**${escapeMarkdown(clip(robloxName, 50))}**`;
const mentions = (ids: readonly string[]) => ids.map(mention).join(', ');
const day = (at: number) => `${timestamp(at, 'D')} (${timestamp(at, 'R')})`;
const by = (decision: JoinDecision, nobody: string) =>
  decision.decidedBy === null ? nobody : mention(decision.decidedBy);

/** Every text of `/group`; what the log is told is in `shared/members/join-texts.ts`. */
export const texts = catalogue({
  en: {
    command: { name: 'group', description: 'The Roblox group of the clan' },
    commandRequests: {
      name: 'requests',
      description: 'Requests to join the Roblox group: accept or decline them',
    },
    title: 'Requests to join the Roblox group',
    empty: 'Nobody asks to join the group.',
    choose: 'Choose a request',
    accept: 'Accept',
    decline: 'Decline',
    previous: 'Previous',
    next: 'Next',
    back: 'Back to the requests',
    page: (page: number) => `Page ${page}`,
    goneAccount: (id: string) => `deleted account ${id}`,
    line: (shown: ShownRequest) =>
      lineOf(
        {
          goneAccount: (id) => `deleted account ${id}`,
          made: (at) => `account made ${day(at)}`,
          asked: (at) => `asked ${timestamp(at, 'R')}`,
          linked: (id) => `linked to ${mention(id)}`,
          notLinked: 'not linked',
          banned: 'blacklisted',
          held: (ids) => `held by a blacklisted person: ${mentions(ids)}`,
          accepting: 'being accepted',
          declining: 'being declined',
        },
        shown,
      ),
    robloxLine: 'Roblox',
    accepting: (robloxName: string) => `You decided to accept ${name(robloxName)}.`,
    declining: (robloxName: string) => `You decided to decline the request of ${name(robloxName)}.`,
    robloxUnread: 'The requests cannot be read. Nothing was changed.',
    noSuchRequest: 'There is no such request. Nothing was changed. Open `/group requests` again.',
    gone: (robloxName: string) =>
      `${name(robloxName)} does not ask to join any more: somebody decided it on Roblox, or they took it back. Nothing was changed.`,
    decidedHere: (robloxName: string, latest: JoinDecision) =>
      latest.decision === 'accept'
        ? `The request of ${name(robloxName)} was accepted by ${by(latest, 'somebody')} on ${timestamp(latest.decidedAt)}. Nothing was changed.`
        : `The request of ${name(robloxName)} was declined by ${by(latest, 'somebody')} on ${timestamp(latest.decidedAt)}. Nothing was changed.`,
    waiting: (robloxName: string, latest: JoinDecision) =>
      latest.decision === 'accept'
        ? `${by(latest, 'Somebody')} decided on ${timestamp(latest.decidedAt)} to accept ${name(robloxName)}; Roblox is being told. Nothing was changed.`
        : `${by(latest, 'Somebody')} decided on ${timestamp(latest.decidedAt)} to decline the request of ${name(robloxName)}; Roblox is being told. Nothing was changed.`,
    ownRequest: 'That is your own Roblox account, so another admin has to decide. Nothing was changed.',
  },
  de: {
    command: { name: 'gruppe', description: 'Die Roblox-Gruppe des Clans' },
    commandRequests: {
      name: 'anfragen',
      description: 'Beitrittsanfragen der Roblox-Gruppe annehmen oder ablehnen',
    },
    title: 'Beitrittsanfragen der Roblox-Gruppe',
    empty: 'Niemand möchte der Gruppe beitreten.',
    choose: 'Anfrage auswählen',
    accept: 'Annehmen',
    decline: 'Ablehnen',
    previous: 'Zurück',
    next: 'Weiter',
    back: 'Zurück zu den Anfragen',
    page: (page) => `Seite ${page}`,
    goneAccount: (id) => `gelöschtes Konto ${id}`,
    line: (shown) =>
      lineOf(
        {
          goneAccount: (id) => `gelöschtes Konto ${id}`,
          made: (at) => `Konto erstellt ${day(at)}`,
          asked: (at) => `angefragt ${timestamp(at, 'R')}`,
          linked: (id) => `verknüpft mit ${mention(id)}`,
          notLinked: 'nicht verknüpft',
          banned: 'auf der Blacklist',
          held: (ids) => `gehört jemandem auf der Blacklist: ${mentions(ids)}`,
          accepting: 'wird angenommen',
          declining: 'wird abgelehnt',
        },
        shown,
      ),
    robloxLine: 'Roblox',
    accepting: (robloxName) => `Du nimmst ${name(robloxName)} in die Gruppe auf.`,
    declining: (robloxName) => `Du lehnst die Anfrage von ${name(robloxName)} ab.`,
    robloxUnread: 'Die Anfragen können nicht gelesen werden. Es wurde nichts geändert.',
    noSuchRequest:
      'Diese Anfrage gibt es nicht. Es wurde nichts geändert. Öffne `/gruppe anfragen` noch einmal.',
    gone: (robloxName) =>
      `${name(robloxName)} hat keine offene Anfrage mehr: Jemand hat sie auf Roblox entschieden, oder sie wurde zurückgezogen. Es wurde nichts geändert.`,
    decidedHere: (robloxName, latest) =>
      latest.decision === 'accept'
        ? `Die Anfrage von ${name(robloxName)} wurde am ${timestamp(latest.decidedAt)} von ${by(latest, 'jemandem')} angenommen. Es wurde nichts geändert.`
        : `Die Anfrage von ${name(robloxName)} wurde am ${timestamp(latest.decidedAt)} von ${by(latest, 'jemandem')} abgelehnt. Es wurde nichts geändert.`,
    waiting: (robloxName, latest) =>
      latest.decision === 'accept'
        ? `${by(latest, 'Jemand')} hat am ${timestamp(latest.decidedAt)} entschieden, ${name(robloxName)} aufzunehmen; Roblox wird das gerade mitgeteilt. Es wurde nichts geändert.`
        : `${by(latest, 'Jemand')} hat am ${timestamp(latest.decidedAt)} entschieden, die Anfrage von ${name(robloxName)} abzulehnen; Roblox wird das gerade mitgeteilt. Es wurde nichts geändert.`,
    ownRequest:
      'Das ist dein eigenes Roblox-Konto, also muss ein anderer Admin entscheiden. Es wurde nichts geändert.',
  },
  'es-ES': {
    command: { name: 'grupo', description: 'El grupo de Roblox del clan' },
    commandRequests: {
      name: 'solicitudes',
      description: 'Acepta o rechaza las solicitudes para unirse al grupo de Roblox',
    },
    title: 'Solicitudes para unirse al grupo de Roblox',
    empty: 'Nadie ha pedido unirse al grupo.',
    choose: 'Elige una solicitud',
    accept: 'Aceptar',
    decline: 'Rechazar',
    previous: 'Anterior',
    next: 'Siguiente',
    back: 'Volver a las solicitudes',
    page: (page) => `Página ${page}`,
    goneAccount: (id) => `cuenta eliminada ${id}`,
    line: (shown) =>
      lineOf(
        {
          goneAccount: (id) => `cuenta eliminada ${id}`,
          made: (at) => `cuenta creada el ${day(at)}`,
          asked: (at) => `solicitada ${timestamp(at, 'R')}`,
          linked: (id) => `vinculada a ${mention(id)}`,
          notLinked: 'sin vincular',
          banned: 'en la lista negra',
          held: (ids) => `de alguien en la lista negra: ${mentions(ids)}`,
          accepting: 'se está aceptando',
          declining: 'se está rechazando',
        },
        shown,
      ),
    robloxLine: 'Roblox',
    accepting: (robloxName) => `Has decidido aceptar a ${name(robloxName)}.`,
    declining: (robloxName) => `Has decidido rechazar la solicitud de ${name(robloxName)}.`,
    robloxUnread: 'No se pueden leer las solicitudes. No se ha cambiado nada.',
    noSuchRequest: 'Esa solicitud no existe. No se ha cambiado nada. Abre `/grupo solicitudes` de nuevo.',
    gone: (robloxName) =>
      `${name(robloxName)} ya no tiene ninguna solicitud: alguien la ha decidido en Roblox o la ha retirado. No se ha cambiado nada.`,
    decidedHere: (robloxName, latest) =>
      latest.decision === 'accept'
        ? `${by(latest, 'Alguien')} aceptó la solicitud de ${name(robloxName)} el ${timestamp(latest.decidedAt)}. No se ha cambiado nada.`
        : `${by(latest, 'Alguien')} rechazó la solicitud de ${name(robloxName)} el ${timestamp(latest.decidedAt)}. No se ha cambiado nada.`,
    waiting: (robloxName, latest) =>
      latest.decision === 'accept'
        ? `${by(latest, 'Alguien')} decidió el ${timestamp(latest.decidedAt)} aceptar a ${name(robloxName)}; se está comunicando a Roblox. No se ha cambiado nada.`
        : `${by(latest, 'Alguien')} decidió el ${timestamp(latest.decidedAt)} rechazar la solicitud de ${name(robloxName)}; se está comunicando a Roblox. No se ha cambiado nada.`,
    ownRequest:
      'Esa es tu propia cuenta de Roblox, así que tiene que decidir otro admin. No se ha cambiado nada.',
  },
  fr: {
    command: { name: 'groupe', description: 'Le groupe Roblox du clan' },
    commandRequests: {
      name: 'demandes',
      description: 'Accepter ou refuser les demandes pour rejoindre le groupe Roblox',
    },
    title: 'Demandes pour rejoindre le groupe Roblox',
    empty: 'Personne ne demande à rejoindre le groupe.',
    choose: 'Choisis une demande',
    accept: 'Accepter',
    decline: 'Refuser',
    previous: 'Précédent',
    next: 'Suivant',
    back: 'Retour aux demandes',
    page: (page) => `Page ${page}`,
    goneAccount: (id) => `compte supprimé ${id}`,
    line: (shown) =>
      lineOf(
        {
          goneAccount: (id) => `compte supprimé ${id}`,
          made: (at) => `compte créé le ${day(at)}`,
          asked: (at) => `demandé ${timestamp(at, 'R')}`,
          linked: (id) => `lié à ${mention(id)}`,
          notLinked: 'non lié',
          banned: 'sur la liste noire',
          held: (ids) => `appartient à quelqu’un sur la liste noire : ${mentions(ids)}`,
          accepting: 'acceptation en cours',
          declining: 'refus en cours',
        },
        shown,
      ),
    robloxLine: 'Roblox',
    accepting: (robloxName) => `Tu as décidé d’accepter ${name(robloxName)}.`,
    declining: (robloxName) => `Tu as décidé de refuser la demande de ${name(robloxName)}.`,
    robloxUnread: 'Les demandes ne peuvent pas être lues. Rien n’a été changé.',
    noSuchRequest: 'Cette demande n’existe pas. Rien n’a été changé. Ouvre `/groupe demandes` à nouveau.',
    gone: (robloxName) =>
      `${name(robloxName)} n’a plus de demande : quelqu’un l’a traitée sur Roblox, ou elle a été retirée. Rien n’a été changé.`,
    decidedHere: (robloxName, latest) =>
      latest.decision === 'accept'
        ? `La demande de ${name(robloxName)} a été acceptée par ${by(latest, 'quelqu’un')} le ${timestamp(latest.decidedAt)}. Rien n’a été changé.`
        : `La demande de ${name(robloxName)} a été refusée par ${by(latest, 'quelqu’un')} le ${timestamp(latest.decidedAt)}. Rien n’a été changé.`,
    waiting: (robloxName, latest) =>
      latest.decision === 'accept'
        ? `${by(latest, 'Quelqu’un')} a décidé le ${timestamp(latest.decidedAt)} d’accepter ${name(robloxName)} ; Roblox en est informé. Rien n’a été changé.`
        : `${by(latest, 'Quelqu’un')} a décidé le ${timestamp(latest.decidedAt)} de refuser la demande de ${name(robloxName)} ; Roblox en est informé. Rien n’a été changé.`,
    ownRequest: 'C’est ton propre compte Roblox, un autre admin doit donc décider. Rien n’a été changé.',
  },
  'pt-BR': {
    command: { name: 'grupo', description: 'O grupo do Roblox do clã' },
    commandRequests: {
      name: 'pedidos',
      description: 'Aceite ou recuse os pedidos para entrar no grupo do Roblox',
    },
    title: 'Pedidos para entrar no grupo do Roblox',
    empty: 'Ninguém pediu para entrar no grupo.',
    choose: 'Escolha um pedido',
    accept: 'Aceitar',
    decline: 'Recusar',
    previous: 'Anterior',
    next: 'Próxima',
    back: 'Voltar aos pedidos',
    page: (page) => `Página ${page}`,
    goneAccount: (id) => `conta excluída ${id}`,
    line: (shown) =>
      lineOf(
        {
          goneAccount: (id) => `conta excluída ${id}`,
          made: (at) => `conta criada em ${day(at)}`,
          asked: (at) => `pediu ${timestamp(at, 'R')}`,
          linked: (id) => `vinculada a ${mention(id)}`,
          notLinked: 'não vinculada',
          banned: 'na lista negra',
          held: (ids) => `de alguém na lista negra: ${mentions(ids)}`,
          accepting: 'sendo aceita',
          declining: 'sendo recusada',
        },
        shown,
      ),
    robloxLine: 'Roblox',
    accepting: (robloxName) => `Você decidiu aceitar ${name(robloxName)}.`,
    declining: (robloxName) => `Você decidiu recusar o pedido de ${name(robloxName)}.`,
    robloxUnread: 'Os pedidos não podem ser lidos. Nada foi alterado.',
    noSuchRequest: 'Esse pedido não existe. Nada foi alterado. Abra `/grupo pedidos` de novo.',
    gone: (robloxName) =>
      `${name(robloxName)} não tem mais um pedido: alguém decidiu no Roblox, ou o pedido foi retirado. Nada foi alterado.`,
    decidedHere: (robloxName, latest) =>
      latest.decision === 'accept'
        ? `O pedido de ${name(robloxName)} foi aceito por ${by(latest, 'alguém')} em ${timestamp(latest.decidedAt)}. Nada foi alterado.`
        : `O pedido de ${name(robloxName)} foi recusado por ${by(latest, 'alguém')} em ${timestamp(latest.decidedAt)}. Nada foi alterado.`,
    waiting: (robloxName, latest) =>
      latest.decision === 'accept'
        ? `${by(latest, 'Alguém')} decidiu em ${timestamp(latest.decidedAt)} aceitar ${name(robloxName)}; o Roblox está sendo avisado. Nada foi alterado.`
        : `${by(latest, 'Alguém')} decidiu em ${timestamp(latest.decidedAt)} recusar o pedido de ${name(robloxName)}; o Roblox está sendo avisado. Nada foi alterado.`,
    ownRequest: 'Essa é a sua própria conta do Roblox, então outro admin precisa decidir. Nada foi alterado.',
  },
});

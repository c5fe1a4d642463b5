import { clip, escapeMarkdown, mention } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';
import type { JoinAnswer } from './join-decision.ts';

export interface ToldJoinDecision {
  readonly decision: JoinAnswer;
  readonly robloxName: string;
  readonly decidedBy: string;
}

const name = ({ robloxName }: ToldJoinDecision) => `**${escapeMarkdown(clip(robloxName, 50))}**`;
const why = (reason: string) => escapeMarkdown(clip(reason, 300));

/** What the log channel is told of a decision on a request to join, once. */
export const joinTexts = catalogue({
  en: {
    done: (told: ToldJoinDecision) =>
      told.decision === 'accept'
        ? `${mention(told.decidedBy)} accepted ${name(told)} into the Roblox group.`
        : `${mention(told.decidedBy)} declined the request of ${name(told)} to join the Roblox group.`,
    failed: (told: ToldJoinDecision, reason: string) =>
      told.decision === 'accept'
        ? `${mention(told.decidedBy)} wanted to accept ${name(told)} into the Roblox group, which failed: ${why(reason)}`
        : `${mention(told.decidedBy)} wanted to decline the request of ${name(told)} to join the Roblox group, which failed: ${why(reason)}`,
  },
  de: {
    done: (told) =>
      told.decision === 'accept'
        ? `${mention(told.decidedBy)} hat ${name(told)} in die Roblox-Gruppe aufgenommen.`
        : `${mention(told.decidedBy)} hat die Beitrittsanfrage von ${name(told)} zur Roblox-Gruppe abgelehnt.`,
    failed: (told, reason) =>
      told.decision === 'accept'
        ? `${mention(told.decidedBy)} wollte ${name(told)} in die Roblox-Gruppe aufnehmen. Das ist fehlgeschlagen: ${why(reason)}`
        : `${mention(told.decidedBy)} wollte die Beitrittsanfrage von ${name(told)} zur Roblox-Gruppe ablehnen. Das ist fehlgeschlagen: ${why(reason)}`,
  },
  'es-ES': {
    done: (told) =>
      told.decision === 'accept'
        ? `${mention(told.decidedBy)} ha aceptado a ${name(told)} en el grupo de Roblox.`
        : `${mention(told.decidedBy)} ha rechazado la solicitud de ${name(told)} para unirse al grupo de Roblox.`,
    failed: (told, reason) =>
      told.decision === 'accept'
        ? `${mention(told.decidedBy)} quería aceptar a ${name(told)} en el grupo de Roblox, pero no ha sido posible: ${why(reason)}`
        : `${mention(told.decidedBy)} quería rechazar la solicitud de ${name(told)} para unirse al grupo de Roblox, pero no ha sido posible: ${why(reason)}`,
  },
  fr: {
    done: (told) =>
      told.decision === 'accept'
        ? `${mention(told.decidedBy)} a accepté ${name(told)} dans le groupe Roblox.`
        : `${mention(told.decidedBy)} a refusé la demande de ${name(told)} pour rejoindre le groupe Roblox.`,
    failed: (told, reason) =>
      told.decision === 'accept'
        ? `${mention(told.decidedBy)} voulait accepter ${name(told)} dans le groupe Roblox, ce qui a échoué : ${why(reason)}`
        : `${mention(told.decidedBy)} voulait refuser la demande de ${name(told)} pour rejoindre le groupe Roblox, ce qui a échoué : ${why(reason)}`,
  },
  'pt-BR': {
    done: (told) =>
      told.decision === 'accept'
        ? `${mention(told.decidedBy)} aceitou ${name(told)} no grupo do Roblox.`
        : `${mention(told.decidedBy)} recusou o pedido de ${name(told)} para entrar no grupo do Roblox.`,
    failed: (told, reason) =>
      told.decision === 'accept'
        ? `${mention(told.decidedBy)} queria aceitar ${name(told)} no grupo do Roblox, mas não deu certo: ${why(reason)}`
        : `${mention(told.decidedBy)} queria recusar o pedido de ${name(told)} para entrar no grupo do Roblox, mas não deu certo: ${why(reason)}`,
  },
});

import { escapeMarkdown, timestamp } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';

type Service = 'Discord' | 'Roblox';

const reasonOf = (reason: string) => escapeMarkdown(reason.replace(/\.$/, ''));
const when = (until: number) => `${timestamp(until, 't')} (${timestamp(until, 'R')})`;

/** What services answer, as clauses that begin with the service's name and have no full stop, and what to do next. */
export const refusalTexts = catalogue({
  en: {
    paused: (service: Service, until: number) =>
      `${service} is paused for this clan until ${when(until)}, because it denied the bot access`,
    pausedFor: (service: Service, until: number, reason: string) =>
      `${service} is paused for this clan until ${when(until)}, because it denied the bot access (${reasonOf(reason)})`,
    noAnswer: (service: Service) => `${service} did not answer`,
    unusable: (service: Service) => `${service} gave an answer that the bot cannot use`,
    refused: (service: Service, status: number) => `${service} refused the request (${status})`,
    wrong: (service: Service) => `${service} refused the request as wrong (400)`,
    robloxKey: "Roblox does not accept the clan's key (401)",
    robloxScope:
      "Roblox does not let the clan's key do this (403): it lacks a scope, or its owner the rank for it",
    robloxMissing:
      'Roblox does not have what was asked for (404): the group, the role or the user is not there',
    discordToken: "Discord does not accept the bot's token (401)",
    discordPermission:
      'Discord does not let the bot do this (403): it lacks a permission, or its role stands too low',
    discordMissing:
      'Discord does not have what was asked for (404): it was deleted, or the bot cannot see it',
    afterPause: 'The bot goes on by itself then; `/diagnose` says how to fix the cause.',
    tryAgain: 'Try again in a minute.',
    diagnose: '`/diagnose` says how to fix it.',
  },
  de: {
    paused: (service, until) =>
      `${service} ist für diesen Clan bis ${when(until)} pausiert, weil es dem Bot den Zugriff verweigert hat`,
    pausedFor: (service, until, reason) =>
      `${service} ist für diesen Clan bis ${when(until)} pausiert, weil es dem Bot den Zugriff verweigert hat (${reasonOf(reason)})`,
    noAnswer: (service) => `${service} hat nicht geantwortet`,
    unusable: (service) => `${service} hat etwas geantwortet, womit der Bot nichts anfangen kann`,
    refused: (service, status) => `${service} hat die Anfrage abgelehnt (${status})`,
    wrong: (service) => `${service} hat die Anfrage als falsch abgelehnt (400)`,
    robloxKey: 'Roblox nimmt den Schlüssel des Clans nicht an (401)',
    robloxScope:
      'Roblox erlaubt das dem Schlüssel des Clans nicht (403): Ihm fehlt eine Berechtigung oder seinem Besitzer der Rang dafür',
    robloxMissing: 'Roblox kennt das nicht (404): Die Gruppe, die Rolle oder das Konto gibt es dort nicht',
    discordToken: 'Discord nimmt das Token des Bots nicht an (401)',
    discordPermission:
      'Discord erlaubt das dem Bot nicht (403): Ihm fehlt eine Berechtigung, oder seine Rolle steht zu weit unten',
    discordMissing: 'Discord kennt das nicht (404): Es wurde gelöscht, oder der Bot kann es nicht sehen',
    afterPause:
      'Danach macht der Bot von selbst weiter; `/diagnose` sagt, wie sich die Ursache beheben lässt.',
    tryAgain: 'Versuch es in einer Minute noch einmal.',
    diagnose: '`/diagnose` sagt, wie sich das beheben lässt.',
  },
  'es-ES': {
    paused: (service, until) =>
      `${service} está en pausa para este clan hasta el ${when(until)}, porque le denegó el acceso al bot`,
    pausedFor: (service, until, reason) =>
      `${service} está en pausa para este clan hasta el ${when(until)}, porque le denegó el acceso al bot (${reasonOf(reason)})`,
    noAnswer: (service) => `${service} no ha respondido`,
    unusable: (service) => `${service} ha dado una respuesta que el bot no puede usar`,
    refused: (service, status) => `${service} ha rechazado la solicitud (${status})`,
    wrong: (service) => `${service} ha rechazado la solicitud por incorrecta (400)`,
    robloxKey: 'Roblox no acepta la clave del clan (401)',
    robloxScope:
      'Roblox no permite esto a la clave del clan (403): le falta un permiso, o a su dueño el rango necesario',
    robloxMissing: 'Roblox no tiene lo que se pidió (404): el grupo, el rol o el usuario no existe allí',
    discordToken: 'Discord no acepta el token del bot (401)',
    discordPermission:
      'Discord no permite esto al bot (403): le falta un permiso o su rol está demasiado abajo',
    discordMissing: 'Discord no tiene lo que se pidió (404): se eliminó o el bot no puede verlo',
    afterPause: 'Después el bot seguirá solo; `/diagnóstico` dice cómo arreglar la causa.',
    tryAgain: 'Inténtalo de nuevo en un minuto.',
    diagnose: '`/diagnóstico` dice cómo arreglarlo.',
  },
  fr: {
    paused: (service, until) =>
      `${service} est en pause pour ce clan jusqu’au ${when(until)}, car il a refusé l’accès au bot`,
    pausedFor: (service, until, reason) =>
      `${service} est en pause pour ce clan jusqu’au ${when(until)}, car il a refusé l’accès au bot (${reasonOf(reason)})`,
    noAnswer: (service) => `${service} n’a pas répondu`,
    unusable: (service) => `${service} a donné une réponse que le bot ne peut pas utiliser`,
    refused: (service, status) => `${service} a refusé la demande (${status})`,
    wrong: (service) => `${service} a refusé la demande comme incorrecte (400)`,
    robloxKey: 'Roblox n’accepte pas la clé du clan (401)',
    robloxScope:
      'Roblox ne permet pas cela à la clé du clan (403) : il lui manque une autorisation, ou le rang nécessaire à son propriétaire',
    robloxMissing:
      'Roblox n’a pas ce qui a été demandé (404) : le groupe, le rôle ou l’utilisateur n’y existe pas',
    discordToken: 'Discord n’accepte pas le jeton du bot (401)',
    discordPermission:
      'Discord ne permet pas cela au bot (403) : il lui manque une permission, ou son rôle est placé trop bas',
    discordMissing:
      'Discord n’a pas ce qui a été demandé (404) : c’est supprimé, ou le bot ne peut pas le voir',
    afterPause: 'Ensuite, le bot reprend tout seul ; `/diagnostic` dit comment régler la cause.',
    tryAgain: 'Réessaie dans une minute.',
    diagnose: '`/diagnostic` dit comment régler le problème.',
  },
  'pt-BR': {
    paused: (service, until) =>
      `${service} está em pausa para este clã até ${when(until)}, porque negou acesso ao bot`,
    pausedFor: (service, until, reason) =>
      `${service} está em pausa para este clã até ${when(until)}, porque negou acesso ao bot (${reasonOf(reason)})`,
    noAnswer: (service) => `${service} não respondeu`,
    unusable: (service) => `${service} deu uma resposta que o bot não consegue usar`,
    refused: (service, status) => `${service} recusou a solicitação (${status})`,
    wrong: (service) => `${service} recusou a solicitação por estar errada (400)`,
    robloxKey: 'Roblox não aceita a chave do clã (401)',
    robloxScope:
      'Roblox não permite isto à chave do clã (403): falta uma permissão a ela, ou ao dono dela o cargo necessário',
    robloxMissing: 'Roblox não tem o que foi pedido (404): o grupo, o cargo ou o usuário não existe lá',
    discordToken: 'Discord não aceita o token do bot (401)',
    discordPermission:
      'Discord não permite isto ao bot (403): falta uma permissão, ou o cargo dele está baixo demais',
    discordMissing: 'Discord não tem o que foi pedido (404): foi excluído, ou o bot não consegue ver',
    afterPause: 'Depois disso o bot continua sozinho; `/diagnóstico` diz como resolver a causa.',
    tryAgain: 'Tente de novo em um minuto.',
    diagnose: '`/diagnóstico` diz como resolver.',
  },
});

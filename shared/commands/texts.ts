import { timestamp } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';

/** What members read when a command may not be used now, or when something behind it failed. */
export const commandTexts = catalogue({
  en: {
    tierNeeded: (needed: string, held: string) =>
      `This needs the tier ${needed}; yours is ${held}. Nothing was changed. ` +
      'Ask an admin of the clan if you should have it.',
    blacklisted:
      "You are on the clan's blacklist, so you cannot use this. Nothing was changed. " +
      'Talk to an admin of the clan about it.',
    blacklistedUntil: (until: number) =>
      `You are on the clan's blacklist until ${timestamp(until)}, so you cannot use this. Nothing was changed. ` +
      'Talk to an admin of the clan about it.',
    cooldown: (until: number) =>
      `You used this a moment ago. Nothing was changed; you can use it again ${timestamp(until, 'R')}.`,

    outcomeUnknown:
      "The clan's database stopped answering at the last moment, so it is not known yet whether this was done. " +
      'If it was, this is answered within a few minutes; look before you repeat it.',
    notSetUp: 'This clan is not set up yet. Nothing was changed. Please tell an admin.',
    unexpected:
      'Something went wrong in the bot. Nothing was changed. If it happens again, tell an admin the line below.',
    databaseBusy:
      "The clan's database was busy with other changes. Nothing was changed. Please try again in a minute.",
    databaseSilent: "The clan's database does not answer. Nothing was changed. Please try again in a minute.",
    databaseOld:
      "The clan's database is not set up for this version of the bot. Nothing was changed. Please tell an admin.",
    databaseSchema:
      "This needs a newer version of the clan's database than it has. Nothing was changed. Please tell an admin: " +
      'whoever runs the bot brings it up to date with `npm run migrate`.',
    databaseConflict:
      'Somebody else changed the same thing at the same moment. Nothing was changed. Please try again in a minute.',
    databaseRefused:
      "The clan's database refused this. Nothing was changed. If it happens again, tell an admin the line below.",
    partly:
      'Something failed before this was through. What was done until then stays; look, and use it again to do the rest.',
    nothingChanged: 'Nothing was changed.',
  },
  de: {
    tierNeeded: (needed, held) =>
      `Dafür brauchst du die Stufe ${needed}, und deine ist ${held}. Es wurde nichts geändert. ` +
      'Frag einen Admin des Clans, wenn du sie haben solltest.',
    blacklisted:
      'Du stehst auf der Blacklist des Clans und kannst das nicht benutzen. Es wurde nichts geändert. ' +
      'Sprich mit einem Admin des Clans darüber.',
    blacklistedUntil: (until) =>
      `Du stehst bis ${timestamp(until)} auf der Blacklist des Clans und kannst das nicht benutzen. Es wurde nichts geändert. ` +
      'Sprich mit einem Admin des Clans darüber.',
    cooldown: (until) =>
      `Das hast du gerade erst benutzt. Es wurde nichts geändert; wieder möglich ist es ${timestamp(until, 'R')}.`,

    outcomeUnknown:
      'Die Datenbank des Clans hat im letzten Moment nicht mehr geantwortet, deshalb ist noch nicht bekannt, ob das ausgeführt wurde. ' +
      'Wenn ja, kommt die Antwort in ein paar Minuten; sieh nach, bevor du es wiederholst.',
    notSetUp:
      'Dieser Clan ist noch nicht eingerichtet. Es wurde nichts geändert. Sag bitte einem Admin Bescheid.',
    unexpected:
      'Im Bot ist etwas schiefgegangen. Es wurde nichts geändert. Passiert es wieder, nenne einem Admin die Zeile unten.',
    databaseBusy:
      'Die Datenbank des Clans war mit anderen Änderungen beschäftigt. Es wurde nichts geändert. Versuch es in einer Minute noch einmal.',
    databaseSilent:
      'Die Datenbank des Clans antwortet nicht. Es wurde nichts geändert. Versuch es in einer Minute noch einmal.',
    databaseOld:
      'Die Datenbank des Clans passt nicht zu dieser Version des Bots. Es wurde nichts geändert. Sag bitte einem Admin Bescheid.',
    databaseSchema:
      'Das braucht eine neuere Version der Datenbank des Clans. Es wurde nichts geändert. Sag bitte einem Admin Bescheid: ' +
      'Wer den Bot betreibt, bringt sie mit `npm run migrate` auf den neuen Stand.',
    databaseConflict:
      'Jemand anders hat im selben Moment dasselbe geändert. Es wurde nichts geändert. Versuch es in einer Minute noch einmal.',
    databaseRefused:
      'Die Datenbank des Clans hat das abgelehnt. Es wurde nichts geändert. Passiert es wieder, nenne einem Admin die Zeile unten.',
    partly:
      'Etwas ist fehlgeschlagen, bevor das fertig war. Was bis dahin getan wurde, bleibt; sieh nach und benutze es noch einmal, um den Rest zu tun.',
    nothingChanged: 'Es wurde nichts geändert.',
  },
  'es-ES': {
    tierNeeded: (needed, held) =>
      `Para esto hace falta el nivel ${needed}, y el tuyo es ${held}. No se ha cambiado nada. ` +
      'Habla con un admin del clan si deberías tenerlo.',
    blacklisted:
      'Estás en la lista negra del clan, así que no puedes usar esto. No se ha cambiado nada. ' +
      'Habla con un admin del clan.',
    blacklistedUntil: (until) =>
      `Estás en la lista negra del clan hasta el ${timestamp(until)}, así que no puedes usar esto. No se ha cambiado nada. ` +
      'Habla con un admin del clan.',
    cooldown: (until) =>
      `Acabas de usar esto. No se ha cambiado nada; podrás usarlo otra vez ${timestamp(until, 'R')}.`,

    outcomeUnknown:
      'La base de datos del clan dejó de responder en el último momento, así que aún no se sabe si esto se hizo. ' +
      'Si se hizo, la respuesta llegará en unos minutos; compruébalo antes de repetirlo.',
    notSetUp: 'Este clan aún no está configurado. No se ha cambiado nada. Avisa a un admin.',
    unexpected:
      'Algo ha fallado en el bot. No se ha cambiado nada. Si vuelve a pasar, dale a un admin la línea de abajo.',
    databaseBusy:
      'La base de datos del clan estaba ocupada con otros cambios. No se ha cambiado nada. Inténtalo de nuevo en un minuto.',
    databaseSilent:
      'La base de datos del clan no responde. No se ha cambiado nada. Inténtalo de nuevo en un minuto.',
    databaseOld:
      'La base de datos del clan no está preparada para esta versión del bot. No se ha cambiado nada. Avisa a un admin.',
    databaseSchema:
      'Esto necesita una versión más nueva de la base de datos del clan. No se ha cambiado nada. Avisa a un admin: ' +
      'quien gestiona el bot la actualiza con `npm run migrate`.',
    databaseConflict:
      'Otra persona cambió lo mismo en el mismo momento. No se ha cambiado nada. Inténtalo de nuevo en un minuto.',
    databaseRefused:
      'La base de datos del clan ha rechazado esto. No se ha cambiado nada. Si vuelve a pasar, dale a un admin la línea de abajo.',
    partly:
      'Algo falló antes de terminar. Lo que se hizo hasta entonces se queda; compruébalo y úsalo otra vez para hacer el resto.',
    nothingChanged: 'No se ha cambiado nada.',
  },
  fr: {
    tierNeeded: (needed, held) =>
      `Il faut le niveau ${needed} pour cela, et le tien est ${held}. Rien n’a été changé. ` +
      'Adresse-toi à un admin du clan si tu devrais l’avoir.',
    blacklisted:
      'Tu es sur la liste noire du clan, donc tu ne peux pas utiliser cela. Rien n’a été changé. ' +
      'Parles-en à un admin du clan.',
    blacklistedUntil: (until) =>
      `Tu es sur la liste noire du clan jusqu’au ${timestamp(until)}, donc tu ne peux pas utiliser cela. Rien n’a été changé. ` +
      'Parles-en à un admin du clan.',
    cooldown: (until) =>
      `Tu viens d’utiliser cette commande. Rien n’a été changé ; tu pourras l’utiliser de nouveau ${timestamp(until, 'R')}.`,

    outcomeUnknown:
      'La base de données du clan a cessé de répondre au dernier moment, donc on ne sait pas encore si cela a été fait. ' +
      'Si oui, la réponse arrivera dans quelques minutes ; vérifie avant de recommencer.',
    notSetUp: 'Ce clan n’est pas encore configuré. Rien n’a été changé. Préviens un admin.',
    unexpected:
      'Quelque chose s’est mal passé dans le bot. Rien n’a été changé. Si cela se reproduit, donne à un admin la ligne ci-dessous.',
    databaseBusy:
      'La base de données du clan était occupée par d’autres changements. Rien n’a été changé. Réessaie dans une minute.',
    databaseSilent:
      'La base de données du clan ne répond pas. Rien n’a été changé. Réessaie dans une minute.',
    databaseOld:
      'La base de données du clan n’est pas prête pour cette version du bot. Rien n’a été changé. Préviens un admin.',
    databaseSchema:
      'Il faut une version plus récente de la base de données du clan. Rien n’a été changé. Préviens un admin : ' +
      'la personne qui gère le bot la met à jour avec `npm run migrate`.',
    databaseConflict:
      'Quelqu’un d’autre a changé la même chose au même moment. Rien n’a été changé. Réessaie dans une minute.',
    databaseRefused:
      'La base de données du clan a refusé. Rien n’a été changé. Si cela se reproduit, donne à un admin la ligne ci-dessous.',
    partly:
      'Quelque chose a échoué avant la fin. Ce qui a été fait jusque-là reste ; vérifie, puis utilise-le de nouveau pour faire le reste.',
    nothingChanged: 'Rien n’a été changé.',
  },
  'pt-BR': {
    tierNeeded: (needed, held) =>
      `Isto exige o nível ${needed}, e o seu é ${held}. Nada foi alterado. ` +
      'Fale com um admin do clã se você deveria ter esse nível.',
    blacklisted:
      'Você está na lista negra do clã, então não pode usar isto. Nada foi alterado. Fale com um admin do clã.',
    blacklistedUntil: (until) =>
      `Você está na lista negra do clã até ${timestamp(until)}, então não pode usar isto. Nada foi alterado. ` +
      'Fale com um admin do clã.',
    cooldown: (until) =>
      `Você acabou de usar isto. Nada foi alterado; dá para usar de novo ${timestamp(until, 'R')}.`,

    outcomeUnknown:
      'O banco de dados do clã parou de responder no último momento, então ainda não se sabe se isto foi feito. ' +
      'Se foi, a resposta chega em alguns minutos; confira antes de repetir.',
    notSetUp: 'Este clã ainda não está configurado. Nada foi alterado. Avise um admin.',
    unexpected:
      'Algo deu errado no bot. Nada foi alterado. Se acontecer de novo, passe a um admin a linha abaixo.',
    databaseBusy:
      'O banco de dados do clã estava ocupado com outras mudanças. Nada foi alterado. Tente de novo em um minuto.',
    databaseSilent: 'O banco de dados do clã não responde. Nada foi alterado. Tente de novo em um minuto.',
    databaseOld:
      'O banco de dados do clã não está pronto para esta versão do bot. Nada foi alterado. Avise um admin.',
    databaseSchema:
      'Isto precisa de uma versão mais nova do banco de dados do clã. Nada foi alterado. Avise um admin: ' +
      'quem cuida do bot atualiza o banco com `npm run migrate`.',
    databaseConflict:
      'Outra pessoa mudou a mesma coisa no mesmo momento. Nada foi alterado. Tente de novo em um minuto.',
    databaseRefused:
      'O banco de dados do clã recusou isto. Nada foi alterado. Se acontecer de novo, passe a um admin a linha abaixo.',
    partly:
      'Algo falhou antes do fim. O que foi feito até então fica; confira e use de novo para fazer o resto.',
    nothingChanged: 'Nada foi alterado.',
  },
});

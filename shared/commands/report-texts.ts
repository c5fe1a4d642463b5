import { type Language, languageOf } from '../languages/language.ts';

type Said = { readonly [L in Exclude<Language, 'en'>]: string };

/**
 * What the log channel reads of a log line, by the line's English message. Lines of no clan (of the front door, or before
 * the clan is known) are not here. Not a catalogue, which would have each message five times in every function.
 */
export const REPORT_TEXTS: Readonly<Record<string, Said>> = {
  'An interaction failed': {
    de: 'Ein Befehl oder Button ist fehlgeschlagen',
    'es-ES': 'Ha fallado un comando o un botón',
    fr: 'Une commande ou un bouton a échoué',
    'pt-BR': 'Um comando ou botão falhou',
  },
  'Suggesting failed': {
    de: 'Vorschläge beim Tippen sind fehlgeschlagen',
    'es-ES': 'Han fallado las sugerencias al escribir',
    fr: 'Les suggestions pendant la saisie ont échoué',
    'pt-BR': 'As sugestões ao digitar falharam',
  },
  'A job failed': {
    de: 'Eine wiederkehrende Aufgabe ist fehlgeschlagen',
    'es-ES': 'Ha fallado una tarea periódica',
    fr: 'Une tâche régulière a échoué',
    'pt-BR': 'Uma tarefa periódica falhou',
  },
  'Nobody could be told how an interaction ended': {
    de: 'Wie ein Befehl oder Button ausging, konnte niemandem gesagt werden',
    'es-ES': 'No se ha podido avisar a nadie de cómo acabó un comando o un botón',
    fr: 'Personne n’a pu apprendre comment une commande ou un bouton s’est terminé',
    'pt-BR': 'Não foi possível avisar ninguém de como terminou um comando ou botão',
  },
  'A reply was not sent again, since nobody knows whether it was sent': {
    de: 'Eine Antwort wurde nicht noch einmal gesendet, denn niemand weiß, ob sie ankam',
    'es-ES': 'Una respuesta no se ha vuelto a enviar, porque no se sabe si se envió',
    fr: 'Une réponse n’a pas été renvoyée, car on ne sait pas si elle est partie',
    'pt-BR': 'Uma resposta não foi reenviada, porque não se sabe se foi enviada',
  },
  'Effects were left to the next delivery run': {
    de: 'Nachrichten oder Rollen sind dem nächsten Durchlauf überlassen',
    'es-ES': 'Quedan mensajes o roles para la próxima pasada',
    fr: 'Des messages ou des rôles restent pour le prochain passage',
    'pt-BR': 'Mensagens ou cargos ficaram para a próxima rodada',
  },
  'How an effect ended could not be written down': {
    de: 'Wie eine Nachricht oder Rolle ausging, konnte nicht festgehalten werden',
    'es-ES': 'No se ha podido anotar cómo acabó un mensaje o un rol',
    fr: 'L’issue d’un message ou d’un rôle n’a pas pu être notée',
    'pt-BR': 'Não foi possível anotar como terminou uma mensagem ou um cargo',
  },
  'The lease ran out while an effect was performed': {
    de: 'Eine Nachricht oder Rolle hat länger gedauert als vorgesehen',
    'es-ES': 'Un mensaje o un rol ha tardado más de lo previsto',
    fr: 'Un message ou un rôle a pris plus de temps que prévu',
    'pt-BR': 'Uma mensagem ou um cargo demorou mais que o previsto',
  },
  'Calls are paused for this clan, because the service denies the bot access': {
    de: 'Anfragen sind für diesen Clan pausiert, weil der Dienst den Bot nicht zulässt',
    'es-ES': 'Las llamadas están en pausa para este clan, porque el servicio no deja entrar al bot',
    fr: 'Les appels sont en pause pour ce clan, car le service refuse l’accès au bot',
    'pt-BR': 'As chamadas estão em pausa para este clã, porque o serviço nega acesso ao bot',
  },
  'The proof of an event could not be fetched any more': {
    de: 'Der Nachweis eines Events war nicht mehr abrufbar',
    'es-ES': 'Ya no se ha podido obtener la prueba de un evento',
    fr: 'La preuve d’un événement n’a plus pu être récupérée',
    'pt-BR': 'A prova de um evento não pôde mais ser obtida',
  },
  'The proof of an event is not the file that was submitted': {
    de: 'Der Nachweis eines Events ist nicht die eingereichte Datei',
    'es-ES': 'La prueba de un evento no es el archivo que se envió',
    fr: 'La preuve d’un événement n’est pas le fichier soumis',
    'pt-BR': 'A prova de um evento não é o arquivo que foi enviado',
  },
  'A picture was not drawn in time': {
    de: 'Ein Bild wurde nicht rechtzeitig gezeichnet',
    'es-ES': 'Una imagen no se dibujó a tiempo',
    fr: 'Une image n’a pas été dessinée à temps',
    'pt-BR': 'Uma imagem não foi desenhada a tempo',
  },
  'A picture could not be drawn': {
    de: 'Ein Bild konnte nicht gezeichnet werden',
    'es-ES': 'No se ha podido dibujar una imagen',
    fr: 'Une image n’a pas pu être dessinée',
    'pt-BR': 'Não foi possível desenhar uma imagem',
  },
  'Discord refused a picture': {
    de: 'Discord hat ein Bild abgelehnt',
    'es-ES': 'Discord ha rechazado una imagen',
    fr: 'Discord a refusé une image',
    'pt-BR': 'O Discord recusou uma imagem',
  },
  'Roblox refused a rank for good': {
    de: 'Roblox hat einen Rang endgültig abgelehnt',
    'es-ES': 'Roblox ha rechazado un rango definitivamente',
    fr: 'Roblox a refusé un rang définitivement',
    'pt-BR': 'O Roblox recusou uma patente de vez',
  },
  'Roblox could not be read': {
    de: 'Roblox war nicht lesbar',
    'es-ES': 'No se ha podido leer Roblox',
    fr: 'Roblox n’a pas pu être lu',
    'pt-BR': 'Não foi possível ler o Roblox',
  },
  'Roblox could not be read for a member': {
    de: 'Roblox war für ein Mitglied nicht lesbar',
    'es-ES': 'No se ha podido leer Roblox para un miembro',
    fr: 'Roblox n’a pas pu être lu pour un membre',
    'pt-BR': 'Não foi possível ler o Roblox para um membro',
  },
  'Roblox could not be asked about the key': {
    de: 'Roblox konnte nicht nach dem Schlüssel gefragt werden',
    'es-ES': 'No se ha podido preguntar a Roblox por la clave',
    fr: 'La clé n’a pas pu être vérifiée auprès de Roblox',
    'pt-BR': 'Não foi possível perguntar ao Roblox sobre a chave',
  },
  'Roblox could not say which accounts exist and what they are called': {
    de: 'Roblox konnte nicht sagen, welche Konten es gibt und wie sie heißen',
    'es-ES': 'Roblox no ha podido decir qué cuentas existen y cómo se llaman',
    fr: 'Roblox n’a pas pu dire quels comptes existent et comment ils s’appellent',
    'pt-BR': 'O Roblox não conseguiu dizer quais contas existem e como se chamam',
  },
  'Roblox names could not be compared': {
    de: 'Roblox-Namen konnten nicht verglichen werden',
    'es-ES': 'No se han podido comparar los nombres de Roblox',
    fr: 'Les noms Roblox n’ont pas pu être comparés',
    'pt-BR': 'Não foi possível comparar os nomes do Roblox',
  },
  'The Discord roles of a member could not be read': {
    de: 'Die Discord-Rollen eines Mitglieds waren nicht lesbar',
    'es-ES': 'No se han podido leer los roles de Discord de un miembro',
    fr: 'Les rôles Discord d’un membre n’ont pas pu être lus',
    'pt-BR': 'Não foi possível ler os cargos do Discord de um membro',
  },
  'Discord did not let the bot list the members; is the Server Members intent on?': {
    de: 'Discord hat den Bot die Mitglieder nicht auflisten lassen; ist „Server Members Intent“ an?',
    'es-ES': 'Discord no ha dejado que el bot liste a los miembros; ¿está activado «Server Members Intent»?',
    fr: 'Discord n’a pas laissé le bot lister les membres ; « Server Members Intent » est-il activé ?',
    'pt-BR': 'O Discord não deixou o bot listar os membros; o “Server Members Intent” está ativado?',
  },
  'A member could not be synced': {
    de: 'Ein Mitglied konnte nicht abgeglichen werden',
    'es-ES': 'No se ha podido sincronizar a un miembro',
    fr: 'Un membre n’a pas pu être synchronisé',
    'pt-BR': 'Não foi possível sincronizar um membro',
  },
  'The admin channel cannot be read': {
    de: 'Der Admin-Kanal ist nicht lesbar',
    'es-ES': 'No se puede leer el canal de admins',
    fr: 'Le salon des admins ne peut pas être lu',
    'pt-BR': 'Não é possível ler o canal dos admins',
  },
};

/** The message in the language of a locale; as it is where there is no other text. */
export function reportText(locale: string, message: string): string {
  const language = languageOf(locale);
  if (language === 'en' || !Object.hasOwn(REPORT_TEXTS, message)) return message;
  return REPORT_TEXTS[message]?.[language] ?? message;
}

import { catalogue } from '../languages/catalogue.ts';

/** What the front door and the command functions both answer. */
export const errorTexts = catalogue({
  en: {
    unknownCommand:
      'This command is newer or older than the bot. Nothing was changed. Please try again in a few minutes; ' +
      'if it stays so, an admin has to register the commands again.',
    clanStopped:
      'The bot does not serve this clan at the moment, since something in its set-up is wrong. Nothing was changed. ' +
      'Please tell an admin: whoever runs the bot finds the reason in its console.',
  },
  de: {
    unknownCommand:
      'Dieser Befehl ist neuer oder älter als der Bot. Es wurde nichts geändert. Versuch es in ein paar Minuten noch einmal; ' +
      'wenn es so bleibt, muss ein Admin die Befehle neu registrieren.',
    clanStopped:
      'Der Bot ist für diesen Clan gerade nicht verfügbar, weil an seiner Einrichtung etwas nicht stimmt. Es wurde nichts geändert. ' +
      'Sag bitte einem Admin Bescheid: Wer den Bot betreibt, findet den Grund in dessen Konsole.',
  },
  'es-ES': {
    unknownCommand:
      'Este comando es más nuevo o más antiguo que el bot. No se ha cambiado nada. Inténtalo de nuevo en unos minutos; ' +
      'si sigue igual, un admin tiene que registrar los comandos otra vez.',
    clanStopped:
      'El bot no atiende a este clan en este momento porque algo de su configuración está mal. No se ha cambiado nada. ' +
      'Avisa a un admin: quien gestiona el bot encontrará el motivo en su consola.',
  },
  fr: {
    unknownCommand:
      'Cette commande est plus récente ou plus ancienne que le bot. Rien n’a été changé. Réessaie dans quelques minutes ; ' +
      'si ça continue, un admin doit enregistrer de nouveau les commandes.',
    clanStopped:
      'Le bot n’est pas disponible pour ce clan en ce moment, car quelque chose ne va pas dans sa configuration. Rien n’a été changé. ' +
      'Préviens un admin : la personne qui gère le bot trouvera la raison dans sa console.',
  },
  'pt-BR': {
    unknownCommand:
      'Este comando é mais novo ou mais antigo que o bot. Nada foi alterado. Tente de novo em alguns minutos; ' +
      'se continuar assim, um admin precisa registrar os comandos de novo.',
    clanStopped:
      'O bot não está atendendo este clã no momento, porque algo na configuração está errado. Nada foi alterado. ' +
      'Avise um admin: quem cuida do bot encontra o motivo no console.',
  },
});

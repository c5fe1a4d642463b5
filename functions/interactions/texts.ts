import { catalogue } from '../../shared/languages/catalogue.ts';

/** What the front door itself says. Each text tells what happened, what was not changed and what to do next. */
export const texts = catalogue({
  en: {
    late: 'This reached the bot too late. Nothing was changed. Please try again.',
    busy: 'The bot is busy and could not take this on. Nothing was changed. Please try again in a moment.',
    uncertain:
      'The bot could not make sure in time that this was taken on. It may still be carried out; this message then ' +
      'changes. If it has not changed in a few minutes, look before you repeat it.',
    otherGuild: "This bot only works in its own clan's server. Nothing was changed.",
  },
  de: {
    late: 'Das kam zu spät beim Bot an. Es wurde nichts geändert. Versuch es bitte noch einmal.',
    busy: 'Der Bot ist beschäftigt und konnte das nicht annehmen. Es wurde nichts geändert. Versuch es bitte gleich noch einmal.',
    uncertain:
      'Der Bot konnte nicht rechtzeitig feststellen, ob das angenommen wurde. Vielleicht wird es noch ausgeführt; dann ändert ' +
      'sich diese Nachricht. Hat sie sich in ein paar Minuten nicht geändert, sieh nach, bevor du es wiederholst.',
    otherGuild: 'Dieser Bot funktioniert nur auf dem Server seines eigenen Clans. Es wurde nichts geändert.',
  },
  'es-ES': {
    late: 'Esto llegó al bot demasiado tarde. No se ha cambiado nada. Inténtalo de nuevo.',
    busy: 'El bot está ocupado y no ha podido atender esto. No se ha cambiado nada. Inténtalo de nuevo en un momento.',
    uncertain:
      'El bot no ha podido confirmar a tiempo que esto se aceptara. Puede que aún se lleve a cabo; entonces este mensaje ' +
      'cambiará. Si no cambia en unos minutos, compruébalo antes de repetirlo.',
    otherGuild: 'Este bot solo funciona en el servidor de su propio clan. No se ha cambiado nada.',
  },
  fr: {
    late: 'C’est arrivé trop tard au bot. Rien n’a été changé. Réessaie.',
    busy: 'Le bot est occupé et n’a pas pu s’en charger. Rien n’a été changé. Réessaie dans un instant.',
    uncertain:
      'Le bot n’a pas pu vérifier à temps que la demande a été acceptée. Elle sera peut-être encore exécutée ; ce message ' +
      'changera alors. S’il n’a pas changé dans quelques minutes, vérifie avant de recommencer.',
    otherGuild: 'Ce bot ne fonctionne que sur le serveur de son propre clan. Rien n’a été changé.',
  },
  'pt-BR': {
    late: 'Isto chegou tarde demais ao bot. Nada foi alterado. Tente de novo.',
    busy: 'O bot está ocupado e não conseguiu atender. Nada foi alterado. Tente de novo daqui a pouco.',
    uncertain:
      'O bot não conseguiu confirmar a tempo que isto foi aceito. Ainda pode ser executado; nesse caso, esta mensagem ' +
      'muda. Se ela não mudar em alguns minutos, confira antes de repetir.',
    otherGuild: 'Este bot só funciona no servidor do próprio clã. Nada foi alterado.',
  },
});

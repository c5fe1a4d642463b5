import { catalogue } from '../../shared/languages/catalogue.ts';

/** What members read whose command ended with the function that handled it. */
export const texts = catalogue({
  en: {
    unsure: 'The bot stopped in the middle of this. Please look whether it was done before you try again.',
    stopped:
      'The bot stopped before it could do this. Nothing was changed, and nothing will be. Please try again.',
  },
  de: {
    unsure:
      'Der Bot ist mittendrin stehen geblieben. Sieh bitte nach, ob es getan wurde, bevor du es noch einmal versuchst.',
    stopped:
      'Der Bot ist stehen geblieben, bevor er das tun konnte. Es wurde nichts geändert, und es wird nichts mehr geändert. Versuch es bitte noch einmal.',
  },
  'es-ES': {
    unsure: 'El bot se detuvo a mitad de esto. Comprueba si se hizo antes de intentarlo de nuevo.',
    stopped:
      'El bot se detuvo antes de poder hacer esto. No se ha cambiado nada ni se cambiará. Inténtalo de nuevo.',
  },
  fr: {
    unsure: 'Le bot s’est arrêté au milieu de l’opération. Regarde si elle a été faite avant de réessayer.',
    stopped:
      'Le bot s’est arrêté avant de pouvoir le faire. Rien n’a été changé et rien ne le sera. Réessaie.',
  },
  'pt-BR': {
    unsure: 'O bot parou no meio disto. Veja se foi feito antes de tentar de novo.',
    stopped: 'O bot parou antes de conseguir fazer isto. Nada foi alterado, nem será. Tente de novo.',
  },
});

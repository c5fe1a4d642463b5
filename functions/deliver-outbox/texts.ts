import { catalogue } from '../../shared/languages/catalogue.ts';

/** What members read whose command ended with the function that handled it. */
export const texts = catalogue({
  en: {
    stopped:
      'The bot stopped before it could do this. Nothing was changed, and nothing will be. Please try again.',
  },
  de: {
    stopped:
      'Der Bot ist stehen geblieben, bevor er das tun konnte. Es wurde nichts geändert, und es wird nichts mehr geändert. Versuch es bitte noch einmal.',
  },
  'es-ES': {
    stopped:
      'El bot se detuvo antes de poder hacer esto. No se ha cambiado nada ni se cambiará. Inténtalo de nuevo.',
  },
  fr: {
    stopped:
      'Le bot s’est arrêté avant de pouvoir le faire. Rien n’a été changé et rien ne le sera. Réessaie.',
  },
  'pt-BR': {
    stopped: 'O bot parou antes de conseguir fazer isto. Nada foi alterado, nem será. Tente de novo.',
  },
});

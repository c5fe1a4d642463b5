import { catalogue } from '../languages/catalogue.ts';

/** What members read who name nobody, do something to themselves or to a bot, or whose typed text was refused. */
export const contextTexts = catalogue({
  en: {
    nobody: 'No member was named, so nothing was changed. Choose one and try again.',
    oneself: {
      points: 'Nobody changes their own points. Nothing was changed. Ask another officer.',
      undo: 'Nobody undoes an entry of their own. Nothing was changed. Ask another moderator.',
      rank: 'Nobody changes their own rank. Nothing was changed. Ask another admin.',
      quota: 'Nobody excuses themselves. Nothing was changed. Ask another officer.',
      leave: 'Nobody decides on their own leave. Nothing was changed. Ask another officer.',
      card: 'Nobody decides on their own promotion. Nothing was changed. Ask another admin.',
      blacklist: 'You cannot blacklist yourself. Nothing was changed.',
    },
    bots: {
      points: 'Bots have no points. Nothing was changed.',
      rank: 'Bots have no rank. Nothing was changed.',
      blacklist: 'Bots cannot use commands, so there is nothing to blacklist. Nothing was changed.',
    },
    youHadTyped: 'You had typed:',
  },
  de: {
    nobody:
      'Es wurde kein Mitglied genannt, also wurde nichts geändert. Wähle eins aus und versuch es noch einmal.',
    oneself: {
      points: 'Niemand ändert die eigenen Punkte. Es wurde nichts geändert. Frag einen anderen Offizier.',
      undo: 'Niemand nimmt einen eigenen Eintrag zurück. Es wurde nichts geändert. Frag einen anderen Moderator.',
      rank: 'Niemand ändert den eigenen Rang. Es wurde nichts geändert. Frag einen anderen Admin.',
      quota: 'Niemand entschuldigt sich selbst. Es wurde nichts geändert. Frag einen anderen Offizier.',
      leave:
        'Niemand entscheidet über die eigene Abmeldung. Es wurde nichts geändert. Frag einen anderen Offizier.',
      card: 'Niemand entscheidet über die eigene Beförderung. Es wurde nichts geändert. Frag einen anderen Admin.',
      blacklist: 'Du kannst dich nicht selbst auf die Blacklist setzen. Es wurde nichts geändert.',
    },
    bots: {
      points: 'Bots haben keine Punkte. Es wurde nichts geändert.',
      rank: 'Bots haben keinen Rang. Es wurde nichts geändert.',
      blacklist:
        'Bots können keine Befehle benutzen, eine Blacklist ist also nicht nötig. Es wurde nichts geändert.',
    },
    youHadTyped: 'Du hattest eingegeben:',
  },
  'es-ES': {
    nobody:
      'No se ha indicado ningún miembro, así que no se ha cambiado nada. Elige uno e inténtalo de nuevo.',
    oneself: {
      points: 'Nadie cambia sus propios puntos. No se ha cambiado nada. Pídeselo a otro oficial.',
      undo: 'Nadie deshace una entrada propia. No se ha cambiado nada. Pídeselo a otro moderador.',
      rank: 'Nadie cambia su propio rango. No se ha cambiado nada. Pídeselo a otro admin.',
      quota: 'Nadie se justifica a sí mismo. No se ha cambiado nada. Pídeselo a otro oficial.',
      leave: 'Nadie decide sobre su propia ausencia. No se ha cambiado nada. Pídeselo a otro oficial.',
      card: 'Nadie decide sobre su propio ascenso. No se ha cambiado nada. Pídeselo a otro admin.',
      blacklist: 'No puedes ponerte a ti en la lista negra. No se ha cambiado nada.',
    },
    bots: {
      points: 'Los bots no tienen puntos. No se ha cambiado nada.',
      rank: 'Los bots no tienen rango. No se ha cambiado nada.',
      blacklist:
        'Los bots no pueden usar comandos, así que no hace falta una lista negra. No se ha cambiado nada.',
    },
    youHadTyped: 'Habías escrito:',
  },
  fr: {
    nobody: 'Aucun membre n’a été indiqué, donc rien n’a été changé. Choisis-en un et réessaie.',
    oneself: {
      points: 'Personne ne change ses propres points. Rien n’a été changé. Demande à un autre officier.',
      undo: 'Personne n’annule une de ses propres entrées. Rien n’a été changé. Demande à un autre modérateur.',
      rank: 'Personne ne change son propre rang. Rien n’a été changé. Demande à un autre admin.',
      quota: 'Personne ne s’excuse soi-même. Rien n’a été changé. Demande à un autre officier.',
      leave: 'Personne ne décide de sa propre absence. Rien n’a été changé. Demande à un autre officier.',
      card: 'Personne ne décide de sa propre promotion. Rien n’a été changé. Demande à un autre admin.',
      blacklist: 'Tu ne peux pas te mettre toi-même sur la liste noire. Rien n’a été changé.',
    },
    bots: {
      points: 'Les bots n’ont pas de points. Rien n’a été changé.',
      rank: 'Les bots n’ont pas de rang. Rien n’a été changé.',
      blacklist:
        'Les bots ne peuvent pas utiliser de commandes, une liste noire est donc inutile. Rien n’a été changé.',
    },
    youHadTyped: 'Tu avais écrit :',
  },
  'pt-BR': {
    nobody: 'Nenhum membro foi indicado, então nada foi alterado. Escolha um e tente de novo.',
    oneself: {
      points: 'Ninguém muda os próprios pontos. Nada foi alterado. Peça a outro oficial.',
      undo: 'Ninguém desfaz um lançamento próprio. Nada foi alterado. Peça a outro moderador.',
      rank: 'Ninguém muda a própria patente. Nada foi alterado. Peça a outro admin.',
      quota: 'Ninguém justifica a si mesmo. Nada foi alterado. Peça a outro oficial.',
      leave: 'Ninguém decide sobre a própria ausência. Nada foi alterado. Peça a outro oficial.',
      card: 'Ninguém decide sobre a própria promoção. Nada foi alterado. Peça a outro admin.',
      blacklist: 'Você não pode se colocar na lista negra. Nada foi alterado.',
    },
    bots: {
      points: 'Bots não têm pontos. Nada foi alterado.',
      rank: 'Bots não têm patente. Nada foi alterado.',
      blacklist: 'Bots não usam comandos, então não há o que colocar na lista negra. Nada foi alterado.',
    },
    youHadTyped: 'Você tinha digitado:',
  },
});

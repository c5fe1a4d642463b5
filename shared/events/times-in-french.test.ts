import { describePhrases } from '../../test/support/typed-phrases.ts';

describePhrases({
  locales: ['fr'],
  starts: {
    '11-27 21:30':
      'hier à 21h30 | hier 21h30 | hier, 21:30 | hier à 21:30 | hier à 21 h 30 | hier a 21h30 | hier soir à 21h30 | hier soir 21h30 | hier soir à 9h30 | hier soir à 9h et demie | hier soir à neuf heures et demie | hier à 9h30 du soir | hier à neuf heures et demie du soir | hier à 21 heures 30 | 21h30 hier | à 21h30 hier | hier vers 21h30 | HIER À 21H30 | vendredi 21h30 | vendredi à 21h30 | vendredi soir à 9h30 | ven 21h30 | ven. 21:30 | Ven. à 21h30 | vendredi dernier à 21h30 | vendredi dernier 21h30 | ce vendredi à 21h30 | vendredi de cette semaine 21h30 | 27 novembre à 21h30 | le 27 novembre à 21h30 | 27 nov. 21h30 | 27 nov 21:30 | 27 novembre 2026 à 21:30 | vendredi 27 novembre 2026 à 21:30 | vendredi 27 novembre à 21h30 | ven. 27 nov. à 21h30 | 27/11 à 21h30 | 27/11 21h30 | 27/11/2026 21:30 | 27/11/26 à 21h30 | 27-11-2026 21:30 | 27.11.2026 21:30 | le 27/11 à 21h30 | le 27 à 21h30 | vendredi 27 à 21h30 | vendredi 27 21h30 | ven. 27 à 21h30 | il y a un jour à 21h30 | yesterday 9:30 pm | la nuit dernière à 21h30 | à 21h30 le 27 novembre',
    '11-28 20:00':
      "28/11 à 20h | 28 novembre à 20h | aujourd'hui à 20h | aujourdhui 20h | aujourd’hui 20h | auj 20h | ajd 20h | 20h | à 20h | 20 heures | à 20 heures | 20h00 | ce soir à 8h | ce soir à 20h | ce soir 20h | à 8h du soir | à huit heures du soir | samedi 20h | sam. 20h | sam 20:00 | samedi soir à 8h | samedi 28 à 20h | maintenant | vers 20h | à vingt heures | depuis 20h",
    '11-26 21:00':
      'avant-hier 21h | avant-hier à 21h | avant hier 21h | avant-hier soir à 9h | jeudi 21h | jeu. 21h | jeudi à 21h | jeudi dernier à 21h | il y a deux jours à 21h | il y a 2 jours à 21h | jeudi 26 à 21h | 26/11 à 21h | le 26 à 21h | avant-hier à 21 heures | avant-hier à neuf heures du soir',
    '11-27 20:15':
      'hier soir à huit heures et quart | hier soir à 8h et quart | hier à 20h15 | hier à 20 heures 15 | hier à 20h et quart',
    '11-27 19:45':
      'hier soir à huit heures moins le quart | hier soir à 8h moins le quart | hier à 19h45 | hier à 20h moins le quart',
    '11-27 19:50': 'hier soir à huit heures moins dix | hier soir à 8h moins 10 | hier à 19h50',
    '11-27 20:10': 'hier soir à huit heures dix | hier à 20h10 | hier à vingt heures dix',
    '11-28 18:00':
      "il y a 2 heures | il y a 2h | il y a deux heures | y a 2 heures | y a 2h | ya 2h | il y a environ 2 heures | ça fait 2 heures | il y a 120 minutes | aujourd'hui à 18h | ce soir à 6h | ce soir à six heures",
    '11-28 18:30':
      'il y a une heure et demie | il y a 1h30 | il y a 90 minutes | il y a 1,5 heure | il y a 1 heure et 30 minutes',
    '11-28 19:30':
      'il y a une demi-heure | il y a une demi heure | il y a 30 minutes | il y a 30 min | il y a 30 mn',
    '11-28 19:45': "il y a un quart d'heure | il y a 15 minutes",
    '11-28 19:00': 'il y a une heure | il y a 1h | il y a 1 heure',
    '11-28 09:00':
      "ce matin à 9h | ce matin 9h | aujourd'hui à 9h du matin | à 9h du matin | ce matin à neuf heures | samedi matin à 9h | 9h du mat",
    '11-27 09:00':
      'hier matin à 9h | hier à 9h du matin | vendredi matin à 9h | hier matin 9h | vendredi à neuf heures du matin',
    '11-28 15:00':
      "cet après-midi à 3h | cet aprem à 15h | aujourd'hui à 15h | cet apres-midi à 15h | à 3h de l'après-midi | samedi après-midi à 3h | cet après midi à trois heures",
    '11-27 15:00':
      "hier après-midi à 3h | hier à 15h | hier à 3h de l'après-midi | hier aprem à 15h | vendredi après-midi à 15h",
    '11-27 12:00': 'hier midi | hier à midi | hier à 12h | vendredi midi | vendredi à midi | le 27 à midi',
    '11-27 12:30': 'hier à midi et demi | hier midi et demie | hier à 12h30',
    '11-28 02:00':
      "aujourd'hui à 2h du matin | ce matin à 2h | à 2h du matin | la nuit dernière à 2h | samedi à 2h du matin",
    '11-28 00:00': 'minuit | à minuit | 0h | à 0h00',
    '11-20 21:00':
      'vendredi de la semaine dernière à 21h | la semaine dernière vendredi à 21h | vendredi il y a une semaine à 21h | 20 novembre 21h | le 20 à 21h | vendredi 20 à 21h | le 20/11 à 21h',
    '11-21 20:00':
      'il y a une semaine à 20h | il y a 7 jours à 20h | samedi dernier à 20h | il y a 1 semaine à 20h',
    '11-14 20:00': 'il y a deux semaines à 20h | il y a 14 jours à 20h',
    '11-22 15:00':
      "dimanche 15h | dim. 15h | dimanche à 15h | dimanche dernier à 15h | dimanche 22 à 15h | dimanche à 3h de l'après-midi",
    '11-25 20:00': 'mercredi 20h | mer. 20h | mer 20h | mercredi soir à 8h | il y a trois jours à 20h',
    '11-24 20:00': 'mardi 20h | mar. 20h | mar 20h | mardi 24 novembre 2026 à 20:00 | mardi 24 à 20h',
    '11-23 20:00': 'lundi 20h | lun. 20h | lundi à 20h | lundi 23 20h',
    '10-05 20:00': '5 octobre à 20h | 5 oct. 20h | 5/10 à 20h | 05/10/2026 20:00 | le 5 oct à 20h',
    '11-01 20:00':
      '1er novembre à 20h | le 1er novembre 20h | premier novembre à 20h | le premier novembre à 20h | 1 novembre 20h | 01/11 à 20h',
    refused:
      "hier à huit heures et demie | à neuf heures et quart | huit heures moins dix | hier | hier soir | vendredi | le 27 | vendredi 20 | vendredi 8 | demain à 20h | demain matin à 9h | après-demain 20h | vendredi prochain à 20h | vendredi de la semaine prochaine à 20h | cette nuit à 2h | hier à minuit | vendredi minuit | vendredi dans la nuit à 1h | entre 20h et 22h | hier entre 20h et 22h | de 20h à 22h | 20h-22h | 20h - 22h | de 20 à 22h | hier de 20h à 22h | il y a quelques heures | il y a un moment | tout à l'heure | l'autre jour | ce week-end à 20h | le week-end dernier à 20h | mi-novembre | 31 novembre 20h | 29 février à 20h | 28 novembre | jeudi 27 à 20h | jeudi 27 novembre à 20h | hier à 25h | hier à 20h60 | hier à 20h ou quelque chose | après 20h | avant 20h | peu après 20h | dans 2 heures | 2 heures plus tard | pendant 2 heures | il y a huit jours à 20h | il y a 8 jours à 20h | il y a quinze jours à 20h | il y a 15 jours à 20h | hier matin à 20h | hier à 9h du matin du soir | hier avant-hier 20h | 5 décembre à 20h | 28 novembre 2025 à 20h | soir | du matin | 20h 22h | Noël à 20h | pas hier à 20h | depuis 2 heures | avant avant-hier 20h | 27 11 20h",
  },
  ends: {
    '11-28 20:00':
      "20h | à 20h | jusqu'à 20h | jusqu’à 20h | 2 heures plus tard | 2h plus tard | 2 heures après | pendant 2 heures | pendant 2h | durant 2 heures | deux heures plus tard | 120 minutes | +2h | + 2 heures | dans 2 heures | au bout de 2 heures | maintenant | aujourd'hui à 20h | 28/11 à 20h | samedi à 20h | 20 heures | ce soir à 8h | à huit heures du soir | fin à 20h",
    '11-28 19:30':
      '90 minutes | 90 min | pendant une heure et demie | 1,5 heure | 1 heure et 30 minutes | pendant 1h30 | +90 min | 19h30 | à 19:30 | il y a une demi-heure',
    '11-28 18:30':
      'une demi-heure | une demi-heure plus tard | demi-heure plus tard | 30 minutes | pendant 30 min',
    '11-28 18:45': "trois quarts d'heure | 45 minutes plus tard",
    '11-29 00:15': '0h15 | 00:15 | à 0h15',
    '11-29 00:00': "minuit | à minuit | jusqu'à minuit | 24h",
    '11-29 01:00': 'dimanche à 1h | dim. 1h | 29/11 à 1h | dimanche 29 à 1h | 1h du matin',
    refused:
      '2h | 2 heures | deux heures | une heure et demie | 1h30 | 17h | hier à 20h | de 20h à 22h | quelques heures | tard | jusque tard | 2 heures avant | un moment',
  },
});

import { describePhrases } from '../../test/support/typed-phrases.ts';

describePhrases({
  locales: ['de'],
  starts: {
    '11-27 20:00':
      'gestern 20 Uhr | gestern um 20 Uhr | gestern um 20:00 | gestern, 20:00 Uhr | gestern Abend um 8 | gestern Abend 20 Uhr | gestern abend um acht | gestern Abend um 8 Uhr | 20 Uhr gestern | um 20 Uhr gestern | gestern 20h | gestern um 20.00 Uhr | gestern gegen 20 Uhr | gestern ab 20 Uhr | gestern Punkt 20 Uhr | GESTERN 20 UHR | gestern um acht Uhr abends | gestern 8 Uhr abends | gestern um zwanzig Uhr | Freitag 20 Uhr | Fr 20 Uhr | Fr. 20 Uhr | fr 20:00 | am Freitag um 20 Uhr | am Freitag Abend um 8 | Freitagabend um 8 | Freitagabend 20 Uhr | freitag abend 20:00 | letzten Freitag 20 Uhr | letzten Freitag um 20:00 Uhr | am letzten Freitag um 20 Uhr | letzter Freitag 20 Uhr | vergangenen Freitag 20 Uhr | Freitag, 27. November 20 Uhr | Freitag, den 27. November um 20 Uhr | Fr, 27.11. 20:00 | Fr 27.11.2026 20:00 | Fr., 27. Nov. 2026, 20:00 Uhr | 27. November 20 Uhr | 27. Nov 20 Uhr | 27. Nov. um 20 Uhr | 27 nov 20h | am 27.11. um 20 Uhr | 27.11. 20 Uhr | 27.11.26 20 Uhr | 27.11.2026 20:00 Uhr | 27/11 20 Uhr | 2026-11-27 20:00 | am 27. um 20 Uhr | am 27. um 8 Uhr abends | Freitag der 27. um 20 Uhr | Freitag 27. um 20 Uhr | Freitag 27 um 20 Uhr | diesen Freitag 20 Uhr | Freitag dieser Woche 20 Uhr | vor einem Tag um 20 Uhr | gestern um 8 abends | yesterday 8pm | 20 Uhr am Freitag | 20 Uhr am 27. November',
    '11-28 20:00':
      '28. November 20 Uhr | heute 20 Uhr | heute um 20:00 | 20 Uhr | um 20 Uhr | 20:00 Uhr | 20h | heute Abend um 8 | heute Abend 20 Uhr | heute abend um acht | heute um acht Uhr abends | heute um 8 Uhr abends | Samstag 20 Uhr | Sonnabend 20 Uhr | Sa 20 Uhr | sa. 20:00 | Samstagabend um 8 | 28.11. 20 Uhr | 28.11.2026 um 20 Uhr | 28.11. um 20:00 Uhr | jetzt | gerade eben | eben | seit 20 Uhr | ab 20 Uhr',
    '11-27 20:30':
      'gestern 20:30 | gestern 20 Uhr 30 | gestern 20.30 Uhr | gestern 20h30 | gestern Abend halb neun | gestern Abend um halb neun | gestern halb neun abends | gestern um halb 9 abends | Freitagabend halb neun | Freitag halb neun abends | letzten Freitag um halb neun abends',
    '11-26 21:30':
      'vorgestern 21:30 | vorgestern um 21:30 Uhr | vorgestern Abend halb zehn | Donnerstag 21:30 | Do 21:30 | Donnerstagabend um halb zehn | vor zwei Tagen um 21:30 | vor 2 Tagen um 21 Uhr 30 | letzten Donnerstag 21:30 | 26.11. 21:30 | 26. nov 21:30',
    '11-27 20:15':
      'gestern Abend Viertel nach acht | gestern Abend viertel nach 8 | gestern 20 Uhr 15 | gestern viertel nach acht abends | gestern Viertel nach 20 Uhr',
    '11-27 19:45':
      'gestern Abend Viertel vor acht | gestern Abend dreiviertel acht | gestern 19 Uhr 45 | gestern viertel vor 8 abends',
    '11-27 20:25': 'gestern Abend fünf vor halb neun | gestern Abend 5 vor halb 9 | gestern 20:25',
    '11-27 20:35': 'gestern Abend fünf nach halb neun | gestern Abend fuenf nach halb neun',
    '11-27 19:50': 'gestern Abend zehn vor acht | gestern Abend 10 vor 8',
    '11-28 18:00':
      'vor 2 Stunden | vor zwei Stunden | vor 2 Std | vor 2 Std. | vor 2h | vor etwa 2 Stunden | vor ca. 2 Stunden | heute 18 Uhr | heute um sechs Uhr abends | vor 120 Minuten | seit 2 Stunden | heute Abend um 6',
    '11-28 19:30':
      'vor einer halben Stunde | vor 30 Minuten | vor 30 min | heute 19:30 | heute Abend um halb acht | vor einer halben stunde',
    '11-28 18:30':
      'vor anderthalb Stunden | vor eineinhalb Stunden | vor 1,5 Stunden | vor 90 Minuten | vor 1 Stunde 30 Minuten | vor 1h30 | vor einer Stunde und 30 Minuten',
    '11-28 19:45': 'vor einer Viertelstunde | vor 15 Minuten',
    '11-28 19:00': 'vor einer Stunde | vor 1 Stunde',
    '11-28 09:00':
      'heute Morgen um 9 | heute morgen 9 Uhr | heute früh um 9 | heute früh 9 Uhr | heute um 9 Uhr morgens | heute Vormittag um 9 | heute vormittag um neun | heute frueh um neun | Samstagmorgen 9 Uhr | Samstag Morgen um 9 | Samstagvormittag um 9 | Samstag früh um 9',
    '11-27 09:00':
      'gestern Morgen um 9 | gestern früh um 9 Uhr | gestern Vormittag 9 Uhr | gestern um 9 Uhr früh | Freitag Morgen um 9 Uhr | Freitagmorgen um 9 | freitag morgen 9 uhr | am Freitag Vormittag um 9 | gestern 9 Uhr morgens',
    '11-28 15:00':
      'heute Nachmittag um 3 | heute nachmittag um drei | heute 15 Uhr | heute um drei Uhr nachmittags | Samstagnachmittag um 3 | 3 Uhr nachmittags | nachmittags um 3',
    '11-27 12:00':
      'gestern 12 Uhr mittags | gestern um 12 Uhr mittags | gestern Mittag um 12 | gestern 12:00',
    '11-27 13:00': 'gestern Mittag um 1 | gestern um 13 Uhr | gestern Mittag um eins',
    '11-27 23:00':
      'gestern Nacht um 23 Uhr | gestern Nacht um 11 | letzte Nacht um 11 | letzte Nacht 23 Uhr | gestern um 23 Uhr',
    '11-28 01:00': 'letzte Nacht um 1 | letzte Nacht um eins | in der letzten Nacht um 1 Uhr',
    '11-28 00:00':
      '0 Uhr | heute 0 Uhr | heute 0:00 | Mitternacht | um Mitternacht | gestern 24 Uhr | 24 Uhr',
    '11-20 20:00':
      'letzte Woche Freitag 20 Uhr | Freitag letzter Woche um 20 Uhr | Freitag letzte Woche 20 Uhr | Freitag vor einer Woche 20 Uhr | 20. November 20 Uhr | am 20.11. um 20 Uhr | vorige Woche Freitag um 20 Uhr',
    '11-21 20:00':
      'vor einer Woche um 20 Uhr | vor 7 Tagen um 20 Uhr | letzten Samstag 20 Uhr | heute vor einer Woche um 20 Uhr | letzte Woche Samstag 20 Uhr | Samstag vor 1 Woche 20 Uhr',
    '11-13 20:00':
      'vorletzte Woche Freitag 20 Uhr | Freitag vor zwei Wochen um 20 Uhr | vor zwei Wochen am Freitag um 20 Uhr | Freitag vor 2 Wochen 20 Uhr',
    '11-14 20:00': 'vor zwei Wochen um 20 Uhr | vor 14 Tagen um 20 Uhr',
    '11-22 15:00':
      'letzten Sonntag 15 Uhr | Sonntag 15 Uhr | So 15 Uhr | So. 15:00 | So, 22.11., 15 Uhr | am Sonntag um 15 Uhr | Sonntagnachmittag um 3',
    '11-25 20:00': 'Mittwoch 20 Uhr | Mi 20 Uhr | mi. 20 uhr | Mittwochabend um 8 | vor drei Tagen um 20 Uhr',
    '11-24 20:00': 'Dienstag 20 Uhr | Di 20 Uhr | Dienstag, 24. November 2026 um 20:00 | di 24.11. 20 uhr',
    '11-23 20:00': 'Montag 20 Uhr | Mo 20 Uhr | mo. 20h | Montagabend 20 Uhr',
    '10-05 20:00': '5. Oktober 20 Uhr | 5. Okt. 20 Uhr | 5 Okt 20:00 | 5.10. 20 Uhr | 05.10.2026 20:00',
    '11-01 20:00': '1. November 20 Uhr | am ersten November um 20 Uhr | 1.11. 20 Uhr',
    '10-12 08:00': 'am 12. Oktober um 8 Uhr morgens',
    '11-28 08:00': 'um 8 | heute um 8 | 8 Uhr | um acht',
    refused:
      'gestern halb neun | gestern um halb 9 | halb neun | gestern Viertel nach acht | gestern zehn vor acht | gestern | gestern Abend | Freitag | am 27. | letzten Freitag | Freitag 20 | Freitag 8 | morgen 20 Uhr | morgen früh um 9 | übermorgen 20 Uhr | uebermorgen um 8 | nächsten Freitag 20 Uhr | kommenden Freitag 20 Uhr | nächste Woche Freitag 20 Uhr | heute Nacht um 2 | diese Nacht um 2 | gestern Nacht um 2 | Freitagnacht um 1 | Freitag Mitternacht | in der Nacht auf Samstag um 2 | kurz nach 8 | gestern kurz vor acht | nach 20 Uhr | vor 20 Uhr | gestern zwischen 20 und 22 Uhr | 20 bis 22 Uhr | von 20 bis 22 Uhr | gestern 20-22 Uhr | 20 Uhr - 22 Uhr | vor ein paar Stunden | vor einigen Minuten | neulich | letztes Wochenende | am Wochenende um 20 Uhr | Mitte November | Ende November 20 Uhr | 31. November 20 Uhr | 29. Februar 20 Uhr | 28. November | Freitag, 28. November 20 Uhr | gestern 25 Uhr | gestern 20:60 | gestern 20 Uhr oder so | nicht gestern 20 Uhr | 2 Stunden | in 2 Stunden | 2 Stunden später | vor acht Tagen um 20 Uhr | vor 8 Tagen um 20 Uhr | vorletzten Freitag 20 Uhr | gestern 8 Uhr nachmittags abends | gestern 20 Uhr morgens | so um 20 Uhr | gestern vorgestern 20 Uhr | 5. Dezember 20 Uhr | 28. November 2025 20 Uhr | Abend | nachts | 20 Uhr 22 Uhr | am 27. 11. 12. 20 Uhr | übergestern 20 Uhr | gestern irgendwann | ab und zu | Weihnachten 20 Uhr',
  },
  ends: {
    '11-28 20:00':
      '20 Uhr | um 20 Uhr | bis 20 Uhr | 2 Stunden später | 2 Stunden lang | für 2 Stunden | nach 2 Stunden | zwei Stunden später | zwei Stunden | 120 Minuten | 2 Std. | 2 Std später | in 2 Stunden | dauerte 2 Stunden | heute 20 Uhr | +2h | jetzt | 28.11. 20 Uhr | Ende 20 Uhr | heute Abend um 8 | Samstag 20 Uhr | 2 Stunden danach | bis um 20 Uhr | 2 Stunden nach Beginn',
    '11-28 19:30':
      '90 Minuten | 90 min | anderthalb Stunden | 1,5 Stunden | eineinhalb Stunden später | 1 Stunde 30 Minuten | eine Stunde und 30 Minuten | für 90 Minuten | +90 min | 19:30 | 19 Uhr 30 | abends um halb acht | vor einer halben Stunde',
    '11-28 18:30':
      'eine halbe Stunde | eine halbe Stunde später | 30 Minuten später | nach einer halben Stunde | 18:30 Uhr',
    '11-28 18:45': 'eine Dreiviertelstunde | 45 Minuten später | dreiviertelstunde später',
    '11-29 00:15': '0:15 | 00:15 Uhr | 0 Uhr 15',
    '11-29 00:00': 'Mitternacht | 24 Uhr | 0 Uhr | bis Mitternacht',
    '11-29 01:00': 'Sonntag 1 Uhr | So 1 Uhr | 29.11. 1 Uhr',
    refused:
      '2h | 1h30 | 17 Uhr | gestern 20 Uhr | 20 bis 22 Uhr | kurz nach 8 | ein paar Stunden | spät | bis spät | 2 Stunden vorher | halb neun? | lange',
  },
});

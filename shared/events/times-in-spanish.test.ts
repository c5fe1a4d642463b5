import { describePhrases } from '../../test/support/typed-phrases.ts';

describePhrases({
  locales: ['es-ES', 'es-419'],
  starts: {
    '11-27 21:00':
      'ayer a las 9 de la noche | ayer a las 21 | ayer a las 21:00 | ayer a las 21h | ayer 21h | ayer 21 hs | ayer a las 21 horas | ayer a las nueve de la noche | ayer, 21:00 | ayer 21.00 | ayer a las 9pm | ayer 9 pm | ayer 9 p.m. | ayer a las 9 p. m. | ayer por la noche a las 9 | ayer en la noche a las 9 | ayer noche a las 9 | anoche a las 9 | anoche a las nueve | anoche 21:00 | anoche a las 21h | anoche a las 9 de la noche | a las 9 de la noche de ayer | a las 21 de ayer | 21h ayer | las 9 de la noche de ayer | ayer sobre las 21:00 | ayer a eso de las 9 de la noche | AYER A LAS 21:00 | ayer a las veintiuna horas | ayer a las 9 en punto de la noche | viernes 21h | el viernes a las 21 | el viernes a las 9 de la noche | viernes por la noche a las 9 | viernes noche a las 9 | vie 21:00 | vie. 21:00 | Vie 21h | el viernes pasado a las 21 | viernes pasado 21:00 | el pasado viernes a las 21 | el último viernes a las 21 | este viernes a las 21 | viernes de esta semana 21h | 27 de noviembre a las 21 | 27 de noviembre, 21:00 | 27 de noviembre de 2026 a las 21:00 | el 27 de noviembre a las 9 de la noche | 27 nov 21h | 27 nov. 21:00 | 27 de nov. a las 21 | noviembre 27 a las 21:00 | viernes, 27 de noviembre de 2026, 21:00 | viernes 27 de noviembre a las 21 | 27/11 a las 21 | 27/11 21h | 27/11/2026 21:00 | 27-11-26 21:00 | 27.11. 21:00 | el 27 a las 21 | el día 27 a las 21h | el dia 27 a las 9 de la noche | viernes 27 a las 21 | viernes 27 21h | el viernes 27 a las 9 de la noche | vie 27 21:00 | hace 1 día a las 21:00 | yesterday 9pm | la noche pasada a las 9',
    '11-28 20:00':
      '28 de noviembre a las 20 | hoy a las 20 | hoy a las 8 de la tarde | hoy 20h | hoy a las ocho de la noche | 20h | a las 20 | a las 20:00 | las 20:00 | 20 horas | a las ocho de la tarde | a las 8 de la noche | esta tarde a las 8 | esta noche a las 8 | sábado 20h | sab 20h | sáb. 20:00 | sábado a las 20 | el sábado a las 8 de la noche | ahora | ahora mismo | hoy por la noche a las 8 | desde las 20',
    '11-26 21:30':
      'anteayer 21:30 | anteayer a las 21:30 | anteayer a las 9 y media de la noche | antier 21:30 | antes de ayer a las 21:30 | jueves 21:30 | jue 21:30 | el jueves a las 21 y media | hace dos días a las 21:30 | jueves 26 a las 21:30 | 26/11 21:30 | anteayer 21h30 | anteayer a las 21 y 30',
    '11-27 20:30':
      'ayer a las ocho y media de la tarde | ayer a las 8 y media de la noche | ayer a las 8:30 de la noche | ayer 20:30 | anoche a las 8 y media | ayer a las 20 y media',
    '11-27 20:15':
      'ayer a las ocho y cuarto de la noche | ayer a las 8 y cuarto de la tarde | anoche a las 8 y cuarto | ayer a las 20:15 hs',
    '11-27 19:45':
      'ayer a las ocho menos cuarto de la tarde | ayer a las 8 menos cuarto de la noche | ayer cuarto para las 8 de la noche',
    '11-27 19:50':
      'ayer a las ocho menos diez de la tarde | ayer a las 8 menos 10 de la noche | ayer 10 para las 8 de la noche | ayer diez para las ocho de la noche',
    '11-27 20:20': 'ayer a las ocho y veinte de la noche | ayer a las 8 y 20 de la tarde',
    '11-28 18:00':
      'hace 2 horas | hace dos horas | hace 2h | hace 2 hs | hace como 2 horas | hace unas 2 horas | 2 horas atrás | hace 120 minutos | hoy a las 6 de la tarde | hoy a las 18 | esta tarde a las 6 | desde hace 2 horas',
    '11-28 18:30':
      'hace hora y media | hace una hora y media | hace 90 minutos | hace 1 hora y 30 minutos | hace 1,5 horas | hace 1h30',
    '11-28 19:30': 'hace media hora | hace 30 minutos | hace 30 min',
    '11-28 19:45': 'hace un cuarto de hora | hace 15 minutos',
    '11-28 19:00': 'hace una hora | hace 1 hora | hace 1h',
    '11-28 09:00':
      'hoy a las 9 de la mañana | esta mañana a las 9 | hoy por la mañana a las 9 | a las 9 de la manana | esta manana a las nueve | sábado por la mañana a las 9 | hoy 9 am | hoy a las 9 a. m.',
    '11-27 09:00':
      'ayer a las 9 de la mañana | ayer por la mañana a las 9 | ayer en la manana a las 9 | viernes a las 9 de la mañana | el viernes por la mañana a las nueve',
    '11-27 15:00':
      'ayer a las 3 de la tarde | ayer por la tarde a las 3 | ayer tarde a las 3 | viernes a las 3 de la tarde | ayer a las 15h',
    '11-27 12:00':
      'ayer al mediodía | ayer a mediodía | ayer a las 12 del mediodía | ayer a las 12 | ayer mediodia | ayer a las 12 de la tarde',
    '11-27 13:00':
      'ayer a la 1 de la tarde | ayer a la una de la tarde | ayer a la 1 del mediodía | ayer a las 13',
    '11-28 01:00':
      'hoy a la 1 de la madrugada | esta madrugada a la 1 | anoche a la 1 | anoche a la una | a la 1 de la madrugada | hoy a la 1 de la mañana',
    '11-27 02:00':
      'ayer a las 2 de la madrugada | ayer de madrugada a las 2 | el viernes a las 2 de la madrugada',
    '11-28 00:00':
      'medianoche | a medianoche | a las 12 de la noche | a las 0:00 | a las 00 | a las doce de la noche',
    '11-26 23:00': 'anteanoche a las 11 | antes de anoche a las 23',
    '11-20 21:00':
      'viernes de la semana pasada a las 21 | la semana pasada el viernes a las 21 | el viernes de la semana pasada a las 9 de la noche | hace una semana el viernes a las 21 | 20 de noviembre a las 21 | viernes 20 a las 21 | el 20 a las 21h',
    '11-21 20:00':
      'hace una semana a las 20 | hace 7 días a las 20 | sábado pasado a las 20 | el sábado pasado a las 8 de la noche | hace 1 semana a las 20:00',
    '11-14 20:00': 'hace dos semanas a las 20 | hace 14 dias a las 20',
    '11-22 15:00':
      'domingo 15h | el domingo a las 3 de la tarde | dom. 15:00 | dom 15h | domingo pasado a las 15 | domingo 22 a las 15',
    '11-25 20:00':
      'miércoles 20h | mié 20:00 | mie. 20h | miercoles a las 8 de la noche | hace tres días a las 20',
    '11-24 20:00':
      'martes 20h | mar 20h | mar. 20:00 | martes, 24 de noviembre de 2026, 20:00 | martes 24 a las 20',
    '11-23 20:00': 'lunes a las 20 | lun. 20h | lun 20:00 | lunes 23 20h',
    '10-05 20:00':
      '5 de octubre a las 20 | 5 oct 20h | 5/10 20:00 | 05/10/2026 20:00 | 5 de oct. a las 8 de la noche',
    '11-01 20:00':
      '1 de noviembre a las 20 | 1º de noviembre a las 20 | primero de noviembre a las 20 | 1ro de noviembre 20h',
    refused:
      'ayer a las 9 y media | ayer a las ocho y cuarto | las ocho menos diez | ayer | ayer por la noche | viernes | el 27 | viernes 20 | viernes 8 | el 20 | mañana a las 20 | mañana por la mañana a las 9 | pasado mañana 20h | el próximo viernes a las 20 | el viernes que viene a las 20 | la semana que viene el viernes a las 20 | ayer a las 12 de la noche | viernes a medianoche | viernes por la noche a la 1 | entre las 8 y las 9 | ayer entre las 20 y las 22 | de 20 a 22 | de 20h a 22h | 20h - 22h | 20:00-22:00 | ayer a las 20 hasta las 22 | hace un rato | hace varias horas | hace unos minutos | el otro día | el fin de semana a las 20 | a mediados de noviembre | 31 de noviembre 20h | 29 de febrero a las 20 | 28 de noviembre | jueves 27 a las 20 | jueves, 27 de noviembre a las 20 | ayer a las 25 | ayer a las 20:60 | ayer a las 20 o así | después de las 9 | antes de las 20h | poco después de las 20 | en 2 horas | dentro de 2 horas | 2 horas después | durante 2 horas | hace 8 días a las 20 | hace 15 días a las 20 | hace quince días a las 20 | ayer a las 9 de la mañana de la noche | ayer a las 20 de la mañana | ayer a las 12 de la mañana | anteayer ayer 20h | 5 de diciembre a las 20 | 28 de noviembre de 2025 a las 20 | noche | de la tarde | 20h 22h | Navidad a las 20 | no ayer a las 20 | casi ayer 20h | a 2 horas | pasado 20h | 27 11 20h',
  },
  ends: {
    '11-28 20:00':
      'a las 20 | 20h | hasta las 20 | hasta las 8 de la tarde | 2 horas después | 2 horas más tarde | por 2 horas | durante 2 horas | durante dos horas | dos horas | 120 minutos | +2h | + 2 horas | en 2 horas | duró 2 horas | tras 2 horas | ahora | hoy a las 20 | 28/11 20h | sábado a las 8 de la noche | 20 horas | a las ocho de la tarde | dentro de 2 horas | después de 2 horas',
    '11-28 19:30':
      '90 minutos | 90 min | hora y media | una hora y media | durante hora y media | 1,5 horas | 1 hora y 30 minutos | +90 min | 19:30 | a las siete y media de la tarde | hace media hora',
    '11-28 18:30': 'media hora | media hora después | durante media hora | 30 minutos | por 30 min',
    '11-28 18:45': 'tres cuartos de hora | 45 minutos después',
    '11-29 00:15': '0:15 | 00:15 | a las 0:15',
    '11-29 00:00': 'medianoche | hasta medianoche | a las 12 de la noche | a las 24',
    '11-29 01:00': 'domingo a la 1 | dom 1:00 | 29/11 a la 1 | a la 1 de la madrugada | domingo 29 a la 1',
    refused:
      '2h | 2 horas | 1h30 | a las 2 horas | 17h | ayer a las 20 | de 20 a 22 | un par de horas | tarde | hasta tarde | 2 horas antes | hasta',
  },
});

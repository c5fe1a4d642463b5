import { describePhrases } from '../../test/support/typed-phrases.ts';

describePhrases({
  locales: ['pt-BR'],
  starts: {
    '11-27 21:00':
      'ontem às 21h | ontem as 21h | ontem 21h | ontem, 21:00 | ontem às 21:00 | ontem às 21 | ontem às 21 horas | ontem 21hs | ontem às 9 da noite | ontem às nove da noite | ontem à noite às 9 | ontem a noite as 9 | ontem de noite às 9 | ontem à noite às 21h | às 21h de ontem | 21h de ontem | às 9 da noite de ontem | 21h ontem | ontem lá pelas 21h | ontem por volta das 21h | ONTEM ÀS 21H | ontem às vinte e uma horas | ontem 9pm | ontem 9 p.m. | ontem às 9h da noite | sexta 21h | sexta às 21h | sexta-feira às 21h | sexta feira 21h | na sexta às 21h | na sexta-feira às 9 da noite | sexta à noite às 9 | sex 21h | sex. 21:00 | Sex às 21h | sexta passada às 21h | sexta-feira passada 21h | na última sexta às 21h | última sexta-feira às 21h | nesta sexta às 21h | sexta desta semana às 21h | 27 de novembro às 21h | 27 de novembro, 21:00 | 27 de novembro de 2026 às 21:00 | em 27 de novembro às 21h | dia 27 de novembro às 21h | 27 nov 21h | 27 nov. 21:00 | 27 de nov. às 21h | sexta-feira, 27 de novembro de 2026 às 21:00 | sexta, 27 de novembro, 21h | sex., 27/11, 21h | 27/11 às 21h | 27/11 21h | 27/11/2026 21:00 | 27/11/26 às 21h | 27-11-2026 21:00 | 27.11. 21:00 | dia 27/11 às 21h | dia 27 às 21h | no dia 27 às 9 da noite | sexta dia 27 às 21h | sexta 27 às 21h | há 1 dia às 21h | yesterday 9pm | noite passada às 9 | 2026-11-27 21:00',
    '11-28 20:00':
      '28 de novembro às 20h | hoje às 20h | hoje 20h | hoje às 8 da noite | hoje à noite às 8 | hoje às oito da noite | 20h | às 20h | às 20 | às 20:00 | 20 horas | às 20 horas | às 8 da noite | às oito da noite | esta noite às 8 | sábado 20h | sab 20h | sáb. 20:00 | sábado às 20h | no sábado às 8 da noite | agora | agora mesmo | desde as 20h | sábado dia 28 às 20h',
    '11-26 20:00':
      'anteontem 20h | anteontem às 20h | anteontem às 8 da noite | antes de ontem às 20h | anteontem à noite às 8 | quinta 20h | quinta-feira às 20h | qui. 20h | quinta passada às 20h | há dois dias às 20h | há 2 dias às 20h | 26/11 às 20h | dia 26 às 20h | quinta dia 26 às 20h | 2 dias atrás às 20h',
    '11-27 20:30':
      'ontem às oito e meia da noite | ontem às 8 e meia da noite | ontem às 8:30 da noite | ontem 20h30 | ontem às 20h30min | ontem à noite às 8 e meia | ontem às 20 e 30 | ontem às 20 e meia | ontem 20h30m | ontem às 8h30 da noite',
    '11-27 20:15': 'ontem às oito e quinze da noite | ontem às 8 e 15 da noite | ontem às 20h15',
    '11-27 19:45':
      'ontem às quinze para as oito da noite | ontem quinze pras oito da noite | ontem 15 pras 8 da noite | ontem 19h45',
    '11-27 19:50': 'ontem dez para as oito da noite | ontem às 10 pras 8 da noite | ontem 19:50',
    '11-28 18:00':
      'há 2 horas | ha 2 horas | há duas horas | há 2h | faz 2 horas | faz duas horas | 2 horas atrás | 2h atrás | há 2 horas atrás | há cerca de 2 horas | há 120 minutos | hoje às 6 da tarde | hoje às 18h | duas horas atras | a 2 horas atrás',
    '11-28 18:30':
      'há uma hora e meia | há 1 hora e meia | uma hora e meia atrás | há 90 minutos | há 1 hora e 30 minutos | há 1,5 hora | há 1h30',
    '11-28 19:30': 'há meia hora | meia hora atrás | há 30 minutos | faz 30 min | faz meia hora',
    '11-28 19:45': 'há 15 minutos | há um quarto de hora',
    '11-28 19:00': 'há uma hora | há 1 hora | faz 1h | uma hora atrás',
    '11-28 09:00':
      'hoje às 9 da manhã | hoje de manhã às 9 | esta manhã às 9 | às 9 da manha | hoje pela manhã às nove | sábado de manhã às 9 | hoje 9 am',
    '11-27 09:00':
      'ontem às 9 da manhã | ontem de manhã às 9 | ontem pela manha as 9 | sexta às 9 da manhã | sexta de manhã às nove',
    '11-27 15:00':
      'ontem às 3 da tarde | ontem à tarde às 3 | ontem de tarde às 3 | sexta às 3 da tarde | ontem às 15h | ontem às três da tarde',
    '11-27 12:00':
      'ontem ao meio-dia | ontem meio dia | ontem às 12h | ontem às 12 do meio-dia | sexta ao meio-dia',
    '11-27 12:30': 'ontem ao meio-dia e meia | ontem meio dia e meia | ontem 12h30',
    '11-28 01:00':
      'hoje à 1 da manhã | hoje à uma da manhã | esta madrugada à 1 | à 1 da madrugada | hoje a 1 da manha | hoje à 1h',
    '11-27 02:00':
      'ontem às 2 da madrugada | ontem de madrugada às 2 | sexta às 2 da madrugada | ontem às 2 da manhã',
    '11-28 00:00': 'meia-noite | à meia-noite | meia noite | 0h | às 0h | às 00:00 | às 12 da noite',
    '11-20 21:00':
      'sexta da semana passada às 21h | semana passada na sexta às 21h | na semana passada, sexta, às 21h | há uma semana na sexta às 21h | 20 de novembro às 21h | sexta 20 às 21h | dia 20 às 21h',
    '11-21 20:00':
      'há uma semana às 20h | há 7 dias às 20h | sábado passado às 20h | uma semana atrás às 20h | no sábado passado às 8 da noite',
    '11-14 20:00': 'há duas semanas às 20h | há 14 dias às 20h',
    '11-22 15:00':
      'domingo 15h | dom. 15h | no domingo às 15h | domingo passado às 15h | domingo às 3 da tarde | domingo 22 às 15h',
    '11-25 20:00': 'quarta 20h | quarta-feira às 20h | qua. 20h | qua 20:00 | há três dias às 20h',
    '11-24 20:00':
      'terça 20h | terca 20h | terça-feira, 24 de novembro de 2026 às 20:00 | ter. 20h | terça dia 24 às 20h',
    '11-23 20:00': 'segunda 20h | segunda-feira 20h | seg. 20h | na segunda às 20h',
    '10-05 20:00': '5 de outubro às 20h | 5 out 20h | 5 out. 20:00 | 5/10 às 20h | 05/10/2026 20:00',
    '11-01 20:00':
      '1º de novembro às 20h | 1 de novembro às 20h | primeiro de novembro às 20h | 01/11 20h | 1o de novembro às 20h',
    refused:
      'ontem às oito e meia | às nove e quinze | quinze pras oito | ontem | ontem à noite | sexta | dia 27 | sexta 20 | sexta 8 | dia 20 | amanhã às 20h | amanhã de manhã às 9 | depois de amanhã 20h | próxima sexta às 20h | sexta que vem às 20h | semana que vem na sexta às 20h | ontem à meia-noite | sexta meia-noite | sexta à noite à 1 | ontem às 12 da noite | hoje à noite às 2 | entre 20h e 22h | ontem entre as 20h e as 22h | das 20h às 22h | de 20 a 22h | 20h-22h | 20h - 22h | ontem das 20h às 22h | dia 20 a 22 | há pouco | há algumas horas | há uns minutos | outro dia | fim de semana às 20h | meados de novembro | 31 de novembro 20h | 29 de fevereiro às 20h | 28 de novembro | quinta 27 às 20h | quinta, 27 de novembro às 20h | ontem às 25h | ontem às 20h60 | ontem às 20h ou algo assim | depois das 20h | antes das 20h | logo após as 20h | em 2 horas | daqui a 2 horas | 2 horas depois | durante 2 horas | há 8 dias às 20h | há 15 dias às 20h | quinze dias atrás às 20h | ontem às 20h da manhã | ontem às 9 da manhã da noite | ontem anteontem 20h | 5 de dezembro às 20h | 28 de novembro de 2025 às 20h | noite | da tarde | 20h 22h | Natal às 20h | não ontem às 20h | a 2 horas | a 1 hora | 27 11 20h | retrasada 20h | hoje cedo',
  },
  ends: {
    '11-28 20:00':
      'às 20h | 20h | até as 20h | até às 20h | até 20h | 2 horas depois | 2 horas mais tarde | por 2 horas | durante 2 horas | durante duas horas | duas horas | 120 minutos | +2h | + 2 horas | em 2 horas | durou 2 horas | após 2 horas | agora | hoje às 20h | 28/11 às 20h | sábado às 8 da noite | 20 horas | às oito da noite | depois de 2 horas | duração 2 horas',
    '11-28 19:30':
      '90 minutos | 90 min | uma hora e meia | hora e meia | durante uma hora e meia | 1,5 hora | 1 hora e 30 minutos | +90 min | 19h30 | às sete e meia da noite | há meia hora | por 1h30',
    '11-28 18:30': 'meia hora | meia hora depois | durante meia hora | 30 minutos | por 30 min',
    '11-28 18:45': 'três quartos de hora | 45 minutos depois',
    '11-29 00:15': '0h15 | 00:15 | às 0h15',
    '11-29 00:00': 'meia-noite | até meia-noite | à meia-noite | 24h | até a meia-noite',
    '11-29 01:00': 'domingo à 1h | dom 1:00 | 29/11 à 1h | à 1 da madrugada | domingo dia 29 à 1h',
    refused:
      '2h | 2 horas | 1h30 | 17h | ontem às 20h | das 20h às 22h | umas horas | tarde | até tarde | 2 horas antes | até | um tempo',
  },
});

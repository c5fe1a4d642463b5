import { clip, escapeMarkdown, inlineCode } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';
import { writing } from '../languages/writing.ts';
import type { Rank } from '../ranks/rank.ts';
import type { Outcome } from './judge-week.ts';
import type { Quota } from './quota.ts';

type Amount = Pick<Quota, 'amount' | 'counted'>;

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

const rankName = (rank: Rank | undefined) => `**${escapeMarkdown(clip(rank?.name ?? '', 60))}**`;
const weeksText = (mondays: readonly string[]) => mondays.map(inlineCode).join(', ');

/** Texts about quotas that the commands and the weekly report share. */
export const quotaTexts = catalogue({
  en: {
    reportTitle: (monday: string) => `Quota · week from ${monday}`,
    counts: {
      below: (count: number) => `${en.number(count)} below`,
      excused: (count: number) => `${en.number(count)} excused`,
      leave: (count: number) => `${en.number(count)} on leave`,
      new: (count: number) => `${en.number(count)} new this week`,
      met: (count: number) => `${en.number(count)} met it`,
    } satisfies Record<Outcome, (count: number) => string>,
    nobody: 'The quota applies to nobody.',
    onLeave: 'on leave',
    isNew: 'new this week',
    excused: 'excused',
    excusedBecause: (reason: string) => `excused: ${reason}`,
    done: (done: number, { amount, counted }: Amount) =>
      counted === 'points'
        ? `${en.number(done)} of ${en.number(amount)} points`
        : `${en.number(done)} of ${en.number(amount)} events`,
    amount: ({ amount, counted }: Amount) =>
      counted === 'points'
        ? en.plural(amount, { one: '1 point a week', other: `${en.number(amount)} points a week` })
        : en.plural(amount, { one: '1 event a week', other: `${en.number(amount)} events a week` }),
    ranks: (span: readonly Rank[]) => {
      if (span.length === 0) return 'no rank (one of them is gone)';
      if (span.length === 1) return rankName(span[0]);
      return `${rankName(span[0])} to ${rankName(span.at(-1))}, ${en.number(span.length)} ranks`;
    },
    page: (page: number, pages: number) => `Page ${en.number(page)} of ${en.number(pages)}`,
    previous: 'Back',
    next: 'Next',
    excuse: 'Excuse somebody of this page',
    unknownName: (memberId: string) => `Member ${memberId}`,
    cannotPost: (mondays: readonly string[]) =>
      `⚠️ The quota report of the week from ${weeksText(mondays)} could not be posted: there is no admin channel that the bot can post in. ` +
      'Choose one with `/settings channel`; the report is then sent within the hour.',
  },
  de: {
    reportTitle: (monday) => `Soll · Woche ab ${monday}`,
    counts: {
      below: (count) => `${de.number(count)} unter dem Soll`,
      excused: (count) => `${de.number(count)} entschuldigt`,
      leave: (count) => `${de.number(count)} abgemeldet`,
      new: (count) => `${de.number(count)} neu in dieser Woche`,
      met: (count) =>
        de.plural(count, { one: '1 hat es erfüllt', other: `${de.number(count)} haben es erfüllt` }),
    },
    nobody: 'Das Soll gilt für niemanden.',
    onLeave: 'abgemeldet',
    isNew: 'neu in dieser Woche',
    excused: 'entschuldigt',
    excusedBecause: (reason) => `entschuldigt: ${reason}`,
    done: (done, { amount, counted }) =>
      counted === 'points'
        ? de.plural(amount, {
            one: `${de.number(done)} von 1 Punkt`,
            other: `${de.number(done)} von ${de.number(amount)} Punkten`,
          })
        : de.plural(amount, {
            one: `${de.number(done)} von 1 Event`,
            other: `${de.number(done)} von ${de.number(amount)} Events`,
          }),
    amount: ({ amount, counted }) =>
      counted === 'points'
        ? de.plural(amount, { one: '1 Punkt pro Woche', other: `${de.number(amount)} Punkte pro Woche` })
        : de.plural(amount, { one: '1 Event pro Woche', other: `${de.number(amount)} Events pro Woche` }),
    ranks: (span) => {
      if (span.length === 0) return 'keinen Rang (einen davon gibt es nicht mehr)';
      if (span.length === 1) return rankName(span[0]);
      return `${rankName(span[0])} bis ${rankName(span.at(-1))}, ${de.number(span.length)} Ränge`;
    },
    page: (page, pages) => `Seite ${de.number(page)} von ${de.number(pages)}`,
    previous: 'Zurück',
    next: 'Weiter',
    excuse: 'Jemanden von dieser Seite entschuldigen',
    unknownName: (memberId) => `Mitglied ${memberId}`,
    cannotPost: (mondays) =>
      `⚠️ Der Bericht über das Soll der Woche ab ${weeksText(mondays)} konnte nicht gepostet werden: Es gibt keinen Admin-Kanal, in den der Bot schreiben kann. ` +
      'Wähle einen mit `/einstellungen kanal`; der Bericht kommt dann innerhalb einer Stunde.',
  },
  'es-ES': {
    reportTitle: (monday) => `Cuota · semana del ${monday}`,
    counts: {
      below: (count) => `${es.number(count)} por debajo`,
      excused: (count) =>
        es.plural(count, { one: '1 justificado', other: `${es.number(count)} justificados` }),
      leave: (count) => es.plural(count, { one: '1 ausente', other: `${es.number(count)} ausentes` }),
      new: (count) =>
        es.plural(count, { one: '1 nuevo esta semana', other: `${es.number(count)} nuevos esta semana` }),
      met: (count) => es.plural(count, { one: '1 la cumple', other: `${es.number(count)} la cumplen` }),
    },
    nobody: 'La cuota no se aplica a nadie.',
    onLeave: 'ausente',
    isNew: 'nuevo esta semana',
    excused: 'justificado',
    excusedBecause: (reason) => `justificado: ${reason}`,
    done: (done, { amount, counted }) =>
      counted === 'points'
        ? es.plural(amount, {
            one: `${es.number(done)} de 1 punto`,
            other: `${es.number(done)} de ${es.number(amount)} puntos`,
          })
        : es.plural(amount, {
            one: `${es.number(done)} de 1 evento`,
            other: `${es.number(done)} de ${es.number(amount)} eventos`,
          }),
    amount: ({ amount, counted }) =>
      counted === 'points'
        ? es.plural(amount, { one: '1 punto por semana', other: `${es.number(amount)} puntos por semana` })
        : es.plural(amount, { one: '1 evento por semana', other: `${es.number(amount)} eventos por semana` }),
    ranks: (span) => {
      if (span.length === 0) return 'ningún rango (uno de ellos ya no existe)';
      if (span.length === 1) return `el rango ${rankName(span[0])}`;
      return `los rangos de ${rankName(span[0])} a ${rankName(span.at(-1))} (${es.number(span.length)})`;
    },
    page: (page, pages) => `Página ${es.number(page)} de ${es.number(pages)}`,
    previous: 'Anterior',
    next: 'Siguiente',
    excuse: 'Justificar a alguien de esta página',
    unknownName: (memberId) => `Miembro ${memberId}`,
    cannotPost: (mondays) =>
      `⚠️ No se ha podido publicar el informe de la cuota de la semana del ${weeksText(mondays)}: no hay ningún canal de admins en el que el bot pueda escribir. ` +
      'Elige uno con `/ajustes canal`; el informe se envía entonces en menos de una hora.',
  },
  fr: {
    reportTitle: (monday) => `Quota · semaine du ${monday}`,
    counts: {
      below: (count) => `${fr.number(count)} en dessous`,
      excused: (count) =>
        fr.plural(count, { one: `${fr.number(count)} excusé`, other: `${fr.number(count)} excusés` }),
      leave: (count) =>
        fr.plural(count, { one: `${fr.number(count)} absent`, other: `${fr.number(count)} absents` }),
      new: (count) =>
        fr.plural(count, {
          one: `${fr.number(count)} nouveau cette semaine`,
          other: `${fr.number(count)} nouveaux cette semaine`,
        }),
      met: (count) =>
        fr.plural(count, {
          one: `${fr.number(count)} l’a atteint`,
          other: `${fr.number(count)} l’ont atteint`,
        }),
    },
    nobody: 'Le quota ne s’applique à personne.',
    onLeave: 'absent',
    isNew: 'nouveau cette semaine',
    excused: 'excusé',
    excusedBecause: (reason) => `excusé : ${reason}`,
    done: (done, { amount, counted }) =>
      counted === 'points'
        ? fr.plural(amount, {
            one: `${fr.number(done)} sur ${fr.number(amount)} point`,
            other: `${fr.number(done)} sur ${fr.number(amount)} points`,
          })
        : fr.plural(amount, {
            one: `${fr.number(done)} sur ${fr.number(amount)} événement`,
            other: `${fr.number(done)} sur ${fr.number(amount)} événements`,
          }),
    amount: ({ amount, counted }) =>
      counted === 'points'
        ? fr.plural(amount, {
            one: `${fr.number(amount)} point par semaine`,
            other: `${fr.number(amount)} points par semaine`,
          })
        : fr.plural(amount, {
            one: `${fr.number(amount)} événement par semaine`,
            other: `${fr.number(amount)} événements par semaine`,
          }),
    ranks: (span) => {
      if (span.length === 0) return 'aucun rang (l’un d’eux n’existe plus)';
      if (span.length === 1) return `le rang ${rankName(span[0])}`;
      return `les rangs de ${rankName(span[0])} à ${rankName(span.at(-1))} (${fr.number(span.length)})`;
    },
    page: (page, pages) => `Page ${fr.number(page)} sur ${fr.number(pages)}`,
    previous: 'Précédent',
    next: 'Suivant',
    excuse: 'Excuser quelqu’un de cette page',
    unknownName: (memberId) => `Membre ${memberId}`,
    cannotPost: (mondays) =>
      `⚠️ Le rapport du quota de la semaine du ${weeksText(mondays)} n’a pas pu être publié : il n’y a pas de salon des admins où le bot peut écrire. ` +
      'Choisis-en un avec `/paramètres salon` ; le rapport est alors envoyé dans l’heure.',
  },
  'pt-BR': {
    reportTitle: (monday) => `Meta · semana de ${monday}`,
    counts: {
      below: (count) => `${pt.number(count)} abaixo`,
      excused: (count) =>
        pt.plural(count, {
          one: `${pt.number(count)} justificado`,
          other: `${pt.number(count)} justificados`,
        }),
      leave: (count) =>
        pt.plural(count, { one: `${pt.number(count)} ausente`, other: `${pt.number(count)} ausentes` }),
      new: (count) =>
        pt.plural(count, {
          one: `${pt.number(count)} novo nesta semana`,
          other: `${pt.number(count)} novos nesta semana`,
        }),
      met: (count) =>
        pt.plural(count, {
          one: `${pt.number(count)} bateu a meta`,
          other: `${pt.number(count)} bateram a meta`,
        }),
    },
    nobody: 'A meta não se aplica a ninguém.',
    onLeave: 'ausente',
    isNew: 'novo nesta semana',
    excused: 'justificado',
    excusedBecause: (reason) => `justificado: ${reason}`,
    done: (done, { amount, counted }) =>
      counted === 'points'
        ? pt.plural(amount, {
            one: `${pt.number(done)} de ${pt.number(amount)} ponto`,
            other: `${pt.number(done)} de ${pt.number(amount)} pontos`,
          })
        : pt.plural(amount, {
            one: `${pt.number(done)} de ${pt.number(amount)} evento`,
            other: `${pt.number(done)} de ${pt.number(amount)} eventos`,
          }),
    amount: ({ amount, counted }) =>
      counted === 'points'
        ? pt.plural(amount, {
            one: `${pt.number(amount)} ponto por semana`,
            other: `${pt.number(amount)} pontos por semana`,
          })
        : pt.plural(amount, {
            one: `${pt.number(amount)} evento por semana`,
            other: `${pt.number(amount)} eventos por semana`,
          }),
    ranks: (span) => {
      if (span.length === 0) return 'nenhuma patente (uma delas não existe mais)';
      if (span.length === 1) return `a patente ${rankName(span[0])}`;
      return `as patentes de ${rankName(span[0])} a ${rankName(span.at(-1))} (${pt.number(span.length)})`;
    },
    page: (page, pages) => `Página ${pt.number(page)} de ${pt.number(pages)}`,
    previous: 'Anterior',
    next: 'Próxima',
    excuse: 'Justificar alguém desta página',
    unknownName: (memberId) => `Membro ${memberId}`,
    cannotPost: (mondays) =>
      `⚠️ O relatório da meta da semana de ${weeksText(mondays)} não pôde ser publicado: não há um canal dos admins em que o bot possa escrever. ` +
      'Escolha um com `/configurações canal`; o relatório então é enviado em até uma hora.',
  },
});

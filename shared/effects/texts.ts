import { catalogue } from '../languages/catalogue.ts';
import { writing } from '../languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/** How effects ended, as a reply shows it, and what a message says whose proof is gone. */
export const effectTexts = catalogue({
  en: {
    paused: (label: string, pause: string) => `⏳ ${label}: not done yet, will be tried then. ${pause}.`,
    done: (label: string) => `✅ ${label}`,
    doneSo: (label: string, result: string) => `✅ ${label}: ${result}`,
    failed: (label: string, reason: string) => `❌ ${label}: ${reason}`,
    onItsWay: (label: string) => `⏳ ${label}: on its way`,
    open: (label: string) => `⏳ ${label}: not done yet, will be tried`,
    again: (label: string, reason: string) => `⏳ ${label}: not done yet, will be tried again (${reason})`,
    unknown: (label: string) => `❔ ${label}: unknown`,
    countDone: (count: number) => `${en.number(count)} done`,
    countFailed: (count: number) => `${en.number(count)} failed`,
    countDue: (count: number) => `${en.number(count)} on their way`,
    proofLost: '⚠️ The proof could not be fetched any more; ask the submitter for it.',
  },
  de: {
    paused: (label, pause) => `⏳ ${label}: noch nicht erledigt, wird dann versucht. ${pause}.`,
    done: (label) => `✅ ${label}`,
    doneSo: (label, result) => `✅ ${label}: ${result}`,
    failed: (label, reason) => `❌ ${label}: ${reason}`,
    onItsWay: (label) => `⏳ ${label}: unterwegs`,
    open: (label) => `⏳ ${label}: noch nicht erledigt, wird versucht`,
    again: (label, reason) => `⏳ ${label}: noch nicht erledigt, wird noch einmal versucht (${reason})`,
    unknown: (label) => `❔ ${label}: unbekannt`,
    countDone: (count) => `${de.number(count)} erledigt`,
    countFailed: (count) => `${de.number(count)} fehlgeschlagen`,
    countDue: (count) => `${de.number(count)} unterwegs`,
    proofLost: '⚠️ Der Nachweis ließ sich nicht mehr abrufen; frag das Mitglied danach, das eingereicht hat.',
  },
  'es-ES': {
    paused: (label, pause) => `⏳ ${label}: aún sin hacer, se intentará entonces. ${pause}.`,
    done: (label) => `✅ ${label}`,
    doneSo: (label, result) => `✅ ${label}: ${result}`,
    failed: (label, reason) => `❌ ${label}: ${reason}`,
    onItsWay: (label) => `⏳ ${label}: en camino`,
    open: (label) => `⏳ ${label}: aún sin hacer, se intentará`,
    again: (label, reason) => `⏳ ${label}: aún sin hacer, se volverá a intentar (${reason})`,
    unknown: (label) => `❔ ${label}: no se sabe`,
    countDone: (count) => `hechos: ${es.number(count)}`,
    countFailed: (count) => `fallidos: ${es.number(count)}`,
    countDue: (count) => `en camino: ${es.number(count)}`,
    proofLost: '⚠️ Ya no se pudo obtener la prueba; pídesela a quien envió el evento.',
  },
  fr: {
    paused: (label, pause) => `⏳ ${label} : pas encore fait, ce sera tenté ensuite. ${pause}.`,
    done: (label) => `✅ ${label}`,
    doneSo: (label, result) => `✅ ${label} : ${result}`,
    failed: (label, reason) => `❌ ${label} : ${reason}`,
    onItsWay: (label) => `⏳ ${label} : en cours`,
    open: (label) => `⏳ ${label} : pas encore fait, ce sera tenté`,
    again: (label, reason) => `⏳ ${label} : pas encore fait, ce sera tenté de nouveau (${reason})`,
    unknown: (label) => `❔ ${label} : inconnu`,
    countDone: (count) => `faits : ${fr.number(count)}`,
    countFailed: (count) => `échoués : ${fr.number(count)}`,
    countDue: (count) => `en cours : ${fr.number(count)}`,
    proofLost: '⚠️ La preuve n’a plus pu être récupérée ; demande-la à la personne qui a soumis l’événement.',
  },
  'pt-BR': {
    paused: (label, pause) => `⏳ ${label}: ainda não feito, será tentado depois disso. ${pause}.`,
    done: (label) => `✅ ${label}`,
    doneSo: (label, result) => `✅ ${label}: ${result}`,
    failed: (label, reason) => `❌ ${label}: ${reason}`,
    onItsWay: (label) => `⏳ ${label}: a caminho`,
    open: (label) => `⏳ ${label}: ainda não feito, será tentado`,
    again: (label, reason) => `⏳ ${label}: ainda não feito, será tentado de novo (${reason})`,
    unknown: (label) => `❔ ${label}: não se sabe`,
    countDone: (count) => `feitos: ${pt.number(count)}`,
    countFailed: (count) => `com falha: ${pt.number(count)}`,
    countDue: (count) => `a caminho: ${pt.number(count)}`,
    proofLost: '⚠️ A prova não pôde mais ser obtida; peça-a a quem enviou o evento.',
  },
});

import { escapeMarkdown, mention } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';
import { writing } from '../languages/writing.ts';
import type { SyncReport } from './sync-report.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

const named = (name: string, id: string) => (name === '' ? id : `${name} (${id})`);

/** What a sync says of a whole run, in `/sync` and in the hourly job; what it says of a member is in shared/ranks. */
export const syncTexts = catalogue({
  en: {
    ofNamed: (name: string, id: string, sentence: string) => `${named(name, id)}: ${sentence}`,
    ofMember: (id: string, sentence: string) => `${mention(id)}: ${sentence}`,
    effectFailed: (reason: string) => `The Discord roles could not be changed: ${escapeMarkdown(reason)}`,
    effectWaiting: 'The Discord roles will be changed shortly.',
    memberFailed: (reason: string) => `Failed: ${escapeMarkdown(reason)} Nothing was changed.`,

    discordTooLong:
      'Listing the members of the server took too long; only members whose rank changed had their Discord roles compared.',
    discordUnlisted:
      'Discord did not let the bot list the members (Server Members intent); only members whose rank changed had their Discord roles compared.',

    counts: ({ checked, updated, inSync, skipped, failed }: SyncReport) =>
      `Checked: **${en.number(checked)}** · updated: **${en.number(updated)}** · in sync: **${en.number(inSync)}** · ` +
      `skipped: **${en.number(skipped)}** · failed: **${en.number(failed)}**`,
    moreLines: (more: number) => `…and ${en.number(more)} more.`,
    nicknameLeft: (reason: string) => `Nickname: ${escapeMarkdown(reason)}.`,
    nicknamesQueued: (count: number) =>
      en.plural(count, {
        one: 'One nickname is set within the next minutes.',
        other: `${en.number(count)} nicknames are set one after the other within the next hour.`,
      }),
    nicknamesMore: 'The hourly sync goes on with more nicknames.',
    nicknamesNotAllowed:
      'Nicknames were not set: the bot needs the permission Manage Nicknames. `/diagnose` says how to give it.',
    unfinished: (done: number, total: number) =>
      `The time was up after ${en.number(done)} of ${en.number(total)} members. The hourly sync compares the others.`,
  },
  de: {
    ofNamed: (name, id, sentence) => `${named(name, id)}: ${sentence}`,
    ofMember: (id, sentence) => `${mention(id)}: ${sentence}`,
    effectFailed: (reason) => `Die Discord-Rollen konnten nicht geändert werden: ${escapeMarkdown(reason)}`,
    effectWaiting: 'Die Discord-Rollen werden gleich geändert.',
    memberFailed: (reason) => `Fehlgeschlagen: ${escapeMarkdown(reason)} Es wurde nichts geändert.`,

    discordTooLong:
      'Die Liste der Mitglieder des Servers zu lesen hat zu lange gedauert; nur bei Mitgliedern, deren Rang sich geändert hat, wurden die Discord-Rollen verglichen.',
    discordUnlisted:
      'Discord hat dem Bot die Liste der Mitglieder nicht gegeben (Server Members Intent); nur bei Mitgliedern, deren Rang sich geändert hat, wurden die Discord-Rollen verglichen.',

    counts: ({ checked, updated, inSync, skipped, failed }) =>
      `Geprüft: **${de.number(checked)}** · geändert: **${de.number(updated)}** · stimmt überein: **${de.number(inSync)}** · ` +
      `übersprungen: **${de.number(skipped)}** · fehlgeschlagen: **${de.number(failed)}**`,
    moreLines: (more) => `… und ${de.number(more)} weitere.`,
    nicknameLeft: (reason) => `Nickname: ${escapeMarkdown(reason)}.`,
    nicknamesQueued: (count) =>
      de.plural(count, {
        one: 'Ein Nickname wird in den nächsten Minuten gesetzt.',
        other: `${de.number(count)} Nicknamen werden innerhalb der nächsten Stunde nacheinander gesetzt.`,
      }),
    nicknamesMore: 'Der stündliche Abgleich macht mit weiteren Nicknamen weiter.',
    nicknamesNotAllowed:
      'Es wurden keine Nicknamen gesetzt: Der Bot braucht die Berechtigung Nicknames verwalten. `/diagnose` sagt, wie er sie bekommt.',
    unfinished: (done, total) =>
      `Die Zeit war nach ${de.number(done)} von ${de.number(total)} Mitgliedern um. Der stündliche Abgleich prüft die übrigen.`,
  },
  'es-ES': {
    ofNamed: (name, id, sentence) => `${named(name, id)}: ${sentence}`,
    ofMember: (id, sentence) => `${mention(id)}: ${sentence}`,
    effectFailed: (reason) => `No se han podido cambiar los roles de Discord: ${escapeMarkdown(reason)}`,
    effectWaiting: 'Los roles de Discord se cambiarán en breve.',
    memberFailed: (reason) => `Ha fallado: ${escapeMarkdown(reason)} No se ha cambiado nada.`,

    discordTooLong:
      'Leer la lista de miembros del servidor ha tardado demasiado; solo se han comparado los roles de Discord de los miembros cuyo rango ha cambiado.',
    discordUnlisted:
      'Discord no ha dado al bot la lista de miembros (Server Members Intent); solo se han comparado los roles de Discord de los miembros cuyo rango ha cambiado.',

    counts: ({ checked, updated, inSync, skipped, failed }) =>
      `Revisados: **${es.number(checked)}** · cambiados: **${es.number(updated)}** · al día: **${es.number(inSync)}** · ` +
      `omitidos: **${es.number(skipped)}** · fallidos: **${es.number(failed)}**`,
    moreLines: (more) => `…y ${es.number(more)} más.`,
    nicknameLeft: (reason) => `Apodo: ${escapeMarkdown(reason)}.`,
    nicknamesQueued: (count) =>
      es.plural(count, {
        one: 'En los próximos minutos se pone un apodo.',
        other: `En la próxima hora se ponen ${es.number(count)} apodos, uno tras otro.`,
      }),
    nicknamesMore: 'La sincronización de cada hora sigue con más apodos.',
    nicknamesNotAllowed:
      'No se han puesto apodos: el bot necesita el permiso Gestionar apodos. `/diagnóstico` dice cómo dárselo.',
    unfinished: (done, total) =>
      `El tiempo se acabó después de ${es.number(done)} de ${es.number(total)} miembros. La sincronización de cada hora revisa a los demás.`,
  },
  fr: {
    ofNamed: (name, id, sentence) => `${named(name, id)} : ${sentence}`,
    ofMember: (id, sentence) => `${mention(id)} : ${sentence}`,
    effectFailed: (reason) => `Les rôles Discord n’ont pas pu être changés : ${escapeMarkdown(reason)}`,
    effectWaiting: 'Les rôles Discord vont être changés sous peu.',
    memberFailed: (reason) => `Échec : ${escapeMarkdown(reason)} Rien n’a été changé.`,

    discordTooLong:
      'La lecture de la liste des membres du serveur a pris trop de temps ; les rôles Discord n’ont été comparés que pour les membres dont le rang a changé.',
    discordUnlisted:
      'Discord n’a pas donné au bot la liste des membres (Server Members Intent) ; les rôles Discord n’ont été comparés que pour les membres dont le rang a changé.',

    counts: ({ checked, updated, inSync, skipped, failed }) =>
      `Vérifiés : **${fr.number(checked)}** · changés : **${fr.number(updated)}** · à jour : **${fr.number(inSync)}** · ` +
      `laissés de côté : **${fr.number(skipped)}** · échoués : **${fr.number(failed)}**`,
    moreLines: (more) => `… et ${fr.number(more)} de plus.`,
    nicknameLeft: (reason) => `Pseudo : ${escapeMarkdown(reason)}.`,
    nicknamesQueued: (count) =>
      fr.plural(count, {
        one: `Dans les prochaines minutes, ${fr.number(count)} pseudo est changé.`,
        other: `Dans l’heure qui vient, ${fr.number(count)} pseudos sont changés l’un après l’autre.`,
      }),
    nicknamesMore: 'La synchronisation horaire continue avec d’autres pseudos.',
    nicknamesNotAllowed:
      'Aucun pseudo n’a été changé : il faut au bot la permission Gérer les pseudos. `/diagnostic` dit comment la donner.',
    unfinished: (done, total) =>
      `Le temps s’est écoulé après ${fr.number(done)} membres sur ${fr.number(total)}. La synchronisation horaire vérifie les autres.`,
  },
  'pt-BR': {
    ofNamed: (name, id, sentence) => `${named(name, id)}: ${sentence}`,
    ofMember: (id, sentence) => `${mention(id)}: ${sentence}`,
    effectFailed: (reason) => `Não foi possível mudar os cargos do Discord: ${escapeMarkdown(reason)}`,
    effectWaiting: 'Os cargos do Discord serão mudados em breve.',
    memberFailed: (reason) => `Falhou: ${escapeMarkdown(reason)} Nada foi alterado.`,

    discordTooLong:
      'Ler a lista de membros do servidor demorou demais; só foram comparados os cargos do Discord dos membros cuja patente mudou.',
    discordUnlisted:
      'O Discord não deu ao bot a lista de membros (Server Members Intent); só foram comparados os cargos do Discord dos membros cuja patente mudou.',

    counts: ({ checked, updated, inSync, skipped, failed }) =>
      `Verificados: **${pt.number(checked)}** · alterados: **${pt.number(updated)}** · em dia: **${pt.number(inSync)}** · ` +
      `ignorados: **${pt.number(skipped)}** · com falha: **${pt.number(failed)}**`,
    moreLines: (more) => `…e mais ${pt.number(more)}.`,
    nicknameLeft: (reason) => `Apelido: ${escapeMarkdown(reason)}.`,
    nicknamesQueued: (count) =>
      pt.plural(count, {
        one: 'Um apelido será definido nos próximos minutos.',
        other: `${pt.number(count)} apelidos serão definidos, um após o outro, na próxima hora.`,
      }),
    nicknamesMore: 'A sincronização de cada hora continua com mais apelidos.',
    nicknamesNotAllowed:
      'Nenhum apelido foi definido: o bot precisa da permissão Gerenciar apelidos. `/diagnóstico` diz como dar.',
    unfinished: (done, total) =>
      `O tempo acabou depois de ${pt.number(done)} de ${pt.number(total)} membros. A sincronização de cada hora verifica os outros.`,
  },
});

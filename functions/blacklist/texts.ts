import type { Blacklisting } from '../../shared/blacklist/blacklist.ts';
import { clip, escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';

const SHOWN_REASON = 150;

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

const who = ({ discordId }: Blacklisting) => mention(discordId);
const since = ({ createdAt }: Blacklisting) => timestamp(createdAt, 'D');
const shown = (reason: string) => escapeMarkdown(clip(reason, SHOWN_REASON));

/** What is said of an entry that holds until somebody removes it, or of one that ends. */
function lasting(entry: Blacklisting, forGood: string, ending: (at: string) => string): string {
  return entry.expiresAt === null ? forGood : ending(timestamp(entry.expiresAt, 'f'));
}

/** Every text of `/blacklist`. */
export const texts = catalogue({
  en: {
    command: { name: 'blacklist', description: 'Who may not use the bot' },
    add: { name: 'add', description: 'Keep somebody from everything but looking at their own figures' },
    remove: { name: 'remove', description: 'Let somebody use the bot again' },
    view: { name: 'view', description: 'Everybody on the blacklist' },
    optionMember: { name: 'member', description: 'Who' },
    optionReason: { name: 'reason', description: 'Why (they are shown this)' },
    optionDays: {
      name: 'days',
      description: 'For how many days (left out: until somebody removes them)',
    },

    badDays: (max: number) => `Days must be a whole number from 1 to ${en.number(max)}. Nothing was changed.`,
    badReason: (max: number) =>
      `The reason may be ${en.number(max)} characters long at most. Nothing was changed.`,
    notListed: (id: string) => `${mention(id)} is not on the blacklist. Nothing was changed.`,

    added: (entry: Blacklisting) =>
      lasting(
        entry,
        `${who(entry)} is on the blacklist until somebody removes them.`,
        (at) => `${who(entry)} is on the blacklist until ${at}.`,
      ),
    changed: (entry: Blacklisting) =>
      lasting(
        entry,
        `${who(entry)} was on the blacklist already; the entry now holds until somebody removes them.`,
        (at) => `${who(entry)} was on the blacklist already; the entry now holds until ${at}.`,
      ),
    reason: (reason: string) => `Reason: ${shown(reason)}`,
    stillAllowed:
      'They can still use `/help`, `/xp`, `/leaderboard`, `/link-roblox`, `/show-my-id` and `/my-data`. ' +
      'Their points, rank and roles stay as they are.',
    removed: (id: string) => `${mention(id)} is off the blacklist and may use everything again.`,

    logAdded: (entry: Blacklisting, actorId: string) =>
      lasting(
        entry,
        `${mention(actorId)} put ${who(entry)} on the blacklist until somebody removes them.`,
        (at) => `${mention(actorId)} put ${who(entry)} on the blacklist until ${at}.`,
      ),
    logRemoved: (id: string, actorId: string) => `${mention(actorId)} took ${mention(id)} off the blacklist.`,

    title: 'Blacklist',
    empty: 'Nobody is on the blacklist.',
    line: (entry: Blacklisting) =>
      lasting(
        entry,
        `${who(entry)} since ${since(entry)}, until somebody removes them.`,
        (at) => `${who(entry)} since ${since(entry)}, until ${at}.`,
      ),
    lineBy: (entry: Blacklisting, by: string) =>
      lasting(
        entry,
        `${who(entry)} since ${since(entry)} by ${mention(by)}, until somebody removes them.`,
        (at) => `${who(entry)} since ${since(entry)} by ${mention(by)}, until ${at}.`,
      ),
    page: (page: number) => `Page ${page}`,
    previous: 'Newer',
    next: 'Older',
  },
  de: {
    command: { name: 'blacklist', description: 'Wer den Bot nicht benutzen darf' },
    add: {
      name: 'hinzufügen',
      description: 'Sperr jemanden für alles außer den Blick auf die eigenen Zahlen',
    },
    remove: { name: 'entfernen', description: 'Lass jemanden den Bot wieder benutzen' },
    view: { name: 'zeigen', description: 'Alle, die auf der Blacklist stehen' },
    optionMember: { name: 'mitglied', description: 'Wen' },
    optionReason: { name: 'grund', description: 'Warum (das Mitglied bekommt es zu sehen)' },
    optionDays: {
      name: 'tage',
      description: 'Für wie viele Tage (ohne Angabe: bis jemand den Eintrag entfernt)',
    },

    badDays: (max) =>
      `Die Tage müssen eine ganze Zahl von 1 bis ${de.number(max)} sein. Es wurde nichts geändert.`,
    badReason: (max) =>
      `Der Grund darf höchstens ${de.number(max)} Zeichen lang sein. Es wurde nichts geändert.`,
    notListed: (id) => `${mention(id)} steht nicht auf der Blacklist. Es wurde nichts geändert.`,

    added: (entry) =>
      lasting(
        entry,
        `${who(entry)} steht jetzt auf der Blacklist, bis jemand den Eintrag entfernt.`,
        (at) => `${who(entry)} steht jetzt bis ${at} auf der Blacklist.`,
      ),
    changed: (entry) =>
      lasting(
        entry,
        `${who(entry)} stand schon auf der Blacklist; der Eintrag gilt jetzt, bis ihn jemand entfernt.`,
        (at) => `${who(entry)} stand schon auf der Blacklist; der Eintrag gilt jetzt bis ${at}.`,
      ),
    reason: (reason) => `Grund: ${shown(reason)}`,
    stillAllowed:
      'Erlaubt bleiben `/hilfe`, `/xp`, `/bestenliste`, `/roblox-verknüpfen`, `/meine-id` und `/meine-daten`. ' +
      'Punkte, Rang und Rollen bleiben, wie sie sind.',
    removed: (id) => `${mention(id)} steht nicht mehr auf der Blacklist und darf wieder alles benutzen.`,

    logAdded: (entry, actorId) =>
      lasting(
        entry,
        `${mention(actorId)} hat ${who(entry)} auf die Blacklist gesetzt, bis jemand den Eintrag entfernt.`,
        (at) => `${mention(actorId)} hat ${who(entry)} bis ${at} auf die Blacklist gesetzt.`,
      ),
    logRemoved: (id, actorId) => `${mention(actorId)} hat ${mention(id)} von der Blacklist genommen.`,

    title: 'Blacklist',
    empty: 'Niemand steht auf der Blacklist.',
    line: (entry) =>
      lasting(
        entry,
        `${who(entry)} seit ${since(entry)}, bis jemand den Eintrag entfernt.`,
        (at) => `${who(entry)} seit ${since(entry)}, bis ${at}.`,
      ),
    lineBy: (entry, by) =>
      lasting(
        entry,
        `${who(entry)} seit ${since(entry)} von ${mention(by)}, bis jemand den Eintrag entfernt.`,
        (at) => `${who(entry)} seit ${since(entry)} von ${mention(by)}, bis ${at}.`,
      ),
    page: (page) => `Seite ${page}`,
    previous: 'Neuere',
    next: 'Ältere',
  },
  'es-ES': {
    command: { name: 'lista-negra', description: 'Quién no puede usar el bot' },
    add: { name: 'añadir', description: 'Impide a alguien todo salvo ver sus propios datos' },
    remove: { name: 'quitar', description: 'Deja que alguien vuelva a usar el bot' },
    view: { name: 'ver', description: 'Todos los que están en la lista negra' },
    optionMember: { name: 'miembro', description: 'A quién' },
    optionReason: { name: 'motivo', description: 'Por qué (se le muestra)' },
    optionDays: {
      name: 'días',
      description: 'Cuántos días (si lo omites: hasta que alguien quite la entrada)',
    },

    badDays: (max) =>
      `Los días deben ser un número entero del 1 al ${es.number(max)}. No se ha cambiado nada.`,
    badReason: (max) =>
      `El motivo puede tener ${es.number(max)} caracteres como máximo. No se ha cambiado nada.`,
    notListed: (id) => `${mention(id)} no está en la lista negra. No se ha cambiado nada.`,

    added: (entry) =>
      lasting(
        entry,
        `${who(entry)} está en la lista negra hasta que alguien quite la entrada.`,
        (at) => `${who(entry)} está en la lista negra hasta el ${at}.`,
      ),
    changed: (entry) =>
      lasting(
        entry,
        `${who(entry)} ya estaba en la lista negra; ahora la entrada vale hasta que alguien la quite.`,
        (at) => `${who(entry)} ya estaba en la lista negra; ahora la entrada vale hasta el ${at}.`,
      ),
    reason: (reason) => `Motivo: ${shown(reason)}`,
    stillAllowed:
      'Aún puede usar `/ayuda`, `/xp`, `/clasificación`, `/vincular-roblox`, `/mi-id` y `/mis-datos`. ' +
      'Sus puntos, su rango y sus roles se quedan como están.',
    removed: (id) => `${mention(id)} ya no está en la lista negra y puede volver a usarlo todo.`,

    logAdded: (entry, actorId) =>
      lasting(
        entry,
        `${mention(actorId)} puso a ${who(entry)} en la lista negra hasta que alguien quite la entrada.`,
        (at) => `${mention(actorId)} puso a ${who(entry)} en la lista negra hasta el ${at}.`,
      ),
    logRemoved: (id, actorId) => `${mention(actorId)} sacó a ${mention(id)} de la lista negra.`,

    title: 'Lista negra',
    empty: 'No hay nadie en la lista negra.',
    line: (entry) =>
      lasting(
        entry,
        `${who(entry)} desde el ${since(entry)}, hasta que alguien quite la entrada.`,
        (at) => `${who(entry)} desde el ${since(entry)}, hasta el ${at}.`,
      ),
    lineBy: (entry, by) =>
      lasting(
        entry,
        `${who(entry)} desde el ${since(entry)} por ${mention(by)}, hasta que alguien quite la entrada.`,
        (at) => `${who(entry)} desde el ${since(entry)} por ${mention(by)}, hasta el ${at}.`,
      ),
    page: (page) => `Página ${page}`,
    previous: 'Más recientes',
    next: 'Más antiguas',
  },
  fr: {
    command: { name: 'liste-noire', description: 'Qui ne peut pas utiliser le bot' },
    add: { name: 'ajouter', description: 'Priver quelqu’un de tout, sauf de voir ses propres chiffres' },
    remove: { name: 'retirer', description: 'Laisser quelqu’un utiliser de nouveau le bot' },
    view: { name: 'voir', description: 'Toutes les personnes sur la liste noire' },
    optionMember: { name: 'membre', description: 'Qui' },
    optionReason: { name: 'raison', description: 'Pourquoi (le membre le verra)' },
    optionDays: {
      name: 'jours',
      description: 'Pour combien de jours (sinon : jusqu’à ce que quelqu’un retire l’entrée)',
    },

    badDays: (max) =>
      `Les jours doivent être un nombre entier de 1 à ${fr.number(max)}. Rien n’a été changé.`,
    badReason: (max) => `La raison peut avoir ${fr.number(max)} caractères au plus. Rien n’a été changé.`,
    notListed: (id) => `${mention(id)} n’est pas sur la liste noire. Rien n’a été changé.`,

    added: (entry) =>
      lasting(
        entry,
        `${who(entry)} est sur la liste noire jusqu’à ce que quelqu’un retire l’entrée.`,
        (at) => `${who(entry)} est sur la liste noire jusqu’au ${at}.`,
      ),
    changed: (entry) =>
      lasting(
        entry,
        `${who(entry)} était déjà sur la liste noire ; l’entrée vaut maintenant jusqu’à ce que quelqu’un la retire.`,
        (at) => `${who(entry)} était déjà sur la liste noire ; l’entrée vaut maintenant jusqu’au ${at}.`,
      ),
    reason: (reason) => `Raison : ${shown(reason)}`,
    stillAllowed:
      'Restent permises : `/aide`, `/xp`, `/classement`, `/lier-roblox`, `/mon-id` et `/mes-données`. ' +
      'Ses points, son rang et ses rôles ne changent pas.',
    removed: (id) => `${mention(id)} n’est plus sur la liste noire et peut de nouveau tout utiliser.`,

    logAdded: (entry, actorId) =>
      lasting(
        entry,
        `${mention(actorId)} a mis ${who(entry)} sur la liste noire jusqu’à ce que quelqu’un retire l’entrée.`,
        (at) => `${mention(actorId)} a mis ${who(entry)} sur la liste noire jusqu’au ${at}.`,
      ),
    logRemoved: (id, actorId) => `${mention(actorId)} a retiré ${mention(id)} de la liste noire.`,

    title: 'Liste noire',
    empty: 'Personne n’est sur la liste noire.',
    line: (entry) =>
      lasting(
        entry,
        `${who(entry)} depuis le ${since(entry)}, jusqu’à ce que quelqu’un retire l’entrée.`,
        (at) => `${who(entry)} depuis le ${since(entry)}, jusqu’au ${at}.`,
      ),
    lineBy: (entry, by) =>
      lasting(
        entry,
        `${who(entry)} depuis le ${since(entry)} par ${mention(by)}, jusqu’à ce que quelqu’un retire l’entrée.`,
        (at) => `${who(entry)} depuis le ${since(entry)} par ${mention(by)}, jusqu’au ${at}.`,
      ),
    page: (page) => `Page ${page}`,
    previous: 'Plus récentes',
    next: 'Plus anciennes',
  },
  'pt-BR': {
    command: { name: 'lista-negra', description: 'Quem não pode usar o bot' },
    add: { name: 'adicionar', description: 'Impedir alguém de tudo, menos de ver os próprios números' },
    remove: { name: 'remover', description: 'Deixar alguém usar o bot de novo' },
    view: { name: 'ver', description: 'Todos que estão na lista negra' },
    optionMember: { name: 'membro', description: 'Quem' },
    optionReason: { name: 'motivo', description: 'Por quê (o membro vê isto)' },
    optionDays: {
      name: 'dias',
      description: 'Por quantos dias (sem isso: até alguém remover o registro)',
    },

    badDays: (max) => `Os dias precisam ser um número inteiro de 1 a ${pt.number(max)}. Nada foi alterado.`,
    badReason: (max) => `O motivo pode ter ${pt.number(max)} caracteres no máximo. Nada foi alterado.`,
    notListed: (id) => `${mention(id)} não está na lista negra. Nada foi alterado.`,

    added: (entry) =>
      lasting(
        entry,
        `${who(entry)} está na lista negra até alguém remover o registro.`,
        (at) => `${who(entry)} está na lista negra até ${at}.`,
      ),
    changed: (entry) =>
      lasting(
        entry,
        `${who(entry)} já estava na lista negra; agora o registro vale até alguém removê-lo.`,
        (at) => `${who(entry)} já estava na lista negra; agora o registro vale até ${at}.`,
      ),
    reason: (reason) => `Motivo: ${shown(reason)}`,
    stillAllowed:
      'Ainda pode usar `/ajuda`, `/xp`, `/ranking`, `/vincular-roblox`, `/meu-id` e `/meus-dados`. ' +
      'Os pontos, a patente e os cargos ficam como estão.',
    removed: (id) => `${mention(id)} saiu da lista negra e pode usar tudo de novo.`,

    logAdded: (entry, actorId) =>
      lasting(
        entry,
        `${mention(actorId)} colocou ${who(entry)} na lista negra até alguém remover o registro.`,
        (at) => `${mention(actorId)} colocou ${who(entry)} na lista negra até ${at}.`,
      ),
    logRemoved: (id, actorId) => `${mention(actorId)} tirou ${mention(id)} da lista negra.`,

    title: 'Lista negra',
    empty: 'Ninguém está na lista negra.',
    line: (entry) =>
      lasting(
        entry,
        `${who(entry)} desde ${since(entry)}, até alguém remover o registro.`,
        (at) => `${who(entry)} desde ${since(entry)}, até ${at}.`,
      ),
    lineBy: (entry, by) =>
      lasting(
        entry,
        `${who(entry)} desde ${since(entry)} por ${mention(by)}, até alguém remover o registro.`,
        (at) => `${who(entry)} desde ${since(entry)} por ${mention(by)}, até ${at}.`,
      ),
    page: (page) => `Página ${page}`,
    previous: 'Mais recentes',
    next: 'Mais antigos',
  },
});

/** A sentence about an entry, followed by its reason where there is one. */
export function withReason(
  sentence: string,
  { reason }: Blacklisting,
  said: ReturnType<typeof texts>,
): string {
  return reason === null ? sentence : `${sentence} ${said.reason(reason)}`;
}

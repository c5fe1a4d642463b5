import {
  clip,
  escapeMarkdown,
  inlineCode,
  mention,
  plainText,
  timestamp,
} from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';
import type { RevertScope } from '../../shared/points/revert.ts';
import type { TimeProblem } from '../../shared/times/time-problem.ts';

interface Change {
  readonly points: number;
  readonly lifetime: number;
}
interface Sums {
  readonly points: number;
  readonly totalPoints: number;
}
type Problem = TimeProblem['kind'];

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/** These are read whatever the language: typed times are read in English too. */
const EXAMPLES = ['yesterday 20:00', '2 hours ago', '2026-11-20 00:00'].map(inlineCode).join(', ');
const typedText = (typed: string) => `"${escapeMarkdown(clip(typed.trim(), 60))}"`;
const readingsText = (readings: readonly string[]) => readings.map(inlineCode).join(', ');
const signed = (points: number) => (points < 0 ? `\u2212${-points}` : `+${points}`);

/** Every text of `/points revert`. */
export const revertTexts = catalogue({
  en: {
    command: {
      name: 'revert',
      description: 'Take back what one officer gave and took by hand, after a preview',
    },
    optionOfficer: { name: 'officer', description: 'Whose entries' },
    optionSince: { name: 'since', description: 'Since when, such as "yesterday 20:00" or "2 hours ago"' },
    optionMember: { name: 'member', description: 'Only entries of this member' },
    optionEvents: {
      name: 'events',
      description: 'Also approvals of events (otherwise only what was given and taken by hand)',
    },

    ownEntries:
      'Nobody takes back what they gave and took themselves. Nothing was changed. Ask another admin to do it.',
    problems: {
      'not-understood': (typed: string) => `${typedText(typed)} could not be read as a time.`,
      'no-hour': (typed: string) => `${typedText(typed)} has no time of day.`,
      'two-readings': (typed: string) => `${typedText(typed)} can mean two times.`,
      'left-out': (typed: string) => `${typedText(typed)} never was: the clocks were set forward past it.`,
      'other-weekday': (typed: string) => `${typedText(typed)} names a day of the week that its date is not.`,
      ahead: (typed: string, at: number) =>
        `${typedText(typed)} was understood as ${timestamp(at)}, which is still to come.`,
      'too-long-ago': (typed: string, at: number) =>
        `${typedText(typed)} was understood as ${timestamp(at)}, which is more than a year ago.`,
    } satisfies Record<Problem, (typed: string, at: number) => string>,
    writeLike: (zone: string) =>
      `Write it like ${EXAMPLES}; without a time zone, ${zone} is meant. Nothing was changed.`,
    writeOne: (readings: readonly string[]) =>
      `Write one of these: ${readingsText(readings)}. Nothing was changed.`,

    title: 'Taking entries back: a preview',
    scope: ({ officerId, since, until, withEvents }: RevertScope) =>
      withEvents
        ? `What ${mention(officerId)} gave and took by hand, and approved, from ${timestamp(since)} to ${timestamp(until)}.`
        : `What ${mention(officerId)} gave and took by hand from ${timestamp(since)} to ${timestamp(until)}.`,
    onlyOf: (id: string) => `Only entries of ${mention(id)}.`,
    nothing: 'There is nothing to take back.',
    undoneBefore: (count: number) =>
      en.plural(count, { one: '1 entry was undone before.', other: `${count} entries were undone before.` }),
    allUndone: (count: number) =>
      en.plural(count, {
        one: 'The only entry was undone before, so nothing was changed.',
        other: `All ${count} entries were undone before, so nothing was changed.`,
      }),
    entries: (count: number) => en.plural(count, { one: 'Entries: **1**', other: `Entries: **${count}**` }),
    members: (count: number) => `Members: **${count}**`,
    together: (change: string) => `Together: ${change}`,
    ownSkipped: (count: number, points: number) =>
      en.plural(count, {
        one: `Left as it is, because you got it yourself: 1 entry (${signed(points)}). Another admin has to take it back.`,
        other: `Left as they are, because you got them yourself: ${count} entries (${signed(points)}). Another admin has to take them back.`,
      }),
    below: (count: number) =>
      en.plural(count, {
        one: '**1 member does not have all of it any more** (taken is what is there; nothing goes below 0):',
        other: `**${count} members do not have all of it any more** (taken is what is there; nothing goes below 0):`,
      }),
    lacks: (id: string, { points, lifetime }: Change) =>
      points === lifetime
        ? `${mention(id)}: ${en.plural(points, { one: '1 point is', other: `${points} points are` })} missing`
        : `${mention(id)}: ${points} of the progress and ${lifetime} of the lifetime points are missing`,
    membersTitle: 'What changes:',
    change: ({ points, lifetime }: Change) =>
      points === lifetime ? signed(points) : `${signed(points)} progress, ${signed(lifetime)} lifetime`,
    more: (count: number) => `and ${count} more, in the file`,
    hasMore: (max: number) =>
      `There are more than ${max} entries: these are the latest ${max}. Apply them, then use the command again for the rest.`,
    pressApply: 'Nothing is changed before you press Apply. Each member gets one direct message.',
    apply: 'Apply',
    fileName: 'entries.txt',
    fileLine: (name: string, id: string, count: number, change: string) =>
      `${plainText(name)} (${id}), entries: ${count}; ${change}`,
    unknownName: 'unknown',

    noSuchRevert: 'This preview does not exist any more. Nothing was changed. Use `/points revert` again.',
    appliedBefore: (at: number) => `This was applied ${timestamp(at, 'R')}. Nothing was changed.`,
    nothingLeft: 'Everything that the preview showed was undone meanwhile, so nothing was changed.',
    doneTitle: 'Entries taken back',
    directMessagesLine: 'Direct messages',
    manyMessages: (count: number) => `${en.number(count)} members are each sent a direct message.`,
    adminLog: (actorId: string) => `${mention(actorId)} took entries back.`,
    messageHead: (clan: string, count: number) =>
      en.plural(count, {
        one: `An entry of your points in ${escapeMarkdown(clan)} was taken back by an admin.`,
        other: `${count} entries of your points in ${escapeMarkdown(clan)} were taken back by an admin.`,
      }),
    messageSums: (change: string, { points, totalPoints }: Sums) =>
      `That makes ${change}. Towards the next rank you have ${en.number(points)}, in all ${en.number(totalPoints)}.`,
  },
  de: {
    command: {
      name: 'widerrufen',
      description: 'Nimm zurück, was ein Offizier von Hand gab und nahm, nach einer Vorschau',
    },
    optionOfficer: { name: 'offizier', description: 'Wessen Einträge' },
    optionSince: { name: 'seit', description: 'Seit wann, etwa „gestern 20 Uhr“ oder „vor 2 Stunden“' },
    optionMember: { name: 'mitglied', description: 'Nur Einträge dieses Mitglieds' },
    optionEvents: {
      name: 'events',
      description: 'Auch Genehmigungen von Events (sonst nur von Hand Gegebenes und Genommenes)',
    },

    ownEntries:
      'Niemand nimmt zurück, was er selbst gegeben und genommen hat. Es wurde nichts geändert. Frag einen anderen Admin.',
    problems: {
      'not-understood': (typed) => `${typedText(typed)} wurde nicht als Zeit verstanden.`,
      'no-hour': (typed) => `${typedText(typed)} hat keine Uhrzeit.`,
      'two-readings': (typed) => `${typedText(typed)} kann zwei Zeiten bedeuten.`,
      'left-out': (typed) => `${typedText(typed)} gab es nicht: Da wurden die Uhren vorgestellt.`,
      'other-weekday': (typed) => `${typedText(typed)} nennt einen Wochentag, der nicht zum Datum passt.`,
      ahead: (typed, at) =>
        `${typedText(typed)} wurde als ${timestamp(at)} verstanden, und das kommt erst noch.`,
      'too-long-ago': (typed, at) =>
        `${typedText(typed)} wurde als ${timestamp(at)} verstanden, und das ist über ein Jahr her.`,
    },
    writeLike: (zone) => `Schreib es wie ${EXAMPLES}; ohne Zeitzone gilt ${zone}. Es wurde nichts geändert.`,
    writeOne: (readings) => `Schreib eine davon: ${readingsText(readings)}. Es wurde nichts geändert.`,

    title: 'Einträge zurücknehmen: Vorschau',
    scope: ({ officerId, since, until, withEvents }) =>
      withEvents
        ? `Was ${mention(officerId)} vom ${timestamp(since)} bis ${timestamp(until)} von Hand gegeben, genommen und genehmigt hat.`
        : `Was ${mention(officerId)} vom ${timestamp(since)} bis ${timestamp(until)} von Hand gegeben und genommen hat.`,
    onlyOf: (id) => `Nur Einträge von ${mention(id)}.`,
    nothing: 'Es gibt nichts zurückzunehmen.',
    undoneBefore: (count) =>
      de.plural(count, {
        one: '1 Eintrag war schon zurückgenommen.',
        other: `${count} Einträge waren schon zurückgenommen.`,
      }),
    allUndone: (count) =>
      de.plural(count, {
        one: 'Der einzige Eintrag war schon zurückgenommen, es wurde also nichts geändert.',
        other: `Alle ${count} Einträge waren schon zurückgenommen, es wurde also nichts geändert.`,
      }),
    entries: (count) => `Einträge: **${count}**`,
    members: (count) => `Mitglieder: **${count}**`,
    together: (change) => `Zusammen: ${change}`,
    ownSkipped: (count, points) =>
      de.plural(count, {
        one: `Bleibt, weil du ihn selbst bekommen hast: 1 Eintrag (${signed(points)}). Ein anderer Admin muss ihn zurücknehmen.`,
        other: `Bleiben, weil du sie selbst bekommen hast: ${count} Einträge (${signed(points)}). Ein anderer Admin muss sie zurücknehmen.`,
      }),
    below: (count) =>
      de.plural(count, {
        one: '**1 Mitglied hat nicht mehr alles** (genommen wird, was da ist; nichts fällt unter 0):',
        other: `**${count} Mitglieder haben nicht mehr alles** (genommen wird, was da ist; nichts fällt unter 0):`,
      }),
    lacks: (id, { points, lifetime }) =>
      points === lifetime
        ? `${mention(id)}: ${de.plural(points, { one: '1 Punkt fehlt', other: `${points} Punkte fehlen` })}`
        : `${mention(id)}: vom Fortschritt fehlen ${points}, von den Punkten insgesamt ${lifetime}`,
    membersTitle: 'Was sich ändert:',
    change: ({ points, lifetime }) =>
      points === lifetime ? signed(points) : `Fortschritt ${signed(points)}, insgesamt ${signed(lifetime)}`,
    more: (count) => `und ${count} weitere, in der Datei`,
    hasMore: (max) =>
      `Es gibt mehr als ${max} Einträge: Das sind die letzten ${max}. Wende sie an und benutze den Befehl dann wieder für den Rest.`,
    pressApply: 'Vor „Anwenden“ ändert sich nichts. Jedes Mitglied bekommt eine Direktnachricht.',
    apply: 'Anwenden',
    fileName: 'eintraege.txt',
    fileLine: (name, id, count, change) => `${plainText(name)} (${id}), Einträge: ${count}; ${change}`,
    unknownName: 'unbekannt',

    noSuchRevert:
      'Diese Vorschau gibt es nicht mehr. Es wurde nichts geändert. Benutze `/punkte widerrufen` noch einmal.',
    appliedBefore: (at) => `Das wurde ${timestamp(at, 'R')} angewendet. Es wurde nichts geändert.`,
    nothingLeft:
      'Alles, was die Vorschau zeigte, wurde inzwischen zurückgenommen, es wurde also nichts geändert.',
    doneTitle: 'Einträge zurückgenommen',
    directMessagesLine: 'Direktnachrichten',
    manyMessages: (count) => `${de.number(count)} Mitglieder bekommen je eine Direktnachricht.`,
    adminLog: (actorId) => `${mention(actorId)} hat Einträge zurückgenommen.`,
    messageHead: (clan, count) =>
      de.plural(count, {
        one: `Ein Eintrag deiner Punkte in ${escapeMarkdown(clan)} wurde von einem Admin zurückgenommen.`,
        other: `${count} Einträge deiner Punkte in ${escapeMarkdown(clan)} wurden von einem Admin zurückgenommen.`,
      }),
    messageSums: (change, { points, totalPoints }) =>
      `Das macht ${change}. Für den nächsten Rang hast du ${de.number(points)}, insgesamt ${de.number(totalPoints)}.`,
  },
  'es-ES': {
    command: {
      name: 'revertir',
      description: 'Deshace lo que un oficial dio y quitó a mano, tras una vista previa',
    },
    optionOfficer: { name: 'oficial', description: 'De quién son las entradas' },
    optionSince: { name: 'desde', description: 'Desde cuándo, como «ayer 20:00» o «hace 2 horas»' },
    optionMember: { name: 'miembro', description: 'Solo entradas de este miembro' },
    optionEvents: {
      name: 'eventos',
      description: 'También aprobaciones de eventos (si no, solo lo dado y quitado a mano)',
    },

    ownEntries:
      'Nadie deshace lo que dio y quitó por su cuenta. No se ha cambiado nada. Pídeselo a otro admin.',
    problems: {
      'not-understood': (typed) => `${typedText(typed)} no se ha entendido como hora.`,
      'no-hour': (typed) => `${typedText(typed)} no tiene hora.`,
      'two-readings': (typed) => `${typedText(typed)} puede significar dos horas.`,
      'left-out': (typed) => `${typedText(typed)} no existió: los relojes se adelantaron.`,
      'other-weekday': (typed) => `${typedText(typed)} nombra un día de la semana que no es el de su fecha.`,
      ahead: (typed, at) =>
        `${typedText(typed)} se ha entendido como ${timestamp(at)}, que aún no ha llegado.`,
      'too-long-ago': (typed, at) =>
        `${typedText(typed)} se ha entendido como ${timestamp(at)}, hace más de un año.`,
    },
    writeLike: (zone) => `Escríbelo como ${EXAMPLES}; sin zona horaria vale ${zone}. No se ha cambiado nada.`,
    writeOne: (readings) => `Escribe una de estas: ${readingsText(readings)}. No se ha cambiado nada.`,

    title: 'Deshacer entradas: vista previa',
    scope: ({ officerId, since, until, withEvents }) =>
      withEvents
        ? `Lo que ${mention(officerId)} dio y quitó a mano, y aprobó, desde ${timestamp(since)} hasta ${timestamp(until)}.`
        : `Lo que ${mention(officerId)} dio y quitó a mano desde ${timestamp(since)} hasta ${timestamp(until)}.`,
    onlyOf: (id) => `Solo entradas de ${mention(id)}.`,
    nothing: 'No hay nada que deshacer.',
    undoneBefore: (count) =>
      es.plural(count, {
        one: '1 entrada ya se había deshecho.',
        other: `${count} entradas ya se habían deshecho.`,
      }),
    allUndone: (count) =>
      es.plural(count, {
        one: 'La única entrada ya se había deshecho, así que no se ha cambiado nada.',
        other: `Las ${count} entradas ya se habían deshecho, así que no se ha cambiado nada.`,
      }),
    entries: (count) => `Entradas: **${count}**`,
    members: (count) => `Miembros: **${count}**`,
    together: (change) => `En total: ${change}`,
    ownSkipped: (count, points) =>
      es.plural(count, {
        one: `Se queda, porque la recibiste tú: 1 entrada (${signed(points)}). Otro admin tiene que deshacerla.`,
        other: `Se quedan, porque las recibiste tú: ${count} entradas (${signed(points)}). Otro admin tiene que deshacerlas.`,
      }),
    below: (count) =>
      es.plural(count, {
        one: '**1 miembro ya no lo tiene todo** (se quita lo que hay; nada baja de 0):',
        other: `**${count} miembros ya no lo tienen todo** (se quita lo que hay; nada baja de 0):`,
      }),
    lacks: (id, { points, lifetime }) =>
      points === lifetime
        ? `${mention(id)}: ${es.plural(points, { one: 'falta 1 punto', other: `faltan ${points} puntos` })}`
        : `${mention(id)}: faltan ${points} del progreso y ${lifetime} del total`,
    membersTitle: 'Lo que cambia:',
    change: ({ points, lifetime }) =>
      points === lifetime ? signed(points) : `progreso ${signed(points)}, total ${signed(lifetime)}`,
    more: (count) => `y ${count} más, en el archivo`,
    hasMore: (max) =>
      `Hay más de ${max} entradas: estas son las últimas ${max}. Aplícalas y usa el comando de nuevo para el resto.`,
    pressApply: 'Nada cambia antes de pulsar «Aplicar». Cada miembro recibe un mensaje directo.',
    apply: 'Aplicar',
    fileName: 'entradas.txt',
    fileLine: (name, id, count, change) => `${plainText(name)} (${id}), entradas: ${count}; ${change}`,
    unknownName: 'desconocido',

    noSuchRevert: 'Esta vista previa ya no existe. No se ha cambiado nada. Usa `/puntos revertir` otra vez.',
    appliedBefore: (at) => `Esto se aplicó ${timestamp(at, 'R')}. No se ha cambiado nada.`,
    nothingLeft:
      'Todo lo que mostraba la vista previa se deshizo entretanto, así que no se ha cambiado nada.',
    doneTitle: 'Entradas deshechas',
    directMessagesLine: 'Mensajes directos',
    manyMessages: (count) => `${es.number(count)} miembros reciben cada uno un mensaje directo.`,
    adminLog: (actorId) => `${mention(actorId)} ha deshecho entradas.`,
    messageHead: (clan, count) =>
      es.plural(count, {
        one: `Un admin ha deshecho una entrada de tus puntos en ${escapeMarkdown(clan)}.`,
        other: `Un admin ha deshecho ${count} entradas de tus puntos en ${escapeMarkdown(clan)}.`,
      }),
    messageSums: (change, { points, totalPoints }) =>
      `Eso hace ${change}. Para el siguiente rango tienes ${es.number(points)}, en total ${es.number(totalPoints)}.`,
  },
  fr: {
    command: {
      name: 'révoquer',
      description: 'Annule ce qu’un officier a donné et retiré à la main, après un aperçu',
    },
    optionOfficer: { name: 'officier', description: 'Les entrées de qui' },
    optionSince: { name: 'depuis', description: 'Depuis quand, comme « hier 20h » ou « il y a 2 heures »' },
    optionMember: { name: 'membre', description: 'Seulement les entrées de ce membre' },
    optionEvents: {
      name: 'événements',
      description: 'Aussi les événements approuvés (sinon seulement ce qui a été fait à la main)',
    },

    ownEntries:
      'Personne n’annule ce qu’il a lui-même donné et retiré. Rien n’a été changé. Demande à un autre admin.',
    problems: {
      'not-understood': (typed) => `${typedText(typed)} n’a pas été compris comme une heure.`,
      'no-hour': (typed) => `${typedText(typed)} n’a pas d’heure.`,
      'two-readings': (typed) => `${typedText(typed)} peut désigner deux moments.`,
      'left-out': (typed) => `${typedText(typed)} n’a pas existé : les horloges ont été avancées.`,
      'other-weekday': (typed) =>
        `${typedText(typed)} nomme un jour de la semaine qui n’est pas celui de sa date.`,
      ahead: (typed, at) =>
        `${typedText(typed)} a été compris comme ${timestamp(at)}, qui est encore à venir.`,
      'too-long-ago': (typed, at) =>
        `${typedText(typed)} a été compris comme ${timestamp(at)}, il y a plus d’un an.`,
    },
    writeLike: (zone) =>
      `Écris-le comme ${EXAMPLES} ; sans fuseau horaire, ${zone} vaut. Rien n’a été changé.`,
    writeOne: (readings) => `Écris l’un de ceux-ci : ${readingsText(readings)}. Rien n’a été changé.`,

    title: 'Annuler des entrées : aperçu',
    scope: ({ officerId, since, until, withEvents }) =>
      withEvents
        ? `Ce que ${mention(officerId)} a donné et retiré à la main, et approuvé, du ${timestamp(since)} au ${timestamp(until)}.`
        : `Ce que ${mention(officerId)} a donné et retiré à la main du ${timestamp(since)} au ${timestamp(until)}.`,
    onlyOf: (id) => `Seulement les entrées de ${mention(id)}.`,
    nothing: 'Il n’y a rien à annuler.',
    undoneBefore: (count) =>
      fr.plural(count, {
        one: `${count} entrée avait déjà été annulée.`,
        other: `${count} entrées avaient déjà été annulées.`,
      }),
    allUndone: (count) =>
      fr.plural(count, {
        one: 'La seule entrée avait déjà été annulée, donc rien n’a été changé.',
        other: `Les ${count} entrées avaient déjà été annulées, donc rien n’a été changé.`,
      }),
    entries: (count) => `Entrées : **${count}**`,
    members: (count) => `Membres : **${count}**`,
    together: (change) => `Ensemble : ${change}`,
    ownSkipped: (count, points) =>
      fr.plural(count, {
        one: `Reste telle quelle, car c’est toi qui l’as reçue : ${count} entrée (${signed(points)}). Un autre admin doit l’annuler.`,
        other: `Restent telles quelles, car c’est toi qui les as reçues : ${count} entrées (${signed(points)}). Un autre admin doit les annuler.`,
      }),
    below: (count) =>
      fr.plural(count, {
        one: `**${count} membre n’a plus tout** (on prend ce qu’il y a ; rien ne descend sous 0) :`,
        other: `**${count} membres n’ont plus tout** (on prend ce qu’il y a ; rien ne descend sous 0) :`,
      }),
    lacks: (id, { points, lifetime }) =>
      points === lifetime
        ? `${mention(id)} : ${fr.plural(points, { one: `il manque ${points} point`, other: `il manque ${points} points` })}`
        : `${mention(id)} : il manque ${points} de la progression et ${lifetime} du total`,
    membersTitle: 'Ce qui change :',
    change: ({ points, lifetime }) =>
      points === lifetime ? signed(points) : `progression ${signed(points)}, total ${signed(lifetime)}`,
    more: (count) => `et ${count} de plus, dans le fichier`,
    hasMore: (max) =>
      `Il y a plus de ${max} entrées : voici les ${max} dernières. Applique-les, puis réutilise la commande pour le reste.`,
    pressApply: 'Rien ne change avant « Appliquer ». Chaque membre reçoit un message privé.',
    apply: 'Appliquer',
    fileName: 'entrees.txt',
    fileLine: (name, id, count, change) => `${plainText(name)} (${id}), entrées : ${count} ; ${change}`,
    unknownName: 'inconnu',

    noSuchRevert: 'Cet aperçu n’existe plus. Rien n’a été changé. Utilise `/points révoquer` de nouveau.',
    appliedBefore: (at) => `Cela a été appliqué ${timestamp(at, 'R')}. Rien n’a été changé.`,
    nothingLeft: 'Tout ce que montrait l’aperçu a été annulé entre-temps, donc rien n’a été changé.',
    doneTitle: 'Entrées annulées',
    directMessagesLine: 'Messages privés',
    manyMessages: (count) => `${fr.number(count)} membres reçoivent chacun un message privé.`,
    adminLog: (actorId) => `${mention(actorId)} a annulé des entrées.`,
    messageHead: (clan, count) =>
      fr.plural(count, {
        one: `Un admin a annulé une entrée de tes points dans ${escapeMarkdown(clan)}.`,
        other: `Un admin a annulé ${count} entrées de tes points dans ${escapeMarkdown(clan)}.`,
      }),
    messageSums: (change, { points, totalPoints }) =>
      `Cela fait ${change}. Vers le rang suivant tu as ${fr.number(points)}, au total ${fr.number(totalPoints)}.`,
  },
  'pt-BR': {
    command: {
      name: 'reverter',
      description: 'Desfaça o que um oficial deu e tirou manualmente, após uma prévia',
    },
    optionOfficer: { name: 'oficial', description: 'De quem são os lançamentos' },
    optionSince: { name: 'desde', description: 'Desde quando, como “ontem 20h” ou “há 2 horas”' },
    optionMember: { name: 'membro', description: 'Só lançamentos deste membro' },
    optionEvents: {
      name: 'eventos',
      description: 'Também aprovações de eventos (senão só o que foi dado e tirado manualmente)',
    },

    ownEntries: 'Ninguém desfaz o que deu e tirou por conta própria. Nada foi alterado. Peça a outro admin.',
    problems: {
      'not-understood': (typed) => `${typedText(typed)} não foi entendido como horário.`,
      'no-hour': (typed) => `${typedText(typed)} não tem hora.`,
      'two-readings': (typed) => `${typedText(typed)} pode significar dois horários.`,
      'left-out': (typed) => `${typedText(typed)} não existiu: os relógios foram adiantados.`,
      'other-weekday': (typed) => `${typedText(typed)} cita um dia da semana que não é o da data.`,
      ahead: (typed, at) => `${typedText(typed)} foi entendido como ${timestamp(at)}, que ainda não chegou.`,
      'too-long-ago': (typed, at) =>
        `${typedText(typed)} foi entendido como ${timestamp(at)}, há mais de um ano.`,
    },
    writeLike: (zone) => `Escreva como ${EXAMPLES}; sem fuso horário, vale ${zone}. Nada foi alterado.`,
    writeOne: (readings) => `Escreva um destes: ${readingsText(readings)}. Nada foi alterado.`,

    title: 'Desfazer lançamentos: prévia',
    scope: ({ officerId, since, until, withEvents }) =>
      withEvents
        ? `O que ${mention(officerId)} deu e tirou manualmente, e aprovou, de ${timestamp(since)} até ${timestamp(until)}.`
        : `O que ${mention(officerId)} deu e tirou manualmente de ${timestamp(since)} até ${timestamp(until)}.`,
    onlyOf: (id) => `Só lançamentos de ${mention(id)}.`,
    nothing: 'Não há nada para desfazer.',
    undoneBefore: (count) =>
      pt.plural(count, {
        one: `${count} lançamento já tinha sido desfeito.`,
        other: `${count} lançamentos já tinham sido desfeitos.`,
      }),
    allUndone: (count) =>
      pt.plural(count, {
        one: 'O único lançamento já tinha sido desfeito, então nada foi alterado.',
        other: `Todos os ${count} lançamentos já tinham sido desfeitos, então nada foi alterado.`,
      }),
    entries: (count) => `Lançamentos: **${count}**`,
    members: (count) => `Membros: **${count}**`,
    together: (change) => `No total: ${change}`,
    ownSkipped: (count, points) =>
      pt.plural(count, {
        one: `Fica como está, porque foi você quem recebeu: ${count} lançamento (${signed(points)}). Outro admin precisa desfazê-lo.`,
        other: `Ficam como estão, porque foi você quem recebeu: ${count} lançamentos (${signed(points)}). Outro admin precisa desfazê-los.`,
      }),
    below: (count) =>
      pt.plural(count, {
        one: `**${count} membro não tem mais tudo** (tira-se o que há; nada fica abaixo de 0):`,
        other: `**${count} membros não têm mais tudo** (tira-se o que há; nada fica abaixo de 0):`,
      }),
    lacks: (id, { points, lifetime }) =>
      points === lifetime
        ? `${mention(id)}: ${pt.plural(points, { one: `falta ${points} ponto`, other: `faltam ${points} pontos` })}`
        : `${mention(id)}: faltam ${points} do progresso e ${lifetime} do total`,
    membersTitle: 'O que muda:',
    change: ({ points, lifetime }) =>
      points === lifetime ? signed(points) : `progresso ${signed(points)}, total ${signed(lifetime)}`,
    more: (count) => `e mais ${count}, no arquivo`,
    hasMore: (max) =>
      `Há mais de ${max} lançamentos: estes são os últimos ${max}. Aplique e use o comando de novo para o resto.`,
    pressApply: 'Nada muda antes de “Aplicar”. Cada membro recebe uma mensagem direta.',
    apply: 'Aplicar',
    fileName: 'lancamentos.txt',
    fileLine: (name, id, count, change) => `${plainText(name)} (${id}), lançamentos: ${count}; ${change}`,
    unknownName: 'desconhecido',

    noSuchRevert: 'Esta prévia não existe mais. Nada foi alterado. Use `/pontos reverter` de novo.',
    appliedBefore: (at) => `Isto foi aplicado ${timestamp(at, 'R')}. Nada foi alterado.`,
    nothingLeft: 'Tudo o que a prévia mostrava foi desfeito nesse meio-tempo, então nada foi alterado.',
    doneTitle: 'Lançamentos desfeitos',
    directMessagesLine: 'Mensagens diretas',
    manyMessages: (count) => `${pt.number(count)} membros recebem uma mensagem direta cada.`,
    adminLog: (actorId) => `${mention(actorId)} desfez lançamentos.`,
    messageHead: (clan, count) =>
      pt.plural(count, {
        one: `Um admin desfez um lançamento dos seus pontos em ${escapeMarkdown(clan)}.`,
        other: `Um admin desfez ${count} lançamentos dos seus pontos em ${escapeMarkdown(clan)}.`,
      }),
    messageSums: (change, { points, totalPoints }) =>
      `Isso dá ${change}. Para a próxima patente você tem ${pt.number(points)}, no total ${pt.number(totalPoints)}.`,
  },
});

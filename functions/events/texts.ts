import { escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';
import type { ClanEvent } from '../../shared/events/event.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

interface Sums {
  readonly points: number;
  readonly totalPoints: number;
}

/** Every text of `/events` and of the review; those of the review message are in shared/events/texts.ts. */
export const texts = catalogue({
  en: {
    command: { name: 'events', description: 'Events that were submitted' },
    draft: { name: 'draft', description: 'Your own form that could not be submitted yet' },
    pending: { name: 'pending', description: 'Submissions that wait for a decision, oldest first' },
    show: { name: 'show', description: 'One submission with its decision' },
    id: { name: 'id', description: 'Which one (type to search)' },

    approveTitle: 'Approve the event',
    pointsLabel: 'Points for each participant',
    pointsHint: "A whole number from 1; the clan's limit is checked.",
    noteLabel: 'Note',
    noteHint: 'For the reviewers and the submitter. Can be left out.',
    declineTitle: 'Decline the event',
    reasonLabel: 'Reason',
    reasonHint: 'The submitter is sent this.',

    noSuchEvent: 'There is no such event. Nothing was changed. Choose one from the list.',
    alreadyDecided: (event: ClanEvent) => {
      const by = event.decidedBy === null ? 'somebody' : mention(event.decidedBy);
      const at = event.decidedAt;
      const points = event.points ?? 0;
      if (event.status !== 'approved')
        return at === null
          ? `This event was declined by ${by}. Nothing was changed.`
          : `This event was declined by ${by} on ${timestamp(at)}. Nothing was changed.`;
      return at === null
        ? en.plural(points, {
            one: `This event was approved with 1 point each by ${by}. Nothing was changed.`,
            other: `This event was approved with ${en.number(points)} points each by ${by}. Nothing was changed.`,
          })
        : en.plural(points, {
            one: `This event was approved with 1 point each by ${by} on ${timestamp(at)}. Nothing was changed.`,
            other: `This event was approved with ${en.number(points)} points each by ${by} on ${timestamp(at)}. Nothing was changed.`,
          });
    },
    ownEvent:
      'You submitted this event or took part in it, so somebody else has to decide. Nothing was changed.',
    badPoints: (max: number) =>
      `Points must be a whole number from 1 to ${en.number(max)}. Nothing was decided; press Approve again.`,
    badReason: (max: number) =>
      `A reason of 1 to ${en.number(max)} characters is needed. Nothing was decided; press Decline again.`,
    badNote: (max: number) =>
      `The note may be ${en.number(max)} characters long at most. Nothing was decided; press Approve again.`,

    approved: (type: string, awarded: number, each: number) =>
      awarded === 1
        ? en.plural(each, {
            one: `**${escapeMarkdown(type)}** approved: 1 member gets 1 point.`,
            other: `**${escapeMarkdown(type)}** approved: 1 member gets ${en.number(each)} points.`,
          })
        : en.plural(each, {
            one: `**${escapeMarkdown(type)}** approved: ${en.number(awarded)} members get 1 point each.`,
            other: `**${escapeMarkdown(type)}** approved: ${en.number(awarded)} members get ${en.number(each)} points each.`,
          }),
    notLinked: (count: number) => `Without points, because they are not linked: ${en.number(count)}.`,
    notYourself: 'You get no points yourself: nobody awards points to themselves.',
    cards: (count: number) =>
      en.plural(count, { one: `1 promotion is due.`, other: `${en.number(count)} promotions are due.` }),
    declined: (type: string) => `**${escapeMarkdown(type)}** declined. The submitter is told why.`,
    reviewLine: 'Review message',
    eventLogLine: 'Event log',
    pointLogLine: 'Point log',
    directMessagesLine: 'Direct messages',

    soloEvent: 'Solo event',
    somebodyLeft: 'somebody who has left',
    host: (who: string) => `Host: ${who}`,
    when: (from: string, to: string) => `When: ${from} to ${to}`,
    participants: (count: number) => `Participants (${en.number(count)}):`,
    continued: (title: string) => `${title} (continued)`,
    pointLogTitle: (type: string, each: number) =>
      en.plural(each, {
        one: `${escapeMarkdown(type)}: +1 point each`,
        other: `${escapeMarkdown(type)}: +${en.number(each)} points each`,
      }),
    gotPoints: (count: number) => `Got points (${en.number(count)}):`,
    gotNone: (count: number) => `No points (${en.number(count)}):`,

    awarded: (type: string, clan: string, each: number) =>
      en.plural(each, {
        one: `You got **1 point** for **${escapeMarkdown(type)}** in ${escapeMarkdown(clan)}.`,
        other: `You got **${en.number(each)} points** for **${escapeMarkdown(type)}** in ${escapeMarkdown(clan)}.`,
      }),
    balance: (sums: Sums) =>
      en.plural(sums.points, {
        one: `You now have 1 point towards the next rank, ${en.number(sums.totalPoints)} in all.`,
        other: `You now have ${en.number(sums.points)} points towards the next rank, ${en.number(sums.totalPoints)} in all.`,
      }),
    /** Type and clan come escaped. */
    approvedMessage: (type: string, clan: string, awarded: number, each: number) =>
      awarded === 1
        ? en.plural(each, {
            one: `Your **${type}** submission in ${clan} was approved: 1 member got 1 point.`,
            other: `Your **${type}** submission in ${clan} was approved: 1 member got ${en.number(each)} points.`,
          })
        : en.plural(each, {
            one: `Your **${type}** submission in ${clan} was approved: ${en.number(awarded)} members got 1 point each.`,
            other: `Your **${type}** submission in ${clan} was approved: ${en.number(awarded)} members got ${en.number(each)} points each.`,
          }),
    noteIs: (note: string) => `Note: ${note}`,
    declinedMessage: (type: string, clan: string, reason: string) =>
      `Your **${type}** submission in ${clan} was declined.\nReason: ${reason}`,

    pendingTitle: 'Waiting for review',
    nothingPending: 'Nothing waits for review.',
    notPosted: (type: string, who: string, since: string, id: string) =>
      `**${type}** by ${who}, ${since}: its review message is not posted yet (\`${id}\`)`,
    waiting: (type: string, who: string, since: string, id: string, link: string) =>
      `**${type}** by ${who}, ${since}: [review](${link}) (\`${id}\`)`,
    andMore: (count: number) => `and ${en.number(count)} more`,

    reviewLink: (link: string) => `[Review message with the proof](${link})`,
    submitted: (at: number) => `Submitted ${timestamp(at)}`,
    choice: {
      pending: (type: string, host: string, date: string) => `Waiting: ${type} by ${host}, ${date}`,
      approved: (type: string, host: string, date: string) => `Approved: ${type} by ${host}, ${date}`,
      declined: (type: string, host: string, date: string) => `Declined: ${type} by ${host}, ${date}`,
    },
    unknownHost: 'unknown',
  },
  de: {
    command: { name: 'events', description: 'Events, die eingereicht wurden' },
    draft: { name: 'entwurf', description: 'Dein Formular, das noch nicht eingereicht werden konnte' },
    pending: { name: 'offen', description: 'Was auf eine Entscheidung wartet, das Älteste zuerst' },
    show: { name: 'zeigen', description: 'Eine Einreichung mit ihrer Entscheidung' },
    id: { name: 'id', description: 'Welches (tippen, um zu suchen)' },

    approveTitle: 'Event annehmen',
    pointsLabel: 'Punkte für jeden Teilnehmer',
    pointsHint: 'Eine ganze Zahl ab 1; die Grenze des Clans wird geprüft.',
    noteLabel: 'Anmerkung',
    noteHint: 'Für die Prüfer und wer es eingereicht hat. Kann leer bleiben.',
    declineTitle: 'Event ablehnen',
    reasonLabel: 'Grund',
    reasonHint: 'Das bekommt, wer es eingereicht hat.',

    noSuchEvent: 'So ein Event gibt es nicht. Es wurde nichts geändert. Wähle eins aus der Liste.',
    alreadyDecided: (event) => {
      const by = event.decidedBy === null ? 'jemandem' : mention(event.decidedBy);
      const at = event.decidedAt;
      const points = event.points ?? 0;
      if (event.status !== 'approved')
        return at === null
          ? `Dieses Event wurde von ${by} abgelehnt. Es wurde nichts geändert.`
          : `Dieses Event wurde am ${timestamp(at)} von ${by} abgelehnt. Es wurde nichts geändert.`;
      return at === null
        ? de.plural(points, {
            one: `Dieses Event wurde von ${by} mit je 1 Punkt angenommen. Es wurde nichts geändert.`,
            other: `Dieses Event wurde von ${by} mit je ${de.number(points)} Punkten angenommen. Es wurde nichts geändert.`,
          })
        : de.plural(points, {
            one: `Dieses Event wurde am ${timestamp(at)} von ${by} mit je 1 Punkt angenommen. Es wurde nichts geändert.`,
            other: `Dieses Event wurde am ${timestamp(at)} von ${by} mit je ${de.number(points)} Punkten angenommen. Es wurde nichts geändert.`,
          });
    },
    ownEvent:
      'Du hast dieses Event eingereicht oder warst dabei, also muss jemand anders entscheiden. Es wurde nichts geändert.',
    badPoints: (max) =>
      `Punkte müssen eine ganze Zahl von 1 bis ${de.number(max)} sein. Es wurde nichts entschieden; drück noch einmal „Annehmen“.`,
    badReason: (max) =>
      `Ein Grund von 1 bis ${de.number(max)} Zeichen ist nötig. Es wurde nichts entschieden; drück noch einmal „Ablehnen“.`,
    badNote: (max) =>
      `Die Anmerkung darf höchstens ${de.number(max)} Zeichen haben. Es wurde nichts entschieden; drück noch einmal „Annehmen“.`,

    approved: (type, awarded, each) =>
      awarded === 1
        ? de.plural(each, {
            one: `**${escapeMarkdown(type)}** angenommen: 1 Mitglied bekommt 1 Punkt.`,
            other: `**${escapeMarkdown(type)}** angenommen: 1 Mitglied bekommt ${de.number(each)} Punkte.`,
          })
        : de.plural(each, {
            one: `**${escapeMarkdown(type)}** angenommen: ${de.number(awarded)} Mitglieder bekommen je 1 Punkt.`,
            other: `**${escapeMarkdown(type)}** angenommen: ${de.number(awarded)} Mitglieder bekommen je ${de.number(each)} Punkte.`,
          }),
    notLinked: (count) => `Ohne Punkte, weil nicht verknüpft: ${de.number(count)}.`,
    notYourself: 'Du selbst bekommst keine Punkte: Niemand gibt sich selbst Punkte.',
    cards: (count) =>
      de.plural(count, {
        one: `1 Beförderung steht an.`,
        other: `${de.number(count)} Beförderungen stehen an.`,
      }),
    declined: (type) => `**${escapeMarkdown(type)}** abgelehnt. Wer es eingereicht hat, erfährt den Grund.`,
    reviewLine: 'Nachricht zur Prüfung',
    eventLogLine: 'Event-Log',
    pointLogLine: 'Punkte-Log',
    directMessagesLine: 'Direktnachrichten',

    soloEvent: 'Solo-Event',
    somebodyLeft: 'jemand, der nicht mehr da ist',
    host: (who) => `Host: ${who}`,
    when: (from, to) => `Wann: ${from} bis ${to}`,
    participants: (count) => `Teilnehmer (${de.number(count)}):`,
    continued: (title) => `${title} (Fortsetzung)`,
    pointLogTitle: (type, each) =>
      de.plural(each, {
        one: `${escapeMarkdown(type)}: je +1 Punkt`,
        other: `${escapeMarkdown(type)}: je +${de.number(each)} Punkte`,
      }),
    gotPoints: (count) => `Haben Punkte bekommen (${de.number(count)}):`,
    gotNone: (count) => `Keine Punkte (${de.number(count)}):`,

    awarded: (type, clan, each) =>
      de.plural(each, {
        one: `Du hast **1 Punkt** für **${escapeMarkdown(type)}** in ${escapeMarkdown(clan)} bekommen.`,
        other: `Du hast **${de.number(each)} Punkte** für **${escapeMarkdown(type)}** in ${escapeMarkdown(clan)} bekommen.`,
      }),
    balance: (sums) =>
      de.plural(sums.points, {
        one: `Du hast jetzt 1 Punkt für den nächsten Rang, ${de.number(sums.totalPoints)} insgesamt.`,
        other: `Du hast jetzt ${de.number(sums.points)} Punkte für den nächsten Rang, ${de.number(sums.totalPoints)} insgesamt.`,
      }),
    /** Type and clan come escaped. */
    approvedMessage: (type, clan, awarded, each) =>
      awarded === 1
        ? de.plural(each, {
            one: `Dein Event **${type}** in ${clan} wurde angenommen: 1 Mitglied hat 1 Punkt bekommen.`,
            other: `Dein Event **${type}** in ${clan} wurde angenommen: 1 Mitglied hat ${de.number(each)} Punkte bekommen.`,
          })
        : de.plural(each, {
            one: `Dein Event **${type}** in ${clan} wurde angenommen: ${de.number(awarded)} Mitglieder haben je 1 Punkt bekommen.`,
            other: `Dein Event **${type}** in ${clan} wurde angenommen: ${de.number(awarded)} Mitglieder haben je ${de.number(each)} Punkte bekommen.`,
          }),
    noteIs: (note) => `Anmerkung: ${note}`,
    declinedMessage: (type, clan, reason) =>
      `Dein Event **${type}** in ${clan} wurde abgelehnt.\nGrund: ${reason}`,

    pendingTitle: 'Wartet auf Prüfung',
    nothingPending: 'Nichts wartet auf Prüfung.',
    notPosted: (type, who, since, id) =>
      `**${type}** von ${who}, ${since}: Die Nachricht zur Prüfung ist noch nicht gepostet (\`${id}\`)`,
    waiting: (type, who, since, id, link) =>
      `**${type}** von ${who}, ${since}: [zur Prüfung](${link}) (\`${id}\`)`,
    andMore: (count) => `und ${de.number(count)} weitere`,

    reviewLink: (link) => `[Nachricht zur Prüfung mit dem Nachweis](${link})`,
    submitted: (at) => `Eingereicht am ${timestamp(at)}`,
    choice: {
      pending: (type, host, date) => `Offen: ${type} von ${host}, ${date}`,
      approved: (type, host, date) => `Angenommen: ${type} von ${host}, ${date}`,
      declined: (type, host, date) => `Abgelehnt: ${type} von ${host}, ${date}`,
    },
    unknownHost: 'unbekannt',
  },
  'es-ES': {
    command: { name: 'eventos', description: 'Eventos que se han enviado' },
    draft: { name: 'borrador', description: 'Tu formulario que aún no se pudo enviar' },
    pending: { name: 'pendientes', description: 'Envíos que esperan una decisión, primero los más antiguos' },
    show: { name: 'ver', description: 'Un envío con su decisión' },
    id: { name: 'id', description: 'Cuál (escribe para buscar)' },

    approveTitle: 'Aprobar el evento',
    pointsLabel: 'Puntos para cada participante',
    pointsHint: 'Un número entero desde 1; se comprueba el límite del clan.',
    noteLabel: 'Nota',
    noteHint: 'Para los revisores y quien lo envió. Puede quedar vacía.',
    declineTitle: 'Rechazar el evento',
    reasonLabel: 'Motivo',
    reasonHint: 'Se le envía a quien lo presentó.',

    noSuchEvent: 'Ese evento no existe. No se ha cambiado nada. Elige uno de la lista.',
    alreadyDecided: (event) => {
      const by = event.decidedBy === null ? 'alguien' : mention(event.decidedBy);
      const at = event.decidedAt;
      const points = event.points ?? 0;
      if (event.status !== 'approved')
        return at === null
          ? `${by} ya rechazó este evento. No se ha cambiado nada.`
          : `${by} ya rechazó este evento el ${timestamp(at)}. No se ha cambiado nada.`;
      return at === null
        ? es.plural(points, {
            one: `${by} ya aprobó este evento con 1 punto por persona. No se ha cambiado nada.`,
            other: `${by} ya aprobó este evento con ${es.number(points)} puntos por persona. No se ha cambiado nada.`,
          })
        : es.plural(points, {
            one: `${by} ya aprobó este evento con 1 punto por persona el ${timestamp(at)}. No se ha cambiado nada.`,
            other: `${by} ya aprobó este evento con ${es.number(points)} puntos por persona el ${timestamp(at)}. No se ha cambiado nada.`,
          });
    },
    ownEvent:
      'Enviaste este evento o participaste en él, así que debe decidir otra persona. No se ha cambiado nada.',
    badPoints: (max) =>
      `Los puntos deben ser un número entero de 1 a ${es.number(max)}. No se ha decidido nada; pulsa Aprobar otra vez.`,
    badReason: (max) =>
      `Hace falta un motivo de 1 a ${es.number(max)} caracteres. No se ha decidido nada; pulsa Rechazar otra vez.`,
    badNote: (max) =>
      `La nota puede tener ${es.number(max)} caracteres como mucho. No se ha decidido nada; pulsa Aprobar otra vez.`,

    approved: (type, awarded, each) =>
      awarded === 1
        ? es.plural(each, {
            one: `**${escapeMarkdown(type)}** aprobado: 1 miembro recibe 1 punto.`,
            other: `**${escapeMarkdown(type)}** aprobado: 1 miembro recibe ${es.number(each)} puntos.`,
          })
        : es.plural(each, {
            one: `**${escapeMarkdown(type)}** aprobado: ${es.number(awarded)} miembros reciben 1 punto cada uno.`,
            other: `**${escapeMarkdown(type)}** aprobado: ${es.number(awarded)} miembros reciben ${es.number(each)} puntos cada uno.`,
          }),
    notLinked: (count) => `Sin puntos por no estar vinculados: ${es.number(count)}.`,
    notYourself: 'Tú no recibes puntos: nadie se da puntos a sí mismo.',
    cards: (count) =>
      es.plural(count, { one: `Toca 1 ascenso.`, other: `Tocan ${es.number(count)} ascensos.` }),
    declined: (type) => `**${escapeMarkdown(type)}** rechazado. A quien lo envió se le dice por qué.`,
    reviewLine: 'Mensaje de revisión',
    eventLogLine: 'Registro de eventos',
    pointLogLine: 'Registro de puntos',
    directMessagesLine: 'Mensajes directos',

    soloEvent: 'Evento en solitario',
    somebodyLeft: 'alguien que ya no está',
    host: (who) => `Anfitrión: ${who}`,
    when: (from, to) => `Cuándo: ${from} a ${to}`,
    participants: (count) => `Participantes (${es.number(count)}):`,
    continued: (title) => `${title} (continuación)`,
    pointLogTitle: (type, each) =>
      es.plural(each, {
        one: `${escapeMarkdown(type)}: +1 punto por persona`,
        other: `${escapeMarkdown(type)}: +${es.number(each)} puntos por persona`,
      }),
    gotPoints: (count) => `Han recibido puntos (${es.number(count)}):`,
    gotNone: (count) => `Sin puntos (${es.number(count)}):`,

    awarded: (type, clan, each) =>
      es.plural(each, {
        one: `Has recibido **1 punto** por **${escapeMarkdown(type)}** en ${escapeMarkdown(clan)}.`,
        other: `Has recibido **${es.number(each)} puntos** por **${escapeMarkdown(type)}** en ${escapeMarkdown(clan)}.`,
      }),
    balance: (sums) =>
      es.plural(sums.points, {
        one: `Ahora tienes 1 punto para el próximo rango, ${es.number(sums.totalPoints)} en total.`,
        other: `Ahora tienes ${es.number(sums.points)} puntos para el próximo rango, ${es.number(sums.totalPoints)} en total.`,
      }),
    /** Type and clan come escaped. */
    approvedMessage: (type, clan, awarded, each) =>
      awarded === 1
        ? es.plural(each, {
            one: `Tu evento **${type}** en ${clan} se ha aprobado: 1 miembro recibió 1 punto.`,
            other: `Tu evento **${type}** en ${clan} se ha aprobado: 1 miembro recibió ${es.number(each)} puntos.`,
          })
        : es.plural(each, {
            one: `Tu evento **${type}** en ${clan} se ha aprobado: ${es.number(awarded)} miembros recibieron 1 punto cada uno.`,
            other: `Tu evento **${type}** en ${clan} se ha aprobado: ${es.number(awarded)} miembros recibieron ${es.number(each)} puntos cada uno.`,
          }),
    noteIs: (note) => `Nota: ${note}`,
    declinedMessage: (type, clan, reason) =>
      `Tu evento **${type}** en ${clan} se ha rechazado.\nMotivo: ${reason}`,

    pendingTitle: 'Pendientes de revisión',
    nothingPending: 'No hay nada pendiente de revisión.',
    notPosted: (type, who, since, id) =>
      `**${type}** de ${who}, ${since}: su mensaje de revisión aún no se ha publicado (\`${id}\`)`,
    waiting: (type, who, since, id, link) =>
      `**${type}** de ${who}, ${since}: [revisar](${link}) (\`${id}\`)`,
    andMore: (count) => `y ${es.number(count)} más`,

    reviewLink: (link) => `[Mensaje de revisión con la prueba](${link})`,
    submitted: (at) => `Enviado el ${timestamp(at)}`,
    choice: {
      pending: (type, host, date) => `Pendiente: ${type} de ${host}, ${date}`,
      approved: (type, host, date) => `Aprobado: ${type} de ${host}, ${date}`,
      declined: (type, host, date) => `Rechazado: ${type} de ${host}, ${date}`,
    },
    unknownHost: 'desconocido',
  },
  fr: {
    command: { name: 'événements', description: 'Événements qui ont été soumis' },
    draft: { name: 'brouillon', description: 'Ton formulaire qui n’a pas encore pu être soumis' },
    pending: { name: 'en-attente', description: 'Ce qui attend une décision, le plus ancien d’abord' },
    show: { name: 'voir', description: 'Un événement soumis avec sa décision' },
    id: { name: 'id', description: 'Lequel (écris pour chercher)' },

    approveTitle: 'Accepter l’événement',
    pointsLabel: 'Points pour chaque participant',
    pointsHint: 'Un nombre entier à partir de 1 ; la limite du clan est vérifiée.',
    noteLabel: 'Note',
    noteHint: 'Pour les examinateurs et l’auteur. Peut rester vide.',
    declineTitle: 'Refuser l’événement',
    reasonLabel: 'Raison',
    reasonHint: 'Elle est envoyée à l’auteur.',

    noSuchEvent: 'Cet événement n’existe pas. Rien n’a été changé. Choisis-en un dans la liste.',
    alreadyDecided: (event) => {
      const by = event.decidedBy === null ? 'quelqu’un' : mention(event.decidedBy);
      const at = event.decidedAt;
      const points = event.points ?? 0;
      if (event.status !== 'approved')
        return at === null
          ? `Cet événement a été refusé par ${by}. Rien n’a été changé.`
          : `Cet événement a été refusé par ${by} le ${timestamp(at)}. Rien n’a été changé.`;
      return at === null
        ? fr.plural(points, {
            one: `Cet événement a été accepté par ${by} avec 1 point par personne. Rien n’a été changé.`,
            other: `Cet événement a été accepté par ${by} avec ${fr.number(points)} points par personne. Rien n’a été changé.`,
          })
        : fr.plural(points, {
            one: `Cet événement a été accepté par ${by} avec 1 point par personne le ${timestamp(at)}. Rien n’a été changé.`,
            other: `Cet événement a été accepté par ${by} avec ${fr.number(points)} points par personne le ${timestamp(at)}. Rien n’a été changé.`,
          });
    },
    ownEvent:
      'Tu as soumis cet événement ou tu y as participé, donc quelqu’un d’autre doit décider. Rien n’a été changé.',
    badPoints: (max) =>
      `Les points doivent être un nombre entier de 1 à ${fr.number(max)}. Rien n’a été décidé ; appuie de nouveau sur Accepter.`,
    badReason: (max) =>
      `Il faut une raison de 1 à ${fr.number(max)} caractères. Rien n’a été décidé ; appuie de nouveau sur Refuser.`,
    badNote: (max) =>
      `La note peut avoir ${fr.number(max)} caractères au plus. Rien n’a été décidé ; appuie de nouveau sur Accepter.`,

    approved: (type, awarded, each) =>
      awarded === 1
        ? fr.plural(each, {
            one: `**${escapeMarkdown(type)}** accepté : 1 membre reçoit 1 point.`,
            other: `**${escapeMarkdown(type)}** accepté : 1 membre reçoit ${fr.number(each)} points.`,
          })
        : fr.plural(each, {
            one: `**${escapeMarkdown(type)}** accepté : ${fr.number(awarded)} membres reçoivent 1 point chacun.`,
            other: `**${escapeMarkdown(type)}** accepté : ${fr.number(awarded)} membres reçoivent ${fr.number(each)} points chacun.`,
          }),
    notLinked: (count) => `Sans points, car non liés : ${fr.number(count)}.`,
    notYourself: 'Tu ne reçois pas de points toi-même : personne ne s’en donne à soi-même.',
    cards: (count) =>
      fr.plural(count, {
        one: `1 promotion est à faire.`,
        other: `${fr.number(count)} promotions sont à faire.`,
      }),
    declined: (type) => `**${escapeMarkdown(type)}** refusé. L’auteur apprend pourquoi.`,
    reviewLine: 'Message d’examen',
    eventLogLine: 'Journal des événements',
    pointLogLine: 'Journal des points',
    directMessagesLine: 'Messages privés',

    soloEvent: 'Événement en solo',
    somebodyLeft: 'quelqu’un qui est parti',
    host: (who) => `Hôte : ${who}`,
    when: (from, to) => `Quand : ${from} à ${to}`,
    participants: (count) => `Participants (${fr.number(count)}) :`,
    continued: (title) => `${title} (suite)`,
    pointLogTitle: (type, each) =>
      fr.plural(each, {
        one: `${escapeMarkdown(type)} : +1 point par personne`,
        other: `${escapeMarkdown(type)} : +${fr.number(each)} points par personne`,
      }),
    gotPoints: (count) => `Ont reçu des points (${fr.number(count)}) :`,
    gotNone: (count) => `Pas de points (${fr.number(count)}) :`,

    awarded: (type, clan, each) =>
      fr.plural(each, {
        one: `Tu as reçu **1 point** pour **${escapeMarkdown(type)}** dans ${escapeMarkdown(clan)}.`,
        other: `Tu as reçu **${fr.number(each)} points** pour **${escapeMarkdown(type)}** dans ${escapeMarkdown(clan)}.`,
      }),
    balance: (sums) =>
      fr.plural(sums.points, {
        one: `Tu as maintenant ${fr.number(sums.points)} point vers le prochain rang, ${fr.number(sums.totalPoints)} au total.`,
        other: `Tu as maintenant ${fr.number(sums.points)} points vers le prochain rang, ${fr.number(sums.totalPoints)} au total.`,
      }),
    /** Type and clan come escaped. */
    approvedMessage: (type, clan, awarded, each) =>
      awarded === 1
        ? fr.plural(each, {
            one: `Ton événement **${type}** dans ${clan} a été accepté : 1 membre a reçu 1 point.`,
            other: `Ton événement **${type}** dans ${clan} a été accepté : 1 membre a reçu ${fr.number(each)} points.`,
          })
        : fr.plural(each, {
            one: `Ton événement **${type}** dans ${clan} a été accepté : ${fr.number(awarded)} membres ont reçu 1 point chacun.`,
            other: `Ton événement **${type}** dans ${clan} a été accepté : ${fr.number(awarded)} membres ont reçu ${fr.number(each)} points chacun.`,
          }),
    noteIs: (note) => `Note : ${note}`,
    declinedMessage: (type, clan, reason) =>
      `Ton événement **${type}** dans ${clan} a été refusé.\nRaison : ${reason}`,

    pendingTitle: 'En attente d’examen',
    nothingPending: 'Rien n’attend d’examen.',
    notPosted: (type, who, since, id) =>
      `**${type}** de ${who}, ${since} : son message d’examen n’est pas encore publié (\`${id}\`)`,
    waiting: (type, who, since, id, link) =>
      `**${type}** de ${who}, ${since} : [examiner](${link}) (\`${id}\`)`,
    andMore: (count) => `et ${fr.number(count)} de plus`,

    reviewLink: (link) => `[Message d’examen avec la preuve](${link})`,
    submitted: (at) => `Soumis le ${timestamp(at)}`,
    choice: {
      pending: (type, host, date) => `En attente : ${type} de ${host}, ${date}`,
      approved: (type, host, date) => `Accepté : ${type} de ${host}, ${date}`,
      declined: (type, host, date) => `Refusé : ${type} de ${host}, ${date}`,
    },
    unknownHost: 'inconnu',
  },
  'pt-BR': {
    command: { name: 'eventos', description: 'Eventos que foram enviados' },
    draft: { name: 'rascunho', description: 'Seu formulário que ainda não pôde ser enviado' },
    pending: { name: 'pendentes', description: 'Envios que esperam uma decisão, os mais antigos primeiro' },
    show: { name: 'ver', description: 'Um envio com sua decisão' },
    id: { name: 'id', description: 'Qual (digite para buscar)' },

    approveTitle: 'Aprovar o evento',
    pointsLabel: 'Pontos para cada participante',
    pointsHint: 'Um número inteiro a partir de 1; o limite do clã é conferido.',
    noteLabel: 'Observação',
    noteHint: 'Para os revisores e quem enviou. Pode ficar vazia.',
    declineTitle: 'Recusar o evento',
    reasonLabel: 'Motivo',
    reasonHint: 'É mandado a quem enviou.',

    noSuchEvent: 'Esse evento não existe. Nada foi alterado. Escolha um da lista.',
    alreadyDecided: (event) => {
      const by = event.decidedBy === null ? 'alguém' : mention(event.decidedBy);
      const at = event.decidedAt;
      const points = event.points ?? 0;
      if (event.status !== 'approved')
        return at === null
          ? `Este evento foi recusado por ${by}. Nada foi alterado.`
          : `Este evento foi recusado por ${by} em ${timestamp(at)}. Nada foi alterado.`;
      return at === null
        ? pt.plural(points, {
            one: `Este evento foi aprovado por ${by} com 1 ponto para cada um. Nada foi alterado.`,
            other: `Este evento foi aprovado por ${by} com ${pt.number(points)} pontos para cada um. Nada foi alterado.`,
          })
        : pt.plural(points, {
            one: `Este evento foi aprovado por ${by} com 1 ponto para cada um em ${timestamp(at)}. Nada foi alterado.`,
            other: `Este evento foi aprovado por ${by} com ${pt.number(points)} pontos para cada um em ${timestamp(at)}. Nada foi alterado.`,
          });
    },
    ownEvent:
      'Você enviou este evento ou participou dele, então outra pessoa precisa decidir. Nada foi alterado.',
    badPoints: (max) =>
      `Os pontos precisam ser um número inteiro de 1 a ${pt.number(max)}. Nada foi decidido; clique em Aprovar de novo.`,
    badReason: (max) =>
      `É preciso um motivo de 1 a ${pt.number(max)} caracteres. Nada foi decidido; clique em Recusar de novo.`,
    badNote: (max) =>
      `A observação pode ter no máximo ${pt.number(max)} caracteres. Nada foi decidido; clique em Aprovar de novo.`,

    approved: (type, awarded, each) =>
      awarded === 1
        ? pt.plural(each, {
            one: `**${escapeMarkdown(type)}** aprovado: 1 membro ganha 1 ponto.`,
            other: `**${escapeMarkdown(type)}** aprovado: 1 membro ganha ${pt.number(each)} pontos.`,
          })
        : pt.plural(each, {
            one: `**${escapeMarkdown(type)}** aprovado: ${pt.number(awarded)} membros ganham 1 ponto cada.`,
            other: `**${escapeMarkdown(type)}** aprovado: ${pt.number(awarded)} membros ganham ${pt.number(each)} pontos cada.`,
          }),
    notLinked: (count) => `Sem pontos, por não estarem vinculados: ${pt.number(count)}.`,
    notYourself: 'Você não ganha pontos: ninguém dá pontos a si mesmo.',
    cards: (count) =>
      pt.plural(count, { one: `Há 1 promoção a fazer.`, other: `Há ${pt.number(count)} promoções a fazer.` }),
    declined: (type) => `**${escapeMarkdown(type)}** recusado. Quem enviou fica sabendo o motivo.`,
    reviewLine: 'Mensagem de análise',
    eventLogLine: 'Registro de eventos',
    pointLogLine: 'Registro de pontos',
    directMessagesLine: 'Mensagens diretas',

    soloEvent: 'Evento solo',
    somebodyLeft: 'alguém que saiu',
    host: (who) => `Anfitrião: ${who}`,
    when: (from, to) => `Quando: ${from} a ${to}`,
    participants: (count) => `Participantes (${pt.number(count)}):`,
    continued: (title) => `${title} (continuação)`,
    pointLogTitle: (type, each) =>
      pt.plural(each, {
        one: `${escapeMarkdown(type)}: +1 ponto para cada um`,
        other: `${escapeMarkdown(type)}: +${pt.number(each)} pontos para cada um`,
      }),
    gotPoints: (count) => `Ganharam pontos (${pt.number(count)}):`,
    gotNone: (count) => `Sem pontos (${pt.number(count)}):`,

    awarded: (type, clan, each) =>
      pt.plural(each, {
        one: `Você ganhou **1 ponto** por **${escapeMarkdown(type)}** em ${escapeMarkdown(clan)}.`,
        other: `Você ganhou **${pt.number(each)} pontos** por **${escapeMarkdown(type)}** em ${escapeMarkdown(clan)}.`,
      }),
    balance: (sums) =>
      pt.plural(sums.points, {
        one: `Agora você tem ${pt.number(sums.points)} ponto para a próxima patente, ${pt.number(sums.totalPoints)} no total.`,
        other: `Agora você tem ${pt.number(sums.points)} pontos para a próxima patente, ${pt.number(sums.totalPoints)} no total.`,
      }),
    /** Type and clan come escaped. */
    approvedMessage: (type, clan, awarded, each) =>
      awarded === 1
        ? pt.plural(each, {
            one: `Seu evento **${type}** em ${clan} foi aprovado: 1 membro ganhou 1 ponto.`,
            other: `Seu evento **${type}** em ${clan} foi aprovado: 1 membro ganhou ${pt.number(each)} pontos.`,
          })
        : pt.plural(each, {
            one: `Seu evento **${type}** em ${clan} foi aprovado: ${pt.number(awarded)} membros ganharam 1 ponto cada.`,
            other: `Seu evento **${type}** em ${clan} foi aprovado: ${pt.number(awarded)} membros ganharam ${pt.number(each)} pontos cada.`,
          }),
    noteIs: (note) => `Observação: ${note}`,
    declinedMessage: (type, clan, reason) =>
      `Seu evento **${type}** em ${clan} foi recusado.\nMotivo: ${reason}`,

    pendingTitle: 'Aguardando análise',
    nothingPending: 'Nada aguarda análise.',
    notPosted: (type, who, since, id) =>
      `**${type}** de ${who}, ${since}: a mensagem de análise ainda não foi publicada (\`${id}\`)`,
    waiting: (type, who, since, id, link) =>
      `**${type}** de ${who}, ${since}: [analisar](${link}) (\`${id}\`)`,
    andMore: (count) => `e mais ${pt.number(count)}`,

    reviewLink: (link) => `[Mensagem de análise com a prova](${link})`,
    submitted: (at) => `Enviado em ${timestamp(at)}`,
    choice: {
      pending: (type, host, date) => `Pendente: ${type} de ${host}, ${date}`,
      approved: (type, host, date) => `Aprovado: ${type} de ${host}, ${date}`,
      declined: (type, host, date) => `Recusado: ${type} de ${host}, ${date}`,
    },
    unknownHost: 'desconhecido',
  },
});

import { escapeMarkdown, timestamp } from '../../shared/discord/text.ts';
import type { Draft } from '../../shared/events/draft.ts';
import type { EventTimes } from '../../shared/events/times.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

const typeOf = (draft: Draft) => escapeMarkdown(draft.type);
const sinceOf = (draft: Draft) => timestamp(draft.savedAt, 'R');
const listOf = (types: readonly string[]) => types.map(escapeMarkdown).join(', ');

/** Every text of `/submit-event`; those about times, people and proof are in shared/events. */
export const texts = catalogue({
  en: {
    command: { name: 'submit-event', description: 'Submit an event for points: opens a form' },
    type: { name: 'type', description: 'What kind of event it was' },

    modalTitle: 'Submit an event',
    membersLabel: 'Discord members who took part',
    membersHint: 'Up to 25. Here or below, at least one person.',
    namesLabel: 'Roblox names who took part',
    namesHint: 'Separated by commas or line breaks.',
    startLabel: 'Start',
    endLabel: 'End',
    timeHint: "In the clan's time zone, unless you name another.",
    startExample: '14:30, 2:30 PM EST, yesterday 20:00, 2 hours ago',
    endExample: '21:30, 10:30 PM, +90 min',
    proofLabel: 'Proof',
    proofHint: 'A screenshot: PNG, JPEG, GIF, WebP or AVIF, 10 MB at most.',

    correctTitle: 'Correct your draft',
    keptHint: 'What you leave empty stays as it is in the draft.',
    proofKeptHint: 'Only to replace the one in the draft: a screenshot, 10 MB at most.',
    proofAgainLabel: 'Proof (has to be uploaded again)',
    proofAgainHint: 'The draft has none that can still be fetched. A screenshot, 10 MB at most.',

    kept: (expiresAt: number) =>
      `**Nothing was submitted.** What you typed is kept as your draft until ${timestamp(expiresAt)}; it is below, ` +
      'ready to copy. "Correct" opens the form again: what you leave empty there stays as it is here.',
    draftReplaced: (draft: Draft) => `It replaced your draft of ${typeOf(draft)} from ${sinceOf(draft)}.`,
    draftWaits: (draft: Draft) =>
      `Your draft of ${typeOf(draft)} from ${sinceOf(draft)} still waits; \`/events draft\` shows it.`,
    draftGone:
      'This draft is gone: it was sent, discarded or replaced, or its 24 hours are over. Nothing was changed. ' +
      '`/events draft` shows the draft you have.',
    formOfDraft: 'what you typed now',
    discarded: 'The draft was discarded.',

    unknownType: (type: string, types: readonly string[]) =>
      `"${escapeMarkdown(type)}" is not an event type of this clan (any more). ` +
      `Use \`/submit-event\` with one of: ${listOf(types)}.`,
    noReviewChannel:
      'No channel for reviews is set. Ask an admin to use `/settings channel` and choose admin, then use "Send".',
    cooldown: (until: number) =>
      `You handed in a form a moment ago; this one can be sent from ${timestamp(until, 'T')} on ` +
      `(${timestamp(until, 'R')}). Then press "Send".`,

    submitted: (type: string) => `**${escapeMarkdown(type)}** was submitted for review.`,
    understood: (times: EventTimes) =>
      `Understood as ${timestamp(times.startsAt)} to ${timestamp(times.endsAt)}.`,
    willGet: (count: number) => `Will get points (${en.number(count)})`,
    willNotGet: (count: number) => `Will not get points: not linked (${en.number(count)})`,
    nobodyLinked: 'Nobody yet.',
    linkHint: 'Those who use `/link-roblox` before the review get points too.',
    duplicate: 'The same picture was submitted before; the reviewers are told.',
    reviewLine: 'Review message',
  },
  de: {
    command: {
      name: 'event-einreichen',
      description: 'Ein Event für Punkte einreichen: öffnet ein Formular',
    },
    type: { name: 'art', description: 'Was für ein Event es war' },

    modalTitle: 'Event einreichen',
    membersLabel: 'Discord-Mitglieder, die dabei waren',
    membersHint: 'Bis zu 25. Hier oder darunter mindestens eine Person.',
    namesLabel: 'Roblox-Namen, die dabei waren',
    namesHint: 'Durch Kommas oder Zeilenumbrüche getrennt.',
    startLabel: 'Beginn',
    endLabel: 'Ende',
    timeHint: 'In der Zeitzone des Clans, wenn du keine andere nennst.',
    startExample: '14:30, gestern 20 Uhr, vor 2 Stunden',
    endExample: '21:30, 22 Uhr, +90 min',
    proofLabel: 'Nachweis',
    proofHint: 'Ein Screenshot: PNG, JPEG, GIF, WebP oder AVIF, höchstens 10 MB.',

    correctTitle: 'Deinen Entwurf korrigieren',
    keptHint: 'Was du leer lässt, bleibt, wie es im Entwurf steht.',
    proofKeptHint: 'Nur um den im Entwurf zu ersetzen: ein Screenshot, höchstens 10 MB.',
    proofAgainLabel: 'Nachweis (noch einmal hochladen)',
    proofAgainHint: 'Der Entwurf hat keinen mehr, der sich holen lässt. Ein Screenshot, höchstens 10 MB.',

    kept: (expiresAt) =>
      `**Es wurde nichts eingereicht.** Was du eingegeben hast, bleibt bis ${timestamp(expiresAt)} als dein Entwurf; es steht unten ` +
      'zum Kopieren. „Korrigieren“ öffnet das Formular wieder: Was du dort leer lässt, bleibt, wie es hier steht.',
    draftReplaced: (draft) => `Er ersetzt deinen Entwurf zu ${typeOf(draft)} von ${sinceOf(draft)}.`,
    draftWaits: (draft) =>
      `Dein Entwurf zu ${typeOf(draft)} von ${sinceOf(draft)} wartet noch; \`/events entwurf\` zeigt ihn.`,
    draftGone:
      'Diesen Entwurf gibt es nicht mehr: Er wurde gesendet, verworfen oder ersetzt, oder seine 24 Stunden sind um. ' +
      'Es wurde nichts geändert. `/events entwurf` zeigt den Entwurf, den du hast.',
    formOfDraft: 'was du jetzt eingegeben hast',
    discarded: 'Der Entwurf wurde verworfen.',

    unknownType: (type, types) =>
      `„${escapeMarkdown(type)}“ ist keine Event-Art dieses Clans (mehr). ` +
      `Benutze \`/event-einreichen\` mit einer von diesen: ${listOf(types)}.`,
    noReviewChannel:
      'Es ist kein Kanal für Prüfungen eingestellt. Bitte einen Admin, mit `/einstellungen kanal` den Admin-Kanal zu wählen, und drück dann „Senden“.',
    cooldown: (until) =>
      `Du hast gerade erst ein Formular abgegeben; dieses lässt sich ab ${timestamp(until, 'T')} senden ` +
      `(${timestamp(until, 'R')}). Drück dann „Senden“.`,

    submitted: (type) => `**${escapeMarkdown(type)}** wurde zur Prüfung eingereicht.`,
    understood: (times) => `Verstanden als ${timestamp(times.startsAt)} bis ${timestamp(times.endsAt)}.`,
    willGet: (count) => `Bekommen Punkte (${de.number(count)})`,
    willNotGet: (count) => `Bekommen keine Punkte: nicht verknüpft (${de.number(count)})`,
    nobodyLinked: 'Noch niemand.',
    linkHint: 'Wer vor der Prüfung `/roblox-verknüpfen` benutzt, bekommt auch Punkte.',
    duplicate: 'Dasselbe Bild wurde schon einmal eingereicht; die Prüfer erfahren es.',
    reviewLine: 'Nachricht zur Prüfung',
  },
  'es-ES': {
    command: {
      name: 'enviar-evento',
      description: 'Enviar un evento para recibir puntos: abre un formulario',
    },
    type: { name: 'tipo', description: 'Qué tipo de evento fue' },

    modalTitle: 'Enviar un evento',
    membersLabel: 'Miembros de Discord que participaron',
    membersHint: 'Hasta 25. Aquí o abajo, al menos una persona.',
    namesLabel: 'Nombres de Roblox que participaron',
    namesHint: 'Separados por comas o saltos de línea.',
    startLabel: 'Inicio',
    endLabel: 'Final',
    timeHint: 'En la zona horaria del clan, si no indicas otra.',
    startExample: '14:30, ayer a las 20:00, hace 2 horas',
    endExample: '21:30, 22:00, +90 min',
    proofLabel: 'Prueba',
    proofHint: 'Una captura de pantalla: PNG, JPEG, GIF, WebP o AVIF, 10 MB como mucho.',

    correctTitle: 'Corregir tu borrador',
    keptHint: 'Lo que dejes vacío se queda como está en el borrador.',
    proofKeptHint: 'Solo para sustituir la del borrador: una captura, 10 MB como mucho.',
    proofAgainLabel: 'Prueba (hay que subirla otra vez)',
    proofAgainHint: 'El borrador ya no tiene ninguna disponible. Una captura, 10 MB como mucho.',

    kept: (expiresAt) =>
      `**No se ha enviado nada.** Lo que escribiste se guarda como tu borrador hasta el ${timestamp(expiresAt)}; está abajo, ` +
      'listo para copiar. «Corregir» abre el formulario otra vez: lo que dejes vacío allí se queda como está aquí.',
    draftReplaced: (draft) => `Sustituye a tu borrador de ${typeOf(draft)} (${sinceOf(draft)}).`,
    draftWaits: (draft) =>
      `Tu borrador de ${typeOf(draft)} (${sinceOf(draft)}) sigue esperando; \`/eventos borrador\` lo muestra.`,
    draftGone:
      'Este borrador ya no existe: se envió, se descartó o se sustituyó, o sus 24 horas terminaron. No se ha cambiado nada. ' +
      '`/eventos borrador` muestra el que tienes.',
    formOfDraft: 'lo que has escrito ahora',
    discarded: 'El borrador se ha descartado.',

    unknownType: (type, types) =>
      `«${escapeMarkdown(type)}» no es (o ya no es) un tipo de evento de este clan. ` +
      `Usa \`/enviar-evento\` con uno de estos: ${listOf(types)}.`,
    noReviewChannel:
      'No hay ningún canal para revisiones. Pide a un admin que use `/ajustes canal` y elija el de admins; después pulsa «Enviar».',
    cooldown: (until) =>
      `Acabas de entregar un formulario; este se puede enviar a partir de las ${timestamp(until, 'T')} ` +
      `(${timestamp(until, 'R')}). Entonces pulsa «Enviar».`,

    submitted: (type) => `**${escapeMarkdown(type)}** se ha enviado a revisión.`,
    understood: (times) => `Entendido como ${timestamp(times.startsAt)} a ${timestamp(times.endsAt)}.`,
    willGet: (count) => `Recibirán puntos (${es.number(count)})`,
    willNotGet: (count) => `No recibirán puntos: sin vincular (${es.number(count)})`,
    nobodyLinked: 'Nadie todavía.',
    linkHint: 'Quien use `/vincular-roblox` antes de la revisión también recibe puntos.',
    duplicate: 'La misma imagen ya se había enviado; se avisa a los revisores.',
    reviewLine: 'Mensaje de revisión',
  },
  fr: {
    command: {
      name: 'soumettre-événement',
      description: 'Soumettre un événement pour des points : ouvre un formulaire',
    },
    type: { name: 'type', description: 'De quel type d’événement il s’agissait' },

    modalTitle: 'Soumettre un événement',
    membersLabel: 'Membres Discord qui ont participé',
    membersHint: 'Jusqu’à 25. Ici ou plus bas, au moins une personne.',
    namesLabel: 'Noms Roblox qui ont participé',
    namesHint: 'Séparés par des virgules ou des retours à la ligne.',
    startLabel: 'Début',
    endLabel: 'Fin',
    timeHint: 'Dans le fuseau horaire du clan, sauf si tu en indiques un autre.',
    startExample: '14:30, hier à 20h, il y a 2 heures',
    endExample: '21:30, 22h, +90 min',
    proofLabel: 'Preuve',
    proofHint: 'Une capture d’écran : PNG, JPEG, GIF, WebP ou AVIF, 10 Mo au plus.',

    correctTitle: 'Corriger ton brouillon',
    keptHint: 'Ce que tu laisses vide reste comme dans le brouillon.',
    proofKeptHint: 'Seulement pour remplacer celle du brouillon : une capture, 10 Mo au plus.',
    proofAgainLabel: 'Preuve (à envoyer de nouveau)',
    proofAgainHint: 'Le brouillon n’en a plus qui soit disponible. Une capture, 10 Mo au plus.',

    kept: (expiresAt) =>
      `**Rien n’a été soumis.** Ce que tu as écrit est gardé comme ton brouillon jusqu’au ${timestamp(expiresAt)} ; c’est ci-dessous, ` +
      'prêt à copier. « Corriger » rouvre le formulaire : ce que tu y laisses vide reste comme ici.',
    draftReplaced: (draft) => `Il remplace ton brouillon de ${typeOf(draft)} (${sinceOf(draft)}).`,
    draftWaits: (draft) =>
      `Ton brouillon de ${typeOf(draft)} (${sinceOf(draft)}) attend toujours ; \`/événements brouillon\` le montre.`,
    draftGone:
      'Ce brouillon n’existe plus : il a été envoyé, jeté ou remplacé, ou ses 24 heures sont passées. Rien n’a été changé. ' +
      '`/événements brouillon` montre celui que tu as.',
    formOfDraft: 'ce que tu viens d’écrire',
    discarded: 'Le brouillon a été jeté.',

    unknownType: (type, types) =>
      `« ${escapeMarkdown(type)} » n’est pas (ou plus) un type d’événement de ce clan. ` +
      `Utilise \`/soumettre-événement\` avec l’un de ceux-ci : ${listOf(types)}.`,
    noReviewChannel:
      'Aucun salon pour l’examen n’est défini. Demande à un admin d’utiliser `/paramètres salon` et de choisir celui des admins, puis appuie sur « Envoyer ».',
    cooldown: (until) =>
      `Tu viens de remettre un formulaire ; celui-ci pourra être envoyé à partir de ${timestamp(until, 'T')} ` +
      `(${timestamp(until, 'R')}). Appuie alors sur « Envoyer ».`,

    submitted: (type) => `**${escapeMarkdown(type)}** a été soumis pour examen.`,
    understood: (times) => `Compris comme ${timestamp(times.startsAt)} à ${timestamp(times.endsAt)}.`,
    willGet: (count) => `Recevront des points (${fr.number(count)})`,
    willNotGet: (count) => `Ne recevront pas de points : non liés (${fr.number(count)})`,
    nobodyLinked: 'Personne pour l’instant.',
    linkHint: 'Ceux qui utilisent `/lier-roblox` avant l’examen reçoivent aussi des points.',
    duplicate: 'La même image a déjà été soumise ; les examinateurs en sont informés.',
    reviewLine: 'Message d’examen',
  },
  'pt-BR': {
    command: {
      name: 'enviar-evento',
      description: 'Enviar um evento para ganhar pontos: abre um formulário',
    },
    type: { name: 'tipo', description: 'Que tipo de evento foi' },

    modalTitle: 'Enviar um evento',
    membersLabel: 'Membros do Discord que participaram',
    membersHint: 'Até 25. Aqui ou abaixo, pelo menos uma pessoa.',
    namesLabel: 'Nomes do Roblox que participaram',
    namesHint: 'Separados por vírgulas ou quebras de linha.',
    startLabel: 'Início',
    endLabel: 'Fim',
    timeHint: 'No fuso horário do clã, se você não indicar outro.',
    startExample: '14:30, ontem às 20h, há 2 horas',
    endExample: '21:30, 22h, +90 min',
    proofLabel: 'Prova',
    proofHint: 'Uma captura de tela: PNG, JPEG, GIF, WebP ou AVIF, no máximo 10 MB.',

    correctTitle: 'Corrigir seu rascunho',
    keptHint: 'O que você deixar vazio fica como está no rascunho.',
    proofKeptHint: 'Só para trocar a do rascunho: uma captura de tela, no máximo 10 MB.',
    proofAgainLabel: 'Prova (enviar de novo)',
    proofAgainHint: 'O rascunho não tem mais uma disponível. Uma captura de tela, no máximo 10 MB.',

    kept: (expiresAt) =>
      `**Nada foi enviado.** O que você digitou fica guardado como seu rascunho até ${timestamp(expiresAt)}; está abaixo, ` +
      'pronto para copiar. "Corrigir" abre o formulário de novo: o que você deixar vazio lá fica como está aqui.',
    draftReplaced: (draft) => `Ele substitui seu rascunho de ${typeOf(draft)} (${sinceOf(draft)}).`,
    draftWaits: (draft) =>
      `Seu rascunho de ${typeOf(draft)} (${sinceOf(draft)}) ainda espera; \`/eventos rascunho\` mostra.`,
    draftGone:
      'Este rascunho não existe mais: foi enviado, descartado ou substituído, ou as 24 horas dele acabaram. Nada foi alterado. ' +
      '`/eventos rascunho` mostra o que você tem.',
    formOfDraft: 'o que você digitou agora',
    discarded: 'O rascunho foi descartado.',

    unknownType: (type, types) =>
      `"${escapeMarkdown(type)}" não é (ou não é mais) um tipo de evento deste clã. ` +
      `Use \`/enviar-evento\` com um destes: ${listOf(types)}.`,
    noReviewChannel:
      'Não há canal de análise definido. Peça a um admin para usar `/configurações canal` e escolher o de admins; depois clique em "Enviar".',
    cooldown: (until) =>
      `Você acabou de entregar um formulário; este pode ser enviado a partir de ${timestamp(until, 'T')} ` +
      `(${timestamp(until, 'R')}). Então clique em "Enviar".`,

    submitted: (type) => `**${escapeMarkdown(type)}** foi enviado para análise.`,
    understood: (times) => `Entendido como ${timestamp(times.startsAt)} a ${timestamp(times.endsAt)}.`,
    willGet: (count) => `Vão ganhar pontos (${pt.number(count)})`,
    willNotGet: (count) => `Não vão ganhar pontos: não vinculados (${pt.number(count)})`,
    nobodyLinked: 'Ninguém ainda.',
    linkHint: 'Quem usar `/vincular-roblox` antes da análise também ganha pontos.',
    duplicate: 'A mesma imagem já foi enviada antes; os revisores são avisados.',
    reviewLine: 'Mensagem de análise',
  },
});

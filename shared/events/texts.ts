import { clip, escapeMarkdown, timestamp } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';
import { writing } from '../languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1);
const decimalComma = (bytes: number) => megabytes(bytes).replace('.', ',');
const shownName = (name: string) => escapeMarkdown(clip(name, 60));

export const proofTexts = catalogue({
  en: {
    none: 'A proof is needed. Upload a screenshot of the event in the form.',
    gone: 'Discord does not keep the uploaded proof any longer. Upload it again in the form.',
    tooLarge: (bytes: number) =>
      `The proof is ${megabytes(bytes)} MB; at most 10 MB are possible. Upload a smaller picture.`,
    notImage: 'The proof is not a picture (PNG, JPEG, GIF, WebP or AVIF). Upload a screenshot of the event.',
    broken:
      'The proof is a broken picture: nothing can be shown of it, or it is cut off. Upload it again, or another screenshot.',
    tooManyPixels:
      'The proof has too many pixels: at most 25 million are possible, 100 million in a PNG, 9 million in an AVIF. ' +
      'Upload a smaller picture.',
    tooSlow:
      'The proof takes too long to decode. Upload a smaller picture, or the same one as a PNG or JPEG.',
    unreachable: 'The proof could not be fetched from Discord. Try again in a minute, or upload it again.',
  },
  de: {
    none: 'Ein Nachweis ist nötig. Lade im Formular einen Screenshot des Events hoch.',
    gone: 'Discord bewahrt den hochgeladenen Nachweis nicht mehr auf. Lade ihn im Formular noch einmal hoch.',
    tooLarge: (bytes) =>
      `Der Nachweis hat ${decimalComma(bytes)} MB; höchstens 10 MB sind möglich. Lade ein kleineres Bild hoch.`,
    notImage:
      'Der Nachweis ist kein Bild (PNG, JPEG, GIF, WebP oder AVIF). Lade einen Screenshot des Events hoch.',
    broken:
      'Der Nachweis ist ein kaputtes Bild: Es lässt sich nicht anzeigen oder ist abgeschnitten. Lade es noch einmal hoch oder einen anderen Screenshot.',
    tooManyPixels:
      'Der Nachweis hat zu viele Pixel: Höchstens 25 Millionen sind möglich, 100 Millionen bei PNG, 9 Millionen bei AVIF. ' +
      'Lade ein kleineres Bild hoch.',
    tooSlow:
      'Der Nachweis braucht zu lange zum Dekodieren. Lade ein kleineres Bild hoch oder dasselbe als PNG oder JPEG.',
    unreachable:
      'Der Nachweis konnte nicht von Discord geholt werden. Versuch es in einer Minute noch einmal oder lade ihn neu hoch.',
  },
  'es-ES': {
    none: 'Hace falta una prueba. Sube una captura de pantalla del evento en el formulario.',
    gone: 'Discord ya no guarda la prueba que subiste. Súbela otra vez en el formulario.',
    tooLarge: (bytes) =>
      `La prueba ocupa ${decimalComma(bytes)} MB; el máximo son 10 MB. Sube una imagen más pequeña.`,
    notImage:
      'La prueba no es una imagen (PNG, JPEG, GIF, WebP o AVIF). Sube una captura de pantalla del evento.',
    broken:
      'La prueba es una imagen dañada: no se puede mostrar o está cortada. Súbela otra vez o sube otra captura.',
    tooManyPixels:
      'La prueba tiene demasiados píxeles: el máximo son 25 millones, 100 millones en PNG, 9 millones en AVIF. ' +
      'Sube una imagen más pequeña.',
    tooSlow:
      'La prueba tarda demasiado en descodificarse. Sube una imagen más pequeña, o la misma como PNG o JPEG.',
    unreachable:
      'No se ha podido obtener la prueba de Discord. Inténtalo de nuevo en un minuto o súbela otra vez.',
  },
  fr: {
    none: 'Il faut une preuve. Envoie une capture d’écran de l’événement dans le formulaire.',
    gone: 'Discord ne conserve plus la preuve envoyée. Envoie-la de nouveau dans le formulaire.',
    tooLarge: (bytes) =>
      `La preuve fait ${decimalComma(bytes)} Mo ; 10 Mo au plus sont possibles. Envoie une image plus petite.`,
    notImage:
      'La preuve n’est pas une image (PNG, JPEG, GIF, WebP ou AVIF). Envoie une capture d’écran de l’événement.',
    broken:
      'La preuve est une image abîmée : impossible de l’afficher, ou elle est coupée. Envoie-la de nouveau, ou une autre capture.',
    tooManyPixels:
      'La preuve a trop de pixels : 25 millions au plus sont possibles, 100 millions en PNG, 9 millions en AVIF. ' +
      'Envoie une image plus petite.',
    tooSlow: 'La preuve est trop longue à décoder. Envoie une image plus petite, ou la même en PNG ou JPEG.',
    unreachable:
      'La preuve n’a pas pu être récupérée chez Discord. Réessaie dans une minute, ou envoie-la de nouveau.',
  },
  'pt-BR': {
    none: 'É preciso uma prova. Envie uma captura de tela do evento no formulário.',
    gone: 'O Discord não guarda mais a prova enviada. Envie de novo no formulário.',
    tooLarge: (bytes) => `A prova tem ${decimalComma(bytes)} MB; o máximo são 10 MB. Envie uma imagem menor.`,
    notImage: 'A prova não é uma imagem (PNG, JPEG, GIF, WebP ou AVIF). Envie uma captura de tela do evento.',
    broken:
      'A prova é uma imagem danificada: não dá para mostrar, ou está cortada. Envie de novo, ou outra captura.',
    tooManyPixels:
      'A prova tem pixels demais: o máximo são 25 milhões, 100 milhões em PNG, 9 milhões em AVIF. ' +
      'Envie uma imagem menor.',
    tooSlow:
      'A prova demora demais para ser decodificada. Envie uma imagem menor, ou a mesma em PNG ou JPEG.',
    unreachable:
      'Não foi possível buscar a prova no Discord. Tente de novo em um minuto, ou envie outra vez.',
  },
});

export const participantTexts = catalogue({
  en: {
    none: 'Nobody was named. Select Discord members, type Roblox names, or both; bots do not count.',
    tooMany: (count: number, limit: number) =>
      `${en.number(count)} people were named; one event can have ${en.number(limit)}. Split it into several events.`,
    badName: (name: string) =>
      `"${shownName(name)}" is no Roblox name. Separate the names by commas or line breaks.`,
    notLookedUp: 'Somebody who changed their name there lately is found by the earlier one only.',
  },
  de: {
    none: 'Es wurde niemand genannt. Wähle Discord-Mitglieder aus, schreib Roblox-Namen oder beides; Bots zählen nicht.',
    tooMany: (count, limit) =>
      `Es wurden ${de.number(count)} Leute genannt; ein Event kann ${de.number(limit)} haben. Teil es in mehrere Events auf.`,
    badName: (name) =>
      `„${shownName(name)}“ ist kein Roblox-Name. Trenn die Namen durch Kommas oder Zeilenumbrüche.`,
    notLookedUp: 'Wer dort kürzlich den Namen geändert hat, wird nur unter dem früheren gefunden.',
  },
  'es-ES': {
    none: 'No se ha nombrado a nadie. Elige miembros de Discord, escribe nombres de Roblox o ambas cosas; los bots no cuentan.',
    tooMany: (count, limit) =>
      `Se ha nombrado a ${es.number(count)} personas; un evento puede tener ${es.number(limit)}. Divídelo en varios eventos.`,
    badName: (name) =>
      `«${shownName(name)}» no es un nombre de Roblox. Separa los nombres con comas o saltos de línea.`,
    notLookedUp: 'A quien haya cambiado allí de nombre hace poco solo se le encuentra por el anterior.',
  },
  fr: {
    none: 'Personne n’a été nommé. Choisis des membres Discord, écris des noms Roblox, ou les deux ; les bots ne comptent pas.',
    tooMany: (count, limit) =>
      `${fr.number(count)} personnes ont été nommées ; un événement peut en avoir ${fr.number(limit)}. Répartis-le en plusieurs événements.`,
    badName: (name) =>
      `« ${shownName(name)} » n’est pas un nom Roblox. Sépare les noms par des virgules ou des retours à la ligne.`,
    notLookedUp: 'Quelqu’un qui y a changé de nom récemment n’est trouvé que sous l’ancien.',
  },
  'pt-BR': {
    none: 'Ninguém foi citado. Escolha membros do Discord, digite nomes do Roblox, ou os dois; bots não contam.',
    tooMany: (count, limit) =>
      `Foram citadas ${pt.number(count)} pessoas; um evento pode ter ${pt.number(limit)}. Divida em vários eventos.`,
    badName: (name) =>
      `"${shownName(name)}" não é um nome do Roblox. Separe os nomes por vírgulas ou quebras de linha.`,
    notLookedUp: 'Quem mudou de nome lá há pouco tempo só é encontrado pelo nome anterior.',
  },
});

export const draftTexts = catalogue({
  en: {
    title: (type: string) => `Draft: ${escapeMarkdown(type)}`,
    members: 'Discord members',
    start: 'Start',
    end: 'End',
    proof: 'Proof',
    proofThere: 'Uploaded',
    proofGone: 'Has to be uploaded again.',
    correct: 'Correct',
    send: 'Send',
    discard: 'Discard',
    waits: (savedAt: number, expiresAt: number) =>
      `This was kept ${timestamp(savedAt, 'R')} and was not submitted. It is kept until ${timestamp(expiresAt)}. ` +
      '"Correct" opens the form again: what you leave empty stays as it is here.',
    none: 'You have no draft. A form of `/submit-event` that cannot be taken as it is becomes one, for 24 hours.',
  },
  de: {
    title: (type) => `Entwurf: ${escapeMarkdown(type)}`,
    members: 'Discord-Mitglieder',
    start: 'Beginn',
    end: 'Ende',
    proof: 'Nachweis',
    proofThere: 'Hochgeladen',
    proofGone: 'Muss noch einmal hochgeladen werden.',
    correct: 'Korrigieren',
    send: 'Senden',
    discard: 'Verwerfen',
    waits: (savedAt, expiresAt) =>
      `Das wurde ${timestamp(savedAt, 'R')} aufgehoben und nicht eingereicht. Es bleibt bis ${timestamp(expiresAt)}. ` +
      '„Korrigieren“ öffnet das Formular wieder: Was du leer lässt, bleibt, wie es hier steht.',
    none: 'Du hast keinen Entwurf. Ein Formular von `/event-einreichen`, das so nicht geht, wird für 24 Stunden zu einem.',
  },
  'es-ES': {
    title: (type) => `Borrador: ${escapeMarkdown(type)}`,
    members: 'Miembros de Discord',
    start: 'Inicio',
    end: 'Final',
    proof: 'Prueba',
    proofThere: 'Subida',
    proofGone: 'Hay que subirla otra vez.',
    correct: 'Corregir',
    send: 'Enviar',
    discard: 'Descartar',
    waits: (savedAt, expiresAt) =>
      `Esto se guardó ${timestamp(savedAt, 'R')} y no se envió. Se conserva hasta el ${timestamp(expiresAt)}. ` +
      '«Corregir» abre el formulario otra vez: lo que dejes vacío se queda como está aquí.',
    none: 'No tienes ningún borrador. Un formulario de `/enviar-evento` que no se puede aceptar se convierte en uno durante 24 horas.',
  },
  fr: {
    title: (type) => `Brouillon : ${escapeMarkdown(type)}`,
    members: 'Membres Discord',
    start: 'Début',
    end: 'Fin',
    proof: 'Preuve',
    proofThere: 'Envoyée',
    proofGone: 'À envoyer de nouveau.',
    correct: 'Corriger',
    send: 'Envoyer',
    discard: 'Jeter',
    waits: (savedAt, expiresAt) =>
      `Ceci a été gardé ${timestamp(savedAt, 'R')} et n’a pas été soumis. C’est gardé jusqu’au ${timestamp(expiresAt)}. ` +
      '« Corriger » rouvre le formulaire : ce que tu laisses vide reste comme ici.',
    none: 'Tu n’as pas de brouillon. Un formulaire de `/soumettre-événement` qui ne peut pas être accepté en devient un, pour 24 heures.',
  },
  'pt-BR': {
    title: (type) => `Rascunho: ${escapeMarkdown(type)}`,
    members: 'Membros do Discord',
    start: 'Início',
    end: 'Fim',
    proof: 'Prova',
    proofThere: 'Enviada',
    proofGone: 'Precisa ser enviada de novo.',
    correct: 'Corrigir',
    send: 'Enviar',
    discard: 'Descartar',
    waits: (savedAt, expiresAt) =>
      `Isto foi guardado ${timestamp(savedAt, 'R')} e não foi enviado. Fica guardado até ${timestamp(expiresAt)}. ` +
      '"Corrigir" abre o formulário de novo: o que você deixar vazio fica como está aqui.',
    none: 'Você não tem rascunho. Um formulário de `/enviar-evento` que não pode ser aceito vira um, por 24 horas.',
  },
});

export const listTexts = catalogue({
  en: {
    deletedPerson: '(deleted)',
    more: (count: number) => ` and ${en.number(count)} more`,
  },
  de: {
    deletedPerson: '(gelöscht)',
    more: (count) => ` und ${de.number(count)} weitere`,
  },
  'es-ES': {
    deletedPerson: '(eliminado)',
    more: (count) => ` y ${es.number(count)} más`,
  },
  fr: {
    deletedPerson: '(supprimé)',
    more: (count) => ` et ${fr.number(count)} de plus`,
  },
  'pt-BR': {
    deletedPerson: '(excluído)',
    more: (count) => ` e mais ${pt.number(count)}`,
  },
});

type Status = 'pending' | 'approved' | 'declined';

/** How the status of a submission is called, in a sentence. */
export const statusTexts = catalogue<Readonly<Record<Status, string>>>({
  en: { pending: 'waiting for review', approved: 'approved', declined: 'declined' },
  de: { pending: 'wartet auf Prüfung', approved: 'angenommen', declined: 'abgelehnt' },
  'es-ES': { pending: 'pendiente de revisión', approved: 'aprobado', declined: 'rechazado' },
  fr: { pending: 'en attente d’examen', approved: 'accepté', declined: 'refusé' },
  'pt-BR': { pending: 'aguardando análise', approved: 'aprovado', declined: 'recusado' },
});

export const reviewTexts = catalogue({
  en: {
    footer: (eventId: string) => `Event ${eventId}`,
    approve: 'Approve',
    decline: 'Decline',
    submittedBy: 'Submitted by',
    unknownHost: 'Somebody who has left',
    start: 'Start',
    end: 'End',
    withPoints: {
      pending: (count: number) => `Will get points (${en.number(count)})`,
      approved: (count: number) => `Got points (${en.number(count)})`,
      declined: (count: number) => `Participants (${en.number(count)})`,
    },
    without: {
      pending: (count: number) => `Not linked, no points (${en.number(count)})`,
      approved: (count: number) => `No points (${en.number(count)})`,
      declined: (count: number) => `No points (${en.number(count)})`,
    },
    warnings: 'Look twice',
    sameEvent: (eventId: string) => `event ${eventId}`,
    duplicate: (event: string) => `The same picture was submitted before: ${event}.`,
    duplicateOf: (event: string, status: string) =>
      `The same picture was submitted before: ${event}, ${status}.`,
    notOver: 'The event ends later than it was submitted.',
    long: 'The event lasted more than 12 hours.',
    status: 'Status',
    statusOf: { approved: 'Approved', declined: 'Declined' },
    reviewer: 'Reviewer',
    unknownReviewer: 'Unknown',
    decided: 'Decided',
    points: 'Points each',
    count: en.number,
    note: 'Note',
    reason: 'Reason',
  },
  de: {
    footer: (eventId) => `Event ${eventId}`,
    approve: 'Annehmen',
    decline: 'Ablehnen',
    submittedBy: 'Eingereicht von',
    unknownHost: 'Jemand, der nicht mehr da ist',
    start: 'Beginn',
    end: 'Ende',
    withPoints: {
      pending: (count) => `Bekommen Punkte (${de.number(count)})`,
      approved: (count) => `Haben Punkte bekommen (${de.number(count)})`,
      declined: (count) => `Teilnehmer (${de.number(count)})`,
    },
    without: {
      pending: (count) => `Nicht verknüpft, keine Punkte (${de.number(count)})`,
      approved: (count) => `Keine Punkte (${de.number(count)})`,
      declined: (count) => `Keine Punkte (${de.number(count)})`,
    },
    warnings: 'Genau hinsehen',
    sameEvent: (eventId) => `Event ${eventId}`,
    duplicate: (event) => `Dasselbe Bild wurde schon einmal eingereicht: ${event}.`,
    duplicateOf: (event, status) => `Dasselbe Bild wurde schon einmal eingereicht: ${event}, ${status}.`,
    notOver: 'Das Event endet später, als es eingereicht wurde.',
    long: 'Das Event hat mehr als 12 Stunden gedauert.',
    status: 'Status',
    statusOf: { approved: 'Angenommen', declined: 'Abgelehnt' },
    reviewer: 'Geprüft von',
    unknownReviewer: 'Unbekannt',
    decided: 'Entschieden',
    points: 'Punkte für jeden',
    count: de.number,
    note: 'Anmerkung',
    reason: 'Grund',
  },
  'es-ES': {
    footer: (eventId) => `Evento ${eventId}`,
    approve: 'Aprobar',
    decline: 'Rechazar',
    submittedBy: 'Enviado por',
    unknownHost: 'Alguien que ya no está',
    start: 'Inicio',
    end: 'Final',
    withPoints: {
      pending: (count) => `Recibirán puntos (${es.number(count)})`,
      approved: (count) => `Han recibido puntos (${es.number(count)})`,
      declined: (count) => `Participantes (${es.number(count)})`,
    },
    without: {
      pending: (count) => `Sin vincular, sin puntos (${es.number(count)})`,
      approved: (count) => `Sin puntos (${es.number(count)})`,
      declined: (count) => `Sin puntos (${es.number(count)})`,
    },
    warnings: 'Míralo dos veces',
    sameEvent: (eventId) => `evento ${eventId}`,
    duplicate: (event) => `La misma imagen ya se había enviado: ${event}.`,
    duplicateOf: (event, status) => `La misma imagen ya se había enviado: ${event}, ${status}.`,
    notOver: 'El evento termina después de haberse enviado.',
    long: 'El evento duró más de 12 horas.',
    status: 'Estado',
    statusOf: { approved: 'Aprobado', declined: 'Rechazado' },
    reviewer: 'Revisado por',
    unknownReviewer: 'Desconocido',
    decided: 'Decidido',
    points: 'Puntos por persona',
    count: es.number,
    note: 'Nota',
    reason: 'Motivo',
  },
  fr: {
    footer: (eventId) => `Événement ${eventId}`,
    approve: 'Accepter',
    decline: 'Refuser',
    submittedBy: 'Soumis par',
    unknownHost: 'Quelqu’un qui est parti',
    start: 'Début',
    end: 'Fin',
    withPoints: {
      pending: (count) => `Recevront des points (${fr.number(count)})`,
      approved: (count) => `Ont reçu des points (${fr.number(count)})`,
      declined: (count) => `Participants (${fr.number(count)})`,
    },
    without: {
      pending: (count) => `Non liés, pas de points (${fr.number(count)})`,
      approved: (count) => `Pas de points (${fr.number(count)})`,
      declined: (count) => `Pas de points (${fr.number(count)})`,
    },
    warnings: 'À regarder de près',
    sameEvent: (eventId) => `événement ${eventId}`,
    duplicate: (event) => `La même image a déjà été soumise : ${event}.`,
    duplicateOf: (event, status) => `La même image a déjà été soumise : ${event}, ${status}.`,
    notOver: 'L’événement se termine après avoir été soumis.',
    long: 'L’événement a duré plus de 12 heures.',
    status: 'Statut',
    statusOf: { approved: 'Accepté', declined: 'Refusé' },
    reviewer: 'Examiné par',
    unknownReviewer: 'Inconnu',
    decided: 'Décidé',
    points: 'Points par personne',
    count: fr.number,
    note: 'Note',
    reason: 'Raison',
  },
  'pt-BR': {
    footer: (eventId) => `Evento ${eventId}`,
    approve: 'Aprovar',
    decline: 'Recusar',
    submittedBy: 'Enviado por',
    unknownHost: 'Alguém que saiu',
    start: 'Início',
    end: 'Fim',
    withPoints: {
      pending: (count) => `Vão ganhar pontos (${pt.number(count)})`,
      approved: (count) => `Ganharam pontos (${pt.number(count)})`,
      declined: (count) => `Participantes (${pt.number(count)})`,
    },
    without: {
      pending: (count) => `Não vinculados, sem pontos (${pt.number(count)})`,
      approved: (count) => `Sem pontos (${pt.number(count)})`,
      declined: (count) => `Sem pontos (${pt.number(count)})`,
    },
    warnings: 'Olhe com atenção',
    sameEvent: (eventId) => `evento ${eventId}`,
    duplicate: (event) => `A mesma imagem já foi enviada antes: ${event}.`,
    duplicateOf: (event, status) => `A mesma imagem já foi enviada antes: ${event}, ${status}.`,
    notOver: 'O evento termina depois de ter sido enviado.',
    long: 'O evento durou mais de 12 horas.',
    status: 'Situação',
    statusOf: { approved: 'Aprovado', declined: 'Recusado' },
    reviewer: 'Analisado por',
    unknownReviewer: 'Desconhecido',
    decided: 'Decidido',
    points: 'Pontos para cada um',
    count: pt.number,
    note: 'Observação',
    reason: 'Motivo',
  },
});

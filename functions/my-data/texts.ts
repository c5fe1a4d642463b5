import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/** Every text of `/my-data`. */
export const texts = catalogue({
  en: {
    command: { name: 'my-data', description: 'What the bot knows about you' },
    export: { name: 'export', description: 'Everything stored about you, as a file' },
    delete: { name: 'delete', description: 'Delete what is stored about you' },

    exported: 'Everything that this clan’s bot stores about you is in the file.',
    truncated: (kinds: readonly string[], rows: number) =>
      `Of ${kinds.join(', ')} it holds the newest ${en.number(rows)} only; ask an admin for the rest.`,

    askTitle: 'Delete your data?',
    ask:
      'This cannot be undone. Your link to Roblox, your points, your rank here and your place on the leaderboard are ' +
      'deleted, and your name is taken out of the history of points and events.\n' +
      'What stays: the sums in that history, without you; an entry on the blacklist and the accounts it concerns; ' +
      'what counts towards an hourly limit of yours, for that hour; ' +
      'a form that names you and that somebody else has as a draft, for a day at most; ' +
      'messages that are in the channels already; your roles on Discord and your rank in the Roblox group.\n' +
      'Officers and admins keep what tiers they have through their Discord roles.',
    confirm: 'Delete my data',

    deletedTitle: 'Deleted',
    deleted: (entries: number) =>
      en.plural(entries, {
        one: 'Your data was deleted; 1 entry of the ledger lost your name. If you link an account again, you begin with 0 points.',
        other: `Your data was deleted; ${en.number(entries)} entries of the ledger lost your name. If you link an account again, you begin with 0 points.`,
      }),
    nothingStored: 'There was no member data of yours; what else there was has been deleted.',
    blacklistStays: 'Your entry on the blacklist stays, with the Roblox accounts it concerns.',
    notYours: 'This button belongs to somebody else. Nothing was deleted. Use `/my-data delete` yourself.',
  },
  de: {
    command: { name: 'meine-daten', description: 'Was der Bot über dich weiß' },
    export: { name: 'exportieren', description: 'Alles, was über dich gespeichert ist, als Datei' },
    delete: { name: 'löschen', description: 'Löschen, was über dich gespeichert ist' },

    exported: 'In der Datei ist alles, was der Bot dieses Clans über dich speichert.',
    truncated: (kinds, rows) =>
      `Von ${kinds.join(', ')} sind nur die neuesten ${de.number(rows)} enthalten; den Rest gibt dir ein Admin.`,

    askTitle: 'Deine Daten löschen?',
    ask:
      'Das lässt sich nicht rückgängig machen. Deine Verknüpfung mit Roblox, deine Punkte, dein Rang hier und dein Platz in der ' +
      'Bestenliste werden gelöscht, und dein Name verschwindet aus dem Verlauf von Punkten und Events.\n' +
      'Was bleibt: die Summen in diesem Verlauf, ohne dich; ein Eintrag auf der Blacklist und die Konten, die er betrifft; ' +
      'was auf ein Stundenlimit von dir zählt, für diese Stunde; ' +
      'ein Formular, das dich nennt und das jemand anders als Entwurf hat, höchstens einen Tag lang; ' +
      'Nachrichten, die schon in den Kanälen stehen; deine Rollen auf Discord und dein Rang in der Roblox-Gruppe.\n' +
      'Offiziere und Admins behalten die Stufen, die sie durch ihre Discord-Rollen haben.',
    confirm: 'Meine Daten löschen',

    deletedTitle: 'Gelöscht',
    deleted: (entries) =>
      de.plural(entries, {
        one: 'Deine Daten wurden gelöscht; in 1 Eintrag der Punkte steht dein Name nicht mehr. Wenn du wieder ein Konto verknüpfst, beginnst du mit 0 Punkten.',
        other: `Deine Daten wurden gelöscht; in ${de.number(entries)} Einträgen der Punkte steht dein Name nicht mehr. Wenn du wieder ein Konto verknüpfst, beginnst du mit 0 Punkten.`,
      }),
    nothingStored: 'Es gab keine Mitgliedsdaten von dir; was es sonst gab, wurde gelöscht.',
    blacklistStays: 'Dein Eintrag auf der Blacklist bleibt, mit den Roblox-Konten, die er betrifft.',
    notYours:
      'Dieser Button gehört jemand anderem. Es wurde nichts gelöscht. Benutze selbst `/meine-daten löschen`.',
  },
  'es-ES': {
    command: { name: 'mis-datos', description: 'Lo que el bot sabe de ti' },
    export: { name: 'exportar', description: 'Todo lo que se guarda sobre ti, en un archivo' },
    delete: { name: 'eliminar', description: 'Eliminar lo que se guarda sobre ti' },

    exported: 'En el archivo está todo lo que el bot de este clan guarda sobre ti.',
    truncated: (kinds, rows) =>
      `De ${kinds.join(', ')} solo contiene lo más reciente (${es.number(rows)}); pide el resto a un admin.`,

    askTitle: '¿Eliminar tus datos?',
    ask:
      'Esto no se puede deshacer. Se eliminan tu vínculo con Roblox, tus puntos, tu rango aquí y tu puesto en la ' +
      'clasificación, y tu nombre desaparece del historial de puntos y eventos.\n' +
      'Lo que queda: las sumas de ese historial, sin ti; una entrada en la lista negra y las cuentas a las que afecta; ' +
      'lo que cuenta para un límite por hora tuyo, durante esa hora; ' +
      'un formulario que te nombra y que otra persona tiene como borrador, un día como mucho; ' +
      'los mensajes que ya están en los canales; tus roles en Discord y tu rango en el grupo de Roblox.\n' +
      'Oficiales y admins conservan los niveles que tienen por sus roles de Discord.',
    confirm: 'Eliminar mis datos',

    deletedTitle: 'Eliminado',
    deleted: (entries) =>
      es.plural(entries, {
        one: 'Tus datos se han eliminado; tu nombre ya no figura en 1 entrada de puntos. Si vuelves a vincular una cuenta, empiezas con 0 puntos.',
        other: `Tus datos se han eliminado; tu nombre ya no figura en ${es.number(entries)} entradas de puntos. Si vuelves a vincular una cuenta, empiezas con 0 puntos.`,
      }),
    nothingStored: 'No había datos tuyos como miembro; lo demás que había se ha eliminado.',
    blacklistStays: 'Tu entrada en la lista negra se queda, con las cuentas de Roblox a las que afecta.',
    notYours: 'Este botón es de otra persona. No se ha eliminado nada. Usa tú `/mis-datos eliminar`.',
  },
  fr: {
    command: { name: 'mes-données', description: 'Ce que le bot sait de toi' },
    export: { name: 'exporter', description: 'Tout ce qui est enregistré sur toi, dans un fichier' },
    delete: { name: 'supprimer', description: 'Supprimer ce qui est enregistré sur toi' },

    exported: 'Le fichier contient tout ce que le bot de ce clan enregistre sur toi.',
    truncated: (kinds, rows) =>
      `Pour ${kinds.join(', ')}, il ne contient que les ${fr.number(rows)} plus récents ; demande le reste à un admin.`,

    askTitle: 'Supprimer tes données ?',
    ask:
      'C’est irréversible. Ton lien avec Roblox, tes points, ton rang ici et ta place dans le classement sont ' +
      'supprimés, et ton nom disparaît de l’historique des points et des événements.\n' +
      'Ce qui reste : les sommes de cet historique, sans toi ; une entrée sur la liste noire et les comptes qu’elle concerne ; ' +
      'ce qui compte pour une limite horaire à toi, pendant cette heure ; ' +
      'un formulaire qui te nomme et que quelqu’un d’autre garde comme brouillon, un jour au plus ; ' +
      'les messages déjà présents dans les salons ; tes rôles sur Discord et ton rang dans le groupe Roblox.\n' +
      'Les officiers et les admins gardent les niveaux que leurs rôles Discord leur donnent.',
    confirm: 'Supprimer mes données',

    deletedTitle: 'Supprimé',
    deleted: (entries) =>
      fr.plural(entries, {
        one: `Tes données ont été supprimées ; ton nom ne figure plus dans ${fr.number(entries)} entrée de points. Si tu lies de nouveau un compte, tu repars avec 0 point.`,
        other: `Tes données ont été supprimées ; ton nom ne figure plus dans ${fr.number(entries)} entrées de points. Si tu lies de nouveau un compte, tu repars avec 0 point.`,
      }),
    nothingStored: 'Il n’y avait pas de données de membre à toi ; le reste a été supprimé.',
    blacklistStays: 'Ton entrée sur la liste noire reste, avec les comptes Roblox qu’elle concerne.',
    notYours:
      'Ce bouton appartient à quelqu’un d’autre. Rien n’a été supprimé. Utilise toi-même `/mes-données supprimer`.',
  },
  'pt-BR': {
    command: { name: 'meus-dados', description: 'O que o bot sabe sobre você' },
    export: { name: 'exportar', description: 'Tudo o que está guardado sobre você, em um arquivo' },
    delete: { name: 'excluir', description: 'Excluir o que está guardado sobre você' },

    exported: 'O arquivo tem tudo o que o bot deste clã guarda sobre você.',
    truncated: (kinds, rows) =>
      `De ${kinds.join(', ')} ele só tem os ${pt.number(rows)} mais recentes; peça o resto a um admin.`,

    askTitle: 'Excluir seus dados?',
    ask:
      'Isto não pode ser desfeito. Seu vínculo com o Roblox, seus pontos, sua patente aqui e sua posição no ranking são ' +
      'excluídos, e seu nome sai do histórico de pontos e eventos.\n' +
      'O que fica: as somas desse histórico, sem você; um registro na lista negra e as contas a que ele se refere; ' +
      'o que conta para um limite por hora seu, durante essa hora; ' +
      'um formulário que cita você e que outra pessoa tem como rascunho, por um dia no máximo; ' +
      'mensagens que já estão nos canais; seus cargos no Discord e seu cargo no grupo do Roblox.\n' +
      'Oficiais e admins mantêm os níveis que têm pelos cargos do Discord.',
    confirm: 'Excluir meus dados',

    deletedTitle: 'Excluído',
    deleted: (entries) =>
      pt.plural(entries, {
        one: `Seus dados foram excluídos; seu nome saiu de ${pt.number(entries)} lançamento de pontos. Se vincular uma conta de novo, você começa com 0 pontos.`,
        other: `Seus dados foram excluídos; seu nome saiu de ${pt.number(entries)} lançamentos de pontos. Se vincular uma conta de novo, você começa com 0 pontos.`,
      }),
    nothingStored: 'Não havia dados seus como membro; o que mais havia foi excluído.',
    blacklistStays: 'Seu registro na lista negra fica, com as contas do Roblox a que ele se refere.',
    notYours: 'Este botão é de outra pessoa. Nada foi excluído. Use você `/meus-dados excluir`.',
  },
});

import { escapeMarkdown, roleMention } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

const bold = (name: string) => `**${name}**`;
const list = (names: readonly string[]) => names.map(bold).join(', ');
/** Roblox numbers its ranks up to 255; what is higher is the id of a role. */
const isRank = (robloxRank: string) => Number(robloxRank) <= 255;

/** Every text of `/ranks` but those of `/ranks setup`. Names come escaped. */
export const texts = catalogue({
  en: {
    command: { name: 'ranks', description: "The clan's ranks" },
    list: { name: 'list', description: 'All ranks with their points and members' },
    roblox: { name: 'roblox', description: "The Roblox group's roles" },
    compare: { name: 'compare', description: "The clan's ranks against the Roblox group's roles" },
    setRole: { name: 'set-role', description: 'Choose the Discord role of a rank' },
    setup: { name: 'setup', description: "Set the ranks up from the Roblox group's roles or from a file" },
    optionRank: { name: 'rank', description: 'Which rank' },
    optionRole: { name: 'role', description: 'Its Discord role' },
    optionFile: { name: 'file', description: 'A ranks.json; left out: a proposal from the Roblox group' },

    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    previous: 'Previous',
    next: 'Next',

    listTitle: 'Ranks',
    noRanks: 'There are no ranks yet. An admin sets them up with `/ranks setup`.',
    pointRanks: 'Ranks by points',
    adminRanks: 'Granted by admins',
    points: (count: number) => en.plural(count, { one: '1 point', other: `${en.number(count)} points` }),
    byAdmins: 'by admins',
    members: (count: number) => en.plural(count, { one: '1 member', other: `${en.number(count)} members` }),

    robloxTitle: 'Roles of the Roblox group',
    role: (name: string, rank: number, id: string) => `${bold(name)} · rank ${rank} · role \`${id}\``,
    robloxUnread: 'There is nothing to show. Nothing was changed.',

    compareTitle: 'Ranks and Roblox roles',
    matched: (rank: string, role: string, number: number) => `✅ ${bold(rank)} → ${role} (rank ${number})`,
    unmatched: (rank: string, robloxRank: string) =>
      isRank(robloxRank)
        ? `❌ ${bold(rank)} → the group has no role with rank ${robloxRank}`
        : `❌ ${bold(rank)} → the group has no role with the id ${robloxRank}`,
    shared: (ranks: readonly string[], role: string) =>
      `ℹ️ ${ranks.map(bold).join(' and ')} share ${role}: the sync keeps whichever of them a member has.`,
    unused: 'Roles of the group that belong to no rank',
    unusedRole: (name: string, rank: number) => `⚠️ ${bold(name)} (rank ${rank})`,
    allMapped: 'Every rank has its role, and every role its rank.',

    noSuchRank: 'There is no such rank, so nothing was changed. Choose one from the list.',
    noSuchRole: 'This server has no such role, so nothing was changed.',
    powerfulRole: (objection: string) =>
      `That role ${objection}, and a rank must not hand that out. Nothing was changed. Choose another role, or have ` +
      'the person who runs the bot allow it (`powerful_roles` in settings.json).',
    roleSet: (rank: string, roleId: string) => `${bold(rank)} now gives ${roleMention(roleId)}.`,
    roleIsSame: (rank: string, roleId: string) => `${bold(rank)} gives ${roleMention(roleId)} already.`,
    roleShared: (ranks: readonly string[]) => `The same role is given by ${list(ranks)}.`,
    holders: (count: number) =>
      `Members with this rank now: ${en.number(count)}. \`/sync\` gives them the role.`,
    botBelow:
      '⚠️ The bot cannot give this role: its own role stands below it. ' +
      "Drag the bot's role above it in Server Settings, Roles.",
  },
  de: {
    command: { name: 'ränge', description: 'Die Ränge des Clans' },
    list: { name: 'liste', description: 'Alle Ränge mit ihren Punkten und Mitgliedern' },
    roblox: { name: 'roblox', description: 'Die Rollen der Roblox-Gruppe' },
    compare: {
      name: 'vergleichen',
      description: 'Die Ränge des Clans neben den Rollen der Roblox-Gruppe',
    },
    setRole: { name: 'rolle-setzen', description: 'Wähle die Discord-Rolle eines Rangs' },
    setup: {
      name: 'einrichten',
      description: 'Richte die Ränge aus den Rollen der Roblox-Gruppe oder aus einer Datei ein',
    },
    optionRank: { name: 'rang', description: 'Welcher Rang' },
    optionRole: { name: 'rolle', description: 'Seine Discord-Rolle' },
    optionFile: {
      name: 'datei',
      description: 'Eine ranks.json; ohne Angabe: ein Vorschlag aus der Roblox-Gruppe',
    },

    page: (page, pages) => `Seite ${page} von ${pages}`,
    previous: 'Zurück',
    next: 'Weiter',

    listTitle: 'Ränge',
    noRanks: 'Es gibt noch keine Ränge. Ein Admin legt sie mit `/ränge einrichten` an.',
    pointRanks: 'Ränge durch Punkte',
    adminRanks: 'Von Admins vergeben',
    points: (count) => de.plural(count, { one: '1 Punkt', other: `${de.number(count)} Punkte` }),
    byAdmins: 'durch Admins',
    members: (count) => de.plural(count, { one: '1 Mitglied', other: `${de.number(count)} Mitglieder` }),

    robloxTitle: 'Rollen der Roblox-Gruppe',
    role: (name, rank, id) => `${bold(name)} · Rang ${rank} · Rolle \`${id}\``,
    robloxUnread: 'Es gibt nichts zu zeigen. Es wurde nichts geändert.',

    compareTitle: 'Ränge und Roblox-Rollen',
    matched: (rank, role, number) => `✅ ${bold(rank)} → ${role} (Rang ${number})`,
    unmatched: (rank, robloxRank) =>
      isRank(robloxRank)
        ? `❌ ${bold(rank)} → die Gruppe hat keine Rolle mit Rang ${robloxRank}`
        : `❌ ${bold(rank)} → die Gruppe hat keine Rolle mit der ID ${robloxRank}`,
    shared: (ranks, role) =>
      `ℹ️ ${ranks.map(bold).join(' und ')} teilen sich ${role}: Der Abgleich lässt den Rang, den ein Mitglied davon hat.`,
    unused: 'Rollen der Gruppe, die zu keinem Rang gehören',
    unusedRole: (name, rank) => `⚠️ ${bold(name)} (Rang ${rank})`,
    allMapped: 'Jeder Rang hat seine Rolle und jede Rolle ihren Rang.',

    noSuchRank: 'Diesen Rang gibt es nicht, es wurde also nichts geändert. Wähle einen aus der Liste.',
    noSuchRole: 'Diese Rolle gibt es auf dem Server nicht, es wurde also nichts geändert.',
    powerfulRole: (objection) =>
      `Diese Rolle ${objection}, und das darf ein Rang nicht mit sich bringen. Es wurde nichts geändert. Wähle eine andere Rolle, ` +
      'oder lass sie von der Person erlauben, die den Bot betreibt (`powerful_roles` in settings.json).',
    roleSet: (rank, roleId) => `${bold(rank)} gibt jetzt ${roleMention(roleId)}.`,
    roleIsSame: (rank, roleId) => `${bold(rank)} gibt schon ${roleMention(roleId)}.`,
    roleShared: (ranks) => `Dieselbe Rolle gibt es auch für ${list(ranks)}.`,
    holders: (count) =>
      `Mitglieder, die diesen Rang jetzt haben: ${de.number(count)}. Mit \`/abgleichen\` bekommen sie die Rolle.`,
    botBelow:
      '⚠️ Der Bot kann diese Rolle nicht vergeben: Seine eigene steht unter ihr. ' +
      'Zieh die Rolle des Bots in den Servereinstellungen unter „Rollen“ über sie.',
  },
  'es-ES': {
    command: { name: 'rangos', description: 'Los rangos del clan' },
    list: { name: 'lista', description: 'Todos los rangos, con sus puntos y miembros' },
    roblox: { name: 'roblox', description: 'Los roles del grupo de Roblox' },
    compare: { name: 'comparar', description: 'Los rangos del clan junto a los roles del grupo de Roblox' },
    setRole: { name: 'asignar-rol', description: 'Elige el rol de Discord de un rango' },
    setup: {
      name: 'configurar',
      description: 'Configura los rangos a partir de los roles del grupo de Roblox o de un archivo',
    },
    optionRank: { name: 'rango', description: 'Qué rango' },
    optionRole: { name: 'rol', description: 'Su rol de Discord' },
    optionFile: {
      name: 'archivo',
      description: 'Un ranks.json; si lo omites: una propuesta a partir del grupo de Roblox',
    },

    page: (page, pages) => `Página ${page} de ${pages}`,
    previous: 'Anterior',
    next: 'Siguiente',

    listTitle: 'Rangos',
    noRanks: 'Aún no hay rangos. Un admin los configura con `/rangos configurar`.',
    pointRanks: 'Rangos por puntos',
    adminRanks: 'Los dan los admins',
    points: (count) => es.plural(count, { one: '1 punto', other: `${es.number(count)} puntos` }),
    byAdmins: 'por los admins',
    members: (count) => es.plural(count, { one: '1 miembro', other: `${es.number(count)} miembros` }),

    robloxTitle: 'Roles del grupo de Roblox',
    role: (name, rank, id) => `${bold(name)} · rango ${rank} · rol \`${id}\``,
    robloxUnread: 'No hay nada que mostrar. No se ha cambiado nada.',

    compareTitle: 'Rangos y roles de Roblox',
    matched: (rank, role, number) => `✅ ${bold(rank)} → ${role} (rango ${number})`,
    unmatched: (rank, robloxRank) =>
      isRank(robloxRank)
        ? `❌ ${bold(rank)} → el grupo no tiene ningún rol con el rango ${robloxRank}`
        : `❌ ${bold(rank)} → el grupo no tiene ningún rol con el ID ${robloxRank}`,
    shared: (ranks, role) =>
      `ℹ️ ${ranks.map(bold).join(' y ')} comparten ${role}: la sincronización deja el rango que el miembro ya tenga de ellos.`,
    unused: 'Roles del grupo que no pertenecen a ningún rango',
    unusedRole: (name, rank) => `⚠️ ${bold(name)} (rango ${rank})`,
    allMapped: 'Cada rango tiene su rol, y cada rol su rango.',

    noSuchRank: 'Ese rango no existe, así que no se ha cambiado nada. Elige uno de la lista.',
    noSuchRole: 'Ese rol no existe en el servidor, así que no se ha cambiado nada.',
    powerfulRole: (objection) =>
      `Ese rol ${objection}, y un rango no debe repartir eso. No se ha cambiado nada. Elige otro rol, o pide a ` +
      'quien gestiona el bot que lo permita (`powerful_roles` en settings.json).',
    roleSet: (rank, roleId) => `${bold(rank)} ahora da ${roleMention(roleId)}.`,
    roleIsSame: (rank, roleId) => `${bold(rank)} ya da ${roleMention(roleId)}.`,
    roleShared: (ranks) => `El mismo rol se da también con ${list(ranks)}.`,
    holders: (count) =>
      `Miembros que tienen ahora este rango: ${es.number(count)}. \`/sincronizar\` les da el rol.`,
    botBelow:
      '⚠️ El bot no puede dar este rol: el suyo está por debajo. ' +
      'Arrastra el rol del bot por encima en Ajustes del servidor, Roles.',
  },
  fr: {
    command: { name: 'rangs', description: 'Les rangs du clan' },
    list: { name: 'liste', description: 'Tous les rangs, avec leurs points et leurs membres' },
    roblox: { name: 'roblox', description: 'Les rôles du groupe Roblox' },
    compare: { name: 'comparer', description: 'Les rangs du clan à côté des rôles du groupe Roblox' },
    setRole: { name: 'attribuer-rôle', description: 'Choisir le rôle Discord d’un rang' },
    setup: {
      name: 'configurer',
      description: 'Configurer les rangs à partir des rôles du groupe Roblox ou d’un fichier',
    },
    optionRank: { name: 'rang', description: 'Quel rang' },
    optionRole: { name: 'rôle', description: 'Son rôle Discord' },
    optionFile: {
      name: 'fichier',
      description: 'Un ranks.json ; sinon, une proposition à partir du groupe Roblox',
    },

    page: (page, pages) => `Page ${page} sur ${pages}`,
    previous: 'Précédent',
    next: 'Suivant',

    listTitle: 'Rangs',
    noRanks: 'Il n’y a pas encore de rangs. Un admin les configure avec `/rangs configurer`.',
    pointRanks: 'Rangs par points',
    adminRanks: 'Donnés par les admins',
    points: (count) =>
      fr.plural(count, { one: `${fr.number(count)} point`, other: `${fr.number(count)} points` }),
    byAdmins: 'par les admins',
    members: (count) =>
      fr.plural(count, { one: `${fr.number(count)} membre`, other: `${fr.number(count)} membres` }),

    robloxTitle: 'Rôles du groupe Roblox',
    role: (name, rank, id) => `${bold(name)} · rang ${rank} · rôle \`${id}\``,
    robloxUnread: 'Il n’y a rien à montrer. Rien n’a été changé.',

    compareTitle: 'Rangs et rôles Roblox',
    matched: (rank, role, number) => `✅ ${bold(rank)} → ${role} (rang ${number})`,
    unmatched: (rank, robloxRank) =>
      isRank(robloxRank)
        ? `❌ ${bold(rank)} → le groupe n’a pas de rôle de rang ${robloxRank}`
        : `❌ ${bold(rank)} → le groupe n’a pas de rôle avec l’ID ${robloxRank}`,
    shared: (ranks, role) =>
      `ℹ️ ${ranks.map(bold).join(' et ')} se partagent ${role} : la synchronisation laisse celui de ces rangs que le membre a.`,
    unused: 'Rôles du groupe qui ne correspondent à aucun rang',
    unusedRole: (name, rank) => `⚠️ ${bold(name)} (rang ${rank})`,
    allMapped: 'Chaque rang a son rôle, et chaque rôle son rang.',

    noSuchRank: 'Ce rang n’existe pas, donc rien n’a été changé. Choisis-en un dans la liste.',
    noSuchRole: 'Ce rôle n’existe pas sur le serveur, donc rien n’a été changé.',
    powerfulRole: (objection) =>
      `Ce rôle ${objection}, et un rang ne doit pas donner cela. Rien n’a été changé. Choisis un autre rôle, ou demande à ` +
      'la personne qui gère le bot de l’autoriser (`powerful_roles` dans settings.json).',
    roleSet: (rank, roleId) => `${bold(rank)} donne maintenant ${roleMention(roleId)}.`,
    roleIsSame: (rank, roleId) => `${bold(rank)} donne déjà ${roleMention(roleId)}.`,
    roleShared: (ranks) => `Le même rôle est aussi donné avec ${list(ranks)}.`,
    holders: (count) =>
      `Membres qui ont ce rang en ce moment : ${fr.number(count)}. \`/synchroniser\` leur donne le rôle.`,
    botBelow:
      '⚠️ Le bot ne peut pas donner ce rôle : le sien est en dessous. ' +
      'Fais glisser le rôle du bot au-dessus dans Paramètres du serveur, Rôles.',
  },
  'pt-BR': {
    command: { name: 'patentes', description: 'As patentes do clã' },
    list: { name: 'lista', description: 'Todas as patentes, com seus pontos e membros' },
    roblox: { name: 'roblox', description: 'Os cargos do grupo do Roblox' },
    compare: { name: 'comparar', description: 'As patentes do clã ao lado dos cargos do grupo do Roblox' },
    setRole: { name: 'definir-cargo', description: 'Escolher o cargo no Discord de uma patente' },
    setup: {
      name: 'configurar',
      description: 'Configurar as patentes a partir dos cargos do grupo do Roblox ou de um arquivo',
    },
    optionRank: { name: 'patente', description: 'Qual patente' },
    optionRole: { name: 'cargo', description: 'O cargo dela no Discord' },
    optionFile: {
      name: 'arquivo',
      description: 'Um ranks.json; sem isso: uma proposta a partir do grupo do Roblox',
    },

    page: (page, pages) => `Página ${page} de ${pages}`,
    previous: 'Anterior',
    next: 'Próxima',

    listTitle: 'Patentes',
    noRanks: 'Ainda não há patentes. Um admin as configura com `/patentes configurar`.',
    pointRanks: 'Patentes por pontos',
    adminRanks: 'Dadas pelos admins',
    points: (count) =>
      pt.plural(count, { one: `${pt.number(count)} ponto`, other: `${pt.number(count)} pontos` }),
    byAdmins: 'pelos admins',
    members: (count) =>
      pt.plural(count, { one: `${pt.number(count)} membro`, other: `${pt.number(count)} membros` }),

    robloxTitle: 'Cargos do grupo do Roblox',
    role: (name, rank, id) => `${bold(name)} · posição ${rank} · cargo \`${id}\``,
    robloxUnread: 'Não há nada para mostrar. Nada foi alterado.',

    compareTitle: 'Patentes e cargos do Roblox',
    matched: (rank, role, number) => `✅ ${bold(rank)} → ${role} (posição ${number})`,
    unmatched: (rank, robloxRank) =>
      isRank(robloxRank)
        ? `❌ ${bold(rank)} → o grupo não tem cargo na posição ${robloxRank}`
        : `❌ ${bold(rank)} → o grupo não tem cargo com o ID ${robloxRank}`,
    shared: (ranks, role) =>
      `ℹ️ ${ranks.map(bold).join(' e ')} dividem ${role}: a sincronização mantém a patente que o membro já tem entre elas.`,
    unused: 'Cargos do grupo que não pertencem a nenhuma patente',
    unusedRole: (name, rank) => `⚠️ ${bold(name)} (posição ${rank})`,
    allMapped: 'Cada patente tem seu cargo, e cada cargo sua patente.',

    noSuchRank: 'Essa patente não existe, então nada foi alterado. Escolha uma da lista.',
    noSuchRole: 'Esse cargo não existe no servidor, então nada foi alterado.',
    powerfulRole: (objection) =>
      `Esse cargo ${objection}, e uma patente não pode distribuir isso. Nada foi alterado. Escolha outro cargo, ou peça a ` +
      'quem cuida do bot que o permita (`powerful_roles` em settings.json).',
    roleSet: (rank, roleId) => `${bold(rank)} agora dá ${roleMention(roleId)}.`,
    roleIsSame: (rank, roleId) => `${bold(rank)} já dá ${roleMention(roleId)}.`,
    roleShared: (ranks) => `O mesmo cargo também é dado com ${list(ranks)}.`,
    holders: (count) =>
      `Membros que têm esta patente agora: ${pt.number(count)}. \`/sincronizar\` dá o cargo a eles.`,
    botBelow:
      '⚠️ O bot não pode dar este cargo: o dele está abaixo. ' +
      'Arraste o cargo do bot para cima dele em Configurações do servidor, Cargos.',
  },
});

/** A name that somebody chose, on one line, ready to stand in a text. */
export function shownName(name: string): string {
  return escapeMarkdown(name.replace(/\s+/g, ' '));
}

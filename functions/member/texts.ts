import { clip, escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import type { OpenLeave } from '../../shared/leave/leave.ts';

/** When somebody was put on the blacklist. */
interface Since {
  readonly createdAt: number;
}
interface SinceBy extends Since {
  readonly by: string;
}

const since = ({ createdAt }: Since) => timestamp(createdAt, 'D');
const listed = (roles: readonly string[], none: string) => (roles.length === 0 ? none : roles.join(', '));
const shortened = (reason: string) => escapeMarkdown(clip(reason, 300));

/**
 * Texts of `/member` and the user menu "Check member"; what it shares with `/xp` is in shared/profiles. Names of ranks and
 * roles, and the days of a leave, come ready to be shown.
 */
export const texts = catalogue({
  en: {
    command: { name: 'member', description: 'Look closely at one member' },
    check: { name: 'check', description: 'Rank, points, eligibility, last sync and blacklist of a member' },
    verify: { name: 'verify', description: 'Compare database, Discord roles and Roblox for a member' },
    optionMember: { name: 'member', description: 'Who' },
    userMenu: 'Check member',

    unknown: (id: string) =>
      `${mention(id)} is not known to the clan: they have never linked a Roblox account.`,

    verifyTitle: 'Database, Roblox and Discord',
    database: 'Database',
    roblox: 'Roblox',
    discord: 'Discord',
    differences: 'Differences',
    noDifferences: '✅ None',
    syncWould: '`/sync` would',
    syncNothing: 'do nothing',
    databaseHas: (rank: string) => `Rank: **${rank}**`,
    rankRoles: (roles: readonly string[]) => `Rank roles: ${listed(roles, 'none')}`,
    notInGroup: 'not in the group',
    noAccount: 'no such account',
    discordNotAsked: 'not asked',
    notInServer: 'not in the server',

    title: 'Member',
    memberSince: 'Member since',
    presentAccount: (at: number) => `present account: ${timestamp(at, 'D')}`,
    eligibility: 'Eligible',
    eligible: (rank: string) => `✅ for **${rank}**`,
    notEligible: 'no',
    lastSync: 'Last sync',
    never: 'never',
    leave: 'Leave',
    noLeave: 'none',
    leaves: {
      requested: (days: string) => `asked for: ${days}`,
      approved: (days: string) => `approved: ${days}`,
      running: (days: string) => `🌙 on leave: ${days}`,
    } satisfies Record<OpenLeave['status'], (days: string) => string>,
    blacklist: 'Blacklist',
    notBlacklisted: 'no',
    blacklisted: (entry: Since) => `⛔ since ${since(entry)}, until somebody removes them.`,
    blacklistedBy: (entry: SinceBy) =>
      `⛔ since ${since(entry)} by ${mention(entry.by)}, until somebody removes them.`,
    blacklistedUntil: (entry: Since, until: number) => `⛔ since ${since(entry)}, until ${timestamp(until)}.`,
    blacklistedByUntil: (entry: SinceBy, until: number) =>
      `⛔ since ${since(entry)} by ${mention(entry.by)}, until ${timestamp(until)}.`,
    reason: (reason: string) => `Reason: ${shortened(reason)}`,
  },
  de: {
    command: { name: 'mitglied', description: 'Sieh dir ein Mitglied genau an' },
    check: {
      name: 'zeigen',
      description: 'Rang, Punkte, fällige Beförderung, letzter Abgleich und Blacklist eines Mitglieds',
    },
    verify: {
      name: 'prüfen',
      description: 'Vergleiche Datenbank, Discord-Rollen und Roblox bei einem Mitglied',
    },
    optionMember: { name: 'mitglied', description: 'Wen' },
    userMenu: 'Mitglied ansehen',

    unknown: (id) => `${mention(id)} ist dem Clan nicht bekannt und hat noch nie ein Roblox-Konto verknüpft.`,

    verifyTitle: 'Datenbank, Roblox und Discord',
    database: 'Datenbank',
    roblox: 'Roblox',
    discord: 'Discord',
    differences: 'Unterschiede',
    noDifferences: '✅ Keine',
    syncWould: '`/abgleichen` würde',
    syncNothing: 'nichts tun',
    databaseHas: (rank) => `Rang: **${rank}**`,
    rankRoles: (roles) => `Rangrollen: ${listed(roles, 'keine')}`,
    notInGroup: 'nicht in der Gruppe',
    noAccount: 'dieses Konto gibt es nicht',
    discordNotAsked: 'nicht gefragt',
    notInServer: 'nicht auf dem Server',

    title: 'Mitglied',
    memberSince: 'Mitglied seit',
    presentAccount: (at) => `jetziges Konto: ${timestamp(at, 'D')}`,
    eligibility: 'Beförderung fällig',
    eligible: (rank) => `✅ zu **${rank}**`,
    notEligible: 'nein',
    lastSync: 'Letzter Abgleich',
    never: 'nie',
    leave: 'Abmeldung',
    noLeave: 'keine',
    leaves: {
      requested: (days) => `beantragt: ${days}`,
      approved: (days) => `genehmigt: ${days}`,
      running: (days) => `🌙 abgemeldet: ${days}`,
    },
    blacklist: 'Blacklist',
    notBlacklisted: 'nein',
    blacklisted: (entry) => `⛔ seit ${since(entry)}, bis jemand den Eintrag entfernt.`,
    blacklistedBy: (entry) =>
      `⛔ seit ${since(entry)} von ${mention(entry.by)}, bis jemand den Eintrag entfernt.`,
    blacklistedUntil: (entry, until) => `⛔ seit ${since(entry)}, bis ${timestamp(until)}.`,
    blacklistedByUntil: (entry, until) =>
      `⛔ seit ${since(entry)} von ${mention(entry.by)}, bis ${timestamp(until)}.`,
    reason: (reason) => `Grund: ${shortened(reason)}`,
  },
  'es-ES': {
    command: { name: 'miembro', description: 'Mira de cerca a un miembro' },
    check: {
      name: 'ver',
      description: 'Rango, puntos, ascenso que le toca, última sincronización y lista negra de un miembro',
    },
    verify: {
      name: 'verificar',
      description: 'Compara la base de datos, los roles de Discord y Roblox de un miembro',
    },
    optionMember: { name: 'miembro', description: 'A quién' },
    userMenu: 'Ver miembro',

    unknown: (id) => `El clan no conoce a ${mention(id)}: nunca ha vinculado una cuenta de Roblox.`,

    verifyTitle: 'Base de datos, Roblox y Discord',
    database: 'Base de datos',
    roblox: 'Roblox',
    discord: 'Discord',
    differences: 'Diferencias',
    noDifferences: '✅ Ninguna',
    syncWould: 'Qué haría `/sincronizar`',
    syncNothing: 'no haría nada',
    databaseHas: (rank) => `Rango: **${rank}**`,
    rankRoles: (roles) => `Roles de rango: ${listed(roles, 'ninguno')}`,
    notInGroup: 'no está en el grupo',
    noAccount: 'esa cuenta no existe',
    discordNotAsked: 'sin consultar',
    notInServer: 'no está en el servidor',

    title: 'Miembro',
    memberSince: 'Miembro desde',
    presentAccount: (at) => `cuenta actual: ${timestamp(at, 'D')}`,
    eligibility: 'Le toca un ascenso',
    eligible: (rank) => `✅ a **${rank}**`,
    notEligible: 'no',
    lastSync: 'Última sincronización',
    never: 'nunca',
    leave: 'Ausencia',
    noLeave: 'ninguna',
    leaves: {
      requested: (days) => `solicitada: ${days}`,
      approved: (days) => `aprobada: ${days}`,
      running: (days) => `🌙 ausente: ${days}`,
    },
    blacklist: 'Lista negra',
    notBlacklisted: 'no',
    blacklisted: (entry) => `⛔ desde el ${since(entry)}, hasta que alguien quite la entrada.`,
    blacklistedBy: (entry) =>
      `⛔ desde el ${since(entry)} por ${mention(entry.by)}, hasta que alguien quite la entrada.`,
    blacklistedUntil: (entry, until) => `⛔ desde el ${since(entry)} hasta el ${timestamp(until)}.`,
    blacklistedByUntil: (entry, until) =>
      `⛔ desde el ${since(entry)} por ${mention(entry.by)}, hasta el ${timestamp(until)}.`,
    reason: (reason) => `Motivo: ${shortened(reason)}`,
  },
  fr: {
    command: { name: 'membre', description: 'Regarde un membre de près' },
    check: {
      name: 'voir',
      description: 'Rang, points, promotion due, dernière synchronisation et liste noire d’un membre',
    },
    verify: {
      name: 'vérifier',
      description: 'Compare la base de données, les rôles Discord et Roblox d’un membre',
    },
    optionMember: { name: 'membre', description: 'Qui' },
    userMenu: 'Voir le membre',

    unknown: (id) => `Le clan ne connaît pas ${mention(id)}, qui n’a jamais lié de compte Roblox.`,

    verifyTitle: 'Base de données, Roblox et Discord',
    database: 'Base de données',
    roblox: 'Roblox',
    discord: 'Discord',
    differences: 'Différences',
    noDifferences: '✅ Aucune',
    syncWould: 'Ce que ferait `/synchroniser`',
    syncNothing: 'ne ferait rien',
    databaseHas: (rank) => `Rang : **${rank}**`,
    rankRoles: (roles) => `Rôles de rang : ${listed(roles, 'aucun')}`,
    notInGroup: 'pas dans le groupe',
    noAccount: 'ce compte n’existe pas',
    discordNotAsked: 'pas demandé',
    notInServer: 'pas sur le serveur',

    title: 'Membre',
    memberSince: 'Membre depuis',
    presentAccount: (at) => `compte actuel : ${timestamp(at, 'D')}`,
    eligibility: 'Promotion due',
    eligible: (rank) => `✅ vers **${rank}**`,
    notEligible: 'non',
    lastSync: 'Dernière synchronisation',
    never: 'jamais',
    leave: 'Absence',
    noLeave: 'aucune',
    leaves: {
      requested: (days) => `demandée : ${days}`,
      approved: (days) => `approuvée : ${days}`,
      running: (days) => `🌙 absent : ${days}`,
    },
    blacklist: 'Liste noire',
    notBlacklisted: 'non',
    blacklisted: (entry) => `⛔ depuis le ${since(entry)}, jusqu’à ce que quelqu’un retire l’entrée.`,
    blacklistedBy: (entry) =>
      `⛔ depuis le ${since(entry)} par ${mention(entry.by)}, jusqu’à ce que quelqu’un retire l’entrée.`,
    blacklistedUntil: (entry, until) => `⛔ depuis le ${since(entry)}, jusqu’au ${timestamp(until)}.`,
    blacklistedByUntil: (entry, until) =>
      `⛔ depuis le ${since(entry)} par ${mention(entry.by)}, jusqu’au ${timestamp(until)}.`,
    reason: (reason) => `Raison : ${shortened(reason)}`,
  },
  'pt-BR': {
    command: { name: 'membro', description: 'Veja um membro de perto' },
    check: {
      name: 'ver',
      description: 'Patente, pontos, promoção pronta, última sincronização e lista negra de um membro',
    },
    verify: {
      name: 'verificar',
      description: 'Compare o banco de dados, os cargos do Discord e o Roblox de um membro',
    },
    optionMember: { name: 'membro', description: 'Quem' },
    userMenu: 'Ver membro',

    unknown: (id) => `O clã não conhece ${mention(id)}: nunca vinculou uma conta do Roblox.`,

    verifyTitle: 'Banco de dados, Roblox e Discord',
    database: 'Banco de dados',
    roblox: 'Roblox',
    discord: 'Discord',
    differences: 'Diferenças',
    noDifferences: '✅ Nenhuma',
    syncWould: 'O que `/sincronizar` faria',
    syncNothing: 'não faria nada',
    databaseHas: (rank) => `Patente: **${rank}**`,
    rankRoles: (roles) => `Cargos de patente: ${listed(roles, 'nenhum')}`,
    notInGroup: 'não está no grupo',
    noAccount: 'essa conta não existe',
    discordNotAsked: 'não consultado',
    notInServer: 'não está no servidor',

    title: 'Membro',
    memberSince: 'Membro desde',
    presentAccount: (at) => `conta atual: ${timestamp(at, 'D')}`,
    eligibility: 'Promoção pronta',
    eligible: (rank) => `✅ para **${rank}**`,
    notEligible: 'não',
    lastSync: 'Última sincronização',
    never: 'nunca',
    leave: 'Ausência',
    noLeave: 'nenhuma',
    leaves: {
      requested: (days) => `pedida: ${days}`,
      approved: (days) => `aprovada: ${days}`,
      running: (days) => `🌙 ausente: ${days}`,
    },
    blacklist: 'Lista negra',
    notBlacklisted: 'não',
    blacklisted: (entry) => `⛔ desde ${since(entry)}, até alguém remover o registro.`,
    blacklistedBy: (entry) =>
      `⛔ desde ${since(entry)} por ${mention(entry.by)}, até alguém remover o registro.`,
    blacklistedUntil: (entry, until) => `⛔ desde ${since(entry)} até ${timestamp(until)}.`,
    blacklistedByUntil: (entry, until) =>
      `⛔ desde ${since(entry)} por ${mention(entry.by)}, até ${timestamp(until)}.`,
    reason: (reason) => `Motivo: ${shortened(reason)}`,
  },
});

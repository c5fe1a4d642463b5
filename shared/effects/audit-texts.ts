import { catalogue } from '../languages/catalogue.ts';

/** Why the bot changed something, as the server's audit log shows it: in the clan's language, as plain text. */
export const auditTexts = catalogue({
  en: {
    rank: (rank: string) => `Rank ${rank}`,
    roleOfRank: (rank: string) => `Role of the rank ${rank}`,
    linked: 'Linked a Roblox account',
    onLeave: 'On leave',
    leaveEnded: 'The leave has ended',
    nickname: 'Nickname of the clan',
  },
  de: {
    rank: (rank) => `Rang ${rank}`,
    roleOfRank: (rank) => `Rolle des Rangs ${rank}`,
    linked: 'Roblox-Konto verknüpft',
    onLeave: 'Abgemeldet',
    leaveEnded: 'Die Abmeldung ist zu Ende',
    nickname: 'Nickname des Clans',
  },
  'es-ES': {
    rank: (rank) => `Rango ${rank}`,
    roleOfRank: (rank) => `Rol del rango ${rank}`,
    linked: 'Cuenta de Roblox vinculada',
    onLeave: 'De ausencia',
    leaveEnded: 'La ausencia terminó',
    nickname: 'Apodo del clan',
  },
  fr: {
    rank: (rank) => `Rang ${rank}`,
    roleOfRank: (rank) => `Rôle du rang ${rank}`,
    linked: 'Compte Roblox lié',
    onLeave: 'En absence',
    leaveEnded: 'L’absence est terminée',
    nickname: 'Pseudo du clan',
  },
  'pt-BR': {
    rank: (rank) => `Patente ${rank}`,
    roleOfRank: (rank) => `Cargo da patente ${rank}`,
    linked: 'Conta do Roblox vinculada',
    onLeave: 'Em ausência',
    leaveEnded: 'A ausência terminou',
    nickname: 'Apelido do clã',
  },
});

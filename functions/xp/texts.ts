import { catalogue } from '../../shared/languages/catalogue.ts';

/** The texts of `/xp`; what it shares with `/member check` is in `shared/profiles/texts.ts`. */
export const texts = catalogue({
  en: {
    command: { name: 'xp', description: 'Your rank, points and place on the leaderboard' },
    you: 'You',
    lastSync: (clan: string) => `${clan} · last looked up on Roblox`,
  },
  de: {
    command: { name: 'xp', description: 'Dein Rang, deine Punkte und dein Platz in der Bestenliste' },
    you: 'Du',
    lastSync: (clan) => `${clan} · zuletzt auf Roblox nachgesehen`,
  },
  'es-ES': {
    command: { name: 'xp', description: 'Tu rango, tus puntos y tu puesto en la clasificación' },
    you: 'Tú',
    lastSync: (clan) => `${clan} · última consulta en Roblox`,
  },
  fr: {
    command: { name: 'xp', description: 'Ton rang, tes points et ta place dans le classement' },
    you: 'Toi',
    lastSync: (clan) => `${clan} · dernière consultation sur Roblox`,
  },
  'pt-BR': {
    command: { name: 'xp', description: 'Sua patente, seus pontos e sua posição no ranking' },
    you: 'Você',
    lastSync: (clan) => `${clan} · última consulta no Roblox`,
  },
});

import { mention } from '../discord/text.ts';
import { catalogue } from '../languages/catalogue.ts';

/** What several commands say about members and their Roblox accounts. */
export const memberTexts = catalogue({
  en: {
    youAreNotLinked:
      'You have not linked a Roblox account yet, so nothing was changed. Use `/link-roblox` with your Roblox name.',
    theyAreNotLinked: (id: string) =>
      `${mention(id)} has not linked a Roblox account yet, so nothing was changed. Ask them to use \`/link-roblox\`.`,
    accountTaken:
      'That Roblox account is linked to somebody else here, so nothing was changed. ' +
      'If it is yours, ask an admin of the clan.',
    accountBlacklisted:
      'That Roblox account cannot be linked in this clan, so nothing was changed. Ask an admin of the clan.',
    noRanks:
      'This clan has no ranks yet, so you were not linked. Ask an admin to set them up with `/ranks setup`.',
  },
  de: {
    youAreNotLinked:
      'Du hast noch kein Roblox-Konto verknüpft, es wurde also nichts geändert. Nutze `/roblox-verknüpfen` mit deinem Roblox-Namen.',
    theyAreNotLinked: (id) =>
      `${mention(id)} hat noch kein Roblox-Konto verknüpft, es wurde also nichts geändert. \`/roblox-verknüpfen\` holt das nach.`,
    accountTaken:
      'Dieses Roblox-Konto ist hier mit jemand anderem verknüpft, es wurde also nichts geändert. ' +
      'Wenn es deins ist, wende dich an einen Admin des Clans.',
    accountBlacklisted:
      'Dieses Roblox-Konto kann in diesem Clan nicht verknüpft werden, es wurde also nichts geändert. Wende dich an einen Admin des Clans.',
    noRanks:
      'Dieser Clan hat noch keine Ränge, du wurdest also nicht verknüpft. Bitte einen Admin, sie mit `/ränge einrichten` anzulegen.',
  },
  'es-ES': {
    youAreNotLinked:
      'Aún no has vinculado una cuenta de Roblox, así que no se ha cambiado nada. Usa `/vincular-roblox` con tu nombre de Roblox.',
    theyAreNotLinked: (id) =>
      `${mention(id)} aún no ha vinculado una cuenta de Roblox, así que no se ha cambiado nada. Pídele que use \`/vincular-roblox\`.`,
    accountTaken:
      'Esa cuenta de Roblox está vinculada aquí a otra persona, así que no se ha cambiado nada. ' +
      'Si es tuya, habla con un admin del clan.',
    accountBlacklisted:
      'Esa cuenta de Roblox no se puede vincular en este clan, así que no se ha cambiado nada. Habla con un admin del clan.',
    noRanks:
      'Este clan aún no tiene rangos, así que no se te ha vinculado. Pide a un admin que los configure con `/rangos configurar`.',
  },
  fr: {
    youAreNotLinked:
      'Tu n’as pas encore lié de compte Roblox, donc rien n’a été changé. Utilise `/lier-roblox` avec ton nom Roblox.',
    theyAreNotLinked: (id) =>
      `${mention(id)} n’a pas encore lié de compte Roblox, donc rien n’a été changé. Demande-lui d’utiliser \`/lier-roblox\`.`,
    accountTaken:
      'Ce compte Roblox est lié ici à quelqu’un d’autre, donc rien n’a été changé. ' +
      'Si c’est le tien, adresse-toi à un admin du clan.',
    accountBlacklisted:
      'Ce compte Roblox ne peut pas être lié dans ce clan, donc rien n’a été changé. Adresse-toi à un admin du clan.',
    noRanks:
      'Ce clan n’a pas encore de rangs, donc ton compte n’a pas été lié. Demande à un admin de les créer avec `/rangs configurer`.',
  },
  'pt-BR': {
    youAreNotLinked:
      'Você ainda não vinculou uma conta do Roblox, então nada foi alterado. Use `/vincular-roblox` com seu nome no Roblox.',
    theyAreNotLinked: (id) =>
      `${mention(id)} ainda não vinculou uma conta do Roblox, então nada foi alterado. Peça para usar \`/vincular-roblox\`.`,
    accountTaken:
      'Essa conta do Roblox está vinculada a outra pessoa aqui, então nada foi alterado. ' +
      'Se ela é sua, fale com um admin do clã.',
    accountBlacklisted:
      'Essa conta do Roblox não pode ser vinculada neste clã, então nada foi alterado. Fale com um admin do clã.',
    noRanks:
      'Este clã ainda não tem patentes, então sua conta não foi vinculada. Peça a um admin para criá-las com `/patentes configurar`.',
  },
});

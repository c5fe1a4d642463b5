import { escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

const group = (id: string) => `<https://www.roblox.com/groups/${id}>`;
const profile = (id: string) => `<https://www.roblox.com/users/${id}/profile>`;
const block = (code: string) => `\`\`\`\n${code}\n\`\`\``;

/** Every text of `/link-roblox`. Names of ranks come escaped. */
export const texts = catalogue({
  en: {
    command: { name: 'link-roblox', description: 'Link your Roblox account' },
    username: { name: 'username', description: 'Your name on Roblox (not the display name)' },

    badUsername:
      'That is no Roblox name: it has letters, digits and underscores only, 20 at most. Nothing was changed. ' +
      'Use the name with the @ in your Roblox profile.',
    noSuchUser: (name: string) =>
      `Nobody on Roblox is called ${escapeMarkdown(name)} now. Nothing was changed. ` +
      'Use the name with the @ in your Roblox profile, not the display name.',
    notInGroup: (name: string, groupId: string) =>
      `${escapeMarkdown(name)} is not in the clan's Roblox group, so nothing was changed. ` +
      `Join it first: ${group(groupId)}, then use the command again.`,
    robloxUnread: 'Nothing was changed.',

    codeTitle: 'Show that the account is yours',
    codeSteps: (name: string, userId: string, code: string, expiresAt: number) =>
      `**1.** Open the profile of **${escapeMarkdown(name)}**: ${profile(userId)}\n` +
      `**2.** Put these words into its About text and save:\n${block(code)}\n` +
      `**3.** Press Check. The code ends ${timestamp(expiresAt, 'R')}; you can take it out again afterwards.`,
    check: 'Check',

    noChallenge: 'This code is not valid any more. Nothing was changed. Use `/link-roblox` for a new one.',
    notYours: 'This code belongs to somebody else. Nothing was changed. Use `/link-roblox` yourself.',
    expired: 'This code has ended after 15 minutes. Nothing was changed. Use `/link-roblox` for a new one.',
    used: 'This code was used already. Nothing was changed.',
    codeMissing: (code: string) =>
      `The words are not in the profile's About text yet, so nothing was changed. Put in \`${code}\`, save, ` +
      'wait half a minute and press Check again.',
    accountGone: 'Roblox does not know that account any more. Nothing was changed.',

    linkedTitle: '✅ Linked',
    linked: (name: string, rank: string) =>
      `You are linked to **${escapeMarkdown(name)}**. Your rank: **${rank}**.`,
    unmapped: (rank: string) =>
      `Your role in the Roblox group belongs to no rank of this clan, so your rank is **${rank}** for now.`,
    kept: (points: number, total: number) =>
      `Your points stay: ${en.number(points)} towards the next rank, ${en.number(total)} in all.`,
    next: '`/xp` shows your progress, `/submit-event` hands in an event.',
    verifiedRole: 'Verified role',
    rankRole: 'Rank role',
    nickname: 'Nickname',

    adminLog: (id: string, name: string, userId: string, rank: string) =>
      `${mention(id)} linked the Roblox account **${escapeMarkdown(name)}** (${profile(userId)}), rank **${rank}**.`,
    accountBefore: (name: string) => `The account before was **${escapeMarkdown(name)}**.`,
  },
  de: {
    command: { name: 'roblox-verknüpfen', description: 'Verknüpfe dein Roblox-Konto' },
    username: { name: 'benutzername', description: 'Dein Name auf Roblox (nicht der Anzeigename)' },

    badUsername:
      'Das ist kein Roblox-Name: Er hat nur Buchstaben, Ziffern und Unterstriche, höchstens 20. Es wurde nichts geändert. ' +
      'Nimm den Namen mit dem @ in deinem Roblox-Profil.',
    noSuchUser: (name) =>
      `Auf Roblox heißt zurzeit niemand ${escapeMarkdown(name)}. Es wurde nichts geändert. ` +
      'Nimm den Namen mit dem @ in deinem Roblox-Profil, nicht den Anzeigenamen.',
    notInGroup: (name, groupId) =>
      `${escapeMarkdown(name)} ist nicht in der Roblox-Gruppe des Clans, es wurde also nichts geändert. ` +
      `Tritt ihr erst bei: ${group(groupId)}, dann benutze den Befehl noch einmal.`,
    robloxUnread: 'Es wurde nichts geändert.',

    codeTitle: 'Zeig, dass das Konto dir gehört',
    codeSteps: (name, userId, code, expiresAt) =>
      `**1.** Öffne das Profil von **${escapeMarkdown(name)}**: ${profile(userId)}\n` +
      `**2.** Schreib diese Wörter in den Info-Text und speichere:\n${block(code)}\n` +
      `**3.** Drück auf „Prüfen“. Der Code endet ${timestamp(expiresAt, 'R')}; danach kannst du ihn wieder herausnehmen.`,
    check: 'Prüfen',

    noChallenge:
      'Dieser Code gilt nicht mehr. Es wurde nichts geändert. Mit `/roblox-verknüpfen` bekommst du einen neuen.',
    notYours:
      'Dieser Code gehört jemand anderem. Es wurde nichts geändert. Benutze selbst `/roblox-verknüpfen`.',
    expired:
      'Dieser Code ist nach 15 Minuten abgelaufen. Es wurde nichts geändert. Mit `/roblox-verknüpfen` bekommst du einen neuen.',
    used: 'Dieser Code wurde schon benutzt. Es wurde nichts geändert.',
    codeMissing: (code) =>
      `Die Wörter stehen noch nicht im Info-Text des Profils, es wurde also nichts geändert. Trag \`${code}\` ein, speichere, ` +
      'warte eine halbe Minute und drück noch einmal auf „Prüfen“.',
    accountGone: 'Roblox kennt dieses Konto nicht mehr. Es wurde nichts geändert.',

    linkedTitle: '✅ Verknüpft',
    linked: (name, rank) => `Du bist mit **${escapeMarkdown(name)}** verknüpft. Dein Rang: **${rank}**.`,
    unmapped: (rank) =>
      `Deine Rolle in der Roblox-Gruppe gehört zu keinem Rang dieses Clans, deshalb ist dein Rang vorerst **${rank}**.`,
    kept: (points, total) =>
      `Deine Punkte bleiben: ${de.number(points)} für den nächsten Rang, ${de.number(total)} insgesamt.`,
    next: '`/xp` zeigt deinen Fortschritt, mit `/event-einreichen` reichst du ein Event ein.',
    verifiedRole: 'Verifiziert-Rolle',
    rankRole: 'Rolle des Rangs',
    nickname: 'Nickname',

    adminLog: (id, name, userId, rank) =>
      `${mention(id)} hat das Roblox-Konto **${escapeMarkdown(name)}** (${profile(userId)}) verknüpft, Rang **${rank}**.`,
    accountBefore: (name) => `Das Konto davor war **${escapeMarkdown(name)}**.`,
  },
  'es-ES': {
    command: { name: 'vincular-roblox', description: 'Vincula tu cuenta de Roblox' },
    username: { name: 'usuario', description: 'Tu nombre en Roblox (no el nombre para mostrar)' },

    badUsername:
      'Ese no es un nombre de Roblox: solo tiene letras, cifras y guiones bajos, 20 como mucho. No se ha cambiado nada. ' +
      'Usa el nombre con @ de tu perfil de Roblox.',
    noSuchUser: (name) =>
      `Nadie en Roblox se llama ahora ${escapeMarkdown(name)}. No se ha cambiado nada. ` +
      'Usa el nombre con @ de tu perfil de Roblox, no el nombre para mostrar.',
    notInGroup: (name, groupId) =>
      `${escapeMarkdown(name)} no está en el grupo de Roblox del clan, así que no se ha cambiado nada. ` +
      `Únete primero: ${group(groupId)}, y usa el comando otra vez.`,
    robloxUnread: 'No se ha cambiado nada.',

    codeTitle: 'Demuestra que la cuenta es tuya',
    codeSteps: (name, userId, code, expiresAt) =>
      `**1.** Abre el perfil de **${escapeMarkdown(name)}**: ${profile(userId)}\n` +
      `**2.** Pon estas palabras en el texto «Acerca de» y guarda:\n${block(code)}\n` +
      `**3.** Pulsa Comprobar. El código caduca ${timestamp(expiresAt, 'R')}; después puedes quitarlo.`,
    check: 'Comprobar',

    noChallenge:
      'Este código ya no es válido. No se ha cambiado nada. Usa `/vincular-roblox` para obtener otro.',
    notYours: 'Este código es de otra persona. No se ha cambiado nada. Usa tú `/vincular-roblox`.',
    expired:
      'Este código ha caducado a los 15 minutos. No se ha cambiado nada. Usa `/vincular-roblox` para obtener otro.',
    used: 'Este código ya se ha usado. No se ha cambiado nada.',
    codeMissing: (code) =>
      `Las palabras aún no están en el texto «Acerca de» del perfil, así que no se ha cambiado nada. Pon \`${code}\`, guarda, ` +
      'espera medio minuto y pulsa Comprobar otra vez.',
    accountGone: 'Roblox ya no conoce esa cuenta. No se ha cambiado nada.',

    linkedTitle: '✅ Vinculado',
    linked: (name, rank) => `Tu cuenta está vinculada a **${escapeMarkdown(name)}**. Tu rango: **${rank}**.`,
    unmapped: (rank) =>
      `Tu rol en el grupo de Roblox no corresponde a ningún rango de este clan, así que de momento tu rango es **${rank}**.`,
    kept: (points, total) =>
      `Conservas tus puntos: ${es.number(points)} para el próximo rango, ${es.number(total)} en total.`,
    next: '`/xp` muestra tu progreso, `/enviar-evento` envía un evento.',
    verifiedRole: 'Rol Verificado',
    rankRole: 'Rol del rango',
    nickname: 'Apodo',

    adminLog: (id, name, userId, rank) =>
      `${mention(id)} ha vinculado la cuenta de Roblox **${escapeMarkdown(name)}** (${profile(userId)}), rango **${rank}**.`,
    accountBefore: (name) => `La cuenta anterior era **${escapeMarkdown(name)}**.`,
  },
  fr: {
    command: { name: 'lier-roblox', description: 'Lie ton compte Roblox' },
    username: { name: 'pseudo', description: 'Ton nom sur Roblox (pas le nom d’affichage)' },

    badUsername:
      'Ce n’est pas un nom Roblox : il n’a que des lettres, des chiffres et des tirets bas, 20 au plus. Rien n’a été changé. ' +
      'Utilise le nom avec @ de ton profil Roblox.',
    noSuchUser: (name) =>
      `Personne sur Roblox ne s’appelle ${escapeMarkdown(name)} actuellement. Rien n’a été changé. ` +
      'Utilise le nom avec @ de ton profil Roblox, pas le nom d’affichage.',
    notInGroup: (name, groupId) =>
      `${escapeMarkdown(name)} n’est pas dans le groupe Roblox du clan, donc rien n’a été changé. ` +
      `Rejoins-le d’abord : ${group(groupId)}, puis utilise de nouveau la commande.`,
    robloxUnread: 'Rien n’a été changé.',

    codeTitle: 'Montre que le compte est à toi',
    codeSteps: (name, userId, code, expiresAt) =>
      `**1.** Ouvre le profil de **${escapeMarkdown(name)}** : ${profile(userId)}\n` +
      `**2.** Mets ces mots dans le texte « À propos » et enregistre :\n${block(code)}\n` +
      `**3.** Appuie sur Vérifier. Le code expire ${timestamp(expiresAt, 'R')} ; tu pourras l’enlever ensuite.`,
    check: 'Vérifier',

    noChallenge:
      'Ce code n’est plus valable. Rien n’a été changé. Utilise `/lier-roblox` pour en avoir un nouveau.',
    notYours: 'Ce code appartient à quelqu’un d’autre. Rien n’a été changé. Utilise toi-même `/lier-roblox`.',
    expired:
      'Ce code a expiré après 15 minutes. Rien n’a été changé. Utilise `/lier-roblox` pour en avoir un nouveau.',
    used: 'Ce code a déjà été utilisé. Rien n’a été changé.',
    codeMissing: (code) =>
      `Les mots ne sont pas encore dans le texte « À propos » du profil, donc rien n’a été changé. Mets \`${code}\`, enregistre, ` +
      'attends une demi-minute et appuie de nouveau sur Vérifier.',
    accountGone: 'Roblox ne connaît plus ce compte. Rien n’a été changé.',

    linkedTitle: '✅ Compte lié',
    linked: (name, rank) => `Ton compte est lié à **${escapeMarkdown(name)}**. Ton rang : **${rank}**.`,
    unmapped: (rank) =>
      `Ton rôle dans le groupe Roblox ne correspond à aucun rang de ce clan, donc ton rang est **${rank}** pour le moment.`,
    kept: (points, total) =>
      `Tu gardes tes points : ${fr.number(points)} vers le prochain rang, ${fr.number(total)} au total.`,
    next: '`/xp` montre ta progression, `/soumettre-événement` soumet un événement.',
    verifiedRole: 'Rôle Vérifié',
    rankRole: 'Rôle du rang',
    nickname: 'Pseudo',

    adminLog: (id, name, userId, rank) =>
      `${mention(id)} a lié le compte Roblox **${escapeMarkdown(name)}** (${profile(userId)}), rang **${rank}**.`,
    accountBefore: (name) => `Le compte précédent était **${escapeMarkdown(name)}**.`,
  },
  'pt-BR': {
    command: { name: 'vincular-roblox', description: 'Vincule sua conta do Roblox' },
    username: { name: 'usuário', description: 'Seu nome no Roblox (não o nome de exibição)' },

    badUsername:
      'Esse não é um nome do Roblox: ele só tem letras, números e sublinhados, no máximo 20. Nada foi alterado. ' +
      'Use o nome com @ do seu perfil do Roblox.',
    noSuchUser: (name) =>
      `Ninguém no Roblox se chama ${escapeMarkdown(name)} agora. Nada foi alterado. ` +
      'Use o nome com @ do seu perfil do Roblox, não o nome de exibição.',
    notInGroup: (name, groupId) =>
      `${escapeMarkdown(name)} não está no grupo do Roblox do clã, então nada foi alterado. ` +
      `Entre primeiro: ${group(groupId)}, e use o comando de novo.`,
    robloxUnread: 'Nada foi alterado.',

    codeTitle: 'Mostre que a conta é sua',
    codeSteps: (name, userId, code, expiresAt) =>
      `**1.** Abra o perfil de **${escapeMarkdown(name)}**: ${profile(userId)}\n` +
      `**2.** Coloque estas palavras no texto "Sobre" e salve:\n${block(code)}\n` +
      `**3.** Clique em Verificar. O código expira ${timestamp(expiresAt, 'R')}; depois você pode tirá-lo.`,
    check: 'Verificar',

    noChallenge: 'Este código não é mais válido. Nada foi alterado. Use `/vincular-roblox` para ter outro.',
    notYours: 'Este código é de outra pessoa. Nada foi alterado. Use você `/vincular-roblox`.',
    expired:
      'Este código expirou depois de 15 minutos. Nada foi alterado. Use `/vincular-roblox` para ter outro.',
    used: 'Este código já foi usado. Nada foi alterado.',
    codeMissing: (code) =>
      `As palavras ainda não estão no texto "Sobre" do perfil, então nada foi alterado. Coloque \`${code}\`, salve, ` +
      'espere meio minuto e clique em Verificar de novo.',
    accountGone: 'O Roblox não conhece mais essa conta. Nada foi alterado.',

    linkedTitle: '✅ Vinculado',
    linked: (name, rank) =>
      `Sua conta está vinculada a **${escapeMarkdown(name)}**. Sua patente: **${rank}**.`,
    unmapped: (rank) =>
      `Seu cargo no grupo do Roblox não corresponde a nenhuma patente deste clã, então por enquanto sua patente é **${rank}**.`,
    kept: (points, total) =>
      `Você mantém seus pontos: ${pt.number(points)} para a próxima patente, ${pt.number(total)} no total.`,
    next: '`/xp` mostra seu progresso, `/enviar-evento` envia um evento.',
    verifiedRole: 'Cargo Verificado',
    rankRole: 'Cargo da patente',
    nickname: 'Apelido',

    adminLog: (id, name, userId, rank) =>
      `${mention(id)} vinculou a conta do Roblox **${escapeMarkdown(name)}** (${profile(userId)}), patente **${rank}**.`,
    accountBefore: (name) => `A conta anterior era **${escapeMarkdown(name)}**.`,
  },
});

import { catalogue } from '../../shared/languages/catalogue.ts';

/** Texts of `/setup`. Mentions and names come ready to be shown. */
export const texts = catalogue({
  en: {
    command: {
      name: 'setup',
      description: 'Set the clan up: channels, roles, language and more, step by step',
    },
    titles: { 1: 'Set-up · 1 of 3: channels', 2: 'Set-up · 2 of 3: roles', 3: 'Set-up · 3 of 3: settings' },
    intros: {
      1: 'Where the bot posts. Choose a channel, or let the bot make private ones for the admins and for its log.',
      2: 'Which roles of the server give a tier of the bot, and which one everybody gets who links a Roblox account.',
      3: 'How members prove their Roblox account, and how the clan reads and writes.',
    },
    footer: 'Each choice is saved at once. You can leave, and open it again.',
    channels: {
      admin: 'Admin: reviews, promotion cards',
      event_log: 'Event log: public',
      point_log: 'Point log',
      log: 'Log: errors, sync',
    },
    roles: { officer: 'Officers', moderator: 'Moderators', admin: 'Admins', verified: 'Verified' },
    channelNotSet: (name: string) => `⚠️ **${name}**: not set`,
    channelGone: (name: string) => `❌ **${name}**: the channel no longer exists`,
    channelGood: (name: string, channel: string) => `✅ **${name}**: ${channel}`,
    channelLacks: (name: string, channel: string, missing: string) =>
      `❌ **${name}**: in ${channel} the bot lacks ${missing}. Give these to its role in the channel's permissions.`,
    nobodyHas: (name: string) => `⚠️ **${name}**: no role`,
    roleOf: (name: string, roles: string) => `✅ **${name}**: ${roles}`,
    verifiedTier: (role: string) =>
      `❌ **Verified**: ${role} gives a tier of the bot, so it is not handed out`,
    verifiedRefused: (role: string) =>
      `❌ **Verified**: ${role} carries too much power, so it is not handed out`,
    rankGivesTier: (roles: string) => `⚠️ Ranks give these roles, and these give a tier of the bot: ${roles}`,
    tooHigh: (roles: string) =>
      `❌ The bot's role stands too low to give ${roles}. Server Settings, Roles: drag it above them.`,
    verification: (how: string) => `**Linking:** ${how}`,
    zone: (zone: string, time: string) => `**Time zone:** ${zone}, ${time} now`,
    language: (name: string) => `**Language:** ${name}`,
    nickname: (template: string) => `**Nicknames:** ${template}`,
    noManageChannels: (url: string) =>
      `The bot may not make channels here. Allow it with this link, then press the button again: ${url}`,
    needsManageChannels:
      '⚠️ The bot may not make channels (Manage Channels). The button shows how to allow it.',
    verifiedMade: '✅ **Verified**: a role of this name is made at the first link',
    verifiedGone: '❌ **Verified**: the role no longer exists',
    noRanks: '⚠️ There are no ranks yet: `/ranks setup` makes them from the Roblox group.',
    needsManageRoles:
      '❌ The bot may not manage roles. Server Settings, Roles, its role: turn on Manage Roles.',
    missingAdmin: '⚠️ Still missing: an admin channel. Without it nothing can be submitted.',
    missingLog: '⚠️ Still missing: a log channel. Without it nobody reads what goes wrong.',
    complete: '✅ The clan is set up. Now `/diagnose` looks at everything, and `/link-roblox` links you.',
    profileCode: 'Code in the Roblox profile',
    groupOnly: 'Being in the group is enough',
    noNickname: '**Nicknames:** left alone',
    needsManageNicknames:
      '❌ The bot may not rename members. Server Settings, Roles, its role: turn on Manage Nicknames.',
    back: 'Back',
    next: 'Next',
    auditReason: 'Set-up of the clan',
    make: 'Make the channels',
    openForm: 'Change these',
    lookAgain: 'Look again',
    formTitle: 'Settings of the clan',
    keptHint: 'Left empty, it stays as it is',
    verificationLabel: 'How members prove their account',
    zoneLabel: 'Time zone',
    languageLabel: 'Language of what everybody sees',
    nicknameLabel: 'Nicknames',
    nicknameHint: '{roblox_name}, {display_name}, {rank}, {tag}; off takes it away',
    badChoice: 'That is none of the choices offered. Nothing was changed. Open `/setup` again.',
    noSuchChannel: 'This server has no such channel. Nothing was changed.',
    noSuchRole: 'This server has no such role. Nothing was changed.',
    everyone: 'That role is everyone in the server, so it can stand for nothing. Nothing was changed.',
    powerful:
      'The bot must not hand that role out: it carries too much power. Nothing was changed. Choose another one.',
    verifiedGivesTier:
      'That role gives a tier of the bot, and everybody who links would get it. Nothing was changed. Choose another one.',
    tierIsGiven: {
      verified:
        'That role is the Verified role, which everybody who links gets, so it can stand for no tier. Nothing was changed.',
      on_leave: 'That role is given to everybody on leave, so it can stand for no tier. Nothing was changed.',
    },
    badZone: 'There is no such time zone. Nothing of the form was saved. Type one such as Europe/Berlin.',
    busy: 'The channels are being made right now. Nothing was done twice. Open `/setup` again in a minute.',
    tooManyChannels:
      'The server has 500 channels, and Discord allows no more. Delete one, or choose one from the list.',
  },
  de: {
    command: {
      name: 'einrichten',
      description: 'Den Clan einrichten: Kanäle, Rollen, Sprache und mehr, Schritt für Schritt',
    },
    titles: {
      1: 'Einrichtung · 1 von 3: Kanäle',
      2: 'Einrichtung · 2 von 3: Rollen',
      3: 'Einrichtung · 3 von 3: Einstellungen',
    },
    intros: {
      1: 'Wohin der Bot schreibt. Wähle einen Kanal, oder lass den Bot private für die Admins und sein Log anlegen.',
      2: 'Welche Rollen des Servers eine Stufe des Bots geben, und welche jeder bekommt, der ein Roblox-Konto verknüpft.',
      3: 'Wie Mitglieder ihr Roblox-Konto nachweisen, und wie der Clan liest und schreibt.',
    },
    footer: 'Jede Wahl wird sofort gespeichert. Du kannst aufhören und später weitermachen.',
    channels: {
      admin: 'Admin: Prüfungen, Beförderungen',
      event_log: 'Event-Log: öffentlich',
      point_log: 'Punkte-Log',
      log: 'Log: Fehler, Abgleich',
    },
    roles: { officer: 'Offiziere', moderator: 'Moderatoren', admin: 'Admins', verified: 'Verifiziert' },
    channelNotSet: (name) => `⚠️ **${name}**: nicht gesetzt`,
    channelGone: (name) => `❌ **${name}**: Den Kanal gibt es nicht mehr`,
    channelGood: (name, channel) => `✅ **${name}**: ${channel}`,
    channelLacks: (name, channel, missing) =>
      `❌ **${name}**: In ${channel} fehlt dem Bot ${missing}. Gib das seiner Rolle in den Berechtigungen des Kanals.`,
    nobodyHas: (name) => `⚠️ **${name}**: keine Rolle`,
    roleOf: (name, roles) => `✅ **${name}**: ${roles}`,
    verifiedTier: (role) =>
      `❌ **Verifiziert**: ${role} gibt eine Stufe des Bots und wird daher nicht vergeben`,
    verifiedRefused: (role) => `❌ **Verifiziert**: ${role} hat zu viel Macht und wird daher nicht vergeben`,
    rankGivesTier: (roles) => `⚠️ Ränge geben diese Rollen, und diese geben eine Stufe des Bots: ${roles}`,
    tooHigh: (roles) =>
      `❌ Die Rolle des Bots steht zu tief, um ${roles} zu geben. Servereinstellungen, Rollen: Zieh sie darüber.`,
    verification: (how) => `**Verknüpfen:** ${how}`,
    zone: (zone, time) => `**Zeitzone:** ${zone}, jetzt ${time}`,
    language: (name) => `**Sprache:** ${name}`,
    nickname: (template) => `**Nicknamen:** ${template}`,
    noManageChannels: (url) =>
      `Der Bot darf hier keine Kanäle anlegen. Erlaube es mit diesem Link und drück den Knopf noch einmal: ${url}`,
    needsManageChannels:
      '⚠️ Der Bot darf keine Kanäle anlegen (Kanäle verwalten). Der Knopf zeigt, wie du es erlaubst.',
    verifiedMade: '✅ **Verifiziert**: Eine Rolle namens Verified wird bei der ersten Verknüpfung angelegt',
    verifiedGone: '❌ **Verifiziert**: Die Rolle gibt es nicht mehr',
    noRanks: '⚠️ Es gibt noch keine Ränge: `/ränge einrichten` legt sie aus der Roblox-Gruppe an.',
    needsManageRoles:
      '❌ Der Bot darf keine Rollen verwalten. Servereinstellungen, Rollen, seine Rolle: Rollen verwalten einschalten.',
    missingAdmin: '⚠️ Noch offen: ein Admin-Kanal. Ohne ihn kann nichts eingereicht werden.',
    missingLog: '⚠️ Noch offen: ein Log-Kanal. Ohne ihn liest niemand, was schiefgeht.',
    complete:
      '✅ Der Clan ist eingerichtet. `/diagnose` sieht nun alles durch, und `/roblox-verknüpfen` verknüpft dich.',
    profileCode: 'Code im Roblox-Profil',
    groupOnly: 'In der Gruppe zu sein genügt',
    noNickname: '**Nicknamen:** bleiben, wie sie sind',
    needsManageNicknames:
      '❌ Der Bot darf Mitglieder nicht umbenennen. Servereinstellungen, Rollen, seine Rolle: Nicknames verwalten einschalten.',
    back: 'Zurück',
    next: 'Weiter',
    auditReason: 'Einrichtung des Clans',
    make: 'Kanäle anlegen',
    openForm: 'Ändern',
    lookAgain: 'Neu prüfen',
    formTitle: 'Einstellungen des Clans',
    keptHint: 'Leer gelassen bleibt es, wie es ist',
    verificationLabel: 'So weisen Mitglieder ihr Konto nach',
    zoneLabel: 'Zeitzone',
    languageLabel: 'Sprache dessen, was alle sehen',
    nicknameLabel: 'Nicknamen',
    nicknameHint: '{roblox_name}, {display_name}, {rank}, {tag}; off schaltet sie ab',
    badChoice: 'Das steht nicht zur Wahl. Nichts wurde geändert. Öffne `/einrichten` noch einmal.',
    noSuchChannel: 'Diesen Kanal gibt es auf dem Server nicht. Nichts wurde geändert.',
    noSuchRole: 'Diese Rolle gibt es auf dem Server nicht. Nichts wurde geändert.',
    everyone:
      'Diese Rolle haben alle auf dem Server, sie kann also für nichts stehen. Nichts wurde geändert.',
    powerful:
      'Diese Rolle darf der Bot nicht vergeben: Sie hat zu viel Macht. Nichts wurde geändert. Wähle eine andere.',
    verifiedGivesTier:
      'Diese Rolle gibt eine Stufe des Bots, und jeder, der verknüpft, bekäme sie. Nichts wurde geändert. Wähle eine andere.',
    tierIsGiven: {
      verified:
        'Diese Rolle ist die Verifiziert-Rolle, die jeder bekommt, der verknüpft; sie kann für keine Stufe stehen. Nichts wurde geändert.',
      on_leave:
        'Diese Rolle bekommt jeder, der abgemeldet ist; sie kann für keine Stufe stehen. Nichts wurde geändert.',
    },
    badZone:
      'Diese Zeitzone gibt es nicht. Nichts aus dem Formular wurde gespeichert. Gib eine ein wie Europe/Berlin.',
    busy: 'Die Kanäle werden gerade angelegt. Nichts wurde doppelt gemacht. Öffne `/einrichten` in einer Minute noch einmal.',
    tooManyChannels:
      'Der Server hat 500 Kanäle, mehr erlaubt Discord nicht. Lösche einen, oder wähle einen aus der Liste.',
  },
  'es-ES': {
    command: {
      name: 'configurar',
      description: 'Configurar el clan: canales, roles, idioma y más, paso a paso',
    },
    titles: {
      1: 'Configuración · 1 de 3: canales',
      2: 'Configuración · 2 de 3: roles',
      3: 'Configuración · 3 de 3: ajustes',
    },
    intros: {
      1: 'Dónde escribe el bot. Elige un canal, o deja que el bot cree canales privados para los admins y su registro.',
      2: 'Qué roles del servidor dan un nivel del bot, y cuál recibe todo el que vincula una cuenta de Roblox.',
      3: 'Cómo demuestran los miembros su cuenta de Roblox, y cómo lee y escribe el clan.',
    },
    footer: 'Cada elección se guarda al momento. Puedes dejarlo y abrirlo otra vez.',
    channels: {
      admin: 'Admin: revisiones, ascensos',
      event_log: 'Registro de eventos: público',
      point_log: 'Registro de puntos',
      log: 'Registro: errores, sincronización',
    },
    roles: {
      officer: 'Oficiales',
      moderator: 'Moderadores',
      admin: 'Administradores',
      verified: 'Verificado',
    },
    channelNotSet: (name) => `⚠️ **${name}**: sin elegir`,
    channelGone: (name) => `❌ **${name}**: el canal ya no existe`,
    channelGood: (name, channel) => `✅ **${name}**: ${channel}`,
    channelLacks: (name, channel, missing) =>
      `❌ **${name}**: en ${channel} al bot le falta ${missing}. Dáselo a su rol en los permisos del canal.`,
    nobodyHas: (name) => `⚠️ **${name}**: ningún rol`,
    roleOf: (name, roles) => `✅ **${name}**: ${roles}`,
    verifiedTier: (role) => `❌ **Verificado**: ${role} da un nivel del bot, así que no se reparte`,
    verifiedRefused: (role) => `❌ **Verificado**: ${role} tiene demasiado poder, así que no se reparte`,
    rankGivesTier: (roles) => `⚠️ Hay rangos que dan estos roles, y estos dan un nivel del bot: ${roles}`,
    tooHigh: (roles) =>
      `❌ El rol del bot está demasiado abajo para dar ${roles}. Ajustes del servidor, Roles: súbelo por encima.`,
    verification: (how) => `**Vínculo:** ${how}`,
    zone: (zone, time) => `**Zona horaria:** ${zone}, ahora ${time}`,
    language: (name) => `**Idioma:** ${name}`,
    nickname: (template) => `**Apodos:** ${template}`,
    noManageChannels: (url) =>
      `El bot no puede crear canales aquí. Permítelo con este enlace y pulsa el botón otra vez: ${url}`,
    needsManageChannels:
      '⚠️ El bot no puede crear canales (Gestionar canales). El botón muestra cómo permitirlo.',
    verifiedMade: '✅ **Verificado**: con el primer vínculo se crea un rol llamado Verified',
    verifiedGone: '❌ **Verificado**: el rol ya no existe',
    noRanks: '⚠️ Aún no hay rangos: `/rangos configurar` los crea a partir del grupo de Roblox.',
    needsManageRoles:
      '❌ El bot no puede gestionar roles. Ajustes del servidor, Roles, su rol: activa Gestionar roles.',
    missingAdmin: '⚠️ Falta un canal de admins. Sin él no se puede enviar nada.',
    missingLog: '⚠️ Falta un canal de registro. Sin él nadie lee lo que falla.',
    complete:
      '✅ El clan está configurado. Ahora `/diagnóstico` lo revisa todo y `/vincular-roblox` te vincula.',
    profileCode: 'Código en el perfil de Roblox',
    groupOnly: 'Basta con estar en el grupo',
    noNickname: '**Apodos:** se dejan como están',
    needsManageNicknames:
      '❌ El bot no puede cambiar apodos. Ajustes del servidor, Roles, su rol: activa Gestionar apodos.',
    back: 'Atrás',
    next: 'Siguiente',
    auditReason: 'Configuración del clan',
    make: 'Crear los canales',
    openForm: 'Cambiar',
    lookAgain: 'Volver a mirar',
    formTitle: 'Ajustes del clan',
    keptHint: 'Si lo dejas vacío, se queda como está',
    verificationLabel: 'Cómo demuestran su cuenta',
    zoneLabel: 'Zona horaria',
    languageLabel: 'Idioma de lo que todos ven',
    nicknameLabel: 'Apodos',
    nicknameHint: '{roblox_name}, {display_name}, {rank}, {tag}; off los quita',
    badChoice: 'Esa no es ninguna de las opciones. No se ha cambiado nada. Abre `/configurar` otra vez.',
    noSuchChannel: 'Ese canal no existe en el servidor. No se ha cambiado nada.',
    noSuchRole: 'Ese rol no existe en el servidor. No se ha cambiado nada.',
    everyone: 'Ese rol lo tiene todo el servidor, así que no puede representar nada. No se ha cambiado nada.',
    powerful: 'El bot no debe repartir ese rol: tiene demasiado poder. No se ha cambiado nada. Elige otro.',
    verifiedGivesTier:
      'Ese rol da un nivel del bot, y lo recibiría todo el que vincula. No se ha cambiado nada. Elige otro.',
    tierIsGiven: {
      verified:
        'Ese rol es el rol Verificado, que recibe todo el que vincula, así que no puede dar ningún nivel. No se ha cambiado nada.',
      on_leave:
        'Ese rol lo recibe todo el que está ausente, así que no puede dar ningún nivel. No se ha cambiado nada.',
    },
    badZone:
      'Esa zona horaria no existe. No se ha guardado nada del formulario. Escribe una como Europe/Madrid.',
    busy: 'Los canales se están creando ahora mismo. No se ha hecho nada dos veces. Abre `/configurar` otra vez en un minuto.',
    tooManyChannels:
      'El servidor tiene 500 canales y Discord no permite más. Borra uno o elige uno de la lista.',
  },
  fr: {
    command: {
      name: 'configurer',
      description: 'Configurer le clan : salons, rôles, langue et plus, pas à pas',
    },
    titles: {
      1: 'Configuration · 1 sur 3 : salons',
      2: 'Configuration · 2 sur 3 : rôles',
      3: 'Configuration · 3 sur 3 : paramètres',
    },
    intros: {
      1: 'Où le bot écrit. Choisis un salon, ou laisse le bot en créer de privés pour les admins et pour son journal.',
      2: 'Quels rôles du serveur donnent un niveau du bot, et lequel reçoit quiconque lie un compte Roblox.',
      3: 'Comment les membres prouvent leur compte Roblox, et comment le clan lit et écrit.',
    },
    footer: 'Chaque choix est enregistré aussitôt. Tu peux partir et revenir.',
    channels: {
      admin: 'Admin : examens, promotions',
      event_log: 'Journal des événements : public',
      point_log: 'Journal des points',
      log: 'Journal : erreurs, synchronisation',
    },
    roles: { officer: 'Officiers', moderator: 'Modérateurs', admin: 'Admins', verified: 'Vérifié' },
    channelNotSet: (name) => `⚠️ **${name}** : pas choisi`,
    channelGone: (name) => `❌ **${name}** : le salon n’existe plus`,
    channelGood: (name, channel) => `✅ **${name}** : ${channel}`,
    channelLacks: (name, channel, missing) =>
      `❌ **${name}** : dans ${channel}, il manque au bot ${missing}. Donne-le à son rôle dans les permissions du salon.`,
    nobodyHas: (name) => `⚠️ **${name}** : aucun rôle`,
    roleOf: (name, roles) => `✅ **${name}** : ${roles}`,
    verifiedTier: (role) => `❌ **Vérifié** : ${role} donne un niveau du bot, il n’est donc pas distribué`,
    verifiedRefused: (role) => `❌ **Vérifié** : ${role} a trop de pouvoir, il n’est donc pas distribué`,
    rankGivesTier: (roles) => `⚠️ Des rangs donnent ces rôles, et ceux-ci donnent un niveau du bot : ${roles}`,
    tooHigh: (roles) =>
      `❌ Le rôle du bot est trop bas pour donner ${roles}. Paramètres du serveur, Rôles : place-le au-dessus.`,
    verification: (how) => `**Lien :** ${how}`,
    zone: (zone, time) => `**Fuseau horaire :** ${zone}, ${time} en ce moment`,
    language: (name) => `**Langue :** ${name}`,
    nickname: (template) => `**Pseudos :** ${template}`,
    noManageChannels: (url) =>
      `Le bot ne peut pas créer de salons ici. Autorise-le avec ce lien, puis appuie de nouveau sur le bouton : ${url}`,
    needsManageChannels:
      '⚠️ Le bot ne peut pas créer de salons (Gérer les salons). Le bouton montre comment l’autoriser.',
    verifiedMade: '✅ **Vérifié** : un rôle nommé Verified est créé au premier lien',
    verifiedGone: '❌ **Vérifié** : le rôle n’existe plus',
    noRanks: '⚠️ Il n’y a pas encore de rangs : `/rangs configurer` les crée à partir du groupe Roblox.',
    needsManageRoles:
      '❌ Le bot ne peut pas gérer les rôles. Paramètres du serveur, Rôles, son rôle : active Gérer les rôles.',
    missingAdmin: '⚠️ Il manque un salon des admins. Sans lui, rien ne peut être soumis.',
    missingLog: '⚠️ Il manque un salon du journal. Sans lui, personne ne lit ce qui échoue.',
    complete: '✅ Le clan est configuré. Maintenant `/diagnostic` vérifie tout, et `/lier-roblox` te lie.',
    profileCode: 'Code dans le profil Roblox',
    groupOnly: 'Être dans le groupe suffit',
    noNickname: '**Pseudos :** laissés tels quels',
    needsManageNicknames:
      '❌ Le bot ne peut pas renommer les membres. Paramètres du serveur, Rôles, son rôle : active Gérer les pseudos.',
    back: 'Retour',
    next: 'Suivant',
    auditReason: 'Configuration du clan',
    make: 'Créer les salons',
    openForm: 'Modifier',
    lookAgain: 'Revérifier',
    formTitle: 'Paramètres du clan',
    keptHint: 'Laissé vide, rien ne change',
    verificationLabel: 'Comment prouver son compte',
    zoneLabel: 'Fuseau horaire',
    languageLabel: 'Langue de ce que tous voient',
    nicknameLabel: 'Pseudos',
    nicknameHint: '{roblox_name}, {display_name}, {rank}, {tag} ; off les enlève',
    badChoice: 'Ce n’est aucun des choix proposés. Rien n’a été changé. Ouvre `/configurer` de nouveau.',
    noSuchChannel: 'Ce salon n’existe pas sur le serveur. Rien n’a été changé.',
    noSuchRole: 'Ce rôle n’existe pas sur le serveur. Rien n’a été changé.',
    everyone: 'Tout le serveur a ce rôle, il ne peut donc rien représenter. Rien n’a été changé.',
    powerful:
      'Le bot ne doit pas distribuer ce rôle : il a trop de pouvoir. Rien n’a été changé. Choisis-en un autre.',
    verifiedGivesTier:
      'Ce rôle donne un niveau du bot, et quiconque lie un compte le recevrait. Rien n’a été changé. Choisis-en un autre.',
    tierIsGiven: {
      verified:
        'Ce rôle est le rôle Vérifié, que reçoit quiconque lie un compte ; il ne peut donner aucun niveau. Rien n’a été changé.',
      on_leave:
        'Ce rôle est donné à quiconque est absent ; il ne peut donner aucun niveau. Rien n’a été changé.',
    },
    badZone:
      'Ce fuseau horaire n’existe pas. Rien du formulaire n’a été enregistré. Écris-en un comme Europe/Paris.',
    busy: 'Les salons sont en train d’être créés. Rien n’a été fait deux fois. Ouvre `/configurer` de nouveau dans une minute.',
    tooManyChannels:
      'Le serveur a 500 salons, et Discord n’en permet pas plus. Supprimes-en un, ou choisis-en un dans la liste.',
  },
  'pt-BR': {
    command: {
      name: 'configurar',
      description: 'Configurar o clã: canais, cargos, idioma e mais, passo a passo',
    },
    titles: {
      1: 'Configuração · 1 de 3: canais',
      2: 'Configuração · 2 de 3: cargos',
      3: 'Configuração · 3 de 3: configurações',
    },
    intros: {
      1: 'Onde o bot escreve. Escolha um canal, ou deixe o bot criar canais privados para os admins e para o registro dele.',
      2: 'Quais cargos do servidor dão um nível do bot, e qual recebe todo mundo que vincula uma conta do Roblox.',
      3: 'Como os membros provam a conta do Roblox, e como o clã lê e escreve.',
    },
    footer: 'Cada escolha é salva na hora. Você pode sair e abrir de novo.',
    channels: {
      admin: 'Admin: revisões, promoções',
      event_log: 'Registro de eventos: público',
      point_log: 'Registro de pontos',
      log: 'Registro: erros, sincronização',
    },
    roles: { officer: 'Oficiais', moderator: 'Moderadores', admin: 'Admins', verified: 'Verificado' },
    channelNotSet: (name) => `⚠️ **${name}**: não escolhido`,
    channelGone: (name) => `❌ **${name}**: o canal não existe mais`,
    channelGood: (name, channel) => `✅ **${name}**: ${channel}`,
    channelLacks: (name, channel, missing) =>
      `❌ **${name}**: em ${channel} falta ao bot ${missing}. Dê isso ao cargo dele nas permissões do canal.`,
    nobodyHas: (name) => `⚠️ **${name}**: nenhum cargo`,
    roleOf: (name, roles) => `✅ **${name}**: ${roles}`,
    verifiedTier: (role) => `❌ **Verificado**: ${role} dá um nível do bot, por isso não é distribuído`,
    verifiedRefused: (role) => `❌ **Verificado**: ${role} tem poder demais, por isso não é distribuído`,
    rankGivesTier: (roles) => `⚠️ Há patentes que dão estes cargos, e eles dão um nível do bot: ${roles}`,
    tooHigh: (roles) =>
      `❌ O cargo do bot está baixo demais para dar ${roles}. Configurações do servidor, Cargos: arraste-o para cima deles.`,
    verification: (how) => `**Vínculo:** ${how}`,
    zone: (zone, time) => `**Fuso horário:** ${zone}, agora ${time}`,
    language: (name) => `**Idioma:** ${name}`,
    nickname: (template) => `**Apelidos:** ${template}`,
    noManageChannels: (url) =>
      `O bot não pode criar canais aqui. Permita com este link e aperte o botão de novo: ${url}`,
    needsManageChannels: '⚠️ O bot não pode criar canais (Gerenciar canais). O botão mostra como permitir.',
    verifiedMade: '✅ **Verificado**: um cargo chamado Verified é criado no primeiro vínculo',
    verifiedGone: '❌ **Verificado**: o cargo não existe mais',
    noRanks: '⚠️ Ainda não há patentes: `/patentes configurar` as cria a partir do grupo do Roblox.',
    needsManageRoles:
      '❌ O bot não pode gerenciar cargos. Configurações do servidor, Cargos, o cargo dele: ative Gerenciar cargos.',
    missingAdmin: '⚠️ Falta um canal dos admins. Sem ele nada pode ser enviado.',
    missingLog: '⚠️ Falta um canal de registro. Sem ele ninguém lê o que dá errado.',
    complete:
      '✅ O clã está configurado. Agora `/diagnóstico` verifica tudo, e `/vincular-roblox` vincula você.',
    profileCode: 'Código no perfil do Roblox',
    groupOnly: 'Basta estar no grupo',
    noNickname: '**Apelidos:** ficam como estão',
    needsManageNicknames:
      '❌ O bot não pode renomear membros. Configurações do servidor, Cargos, o cargo dele: ative Gerenciar apelidos.',
    back: 'Voltar',
    next: 'Avançar',
    auditReason: 'Configuração do clã',
    make: 'Criar os canais',
    openForm: 'Alterar',
    lookAgain: 'Verificar de novo',
    formTitle: 'Configurações do clã',
    keptHint: 'Se ficar vazio, nada muda',
    verificationLabel: 'Como os membros provam a conta',
    zoneLabel: 'Fuso horário',
    languageLabel: 'Idioma do que todos veem',
    nicknameLabel: 'Apelidos',
    nicknameHint: '{roblox_name}, {display_name}, {rank}, {tag}; off os remove',
    badChoice: 'Isso não é nenhuma das opções. Nada foi alterado. Abra `/configurar` de novo.',
    noSuchChannel: 'Esse canal não existe no servidor. Nada foi alterado.',
    noSuchRole: 'Esse cargo não existe no servidor. Nada foi alterado.',
    everyone: 'Todo o servidor tem esse cargo, então ele não pode representar nada. Nada foi alterado.',
    powerful: 'O bot não deve distribuir esse cargo: ele tem poder demais. Nada foi alterado. Escolha outro.',
    verifiedGivesTier:
      'Esse cargo dá um nível do bot, e todo mundo que vincula o receberia. Nada foi alterado. Escolha outro.',
    tierIsGiven: {
      verified:
        'Esse cargo é o cargo Verificado, que todo mundo que vincula recebe, então não pode dar nenhum nível. Nada foi alterado.',
      on_leave:
        'Esse cargo é dado a todo mundo que está ausente, então não pode dar nenhum nível. Nada foi alterado.',
    },
    badZone: 'Esse fuso horário não existe. Nada do formulário foi salvo. Digite um como America/Sao_Paulo.',
    busy: 'Os canais estão sendo criados agora. Nada foi feito duas vezes. Abra `/configurar` de novo em um minuto.',
    tooManyChannels:
      'O servidor tem 500 canais, e o Discord não permite mais. Apague um, ou escolha um da lista.',
  },
});

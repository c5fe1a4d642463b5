import { permissionNames } from '../../shared/discord/permission-names.ts';
import { channelMention, mention, roleMention, timestamp } from '../../shared/discord/text.ts';
import { writing } from '../../shared/languages/writing.ts';
import { listed } from './listed.ts';
import { ranksShown, type Texts } from './texts-en.ts';

const { number, plural } = writing('fr');
const words = {
  nobody: 'personne',
  andMore: (shown: string, count: number) => `${shown} et ${number(count)} de plus`,
};

export const fr: Texts = {
  command: { name: 'paramètres', description: 'Les paramètres du clan' },
  commandShow: {
    name: 'voir',
    description: 'Tous les paramètres, et ceux que des commandes ont changés',
  },
  commandChannel: { name: 'salon', description: 'Choisir le salon dans lequel le bot écrit' },
  commandRole: { name: 'rôle', description: 'Donner un niveau à un rôle, ou le lui retirer' },
  commandLogLevel: {
    name: 'niveau-du-journal',
    description: 'Ce que le bot signale dans le salon du journal',
  },
  commandLanguage: { name: 'langue', description: 'La langue de ce que tout le monde voit' },
  commandTimeZone: {
    name: 'fuseau-horaire',
    description: 'Le fuseau horaire dans lequel le clan lit et affiche les heures',
  },
  commandNickname: {
    name: 'pseudo',
    description: 'Comment les membres s’appellent sur ce serveur ; avec un aperçu d’abord',
  },
  optionLocale: { name: 'langue', description: 'La langue' },
  optionZone: { name: 'fuseau', description: 'Une ville du fuseau, comme Paris ou New York' },
  optionTemplate: {
    name: 'modèle',
    description: 'Comme [{tag}] {roblox_name} ; aussi {display_name} et {rank} ; off l’enlève',
  },
  optionWhich: { name: 'usage', description: 'Pour quoi' },
  optionChannel: { name: 'salon', description: 'Le salon' },
  optionTier: { name: 'niveau', description: 'Le niveau' },
  optionRole: { name: 'rôle', description: 'Le rôle' },
  optionRemove: { name: 'retirer', description: 'Retirer le niveau au rôle au lieu de le donner' },
  optionLevel: { name: 'niveau', description: 'À partir de quelle gravité signaler' },

  choices: {
    channels: {
      admin: 'Admin (examens, cartes de promotion, avis)',
      event_log: 'Journal des événements (public)',
      point_log: 'Journal des points',
      log: 'Journal (erreurs, résumés de synchronisation)',
    },
    roles: {
      officer: 'Officier',
      moderator: 'Modérateur',
      admin: 'Admin',
      verified: 'Vérifié (donné à quiconque lie un compte)',
      on_leave: 'Absent (le temps d’une absence)',
    },
    logLevels: {
      critical: 'Critique : seulement ce qui arrête le bot',
      error: 'Erreur : aussi les commandes qui échouent',
      warning: 'Avertissement : aussi ce qui peut poser problème',
      none: 'Aucun : rien',
    },
  },

  badChoice: 'Ce n’est aucun des choix proposés. Rien n’a été changé. Choisis dans la liste.',
  badChannel: 'Discord n’a pas dit de quel salon il s’agit. Rien n’a été changé. Choisis-le dans la liste.',
  otherGuild: 'Ce salon appartient à un autre serveur. Rien n’a été changé.',
  tooManyRoles: (max) =>
    `Un niveau peut avoir ${max} rôles au plus. Rien n’a été changé. Retire-le d’abord à un autre rôle.`,

  channelSet: (name, id) => `${name} : le bot écrit maintenant dans ${channelMention(id)}.`,
  channelMissing: (id, missing) =>
    `Il ne le peut pas encore : dans ${channelMention(id)}, il lui manque ${missing.map((one) => `« ${permissionNames.all.fr[one]} »`).join(', ')}. ` +
    'Donne-le au rôle du bot dans les permissions du salon.',
  channelUnknown:
    'Il ne le peut pas encore : le bot n’est pas sur ce serveur. Invite-le ; `/diagnostic` montre comment.',
  roleAdded: (tier, role, actors) =>
    `${roleMention(role)} a maintenant le niveau ${tier}.\n${tier} : ${actors}`,
  roleRemoved: (tier, role, actors) =>
    `${roleMention(role)} n’a plus le niveau ${tier}.\n${tier} : ${actors}`,
  roleHasTier: (tier, role, actors) =>
    `${roleMention(role)} a déjà le niveau ${tier}, rien n’a donc été changé. Avec \`retirer\`, il lui est retiré.\n${tier} : ${actors}`,
  roleLacksTier: (tier, role, actors) =>
    `${roleMention(role)} n’a pas le niveau ${tier}, rien n’a donc été changé.\n${tier} : ${actors}`,
  noSuchRole: 'Ce rôle n’existe pas sur le serveur. Rien n’a été changé.',
  powerfulRole: (objection) =>
    `Ce rôle ${objection}, le bot ne doit donc pas le distribuer. Rien n’a été changé. Choisis un autre rôle, ou demande ` +
    'à la personne qui gère le bot de l’autoriser (`powerful_roles` dans settings.json).',
  given: {
    verified: {
      givesTier:
        'Ce rôle donne un niveau du bot, et quiconque lie un compte le recevrait. Rien n’a été changé. ' +
        'Retire-lui d’abord le niveau (`/paramètres rôle` avec `retirer`), ou choisis un autre rôle.',
      set: (role) => `Quiconque lie un compte Roblox reçoit maintenant ${roleMention(role)}.`,
      removed: (role) =>
        `${roleMention(role)} n’est plus le rôle Vérifié. Au prochain lien, un rôle nommé Verified est repris ou créé.`,
      isNot: (role) => `${roleMention(role)} n’est pas le rôle Vérifié, rien n’a donc été changé.`,
    },
    on_leave: {
      givesTier:
        'Ce rôle donne un niveau du bot, et tout membre absent le recevrait. Rien n’a été changé. ' +
        'Retire-lui d’abord le niveau (`/paramètres rôle` avec `retirer`), ou choisis un autre rôle.',
      set: (role) =>
        `Tout membre dont l’absence commence à partir de maintenant reçoit ${roleMention(role)} le temps qu’elle dure.`,
      removed: (role) =>
        `${roleMention(role)} n’est plus donné pendant les absences. Qui l’a en ce moment le perd à la fin de la sienne.`,
      isNot: (role) => `${roleMention(role)} n’est pas donné pendant les absences, rien n’a donc été changé.`,
    },
  },
  tierOfRank: (role, ranks) =>
    `⚠️ ${roleMention(role)} est aussi le rôle de ${ranksShown(ranks)} : qui reçoit un tel rang reçoit aussi le niveau.`,
  tierIsGiven: {
    verified:
      'Ce rôle est le rôle Vérifié, que reçoit quiconque lie un compte ; il ne peut donner aucun niveau. Rien n’a été changé.',
    on_leave: 'Ce rôle est donné à tout membre absent ; il ne peut donner aucun niveau. Rien n’a été changé.',
  },
  logLevelSet: (name) => `Le niveau du journal est maintenant **${name}**.`,
  logChannelMissing: 'Il n’y a pas encore de salon pour le journal : choisis-en un avec `/paramètres salon`.',

  badLanguage: (names) =>
    `Le bot ne parle pas cette langue. Rien n’a été changé. Il parle ${names} : choisis-en une dans la liste.`,
  languageSet: (name) =>
    `La langue du clan est maintenant ${name} : ce que tout le monde voit et les messages privés sont écrits dans cette langue. ` +
    'Ce qu’une seule personne voit reste dans la langue de son Discord.',
  badZone:
    'Ce fuseau horaire n’existe pas. Rien n’a été changé. Écris une ville du fuseau, comme Paris, et choisis dans la liste.',
  zoneChoice: (zone, time) => `${zone} (${time})`,
  zoneSet: (zone, time) =>
    `Le fuseau horaire du clan est maintenant ${zone}, où il est ${time}. Les heures saisies y sont lues, et ses semaines et mois commencent selon ce fuseau.`,

  nicknameTitle: 'Pseudos',
  nicknameTemplate: (template) => `Modèle : ${template}`,
  nicknameExample: (robloxName, nickname) => `${robloxName} → **${nickname}**`,
  nicknameCount: (count) =>
    plural(count, {
      one: `${number(count)} membre serait renommé.`,
      other: `${number(count)} membres seraient renommés.`,
    }),
  nicknameCountAtLeast: (count) => `Membres qui seraient renommés : ${number(count)} ou plus.`,
  nicknamePress: 'Rien n’a encore été changé. « Appliquer » commence à renommer.',
  nicknameSkips:
    'Le propriétaire du serveur et les membres au-dessus du bot gardent leur nom : Discord ne laisse aucun bot le changer.',
  apply: 'Appliquer',
  nicknameGone:
    'Un autre modèle a été proposé ou appliqué entre-temps, rien n’a donc été changé. Utilise de nouveau `/paramètres pseudo`.',
  nicknameSet: (template, count) =>
    count === 0
      ? `Les pseudos suivent maintenant ${template}. Personne n’est à renommer.`
      : plural(count, {
          one: `Les pseudos suivent maintenant ${template}. Un membre est renommé dans les prochaines minutes.`,
          other: `Les pseudos suivent maintenant ${template}. ${number(count)} membres sont renommés l’un après l’autre dans l’heure qui vient.`,
        }),
  nicknameMore: 'La synchronisation horaire continue avec les autres.',
  nicknameNotAllowed:
    '⚠️ Le bot ne peut encore renommer personne : donne à son rôle la permission Gérer les pseudos, puis utilise `/synchroniser`.',
  nicknameOff: 'Le bot ne définit plus de pseudos. Ceux qu’il a définis restent tels quels.',
  nicknameOffAlready: 'Le bot ne définit pas de pseudos, rien n’a donc été changé.',

  title: 'Paramètres',
  channelsTitle: 'Salons',
  rolesTitle: 'Rôles',
  rulesTitle: 'Règles',
  identityTitle: 'Clan',
  changedTitle: 'Changé par des commandes (prioritaire sur settings.json)',
  channelNames: {
    admin: 'Admin',
    event_log: 'Journal des événements',
    point_log: 'Journal des points',
    log: 'Journal',
  },
  labels: {
    name: 'Nom',
    robloxGroup: 'Groupe Roblox',
    timeZone: 'Fuseau horaire',
    language: 'Langue',
    nickname: 'Pseudos',
    officer: 'Officier',
    moderator: 'Modérateur',
    admin: 'Admin',
    adminsByName: 'Admins désignés par leur nom',
    verified: 'Vérifié',
    onLeave: 'Absent',
    manualMax: 'Points par un officier, au plus',
    eventMax: 'Points pour un événement, au plus',
    pointsHourly: 'Points à la main par une personne en 60 minutes, au plus',
    ranksHourly: 'Changements de rang par une personne en 60 minutes, au plus',
    resets: 'Une promotion remet les points à zéro',
    eventTypes: 'Types d’événement',
    fourEyes: 'Personne n’examine son propre événement',
    hostPoints: 'L’hôte reçoit des points',
    linking: 'Lien',
    refusal: 'Quand Roblox refuse un rang',
    logLevel: 'Niveau du journal',
    pictures: 'Images dans les réponses',
  },
  linking: {
    'profile-code': 'code dans le profil Roblox',
    'group-only': 'être dans le groupe suffit',
  },
  refusal: { show: 'le garder et le signaler', compensate: 'le retirer' },
  logLevels: { critical: 'critique', error: 'erreur', warning: 'avertissement', none: 'aucun' },
  notSet: 'pas choisi',
  number,
  line: (name, value) => `**${name} :** ${value}`,
  roles: (ids) => listed(ids, roleMention, words),
  people: (ids) => listed(ids, mention, words),
  changed: (key, by, at) =>
    by === null
      ? `\`${key}\` par le bot, ${timestamp(at, 'R')}`
      : `\`${key}\` par ${mention(by)}, ${timestamp(at, 'R')}`,
  nothingChanged: 'Rien : tous les paramètres sont comme dans le fichier.',
  yes: 'oui',
  no: 'non',
};

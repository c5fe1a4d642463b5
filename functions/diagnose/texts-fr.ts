import { permissionNames } from '../../shared/discord/permission-names.ts';
import type { Permission } from '../../shared/discord/permissions.ts';
import { channelMention, clip, escapeMarkdown, roleMention, timestamp } from '../../shared/discord/text.ts';
import { writing } from '../../shared/languages/writing.ts';
import { counted, countedClauses, countedNames, weeksShown } from './counted.ts';
import type { Texts } from './texts-en.ts';

const { number, plural } = writing('fr');
const andMore = (shown: string, count: number) => `${shown} et ${number(count)} de plus`;
const keysPage = 'create.roblox.com, Open Cloud, clés d’API';
const onOwnMachine = (variable: string) =>
  `Sur une machine à soi : \`${variable}\` dans le fichier de variables du clan, puis un redémarrage.`;
const nameOf = (permission: Permission) => `« ${permissionNames.all.fr[permission]} »`;

export const fr: Texts = {
  command: {
    name: 'diagnostic',
    description: 'Vérifier Roblox, Discord et la base de données, et dire comment corriger',
  },
  title: 'Diagnostic',
  roblox: 'Roblox',
  discord: 'Discord',
  database: 'Base de données',
  marks: { good: '✅', warning: '⚠️', bad: '❌' },
  allGood: 'Tout est en ordre.',
  toFix: (bad, warnings) => `À corriger : ${bad}. À regarder : ${warnings}.`,
  more: (count) => `… et ${count} autres lignes de ce genre.`,
  seePause: 'Vois la pause ci-dessus.',
  tryLater: 'Réessaie plus tard.',
  itSaid: (message) => `Sa réponse : ${escapeMarkdown(clip(message, 200))}`,

  group: (name, members) =>
    members === undefined
      ? `Groupe « ${escapeMarkdown(name)} ».`
      : `Groupe « ${escapeMarkdown(name)} », membres : ${number(members)}.`,
  robloxFailed: (what) => `${what}.`,
  robloxFixes: {
    400: 'roblox_group_id dans settings.json est-il le numéro du groupe ?',
    401: `Est-ce la bonne clé, et est-elle activée ? Regarde sur ${keysPage} ; une nouvelle se définit avec \`npm run set-secrets\`. ${onOwnMachine('ROBLOX_API_KEY')}`,
    403: `La clé permet-elle ce groupe, avec les autorisations \`group:read\` et \`group:write\` ? Regarde sur ${keysPage}.`,
    404: 'roblox_group_id dans settings.json est-il le numéro du groupe, et le groupe existe-t-il encore ?',
  },
  keyGood: 'La clé est activée.',
  keyDisabled: 'La clé est désactivée.',
  keyDisabledFix: `Active-la sur ${keysPage}.`,
  keyExpired: 'La clé a expiré.',
  keyExpiredFix: `Crées-en une nouvelle sur ${keysPage}, et définis-la avec \`npm run set-secrets\`. ${onOwnMachine('ROBLOX_API_KEY')}`,
  keyEnds: (at) => `La clé est valable jusqu’au ${timestamp(at, 'D')} (${timestamp(at, 'R')}).`,
  keyEndsFix: `Prolonge-la sur ${keysPage}, ou crées-en une nouvelle et définis-la avec \`npm run set-secrets\`. ${onOwnMachine('ROBLOX_API_KEY')}`,
  keyNoEnd:
    'La clé n’a pas de date de fin ; Roblox met fin à une clé inutilisée pendant 60 jours, et la synchronisation horaire l’utilise.',
  scopesGood: (scopes) => `La clé permet : ${scopes.map((scope) => `\`${scope}\``).join(', ')}.`,
  scopeMissing: (scope) => `Il manque à la clé l’autorisation \`${scope}\`.`,
  scopeMissingFix: `Ajoute-la à la clé sur ${keysPage}, pour ce groupe.`,
  ceiling: (name, rank) =>
    `Le rang le plus haut que la clé peut donner est « ${escapeMarkdown(name)} » (${rank}).`,
  ceilingUnknown: 'On ne sait pas quels rangs la clé peut donner : Roblox n’a pas dit à qui elle est.',
  ceilingUnknownFix:
    'Si des promotions sont refusées, donne un rôle plus haut dans le groupe au compte qui possède la clé.',
  keyOwnerOutside:
    'Le compte qui possède la clé n’est pas dans le groupe, elle ne peut donc donner aucun rang.',
  keyOwnerOutsideFix:
    'Fais entrer ce compte dans le groupe, avec un rôle au-dessus de tous les rangs que le bot donne.',
  keyGivesNothing: 'Le compte qui possède la clé a le rôle le plus bas, elle ne peut donc donner aucun rang.',
  outOfReach: (names) => `Hors de portée de la clé : ${countedNames(names, andMore)}.`,
  outOfReachFix: 'Donne au compte qui possède la clé un rôle au-dessus, ou donne ces rangs toi-même.',
  unmapped: (names) => `Aucun rôle du groupe ne correspond à : ${countedNames(names, andMore)}.`,
  unmappedFix: 'Corrige roblox_group_rank_id dans ranks.json ; `/rangs comparer` montre les deux côtés.',
  mapped: (count) => `Tous les rangs ont un rôle dans le groupe (${number(count)}).`,

  paused: 'En pause',
  pausedFix: 'Corrige la cause indiquée ici ; le bot reprend tout seul.',
  discordFailed: (what) => `${what}.`,
  discordFixes: {
    401: `Est-ce le jeton actuel ? Un nouveau se définit avec \`npm run set-secrets\`. ${onOwnMachine('DISCORD_BOT_TOKEN')}`,
    403: 'Le bot est-il toujours sur le serveur, et peut-il voir les salons ?',
    404: 'Le bot est-il toujours sur le serveur, et guild_id dans settings.json est-il son identifiant ?',
  },
  manageRolesGood: 'Le bot peut gérer les rôles.',
  manageRolesMissing: 'Il manque au bot la permission « Gérer les rôles ».',
  manageRolesMissingFix: 'Paramètres du serveur, Rôles, le rôle du bot : active-la.',
  nicknamesGood: 'Le bot peut gérer les pseudos.',
  nicknamesMissing:
    'Il manque au bot la permission « Gérer les pseudos », et le clan a un modèle de pseudos.',
  rolesGood: (count) => `Le rôle du bot est au-dessus des rôles de rang (${number(count)}).`,
  rolesAbove: (ids) => `Le rôle du bot n’est pas au-dessus de ${counted(ids.map(roleMention), andMore)}.`,
  rolesAboveFix: 'Paramètres du serveur, Rôles : place le rôle du bot au-dessus.',
  rolesGone: (names) => `Le rôle Discord n’existe plus pour : ${countedNames(names, andMore)}.`,
  rolesGoneFix: 'Choisis-en un autre avec `/rangs attribuer-rôle`.',
  rolesRefused: (clauses) => `Parmi les rôles de rang : ${countedClauses(clauses, andMore)}.`,
  roleWarnedFix:
    'Si ce n’est pas voulu, choisis un autre rôle avec `/rangs attribuer-rôle` ou `/paramètres rôle`.',
  given: {
    verified: {
      gone: (id) => `Le rôle Vérifié ${roleMention(id)} n’existe plus.`,
      tier: (id) =>
        `Le rôle Vérifié ${roleMention(id)} donne un niveau du bot, il n’est donc donné à personne.`,
      refused: (id, objection) =>
        `Le rôle Vérifié ${roleMention(id)} ${objection}, il n’est donc donné à personne.`,
      fix: 'Choisis-en un autre avec `/paramètres rôle`, niveau Vérifié.',
    },
    onLeave: {
      gone: (id) => `Le rôle des absents ${roleMention(id)} n’existe plus.`,
      tier: (id) =>
        `Le rôle des absents ${roleMention(id)} donne un niveau du bot, il n’est donc donné à personne.`,
      refused: (id, objection) =>
        `Le rôle des absents ${roleMention(id)} ${objection}, il n’est donc donné à personne.`,
      fix: 'Choisis-en un autre avec `/paramètres rôle`, niveau Absent.',
    },
  },
  rolesOpen: (count) =>
    plural(count, {
      one: `${number(count)} rang n’a pas encore de rôle Discord : un rôle du nom du rang est créé à la première promotion.`,
      other: `${number(count)} rangs n’ont pas encore de rôle Discord : un rôle du nom du rang est créé à la première promotion.`,
    }),
  channelGood: (name, id) => `${name} : ${channelMention(id)}.`,
  channelNotSet: (name) => `${name} : aucun salon n’est choisi.`,
  channelNotSetFix: (name) => `\`/paramètres salon\`, ${name}.`,
  channelGone: (name, id) => `${name} : ${channelMention(id)} n’existe plus, ou le bot ne peut pas le voir.`,
  channelGoneFix: 'Laisse le bot le voir, ou choisis-en un autre avec `/paramètres salon`.',
  channelLacks: (name, id, missing) =>
    `${name} : dans ${channelMention(id)}, il manque au bot ${missing.map(nameOf).join(', ')}.`,
  channelLacksFix: 'Donne-le au rôle du bot dans les permissions du salon.',
  channelNames: {
    admin: 'Admin',
    event_log: 'Journal des événements',
    point_log: 'Journal des points',
    log: 'Journal',
  },

  reportsWait: (weeks) =>
    `Le rapport du quota de la semaine du ${weeksShown(weeks)} attend : il n’y a pas de salon des admins où le publier.`,
  reportsWaitFix: 'Choisis un salon des admins avec `/paramètres salon` ; il est publié dans l’heure.',
  schema: (version, engine) => `Version du schéma : ${version} (${engine}).`,
  latency: (ms) => `Une requête a pris ${number(ms)} ms.`,
  databaseFailed: (code) => `La base de données a échoué (${code}).`,
  databaseFailedFix:
    'Le journal de la fonction en dit plus ; cherches-y l’identifiant d’interaction ci-dessous.',
  waiting: (count) =>
    plural(count, {
      one: `${number(count)} message ou changement de rôle est en attente.`,
      other: `${number(count)} messages et changements de rôle sont en attente.`,
    }),
  waitingFix: 'Ils sont retentés automatiquement ; ce qui les retient apparaît dans les lignes ci-dessus.',
  nothingWaiting: 'Rien n’est en attente.',
  failed: (count) => `Échecs dans les dernières 24 heures : ${number(count)}.`,
  failedFix: 'Le salon du journal (`/paramètres niveau-du-journal`) dit pourquoi.',
  booksBalance: 'Les points de tous les membres concordent avec l’historique.',
  booksDiffer: (count) =>
    plural(count, {
      one: `Les points de ${number(count)} membre ne concordent pas avec l’historique.`,
      other: `Les points de ${number(count)} membres ne concordent pas avec l’historique.`,
    }),
  booksDifferFix:
    'Quelqu’un a changé les tables à la main. Compare avec le dernier export avant de corriger.',
};

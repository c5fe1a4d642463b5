import { permissionNames } from '../../shared/discord/permission-names.ts';
import type { Permission } from '../../shared/discord/permissions.ts';
import { channelMention, clip, escapeMarkdown, roleMention, timestamp } from '../../shared/discord/text.ts';
import { writing } from '../../shared/languages/writing.ts';
import { counted, countedClauses, countedNames, weeksShown } from './counted.ts';
import type { Texts } from './texts-en.ts';

const { number, plural } = writing('es-ES');
const andMore = (shown: string, count: number) => `${shown} y ${number(count)} más`;
const keysPage = 'create.roblox.com, Open Cloud, claves de API';
const onOwnMachine = (variable: string) =>
  `En una máquina propia: \`${variable}\` en el archivo de variables del clan, y después un reinicio.`;
const nameOf = (permission: Permission) => `«${permissionNames.all['es-ES'][permission]}»`;

export const es: Texts = {
  command: {
    name: 'diagnóstico',
    description: 'Revisar Roblox, Discord y la base de datos, y decir cómo arreglar lo que falla',
  },
  title: 'Diagnóstico',
  roblox: 'Roblox',
  discord: 'Discord',
  database: 'Base de datos',
  marks: { good: '✅', warning: '⚠️', bad: '❌' },
  allGood: 'Todo está como debe.',
  toFix: (bad, warnings) => `Por arreglar: ${bad}. Por mirar: ${warnings}.`,
  more: (count) => `…y ${count} líneas más como estas.`,
  seePause: 'Mira la pausa de arriba.',
  tryLater: 'Inténtalo de nuevo más tarde.',
  itSaid: (message) => `Ha respondido: ${escapeMarkdown(clip(message, 200))}`,

  group: (name, members) =>
    members === undefined
      ? `Grupo «${escapeMarkdown(name)}».`
      : `Grupo «${escapeMarkdown(name)}», miembros: ${number(members)}.`,
  robloxFailed: (what) => `${what}.`,
  robloxFixes: {
    400: '¿Es roblox_group_id en settings.json el número del grupo?',
    401: `¿Es la clave correcta y está activada? Míralo en ${keysPage}; una nueva se pone con \`npm run set-secrets\`. ${onOwnMachine('ROBLOX_API_KEY')}`,
    403: `¿Permite la clave este grupo, con los permisos \`group:read\` y \`group:write\`? Míralo en ${keysPage}.`,
    404: '¿Es roblox_group_id en settings.json el número del grupo, y existe aún el grupo?',
  },
  keyGood: 'La clave está activada.',
  keyDisabled: 'La clave está desactivada.',
  keyDisabledFix: `Actívala en ${keysPage}.`,
  keyExpired: 'La clave ha caducado.',
  keyExpiredFix: `Crea una nueva en ${keysPage} y ponla con \`npm run set-secrets\`. ${onOwnMachine('ROBLOX_API_KEY')}`,
  keyEnds: (at) => `La clave vale hasta el ${timestamp(at, 'D')} (${timestamp(at, 'R')}).`,
  keyEndsFix: `Prolóngala en ${keysPage}, o crea una nueva y ponla con \`npm run set-secrets\`. ${onOwnMachine('ROBLOX_API_KEY')}`,
  keyNoEnd:
    'La clave no tiene fecha de fin; Roblox termina una que no se usa en 60 días, y la sincronización de cada hora la usa.',
  scopesGood: (scopes) => `La clave puede: ${scopes.map((scope) => `\`${scope}\``).join(', ')}.`,
  scopeMissing: (scope) => `A la clave le falta el permiso \`${scope}\`.`,
  scopeMissingFix: `Añádelo a la clave en ${keysPage}, para este grupo.`,
  ceiling: (name, rank) => `El rango más alto que la clave puede dar es «${escapeMarkdown(name)}» (${rank}).`,
  ceilingUnknown: 'No se sabe qué rangos puede dar la clave: Roblox no ha dicho de quién es.',
  ceilingUnknownFix: 'Si se rechazan ascensos, da un rol más alto en el grupo a la cuenta dueña de la clave.',
  keyOwnerOutside:
    'La cuenta dueña de la clave no está en el grupo, así que la clave no puede dar ningún rango.',
  keyOwnerOutsideFix:
    'Haz que esa cuenta entre en el grupo, con un rol por encima de todos los rangos que da el bot.',
  keyGivesNothing:
    'La cuenta dueña de la clave tiene el rol más bajo, así que la clave no puede dar ningún rango.',
  outOfReach: (names) => `Fuera del alcance de la clave: ${countedNames(names, andMore)}.`,
  outOfReachFix:
    'Da a la cuenta dueña de la clave un rol por encima de ellos, o deja que los dé una persona.',
  unmapped: (names) => `Ningún rol del grupo corresponde a: ${countedNames(names, andMore)}.`,
  unmappedFix: 'Corrige roblox_group_rank_id en ranks.json; `/rangos comparar` muestra ambos lados.',
  mapped: (count) => `Todos los rangos tienen un rol en el grupo (${number(count)}).`,

  paused: 'En pausa',
  pausedFix: 'Arregla la causa que se muestra aquí; el bot seguirá solo.',
  discordFailed: (what) => `${what}.`,
  discordFixes: {
    401: `¿Es el token actual? Uno nuevo se pone con \`npm run set-secrets\`. ${onOwnMachine('DISCORD_BOT_TOKEN')}`,
    403: '¿Sigue el bot en el servidor, y puede ver los canales?',
    404: '¿Sigue el bot en el servidor, y es guild_id en settings.json su ID?',
  },
  manageRolesGood: 'El bot puede gestionar roles.',
  manageRolesMissing: 'Al bot le falta el permiso «Gestionar roles».',
  manageRolesMissingFix: 'Ajustes del servidor, Roles, el rol del bot: actívalo.',
  nicknamesGood: 'El bot puede gestionar apodos.',
  nicknamesMissing: 'Al bot le falta el permiso «Gestionar apodos», y el clan tiene una plantilla de apodos.',
  rolesGood: (count) => `El rol del bot está por encima de los roles de rango (${number(count)}).`,
  rolesAbove: (ids) => `El rol del bot no está por encima de ${counted(ids.map(roleMention), andMore)}.`,
  rolesAboveFix: 'Ajustes del servidor, Roles: sube el rol del bot por encima.',
  rolesGone: (names) => `Ya no existe el rol de Discord de: ${countedNames(names, andMore)}.`,
  rolesGoneFix: 'Elige otro con `/rangos asignar-rol`.',
  rolesRefused: (clauses) => `Entre los roles de rango: ${countedClauses(clauses, andMore)}.`,
  roleWarnedFix: 'Si no es lo que quieres, elige otro rol con `/rangos asignar-rol` o `/ajustes rol`.',
  given: {
    verified: {
      gone: (id) => `El rol Verificado ${roleMention(id)} ya no existe.`,
      tier: (id) => `El rol Verificado ${roleMention(id)} da un nivel del bot, así que no se da a nadie.`,
      refused: (id, objection) =>
        `El rol Verificado ${roleMention(id)} ${objection}, así que no se da a nadie.`,
      fix: 'Elige otro con `/ajustes rol`, nivel Verificado.',
    },
    onLeave: {
      gone: (id) => `El rol de los ausentes ${roleMention(id)} ya no existe.`,
      tier: (id) =>
        `El rol de los ausentes ${roleMention(id)} da un nivel del bot, así que no se da a nadie.`,
      refused: (id, objection) =>
        `El rol de los ausentes ${roleMention(id)} ${objection}, así que no se da a nadie.`,
      fix: 'Elige otro con `/ajustes rol`, nivel Ausente.',
    },
  },
  rolesOpen: (count) =>
    plural(count, {
      one: '1 rango aún no tiene rol de Discord: con el primer ascenso se crea uno con el nombre del rango.',
      other: `${number(count)} rangos aún no tienen rol de Discord: con el primer ascenso se crea uno con el nombre del rango.`,
    }),
  channelGood: (name, id) => `${name}: ${channelMention(id)}.`,
  channelNotSet: (name) => `${name}: no hay canal elegido.`,
  channelNotSetFix: (name) => `\`/ajustes canal\`, ${name}.`,
  channelGone: (name, id) => `${name}: ${channelMention(id)} ya no existe, o el bot no puede verlo.`,
  channelGoneFix: 'Deja que el bot lo vea, o elige otro con `/ajustes canal`.',
  channelLacks: (name, id, missing) =>
    `${name}: en ${channelMention(id)} al bot le falta ${missing.map(nameOf).join(', ')}.`,
  channelLacksFix: 'Dáselo al rol del bot en los permisos del canal.',
  channelNames: {
    admin: 'Admin',
    event_log: 'Registro de eventos',
    point_log: 'Registro de puntos',
    log: 'Registro',
  },

  reportsWait: (weeks) =>
    `El informe de la cuota de la semana del ${weeksShown(weeks)} espera: no hay canal de admins donde publicarlo.`,
  reportsWaitFix: 'Elige un canal de admins con `/ajustes canal`; se publica en menos de una hora.',
  schema: (version, engine) => `Versión del esquema: ${version} (${engine}).`,
  latency: (ms) => `Una consulta tardó ${number(ms)} ms.`,
  databaseFailed: (code) => `La base de datos ha fallado (${code}).`,
  databaseFailedFix: 'El registro de la función dice más; busca en él el ID de la interacción de abajo.',
  waiting: (count) =>
    plural(count, {
      one: '1 mensaje o cambio de rol está pendiente.',
      other: `${number(count)} mensajes y cambios de rol están pendientes.`,
    }),
  waitingFix: 'Se vuelven a intentar solos; lo que los retiene está en las líneas de arriba.',
  nothingWaiting: 'No hay nada pendiente.',
  failed: (count) => `Han fallado en las últimas 24 horas: ${number(count)}.`,
  failedFix: 'El canal de registro (`/ajustes nivel-de-registro`) dice por qué.',
  booksBalance: 'Los puntos de todos los miembros coinciden con el historial.',
  booksDiffer: (count) =>
    plural(count, {
      one: 'Los puntos de 1 miembro no coinciden con el historial.',
      other: `Los puntos de ${number(count)} miembros no coinciden con el historial.`,
    }),
  booksDifferFix: 'Alguien cambió las tablas a mano. Compara con la última exportación antes de arreglarlo.',
};

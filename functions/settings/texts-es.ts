import { permissionNames } from '../../shared/discord/permission-names.ts';
import { channelMention, mention, roleMention, timestamp } from '../../shared/discord/text.ts';
import { writing } from '../../shared/languages/writing.ts';
import { listed } from './listed.ts';
import { ranksShown, type Texts } from './texts-en.ts';

const { number, plural } = writing('es-ES');
const words = {
  nobody: 'nadie',
  andMore: (shown: string, count: number) => `${shown} y ${number(count)} más`,
};

export const es: Texts = {
  command: { name: 'ajustes', description: 'Los ajustes del clan' },
  commandShow: { name: 'ver', description: 'Todos los ajustes, y cuáles se cambiaron con comandos' },
  commandChannel: { name: 'canal', description: 'Elegir el canal en el que escribe el bot' },
  commandRole: { name: 'rol', description: 'Dar un nivel a un rol, o quitárselo' },
  commandLogLevel: {
    name: 'nivel-de-registro',
    description: 'De qué avisa el bot en el canal de registro',
  },
  commandLanguage: { name: 'idioma', description: 'El idioma de lo que todos ven' },
  commandTimeZone: {
    name: 'zona-horaria',
    description: 'La zona horaria en la que el clan lee y muestra las horas',
  },
  commandNickname: {
    name: 'apodo',
    description: 'Cómo se llaman los miembros en este servidor; primero lo muestra',
  },
  optionLocale: { name: 'idioma', description: 'El idioma' },
  optionZone: { name: 'zona', description: 'Una ciudad de la zona, como Madrid o Buenos Aires' },
  optionTemplate: {
    name: 'plantilla',
    description: 'Como [{tag}] {roblox_name}; también {display_name} y {rank}; off la quita',
  },
  optionWhich: { name: 'uso', description: 'Para qué' },
  optionChannel: { name: 'canal', description: 'El canal' },
  optionTier: { name: 'nivel', description: 'El nivel' },
  optionRole: { name: 'rol', description: 'El rol' },
  optionRemove: { name: 'quitar', description: 'Quitarle el nivel al rol en lugar de dárselo' },
  optionLevel: { name: 'nivel', description: 'A partir de qué gravedad avisa' },

  choices: {
    channels: {
      admin: 'Admin (revisiones, tarjetas de ascenso, avisos)',
      event_log: 'Registro de eventos (público)',
      point_log: 'Registro de puntos',
      log: 'Registro (errores, resúmenes de sincronización)',
    },
    roles: {
      officer: 'Oficial',
      moderator: 'Moderador',
      admin: 'Admin',
      verified: 'Verificado (lo recibe todo el que vincula)',
      on_leave: 'Ausente (mientras dura una ausencia)',
    },
    logLevels: {
      critical: 'Crítico: solo lo que detiene al bot',
      error: 'Error: también los comandos que fallan',
      warning: 'Advertencia: también lo que puede dar problemas',
      none: 'Ninguno: nada',
    },
  },

  badChoice: 'Esa no es ninguna de las opciones. No se ha cambiado nada. Elige una de la lista.',
  badChannel: 'Discord no ha dicho qué canal es. No se ha cambiado nada. Elígelo de la lista.',
  otherGuild: 'Ese canal es de otro servidor. No se ha cambiado nada.',
  tooManyRoles: (max) =>
    `Un nivel puede tener ${max} roles como mucho. No se ha cambiado nada. Quítaselo antes a otro.`,

  channelSet: (name, id) => `${name}: ahora el bot escribe en ${channelMention(id)}.`,
  channelMissing: (id, missing) =>
    `Aún no puede: en ${channelMention(id)} le falta ${missing.map((one) => `«${permissionNames.all['es-ES'][one]}»`).join(', ')}. ` +
    'Dáselo al rol del bot en los permisos del canal.',
  channelUnknown: 'Aún no puede: el bot no está en este servidor. Invítalo; `/diagnóstico` muestra cómo.',
  roleAdded: (tier, role, actors) => `${roleMention(role)} tiene ahora el nivel ${tier}.\n${tier}: ${actors}`,
  roleRemoved: (tier, role, actors) =>
    `${roleMention(role)} ya no tiene el nivel ${tier}.\n${tier}: ${actors}`,
  roleHasTier: (tier, role, actors) =>
    `${roleMention(role)} ya tiene el nivel ${tier}, así que no se ha cambiado nada. Con \`quitar\` se le quita.\n${tier}: ${actors}`,
  roleLacksTier: (tier, role, actors) =>
    `${roleMention(role)} no tiene el nivel ${tier}, así que no se ha cambiado nada.\n${tier}: ${actors}`,
  noSuchRole: 'Ese rol no existe en el servidor. No se ha cambiado nada.',
  powerfulRole: (objection) =>
    `Ese rol ${objection}, así que el bot no debe repartirlo. No se ha cambiado nada. Elige otro rol, o pide ` +
    'a quien gestiona el bot que lo permita (`powerful_roles` en settings.json).',
  given: {
    verified: {
      givesTier:
        'Ese rol da un nivel del bot, y lo recibiría todo el que vincula. No se ha cambiado nada. ' +
        'Quítale antes el nivel (`/ajustes rol` con `quitar`), o elige otro rol.',
      set: (role) => `Ahora todo el que vincula una cuenta de Roblox recibe ${roleMention(role)}.`,
      removed: (role) =>
        `${roleMention(role)} ya no es el rol Verificado. Con el próximo vínculo se usa o se crea un rol llamado Verified.`,
      isNot: (role) => `${roleMention(role)} no es el rol Verificado, así que no se ha cambiado nada.`,
    },
    on_leave: {
      givesTier:
        'Ese rol da un nivel del bot, y lo recibiría todo el que está ausente. No se ha cambiado nada. ' +
        'Quítale antes el nivel (`/ajustes rol` con `quitar`), o elige otro rol.',
      set: (role) =>
        `Quien empiece una ausencia a partir de ahora recibe ${roleMention(role)} mientras dure.`,
      removed: (role) =>
        `${roleMention(role)} ya no se da durante las ausencias. Quien lo tiene ahora lo pierde al terminar la suya.`,
      isNot: (role) => `${roleMention(role)} no se da durante las ausencias, así que no se ha cambiado nada.`,
    },
  },
  tierOfRank: (role, ranks) =>
    `⚠️ ${roleMention(role)} es también el rol de ${ranksShown(ranks)}: quien reciba ese rango recibe también el nivel.`,
  tierIsGiven: {
    verified:
      'Ese rol es el rol Verificado, que recibe todo el que vincula, así que no puede dar ningún nivel. No se ha cambiado nada.',
    on_leave:
      'Ese rol lo recibe todo el que está ausente, así que no puede dar ningún nivel. No se ha cambiado nada.',
  },
  logLevelSet: (name) => `El nivel de registro es ahora **${name}**.`,
  logChannelMissing: 'Aún no hay canal de registro: elige uno con `/ajustes canal`.',

  badLanguage: (names) =>
    `El bot no habla ese idioma. No se ha cambiado nada. Habla ${names}: elige uno de la lista.`,
  languageSet: (name) =>
    `El idioma del clan es ahora ${name}: en él se escribe lo que todos ven y los mensajes directos. ` +
    'Lo que solo ve una persona sigue en el idioma de su Discord.',
  badZone:
    'Esa zona horaria no existe. No se ha cambiado nada. Escribe una ciudad de la zona, como Madrid, y elige una de la lista.',
  zoneChoice: (zone, time) => `${zone} (${time})`,
  zoneSet: (zone, time) =>
    `La zona horaria del clan es ahora ${zone}, donde son las ${time}. En ella se leen las horas escritas y empiezan sus semanas y meses.`,

  nicknameTitle: 'Apodos',
  nicknameTemplate: (template) => `Plantilla: ${template}`,
  nicknameExample: (robloxName, nickname) => `${robloxName} → **${nickname}**`,
  nicknameCount: (count) =>
    plural(count, {
      one: 'Cambiaría el apodo de 1 miembro.',
      other: `Cambiaría el apodo de ${number(count)} miembros.`,
    }),
  nicknameCountAtLeast: (count) => `Cambiaría el apodo de ${number(count)} miembros o más.`,
  nicknamePress: 'Aún no se ha cambiado nada. «Aplicar» empieza a cambiar los apodos.',
  nicknameSkips:
    'El dueño del servidor y los miembros por encima del bot conservan su nombre: Discord no deja que ningún bot lo cambie.',
  apply: 'Aplicar',
  nicknameGone:
    'Entretanto se propuso o aplicó otra plantilla, así que no se ha cambiado nada. Usa `/ajustes apodo` otra vez.',
  nicknameSet: (template, count) =>
    count === 0
      ? `Los apodos siguen ahora ${template}. No hay que cambiar ninguno.`
      : plural(count, {
          one: `Los apodos siguen ahora ${template}. Se cambia el de un miembro en los próximos minutos.`,
          other: `Los apodos siguen ahora ${template}. Se cambian los de ${number(count)} miembros, uno tras otro, en la próxima hora.`,
        }),
  nicknameMore: 'La sincronización de cada hora sigue con los demás.',
  nicknameNotAllowed:
    '⚠️ El bot aún no puede cambiar apodos: da a su rol el permiso Gestionar apodos y usa después `/sincronizar`.',
  nicknameOff: 'El bot ya no pone apodos. Los que puso se quedan como están.',
  nicknameOffAlready: 'El bot no pone apodos, así que no se ha cambiado nada.',

  title: 'Ajustes',
  channelsTitle: 'Canales',
  rolesTitle: 'Roles',
  rulesTitle: 'Reglas',
  identityTitle: 'Clan',
  changedTitle: 'Cambiado con comandos (vale más que settings.json)',
  channelNames: {
    admin: 'Admin',
    event_log: 'Registro de eventos',
    point_log: 'Registro de puntos',
    log: 'Registro',
  },
  labels: {
    name: 'Nombre',
    robloxGroup: 'Grupo de Roblox',
    timeZone: 'Zona horaria',
    language: 'Idioma',
    nickname: 'Apodos',
    officer: 'Oficial',
    moderator: 'Moderador',
    admin: 'Admin',
    adminsByName: 'Admins por nombre',
    verified: 'Verificado',
    onLeave: 'Ausente',
    manualMax: 'Puntos de un oficial, como mucho',
    eventMax: 'Puntos por un evento, como mucho',
    pointsHourly: 'Puntos a mano de una persona en 60 minutos, como mucho',
    ranksHourly: 'Cambios de rango de una persona en 60 minutos, como mucho',
    resets: 'Un ascenso reinicia los puntos',
    eventTypes: 'Tipos de evento',
    fourEyes: 'Nadie revisa su propio evento',
    hostPoints: 'El anfitrión recibe puntos',
    linking: 'Vínculo',
    refusal: 'Si Roblox rechaza un rango',
    logLevel: 'Nivel de registro',
    pictures: 'Imágenes en las respuestas',
  },
  linking: {
    'profile-code': 'código en el perfil de Roblox',
    'group-only': 'basta con estar en el grupo',
  },
  refusal: { show: 'mantenerlo y mostrarlo', compensate: 'retirarlo' },
  logLevels: { critical: 'crítico', error: 'error', warning: 'advertencia', none: 'ninguno' },
  notSet: 'sin elegir',
  number,
  line: (name, value) => `**${name}:** ${value}`,
  roles: (ids) => listed(ids, roleMention, words),
  people: (ids) => listed(ids, mention, words),
  changed: (key, by, at) =>
    by === null
      ? `\`${key}\` por el bot, ${timestamp(at, 'R')}`
      : `\`${key}\` por ${mention(by)}, ${timestamp(at, 'R')}`,
  nothingChanged: 'Nada: todos los ajustes están como en el archivo.',
  yes: 'sí',
  no: 'no',
};

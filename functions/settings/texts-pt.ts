import { permissionNames } from '../../shared/discord/permission-names.ts';
import { channelMention, mention, roleMention, timestamp } from '../../shared/discord/text.ts';
import { writing } from '../../shared/languages/writing.ts';
import { listed } from './listed.ts';
import { ranksShown, type Texts } from './texts-en.ts';

const { number, plural } = writing('pt-BR');
const words = {
  nobody: 'ninguém',
  andMore: (shown: string, count: number) => `${shown} e mais ${number(count)}`,
};

export const pt: Texts = {
  command: { name: 'configurações', description: 'As configurações do clã' },
  commandShow: {
    name: 'ver',
    description: 'Todas as configurações, e quais foram alteradas por comandos',
  },
  commandChannel: { name: 'canal', description: 'Escolher o canal em que o bot escreve' },
  commandRole: { name: 'cargo', description: 'Dar um nível a um cargo, ou tirá-lo' },
  commandLogLevel: {
    name: 'nível-do-registro',
    description: 'O que o bot avisa no canal de registro',
  },
  commandLanguage: { name: 'idioma', description: 'O idioma do que todos veem' },
  commandTimeZone: {
    name: 'fuso-horário',
    description: 'O fuso horário em que o clã lê e mostra os horários',
  },
  commandNickname: {
    name: 'apelido',
    description: 'Como os membros se chamam neste servidor; mostra antes de aplicar',
  },
  optionLocale: { name: 'idioma', description: 'O idioma' },
  optionZone: { name: 'fuso', description: 'Uma cidade do fuso, como São Paulo ou Manaus' },
  optionTemplate: {
    name: 'modelo',
    description: 'Como [{tag}] {roblox_name}; também {display_name} e {rank}; off o remove',
  },
  optionWhich: { name: 'uso', description: 'Para quê' },
  optionChannel: { name: 'canal', description: 'O canal' },
  optionTier: { name: 'nível', description: 'O nível' },
  optionRole: { name: 'cargo', description: 'O cargo' },
  optionRemove: { name: 'remover', description: 'Tirar o nível do cargo em vez de dar' },
  optionLevel: { name: 'nível', description: 'A partir de que gravidade avisar' },

  choices: {
    channels: {
      admin: 'Admin (revisões, cartões de promoção, avisos)',
      event_log: 'Registro de eventos (público)',
      point_log: 'Registro de pontos',
      log: 'Registro (erros, resumos da sincronização)',
    },
    roles: {
      officer: 'Oficial',
      moderator: 'Moderador',
      admin: 'Admin',
      verified: 'Verificado (dado a todo mundo que vincula)',
      on_leave: 'Ausente (enquanto durar uma ausência)',
    },
    logLevels: {
      critical: 'Crítico: só o que faz o bot parar',
      error: 'Erro: também os comandos que falharam',
      warning: 'Aviso: também o que pode virar problema',
      none: 'Nenhum: nada',
    },
  },

  badChoice: 'Isso não é nenhuma das opções. Nada foi alterado. Escolha uma da lista.',
  badChannel: 'O Discord não disse qual é o canal. Nada foi alterado. Escolha-o na lista.',
  otherGuild: 'Esse canal é de outro servidor. Nada foi alterado.',
  tooManyRoles: (max) =>
    `Um nível pode ter no máximo ${max} cargos. Nada foi alterado. Tire-o de outro cargo antes.`,

  channelSet: (name, id) => `${name}: agora o bot escreve em ${channelMention(id)}.`,
  channelMissing: (id, missing) =>
    `Ele ainda não consegue: em ${channelMention(id)} falta a ele ${missing.map((one) => `“${permissionNames.all['pt-BR'][one]}”`).join(', ')}. ` +
    'Dê isso ao cargo do bot nas permissões do canal.',
  channelUnknown:
    'Ele ainda não consegue: o bot não está neste servidor. Convide-o; `/diagnóstico` mostra como.',
  roleAdded: (tier, role, actors) => `${roleMention(role)} agora tem o nível ${tier}.\n${tier}: ${actors}`,
  roleRemoved: (tier, role, actors) =>
    `${roleMention(role)} não tem mais o nível ${tier}.\n${tier}: ${actors}`,
  roleHasTier: (tier, role, actors) =>
    `${roleMention(role)} já tem o nível ${tier}, então nada foi alterado. Com \`remover\` ele é tirado.\n${tier}: ${actors}`,
  roleLacksTier: (tier, role, actors) =>
    `${roleMention(role)} não tem o nível ${tier}, então nada foi alterado.\n${tier}: ${actors}`,
  noSuchRole: 'Esse cargo não existe no servidor. Nada foi alterado.',
  powerfulRole: (objection) =>
    `Esse cargo ${objection}, por isso o bot não deve distribuí-lo. Nada foi alterado. Escolha outro cargo, ou peça ` +
    'a quem cuida do bot para permitir este (`powerful_roles` no settings.json).',
  given: {
    verified: {
      givesTier:
        'Esse cargo dá um nível do bot, e todo mundo que vincula o receberia. Nada foi alterado. ' +
        'Tire o nível dele antes (`/configurações cargo` com `remover`), ou escolha outro cargo.',
      set: (role) => `Agora todo mundo que vincula uma conta do Roblox recebe ${roleMention(role)}.`,
      removed: (role) =>
        `${roleMention(role)} não é mais o cargo Verificado. No próximo vínculo, um cargo chamado Verified é usado ou criado.`,
      isNot: (role) => `${roleMention(role)} não é o cargo Verificado, então nada foi alterado.`,
    },
    on_leave: {
      givesTier:
        'Esse cargo dá um nível do bot, e todo mundo que está ausente o receberia. Nada foi alterado. ' +
        'Tire o nível dele antes (`/configurações cargo` com `remover`), ou escolha outro cargo.',
      set: (role) =>
        `Quem começar uma ausência a partir de agora recebe ${roleMention(role)} enquanto ela durar.`,
      removed: (role) =>
        `${roleMention(role)} não é mais dado nas ausências. Quem o tem agora o perde no fim da sua.`,
      isNot: (role) => `${roleMention(role)} não é dado nas ausências, então nada foi alterado.`,
    },
  },
  tierOfRank: (role, ranks) =>
    `⚠️ ${roleMention(role)} também é o cargo de ${ranksShown(ranks)}: quem recebe essa patente recebe também o nível.`,
  tierIsGiven: {
    verified:
      'Esse cargo é o cargo Verificado, que todo mundo que vincula recebe, então não pode dar nenhum nível. Nada foi alterado.',
    on_leave:
      'Esse cargo é dado a todo mundo que está ausente, então não pode dar nenhum nível. Nada foi alterado.',
  },
  logLevelSet: (name) => `O nível do registro agora é **${name}**.`,
  logChannelMissing: 'Ainda não há canal de registro: escolha um com `/configurações canal`.',

  badLanguage: (names) =>
    `O bot não fala esse idioma. Nada foi alterado. Ele fala ${names}: escolha um da lista.`,
  languageSet: (name) =>
    `O idioma do clã agora é ${name}: nele são escritos o que todos veem e as mensagens diretas. ` +
    'O que só uma pessoa vê continua no idioma do Discord dela.',
  badZone:
    'Esse fuso horário não existe. Nada foi alterado. Digite uma cidade do fuso, como São Paulo, e escolha um da lista.',
  zoneChoice: (zone, time) => `${zone} (${time})`,
  zoneSet: (zone, time) =>
    `O fuso horário do clã agora é ${zone}, onde são ${time}. Os horários digitados são lidos nele, e é nele que começam as semanas e os meses.`,

  nicknameTitle: 'Apelidos',
  nicknameTemplate: (template) => `Modelo: ${template}`,
  nicknameExample: (robloxName, nickname) => `${robloxName} → **${nickname}**`,
  nicknameCount: (count) =>
    plural(count, {
      one: `${number(count)} membro seria renomeado.`,
      other: `${number(count)} membros seriam renomeados.`,
    }),
  nicknameCountAtLeast: (count) => `Membros que seriam renomeados: ${number(count)} ou mais.`,
  nicknamePress: 'Nada foi alterado ainda. “Aplicar” começa a renomear.',
  nicknameSkips:
    'O dono do servidor e os membros acima do bot mantêm o nome: o Discord não deixa nenhum bot mudá-lo.',
  apply: 'Aplicar',
  nicknameGone:
    'Outro modelo foi proposto ou aplicado nesse meio-tempo, então nada foi alterado. Use `/configurações apelido` de novo.',
  nicknameSet: (template, count) =>
    count === 0
      ? `Os apelidos agora seguem ${template}. Ninguém precisa ser renomeado.`
      : plural(count, {
          one: `Os apelidos agora seguem ${template}. Um membro será renomeado nos próximos minutos.`,
          other: `Os apelidos agora seguem ${template}. ${number(count)} membros serão renomeados, um após o outro, na próxima hora.`,
        }),
  nicknameMore: 'A sincronização de cada hora continua com os outros.',
  nicknameNotAllowed:
    '⚠️ O bot ainda não pode renomear ninguém: dê ao cargo dele a permissão Gerenciar apelidos e depois use `/sincronizar`.',
  nicknameOff: 'O bot não define mais apelidos. Os que ele definiu ficam como estão.',
  nicknameOffAlready: 'O bot não define apelidos, então nada foi alterado.',

  title: 'Configurações',
  channelsTitle: 'Canais',
  rolesTitle: 'Cargos',
  rulesTitle: 'Regras',
  identityTitle: 'Clã',
  changedTitle: 'Alterado por comandos (vale mais que o settings.json)',
  channelNames: {
    admin: 'Admin',
    event_log: 'Registro de eventos',
    point_log: 'Registro de pontos',
    log: 'Registro',
  },
  labels: {
    name: 'Nome',
    robloxGroup: 'Grupo do Roblox',
    timeZone: 'Fuso horário',
    language: 'Idioma',
    nickname: 'Apelidos',
    officer: 'Oficial',
    moderator: 'Moderador',
    admin: 'Admin',
    adminsByName: 'Admins por nome',
    verified: 'Verificado',
    onLeave: 'Ausente',
    manualMax: 'Pontos de um oficial, no máximo',
    eventMax: 'Pontos por um evento, no máximo',
    pointsHourly: 'Pontos manuais de uma pessoa em 60 minutos, no máximo',
    ranksHourly: 'Mudanças de patente de uma pessoa em 60 minutos, no máximo',
    resets: 'Uma promoção zera os pontos',
    eventTypes: 'Tipos de evento',
    fourEyes: 'Ninguém revisa o próprio evento',
    hostPoints: 'O anfitrião recebe pontos',
    linking: 'Vínculo',
    refusal: 'Quando o Roblox recusa uma patente',
    logLevel: 'Nível do registro',
    pictures: 'Imagens nas respostas',
  },
  linking: {
    'profile-code': 'código no perfil do Roblox',
    'group-only': 'basta estar no grupo',
  },
  refusal: { show: 'manter e mostrar', compensate: 'desfazer' },
  logLevels: { critical: 'crítico', error: 'erro', warning: 'aviso', none: 'nenhum' },
  notSet: 'não escolhido',
  number,
  line: (name, value) => `**${name}:** ${value}`,
  roles: (ids) => listed(ids, roleMention, words),
  people: (ids) => listed(ids, mention, words),
  changed: (key, by, at) =>
    by === null
      ? `\`${key}\` pelo bot, ${timestamp(at, 'R')}`
      : `\`${key}\` por ${mention(by)}, ${timestamp(at, 'R')}`,
  nothingChanged: 'Nada: todas as configurações estão como no arquivo.',
  yes: 'sim',
  no: 'não',
};

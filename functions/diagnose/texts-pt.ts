import { permissionNames } from '../../shared/discord/permission-names.ts';
import type { Permission } from '../../shared/discord/permissions.ts';
import { channelMention, clip, escapeMarkdown, roleMention, timestamp } from '../../shared/discord/text.ts';
import { writing } from '../../shared/languages/writing.ts';
import { counted, countedClauses, countedNames, weeksShown } from './counted.ts';
import type { Texts } from './texts-en.ts';

const { number, plural } = writing('pt-BR');
const andMore = (shown: string, count: number) => `${shown} e mais ${number(count)}`;
const keysPage = 'create.roblox.com, Open Cloud, chaves de API';
const onOwnMachine = (variable: string) =>
  `Em uma máquina própria: \`${variable}\` no arquivo de variáveis do clã, e depois um reinício.`;
const nameOf = (permission: Permission) => `“${permissionNames.all['pt-BR'][permission]}”`;

export const pt: Texts = {
  command: {
    name: 'diagnóstico',
    description: 'Verificar Roblox, Discord e o banco de dados, e dizer como resolver o que está errado',
  },
  title: 'Diagnóstico',
  roblox: 'Roblox',
  discord: 'Discord',
  database: 'Banco de dados',
  marks: { good: '✅', warning: '⚠️', bad: '❌' },
  allGood: 'Está tudo como deve.',
  toFix: (bad, warnings) => `Para resolver: ${bad}. Vale olhar: ${warnings}.`,
  more: (count) => `…e mais ${count} linhas como estas.`,
  seePause: 'Veja a pausa acima.',
  tryLater: 'Tente de novo mais tarde.',
  itSaid: (message) => `A resposta foi: ${escapeMarkdown(clip(message, 200))}`,

  group: (name, members) =>
    members === undefined
      ? `Grupo “${escapeMarkdown(name)}”.`
      : `Grupo “${escapeMarkdown(name)}”, membros: ${number(members)}.`,
  robloxFailed: (what) => `${what}.`,
  robloxFixes: {
    400: 'O roblox_group_id no settings.json é o número do grupo?',
    401: `É a chave certa, e ela está ativada? Veja em ${keysPage}; uma nova se define com \`npm run set-secrets\`. ${onOwnMachine('ROBLOX_API_KEY')}`,
    403: `A chave permite este grupo, com as permissões \`group:read\` e \`group:write\`? Veja em ${keysPage}.`,
    404: 'O roblox_group_id no settings.json é o número do grupo, e o grupo ainda existe?',
  },
  keyGood: 'A chave está ativada.',
  keyDisabled: 'A chave está desativada.',
  keyDisabledFix: `Ative-a em ${keysPage}.`,
  keyExpired: 'A chave expirou.',
  keyExpiredFix: `Crie uma nova em ${keysPage} e defina-a com \`npm run set-secrets\`. ${onOwnMachine('ROBLOX_API_KEY')}`,
  keyEnds: (at) => `A chave vale até ${timestamp(at, 'D')} (${timestamp(at, 'R')}).`,
  keyEndsFix: `Prolongue-a em ${keysPage}, ou crie uma nova e defina-a com \`npm run set-secrets\`. ${onOwnMachine('ROBLOX_API_KEY')}`,
  keyNoEnd:
    'A chave não tem data de fim; o Roblox encerra uma chave sem uso por 60 dias, e a sincronização de cada hora a usa.',
  scopesGood: (scopes) => `A chave pode: ${scopes.map((scope) => `\`${scope}\``).join(', ')}.`,
  scopeMissing: (scope) => `Falta à chave a permissão \`${scope}\`.`,
  scopeMissingFix: `Adicione-a à chave em ${keysPage}, para este grupo.`,
  ceiling: (name, rank) => `A patente mais alta que a chave pode dar é “${escapeMarkdown(name)}” (${rank}).`,
  ceilingUnknown: 'Não se sabe que patentes a chave pode dar: o Roblox não disse de quem ela é.',
  ceilingUnknownFix: 'Se promoções forem recusadas, dê um cargo mais alto no grupo à conta dona da chave.',
  keyOwnerOutside: 'A conta dona da chave não está no grupo, por isso a chave não pode dar nenhuma patente.',
  keyOwnerOutsideFix:
    'Faça essa conta entrar no grupo, com um cargo acima de todas as patentes que o bot dá.',
  keyGivesNothing:
    'A conta dona da chave tem o cargo mais baixo, por isso a chave não pode dar nenhuma patente.',
  outOfReach: (names) => `Fora do alcance da chave: ${countedNames(names, andMore)}.`,
  outOfReachFix: 'Dê à conta dona da chave um cargo acima delas, ou deixe que uma pessoa dê essas patentes.',
  unmapped: (names) => `Nenhum cargo do grupo corresponde a: ${countedNames(names, andMore)}.`,
  unmappedFix: 'Corrija roblox_group_rank_id no ranks.json; `/patentes comparar` mostra os dois lados.',
  mapped: (count) => `Todas as patentes têm um cargo no grupo (${number(count)}).`,

  paused: 'Em pausa',
  pausedFix: 'Resolva a causa mostrada aqui; o bot continua sozinho.',
  discordFailed: (what) => `${what}.`,
  discordFixes: {
    401: `É o token atual? Um novo se define com \`npm run set-secrets\`. ${onOwnMachine('DISCORD_BOT_TOKEN')}`,
    403: 'O bot ainda está no servidor, e pode ver os canais?',
    404: 'O bot ainda está no servidor, e o guild_id no settings.json é o ID dele?',
  },
  manageRolesGood: 'O bot pode gerenciar cargos.',
  manageRolesMissing: 'Falta ao bot a permissão “Gerenciar cargos”.',
  manageRolesMissingFix: 'Configurações do servidor, Cargos, o cargo do bot: ative-a.',
  nicknamesGood: 'O bot pode gerenciar apelidos.',
  nicknamesMissing: 'Falta ao bot a permissão “Gerenciar apelidos”, e o clã tem um modelo de apelidos.',
  rolesGood: (count) => `O cargo do bot está acima dos cargos de patente (${number(count)}).`,
  rolesAbove: (ids) => `O cargo do bot não está acima de ${counted(ids.map(roleMention), andMore)}.`,
  rolesAboveFix: 'Configurações do servidor, Cargos: arraste o cargo do bot para cima deles.',
  rolesGone: (names) => `Não existe mais o cargo do Discord de: ${countedNames(names, andMore)}.`,
  rolesGoneFix: 'Escolha outro com `/patentes definir-cargo`.',
  rolesRefused: (clauses) => `Entre os cargos de patente: ${countedClauses(clauses, andMore)}.`,
  roleWarnedFix:
    'Se não for a intenção, escolha outro cargo com `/patentes definir-cargo` ou `/configurações cargo`.',
  given: {
    verified: {
      gone: (id) => `O cargo Verificado ${roleMention(id)} não existe mais.`,
      tier: (id) =>
        `O cargo Verificado ${roleMention(id)} dá um nível do bot, por isso não é dado a ninguém.`,
      refused: (id, objection) =>
        `O cargo Verificado ${roleMention(id)} ${objection}, por isso não é dado a ninguém.`,
      fix: 'Escolha outro com `/configurações cargo`, nível Verificado.',
    },
    onLeave: {
      gone: (id) => `O cargo dos ausentes ${roleMention(id)} não existe mais.`,
      tier: (id) =>
        `O cargo dos ausentes ${roleMention(id)} dá um nível do bot, por isso não é dado a ninguém.`,
      refused: (id, objection) =>
        `O cargo dos ausentes ${roleMention(id)} ${objection}, por isso não é dado a ninguém.`,
      fix: 'Escolha outro com `/configurações cargo`, nível Ausente.',
    },
  },
  rolesOpen: (count) =>
    plural(count, {
      one: `${number(count)} patente ainda não tem cargo do Discord: um com o nome da patente é criado na primeira promoção.`,
      other: `${number(count)} patentes ainda não têm cargo do Discord: um com o nome da patente é criado na primeira promoção.`,
    }),
  channelGood: (name, id) => `${name}: ${channelMention(id)}.`,
  channelNotSet: (name) => `${name}: nenhum canal escolhido.`,
  channelNotSetFix: (name) => `\`/configurações canal\`, ${name}.`,
  channelGone: (name, id) => `${name}: ${channelMention(id)} não existe mais, ou o bot não consegue vê-lo.`,
  channelGoneFix: 'Deixe o bot vê-lo, ou escolha outro com `/configurações canal`.',
  channelLacks: (name, id, missing) =>
    `${name}: em ${channelMention(id)} falta ao bot ${missing.map(nameOf).join(', ')}.`,
  channelLacksFix: 'Dê isso ao cargo do bot nas permissões do canal.',
  channelNames: {
    admin: 'Admin',
    event_log: 'Registro de eventos',
    point_log: 'Registro de pontos',
    log: 'Registro',
  },

  reportsWait: (weeks) =>
    `O relatório da meta da semana de ${weeksShown(weeks)} espera: não há canal dos admins para publicá-lo.`,
  reportsWaitFix:
    'Escolha um canal dos admins com `/configurações canal`; ele é publicado dentro de uma hora.',
  schema: (version, engine) => `Versão do esquema: ${version} (${engine}).`,
  latency: (ms) => `Uma consulta levou ${number(ms)} ms.`,
  databaseFailed: (code) => `O banco de dados falhou (${code}).`,
  databaseFailedFix: 'O log da função diz mais; procure nele o ID da interação abaixo.',
  waiting: (count) =>
    plural(count, {
      one: `${number(count)} mensagem ou mudança de cargo está pendente.`,
      other: `${number(count)} mensagens e mudanças de cargo estão pendentes.`,
    }),
  waitingFix: 'Elas são tentadas de novo automaticamente; o que as impede aparece nas linhas acima.',
  nothingWaiting: 'Nada está pendente.',
  failed: (count) => `Falharam nas últimas 24 horas: ${number(count)}.`,
  failedFix: 'O canal de registro (`/configurações nível-do-registro`) diz por quê.',
  booksBalance: 'Os pontos de todos os membros batem com o histórico.',
  booksDiffer: (count) =>
    plural(count, {
      one: `Os pontos de ${number(count)} membro não batem com o histórico.`,
      other: `Os pontos de ${number(count)} membros não batem com o histórico.`,
    }),
  booksDifferFix: 'Alguém mudou as tabelas manualmente. Compare com a última exportação antes de corrigir.',
};

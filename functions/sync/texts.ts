import { clip, escapeMarkdown, mention } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';

const named = (name: string) => `**${escapeMarkdown(clip(name, 60))}**`;
const listed = (names: readonly string[], none: string) =>
  names.length === 0 ? none : names.map(named).join(', ');

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/** Every text of `/sync`; what the hourly job says as well is in shared/sync. */
export const texts = catalogue({
  en: {
    command: { name: 'sync', description: 'Bring ranks and Discord roles to what the Roblox group says' },
    optionMember: { name: 'member', description: 'Only this member (left out: everybody)' },
    optionDryRun: { name: 'dry-run', description: 'Show what differs and change nothing' },

    title: 'Sync',
    previewTitle: 'Sync: what would change',
    apply: 'Apply',
    working: (done: number, total: number) =>
      `Comparing with Roblox… ${en.number(done)} of ${en.number(total)} members.`,
    nothingWould: 'Nothing would change.',
    nothingSoFar: 'Nothing would change among these members.',
    pressApply: 'Nothing was changed yet. "Apply" looks again and applies what differs then.',

    database: (rank: string) => `database ${named(rank)}`,
    discord: (what: string) => `Discord ${what}`,
    roblox: (what: string) => `Roblox ${what}`,
    roles: (names: readonly string[]) => listed(names, 'no rank role'),
    away: (why: string) => `not compared (${why})`,
    discordLeft: 'has left the server',
    robloxLeft: 'not in the group',
    robloxGone: 'the account is gone',
    stays: (parts: readonly string[]) => `${parts.join(' · ')} → stays as it is`,
    would: (parts: readonly string[], steps: readonly string[]) =>
      `${parts.join(' · ')} → would ${steps.join(', ')}`,
    oneInSync: (id: string) => `${mention(id)} is in sync: database, Discord and Roblox agree.`,

    discordRoles: 'Discord roles',
    inSync: 'In sync.',

    nickname: 'Nickname',
    wouldName: (name: string) => `The nickname would be set to ${named(name)}.`,
    wouldNameMany: (count: number, isWhole: boolean) =>
      isWhole
        ? `Nicknames that would be set: ${en.number(count)}.`
        : `Nicknames that would be set: ${en.number(count)} or more.`,

    namesUnread: (count: number) =>
      en.plural(count, {
        one: 'One Roblox name was not compared; the hourly sync goes on with them.',
        other: `${en.number(count)} Roblox names were not compared; the hourly sync goes on with them.`,
      }),
    robloxUnread: 'Ranks could not be compared. Members who were done before keep their new ranks.',
  },
  de: {
    command: {
      name: 'abgleichen',
      description: 'Ränge und Discord-Rollen an das angleichen, was die Roblox-Gruppe sagt',
    },
    optionMember: { name: 'mitglied', description: 'Nur dieses Mitglied (ohne Angabe: alle)' },
    optionDryRun: { name: 'vorschau', description: 'Zeigen, was sich unterscheidet, und nichts ändern' },

    title: 'Abgleich',
    previewTitle: 'Abgleich: was sich ändern würde',
    apply: 'Anwenden',
    working: (done, total) =>
      `Vergleich mit Roblox läuft… ${de.number(done)} von ${de.number(total)} Mitgliedern.`,
    nothingWould: 'Es würde sich nichts ändern.',
    nothingSoFar: 'Bei diesen Mitgliedern würde sich nichts ändern.',
    pressApply:
      'Noch wurde nichts geändert. „Anwenden“ sieht noch einmal nach und übernimmt, was sich dann unterscheidet.',

    database: (rank) => `Datenbank ${named(rank)}`,
    discord: (what) => `Discord ${what}`,
    roblox: (what) => `Roblox ${what}`,
    roles: (names) => listed(names, 'keine Rangrolle'),
    away: (why) => `nicht verglichen (${why})`,
    discordLeft: 'nicht mehr auf dem Server',
    robloxLeft: 'nicht in der Gruppe',
    robloxGone: 'das Konto gibt es nicht mehr',
    stays: (parts) => `${parts.join(' · ')} → bleibt, wie es ist`,
    would: (parts, steps) => `${parts.join(' · ')} → würde ${steps.join(', ')}`,
    oneInSync: (id) => `Bei ${mention(id)} stimmen Datenbank, Discord und Roblox überein.`,

    discordRoles: 'Discord-Rollen',
    inSync: 'Stimmt überein.',

    nickname: 'Nickname',
    wouldName: (name) => `Der Nickname würde auf ${named(name)} gesetzt.`,
    wouldNameMany: (count, isWhole) =>
      isWhole
        ? `Nicknamen, die gesetzt würden: ${de.number(count)}.`
        : `Nicknamen, die gesetzt würden: ${de.number(count)} oder mehr.`,

    namesUnread: (count) =>
      de.plural(count, {
        one: 'Ein Roblox-Name wurde nicht verglichen; der stündliche Abgleich holt es nach.',
        other: `${de.number(count)} Roblox-Namen wurden nicht verglichen; der stündliche Abgleich holt es nach.`,
      }),
    robloxUnread:
      'Die Ränge konnten nicht verglichen werden. Mitglieder, die schon an der Reihe waren, behalten ihren neuen Rang.',
  },
  'es-ES': {
    command: {
      name: 'sincronizar',
      description: 'Poner rangos y roles de Discord como dice el grupo de Roblox',
    },
    optionMember: { name: 'miembro', description: 'Solo este miembro (si lo omites: todos)' },
    optionDryRun: { name: 'vista-previa', description: 'Mostrar las diferencias sin cambiar nada' },

    title: 'Sincronización',
    previewTitle: 'Sincronización: qué cambiaría',
    apply: 'Aplicar',
    working: (done, total) => `Comparando con Roblox… ${es.number(done)} de ${es.number(total)} miembros.`,
    nothingWould: 'No cambiaría nada.',
    nothingSoFar: 'En estos miembros no cambiaría nada.',
    pressApply:
      'Aún no se ha cambiado nada. «Aplicar» lo mira otra vez y aplica las diferencias que haya entonces.',

    database: (rank) => `base de datos ${named(rank)}`,
    discord: (what) => `Discord ${what}`,
    roblox: (what) => `Roblox ${what}`,
    roles: (names) => listed(names, 'ningún rol de rango'),
    away: (why) => `sin comparar (${why})`,
    discordLeft: 'ya no está en el servidor',
    robloxLeft: 'no está en el grupo',
    robloxGone: 'la cuenta ya no existe',
    stays: (parts) => `${parts.join(' · ')} → se queda como está`,
    would: (parts, steps) => `${parts.join(' · ')} → ${steps.join(', ')}`,
    oneInSync: (id) => `${mention(id)}: base de datos, Discord y Roblox coinciden.`,

    discordRoles: 'Roles de Discord',
    inSync: 'Todo coincide.',

    nickname: 'Apodo',
    wouldName: (name) => `El apodo pasaría a ser ${named(name)}.`,
    wouldNameMany: (count, isWhole) =>
      isWhole
        ? `Apodos que se pondrían: ${es.number(count)}.`
        : `Apodos que se pondrían: ${es.number(count)} o más.`,

    namesUnread: (count) =>
      es.plural(count, {
        one: 'No se ha comparado un nombre de Roblox; la sincronización de cada hora se encarga.',
        other: `No se han comparado ${es.number(count)} nombres de Roblox; la sincronización de cada hora se encarga.`,
      }),
    robloxUnread: 'Los rangos no se han podido comparar. Los miembros ya revisados conservan su nuevo rango.',
  },
  fr: {
    command: {
      name: 'synchroniser',
      description: 'Aligner rangs et rôles Discord sur ce que dit le groupe Roblox',
    },
    optionMember: { name: 'membre', description: 'Seulement ce membre (sinon : tout le monde)' },
    optionDryRun: { name: 'aperçu', description: 'Montrer les différences sans rien changer' },

    title: 'Synchronisation',
    previewTitle: 'Synchronisation : ce qui changerait',
    apply: 'Appliquer',
    working: (done, total) => `Comparaison avec Roblox… ${fr.number(done)} membres sur ${fr.number(total)}.`,
    nothingWould: 'Rien ne changerait.',
    nothingSoFar: 'Rien ne changerait pour ces membres.',
    pressApply:
      'Rien n’a encore été changé. « Appliquer » regarde de nouveau et applique les différences du moment.',

    database: (rank) => `base de données ${named(rank)}`,
    discord: (what) => `Discord ${what}`,
    roblox: (what) => `Roblox ${what}`,
    roles: (names) => listed(names, 'aucun rôle de rang'),
    away: (why) => `pas comparé (${why})`,
    discordLeft: 'a quitté le serveur',
    robloxLeft: 'pas dans le groupe',
    robloxGone: 'le compte n’existe plus',
    stays: (parts) => `${parts.join(' · ')} → reste tel quel`,
    would: (parts, steps) => `${parts.join(' · ')} → ${steps.join(', ')}`,
    oneInSync: (id) => `${mention(id)} : base de données, Discord et Roblox concordent.`,

    discordRoles: 'Rôles Discord',
    inSync: 'Tout concorde.',

    nickname: 'Pseudo',
    wouldName: (name) => `Le pseudo deviendrait ${named(name)}.`,
    wouldNameMany: (count, isWhole) =>
      isWhole
        ? `Pseudos qui seraient changés : ${fr.number(count)}.`
        : `Pseudos qui seraient changés : ${fr.number(count)} ou plus.`,

    namesUnread: (count) =>
      fr.plural(count, {
        one: `${fr.number(count)} nom Roblox n’a pas été comparé ; la synchronisation horaire s’en charge.`,
        other: `${fr.number(count)} noms Roblox n’ont pas été comparés ; la synchronisation horaire s’en charge.`,
      }),
    robloxUnread: 'Les rangs n’ont pas pu être comparés. Les membres déjà traités gardent leur nouveau rang.',
  },
  'pt-BR': {
    command: {
      name: 'sincronizar',
      description: 'Deixar patentes e cargos do Discord como diz o grupo do Roblox',
    },
    optionMember: { name: 'membro', description: 'Só este membro (sem isso: todos)' },
    optionDryRun: { name: 'prévia', description: 'Mostrar as diferenças sem mudar nada' },

    title: 'Sincronização',
    previewTitle: 'Sincronização: o que mudaria',
    apply: 'Aplicar',
    working: (done, total) => `Comparando com o Roblox… ${pt.number(done)} de ${pt.number(total)} membros.`,
    nothingWould: 'Nada mudaria.',
    nothingSoFar: 'Nada mudaria para esses membros.',
    pressApply: 'Nada foi alterado ainda. “Aplicar” olha de novo e aplica as diferenças que houver então.',

    database: (rank) => `banco de dados ${named(rank)}`,
    discord: (what) => `Discord ${what}`,
    roblox: (what) => `Roblox ${what}`,
    roles: (names) => listed(names, 'nenhum cargo de patente'),
    away: (why) => `não comparado (${why})`,
    discordLeft: 'saiu do servidor',
    robloxLeft: 'não está no grupo',
    robloxGone: 'a conta não existe mais',
    stays: (parts) => `${parts.join(' · ')} → fica como está`,
    would: (parts, steps) => `${parts.join(' · ')} → ${steps.join(', ')}`,
    oneInSync: (id) => `${mention(id)}: banco de dados, Discord e Roblox estão de acordo.`,

    discordRoles: 'Cargos do Discord',
    inSync: 'Tudo em dia.',

    nickname: 'Apelido',
    wouldName: (name) => `O apelido passaria a ser ${named(name)}.`,
    wouldNameMany: (count, isWhole) =>
      isWhole
        ? `Apelidos que seriam definidos: ${pt.number(count)}.`
        : `Apelidos que seriam definidos: ${pt.number(count)} ou mais.`,

    namesUnread: (count) =>
      pt.plural(count, {
        one: 'Um nome do Roblox não foi comparado; a sincronização de cada hora cuida disso.',
        other: `${pt.number(count)} nomes do Roblox não foram comparados; a sincronização de cada hora cuida disso.`,
      }),
    robloxUnread:
      'Não foi possível comparar as patentes. Os membros já verificados ficam com a patente nova.',
  },
});

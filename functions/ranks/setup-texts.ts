import type { JsonPlace } from '../../shared/configs/parse-config-json.ts';
import { escapeMarkdown, roleMention } from '../../shared/discord/text.ts';
import { catalogue } from '../../shared/languages/catalogue.ts';
import { writing } from '../../shared/languages/writing.ts';

const en = writing('en');
const de = writing('de');
const es = writing('es-ES');
const fr = writing('fr');
const pt = writing('pt-BR');

/** Every text of `/ranks setup`. Names of ranks come escaped. */
export const setupTexts = catalogue({
  en: {
    title: 'Set the ranks up',
    fromGroup:
      "Proposed from the Roblox group's roles. To change points or names: edit the file and hand it in.",
    fromFile: 'From your file.',
    added: (rank: string) => `➕ **${rank}**`,
    changed: (rank: string, what: readonly string[]) => `✏️ **${rank}**: ${what.join(', ')}`,
    dropped: (rank: string) => `🗑️ **${rank}**`,
    unchanged: (count: number) =>
      en.plural(count, {
        one: '1 rank stays as it is.',
        other: `${en.number(count)} ranks stay as they are.`,
      }),
    nothing: 'The ranks are like this already: there is nothing to apply.',
    held: (rank: string, members: number) =>
      en.plural(members, {
        one: `⛔ **${rank}** is missing from the list, but 1 member holds it.`,
        other: `⛔ **${rank}** is missing from the list, but ${en.number(members)} members hold it.`,
      }),
    heldAdvice:
      'A rank that members hold is never dropped. Nothing was changed. Put it back, or move them with `/set-rank`.',
    roleRefused: (roleId: string, rank: string, objection: string) =>
      `⛔ ${roleMention(roleId)}, the role of **${rank}**, ${objection}, and a rank must not hand that out.`,
    roleRefusedAdvice:
      'Nothing was changed. Take such roles out of the file, or have the person who runs the bot allow them ' +
      '(`powerful_roles` in settings.json).',
    roleUnknown: (roleId: string, rank: string) =>
      `⚠️ The role \`${roleId}\` of **${rank}** is not in this server, so nobody can get it.`,
    more: (count: number) =>
      en.plural(count, {
        one: '… and 1 more line; the file has everything.',
        other: `… and ${en.number(count)} more lines; the file has everything.`,
      }),
    apply: 'Apply',
    fields: {
      name: (from: string) => `renamed from ${from}`,
      order: (from: number, to: number) => `order ${from} → ${to}`,
      points: (from: number, to: number) => `points ${en.number(from)} → ${en.number(to)}`,
      roblox: (from: string, to: string) => `Roblox rank ${from} → ${to}`,
      nowByAdmins: 'now granted by admins',
      nowByPoints: 'now reached by points',
      category: 'category',
      tag: 'tag',
      discordRole: 'Discord role',
    },

    notText:
      'That file is no text in UTF-8, so nothing was changed. Hand in a ranks.json; `/ranks setup` without a file makes one.',
    notJson: ({ line, column }: JsonPlace) =>
      `That file is not JSON from line ${line}, column ${column} on, so nothing was changed. Correct it there and hand it in again; \`/ranks setup\` without a file makes one that is right.`,
    tooLarge: (kilobytes: number) => `That file is larger than ${kilobytes} KB, so nothing was changed.`,
    fileGone: 'The file could not be fetched from Discord, so nothing was changed. Hand it in again.',
    badFile: 'The file cannot be used, so nothing was changed:',
    moreProblems: (count: number) => `… and ${en.number(count)} more.`,
    guestRank: (ranks: readonly string[]) =>
      `${ranks.join(', ')}: the Roblox rank 0 is Guest, whom nobody can be made, so nothing was changed. ` +
      'Hand in a ranks.json with another roblox_group_rank_id.',
    noRoles: 'The Roblox group has no roles to make ranks from. Nothing was changed.',

    gone: 'This proposal was applied already, or a newer one was made. Nothing was changed. Use `/ranks setup` again.',
    ranksChanged:
      'The ranks were changed since this was shown, so nothing was changed. Use `/ranks setup` again.',
    heldMeanwhile:
      'Somebody came to hold a rank that would be dropped, so nothing was changed. Use `/ranks setup` again.',
    applied: (added: number, changed: number, dropped: number) =>
      `✅ Applied: ${en.number(added)} added, ${en.number(changed)} changed, ${en.number(dropped)} dropped.`,
    next: '`/ranks list` shows them, `/ranks set-role` chooses their Discord roles; a rank without one finds or makes one by its name.',
  },
  de: {
    title: 'Ränge einrichten',
    fromGroup:
      'Vorschlag aus den Rollen der Roblox-Gruppe. Um Punkte oder Namen zu ändern: Bearbeite die Datei und reich sie ein.',
    fromFile: 'Aus deiner Datei.',
    added: (rank) => `➕ **${rank}**`,
    changed: (rank, what) => `✏️ **${rank}**: ${what.join(', ')}`,
    dropped: (rank) => `🗑️ **${rank}**`,
    unchanged: (count) =>
      de.plural(count, {
        one: '1 Rang bleibt, wie er ist.',
        other: `${de.number(count)} Ränge bleiben, wie sie sind.`,
      }),
    nothing: 'Die Ränge sind schon so: Es gibt nichts anzuwenden.',
    held: (rank, members) =>
      de.plural(members, {
        one: `⛔ **${rank}** fehlt in der Liste, aber 1 Mitglied hat diesen Rang.`,
        other: `⛔ **${rank}** fehlt in der Liste, aber ${de.number(members)} Mitglieder haben diesen Rang.`,
      }),
    heldAdvice:
      'Ein Rang, den Mitglieder haben, fällt nie weg. Es wurde nichts geändert. Nimm ihn wieder auf, oder gib ihnen mit `/rang-setzen` einen anderen.',
    roleRefused: (roleId, rank, objection) =>
      `⛔ ${roleMention(roleId)}, die Rolle von **${rank}**, ${objection}, und das darf ein Rang nicht mit sich bringen.`,
    roleRefusedAdvice:
      'Es wurde nichts geändert. Nimm solche Rollen aus der Datei, oder lass sie von der Person erlauben, die den Bot betreibt ' +
      '(`powerful_roles` in settings.json).',
    roleUnknown: (roleId, rank) =>
      `⚠️ Die Rolle \`${roleId}\` von **${rank}** gibt es auf diesem Server nicht, also kann sie niemand bekommen.`,
    more: (count) =>
      de.plural(count, {
        one: '… und 1 weitere Zeile; in der Datei steht alles.',
        other: `… und ${de.number(count)} weitere Zeilen; in der Datei steht alles.`,
      }),
    apply: 'Anwenden',
    fields: {
      name: (from) => `hieß bisher ${from}`,
      order: (from, to) => `Reihenfolge ${from} → ${to}`,
      points: (from, to) => `Punkte ${de.number(from)} → ${de.number(to)}`,
      roblox: (from, to) => `Roblox-Rang ${from} → ${to}`,
      nowByAdmins: 'jetzt von Admins vergeben',
      nowByPoints: 'jetzt durch Punkte erreichbar',
      category: 'Kategorie',
      tag: 'Kürzel',
      discordRole: 'Discord-Rolle',
    },

    notText:
      'Diese Datei ist kein Text in UTF-8, es wurde also nichts geändert. Reich eine ranks.json ein; `/ränge einrichten` ohne Datei macht eine.',
    notJson: ({ line, column }) =>
      `Diese Datei ist ab Zeile ${line}, Spalte ${column} kein JSON, es wurde also nichts geändert. Berichtige sie dort und reich sie noch einmal ein; \`/ränge einrichten\` ohne Datei macht eine richtige.`,
    tooLarge: (kilobytes) => `Diese Datei ist größer als ${kilobytes} KB, es wurde also nichts geändert.`,
    fileGone:
      'Die Datei konnte nicht von Discord geholt werden, es wurde also nichts geändert. Reich sie noch einmal ein.',
    badFile: 'Die Datei ist nicht zu gebrauchen, es wurde also nichts geändert:',
    moreProblems: (count) => `… und ${de.number(count)} weitere.`,
    guestRank: (ranks) =>
      `${ranks.join(', ')}: Der Roblox-Rang 0 ist „Guest“, dazu kann niemand gemacht werden; es wurde also nichts geändert. ` +
      'Reich eine ranks.json mit einer anderen roblox_group_rank_id ein.',
    noRoles: 'Die Roblox-Gruppe hat keine Rollen, aus denen Ränge werden könnten. Es wurde nichts geändert.',

    gone: 'Dieser Vorschlag wurde schon angewendet, oder es gibt einen neueren. Es wurde nichts geändert. Benutze `/ränge einrichten` noch einmal.',
    ranksChanged:
      'Die Ränge wurden geändert, seit das gezeigt wurde; es wurde also nichts angewendet. Benutze `/ränge einrichten` noch einmal.',
    heldMeanwhile:
      'Inzwischen hat jemand einen Rang, der wegfallen würde; es wurde also nichts geändert. Benutze `/ränge einrichten` noch einmal.',
    applied: (added, changed, dropped) =>
      `✅ Angewendet: ${de.number(added)} hinzugefügt, ${de.number(changed)} geändert, ${de.number(dropped)} weggefallen.`,
    next: '`/ränge liste` zeigt sie, `/ränge rolle-setzen` wählt ihre Discord-Rollen; für einen Rang ohne Rolle wird eine mit seinem Namen gesucht oder angelegt.',
  },
  'es-ES': {
    title: 'Configurar los rangos',
    fromGroup:
      'Propuesta a partir de los roles del grupo de Roblox. Para cambiar puntos o nombres: edita el archivo y envíalo.',
    fromFile: 'De tu archivo.',
    added: (rank) => `➕ **${rank}**`,
    changed: (rank, what) => `✏️ **${rank}**: ${what.join(', ')}`,
    dropped: (rank) => `🗑️ **${rank}**`,
    unchanged: (count) =>
      es.plural(count, {
        one: '1 rango se queda como está.',
        other: `${es.number(count)} rangos se quedan como están.`,
      }),
    nothing: 'Los rangos ya son así: no hay nada que aplicar.',
    held: (rank, members) =>
      es.plural(members, {
        one: `⛔ **${rank}** falta en la lista, pero 1 miembro lo tiene.`,
        other: `⛔ **${rank}** falta en la lista, pero ${es.number(members)} miembros lo tienen.`,
      }),
    heldAdvice:
      'Un rango que tienen miembros nunca se elimina. No se ha cambiado nada. Vuelve a ponerlo, o dales otro con `/asignar-rango`.',
    roleRefused: (roleId, rank, objection) =>
      `⛔ ${roleMention(roleId)}, el rol de **${rank}**, ${objection}, y un rango no debe repartir eso.`,
    roleRefusedAdvice:
      'No se ha cambiado nada. Quita esos roles del archivo, o pide a quien gestiona el bot que los permita ' +
      '(`powerful_roles` en settings.json).',
    roleUnknown: (roleId, rank) =>
      `⚠️ El rol \`${roleId}\` de **${rank}** no existe en este servidor, así que nadie puede recibirlo.`,
    more: (count) =>
      es.plural(count, {
        one: '… y 1 línea más; en el archivo está todo.',
        other: `… y ${es.number(count)} líneas más; en el archivo está todo.`,
      }),
    apply: 'Aplicar',
    fields: {
      name: (from) => `antes se llamaba ${from}`,
      order: (from, to) => `orden ${from} → ${to}`,
      points: (from, to) => `puntos ${es.number(from)} → ${es.number(to)}`,
      roblox: (from, to) => `rango de Roblox ${from} → ${to}`,
      nowByAdmins: 'ahora lo dan los admins',
      nowByPoints: 'ahora se alcanza con puntos',
      category: 'categoría',
      tag: 'etiqueta',
      discordRole: 'rol de Discord',
    },

    notText:
      'Ese archivo no es texto en UTF-8, así que no se ha cambiado nada. Envía un ranks.json; `/rangos configurar` sin archivo crea uno.',
    notJson: ({ line, column }) =>
      `Ese archivo deja de ser JSON en la línea ${line}, columna ${column}, así que no se ha cambiado nada. Corrígelo ahí y envíalo otra vez; \`/rangos configurar\` sin archivo crea uno correcto.`,
    tooLarge: (kilobytes) => `Ese archivo ocupa más de ${kilobytes} KB, así que no se ha cambiado nada.`,
    fileGone: 'No se pudo obtener el archivo de Discord, así que no se ha cambiado nada. Envíalo otra vez.',
    badFile: 'El archivo no se puede usar, así que no se ha cambiado nada:',
    moreProblems: (count) => `… y ${es.number(count)} más.`,
    guestRank: (ranks) =>
      `${ranks.join(', ')}: el rango 0 de Roblox es «Guest», y nadie puede recibirlo, así que no se ha cambiado nada. ` +
      'Envía un ranks.json con otro roblox_group_rank_id.',
    noRoles: 'El grupo de Roblox no tiene roles de los que crear rangos. No se ha cambiado nada.',

    gone: 'Esta propuesta ya se aplicó, o se hizo otra más reciente. No se ha cambiado nada. Usa `/rangos configurar` otra vez.',
    ranksChanged:
      'Los rangos han cambiado desde que se mostró esto, así que no se ha aplicado nada. Usa `/rangos configurar` otra vez.',
    heldMeanwhile:
      'Entretanto alguien tiene un rango que se eliminaría, así que no se ha cambiado nada. Usa `/rangos configurar` otra vez.',
    applied: (added, changed, dropped) =>
      `✅ Aplicado. Añadidos: ${es.number(added)}, cambiados: ${es.number(changed)}, eliminados: ${es.number(dropped)}.`,
    next: '`/rangos lista` los muestra, `/rangos asignar-rol` elige sus roles de Discord; para un rango sin rol se busca o se crea uno con su nombre.',
  },
  fr: {
    title: 'Configurer les rangs',
    fromGroup:
      'Proposition à partir des rôles du groupe Roblox. Pour changer des points ou des noms : modifie le fichier et envoie-le.',
    fromFile: 'D’après ton fichier.',
    added: (rank) => `➕ **${rank}**`,
    changed: (rank, what) => `✏️ **${rank}** : ${what.join(', ')}`,
    dropped: (rank) => `🗑️ **${rank}**`,
    unchanged: (count) =>
      fr.plural(count, {
        one: `${fr.number(count)} rang ne change pas.`,
        other: `${fr.number(count)} rangs ne changent pas.`,
      }),
    nothing: 'Les rangs sont déjà ainsi : il n’y a rien à appliquer.',
    held: (rank, members) =>
      fr.plural(members, {
        one: `⛔ **${rank}** manque dans la liste, mais ${fr.number(members)} membre a ce rang.`,
        other: `⛔ **${rank}** manque dans la liste, mais ${fr.number(members)} membres ont ce rang.`,
      }),
    heldAdvice:
      'Un rang que des membres ont n’est jamais supprimé. Rien n’a été changé. Remets-le, ou donne-leur un autre rang avec `/attribuer-rang`.',
    roleRefused: (roleId, rank, objection) =>
      `⛔ ${roleMention(roleId)}, le rôle de **${rank}**, ${objection}, et un rang ne doit pas donner cela.`,
    roleRefusedAdvice:
      'Rien n’a été changé. Enlève ces rôles du fichier, ou demande à la personne qui gère le bot de les autoriser ' +
      '(`powerful_roles` dans settings.json).',
    roleUnknown: (roleId, rank) =>
      `⚠️ Le rôle \`${roleId}\` de **${rank}** n’existe pas sur ce serveur, personne ne peut donc le recevoir.`,
    more: (count) =>
      fr.plural(count, {
        one: `… et ${fr.number(count)} ligne de plus ; tout est dans le fichier.`,
        other: `… et ${fr.number(count)} lignes de plus ; tout est dans le fichier.`,
      }),
    apply: 'Appliquer',
    fields: {
      name: (from) => `s’appelait ${from}`,
      order: (from, to) => `ordre ${from} → ${to}`,
      points: (from, to) => `points ${fr.number(from)} → ${fr.number(to)}`,
      roblox: (from, to) => `rang Roblox ${from} → ${to}`,
      nowByAdmins: 'désormais donné par les admins',
      nowByPoints: 'désormais obtenu avec des points',
      category: 'catégorie',
      tag: 'tag',
      discordRole: 'rôle Discord',
    },

    notText:
      'Ce fichier n’est pas du texte en UTF-8, donc rien n’a été changé. Envoie un ranks.json ; `/rangs configurer` sans fichier en crée un.',
    notJson: ({ line, column }) =>
      `Ce fichier n’est plus du JSON à partir de la ligne ${line}, colonne ${column}, donc rien n’a été changé. Corrige-le à cet endroit et renvoie-le ; \`/rangs configurer\` sans fichier en crée un correct.`,
    tooLarge: (kilobytes) => `Ce fichier dépasse ${kilobytes} Ko, donc rien n’a été changé.`,
    fileGone:
      'Le fichier n’a pas pu être récupéré auprès de Discord, donc rien n’a été changé. Envoie-le de nouveau.',
    badFile: 'Le fichier est inutilisable, donc rien n’a été changé :',
    moreProblems: (count) => `… et ${fr.number(count)} de plus.`,
    guestRank: (ranks) =>
      `${ranks.join(', ')} : le rang Roblox 0 est « Guest », que personne ne peut recevoir, donc rien n’a été changé. ` +
      'Envoie un ranks.json avec un autre roblox_group_rank_id.',
    noRoles: 'Le groupe Roblox n’a aucun rôle dont on puisse faire un rang. Rien n’a été changé.',

    gone: 'Cette proposition a déjà été appliquée, ou il y en a une plus récente. Rien n’a été changé. Utilise de nouveau `/rangs configurer`.',
    ranksChanged:
      'Les rangs ont changé depuis que ceci a été affiché, donc rien n’a été appliqué. Utilise de nouveau `/rangs configurer`.',
    heldMeanwhile:
      'Entre-temps, quelqu’un a un rang qui serait supprimé, donc rien n’a été changé. Utilise de nouveau `/rangs configurer`.',
    applied: (added, changed, dropped) =>
      `✅ Appliqué. Ajoutés : ${fr.number(added)}, modifiés : ${fr.number(changed)}, supprimés : ${fr.number(dropped)}.`,
    next: '`/rangs liste` les montre, `/rangs attribuer-rôle` choisit leurs rôles Discord ; pour un rang sans rôle, on en cherche ou crée un à son nom.',
  },
  'pt-BR': {
    title: 'Configurar as patentes',
    fromGroup:
      'Proposta a partir dos cargos do grupo do Roblox. Para mudar pontos ou nomes: edite o arquivo e envie-o.',
    fromFile: 'Do seu arquivo.',
    added: (rank) => `➕ **${rank}**`,
    changed: (rank, what) => `✏️ **${rank}**: ${what.join(', ')}`,
    dropped: (rank) => `🗑️ **${rank}**`,
    unchanged: (count) =>
      pt.plural(count, {
        one: `${pt.number(count)} patente fica como está.`,
        other: `${pt.number(count)} patentes ficam como estão.`,
      }),
    nothing: 'As patentes já estão assim: não há nada para aplicar.',
    held: (rank, members) =>
      pt.plural(members, {
        one: `⛔ **${rank}** falta na lista, mas ${pt.number(members)} membro tem essa patente.`,
        other: `⛔ **${rank}** falta na lista, mas ${pt.number(members)} membros têm essa patente.`,
      }),
    heldAdvice:
      'Uma patente que membros têm nunca é removida. Nada foi alterado. Coloque-a de volta, ou dê outra a eles com `/definir-patente`.',
    roleRefused: (roleId, rank, objection) =>
      `⛔ ${roleMention(roleId)}, o cargo de **${rank}**, ${objection}, e uma patente não pode distribuir isso.`,
    roleRefusedAdvice:
      'Nada foi alterado. Tire esses cargos do arquivo, ou peça a quem cuida do bot que os permita ' +
      '(`powerful_roles` em settings.json).',
    roleUnknown: (roleId, rank) =>
      `⚠️ O cargo \`${roleId}\` de **${rank}** não existe neste servidor, então ninguém pode recebê-lo.`,
    more: (count) =>
      pt.plural(count, {
        one: `… e mais ${pt.number(count)} linha; no arquivo está tudo.`,
        other: `… e mais ${pt.number(count)} linhas; no arquivo está tudo.`,
      }),
    apply: 'Aplicar',
    fields: {
      name: (from) => `antes se chamava ${from}`,
      order: (from, to) => `ordem ${from} → ${to}`,
      points: (from, to) => `pontos ${pt.number(from)} → ${pt.number(to)}`,
      roblox: (from, to) => `posição no Roblox ${from} → ${to}`,
      nowByAdmins: 'agora dada pelos admins',
      nowByPoints: 'agora alcançada com pontos',
      category: 'categoria',
      tag: 'tag',
      discordRole: 'cargo no Discord',
    },

    notText:
      'Esse arquivo não é texto em UTF-8, então nada foi alterado. Envie um ranks.json; `/patentes configurar` sem arquivo cria um.',
    notJson: ({ line, column }) =>
      `Esse arquivo deixa de ser JSON na linha ${line}, coluna ${column}, então nada foi alterado. Corrija-o ali e envie-o de novo; \`/patentes configurar\` sem arquivo cria um correto.`,
    tooLarge: (kilobytes) => `Esse arquivo tem mais de ${kilobytes} KB, então nada foi alterado.`,
    fileGone: 'O arquivo não pôde ser obtido do Discord, então nada foi alterado. Envie-o de novo.',
    badFile: 'O arquivo não pode ser usado, então nada foi alterado:',
    moreProblems: (count) => `… e mais ${pt.number(count)}.`,
    guestRank: (ranks) =>
      `${ranks.join(', ')}: a posição 0 no Roblox é "Guest", que ninguém pode receber, então nada foi alterado. ` +
      'Envie um ranks.json com outro roblox_group_rank_id.',
    noRoles: 'O grupo do Roblox não tem cargos de onde criar patentes. Nada foi alterado.',

    gone: 'Esta proposta já foi aplicada, ou há uma mais nova. Nada foi alterado. Use `/patentes configurar` de novo.',
    ranksChanged:
      'As patentes mudaram desde que isto foi mostrado, então nada foi aplicado. Use `/patentes configurar` de novo.',
    heldMeanwhile:
      'Nesse meio-tempo, alguém passou a ter uma patente que seria removida, então nada foi alterado. Use `/patentes configurar` de novo.',
    applied: (added, changed, dropped) =>
      `✅ Aplicado. Adicionadas: ${pt.number(added)}, alteradas: ${pt.number(changed)}, removidas: ${pt.number(dropped)}.`,
    next: '`/patentes lista` mostra todas, `/patentes definir-cargo` escolhe os cargos no Discord; para uma patente sem cargo, um é procurado ou criado com o nome dela.',
  },
});

/** A file that was refused, with what is wrong in it; `more` problems are not shown. */
export function badFileText(
  { badFile, moreProblems }: ReturnType<typeof setupTexts>,
  problems: readonly string[],
  more: number,
): string {
  const shown = problems.map((problem) => `• ${escapeMarkdown(problem)}`);
  return [badFile, ...shown, ...(more > 0 ? [moreProblems(more)] : [])].join('\n');
}

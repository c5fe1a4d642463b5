import { permissionNames } from '../../shared/discord/permission-names.ts';
import type { Permission } from '../../shared/discord/permissions.ts';
import { channelMention, clip, escapeMarkdown, roleMention, timestamp } from '../../shared/discord/text.ts';
import { writing } from '../../shared/languages/writing.ts';
import { counted, countedClauses, countedNames, weeksShown } from './counted.ts';
import type { Texts } from './texts-en.ts';

const { number, plural } = writing('de');
const andMore = (shown: string, count: number) => `${shown} und ${number(count)} weitere`;
const keysPage = 'create.roblox.com unter Open Cloud, API-Schlüssel';
const onOwnMachine = (variable: string) =>
  `Auf einem eigenen Rechner: \`${variable}\` in der Datei mit den Variablen des Clans, dann ein Neustart.`;
const nameOf = (permission: Permission) => `„${permissionNames.all.de[permission]}“`;

export const de: Texts = {
  command: {
    name: 'diagnose',
    description: 'Roblox, Discord und die Datenbank prüfen und sagen, wie sich Fehler beheben lassen',
  },
  title: 'Diagnose',
  roblox: 'Roblox',
  discord: 'Discord',
  database: 'Datenbank',
  marks: { good: '✅', warning: '⚠️', bad: '❌' },
  allGood: 'Alles ist, wie es sein soll.',
  toFix: (bad, warnings) => `Zu beheben: ${bad}. Einen Blick wert: ${warnings}.`,
  more: (count) => `… und ${count} weitere Zeilen wie diese.`,
  seePause: 'Siehe oben unter „Pausiert“.',
  tryLater: 'Versuch es später noch einmal.',
  itSaid: (message) => `Die Antwort war: ${escapeMarkdown(clip(message, 200))}`,

  group: (name, members) =>
    members === undefined
      ? `Gruppe „${escapeMarkdown(name)}“.`
      : `Gruppe „${escapeMarkdown(name)}“, ${number(members)} Mitglieder.`,
  robloxFailed: (what) => `${what}.`,
  robloxFixes: {
    400: 'Ist roblox_group_id in settings.json die Nummer der Gruppe?',
    401: `Ist es der richtige Schlüssel, und ist er aktiviert? Sieh auf ${keysPage} nach; ein neuer wird mit \`npm run set-secrets\` gesetzt. ${onOwnMachine('ROBLOX_API_KEY')}`,
    403: `Erlaubt der Schlüssel diese Gruppe, mit den Berechtigungen \`group:read\` und \`group:write\`? Sieh auf ${keysPage} nach.`,
    404: 'Ist roblox_group_id in settings.json die Nummer der Gruppe, und gibt es die Gruppe noch?',
  },
  keyGood: 'Der Schlüssel ist aktiviert.',
  keyDisabled: 'Der Schlüssel ist deaktiviert.',
  keyDisabledFix: `Aktiviere ihn auf ${keysPage}.`,
  keyExpired: 'Der Schlüssel ist abgelaufen.',
  keyExpiredFix: `Erstelle einen neuen auf ${keysPage}, und setze ihn mit \`npm run set-secrets\`. ${onOwnMachine('ROBLOX_API_KEY')}`,
  keyEnds: (at) => `Der Schlüssel gilt bis ${timestamp(at, 'D')} (${timestamp(at, 'R')}).`,
  keyEndsFix: `Verlängere ihn auf ${keysPage}, oder erstelle einen neuen und setze ihn mit \`npm run set-secrets\`. ${onOwnMachine('ROBLOX_API_KEY')}`,
  keyNoEnd:
    'Der Schlüssel hat kein Enddatum; Roblox beendet einen, der 60 Tage nicht benutzt wird, und der stündliche Abgleich benutzt ihn.',
  scopesGood: (scopes) => `Der Schlüssel darf: ${scopes.map((scope) => `\`${scope}\``).join(', ')}.`,
  scopeMissing: (scope) => `Dem Schlüssel fehlt die Berechtigung \`${scope}\`.`,
  scopeMissingFix: `Füge sie dem Schlüssel auf ${keysPage} hinzu, für diese Gruppe.`,
  ceiling: (name, rank) =>
    `Der höchste Rang, den der Schlüssel geben kann, ist „${escapeMarkdown(name)}“ (${rank}).`,
  ceilingUnknown:
    'Welche Ränge der Schlüssel geben kann, ist unbekannt: Roblox hat nicht gesagt, wem er gehört.',
  ceilingUnknownFix:
    'Wenn Beförderungen abgelehnt werden, gib dem Konto, dem der Schlüssel gehört, eine höhere Rolle in der Gruppe.',
  keyOwnerOutside:
    'Das Konto, dem der Schlüssel gehört, ist nicht in der Gruppe, deshalb kann er keinen Rang geben.',
  keyOwnerOutsideFix:
    'Lass dieses Konto der Gruppe beitreten, mit einer Rolle über allen Rängen, die der Bot gibt.',
  keyGivesNothing:
    'Das Konto, dem der Schlüssel gehört, hat die niedrigste Rolle, deshalb kann er keinen Rang geben.',
  outOfReach: (names) => `Für den Schlüssel zu hoch: ${countedNames(names, andMore)}.`,
  outOfReachFix:
    'Gib dem Konto, dem der Schlüssel gehört, eine Rolle darüber, oder vergib diese Ränge selbst.',
  unmapped: (names) => `Keine Rolle der Gruppe gehört zu: ${countedNames(names, andMore)}.`,
  unmappedFix: 'Berichtige roblox_group_rank_id in ranks.json; `/ränge vergleichen` zeigt beide Seiten.',
  mapped: (count) => `Alle ${number(count)} Ränge haben eine Rolle in der Gruppe.`,

  paused: 'Pausiert',
  pausedFix: 'Behebe die Ursache, die hier steht; der Bot macht von selbst weiter.',
  discordFailed: (what) => `${what}.`,
  discordFixes: {
    401: `Ist es das aktuelle Token? Ein neues wird mit \`npm run set-secrets\` gesetzt. ${onOwnMachine('DISCORD_BOT_TOKEN')}`,
    403: 'Ist der Bot noch auf dem Server, und darf er die Kanäle sehen?',
    404: 'Ist der Bot noch auf dem Server, und ist guild_id in settings.json dessen ID?',
  },
  manageRolesGood: 'Der Bot darf Rollen verwalten.',
  manageRolesMissing: 'Dem Bot fehlt die Berechtigung „Rollen verwalten“.',
  manageRolesMissingFix: 'Servereinstellungen, Rollen, die Rolle des Bots: Schalte sie ein.',
  nicknamesGood: 'Der Bot darf Nicknamen verwalten.',
  nicknamesMissing:
    'Dem Bot fehlt die Berechtigung „Nicknames verwalten“, und der Clan hat eine Vorlage für Nicknamen.',
  rolesGood: (count) =>
    plural(count, {
      one: 'Die Rolle des Bots steht über der einen Rangrolle.',
      other: `Die Rolle des Bots steht über den ${number(count)} Rangrollen.`,
    }),
  rolesAbove: (ids) => `Die Rolle des Bots steht nicht über ${counted(ids.map(roleMention), andMore)}.`,
  rolesAboveFix: 'Servereinstellungen, Rollen: Zieh die Rolle des Bots darüber.',
  rolesGone: (names) => `Die Discord-Rolle gibt es nicht mehr von: ${countedNames(names, andMore)}.`,
  rolesGoneFix: 'Wähle eine andere mit `/ränge rolle-setzen`.',
  rolesRefused: (clauses) => `Von den Rangrollen gilt: ${countedClauses(clauses, andMore)}.`,
  roleWarnedFix:
    'Wenn das nicht gewollt ist, wähle eine andere Rolle mit `/ränge rolle-setzen` oder `/einstellungen rolle`.',
  given: {
    verified: {
      gone: (id) => `Die Verifiziert-Rolle ${roleMention(id)} gibt es nicht mehr.`,
      tier: (id) =>
        `Die Verifiziert-Rolle ${roleMention(id)} gibt eine Stufe des Bots, deshalb wird sie niemandem gegeben.`,
      refused: (id, objection) =>
        `Die Verifiziert-Rolle ${roleMention(id)} ${objection}, deshalb wird sie niemandem gegeben.`,
      fix: 'Wähle eine andere mit `/einstellungen rolle`, Stufe Verifiziert.',
    },
    onLeave: {
      gone: (id) => `Die Rolle für Abgemeldete ${roleMention(id)} gibt es nicht mehr.`,
      tier: (id) =>
        `Die Rolle für Abgemeldete ${roleMention(id)} gibt eine Stufe des Bots, deshalb wird sie niemandem gegeben.`,
      refused: (id, objection) =>
        `Die Rolle für Abgemeldete ${roleMention(id)} ${objection}, deshalb wird sie niemandem gegeben.`,
      fix: 'Wähle eine andere mit `/einstellungen rolle`, Stufe Abgemeldet.',
    },
  },
  rolesOpen: (count) =>
    plural(count, {
      one: '1 Rang hat noch keine Discord-Rolle: Bei der ersten Beförderung wird eine mit dem Namen des Rangs angelegt.',
      other: `${number(count)} Ränge haben noch keine Discord-Rolle: Bei der ersten Beförderung wird eine mit dem Namen des Rangs angelegt.`,
    }),
  channelGood: (name, id) => `${name}: ${channelMention(id)}.`,
  channelNotSet: (name) => `${name}: Es ist kein Kanal gesetzt.`,
  channelNotSetFix: (name) => `\`/einstellungen kanal\`, ${name}.`,
  channelGone: (name, id) =>
    `${name}: ${channelMention(id)} gibt es nicht mehr, oder der Bot kann ihn nicht sehen.`,
  channelGoneFix: 'Lass den Bot ihn sehen, oder wähle einen anderen mit `/einstellungen kanal`.',
  channelLacks: (name, id, missing) =>
    `${name}: In ${channelMention(id)} fehlt dem Bot ${missing.map(nameOf).join(', ')}.`,
  channelLacksFix: 'Gib das der Rolle des Bots in den Berechtigungen des Kanals.',
  channelNames: { admin: 'Admin', event_log: 'Event-Log', point_log: 'Punkte-Log', log: 'Log' },

  reportsWait: (weeks) =>
    `Der Bericht über das Soll der Woche ab ${weeksShown(weeks)} wartet: Es gibt keinen Admin-Kanal dafür.`,
  reportsWaitFix:
    'Wähle einen Admin-Kanal mit `/einstellungen kanal`; innerhalb einer Stunde wird er dort gepostet.',
  schema: (version, engine) => `Version des Schemas: ${version} (${engine}).`,
  latency: (ms) => `Eine Abfrage dauerte ${number(ms)} ms.`,
  databaseFailed: (code) => `Fehler der Datenbank (${code}).`,
  databaseFailedFix: 'Das Log der Funktion sagt mehr; such darin nach der Interaktions-ID hier unten.',
  waiting: (count) =>
    plural(count, {
      one: '1 Nachricht oder Rollenänderung wartet auf Zustellung.',
      other: `${number(count)} Nachrichten und Rollenänderungen warten auf Zustellung.`,
    }),
  waitingFix: 'Sie werden von selbst noch einmal versucht; was sie aufhält, steht in den Zeilen oben.',
  nothingWaiting: 'Nichts wartet auf Zustellung.',
  failed: (count) => `In den letzten 24 Stunden nicht zustellbar: ${number(count)}.`,
  failedFix: 'Der Log-Kanal (`/einstellungen log-stufe`) sagt, warum.',
  booksBalance: 'Die Punkte aller Mitglieder stimmen mit dem Verlauf überein.',
  booksDiffer: (count) =>
    plural(count, {
      one: 'Die Punkte von 1 Mitglied weichen vom Verlauf ab.',
      other: `Die Punkte von ${number(count)} Mitgliedern weichen vom Verlauf ab.`,
    }),
  booksDifferFix:
    'Jemand hat die Tabellen von Hand geändert. Vergleiche mit dem letzten Export, bevor du es behebst.',
};

import { permissionNames } from '../../shared/discord/permission-names.ts';
import { channelMention, mention, roleMention, timestamp } from '../../shared/discord/text.ts';
import { writing } from '../../shared/languages/writing.ts';
import { listed } from './listed.ts';
import { ranksShown, type Texts } from './texts-en.ts';

const { number, plural } = writing('de');
const words = {
  nobody: 'niemand',
  andMore: (shown: string, count: number) => `${shown} und ${number(count)} weitere`,
};

export const de: Texts = {
  command: { name: 'einstellungen', description: 'Die Einstellungen des Clans' },
  commandShow: {
    name: 'zeigen',
    description: 'Alle Einstellungen, und welche davon mit Befehlen geändert wurden',
  },
  commandChannel: { name: 'kanal', description: 'Den Kanal wählen, in den der Bot schreibt' },
  commandRole: { name: 'rolle', description: 'Einer Rolle eine Stufe geben oder sie ihr nehmen' },
  commandLogLevel: { name: 'log-stufe', description: 'Was der Bot im Log-Kanal meldet' },
  commandLanguage: { name: 'sprache', description: 'Die Sprache dessen, was alle sehen' },
  commandTimeZone: {
    name: 'zeitzone',
    description: 'Die Zeitzone, in der der Clan Zeiten liest und zeigt',
  },
  commandNickname: {
    name: 'nickname',
    description: 'Wie Mitglieder auf diesem Server heißen; zeigt es zuerst',
  },
  optionLocale: { name: 'sprache', description: 'Die Sprache' },
  optionZone: { name: 'zone', description: 'Eine Stadt darin, etwa Berlin oder New York' },
  optionTemplate: {
    name: 'vorlage',
    description: 'Etwa [{tag}] {roblox_name}; auch {display_name} und {rank}; off schaltet sie ab',
  },
  optionWhich: { name: 'wofür', description: 'Wofür' },
  optionChannel: { name: 'kanal', description: 'Der Kanal' },
  optionTier: { name: 'stufe', description: 'Die Stufe' },
  optionRole: { name: 'rolle', description: 'Die Rolle' },
  optionRemove: { name: 'entfernen', description: 'Der Rolle die Stufe stattdessen nehmen' },
  optionLevel: { name: 'stufe', description: 'Ab wann etwas gemeldet wird' },

  choices: {
    channels: {
      admin: 'Admin (Prüfungen, Beförderungskarten, Hinweise)',
      event_log: 'Event-Log (öffentlich)',
      point_log: 'Punkte-Log',
      log: 'Log (Fehler, Berichte des Abgleichs)',
    },
    roles: {
      officer: 'Offizier',
      moderator: 'Moderator',
      admin: 'Admin',
      verified: 'Verifiziert (bekommt jeder, der verknüpft)',
      on_leave: 'Abgemeldet (solange eine Abmeldung läuft)',
    },
    logLevels: {
      critical: 'Kritisch: nur was den Bot aufhält',
      error: 'Fehler: auch fehlgeschlagene Befehle',
      warning: 'Warnung: auch was zum Problem werden kann',
      none: 'Keine: nichts',
    },
  },

  badChoice: 'Das steht nicht zur Wahl. Es wurde nichts geändert. Wähle etwas aus der Liste.',
  badChannel:
    'Discord hat nicht gesagt, welcher Kanal das ist. Es wurde nichts geändert. Wähle ihn aus der Liste.',
  otherGuild: 'Dieser Kanal gehört zu einem anderen Server. Es wurde nichts geändert.',
  tooManyRoles: (max) =>
    `Eine Stufe kann höchstens ${max} Rollen haben. Es wurde nichts geändert. Nimm sie zuerst einer anderen.`,

  channelSet: (name, id) => `${name}: Der Bot schreibt jetzt in ${channelMention(id)}.`,
  channelMissing: (id, missing) =>
    `Noch kann er das nicht: In ${channelMention(id)} fehlt ihm ${missing.map((one) => `„${permissionNames.all.de[one]}“`).join(', ')}. ` +
    'Gib das der Rolle des Bots in den Berechtigungen des Kanals.',
  channelUnknown:
    'Noch kann er das nicht: Der Bot ist nicht auf diesem Server. Lade ihn ein; `/diagnose` zeigt, wie.',
  roleAdded: (tier, role, actors) => `${roleMention(role)} hat jetzt die Stufe ${tier}.\n${tier}: ${actors}`,
  roleRemoved: (tier, role, actors) =>
    `${roleMention(role)} hat die Stufe ${tier} nicht mehr.\n${tier}: ${actors}`,
  roleHasTier: (tier, role, actors) =>
    `${roleMention(role)} hat die Stufe ${tier} schon, es wurde also nichts geändert. Mit \`entfernen\` wird sie genommen.\n${tier}: ${actors}`,
  roleLacksTier: (tier, role, actors) =>
    `${roleMention(role)} hat die Stufe ${tier} nicht, es wurde also nichts geändert.\n${tier}: ${actors}`,
  noSuchRole: 'Diese Rolle gibt es auf dem Server nicht. Es wurde nichts geändert.',
  powerfulRole: (objection) =>
    `Diese Rolle ${objection}, deshalb darf der Bot sie nicht vergeben. Es wurde nichts geändert. Wähle eine andere Rolle, ` +
    'oder lass sie von der Person erlauben, die den Bot betreibt (`powerful_roles` in settings.json).',
  given: {
    verified: {
      givesTier:
        'Diese Rolle gibt eine Stufe des Bots, und jeder, der verknüpft, bekäme sie. Es wurde nichts geändert. ' +
        'Nimm ihr zuerst die Stufe (`/einstellungen rolle` mit `entfernen`), oder wähle eine andere Rolle.',
      set: (role) => `Jeder, der ein Roblox-Konto verknüpft, bekommt jetzt ${roleMention(role)}.`,
      removed: (role) =>
        `${roleMention(role)} ist nicht mehr die Verifiziert-Rolle. Bei der nächsten Verknüpfung wird eine Rolle namens Verified genommen oder angelegt.`,
      isNot: (role) => `${roleMention(role)} ist nicht die Verifiziert-Rolle, es wurde also nichts geändert.`,
    },
    on_leave: {
      givesTier:
        'Diese Rolle gibt eine Stufe des Bots, und jeder, der abgemeldet ist, bekäme sie. Es wurde nichts geändert. ' +
        'Nimm ihr zuerst die Stufe (`/einstellungen rolle` mit `entfernen`), oder wähle eine andere Rolle.',
      set: (role) => `Wessen Abmeldung ab jetzt beginnt, bekommt für ihre Dauer ${roleMention(role)}.`,
      removed: (role) =>
        `${roleMention(role)} wird bei einer Abmeldung nicht mehr vergeben. Wer sie gerade hat, verliert sie am Ende der Abmeldung.`,
      isNot: (role) =>
        `${roleMention(role)} wird bei einer Abmeldung nicht vergeben, es wurde also nichts geändert.`,
    },
  },
  tierOfRank: (role, ranks) =>
    `⚠️ ${roleMention(role)} ist auch die Rolle von ${ranksShown(ranks)}: Jeder, der so einen Rang bekommt, bekommt die Stufe.`,
  tierIsGiven: {
    verified:
      'Diese Rolle ist die Verifiziert-Rolle, die jeder bekommt, der verknüpft; sie kann für keine Stufe stehen. Es wurde nichts geändert.',
    on_leave:
      'Diese Rolle bekommt jeder, der abgemeldet ist; sie kann für keine Stufe stehen. Es wurde nichts geändert.',
  },
  logLevelSet: (name) => `Die Log-Stufe ist jetzt **${name}**.`,
  logChannelMissing: 'Es gibt noch keinen Log-Kanal: Wähle einen mit `/einstellungen kanal`.',

  badLanguage: (names) =>
    `Diese Sprache spricht der Bot nicht. Es wurde nichts geändert. Er spricht ${names}: Wähle eine aus der Liste.`,
  languageSet: (name) =>
    `Die Sprache des Clans ist jetzt ${name}: Was alle sehen, und Direktnachrichten werden darin geschrieben. ` +
    'Was nur eine Person sieht, bleibt in der Sprache ihres Discord.',
  badZone:
    'Diese Zeitzone gibt es nicht. Es wurde nichts geändert. Gib eine Stadt darin ein, etwa Berlin, und wähle eine aus der Liste.',
  zoneChoice: (zone, time) => `${zone} (${time})`,
  zoneSet: (zone, time) =>
    `Die Zeitzone des Clans ist jetzt ${zone}, dort ist es ${time}. Eingegebene Zeiten werden darin gelesen, und die Wochen und Monate des Clans beginnen nach ihr.`,

  nicknameTitle: 'Nicknamen',
  nicknameTemplate: (template) => `Vorlage: ${template}`,
  nicknameExample: (robloxName, nickname) => `${robloxName} → **${nickname}**`,
  nicknameCount: (count) =>
    plural(count, {
      one: '1 Mitglied würde umbenannt.',
      other: `${number(count)} Mitglieder würden umbenannt.`,
    }),
  nicknameCountAtLeast: (count) => `Mindestens ${number(count)} Mitglieder würden umbenannt.`,
  nicknamePress: 'Noch wurde nichts geändert. „Anwenden“ beginnt mit dem Umbenennen.',
  nicknameSkips:
    'Wem der Server gehört und wer über dem Bot steht, behält den Namen: Discord lässt keinen Bot daran.',
  apply: 'Anwenden',
  nicknameGone:
    'Inzwischen wurde eine andere Vorlage vorgeschlagen oder angewendet, es wurde also nichts geändert. Benutze `/einstellungen nickname` noch einmal.',
  nicknameSet: (template, count) =>
    count === 0
      ? `Nicknamen folgen jetzt ${template}. Niemand muss umbenannt werden.`
      : plural(count, {
          one: `Nicknamen folgen jetzt ${template}. Ein Mitglied wird in den nächsten Minuten umbenannt.`,
          other: `Nicknamen folgen jetzt ${template}. ${number(count)} Mitglieder werden innerhalb der nächsten Stunde nacheinander umbenannt.`,
        }),
  nicknameMore: 'Der stündliche Abgleich macht mit den übrigen weiter.',
  nicknameNotAllowed:
    '⚠️ Der Bot kann noch niemanden umbenennen: Gib seiner Rolle die Berechtigung Nicknames verwalten, dann benutze `/abgleichen`.',
  nicknameOff: 'Der Bot setzt keine Nicknamen mehr. Die schon gesetzten bleiben, wie sie sind.',
  nicknameOffAlready: 'Der Bot setzt keine Nicknamen, es wurde also nichts geändert.',

  title: 'Einstellungen',
  channelsTitle: 'Kanäle',
  rolesTitle: 'Rollen',
  rulesTitle: 'Regeln',
  identityTitle: 'Clan',
  changedTitle: 'Mit Befehlen geändert (gilt vor settings.json)',
  channelNames: { admin: 'Admin', event_log: 'Event-Log', point_log: 'Punkte-Log', log: 'Log' },
  labels: {
    name: 'Name',
    robloxGroup: 'Roblox-Gruppe',
    timeZone: 'Zeitzone',
    language: 'Sprache',
    nickname: 'Nicknamen',
    officer: 'Offizier',
    moderator: 'Moderator',
    admin: 'Admin',
    adminsByName: 'Namentlich genannte Admins',
    verified: 'Verifiziert',
    onLeave: 'Abgemeldet',
    manualMax: 'Punkte von einem Offizier, höchstens',
    eventMax: 'Punkte für ein Event, höchstens',
    pointsHourly: 'Punkte von Hand durch eine Person in 60 Minuten, höchstens',
    ranksHourly: 'Rangänderungen durch eine Person in 60 Minuten, höchstens',
    resets: 'Eine Beförderung setzt die Punkte zurück',
    eventTypes: 'Arten von Events',
    fourEyes: 'Niemand prüft das eigene Event',
    hostPoints: 'Der Host bekommt Punkte',
    linking: 'Verknüpfen',
    refusal: 'Wenn Roblox einen Rang ablehnt',
    logLevel: 'Log-Stufe',
    pictures: 'Bilder in Antworten',
  },
  linking: {
    'profile-code': 'Code im Roblox-Profil',
    'group-only': 'in der Gruppe zu sein genügt',
  },
  refusal: { show: 'behalten und anzeigen', compensate: 'zurücknehmen' },
  logLevels: { critical: 'kritisch', error: 'Fehler', warning: 'Warnung', none: 'keine' },
  notSet: 'nicht gesetzt',
  number,
  line: (name, value) => `**${name}:** ${value}`,
  roles: (ids) => listed(ids, roleMention, words),
  people: (ids) => listed(ids, mention, words),
  changed: (key, by, at) =>
    by === null
      ? `\`${key}\` vom Bot, ${timestamp(at, 'R')}`
      : `\`${key}\` von ${mention(by)}, ${timestamp(at, 'R')}`,
  nothingChanged: 'Nichts: Alle Einstellungen sind wie in der Datei.',
  yes: 'ja',
  no: 'nein',
};

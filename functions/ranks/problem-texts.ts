import { catalogue } from '../../shared/languages/catalogue.ts';
import { type Saying, valuesOf } from '../../shared/languages/values-of.ts';

/** Names in quotes, joined in English. */
const joined = (names: string, and: string) => names.replaceAll('" and "', `"${and}"`);

/**
 * What is wrong with a `ranks.json`, or odd about it, as `shared/configs` says it in English for those who run the bot. Of
 * several that fit, the first counts. A value that is a text of these itself is said in the language, too.
 */
const problemTexts = catalogue({
  en: {
    missing: (expected: string) => `missing; ${expected}`,
    ownName: (name: string, other: string) =>
      `expected a name of its own, got ${name}, which ${other} has already`,
    got: (expected: string, found: string) => `${expected}, got ${found}`,
    unknownKey: (key: string) => `unknown key ${key}`,
    unknownKeys: (keys: string) => `unknown keys ${keys}`,
    wholeNumber: () => 'expected a whole number',
    wholeNumberQuoted: () => 'expected a whole number in quotes',
    text: () => 'expected text',
    textQuoted: () => 'expected text in quotes',
    trueOrFalse: () => 'expected true or false',
    list: () => 'expected a list [...]',
    object: () => 'expected an object {...}',
    oneCharacter: () => 'expected at least 1 character',
    mostCharacters: (most: string) => `expected at most ${most} characters (most emoji count as 2 or more)`,
    oneEntry: () => 'expected at least 1 entry',
    mostEntries: (most: string) => `expected at most ${most} entries`,
    atLeast: (least: string) => `expected at least ${least}`,
    atMost: (most: string) => `expected at most ${most}`,
    seenName: () => 'expected a name that can be seen, without line ends and invisible characters',
    robloxRank: () => 'expected a Roblox rank (1 to 255) or role id',
    discordId: () => 'expected a Discord id (17 to 20 digits)',
    rising: (last: string) => `expected more than ${last}, the one before`,
    fewerPoints: (name: string, needs: string, below: string, belowNeeds: string) =>
      `${name} needs ${needs} points, fewer than ${below} below it (${belowNeeds})`,
    shared: (names: string, role: string) =>
      `${names} share ${role}; the sync keeps whichever of them a member has`,
    anEmptyList: () => 'an empty list',
    aList: () => 'a list',
    anObject: () => 'an object',
  },
  de: {
    missing: (expected) => `fehlt; ${expected}`,
    got: (expected, found) => `${expected}, gefunden: ${found}`,
    unknownKey: (key) => `unbekannter Schlüssel ${key}`,
    unknownKeys: (keys) => `unbekannte Schlüssel ${keys}`,
    wholeNumber: () => 'erwartet wird eine ganze Zahl',
    wholeNumberQuoted: () => 'erwartet wird eine ganze Zahl in Anführungszeichen',
    text: () => 'erwartet wird Text',
    textQuoted: () => 'erwartet wird Text in Anführungszeichen',
    trueOrFalse: () => 'erwartet wird true oder false',
    list: () => 'erwartet wird eine Liste [...]',
    object: () => 'erwartet wird ein Objekt {...}',
    oneCharacter: () => 'erwartet wird mindestens 1 Zeichen',
    mostCharacters: (most) =>
      `erlaubt sind höchstens ${most} Zeichen (die meisten Emojis zählen als 2 oder mehr)`,
    oneEntry: () => 'erwartet wird mindestens 1 Eintrag',
    mostEntries: (most) => `erlaubt sind höchstens ${most} Einträge`,
    atLeast: (least) => `erwartet wird mindestens ${least}`,
    atMost: (most) => `erlaubt ist höchstens ${most}`,
    seenName: () => 'erwartet wird ein sichtbarer Name ohne Zeilenumbrüche und unsichtbare Zeichen',
    robloxRank: () => 'erwartet wird ein Roblox-Rang (1 bis 255) oder die ID einer Rolle',
    discordId: () => 'erwartet wird eine Discord-ID (17 bis 20 Ziffern)',
    rising: (last) => `erwartet wird mehr als ${last}, die Zahl davor`,
    ownName: (name, other) => `erwartet wird ein eigener Name; ${name} hat schon ${other}`,
    fewerPoints: (name, needs, below, belowNeeds) =>
      `${name} braucht ${needs} Punkte, weniger als ${below} darunter (${belowNeeds})`,
    shared: (names, role) =>
      `${joined(names, ' und ')} teilen sich ${role}; der Abgleich lässt den Rang, den ein Mitglied davon hat`,
    anEmptyList: () => 'eine leere Liste',
    aList: () => 'eine Liste',
    anObject: () => 'ein Objekt',
  },
  'es-ES': {
    missing: (expected) => `falta; ${expected}`,
    got: (expected, found) => `${expected}, y hay ${found}`,
    unknownKey: (key) => `clave desconocida ${key}`,
    unknownKeys: (keys) => `claves desconocidas ${keys}`,
    wholeNumber: () => 'se espera un número entero',
    wholeNumberQuoted: () => 'se espera un número entero entre comillas',
    text: () => 'se espera un texto',
    textQuoted: () => 'se espera un texto entre comillas',
    trueOrFalse: () => 'se espera true o false',
    list: () => 'se espera una lista [...]',
    object: () => 'se espera un objeto {...}',
    oneCharacter: () => 'se espera 1 carácter como mínimo',
    mostCharacters: (most) =>
      `se esperan ${most} caracteres como máximo (casi todos los emojis cuentan como 2 o más)`,
    oneEntry: () => 'se espera 1 entrada como mínimo',
    mostEntries: (most) => `se esperan ${most} entradas como máximo`,
    atLeast: (least) => `se espera ${least} como mínimo`,
    atMost: (most) => `se espera ${most} como máximo`,
    seenName: () => 'se espera un nombre visible, sin saltos de línea ni caracteres invisibles',
    robloxRank: () => 'se espera un rango de Roblox (de 1 a 255) o el ID de un rol',
    discordId: () => 'se espera un ID de Discord (de 17 a 20 cifras)',
    rising: (last) => `se espera más de ${last}, el anterior`,
    ownName: (name, other) => `se espera un nombre propio; ${name} ya lo tiene ${other}`,
    fewerPoints: (name, needs, below, belowNeeds) =>
      `${name} necesita ${needs} puntos, menos que ${below}, que está debajo (${belowNeeds})`,
    shared: (names, role) =>
      `${joined(names, ' y ')} comparten ${role}; la sincronización deja el rango que el miembro ya tenga de ellos`,
    anEmptyList: () => 'una lista vacía',
    aList: () => 'una lista',
    anObject: () => 'un objeto',
  },
  fr: {
    missing: (expected) => `manque ; ${expected}`,
    got: (expected, found) => `${expected}, trouvé : ${found}`,
    unknownKey: (key) => `clé inconnue ${key}`,
    unknownKeys: (keys) => `clés inconnues ${keys}`,
    wholeNumber: () => 'un nombre entier est attendu',
    wholeNumberQuoted: () => 'un nombre entier entre guillemets est attendu',
    text: () => 'un texte est attendu',
    textQuoted: () => 'un texte entre guillemets est attendu',
    trueOrFalse: () => 'true ou false est attendu',
    list: () => 'une liste [...] est attendue',
    object: () => 'un objet {...} est attendu',
    oneCharacter: () => '1 caractère au moins est attendu',
    mostCharacters: (most) =>
      `${most} caractères au plus sont permis (la plupart des émojis comptent pour 2 ou plus)`,
    oneEntry: () => '1 entrée au moins est attendue',
    mostEntries: (most) => `${most} entrées au plus sont permises`,
    atLeast: (least) => `${least} au moins est attendu`,
    atMost: (most) => `${most} au plus est permis`,
    seenName: () => 'un nom visible est attendu, sans retour à la ligne ni caractère invisible',
    robloxRank: () => 'un rang Roblox (de 1 à 255) ou l’ID d’un rôle est attendu',
    discordId: () => 'un ID Discord (de 17 à 20 chiffres) est attendu',
    rising: (last) => `plus de ${last}, le précédent, est attendu`,
    ownName: (name, other) => `un nom à lui est attendu ; ${other} a déjà ${name}`,
    fewerPoints: (name, needs, below, belowNeeds) =>
      `${name} demande ${needs} points, moins que ${below} en dessous (${belowNeeds})`,
    shared: (names, role) =>
      `${joined(names, ' et ')} se partagent ${role} ; la synchronisation laisse celui de ces rangs que le membre a`,
    anEmptyList: () => 'une liste vide',
    aList: () => 'une liste',
    anObject: () => 'un objet',
  },
  'pt-BR': {
    missing: (expected) => `falta; ${expected}`,
    got: (expected, found) => `${expected}, mas há ${found}`,
    unknownKey: (key) => `chave desconhecida ${key}`,
    unknownKeys: (keys) => `chaves desconhecidas ${keys}`,
    wholeNumber: () => 'espera-se um número inteiro',
    wholeNumberQuoted: () => 'espera-se um número inteiro entre aspas',
    text: () => 'espera-se um texto',
    textQuoted: () => 'espera-se um texto entre aspas',
    trueOrFalse: () => 'espera-se true ou false',
    list: () => 'espera-se uma lista [...]',
    object: () => 'espera-se um objeto {...}',
    oneCharacter: () => 'espera-se pelo menos 1 caractere',
    mostCharacters: (most) =>
      `são permitidos no máximo ${most} caracteres (a maioria dos emojis conta como 2 ou mais)`,
    oneEntry: () => 'espera-se pelo menos 1 item',
    mostEntries: (most) => `são permitidos no máximo ${most} itens`,
    atLeast: (least) => `espera-se pelo menos ${least}`,
    atMost: (most) => `o máximo é ${most}`,
    seenName: () => 'espera-se um nome visível, sem quebras de linha nem caracteres invisíveis',
    robloxRank: () => 'espera-se uma posição no Roblox (de 1 a 255) ou o ID de um cargo',
    discordId: () => 'espera-se um ID do Discord (de 17 a 20 dígitos)',
    rising: (last) => `espera-se mais que ${last}, o anterior`,
    ownName: (name, other) => `espera-se um nome próprio; ${other} já se chama ${name}`,
    fewerPoints: (name, needs, below, belowNeeds) =>
      `${name} precisa de ${needs} pontos, menos que ${below}, que está abaixo (${belowNeeds})`,
    shared: (names, role) =>
      `${joined(names, ' e ')} dividem ${role}; a sincronização mantém a patente que o membro já tem entre elas`,
    anEmptyList: () => 'uma lista vazia',
    aList: () => 'uma lista',
    anObject: () => 'um objeto',
  },
});

/** Where in the file it is: `ranks.json: [3].points_required: `. */
const PLACE = /^(?:[\w.]+: )?(?:(?:\[\d+\])?(?:\.?\w+)?: )?/;

/** A problem of the file in the language of the locale, its place first; as it is where this version does not know it. */
export function problemIn(locale: string | undefined, problem: string): string {
  const place = PLACE.exec(problem)?.[0] ?? '';
  return `${place}${said(locale, problem.slice(place.length))}`;
}

function said(locale: string | undefined, text: string): string {
  const says = new Map<string, Saying>(Object.entries(problemTexts(locale)));
  for (const [key, english] of Object.entries<Saying>(problemTexts.all.en)) {
    const values = valuesOf(text, english);
    if (values !== undefined) return says.get(key)?.(...values.map((value) => said(locale, value))) ?? text;
  }
  return text;
}

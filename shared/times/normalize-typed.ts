/** First digits of the scripts that people of Discord's languages may have on their keyboards. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

/**
 * A typed time as the readers expect it: lower case, plain digits, one kind of dash, apostrophe and space, nothing
 * invisible. Nothing that carries meaning is lost.
 */
export function normalizeTyped(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/[\u2018\u2019\u02bc`´]/gu, "'")
    .replace(/[\u3001\u060c]/gu, ',')
    .replace(/\p{Nd}/gu, plainDigit)
    .toLowerCase()
    .trim();
}

/** Latin letters without their accents, as many as before. */
export function withoutAccents(text: string): string {
  return text.replace(/[\u00c0-\u024f]/gu, (letter) => {
    const plain = letter.normalize('NFD').charAt(0);
    return /[a-z]/.test(plain) ? plain : letter;
  });
}

function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}

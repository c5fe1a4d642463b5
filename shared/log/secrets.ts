const REDACTED = '[redacted]';
/** What a secret looks like where its value is unknown. */
const SHAPES = new RegExp(
  [
    // A Discord bot token: user id in base64, time, signature.
    String.raw`[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,}`,
    // An interaction token is the base64 of "interaction:...".
    String.raw`aW50ZXJhY3Rpb246[\w=+/-]+`,
    String.raw`(?<=\/webhooks\/\d{17,20}\/)[^/\s"'?{]+`,
    String.raw`(?<=\/interactions\/\d{17,20}\/)[^/\s"'?{]+(?=\/callback)`,
    String.raw`(?<=\b(?:Bot|Bearer) )[\w.-]{20,}`,
  ].join('|'),
  'g',
);
/** Of a database: user/password@host, (PASSWORD=...), wallet_password=..., my_wallet_password=... */
const IN_CONNECT_STRING = new RegExp(
  [
    String.raw`(?<=(?:^|[\s"'=:(])[\w$#.-]{1,128}\/)(?:"[^"\n]{1,128}"|[^\s"'@/]{1,128})(?=@)`,
    String.raw`(?<=\b(?:my_)?(?:wallet_)?password\s{0,9}=\s{0,9})(?:"[^"\n]{0,128}"|[^\s"')(;&]{1,128})`,
  ].join('|'),
  'gi',
);
/** No shape is shorter than this: most of what is logged is, and need not be searched. */
const SHORTEST_SHAPE = 17;
/** Behind a password in a connect string, or before it. */
const CONNECT_SIGN = /[@=]/;
/** Shorter values would tear holes into ordinary words. */
const SHORTEST = 6;
const MOST = 500;

/** Values that no log line may show. Keeps the `MOST` newest. */
export class Secrets {
  readonly #values = new Set<string>();

  constructor(...values: readonly string[]) {
    this.add(...values);
  }

  /** From now on these values are replaced everywhere. */
  add(...values: readonly string[]): void {
    for (const value of values) {
      if (value.length < SHORTEST) continue;
      this.#values.delete(value);
      this.#values.add(value);
      for (const oldest of this.#values) {
        if (this.#values.size <= MOST) break;
        this.#values.delete(oldest);
      }
    }
  }

  /** The text with every known secret, and all that looks like one, replaced by `[redacted]`. */
  remove(text: string): string {
    let clean = text;
    for (const value of this.#values) clean = clean.replaceAll(value, REDACTED);
    if (clean.length >= SHORTEST_SHAPE) clean = clean.replace(SHAPES, REDACTED);
    return CONNECT_SIGN.test(clean) ? clean.replace(IN_CONNECT_STRING, REDACTED) : clean;
  }
}

const SECRET_NAME = /token|password|passphrase|secret|api[-_]?key|authorization|cookie|private[-_]?key/i;

/** Whether a field of this name is left out with any value. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name);
}

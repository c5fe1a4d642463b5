import type { Bind, Binds } from './database.ts';
import { DatabaseError } from './errors.ts';
import { excerpt } from './statement-text.ts';

/** Ids are 64 bit or `<snowflake>-n`: as numbers they would lose digits or turn into '5.0'. */
const IS_ID = /(^|_)(id|key|by)$/;

/**
 * The values to hand to the engine: exactly the statement's names, '' turned into NULL as Oracle does.
 * Throws `DatabaseError` 'usage' for a missing or surplus name, `undefined`, a value of another type, a number
 * that is not a safe integer, or an id given as a number.
 */
export function checkBinds(names: ReadonlySet<string>, binds: Binds, text: string): Record<string, Bind> {
  const checked: Record<string, Bind> = {};
  for (const name of names) {
    if (!Object.hasOwn(binds, name)) throw refused(`has no value for ":${name}"`, text);
    checked[name] = checkValue(name, binds[name], text);
  }
  for (const name of Object.keys(binds)) {
    if (!names.has(name)) throw refused(`has no bind ":${name}", but a value was given for it`, text);
  }
  return checked;
}

function checkValue(name: string, value: unknown, text: string): Bind {
  if (value === null) return null;
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value !== 'number') throw refused(`got a value of type ${typeof value} for ":${name}"`, text);
  if (!Number.isSafeInteger(value))
    throw refused(`got a number that is no safe integer for ":${name}"`, text);
  if (IS_ID.test(name)) throw refused(`got a number for the id ":${name}"; ids are text`, text);
  return value;
}

function refused(what: string, text: string): DatabaseError {
  return new DatabaseError('usage', `The statement ${what}: ${excerpt(text)}`);
}

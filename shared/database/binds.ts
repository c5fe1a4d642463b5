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
  checkNames(names, binds, text);
  const checked: Record<string, Bind> = {};
  for (const name of names) checked[name] = checkValue(name, binds[name], text);
  return checked;
}

/** Throws `DatabaseError` 'usage' unless there is a value for exactly these names. */
export function checkNames(names: ReadonlySet<string>, binds: Binds, text: string): void {
  for (const name of names) {
    if (!Object.hasOwn(binds, name)) throw refused(`has no value for ":${name}"`, text);
  }
  const given = Object.keys(binds);
  if (given.length === names.size) return;
  const surplus = given.find((name) => !names.has(name));
  throw refused(`has no bind ":${surplus}", but a value was given for it`, text);
}

/** One value as `checkBinds` hands it out. */
export function checkValue(name: string, value: unknown, text: string): Bind {
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

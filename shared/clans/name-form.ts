import * as z from 'zod/mini';
import { isName, NAME_EXPECTED } from '../text/name.ts';

/** A name in a clan's file, '' included, of at most `max` characters; counted as Discord's libraries do. */
export function nameOrNothing(max: number) {
  return z.string().check(
    z.trim(),
    z.refine(
      (text) => text.length <= max,
      `expected at most ${max} characters (most emoji count as 2 or more)`,
    ),
    z.refine(isName, NAME_EXPECTED),
  );
}

/** The same of a name that must be there. */
export function nameOf(max: number) {
  return nameOrNothing(max).check(z.minLength(1));
}

import { DatabaseError } from './errors.ts';

/**
 * What `work` gives, or `otherwise` where the schema lacks a table of it: the code also runs on the schema before its
 * own. In a transaction the statement alone fails, on either engine; what came before stays.
 */
export async function unlessOlder<T, F>(work: () => Promise<T>, otherwise: F): Promise<T | F> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DatabaseError && error.code === 'schema') return otherwise;
    throw error;
  }
}

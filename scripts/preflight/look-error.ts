import common from 'oci-common';
import { type Line, linesOf } from './line.ts';

/** OCI did not answer a look, or refused it. The message names what was looked at, and no content. */
export class LookError extends Error {
  override readonly name = 'LookError';
  readonly what: string;
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  /** OCI's own word for it, such as NotAuthorizedOrNotFound; of a call without an answer, Node's, such as ECONNREFUSED. */
  readonly code: string;

  constructor(what: string, status: number | undefined, code: string, cause?: unknown) {
    super(`${what}: ${status === undefined ? 'no answer' : status} ${code}`.trimEnd(), { cause });
    this.what = what;
    this.status = status;
    this.code = code;
  }
}

/** Runs one call of OCI's clients. Throws `LookError` for anything that goes wrong in it. */
export async function looking<T>(what: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof LookError) throw error;
    if (error instanceof common.OciError) {
      throw new LookError(what, error.statusCode, error.serviceCode ?? '', error);
    }
    throw new LookError(what, undefined, codeOf(error), error);
  }
}

/** The clients throw plain objects when there was no answer, and `TypeError` for an answer of another form. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return 'not understood';
  return typeof error.code === 'string' ? error.code : 'not understood';
}

const MAX_PAGES = 100;

/** A list of any length, page by page (`opc-next-page`). Throws `LookError`, also for more than 100 pages. */
export async function lookingAtAll<T>(
  what: string,
  read: (page: { page?: string }) => Promise<{ items: readonly T[]; opcNextPage?: string | null }>,
): Promise<readonly T[]> {
  const found: T[] = [];
  let next: string | undefined;
  for (let count = 0; count < MAX_PAGES; count += 1) {
    const from = next;
    const { items, opcNextPage } = await looking(what, async () => {
      const answer = await read(from === undefined ? {} : { page: from });
      return { items: [...answer.items], opcNextPage: answer.opcNextPage };
    });
    found.push(...items);
    if (opcNextPage === undefined || opcNextPage === null || opcNextPage === '') return found;
    next = opcNextPage;
  }
  throw new LookError(what, undefined, `more than ${MAX_PAGES} pages`);
}

/** What a refused look means for the person, as a line of `check`. */
export function refusal(check: string, { what, status, code }: LookError): Line {
  const { fail } = linesOf(check);
  const said = `OCI says ${status} ${code}`.trimEnd();
  switch (status) {
    case undefined:
      return fail(
        `No answer about ${what} (${code}).`,
        'Check the network, a proxy, and the region of the profile; then run preflight again.',
      );
    case 401:
      return fail(
        `OCI does not accept the key of this profile (${said}).`,
        'Compare user, tenancy and fingerprint with the API keys of your user in the console; renew a session with "oci session refresh"; the clock may be off by 5 minutes at most.',
      );
    case 403:
    case 404:
      return fail(
        `This profile may not see ${what}, or it is not there (${said}).`,
        'Ask an administrator for "manage all-resources" in the compartment, and "manage dynamic-groups" and "manage policies" in the tenancy.',
      );
    case 429:
      return fail(`OCI was asked too often about ${what} (${said}).`, 'Run preflight again in a minute.');
    case 400:
      return fail(
        `OCI does not understand the question about ${what} (${said}).`,
        'Compare the OCIDs in terraform/platform/terraform.tfvars with the console: one of them is of another kind.',
      );
    default:
      return fail(`OCI could not say anything about ${what} (${said}).`, 'Run preflight again in a minute.');
  }
}

/** A refused look becomes a line; what goes wrong in this program does not. */
export async function guarded(
  check: string,
  work: () => Promise<readonly Line[]> | readonly Line[],
): Promise<readonly Line[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof LookError)) throw error;
    return [refusal(check, error)];
  }
}

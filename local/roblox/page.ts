import { serviceRefusal } from './refusal.ts';

/**
 * One page of a list with an opaque token for the next. The token is good only for the same list (`of`): when
 * paginating, all other parameters must match. Larger sizes are cut to `most`; the default is 10.
 */
export function page<T>(
  all: readonly T[],
  query: URLSearchParams,
  most: number,
  of: string,
): { items: readonly T[]; nextPageToken: string } {
  const asked = query.get('maxPageSize');
  const size = asked === null ? 10 : Math.min(Number(asked), most);
  if (!Number.isInteger(size) || size < 1)
    throw serviceRefusal(400, 'INVALID_ARGUMENT', 'maxPageSize must be a number from 1.');
  const start = startOf(query.get('pageToken'), of);
  const items = all.slice(start, start + size);
  const end = start + items.length;
  return { items, nextPageToken: end < all.length ? tokenOf(end, of) : '' };
}

function tokenOf(start: number, of: string): string {
  return Buffer.from(JSON.stringify([start, of])).toString('base64url');
}

function startOf(token: string | null, of: string): number {
  if (token === null || token === '') return 0;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (Array.isArray(parsed) && typeof parsed[0] === 'number' && parsed[1] === of) return parsed[0];
  } catch {
    // Falls through: a token that is not ours is refused like one of another list.
  }
  throw serviceRefusal(400, 'INVALID_ARGUMENT', 'The page token is invalid for this request.');
}

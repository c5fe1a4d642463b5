import type { CommandContext } from '../../shared/context/command-context.ts';
import { readOrRefuse } from '../../shared/refusals/read-or-refuse.ts';
import type { JoinRequest, RobloxClient } from '../../shared/roblox/client.ts';
import { type ShownRequest, standingsOf } from './standings.ts';
import { texts } from './texts.ts';

export const PAGE_SIZE = 10;
const MOST_PAGES = 100;

export interface RequestsPage {
  readonly page: number;
  readonly hasNext: boolean;
  readonly shown: readonly ShownRequest[];
}

/**
 * One page of 10, from 1 to 100; one beyond the end is the last. Roblox's own pages lead only forward, so they are read
 * from the first one each time. Throws what `readOrRefuse` throws.
 */
export async function readRequestsPage(
  { db, roblox, log, now }: CommandContext,
  wanted: number,
): Promise<RequestsPage> {
  const consequence = (locale: string | undefined) => texts(locale).robloxUnread;
  const { requests, page, hasNext } = await readOrRefuse({ log }, consequence, () => pageOf(roblox, wanted));
  const users = await readOrRefuse({ log }, consequence, () =>
    Promise.all(requests.map(({ userId }) => roblox.user(userId))),
  );
  const ids = requests.map(({ userId }) => userId);
  const standings = await standingsOf(db, ids, now());
  const shown = requests.flatMap((request, index): ShownRequest[] => {
    const standing = standings.get(request.userId);
    const user = users[index];
    return standing === undefined
      ? []
      : [{ request, name: user?.name, createdAt: user?.createdAt, standing }];
  });
  return { page, hasNext, shown };
}

async function pageOf(roblox: RobloxClient, wanted: number) {
  const last = Math.min(Math.max(1, wanted), MOST_PAGES);
  const requests: JoinRequest[] = [];
  let token: string | undefined;
  do {
    const read = await roblox.joinRequests(token);
    requests.push(...read.requests);
    token = read.next;
  } while (token !== undefined && requests.length <= last * PAGE_SIZE);
  const page = Math.min(last, Math.max(1, Math.ceil(requests.length / PAGE_SIZE)));
  const end = page * PAGE_SIZE;
  return {
    page,
    requests: requests.slice(end - PAGE_SIZE, end),
    hasNext: page < MOST_PAGES && requests.length > end,
  };
}

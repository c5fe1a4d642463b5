import * as z from 'zod/mini';
import { LruMap } from '../../shared/cache/lru-map.ts';
import type { ClanContext } from '../../shared/context/clan-runtime.ts';
import { DiscordError } from '../../shared/discord/errors.ts';

/** The ids of a guild's slash commands, by name. */
export type IdsByName = ReadonlyMap<string, string>;

const MAX_CLANS = 100;
/** A command keeps its id when it is registered again, so an old list only lacks what is new. */
const KEPT_MS = 10 * 60_000;
const SLASH_COMMAND = 1;
const Registered = z.object({ id: z.string(), name: z.string(), type: z._default(z.int(), SLASH_COMMAND) });

/**
 * The ids by which commands can be mentioned, as Discord lists them; of the 100 clans that asked last, for 10 min each.
 * Registration cannot store them in the clan's schema: whoever registers may have no way to it.
 */
export class CommandIds {
  readonly #kept = new LruMap<string, { readonly ids: IdsByName; readonly until: number }>(MAX_CLANS);

  /** Empty where Discord does not say, which is asked again after as long. */
  async of({ clan, discord, log, now }: ClanContext): Promise<IdsByName> {
    const known = this.#kept.get(clan.clan);
    if (known !== undefined && known.until > now() && known.until <= now() + KEPT_MS) return known.ids;
    let ids: IdsByName = new Map();
    try {
      ids = new Map((await discord.registeredCommands()).flatMap(idOf));
    } catch (error) {
      if (!(error instanceof DiscordError)) throw error;
      log.info("The commands' ids could not be read", { error });
    }
    this.#kept.set(clan.clan, { ids, until: now() + KEPT_MS });
    return ids;
  }
}

function idOf(json: unknown): [string, string][] {
  const { data } = Registered.safeParse(json);
  return data?.type === SLASH_COMMAND ? [[data.name, data.id]] : [];
}

import * as z from 'zod/mini';
import { Settings } from '../../shared/clans/settings.ts';
import { type Callable, callable, collectCommands } from '../registration/collect-commands.ts';
import type { FunctionFolder } from './function-folders.ts';

const IDENTITY = {
  clan_name: 'Clan',
  application_id: '1500000000000000001',
  public_key: '0'.repeat(64),
  guild_id: '1500000000000000002',
  roblox_group_id: '1',
};
/** Two clans that agree in no setting that a builder reads: what both builds say holds for every clan. */
const ONE = Settings.parse(IDENTITY);
const OTHER = Settings.parse({
  ...IDENTITY,
  points: { manual_max: 9_999, event_max: 9_998 },
  events: { types: ['-'] },
});

const Localized = z.optional(z.nullable(z.record(z.string(), z.string())));
const Described = z.object({
  description: z._default(z.string(), ''),
  description_localizations: Localized,
});
const Option = z.extend(Described, {
  name: z.string(),
  name_localizations: Localized,
  required: z._default(z.boolean(), false),
  min_value: z.optional(z.number()),
  max_value: z.optional(z.number()),
  max_length: z.optional(z.number()),
  choices: z.optional(z.array(z.object({ name: z.string(), name_localizations: Localized }))),
});

/**
 * What `/help` says of everything that members can call, from declarations and builders, in the order of registration.
 * What differs from clan to clan (a limit of points, the types of events) is left out: Discord shows that to whoever
 * types the command. Commands that cannot be built are left out too; registration names them.
 */
export async function commandGuide(
  root: string,
  folders: readonly FunctionFolder[],
): Promise<readonly object[]> {
  const [ones, others] = [await collectCommands(root, ONE), await collectCommands(root, OTHER)];
  const inOther = new Map(others.commands.flatMap(callable).map((one) => [nameOf(one), one]));
  const routes = new Map(
    folders.flatMap(({ declaration }) => declaration.routes.map((route) => [nameOf(route), route] as const)),
  );
  return ones.commands.flatMap(callable).flatMap((one) => {
    const route = routes.get(nameOf(one));
    if (route === undefined) return [];
    const { on, key, tier, whenBlacklisted } = route;
    // What opens a form has no cooldown itself: handing the form in has.
    const form = route.modal === undefined ? undefined : routes.get(`modal ${route.modal}`);
    const { cooldownSeconds } = form ?? route;
    const other = inOther.get(nameOf(one))?.options ?? [];
    const options = one.options.map((option, index) => common(Option.parse(option), other[index]));
    const called = { on, key, key_localizations: one.names };
    return [{ ...called, tier, cooldownSeconds, whenBlacklisted, ...Described.parse(one.built), options }];
  });
}

function nameOf({ on, key }: Pick<Callable, 'key'> & { readonly on: string }): string {
  return `${on} ${key}`;
}

/** The option without what the other clan's build says otherwise. */
function common(option: z.infer<typeof Option>, built: unknown): object {
  const other: Readonly<Record<string, unknown>> = Option.parse(built);
  const same = Object.entries(option).filter(
    ([key, value]) => key === 'description' || JSON.stringify(value) === JSON.stringify(other[key]),
  );
  return Object.fromEntries(same);
}

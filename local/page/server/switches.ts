import type { DiscordEmulator } from '../../discord/discord-emulator.ts';
import type { Fault, Faults } from '../../emulator/faults.ts';
import type { RobloxEmulator } from '../../roblox/roblox-emulator.ts';
import type { Switch } from '../protocol.ts';
import type { HeldLocks } from './database-lock.ts';
import type { FunctionFaults } from './function-faults.ts';

interface Lever extends Omit<Switch, 'on'> {
  readonly isOn: () => boolean;
  readonly set: (on: boolean, clan: string) => void | Promise<void>;
}

export interface SwitchParts {
  readonly discord: DiscordEmulator;
  readonly roblox: RobloxEmulator;
  readonly functions: FunctionFaults;
  readonly locks: HeldLocks;
  readonly clans: readonly string[];
  /** Ends the functions' idle processes, so that the next ones start with the new configuration. */
  readonly endIdle: () => Promise<void>;
}

const WRITES = '^(POST|PUT|PATCH|DELETE) ';

/** The switches of "Break it", in the order in which they are shown. Each can be turned on and off. */
export class Switches {
  readonly #levers: readonly Lever[];

  constructor(parts: SwitchParts) {
    const { discord, roblox } = parts;
    this.#levers = [
      emulatorFault(
        'discord-429',
        'Discord',
        'Answers 429',
        'Every change is rate limited.',
        discord.faults,
        {
          route: new RegExp(WRITES),
          status: 429,
          retryAfter: 2,
        },
      ),
      emulatorFault('discord-500', 'Discord', 'Answers 500', 'Every change fails.', discord.faults, {
        route: new RegExp(WRITES),
        status: 500,
      }),
      emulatorFault('discord-slow', 'Discord', 'Slow', 'Every answer takes 2 s.', discord.faults, {
        route: /^/,
        delayMs: 2_000,
      }),
      emulatorFault(
        'discord-403',
        'Discord',
        'Refuses roles',
        '403 where the bot changes roles.',
        discord.faults,
        {
          route: /^(PUT|DELETE) \/guilds\/\d+\/members\/\d+\/roles\//,
          status: 403,
          code: 50_013,
        },
      ),
      emulatorFault('roblox-429', 'Roblox', 'Answers 429', 'Every call is rate limited.', roblox.faults, {
        route: /^/,
        status: 429,
        retryAfter: 2,
      }),
      emulatorFault('roblox-500', 'Roblox', 'Answers 500', 'Every change fails.', roblox.faults, {
        route: /^(POST|PATCH|DELETE) \/cloud\//,
        status: 500,
      }),
      emulatorFault('roblox-slow', 'Roblox', 'Slow', 'Every answer takes 2 s.', roblox.faults, {
        route: /^/,
        delayMs: 2_000,
      }),
      emulatorFault(
        'roblox-403',
        'Roblox',
        'Refuses ranks',
        '403 where the bot gives a rank.',
        roblox.faults,
        {
          route: /:assignRole$/,
          status: 403,
        },
      ),
      ...functionLevers(parts.functions),
      ...deliveryLevers(discord),
      ...databaseLevers(parts),
    ];
  }

  list(): Switch[] {
    return this.#levers.map(({ isOn, set, ...shown }) => ({ ...shown, on: isOn() }));
  }

  /** Turns one on or off. Throws for one that is not there. */
  async set(id: string, on: boolean, clan: string): Promise<void> {
    const lever = this.#levers.find((each) => each.id === id);
    if (lever === undefined) throw new Error(`There is no switch "${id}".`);
    await lever.set(on, clan);
  }
}

function emulatorFault(
  id: string,
  group: string,
  label: string,
  hint: string,
  faults: Faults,
  fault: Fault,
): Lever {
  let added: number | undefined;
  const isOn = () => faults.list().some((each) => each.id === added);
  return {
    id,
    group,
    label,
    hint,
    isOn,
    set(on) {
      if (added !== undefined) faults.remove(added);
      added = on ? faults.add(fault) : undefined;
    },
  };
}

function functionLevers(faults: FunctionFaults): Lever[] {
  const places = [
    [
      'before-commit',
      'Killed before the commit',
      'Nothing was changed; the minute job ends the interaction.',
    ],
    ['after-commit', 'Killed after the commit', 'The change stands; the minute job carries out its effects.'],
    [
      'between-effects',
      'Killed between effects',
      'Half is done; the minute job does the rest when its lease ends, nothing twice.',
    ],
  ] as const;
  return [
    ...places.map(
      ([place, label, hint]): Lever => ({
        id: `function-${place}`,
        group: 'The next command',
        label,
        hint,
        isOn: () => faults.endAt === place,
        set(on) {
          if (on) faults.endAt = place;
          else if (faults.endAt === place) faults.endAt = undefined;
        },
      }),
    ),
    {
      id: 'function-twice',
      group: 'The next command',
      label: 'Called twice',
      hint: 'Its function gets the same call again; nothing may change the second time.',
      isOn: () => faults.twice,
      set(on) {
        faults.twice = on;
      },
    },
  ];
}

function deliveryLevers({ deliveryFault }: DiscordEmulator): Lever[] {
  const modes = [
    ['twice', 'Delivered twice', 'Discord posts the same interaction two times.'],
    ['late', 'Delivered late', 'It arrives after 4 s, when Discord has given up.'],
    ['lost', 'Lost on the way', 'It never reaches the bot.'],
  ] as const;
  return modes.map(([mode, label, hint]) => ({
    id: `delivery-${mode}`,
    group: 'The next interaction',
    label,
    hint,
    isOn: () => deliveryFault.mode === mode,
    set(on) {
      if (on) deliveryFault.set(mode);
      else if (deliveryFault.mode === mode) deliveryFault.set(undefined);
    },
  }));
}

function databaseLevers({ functions, locks, clans, endIdle }: SwitchParts): Lever[] {
  return [
    {
      id: 'database-locked',
      group: 'Database',
      label: 'Locked',
      hint: "Somebody else holds the clan's write lock, for a minute at most.",
      isOn: () => clans.some((clan) => locks.has(clan)),
      async set(on, clan) {
        if (on) await locks.hold(clan);
        else locks.releaseAll();
      },
    },
    {
      id: 'database-slow',
      group: 'Database',
      label: 'Far away',
      hint: 'Each round trip takes 50 ms.',
      isOn: () => functions.latencyMs > 0,
      async set(on) {
        functions.latencyMs = on ? 50 : 0;
        await endIdle();
      },
    },
  ];
}

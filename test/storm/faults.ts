import type { EnvelopeTest } from '../support/envelope-test.ts';
import type { Dice } from './random.ts';

const FAULTS = [429, 500, 502, 'drop', 'slow', 'no JSON'] as const;

/** Lets Discord or Roblox fail a few times from now on, before or after it did what it was asked. */
export function addFault({ guild, group }: EnvelopeTest, dice: Dice, story: string[]): void {
  const faults = dice.chance(0.7) ? guild.faults : group.faults;
  const kind = dice.one(FAULTS);
  const route = dice.chance(0.5) ? /^POST|^PATCH/ : /./;
  const common = { route, times: 1 + dice.under(4), when: dice.one(['before', 'after'] as const) };
  story.push(
    `${faults === guild.faults ? 'Discord' : 'Roblox'}: ${kind}, ${common.times} times, ${common.when}`,
  );
  if (kind === 'drop') faults.add({ ...common, drop: true });
  else if (kind === 'slow') faults.add({ ...common, delayMs: 1 });
  else if (kind === 'no JSON') faults.add({ ...common, status: 502, body: 'an error page' });
  else faults.add({ ...common, status: kind, retryAfter: 1 + dice.under(5) });
}

import { expect, vi } from 'vitest';
import * as z from 'zod/mini';
import type { GivenValue } from '../../local/discord/interaction-request.ts';
import type { TestPlatform } from '../platform/start-platform.ts';

const Choices = z.array(z.object({ name: z.string(), value: z.string() }));

/**
 * What autocomplete offers. An answer that comes too late is an empty list, by design (a function that starts on a
 * busy machine), so an empty list is asked for again, as somebody does who goes on typing.
 */
export function offeredChoices(
  platform: TestPlatform,
  user: string,
  command: string,
  focused: string,
  options: Readonly<Record<string, GivenValue>>,
): Promise<z.infer<typeof Choices>> {
  return vi.waitFor(
    async () => {
      const choices = Choices.parse(await platform.choices(user, command, focused, options));
      expect(choices).not.toEqual([]);
      return choices;
    },
    { timeout: 15_000 },
  );
}

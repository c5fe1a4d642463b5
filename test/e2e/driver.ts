import { expect } from 'vitest';
import type { Delivery } from '../../local/discord/deliver-interaction.ts';
import type { InteractionRequest } from '../../local/discord/interaction-request.ts';
import type { InteractionReply } from '../../local/discord/replies.ts';
import { sql } from '../../shared/database/database.ts';
import { routeKeyOf, routeName } from '../../shared/interactions/route-key.ts';
import type { TestPlatform } from '../platform/start-platform.ts';

const FORGET_COOLDOWNS = sql`DELETE FROM cooldowns`;

type Act = InteractionRequest extends infer Request
  ? Request extends InteractionRequest
    ? Omit<Request, 'clan' | 'user'>
    : never
  : never;

export interface Outcome {
  readonly delivery: Delivery;
  readonly reply: InteractionReply;
  readonly text: string;
  /** The id of the message that the member reads in the end. */
  readonly message: string;
}

/** Does what members of one clan do, and remembers which routes they used. Whatever they do has to succeed. */
export class Driver {
  readonly platform: TestPlatform;
  /** `command points add`, `component leaderboard.page` ... */
  readonly routes = new Set<string>();

  constructor(platform: TestPlatform) {
    this.platform = platform;
  }

  /** Waits for the reply and for all that follows it. Fails when the answer is an error. */
  async act(user: string, what: Act): Promise<Outcome> {
    const outcome = await this.actOrBeRefused(user, what);
    // The last line of every error: its code and the interaction's id.
    expect(outcome.text, JSON.stringify(what)).not.toMatch(/^-# [a-z-]+ · \d+$/m);
    return outcome;
  }

  /** The same where the answer may be a refusal. */
  async actOrBeRefused(user: string, what: Act): Promise<Outcome> {
    const { discord } = this.platform;
    await (await this.platform.database()).execute(FORGET_COOLDOWNS);
    const interaction = discord.buildInteraction({ ...what, clan: 'tophat', user });
    const route = routeKeyOf(interaction);
    this.routes.add(route === undefined ? 'none' : routeName(route));
    const delivery = await discord.deliver('tophat', interaction);
    expect(delivery.problem).toBeUndefined();
    await discord.waitFor(delivery.interactionId);
    await this.platform.idle();
    const reply = discord.reply(delivery.interactionId);
    const text = reply.last?.text ?? '';
    return { delivery, reply, text, message: reply.last?.id ?? '' };
  }

  command(user: string, command: string, options: Extract<Act, { command: string }>['options'] = {}) {
    return this.act(user, { command, options });
  }

  click(user: string, button: string, message: string) {
    return this.act(user, { click: button, message });
  }

  /** Turns to the next page and back, of a list with more than one. */
  async leaf(user: string, { message }: Outcome, next = 'Next', previous = 'Previous'): Promise<void> {
    await this.click(user, next, message);
    await this.click(user, previous, message);
  }
}

import type { Faults } from '../emulator/faults.ts';
import type { Requests } from '../emulator/requests.ts';
import type { Violation } from '../emulator/violation.ts';
import { buildInteraction, commandsOf } from './build-interaction.ts';
import type { DiscordCheck } from './check-request.ts';
import { type Delivery, deliverInteraction } from './deliver-interaction.ts';
import { DeliveryFault } from './delivery-fault.ts';
import { displayName, findGuildChannel, findGuildMember } from './find-in-guild.ts';
import type { InteractionRequest } from './interaction-request.ts';
import { joinGuild } from './join-guild.ts';
import { type InteractionReply, isAnswered, replyOf, waitForReply } from './replies.ts';
import { type ShownMessage, shownMessage } from './shown-message.ts';
import type { Viewer } from './sight.ts';
import type { GuildState, MemberState, RegisteredCommand } from './state.ts';
import type { World } from './world.ts';

/** A running Discord emulator: its addresses, what it saw, and what members do in it. */
export class DiscordEmulator {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** For `DISCORD_API_URL`. */
  readonly apiUrl: string;
  /** For `DISCORD_CDN_HOSTS`: host and port. */
  readonly cdnHosts: string;
  readonly world: World;
  readonly faults: Faults;
  readonly requests: Requests;
  /** Requests and responses that Discord would have refused or does not know. A good run leaves it empty. */
  readonly violations: Violation[];
  /** Where interactions are sent: `<gatewayUrl>/interactions/<clan>`. Set once the gateway listens. */
  gatewayUrl: string | undefined;
  /** What becomes of the next interactions on their way to the bot. */
  readonly deliveryFault = new DeliveryFault();
  readonly #check: DiscordCheck;
  readonly #stop: () => Promise<void>;

  constructor(parts: {
    world: World;
    check: DiscordCheck;
    faults: Faults;
    requests: Requests;
    violations: Violation[];
    url: string;
    stop: () => Promise<void>;
  }) {
    this.world = parts.world;
    this.faults = parts.faults;
    this.requests = parts.requests;
    this.violations = parts.violations;
    this.url = parts.url;
    this.apiUrl = `${parts.url}/api/v10`;
    this.cdnHosts = new URL(parts.url).host;
    this.#check = parts.check;
    this.#stop = parts.stop;
  }

  /** Does what a member does in Discord: builds the interaction, signs it, sends it to the gateway, applies the answer. */
  async sendInteraction(request: InteractionRequest): Promise<Delivery> {
    return this.deliver(request.clan, buildInteraction(this.world, request));
  }

  /** What `sendInteraction` would send, unsent: for tests that change it or deliver it more than once. */
  buildInteraction(request: InteractionRequest): Readonly<Record<string, unknown>> {
    return buildInteraction(this.world, request);
  }

  /** Signs and sends an interaction as it stands. The same one may be delivered again; only its first answer counts. */
  async deliver(clan: string, interaction: Readonly<Record<string, unknown>>): Promise<Delivery> {
    if (this.gatewayUrl === undefined)
      throw new Error('The emulator does not know the gateway yet: set gatewayUrl.');
    const path = `/interactions/${clan}`;
    return deliverInteraction(
      this.world,
      this.world.applicationOf(clan),
      this.gatewayUrl + path,
      interaction,
      this.#check,
      (problems, body) => {
        this.violations.push({ method: 'RESPONSE', path, problems, body });
      },
      this.deliveryFault.post,
    );
  }

  /** What an interaction has led to by now. */
  reply(interactionId: string): InteractionReply {
    return replyOf(this.world, interactionId);
  }

  /**
   * Resolves when the interaction is answered: an edit or a follow-up after a deferred response, at once after any
   * other. `until` asks for something more particular. Rejects after `timeoutMs` (default 15 s).
   */
  waitFor(
    interactionId: string,
    options: { until?: (reply: InteractionReply) => boolean; timeoutMs?: number } = {},
  ): Promise<InteractionReply> {
    return waitForReply(this.world, interactionId, options.until ?? isAnswered, options.timeoutMs ?? 15_000);
  }

  /** The interaction's token dies now instead of after 15 minutes. */
  expireToken(interactionId: string): void {
    const interaction = this.world.state.interactions.get(interactionId);
    if (interaction !== undefined) interaction.expired = true;
  }

  /** The file is gone from the CDN, as ephemeral attachments are after a while, even if its URL has not expired. */
  removeAttachment(attachmentId: string): void {
    const attachment = this.world.state.attachments.get(attachmentId);
    if (attachment !== undefined) attachment.removed = true;
  }

  /** The messages of a channel (by id or name), oldest first, without ephemeral ones. */
  messages(clan: string, channel: string): readonly ShownMessage[] {
    const { id } = findGuildChannel(this.world, this.guild(clan), channel);
    return [...this.world.state.messages.values()]
      .filter((message) => message.channelId === id && message.visibleTo === null)
      .map((message) => shownMessage(this.world, message));
  }

  /** The direct messages that a clan's bot sent to a member, oldest first. */
  dms(clan: string, user: string): readonly ShownMessage[] {
    const { userId } = this.member(clan, user);
    const bot = this.world.botUserId(this.world.applicationOf(clan));
    const channel = [...this.world.state.channels.values()].find(
      (entry) => entry.recipientId === userId && entry.botUserId === bot,
    );
    return [...this.world.state.messages.values()]
      .filter((message) => message.channelId === channel?.id)
      .map((message) => shownMessage(this.world, message));
  }

  guild(clan: string): GuildState {
    const guild = this.world.state.guilds.get(this.world.applicationOf(clan).guildId);
    if (guild === undefined) throw new Error(`The guild of ${clan} does not exist.`);
    return guild;
  }

  /** By id, user name, display name or nick. */
  member(clan: string, user: string): MemberState {
    return findGuildMember(this.world, this.guild(clan), user);
  }

  /** A clan's server in the eyes of one of its members. */
  viewer(clan: string, user: string): Viewer {
    return {
      clan,
      guild: this.guild(clan),
      member: this.member(clan, user),
      botUserId: this.world.botUserId(this.world.applicationOf(clan)),
    };
  }

  displayName(clan: string, user: string): string {
    return displayName(this.world, this.member(clan, user));
  }

  /** The names of a member's roles, highest first. */
  rolesOf(clan: string, user: string): readonly string[] {
    const guild = this.guild(clan);
    return this.member(clan, user)
      .roleIds.flatMap((id) => guild.roles.get(id) ?? [])
      .sort((a, b) => b.position - a.position)
      .map((role) => role.name);
  }

  /** Somebody new joins the clan's server, without a role. Returns the new person's id. Throws `ImpossibleActionError`. */
  joinGuild(clan: string, name: string): string {
    return joinGuild(this.world, this.guild(clan), name);
  }

  /** The member leaves the guild. */
  leaveGuild(clan: string, user: string): void {
    this.guild(clan).members.delete(this.member(clan, user).userId);
    this.world.changed();
  }

  commands(clan: string): readonly RegisteredCommand[] {
    return commandsOf(this.world, this.world.applicationOf(clan));
  }

  /** Stops serving and saves the state. */
  stop(): Promise<void> {
    return this.#stop();
  }
}

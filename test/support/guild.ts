// For tests only: the Discord emulator in this process, with one guild in it and no network.
import { answerApi } from '../../local/discord/answer-api.ts';
import { ApiError } from '../../local/discord/api-error.ts';
import { applyResponse } from '../../local/discord/apply-response.ts';
import { AttachmentFiles } from '../../local/discord/attachment-files.ts';
import type { DiscordCheck } from '../../local/discord/check-request.ts';
import { invalidForm } from '../../local/discord/form-errors.ts';
import { MessageBody, parseMessageBody } from '../../local/discord/message-body.ts';
import { seedState } from '../../local/discord/seed-state.ts';
import { emptyState, type InteractionState } from '../../local/discord/state.ts';
import { World } from '../../local/discord/world.ts';
import { createMessage } from '../../local/discord/write-message.ts';
import { Faults } from '../../local/emulator/faults.ts';
import type { EmulatorAnswer, EmulatorRequest } from '../../local/emulator/http-server.ts';
import { isRecord, listOf } from '../../local/emulator/plain.ts';
import { EmulatedRateLimits } from '../../local/emulator/rate-limit.ts';
import { Requests } from '../../local/emulator/requests.ts';
import type { Violation } from '../../local/emulator/violation.ts';
import type { BinaryFile } from '../../shared/discord/client.ts';
import type { Message, TextFile } from '../../shared/discord/message.ts';
import { messageBody } from '../../shared/discord/message-body.ts';
import { ADMIN_CHANNEL, EVENT_LOG, HERE, LOG_CHANNEL, POINT_LOG, RECORD } from './identity.ts';

const API = '/api/v10';
const EMBED_FIELDS =
  'title type description url timestamp color footer image thumbnail video provider author fields';
const COMPONENT_FIELDS =
  'type id components custom_id style label emoji url disabled options placeholder min_values max_values default_values channel_types';

/** A guild with the bot and the clan's channels in it, and nobody else. */
export class TestGuild {
  readonly world: World;
  readonly requests = new Requests();
  readonly faults = new Faults();
  /** What Discord refused as malformed. */
  readonly violations: Violation[] = [];
  /** What Discord's CDN holds, by URL. */
  readonly files = new Map<string, string | Uint8Array>();
  readonly #place = { channelId: HERE, authorId: RECORD.applicationId };
  readonly #rateLimits: EmulatedRateLimits;

  constructor(now: () => number) {
    const { clan, applicationId, publicKey, botToken, guildId } = RECORD;
    const application = { clan, applicationId, publicKey, botToken, guildId, serverMembersIntent: true };
    const channels = [HERE, ADMIN_CHANNEL, LOG_CHANNEL, EVENT_LOG, POINT_LOG].map((id) => ({ id, name: id }));
    const state = emptyState();
    const guild = { id: guildId, name: 'Test Clan', ownerId: '1', channels, botRole: { position: 100 } };
    seedState(state, { applications: [application], guilds: [guild] });
    const files = new AttachmentFiles(undefined);
    this.world = new World({ state, files, applications: [application], now, changed: () => undefined });
    this.#rateLimits = new EmulatedRateLimits(now);
  }

  get state() {
    const guild = this.world.state.guilds.get(RECORD.guildId);
    if (guild === undefined) throw new Error('the guild is gone');
    return guild;
  }
  /** The role that the bot has from the start, above all others. */
  get botRole() {
    const role = [...this.state.roles.values()].find(({ managed }) => managed);
    if (role === undefined) throw new Error('the role of the bot is gone');
    return role;
  }

  async answer(request: EmulatorRequest, url: string): Promise<EmulatorAnswer | 'dropped'> {
    if (request.path.startsWith(API)) {
      const { world, requests, faults, violations } = this;
      const parts = {
        world,
        requests,
        faults,
        violations,
        rateLimits: this.#rateLimits,
        check: KNOWN_FIELDS,
      };
      const options = { limitMode: 'loose', checkAnswers: false, anyUserAgent: false } as const;
      return answerApi({ ...parts, ...options }, request, request.path.slice(API.length));
    }
    const file = this.files.get(url);
    return file === undefined ? { status: 404 } : { status: 200, bytes: Buffer.from(file) };
  }

  addMember(userId: string, roleIds: readonly string[] = []): void {
    const user = { id: userId, username: `user${userId}`, globalName: null, bot: false };
    this.world.state.users.set(userId, { ...user, dms: 'open' });
    this.state.members.set(userId, { userId, nick: null, roleIds: [...roleIds], joinedAt: 0 });
  }
  addChannel(id: string): void {
    const plain = { type: 0, guildId: RECORD.guildId, name: id, recipientId: null, botUserId: null } as const;
    this.world.state.channels.set(id, { ...plain, id, overwrites: [] });
  }
  /** A role below the bot's own, unless its position is higher. */
  addRole(role: {
    readonly id: string;
    readonly name: string;
    readonly position?: number;
    readonly permissions?: bigint;
    readonly managed?: boolean;
  }): void {
    const plain = { color: 0, position: 1, managed: false, mentionable: false, hoist: false };
    this.state.roles.set(role.id, { ...plain, ...role, permissions: `${role.permissions ?? 0n}` });
  }

  /** An interaction that the front door acknowledged in this way, so that its token can be used. */
  acknowledge(token: string, as: 'public' | 'ephemeral' | 'update' = 'ephemeral'): InteractionState {
    const source = as === 'update' ? this.#post({ content: 'A message with a button' }).id : null;
    const interaction: InteractionState = {
      id: this.world.newId(),
      token,
      applicationId: RECORD.applicationId,
      guildId: RECORD.guildId,
      channelId: HERE,
      userId: '1',
      type: source === null ? 2 : 3,
      createdAt: this.world.now(),
      state: 'pending',
      acknowledgedAs: null,
      ephemeral: false,
      originalId: null,
      sourceMessageId: source,
      originalDeleted: false,
      originalEdits: 0,
      followUpIds: [],
      expired: false,
      modal: undefined,
      choices: undefined,
    };
    this.world.state.interactions.set(interaction.id, interaction);
    const deferred = { type: 5, data: as === 'ephemeral' ? { flags: 64 } : {} };
    applyResponse(this.world, interaction, source === null ? deferred : { type: 6 }, new Map());
    return interaction;
  }

  /** Fails with what Discord would answer to this message. */
  checkMessage(message: Message, file?: BinaryFile | TextFile): void {
    explained(() => {
      const { pings: _, ...written } = message;
      refuseUnknownFields(written);
      const body = messageBody(message, { replaces: false });
      const description = file !== undefined && 'bytes' in file ? file.description : undefined;
      const attachments = [{ id: '0', filename: file?.name, description }];
      this.#post(description === undefined ? body : { ...body, attachments }, file);
    });
  }
  /** Fails with what Discord would answer to these suggestions. */
  checkChoices(choices: readonly object[]): void {
    const asked: InteractionState = { ...this.acknowledge('token-of-choices'), type: 4 };
    explained(() => applyResponse(this.world, asked, { type: 8, data: { choices } }, new Map()));
  }

  #post(body: Record<string, unknown>, file?: BinaryFile | TextFile) {
    const sent =
      file === undefined ? [] : [{ ...file, bytes: 'text' in file ? Buffer.from(file.text) : file.bytes }];
    const parsed = parseMessageBody(MessageBody, body);
    return createMessage(this.world, parsed, new Map(sent.entries()), this.#place);
  }
}

/** Stricter than Discord, which passes over what it does not know. */
const KNOWN_FIELDS: DiscordCheck = {
  knows: () => false,
  response: () => undefined,
  answer: () => [],
  request(_, path, { json }) {
    if (/messages|webhooks/.test(path)) refuseUnknownFields(json);
    return undefined;
  },
};

function refuseUnknownFields(message: unknown): void {
  if (!isRecord(message)) return;
  const unknown = [
    ...unknownFields(message, Object.keys(MessageBody.shape)),
    ...listOf(message['embeds']).flatMap((embed) => unknownFields(embed, EMBED_FIELDS.split(' '))),
    ...listOf(message['components']).flatMap(unknownInComponent),
  ];
  const text = 'Discord knows no such field';
  if (unknown.length > 0)
    throw invalidForm(unknown.map((name) => ({ path: [name], code: 'UNKNOWN_FIELD', message: text })));
}
function unknownInComponent(component: unknown): string[] {
  const inside = isRecord(component) ? listOf(component['components']) : [];
  return [...unknownFields(component, COMPONENT_FIELDS.split(' ')), ...inside.flatMap(unknownInComponent)];
}
function unknownFields(value: unknown, known: readonly string[]): string[] {
  return isRecord(value) ? Object.keys(value).filter((key) => !known.includes(key)) : [];
}

function explained(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new Error(`Discord would answer ${error.status}: ${error.message} ${JSON.stringify(error.errors)}`);
  }
}

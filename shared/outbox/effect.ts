import * as z from 'zod/mini';
import type { Message, TextFile } from '../discord/message.ts';
import { DiscordId } from '../discord/snowflake.ts';
import type { AttachedPicture } from '../drawing/picture.ts';

const MessageJson = z.custom<Message>((value) => typeof value === 'object' && value !== null);
const FileJson = z.custom<TextFile>((value) => typeof value === 'object' && value !== null);
/** What is in it is looked at when it is drawn. */
const PictureJson = z.custom<AttachedPicture>((value) => typeof value === 'object' && value !== null);
const RecordId = z.string().check(z.maxLength(32));

/** A record that remembers the message that shows it. */
const RecordAddress = z.object({
  table: z.enum(['events', 'promotion_cards', 'leaves', 'quota_reports']),
  id: RecordId,
});
export type RecordAddress = z.infer<typeof RecordAddress>;

/** The reply to an interaction, sent with its 15-minute token; finished as failed when that has expired. */
const ReplyEffect = z.object({
  kind: z.literal('reply'),
  applicationId: DiscordId,
  token: z.string(),
  expiresAt: z.int(),
  message: MessageJson,
  file: z.optional(FileJson),
  /** Drawn at delivery, by the functions that draw; the others send the text alone. */
  picture: z.optional(PictureJson),
  shows: z.optional(
    z.array(
      z.object({
        label: z.string(),
        effectId: RecordId,
        /** Those that share the line. */
        others: z.optional(z.array(RecordId)),
        afterwards: z.optional(z.boolean()),
      }),
    ),
  ),
  /** How the front door acknowledged: decides who may see a reply whose place is gone. Left out: ephemeral. */
  acknowledged: z.optional(z.enum(['public', 'ephemeral', 'update'])),
  /** The message that an update changes is shown to the caller only. */
  ofOwnMessage: z.optional(z.boolean()),
  /** In whose language the lines of the effects are. Left out: English. */
  locale: z.optional(z.string()),
  /** It says that something went wrong, so it goes where only the member sees it. */
  isError: z.optional(z.boolean()),
});

/** A new message in a channel. `remember` stores its channel and message id with the record afterwards. */
const MessageEffect = z.object({
  kind: z.literal('message'),
  channelId: DiscordId,
  message: MessageJson,
  /** The proof of an event: fetched from Discord's CDN at delivery and uploaded again. */
  proof: z.optional(
    z.object({ url: z.string(), name: z.string(), contentType: z.string(), sha256: z.string() }),
  ),
  /** Sent with it. Not with a proof. */
  file: z.optional(FileJson),
  remember: z.optional(RecordAddress),
});

/** A new text for the message that a record remembers; nothing to do when it was never posted. */
const EditEffect = z.object({
  kind: z.literal('edit'),
  of: RecordAddress,
  message: MessageJson,
});

const DirectMessageEffect = z.object({ kind: z.literal('dm'), userId: DiscordId, message: MessageJson });

/** Brings the Discord roles of a member to their current rank; takes only what the change's old rank gave. */
const DiscordRolesEffect = z.object({
  kind: z.literal('discord-roles'),
  memberId: DiscordId,
  changeId: RecordId,
});

/** The same for the roles in the Roblox group. */
const RobloxRolesEffect = z.object({
  kind: z.literal('roblox-roles'),
  memberId: DiscordId,
  changeId: RecordId,
});

/** Gives the clan's Verified role to somebody who linked. */
const VerifiedRoleEffect = z.object({ kind: z.literal('verified-role'), memberId: DiscordId });

/** Gives a member the nickname that the clan's template gives them now. */
const NicknameEffect = z.object({ kind: z.literal('nickname'), memberId: DiscordId });
/** Gives the clan's role of those on leave while the leave runs, and takes it when it does not. */
const LeaveRoleEffect = z.object({ kind: z.literal('leave-role'), memberId: DiscordId, leaveId: RecordId });

/** Tells Roblox what an admin decided on the request to join that was made then (Unix milliseconds). */
const JoinDecisionEffect = z.object({
  kind: z.literal('join-decision'),
  decisionId: RecordId,
  decision: z.enum(['accept', 'decline']),
  path: z.string(),
  askedAt: z.int(),
  robloxUserId: z.string(),
  robloxName: z.string(),
  decidedBy: DiscordId,
});

/** What is done outside the database after a commit. Stored as JSON in the outbox, parsed again at delivery. */
export const Effect = z.discriminatedUnion('kind', [
  ReplyEffect,
  MessageEffect,
  EditEffect,
  DirectMessageEffect,
  DiscordRolesEffect,
  RobloxRolesEffect,
  VerifiedRoleEffect,
  NicknameEffect,
  LeaveRoleEffect,
  JoinDecisionEffect,
]);
export type Effect = z.infer<typeof Effect>;
export type EffectKind = Effect['kind'];

/** The outbox row of an interaction's reply; its effects are `<id>-1`, `<id>-2` ... */
export function replyId(interactionId: string): string {
  return `${interactionId}-0`;
}

/** The rows of an interaction or another change, its reply among them: from `firstId` to before `endId`. */
export function rowsOf(base: string): { readonly firstId: string; readonly endId: string } {
  // Digits come before a colon.
  return { firstId: `${base}-`, endId: `${base}-:` };
}

/** Effects of one subject run one after the other, in the order they were written; subjects are independent. */
export function subjectOf(effect: Effect): string {
  switch (effect.kind) {
    case 'reply':
      return `reply:${effect.token.slice(-24)}`;
    case 'message':
      return effect.remember === undefined ? `channel:${effect.channelId}` : `record:${effect.remember.id}`;
    case 'edit':
      return `record:${effect.of.id}`;
    case 'dm':
      return `dm:${effect.userId}`;
    case 'discord-roles':
    case 'verified-role':
    case 'leave-role':
      return `discord:${effect.memberId}`;
    case 'nickname':
      return `nickname:${effect.memberId}`;
    case 'roblox-roles':
      return `roblox:${effect.memberId}`;
    case 'join-decision':
      return `join:${effect.robloxUserId}`;
  }
}

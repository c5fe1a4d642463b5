import * as z from 'zod/mini';
import type { EncodedFile } from './read-file.ts';

/** What the Discord emulator's control routes answer, as far as the terminal looks at it. */
const Control = z.object({
  kind: z.enum(['button', 'select']),
  type: z.number(),
  customId: z.optional(z.string()),
  label: z.string(),
  disabled: z.boolean(),
  url: z.optional(z.string()),
  options: z.array(z.object({ label: z.string(), value: z.string() })),
});

export const MessageView = z.object({
  id: z.string(),
  channelId: z.string(),
  authorId: z.string(),
  content: z.string(),
  embeds: z.array(z.record(z.string(), z.unknown())),
  controls: z.array(Control),
  attachments: z.array(z.object({ name: z.string(), size: z.number(), url: z.string() })),
  text: z.string(),
  ephemeral: z.boolean(),
  loading: z.boolean(),
  edits: z.number(),
  /** `#general` or `DM to Wolf`, where the route says it. */
  place: z.optional(z.string()),
});
export type MessageView = z.infer<typeof MessageView>;

export const PersonView = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  bot: z.boolean(),
  dms: z.string(),
  roles: z.array(z.string()),
  owner: z.boolean(),
});
export type PersonView = z.infer<typeof PersonView>;

export const ClanView = z.object({
  clan: z.string(),
  guild: z.string(),
  guildId: z.string(),
  channels: z.array(z.object({ id: z.string(), name: z.string() })),
  roles: z.array(z.object({ id: z.string(), name: z.string() })),
  /** The first hundred. */
  members: z.array(PersonView),
});
export type ClanView = z.infer<typeof ClanView>;

const Choice = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) });
const Option = z.object({
  name: z.string(),
  type: z.number(),
  description: z.string(),
  required: z.optional(z.boolean()),
  autocomplete: z.optional(z.boolean()),
  choices: z.optional(z.nullable(z.array(Choice))),
  min_value: z.optional(z.number()),
  max_value: z.optional(z.number()),
});
export const CommandView = z.object({
  path: z.string(),
  /** 1 slash command, 2 user menu, 3 message menu. */
  type: z.number(),
  description: z.optional(z.string()),
  options: z.array(Option),
});
export type CommandView = z.infer<typeof CommandView>;

export const ModalInputView = z.object({
  customId: z.string(),
  label: z.string(),
  description: z.string(),
  type: z.number(),
  required: z.boolean(),
  minValues: z.number(),
  maxValues: z.number(),
  options: z.array(z.object({ label: z.string(), value: z.string() })),
});
export type ModalInputView = z.infer<typeof ModalInputView>;

export const SentView = z.object({
  interactionId: z.string(),
  acknowledged: z.boolean(),
  problem: z.optional(z.string()),
  modal: z.nullable(z.object({ title: z.string() })),
  choices: z.nullable(z.array(Choice)),
  inputs: z.array(ModalInputView),
  /** The button or menu that was used, and the first line of its message. */
  clicked: z.optional(z.object({ label: z.string(), on: z.string() })),
});
export type SentView = z.infer<typeof SentView>;

export const ReplyView = z.object({
  state: z.string(),
  acknowledgedAs: z.nullable(z.number()),
  original: z.optional(MessageView),
  originalEdits: z.number(),
  originalDeleted: z.boolean(),
  followUps: z.array(MessageView),
  changes: z.number(),
});
export type ReplyView = z.infer<typeof ReplyView>;

export const Changes = z.object({ now: z.number(), messages: z.array(MessageView) });

/** A value that is given for an option or an input. */
export type Given = string | number | boolean | EncodedFile;

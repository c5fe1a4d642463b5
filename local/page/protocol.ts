// What the page and its server say to each other. Both sides import this file; the browser parses with it.
import * as z from 'zod/mini';

const Json = z.record(z.string(), z.unknown());

const Person = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  /** Of the highest role that has one: `#rrggbb`. */
  color: z.nullable(z.string()),
  bot: z.boolean(),
  owner: z.boolean(),
  roles: z.array(z.string()),
});
export type Person = z.infer<typeof Person>;

const Role = z.object({ id: z.string(), name: z.string(), color: z.nullable(z.string()) });
export type Role = z.infer<typeof Role>;

const Channel = z.object({ id: z.string(), name: z.string(), isDm: z.boolean(), canWrite: z.boolean() });
export type Channel = z.infer<typeof Channel>;

export const Choice = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) });
export type Choice = z.infer<typeof Choice>;

const Option = z.object({
  name: z.string(),
  type: z.number(),
  description: z.string(),
  required: z._default(z.boolean(), false),
  autocomplete: z._default(z.boolean(), false),
  choices: z._default(z.array(Choice), []),
  min_value: z.optional(z.number()),
  max_value: z.optional(z.number()),
  min_length: z.optional(z.number()),
  max_length: z.optional(z.number()),
  file_types: z.optional(z.array(z.string())),
});
export type Option = z.infer<typeof Option>;

const Command = z.object({
  /** As it is typed: `points add`; a menu by its name. */
  path: z.string(),
  /** 1 a slash command, 2 a user menu. */
  type: z.number(),
  description: z._default(z.string(), ''),
  options: z.array(Option),
});
export type Command = z.infer<typeof Command>;

/** What one person sees of a clan's server. */
export const View = z.object({
  me: Person,
  clan: z.string(),
  guild: z.string(),
  clans: z.array(z.object({ clan: z.string(), guild: z.string() })),
  channels: z.array(Channel),
  people: z.array(Person),
  roles: z.array(Role),
  commands: z.array(Command),
});
export type View = z.infer<typeof View>;

const Attachment = z.object({
  id: z.string(),
  name: z.string(),
  contentType: z.string(),
  size: z.number(),
  url: z.string(),
  description: z.string(),
});
export type Attachment = z.infer<typeof Attachment>;

export const Message = z.object({
  id: z.string(),
  channelId: z.string(),
  /** Grows with everything that happens in Discord: of two states of a message the one with the larger number counts. */
  revision: z.number(),
  authorId: z.string(),
  content: z.string(),
  embeds: z.array(Json),
  components: z.array(Json),
  attachments: z.array(Attachment),
  ephemeral: z.boolean(),
  loading: z.boolean(),
  edited: z.boolean(),
  createdAt: z.number(),
  /** The interaction that it replies to. */
  interactionId: z.nullable(z.string()),
  /** Who used which command, where this answers one. */
  used: z.nullable(z.object({ userId: z.string(), name: z.string() })),
  /** The message whose button this answers. */
  answers: z.nullable(z.object({ id: z.string(), authorId: z.string(), text: z.string() })),
  pinged: z.boolean(),
});
export type Message = z.infer<typeof Message>;

/** Messages of a channel, oldest first. */
export const Messages = z.object({ messages: z.array(Message), more: z.boolean() });

export const Deleted = z.object({ id: z.string(), channelId: z.string() });

export const ModalInput = z.object({
  customId: z.string(),
  label: z.string(),
  description: z.string(),
  type: z.number(),
  required: z.boolean(),
  minValues: z.number(),
  maxValues: z.number(),
  definition: Json,
});
export type ModalInput = z.infer<typeof ModalInput>;

/** How something that was done in Discord turned out at first. */
export const Sent = z.object({
  interactionId: z.string(),
  /** Why Discord shows a failure. */
  problem: z.nullable(z.string()),
  modal: z.nullable(z.object({ title: z.string(), inputs: z.array(ModalInput) })),
  choices: z.array(Choice),
});
export type Sent = z.infer<typeof Sent>;

export const Refused = z.object({ message: z.string() });

/** Bytes in base64, as JSON can carry them. */
export type UploadedFile = { name: string; contentType: string; base64: string };
export type Given = string | number | boolean | UploadedFile;

/** Something a person does in Discord. */
export type Action =
  | { command: string; options: Record<string, Given> }
  | { autocomplete: string; focused: string; options: Record<string, Given> }
  | { userMenu: string; target: string }
  | { click: string; message: string; values?: string[] }
  | { submit: Record<string, Given | Given[]>; from: string };

const Step = z.object({
  kind: z.enum(['sql', 'http', 'log']),
  /** Milliseconds since the interaction was received, and how long it took. */
  at: z.number(),
  ms: z.number(),
  /** The statement, or `PATCH discord /webhooks/...`. */
  title: z.string(),
  /** Rows, or the status. */
  outcome: z.string(),
  request: z.string(),
  answer: z.string(),
});
export type Step = z.infer<typeof Step>;

const Call = z.object({
  id: z.string(),
  functionName: z.string(),
  detached: z.boolean(),
  cold: z.boolean(),
  at: z.number(),
  /** Null while it runs. */
  ms: z.nullable(z.number()),
  outcome: z.string(),
  steps: z.array(Step),
});
export type Call = z.infer<typeof Call>;

const OutboxRow = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.string(),
  attempts: z.number(),
  result: z.nullable(z.string()),
});
export type OutboxRow = z.infer<typeof OutboxRow>;

/** What happened behind one interaction. */
export const Timeline = z.object({
  id: z.string(),
  label: z.string(),
  receivedAt: z.number(),
  /** The request as it was sent, secrets cut. */
  request: z.object({ headers: z.record(z.string(), z.string()), body: z.string() }),
  acknowledged: z.nullable(z.object({ ms: z.number(), status: z.string(), body: z.string() })),
  calls: z.array(Call),
  outbox: z.array(OutboxRow),
});
export type Timeline = z.infer<typeof Timeline>;

const Switch = z.object({
  id: z.string(),
  group: z.string(),
  label: z.string(),
  hint: z.string(),
  on: z.boolean(),
});
export type Switch = z.infer<typeof Switch>;
export const Switches = z.array(Switch);

/** Somebody on "Roblox". */
export const RobloxUser = z.object({
  id: z.string(),
  name: z.string(),
  about: z.string(),
  inGroup: z.boolean(),
  /** Asks to join the group. */
  isAsking: z.boolean(),
  roles: z.array(z.string()),
});
export type RobloxUser = z.infer<typeof RobloxUser>;
export const RobloxWorld = z.object({ users: z.array(RobloxUser), roles: z.array(z.string()) });
export type RobloxWorld = z.infer<typeof RobloxWorld>;

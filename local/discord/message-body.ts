import * as z from 'zod/mini';
import { invalidForm } from './form-errors.ts';

const Id = z.pipe(
  z.union([z.string(), z.int()]),
  z.transform((value: string | number) => String(value)),
);
const List = z.optional(z.nullable(z.array(z.unknown())));
const IdList = z.optional(z.nullable(z.array(z.string())));

/** What a request says about a file: of a new one (`files[id]`), or of one that the message has. */
const AttachmentBody = z.object({
  id: Id,
  filename: z.optional(z.nullable(z.string())),
  title: z.optional(z.nullable(z.string())),
  description: z.optional(z.nullable(z.string())),
  is_spoiler: z.optional(z.nullable(z.boolean())),
});
export type AttachmentBody = z.infer<typeof AttachmentBody>;

/** A message as it is sent, edited or answered with; the parts the emulator acts on. */
export const MessageBody = z.object({
  content: z.optional(z.nullable(z.string())),
  embeds: List,
  components: List,
  attachments: z.optional(z.nullable(z.array(AttachmentBody))),
  flags: z.optional(z.nullable(z.int())),
  allowed_mentions: z.optional(
    z.nullable(
      z.object({
        parse: z.optional(z.nullable(z.array(z.string()))),
        users: IdList,
        roles: IdList,
        replied_user: z.optional(z.nullable(z.boolean())),
      }),
    ),
  ),
  nonce: z.optional(z.nullable(Id)),
  enforce_nonce: z.optional(z.nullable(z.boolean())),
  poll: z.optional(z.unknown()),
});
export type MessageBody = z.infer<typeof MessageBody>;

/** Parses a body or throws 50035 with the places that are wrong. */
export function parseMessageBody<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw invalidForm(
    parsed.error.issues.map((issue) => ({
      path: issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
      code: 'MODEL_TYPE_CONVERT',
      message: issue.message,
    })),
  );
}

export const FLAGS = {
  SUPPRESS_EMBEDS: 1 << 2,
  EPHEMERAL: 1 << 6,
  LOADING: 1 << 7,
  SUPPRESS_NOTIFICATIONS: 1 << 12,
  COMPONENTS_V2: 1 << 15,
} as const;

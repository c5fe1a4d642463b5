/**
 * An interaction as the commands see it: parsed once from Discord's JSON (`parse-interaction.ts`), with the
 * fields that this bot uses. Ids stay text. `O` and `F` name the options and inputs that may be read: those that
 * the route declares.
 */
export interface Interaction<O extends string = never, F extends string = never> {
  readonly id: string;
  readonly applicationId: string;
  readonly token: string;
  readonly guildId: string;
  readonly channelId: string | undefined;
  readonly user: Person;
  /** The language and region that the member chose in Discord: `de`, `en-GB`. */
  readonly locale: string | undefined;
  /** The bitset of the member's permissions in this channel. */
  readonly permissions: bigint;
  readonly roleIds: readonly string[];
  /** The bot's own permissions in this channel. */
  readonly appPermissions: bigint;
  readonly on: 'command' | 'user-menu' | 'autocomplete' | 'component' | 'modal';
  /** `points add`, `Add points`, or the first part of a custom id. */
  readonly key: string;
  /** The second and third part of a custom id: a record's id and a small argument. */
  readonly recordId: string | undefined;
  readonly argument: string | undefined;
  /** Options of a command by name: text and ids as text, whole numbers and booleans as such. */
  readonly options: { readonly [K in O]?: string | number | boolean };
  /** The option being typed, with autocomplete. */
  readonly focused: { readonly name: string; readonly value: string } | undefined;
  /** The person a user-menu command was used on. */
  readonly targetId: string | undefined;
  /** Values of a modal's inputs, or of a select menu (under its custom id), by custom id. */
  readonly fields: { readonly [K in F]?: readonly string[] };
  readonly people: Readonly<Record<string, Person>>;
  readonly attachments: Readonly<Record<string, Attachment>>;
  /** The channels that were chosen, by id. */
  readonly channels: Readonly<Record<string, ChosenChannel>>;
  /** The message that carries the component. */
  readonly message: CarryingMessage | undefined;
}

/** The message that carries a component. `isEphemeral`: only the caller sees it. */
export interface CarryingMessage {
  readonly id: string;
  readonly channelId: string;
  readonly isEphemeral?: boolean;
}

export interface Person {
  readonly id: string;
  /** What people in the guild see: nick, global name or user name. Not escaped. */
  readonly displayName: string;
  readonly isBot: boolean;
}

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly contentType: string | undefined;
  /** In bytes. */
  readonly size: number;
  readonly url: string;
}

export interface ChosenChannel {
  readonly id: string;
  readonly guildId: string | undefined;
  /** The bot's own permissions there; undefined when the bot is not in the server. */
  readonly appPermissions: bigint | undefined;
}

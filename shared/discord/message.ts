import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord-api-types/v10';

/** A row with a menu of roles (6) or channels (8): Discord's types name its words by an enum that is no type alone. */
export interface SelectRow {
  readonly type: 1;
  readonly components: readonly [
    {
      readonly type: 6 | 8;
      readonly custom_id: string;
      readonly placeholder: string;
      readonly channel_types?: readonly number[];
      readonly min_values: number;
      readonly max_values: number;
      /** Roles and channels that are in the server. */
      readonly default_values: readonly { readonly id: string; readonly type: 'role' | 'channel' }[];
    },
  ];
}

/** A message as handlers write it. The client adds `allowed_mentions: {parse: []}`: nobody is pinged. */
export interface Message {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly (APIActionRowComponent<APIComponentInMessageActionRow> | SelectRow)[];
  /** User ids that this message may ping, on purpose; they must stand in `content` as `<@id>`. */
  readonly pings?: readonly string[];
}

/** A file sent with a message. Text only, because it travels through the outbox; proofs have their own way. */
export interface TextFile {
  readonly name: string;
  readonly contentType: string;
  readonly text: string;
}

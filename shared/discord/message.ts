import type { APIActionRowComponent, APIComponentInMessageActionRow, APIEmbed } from 'discord-api-types/v10';

/** A message as handlers write it. The client adds `allowed_mentions: {parse: []}`: nobody is pinged. */
export interface Message {
  readonly content?: string;
  readonly embeds?: readonly APIEmbed[];
  readonly components?: readonly APIActionRowComponent<APIComponentInMessageActionRow>[];
  /** User ids that this message may ping, on purpose; they must stand in `content` as `<@id>`. */
  readonly pings?: readonly string[];
}

/** A file sent with a message. Text only, because it travels through the outbox; proofs have their own way. */
export interface TextFile {
  readonly name: string;
  readonly contentType: string;
  readonly text: string;
}

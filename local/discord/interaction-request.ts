import type { UploadedFile } from './attachments.ts';

/** What a member gives to an option or a modal's input: a person, role or channel by id or by name. */
export type GivenValue = string | number | boolean | UploadedFile;

interface By {
  readonly clan: string;
  /** A member by id, or by user name, display name or nick. */
  readonly user: string;
  /** By id or name. Default: the guild's first channel, or the message's. */
  readonly channel?: string;
  /** Sends what Discord's client would not let through: a missing option, a disabled button, a value off the list. */
  readonly unchecked?: boolean;
  readonly locale?: string;
}

/** Something a member does in Discord. */
export type InteractionRequest = By &
  (
    | { readonly command: string; readonly options?: Readonly<Record<string, GivenValue>> }
    | { readonly userMenu: string; readonly target: string }
    /** Typing into the option `focused`; what was typed so far is its value in `options`. */
    | {
        readonly autocomplete: string;
        readonly focused: string;
        readonly options?: Readonly<Record<string, GivenValue>>;
      }
    /** A button or select by custom id, by the key before its first colon, or by label; on the latest message that has it. */
    | { readonly click: string; readonly message?: string; readonly values?: readonly string[] }
    /** Fields by custom id or label; `from` is the interaction that opened the modal, by default the latest of this person. */
    | {
        readonly submit: Readonly<Record<string, GivenValue | readonly GivenValue[]>>;
        readonly from?: string;
      }
  );

/** The member cannot do this in Discord's client: nothing was sent. The text says why and what there is. */
export class ImpossibleActionError extends Error {
  override readonly name = 'ImpossibleActionError';
}

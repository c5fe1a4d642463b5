import type { Settings } from '../../shared/clans/settings.ts';
import type { CommandContext } from '../../shared/context/command-context.ts';
import { UserError } from '../../shared/errors/user-error.ts';
import type { EventForm } from '../../shared/events/draft.ts';
import { lookUpNames } from '../../shared/events/look-up-names.ts';
import { type Participant, readParticipants } from '../../shared/events/participants.ts';
import { type Proof, readProof, requirePictureFile } from '../../shared/events/proof.ts';
import { type EventTimes, readTimes } from '../../shared/events/times.ts';
import type { Interaction } from '../../shared/interactions/interaction.ts';
import { isLocale } from '../../shared/times/locales.ts';
import { texts } from './texts.ts';

/** A form of which every part is right. */
export interface ReadyForm {
  readonly type: string;
  readonly channelId: string;
  readonly participants: readonly Participant[];
  readonly times: EventTimes;
  readonly proof: Proof;
  /** How something was read that could be read otherwise. Markdown. */
  readonly notes: readonly string[];
}

export type Checked =
  | { readonly ready: ReadyForm }
  /** Everything that is wrong with it, and whether the upload is worth keeping. */
  | { readonly problems: readonly UserError[]; readonly keepProof: boolean };

const PROOF_CODES: readonly string[] = [
  'no-proof',
  'proof-too-large',
  'proof-not-image',
  'proof-broken',
  'proof-gone',
];

/**
 * Checks every part of a form and names all that is wrong at once. The proof is fetched only when the rest is right.
 * Nothing is written.
 */
export async function checkForm(
  context: Omit<CommandContext, 'interaction'>,
  form: EventForm,
  interaction: Pick<Interaction, 'locale'>,
): Promise<Checked> {
  const { settings } = context;
  const problems: UserError[] = [];
  async function part<T>(read: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(error);
      return undefined;
    }
  }
  await part(() => requireType(form.type, settings.events.types));
  const channelId = await part(() => reviewChannel(settings));
  const known = await lookUpNames(context, form.names, interaction.locale);
  const participants = await part(() =>
    readParticipants(
      form.memberIds.map((id) => ({ id, displayName: '', isBot: false })),
      form.names,
      known,
    ),
  );
  const read = await part(() =>
    readTimes(
      form,
      { now: context.now(), timeZone: settings.time_zone, locale: localeOf(interaction, settings) },
      interaction.locale,
    ),
  );
  const upload = await part(() => requirePictureFile(form.proof));
  const proof =
    problems.length === 0 && upload !== undefined
      ? await part(() => readProof(context.discord, upload))
      : undefined;
  if (channelId === undefined || participants === undefined || read === undefined || proof === undefined) {
    return { problems, keepProof: !problems.some(({ code }) => PROOF_CODES.includes(code)) };
  }
  if (problems.length > 0) return { problems, keepProof: true };
  const { times, notes } = read;
  return {
    ready: { type: form.type, channelId, participants, times, proof, notes: [...notes, ...known.notes] },
  };
}

function requireType(type: string, types: readonly string[]): void {
  if (!types.includes(type))
    throw new UserError('unknown-type', (locale) => texts(locale).unknownType(type, types));
}

function reviewChannel({ channels }: Settings): string {
  if (channels.admin === null)
    throw new UserError('no-review-channel', (locale) => texts(locale).noReviewChannel);
  return channels.admin;
}

/** The member's own decides the order of dates; the clan's where Discord names one that `Intl` does not know. */
function localeOf({ locale }: Pick<Interaction, 'locale'>, settings: Settings): string {
  return locale !== undefined && isLocale(locale) ? locale : settings.locale;
}

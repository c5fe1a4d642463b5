import { ClanName, RobloxId } from '../../shared/clans/clan-record.ts';
import { Snowflake } from '../../shared/discord/snowflake.ts';
import { OnboardingError } from './onboarding-error.ts';

/** Folders and files that mean something else. */
const TAKEN = ['cloud', 'example'];

/** A clan's short name. Throws `OnboardingError`. */
export function readClanName(text: string): string {
  const parsed = ClanName.safeParse(text.trim());
  if (!parsed.success)
    throw new OnboardingError(`Short name of the clan: ${parsed.error.issues[0]?.message}, such as newclan.`);
  if (!TAKEN.includes(parsed.data)) return parsed.data;
  throw new OnboardingError(
    `Short name of the clan: "${parsed.data}" has another use here; choose another one.`,
  );
}

/** The id of a Discord server: itself, or in the address of one of its channels. Throws `OnboardingError`. */
export function readGuildId(text: string): string {
  const answer = text.trim();
  const [, inUrl] =
    /^(?:https?:\/\/)?(?:(?:www|ptb|canary)\.)?discord(?:app)?\.com\/channels\/(\d+)(?:[/?#].*)?$/i.exec(
      answer,
    ) ?? [];
  const parsed = Snowflake.safeParse(inUrl ?? answer);
  if (parsed.success) return parsed.data;
  const isInvite = /discord\.gg\/|discord(?:app)?\.com\/invite\//i.test(answer);
  throw new OnboardingError(
    isInvite
      ? 'That is an invitation, which does not name the server. Open the server in a browser and copy its address.'
      : 'The Discord server: expected its address in a browser (https://discord.com/channels/...) or its id, a Discord id of 17 to 20 digits.',
  );
}

/** The number of a Roblox group: itself, or in the group's address. Throws `OnboardingError`. */
export function readGroupId(text: string): string {
  const answer = text.trim();
  const [, inUrl] =
    /^(?:https?:\/\/)?(?:\w+\.)?roblox\.com\/(?:[a-z]{2}(?:-[a-z]{2})?\/)?(?:groups|communities)\/(\d+)(?:[/?#].*)?$/i.exec(
      answer,
    ) ??
    /^(?:https?:\/\/)?create\.roblox\.com\/\S*[?&]groupId=(\d+)(?:[&#].*)?$/i.exec(answer) ??
    [];
  const parsed = RobloxId.safeParse(inUrl ?? answer);
  if (parsed.success && !parsed.data.startsWith('0')) return parsed.data;
  throw new OnboardingError(
    "The Roblox group: expected the group's address (https://www.roblox.com/communities/...) or its number.",
  );
}

/** A token or key as it is copied: in one piece. Throws `OnboardingError`. */
export function readSecret(text: string, what: string): string {
  const secret = text.trim().replace(/^Bot /, '');
  // Quotes, spaces and # mean something in the file that it is written to.
  if (/^[\w.+/=:~-]+$/.test(secret)) return secret;
  throw new OnboardingError(
    `${what}: expected it in one piece, letters, digits and . _ - + / = only. Copy it again.`,
  );
}

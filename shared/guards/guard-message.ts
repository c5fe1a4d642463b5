import type { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { Settings } from '../clans/settings.ts';
import type { Message } from '../discord/message.ts';
import { embedColor } from '../settings/embed-color.ts';
import { GUARD_KINDS, type GuardKind } from './hourly-guard.ts';
import { guardTexts } from './texts.ts';

// discord-api-types is for types only, so its enums are written out here.
const ACTION_ROW: ComponentType.ActionRow = 1;
const BUTTON: ComponentType.Button = 2;
const RED: ButtonStyle.Danger = 4;

/** `guard.lift:<person>:<kind>.<when the channel was told>`. */
const GUARD_LIFT = 'guard.lift';

/** The message to the admin channel, with the button that lifts the limit. */
export function reachedMessage(
  guard: {
    readonly discordId: string;
    readonly kind: GuardKind;
    readonly max: number;
    /** Unix milliseconds. */
    readonly toldAt: number;
  },
  settings: Settings,
): Message {
  const { discordId, kind, max, toldAt } = guard;
  const texts = guardTexts(settings.locale);
  return {
    embeds: [
      {
        title: texts.title,
        description: texts.reached[kind](discordId, max),
        color: embedColor(settings),
      },
    ],
    components: [
      {
        type: ACTION_ROW,
        components: [
          {
            type: BUTTON,
            style: RED,
            label: texts.lift,
            custom_id: `${GUARD_LIFT}:${discordId}:${kind}.${toldAt}`,
          },
        ],
      },
    ],
  };
}

/** The same message once the limit is lifted, without its button. */
export function liftedMessage(
  lift: {
    readonly discordId: string;
    readonly kind: GuardKind;
    readonly liftedBy: string;
    readonly at: number;
  },
  settings: Settings,
): Message {
  const { discordId, kind, liftedBy, at } = lift;
  const texts = guardTexts(settings.locale);
  return {
    embeds: [
      {
        title: texts.title,
        description: texts.lifted[kind](discordId, liftedBy, at),
        color: embedColor(settings),
      },
    ],
    components: [],
  };
}

/** What the button's custom id names; undefined for what is none. */
export function guardOfButton(
  argument: string | undefined,
): { readonly kind: GuardKind; readonly toldAt: number } | undefined {
  const [name, toldAt] = argument?.split('.') ?? [];
  const kind = GUARD_KINDS.find((known) => known === name);
  if (kind === undefined || toldAt === undefined || !/^\d{1,15}$/.test(toldAt)) return undefined;
  return { kind, toldAt: Number(toldAt) };
}

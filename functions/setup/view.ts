import type { Message, SelectRow } from '../../shared/discord/message.ts';
import { permissionNames } from '../../shared/discord/permission-names.ts';
import { channelMention, clip, inlineCode, roleMention } from '../../shared/discord/text.ts';
import { CHOSEN_LANGUAGES } from '../../shared/languages/names.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { timeIn } from '../../shared/times/find-zone.ts';
import { CHANNELS, type ChannelState, ROLES, type SetupState, TIER_ROLES } from './read-state.ts';
import { texts } from './texts.ts';

export const STEPS = [1, 2, 3] as const;
export type Step = (typeof STEPS)[number];
type Texts = ReturnType<typeof texts>;
type Row = NonNullable<Message['components']>[number];

// Discord's numbers of components and styles; its types are for types only.
const ACTION_ROW = 1;
const BUTTON = 2;
const ROLE_SELECT = 6;
const CHANNEL_SELECT = 8;
const BLURPLE = 1;
const GREY = 2;
const TEXT = 0;
const ANNOUNCEMENT = 5;
const MOST_ROLES = 25;
const DESCRIPTION = 3500;
const MOST_SHOWN = 10;

/** Who reads it, and when. */
interface Reader {
  readonly interaction: { readonly locale: string | undefined };
  readonly now: () => number;
}

/** One step: how it stands, what is missing or odd, and what can be chosen. */
export function stepMessage(
  step: Step,
  state: SetupState,
  { interaction, now }: Reader,
  said: readonly string[] = [],
): Message {
  const t = texts(interaction.locale);
  const lines = {
    1: () => channelLines(state, t, permissionNames(interaction.locale)),
    2: () => roleLines(state, t),
    3: () => settingLines(state, t, { now: now(), locale: interaction.locale }),
  }[step]();
  return {
    embeds: [
      {
        title: t.titles[step],
        description: clip([...said, t.intros[step], '', ...lines].join('\n'), DESCRIPTION),
        color: embedColor(state.settings),
        footer: { text: t.footer },
      },
    ],
    components: [...selects(step, state, t), buttons(step, t)],
  };
}

type PermissionNames = ReturnType<typeof permissionNames>;

function channelLines(
  { channels, may }: SetupState,
  t: Texts,
  permissions: PermissionNames,
): readonly string[] {
  const missing = CHANNELS.some((name) => channels[name].kind !== 'good');
  return [
    ...CHANNELS.map((name) => channelLine(t.channels[name], channels[name], t, permissions)),
    ...(missing && !may('MANAGE_CHANNELS') ? [t.needsManageChannels] : []),
  ];
}

function channelLine(name: string, state: ChannelState, t: Texts, permissions: PermissionNames): string {
  switch (state.kind) {
    case 'not-set':
      return t.channelNotSet(name);
    case 'gone':
      return t.channelGone(name);
    case 'good':
      return t.channelGood(name, channelMention(state.id));
    case 'lacks':
      return t.channelLacks(
        name,
        channelMention(state.id),
        state.missing.map((one) => permissions[one]).join(', '),
      );
  }
}

function roleLines(state: SetupState, t: Texts): readonly string[] {
  const { settings, verified, ranks, tierRankRoles, tooHigh, may } = state;
  const tiers = TIER_ROLES.map((tier) => {
    const ids = settings.roles[tier];
    return ids.length === 0 ? t.nobodyHas(t.roles[tier]) : t.roleOf(t.roles[tier], mentions(ids));
  });
  return [
    ...tiers,
    verifiedLine(verified, t),
    ...(ranks.length === 0 ? [t.noRanks] : []),
    ...(tierRankRoles.length === 0 ? [] : [t.rankGivesTier(mentions(tierRankRoles))]),
    ...(may('MANAGE_ROLES') ? [] : [t.needsManageRoles]),
    ...(tooHigh.length === 0 ? [] : [t.tooHigh(mentions(tooHigh))]),
  ];
}

function verifiedLine(verified: SetupState['verified'], t: Texts): string {
  switch (verified.kind) {
    case 'role':
      return t.roleOf(t.roles.verified, roleMention(verified.role.id));
    case 'missing':
      return t.verifiedMade;
    case 'gone':
      return t.verifiedGone;
    case 'gives-tier':
      return t.verifiedTier(roleMention(verified.role.id));
    case 'refused':
      return t.verifiedRefused(roleMention(verified.role.id));
  }
}

function settingLines(
  { settings, channels, may, ranks }: SetupState,
  t: Texts,
  { now, locale }: { readonly now: number; readonly locale: string | undefined },
): readonly string[] {
  const { verification, time_zone, nickname } = settings;
  const language = CHOSEN_LANGUAGES.find(({ value }) => value === settings.locale)?.name ?? settings.locale;
  const missing = [
    ...(channels.admin.kind === 'good' ? [] : [t.missingAdmin]),
    ...(channels.log.kind === 'good' ? [] : [t.missingLog]),
    ...(ranks.length === 0 ? [t.noRanks] : []),
  ];
  return [
    t.verification(verification === 'profile-code' ? t.profileCode : t.groupOnly),
    t.zone(time_zone, timeIn(time_zone, now, locale)),
    t.language(language),
    nickname === null ? t.noNickname : t.nickname(inlineCode(nickname)),
    ...(nickname !== null && !may('MANAGE_NICKNAMES') ? [t.needsManageNicknames] : []),
    '',
    ...(missing.length === 0 ? [t.complete] : missing),
  ];
}

function selects(step: Step, state: SetupState, t: Texts): readonly SelectRow[] {
  if (step === 3) return [];
  if (step === 1) {
    return CHANNELS.map((name) => {
      const channel = state.channels[name];
      const menu = {
        type: CHANNEL_SELECT,
        custom_id: `setup.channel:${name}`,
        placeholder: t.channels[name],
        channel_types: [TEXT, ANNOUNCEMENT],
        min_values: 0,
        max_values: 1,
        default_values: 'id' in channel ? [{ id: channel.id, type: 'channel' } as const] : [],
      } as const;
      return { type: ACTION_ROW, components: [menu] };
    });
  }
  return ROLES.map((name) => {
    const ids = name === 'verified' ? [state.settings.roles.verified] : state.settings.roles[name];
    // Discord refuses a default that is no role of the server.
    const there = state.guild.roles.filter((role) => ids.includes(role.id));
    const menu = {
      type: ROLE_SELECT,
      custom_id: `setup.role:${name}`,
      placeholder: t.roles[name],
      min_values: 0,
      max_values: name === 'verified' ? 1 : MOST_ROLES,
      default_values: there.map(({ id }) => ({ id, type: 'role' }) as const),
    } as const;
    return { type: ACTION_ROW, components: [menu] };
  });
}

function buttons(step: Step, t: Texts): Row {
  const button = (label: string, custom_id: string, style: typeof BLURPLE | typeof GREY = GREY) =>
    ({ type: BUTTON, style, label, custom_id }) as const;
  return {
    type: ACTION_ROW,
    components: [
      ...(step > 1 ? [button(t.back, `setup.step:${step - 1}`)] : []),
      ...(step === 1 ? [button(t.make, 'setup.make', BLURPLE)] : []),
      ...(step === 3 ? [button(t.openForm, 'setup.form', BLURPLE)] : []),
      ...(step < 3 ? [button(t.next, `setup.step:${step + 1}`)] : [button(t.lookAgain, 'setup.step:3')]),
    ],
  };
}

function mentions(ids: readonly string[]): string {
  return ids.slice(0, MOST_SHOWN).map(roleMention).join(' ');
}

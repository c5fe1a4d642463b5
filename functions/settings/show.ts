import type { Answer, CommandContext } from '../../shared/commands/handler.ts';
import { channelMention, clip, escapeMarkdown } from '../../shared/discord/text.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { listChanged } from '../../shared/settings/settings-store.ts';
import { texts } from './texts.ts';

const FIELD_MAX = 1024;
/** Twice as long once escaped, which leaves room for the other rules. */
const TYPES_MAX = 300;

export async function show({ settings, clan, db }: CommandContext): Promise<Answer> {
  const { channels, roles, points, events } = settings;
  const changed = await listChanged(db);
  const fields = [
    {
      name: texts.identityTitle,
      value: [
        texts.line('Name', escapeMarkdown(settings.clan_name)),
        texts.line('Roblox group', clan.robloxGroupId),
        texts.line('Time zone', settings.time_zone),
      ],
    },
    {
      name: texts.channelsTitle,
      value: (['admin', 'event_log', 'point_log', 'log'] as const).map((name) => {
        const id = channels[name];
        return texts.line(texts.channelNames[name], id === null ? texts.notSet : channelMention(id));
      }),
    },
    {
      name: texts.rolesTitle,
      value: [
        texts.line('Officer', texts.roles(roles.officer)),
        texts.line('Moderator', texts.roles(roles.moderator)),
        texts.line('Admin', texts.roles(roles.admin)),
        texts.line('Admins by name', texts.people(settings.admin_user_ids)),
        texts.line('Verified', roles.verified === null ? texts.notSet : texts.roles([roles.verified])),
      ],
    },
    {
      name: texts.rulesTitle,
      value: [
        texts.line('Points by an officer, at most', String(points.manual_max)),
        texts.line('Points for an event, at most', String(points.event_max)),
        texts.line('A promotion resets points', points.reset_on_promotion ? texts.yes : texts.no),
        texts.line('Event types', escapeMarkdown(clip(events.types.join(', '), TYPES_MAX))),
        texts.line('Nobody reviews their own event', events.four_eyes ? texts.yes : texts.no),
        texts.line('The host gets points', events.host_points ? texts.yes : texts.no),
        texts.line('Linking', settings.verification),
        texts.line('When Roblox refuses a rank', settings.roblox_refusal),
        texts.line('Log level', settings.log_level),
      ],
    },
    {
      name: texts.changedTitle,
      value:
        changed.length === 0
          ? [texts.nothingChanged]
          : changed.map((one) => texts.changed(one.key, one.changedBy, one.changedAt)),
    },
  ];
  return {
    message: {
      embeds: [
        {
          title: texts.title,
          color: embedColor(settings),
          fields: fields.map(({ name, value }) => ({ name, value: clip(value.join('\n'), FIELD_MAX) })),
        },
      ],
    },
  };
}

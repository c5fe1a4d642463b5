import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { channelMention, clip, escapeMarkdown, inlineCode } from '../../shared/discord/text.ts';
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
        texts.line(texts.labels.name, escapeMarkdown(settings.clan_name)),
        texts.line(texts.labels.robloxGroup, clan.robloxGroupId),
        texts.line(texts.labels.timeZone, settings.time_zone),
        texts.line(texts.labels.language, settings.locale),
        texts.line(
          texts.labels.nickname,
          settings.nickname === null ? texts.notSet : inlineCode(settings.nickname),
        ),
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
        texts.line(texts.labels.officer, texts.roles(roles.officer)),
        texts.line(texts.labels.moderator, texts.roles(roles.moderator)),
        texts.line(texts.labels.admin, texts.roles(roles.admin)),
        texts.line(texts.labels.adminsByName, texts.people(settings.admin_user_ids)),
        texts.line(
          texts.labels.verified,
          roles.verified === null ? texts.notSet : texts.roles([roles.verified]),
        ),
        texts.line(
          texts.labels.onLeave,
          roles.on_leave === null ? texts.notSet : texts.roles([roles.on_leave]),
        ),
      ],
    },
    {
      name: texts.rulesTitle,
      value: [
        texts.line(texts.labels.manualMax, String(points.manual_max)),
        texts.line(texts.labels.eventMax, String(points.event_max)),
        texts.line(texts.labels.pointsHourly, String(points.officer_hourly_max)),
        texts.line(texts.labels.ranksHourly, String(settings.ranks.hourly_max)),
        texts.line(texts.labels.resets, points.reset_on_promotion ? texts.yes : texts.no),
        texts.line(texts.labels.eventTypes, escapeMarkdown(clip(events.types.join(', '), TYPES_MAX))),
        texts.line(texts.labels.fourEyes, events.four_eyes ? texts.yes : texts.no),
        texts.line(texts.labels.hostPoints, events.host_points ? texts.yes : texts.no),
        texts.line(texts.labels.linking, settings.verification),
        texts.line(texts.labels.refusal, settings.roblox_refusal),
        texts.line(texts.labels.logLevel, settings.log_level),
        texts.line(texts.labels.pictures, settings.pictures ? texts.yes : texts.no),
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

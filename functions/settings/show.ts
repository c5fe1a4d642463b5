import type { Answer, CommandContext } from '../../shared/context/command-context.ts';
import { channelMention, clip, escapeMarkdown, inlineCode } from '../../shared/discord/text.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { listChanged } from '../../shared/settings/settings-store.ts';
import { texts } from './texts.ts';

const FIELD_MAX = 1024;
/** Twice as long once escaped, which leaves room for the other rules. */
const TYPES_MAX = 300;

export async function show({ interaction, settings, clan, db }: CommandContext): Promise<Answer> {
  const { channels, roles, points, events } = settings;
  const said = texts(interaction.locale);
  const changed = await listChanged(db);
  const fields = [
    {
      name: said.identityTitle,
      value: [
        said.line(said.labels.name, escapeMarkdown(settings.clan_name)),
        said.line(said.labels.robloxGroup, clan.robloxGroupId),
        said.line(said.labels.timeZone, settings.time_zone),
        said.line(said.labels.language, settings.locale),
        said.line(
          said.labels.nickname,
          settings.nickname === null ? said.notSet : inlineCode(settings.nickname),
        ),
      ],
    },
    {
      name: said.channelsTitle,
      value: (['admin', 'event_log', 'point_log', 'log'] as const).map((name) => {
        const id = channels[name];
        return said.line(said.channelNames[name], id === null ? said.notSet : channelMention(id));
      }),
    },
    {
      name: said.rolesTitle,
      value: [
        said.line(said.labels.officer, said.roles(roles.officer)),
        said.line(said.labels.moderator, said.roles(roles.moderator)),
        said.line(said.labels.admin, said.roles(roles.admin)),
        said.line(said.labels.adminsByName, said.people(settings.admin_user_ids)),
        said.line(said.labels.verified, roles.verified === null ? said.notSet : said.roles([roles.verified])),
        said.line(said.labels.onLeave, roles.on_leave === null ? said.notSet : said.roles([roles.on_leave])),
      ],
    },
    {
      name: said.rulesTitle,
      value: [
        said.line(said.labels.manualMax, said.number(points.manual_max)),
        said.line(said.labels.eventMax, said.number(points.event_max)),
        said.line(said.labels.pointsHourly, said.number(points.officer_hourly_max)),
        said.line(said.labels.ranksHourly, said.number(settings.ranks.hourly_max)),
        said.line(said.labels.resets, points.reset_on_promotion ? said.yes : said.no),
        said.line(said.labels.eventTypes, escapeMarkdown(clip(events.types.join(', '), TYPES_MAX))),
        said.line(said.labels.fourEyes, events.four_eyes ? said.yes : said.no),
        said.line(said.labels.hostPoints, events.host_points ? said.yes : said.no),
        said.line(said.labels.linking, said.linking[settings.verification]),
        said.line(said.labels.refusal, said.refusal[settings.roblox_refusal]),
        said.line(said.labels.logLevel, said.logLevels[settings.log_level]),
        said.line(said.labels.pictures, settings.pictures ? said.yes : said.no),
      ],
    },
    {
      name: said.changedTitle,
      value:
        changed.length === 0
          ? [said.nothingChanged]
          : changed.map((one) => said.changed(one.key, one.changedBy, one.changedAt)),
    },
  ];
  return {
    message: {
      embeds: [
        {
          title: said.title,
          color: embedColor(settings),
          fields: fields.map(({ name, value }) => ({ name, value: clip(value.join('\n'), FIELD_MAX) })),
        },
      ],
    },
  };
}

import type { APIEmbedField } from 'discord-api-types/v10';
import type { Blacklisting } from '../../shared/blacklist/blacklist.ts';
import type { Settings } from '../../shared/clans/settings.ts';
import type { Queryable } from '../../shared/database/database.ts';
import type { Message } from '../../shared/discord/message.ts';
import { mention } from '../../shared/discord/text.ts';
import type { OpenLeave } from '../../shared/leave/leave.ts';
import type { Member } from '../../shared/members/member.ts';
import { placeOf } from '../../shared/points/place.ts';
import { profileFields } from '../../shared/profiles/profile.ts';
import { dueRank, type Rank } from '../../shared/ranks/rank.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts } from './texts.ts';

/** What is known of somebody; for a stranger to the clan, whether they are blacklisted. */
export async function checkMessage(
  q: Queryable,
  about: {
    readonly memberId: string;
    readonly member: Member | undefined;
    readonly blacklisting: Blacklisting | undefined;
    /** Requested, approved or running. */
    readonly leave: OpenLeave | undefined;
    readonly ranks: readonly Rank[];
    readonly settings: Settings;
    /** What the look at Roblox had to say. */
    readonly lines: readonly string[];
  },
): Promise<Message> {
  const { memberId, member, blacklisting, leave, ranks, settings } = about;
  const blacklist: APIEmbedField = {
    name: texts.blacklist,
    value: blacklisting === undefined ? texts.notBlacklisted : texts.blacklisted(blacklisting),
  };
  if (member === undefined) {
    const description = texts.unknown(memberId);
    return {
      embeds: [{ title: texts.title, description, fields: [blacklist], color: embedColor(settings) }],
    };
  }
  const place = await placeOf(q, member);
  return {
    embeds: [
      {
        title: texts.title,
        description: [mention(memberId), ...about.lines].join('\n'),
        fields: [
          ...profileFields(settings.locale, { member, ranks, place }),
          ...officerFields(member, ranks),
          {
            name: texts.leave,
            value: leave === undefined ? texts.noLeave : texts.leaves[leave.status](leave),
          },
          blacklist,
        ],
        color: embedColor(settings),
      },
    ],
  };
}

function officerFields(member: Member, ranks: readonly Rank[]): APIEmbedField[] {
  const due = dueRank(ranks, member);
  return [
    { name: texts.memberSince, value: texts.since(member.joinedAt, member.linkedAt), inline: true },
    {
      name: texts.eligibility,
      value: due === undefined ? texts.notEligible : texts.eligible(due),
      inline: true,
    },
    {
      name: texts.lastSync,
      value: member.syncedAt === null ? texts.never : texts.syncedAt(member.syncedAt),
      inline: true,
    },
  ];
}

import type { APIEmbedField } from 'discord-api-types/v10';
import type { Blacklisting } from '../../shared/blacklist/blacklist.ts';
import type { Settings } from '../../shared/clans/settings.ts';
import type { Queryable } from '../../shared/database/database.ts';
import type { Message } from '../../shared/discord/message.ts';
import { escapeMarkdown, mention, timestamp } from '../../shared/discord/text.ts';
import type { OpenLeave } from '../../shared/leave/leave.ts';
import { leaveTexts } from '../../shared/leave/texts.ts';
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
    readonly locale: string | undefined;
    /** What the look at Roblox had to say. */
    readonly lines: readonly string[];
  },
): Promise<Message> {
  const { memberId, member, blacklisting, leave, ranks, settings, locale } = about;
  const said = texts(locale);
  const blacklist: APIEmbedField = {
    name: said.blacklist,
    value: blacklisting === undefined ? said.notBlacklisted : blacklistText(locale, blacklisting),
  };
  if (member === undefined) {
    const description = said.unknown(memberId);
    return {
      embeds: [{ title: said.title, description, fields: [blacklist], color: embedColor(settings) }],
    };
  }
  const place = await placeOf(q, member);
  return {
    embeds: [
      {
        title: said.title,
        description: [mention(memberId), ...about.lines].join('\n'),
        fields: [
          ...profileFields(locale, { member, ranks, place }),
          ...officerFields(locale, member, ranks),
          {
            name: said.leave,
            value:
              leave === undefined ? said.noLeave : said.leaves[leave.status](leaveTexts(locale).span(leave)),
          },
          blacklist,
        ],
        color: embedColor(settings),
      },
    ],
  };
}

function officerFields(locale: string | undefined, member: Member, ranks: readonly Rank[]): APIEmbedField[] {
  const said = texts(locale);
  const { joinedAt, linkedAt, syncedAt } = member;
  const due = dueRank(ranks, member);
  const since = [timestamp(joinedAt, 'D')];
  if (linkedAt !== null && linkedAt !== joinedAt) since.push(said.presentAccount(linkedAt));
  return [
    { name: said.memberSince, value: since.join('\n'), inline: true },
    {
      name: said.eligibility,
      value: due === undefined ? said.notEligible : said.eligible(escapeMarkdown(due.name)),
      inline: true,
    },
    {
      name: said.lastSync,
      value: syncedAt === null ? said.never : timestamp(syncedAt, 'R'),
      inline: true,
    },
  ];
}

/** Since when, by whom, until when and why. */
function blacklistText(
  locale: string | undefined,
  { reason, expiresAt, createdBy: by, createdAt }: Blacklisting,
): string {
  const said = texts(locale);
  const entry = { createdAt };
  const sentences = [
    by === null
      ? expiresAt === null
        ? said.blacklisted(entry)
        : said.blacklistedUntil(entry, expiresAt)
      : expiresAt === null
        ? said.blacklistedBy({ ...entry, by })
        : said.blacklistedByUntil({ ...entry, by }, expiresAt),
    ...(reason === null ? [] : [said.reason(reason)]),
  ];
  return sentences.join(' ');
}

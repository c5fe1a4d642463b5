import type { Settings } from '../../shared/clans/settings.ts';
import type { Reply } from '../../shared/context/command-context.ts';
import { DISCORD_LIMITS } from '../../shared/discord/text.ts';
import type { Attendance } from '../../shared/events/attendance.ts';
import type { ClanEvent } from '../../shared/events/event.ts';
import { fitList, type Listed, peopleFile, sharesOf } from '../../shared/events/people-list.ts';
import type { EventTimes } from '../../shared/events/times.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { texts } from './texts.ts';

/** What was understood, who will and who will not get points; everybody in a file when they do not fit. */
export function submittedReply(done: {
  readonly event: ClanEvent;
  readonly times: EventTimes;
  /** How times were read that could be read otherwise. */
  readonly notes: readonly string[];
  readonly attendance: Attendance;
  /** Of the review message. */
  readonly effectId: string;
  readonly settings: Settings;
  readonly locale: string | undefined;
}): Reply {
  const { event, attendance, locale } = done;
  const t = texts(locale);
  const { withPoints, without } = sharesOf(locale, event, attendance);
  const fields = [
    { name: t.willGet(withPoints.length), value: shownList(locale, withPoints) || t.nobodyLinked },
    ...(without.length === 0
      ? []
      : [{ name: t.willNotGet(without.length), value: `${shownList(locale, without)}\n${t.linkHint}` }]),
  ];
  const lines = [t.submitted(event.type), t.understood(done.times), ...done.notes];
  if (event.duplicateOf !== null) lines.push(t.duplicate);
  const whole = [withPoints, without].every((people) => fits(people));
  return {
    // In place of a draft, whose text and buttons go with it.
    message: {
      content: '',
      embeds: [{ color: embedColor(done.settings), description: lines.join('\n'), fields }],
      components: [],
    },
    ...(whole
      ? {}
      : {
          file: peopleFile([
            { title: t.willGet(withPoints.length), people: withPoints },
            { title: t.willNotGet(without.length), people: without },
          ]),
        }),
    shows: [{ label: t.reviewLine, effectId: done.effectId }],
  };
}

/** A field, less the hint that stands below one of the lists. */
const MAX_LIST = DISCORD_LIMITS.embedFieldValue - 100;

function shownList(locale: string | undefined, people: readonly Listed[]): string {
  return fitList(locale, people, MAX_LIST);
}

function fits(people: readonly Listed[]): boolean {
  return people.map(({ text }) => text).join(', ').length <= MAX_LIST;
}

import type { CommandContext, Reply } from '../../shared/context/command-context.ts';
import type { TextFile } from '../../shared/discord/message.ts';
import { fallsShort, MAX_REVERTED, type RevertPlan, type RevertScope } from '../../shared/points/revert.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { revertTexts as texts } from './revert-texts.ts';

/** Lines of members in a message; all are in a file where there are more. */
const SHOWN = 15;

/** What a preview shows; without `revertId` there is nothing to apply. */
export function revertPreview(
  context: Pick<CommandContext, 'settings'>,
  preview: {
    readonly scope: RevertScope;
    readonly plan: RevertPlan;
    readonly undone: number;
    readonly revertId?: string;
  },
): Reply {
  const { scope, plan, undone, revertId } = preview;
  const lines = [texts.scope(scope), ...planLines(plan)];
  if (plan.entries === 0 && plan.own.entries === 0) {
    lines.push(undone > 0 ? texts.allUndone(undone) : texts.nothing);
  } else if (undone > 0) lines.push(texts.undoneBefore(undone));
  if (plan.hasMore) lines.push(texts.hasMore(MAX_REVERTED));
  if (revertId !== undefined) lines.push('', texts.pressApply);
  const embed = { title: texts.title, description: lines.join('\n'), color: embedColor(context.settings) };
  return {
    message: { embeds: [embed], components: revertId === undefined ? [] : [applyButton(revertId)] },
    ...fileOf(plan),
  };
}

/** Entries and sums, who falls short, what is left out, and the members' lines. */
export function planLines(plan: RevertPlan): readonly string[] {
  const lines: string[] = [];
  if (plan.entries > 0) lines.push(sumsLine(plan));
  if (plan.own.entries > 0) lines.push(texts.ownSkipped(plan.own.entries, plan.own.points));
  const short = plan.members.filter(fallsShort);
  if (short.length > 0) {
    lines.push(
      texts.below(short.length),
      ...firstOf(short, ({ member, wanted, taken }) =>
        texts.belowMember(member.discordId, {
          points: taken.points - wanted.points,
          lifetime: taken.lifetime - wanted.lifetime,
        }),
      ),
    );
  }
  if (plan.members.length > 0) {
    const lineOf = ({ member, taken }: RevertPlan['members'][number]) =>
      texts.memberLine(member.discordId, taken);
    lines.push(texts.membersTitle, ...firstOf(plan.members, lineOf));
  }
  return lines;
}

/** Entries, members and what they change together. */
export function sumsLine({ entries, members }: RevertPlan): string {
  const sum = members.reduce(
    (all, { taken }) => ({ points: all.points + taken.points, lifetime: all.lifetime + taken.lifetime }),
    { points: 0, lifetime: 0 },
  );
  return texts.sums(entries, members.length, sum);
}

function firstOf<T>(all: readonly T[], line: (one: T) => string): readonly string[] {
  const shown = all.slice(0, SHOWN).map(line);
  return all.length > SHOWN ? [...shown, texts.more(all.length - SHOWN)] : shown;
}

function fileOf({ members }: RevertPlan): { readonly file?: TextFile } {
  if (members.length <= SHOWN) return {};
  const lines = members.map(({ member, entries, wanted, taken }) =>
    texts.fileLine(member.robloxName ?? texts.unknownName, member.discordId, entries.length, wanted, taken),
  );
  return {
    file: { name: 'entries.txt', contentType: 'text/plain; charset=utf-8', text: `${lines.join('\n')}\n` },
  };
}

function applyButton(revertId: string) {
  return {
    type: 1 as const,
    components: [
      { type: 2 as const, style: 4 as const, label: texts.apply, custom_id: `points.revert:${revertId}` },
    ],
  };
}

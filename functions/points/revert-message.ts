import type { CommandContext, Reply } from '../../shared/context/command-context.ts';
import type { TextFile } from '../../shared/discord/message.ts';
import { mention } from '../../shared/discord/text.ts';
import {
  fallsShort,
  MAX_REVERTED,
  type MemberRevert,
  type RevertPlan,
  type RevertScope,
} from '../../shared/points/revert.ts';
import { embedColor } from '../../shared/settings/embed-color.ts';
import { revertTexts } from './revert-texts.ts';

/** Lines of members in a message; all are in a file where there are more. */
const SHOWN = 15;

/** What a preview shows; without `revertId` there is nothing to apply. */
export function revertPreview(
  { settings, interaction: { locale } }: Pick<CommandContext, 'settings' | 'interaction'>,
  preview: {
    readonly scope: RevertScope;
    readonly plan: RevertPlan;
    readonly undone: number;
    readonly revertId?: string;
  },
): Reply {
  const { scope, plan, undone, revertId } = preview;
  const texts = revertTexts(locale);
  const lines = [...scopeLines(scope, locale), ...planLines(plan, locale)];
  if (plan.entries === 0 && plan.own.entries === 0) {
    lines.push(undone > 0 ? texts.allUndone(undone) : texts.nothing);
  } else if (undone > 0) lines.push(texts.undoneBefore(undone));
  if (plan.hasMore) lines.push(texts.hasMore(MAX_REVERTED));
  if (revertId !== undefined) lines.push('', texts.pressApply);
  const embed = { title: texts.title, description: lines.join('\n'), color: embedColor(settings) };
  return {
    message: {
      embeds: [embed],
      components: revertId === undefined ? [] : [applyButton(revertId, texts.apply)],
    },
    ...fileOf(plan, locale),
  };
}

/** Whose entries, and of whom. */
export function scopeLines(scope: RevertScope, locale: string | undefined): readonly string[] {
  const texts = revertTexts(locale);
  return [texts.scope(scope), ...(scope.memberId === null ? [] : [texts.onlyOf(scope.memberId)])];
}

/** Entries and sums, who falls short, what is left out, and the members' lines. */
export function planLines(plan: RevertPlan, locale: string | undefined): readonly string[] {
  const texts = revertTexts(locale);
  const lines: string[] = [];
  if (plan.entries > 0) lines.push(sumsLine(plan, locale));
  if (plan.own.entries > 0) lines.push(texts.ownSkipped(plan.own.entries, plan.own.points));
  const short = plan.members.filter(fallsShort);
  const firstOf = (all: readonly MemberRevert[], line: (one: MemberRevert) => string) => [
    ...all.slice(0, SHOWN).map(line),
    ...(all.length > SHOWN ? [texts.more(all.length - SHOWN)] : []),
  ];
  if (short.length > 0) {
    lines.push(
      texts.below(short.length),
      ...firstOf(short, ({ member, wanted, taken }) =>
        texts.lacks(member.discordId, {
          points: taken.points - wanted.points,
          lifetime: taken.lifetime - wanted.lifetime,
        }),
      ),
    );
  }
  if (plan.members.length > 0) {
    lines.push(
      texts.membersTitle,
      ...firstOf(plan.members, ({ member, taken }) => `${mention(member.discordId)} ${texts.change(taken)}`),
    );
  }
  return lines;
}

/** Entries, members and what they change together. */
export function sumsLine({ entries, members }: RevertPlan, locale: string | undefined): string {
  const texts = revertTexts(locale);
  const sum = members.reduce(
    (all, { taken }) => ({ points: all.points + taken.points, lifetime: all.lifetime + taken.lifetime }),
    { points: 0, lifetime: 0 },
  );
  return [texts.entries(entries), texts.members(members.length), texts.together(texts.change(sum))].join(
    ' · ',
  );
}

function fileOf({ members }: RevertPlan, locale: string | undefined): { readonly file?: TextFile } {
  if (members.length <= SHOWN) return {};
  const texts = revertTexts(locale);
  const lines = members.map(({ member, entries, taken }) =>
    texts.fileLine(
      member.robloxName ?? texts.unknownName,
      member.discordId,
      entries.length,
      texts.change(taken),
    ),
  );
  return {
    file: {
      name: texts.fileName,
      contentType: 'text/plain; charset=utf-8',
      text: `${lines.join('\n')}\n`,
    },
  };
}

function applyButton(revertId: string, label: string) {
  return {
    type: 1 as const,
    components: [{ type: 2 as const, style: 4 as const, label, custom_id: `points.revert:${revertId}` }],
  };
}

import { sayRefusedRole } from '../discord/power-texts.ts';
import { clip, escapeMarkdown, roleMention } from '../discord/text.ts';
import { refusalText } from '../refusals/read-or-refuse.ts';
import type { Synced } from './apply-sync.ts';
import { bothChangedText } from './both-changed.ts';
import type { Rank } from './rank.ts';
import type { Difference, Step, SyncPlan } from './sync-plan.ts';
import { syncMemberTexts } from './sync-texts.ts';

/** One sentence for what differs. */
export function differenceText(locale: string | undefined, difference: Difference): string {
  const texts = syncMemberTexts(locale);
  const accountName = (name: string | null) => escapeMarkdown(clip(name ?? texts.unknown, 64));
  switch (difference.kind) {
    case 'roblox-away':
      return refusalText(locale, difference.error, texts.rankUnread);
    case 'discord-away':
      return refusalText(locale, difference.error, texts.rolesUnread);
    case 'changed-meanwhile':
      return texts.changedMeanwhile;
    case 'left-group':
      return texts.leftGroup(accountName(difference.name));
    case 'account-gone':
      return texts.accountGone(accountName(difference.name));
    case 'unmapped':
      return texts.unmapped(accountName(difference.name));
    case 'left-server':
      return texts.leftServer(accountName(difference.name));
    case 'renamed':
      return texts.renamed(accountName(difference.from), accountName(difference.to));
    case 'other-rank':
      return texts.otherRank(rankName(difference.here), rankName(difference.there));
    case 'role-missing':
      return difference.roleId === undefined
        ? texts.roleUnmade(rankName(difference.rank))
        : texts.roleMissing(rankName(difference.rank), roleMention(difference.roleId));
    case 'role-of-other-rank':
      return texts.roleOfOther(rankName(difference.rank));
  }
}

/** What a sync would do, or would leave undone, as `would` of the texts has it. */
export function wouldText(locale: string | undefined, step: Step): string {
  const texts = syncMemberTexts(locale).would;
  switch (step.kind) {
    case 'keep-name':
      return texts.keepName;
    case 'wait':
      return texts.wait;
    case 'hold':
      return texts.hold;
    case 'move':
      return texts.move(rankName(step.from), rankName(step.to));
    case 'give':
      return texts.give(roleMention(step.roleId));
    case 'make-role':
      return texts.makeRole(rankName(step.rank));
    case 'take':
      return texts.take(roleMention(step.roleId));
    case 'no-role':
      return texts.noRole(escapeMarkdown(sayRefusedRole(locale, step.refused)));
    case 'leave':
      return texts.leave(step.count);
  }
}

/** The steps to speak of in one line: a change of rank brings its Discord roles along. */
export function mainSteps({ steps }: SyncPlan): readonly Step[] {
  const moves = steps.some(({ kind }) => kind === 'move');
  return steps.filter(({ kind }) => kind !== 'leave' && !(moves && OF_DISCORD.includes(kind)));
}
const OF_DISCORD: readonly Step['kind'][] = ['give', 'take', 'make-role', 'no-role'];

/**
 * What a sync of a member did, what it left undone and why, a sentence each. Empty: they are in sync. `bothChanged`:
 * whether to say that a change with a command was undone, which the log channel shows anyway.
 */
export function syncedSentences(
  locale: string | undefined,
  { plan, moved }: Synced,
  options = { bothChanged: true },
): readonly string[] {
  const points = moved?.change.resetPoints ?? 0;
  const done = mainSteps(plan).flatMap((step) => doneText(locale, step, points) ?? []);
  const both = moved?.bothChanged && options.bothChanged ? [bothChangedText(moved.to, locale)] : [];
  const found = plan.differences
    .filter(({ kind }) => !TOLD_BY_STEPS.includes(kind))
    .map((difference) => differenceText(locale, difference));
  return [...done, ...both, ...found];
}
const TOLD_BY_STEPS: readonly Difference['kind'][] = ['other-rank', 'role-missing', 'role-of-other-rank'];

/** Undefined: another sentence says it. */
function doneText(locale: string | undefined, step: Step, resetPoints: number): string | undefined {
  const texts = syncMemberTexts(locale);
  switch (step.kind) {
    case 'move': {
      const [from, to] = [rankName(step.from), rankName(step.to)];
      return resetPoints > 0 ? texts.movedWithReset(from, to, resetPoints) : texts.moved(from, to);
    }
    case 'give':
    case 'make-role':
      return texts.roleGiven(rankName(step.rank));
    case 'wait':
      return texts.waits;
    case 'hold':
      return texts.held;
    case 'no-role':
      return texts.noRole(escapeMarkdown(sayRefusedRole(locale, step.refused)));
    default:
      return undefined;
  }
}

function rankName(rank: Rank): string {
  return `**${escapeMarkdown(clip(rank.name, 100))}**`;
}

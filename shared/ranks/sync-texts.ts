import { sayRefusedRole } from '../discord/power-texts.ts';
import { clip, escapeMarkdown, roleMention } from '../discord/text.ts';
import { refusalText } from '../refusals/read-or-refuse.ts';
import type { Synced } from './apply-sync.ts';
import { bothChangedText } from './both-changed.ts';
import type { Rank } from './rank.ts';
import type { Difference, Step, SyncPlan } from './sync-plan.ts';

const WAITS = 'an earlier change is still on its way to Roblox';
const HELD = 'Roblox refused the rank, and the clan keeps it until the roles on Roblox change';
const STAYS = 'The rank stays as it is.';

/** One sentence for what differs. */
export function differenceText(difference: Difference): string {
  switch (difference.kind) {
    case 'roblox-away':
      return refusalText('en', difference.error, 'The rank was not compared.');
    case 'discord-away':
      return refusalText('en', difference.error, 'The Discord roles were not compared.');
    case 'changed-meanwhile':
      return 'The member changed while the sync looked, so nothing was changed; the next sync looks again.';
    case 'left-group':
      return `${accountName(difference.name)} is no longer in the Roblox group. ${STAYS}`;
    case 'account-gone':
      return `The Roblox account ${accountName(difference.name)} no longer exists or is banned. ${STAYS} \`/link-roblox\` links another one.`;
    case 'unmapped':
      return `No rank of the clan belongs to the Roblox roles of ${accountName(difference.name)}. ${STAYS}`;
    case 'left-server':
      return `${accountName(difference.name)} has left the Discord server; there are no Discord roles to change.`;
    case 'renamed':
      return `Renamed on Roblox, ${accountName(difference.from)} → ${accountName(difference.to)}.`;
    case 'other-rank':
      return `The database says ${rankName(difference.here)}, Roblox says ${rankName(difference.there)}.`;
    case 'role-missing':
      return difference.roleId === undefined
        ? `There is no Discord role for ${rankName(difference.rank)} yet.`
        : `The Discord role of ${rankName(difference.rank)} is missing: ${roleMention(difference.roleId)}.`;
    case 'role-of-other-rank':
      return `Has the Discord role of ${rankName(difference.rank)}, another rank.`;
  }
}

/** What a sync would do, or would leave undone; it follows "would". */
export function wouldText(step: Step): string {
  switch (step.kind) {
    case 'keep-name':
      return 'keep the new Roblox name';
    case 'wait':
      return `skip them: ${WAITS}`;
    case 'hold':
      return `leave them: ${HELD}`;
    case 'move':
      return `change the rank: ${rankName(step.from)} → ${rankName(step.to)}`;
    case 'give':
      return `give ${roleMention(step.roleId)} in Discord`;
    case 'make-role':
      return `make a Discord role for ${rankName(step.rank)} and give it`;
    case 'take':
      return `take ${roleMention(step.roleId)} in Discord`;
    case 'no-role':
      return `give no Discord role: ${escapeMarkdown(sayRefusedRole('en', step.refused))}`;
    case 'leave':
      return step.count === 1
        ? 'leave the role of another rank: it may have been given by hand'
        : `leave the roles of ${step.count} other ranks: they may have been given by hand`;
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
export function syncedSentences({ plan, moved }: Synced, options = { bothChanged: true }): readonly string[] {
  const done = mainSteps(plan).flatMap((step) => doneText(step, moved?.change.resetPoints ?? 0) ?? []);
  const both = moved?.bothChanged && options.bothChanged ? [bothChangedText(moved.to)] : [];
  const found = plan.differences.filter(({ kind }) => !TOLD_BY_STEPS.includes(kind)).map(differenceText);
  return [...done, ...both, ...found];
}
const TOLD_BY_STEPS: readonly Difference['kind'][] = ['other-rank', 'role-missing', 'role-of-other-rank'];

/** Undefined: another sentence says it. */
function doneText(step: Step, resetPoints: number): string | undefined {
  switch (step.kind) {
    case 'move': {
      const reset = resetPoints > 0 ? ` (${resetPoints} points reset)` : '';
      return `${rankName(step.from)} → ${rankName(step.to)}, taken over from Roblox${reset}.`;
    }
    case 'give':
    case 'make-role':
      return `The Discord role of ${rankName(step.rank)} was missing and is given.`;
    case 'wait':
      return `Skipped: ${WAITS}.`;
    case 'hold':
      return `Left alone: ${HELD}.`;
    case 'no-role':
      return `No Discord role is given: ${escapeMarkdown(sayRefusedRole('en', step.refused))}`;
    default:
      return undefined;
  }
}

function rankName(rank: Rank): string {
  return `**${escapeMarkdown(clip(rank.name, 100))}**`;
}

function accountName(name: string): string {
  return escapeMarkdown(clip(name, 64));
}

import type { Comparison, Step } from '../../shared/sync/compare-places.ts';
import { texts } from './texts.ts';

/**
 * Database, Discord and Roblox of one member in one line, and what a sync would do. Undefined when it would do
 * nothing and nothing keeps it from doing so; roles of other ranks, which somebody may have given, count as nothing.
 */
export function previewLine(comparison: Comparison): string | undefined {
  const { member, rank, differences, steps } = comparison;
  const agrees = differences.every(({ kind }) => kind === 'role-of-other-rank');
  if (agrees && steps.every(({ kind }) => kind === 'leave')) return undefined;
  const discord = discordText(comparison);
  const parts = [
    texts.database(rank.name),
    ...(discord === undefined ? [] : [texts.discord(discord)]),
    texts.roblox(robloxText(comparison)),
  ];
  return texts.difference(member.discordId, parts, would(steps));
}

function discordText({ discord, discordRanks }: Comparison): string | undefined {
  switch (discord.kind) {
    case 'unread':
      return undefined;
    case 'away':
      return texts.away;
    case 'left-server':
      return texts.discordLeft;
    case 'read':
      return texts.roles(discordRanks.map((rank) => rank.name));
  }
}

function robloxText({ reading, robloxRoles }: Comparison): string {
  if (reading === undefined) return texts.away;
  if (reading.kind === 'left-group') return texts.robloxLeft;
  if (reading.kind === 'account-gone') return texts.robloxGone;
  return texts.roles(robloxRoles.map((role) => role.name));
}

function would(steps: readonly Step[]): string {
  const moves = steps.some(({ kind }) => kind === 'move');
  const said = steps.flatMap((step) => sayStep(step, moves) ?? []);
  return said.length === 0 ? texts.wouldStay : said.join(', ');
}

/** A change of rank brings its Discord roles along, so they are not named beside it. */
function sayStep(step: Step, moves: boolean): string | undefined {
  switch (step.kind) {
    case 'move':
      return texts.wouldMove(step.to.name);
    case 'give':
    case 'take':
    case 'make-role':
      return moves ? undefined : texts.wouldGiveRole;
    case 'keep-name':
      return texts.wouldKeepName;
    case 'wait':
      return texts.wouldWait;
    case 'hold':
      return texts.wouldHold;
    case 'no-role':
      return texts.wouldRefuse(step.reason);
    case 'leave':
      return undefined;
  }
}

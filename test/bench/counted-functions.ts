import { declaration as blacklist } from '../../functions/blacklist/declaration.ts';
import { view as viewBlacklist } from '../../functions/blacklist/view.ts';
import { approve } from '../../functions/events/approve.ts';
import { declaration as events } from '../../functions/events/declaration.ts';
import { pending } from '../../functions/events/pending.ts';
import { declaration as leaderboard } from '../../functions/leaderboard/declaration.ts';
import { leaderboard as showLeaderboard } from '../../functions/leaderboard/leaderboard.ts';
import { award } from '../../functions/points/award.ts';
import { add } from '../../functions/points/change-points.ts';
import { declaration as points } from '../../functions/points/declaration.ts';
import { showHistory } from '../../functions/points/history.ts';
import { suggestEntries } from '../../functions/points/suggest-entries.ts';
import { undoEntry } from '../../functions/points/undo-entry.ts';
import { declaration as promotion } from '../../functions/promote/declaration.ts';
import { promote } from '../../functions/promote/promote.ts';
import { declaration as ranks } from '../../functions/ranks/declaration.ts';
import { list } from '../../functions/ranks/list.ts';
import { declaration as myId } from '../../functions/show-my-id/declaration.ts';
import { showMyId } from '../../functions/show-my-id/show-my-id.ts';
import { declaration as profile } from '../../functions/xp/declaration.ts';
import { xp } from '../../functions/xp/xp.ts';
import type { Handlers } from '../../shared/commands/handler.ts';
import type { Declaration } from '../../shared/interactions/declaration.ts';

/** A function as its `func.ts` serves it, as far as it is counted. */
export interface CountedFunction {
  readonly declaration: Declaration;
  readonly handlers: Handlers;
}

export const COUNTED_FUNCTIONS = {
  blacklist: { declaration: blacklist, handlers: { 'command blacklist view': viewBlacklist } },
  events: {
    declaration: events,
    handlers: { 'command events pending': pending, 'modal review.approve': approve },
  },
  leaderboard: { declaration: leaderboard, handlers: { 'command leaderboard': showLeaderboard } },
  points: {
    declaration: points,
    handlers: {
      'command points add': add,
      'modal points.award': award,
      'command points history': showHistory,
      'command points undo': undoEntry,
      'autocomplete points undo': suggestEntries,
    },
  },
  promote: { declaration: promotion, handlers: { 'command promote': promote } },
  ranks: { declaration: ranks, handlers: { 'command ranks list': list } },
  'show-my-id': { declaration: myId, handlers: { 'command show-my-id': showMyId } },
  xp: { declaration: profile, handlers: { 'command xp': xp } },
} as const satisfies Record<string, CountedFunction>;

import { approve } from '../../functions/events/approve.ts';
import { declaration as events } from '../../functions/events/declaration.ts';
import { decline } from '../../functions/events/decline.ts';
import { approve as approveLeave, deny as denyLeave } from '../../functions/leave/decide.ts';
import { declaration as leave } from '../../functions/leave/declaration.ts';
import { endLeave } from '../../functions/leave/end.ts';
import { requestLeave } from '../../functions/leave/request.ts';
import { declaration as link } from '../../functions/link-roblox/declaration.ts';
import { linkRoblox } from '../../functions/link-roblox/link-roblox.ts';
import { award } from '../../functions/points/award.ts';
import { add, remove } from '../../functions/points/change-points.ts';
import { declaration as points } from '../../functions/points/declaration.ts';
import { undoEntry } from '../../functions/points/undo-entry.ts';
import { approveCard } from '../../functions/promote/approve-card.ts';
import { declaration as promotion } from '../../functions/promote/declaration.ts';
import { denyCard } from '../../functions/promote/deny-card.ts';
import { promote } from '../../functions/promote/promote.ts';
import { declaration as quota } from '../../functions/quota/declaration.ts';
import { excuseMember } from '../../functions/quota/excuse.ts';
import { setQuota } from '../../functions/quota/set.ts';
import { declaration as setRankDeclaration } from '../../functions/set-rank/declaration.ts';
import { setRank } from '../../functions/set-rank/set-rank.ts';
import { declaration as submission } from '../../functions/submit-event/declaration.ts';
import { submit } from '../../functions/submit-event/submit.ts';
import type { Declaration } from '../../shared/interactions/declaration.ts';
import type { CountedFunction } from '../bench/counted-functions.ts';

const DECLARATIONS: readonly Declaration[] = [
  events,
  leave,
  link,
  points,
  promotion,
  quota,
  setRankDeclaration,
  submission,
];

/** What the month uses, as one function. */
export const MONTH_FUNCTION: CountedFunction = {
  declaration: { ...events, name: 'month', routes: DECLARATIONS.flatMap(({ routes }) => routes) },
  handlers: {
    'modal submit-event': submit,
    'modal review.approve': approve,
    'modal review.decline': decline,
    'command points add': add,
    'command points remove': remove,
    'modal points.award': award,
    'command points undo': undoEntry,
    'command promote': promote,
    'command set-rank': setRank,
    'component card.approve': approveCard,
    'component card.deny': denyCard,
    'command leave request': requestLeave,
    'command leave end': endLeave,
    'component leave.approve': approveLeave,
    'component leave.deny': denyLeave,
    'command quota set': setQuota,
    'command quota excuse': excuseMember,
    'command link-roblox': linkRoblox,
  },
};

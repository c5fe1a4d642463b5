import { add as ban, remove as unban } from '../../functions/blacklist/change-blacklist.ts';
import { declaration as blacklist } from '../../functions/blacklist/declaration.ts';
import { declaration as demotion } from '../../functions/demote/declaration.ts';
import { demote } from '../../functions/demote/demote.ts';
import { approve } from '../../functions/events/approve.ts';
import { declaration as events } from '../../functions/events/declaration.ts';
import { decline } from '../../functions/events/decline.ts';
import { accept as acceptRequest, decline as declineRequest } from '../../functions/group/decide.ts';
import { declaration as group } from '../../functions/group/declaration.ts';
import { declaration as leaderboard } from '../../functions/leaderboard/declaration.ts';
import { leaderboard as showLeaderboard } from '../../functions/leaderboard/leaderboard.ts';
import { approve as approveLeave, deny as denyLeave } from '../../functions/leave/decide.ts';
import { declaration as leave } from '../../functions/leave/declaration.ts';
import { endLeave } from '../../functions/leave/end.ts';
import { requestLeave } from '../../functions/leave/request.ts';
import { checkCode } from '../../functions/link-roblox/check-code.ts';
import { declaration as link } from '../../functions/link-roblox/declaration.ts';
import { linkRoblox } from '../../functions/link-roblox/link-roblox.ts';
import { declaration as myData } from '../../functions/my-data/declaration.ts';
import { deleteData } from '../../functions/my-data/delete-data.ts';
import { applyPreview } from '../../functions/points/apply-revert.ts';
import { award } from '../../functions/points/award.ts';
import { add, addFromMenu, remove } from '../../functions/points/change-points.ts';
import { declaration as points } from '../../functions/points/declaration.ts';
import { liftLimit } from '../../functions/points/lift-limit.ts';
import { previewRevert } from '../../functions/points/revert.ts';
import { undoEntry } from '../../functions/points/undo-entry.ts';
import { approveCard } from '../../functions/promote/approve-card.ts';
import { declaration as promotion } from '../../functions/promote/declaration.ts';
import { denyCard } from '../../functions/promote/deny-card.ts';
import { promote } from '../../functions/promote/promote.ts';
import { declaration as quota } from '../../functions/quota/declaration.ts';
import { excuseMember, excuseOnPage } from '../../functions/quota/excuse.ts';
import { removeQuota } from '../../functions/quota/remove.ts';
import { setQuota } from '../../functions/quota/set.ts';
import { applySetup } from '../../functions/ranks/apply-setup.ts';
import { declaration as ranks } from '../../functions/ranks/declaration.ts';
import { setRole } from '../../functions/ranks/set-role.ts';
import { setup as setUpRanks } from '../../functions/ranks/setup.ts';
import { declaration as setRankDeclaration } from '../../functions/set-rank/declaration.ts';
import { setRank } from '../../functions/set-rank/set-rank.ts';
import { changeChannel } from '../../functions/settings/change-channel.ts';
import { applyNickname, changeNickname } from '../../functions/settings/change-nickname.ts';
import { declaration as settings } from '../../functions/settings/declaration.ts';
import { declaration as setup } from '../../functions/setup/declaration.ts';
import { makeChannels } from '../../functions/setup/make-channels.ts';
import { declaration as submission } from '../../functions/submit-event/declaration.ts';
import { discard, send } from '../../functions/submit-event/draft-buttons.ts';
import { submit } from '../../functions/submit-event/submit.ts';
import { declaration as syncDeclaration } from '../../functions/sync/declaration.ts';
import { apply as applySync, sync } from '../../functions/sync/sync.ts';
import { declaration as profile } from '../../functions/xp/declaration.ts';
import { xp } from '../../functions/xp/xp.ts';
import type { Declaration } from '../../shared/interactions/declaration.ts';
import type { CountedFunction } from '../bench/counted-functions.ts';

const DECLARATIONS: readonly Declaration[] = [
  ...[blacklist, demotion, events, group, leaderboard, leave, link, myData, points, promotion, quota, ranks],
  ...[setRankDeclaration, settings, setup, submission, syncDeclaration, profile],
];

/** Whatever changes a clan, as one function. */
export const ALL_FUNCTIONS: CountedFunction = {
  declaration: { ...events, name: 'all', routes: DECLARATIONS.flatMap(({ routes }) => routes) },
  handlers: {
    'command blacklist add': ban,
    'command blacklist remove': unban,
    'command demote': demote,
    'modal review.approve': approve,
    'modal review.decline': decline,
    'component group.accept': acceptRequest,
    'component group.decline': declineRequest,
    'command leaderboard': showLeaderboard,
    'command leave request': requestLeave,
    'command leave end': endLeave,
    'component leave.approve': approveLeave,
    'component leave.deny': denyLeave,
    'command link-roblox': linkRoblox,
    'component link.check': checkCode,
    'component my-data.delete': deleteData,
    'command points add': add,
    'modal points.add': addFromMenu,
    'command points remove': remove,
    'modal points.award': award,
    'command points undo': undoEntry,
    'command points revert': previewRevert,
    'component points.revert': applyPreview,
    'component guard.lift': liftLimit,
    'command promote': promote,
    'component card.approve': approveCard,
    'component card.deny': denyCard,
    'command quota set': setQuota,
    'command quota remove': removeQuota,
    'command quota excuse': excuseMember,
    'component quota.excuse': excuseOnPage,
    'command ranks set-role': setRole,
    'command ranks setup': setUpRanks,
    'component ranks.apply': applySetup,
    'command set-rank': setRank,
    'command settings channel': changeChannel,
    'command settings nickname': changeNickname,
    'component settings.nickname': applyNickname,
    'component setup.make': makeChannels,
    'modal submit-event': submit,
    'component draft.send': send,
    'component draft.discard': discard,
    'command sync': sync,
    'component sync.apply': applySync,
    'command xp': xp,
  },
};

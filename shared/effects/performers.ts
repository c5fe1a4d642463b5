import { performReply, replyPerformer } from './perform-reply.ts';
import type { Performers, ReplyPictures } from './performer.ts';

/** How each kind of effect is performed. What most interactions do without, every kind but the reply, loads at first use. */
export const PERFORMERS: Performers = {
  reply: performReply,
  message: async (effect, context) => (await import('./perform-message.ts')).performMessage(effect, context),
  edit: async (effect, context) => (await import('./perform-edit.ts')).performEdit(effect, context),
  dm: async (effect, context) => (await import('./perform-dm.ts')).performDirectMessage(effect, context),
  'discord-roles': async (effect, context) =>
    (await import('./perform-discord-roles.ts')).performDiscordRoles(effect, context),
  'roblox-roles': async (effect, context) =>
    (await import('./perform-roblox-roles.ts')).performRobloxRoles(effect, context),
  'verified-role': async (effect, context) =>
    (await import('./perform-verified-role.ts')).performVerifiedRole(effect, context),
  nickname: async (effect, context) =>
    (await import('./perform-nickname.ts')).performNickname(effect, context),
  'join-decision': async (effect, context) =>
    (await import('./perform-join-decision.ts')).performJoinDecision(effect, context),
  'leave-role': async (effect, context) =>
    (await import('./perform-leave-role.ts')).performLeaveRole(effect, context),
};

/** The same where pictures are drawn; with nothing given, replies go without theirs. */
export function performersWith(pictures: ReplyPictures | undefined): Performers {
  return pictures === undefined ? PERFORMERS : { ...PERFORMERS, reply: replyPerformer(pictures) };
}

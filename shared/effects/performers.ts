import { performDiscordRoles } from './perform-discord-roles.ts';
import { performDirectMessage } from './perform-dm.ts';
import { performEdit } from './perform-edit.ts';
import { performMessage } from './perform-message.ts';
import { performNickname } from './perform-nickname.ts';
import { performReply } from './perform-reply.ts';
import { performRobloxRoles } from './perform-roblox-roles.ts';
import { performVerifiedRole } from './perform-verified-role.ts';
import type { Performers } from './performer.ts';

/** How each kind of effect is performed. */
export const PERFORMERS: Performers = {
  reply: performReply,
  message: performMessage,
  edit: performEdit,
  dm: performDirectMessage,
  'discord-roles': performDiscordRoles,
  'roblox-roles': performRobloxRoles,
  'verified-role': performVerifiedRole,
  nickname: performNickname,
};

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { RobloxId } from '../../shared/clans/clan-record.ts';
import type { PlatformFile } from '../platform-file.ts';
import { controlClient } from './control-client.ts';
import { type Ask, findListedChannel, findPerson, readClan, type Session } from './session.ts';
import { TerminalError } from './terminal-error.ts';

const Record = z.object({ robloxGroupId: RobloxId });

/** Whom to be, and where; the first of each when it is not said. */
export interface Wanted {
  readonly clan?: string | undefined;
  readonly as?: string | undefined;
  readonly channel?: string | undefined;
}

/** Opens a session with a running platform. Throws `TerminalError` for a clan, person or channel that is not there. */
export async function openSession(
  platform: PlatformFile,
  wanted: Wanted,
  io: { readonly show: (text: string) => void; readonly ask: Ask },
): Promise<Session> {
  const discord = controlClient('Discord', platform.discordEmulatorUrl);
  const clan = await readClan(discord, wanted.clan);
  return {
    ...io,
    discord,
    roblox: controlClient('Roblox', platform.robloxEmulatorUrl),
    pageUrl: platform.pageUrl,
    robloxGroup: (name) => readGroup(platform.clansDir, name),
    clan,
    person: findPerson(clan, wanted.as),
    channel: findListedChannel(clan, wanted.channel),
    listed: [],
  };
}

async function readGroup(clansDir: string, clan: string): Promise<string> {
  try {
    return Record.parse(JSON.parse(await readFile(join(clansDir, `${clan}.json`), 'utf8'))).robloxGroupId;
  } catch (cause) {
    throw new TerminalError(`The record of ${clan} cannot be read from ${clansDir}.`, { cause });
  }
}

import { crc32, deflateSync } from 'node:zlib';
import type { DiscordEmulator } from '../discord/discord-emulator.ts';

/** The time a member has typed into the modal, as the bot reads it. */
function typedTime(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/**
 * Hands in one event of the demo as a member does in Discord: the command, the modal, a picture as proof. Goes
 * through the gateway like any other interaction. Returns what went wrong, or `undefined`.
 */
export async function submitDemoEvent(discord: DiscordEmulator, clan: string): Promise<string | undefined> {
  const now = new Date();
  const opened = await discord.sendInteraction({
    clan,
    user: 'wolf',
    channel: 'events',
    command: 'submit-event',
    options: { type: 'Raid' },
  });
  if (!opened.acknowledged) return opened.problem;
  const submitted = await discord.sendInteraction({
    clan,
    user: 'wolf',
    channel: 'events',
    from: opened.interactionId,
    submit: {
      members: ['wolf', 'bear', 'fox'],
      names: 'OtterTail, SomebodyNew',
      start: typedTime(new Date(now.getTime() - 2 * 3_600_000)),
      end: typedTime(new Date(now.getTime() - 3_600_000)),
      proof: { name: 'raid.png', contentType: 'image/png', bytes: picture() },
    },
  });
  if (!submitted.acknowledged) return submitted.problem;
  await discord.waitFor(submitted.interactionId);
  return undefined;
}

/** A PNG of 32 by 32 pixels with a stripe, made here so that the repository needs no picture. */
export function picture(): Uint8Array {
  const side = 32;
  const rows = Buffer.alloc(side * (1 + side * 3));
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const at = y * (1 + side * 3) + 1 + x * 3;
      rows.set(Math.abs(x - y) < 5 ? [200, 162, 74] : [30, 33, 36], at);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // 8 bits a channel, red green blue, and the only methods there are of compression, filter and interlace.
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { picture } from '../../local/demo/seed-submission.ts';
import { type Database, sql } from '../../shared/database/database.ts';
import { deliverDue } from '../../shared/effects/deliver.ts';
import { PERFORMERS } from '../../shared/effects/performers.ts';
import { findEvent } from '../../shared/events/event.ts';
import { loadSettings } from '../../shared/settings/settings-store.ts';
import { changeOld, oldDatabase, removeOld } from '../../test/support/old-bot.ts';
import { emptyClan, IMPORTED_AT, importOld } from '../../test/support/old-import.ts';
import { discordError } from '../../test/support/recorded.ts';
import { openTestWorld, type TestWorld } from '../../test/support/world.ts';
import type { OldDatabase } from './old-database.ts';
import { openOldSqlite } from './old-sqlite.ts';
import { type RepostReport, repostPending } from './repost-pending.ts';

const CHANNEL = '900000000000000001';
const PNG = picture();

let db: Database;
let old: OldDatabase;
let world: TestWorld;
let discord: TestWorld['discord'];
let clock: number;
/** Addresses that still lead to their picture. */
let alive: RegExp;

beforeEach(async () => {
  db = await emptyClan();
  world = await openTestWorld();
  world.guild.addChannel(CHANNEL);
  discord = world.discord;
  clock = IMPORTED_AT;
  alive = /never/;
  discord.download = async (url) => {
    if (alive.test(url)) return PNG;
    throw discordError(404);
  };
});
afterEach(async () => {
  await db.close();
  await old.close();
  removeOld(old.name);
});

async function imported(config: Record<string, string> = { admin_channel_id: CHANNEL }): Promise<void> {
  const path = oldDatabase({
    config,
    members: [{}],
    submissions: [{ status: 'approved', points_awarded: 3 }, {}, { status: 'declined' }, {}],
  });
  await importOld(db, path);
  old = openOldSqlite(path);
}

async function repost(): Promise<RepostReport> {
  const settings = await loadSettings(db);
  const now = () => {
    clock += 1;
    return clock;
  };
  return repostPending({ db, old, settings, discord, now, random: Math.random, progress: () => {} });
}

/** As the running bot does it. */
async function deliver(): Promise<number> {
  const settings = await loadSettings(db);
  const context = { ...world.clanContext, db, settings, now: () => clock + 60_000 };
  return deliverDue(context, { limit: 100, deadline: Number.POSITIVE_INFINITY, performers: PERFORMERS });
}

const posted = () => JSON.stringify(discord.of('postMessage'));

describe('reposting what still waits', () => {
  it('calls for one review message for each pending submission, oldest first, with working buttons', async () => {
    await imported();
    expect(await repost()).toEqual({ posted: 2, withoutProof: 2, alreadyThere: 0 });
    expect(discord.of('postMessage')).toEqual([]);
    expect(await deliver()).toBe(2);
    const [first, second] = discord.of('postMessage').map((args) => JSON.stringify(args));
    expect(first).toContain(CHANNEL);
    expect(first).toContain('review.approve:2');
    expect(second).toContain('review.decline:4');
    expect(await findEvent(db, '2')).toMatchObject({ reviewChannelId: CHANNEL, reviewAttachmentId: null });
  });

  it('says of a proof that is gone that it is lost', async () => {
    await imported();
    await repost();
    await deliver();
    expect(posted()).toContain('The proof is lost');
    expect(posted()).not.toContain('attachment://');
  });

  it('fetches a proof that is still there, uploads it with the message and remembers it', async () => {
    await imported();
    alive = /attachments\/1\/1\//;
    expect(await repost()).toEqual({ posted: 2, withoutProof: 1, alreadyThere: 0 });
    await deliver();
    const [, , options] = discord.of('postMessage')[0] ?? [];
    expect(options).toMatchObject({ file: { name: 'proof.png', contentType: 'image/png' } });
    const event = await findEvent(db, '2');
    expect(event?.proofSha256).toBe(createHash('sha256').update(PNG).digest('hex'));
    expect(event?.reviewAttachmentId).not.toBeNull();
  });

  it('does not ask for a link that says itself that it has died', async () => {
    await imported();
    changeOld(
      old.name,
      "UPDATE raid_submissions SET image_url = 'https://cdn.discordapp.com/a.png?ex=6733&is=6732'",
    );
    alive = /./;
    expect(await repost()).toMatchObject({ posted: 2, withoutProof: 2 });
  });

  it('marks a picture that was handed in before', async () => {
    await imported();
    alive = /proof/;
    await repost();
    expect(await findEvent(db, '4')).toMatchObject({ duplicateOf: '2' });
    await deliver();
    expect(posted()).toContain('The same picture was submitted before');
  });

  it('posts nothing twice: not while messages are on their way, not when they were posted', async () => {
    await imported();
    await repost();
    expect(await repost()).toEqual({ posted: 0, withoutProof: 0, alreadyThere: 2 });
    await deliver();
    expect(await repost()).toEqual({ posted: 0, withoutProof: 0, alreadyThere: 2 });
    await deliver();
    expect(discord.of('postMessage')).toHaveLength(2);
  });

  it('leaves alone what was decided here meanwhile', async () => {
    await imported();
    await db.execute(sql`UPDATE events SET status = 'declined' WHERE event_id = '2'`);
    expect(await repost()).toEqual({ posted: 1, withoutProof: 1, alreadyThere: 0 });
  });

  it('goes on after a Discord that is down: what was called for stays, the rest follows', async () => {
    await imported();
    discord.download = async (url) => {
      throw discordError(url.includes('/1/3/') ? 503 : 404);
    };
    await expect(repost()).rejects.toThrow(/submission 4 cannot be fetched now .*--repost-pending/);
    discord.download = async () => PNG;
    expect(await repost()).toEqual({ posted: 1, withoutProof: 0, alreadyThere: 1 });
  });

  it('is refused without an admin channel, and says how to go on', async () => {
    await imported({});
    await expect(repost()).rejects.toThrow(/No admin channel is set.*--repost-pending/);
  });
});

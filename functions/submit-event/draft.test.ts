import { beforeEach, describe, expect, it } from 'vitest';
import { picture } from '../../local/demo/seed-submission.ts';
import type { Reply } from '../../shared/context/command-context.ts';
import { findDraft, purgeDrafts } from '../../shared/events/draft.ts';
import { participantsOf } from '../../shared/events/event.ts';
import { pendingEvents } from '../../shared/events/list-events.ts';
import { NOON, person } from '../../test/support/clan.ts';
import { type Call, type HandlerTest, openHandlerTest, resolved } from '../../test/support/handler-test.ts';
import { discordError, robloxError } from '../../test/support/recorded.ts';
import { correct } from './correct.ts';
import { discard, send } from './draft-buttons.ts';
import { modals } from './modals.ts';
import { submit } from './submit.ts';

const HOST = person(1);
const WOLF = person(2);
const STRANGER = person(3);
const PROOF = 'https://cdn.discordapp.com/ephemeral-attachments/1/2/shot.png?ex=7fffffff';
const FILE = '1500000000000000001';
const EMPTY = { members: [], names: [], start: [], end: [], proof: [] };

let test: HandlerTest;
beforeEach(async () => {
  test = await openHandlerTest();
  test.guild.files.set(PROOF, picture());
  await test.clan.seed({ discordId: HOST, robloxName: 'HostName' });
  await test.clan.seed({ discordId: WOLF, robloxName: 'Wolf' });
});

function form(fields: Partial<Record<string, readonly string[]>> = {}, more: Partial<Call> = {}): Call {
  return {
    actor: { id: HOST, tier: 'member' },
    recordId: 'Raid',
    fields: {
      members: [WOLF],
      names: ['Nobody'],
      start: ['2026-11-17 20:00'],
      end: ['21:30'],
      proof: [FILE],
      ...fields,
    },
    people: [resolved(WOLF), resolved(STRANGER)],
    attachments: {
      [FILE]: {
        id: FILE,
        name: 'shot.png',
        contentType: 'image/png',
        size: 100,
        url: PROOF,
      },
    },
    ...more,
  };
}
const correction = (
  draftId: string,
  fields: Partial<Record<string, readonly string[]>>,
  more: Partial<Call> = {},
) => form({ ...EMPTY, ...fields }, { recordId: draftId, ...more });
const button = (draftId: string, actorId = HOST): Call => ({
  actor: { id: actorId, tier: 'member' },
  recordId: draftId,
});
const buttonsOf = (reply: Reply) =>
  (reply.message.components ?? []).flatMap((row) =>
    row.components.map((one) => ('custom_id' in one ? one.custom_id.split(':')[0] : '')),
  );
const draftOf = async (id = HOST) => await findDraft(test.clan.db, id, test.clock.now);
async function keptDraft(fields: Partial<Record<string, readonly string[]>> = { start: ['soon'] }) {
  await test.run(submit, form(fields));
  const draft = await draftOf();
  if (draft === undefined) throw new Error('no draft was kept');
  return draft;
}
const waiting = async () => (await pendingEvents(test.clan.db, 10)).events;

describe('a form that cannot be taken as it is', () => {
  it('becomes a draft that is shown ready to copy, with its three buttons', async () => {
    const { reply } = await test.run(submit, form({ start: ['soon'], names: ['Wolf\nHostName'] }));
    expect(buttonsOf(reply)).toEqual(['draft.correct', 'draft.send', 'draft.discard']);
    const [embed] = reply.message.embeds ?? [];
    expect(embed).toMatchObject({ title: 'Draft: Raid', description: '```\nWolf\nHostName\n```' });
    expect(embed?.fields?.map(({ value }) => value)).toEqual([
      `<@${WOLF}>`,
      '`soon`',
      '`21:30`',
      '`shot.png`',
    ]);
    expect(await draftOf()).toMatchObject({ memberIds: [WOLF], expiresAt: NOON + 86_400_000 });
  });

  it('is told everything that is wrong at once', async () => {
    const { reply } = await test.run(submit, form({ start: ['soon'], members: [], names: [], proof: [] }));
    expect(reply.message.content).toMatch(/Nobody was named.*could not be read as a time.*proof is needed/s);
    expect(reply.message.content).toContain('-# no-participants bad-time no-proof ·');
  });

  it('shows the longest list of names within the limits of a message', async () => {
    const names = Array.from({ length: 300 }, (_, n) => `Some_Name_${n}`)
      .join('\n')
      .slice(0, 3999);
    const { reply } = await test.run(submit, form({ start: ['soon'], names: [names] }));
    expect(reply.message.embeds?.[0]?.description).toContain(names);
    expect(reply.message.embeds?.[0]?.description?.length).toBeLessThanOrEqual(4096);
    expect(JSON.stringify(reply.message.embeds).length).toBeLessThan(6000);
  });

  it('replaces the draft before it, and says so', async () => {
    const first = await keptDraft();
    test.clock.now += 60_000;
    const { reply } = await test.run(submit, form({ end: ['later'] }));
    expect(reply.message.content).toContain('It replaced your draft of Raid');
    expect((await draftOf())?.id).not.toBe(first.id);
    await expect(test.run(send, button(first.id))).rejects.toMatchObject({ code: 'no-draft' });
  });

  it('stays when a later form is taken, and that reply says that it waits', async () => {
    await keptDraft();
    test.clock.now += 60_000;
    const { reply } = await test.run(submit, form());
    expect(reply.message.embeds?.[0]?.description).toMatch(/draft of Raid.*still waits.*\/events draft/s);
    expect(await draftOf()).toBeDefined();
  });

  it('is gone after a day', async () => {
    const { id } = await keptDraft();
    test.clock.now += 86_400_000;
    expect(await draftOf()).toBeUndefined();
    await expect(test.run(send, button(id))).rejects.toMatchObject({ code: 'no-draft' });
    expect(await purgeDrafts(test.clan.db, test.clock.now)).toBe(1);
  });

  it('of two forms at once in no cooldown, one is submitted and the other kept', async () => {
    const replies = await Promise.all([test.run(submit, form()), test.run(submit, form())]);
    expect(await waiting()).toHaveLength(1);
    expect(replies.filter(({ reply }) => reply.message.content?.includes('-# cooldown ·'))).toHaveLength(1);
    expect(await draftOf()).toBeDefined();
  });
});

describe('"Correct"', () => {
  it('opens the same form with every input optional; the proof is asked for again when it is gone', () => {
    const required = (key: keyof ReturnType<typeof modals>) =>
      modals('en')
        [key].toJSON()
        .components.map((label) =>
          'component' in label && 'required' in label.component ? label.component.required : undefined,
        );
    expect(required('submit-event')).toEqual([false, false, true, true, true]);
    expect(required('draft.correct')).toEqual([false, false, false, false, false]);
    expect(required('draft.proof')).toEqual([false, false, false, false, true]);
    for (const modal of Object.values(modals))
      expect(JSON.stringify(modal.toJSON())).toContain('"file_types":["image"]');
  });

  it('submits a draft that it completes at once, whatever the cooldown that keeping it started', async () => {
    const { id } = await keptDraft();
    const { reply, effects } = await test.run(correct, correction(id, { start: ['2026-11-17 20:00'] }));
    expect(effects).toHaveLength(1);
    expect(reply.message).toMatchObject({ content: '', components: [] });
    const [event] = await waiting();
    expect(event).toMatchObject({ startsText: '2026-11-17 20:00', endsText: '21:30', hostId: HOST });
    expect(await draftOf()).toBeUndefined();
  });

  it('keeps what was left empty, also when it is still not complete', async () => {
    const { id } = await keptDraft({ start: ['soon'], end: ['later'] });
    const { reply } = await test.run(correct, correction(id, { start: ['2026-11-17 20:00'] }));
    expect(reply.message.content).toContain('-# bad-time ·');
    expect(await draftOf()).toMatchObject({
      id,
      start: '2026-11-17 20:00',
      end: 'later',
      names: 'Nobody',
      memberIds: [WOLF],
    });
  });

  it('of a draft that is gone shows what was typed and touches no other draft', async () => {
    const { id } = await keptDraft();
    await test.run(discard, button(id));
    test.clock.now += 60_000;
    const other = await keptDraft({ end: ['later'] });
    const { reply } = await test.run(correct, correction(id, { names: ['Wolf, Fox'], start: ['20:15'] }));
    expect(reply.message.content).toContain('is gone');
    expect(JSON.stringify(reply.message)).toContain('Wolf, Fox');
    expect(JSON.stringify(reply.message)).toContain('20:15');
    expect(await draftOf()).toEqual(other);
  });

  it('asks for the proof again once Discord has dropped it', async () => {
    const { id } = await keptDraft();
    test.discord.fail('download', discordError(404));
    const { reply } = await test.run(correct, correction(id, { start: ['2026-11-17 20:00'] }));
    expect(reply.message.content).toMatch(/does not keep the uploaded proof any longer.*-# proof-gone/s);
    expect(buttonsOf(reply)[0]).toBe('draft.proof');
    const again = await test.run(correct, correction(id, { proof: [FILE] }));
    expect(again.effects).toHaveLength(1);
  });
});

describe('"Send"', () => {
  it('looks again at the link, and submits once it is there', async () => {
    await test.run(submit, form({}, { actor: { id: STRANGER, tier: 'member' } }));
    const { id } = (await draftOf(STRANGER)) ?? { id: '' };
    const before = await test.run(send, button(id, STRANGER));
    expect(before.reply.message.content).toContain('-# not-linked ·');
    await test.clan.seed({ discordId: STRANGER });
    const after = await test.run(send, button(id, STRANGER));
    expect(after.effects).toHaveLength(1);
    expect(await draftOf(STRANGER)).toBeUndefined();
  });

  it('waits for the cooldown of an earlier submission, not for the one that keeping the draft started', async () => {
    await test.run(submit, form());
    test.clock.now += 20_000;
    const { id } = await keptDraft({});
    expect((await test.run(send, button(id))).reply.message.content).toContain('-# cooldown ·');
    test.clock.now += 40_000;
    expect((await test.run(send, button(id))).effects).toHaveLength(1);
    expect(await waiting()).toHaveLength(2);
  });

  it('waits for the cooldown of a submission that was made after the draft was kept', async () => {
    const { id } = await keptDraft();
    test.clock.now += 61_000;
    await test.run(submit, form());
    const fixed = { start: ['2026-11-17 20:00'] };
    expect((await test.run(correct, correction(id, fixed))).reply.message.content).toContain('-# cooldown ·');
  });

  it('submits once, however often it is pressed', async () => {
    await test.run(submit, form({}, { actor: { id: STRANGER, tier: 'member' } }));
    await test.clan.seed({ discordId: STRANGER });
    const { id } = (await draftOf(STRANGER)) ?? { id: '' };
    const runs = await Promise.allSettled([1, 2, 3].map(() => test.run(send, button(id, STRANGER))));
    expect(runs.filter((run) => run.status === 'fulfilled')).toHaveLength(1);
    expect(await waiting()).toHaveLength(1);
  });

  it("does nothing with somebody else's draft", async () => {
    const { id } = await keptDraft();
    await expect(test.run(send, button(id, WOLF))).rejects.toMatchObject({ code: 'no-draft' });
    await expect(test.run(discard, button(id, WOLF))).rejects.toMatchObject({ code: 'no-draft' });
    expect(await draftOf()).toBeDefined();
  });
});

describe('"Discard"', () => {
  it('removes the draft once', async () => {
    const { id } = await keptDraft();
    const { reply } = await test.run(discard, button(id));
    expect(reply.message).toMatchObject({ content: 'The draft was discarded.', embeds: [], components: [] });
    await expect(test.run(discard, button(id))).rejects.toMatchObject({ code: 'no-draft' });
  });
});

describe('a typed name', () => {
  it('that is the new one of a member who was renamed on Roblox gets that member points', async () => {
    test.group.put('7', { roleIds: ['90001'] });
    await test.clan.seed({ discordId: STRANGER, robloxUserId: '7', robloxName: 'OldName' });
    const { reply } = await test.run(submit, form({ members: [], names: ['Roblox7'] }));
    expect(reply.message.embeds?.[0]?.fields?.[0]?.value).toContain(`<@${STRANGER}>`);
    const [event] = await waiting();
    expect(await participantsOf(test.clan.db, event?.id ?? '')).toMatchObject([
      { robloxName: 'Roblox7', discordId: STRANGER },
    ]);
  });

  it('that cannot be looked up since Roblox is down is a line, no error', async () => {
    test.roblox.down = robloxError(503);
    const { reply, effects } = await test.run(submit, form());
    expect(effects).toHaveLength(1);
    expect(reply.message.embeds?.[0]?.description).toContain('Roblox did not answer');
  });

  it('with "and" is two when both are known, and one otherwise', async () => {
    const keysOf = async (names: string) => {
      const { effects } = await test.run(submit, form({ members: [], names: [names] }));
      const effect = effects[0];
      const id = effect?.kind === 'message' ? effect.remember?.id : undefined;
      test.clock.now += 60_000;
      return (await participantsOf(test.clan.db, id ?? '')).map(({ key }) => key);
    };
    expect(await keysOf('Wolf and HostName')).toEqual(['r:wolf', 'r:hostname']);
    expect(await keysOf('Wolf & HostName')).toEqual(['r:wolf', 'r:hostname']);
    expect(await keysOf('Salt and Pepper')).toEqual(['r:salt and pepper']);
  });
});

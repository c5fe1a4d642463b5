import { describe, expect, it } from 'vitest';
import { replies } from '../../test/support/counting-command.ts';
import { openEnvelopeTest } from '../../test/support/envelope-test.ts';
import { ID, LOG_CHANNEL, RECORD, TOKEN } from '../../test/support/identity.ts';
import { discordError } from '../../test/support/recorded.ts';
import type { Handler } from '../commands/handler.ts';
import { UserError } from '../errors/user-error.ts';

describe('an error', () => {
  const failing: Handler = async () => {
    throw new UserError('not-linked', 'You are not linked. Nothing was changed. Use /link-roblox.');
  };
  const text = {
    content: `You are not linked. Nothing was changed. Use /link-roblox.\n-# not-linked · ${ID}`,
  };

  it('after an ephemeral acknowledgement edits it', async () => {
    const t = await openEnvelopeTest(failing, { reply: 'ephemeral' });
    expect(await t.send()).toEqual({ kind: 'answered', how: 'denied' });
    expect(t.discord.calls).toEqual([{ method: 'editOriginal', args: [text, TOKEN] }]);
  });

  it('after a public acknowledgement deletes it and follows up ephemerally', async () => {
    const t = await openEnvelopeTest(failing, { reply: 'public' });
    await t.send();
    expect(t.discord.calls).toEqual([
      { method: 'deleteOriginal', args: [TOKEN] },
      { method: 'followUp', args: [text, { ephemeral: true }, TOKEN] },
    ]);
  });

  it('after an update follows up ephemerally and never touches the message with the button', async () => {
    const t = await openEnvelopeTest(failing, { on: 'component', reply: 'update' });
    await t.send({ type: 3, data: { custom_id: 'test:1', component_type: 2 } });
    expect(t.discord.calls).toEqual([{ method: 'followUp', args: [text, { ephemeral: true }, TOKEN] }]);
  });

  it('that Discord does not take at first is brought later, and one it never takes is not lost in silence', async () => {
    const t = await openEnvelopeTest(failing, { reply: 'public' });
    t.discord.fail('deleteOriginal', discordError(404, 10015));
    t.discord.fail('followUp', discordError(500), 2);
    expect(await t.send()).toEqual({ kind: 'answered', how: 'denied' });
    t.discord.fail('followUp', discordError(500), 100);
    expect(await t.send()).toEqual({ kind: 'unanswered', reason: 'not-linked' });
  });

  it('of the program is a short text for the member and a line in the log and the log channel', async () => {
    const t = await openEnvelopeTest(async () => {
      throw new TypeError(`cannot read ${RECORD.botToken}`);
    });
    expect(await t.send()).toEqual({ kind: 'answered', how: 'failed' });
    expect(replies(t)).toEqual([
      { content: expect.stringMatching(/^Something went wrong.*\n-# unexpected · 13/s) },
    ]);
    const [[channel, message, options] = []] = t.discord.of('postMessage');
    expect([channel, options]).toEqual([LOG_CHANNEL, { nonce: `e${ID}` }]);
    expect(message).toEqual({ content: expect.stringContaining('An interaction failed') });
    expect(t.lines.join()).toContain(
      '"interaction":"1300000000000000001","clan":"tophat","command":"command test"',
    );
  });

  it('fills the log channel with no more than five messages a minute', async () => {
    const t = await openEnvelopeTest(async () => Promise.reject(new Error('always')));
    for (let i = 10; i < 30; i += 1) await t.send({ id: `13000000000000000${i}` });
    expect(t.discord.of('postMessage')).toHaveLength(5);
    t.clock.now += 61_000;
    await t.send({ id: '1300000000000000099' });
    expect(t.discord.of('postMessage')).toHaveLength(6);
  });

  it('about a route this function does not have says that versions differ', async () => {
    const t = await openEnvelopeTest(failing);
    await t.send({ data: { type: 1, name: 'other' } });
    await t.send({ type: 3, data: { custom_id: 'gone:1', component_type: 2 } });
    expect(t.discord.calls.map((call) => call.method)).toEqual([
      'editOriginal',
      'postMessage',
      'followUp',
      'postMessage',
    ]);
    expect(replies(t)[0]).toEqual({ content: expect.stringMatching(/newer or older.*unknown-command/s) });
  });
});

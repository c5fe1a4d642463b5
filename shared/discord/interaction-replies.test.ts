import { describe, expect, it } from 'vitest';
import { failure, setUp } from '../../test/support/discord-client.ts';
import { RECORD, TOKEN } from '../../test/support/identity.ts';

const overtaken = { status: 404, body: { message: 'Unknown Webhook', code: 10015 } };

describe('an interaction', () => {
  it('is answered with its own token and without the bot token', async () => {
    const { replies, sent } = setUp({ body: {} });
    await replies.editOriginal({ content: 'Hello' });
    expect(sent()?.method).toBe('PATCH');
    expect(sent()?.url).toBe(
      `https://discord.test/api/v10/webhooks/${RECORD.applicationId}/${TOKEN}/messages/@original`,
    );
    expect(sent()?.headers).not.toHaveProperty('authorization');
  });

  it('whose edit overtakes the acknowledgement is edited a moment later', async () => {
    const { replies, service } = setUp(overtaken, overtaken, overtaken, { body: {} });
    await replies.editOriginal({ content: 'Hello' });
    expect(service.waits).toEqual([50, 100, 200]);
  });

  it('that is never acknowledged is given up for now after about three seconds', async () => {
    const { replies, service } = setUp(overtaken);
    const error = await failure(replies.followUp({ content: 'x' }, { ephemeral: true }));
    expect(error).toMatchObject({ status: 404, code: 10015, retryable: true, retryAfterMs: 2000 });
    expect(service.waits.reduce((sum, wait) => sum + wait, 0)).toBe(2750);
  });

  it('whose message is gone is not edited again', async () => {
    const { replies, service } = setUp({ status: 404, body: { code: 10008, message: 'Unknown Message' } });
    expect((await failure(replies.deleteOriginal())).retryable).toBe(false);
    expect(service.requests).toHaveLength(1);
  });

  it('shows exactly the edited message: what is left out is cleared', async () => {
    const { replies, sent } = setUp({ body: {} });
    await replies.editOriginal({ embeds: [{ title: 't' }] });
    await replies.editOriginal({ content: 'c' });
    expect(sent(1)?.body).toMatchObject({ content: 'c', embeds: [], components: [] });
    expect(sent()?.body).toEqual({
      content: '',
      embeds: [{ title: 't' }],
      components: [],
      allowed_mentions: { parse: [] },
    });
  });

  it('is followed up in private when asked, and not twice when it is unclear whether it was', async () => {
    const { replies, sent, service } = setUp({ status: 500 });
    await failure(replies.followUp({ content: 'x' }, { ephemeral: true }));
    expect(sent()?.body).toEqual({ content: 'x', flags: 64, allowed_mentions: { parse: [] } });
    expect(service.requests).toHaveLength(1);
  });

  it('takes a file along as multipart', async () => {
    const { replies, sent } = setUp({ body: {} });
    await replies.editOriginal(
      { content: '' },
      { name: 'data.json', contentType: 'application/json', text: '{"a":"ü"}' },
    );
    const form = sent()?.body;
    if (!(form instanceof FormData)) throw new Error('expected a form');
    expect(JSON.parse(String(form.get('payload_json')))).toMatchObject({
      attachments: [{ id: '0', filename: 'data.json' }],
    });
    const file = form.get('files[0]');
    if (!(file instanceof Blob)) throw new Error('expected a file');
    expect(await file.text()).toBe('{"a":"ü"}');
    expect(file.type).toBe('application/json');
  });
});

import { verifyKey } from 'discord-interactions';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ImpossibleActionError } from '../../local/discord/interaction-request.ts';
import { IDS, SEED } from './discord-world.ts';
import { ADD, AGENT, BY, EPHEMERAL, type Fixture, MODAL, PNG, startFixture } from './interaction-fixture.ts';
import { rawRequest } from './raw-request.ts';

describe('the Discord emulator sends interactions and follows their replies', () => {
  let at: Fixture;
  beforeEach(async () => {
    at = await startFixture();
  });
  afterEach(() => at.stop());

  it('signs the timestamp and the raw body with the clan key', async () => {
    await at.discord.sendInteraction(ADD);
    const [received] = at.received;
    expect(received?.request.path).toBe('/interactions/tophat');
    const body = received?.request.body ?? Buffer.alloc(0);
    const signature = String(received?.request.headers['x-signature-ed25519']);
    const timestamp = String(received?.request.headers['x-signature-timestamp']);
    const key = SEED.applications[0]?.publicKey ?? '';
    expect(await verifyKey(body, signature, timestamp, key)).toBe(true);
    expect(await verifyKey(Buffer.concat([body, Buffer.from(' ')]), signature, timestamp, key)).toBe(false);
  });

  it('sends a slash command as Discord does: nested options, resolved people and files, permissions', async () => {
    await at.discord.sendInteraction({ ...ADD, options: { ...ADD.options, reason: 'Raid', proof: PNG } });
    const interaction = at.received[0]?.interaction ?? {};
    expect(interaction).toMatchObject({
      type: 2,
      application_id: IDS.application,
      guild_id: IDS.guild,
      context: 0,
      authorizing_integration_owners: { '0': IDS.guild },
      member: { user: { id: IDS.wolf }, roles: [IDS.low], nick: 'The Wolf' },
      data: {
        name: 'points',
        type: 1,
        options: [
          {
            name: 'add',
            type: 1,
            options: [
              { name: 'member', type: 6, value: IDS.closed },
              { name: 'amount', type: 4, value: 5 },
              { name: 'reason', type: 3, value: 'raid' },
              { name: 'proof', type: 11 },
            ],
          },
        ],
        resolved: {
          users: { [IDS.closed]: { username: 'hermit' } },
          members: { [IDS.closed]: { roles: [] } },
        },
      },
    });
    const [attachment] = [...at.discord.world.state.attachments.values()];
    expect(attachment).toMatchObject({ name: 'proof_one.png', ephemeral: true });
  });

  it('does not send what the client would not let through', async () => {
    const attempts = [
      { ...BY, command: 'nonsense' },
      { ...BY, command: 'points add', options: { amount: 5 } },
      { ...BY, command: 'points add', options: { member: 'hermit', amount: 11 } },
      { ...BY, command: 'points add', options: { member: 'hermit', amount: 1, colour: 'red' } },
      { ...BY, command: 'points add', options: { member: 'nobody', amount: 1 } },
      { ...BY, command: 'points add', options: { member: 'hermit', amount: 1, reason: 'Boredom' } },
      { ...BY, click: 'approve' },
      { ...BY, submit: {} },
    ];
    for (const attempt of attempts)
      await expect(at.discord.sendInteraction(attempt)).rejects.toThrow(ImpossibleActionError);
    expect(at.received).toEqual([]);
  });

  it('answers 10015 to an edit that comes before the acknowledgement, and takes it afterwards', async () => {
    let early: unknown;
    at.respond(async (interaction) => {
      early = (await at.original('PATCH', String(interaction['token']), { content: 'too early' })).json;
      return { type: 5, data: { flags: EPHEMERAL } };
    });
    const { interactionId, token } = await at.discord.sendInteraction(ADD);
    expect(early).toEqual({ message: 'Unknown Webhook', code: 10015 });
    expect(at.discord.reply(interactionId).original).toMatchObject({ loading: true, ephemeral: true });
    const answered = at.discord.waitFor(interactionId);
    expect((await at.original('PATCH', token, { content: 'done' })).status).toBe(200);
    expect((await answered).original).toMatchObject({
      content: 'done',
      loading: false,
      ephemeral: true,
      edits: 1,
    });
    expect(at.discord.messages('tophat', 'general')).toEqual([]);
  });

  it('gives the first follow-up after a deferred reply the visibility of that reply', async () => {
    const { interactionId, token } = await at.discord.sendInteraction(ADD);
    await at.webhook('POST', token, '', { content: 'secret', flags: EPHEMERAL });
    expect(at.discord.reply(interactionId).original).toMatchObject({ content: 'secret', ephemeral: false });
  });

  it('lets an error follow in private once the public deferred reply is deleted', async () => {
    const { interactionId, token } = await at.discord.sendInteraction(ADD);
    expect((await at.original('DELETE', token)).status).toBe(204);
    await at.webhook('POST', token, '', { content: 'No points were added.', flags: EPHEMERAL });
    const reply = at.discord.reply(interactionId);
    expect(reply.original).toBeUndefined();
    expect(reply.last).toMatchObject({ content: 'No points were added.', ephemeral: true });
    expect(await at.original('PATCH', token, { content: 'x' })).toMatchObject({
      status: 404,
      json: { code: 10008 },
    });
  });

  it('answers 50027 after 15 minutes and to a token that nobody was given', async () => {
    const { token } = await at.discord.sendInteraction(ADD);
    expect(await at.original('PATCH', 'made-up', { content: 'x' })).toMatchObject({
      status: 401,
      json: { code: 50027 },
    });
    at.pass(15 * 60_000 + 1);
    expect(await at.original('PATCH', token, { content: 'x' })).toMatchObject({
      status: 401,
      json: { code: 50027 },
    });
  });

  it('answers 40060 to a second acknowledgement and 10062 after a failed one', async () => {
    const { interactionId, token } = await at.discord.sendInteraction(ADD);
    const callback = (id: string, of: string) =>
      rawRequest(at.discord.apiUrl, 'POST', `/interactions/${id}/${of}/callback`, {
        body: { type: 5 },
        headers: AGENT,
      });
    expect(await callback(interactionId, token)).toMatchObject({ status: 400, json: { code: 40060 } });
    at.respond(() => undefined);
    const failed = await at.discord.sendInteraction(ADD);
    expect(failed).toMatchObject({ acknowledged: false, status: 500 });
    expect(await callback(failed.interactionId, failed.token)).toMatchObject({
      status: 404,
      json: { code: 10062 },
    });
  });

  it.each([
    ['a deferred reply with content', { type: 5, data: { content: 'x' } }],
    ['a type of another interaction', { type: 6 }],
    [
      'a modal of six components',
      { type: 9, data: { ...MODAL, components: Array(6).fill(MODAL.components[1]) } },
    ],
    ['a modal title of 46 letters', { type: 9, data: { ...MODAL, title: 'x'.repeat(46) } }],
    ['a message of 2,001 letters', { type: 4, data: { content: 'x'.repeat(2001) } }],
    ['no type', { data: {} }],
  ])('takes no response that is %s', async (_name, response) => {
    at.respond(() => response);
    const { acknowledged, interactionId } = await at.discord.sendInteraction(ADD);
    expect(acknowledged).toBe(false);
    expect(at.discord.reply(interactionId).state).toBe('failed');
  });

  it('delivers an interaction again and counts only its first response', async () => {
    const interaction = at.discord.buildInteraction(ADD);
    const deliveries = await Promise.all([
      at.discord.deliver('tophat', interaction),
      at.discord.deliver('tophat', interaction),
    ]);
    expect(deliveries.map((delivery) => delivery.acknowledged)).toEqual([true, true]);
    expect(at.discord.messages('tophat', 'general')).toHaveLength(1);
  });

  it('says who would be pinged, and that nobody is with no mentions allowed', async () => {
    const content = `@everyone <@${IDS.wolf}> <@&${IDS.officer}>`;
    at.respond(() => ({ type: 4, data: { content } }));
    const careless = await at.discord.sendInteraction(ADD);
    expect(at.discord.reply(careless.interactionId).original?.pinged).toEqual({
      everyone: true,
      users: [IDS.wolf],
      roles: [IDS.officer],
    });
    at.respond(() => ({ type: 4, data: { content, allowed_mentions: { parse: [] } } }));
    const careful = await at.discord.sendInteraction(ADD);
    expect(at.discord.reply(careful.interactionId).original?.pinged).toEqual({
      everyone: false,
      users: [],
      roles: [],
    });
  });
});

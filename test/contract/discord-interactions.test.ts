import { verifyKey } from 'discord-interactions';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DiscordEmulator } from '../../local/discord/discord-emulator.ts';
import { NotPossible } from '../../local/discord/interaction-request.ts';
import { IDS, SEED, startWorld, TOKEN } from './discord-world.ts';
import { startFakeGateway } from './fake-gateway.ts';
import { rawRequest } from './raw-request.ts';

const AGENT = { 'user-agent': 'DiscordBot (https://test.example, 1.0)' };
const EPHEMERAL = 64;
const PNG = { name: 'proof one.png', contentType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };

const COMMANDS = [
  {
    name: 'points',
    description: 'Points of members',
    options: [
      {
        type: 1,
        name: 'add',
        description: 'Gives points',
        options: [
          { type: 6, name: 'member', description: 'To whom', required: true },
          { type: 4, name: 'amount', description: 'How many', required: true, min_value: 1, max_value: 10 },
          { type: 3, name: 'reason', description: 'Why', choices: [{ name: 'Raid', value: 'raid' }] },
          { type: 11, name: 'proof', description: 'A picture' },
        ],
      },
      {
        type: 1,
        name: 'undo',
        description: 'Takes back',
        options: [{ type: 3, name: 'entry', description: 'Which', required: true, autocomplete: true }],
      },
    ],
  },
  { name: 'Check member', type: 2 },
];

const MODAL = {
  custom_id: 'submit-event:Raid',
  title: 'Submit an event',
  components: [
    {
      type: 18,
      label: 'Members',
      component: { type: 5, custom_id: 'members', required: false, max_values: 25 },
    },
    {
      type: 18,
      label: 'Roblox names',
      component: { type: 4, custom_id: 'names', style: 2, required: false },
    },
    { type: 18, label: 'Proof', component: { type: 19, custom_id: 'proof', min_values: 1, max_values: 1 } },
  ],
};

describe('the Discord emulator sends interactions and follows their replies', () => {
  let discord: DiscordEmulator;
  let gateway: Awaited<ReturnType<typeof startFakeGateway>>;
  let respond: (interaction: Readonly<Record<string, unknown>>) => unknown;
  let now: number;

  beforeEach(async () => {
    now = Date.now();
    respond = () => ({ type: 5 });
    discord = await startWorld({ now: () => now });
    gateway = await startFakeGateway((interaction) => respond(interaction));
    discord.gatewayUrl = gateway.url;
    const registered = await rawRequest(
      discord.apiUrl,
      'PUT',
      `/applications/${IDS.application}/guilds/${IDS.guild}/commands`,
      {
        body: COMMANDS,
        headers: { ...AGENT, authorization: `Bot ${TOKEN}` },
      },
    );
    expect(registered.status).toBe(200);
  });
  afterEach(async () => {
    await gateway.stop();
    await discord.stop();
  });

  const by = { clan: 'tophat', user: 'Wolf' };
  const add = { ...by, command: 'points add', options: { member: '@hermit', amount: '5' } };
  const webhook = (method: string, token: string, path: string, body?: unknown) =>
    rawRequest(discord.apiUrl, method, `/webhooks/${IDS.application}/${token}${path}`, {
      body,
      headers: AGENT,
    });
  const original = (method: string, token: string, body?: unknown) =>
    webhook(method, token, '/messages/@original', body);

  it('signs the timestamp and the raw body with the clan key', async () => {
    await discord.sendInteraction(add);
    const [received] = gateway.received;
    expect(received?.request.path).toBe('/interactions/tophat');
    const body = received?.request.body ?? Buffer.alloc(0);
    const signature = String(received?.request.headers['x-signature-ed25519']);
    const timestamp = String(received?.request.headers['x-signature-timestamp']);
    const key = SEED.applications[0]?.publicKey ?? '';
    expect(await verifyKey(body, signature, timestamp, key)).toBe(true);
    expect(await verifyKey(Buffer.concat([body, Buffer.from(' ')]), signature, timestamp, key)).toBe(false);
  });

  it('sends a slash command as Discord does: nested options, resolved people and files, permissions', async () => {
    await discord.sendInteraction({ ...add, options: { ...add.options, reason: 'Raid', proof: PNG } });
    const interaction = gateway.received[0]?.interaction ?? {};
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
    const [attachment] = [...discord.world.state.attachments.values()];
    expect(attachment).toMatchObject({ name: 'proof_one.png', ephemeral: true });
  });

  it('does not send what the client would not let through', async () => {
    const attempts = [
      { ...by, command: 'nonsense' },
      { ...by, command: 'points add', options: { amount: 5 } },
      { ...by, command: 'points add', options: { member: 'hermit', amount: 11 } },
      { ...by, command: 'points add', options: { member: 'hermit', amount: 1, colour: 'red' } },
      { ...by, command: 'points add', options: { member: 'nobody', amount: 1 } },
      { ...by, command: 'points add', options: { member: 'hermit', amount: 1, reason: 'Boredom' } },
      { ...by, click: 'approve' },
      { ...by, submit: {} },
    ];
    for (const attempt of attempts)
      await expect(discord.sendInteraction(attempt)).rejects.toThrow(NotPossible);
    expect(gateway.received).toEqual([]);
  });

  it('answers 10015 to an edit that comes before the acknowledgement, and takes it afterwards', async () => {
    let early: unknown;
    respond = async (interaction) => {
      early = (await original('PATCH', String(interaction['token']), { content: 'too early' })).json;
      return { type: 5, data: { flags: EPHEMERAL } };
    };
    const { interactionId, token } = await discord.sendInteraction(add);
    expect(early).toEqual({ message: 'Unknown Webhook', code: 10015 });
    expect(discord.reply(interactionId).original).toMatchObject({ loading: true, ephemeral: true });
    const answered = discord.waitFor(interactionId);
    expect((await original('PATCH', token, { content: 'done' })).status).toBe(200);
    expect((await answered).original).toMatchObject({
      content: 'done',
      loading: false,
      ephemeral: true,
      edits: 1,
    });
    expect(discord.messages('tophat', 'general')).toEqual([]);
  });

  it('gives the first follow-up after a deferred reply the visibility of that reply', async () => {
    const { interactionId, token } = await discord.sendInteraction(add);
    await webhook('POST', token, '', { content: 'secret', flags: EPHEMERAL });
    expect(discord.reply(interactionId).original).toMatchObject({ content: 'secret', ephemeral: false });
  });

  it('lets an error follow in private once the public deferred reply is deleted', async () => {
    const { interactionId, token } = await discord.sendInteraction(add);
    expect((await original('DELETE', token)).status).toBe(204);
    await webhook('POST', token, '', { content: 'No points were added.', flags: EPHEMERAL });
    const reply = discord.reply(interactionId);
    expect(reply.original).toBeUndefined();
    expect(reply.last).toMatchObject({ content: 'No points were added.', ephemeral: true });
    expect(await original('PATCH', token, { content: 'x' })).toMatchObject({
      status: 404,
      json: { code: 10008 },
    });
  });

  it('answers 50027 after 15 minutes and to a token that nobody was given', async () => {
    const { token } = await discord.sendInteraction(add);
    expect(await original('PATCH', 'made-up', { content: 'x' })).toMatchObject({
      status: 401,
      json: { code: 50027 },
    });
    now += 15 * 60_000 + 1;
    expect(await original('PATCH', token, { content: 'x' })).toMatchObject({
      status: 401,
      json: { code: 50027 },
    });
  });

  it('answers 40060 to a second acknowledgement and 10062 after a failed one', async () => {
    const { interactionId, token } = await discord.sendInteraction(add);
    const callback = (id: string, of: string) =>
      rawRequest(discord.apiUrl, 'POST', `/interactions/${id}/${of}/callback`, {
        body: { type: 5 },
        headers: AGENT,
      });
    expect(await callback(interactionId, token)).toMatchObject({ status: 400, json: { code: 40060 } });
    respond = () => undefined;
    const failed = await discord.sendInteraction(add);
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
    respond = () => response;
    const { acknowledged, interactionId } = await discord.sendInteraction(add);
    expect(acknowledged).toBe(false);
    expect(discord.reply(interactionId).state).toBe('failed');
  });

  it('opens a modal and submits it with people, text and an uploaded file', async () => {
    respond = () => ({ type: 9, data: MODAL });
    const opened = await discord.sendInteraction(add);
    expect(opened.modal).toEqual(MODAL);
    respond = () => ({ type: 4, data: { content: 'thanks', flags: EPHEMERAL } });
    const submitted = await discord.sendInteraction({
      ...by,
      submit: { members: ['hermit', 'owner'], 'Roblox names': 'A, B', proof: PNG },
    });
    const data = gateway.received[1]?.interaction['data'];
    const [attachment] = [...discord.world.state.attachments.values()];
    expect(data).toMatchObject({
      custom_id: 'submit-event:Raid',
      components: [
        { type: 18, component: { type: 5, custom_id: 'members', values: [IDS.closed, IDS.owner] } },
        { type: 18, component: { type: 4, custom_id: 'names', value: 'A, B' } },
        { type: 18, component: { type: 19, custom_id: 'proof', values: [attachment?.id] } },
      ],
      resolved: {
        attachments: { [attachment?.id ?? '']: { ephemeral: true, size: 3, content_type: 'image/png' } },
      },
    });
    expect(discord.reply(submitted.interactionId).original).toMatchObject({
      content: 'thanks',
      ephemeral: true,
    });
  });

  it('refuses a modal without its required file before anything is sent', async () => {
    respond = () => ({ type: 9, data: MODAL });
    await discord.sendInteraction(add);
    await expect(discord.sendInteraction({ ...by, submit: { names: 'A' } })).rejects.toThrow('"Proof" takes');
    expect(gateway.received).toHaveLength(1);
  });

  const withButtons = {
    type: 4,
    data: {
      content: 'Review',
      components: [
        {
          type: 1,
          components: [
            { type: 2, style: 3, label: 'Approve', custom_id: 'review.approve:1' },
            { type: 2, style: 4, label: 'Decline', custom_id: 'review.decline:1', disabled: true },
          ],
        },
      ],
    },
  };

  it('clicks a button by its label, updates the message it is on, and never a disabled one', async () => {
    respond = () => withButtons;
    const review = await discord.sendInteraction(add);
    respond = () => ({ type: 6 });
    const click = await discord.sendInteraction({ ...by, user: 'owner', click: 'approve' });
    expect(gateway.received[1]?.interaction).toMatchObject({
      type: 3,
      data: { custom_id: 'review.approve:1', component_type: 2 },
      message: { id: discord.reply(review.interactionId).original?.id, content: 'Review' },
    });
    await original('PATCH', click.token, { content: 'Approved', components: [] });
    expect(discord.messages('tophat', 'general').map((message) => message.content)).toEqual(['Approved']);
    await expect(discord.sendInteraction({ ...by, click: 'decline' })).rejects.toThrow(NotPossible);
  });

  it('shows an ephemeral message, with its buttons, to its own person only', async () => {
    respond = () => ({ ...withButtons, data: { ...withButtons.data, flags: EPHEMERAL } });
    await discord.sendInteraction(add);
    await expect(discord.sendInteraction({ ...by, user: 'owner', click: 'approve' })).rejects.toThrow(
      NotPossible,
    );
    respond = () => ({ type: 7, data: { content: 'Checked', components: [] } });
    const click = await discord.sendInteraction({ ...by, click: 'approve' });
    expect(discord.reply(click.interactionId).original).toMatchObject({
      content: 'Checked',
      ephemeral: true,
    });
  });

  it('delivers an interaction again and counts only its first response', async () => {
    const interaction = discord.buildInteraction(add);
    const deliveries = await Promise.all([
      discord.deliver('tophat', interaction),
      discord.deliver('tophat', interaction),
    ]);
    expect(deliveries.map((delivery) => delivery.acknowledged)).toEqual([true, true]);
    expect(discord.messages('tophat', 'general')).toHaveLength(1);
  });

  it('asks for choices with what was typed so far, and takes 25 at most', async () => {
    respond = () => ({ type: 8, data: { choices: [{ name: 'Entry 1', value: '1' }] } });
    const asked = await discord.sendInteraction({
      ...by,
      autocomplete: 'points undo',
      focused: 'entry',
      options: { entry: 'En' },
    });
    expect(asked.choices).toEqual([{ name: 'Entry 1', value: '1' }]);
    expect(gateway.received[0]?.interaction).toMatchObject({
      type: 4,
      data: { options: [{ name: 'undo', options: [{ name: 'entry', value: 'En', focused: true }] }] },
    });
    respond = () => ({
      type: 8,
      data: { choices: Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` })) },
    });
    const tooMany = await discord.sendInteraction({ ...by, autocomplete: 'points undo', focused: 'entry' });
    expect(tooMany.acknowledged).toBe(false);
  });

  it('sends a user menu with the person it was used on', async () => {
    await discord.sendInteraction({ ...by, userMenu: 'Check member', target: 'hermit' });
    expect(gateway.received[0]?.interaction).toMatchObject({
      type: 2,
      data: {
        name: 'Check member',
        type: 2,
        target_id: IDS.closed,
        resolved: { users: { [IDS.closed]: {} } },
      },
    });
  });

  it('says who would be pinged, and that nobody is with no mentions allowed', async () => {
    const content = `@everyone <@${IDS.wolf}> <@&${IDS.officer}>`;
    respond = () => ({ type: 4, data: { content } });
    const careless = await discord.sendInteraction(add);
    expect(discord.reply(careless.interactionId).original?.pinged).toEqual({
      everyone: true,
      users: [IDS.wolf],
      roles: [IDS.officer],
    });
    respond = () => ({ type: 4, data: { content, allowed_mentions: { parse: [] } } });
    const careful = await discord.sendInteraction(add);
    expect(discord.reply(careful.interactionId).original?.pinged).toEqual({
      everyone: false,
      users: [],
      roles: [],
    });
  });
});

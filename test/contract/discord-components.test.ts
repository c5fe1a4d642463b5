import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ImpossibleActionError } from '../../local/discord/interaction-request.ts';
import { IDS } from './discord-world.ts';
import { ADD, BY, EPHEMERAL, type Fixture, MODAL, PNG, startFixture } from './interaction-fixture.ts';

describe('the Discord emulator plays modals, buttons, menus and completion', () => {
  let at: Fixture;
  beforeEach(async () => {
    at = await startFixture();
  });
  afterEach(() => at.stop());

  it('opens a modal and submits it with people, text and an uploaded file', async () => {
    at.respond(() => ({ type: 9, data: MODAL }));
    const opened = await at.discord.sendInteraction(ADD);
    expect(opened.modal).toEqual(MODAL);
    at.respond(() => ({ type: 4, data: { content: 'thanks', flags: EPHEMERAL } }));
    const submitted = await at.discord.sendInteraction({
      ...BY,
      submit: { members: ['hermit', 'owner'], 'Roblox names': 'A, B', proof: PNG },
    });
    const data = at.received[1]?.interaction['data'];
    const [attachment] = [...at.discord.world.state.attachments.values()];
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
    expect(at.discord.reply(submitted.interactionId).original).toMatchObject({
      content: 'thanks',
      ephemeral: true,
    });
  });

  it('refuses a modal without its required file before anything is sent', async () => {
    at.respond(() => ({ type: 9, data: MODAL }));
    await at.discord.sendInteraction(ADD);
    await expect(at.discord.sendInteraction({ ...BY, submit: { names: 'A' } })).rejects.toThrow(
      '"Proof" takes',
    );
    expect(at.received).toHaveLength(1);
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
    at.respond(() => withButtons);
    const review = await at.discord.sendInteraction(ADD);
    at.respond(() => ({ type: 6 }));
    const click = await at.discord.sendInteraction({ ...BY, user: 'owner', click: 'approve' });
    expect(at.received[1]?.interaction).toMatchObject({
      type: 3,
      data: { custom_id: 'review.approve:1', component_type: 2 },
      message: { id: at.discord.reply(review.interactionId).original?.id, content: 'Review' },
    });
    await at.original('PATCH', click.token, { content: 'Approved', components: [] });
    expect(at.discord.messages('tophat', 'general').map((message) => message.content)).toEqual(['Approved']);
    await expect(at.discord.sendInteraction({ ...BY, click: 'decline' })).rejects.toThrow(
      ImpossibleActionError,
    );
  });

  it('shows an ephemeral message, with its buttons, to its own person only', async () => {
    at.respond(() => ({ ...withButtons, data: { ...withButtons.data, flags: EPHEMERAL } }));
    await at.discord.sendInteraction(ADD);
    await expect(at.discord.sendInteraction({ ...BY, user: 'owner', click: 'approve' })).rejects.toThrow(
      ImpossibleActionError,
    );
    at.respond(() => ({ type: 7, data: { content: 'Checked', components: [] } }));
    const click = await at.discord.sendInteraction({ ...BY, click: 'approve' });
    expect(at.discord.reply(click.interactionId).original).toMatchObject({
      content: 'Checked',
      ephemeral: true,
    });
  });

  it('asks for choices with what was typed so far, and takes 25 at most', async () => {
    at.respond(() => ({ type: 8, data: { choices: [{ name: 'Entry 1', value: '1' }] } }));
    const asked = await at.discord.sendInteraction({
      ...BY,
      autocomplete: 'points undo',
      focused: 'entry',
      options: { entry: 'En' },
    });
    expect(asked.choices).toEqual([{ name: 'Entry 1', value: '1' }]);
    expect(at.received[0]?.interaction).toMatchObject({
      type: 4,
      data: { options: [{ name: 'undo', options: [{ name: 'entry', value: 'En', focused: true }] }] },
    });
    at.respond(() => ({
      type: 8,
      data: { choices: Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` })) },
    }));
    const tooMany = await at.discord.sendInteraction({
      ...BY,
      autocomplete: 'points undo',
      focused: 'entry',
    });
    expect(tooMany.acknowledged).toBe(false);
  });

  it('sends a user menu with the person it was used on', async () => {
    await at.discord.sendInteraction({ ...BY, userMenu: 'Check member', target: 'hermit' });
    expect(at.received[0]?.interaction).toMatchObject({
      type: 2,
      data: {
        name: 'Check member',
        type: 2,
        target_id: IDS.closed,
        resolved: { users: { [IDS.closed]: {} } },
      },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { fc } from '../../test/support/fuzz-seed.ts';
import { isObject } from '../json/json.ts';
import { InteractionFormError, parseInteraction } from './parse-interaction.ts';

const wolf = { id: '1100000000000000011', username: 'wolf', global_name: 'Wolf', bot: false };
const fox = { id: '1100000000000000012', username: 'fox', global_name: null };

function interaction(type: number, data: object, more: object = {}) {
  return {
    id: '1200000000000000001',
    application_id: '1100000000000000001',
    type,
    token: 'aW50ZXJhY3Rpb24',
    guild_id: '1100000000000000002',
    channel_id: '1100000000000000003',
    app_permissions: '2048',
    member: { user: wolf, nick: '🐺 Wolf', roles: ['1100000000000000021'], permissions: '8' },
    data,
    ...more,
  };
}

describe('an interaction', () => {
  it('of a subcommand is found under command and subcommand, with its options', () => {
    const parsed = parseInteraction(
      interaction(2, {
        type: 1,
        name: 'points',
        options: [
          {
            type: 1,
            name: 'add',
            options: [
              { type: 6, name: 'member', value: fox.id },
              { type: 4, name: 'amount', value: 5 },
              { type: 5, name: 'quiet', value: true },
            ],
          },
        ],
        resolved: { users: { [fox.id]: fox }, members: { [fox.id]: { nick: null, roles: [] } } },
      }),
    );
    expect(parsed).toMatchObject({ on: 'command', key: 'points add', roleIds: ['1100000000000000021'] });
    expect(parsed.options).toEqual({ member: fox.id, amount: 5, quiet: true });
    expect(parsed.people[fox.id]).toEqual({ id: fox.id, displayName: 'fox', isBot: false });
    expect(parsed.user.displayName).toBe('🐺 Wolf');
    expect([parsed.permissions, parsed.appPermissions]).toEqual([8n, 2048n]);
  });

  it('of a subcommand in a group has all three words in its key', () => {
    const inner = { type: 1, name: 'set', options: [{ type: 3, name: 'value', value: 'x' }] };
    const data = { type: 1, name: 'a', options: [{ type: 2, name: 'b', options: [inner] }] };
    expect(parseInteraction(interaction(2, data))).toMatchObject({ key: 'a b set', options: { value: 'x' } });
  });

  it('of a user menu names the person it was used on', () => {
    const data = { type: 2, name: 'Add points', target_id: fox.id, resolved: { users: { [fox.id]: fox } } };
    expect(parseInteraction(interaction(2, data))).toMatchObject({
      on: 'user-menu',
      key: 'Add points',
      targetId: fox.id,
      options: {},
    });
  });

  it('of autocomplete says which option is being typed', () => {
    const options = [
      { type: 6, name: 'member', value: fox.id },
      { type: 3, name: 'entry', value: 'aw', focused: true },
    ];
    const data = { type: 1, name: 'points', options: [{ type: 1, name: 'undo', options }] };
    const parsed = parseInteraction(interaction(4, data));
    expect(parsed).toMatchObject({ on: 'autocomplete', key: 'points undo' });
    expect(parsed.focused).toEqual({ name: 'entry', value: 'aw' });
  });

  it('of a button splits the custom id into key, record and argument', () => {
    const message = { id: '1300000000000000001', channel_id: '1100000000000000009' };
    const parsed = parseInteraction(
      interaction(3, { custom_id: 'review.approve:120-1:a:b', component_type: 2 }, { message }),
    );
    expect(parsed).toMatchObject({
      on: 'component',
      key: 'review.approve',
      recordId: '120-1',
      argument: 'a:b',
    });
    expect(parsed.message).toEqual({ id: message.id, channelId: message.channel_id });
  });

  it('of a select menu has its values under its custom id', () => {
    const data = { custom_id: 'leaderboard.page:all', component_type: 3, values: ['2', '3'] };
    expect(parseInteraction(interaction(3, data)).fields).toEqual({ 'leaderboard.page:all': ['2', '3'] });
  });

  it('of a modal has the values of every kind of input, labelled or in rows', () => {
    const file = {
      id: '1400000000000000001',
      filename: 'proof.png',
      content_type: 'image/png',
      size: 123,
      url: 'https://cdn.discordapp.com/ephemeral-attachments/1/2/proof.png?ex=1',
    };
    const label = (component: object) => ({ type: 18, id: 1, component });
    const parsed = parseInteraction(
      interaction(5, {
        custom_id: 'submit-event:Raid',
        components: [
          label({ type: 5, custom_id: 'members', values: [fox.id] }),
          label({ type: 4, custom_id: 'names', value: 'Wölfchen,\nFox' }),
          label({ type: 4, custom_id: 'note', value: '' }),
          label({ type: 3, custom_id: 'kind', values: ['a'] }),
          label({ type: 21, custom_id: 'radio', value: null }),
          label({ type: 19, custom_id: 'proof', values: [file.id] }),
          { type: 10, id: 7 },
          { type: 1, components: [{ type: 4, custom_id: 'old', value: 'row' }] },
        ],
        resolved: { attachments: { [file.id]: file }, users: { [fox.id]: fox } },
      }),
    );
    expect(parsed).toMatchObject({ on: 'modal', key: 'submit-event', recordId: 'Raid' });
    expect(parsed.fields).toEqual({
      members: [fox.id],
      names: ['Wölfchen,\nFox'],
      note: [],
      kind: ['a'],
      radio: [],
      proof: [file.id],
      old: ['row'],
    });
    expect(parsed.attachments[file.id]).toMatchObject({
      name: 'proof.png',
      contentType: 'image/png',
      size: 123,
    });
  });

  it('has what the bot may do in each channel that was chosen, where Discord says it', () => {
    const [mine, other] = ['1400000000000000002', '1400000000000000003'];
    const channels = {
      [mine]: { id: mine, type: 0, name: 'log', guild_id: '1100000000000000002', app_permissions: '3072' },
      [other]: { id: other, type: 0, name: 'old' },
    };
    expect(parseInteraction(interaction(5, { custom_id: 'm:1', resolved: { channels } })).channels).toEqual({
      [mine]: { id: mine, guildId: '1100000000000000002', appPermissions: 3072n },
      [other]: { id: other, guildId: undefined, appPermissions: undefined },
    });
  });

  it('that names itself after parts of JavaScript changes nothing but its own values', () => {
    const data = JSON.parse(
      '{"custom_id":"m:1","components":[{"type":18,"component":{"type":4,"custom_id":"__proto__","value":"x"}}]}',
    );
    const { fields } = parseInteraction(interaction(5, data));
    expect(Object.keys(fields)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
  });

  it('has no person, file, channel or option by a name that every object inherits', () => {
    const { people, attachments, channels, options } = parseInteraction(
      interaction(2, { type: 1, name: 'xp' }),
    );
    for (const record of [people, attachments, channels, options])
      for (const name of ['constructor', '__proto__', 'toString'])
        expect(Reflect.get(record, name)).toBeUndefined();
  });

  it('that is not as documented is refused without showing what it holds', () => {
    const secret = 'do-not-show';
    const broken = [
      interaction(2, { type: 3, name: secret }),
      interaction(9, {}),
      interaction(2, { type: 1, name: 'xp' }, { member: { user: wolf, roles: [secret], permissions: '8' } }),
      interaction(2, { type: 1, name: 'xp', options: [{ name: 'a', value: { secret } }] }),
      interaction(3, { custom_id: 'a:b' }, { token: '' }),
    ];
    for (const body of broken) {
      expect(() => parseInteraction(body)).toThrow(InteractionFormError);
      expect(() => parseInteraction(body)).not.toThrow(secret);
    }
  });

  it('of any JSON whatever is parsed or refused, and nothing else', () => {
    const anything = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.jsonValue(), fc.jsonValue());
    fc.assert(
      fc.property(anything, ([type, data, more]) => {
        const body = { ...interaction(type, isObject(data) ? data : {}), ...(isObject(more) ? more : {}) };
        try {
          parseInteraction(body);
        } catch (error) {
          expect(error).toBeInstanceOf(InteractionFormError);
        }
      }),
      { numRuns: 300 },
    );
  });
});

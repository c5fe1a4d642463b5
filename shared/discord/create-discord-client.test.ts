import { describe, expect, it } from 'vitest';
import { CHANNEL, failure, MESSAGE, ROLE, setUp, USER } from '../../test/support/discord-client.ts';
import { RECORD, TOKEN } from '../../test/support/identity.ts';
import { broken } from '../../test/support/scripted-service.ts';

const posted = { id: MESSAGE, attachments: [{ id: ROLE }] };
describe('every call', () => {
  it('names the bot in its User-Agent and carries the bot token', async () => {
    const { discord, sent } = setUp({ body: [] });
    await discord.roles();
    expect(sent()?.headers['user-agent']).toMatch(/^DiscordBot \(https:\/\/\S+, \d+\.\d+\.\d+\)$/);
    expect(sent()?.headers['authorization']).toBe(`Bot ${RECORD.botToken}`);
    expect(sent()?.url).toBe(`https://discord.test/api/v10/guilds/${RECORD.guildId}/roles`);
  });

  it('that fails says status, code and route in one error', async () => {
    const { discord } = setUp({ status: 403, body: { message: 'Missing Permissions', code: 50013 } });
    const error = await failure(discord.addRole(USER, ROLE, 'because'));
    expect(error).toMatchObject({ status: 403, code: 50013, retryable: false });
    expect(error.message).toBe(
      `Discord answered 403 (50013 Missing Permissions) to PUT /guilds/${RECORD.guildId}/members/${USER}/roles/${ROLE}.`,
    );
  });

  it('with a wrong form names the wrong fields, not what stood in them', async () => {
    const errors = {
      embeds: { 0: { title: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Wolf' }] } } },
    };
    const { discord } = setUp({ status: 400, body: { message: 'Invalid Form Body', code: 50035, errors } });
    const error = await failure(discord.editMessage(CHANNEL, MESSAGE, { content: 'Wolf' }));
    expect(error.message).toContain('at embeds.0.title BASE_TYPE_MAX_LENGTH');
    expect(error.message).not.toContain('Wolf');
  });

  it('answered in an unknown form is an error that is not tried again', async () => {
    const { discord, service } = setUp({ body: [{ id: 5 }] });
    expect(await failure(discord.roles())).toMatchObject({ status: 200, retryable: false });
    expect(service.requests).toHaveLength(1);
  });

  it('answered by a success that is no JSON may be tried again', async () => {
    const { discord } = setUp({ body: '<html>One moment</html>' });
    expect(await failure(discord.roles())).toMatchObject({ status: 200, retryable: true });
  });

  it('that must wait long is thrown with the time', async () => {
    const { discord } = setUp({ status: 429, body: { message: 'slow', retry_after: 90, global: false } });
    expect(await failure(discord.roles())).toMatchObject({
      status: 429,
      retryable: true,
      retryAfterMs: 90_000,
    });
  });

  it('that was denied is never repeated', async () => {
    for (const status of [401, 403]) {
      const { discord, service } = setUp({ status });
      expect((await failure(discord.roles())).retryable).toBe(false);
      expect(service.requests).toHaveLength(1);
    }
  });

  it('shows no token, in errors or in the log', async () => {
    const { discord, replies, lines } = setUp(broken('ECONNRESET'));
    const errors = [await failure(replies.editOriginal({ content: 'x' })), await failure(discord.roles())];
    expect(errors[0]?.route).toBe(`PATCH /webhooks/${RECORD.applicationId}/{token}/messages/@original`);
    const shown = JSON.stringify([lines, errors.map((error) => [error.message, error.stack, { ...error }])]);
    expect(shown).not.toContain(TOKEN);
    expect(shown).not.toContain(RECORD.botToken);
  });
});

describe('a message', () => {
  it('carries its nonce, and is sent again when the first attempt got no answer', async () => {
    const { discord, sent, service } = setUp(broken('ECONNRESET'), { body: posted });
    const made = await discord.postMessage(CHANNEL, { content: 'x' }, { nonce: '1-1' });
    expect(made).toEqual({ id: MESSAGE, attachmentIds: [ROLE] });
    expect(sent(1)?.body).toEqual({
      content: 'x',
      nonce: '1-1',
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    });
    expect(service.requests).toHaveLength(2);
  });

  it('pings only whom it means to', async () => {
    const { discord, sent } = setUp({ body: posted });
    await discord.postMessage(CHANNEL, { content: '@everyone <@&1>', pings: [] }, { nonce: '1' });
    await discord.postMessage(CHANNEL, { content: `<@${USER}>`, pings: [USER, USER] }, { nonce: '2' });
    expect(sent(0)?.body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(sent(1)?.body).toMatchObject({ allowed_mentions: { parse: [], users: [USER] } });
  });

  it('to a person opens the channel first', async () => {
    const { discord, service, sent } = setUp({ body: { id: CHANNEL } }, { body: posted });
    await discord.sendDirectMessage(USER, { content: 'x' }, { nonce: '1' });
    expect(service.calls()).toEqual([
      'POST /api/v10/users/@me/channels',
      `POST /api/v10/channels/${CHANNEL}/messages`,
    ]);
    expect(sent()?.body).toEqual({ recipient_id: USER });
  });

  it('to a person is put off when direct messages are opened too fast', async () => {
    const { discord } = setUp({
      status: 400,
      body: { code: 40003, message: 'You are opening direct messages too fast.' },
    });
    const error = await failure(discord.sendDirectMessage(USER, { content: 'x' }, { nonce: '1' }));
    expect(error).toMatchObject({ retryable: true, retryAfterMs: 60_000 });
  });

  it('to a person who takes none fails for good', async () => {
    const { discord } = setUp({ body: { id: CHANNEL } }, { status: 403, body: { code: 50007 } });
    const error = await failure(discord.sendDirectMessage(USER, { content: 'x' }, { nonce: '1' }));
    expect(error).toMatchObject({ code: 50007, retryable: false });
  });
});

describe('members and roles', () => {
  const member = { nick: null, roles: [ROLE], user: { id: USER, username: 'wolf', global_name: 'Wolf' } };

  it('shows a member by nick, else global name, else user name', async () => {
    const { discord } = setUp(
      { body: { ...member, nick: 'Nick' } },
      { body: member },
      { body: { ...member, user: { id: USER, username: 'wolf' } } },
    );
    const names = [await discord.member(USER), await discord.member(USER), await discord.member(USER)];
    expect(names.map((found) => found?.displayName)).toEqual(['Nick', 'Wolf', 'wolf']);
  });

  it.each([10007, 10013])('knows nobody by an id that is answered 404 with %d', async (code) => {
    const { discord } = setUp({ status: 404, body: { code } });
    expect(await discord.member(USER)).toBeUndefined();
  });

  it('does not take another 404 for a member who left', async () => {
    const { discord } = setUp({ status: 404, body: { code: 10004, message: 'Unknown Guild' } });
    expect((await failure(discord.member(USER))).code).toBe(10004);
  });

  it('reads members by pages of a thousand', async () => {
    const { discord, sent } = setUp({ body: [member] });
    expect(await discord.members(undefined)).toEqual([
      { userId: USER, displayName: 'Wolf', nick: null, roleIds: [ROLE] },
    ]);
    await discord.members(USER);
    expect(sent(1)?.url).toContain(`/members?limit=1000&after=${USER}`);
  });

  it('gives one role with the reason for the audit log, encoded and cut', async () => {
    const { discord, sent } = setUp({ status: 204 });
    await discord.addRole(USER, ROLE, `Promoted: "Wölfe" ${'ü'.repeat(300)}\ud800`);
    expect(sent()?.method).toBe('PUT');
    const reason = sent()?.headers['x-audit-log-reason'] ?? '';
    expect(reason.length).toBeLessThanOrEqual(512);
    expect(decodeURIComponent(reason)).toMatch(/^Promoted: "Wölfe" ü+$/);
  });

  it('makes a role without any permission, once', async () => {
    const role = { id: ROLE, name: 'Soldier', position: 1, permissions: '0', managed: false };
    const { discord, sent, service } = setUp({ body: role });
    expect(await discord.createRole('Soldier', 'why')).toEqual({ ...role, permissions: 0n });
    expect(sent()?.body).toMatchObject({ name: 'Soldier', permissions: 0 });
    const failing = setUp({ status: 500 });
    await failure(failing.discord.createRole('Soldier', 'why'));
    expect(failing.service.requests).toHaveLength(1);
    expect(service.requests).toHaveLength(1);
  });

  it('finds itself once by its token', async () => {
    const { discord, service } = setUp({ body: { id: USER } }, { body: member });
    await discord.self();
    await discord.self();
    expect(service.calls().filter((call) => call.endsWith('/users/@me'))).toHaveLength(1);
  });

  it('knows no channel that is gone', async () => {
    const { discord } = setUp(
      { status: 404, body: { code: 10003 } },
      {
        body: {
          id: CHANNEL,
          type: 0,
          name: 'c',
          guild_id: RECORD.guildId,
          permission_overwrites: [{ id: RECORD.guildId, type: 0, allow: '0', deny: '1024' }],
        },
      },
    );
    expect(await discord.channel(CHANNEL)).toBeUndefined();
    expect(await discord.channel(CHANNEL)).toEqual({
      id: CHANNEL,
      name: 'c',
      guildId: RECORD.guildId,
      overwrites: [{ of: RECORD.guildId, allow: 0n, deny: 1024n }],
    });
  });
});

describe('commands', () => {
  it('are replaced as a whole in the guild', async () => {
    const { discord, service, sent } = setUp({ body: [{ name: 'xp' }] });
    expect(await discord.overwriteCommands([{ name: 'xp' }])).toEqual([{ name: 'xp' }]);
    expect(service.calls()).toEqual([
      `PUT /api/v10/applications/${RECORD.applicationId}/guilds/${RECORD.guildId}/commands`,
    ]);
    expect(sent()?.body).toEqual([{ name: 'xp' }]);
  });
});

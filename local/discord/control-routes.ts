import * as z from 'zod/mini';
import { type ControlCall, ControlError, type ControlRoutes, commonControl } from '../emulator/control.ts';
import type { HttpAnswer } from '../emulator/http-server.ts';
import type { UploadedFile } from './attachments.ts';
import { commandPaths } from './build-command.ts';
import { visibleMessages } from './build-component.ts';
import { modalInputs } from './build-modal.ts';
import type { DiscordEmulator } from './discord-emulator.ts';
import { displayName, findMember, findRole } from './find-in-guild.ts';
import type { GivenValue, InteractionRequest } from './interaction-request.ts';
import { shownMessage } from './shown-message.ts';

const File = z.object({ name: z.string(), contentType: z.string(), base64: z.string() });
const Value = z.union([z.string(), z.number(), z.boolean(), File]);
const Values = z.record(z.string(), Value);
const Fields = z.record(z.string(), z.union([Value, z.array(Value)]));
const By = z.object({
  user: z.string(),
  channel: z.optional(z.string()),
  unchecked: z.optional(z.boolean()),
});
const Action = z.union([
  z.object({ command: z.string(), options: z.optional(Values) }),
  z.object({ userMenu: z.string(), target: z.string() }),
  z.object({ autocomplete: z.string(), focused: z.string(), options: z.optional(Values) }),
  z.object({ click: z.string(), message: z.optional(z.string()), values: z.optional(z.array(z.string())) }),
  z.object({ submit: Fields, from: z.optional(z.string()) }),
]);
const MemberChange = z.object({
  dms: z.optional(z.enum(['open', 'closed'])),
  addRole: z.optional(z.string()),
  removeRole: z.optional(z.string()),
});

const MOST_WAIT_MS = 60_000;

const ok = (json: unknown): HttpAnswer => ({ status: 200, json });

/** What the terminal asks the emulator: to act as a member, to show what a member sees, to switch faults. */
export function controlRoutes(emulator: DiscordEmulator): ControlRoutes {
  const { world } = emulator;
  const clan = (call: ControlCall) => call.parameters['clan'] ?? '';
  const userOf = (call: ControlCall) => {
    const user = call.query.get('user');
    if (user === null) throw new ControlError('Say who looks: ?user=');
    return findMember(world, emulator.guild(clan(call)), user);
  };
  return {
    ...commonControl(emulator),
    'GET /emulator/clans': () =>
      ok(world.applications.map((application) => clanJson(emulator, application.clan))),
    'GET /emulator/clans/{clan}/commands': (call) =>
      ok(
        commandPaths(emulator.commands(clan(call))).map(({ path, type, leaf }) => ({
          path,
          type,
          description: leaf['description'],
          options: leaf['options'] ?? [],
        })),
      ),
    'POST /emulator/clans/{clan}/interactions': async (call) => {
      const request: InteractionRequest = {
        clan: clan(call),
        ...withoutUndefined(By.parse(call.body)),
        ...actionOf(Action.parse(call.body)),
      };
      const delivery = await emulator.sendInteraction(request);
      return ok({
        ...delivery,
        inputs: modalInputs(delivery.modal).map(({ definition, ...input }) => ({
          ...input,
          options: definition['options'] ?? [],
        })),
      });
    },
    'GET /emulator/interactions/{id}': async (call) => {
      const id = call.parameters['id'] ?? '';
      const after = Number(call.query.get('after') ?? -1);
      const waitMs = Math.min(Number(call.query.get('waitMs') ?? 0), MOST_WAIT_MS);
      if (waitMs > 0) {
        await emulator
          .waitFor(id, { until: (reply) => reply.changes > after, timeoutMs: waitMs })
          .catch(() => undefined);
      }
      return ok(emulator.reply(id));
    },
    'GET /emulator/clans/{clan}/messages': (call) => {
      const seenBy = { userId: userOf(call).userId, guildId: emulator.guild(clan(call)).id };
      const limit = Number(call.query.get('limit') ?? 10);
      const channel = call.query.get('channel');
      const messages = visibleMessages(world, seenBy).filter((message) => {
        const place = world.state.channels.get(message.channelId);
        return channel === null ? true : place?.id === channel || place?.name === channel.replace(/^#/, '');
      });
      return ok(
        messages
          .slice(0, limit)
          .reverse()
          .map((message) => ({
            ...shownMessage(world, message),
            channel: world.state.channels.get(message.channelId)?.name ?? '',
          })),
      );
    },
    'GET /emulator/clans/{clan}/dms': (call) => ok(emulator.dms(clan(call), userOf(call).userId)),
    'PATCH /emulator/clans/{clan}/members': (call) => {
      const member = userOf(call);
      const change = MemberChange.parse(call.body);
      if (change.dms !== undefined) world.user(member.userId).dms = change.dms;
      const guild = emulator.guild(clan(call));
      if (change.addRole !== undefined)
        member.roleIds = [...new Set([...member.roleIds, findRole(guild, change.addRole).id])];
      if (change.removeRole !== undefined) {
        const { id } = findRole(guild, change.removeRole);
        member.roleIds = member.roleIds.filter((roleId) => roleId !== id);
      }
      world.changed();
      return ok(memberJson(emulator, clan(call), member.userId));
    },
    'GET /emulator/clans/{clan}/members': (call) => ok(memberJson(emulator, clan(call), userOf(call).userId)),
  };
}

function clanJson(emulator: DiscordEmulator, clan: string): Record<string, unknown> {
  const guild = emulator.guild(clan);
  const channels = [...emulator.world.state.channels.values()].filter(
    (channel) => channel.guildId === guild.id,
  );
  const members = [...guild.members.values()].slice(0, 100);
  return {
    clan,
    guild: guild.name,
    guildId: guild.id,
    channels: channels.map((channel) => channel.name),
    roles: [...guild.roles.values()].sort((a, b) => b.position - a.position).map((role) => role.name),
    members: members.map((member) => memberJson(emulator, clan, member.userId)),
  };
}

function memberJson(emulator: DiscordEmulator, clan: string, userId: string): Record<string, unknown> {
  const member = emulator.member(clan, userId);
  const user = emulator.world.user(userId);
  return {
    id: userId,
    username: user.username,
    name: displayName(emulator.world, member),
    bot: user.bot,
    dms: user.dms,
    roles: emulator.rolesOf(clan, userId),
    owner: emulator.guild(clan).ownerId === userId,
  };
}

function given(value: z.infer<typeof Value>): GivenValue {
  return typeof value === 'object' ? fileOf(value) : value;
}

function fileOf(file: z.infer<typeof File>): UploadedFile {
  return { name: file.name, contentType: file.contentType, bytes: Buffer.from(file.base64, 'base64') };
}

function givenAll(values: z.infer<typeof Values> | undefined): Record<string, GivenValue> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, given(value)]));
}

function actionOf(action: z.infer<typeof Action>) {
  if ('command' in action) return { command: action.command, options: givenAll(action.options) };
  if ('userMenu' in action) return { userMenu: action.userMenu, target: action.target };
  if ('autocomplete' in action) {
    return { autocomplete: action.autocomplete, focused: action.focused, options: givenAll(action.options) };
  }
  if ('click' in action)
    return { click: action.click, ...withoutUndefined({ message: action.message, values: action.values }) };
  const fields = Object.entries(action.submit).map(([name, value]): [string, GivenValue | GivenValue[]] => [
    name,
    Array.isArray(value) ? value.map(given) : given(value),
  ]);
  return { submit: Object.fromEntries(fields), ...withoutUndefined({ from: action.from }) };
}

/** Leaves out what was not given, which is not the same as giving `undefined`. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // The filter removes exactly what Exclude takes out of the type.
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

import * as z from 'zod/mini';
import { type ControlCall, ControlError, type ControlRoutes, commonControl } from '../emulator/control.ts';
import type { EmulatorAnswer } from '../emulator/http-server.ts';
import { commandPaths } from './build-command.ts';
import { visibleMessages } from './build-component.ts';
import { modalInputs } from './build-modal.ts';
import { readAction } from './control-action.ts';
import { changesSince, clanView, clickedOn, memberView } from './control-views.ts';
import type { DiscordEmulator } from './discord-emulator.ts';
import { findGuildMember, findGuildRole } from './find-in-guild.ts';
import { shownMessage } from './shown-message.ts';

const MemberChange = z.object({
  dms: z.optional(z.enum(['open', 'closed'])),
  addRole: z.optional(z.string()),
  removeRole: z.optional(z.string()),
});

const MOST_WAIT_MS = 60_000;

const ok = (json: unknown): EmulatorAnswer => ({ status: 200, json });

/** What the terminal asks the emulator: to act as a member, to show what a member sees, to switch faults. */
export function discordControlRoutes(emulator: DiscordEmulator): ControlRoutes {
  const { world } = emulator;
  const clan = (call: ControlCall) => call.parameters['clan'] ?? '';
  const userOf = (call: ControlCall) => {
    const user = call.query.get('user');
    if (user === null) throw new ControlError('Say who looks: ?user=');
    return findGuildMember(world, emulator.guild(clan(call)), user);
  };
  return {
    ...commonControl(emulator),
    'GET /emulator/clans': () =>
      ok(world.applications.map((application) => clanView(emulator, application.clan))),
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
      const request = readAction(clan(call), call.body);
      const clicked = 'click' in request ? clickedOn(emulator, request) : undefined;
      const delivery = await emulator.sendInteraction(request);
      return ok({
        ...delivery,
        clicked,
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
            channel: guildChannelName(world, message.channelId),
          })),
      );
    },
    'GET /emulator/clans/{clan}/changes': (call) =>
      ok(changesSince(emulator, clan(call), Number(call.query.get('since') ?? 0))),
    'GET /emulator/clans/{clan}/dms': (call) => ok(emulator.dms(clan(call), userOf(call).userId)),
    'PATCH /emulator/clans/{clan}/members': (call) => {
      const member = userOf(call);
      const change = MemberChange.parse(call.body);
      if (change.dms !== undefined) world.user(member.userId).dms = change.dms;
      const guild = emulator.guild(clan(call));
      if (change.addRole !== undefined)
        member.roleIds = [...new Set([...member.roleIds, findGuildRole(guild, change.addRole).id])];
      if (change.removeRole !== undefined) {
        const { id } = findGuildRole(guild, change.removeRole);
        member.roleIds = member.roleIds.filter((roleId) => roleId !== id);
      }
      world.changed();
      return ok(memberView(emulator, clan(call), member.userId));
    },
    'GET /emulator/clans/{clan}/members': (call) => ok(memberView(emulator, clan(call), userOf(call).userId)),
  };
}

/** Empty for a DM. */
function guildChannelName({ state }: DiscordEmulator['world'], id: string): string {
  const channel = state.channels.get(id);
  return channel === undefined || channel.guildId === null ? '' : channel.name;
}

import { type ActionContext, mentionable } from './build-command.ts';
import { findGuildChannel, findGuildMember, findGuildRole } from './find-in-guild.ts';
import { ImpossibleActionError } from './interaction-request.ts';
import { has, memberChannelPermissions } from './permissions.ts';
import { Resolved } from './resolved.ts';
import { type Control, shownMessage } from './shown-message.ts';
import type { MessageState } from './state.ts';
import type { World } from './world.ts';

/**
 * The message and control that a member means: by custom id, by its key before the first colon, or by label. Without
 * a message id, the latest message in the channel the member is in that has it, else the latest that the member can
 * see; with one, also in a channel that is hidden from them.
 */
export function findControl(
  world: World,
  seenBy: { userId: string; guildId: string; channelId?: string | undefined },
  wanted: string,
  messageId: string | undefined,
): { message: MessageState; control: Control } {
  const inSight =
    messageId === undefined ? visibleMessages(world, seenBy) : [messageById(world, messageId, seenBy.userId)];
  const messages = [
    ...inSight.filter((message) => message.channelId === seenBy.channelId),
    ...inSight.filter((message) => message.channelId !== seenBy.channelId),
  ];
  const matches = [
    (control: Control) => control.customId === wanted,
    (control: Control) => control.customId?.startsWith(`${wanted}:`) === true,
    (control: Control) => control.label.toLowerCase() === wanted.toLowerCase(),
    (control: Control) => control.customId?.split(':')[0]?.split('.').at(-1) === wanted.toLowerCase(),
  ];
  for (const match of matches) {
    for (const message of messages) {
      const controls = shownMessage(world, message).controls.filter(match);
      const control =
        controls.find((entry) => !entry.disabled) ?? (messageId === undefined ? undefined : controls[0]);
      if (control !== undefined) return { message, control };
    }
  }
  const there = messages.slice(0, 10).flatMap((message) =>
    shownMessage(world, message)
      .controls.filter((control) => !control.disabled)
      .map((control) => control.label || control.customId),
  );
  throw new ImpossibleActionError(
    `There is no button "${wanted}"${messageId === undefined ? '' : ' on that message'}. Buttons in sight: ${[...new Set(there)].join(', ') || 'none'}.`,
  );
}

/** `data` of a click or of a selection. */
export function componentData(
  scene: ActionContext,
  control: Control,
  values: readonly string[],
): Readonly<Record<string, unknown>> {
  if (control.customId === undefined)
    throw new ImpossibleActionError(
      `"${control.label}" is a link to ${control.url}; a bot never hears of it.`,
    );
  if (control.disabled && !scene.unchecked)
    throw new ImpossibleActionError(`"${control.label}" is disabled.`);
  const resolved = new Resolved(scene);
  const data = { custom_id: control.customId, component_type: control.type };
  if (control.kind === 'button') return data;
  const { minValues, maxValues } = control;
  if (!scene.unchecked && (values.length < minValues || values.length > maxValues)) {
    throw new ImpossibleActionError(
      `"${control.label}" takes ${minValues} to ${maxValues} values; ${values.length} were given.`,
    );
  }
  const chosen = values.map((value) => selected(scene, resolved, control, value));
  const json = resolved.json();
  return { ...data, values: chosen, ...(json === undefined ? {} : { resolved: json }) };
}

function selected(scene: ActionContext, resolved: Resolved, control: Control, value: string): string {
  if (control.type === 5) return resolved.member(findGuildMember(scene.world, scene.guild, value));
  if (control.type === 6) return resolved.role(findGuildRole(scene.guild, value));
  if (control.type === 7) return mentionable(scene, resolved, value);
  if (control.type === 8)
    return resolved.channel(findGuildChannel(scene.world, scene.guild, value), scene.member);
  const option = control.options.find(
    (entry) => entry.value === value || entry.label.toLowerCase() === value.toLowerCase(),
  );
  if (option === undefined && !scene.unchecked) {
    throw new ImpossibleActionError(
      `"${control.label}" offers: ${control.options.map((entry) => entry.label).join(', ')}.`,
    );
  }
  return option?.value ?? value;
}

/** What this person can see in the guild's channels and in their DMs, latest first. */
export function visibleMessages(world: World, seenBy: { userId: string; guildId: string }): MessageState[] {
  const guild = world.state.guilds.get(seenBy.guildId);
  const member = guild?.members.get(seenBy.userId);
  const inSight = new Set<string>();
  for (const channel of world.state.channels.values()) {
    const isOwnDm = channel.recipientId === seenBy.userId;
    const isOpen =
      guild !== undefined &&
      member !== undefined &&
      channel.guildId === guild.id &&
      has(memberChannelPermissions(guild, channel, member), 'VIEW_CHANNEL');
    if (isOwnDm || isOpen) inSight.add(channel.id);
  }
  return [...world.state.messages.values()]
    .filter((message) => inSight.has(message.channelId))
    .filter((message) => message.visibleTo === null || message.visibleTo === seenBy.userId)
    .reverse();
}

function messageById(world: World, id: string, userId: string): MessageState {
  const message = world.state.messages.get(id);
  if (message === undefined || (message.visibleTo !== null && message.visibleTo !== userId))
    throw new ImpossibleActionError(`There is no message ${id} in sight.`);
  return message;
}

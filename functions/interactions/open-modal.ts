import { InteractionResponseType } from 'discord-interactions';
import { leafOptions } from '../../shared/interactions/route-key.ts';
import { isObject, type JsonObject, objectAt } from '../../shared/json/json.ts';
import { cut } from '../../shared/text/cut.ts';
import type { Response } from './responses.ts';

const MAX_CUSTOM_ID = 100;

/**
 * Opens a modal at once and without any look-up: it holds nothing of the clan's data. Its custom id says what it was
 * opened for: `<modal key>:<argument>`, where the argument is what follows the key in the component's own custom
 * id, the target of a user-menu command, or a command's first option.
 */
export function openModal(modal: { readonly custom_id: string }, body: JsonObject): Response {
  const argument = argumentOf(objectAt(body, 'data'));
  const customId = argument === '' ? modal.custom_id : `${modal.custom_id}:${argument}`;
  return {
    type: InteractionResponseType.MODAL,
    data: { ...modal, custom_id: cut(customId, MAX_CUSTOM_ID) },
  };
}

function argumentOf(data: JsonObject): string {
  const customId = data['custom_id'];
  if (typeof customId === 'string') return customId.split(':').slice(1).join(':');
  if (typeof data['target_id'] === 'string') return data['target_id'];
  const [first] = leafOptions(data);
  const value = isObject(first) ? first['value'] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

import type { Item } from './combobox.tsx';
import { view } from './state.ts';

/** People, roles or channels to choose from, by the type that Discord's options and selects of them have. */
export type EntityKind = 'people' | 'roles' | 'channels' | 'both';

/** Of an option: 6 a person, 7 a channel, 8 a role, 9 a person or role. */
export const OPTION_ENTITIES: ReadonlyMap<number, EntityKind> = new Map([
  [6, 'people'],
  [7, 'channels'],
  [8, 'roles'],
  [9, 'both'],
]);
/** Of a select menu: 5 people, 6 roles, 7 either, 8 channels. */
export const SELECT_ENTITIES: ReadonlyMap<number, EntityKind> = new Map([
  [5, 'people'],
  [6, 'roles'],
  [7, 'both'],
  [8, 'channels'],
]);

export function entityItems(kind: EntityKind): Item[] {
  const shown = view.value;
  if (shown === undefined) return [];
  const people = shown.people.map(({ id, name, username }) => ({
    value: id,
    label: name,
    hint: `@${username}`,
  }));
  const roles = shown.roles.map(({ id, name }) => ({ value: id, label: name, hint: 'role' }));
  if (kind === 'people') return people;
  if (kind === 'roles') return roles;
  if (kind === 'both') return [...people, ...roles];
  return shown.channels
    .filter((channel) => !channel.isDm)
    .map(({ id, name }) => ({ value: id, label: `#${name}`, hint: '' }));
}

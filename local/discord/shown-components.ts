import { isRecord } from '../emulator/plain.ts';

/**
 * Components as Discord gives them back: each with an id, numbered from 1 in reading order where the sender gave
 * none. Source: Discord's reference on components.
 */
export function numbered(components: readonly unknown[]): unknown[] {
  const taken = new Set<unknown>();
  let next = 1;
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    if (!isRecord(value)) return;
    if (value['id'] !== undefined && value['id'] !== 0) taken.add(value['id']);
    for (const child of [value['components'], value['accessory'], value['component']]) collect(child);
  };
  const number = (value: unknown): unknown => {
    if (!isRecord(value)) return value;
    let id = value['id'];
    if (id === undefined || id === null || id === 0) {
      while (taken.has(next)) next += 1;
      id = next;
      next += 1;
    }
    const { components: children, accessory, component, ...own } = value;
    return {
      ...own,
      id,
      ...(Array.isArray(children) ? { components: children.map(number) } : {}),
      ...(accessory === undefined ? {} : { accessory: number(accessory) }),
      ...(component === undefined ? {} : { component: number(component) }),
    };
  };
  collect(components);
  return components.map(number);
}

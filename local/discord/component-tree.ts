import { isRecord, listOf } from '../emulator/plain.ts';

type Path = readonly (string | number)[];

/** Every component of a tree with its path, nested ones too. */
export function everyComponent(
  components: readonly unknown[],
  path: Path,
): { component: Readonly<Record<string, unknown>>; path: Path }[] {
  return components.flatMap((component, index) => {
    if (!isRecord(component)) return [];
    const at = [...path, index];
    const accessory = isRecord(component['accessory'])
      ? [{ component: component['accessory'], path: [...at, 'accessory'] }]
      : [];
    const inner = isRecord(component['component'])
      ? [{ component: component['component'], path: [...at, 'component'] }]
      : [];
    return [
      { component, path: at },
      ...accessory,
      ...inner,
      ...everyComponent(listOf(component['components']), [...at, 'components']),
    ];
  });
}

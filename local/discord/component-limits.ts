import { isRecord, listOf, textOf } from '../emulator/plain.ts';
import { badLength, type FormProblem, required, tooLong } from './form-errors.ts';

type Path = readonly (string | number)[];
const SELECTS = [3, 5, 6, 7, 8];

/** Discord's limits on a message's action rows: 5 of them, 5 buttons or one select in each, custom ids once each. */
export function actionRowProblems(components: readonly unknown[], path: Path): FormProblem[] {
  const problems: FormProblem[] = [];
  const seen = new Set<string>();
  if (components.length > 5) problems.push(badLength(path, 1, 5));
  for (const [index, row] of components.entries()) {
    if (!isRecord(row) || row['type'] !== 1) continue;
    const children = listOf(row['components']);
    const at = [...path, index, 'components'];
    if (children.length < 1 || children.length > 5) problems.push(badLength(at, 1, 5));
    if (
      children.length > 1 &&
      children.some((child) => isRecord(child) && SELECTS.includes(Number(child['type'])))
    ) {
      problems.push({
        path: at,
        code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
        message: 'The specified component exceeds the maximum width',
      });
    }
    for (const [position, child] of children.entries())
      problems.push(...leafProblems(child, [...at, position], seen));
  }
  return problems;
}

/** A button, select or input: its custom id, its texts, its options. `seen` collects custom ids, which are unique. */
export function leafProblems(component: unknown, path: Path, seen: Set<string>): FormProblem[] {
  if (!isRecord(component)) return [];
  const type = Number(component['type']);
  const problems: FormProblem[] = [];
  const isLink = type === 2 && (component['style'] === 5 || component['style'] === 6);
  if (!isLink) problems.push(...customIdProblems(component['custom_id'], [...path, 'custom_id'], seen));
  if (type === 2) problems.push(...buttonProblems(component, path));
  if (SELECTS.includes(type)) problems.push(...selectProblems(component, path));
  return problems;
}

export function customIdProblems(customId: unknown, path: Path, seen: Set<string>): FormProblem[] {
  if (customId === undefined || customId === null) return [required(path)];
  const text = textOf(customId);
  if (text.length < 1 || text.length > 100) return [badLength(path, 1, 100)];
  if (seen.has(text)) {
    return [
      { path, code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message: 'Component custom id cannot be duplicated' },
    ];
  }
  seen.add(text);
  return [];
}

function buttonProblems(button: Readonly<Record<string, unknown>>, path: Path): FormProblem[] {
  const problems: FormProblem[] = [];
  if (textOf(button['label']).length > 80) problems.push(tooLong([...path, 'label'], 80));
  const hasFace = textOf(button['label']) !== '' || isRecord(button['emoji']) || button['style'] === 6;
  if (!hasFace)
    problems.push({
      path,
      code: 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
      message: 'A button needs a label or an emoji',
    });
  if (button['style'] === 5 && textOf(button['url']) === '') problems.push(required([...path, 'url']));
  if (button['style'] === 5 && button['custom_id'] !== undefined) {
    problems.push({
      path: [...path, 'custom_id'],
      code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      message: 'A custom id and url cannot both be specified',
    });
  }
  return problems;
}

function selectProblems(select: Readonly<Record<string, unknown>>, path: Path): FormProblem[] {
  const problems: FormProblem[] = [];
  if (textOf(select['placeholder']).length > 150) problems.push(tooLong([...path, 'placeholder'], 150));
  const least = select['min_values'] ?? 1;
  const most = select['max_values'] ?? 1;
  if (typeof least !== 'number' || least < 0 || least > 25)
    problems.push(range([...path, 'min_values'], 0, 25));
  if (typeof most !== 'number' || most < 1 || most > 25) problems.push(range([...path, 'max_values'], 1, 25));
  if (typeof least === 'number' && typeof most === 'number' && least > most)
    problems.push(range([...path, 'min_values'], 0, most));
  if (select['type'] !== 3) return problems;
  const options = listOf(select['options']);
  if (options.length < 1 || options.length > 25) problems.push(badLength([...path, 'options'], 1, 25));
  const values = new Set<string>();
  for (const [index, option] of options.entries()) {
    if (!isRecord(option)) continue;
    const at = [...path, 'options', index];
    for (const [key, max] of [
      ['label', 100],
      ['value', 100],
      ['description', 100],
    ] as const) {
      if (textOf(option[key]).length > max) problems.push(tooLong([...at, key], max));
    }
    const value = textOf(option['value']);
    if (values.has(value))
      problems.push({
        path: [...at, 'value'],
        code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        message: 'The specified option value is already used',
      });
    values.add(value);
  }
  return problems;
}

function range(path: Path, least: number, most: number): FormProblem {
  return { path, code: 'NUMBER_TYPE_MAX', message: `int value should be between ${least} and ${most}.` };
}

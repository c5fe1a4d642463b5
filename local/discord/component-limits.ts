import { isRecord, listOf, textOf } from '../emulator/plain.ts';
import { badLength, type FormProblem, required, tooLong } from './form-errors.ts';
import { schemeProblems } from './media-limits.ts';

type Path = readonly (string | number)[];
type Json = Readonly<Record<string, unknown>>;
const SELECTS = [3, 5, 6, 7, 8];

/** Discord's limits on a message's action rows: 5 of them, 5 buttons or one select in each, custom ids once each. */
export function actionRowProblems(components: readonly unknown[], path: Path): FormProblem[] {
  const problems: FormProblem[] = [];
  const seen = new Set<string>();
  if (components.length > 5) problems.push(badLength(path, 1, 5));
  for (const [index, row] of components.entries()) {
    if (!isRecord(row) || row['type'] !== 1) continue;
    const at = [...path, index, 'components'];
    problems.push(...rowProblems(row, at));
    for (const [position, child] of listOf(row['components']).entries())
      problems.push(...leafProblems(child, [...at, position], seen));
  }
  return problems;
}

/** 1 to 5 buttons, or a single select. */
export function rowProblems(row: Json, path: Path): FormProblem[] {
  const children = listOf(row['components']);
  const problems = children.length < 1 || children.length > 5 ? [badLength(path, 1, 5)] : [];
  const hasSelect = children.some((child) => isRecord(child) && SELECTS.includes(Number(child['type'])));
  if (children.length > 1 && hasSelect) {
    problems.push({
      path,
      code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      message: 'The specified component exceeds the maximum width',
    });
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

function buttonProblems(button: Json, path: Path): FormProblem[] {
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
  problems.push(...schemeProblems(textOf(button['url']), ['http', 'https', 'discord'], [...path, 'url']));
  if (textOf(button['url']).length > 512) problems.push(tooLong([...path, 'url'], 512));
  if (button['style'] !== 5 && isGiven(button['url'])) {
    problems.push({
      path: [...path, 'url'],
      code: 'BUTTON_COMPONENT_INVALID_STYLE_URL',
      message: 'Only a link button has a url',
    });
  }
  problems.push(...premiumProblems(button, path));
  if (button['style'] === 5 && button['custom_id'] !== undefined) {
    problems.push({
      path: [...path, 'custom_id'],
      code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      message: 'A custom id and url cannot both be specified',
    });
  }
  return problems;
}

/** A premium button names what is sold and nothing else; no other button names it. */
function premiumProblems(button: Json, path: Path): FormProblem[] {
  const isPremium = button['style'] === 6;
  if (isPremium && !isGiven(button['sku_id'])) return [required([...path, 'sku_id'])];
  const foreign = isPremium ? ['custom_id', 'label', 'url', 'emoji'] : ['sku_id'];
  return foreign
    .filter((key) => isGiven(button[key]))
    .map((key) => ({
      path: [...path, key],
      code: 'BUTTON_COMPONENT_SKU_ID_MUTUALLY_EXCLUSIVE',
      message: isPremium ? 'A premium button has only a sku_id' : 'Only a premium button has a sku_id',
    }));
}

function selectProblems(select: Json, path: Path): FormProblem[] {
  const problems: FormProblem[] = [];
  if (textOf(select['placeholder']).length > 150) problems.push(tooLong([...path, 'placeholder'], 150));
  const least = select['min_values'] ?? 1;
  const most = select['max_values'] ?? 1;
  problems.push(...countProblems(least, most, 25, path));
  const chosen = listOf(select['default_values']).length;
  if (
    typeof least === 'number' &&
    typeof most === 'number' &&
    chosen > 0 &&
    (chosen < least || chosen > most)
  )
    problems.push(badLength([...path, 'default_values'], least, most));
  if (select['type'] !== 3) return problems;
  // As many options as may be chosen at once must be there, and Discord says it of the options.
  const fewest = typeof most === 'number' ? Math.max(1, most) : 1;
  return [...problems, ...optionProblems(select['options'], fewest, 25, [...path, 'options'])];
}

/** `min_values` and `max_values`: from 0 and from 1 to `limit`, and the first not above the second. */
export function countProblems(least: unknown, most: unknown, limit: number, path: Path): FormProblem[] {
  const problems: FormProblem[] = [];
  if (typeof least !== 'number' || least < 0 || least > limit)
    problems.push(range([...path, 'min_values'], 0, limit));
  if (typeof most !== 'number' || most < 1 || most > limit)
    problems.push(range([...path, 'max_values'], 1, limit));
  if (typeof least === 'number' && typeof most === 'number' && least > most)
    problems.push(range([...path, 'min_values'], 0, most));
  return problems;
}

/** Options to choose from: how many, their texts of up to 100 letters, and each value once. */
export function optionProblems(given: unknown, fewest: number, most: number, path: Path): FormProblem[] {
  const problems: FormProblem[] = [];
  const options = listOf(given);
  if (options.length < fewest || options.length > most) problems.push(badLength(path, fewest, most));
  const values = new Set<string>();
  for (const [index, option] of options.entries()) {
    if (!isRecord(option)) continue;
    const at = [...path, index];
    for (const key of ['label', 'value'] as const) {
      const { length } = textOf(option[key]);
      if (length < 1 || length > 100) problems.push(badLength([...at, key], 1, 100));
    }
    if (textOf(option['description']).length > 100) problems.push(tooLong([...at, 'description'], 100));
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

/** How many options are chosen beforehand. */
export function chosenBefore(options: unknown): number {
  return listOf(options).filter((option) => isRecord(option) && option['default'] === true).length;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

function range(path: Path, least: number, most: number): FormProblem {
  return { path, code: 'NUMBER_TYPE_MAX', message: `int value should be between ${least} and ${most}.` };
}

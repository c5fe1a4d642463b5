import { isRecord, listOf, textOf } from '../emulator/plain.ts';
import {
  chosenBefore,
  countProblems,
  customIdProblems,
  leafProblems,
  optionProblems,
} from './component-limits.ts';
import { fileTypeProblems } from './file-types.ts';
import { badLength, type FormProblem, required, tooLong } from './form-errors.ts';

type Json = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

const ACTION_ROW = 1;
const TEXT_INPUT = 4;
const TEXT_DISPLAY = 10;
const LABEL = 18;
const FILE_UPLOAD = 19;
const RADIO_GROUP = 21;
const CHECKBOX_GROUP = 22;
/** Inputs that a modal's label may hold: selects, text, files, and the groups of radio buttons and check boxes. */
const IN_LABEL = [3, TEXT_INPUT, 5, 6, 7, 8, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, 23];

/** Discord's limits on a modal, stricter than its OpenAPI file: 1 to 5 components at the top, a title of 45 letters. */
export function modalProblems(modal: Json): FormProblem[] {
  const problems: FormProblem[] = [];
  const seen = new Set<string>();
  problems.push(...customIdProblems(modal['custom_id'], ['custom_id'], new Set()));
  const title = textOf(modal['title']);
  if (title.length < 1 || title.length > 45) problems.push(badLength(['title'], 1, 45));
  const components = listOf(modal['components']);
  if (components.length < 1 || components.length > 5) problems.push(badLength(['components'], 1, 5));
  for (const [index, component] of components.entries()) {
    if (isRecord(component)) problems.push(...topProblems(component, ['components', index], seen));
  }
  return problems;
}

function topProblems(component: Json, path: Path, seen: Set<string>): FormProblem[] {
  if (component['type'] === TEXT_DISPLAY) return [];
  if (component['type'] === ACTION_ROW) {
    const inputs = listOf(component['components']);
    if (inputs.length !== 1) return [badLength([...path, 'components'], 1, 1)];
    const [input] = inputs;
    return isRecord(input) ? inputProblems(input, [...path, 'components', 0], seen, true) : [];
  }
  if (component['type'] !== LABEL) {
    return [
      {
        path: [...path, 'type'],
        code: 'UNION_TYPE_CHOICES',
        message: 'Value of field "type" must be one of (1, 10, 18).',
      },
    ];
  }
  const problems: FormProblem[] = [];
  const label = textOf(component['label']);
  if (label.length < 1 || label.length > 45) problems.push(badLength([...path, 'label'], 1, 45));
  if (textOf(component['description']).length > 100) problems.push(tooLong([...path, 'description'], 100));
  const inner = component['component'];
  if (!isRecord(inner)) return [...problems, required([...path, 'component'])];
  return [...problems, ...inputProblems(inner, [...path, 'component'], seen, false)];
}

function inputProblems(input: Json, path: Path, seen: Set<string>, inRow: boolean): FormProblem[] {
  const type = Number(input['type']);
  if (inRow ? type !== TEXT_INPUT : !IN_LABEL.includes(type)) {
    return [
      {
        path: [...path, 'type'],
        code: 'UNION_TYPE_CHOICES',
        message: `A modal takes no component of type ${type} here.`,
      },
    ];
  }
  const problems = [...leafProblems(input, path, seen), ...choiceProblems(input, path)];
  if (input['disabled'] === true) {
    problems.push({
      path: [...path, 'disabled'],
      code: 'COMPONENT_DISABLED_IN_MODAL',
      message: 'A component in a modal cannot be disabled.',
    });
  }
  if (type === TEXT_INPUT) problems.push(...textInputProblems(input, path, inRow));
  if (input['min_values'] === 0 && input['required'] !== false) {
    problems.push({
      path: [...path, 'required'],
      code: 'COMPONENT_REQUIRED_INVALID',
      message: 'Must be false when min_values is 0.',
    });
  }
  return problems;
}

/** Files, radio buttons and check boxes: how many there are, and how many may be chosen. */
function choiceProblems(input: Json, path: Path): FormProblem[] {
  const { type, options, min_values: least, max_values: most } = input;
  const at = [...path, 'options'];
  if (type === FILE_UPLOAD) {
    return [
      ...countProblems(least ?? 1, most ?? 1, 10, path),
      ...fileTypeProblems(input['file_types'], [...path, 'file_types']),
    ];
  }
  if (type === RADIO_GROUP) {
    return [
      ...optionProblems(options, 2, 10, at),
      ...(chosenBefore(options) > 1 ? [tooManyChosen(at, 1)] : []),
    ];
  }
  if (type !== CHECKBOX_GROUP) return [];
  const all = listOf(options).length;
  const highest = most ?? Math.max(1, all);
  const fewest = typeof highest === 'number' ? Math.max(1, highest) : 1;
  return [
    ...countProblems(least ?? 1, highest, 10, path),
    ...optionProblems(options, fewest, 10, at),
    ...(typeof highest === 'number' && chosenBefore(options) > highest ? [tooManyChosen(at, highest)] : []),
  ];
}

function tooManyChosen(path: Path, most: number): FormProblem {
  return {
    path,
    code: 'COMPONENT_TOO_MANY_DEFAULT_VALUES',
    message: `At most ${most} may be chosen beforehand.`,
  };
}

function textInputProblems(input: Json, path: Path, inRow: boolean): FormProblem[] {
  const problems: FormProblem[] = [];
  if (inRow && (textOf(input['label']).length < 1 || textOf(input['label']).length > 45))
    problems.push(badLength([...path, 'label'], 1, 45));
  if (textOf(input['placeholder']).length > 100) problems.push(tooLong([...path, 'placeholder'], 100));
  if (textOf(input['value']).length > 4000) problems.push(tooLong([...path, 'value'], 4000));
  for (const [key, least] of [
    ['min_length', 0],
    ['max_length', 1],
  ] as const) {
    const value = input[key];
    if (
      value !== undefined &&
      value !== null &&
      (typeof value !== 'number' || value < least || value > 4000)
    ) {
      problems.push(outOf([...path, key], least, 4000));
    }
  }
  const { min_length: from, max_length: to } = input;
  if (typeof from === 'number' && typeof to === 'number' && from > to)
    problems.push(outOf([...path, 'min_length'], 0, to));
  if (input['style'] !== 1 && input['style'] !== 2) {
    problems.push(
      input['style'] === undefined
        ? required([...path, 'style'])
        : { path: [...path, 'style'], code: 'BASE_TYPE_CHOICES', message: 'Value must be one of (1, 2).' },
    );
  }
  return problems;
}

function outOf(path: Path, least: number, most: number): FormProblem {
  return { path, code: 'NUMBER_TYPE_MAX', message: `int value should be between ${least} and ${most}.` };
}

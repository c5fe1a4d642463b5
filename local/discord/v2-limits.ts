import { textOf } from '../emulator/plain.ts';
import { leafProblems, rowProblems } from './component-limits.ts';
import { everyComponent } from './component-tree.ts';
import type { FormProblem } from './form-errors.ts';
import type { MessageBody } from './message-body.ts';

const INTERACTIVE = [2, 3, 5, 6, 7, 8];

/** The rules of Components V2: no content, embeds or poll beside them; 40 components and 4,000 letters in all. */
export function v2Problems(body: MessageBody): FormProblem[] {
  const problems: FormProblem[] = [];
  const legacy = [
    ['content', (body.content ?? '') !== ''],
    ['embeds', (body.embeds ?? []).length > 0],
    ['poll', body.poll !== undefined && body.poll !== null],
  ] as const;
  for (const [key, present] of legacy) {
    if (present) {
      problems.push({
        path: [key],
        code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        message: `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      });
    }
  }
  const all = everyComponent(body.components ?? [], ['components']);
  if (all.length > 40) {
    problems.push({
      path: ['components'],
      code: 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
      message: 'Too many components: 40 at most',
    });
  }
  const letters = all.reduce(
    (sum, { component }) => sum + (component['type'] === 10 ? textOf(component['content']).length : 0),
    0,
  );
  if (letters > 4000) {
    problems.push({
      path: ['components'],
      code: 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      message: 'Displayable text size cannot exceed 4000',
    });
  }
  const seen = new Set<string>();
  for (const { component, path } of all) {
    if (component['type'] === 1) problems.push(...rowProblems(component, [...path, 'components']));
    if (INTERACTIVE.includes(Number(component['type'])))
      problems.push(...leafProblems(component, path, seen));
  }
  return [...problems, ...idProblems(all)];
}

/** An id may stand once in a message; 0 stands for none. */
function idProblems(all: ReturnType<typeof everyComponent>): FormProblem[] {
  const seen = new Set<unknown>();
  return all.flatMap(({ component, path }) => {
    const { id } = component;
    if (typeof id !== 'number' || id === 0) return [];
    if (seen.has(id)) {
      return [
        {
          path: [...path, 'id'],
          code: 'COMPONENT_ID_DUPLICATED',
          message: 'Component id cannot be duplicated',
        },
      ];
    }
    seen.add(id);
    return [];
  });
}

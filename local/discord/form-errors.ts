import { ApiError } from './api-error.ts';

/** One thing wrong with a request's body. */
export interface FormProblem {
  /** From the body's root: `['embeds', 0, 'title']`. */
  readonly path: readonly (string | number)[];
  /** Discord's name of it, such as BASE_TYPE_MAX_LENGTH. */
  readonly code: string;
  readonly message: string;
}

export const tooLong = (path: FormProblem['path'], max: number): FormProblem => ({
  path,
  code: 'BASE_TYPE_MAX_LENGTH',
  message: `Must be ${max} or fewer in length.`,
});
export const badLength = (path: FormProblem['path'], min: number, max: number): FormProblem => ({
  path,
  code: 'BASE_TYPE_BAD_LENGTH',
  message: `Must be between ${min} and ${max} in length.`,
});
export const required = (path: FormProblem['path']): FormProblem => ({
  path,
  code: 'BASE_TYPE_REQUIRED',
  message: 'This field is required',
});

interface Tree {
  [key: string]: Tree | { code: string; message: string }[];
}

/** Discord's 400 with code 50035: the problems in a tree that mirrors the body, leaves under `_errors`. */
export function invalidForm(problems: readonly FormProblem[]): ApiError {
  const root: Tree = {};
  for (const { path, code, message } of problems) {
    let node = root;
    for (const part of path) {
      const next = node[String(part)];
      if (next === undefined || Array.isArray(next)) {
        const made: Tree = {};
        node[String(part)] = made;
        node = made;
      } else {
        node = next;
      }
    }
    const leaves = node['_errors'];
    if (Array.isArray(leaves)) leaves.push({ code, message });
    else node['_errors'] = [{ code, message }];
  }
  return new ApiError(400, 50035, 'Invalid Form Body', root);
}

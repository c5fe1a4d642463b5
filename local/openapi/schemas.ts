import { Ajv, type ErrorObject, type Options, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { isRecord } from '../emulator/plain.ts';
import type { ApiDocument } from './document.ts';

/** One way in which a value is not what its schema says. */
export interface SchemaProblem {
  readonly path: readonly (string | number)[];
  /** The schema's keyword: `maxLength`, `required`, `type`, ... */
  readonly keyword: string;
  readonly message: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** The schema that holds the keyword. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly value: unknown;
}

const OPTIONS: Options = {
  strict: false,
  validateSchema: false,
  allErrors: true,
  verbose: true,
  logger: false,
  code: { optimize: false },
};
const ROOT = 'api';

/** The schemas of one OpenAPI file, each compiled when it is first needed. */
export class Schemas {
  readonly #ajv: Ajv;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(document: ApiDocument) {
    // 3.1 uses JSON Schema 2020-12; 3.0 its own dialect, near draft 7, whose `nullable` Ajv knows.
    this.#ajv = document.version === '3.1' ? new Ajv2020(OPTIONS) : new Ajv(OPTIONS);
    formats.default(this.#ajv);
    this.#ajv.addFormat('snowflake', /^\d{1,20}$/);
    this.#ajv.addFormat('nonce', true);
    this.#ajv.addSchema(document.json, ROOT);
  }

  /** What is wrong with a value, by the schema at a JSON pointer; empty when nothing is. */
  problems(pointer: string, value: unknown): SchemaProblem[] {
    return this.#check({ $ref: `${ROOT}#${encodePointer(pointer)}` }, value, []);
  }

  #check(
    schema: Readonly<Record<string, unknown>>,
    value: unknown,
    at: readonly (string | number)[],
  ): SchemaProblem[] {
    const validate = this.#compile(schema);
    if (validate(value)) return [];
    return this.#narrow(validate.errors ?? [], at);
  }

  #compile(schema: Readonly<Record<string, unknown>>): ValidateFunction {
    const key = JSON.stringify(schema);
    let validate = this.#compiled.get(key);
    if (validate === undefined) {
      validate = this.#ajv.compile(schema);
      this.#compiled.set(key, validate);
    }
    return validate;
  }

  /**
   * Of a union that no branch fits, Ajv reports every branch's errors. Only those of the branch that was meant are
   * of use: the one whose `type` fits, else the one with the fewest.
   */
  #narrow(errors: readonly ErrorObject[], at: readonly (string | number)[]): SchemaProblem[] {
    const unions = errors.filter((error) => error.keyword === 'oneOf' || error.keyword === 'anyOf');
    const outer = unions.filter(
      (union) => !unions.some((other) => other !== union && isInside(union, other)),
    );
    const problems: SchemaProblem[] = [];
    for (const error of errors) {
      const inUnion = outer.some((union) => union !== error && isInside(error, union));
      if (inUnion || unions.includes(error)) continue;
      problems.push(this.#problem(error, at));
    }
    for (const union of outer) problems.push(...this.#branchProblems(union, at));
    return problems;
  }

  #branchProblems(union: ErrorObject, at: readonly (string | number)[]): SchemaProblem[] {
    // More than one branch fits: the file's branches overlap, which is no fault of the request.
    if (Array.isArray(union.params['passingSchemas'])) return [];
    const branches: unknown[] = Array.isArray(union.schema) ? union.schema : [];
    const here = [...at, ...pathOf(union.instancePath)];
    const candidates = branches
      .filter((branch) => isRecord(branch) && branch['type'] !== 'null')
      .flatMap((branch) => (isRecord(branch) ? [this.#check(rooted(branch), union.data, here)] : []));
    const [first, ...others] = candidates;
    if (first === undefined) return [this.#problem(union, at)];
    return others.reduce((best, next) => (weight(next, here) < weight(best, here) ? next : best), first);
  }

  #problem(error: ErrorObject, at: readonly (string | number)[]): SchemaProblem {
    const missing = error.keyword === 'required' ? [String(error.params['missingProperty'])] : [];
    return {
      path: [...at, ...pathOf(error.instancePath), ...missing],
      keyword: error.keyword,
      message: error.message ?? error.keyword,
      params: error.params,
      schema: isRecord(error.parentSchema) ? error.parentSchema : {},
      value: error.data,
    };
  }
}

/** A branch whose discriminating `type` does not fit is the wrong one, however few errors it has. */
function weight(problems: readonly SchemaProblem[], here: readonly (string | number)[]): number {
  const wrongKind = problems.some(
    (problem) =>
      problem.path.length === here.length + 1 &&
      problem.path.at(-1) === 'type' &&
      ['enum', 'const'].includes(problem.keyword),
  );
  const wrongShape = problems.some(
    (problem) => problem.path.length === here.length && problem.keyword === 'type',
  );
  return problems.length + (wrongKind ? 1000 : 0) + (wrongShape ? 10_000 : 0);
}

function isInside(error: ErrorObject, union: ErrorObject): boolean {
  return error.instancePath === union.instancePath
    ? error !== union && !isSameLevel(error, union)
    : error.instancePath.startsWith(`${union.instancePath}/`);
}

/** An error beside the union, in the schema that holds the union, is one of its own. */
function isSameLevel(error: ErrorObject, union: ErrorObject): boolean {
  return error.parentSchema === union.parentSchema;
}

function rooted(branch: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const text = JSON.stringify(branch).replaceAll('"$ref":"#/', `"$ref":"${ROOT}#/`);
  const parsed: unknown = JSON.parse(text);
  return isRecord(parsed) ? parsed : branch;
}

function pathOf(instancePath: string): (string | number)[] {
  return instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

function encodePointer(pointer: string): string {
  return pointer.split('/').map(encodeURIComponent).join('/');
}

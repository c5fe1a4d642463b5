import * as z from 'zod/mini';
import type { UploadedFile } from './attachments.ts';
import type { GivenValue, InteractionRequest } from './interaction-request.ts';

const File = z.object({ name: z.string(), contentType: z.string(), base64: z.string() });
const Value = z.union([z.string(), z.number(), z.boolean(), File]);
const Values = z.record(z.string(), Value);
const Fields = z.record(z.string(), z.union([Value, z.array(Value)]));
const By = z.object({
  user: z.string(),
  channel: z.optional(z.string()),
  unchecked: z.optional(z.boolean()),
});
const Action = z.union([
  z.object({ command: z.string(), options: z.optional(Values) }),
  z.object({ userMenu: z.string(), target: z.string() }),
  z.object({ autocomplete: z.string(), focused: z.string(), options: z.optional(Values) }),
  z.object({ click: z.string(), message: z.optional(z.string()), values: z.optional(z.array(z.string())) }),
  z.object({ submit: Fields, from: z.optional(z.string()) }),
]);
/** What a member does, from the JSON of a control request. Throws zod's error when it has another form. */
export function readAction(clan: string, body: unknown): InteractionRequest {
  return { clan, ...withoutUndefined(By.parse(body)), ...actionOf(Action.parse(body)) };
}

function given(value: z.infer<typeof Value>): GivenValue {
  return typeof value === 'object' ? fileOf(value) : value;
}

function fileOf(file: z.infer<typeof File>): UploadedFile {
  return { name: file.name, contentType: file.contentType, bytes: Buffer.from(file.base64, 'base64') };
}

function givenAll(values: z.infer<typeof Values> | undefined): Record<string, GivenValue> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, given(value)]));
}

function actionOf(action: z.infer<typeof Action>) {
  if ('command' in action) return { command: action.command, options: givenAll(action.options) };
  if ('userMenu' in action) return { userMenu: action.userMenu, target: action.target };
  if ('autocomplete' in action) {
    return { autocomplete: action.autocomplete, focused: action.focused, options: givenAll(action.options) };
  }
  if ('click' in action)
    return { click: action.click, ...withoutUndefined({ message: action.message, values: action.values }) };
  const fields = Object.entries(action.submit).map(([name, value]): [string, GivenValue | GivenValue[]] => [
    name,
    Array.isArray(value) ? value.map(given) : given(value),
  ]);
  return { submit: Object.fromEntries(fields), ...withoutUndefined({ from: action.from }) };
}

/** Leaves out what was not given, which is not the same as giving `undefined`. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // The filter removes exactly what Exclude takes out of the type.
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

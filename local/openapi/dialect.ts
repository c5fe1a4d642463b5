import { isRecord } from '../emulator/plain.ts';

/**
 * Schemas of OpenAPI 3.0 as JSON Schema knows them: `nullable` beside a reference or without a type becomes a
 * union with null, `exclusiveMinimum: true` a bound of its own.
 */
export function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema);
  if (!isRecord(value)) return value;
  const schema = Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, asJsonSchema(entry)]));
  for (const [flag, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof schema[flag] !== 'boolean') continue;
    const exclusive = schema[flag];
    delete schema[flag];
    if (!exclusive) continue;
    schema[flag] = schema[bound];
    delete schema[bound];
  }
  if (schema['nullable'] === true && typeof schema['type'] !== 'string') {
    const { nullable: _, ...rest } = schema;
    return { anyOf: [{ type: 'null' }, rest] };
  }
  return schema;
}

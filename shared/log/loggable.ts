import { cut } from '../text/cut.ts';
import type { LogFields } from './logger.ts';
import { isSecretName, type Secrets } from './secrets.ts';

const DEEPEST = 5;
const MOST_ITEMS = 50;
const LONGEST = 2000;

/**
 * The fields as plain JSON values without secrets: errors with name, message, codes, stack and cause; deep,
 * long and circular things cut. Never throws.
 */
export function loggable(fields: LogFields, secrets: Secrets): LogFields {
  return entriesOf(fields, secrets, 0);
}

function plain(value: unknown, secrets: Secrets, depth: number): unknown {
  switch (typeof value) {
    case 'string':
      return text(value, secrets);
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'boolean':
    case 'undefined':
      return value;
    case 'bigint':
      return value.toString();
    case 'object':
      if (value === null) return null;
      if (depth >= DEEPEST) return '[deep]';
      if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'invalid date' : value.toISOString();
      if (value instanceof Error) return errorFields(value, secrets, depth);
      if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
      if (Array.isArray(value))
        return value.slice(0, MOST_ITEMS).map((item) => plain(item, secrets, depth + 1));
      if (value instanceof Map || value instanceof Set) return plain([...value], secrets, depth);
      return entriesOf(value, secrets, depth);
    default:
      return `[${typeof value}]`;
  }
}

function text(value: string, secrets: Secrets): string {
  // Cut behind the redaction, so that a secret on the border is not shown by half.
  const clean = secrets.remove(value);
  return clean.length > LONGEST ? `${cut(clean, LONGEST)}...` : clean;
}

function errorFields(error: Error, secrets: Secrets, depth: number): LogFields {
  const { name, message, stack, cause } = error;
  return {
    name: text(name, secrets),
    message: text(message, secrets),
    ...entriesOf(error, secrets, depth),
    ...(cause === undefined ? {} : { cause: plain(cause, secrets, depth + 1) }),
    ...(stack === undefined ? {} : { stack: text(stack.split('\n').slice(1, 9).join('\n'), secrets) }),
  };
}

function entriesOf(value: object, secrets: Secrets, depth: number): LogFields {
  const fields: Record<string, unknown> = {};
  for (const name of Object.keys(value).slice(0, MOST_ITEMS)) {
    fields[name] = isSecretName(name) ? '[redacted]' : plain(read(value, name), secrets, depth + 1);
  }
  return fields;
}

function read(value: object, name: string): unknown {
  try {
    return Reflect.get(value, name);
  } catch {
    return '[unreadable]';
  }
}

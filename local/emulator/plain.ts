/** Reading JSON whose form was checked elsewhere, without trusting it. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

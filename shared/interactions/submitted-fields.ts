import * as z from 'zod/mini';

/** One input of a submitted modal: a text input or radio group has `value`, selects and file uploads `values`. */
const Input = z.object({
  custom_id: z.string(),
  value: z.optional(z.nullable(z.union([z.string(), z.boolean()]))),
  values: z.optional(z.nullable(z.array(z.string()))),
});

/** A Label holds one input, an action row (the older form) several, a text display none. */
const Component = z.object({
  component: z.optional(Input),
  components: z.optional(z.array(Input)),
});
export type ModalComponent = z.infer<typeof Component>;

/** `data.components` of a modal's submission; the documented limit is 5, more are refused. */
export const ModalComponents = z.array(Component).check(z.maxLength(10));

/** The values by the inputs' custom ids: none for an input left empty, one for a text. */
export function submittedFields(
  components: readonly ModalComponent[],
): Readonly<Record<string, readonly string[]>> {
  const fields: [string, readonly string[]][] = [];
  for (const { component, components: row } of components) {
    for (const input of [...(component === undefined ? [] : [component]), ...(row ?? [])]) {
      fields.push([input.custom_id, valuesOf(input)]);
    }
  }
  return Object.fromEntries(fields);
}

function valuesOf(input: z.infer<typeof Input>): readonly string[] {
  if (input.values !== undefined && input.values !== null) return input.values;
  return input.value === undefined || input.value === null || input.value === '' ? [] : [String(input.value)];
}

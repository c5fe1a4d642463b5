import { isRecord, listOf, textOf } from '../emulator/plain.ts';
import { storeAttachment } from './attachments.ts';
import { type ActionContext, mentionable } from './build-command.ts';
import { requireFileType } from './file-types.ts';
import { findGuildChannel, findGuildMember, findGuildRole } from './find-in-guild.ts';
import { type GivenValue, ImpossibleActionError } from './interaction-request.ts';
import { Resolved } from './resolved.ts';

type Json = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, GivenValue | readonly GivenValue[]>>;

const TEXT_INPUT = 4;
const FILE_UPLOAD = 19;
const RADIO_GROUP = 21;
const CHECKBOX_GROUP = 22;
const CHECKBOX = 23;

/** One input of an open modal, as a member sees it. */
export interface ModalInput {
  readonly customId: string;
  readonly label: string;
  readonly description: string;
  readonly type: number;
  readonly required: boolean;
  readonly minValues: number;
  readonly maxValues: number;
  readonly definition: Json;
}

/** The inputs of a modal, in order. */
export function modalInputs(modal: unknown): ModalInput[] {
  if (!isRecord(modal)) return [];
  return listOf(modal['components'])
    .filter(isRecord)
    .flatMap((top) => {
      const inner = isRecord(top['component']) ? top['component'] : listOf(top['components'])[0];
      if (!isRecord(inner)) return [];
      const isRow = top['type'] === 1;
      const required = inner['required'] !== false && inner['min_values'] !== 0;
      return [
        {
          customId: textOf(inner['custom_id']),
          label: textOf(isRow ? inner['label'] : top['label']),
          description: textOf(top['description']),
          type: Number(inner['type']),
          required,
          minValues: Number(inner['min_values'] ?? (required ? 1 : 0)),
          // Of a group of check boxes all may be chosen unless it says otherwise.
          maxValues: Number(
            inner['max_values'] ?? (inner['type'] === CHECKBOX_GROUP ? listOf(inner['options']).length : 1),
          ),
          definition: inner,
        },
      ];
    });
}

/** `data` of a modal's submission: the same components with what was filled in. */
export function modalData(scene: ActionContext, modal: unknown, fields: Fields): Json {
  if (!isRecord(modal)) throw new ImpossibleActionError('No modal is open.');
  const inputs = modalInputs(modal);
  const unknown = Object.keys(fields).filter((key) => !inputs.some((input) => isNamed(input, key)));
  if (unknown.length > 0) {
    throw new ImpossibleActionError(
      `The modal has no field "${unknown.join('", "')}". It has: ${inputs.map((input) => input.customId).join(', ')}.`,
    );
  }
  const resolved = new Resolved(scene);
  let id = 0;
  const components = listOf(modal['components'])
    .filter(isRecord)
    .map((top) => {
      const outer = { type: top['type'], id: ++id };
      const inner = isRecord(top['component']) ? top['component'] : listOf(top['components'])[0];
      const input = isRecord(inner)
        ? inputs.find((entry) => entry.customId === inner['custom_id'])
        : undefined;
      if (input === undefined) return outer;
      const [, given] = Object.entries(fields).find(([key]) => isNamed(input, key)) ?? [];
      const filled = {
        type: input.type,
        id: ++id,
        custom_id: input.customId,
        ...fill(scene, resolved, input, given),
      };
      return top['type'] === 1 ? { ...outer, components: [filled] } : { ...outer, component: filled };
    });
  const json = resolved.json();
  return { custom_id: modal['custom_id'], components, ...(json === undefined ? {} : { resolved: json }) };
}

function isNamed(input: ModalInput, key: string): boolean {
  return input.customId === key || input.label.toLowerCase() === key.toLowerCase();
}

function fill(
  scene: ActionContext,
  resolved: Resolved,
  input: ModalInput,
  given: GivenValue | readonly GivenValue[] | undefined,
): Json {
  const values: readonly GivenValue[] =
    given === undefined ? prefilled(input) : isList(given) ? given : [given];
  if (input.type === TEXT_INPUT) return { value: textValue(scene, input, values) };
  if (input.type === CHECKBOX) return { value: values[0] === true || values[0] === 'true' };
  const fewest = input.required || values.length > 0 ? Math.max(1, input.minValues) : 0;
  if (!scene.unchecked && (values.length > input.maxValues || values.length < fewest)) {
    throw new ImpossibleActionError(
      `"${input.label}" takes ${input.minValues} to ${input.maxValues} values; ${values.length} were given.`,
    );
  }
  const chosen = values.map((value) => chosenValue(scene, resolved, input, value));
  return input.type === RADIO_GROUP ? { value: chosen[0] ?? null } : { values: chosen };
}

/** What stands in an input that nobody touches: its text, its default options or people, a checked box. */
function prefilled({ type, definition }: ModalInput): GivenValue[] {
  if (type === TEXT_INPUT) return typeof definition['value'] === 'string' ? [definition['value']] : [];
  if (type === CHECKBOX) return [definition['default'] === true];
  const options = listOf(definition['options']).filter(
    (option) => isRecord(option) && option['default'] === true,
  );
  return [...options, ...listOf(definition['default_values'])].flatMap((entry) =>
    isRecord(entry) ? [textOf(entry['value'] ?? entry['id'])] : [],
  );
}

function isList(given: GivenValue | readonly GivenValue[]): given is readonly GivenValue[] {
  return Array.isArray(given);
}

function textValue(scene: ActionContext, input: ModalInput, values: readonly GivenValue[]): string {
  const value = values.map(String).join('\n');
  const least = Number(input.definition['min_length'] ?? (input.required ? 1 : 0));
  const most = Number(input.definition['max_length'] ?? 4000);
  if (scene.unchecked || (value === '' && !input.required)) return value;
  if (value === '') throw new ImpossibleActionError(`"${input.label}" must be filled in.`);
  if (value.length < least || value.length > most)
    throw new ImpossibleActionError(
      `"${input.label}" has ${least} to ${most} letters; ${value.length} were given.`,
    );
  return value;
}

function chosenValue(scene: ActionContext, resolved: Resolved, input: ModalInput, value: GivenValue): string {
  if (input.type === FILE_UPLOAD) {
    if (typeof value !== 'object') throw new ImpossibleActionError(`"${input.label}" takes a file.`);
    if (!scene.unchecked) requireFileType(value.name, input.definition['file_types'], input.label);
    return resolved.attachment(storeAttachment(scene.world, scene.channel.id, value, true));
  }
  const text = String(value);
  if (input.type === 5) return resolved.member(findGuildMember(scene.world, scene.guild, text));
  if (input.type === 7) return mentionable(scene, resolved, text);
  if (input.type === 6) return resolved.role(findGuildRole(scene.guild, text));
  if (input.type === 8)
    return resolved.channel(findGuildChannel(scene.world, scene.guild, text), scene.member);
  const options = listOf(input.definition['options']).filter(isRecord);
  const option = options.find(
    (entry) => textOf(entry['value']) === text || textOf(entry['label']).toLowerCase() === text.toLowerCase(),
  );
  if (option === undefined && !scene.unchecked) {
    throw new ImpossibleActionError(
      `"${input.label}" is one of: ${options.map((entry) => textOf(entry['label'])).join(', ')}.`,
    );
  }
  return option === undefined ? text : textOf(option['value']);
}

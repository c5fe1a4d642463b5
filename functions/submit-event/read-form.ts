import { DRAFT_LIMITS, type EventForm, type Upload } from '../../shared/events/draft.ts';
import { cut } from '../../shared/text/cut.ts';
import { withoutInvisible } from '../../shared/text/invisible.ts';
import { cleanText } from '../../shared/text/typed-text.ts';
import type { FormContext } from './declaration.ts';

/** What was filled in, but for the type; what was left empty is empty. */
export function readForm({ interaction }: FormContext): Omit<EventForm, 'type'> {
  const { fields, people } = interaction;
  const members = (fields.members ?? []).flatMap((id) => people[id] ?? []);
  return {
    memberIds: members.filter((person) => !person.isBot).map((person) => person.id),
    names: withoutInvisible(fields.names?.[0] ?? ''),
    start: cut(cleanText(fields.start?.[0]), DRAFT_LIMITS.time),
    end: cut(cleanText(fields.end?.[0]), DRAFT_LIMITS.time),
    proof: uploaded(interaction),
  };
}

/** The form with what was filled in now; what was left empty stays as it was. */
export function corrected(form: EventForm, by: Omit<EventForm, 'type'>): EventForm {
  return {
    type: form.type,
    memberIds: by.memberIds.length === 0 ? form.memberIds : by.memberIds,
    names: by.names.trim() === '' ? form.names : by.names,
    start: by.start.trim() === '' ? form.start : by.start,
    end: by.end.trim() === '' ? form.end : by.end,
    proof: by.proof ?? form.proof,
  };
}

/** An address that no draft could keep does not count: Discord's are far shorter. */
function uploaded({ fields, attachments }: FormContext['interaction']): Upload | undefined {
  const file = attachments[fields.proof?.[0] ?? ''];
  if (file === undefined || file.url.length > DRAFT_LIMITS.proofUrl) return undefined;
  const { url, size, name, contentType } = file;
  return {
    url,
    size,
    name: cut(name, DRAFT_LIMITS.proofName),
    contentType: contentType === undefined ? undefined : cut(contentType, DRAFT_LIMITS.proofType),
  };
}

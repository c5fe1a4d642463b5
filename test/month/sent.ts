import type { SentEnvelope } from '../support/envelope-test.ts';
import { ADMIN, OFFICER_ROLE } from './clan.ts';

// Types of options, as Discord numbers them.
export const TEXT = 3;
export const INTEGER = 4;
export const USER = 6;

type Option = readonly [type: number, name: string, value: string | number];

/** A slash command as Discord sends it. */
export function command(name: string, options: readonly Option[]): SentEnvelope {
  const [first = '', second] = name.split(' ');
  const given = options.map(([type, option, value]) => ({ type, name: option, value }));
  const inner = second === undefined ? given : [{ type: 1, name: second, options: given }];
  return { type: 2, data: { type: 1, name: first, options: inner } };
}

/** A submitted form: texts by custom id, chosen people, an uploaded file. */
export function form(
  customId: string,
  texts: Readonly<Record<string, string>>,
  people: readonly string[] = [],
  file?: object,
): SentEnvelope {
  const inputs = [
    ...Object.entries(texts).map(([custom_id, value]) => ({ type: 4, custom_id, value })),
    ...(people.length === 0 ? [] : [{ type: 5, custom_id: 'members', values: people }]),
    ...(file === undefined ? [] : [{ type: 19, custom_id: 'proof', values: ['1500000000000000001'] }]),
  ];
  const users = Object.fromEntries(people.map((id) => [id, { id, username: `user${id}` }]));
  const attachments = file === undefined ? {} : { attachments: { '1500000000000000001': file } };
  const components = inputs.map((component) => ({ type: 18, component }));
  return { type: 5, data: { custom_id: customId, components, resolved: { users, ...attachments } } };
}

export function button(customId: string): SentEnvelope {
  return { type: 3, data: { custom_id: customId, component_type: 2 } };
}

/** The same act by an administrator. */
export function asAdmin(sent: SentEnvelope): SentEnvelope {
  return { ...sent, user: ADMIN, permissions: '8' };
}

export function asMember(user: string, sent: SentEnvelope): SentEnvelope {
  return { ...sent, user };
}

export function asOfficer(user: string, sent: SentEnvelope): SentEnvelope {
  return { ...sent, user, roles: [OFFICER_ROLE] };
}

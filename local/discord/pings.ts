import { everyComponent } from './component-tree.ts';
import type { MessageBody } from './message-body.ts';
import type { Pinged } from './state.ts';

/**
 * Whom a message notifies: what its text names and `allowed_mentions` lets through. Left out, everything named is
 * let through. Text in embeds never pings; text in Components V2 does.
 */
export function pingsOf(body: MessageBody): Pinged {
  const shown = everyComponent(body.components ?? [], []).map(({ component }) =>
    component['type'] === 10 && typeof component['content'] === 'string' ? component['content'] : '',
  );
  const text = [body.content ?? '', ...shown].join('\n');
  const users = idsIn(text, /<@!?(\d{17,20})>/g);
  const roles = idsIn(text, /<@&(\d{17,20})>/g);
  const everyone = /@(everyone|here)\b/.test(text);
  const allowed = body.allowed_mentions;
  if (allowed === undefined || allowed === null) return { everyone, users, roles };
  const parse = allowed.parse ?? [];
  return {
    everyone: everyone && parse.includes('everyone'),
    users: parse.includes('users') ? users : users.filter((id) => allowed.users?.includes(id)),
    roles: parse.includes('roles') ? roles : roles.filter((id) => allowed.roles?.includes(id)),
  };
}

function idsIn(text: string, expression: RegExp): string[] {
  return [...new Set([...text.matchAll(expression)].map((found) => found[1] ?? ''))];
}

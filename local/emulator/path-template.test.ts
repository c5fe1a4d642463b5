import { describe, expect, it } from 'vitest';
import { pathTemplate, readablePath } from './path-template.ts';

describe('pathTemplate', () => {
  const original = pathTemplate('/webhooks/{id}/{token}/messages/@original');

  it.each(['@original', '%40original'])('takes %s for @original', (last) => {
    expect(original.match(`/webhooks/1/a%2Fb/messages/${last}`)).toEqual({ id: '1', token: 'a/b' });
  });

  it('keeps a parameter within its segment, beside what stands there', () => {
    const assign = pathTemplate('/memberships/{membership}:assignRole');
    expect(assign.match('/memberships/abc:assignRole')).toEqual({ membership: 'abc' });
    expect(assign.match('/memberships/abc%3AassignRole')).toEqual({ membership: 'abc' });
    expect(assign.match('/memberships/a/b:assignRole')).toBeUndefined();
    expect(original.match('/webhooks/1//messages/@original')).toBeUndefined();
  });

  it('shows a path with its escapes resolved, but for a slash and what is no escape', () => {
    expect(readablePath('/users/%40me/a%2Fb/50%')).toBe('/users/@me/a%2Fb/50%');
  });
});

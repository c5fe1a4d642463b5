import { useEffect, useId, useState } from 'preact/hooks';
import { type RobloxUser, RobloxWorld } from '../protocol.ts';
import { ask } from './server.ts';
import { attempt, order, view, who } from './state.ts';

function standing({ inGroup, isAsking, roles }: RobloxUser): string {
  if (inGroup) return roles[0] ?? 'member';
  return isAsking ? 'asks to join' : 'not in the group';
}

/** What people do on the Roblox site: a rank, a profile, a name, the group. And leaving the Discord server. */
export function RobloxPanel() {
  const id = useId();
  const [world, setWorld] = useState<RobloxWorld>({ users: [], roles: [] });
  const [userId, setUserId] = useState('');
  const [about, setAbout] = useState('');
  const [name, setName] = useState('');
  const user = world.users.find((each) => each.id === userId) ?? world.users[0];

  useEffect(() => {
    void attempt(() => ask(RobloxWorld, 'GET', 'roblox', who.value)).then((read) => {
      if (read !== undefined) setWorld(read);
    });
  }, [who.value.clan, view.value?.people.length]);
  useEffect(() => {
    setAbout(user?.about ?? '');
    setName(user?.name ?? '');
  }, [user?.id, user?.about, user?.name]);
  if (user === undefined) return null;

  const change = async (what: object) => {
    const body = { user: user.id, ...what };
    const next = await attempt(() => ask(RobloxWorld, 'POST', 'roblox', who.value, { body }));
    if (next !== undefined) setWorld(next);
  };
  return (
    <fieldset class="roblox">
      <legend>On “Roblox”</legend>
      <label class="field">
        <span>User</span>
        <select value={user.id} onChange={(event) => setUserId(event.currentTarget.value)}>
          {world.users.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name} ({standing(each)})
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Rank</span>
        <select
          value={user.roles[0] ?? ''}
          disabled={!user.inGroup}
          onChange={(event) => change({ rank: event.currentTarget.value })}
        >
          {[...new Set([...user.roles.slice(0, 1), ...world.roles])].map((role) => (
            <option key={role} value={role}>
              {role}
            </option>
          ))}
        </select>
      </label>
      <div class="field">
        <label for={`${id}-about`}>Profile text</label>
        <div class="row">
          <input
            id={`${id}-about`}
            type="text"
            value={about}
            onInput={(event) => setAbout(event.currentTarget.value)}
          />
          <button type="button" class="button secondary" onClick={() => change({ about })}>
            Save
          </button>
        </div>
      </div>
      <div class="field">
        <label for={`${id}-name`}>Name</label>
        <div class="row">
          <input
            id={`${id}-name`}
            type="text"
            maxLength={20}
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <button type="button" class="button secondary" onClick={() => change({ rename: name })}>
            Rename
          </button>
        </div>
      </div>
      <div class="row">
        <button type="button" class="button secondary" onClick={() => change({ inGroup: !user.inGroup })}>
          {user.inGroup ? 'Leave the group' : 'Join the group'}
        </button>
        {user.inGroup ? null : (
          <button type="button" class="button secondary" onClick={() => change({ isAsking: !user.isAsking })}>
            {user.isAsking ? 'Take the request back' : 'Ask to join'}
          </button>
        )}
        <button
          type="button"
          class="button danger"
          onClick={() => attempt(() => order('leave', { user: who.value.as }))}
        >
          Leave the Discord server
        </button>
      </div>
    </fieldset>
  );
}

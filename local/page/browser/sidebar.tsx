import { useState } from 'preact/hooks';
import * as z from 'zod/mini';
import type { Person } from '../protocol.ts';
import { ask } from './server.ts';
import { attempt, channelId, connect, openChannel, unread, view, who } from './state.ts';

const Joined = z.object({ id: z.string(), robloxName: z.string() });

/** Clans, channels, and who one is. */
export function Sidebar({ onChoose }: { onChoose: () => void }) {
  const shown = view.value;
  if (shown === undefined) return null;
  return (
    <nav class="sidebar" aria-label="Servers and channels">
      <label class="field">
        <span class="hint">Server</span>
        <select
          value={shown.clan}
          onChange={(event) => connect({ clan: event.currentTarget.value, as: shown.me.id })}
        >
          {shown.clans.map((each) => (
            <option key={each.clan} value={each.clan}>
              {each.guild}
            </option>
          ))}
        </select>
      </label>
      <ul class="channels">
        {shown.channels.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              class={each.id === channelId.value ? 'channel current' : 'channel'}
              aria-current={each.id === channelId.value ? 'page' : undefined}
              onClick={() => {
                openChannel(each.id);
                onChoose();
              }}
            >
              {each.isDm ? '✉ ' : '# '}
              {each.name}
              {unread.value.has(each.id) && <span class="unread">new</span>}
            </button>
          </li>
        ))}
      </ul>
      <BeAnyone me={shown.me} people={shown.people} />
    </nav>
  );
}

function BeAnyone({ me, people }: { me: Person; people: readonly Person[] }) {
  const [name, setName] = useState('');
  const join = async () => {
    const joined = await attempt(() => ask(Joined, 'POST', 'people', who.value, { body: { name } }));
    if (joined === undefined) return;
    setName('');
    connect({ clan: who.value.clan, as: joined.id });
  };
  return (
    <div class="be-anyone">
      <label class="field">
        <span class="hint">You are</span>
        <select
          value={me.id}
          onChange={(event) => connect({ clan: who.value.clan, as: event.currentTarget.value })}
        >
          {people
            .filter((person) => !person.bot)
            .map((person) => (
              <option key={person.id} value={person.id}>
                {person.name} ({roleNames(person)})
              </option>
            ))}
        </select>
      </label>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          void join();
        }}
      >
        <input
          type="text"
          aria-label="Name of somebody new"
          placeholder="Somebody new"
          maxLength={32}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" class="button secondary" disabled={name.trim() === ''}>
          Join
        </button>
      </form>
    </div>
  );
}

/** The highest two roles are enough to know somebody by. */
function roleNames({ owner, roles }: Person): string {
  const names = roles.flatMap((id) => view.value?.roles.find((role) => role.id === id)?.name ?? []);
  return [owner ? 'owner' : '', ...names.slice(0, 2)].filter((part) => part !== '').join(', ') || 'no roles';
}

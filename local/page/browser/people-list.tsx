import { PersonName } from './person-name.tsx';
import { view } from './state.ts';

/** Everybody in the server, with the roles they have. A name opens the menu for that person. */
export function PeopleList() {
  const shown = view.value;
  if (shown === undefined) return null;
  return (
    <ul class="people">
      {shown.people.map((person) => (
        <li key={person.id}>
          <PersonName person={person} /> {person.bot && <span class="tag">APP</span>}
          <div class="hint">
            {[
              person.owner ? 'owner' : '',
              ...person.roles.flatMap((id) => shown.roles.find((role) => role.id === id)?.name ?? []),
            ]
              .filter((part) => part !== '')
              .join(', ')}
          </div>
        </li>
      ))}
    </ul>
  );
}

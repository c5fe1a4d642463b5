/** The custom ids of the modal's inputs, and how long their texts may be. */
export const FIELDS = {
  members: 'members',
  names: 'names',
  start: 'start',
  end: 'end',
  proof: 'proof',
} as const;
export const MAX_TIME_LENGTH = 100;
export const MAX_SELECTED = 25;

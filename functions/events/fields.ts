/** The custom ids of the review modals' inputs. */
export const FIELDS = { points: 'points', note: 'note', reason: 'reason' } as const;
/** Twice as long once escaped, which still fits a field of an embed. */
export const MAX_NOTE = 500;

/** The custom ids of the "Add points" modal's inputs. */
export const FIELDS = { amount: 'amount', reason: 'reason' } as const;
/** Twice as long once escaped, which still leaves room in every message that shows it. */
export const MAX_REASON = 400;

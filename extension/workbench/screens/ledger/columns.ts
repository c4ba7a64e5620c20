/** Columns of the list of entries. */
export const COLUMNS = ['sequence', 'factOn', 'registeredOn', 'kind', 'subject', 'indicators'] as const;
/** The same where chains of others stand beside the own one: each row tells whose it is. */
export const WITH_SEAT = ['sequence', 'actor', 'factOn', 'registeredOn', 'kind', 'subject', 'indicators'] as const;
export type Column = (typeof WITH_SEAT)[number];

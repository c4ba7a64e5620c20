import { dayOf } from '../base/dates.ts';
import { readDesignation } from '../standards/designation.ts';
import { type DocumentModel, fieldOf } from './model.ts';

/** The day by whose law a document is judged. */
export interface DocumentDay {
  /** ISO day. */
  day: string;
  /** False where a box that would have told the day gives no text, or may stand in a part that was not read. */
  sure: boolean;
}

/** Boxes that tell it, the first that holds a day. */
const ROLES = ['writtenOn', 'publishedOn', 'approvedOn', 'effectiveOn'] as const;

/** The document's own date where one was read, else the end of the year in a standard's number, else today. */
export function documentDay(document: DocumentModel, today: string): DocumentDay {
  const partUnread = document.notes.some(({ kind }) => kind === 'unreadable' || kind === 'incomplete');
  let sure = true;
  for (const role of ROLES) {
    const { state, value } = fieldOf(document, role);
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) return { day: dayOf(value), sure };
    sure &&= state !== 'unreadable' && !(state === 'absent' && partUnread);
  }
  const number = fieldOf(document, 'docNumber');
  sure &&= number.state !== 'unreadable' && !(number.state === 'absent' && partUnread);
  const year = document.kind === 'standard' && typeof number.value === 'string' && readDesignation(number.value)?.year;
  const lastDay = `${year}-12-31`;
  return { day: year && lastDay < today ? lastDay : today, sure };
}

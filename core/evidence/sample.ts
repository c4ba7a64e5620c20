import type { EntryDraft, LedgerEntry } from '../ledger/entry.ts';

const SUBJECT = '示例 · ';

/** The entry of something that was kept only to try it: it says so, and stands for no indicator. */
export function asSample(draft: EntryDraft): EntryDraft {
  return {
    ...draft,
    subject: SUBJECT + draft.subject,
    indicators: [],
    ...(draft.kind === 'evidence' ? { payload: { ...(draft.payload as object), sample: true } } : {}),
  };
}

/** Whether an entry says that it is a sample. By its subject: that stays when its content is redacted. */
export const isSample = ({ subject }: Pick<LedgerEntry, 'subject'>): boolean => subject.startsWith(SUBJECT);

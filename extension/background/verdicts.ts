import { chinaDay } from '../../core/base/dates.ts';
import { ProblemError } from '../../core/base/problems.ts';
import { v } from '../../core/base/schema.ts';
import { isJudged, type PersonVerdict, VERDICTS, verdictFlaw } from '../../core/check/verdicts.ts';
import { type Decided, decisionDraft, type VerdictsByDocument, withDecision } from '../../core/evidence/decision.ts';
import type { EntryDraft, LedgerEntry } from '../../core/ledger/entry.ts';
import { browser } from '../browser.ts';
import type { ReadyView } from '../messages/view.ts';
import { createLedgerReader, type LedgerReader } from '../storage/ledger-reader.ts';

/*
 * What people decided about findings stands in the ledger. So that no reading of a page has to go through the whole of it,
 * the newest verdicts are remembered beside it with the place up to which the ledger was read; it can be made anew at any time.
 */

const KNOWN = 'verdicts';

const verdict = v.strictObject({
  finding: v.string(),
  verdict: v.picklist(VERDICTS),
  reason: v.string(),
  who: v.string(),
  until: v.string(),
  message: v.string(),
  uri: v.string(),
});
const remembered = v.strictObject({
  chain: v.string(),
  sequence: v.number(),
  documents: v.record(v.string(), v.record(v.string(), verdict)),
});

const isDecision = ({ kind }: LedgerEntry): boolean => kind === 'decision';

export interface Verdicts {
  /** The newest verdict on each finding of a document; [] where the ledger cannot be read. */
  on(documentKey: string): Promise<PersonVerdict[]>;
  /** The newest verdict on each finding of every document. Rejects where the ledger cannot be read. */
  all(): Promise<PersonVerdict[]>;
}

/** The verdicts that the ledger holds. */
export function openVerdicts(reader: LedgerReader = createLedgerReader()): Verdicts {
  /** One after another: two would read the same part of the ledger. */
  let last: Promise<VerdictsByDocument> = Promise.resolve({});
  const upToNow = async (): Promise<VerdictsByDocument> => {
    const head = await reader.head();
    const stored = v.safeParse(remembered, (await browser.storage.local.get(KNOWN))[KNOWN]);
    // Another chain, or one that was cut off, is read from its beginning.
    const fits = stored.success && stored.output.chain === head.chain && stored.output.sequence <= head.sequence;
    let documents: VerdictsByDocument = fits ? stored.output.documents : {};
    const sequence = fits ? stored.output.sequence : 0;
    if (sequence === head.sequence) return documents;
    for await (const record of reader.records(head, isDecision, sequence)) documents = withDecision(documents, record);
    // Where there is no room for it, it is found out anew the next time.
    const now = { chain: head.chain, sequence: head.sequence, documents };
    await browser.storage.local.set({ [KNOWN]: now }).catch(() => undefined);
    return documents;
  };
  const known = (): Promise<VerdictsByDocument> => {
    last = last.catch(() => ({})).then(upToNow);
    return last;
  };
  return {
    async on(documentKey) {
      const all = await known().catch((): VerdictsByDocument => ({}));
      return Object.values(all[documentKey] ?? {});
    },
    async all() {
      return Object.values(await known()).flatMap((ofOne) => Object.values(ofOne));
    },
  };
}

/**
 * A decision about a finding of a view, as it is kept. Taking back is possible too for a finding that is found no more.
 * @throws ProblemError `decision-no-finding`, `decision-no-reason`, `decision-past`, `ledger-asks-first`
 */
export function decisionOn(
  view: ReadyView,
  id: string,
  decided: Decided,
  by: { actor: string; capturedAt: string },
): EntryDraft {
  const { document, run, verdicts } = view;
  const before = verdicts.find(({ finding }) => finding === id);
  const found = run.findings.find((finding) => finding.id === id && isJudged(finding));
  const { verdict: word, ...rest } = decided;
  if (word !== null) {
    if (found === undefined) throw new ProblemError('decision-no-finding');
    const given = { finding: id, verdict: word, message: '', uri: '', ...rest };
    const flaw = verdictFlaw(given, chinaDay(by.capturedAt));
    if (flaw !== undefined) throw new ProblemError(flaw === 'past' ? 'decision-past' : 'decision-no-reason');
    return decisionDraft(document, found, decided, by);
  }
  if (before === undefined) throw new ProblemError('decision-no-finding');
  return decisionDraft(
    document,
    found ?? { id, rule: '', title: before.message, message: before.message },
    decided,
    by,
  );
}

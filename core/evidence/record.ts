import { chinaDay } from '../base/dates.ts';
import { ProblemError } from '../base/problems.ts';
import type { EnteredSource } from '../base/source.ts';
import { shorten } from '../base/text.ts';
import { type CheckOptions, checkDocument } from '../check/check.ts';
import type { CheckRun } from '../check/run.ts';
import { assemble } from '../document/assemble.ts';
import type { DocumentModel } from '../document/model.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import type { EvidencePayload } from '../ledger/kinds/index.ts';
import { lastDayOf } from '../records/due.ts';
import { recordTypeOfId } from '../records/index.ts';
import { aboutRecord, dayOfRecord, type FilledRecord, linesOf, textsIn, tidyBox } from '../records/kept-record.ts';
import type { RecordBox, RecordType } from '../records/record-type.ts';
import { type EnteredBy, refuseUnfinished } from './entered.ts';
import { evidenceDraft, indicatorsOf } from './evidence.ts';
import { stateOfRun, withState } from './kept-state.ts';

/*
 * A record that offices keep, filled in by a person: it is judged by the rules that judge records on pages and in files, and
 * kept with what they said.
 */

export type RecordPayload = NonNullable<EvidencePayload['record']>;

/** A record as a person filled it in. */
export interface EnteredRecord extends RecordPayload {
  /** The fact's own day, where no box of the type tells it; '' when it is not known. */
  factOn: string;
  /** Chosen by the person. */
  indicators: readonly string[];
  remark: string;
}

const READER = { id: 'entered', name: '台账登记' } as const;
const CHOSEN = '登记时选定的类型';

/** What a record is called: its type, and what it is about. */
export const calledRecord = (type: RecordType, record: Omit<FilledRecord, 'type'>): string =>
  [type.name, shorten(aboutRecord(type, record), 60)].filter(Boolean).join(' ');

/** The type of a record. @throws ProblemError `record-type` for one that this version does not know */
export function typeOfRecord({ type }: Pick<FilledRecord, 'type'>): RecordType {
  const known = recordTypeOfId(type);
  if (known === undefined) throw new ProblemError('record-type', { type: shorten(type, 40) });
  return known;
}

/**
 * A filled record as the document that the rules read: every box of its type stands there, filled or empty. @param today ISO
 * day: a box that a later day fills waits until then
 */
export function documentOfRecord(record: FilledRecord, today: string, who = ''): DocumentModel {
  const type = typeOfRecord(record);
  const source: EnteredSource = { from: 'entered', who, when: today };
  const title = calledRecord(type, record);
  const heads = record.table?.[0] ?? [];
  const [shared] = linesOf({ values: record.values });
  const isLater = ({ waits }: RecordBox): boolean =>
    waits !== undefined && textsIn(record, waits).some((text) => (lastDayOf(text) ?? '') >= today);
  return assemble({
    uri: '',
    sha256: '',
    from: 'page',
    reader: READER,
    title,
    heading: title,
    kind: { kind: type.kind ?? 'record', reason: CHOSEN },
    recordType: type.id,
    pairs: type.boxes
      .filter(({ name }) => !heads.includes(name))
      .map((box) => {
        const value = shared?.get(box.name) ?? '';
        return {
          label: box.name,
          value,
          state: value === '' ? ('empty' as const) : ('filled' as const),
          kind: 'form-item' as const,
          box: 'control' as const,
          ...(value === '' && isLater(box) ? { predicted: true } : {}),
          source,
        };
      }),
    blocks:
      record.table === undefined || record.table.length < 2
        ? []
        : [
            {
              kind: 'table',
              text: record.table.map((line) => line.join('\t')).join('\n'),
              rows: record.table.map((line) => [...line]),
              plain: true,
              region: 'form',
              source,
            },
          ],
  });
}

/** What the rules say of a record. */
export function checkRecord(record: FilledRecord, options: CheckOptions): { document: DocumentModel; run: CheckRun } {
  const document = documentOfRecord(record, options.today);
  return { document, run: checkDocument(document, options) };
}

/** The record with every text as it is kept, boxes that are none of its type left out, and no table of one line. */
export function tidyRecord(record: RecordPayload): RecordPayload {
  const type = typeOfRecord(record);
  const boxOf = (name: string): RecordBox | undefined => type.boxes.find((box) => box.name === name);
  const tidy = (name: string, text: string): string => tidyBox(boxOf(name) ?? {}, text).text;
  const [heads = [], ...lines] = record.table ?? [];
  const kept = heads.map((name, at) => ({ name, at })).filter(({ name }) => boxOf(name) !== undefined);
  const filled = lines
    .map((line) => kept.map(({ name, at }) => tidy(name, line[at] ?? '')))
    .filter((line) => line.some((text) => text !== ''));
  const single = filled.length === 1 ? kept.map(({ name }, at) => ({ box: name, text: filled[0]?.[at] ?? '' })) : [];
  const over = new Set(single.filter(({ text }) => text !== '').map(({ box }) => box));
  const values = record.values
    .filter(({ box }) => boxOf(box) !== undefined && !over.has(box))
    .map(({ box, text }) => ({ box, text: tidy(box, text) }));
  return {
    type: record.type,
    values: [...values, ...single].filter(({ text }) => text !== ''),
    ...(filled.length > 1 ? { table: [kept.map(({ name }) => name), ...filled] } : {}),
    links: record.links,
  };
}

/** Refuses a record with nothing in it, with a text that cannot stand in its box, or of a day that has not come. */
function refuseRecord(record: RecordPayload, type: RecordType, factOn: string, today: string): void {
  const lines = linesOf(record);
  if (lines.every((line) => line.size === 0)) throw new ProblemError('record-empty');
  for (const line of lines)
    for (const box of type.boxes) {
      const { fault, text } = tidyBox(box, line.get(box.name) ?? '');
      if (fault !== undefined) throw new ProblemError(`record-${fault}`, { box: box.name, text: shorten(text, 20) });
    }
  refuseUnfinished({ title: type.name, factOn }, today);
}

/**
 * The entry of a record. A classified one gives a note that says so.
 * @throws ProblemError `record-type`, `record-empty`, `record-not-a-day`, `record-not-a-number`, `record-too-long`, `entered-day`
 */
export function recordDraft(entered: EnteredRecord, options: Omit<CheckOptions, 'today'>, by: EnteredBy): EntryDraft {
  const { factOn: said, indicators, remark, ...given } = entered;
  const today = chinaDay(by.capturedAt);
  const record = tidyRecord(given);
  const type = typeOfRecord(record);
  const factOn = dayOfRecord(type, record) || said;
  refuseRecord(record, type, factOn, today);
  const { document, run } = checkRecord(record, { ...options, today });
  const draft = evidenceDraft(document, run, { ...by, indicators: indicatorsOf([{ indicators }]) });
  if (draft.kind !== 'evidence') return draft;
  // What stands in the boxes stands in the record.
  const payload: EvidencePayload = { ...(draft.payload as EvidencePayload), fields: [], record };
  const subject = withState(calledRecord(type, record), stateOfRun(run, document));
  return { ...draft, factOn, subject, payload: remark.trim() === '' ? payload : { ...payload, remark: remark.trim() } };
}

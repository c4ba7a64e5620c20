import { chinaDay } from '../../core/base/dates.ts';
import { problem } from '../../core/base/problems.ts';
import { fillSlots } from '../../core/base/text.ts';
import type { CheckOptions } from '../../core/check/check.ts';
import { groupsOf } from '../../core/check/summary.ts';
import { type DueWeek, dueByWeek } from '../../core/evaluation/loops/due-by-week.ts';
import { type EntryRef, type KeptRecord, keptRecords, mayBeRecord } from '../../core/evaluation/loops/kept-records.ts';
import { createLapses, type Lapse } from '../../core/evaluation/loops/lapses.ts';
import { type OpenLoop, openLoops } from '../../core/evaluation/loops/open-loops.ts';
import { checkRecord, type RecordPayload, tidyRecord, typeOfRecord } from '../../core/evidence/record.ts';
import { mayLapse } from '../../core/evidence/validity.ts';
import { TABLE_WORDS } from '../../core/exports/records/columns.ts';
import { type RecordRow, type RecordRows, readRecordRows } from '../../core/exports/records/read-rows.ts';
import { recordWorkbook } from '../../core/exports/records/template.ts';
import type { RowTexts } from '../../core/exports/tables/fill-in.ts';
import type { LedgerEntry, LedgerRecord, Place } from '../../core/ledger/entry.ts';
import { readPayload } from '../../core/ledger/kinds/index.ts';
import { recordTypeOfId, typesBehind } from '../../core/records/index.ts';
import { aboutRecord, type FilledRecord, linesOf, textsIn } from '../../core/records/kept-record.ts';
import type { RecordType } from '../../core/records/record-type.ts';
import { withPacks } from '../../core/rules/own/with-packs.ts';
import type { CataloguePack } from '../../core/standards/catalogue.ts';
import { catalogueInUse } from '../storage/catalogues.ts';
import type { LedgerReader } from '../storage/ledger-reader.ts';
import { wholeFile, workbookBlob } from './bytes.ts';
import type { FileContext, FileGroup } from './read-file.ts';

/** A record as a list shows it. */
export interface RecordLine {
  at: EntryRef;
  place: Place;
  /** Id of its type. */
  type: string;
  about: string;
  factOn: string;
  registeredOn: string;
  actor: string;
  /** What stands in its boxes, several lines in one text. */
  boxes: Readonly<Record<string, string>>;
  /** What is not closed behind it. */
  open: number;
}

/** Evidence that belongs to another, from whichever side it was said. */
export interface Belonging {
  place: Place;
  /** Id of the type of a record; '' for what is none. */
  type: string;
  about: string;
  /** How: the later one follows on the earlier, goes with it, is a newer version of it, or renews it. */
  how: string;
  /** True where it is the other one that came first. */
  earlier: boolean;
}

/** A row that can be kept, with the entry on which it follows. */
export type ImportRow = RecordRow & { link?: EntryRef };

/** The work over the records of a ledger. */
export interface RecordWork {
  /** What the rules say of a record that is being filled in; nothing of it is kept. */
  recordFindings(record: RecordPayload, context: FileContext): Promise<FileGroup[]>;
  /** The table of a type to fill in; with `filled` the records of the ledger stand in it. */
  recordTable(type: string, filled: boolean): Promise<{ name: string; content: Blob }>;
  /** Reads a table that was filled in. Throws what `readRecordRows` throws. */
  readRecordTable(content: Blob, name: string, type: string): Promise<Omit<RecordRows, 'rows'> & { rows: ImportRow[] }>;
  /**
   * The records of the ledger, and what is not closed, judged with `context`; without it nothing is judged. `others`: evidence
   * that is no record of these, and is not looked at.
   */
  records(context?: FileContext): Promise<{ lines: RecordLine[]; loops: OpenLoop[]; others: number }>;
  /** What falls due, by week; and what ran out and was not renewed. */
  due(context: FileContext): Promise<{ over: Lapse[]; weeks: DueWeek[] }>;
  /** What belongs to the entry with this hash. */
  belonging(hash: string): Promise<Belonging[]>;
}

const WORDS = { template: '{type}-台账模板.xlsx', table: '{type}-台账-{day}.xlsx' } as const;

const optionsOf = ({ unit, packs = [] }: FileContext, catalogue: CataloguePack, today: string): CheckOptions => ({
  rules: withPacks(packs),
  catalogue,
  today,
  kept: false,
  ...(unit && { unit }),
});

/** How many weeks are looked ahead. */
const WEEKS = 8;

/** What is not closed among these records, by the unit's profile and rules. */
export function loopsOf(
  records: readonly KeptRecord[],
  context: FileContext,
  catalogue: CataloguePack,
  today: string,
): OpenLoop[] {
  const options = optionsOf(context, catalogue, today);
  const judge = (record: FilledRecord) =>
    checkRecord(record, options).run.findings.filter(
      ({ outcome, severity, quiet }) => outcome === 'failed' && severity !== 'info' && !quiet,
    );
  return openLoops(records, { today, judge });
}

/** What later entries say of records is needed too. */
const isWanted = (entry: LedgerEntry): boolean => mayBeRecord(entry) || entry.kind === 'correction';

/** What stands in the boxes of its type, the texts of several lines one below the other. Names of others may be anything. */
const boxesOf = ({ type, record }: KeptRecord): Record<string, string> =>
  Object.fromEntries(type.boxes.map(({ name }) => [name, textsIn(record, name).join('\n')]));

/** A record as rows of the table of its type: one for each of its lines. */
const rowsOf = ({ record, factOn }: KeptRecord): RowTexts[] =>
  linesOf(record).map((line) => ({ ...Object.fromEntries(line), [TABLE_WORDS.factOn]: factOn }));

export function createRecordWork(reader: LedgerReader, now: () => Date = () => new Date()): RecordWork {
  const today = (): string => chinaDay(now().toISOString());
  const read = (): Promise<KeptRecord[]> => keptRecords(reader.allRecords(undefined, isWanted));
  const typeOf = (id: string): RecordType => typeOfRecord({ type: id });

  /** The entry on which a row follows: a record of a type behind which this one stands. */
  function linkOf(row: RecordRow, type: RecordType, records: readonly KeptRecord[], own: string): ImportRow {
    if (row.follows === undefined) return row;
    // Numbers are those of this computer's own chain.
    const found = records.find(({ place }) => place.chain === own && place.sequence === row.follows);
    if (found !== undefined && typesBehind(type).includes(found.type)) return { ...row, link: found.at };
    const { message } = problem('record-link', { row: row.row, sequence: row.follows });
    return { ...row, faults: [...row.faults, message] };
  }

  return {
    recordFindings: async (record, context) => {
      const { run, document } = checkRecord(tidyRecord(record), optionsOf(context, await catalogueInUse(), today()));
      return groupsOf(run, document).map(({ id, items }) => ({
        id: id as FileGroup['id'],
        sentences: items.map(({ text }) => text),
      }));
    },
    recordTable: async (id, filled) => {
      const type = typeOf(id);
      const records = filled ? (await read()).filter((one) => one.type === type) : [];
      const bytes = await recordWorkbook(type, now().toISOString(), records.flatMap(rowsOf));
      const name = fillSlots(filled ? WORDS.table : WORDS.template, { type: type.name, day: today() });
      return { name, content: workbookBlob(bytes) };
    },
    readRecordTable: async (content, name, id) => {
      const file = await wholeFile(content, name);
      const type = typeOf(id);
      const { rows, ...rest } = readRecordRows(file, type, today());
      const records = rows.some(({ follows }) => follows !== undefined) ? await read() : [];
      const { chain } = await reader.head();
      return { ...rest, rows: rows.map((row) => linkOf(row, type, records, chain)) };
    },
    records: async (context) => {
      let others = 0;
      const counted = async function* (): AsyncGenerator<LedgerRecord> {
        for await (const one of reader.allRecords(undefined, isWanted)) {
          if (one.entry.kind === 'evidence' && recordIn(one) === undefined) others += 1;
          yield one;
        }
      };
      const records = await keptRecords(counted());
      const loops = context === undefined ? [] : loopsOf(records, context, await catalogueInUse(), today());
      const open = new Map<string, number>();
      const keyOf = ({ chain, sequence }: Place): string => `${sequence} ${chain}`;
      for (const { place } of loops) open.set(keyOf(place), (open.get(keyOf(place)) ?? 0) + 1);
      const lines = records.map((one) => {
        const { at, place, type, about, factOn, registeredOn, actor } = one;
        const boxes = boxesOf(one);
        return {
          ...{ at, place, type: type.id, about, factOn, registeredOn, actor, boxes },
          open: open.get(keyOf(place)) ?? 0,
        };
      });
      return { lines, loops, others };
    },
    due: async (context) => {
      const lapses = createLapses();
      const taken = async function* (): AsyncGenerator<LedgerRecord> {
        for await (const one of reader.allRecords(undefined, (entry) => isWanted(entry) || mayLapse(entry))) {
          lapses.take(one);
          yield one;
        }
      };
      const records = await keptRecords(taken());
      const catalogue = await catalogueInUse();
      return dueByWeek(lapses.list(), (day) => loopsOf(records, context, catalogue, day), today(), WEEKS);
    },
    belonging: async (hash) => {
      const found: Belonging[] = [];
      const all = new Map<string, Omit<Belonging, 'how' | 'earlier'>>();
      const said: { from: string; to: string; how: string }[] = [];
      for await (const { entry, place, type, about, links } of linkedEvidence(reader)) {
        if (all.has(entry.hash)) continue;
        all.set(entry.hash, { place, type, about });
        for (const { to, how } of links) said.push({ from: entry.hash, to: to.hash, how });
      }
      for (const { from, to, how } of said) {
        const other = all.get(from === hash ? to : to === hash ? from : '');
        if (other !== undefined) found.push({ ...other, how, earlier: from === hash });
      }
      return found.sort((left, right) => left.place.sequence - right.place.sequence);
    },
  };
}

/** The record that an entry carries. */
function recordIn({ entry, payload }: LedgerRecord): RecordPayload | undefined {
  const read = readPayload(entry, payload);
  return read?.kind === 'evidence' ? read.payload.record : undefined;
}

/** Every record of the ledger, those with a newer version too, and what holds only up to a day; with what each belongs to. */
async function* linkedEvidence(reader: LedgerReader) {
  for await (const { entry, payload, branch } of reader.allRecords(
    undefined,
    (one) => mayBeRecord(one) || mayLapse(one),
  )) {
    const read = readPayload(entry, payload);
    if (read?.kind !== 'evidence') continue;
    const { record, renews, document } = read.payload;
    const type = record && recordTypeOfId(record.type);
    yield {
      entry,
      place: { chain: branch ?? entry.chain, sequence: entry.sequence },
      type: type?.id ?? '',
      about: record !== undefined && type !== undefined ? aboutRecord(type, record) : document.title,
      links: [...(record?.links ?? []), ...(renews === undefined ? [] : [{ to: renews, how: 'renews' }])],
    };
  }
}
